"""What happened, told to whoever wants to know: `emit` puts an event beside the change that it tells of,
in the same transaction, so that there is never the one without the other. `core.outbox` hands it on.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal, get_args

from sqlalchemy import BigInteger, Column, Integer, Table, Text, insert
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from app.modules.core.actor import Actor, acting, asking_address
from app.modules.core.database import Transaction, wake_after_commit
from app.modules.core.logs import request_id
from app.modules.core.tables import key, metadata, moment, unseen

EventName = Literal[
    "entry.created",
    "entry.saved",
    "entry.moved",
    "entry.submitted",
    "entry.published",
    "entry.unpublished",
    "entry.scheduled",
    "entry.deleted",
    "entry.restored",
    "term.saved",
    "term.deleted",
    "term.merged",
    "type.saved",
    "type.deleted",
    "media.added",
    "media.deleted",
    "user.added",
    "user.removed",
    "user.role_changed",
    "site.saved",
    "site.exported",
    "site.imported",
    "token.created",
    "token.revoked",
    "webhook.saved",
    "webhook.deleted",
    "webhook.stopped",
    "signed_in",
]
EVENT_NAMES: Final[tuple[EventName, ...]] = get_args(EventName)

# Events that somebody still has to hear of. `pending` names those subscribers once one has failed.
outbox = Table(
    "outbox",
    metadata,
    Column("id", BigInteger),
    Column("name", Text),
    Column("payload", JSONB),
    Column("actor_kind", Text),
    key("actor_id", nullable=True),
    Column("actor_name", Text),
    Column("request_id", Text, nullable=True),
    Column("address", Text, nullable=True),
    moment("at"),
    Column("attempts", Integer),
    moment("due_at"),
    Column("pending", ARRAY(Text), nullable=True),
    info=unseen(),
)


@dataclass(frozen=True, slots=True)
class Event:
    """`id` grows with time; two events of concurrent transactions may be heard of out of order."""

    id: int
    name: str
    payload: Mapping[str, Any]
    actor: Actor
    at: datetime
    request_id: str | None
    address: str | None


# What hears: in the transaction that crosses the event off, so what it does is done once.
type Hear = Callable[[Transaction, Event], Awaitable[None]]


async def emit(
    db: Transaction, name: EventName, payload: Mapping[str, object], *, by: Actor | None = None
) -> None:
    """Tell of something that `db`'s transaction does. `payload` is JSON: `id`, `type` and `title` of what
    it happened to, `path` where it has one, and what else a listener needs; never a secret. `by` is for
    where the door does not know yet who it is."""
    actor = by or acting.get()
    await db.execute(
        insert(outbox).values(
            name=name,
            payload=dict(payload),
            actor_kind=actor.kind,
            actor_id=actor.id,
            actor_name=actor.name,
            request_id=request_id.get(),
            address=asking_address.get(),
        )
    )
    wake_after_commit(db)
