"""What visitors get to read. Each call takes the caller's transaction.

Every process has this loaded from its start, so it is of dataclasses and leaves the rest of content
to when it is needed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Row, Select, Text, bindparam, func, select
from sqlalchemy.dialects.postgresql import UUID as UUIDType

from app.modules.content.rendering import clean_html, plain_text, render_body, render_markdown
from app.modules.core.database import Transaction
from app.modules.identity import service as identity
from app.modules.publishing.models import published_entries, redirects

if TYPE_CHECKING:
    from app.modules.content.schemas import Entry

MOST_LINKS: Final = 50
MOST_IN_NAVIGATION: Final = 8
MOST_IN_SITEMAP: Final = 50_000
POSTS_A_PAGE: Final = 10
_DOCUMENTS: Final = frozenset({"page", "post"})
_DATA: Final = published_entries.c.data
_LINK: Final = (
    published_entries.c.entry_id,
    published_entries.c.path,
    published_entries.c.title,
    published_entries.c.first_published_at,
    _DATA["summary"].astext.label("summary"),
    _DATA["cover"].astext.label("cover"),
    _DATA["coverAlt"].astext.label("cover_alt"),
)




def _noindex() -> ColumnElement[bool]:
    return func.coalesce(_DATA["seo"]["noindex"].as_boolean(), False)


def _links_of(order: ColumnElement[Any], *only: ColumnElement[bool]) -> Select[Any]:
    """Takes `most` and `skip`."""
    return (
        select(*_LINK)
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
# A table of one row: as a mere expression it would be made again for each entry that is ranked.
_QUERY: Final = func.websearch_to_tsquery(
    func.site_search_language(), bindparam("words", type_=Text)
).column_valued("query")
_FOUND: Final = (
    select(*_LINK, _DATA)
    .where(
        published_entries.c.path.is_not(None), published_entries.c.search.op("@@")(_QUERY), ~_noindex()
    )
    .order_by(func.ts_rank(published_entries.c.search, _QUERY).desc(), published_entries.c.entry_id)
    .limit(bindparam("most", type_=Integer))
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


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a client's own type: `html` when it is rich text, else lines of plain text."""

    label: str
    html: str
    lines: Sequence[str]


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
    parts: Sequence[Part]
    seo_title: str
    description: str
    noindex: bool
    author: str
    term_ids: Sequence[UUID]
    published_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Hit:
    link: PublicLink
    excerpt: str


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


async def below(db: Transaction, entry_id: UUID) -> Sequence[PublicLink]:
    """The pages directly below this one, in their order."""
    return await _links(db, _BELOW, MOST_LINKS, parent=entry_id)


async def posts(
    db: Transaction, page: int, term_id: UUID | None = None
) -> tuple[Sequence[PublicLink], bool]:
    """The posts of a page of the listing, the newest first, and whether there are older ones."""
    of = {} if term_id is None else {"term": term_id}
    skip = (page - 1) * POSTS_A_PAGE
    found = await _links(db, _POSTS_OF if of else _POSTS, POSTS_A_PAGE + 1, skip=skip, **of)
    return found[:POSTS_A_PAGE], len(found) > POSTS_A_PAGE


async def latest_posts(db: Transaction, limit: int) -> Sequence[PublicEntry]:
    """Whole, for a feed."""
    rows = await db.execute(
        _ENTRY.where(_IS_POST, published_entries.c.path.is_not(None))
        .order_by(_NEWEST_FIRST, published_entries.c.entry_id)
        .limit(limit)
    )
    return [await _public(db, row) for row in rows.all()]


async def find(db: Transaction, words: str, limit: int) -> Sequence[Hit]:
    """What holds these words in any of their forms, the best first."""
    rows = await db.execute(_FOUND, {"words": words, "most": limit})
    return [Hit(_link(row), excerpt(_words_of(row.data), words)) for row in rows]


async def addresses(db: Transaction) -> Sequence[tuple[UUID, str, datetime]]:
    """Every public page that search engines may know, and when it last changed."""
    rows = await db.execute(
        select(published_entries.c.entry_id, published_entries.c.path, published_entries.c.published_at)
        .where(published_entries.c.path.is_not(None), ~_noindex())
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
        term_ids=entry.draft.term_ids,
        published_at=entry.first_published_at or now,
        updated_at=now,
    )


def excerpt(text: str, words: str, length: int = 220) -> str:
    """The part of `text` around the first of `words` that it holds."""
    lower = text.lower()
    places = [lower.find(word) for word in words.lower().split() if len(word) > 2]
    first = min((place for place in places if place >= 0), default=0)
    begin = max(0, first - length // 3)
    if begin:
        begin = text.find(" ", begin) + 1
    part = text[begin : begin + length]
    if begin + length < len(text):
        part = f"{part.rsplit(' ', 1)[0]} …"
    return f"… {part}" if begin else part


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
        parts=[] if document else await _parts(db, type_key, data),
        seo_title=seo.get("title", ""),
        description=seo.get("description", ""),
        noindex=bool(seo.get("noindex")),
        author=names.get(author_id, "") if author_id else "",
        term_ids=term_ids,
        published_at=published_at,
        updated_at=updated_at,
    )


async def _parts(db: Transaction, type_key: str, data: Mapping[str, Any]) -> Sequence[Part]:
    from app.modules.content import types

    kind = (await types.all_types(db)).get(type_key)
    parts: list[Part] = []
    for one in kind.own if kind else ():
        value = data.get(one.key)
        if value in (None, "", []) or one.kind in ("json", "reference"):
            continue
        if one.kind == "richtext":
            parts.append(Part(one.label, clean_html(str(value)), ()))
        elif one.kind == "markdown":
            parts.append(Part(one.label, render_markdown(str(value)), ()))
        elif one.kind != "list" or one.of != "reference":
            parts.append(Part(one.label, "", [_said(v) for v in _as_list(value)]))
    return parts


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return f"{value:g}" if isinstance(value, float) else str(value)


async def _links(
    db: Transaction, query: Select[Any], most: int, *, skip: int = 0, **values: object
) -> Sequence[PublicLink]:
    rows = await db.execute(query, {"most": most, "skip": skip, **values})
    return [_link(row) for row in rows]


def _link(row: Row[Any]) -> PublicLink:
    return PublicLink(
        id=row.entry_id,
        path=row.path,
        title=row.title,
        summary=row.summary or "",
        cover=row.cover or "",
        cover_alt=row.cover_alt or "",
        published_at=row.first_published_at,
    )


def _words_of(data: Mapping[str, Any]) -> str:
    if data.get("bodyFormat") == "markdown":
        return plain_text(render_markdown(data.get("body", "")))
    if "body" in data:
        return plain_text(data["body"])
    return plain_text(" ".join(value for value in data.values() if isinstance(value, str)))
