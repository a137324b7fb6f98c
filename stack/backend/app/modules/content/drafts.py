"""What is about to be saved, held against the type's fields and against what else there is. Each call
takes the caller's transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from sqlalchemy import and_, or_, select

from app.modules.content import terms, tree
from app.modules.content.fields import Leaf, check_data, leaves, without_leaves
from app.modules.content.models import entries
from app.modules.content.schemas import Draft, EntryInput
from app.modules.content.slugs import slug_problem
from app.modules.content.types import Type
from app.modules.content.values import is_id
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError

_NOTHING: Final[Mapping[UUID, str]] = MappingProxyType({})


async def checked_data(
    db: Transaction, kind: Type, entry_id: UUID | None, data: Mapping[str, Any]
) -> dict[str, Any]:
    """What of `data` is kept. Raises invalid_input by field."""
    kept, problems = check_data(kind.fields, data)
    if problems:
        raise AppError("invalid_input", fields=problems)
    kept = without(kind, kept, await gone_terms(db, kind, kept))
    broken = await broken_references(db, kind, kept)
    problems = {f"data.{leaf.path}": "There is no such entry." for leaf in broken}
    problems |= await not_unique(db, kind, entry_id, kept)
    if problems:
        raise AppError("invalid_input", fields=problems)
    return kept


async def changed_draft(
    db: Transaction, kind: Type, entry_id: UUID, present: Draft, given: EntryInput
) -> Draft:
    """`present` with what `given` says. Raises invalid_input, importing."""
    said = given.model_fields_set
    parent_id = given.parent_id if "parent_id" in said else present.parent_id
    if parent_id is not None and parent_id != present.parent_id:
        await require_parent(db, kind, entry_id, parent_id)
    slug = given.slug if given.slug is not None else present.slug
    if (slug, parent_id) != (present.slug, present.parent_id):
        require_good_slug(slug, kind, parent_id)
    data = present.data
    if given.data:
        merged = {k: v for k, v in {**present.data, **given.data}.items() if v is not None}
        data = await checked_data(db, kind, entry_id, merged)
    return Draft(
        slug=slug,
        title=given.title if given.title is not None else present.title,
        data=data,
        parent_id=parent_id,
        term_ids=present.term_ids if given.terms is None else await terms.known(db, given.terms),
    )


async def fitting(db: Transaction, kind: Type, entry_id: UUID, old: Draft) -> Draft:
    """An old draft as it can stand today: without what is gone since or no longer fits."""
    data, _ = check_data(kind.fields, old.data)
    lost = [*await broken_references(db, kind, data), *await gone_terms(db, kind, data)]
    taken = await not_unique(db, kind, entry_id, data)
    parent_id = old.parent_id
    if parent_id is not None:
        try:
            await require_parent(db, kind, entry_id, parent_id)
        except AppError:
            parent_id = None
    return Draft(
        slug=old.slug,
        title=old.title,
        data={k: v for k, v in without(kind, data, lost).items() if f"data.{k}" not in taken},
        parent_id=parent_id,
        term_ids=await terms.known(db, old.term_ids),
    )


async def require_parent(
    db: Transaction, kind: Type, entry_id: UUID | None, parent_id: UUID
) -> None:
    """Raises invalid_input, importing."""
    if not kind.tree:
        raise AppError("invalid_input", fields={"parentId": "These do not stand in a tree."})
    await tree.require_good_parent(db, kind.key, entry_id, parent_id)


def require_good_slug(slug: str, kind: Type, parent_id: UUID | None) -> None:
    """Raises invalid_input."""
    if problem := slug_problem(slug, reserved=kind.tree and parent_id is None):
        raise AppError("invalid_input", fields={"slug": problem})


def columns_of(draft: Draft) -> dict[str, Any]:
    """The same names in `entries` and in a revision's snapshot."""
    return asdict(draft)


async def broken_references(
    db: Transaction, kind: Type, data: Mapping[str, Any], coming: Mapping[UUID, str] = _NOTHING
) -> Sequence[Leaf]:
    """What in checked `data` leads to an entry that is not there, or is not of the type asked for. What is
    `coming`, by id and type, is as good as there."""
    wanted = [leaf for leaf in leaves(kind.fields, data) if _is_reference(leaf)]
    if not wanted:
        return []
    ids = {UUID(leaf.value) for leaf in wanted}
    rows = await db.execute(select(entries.c.id, entries.c.type_key).where(entries.c.id.in_(ids)))
    there = {**coming, **{row.id: row.type_key for row in rows}}
    return [leaf for leaf in wanted if not _fits(leaf, there.get(UUID(leaf.value)))]


async def gone_terms(db: Transaction, kind: Type, data: Mapping[str, Any]) -> Sequence[Leaf]:
    """What in checked `data` asks for a term that is gone: that is off everything that bore it."""
    wanted = [leaf for leaf in leaves(kind.fields, data) if leaf.kind == "term"]
    known = await terms.terms_by_id(db, (UUID(leaf.value) for leaf in wanted))
    return [leaf for leaf in wanted if UUID(leaf.value) not in known]


def without(kind: Type, data: dict[str, Any], lost: Sequence[Leaf]) -> dict[str, Any]:
    """Checked `data` but for what is `lost`."""
    return without_leaves(kind.fields, data, lambda leaf: leaf in lost) if lost else data


def _is_reference(leaf: Leaf) -> bool:
    return leaf.kind == "reference" or (leaf.kind == "link" and is_id(leaf.value))


def _fits(leaf: Leaf, type_key: str | None) -> bool:
    if type_key is None:
        return False
    return leaf.field.kind != "reference" or leaf.field.of in (None, type_key)


async def not_unique(
    db: Transaction, kind: Type, entry_id: UUID | None, data: Mapping[str, Any]
) -> dict[str, str]:
    values = {f.key: data[f.key] for f in kind.fields if f.unique and data.get(f.key) not in (None, "")}
    if not values:
        return {}
    same = [entries.c.data.contains({key: value}) for key, value in values.items()]
    others = and_(entries.c.type_key == kind.key, or_(*same))
    if entry_id is not None:
        others &= entries.c.id != entry_id
    taken: dict[str, str] = {}
    for row in await db.execute(select(entries.c.data).where(others)):
        for key, value in values.items():
            if row.data.get(key) == value:
                taken[f"data.{key}"] = "Another entry has this already."
    return taken
