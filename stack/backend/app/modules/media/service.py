"""Use cases around files. Other modules call these; each takes the caller's transaction."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    ColumnElement,
    Row,
    Text,
    cast,
    delete,
    func,
    literal,
    or_,
    select,
    text,
    true,
    tuple_,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from app.modules.core.cursors import decode_cursor, encode_cursor
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.events import emit
from app.modules.identity import service as identity
from app.modules.identity.schemas import Caller
from app.modules.media.kinds import MIB, TYPES, Kind
from app.modules.media.models import media, uses
from app.modules.media.names import address_name
from app.modules.media.picture import Picture
from app.modules.media.schemas import (
    CropsOutput,
    FolderFilter,
    MediaInput,
    MediaList,
    MediaOutput,
    SizeOutput,
    StorageOutput,
    UploaderOutput,
    UsedOutput,
    UseOutput,
)
from app.modules.media.sizes import CROPS, WIDTHS, address, crop_address, widths_of

# A demo is a stranger's, for an hour.
DEMO_QUOTA = 64 * MIB
# Any number of our own.
_ADDING = 0x4D454449


async def list_media(
    db: Transaction,
    *,
    folder: FolderFilter | None,
    kind: Kind | None,
    search: str,
    limit: int,
    cursor: str | None,
) -> MediaList:
    """Newest first. `search` looks for its text anywhere in name, description and caption."""
    query = select(media).order_by(media.c.created_at.desc(), media.c.id.desc()).limit(limit + 1)
    if folder is not None:
        query = query.where(media.c.folder_id.is_(None) if folder == "none" else media.c.folder_id == folder)
    if kind is not None:
        query = query.where(media.c.kind == kind)
    if search:
        columns = (media.c.name, media.c.alt, media.c.caption)
        query = query.where(or_(*(column.icontains(search, autoescape=True) for column in columns)))
    if cursor is not None:
        created_at, media_id = decode_cursor(cursor)
        last = tuple_(literal(created_at), literal(media_id))
        query = query.where(tuple_(media.c.created_at, media.c.id) < last)
    rows = (await db.execute(query)).all()
    shown = rows[:limit]
    more = encode_cursor(shown[-1].created_at, shown[-1].id) if len(rows) > limit else None
    return MediaList(items=await _outputs(db, shown), next_cursor=more)


async def get_media(db: Transaction, media_id: UUID) -> MediaOutput:
    """Raises not_found."""
    return (await _outputs(db, [await find(db, media_id)]))[0]


async def by_content(db: Transaction, sha256: str) -> MediaOutput | None:
    """The file of this content, when the library has it."""
    row = (await db.execute(select(media).where(media.c.sha256 == sha256))).one_or_none()
    return (await _outputs(db, [row]))[0] if row else None


async def begin_adding(db: Transaction) -> None:
    """Until the transaction ends nobody else adds a file: neither the quota nor a file that comes
    twice at once is counted wrongly."""
    await db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADDING})


async def require_room(db: Transaction, size: int, quota: int) -> None:
    """Raises media_quota."""
    used = await _used(db)
    if used + size > quota:
        raise AppError(
            "media_quota",
            f"The library may hold {quota // MIB} MB and has {used / MIB:.1f} MB; this file has "
            f"{size / MIB:.1f} MB. Delete what is not needed any more.",
        )


async def add(
    db: Transaction,
    *,
    name: str,
    extension: str,
    sha256: str,
    size: int,
    picture: Picture | None,
    folder_id: UUID | None,
    uploader_id: UUID,
) -> MediaOutput:
    """The new row. Raises invalid_input for a folder that is gone."""
    try:
        added = await db.execute(
            insert(media)
            .values(
                id=uuid4(),
                folder_id=folder_id,
                sha256=sha256,
                kind=TYPES[extension].kind,
                extension=extension,
                name=name,
                filename=address_name(name, extension),
                bytes=size,
                width=picture.width if picture else None,
                height=picture.height if picture else None,
                animated=picture.animated if picture else False,
                colour=picture.colour if picture else None,
                uploader_id=uploader_id,
            )
            .returning(*media.c)
        )
    except IntegrityError as error:
        raise _no_folder() from error
    row = added.one()
    await emit(db, "media.added", _told(row))
    return (await _outputs(db, [row]))[0]


async def change(db: Transaction, media_id: UUID, given: MediaInput, user: Caller) -> MediaOutput:
    """Raises not_found, forbidden, invalid_input."""
    # What was left out stands at a default that nobody asked for.
    values = given.model_dump(exclude_unset=True)
    try:
        changed = await db.execute(
            update(media)
            .where(media.c.id == media_id, _may_change(user))
            .values(**values, updated_at=func.now())
            .returning(*media.c)
        )
    except IntegrityError as error:
        raise _no_folder() from error
    row = changed.one_or_none()
    if row is None:
        await find(db, media_id)
        raise _not_yours()
    return (await _outputs(db, [row]))[0]


async def remove(db: Transaction, media_id: UUID, user: Caller, *, although_used: bool) -> Row[Any]:
    """Take the row out and give it back, for its files. Raises not_found, forbidden, media_in_use."""
    row = await find(db, media_id, lock=True)
    if not (user.may("media.edit") or row.uploader_id == user.id):
        raise _not_yours()
    shown = await list_uses(db, media_id)
    if shown and not although_used:
        titles = ", ".join(f"“{use.title}”" for use in shown[:3])
        more = f" and {len(shown) - 3} more" if len(shown) > 3 else ""
        raise AppError("media_in_use", f"{titles}{more} would lose it.")
    await db.execute(delete(media).where(media.c.id == media_id))
    await emit(db, "media.deleted", _told(row))
    return row


async def list_uses(db: Transaction, media_id: UUID) -> Sequence[UseOutput]:
    """What shows the file. Raises not_found."""
    await find(db, media_id)
    rows = await db.execute(
        select(uses.c.owner_kind.label("kind"), uses.c.owner_id.label("id"), uses.c.title)
        .where(uses.c.media_id == media_id)
        .order_by(func.lower(uses.c.title), uses.c.owner_id)
    )
    return [UseOutput.model_validate(row) for row in rows]


async def list_used(db: Transaction, ids: Sequence[UUID]) -> Sequence[UsedOutput]:
    """Those of the files that something shows, with what does."""
    rows = await db.execute(
        select(uses.c.media_id, uses.c.owner_kind.label("kind"), uses.c.owner_id.label("id"), uses.c.title)
        .where(uses.c.media_id.in_(ids))
        .order_by(func.lower(uses.c.title), uses.c.owner_id)
    )
    found: dict[UUID, list[UseOutput]] = {}
    for row in rows:
        found.setdefault(row.media_id, []).append(UseOutput.model_validate(row))
    return [UsedOutput(id=media_id, uses=found[media_id]) for media_id in ids if media_id in found]


async def storage(db: Transaction, quota: int) -> StorageOutput:
    files = (await db.execute(select(func.count()).select_from(media))).scalar_one()
    return StorageOutput(
        used=await _used(db),
        quota=quota,
        files=files,
        largest={known.mime: known.largest for known in TYPES.values()},
    )


async def find(db: Transaction, media_id: UUID, *, lock: bool = False) -> Row[Any]:
    """Raises not_found."""
    query = select(media).where(media.c.id == media_id)
    row = (await db.execute(query.with_for_update() if lock else query)).one_or_none()
    if row is None:
        raise AppError("not_found")
    return row


async def known_names(db: Transaction, paths: Iterable[Path]) -> set[str]:
    """Of these paths' names those that are a file's id or hash."""
    stems = {path.stem for path in paths}
    columns = (cast(media.c.id, Text), media.c.sha256)
    known: set[str] = set()
    for column in columns:
        known |= set((await db.execute(select(column).where(column.in_(stems)))).scalars())
    return known


async def _used(db: Transaction) -> int:
    return int((await db.execute(select(func.coalesce(func.sum(media.c.bytes), 0)))).scalar_one())


def _may_change(user: Caller) -> ColumnElement[bool]:
    """All files are an editor's to change; an author's are those they uploaded."""
    return true() if user.may("media.edit") else media.c.uploader_id == user.id


async def _outputs(db: Transaction, rows: Sequence[Row[Any]]) -> list[MediaOutput]:
    names = await identity.names_of(db, {row.uploader_id for row in rows if row.uploader_id})
    return [_output(row, names.get(row.uploader_id)) for row in rows]


def _output(row: Row[Any], uploader: str | None) -> MediaOutput:
    file_type = TYPES[row.extension]
    url = address(row.id, row.filename)
    sized = file_type.is_raster and not row.animated
    focal = (row.focal_x, row.focal_y)
    thumbnail = url if file_type.kind == "image" else None
    if file_type.is_raster:
        thumbnail = address(row.id, f"{min(WIDTHS[0], row.width)}.webp")
    return MediaOutput(
        **{name: getattr(row, name) for name in _PLAIN},
        mime=file_type.mime,
        url=url,
        thumbnail=thumbnail,
        sizes=[
            SizeOutput(width=width, url=address(row.id, f"{width}.webp"))
            for width in (widths_of(row.width) if sized else [])
        ],
        crops=CropsOutput(**{name: crop_address(row.id, crop, focal) for name, crop in CROPS.items()})
        if sized
        else None,
        uploader=UploaderOutput(id=row.uploader_id, name=uploader) if uploader is not None else None,
    )


_PLAIN = (
    "id", "kind", "name", "folder_id", "bytes", "width", "height", "animated", "colour", "alt", "caption",
    "focal_x", "focal_y", "created_at", "updated_at",
)  # fmt: skip


def _told(row: Row[Any]) -> dict[str, object]:
    """What an event says of a file."""
    return {
        "id": str(row.id), "type": row.kind, "title": row.name, "path": address(row.id, row.filename),
    }  # fmt: skip


def _no_folder() -> AppError:
    return AppError("invalid_input", fields={"folderId": "There is no such folder."})


def _not_yours() -> AppError:
    return AppError("forbidden", "You may change files that you uploaded; this is somebody else's.")
