"""What is public, for programs: the data itself and not the pages made of it. Each call takes the
caller's transaction."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, literal, select, tuple_

from app.modules.content.rendering import render_body
from app.modules.core.cursors import decode_cursor, encode_cursor
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.publishing.models import published_entries
from app.modules.publishing.schemas import PublishedList, PublishedOutput

_BY = (published_entries.c.first_published_at, published_entries.c.entry_id)


async def list_published(
    db: Transaction,
    *,
    type_key: str | None,
    slug: str | None,
    term_ids: Collection[UUID] | None,
    limit: int,
    cursor: str | None,
) -> PublishedList:
    """Those that were first published last come first; of `term_ids` each bears one. Raises invalid_input for a wrong cursor."""
    query = select(published_entries).order_by(*(column.desc() for column in _BY)).limit(limit + 1)
    if type_key is not None:
        query = query.where(published_entries.c.type_key == type_key)
    if slug is not None:
        query = query.where(published_entries.c.slug == slug)
    if term_ids is not None:
        query = query.where(published_entries.c.term_ids.overlap(list(term_ids)))
    if cursor is not None:
        last = tuple_(*(literal(value) for value in decode_cursor(cursor, datetime)))
        query = query.where(tuple_(*_BY) < last)
    rows = (await db.execute(query)).all()
    shown = rows[:limit]
    more = None
    if len(rows) > limit:
        more = encode_cursor(shown[-1].first_published_at, shown[-1].entry_id)
    return PublishedList(items=[_output(row) for row in shown], next_cursor=more)


async def get_published(db: Transaction, entry_id: UUID) -> PublishedOutput:
    """Raises not_found."""
    found = await db.execute(
        select(published_entries).where(published_entries.c.entry_id == entry_id)
    )
    row = found.one_or_none()
    if row is None:
        raise AppError("not_found")
    return _output(row)


def _output(row: Row[Any]) -> PublishedOutput:
    return PublishedOutput(
        id=row.entry_id,
        type=row.type_key,
        slug=row.slug,
        path=row.path,
        title=row.title,
        data=row.data,
        html=render_body(row.data),
        terms=row.term_ids,
        locale=row.locale,
        parent_id=row.parent_id,
        first_published_at=row.first_published_at,
        published_at=row.published_at,
    )
