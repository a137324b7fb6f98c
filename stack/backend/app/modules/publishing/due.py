"""Publishes and takes back what has its time; called by core.background when that has come."""

from datetime import UTC, datetime

from app.modules.content import state
from app.modules.content.schemas import Entry
from app.modules.core import locks
from app.modules.core.database import Database, Transaction
from app.modules.core.errors import AppError
from app.modules.publishing import service

AT_ONCE = 20


async def work_off(database: Database) -> int:
    """How many entries had their time, whatever became of it. What cannot be published says why in the
    admin and is not tried again. Nothing is done while somebody else, as an import, changes the tree."""
    async with database.transaction() as db:
        now = datetime.now(UTC)
        if not await locks.try_lock(db, locks.ENTRIES):
            return 0
        entries = await state.scheduled(db, now, AT_ONCE)
        for entry in entries:
            problem = ""
            try:
                async with db.begin_nested():
                    await _work_off(db, entry, now)
            except AppError as error:
                problem = error.in_words()
            await state.set_schedule(
                db,
                entry.id,
                publish_at=_still_to_come(entry.publish_at, now),
                unpublish_at=_still_to_come(entry.unpublish_at, now),
                problem=problem,
            )
    return len(entries)


async def _work_off(db: Transaction, entry: Entry, now: datetime) -> None:
    """Where both times have passed, the second one counts."""
    if entry.unpublish_at is not None and entry.unpublish_at <= now:
        await service.unpublish(db, entry.id)
    else:
        await service.publish(db, entry.id)


def _still_to_come(moment: datetime | None, now: datetime) -> datetime | None:
    return moment if moment is not None and moment > now else None
