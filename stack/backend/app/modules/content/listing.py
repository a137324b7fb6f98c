"""Lists of entries, as the admin sees them. Each call takes the caller's transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Text, cast, func, literal, or_, select, tuple_

from app.modules.content import term_tree, tree
from app.modules.content.models import entries
from app.modules.content.schemas import AuthorOutput, EntryList, EntrySummary, Sort
from app.modules.content.types import Type, all_types, path_of
from app.modules.core.cursors import decode_cursor, encode_cursor
from app.modules.core.database import Transaction
from app.modules.identity import service as identity

StatusFilter = Literal["draft", "in_review", "published", "changed", "scheduled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list is to hold; a parent of "root" stands for none, and a category for those below it too."""

    type_key: str | None = None
    status: StatusFilter | None = None
    search: str = ""
    term_id: UUID | None = None
    author_id: UUID | None = None
    parent: UUID | Literal["root"] | None = None
    sort: Sort = "updated"
    limit: int = 30
    cursor: str | None = None


_PUBLIC: Final = entries.c.published_version.is_not(None)
_STATUS: Final[dict[str, ColumnElement[bool]]] = {
    "draft": entries.c.status == "draft",
    "in_review": entries.c.status == "in_review",
    "published": _PUBLIC,
    "changed": _PUBLIC & (entries.c.version > entries.c.published_version),
    "scheduled": or_(entries.c.publish_at.is_not(None), entries.c.unpublish_at.is_not(None)),
}
# By what a list is sorted, what that is in a cursor, and whether the greatest comes first.
_SORTS: Final[dict[str, tuple[ColumnElement[Any], type, bool]]] = {
    "updated": (entries.c.updated_at, datetime, True),
    "published": (func.coalesce(entries.c.first_published_at, entries.c.created_at), datetime, True),
    "title": (func.lower(entries.c.title), str, False),
    "position": (entries.c.position, int, False),
}


async def list_entries(db: Transaction, wanted: Wanted) -> EntryList:
    """`search` looks for its text anywhere in title, address and data. Raises invalid_input for a
    cursor of another list."""
    by, kind, descending = _SORTS[wanted.sort]
    query = select(*entries.c, by.label("sort_key")).where(*await _conditions(db, wanted))
    if wanted.cursor is not None:
        last = tuple_(*(literal(value) for value in decode_cursor(wanted.cursor, kind)))
        here = tuple_(by, entries.c.id)
        query = query.where(here < last if descending else here > last)
    order = (by.desc(), entries.c.id.desc()) if descending else (by, entries.c.id)
    rows = (await db.execute(query.order_by(*order).limit(wanted.limit + 1))).all()
    shown = rows[: wanted.limit]
    more = encode_cursor(shown[-1].sort_key, shown[-1].id) if len(rows) > wanted.limit else None
    return EntryList(items=await summaries(db, shown), next_cursor=more)


async def find_entries(db: Transaction, words: str, limit: int) -> Sequence[EntrySummary]:
    """The entries that hold these words in any of their forms, or a title that begins like them; the
    best first."""
    # Made once, for all entries that are ranked.
    query = select(func.websearch_to_tsquery(func.site_search_language(), words)).scalar_subquery()
    titled = entries.c.title.icontains(words, autoescape=True)
    rank = func.ts_rank(entries.c.search, query)
    rows = await db.execute(
        select(entries)
        .where(or_(entries.c.search.op("@@")(query), titled))
        .order_by(titled.desc(), rank.desc(), entries.c.updated_at.desc(), entries.c.id)
        .limit(limit)
    )
    return await summaries(db, rows.all())


async def entries_of(db: Transaction, ids: Iterable[UUID]) -> Sequence[EntrySummary]:
    """Those of these that there are, in no order."""
    rows = (await db.execute(select(entries).where(entries.c.id.in_(ids)))).all()
    return await summaries(db, rows) if rows else []


async def summaries(db: Transaction, rows: Sequence[Row[Any]]) -> list[EntrySummary]:
    types = await all_types(db)
    names = await identity.names_of(db, {row.author_id for row in rows if row.author_id})
    below = [row.id for row in rows if types[row.type_key].tree]
    above = await tree.nodes_above(db, below)
    return [_summary(row, types[row.type_key], names, above) for row in rows]


def _summary(
    row: Row[Any], kind: Type, names: dict[UUID, str], above: dict[UUID, tree.Node]
) -> EntrySummary:
    higher = tree.path_in(above, row.parent_id) if row.parent_id else None
    return EntrySummary(
        id=row.id,
        type=row.type_key,
        slug=row.slug,
        title=row.title,
        status=row.status,
        published=row.published_version is not None,
        has_changes=row.published_version is not None and row.version > row.published_version,
        locale=row.locale,
        parent_id=row.parent_id,
        position=row.position,
        in_navigation=row.in_navigation,
        terms=row.term_ids,
        path=path_of(kind, row.slug, higher),
        published_path=row.published_path,
        version=row.version,
        created_at=row.created_at,
        updated_at=row.updated_at,
        published_at=row.published_at,
        first_published_at=row.first_published_at,
        publish_at=row.publish_at,
        unpublish_at=row.unpublish_at,
        schedule_problem=row.schedule_problem,
        author=author_output(names, row.author_id),
    )


def author_output(names: dict[UUID, str], user_id: UUID | None) -> AuthorOutput | None:
    if user_id is None or user_id not in names:
        return None
    return AuthorOutput(id=user_id, name=names[user_id])


async def _conditions(db: Transaction, wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.type_key is not None:
        found.append(entries.c.type_key == wanted.type_key)
    if wanted.status is not None:
        found.append(_STATUS[wanted.status])
    if wanted.term_id is not None:
        found.append(entries.c.term_ids.overlap(await term_tree.with_below(db, wanted.term_id)))
    if wanted.author_id is not None:
        found.append(entries.c.author_id == wanted.author_id)
    if wanted.parent is not None:
        parent = None if wanted.parent == "root" else wanted.parent
        found.append(entries.c.parent_id.is_not_distinct_from(parent))
    if wanted.search:
        columns = (entries.c.title, entries.c.slug, cast(entries.c.data, Text))
        found.append(or_(*(c.icontains(wanted.search, autoescape=True) for c in columns)))
    return found
