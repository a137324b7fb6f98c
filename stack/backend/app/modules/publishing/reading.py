"""What visitors get to read, whole; publishing/links.py has the lists. Each call takes the caller's transaction.

Every process has this loaded from its start, so it is of dataclasses and leaves the rest of content
to when it is needed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from sqlalchemy import Row, Select, bindparam, select

from app.modules.content.rendering import render_body
from app.modules.core.database import Transaction
from app.modules.identity import service as identity
from app.modules.publishing.links import IS_POST, NEWEST_FIRST
from app.modules.publishing.models import published_entries, redirects
from app.modules.publishing.parts import Part, parts_of

if TYPE_CHECKING:
    from app.modules.content.schemas import Entry

_DOCUMENTS: Final = frozenset({"page", "post"})
# Put together once: that takes as long as PostgreSQL does with them.
_ENTRY: Final = select(*(column for column in published_entries.c if column.name != "search"))
_ENTRY_AT: Final = _ENTRY.where(published_entries.c.path == bindparam("at"))
_ENTRY_OF: Final = _ENTRY.where(
    published_entries.c.entry_id == bindparam("id"), published_entries.c.path.is_not(None)
)


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


async def latest_posts(db: Transaction, limit: int) -> Sequence[PublicEntry]:
    """Whole, for a feed."""
    rows = await db.execute(
        _ENTRY.where(IS_POST, published_entries.c.path.is_not(None))
        .order_by(NEWEST_FIRST, published_entries.c.entry_id)
        .limit(limit)
    )
    return [await _public(db, row) for row in rows.all()]


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
