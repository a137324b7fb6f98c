"""Hands events to their subscribers: each at least once, in its own savepoint, so that one that fails
neither takes another's work along nor keeps the next event waiting. Imported with the first event."""

import logging
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Row, delete, func, select, update

from app.modules.core.actor import Actor
from app.modules.core.database import Database, Transaction, is_unavailable
from app.modules.core.events import Event, Hear, outbox

log = logging.getLogger(__name__)

BATCH: Final = 50
FIRST_RETRY = timedelta(seconds=5)
LONGEST_RETRY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Subscriber:
    """`load` imports what hears, when the first event comes that is in `events` (None: every one)."""

    name: str
    load: Callable[[], Hear]
    events: Container[str] | None = None

    def wants(self, row: Row[Any]) -> bool:
        if row.pending is not None:
            return self.name in row.pending
        return self.events is None or row.name in self.events


async def hand_on(database: Database, subscribers: Sequence[Subscriber]) -> int:
    """Work off what is due, oldest first; how many that were."""
    async with database.transaction() as db:
        due = await db.execute(
            select(outbox)
            .where(outbox.c.due_at <= func.now())
            .order_by(outbox.c.id)
            .limit(BATCH)
            .with_for_update(skip_locked=True)
        )
        rows = due.all()
        for row in rows:
            failed = [s.name for s in subscribers if s.wants(row) and not await _heard(db, s, row)]
            await _settle(db, row, failed)
    return len(rows)


async def _heard(db: Transaction, subscriber: Subscriber, row: Row[Any]) -> bool:
    try:
        async with db.begin_nested():
            await subscriber.load()(db, _event(row))
    except Exception as error:
        if is_unavailable(error):
            raise
        log.exception("an event was not heard", extra={"event": row.name, "by": subscriber.name})
        return False
    return True


async def _settle(db: Transaction, row: Row[Any], failed: Sequence[str]) -> None:
    this = outbox.c.id == row.id
    if not failed:
        await db.execute(delete(outbox).where(this))
        return
    # An event is never given up: the log of who did what is one of those that hear.
    wait = min(FIRST_RETRY * 4 ** min(row.attempts, 10), LONGEST_RETRY)
    await db.execute(
        update(outbox)
        .where(this)
        .values(attempts=row.attempts + 1, pending=list(failed), due_at=func.now() + wait)
    )


def _event(row: Row[Any]) -> Event:
    return Event(
        id=row.id,
        name=row.name,
        payload=row.payload,
        actor=Actor(row.actor_kind, row.actor_id, row.actor_name),
        at=row.at,
        request_id=row.request_id,
        address=row.address,
    )
