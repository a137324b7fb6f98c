"""Entries as they are carried out and in. Each call takes the caller's transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, Field
from sqlalchemy import Row, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import DBAPIError

from app.modules.content import drafts, tree
from app.modules.content.fields import Leaf, check_data
from app.modules.content.models import entries
from app.modules.content.rows import draft_of, entry_of, note_uses, refusal, snapshot, store
from app.modules.content.schemas import Draft, Entry, Locale, Place, Slug, Status, TermIds, Title, TypeKey
from app.modules.content.slugs import first_free, slug_from_title, slug_problem
from app.modules.content.types import Type
from app.modules.core import locks
from app.modules.core.archive import Archived, Number, Writer
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.schemas import Line
from app.modules.identity import service as identity
from app.modules.revisions import service as revisions


class ArchivedEntry(Archived):
    """A working copy. What of it is public, publishing tells."""

    id: UUID
    type: TypeKey
    slug: Slug
    title: Title
    data: dict[str, Any] = Field(default_factory=dict)
    parent_id: UUID | None = None
    position: Place = 0
    in_navigation: bool = False
    terms: TermIds = Field(default_factory=list)
    status: Status = "draft"
    locale: Locale = "en"
    translation_group: UUID | None = None
    author: Writer | None = None
    byline: Annotated[Line, Field(max_length=200)] = ""
    version: Number = 1
    created_at: AwareDatetime
    updated_at: AwareDatetime
    publish_at: AwareDatetime | None = None
    unpublish_at: AwareDatetime | None = None

    def draft(self) -> Draft:
        return Draft(self.slug, self.title, self.data, self.parent_id, list(self.terms))


@dataclass(slots=True)
class Fitted:
    """A draft as it can stand here, and in sentences what of it cannot."""

    draft: Draft
    losses: list[str] = field(default_factory=list)


_PLAIN = (
    "id", "slug", "title", "data", "parent_id", "position", "in_navigation", "status", "locale",
    "translation_group", "byline", "version", "created_at", "updated_at", "publish_at", "unpublish_at",
)  # fmt: skip


async def hold_trees(db: Transaction) -> None:
    """For whoever brings in a site, before any row is locked: nobody else puts pages or categories elsewhere
    until that is done. It waits until it can begin, and for nobody afterwards."""
    await locks.lock_patiently(db, locks.TERMS)
    await locks.lock_patiently(db, locks.ENTRIES)


async def entry_order(db: Transaction) -> list[UUID]:
    """Every entry after the one that it stands below, always in the same order."""
    rows = (await db.execute(select(entries.c.id, entries.c.type_key, entries.c.slug, entries.c.parent_id))).all()
    nodes = {row.id: tree.Node(row.slug, row.parent_id) for row in rows}
    depth = {row.id: tree.path_in(nodes, row.id).count("/") for row in rows}
    return [row.id for row in sorted(rows, key=lambda row: (depth[row.id], row.type_key, row.id))]


async def archived_entries(db: Transaction, ids: Collection[UUID]) -> dict[UUID, ArchivedEntry]:
    rows = (await db.execute(select(entries).where(entries.c.id.in_(ids)))).all()
    people = await identity.writers_of(db, {row.author_id for row in rows if row.author_id})
    return {row.id: _archived(row, people) for row in rows}


async def published_versions(db: Transaction, ids: Collection[UUID]) -> dict[UUID, int]:
    """Of these entries those that are public, with the version that is."""
    rows = await db.execute(
        select(entries.c.id, entries.c.published_version).where(
            entries.c.id.in_(ids), entries.c.published_version.is_not(None)
        )
    )
    return {row.id: row.published_version for row in rows}


async def types_of_entries(db: Transaction, ids: Collection[UUID]) -> dict[UUID, str]:
    """Of these ids those that entries have, with their type."""
    rows = await db.execute(select(entries.c.id, entries.c.type_key).where(entries.c.id.in_(ids)))
    return {row.id: row.type_key for row in rows}


async def fit(
    db: Transaction, kind: Type, entry_id: UUID, wanted: Draft, locale: str, coming: Mapping[UUID, str]
) -> Fitted:
    """What of `wanted` can stand here: checked like anything that is typed in. Its references may lead to
    what is `coming`, by id and type, as well as to what is there."""
    data, problems = check_data(kind.fields, wanted.data)
    fitted = Fitted(wanted, [f"{name.removeprefix('data.')}: {why}" for name, why in problems.items()])
    broken = await drafts.broken_references(db, kind, data, coming)
    gone = await drafts.gone_terms(db, kind, data)
    fitted.losses += [f"{path}: leads to an entry that is not there." for path in _paths(broken)]
    fitted.losses += [f"{path}: the category is not there." for path in _paths(gone)]
    data = drafts.without(kind, data, [*broken, *gone])
    taken = await drafts.not_unique(db, kind, entry_id, data)
    fitted.losses += [f"{name.removeprefix('data.')}: {why}" for name, why in taken.items()]
    data = {k: v for k, v in data.items() if f"data.{k}" not in taken}
    parent_id = await _parent(db, kind, entry_id, wanted.parent_id, fitted.losses)
    slug = await _slug(db, kind, entry_id, wanted, parent_id, locale, fitted.losses)
    fitted.draft = Draft(slug, wanted.title, data, parent_id, wanted.term_ids)
    return fitted


def cleaned(kind: Type, data: Mapping[str, Any]) -> dict[str, Any]:
    """What of the data of an earlier version is fit to be kept."""
    return check_data(kind.fields, data)[0]


async def insert_entry(
    db: Transaction,
    given: ArchivedEntry,
    draft: Draft,
    author_id: UUID | None,
    public: tuple[Draft, Mapping[str, Any]] | None,
) -> Entry:
    """A new row. `public` is what visitors see of it and its `published_…` columns; where that is another
    draft than this one, its version comes before this one's. Raises slug_taken, payload_too_large."""
    version = given.version
    columns: Mapping[str, Any] = {}
    if public is not None:
        shown, columns = public
        shown_version = columns["published_version"]
        if shown == draft:
            version = max(version, shown_version)
            columns = {**columns, "published_version": version}
        else:
            version = max(version, shown_version + 1)
    plain = given.model_dump(include={"position", "in_navigation", "status", "locale", "translation_group"})
    new = (
        insert(entries)
        .values(
            id=given.id,
            type_key=given.type,
            **drafts.columns_of(draft),
            **plain,
            author_id=author_id,
            byline="" if author_id else _byline(given),
            saved_by=author_id,
            version=version,
            created_at=given.created_at,
            updated_at=given.updated_at,
            publish_at=given.publish_at,
            unpublish_at=given.unpublish_at,
            schedule_problem="",
            **columns,
        )
        .returning(*entries.c)
    )
    try:
        row = (await db.execute(new)).one()
    except DBAPIError as error:
        raise refusal(error) from error
    kept = [snapshot(row, "saved")]
    if public is not None and columns["published_version"] != version:
        kept.insert(
            0,
            {
                **kept[0],
                **drafts.columns_of(public[0]),
                "number": columns["published_version"],
                "created_at": columns["published_at"],
                "published_at": columns["published_at"],
            },
        )
    await revisions.record_all(db, kept)
    await note_uses(db, entry_of(row))
    return entry_of(row)


async def replace_entry(
    db: Transaction,
    given: ArchivedEntry,
    draft: Draft,
    public: tuple[Draft, Mapping[str, Any]] | None,
    user_id: UUID | None,
) -> Entry:
    """New versions of one that is here: what visitors are to see and then, where that is another, what is
    being worked on. Nothing that was here is lost: it is among the revisions. With the trees held. Raises
    slug_taken, payload_too_large."""
    found = await db.execute(select(entries).where(entries.c.id == given.id).with_for_update(key_share=True))
    row = found.one()
    columns: dict[str, Any] = {
        "published_version": None, "published_path": None, "published_at": None,
        "first_published_at": row.first_published_at,
    }  # fmt: skip
    if public is not None:
        shown, told = public
        if shown != draft_of(row):
            row = await store(db, row, shown, user_id, "saved")
        columns = {**told, "published_version": row.version, "published_path": row.published_path}
        await revisions.mark_published(db, row.id, row.version, told["published_at"])
    if draft != draft_of(row):
        row = await store(db, row, draft, user_id, "saved")
    plain = given.model_dump(include={"position", "in_navigation", "status", "publish_at", "unpublish_at"})
    changed = await db.execute(
        update(entries)
        .where(entries.c.id == row.id)
        .values(**plain, **columns, schedule_problem="", updated_at=given.updated_at)
        .returning(*entries.c)
    )
    entry = entry_of(changed.one())
    await note_uses(db, entry)
    return entry


def _byline(given: ArchivedEntry) -> str:
    return given.author.name if given.author else given.byline


async def _parent(
    db: Transaction, kind: Type, entry_id: UUID, parent_id: UUID | None, losses: list[str]
) -> UUID | None:
    if parent_id is None:
        return None
    try:
        await drafts.require_parent(db, kind, entry_id, parent_id)
    except AppError as error:
        losses.append(" ".join((error.fields or {}).values()) or error.message)
        return None
    return parent_id


async def _slug(
    db: Transaction,
    kind: Type,
    entry_id: UUID,
    wanted: Draft,
    parent_id: UUID | None,
    locale: str,
    losses: list[str],
) -> str:
    """The wanted one, or else the one it has here, or the first that is free."""
    reserved = kind.tree and parent_id is None
    slug = wanted.slug
    if slug_problem(slug, reserved=reserved):
        slug = slug_from_title(slug or wanted.title, reserved=reserved)
    beside = await db.execute(
        select(entries.c.id, entries.c.slug).where(
            entries.c.type_key == kind.key,
            entries.c.parent_id.is_not_distinct_from(parent_id),
            entries.c.locale == locale,
            entries.c.slug.startswith(slug, autoescape=True) | (entries.c.id == entry_id),
        )
    )
    present = {row.slug: row.id for row in beside}
    if present.get(slug, entry_id) == entry_id:
        free = slug
    else:
        own = [one for one, owner in present.items() if owner == entry_id]
        free = own[0] if own else first_free(slug, set(present))
    if free != wanted.slug:
        losses.append(f"Its address is “{free}” here: “{wanted.slug}” is taken or cannot be one.")
    return free


def _paths(lost: Sequence[Leaf]) -> Sequence[str]:
    return list(dict.fromkeys(leaf.path for leaf in lost))


def _archived(row: Row[Any], people: Mapping[UUID, Writer]) -> ArchivedEntry:
    plain = {name: getattr(row, name) for name in _PLAIN}
    return ArchivedEntry(
        **plain, type=row.type_key, terms=list(row.term_ids), author=people.get(row.author_id)
    )
