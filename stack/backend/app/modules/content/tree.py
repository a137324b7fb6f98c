"""Where entries stand among one another. Each call takes the caller's transaction."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.modules.content.models import content_types, entries
from app.modules.core import locks
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError

DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Node:
    slug: str
    parent_id: UUID | None


async def lock(db: Transaction) -> None:
    """For whoever puts entries elsewhere, one at a time: two moves could make a circle together, and a path depends
    on what else is public. And for whoever changes more than one entry. Before any row is locked (core/locks.py).
    Raises importing."""
    await locks.lock(db, locks.ENTRIES)


async def lock_of(db: Transaction, entry_id: UUID) -> None:
    """The same, where the entry is of a type that stands in a tree. Raises importing."""
    in_tree = (
        select(content_types.c.tree)
        .join(entries, entries.c.type_key == content_types.c.key)
        .where(entries.c.id == entry_id)
    )
    if (await db.execute(in_tree)).scalar_one_or_none():
        await lock(db)


async def nodes(db: Transaction, type_key: str) -> dict[UUID, Node]:
    """Every entry of a type, as far as its path needs it."""
    rows = await db.execute(
        select(entries.c.id, entries.c.slug, entries.c.parent_id).where(entries.c.type_key == type_key)
    )
    return {row.id: Node(row.slug, row.parent_id) for row in rows}


async def nodes_above(db: Transaction, ids: Collection[UUID]) -> dict[UUID, Node]:
    """These entries and all that they stand below."""
    if not ids:
        return {}
    start = select(entries.c.id, entries.c.slug, entries.c.parent_id).where(entries.c.id.in_(ids))
    # A set: it ends even where a circle has come about.
    above = start.cte("above", recursive=True)
    above = above.union(
        select(entries.c.id, entries.c.slug, entries.c.parent_id).where(entries.c.id == above.c.parent_id)
    )
    rows = await db.execute(select(above))
    return {row.id: Node(row.slug, row.parent_id) for row in rows}


def path_in(tree: Mapping[UUID, Node], entry_id: UUID) -> str:
    """The slugs from the top down to this entry, each after a slash."""
    path = ""
    seen: set[UUID] = set()
    at: UUID | None = entry_id
    while at in tree and at is not None and at not in seen:
        seen.add(at)
        path = f"/{tree[at].slug}{path}"
        at = tree[at].parent_id
    return path


async def require_good_parent(
    db: Transaction, type_key: str, entry_id: UUID | None, parent_id: UUID
) -> None:
    """Raises importing, and invalid_input unless `entry_id` may stand below `parent_id`."""
    await lock(db)
    tree = await nodes(db, type_key)
    if parent_id not in tree:
        raise _bad_parent("There is nothing of this type to stand below.")
    above: list[UUID] = []
    at: UUID | None = parent_id
    while at is not None and at in tree and at not in above:
        above.append(at)
        at = tree[at].parent_id
    if entry_id in above:
        raise _bad_parent("A page cannot stand below itself.")
    if len(above) + (_height(tree, entry_id) if entry_id else 1) > DEEPEST:
        raise _bad_parent(f"At most {DEEPEST} levels.")


def _height(tree: Mapping[UUID, Node], entry_id: UUID) -> int:
    """How many levels `entry_id` and what stands below it take."""
    level = {entry_id}
    for height in range(1, DEEPEST + 1):
        level = {one for one, node in tree.items() if node.parent_id in level}
        if not level:
            return height
    return DEEPEST + 1


def _bad_parent(why: str) -> AppError:
    return AppError("invalid_input", fields={"parentId": why})
