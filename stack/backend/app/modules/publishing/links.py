"""What leads visitors to what is public: menus and lists. Each call takes the caller's transaction.

Every process has this loaded from its start.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Row, Select, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UUIDType

from app.modules.core.database import Transaction
from app.modules.publishing.models import published_entries

MOST_LINKS: Final = 50
MOST_IN_NAVIGATION: Final = 8
MOST_IN_SITEMAP: Final = 50_000
POSTS_A_PAGE: Final = 10
_DATA: Final = published_entries.c.data
LINK: Final = (
    published_entries.c.entry_id,
    published_entries.c.path,
    published_entries.c.title,
    published_entries.c.first_published_at,
    _DATA["summary"].astext.label("summary"),
    _DATA["cover"].astext.label("cover"),
    _DATA["coverAlt"].astext.label("cover_alt"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicLink:
    """`published_at` is when it first was."""

    id: UUID
    path: str
    title: str
    summary: str
    cover: str
    cover_alt: str
    published_at: datetime


def _links_of(order: ColumnElement[Any], *only: ColumnElement[bool]) -> Select[Any]:
    """Takes `most` and `skip`."""
    return (
        select(*LINK)
        .where(published_entries.c.path.is_not(None), *only)
        .order_by(order, published_entries.c.title, published_entries.c.entry_id)
        .offset(bindparam("skip", type_=Integer))
        .limit(bindparam("most", type_=Integer))
    )


# Put together once: that takes as long as PostgreSQL does with them.
IS_POST: Final = published_entries.c.type_key == "post"
NEWEST_FIRST: Final = published_entries.c.first_published_at.desc()
_NEWEST: Final = _links_of(NEWEST_FIRST)
_MENU: Final = _links_of(
    published_entries.c.position,
    published_entries.c.in_navigation & (published_entries.c.type_key == "page"),
)
_BELOW: Final = _links_of(published_entries.c.position, published_entries.c.parent_id == bindparam("parent"))
_POSTS: Final = _links_of(NEWEST_FIRST, IS_POST)
_POSTS_OF: Final = _links_of(
    NEWEST_FIRST, IS_POST, published_entries.c.term_ids.overlap(bindparam("terms", type_=ARRAY(UUIDType)))
)


async def newest(db: Transaction) -> Sequence[PublicLink]:
    return await _links(db, _NEWEST, MOST_LINKS)


async def navigation(db: Transaction) -> Sequence[PublicLink]:
    """The pages of the menu in their order, at most MOST_IN_NAVIGATION."""
    return await _links(db, _MENU, MOST_IN_NAVIGATION)


async def links_to(db: Transaction, entry_ids: Iterable[UUID]) -> Mapping[UUID, PublicLink]:
    """Those of these entries that visitors can be led to."""
    wanted = list(entry_ids)
    query = _links_of(published_entries.c.path, published_entries.c.entry_id.in_(wanted))
    found = await _links(db, query, len(wanted))
    return {link.id: link for link in found}


async def below(db: Transaction, entry_id: UUID) -> Sequence[PublicLink]:
    """The pages directly below this one, in their order."""
    return await _links(db, _BELOW, MOST_LINKS, parent=entry_id)


async def newest_posts(
    db: Transaction, limit: int, term_ids: Collection[UUID] | None = None, *, offset: int = 0
) -> Sequence[PublicLink]:
    """With `term_ids`, those that bear one of them."""
    of = {} if term_ids is None else {"terms": list(term_ids)}
    return await _links(db, _POSTS_OF if of else _POSTS, limit, skip=offset, **of)


async def paths_of(db: Transaction, ids: Collection[UUID]) -> dict[UUID, str]:
    """Where these entries are public; those that are not are left out."""
    if not ids:
        return {}
    rows = await db.execute(
        select(published_entries.c.entry_id, published_entries.c.path).where(
            published_entries.c.entry_id.in_(ids), published_entries.c.path.is_not(None)
        )
    )
    return {row.entry_id: row.path for row in rows}


async def posts(
    db: Transaction, page: int, term_ids: Collection[UUID] | None = None
) -> tuple[Sequence[PublicLink], bool]:
    """The posts of a page of the listing, the newest first, and whether there are older ones."""
    begin = (page - 1) * POSTS_A_PAGE
    found = await newest_posts(db, POSTS_A_PAGE + 1, term_ids, offset=begin)
    return found[:POSTS_A_PAGE], len(found) > POSTS_A_PAGE


async def terms_of_posts(db: Transaction, term_ids: Collection[UUID]) -> set[UUID]:
    """Those of these terms that a public post bears."""
    query = select(func.unnest(published_entries.c.term_ids)).where(
        IS_POST, published_entries.c.path.is_not(None), published_entries.c.term_ids.overlap(list(term_ids))
    )
    return set(term_ids) & set((await db.execute(query.distinct())).scalars())


async def addresses(db: Transaction) -> Sequence[tuple[UUID, str, datetime]]:
    """Every public page that search engines may know, and when it last changed."""
    rows = await db.execute(
        select(published_entries.c.entry_id, published_entries.c.path, published_entries.c.published_at)
        .where(published_entries.c.path.is_not(None), ~noindex())
        .order_by(published_entries.c.path)
        .limit(MOST_IN_SITEMAP)
    )
    return [(row.entry_id, row.path, row.published_at) for row in rows]


async def _links(
    db: Transaction, query: Select[Any], most: int, *, skip: int = 0, **values: object
) -> Sequence[PublicLink]:
    rows = await db.execute(query, {"most": most, "skip": skip, **values})
    return [link(row) for row in rows]


def link(row: Row[Any]) -> PublicLink:
    """Of a row with the columns of LINK."""
    return PublicLink(
        id=row.entry_id,
        path=row.path,
        title=row.title,
        summary=row.summary or "",
        cover=row.cover or "",
        cover_alt=row.cover_alt or "",
        published_at=row.first_published_at,
    )


def noindex() -> ColumnElement[bool]:
    """Whether it is kept out of every search."""
    return func.coalesce(_DATA["seo"]["noindex"].as_boolean(), False)
