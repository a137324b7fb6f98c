"""What clients get of the log."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.modules.core.actor import ActorKind
from app.modules.core.schemas import Output


class AuditActor(Output):
    """`id` is a user's or a token's, of somebody who may be gone."""

    kind: ActorKind
    id: UUID | None
    name: str


class AuditEntry(Output):
    """`details` is what the event told beside its subject. `address` is where the request came from."""

    id: str
    at: datetime
    event: str
    actor: AuditActor
    subject_type: str
    subject_id: str
    title: str
    details: Mapping[str, Any]
    address: str | None
    request_id: str | None


class AuditList(Output):
    items: Sequence[AuditEntry]
    next_cursor: str | None
