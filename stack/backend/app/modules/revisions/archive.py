"""What was saved before, as it is carried out and in. Each call takes the caller's transaction."""

from collections.abc import Collection
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, Field
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app.modules.core.archive import Archived, Number, Writer
from app.modules.core.database import Transaction
from app.modules.core.schemas import Line
from app.modules.identity import service as identity
from app.modules.revisions.models import revisions
from app.modules.revisions.schemas import RevisionKind


class ArchivedRevision(Archived):
    entry_id: UUID
    number: Number
    kind: RevisionKind = "saved"
    slug: Annotated[Line, Field(max_length=200)]
    title: Annotated[Line, Field(max_length=200)]
    data: dict[str, Any] = Field(default_factory=dict)
    parent_id: UUID | None = None
    terms: Annotated[list[UUID], Field(max_length=50)] = Field(default_factory=list)
    author: Writer | None = None
    created_at: AwareDatetime
    published_at: AwareDatetime | None = None


async def archived_revisions(db: Transaction, entry_ids: Collection[UUID]) -> list[ArchivedRevision]:
    """Of these entries, the oldest first."""
    found = await db.execute(
        select(revisions)
        .where(revisions.c.entry_id.in_(entry_ids))
        .order_by(revisions.c.entry_id, revisions.c.number)
    )
    rows = found.all()
    people = await identity.writers_of(db, {row.author_id for row in rows if row.author_id})
    names = ("entry_id", "number", "kind", "slug", "title", "data", "parent_id", "created_at", "published_at")
    return [
        ArchivedRevision(
            **{name: getattr(row, name) for name in names},
            terms=list(row.term_ids),
            author=people.get(row.author_id),
        )
        for row in rows
    ]


async def restore_revision(db: Transaction, given: ArchivedRevision, author_id: UUID | None) -> bool:
    """Whether it is new: what there is already under its number stays."""
    plain = given.model_dump(exclude={"terms", "author"})
    added = await db.execute(
        insert(revisions)
        .values(**plain, term_ids=given.terms, author_id=author_id)
        .on_conflict_do_nothing()
        .returning(revisions.c.number)
    )
    return added.one_or_none() is not None
