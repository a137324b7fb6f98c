"""Rows of entries: found, made, overwritten, and what of them other modules get. Each call takes the
caller's transaction."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Row, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import DBAPIError

from app.modules.content import drafts
from app.modules.content.models import entries
from app.modules.content.schemas import Draft, Entry
from app.modules.content.slugs import first_free, slug_from_title
from app.modules.content.types import Type
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.media import uses as media_uses
from app.modules.revisions import service as revisions
from app.modules.revisions.schemas import RevisionKind

# As what the library knows entries that show its files.
MEDIA_OWNER = "entry"
_UNIQUE_VIOLATION = "23505"
_TOO_LARGE_FOR_SEARCH = "54000"


async def find(db: Transaction, entry_id: UUID, *, lock: bool = False) -> Row[Any]:
    query = select(entries).where(entries.c.id == entry_id)
    # Weaker than what the key of a row below this one asks for, or two moves could block each other.
    locked = query.with_for_update(key_share=True) if lock else query
    row = (await db.execute(locked)).one_or_none()
    if row is None:
        raise AppError("not_found")
    return row


async def insert_draft(
    db: Transaction, kind: Type, draft: Draft, slug: str | None, **values: object
) -> Row[Any]:
    """The new row, under `slug` or else the first free one that its title gives."""
    if slug:
        drafts.require_good_slug(slug, kind, draft.parent_id)
        row = await _try_insert(db, kind, replace(draft, slug=slug), values)
        if row is None:
            raise slug_taken()
        return row
    wanted = slug_from_title(
        draft.title,
        reserved=kind.tree and draft.parent_id is None,
        otherwise=slug_from_title(kind.name, reserved=False),
    )
    while True:
        # Somebody else may take the same free slug between our look and our insert.
        taken = await db.execute(
            select(entries.c.slug).where(
                entries.c.type_key == kind.key,
                entries.c.parent_id.is_not_distinct_from(draft.parent_id),
                entries.c.slug.startswith(wanted, autoescape=True),
            )
        )
        free = first_free(wanted, set(taken.scalars()))
        row = await _try_insert(db, kind, replace(draft, slug=free), values)
        if row is not None:
            return row


async def store(
    db: Transaction,
    row: Row[Any],
    draft: Draft,
    user_id: UUID | None,
    kind: RevisionKind,
    **beside: object,
) -> Row[Any]:
    """The next version of a locked row. Raises slug_taken, payload_too_large."""
    try:
        saved = await db.execute(
            update(entries)
            .where(entries.c.id == row.id)
            .values(
                **drafts.columns_of(draft),
                **beside,
                version=row.version + 1,
                saved_by=user_id,
                updated_at=func.now(),
            )
            .returning(*entries.c)
        )
    except DBAPIError as error:
        raise refusal(error) from error
    stored = saved.one()
    await keep_revision(db, stored, kind)
    return stored


async def note_uses(db: Transaction, entry: Entry) -> None:
    """Tell the library which files this entry shows: its working copy, and what of it is public."""
    shown = [entry.draft.data]
    public_version = entry.published_version
    if public_version is not None and public_version != entry.version:
        public = await revisions.get_revision(db, entry.id, public_version)
        shown.append(public.data)
    texts = (json.dumps(data, ensure_ascii=False) for data in shown)
    await media_uses.note_uses(db, MEDIA_OWNER, entry.id, entry.draft.title, *texts)


async def forget_uses(db: Transaction, entry_id: UUID | None = None) -> None:
    """The entry is gone, or with None all of them."""
    await media_uses.forget_uses(db, MEDIA_OWNER, entry_id)


async def keep_revision(db: Transaction, row: Row[Any], kind: RevisionKind) -> None:
    said = snapshot(row, kind)
    await revisions.record(
        db, said.pop("entry_id"), said.pop("number"), said.pop("kind"), said.pop("author_id"), said
    )
    await note_uses(db, entry_of(row))


def snapshot(row: Row[Any], kind: RevisionKind) -> dict[str, Any]:
    return {
        "entry_id": row.id,
        "number": row.version,
        "kind": kind,
        "author_id": row.saved_by,
        "created_at": row.updated_at,
        "published_at": row.published_at if row.published_version == row.version else None,
        **drafts.columns_of(draft_of(row)),
    }


def entry_of(row: Row[Any]) -> Entry:
    return Entry(
        id=row.id,
        type_key=row.type_key,
        draft=draft_of(row),
        position=row.position,
        in_navigation=row.in_navigation,
        status=row.status,
        locale=row.locale,
        author_id=row.author_id,
        byline=row.byline,
        version=row.version,
        publish_at=row.publish_at,
        unpublish_at=row.unpublish_at,
        published_version=row.published_version,
        published_path=row.published_path,
        published_at=row.published_at,
        first_published_at=row.first_published_at,
    )


async def change(db: Transaction, entry_id: UUID, **values: object) -> None:
    await db.execute(update(entries).where(entries.c.id == entry_id).values(**values))


def draft_of(row: Row[Any]) -> Draft:
    return Draft(row.slug, row.title, row.data, row.parent_id, list(row.term_ids))


def slug_taken() -> AppError:
    return AppError("slug_taken", fields={"slug": "Something else already has this address."})


async def _try_insert(
    db: Transaction, kind: Type, draft: Draft, values: Mapping[str, object]
) -> Row[Any] | None:
    """None when the slug is taken."""
    last = select(func.coalesce(func.max(entries.c.position), 0)).where(
        entries.c.type_key == kind.key
    )
    try:
        inserted = await db.execute(
            insert(entries)
            .values(
                id=uuid4(),
                type_key=kind.key,
                **drafts.columns_of(draft),
                **values,
                position=last.scalar_subquery() + 1,
                status="draft",
                version=1,
            )
            .on_conflict_do_nothing(constraint="entries_address_key")
            .returning(*entries.c)
        )
    except DBAPIError as error:
        raise refusal(error) from error
    return inserted.one_or_none()


def refusal(error: DBAPIError) -> Exception:
    """What the database says of a row, as far as it is the writer's to mend."""
    state = getattr(error.orig, "sqlstate", None)
    if state == _UNIQUE_VIOLATION:
        return slug_taken()
    if state == _TOO_LARGE_FOR_SEARCH:
        return AppError("payload_too_large", "There is too much text in one entry.")
    return error
