"""Use cases around folders; each takes the caller's transaction."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Row, delete, func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.media.models import folders, media
from app.modules.media.schemas import FolderChange, FolderInput, FolderOutput

MOST_FOLDERS = 500
# Any number of our own: who moves a folder waits for whoever is moving one, or two could be put into
# one another.
_LOCK = 0x4D464F4C


async def list_folders(db: Transaction) -> Sequence[FolderOutput]:
    """All of them, by name."""
    inside = (
        select(func.count()).where(media.c.folder_id == folders.c.id).correlate(folders).scalar_subquery()
    )
    rows = await db.execute(
        select(folders.c.id, folders.c.name, folders.c.parent_id, inside.label("files")).order_by(
            func.lower(folders.c.name), folders.c.id
        )
    )
    return [FolderOutput.model_validate(row) for row in rows]


async def create_folder(db: Transaction, given: FolderInput) -> FolderOutput:
    """Raises folder_taken, invalid_input."""
    await _lock(db)
    if (await db.execute(select(func.count()).select_from(folders))).scalar_one() >= MOST_FOLDERS:
        raise AppError("invalid_input", fields={"name": f"There may be {MOST_FOLDERS} folders at most."})
    try:
        added = await db.execute(
            insert(folders).values(id=uuid4(), **given.model_dump()).returning(*folders.c)
        )
    except IntegrityError as error:
        raise _problem(error) from error
    return await _output(db, added.one())


async def change_folder(db: Transaction, folder_id: UUID, given: FolderChange) -> FolderOutput:
    """Raises not_found, folder_taken, invalid_input when it would be within itself."""
    await _lock(db)
    values = given.model_dump(exclude_unset=True)
    if values.get("parent_id") is not None and await _is_within(db, values["parent_id"], folder_id):
        raise AppError("invalid_input", fields={"parentId": "A folder cannot be within itself."})
    try:
        changed = await db.execute(
            update(folders)
            .where(folders.c.id == folder_id)
            .values(values or {"name": folders.c.name})
            .returning(*folders.c)
        )
    except IntegrityError as error:
        raise _problem(error) from error
    row = changed.one_or_none()
    if row is None:
        raise AppError("not_found")
    return await _output(db, row)


async def delete_folder(db: Transaction, folder_id: UUID) -> None:
    """What is in it, files and folders, moves to where it was. Raises not_found, folder_taken."""
    await _lock(db)
    found = await db.execute(select(folders.c.parent_id).where(folders.c.id == folder_id))
    row = found.one_or_none()
    if row is None:
        raise AppError("not_found")
    await db.execute(update(media).where(media.c.folder_id == folder_id).values(folder_id=row.parent_id))
    try:
        await db.execute(
            update(folders).where(folders.c.parent_id == folder_id).values(parent_id=row.parent_id)
        )
    except IntegrityError as error:
        raise AppError(
            "folder_taken", "A folder in it has the name of one beside it. Rename one of them first."
        ) from error
    await db.execute(delete(folders).where(folders.c.id == folder_id))


async def hold(db: Transaction, folder_id: UUID) -> None:
    """Keep it there until the transaction ends. Raises invalid_input for one that is gone."""
    held = select(folders.c.id).where(folders.c.id == folder_id).with_for_update(read=True, key_share=True)
    if (await db.execute(held)).one_or_none() is None:
        raise AppError("invalid_input", fields={"folderId": "There is no such folder."})


async def _is_within(db: Transaction, folder_id: UUID, ancestor: UUID) -> bool:
    """Whether `folder_id` is `ancestor` or below it."""
    found = await db.execute(
        text(
            "WITH RECURSIVE up AS (SELECT id, parent_id FROM media_folders WHERE id = :id"
            " UNION SELECT f.id, f.parent_id FROM media_folders f JOIN up ON f.id = up.parent_id)"
            " SELECT count(*) FROM up WHERE id = :ancestor"
        ),
        {"id": folder_id, "ancestor": ancestor},
    )
    return bool(found.scalar_one())


async def _lock(db: Transaction) -> None:
    await db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


async def _output(db: Transaction, row: Row[Any]) -> FolderOutput:
    inside = select(func.count()).select_from(media).where(media.c.folder_id == row.id)
    files = (await db.execute(inside)).scalar_one()
    return FolderOutput(id=row.id, name=row.name, parent_id=row.parent_id, files=files)


def _problem(error: IntegrityError) -> AppError:
    if getattr(error.orig, "sqlstate", None) == "23503":
        return AppError("invalid_input", fields={"parentId": "There is no such folder."})
    return AppError("folder_taken", fields={"name": "There is a folder of this name already."})
