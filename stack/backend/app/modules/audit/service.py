"""Use cases around the log. Each takes the caller's transaction."""

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, delete, func, or_, select
from sqlalchemy.dialects.postgresql import insert

from app.modules.audit.models import audit_log
from app.modules.audit.schemas import AuditActor, AuditEntry, AuditList
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.events import Event

# The database lets nothing go that is younger than a year.
KEPT: Final = timedelta(days=366)
# How many old lines may go with a new one.
FORGOTTEN_AT_ONCE: Final = 10
_SUBJECT: Final = ("id", "type", "title")


async def record(db: Transaction, event: Event) -> None:
    """Hears every event. One that comes twice is written once."""
    await db.execute(
        insert(audit_log)
        .values(
            id=event.id,
            at=event.at,
            event=event.name,
            actor_kind=event.actor.kind,
            actor_id=event.actor.id,
            actor_name=event.actor.name,
            subject_type=str(event.payload.get("type", "")),
            subject_id=str(event.payload.get("id", "")),
            title=str(event.payload.get("title", "")),
            details={k: v for k, v in event.payload.items() if k not in _SUBJECT},
            address=event.address,
            request_id=event.request_id,
        )
        .on_conflict_do_nothing()
    )
    oldest = select(audit_log.c.id, audit_log.c.at).order_by(audit_log.c.id).limit(FORGOTTEN_AT_ONCE)
    seen = oldest.subquery()
    old = select(seen.c.id).where(seen.c.at < func.now() - KEPT)
    await db.execute(delete(audit_log).where(audit_log.c.id.in_(old)))


async def list_entries(
    db: Transaction,
    *,
    event: str | None,
    actor: UUID | None,
    subject: str | None,
    since: datetime | None,
    until: datetime | None,
    limit: int,
    cursor: str | None,
) -> AuditList:
    """The newest first. `event` is a name or the first half of one: `entry` means all of an entry's."""
    query = select(audit_log).order_by(audit_log.c.id.desc()).limit(limit + 1)
    if event is not None:
        query = query.where(
            or_(audit_log.c.event == event, audit_log.c.event.startswith(f"{event}.", autoescape=True))
        )
    if actor is not None:
        query = query.where(audit_log.c.actor_id == actor)
    if subject is not None:
        query = query.where(audit_log.c.subject_id == subject)
    if since is not None:
        query = query.where(audit_log.c.at >= since)
    if until is not None:
        query = query.where(audit_log.c.at < until)
    if cursor is not None:
        query = query.where(audit_log.c.id < _position(cursor))
    rows = (await db.execute(query)).all()
    shown = rows[:limit]
    more = str(shown[-1].id) if len(rows) > limit else None
    return AuditList(items=[_output(row) for row in shown], next_cursor=more)


def _position(cursor: str) -> int:
    if not cursor.isascii() or not cursor.isdigit() or len(cursor) > 18:
        raise AppError("invalid_input", fields={"cursor": "Not a cursor of this list."})
    return int(cursor)


def _output(row: Row[Any]) -> AuditEntry:
    return AuditEntry(
        id=str(row.id),
        at=row.at,
        event=row.event,
        actor=AuditActor(kind=row.actor_kind, id=row.actor_id, name=row.actor_name),
        subject_type=row.subject_type,
        subject_id=row.subject_id,
        title=row.title,
        details=row.details,
        address=row.address,
        request_id=row.request_id,
    )
