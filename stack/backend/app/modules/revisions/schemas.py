"""What clients get of revisions."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from app.modules.core.schemas import Output

RevisionKind = Literal["saved", "autosaved", "restored", "discarded"]


class RevisionAuthor(Output):
    id: UUID
    name: str


class RevisionSummary(Output):
    """`number` is the entry's version; `published_at` when this one became public, if it did."""

    number: int
    kind: RevisionKind
    title: str
    created_at: datetime
    published_at: datetime | None
    author: RevisionAuthor | None


class RevisionOutput(RevisionSummary):
    slug: str
    data: dict[str, Any]
    parent_id: UUID | None
    terms: list[UUID]


class RevisionList(Output):
    """Newest first. `next_cursor` is the number to go on before."""

    items: list[RevisionSummary]
    next_cursor: str | None
