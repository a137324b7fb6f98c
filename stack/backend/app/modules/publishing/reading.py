"""What visitors get to read. Each call takes the caller's transaction.

Every process has this loaded from its start, so it is of dataclasses and leaves the rest of content
to when it is needed.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Row, Select, bindparam, func, select
from sqlalchemy.dialects.postgresql import UUID as UUIDType

from app.modules.content.rendering import render_body
from app.modules.core.database import Transaction
from app.modules.identity import service as identity
from app.modules.publishing.models import published_entries, redirects
from app.modules.publishing.parts import Part, parts_of

if TYPE_CHECKING:
    from app.modules.content.schemas import Entry

MOST_LINKS: Final = 50
MOST_IN_NAVIGATION: Final = 8
MOST_IN_SITEMAP: Final = 50_000
POSTS_A_PAGE: Final = 10
_DOCUMENTS: Final = frozenset({"page", "post"})
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
_IS_POST: Final = published_entries.c.type_key == "post"
_NEWEST_FIRST: Final = published_entries.c.first_published_at.desc()
_NEWEST: Final = _links_of(_NEWEST_FIRST)
_MENU: Final = _links_of(
    published_entries.c.position,
    published_entries.c.in_navigation & (published_entries.c.type_key == "page"),
)
_BELOW: Final = _links_of(published_entries.c.position, published_entries.c.parent_id == bindparam("parent"))
_POSTS: Final = _links_of(_NEWEST_FIRST, _IS_POST)
_POSTS_OF: Final = _links_of(
    _NEWEST_FIRST, _IS_POST, published_entries.c.term_ids.any(bindparam("term", type_=UUIDType))
)
_ENTRY: Final = select(*(column for column in published_entries.c if column.name != "search"))
_ENTRY_AT: Final = _ENTRY.where(published_entries.c.path == bindparam("at"))
_ENTRY_OF: Final = _ENTRY.where(
    published_entries.c.entry_id == bindparam("id"), published_entries.c.path.is_not(None)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicEntry:
    """`seo_title` and `description` stand in search engines, where they are not ''."""

    id: UUID
    type_key: str
    path: str
    title: str
    summary: str
    cover: str
    cover_alt: str
    html: str
    # As they are stored; site/blocks.py makes of them what is shown.
    blocks: Sequence[Mapping[str, Any]]
    parts: Sequence[Part]
    seo_title: str
    description: str
    noindex: bool
    author: str
    term_ids: Sequence[UUID]
    published_at: datetime
    updated_at: datetime


async def entry_at(db: Transaction, path: str) -> PublicEntry | None:
    return await _entry(db, _ENTRY_AT, {"at": path})


async def entry_of(db: Transaction, entry_id: UUID) -> PublicEntry | None:
    """None for what is not public, or has no page."""
    return await _entry(db, _ENTRY_OF, {"id": entry_id})


async def moved_to(db: Transaction, path: str) -> str | None:
    """Where what used to be at `path` is public now."""
    found = await db.execute(
        select(published_entries.c.path)
        .join(redirects, redirects.c.entry_id == published_entries.c.entry_id)
        .where(redirects.c.path == path)
    )
    there: str | None = found.scalar_one_or_none()
    return there


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
    db: Transaction, limit: int, term_id: UUID | None = None, *, offset: int = 0
) -> Sequence[PublicLink]:
    of = {} if term_id is None else {"term": term_id}
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
    db: Transaction, page: int, term_id: UUID | None = None
) -> tuple[Sequence[PublicLink], bool]:
    """The posts of a page of the listing, the newest first, and whether there are older ones."""
    begin = (page - 1) * POSTS_A_PAGE
    found = await newest_posts(db, POSTS_A_PAGE + 1, term_id, offset=begin)
    return found[:POSTS_A_PAGE], len(found) > POSTS_A_PAGE


async def latest_posts(db: Transaction, limit: int) -> Sequence[PublicEntry]:
    """Whole, for a feed."""
    rows = await db.execute(
        _ENTRY.where(_IS_POST, published_entries.c.path.is_not(None))
        .order_by(_NEWEST_FIRST, published_entries.c.entry_id)
        .limit(limit)
    )
    return [await _public(db, row) for row in rows.all()]


async def addresses(db: Transaction) -> Sequence[tuple[UUID, str, datetime]]:
    """Every public page that search engines may know, and when it last changed."""
    rows = await db.execute(
        select(published_entries.c.entry_id, published_entries.c.path, published_entries.c.published_at)
        .where(published_entries.c.path.is_not(None), ~noindex())
        .order_by(published_entries.c.path)
        .limit(MOST_IN_SITEMAP)
    )
    return [(row.entry_id, row.path, row.published_at) for row in rows]


async def as_if_public(db: Transaction, entry: "Entry", now: datetime) -> PublicEntry:
    """What visitors would see of an entry that is being worked on."""
    return await _shown(
        db,
        entry_id=entry.id,
        type_key=entry.type_key,
        path="",
        title=entry.draft.title,
        data=entry.draft.data,
        author_id=entry.author_id if entry.type_key == "post" else None,
        byline=entry.byline,
        term_ids=entry.draft.term_ids,
        published_at=entry.first_published_at or now,
        updated_at=now,
    )


async def as_if_saved(
    db: Transaction, type_key: str, title: str, data: Mapping[str, Any], now: datetime
) -> PublicEntry:
    """What visitors would see of what is being typed; `data` is what the type's fields have kept."""
    return await _shown(
        db,
        entry_id=UUID(int=0),
        type_key=type_key,
        path="",
        title=title,
        data=data,
        author_id=None,
        byline="",
        term_ids=(),
        published_at=now,
        updated_at=now,
    )


async def _entry(
    db: Transaction, query: Select[Any], values: Mapping[str, object]
) -> PublicEntry | None:
    row = (await db.execute(query, values)).one_or_none()
    return await _public(db, row) if row is not None else None


async def _public(db: Transaction, row: Row[Any]) -> PublicEntry:
    return await _shown(
        db,
        entry_id=row.entry_id,
        type_key=row.type_key,
        path=row.path,
        title=row.title,
        data=row.data,
        author_id=row.author_id if row.type_key == "post" else None,
        byline=row.byline,
        term_ids=row.term_ids,
        published_at=row.first_published_at,
        updated_at=row.published_at,
    )


async def _shown(
    db: Transaction,
    *,
    entry_id: UUID,
    type_key: str,
    path: str,
    title: str,
    data: Mapping[str, Any],
    author_id: UUID | None,
    byline: str,
    term_ids: Sequence[UUID],
    published_at: datetime,
    updated_at: datetime,
) -> PublicEntry:
    seo = data.get("seo") or {}
    document = type_key in _DOCUMENTS
    names = await identity.names_of(db, [author_id] if author_id else [])
    return PublicEntry(
        id=entry_id,
        type_key=type_key,
        path=path,
        title=title,
        summary=data.get("summary", "") if document else "",
        cover=data.get("cover", "") if document else "",
        cover_alt=data.get("coverAlt", "") if document else "",
        html=render_body(data) if document else "",
        blocks=data.get("blocks", ()) if type_key == "page" else (),
        parts=[] if document else await parts_of(db, type_key, data),
        seo_title=seo.get("title", ""),
        description=seo.get("description", ""),
        noindex=bool(seo.get("noindex")),
        author=(names.get(author_id) if author_id else None) or (byline if type_key == "post" else ""),
        term_ids=term_ids,
        published_at=published_at,
        updated_at=updated_at,
    )


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
