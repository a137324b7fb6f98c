"""Use cases around publishing. Other modules call these; each takes the caller's transaction."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from app.modules.content import service as content
from app.modules.content import state, tree, types
from app.modules.content.schemas import Draft, Entry, EntryOutput, SampleCategory, SamplePage
from app.modules.core.bulk import BulkProblem, BulkResult
from app.modules.core.database import Transaction, wake_after_commit
from app.modules.core.errors import AppError
from app.modules.identity.schemas import Caller
from app.modules.publishing.models import published_entries, redirects
from app.modules.publishing.paths import Place, public_paths
from app.modules.publishing.schemas import BulkAction, ScheduleInput


async def publish(db: Transaction, entry_id: UUID) -> None:
    """Make the present version what visitors see; does nothing when it is that already. Raises
    not_found, invalid_input when something required is missing, slug_taken when another entry is
    public at its address, importing."""
    await tree.lock_of(db, entry_id)
    entry = await content.lock_entry(db, entry_id)
    kind = await content.type_of(db, entry)
    # Of a type that has pages by now, one may have been published when it had none.
    shown = entry.published_path is not None or not kind.public
    if entry.published_version == entry.version and entry.status == "published" and shown:
        return
    await content.require_complete(db, entry)
    now = datetime.now(UTC)
    first_at = entry.first_published_at or now
    path = None if kind.tree else types.path_of(kind, entry.draft.slug, None)
    await _show(db, entry, path, now, first_at)
    if kind.tree:
        path = await _arrange_paths(db, kind.key, entry_id)
    await state.mark_published(db, entry, path, now, first_at)
    await state.tell(db, "entry.published", state.moved(entry, path))


async def unpublish(db: Transaction, entry_id: UUID) -> None:
    """Take it back: it is a draft again, with all that was saved. Raises not_found, importing."""
    await tree.lock_of(db, entry_id)
    entry = await content.lock_entry(db, entry_id)
    if entry.published_version is None:
        if entry.status != "draft":
            await state.set_status(db, entry_id, "draft")
        return
    kind = await content.type_of(db, entry)
    await db.execute(delete(published_entries).where(published_entries.c.entry_id == entry_id))
    await state.mark_unpublished(db, entry)
    if kind.tree:
        await _arrange_paths(db, kind.key)
    await state.tell(db, "entry.unpublished", entry)


async def submit(db: Transaction, entry_id: UUID, writer: Caller) -> None:
    """Ask for it to be read and published. Raises not_found, forbidden, invalid_input."""
    entry = await content.lock_entry(db, entry_id, writer)
    if entry.status == "in_review" or entry.published_version == entry.version:
        return
    await content.require_complete(db, entry)
    await state.set_status(db, entry_id, "in_review")
    await state.tell(db, "entry.submitted", entry)


async def discard(db: Transaction, entry_id: UUID, user_id: UUID) -> EntryOutput:
    """A new version that is what visitors see; what was saved since stays among the revisions. Raises
    not_found, in_use when nothing of it is public, importing."""
    await tree.lock_of(db, entry_id)
    entry = await content.lock_entry(db, entry_id)
    found = await db.execute(
        select(published_entries).where(published_entries.c.entry_id == entry_id)
    )
    row = found.one_or_none()
    if row is None:
        raise AppError("in_use", "Nothing of this is public yet; there is nothing to go back to.")
    if entry.published_version != entry.version:
        shown = Draft(row.slug, row.title, row.data, row.parent_id, list(row.term_ids))
        again = await content.overwrite(
            db, entry_id, shown, user_id, "discarded", position=row.position
        )
        if again.draft == shown:
            # It is what visitors see, so there is nothing to publish.
            await state.mark_published(db, again, row.path, row.published_at, row.first_published_at)
    return await content.get_entry(db, entry_id)


async def schedule(db: Transaction, entry_id: UUID, given: ScheduleInput) -> EntryOutput:
    """Raises not_found, invalid_input."""
    entry = await content.lock_entry(db, entry_id)
    now = datetime.now(UTC)
    problems = {
        name: "This time is past."
        for name, moment, before in (
            ("publishAt", given.publish_at, entry.publish_at),
            ("unpublishAt", given.unpublish_at, entry.unpublish_at),
        )
        if moment is not None and moment <= now and moment != before
    }
    if given.unpublish_at is not None:
        if given.publish_at is not None and given.unpublish_at <= given.publish_at:
            problems["unpublishAt"] = "It would be taken back before it is published."
        elif given.publish_at is None and entry.published_version is None:
            problems["unpublishAt"] = "It is not public; say when it is to be published."
    if problems:
        raise AppError("invalid_input", fields=problems)
    if given.publish_at is not None:
        await content.require_complete(db, entry)
    await state.set_schedule(
        db, entry_id, publish_at=given.publish_at, unpublish_at=given.unpublish_at
    )
    times = {
        "publishAt": given.publish_at.isoformat() if given.publish_at else None,
        "unpublishAt": given.unpublish_at.isoformat() if given.unpublish_at else None,
    }
    await state.tell(db, "entry.scheduled", entry, **times)
    wake_after_commit(db)
    return await content.get_entry(db, entry_id)


async def do_in_bulk(
    db: Transaction, ids: Sequence[UUID], action: BulkAction, user: Caller
) -> list[BulkResult]:
    """Each by itself: what is wrong with one keeps none of the others from being done. Raises importing."""
    await tree.lock(db)
    results = []
    for entry_id in dict.fromkeys(ids):
        problem = None
        try:
            async with db.begin_nested():
                await _do(db, entry_id, action, user)
        except AppError as error:
            problem = BulkProblem.of(error)
        results.append(BulkResult(id=entry_id, problem=problem))
    return results


async def arrange_navigation(db: Transaction, page_ids: Sequence[UUID]) -> None:
    """Say which pages are in the menu, and in which order; visitors see it at once. Raises importing."""
    order = await state.arrange_navigation(db, page_ids)
    await db.execute(
        update(published_entries)
        .where(published_entries.c.type_key == "page")
        .values(in_navigation=published_entries.c.entry_id.in_(order))
    )
    for page_id, place in order.items():
        await db.execute(
            update(published_entries)
            .where(published_entries.c.entry_id == page_id)
            .values(position=place)
        )


async def replace_all(
    db: Transaction, brought: Sequence[SamplePage], categories: Sequence[SampleCategory]
) -> UUID | None:
    """Put these in the place of all entries and terms there are; the id of the first one. Raises importing."""
    made = await state.replace_all(db, brought, categories)
    rows = [
        _row(entry, entry.published_path, at, at) for entry, at in made if at is not None
    ]
    if rows:
        await db.execute(insert(published_entries), rows)
    return made[0][0].id if made else None


async def _do(db: Transaction, entry_id: UUID, action: BulkAction, user: Caller) -> None:
    match action:
        case "submit":
            await submit(db, entry_id, user)
        case "delete":
            await content.delete_entry(db, entry_id, user)
        case "publish" | "unpublish":
            if not user.may("pages.publish"):
                raise AppError("forbidden")
            await (publish if action == "publish" else unpublish)(db, entry_id)


async def _show(
    db: Transaction, entry: Entry, path: str | None, at: datetime, first_at: datetime
) -> None:
    """Write what visitors see. Of a tree the path comes afterwards, from `_arrange_paths`."""
    row = _row(entry, path, at, first_at)
    before = await db.execute(
        select(published_entries.c.path).where(published_entries.c.entry_id == entry.id)
    )
    old = before.scalar_one_or_none()
    if path is None:
        # What it has until then.
        row["path"] = old
    try:
        await db.execute(
            insert(published_entries)
            .values(row)
            .on_conflict_do_update(index_elements=["entry_id"], set_=row)
        )
    except IntegrityError as error:
        raise address_taken() from error
    if path is not None:
        await note_moves(db, {entry.id: (old, path)})


async def _arrange_paths(
    db: Transaction, type_key: str, entry_id: UUID | None = None
) -> str | None:
    """Give every public entry of a tree the path it has now, and the path of `entry_id`. Whatever was
    public elsewhere before leads there from now on. Raises slug_taken."""
    rows = await db.execute(
        select(
            published_entries.c.entry_id,
            published_entries.c.slug,
            published_entries.c.parent_id,
            published_entries.c.path,
        ).where(published_entries.c.type_key == type_key)
    )
    published = {row.entry_id: row for row in rows}
    present = {one: Place(n.slug, n.parent_id) for one, n in (await tree.nodes(db, type_key)).items()}
    paths = public_paths(present, {one: Place(row.slug, row.parent_id) for one, row in published.items()})
    moves = {
        one: (published[one].path, path)
        for one, path in paths.items()
        if published[one].path != path
    }
    try:
        # Those that are deepest first: none takes an address before its owner has left it, unless
        # that owner stays.
        for one, (_, path) in sorted(moves.items(), key=lambda move: -move[1][1].count("/")):
            await db.execute(
                update(published_entries)
                .where(published_entries.c.entry_id == one)
                .values(path=path)
            )
    except IntegrityError as error:
        raise address_taken() from error
    await note_moves(db, moves)
    await state.set_published_paths(db, {one: path for one, (_, path) in moves.items()})
    return paths.get(entry_id) if entry_id else None


async def note_moves(db: Transaction, moves: dict[UUID, tuple[str | None, str]]) -> None:
    """Redirects from the old paths; an address at which something is public leads nowhere else."""
    if not moves:
        return
    taken = [path for _, path in moves.values()]
    await db.execute(delete(redirects).where(redirects.c.path.in_(taken)))
    left = [
        {"path": old, "entry_id": entry_id}
        for entry_id, (old, path) in moves.items()
        if old is not None and old != path and old not in taken
    ]
    if left:
        given = insert(redirects)
        await db.execute(
            given.values(left).on_conflict_do_update(
                index_elements=["path"],
                set_={"entry_id": given.excluded.entry_id, "created_at": func.now()},
            )
        )


def _row(
    entry: Entry, path: str | None, at: datetime | None, first_at: datetime | None
) -> dict[str, Any]:
    draft = entry.draft
    return {
        "entry_id": entry.id,
        "type_key": entry.type_key,
        "slug": draft.slug,
        "path": path,
        "title": draft.title,
        "data": draft.data,
        "parent_id": draft.parent_id,
        "position": entry.position,
        "in_navigation": entry.in_navigation,
        "term_ids": draft.term_ids,
        "locale": entry.locale,
        "author_id": entry.author_id,
        "byline": entry.byline,
        "first_published_at": first_at,
        "published_at": at,
    }


def address_taken() -> AppError:
    return AppError(
        "slug_taken",
        "Something else is public at this address.",
        fields={"slug": "Something else is public at this address."},
    )
