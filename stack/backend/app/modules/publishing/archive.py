"""What is public, and where it was before, as it is carried out and in. Each call takes the caller's
transaction."""

from collections.abc import Collection, Mapping, Sequence
from itertools import batched
from typing import Any, Final, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field
from sqlalchemy import Row, case, delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from app.modules.content import service as content
from app.modules.content import state, tree, types
from app.modules.content.schemas import Draft, Entry, Place, Slug, TermIds, Title
from app.modules.core.archive import Archived, Number
from app.modules.core.database import Transaction
from app.modules.core.old_paths import OldPath
from app.modules.publishing import reading, service
from app.modules.publishing.models import published_entries, redirects
from app.modules.publishing.paths import Place as Standing
from app.modules.publishing.paths import public_paths

AT_ONCE: Final = 500


class ArchivedPublic(Archived):
    """What visitors see of an entry; `version` is the entry's own that it was."""

    version: Number
    slug: Slug
    title: Title
    data: dict[str, Any] = Field(default_factory=dict)
    parent_id: UUID | None = None
    position: Place = 0
    in_navigation: bool = False
    terms: TermIds = Field(default_factory=list)
    published_at: AwareDatetime
    first_published_at: AwareDatetime

    def draft(self) -> Draft:
        return Draft(self.slug, self.title, self.data, self.parent_id, list(self.terms))

    def columns(self) -> dict[str, Any]:
        """What the entry knows of it. The path is known when everything has its place."""
        return {
            "published_version": self.version,
            "published_path": None,
            "published_at": self.published_at,
            "first_published_at": self.first_published_at,
        }


class ArchivedRedirect(Archived):
    path: OldPath
    entry_id: UUID


async def archived_public(db: Transaction, entries: Mapping[UUID, int]) -> dict[UUID, ArchivedPublic]:
    """Of these entries, given each with the version of it that is public."""
    rows = await db.execute(select(published_entries).where(published_entries.c.entry_id.in_(entries)))
    return {
        row.entry_id: ArchivedPublic(
            version=entries[row.entry_id],
            slug=row.slug,
            title=row.title,
            data=row.data,
            parent_id=row.parent_id,
            position=row.position,
            in_navigation=row.in_navigation,
            terms=list(row.term_ids),
            published_at=row.published_at,
            first_published_at=row.first_published_at,
        )
        for row in rows
    }


async def archived_redirects(db: Transaction) -> Sequence[ArchivedRedirect]:
    """All of them, always in the same order."""
    rows = await db.execute(select(redirects.c.path, redirects.c.entry_id).order_by(redirects.c.path))
    return [ArchivedRedirect(path=row.path, entry_id=row.entry_id) for row in rows]


async def show(db: Transaction, entry: Entry, given: ArchivedPublic, draft: Draft) -> None:
    """Make `draft` what visitors see of `entry`; where, `arrange` says when everything is there."""
    row = {
        "entry_id": entry.id,
        "type_key": entry.type_key,
        "slug": draft.slug,
        "title": draft.title,
        "data": draft.data,
        "parent_id": draft.parent_id,
        "position": given.position,
        "in_navigation": given.in_navigation,
        "term_ids": draft.term_ids,
        "locale": entry.locale,
        "author_id": entry.author_id,
        "byline": entry.byline,
        "first_published_at": given.first_published_at,
        "published_at": given.published_at,
    }
    await db.execute(
        insert(published_entries).values(row).on_conflict_do_update(index_elements=["entry_id"], set_=row)
    )


async def hide(db: Transaction, entry_id: UUID) -> None:
    """Nothing of it is public any more; its own row says so already."""
    await db.execute(delete(published_entries).where(published_entries.c.entry_id == entry_id))


async def arrange(db: Transaction, brought: Collection[UUID]) -> dict[UUID, str]:
    """Give everything that is public its path. Of what was `brought` and would stand where something else
    is public, nothing is public after all: those, each with that path. Raises slug_taken when what was
    there before would get into its own way."""
    await tree.lock(db)
    columns = ("entry_id", "type_key", "slug", "parent_id", "path")
    rows = (await db.execute(select(*(published_entries.c[name] for name in columns)))).all()
    public = {row.entry_id: row for row in rows}
    paths, refused = await _paths(db, public, set(brought))
    for entry_id in refused:
        await hide(db, entry_id)
        await state.mark_unpublished(db, await content.read_entry(db, entry_id))
    moves = {one: (public[one].path, path) for one, path in paths.items() if path and path != public[one].path}
    try:
        await _move(db, {one: path for one, (_, path) in moves.items()})
    except IntegrityError as error:
        raise service.address_taken() from error
    # What leads from where nothing was before leads nowhere; an address in use leads to itself.
    taken = set(paths.values())
    await service.note_moves(
        db, {one: (old, new) for one, (old, new) in moves.items() if old is not None and old not in taken}
    )
    return refused


async def restore_redirect(
    db: Transaction, given: ArchivedRedirect
) -> Literal["created", "unchanged", "public", "elsewhere", "nowhere"]:
    """Whether it is new, there, or of no use here: something is public at that address, it leads elsewhere
    already, or what it leads to is not public."""
    if await reading.entry_at(db, given.path) is not None:
        return "public"
    if await reading.entry_of(db, given.entry_id) is None:
        return "nowhere"
    known = await db.execute(select(redirects.c.entry_id).where(redirects.c.path == given.path))
    there = known.scalar_one_or_none()
    if there is not None:
        return "unchanged" if there == given.entry_id else "elsewhere"
    await db.execute(insert(redirects).values(path=given.path, entry_id=given.entry_id))
    return "created"


async def _paths(
    db: Transaction, public: Mapping[UUID, Row[Any]], brought: set[UUID]
) -> tuple[dict[UUID, str | None], dict[UUID, str]]:
    """The path of all that can be public, and those of what was brought and cannot."""
    kinds = await types.all_types(db)
    present = {
        key: {one: Standing(node.slug, node.parent_id) for one, node in (await tree.nodes(db, key)).items()}
        for key, kind in kinds.items()
        if kind.tree
    }
    refused: dict[UUID, str] = {}
    while True:
        paths: dict[UUID, str | None] = {}
        for key, kind in kinds.items():
            standing = {
                one: Standing(row.slug, row.parent_id)
                for one, row in public.items()
                if row.type_key == key and one not in refused
            }
            if kind.tree:
                paths |= public_paths(present[key], standing)
            else:
                paths |= {one: types.path_of(kind, place.slug, None) for one, place in standing.items()}
        # Who was here first stays.
        owners: dict[str, UUID] = {}
        for one in sorted(paths, key=lambda one: (one in brought, one)):
            path = paths[one]
            if path is not None and owners.setdefault(path, one) != one and one in brought:
                refused[one] = path
        if not refused.keys() & paths.keys():
            return paths, refused


async def _move(db: Transaction, paths: Mapping[UUID, str]) -> None:
    """Every address is left before anything takes it."""
    for part in batched(paths.items(), AT_ONCE):
        these = [one for one, _ in part]
        await db.execute(
            update(published_entries).where(published_entries.c.entry_id.in_(these)).values(path=None)
        )
    for part in batched(paths.items(), AT_ONCE):
        given = dict(part)
        await db.execute(delete(redirects).where(redirects.c.path.in_(given.values())))
        await db.execute(
            update(published_entries)
            .where(published_entries.c.entry_id.in_(given))
            .values(path=case(given, value=published_entries.c.entry_id))
        )
        await state.set_published_paths(db, given)
