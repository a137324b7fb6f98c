"""Use cases around revisions. Other modules call these; each takes the caller's transaction."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, insert, select, update

from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.identity import service as identity
from app.modules.revisions.models import revisions
from app.modules.revisions.schemas import (
    RevisionAuthor,
    RevisionKind,
    RevisionList,
    RevisionOutput,
    RevisionSummary,
)

# Of one entry. Those that were public are kept beyond that, as many again.
KEPT = 100
# Autosaves of one person within this time are one revision.
AUTOSAVE_SPAN = timedelta(minutes=10)

_SUMMARY = [c for c in revisions.c if c.name not in ("data", "slug", "parent_id", "term_ids")]


async def record(
    db: Transaction,
    entry_id: UUID,
    number: int,
    kind: RevisionKind,
    author_id: UUID | None,
    snapshot: Mapping[str, Any],
) -> None:
    """Keep what was saved: slug, title, data, parent_id and term_ids. What is beyond KEPT goes."""
    if kind == "autosaved":
        await _drop_last_autosave(db, entry_id, author_id)
    await db.execute(
        insert(revisions).values(
            entry_id=entry_id, number=number, kind=kind, author_id=author_id, **snapshot
        )
    )
    for public in (False, True):
        group = (revisions.c.entry_id == entry_id) & (
            revisions.c.published_at.is_not(None) if public else revisions.c.published_at.is_(None)
        )
        oldest = (
            select(revisions.c.number)
            .where(group)
            .order_by(revisions.c.number.desc())
            .offset(KEPT)
            .limit(1)
            .scalar_subquery()
        )
        await db.execute(delete(revisions).where(group, revisions.c.number <= oldest))


async def record_all(db: Transaction, rows: Iterable[Mapping[str, Any]]) -> None:
    """The first revisions of entries that come in many at once."""
    if given := list(rows):
        await db.execute(insert(revisions), given)


async def mark_published(db: Transaction, entry_id: UUID, number: int, at: datetime) -> None:
    await db.execute(
        update(revisions)
        .where(revisions.c.entry_id == entry_id, revisions.c.number == number)
        .values(published_at=at)
    )


async def list_revisions(
    db: Transaction, entry_id: UUID, *, limit: int, before: int | None
) -> RevisionList:
    """Newest first. Raises not_found for an entry there is not: every one has a revision."""
    query = select(*_SUMMARY).where(revisions.c.entry_id == entry_id)
    if before is not None:
        query = query.where(revisions.c.number < before)
    rows = (await db.execute(query.order_by(revisions.c.number.desc()).limit(limit + 1))).all()
    if not rows and before is None:
        raise AppError("not_found")
    shown = rows[:limit]
    names = await identity.names_of(db, {row.author_id for row in shown if row.author_id})
    return RevisionList(
        items=[_summary(row, names) for row in shown],
        next_cursor=str(shown[-1].number) if len(rows) > limit else None,
    )


async def get_revision(db: Transaction, entry_id: UUID, number: int) -> RevisionOutput:
    """Raises not_found."""
    found = await db.execute(
        select(revisions).where(revisions.c.entry_id == entry_id, revisions.c.number == number)
    )
    row = found.one_or_none()
    if row is None:
        raise AppError("not_found")
    names = await identity.names_of(db, [row.author_id] if row.author_id else [])
    return RevisionOutput(
        **_summary(row, names).model_dump(),
        slug=row.slug,
        data=row.data,
        parent_id=row.parent_id,
        terms=row.term_ids,
    )


async def _drop_last_autosave(db: Transaction, entry_id: UUID, author_id: UUID | None) -> None:
    """Take out the newest revision when it is an autosave of the same person, not long ago. The
    first of a row of autosaves stays for AUTOSAVE_SPAN, so that a long session leaves a trail."""
    found = await db.execute(
        select(revisions)
        .where(revisions.c.entry_id == entry_id)
        .order_by(revisions.c.number.desc())
        .limit(2)
    )
    rows = found.all()
    if not rows or rows[0].kind != "autosaved" or rows[0].author_id != author_id:
        return
    newest, began = rows[0], rows[-1].created_at
    if newest.published_at is None and datetime.now(UTC) - began < AUTOSAVE_SPAN:
        await db.execute(
            delete(revisions).where(
                revisions.c.entry_id == entry_id, revisions.c.number == newest.number
            )
        )


def _summary(row: Row[Any], names: Mapping[UUID, str]) -> RevisionSummary:
    known = row.author_id in names
    return RevisionSummary(
        number=row.number,
        kind=row.kind,
        title=row.title,
        created_at=row.created_at,
        published_at=row.published_at,
        author=RevisionAuthor(id=row.author_id, name=names[row.author_id]) if known else None,
    )
