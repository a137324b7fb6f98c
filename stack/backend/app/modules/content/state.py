"""What becomes of entries beside their words: publishing, the menu, a sample site. For other modules;
each call takes the caller's transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from app.modules.content import term_tree, tree, types
from app.modules.content.models import entries, terms
from app.modules.content.rows import change, entry_of, forget_uses, note_uses, snapshot
from app.modules.content.schemas import Entry, SampleCategory, SamplePage, Status
from app.modules.core.database import Transaction
from app.modules.core.events import EventName, emit
from app.modules.revisions import service as revisions


async def set_status(db: Transaction, entry_id: UUID, status: Status) -> None:
    await change(db, entry_id, status=status, updated_at=func.now())


async def set_schedule(
    db: Transaction,
    entry_id: UUID,
    *,
    publish_at: datetime | None,
    unpublish_at: datetime | None,
    problem: str = "",
) -> None:
    """When it is to be published and taken back; why the last time did not work."""
    await change(
        db,
        entry_id,
        publish_at=publish_at,
        unpublish_at=unpublish_at,
        schedule_problem=problem,
    )


async def mark_published(
    db: Transaction, entry: Entry, path: str | None, at: datetime, first_at: datetime
) -> None:
    """Its present version is public from now on."""
    await change(
        db,
        entry.id,
        status="published",
        published_version=entry.version,
        published_path=path,
        published_at=at,
        first_published_at=first_at,
        publish_at=None,
        schedule_problem="",
        updated_at=func.now(),
    )
    await revisions.mark_published(db, entry.id, entry.version, at)
    await note_uses(db, replace(entry, published_version=entry.version))


async def mark_unpublished(db: Transaction, entry: Entry) -> None:
    """Nothing of it is public any more."""
    await change(
        db,
        entry.id,
        status="draft",
        published_version=None,
        published_path=None,
        published_at=None,
        unpublish_at=None,
        schedule_problem="",
        updated_at=func.now(),
    )
    await note_uses(db, replace(entry, published_version=None))


async def set_published_paths(db: Transaction, paths: Mapping[UUID, str]) -> None:
    """Where entries are public after one above them has moved."""
    if paths:
        path = case(dict(paths), value=entries.c.id)
        await db.execute(update(entries).where(entries.c.id.in_(paths)).values(published_path=path))


async def scheduled(db: Transaction, now: datetime, limit: int) -> list[Entry]:
    """Entries whose time has come, each for this transaction alone."""
    due = (entries.c.publish_at <= now) | (entries.c.unpublish_at <= now)
    rows = await db.execute(
        select(entries)
        .where(due)
        .order_by(func.least(entries.c.publish_at, entries.c.unpublish_at), entries.c.id)
        .limit(limit)
        .with_for_update(key_share=True, skip_locked=True)
    )
    return [entry_of(row) for row in rows]


async def arrange_navigation(db: Transaction, page_ids: Sequence[UUID]) -> dict[UUID, int]:
    """Say which pages are in the menu and in which order; the place of each. Ids of pages that are
    gone are passed over. Raises importing."""
    await tree.lock(db)
    order = {page_id: place for place, page_id in enumerate(page_ids, start=1)}
    place = case(order, value=entries.c.id, else_=entries.c.position) if order else entries.c.position
    await db.execute(
        update(entries)
        .where(entries.c.type_key == "page")
        .values(in_navigation=entries.c.id.in_(order), position=place)
    )
    return order


async def replace_all(
    db: Transaction, brought: Sequence[SamplePage], categories: Sequence[SampleCategory]
) -> Sequence[tuple[Entry, datetime | None]]:
    """Put these in the place of every entry and term there is; each entry with the time it was
    published. Raises importing."""
    await term_tree.lock_with_entries(db)
    now = datetime.now(UTC)
    kinds = await types.all_types(db)
    rows: list[dict[str, Any]] = []
    for place, page in enumerate(brought, start=1):
        at = now - timedelta(hours=page.age)
        data = {
            "body": page.body,
            "bodyFormat": "markdown",
            "summary": page.summary,
            "cover": page.cover,
            "coverAlt": page.cover_alt,
            **({"blocks": page.blocks} if page.blocks else {}),
        }
        path = types.path_of(kinds[page.type_key], page.slug, None)
        rows.append(
            {
                "id": page.id,
                "type_key": page.type_key,
                "slug": page.slug,
                "title": page.title,
                "data": data,
                "term_ids": page.term_ids,
                "position": place,
                "in_navigation": page.in_navigation,
                "status": "published" if page.published else "draft",
                "version": 1,
                "created_at": at - timedelta(hours=1),
                "updated_at": at,
                "published_version": 1 if page.published else None,
                "published_path": path if page.published else None,
                "published_at": at if page.published else None,
                "first_published_at": at if page.published else None,
            }
        )
    await db.execute(delete(entries))
    await db.execute(delete(terms))
    await forget_uses(db)
    if not rows:
        return []
    if categories:
        named = [{"id": one.id, "kind": "category", "slug": one.slug, "name": one.name} for one in categories]
        await db.execute(insert(terms).values(named))
    made = await db.execute(insert(entries).values(rows).returning(*entries.c))
    there = {row.id: row for row in made}
    in_order = [there[row["id"]] for row in rows]
    await revisions.record_all(db, [snapshot(row, "saved") for row in in_order])
    return [(entry_of(row), row.published_at) for row in in_order]


async def tell(db: Transaction, name: EventName, entry: Entry, **more: object) -> None:
    """Emit an event about an entry."""
    said = {"id": str(entry.id), "type": entry.type_key, "title": entry.draft.title}
    path = {"path": entry.published_path} if entry.published_path else {}
    await emit(db, name, {**said, **path, "version": entry.version, **more})


def moved(entry: Entry, path: str | None) -> Entry:
    """The entry as it is once it is public at `path`."""
    return replace(entry, published_path=path)
