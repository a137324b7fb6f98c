"""Use cases around entries. Other modules call these; each takes the caller's transaction."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, select

from app.modules.content import drafts, terms, tree
from app.modules.content.fields import check_data, missing, with_defaults
from app.modules.content.listing import author_output, summaries
from app.modules.content.models import entries
from app.modules.content.rendering import render_body
from app.modules.content.rows import (
    entry_of,
    find,
    forget_uses,
    insert_draft,
    keep_revision,
    store,
)
from app.modules.content.schemas import (
    Draft,
    Entry,
    EntryInput,
    EntryOutput,
    NewEntryInput,
)
from app.modules.content.state import tell
from app.modules.content.types import Type, all_types, get_type
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.identity import service as identity
from app.modules.identity.schemas import Caller
from app.modules.revisions import service as revisions
from app.modules.revisions.schemas import RevisionKind


async def create_entry(db: Transaction, given: NewEntryInput, writer: Caller) -> EntryOutput:
    """A new draft. Without a slug one is made from the title. Raises slug_taken, invalid_input, importing."""
    kind = await get_type(db, given.type)
    data = await drafts.checked_data(db, kind, None, with_defaults(kind.fields, given.data))
    if given.parent_id is not None:
        await drafts.require_parent(db, kind, None, given.parent_id)
    draft = Draft("", given.title, data, given.parent_id, await terms.known(db, given.terms))
    in_menu = kind.key == "page" and given.parent_id is None
    row = await insert_draft(
        db,
        kind,
        draft,
        given.slug,
        author_id=writer.id,
        saved_by=writer.id,
        locale=given.locale,
        in_navigation=in_menu if given.in_navigation is None else given.in_navigation,
    )
    await keep_revision(db, row, "saved")
    await tell(db, "entry.created", entry_of(row))
    return await _output(db, row)


async def get_entry(db: Transaction, entry_id: UUID) -> EntryOutput:
    """Raises not_found."""
    return await _output(db, await find(db, entry_id))


async def save_entry(
    db: Transaction, entry_id: UUID, given: EntryInput, writer: Caller
) -> EntryOutput:
    """A new version of the one that was edited; visitors see the published one until this one is.
    Saving what is there already changes nothing. Raises conflict when there is a newer one,
    slug_taken, invalid_input, not_found, forbidden, importing."""
    if "parent_id" in given.model_fields_set:
        await tree.lock_of(db, entry_id)
    row = await find(db, entry_id, lock=True)
    require_may_edit(row, writer)
    if row.version != given.version:
        raise await _conflict(db, row)
    kind = (await all_types(db))[row.type_key]
    present = entry_of(row)
    draft = await drafts.changed_draft(db, kind, entry_id, present.draft, given)
    beside: dict[str, Any] = {}
    if given.position is not None:
        beside["position"] = given.position
    if given.in_navigation is not None:
        beside["in_navigation"] = given.in_navigation
    if draft == present.draft and all(getattr(row, k) == v for k, v in beside.items()):
        return await _output(db, row)
    saved = await store(
        db, row, draft, writer.id, "autosaved" if given.autosave else "saved", **beside
    )
    await tell(db, "entry.saved", entry_of(saved), **({"autosave": True} if given.autosave else {}))
    return await _output(db, saved)


async def restore_revision(
    db: Transaction, entry_id: UUID, number: int, writer: Caller
) -> EntryOutput:
    """A new version with what an old one held, as far as that still fits. Raises not_found,
    forbidden, slug_taken, importing."""
    await tree.lock_of(db, entry_id)
    row = await find(db, entry_id, lock=True)
    require_may_edit(row, writer)
    old = await revisions.get_revision(db, entry_id, number)
    draft = Draft(old.slug, old.title, old.data, old.parent_id, old.terms)
    saved = await overwrite(db, entry_id, draft, writer.id, "restored")
    await tell(db, "entry.restored", saved, revision=number)
    return await get_entry(db, entry_id)


async def delete_entry(db: Transaction, entry_id: UUID, writer: Caller) -> None:
    """With its revisions, and what is public of it. Raises not_found, forbidden, in_use, importing."""
    await tree.lock_of(db, entry_id)
    row = await find(db, entry_id, lock=True)
    require_may_edit(row, writer)
    below = await db.execute(select(entries.c.id).where(entries.c.parent_id == entry_id).limit(1))
    if below.one_or_none() is not None:
        raise AppError("in_use", "There are pages below this one; move or delete them first.")
    await db.execute(delete(entries).where(entries.c.id == entry_id))
    await forget_uses(db, entry_id)
    await tell(db, "entry.deleted", entry_of(row))


def require_may_edit(row: Row[Any], writer: Caller) -> None:
    """Editors change anything, authors what is theirs and not public. Raises forbidden."""
    if writer.may("pages.edit"):
        return
    if row.author_id != writer.id or row.published_version is not None:
        raise AppError("forbidden", "You may change your own drafts; this is not one.")


# What follows is for other modules.


async def lock_entry(db: Transaction, entry_id: UUID, writer: Caller | None = None) -> Entry:
    """The entry, which nobody else changes until the transaction ends. With `writer`, only one that
    is theirs to change. Raises not_found, forbidden."""
    row = await find(db, entry_id, lock=True)
    if writer is not None:
        require_may_edit(row, writer)
    return entry_of(row)


async def read_entry(db: Transaction, entry_id: UUID) -> Entry:
    """The working copy, as it is at this moment. Raises not_found."""
    return entry_of(await find(db, entry_id))


async def type_of(db: Transaction, entry: Entry) -> Type:
    return (await all_types(db))[entry.type_key]


async def require_complete(db: Transaction, entry: Entry) -> None:
    """Raises invalid_input unless all that its type requires is there."""
    if problems := missing((await type_of(db, entry)).fields, entry.draft.data):
        raise AppError("invalid_input", "Something is missing that this needs.", fields=problems)


async def fitting_data(db: Transaction, type_key: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """What of `data` an entry of this type can hold; what does not fit is left out. Raises
    invalid_input where there is no such type."""
    return check_data((await get_type(db, type_key)).fields, data)[0]


async def overwrite(
    db: Transaction,
    entry_id: UUID,
    draft: Draft,
    user_id: UUID | None,
    kind: RevisionKind,
    **beside: object,
) -> Entry:
    """A new version that holds `draft`, as far as it still fits. Raises not_found, slug_taken."""
    row = await find(db, entry_id, lock=True)
    fitting = await drafts.fitting(db, (await all_types(db))[row.type_key], entry_id, draft)
    return entry_of(await store(db, row, fitting, user_id, kind, **beside))


async def page_exists(db: Transaction, page_id: UUID) -> bool:
    found = await db.execute(
        select(entries.c.id).where(entries.c.id == page_id, entries.c.type_key == "page")
    )
    return found.one_or_none() is not None


async def _output(db: Transaction, row: Row[Any]) -> EntryOutput:
    summary = (await summaries(db, [row]))[0]
    names = await identity.names_of(db, [row.saved_by] if row.saved_by else [])
    return EntryOutput(
        **summary.model_dump(),
        data=row.data,
        html=render_body(row.data),
        published_version=row.published_version,
        translation_group=row.translation_group,
        saved_by=author_output(names, row.saved_by),
    )


async def _conflict(db: Transaction, row: Row[Any]) -> AppError:
    """Tells who has saved meanwhile, and when."""
    names = await identity.names_of(db, [row.saved_by] if row.saved_by else [])
    fields = {"version": str(row.version), "savedAt": row.updated_at.isoformat()}
    if row.saved_by in names:
        fields["savedBy"] = names[row.saved_by]
    who = fields.get("savedBy", "Someone else")
    return AppError("conflict", f"{who} has saved this in the meantime.", fields=fields)
