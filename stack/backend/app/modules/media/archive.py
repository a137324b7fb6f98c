"""The library as it is carried out and in: what the database knows of it. Each call takes the caller's
transaction. The files themselves go by `Library.bring`."""

import hashlib
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field
from sqlalchemy import Row, func, select, update
from sqlalchemy.dialects.postgresql import insert

from app.modules.core.archive import Archived, Writer, another_id
from app.modules.core.database import Transaction
from app.modules.core.schemas import Line, Lines
from app.modules.identity import service as identity
from app.modules.media import service
from app.modules.media.kinds import TYPES
from app.modules.media.models import folders, media
from app.modules.media.names import address_name
from app.modules.media.picture import Picture
from app.modules.media.schemas import FolderName, Name, Part
from app.modules.media.store import Store

AT_ONCE = 200
_TOLD = ("name", "alt", "caption", "focal_x", "focal_y", "folder_id")


class ArchivedFolder(Archived):
    id: UUID
    name: FolderName
    parent_id: UUID | None = None


class ArchivedFile(Archived):
    """`sha256` is of the file's content, which the archive has beside this line."""

    id: UUID
    folder_id: UUID | None = None
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    extension: Annotated[str, Field(pattern=r"^[a-z0-9]{1,8}$")]
    bytes: Annotated[int, Field(ge=0)]
    name: Name
    alt: Annotated[Line, Field(max_length=500)] = ""
    caption: Annotated[Lines, Field(max_length=1000)] = ""
    focal_x: Part = 0.5
    focal_y: Part = 0.5
    uploader: Writer | None = None
    created_at: AwareDatetime
    updated_at: AwareDatetime

    @property
    def stored_as(self) -> str:
        return f"{self.sha256}.{self.extension}"


async def archived_folders(db: Transaction) -> Sequence[ArchivedFolder]:
    """Each after the one that it is in."""
    rows = await db.execute(
        select(folders.c.id, folders.c.name, folders.c.parent_id).order_by(folders.c.created_at, folders.c.id)
    )
    left = {row.id: ArchivedFolder.model_validate(row, from_attributes=True) for row in rows}
    ordered: list[ArchivedFolder] = []
    while left:
        ready = [one for one in left.values() if one.parent_id not in left]
        ordered += ready
        for one in ready:
            del left[one.id]
    return ordered


async def archived_files(db: Transaction) -> AsyncIterator[Sequence[ArchivedFile]]:
    """All files, some at a time, always in the same order."""
    last: UUID | None = None
    while True:
        query = select(media).order_by(media.c.id).limit(AT_ONCE)
        rows = (await db.execute(query if last is None else query.where(media.c.id > last))).all()
        if not rows:
            return
        last = rows[-1].id
        people = await identity.writers_of(db, {row.uploader_id for row in rows if row.uploader_id})
        yield [_archived(row, people) for row in rows]


def original_of(media_path: Path, file: ArchivedFile) -> Path:
    """Where a file lies on the volume; it may be missing there."""
    return Store(media_path).original(file.sha256, file.extension)


def is_whole(path: Path, file: ArchivedFile) -> bool:
    """Whether what lies there is that file. Reads all of it."""
    if not path.is_file() or path.stat().st_size != file.bytes:
        return False
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest() == file.sha256


async def restore_folder(db: Transaction, given: ArchivedFolder) -> tuple[UUID, bool]:
    """The folder here, and whether it is new: one of the same name in the same place is the same."""
    there = await db.execute(
        select(folders.c.id).where(
            folders.c.parent_id.is_not_distinct_from(given.parent_id),
            func.lower(folders.c.name) == given.name.lower(),
        )
    )
    known: UUID | None = there.scalar_one_or_none()
    if known is not None:
        return known, False
    folder_id = given.id
    while (await db.execute(select(folders.c.id).where(folders.c.id == folder_id))).one_or_none() is not None:
        folder_id = another_id(folder_id)
    await db.execute(insert(folders).values(id=folder_id, name=given.name, parent_id=given.parent_id))
    return folder_id, True


async def known_files(db: Transaction, hashes: Sequence[str]) -> dict[str, UUID]:
    """Of these contents those that the library has."""
    rows = await db.execute(select(media.c.sha256, media.c.id).where(media.c.sha256.in_(hashes)))
    return {row.sha256: row.id for row in rows}


async def room(db: Transaction, quota: int) -> int:
    """How many bytes the library may still take."""
    return quota - (await service.storage(db, quota)).used


async def retell_file(
    db: Transaction, media_id: UUID, given: ArchivedFile
) -> Literal["updated", "unchanged", "skipped"]:
    """Name, description and place of a file that is here already, when what is given is newer."""
    row = await service.find(db, media_id, lock=True)
    if all(getattr(row, name) == getattr(given, name) for name in _TOLD):
        return "unchanged"
    if given.updated_at <= row.updated_at:
        return "skipped"
    values = {name: getattr(given, name) for name in _TOLD}
    await db.execute(
        update(media).where(media.c.id == media_id).values(**values, updated_at=given.updated_at)
    )
    return "updated"


async def add_file(
    db: Transaction,
    given: ArchivedFile,
    *,
    sha256: str,
    extension: str,
    size: int,
    picture: Picture | None,
    uploader_id: UUID | None,
) -> UUID:
    """The row of a file that is new here, under its own id while nobody else has that."""
    media_id = given.id
    while (await db.execute(select(media.c.id).where(media.c.id == media_id))).one_or_none() is not None:
        media_id = another_id(media_id)
    await db.execute(
        insert(media).values(
            id=media_id,
            **{name: getattr(given, name) for name in _TOLD},
            sha256=sha256,
            kind=TYPES[extension].kind,
            extension=extension,
            filename=address_name(given.name, extension),
            bytes=size,
            width=picture.width if picture else None,
            height=picture.height if picture else None,
            animated=picture.animated if picture else False,
            colour=picture.colour if picture else None,
            uploader_id=uploader_id,
            created_at=given.created_at,
            updated_at=given.updated_at,
        )
    )
    return media_id


def _archived(row: Row[Any], people: Mapping[UUID, Writer]) -> ArchivedFile:
    plain = {name: getattr(row, name) for name in ArchivedFile.model_fields if name != "uploader"}
    return ArchivedFile(**plain, uploader=people.get(row.uploader_id))
