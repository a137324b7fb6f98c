"""Puts an entry somewhere in its tree. For publishing, which shows visitors the order; in its transaction.

What an entry stands below is part of its draft: another parent is a new version, public once that is
published. Its place among its neighbours is of no version: an order that held for some of them only would
be none. It counts at once, as that of the menu does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any
from uuid import UUID

from sqlalchemy import Row, case, select, update

from app.modules.content import drafts, tree
from app.modules.content.models import entries
from app.modules.content.rows import draft_of, entry_of, find, store
from app.modules.content.schemas import PlaceInput
from app.modules.content.service import require_may_edit
from app.modules.content.state import tell
from app.modules.content.types import Type, all_types
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.identity.schemas import Caller


async def place(
    db: Transaction, entry_id: UUID, given: PlaceInput, writer: Caller
) -> dict[UUID, int]:
    """The entry and its neighbours there, each with its position, in their order. Where it stands already
    nothing changes. Raises not_found, forbidden, invalid_input, slug_taken, conflict."""
    await tree.lock_of(db, entry_id)
    row = await find(db, entry_id, lock=True)
    require_may_edit(row, writer)
    if row.published_version is not None and not writer.may("pages.publish"):
        raise AppError("forbidden", "This is public, and so is its place: that is for those who publish.")
    kind = (await all_types(db))[row.type_key]
    if not kind.tree:
        raise AppError("invalid_input", "These do not stand in a tree.")
    version = row.version
    if given.parent_id != row.parent_id:
        row = await _below(db, kind, row, given.parent_id, writer)
    order = await _neighbours(db, row)
    order.insert(_index(order, given.before_id), row)
    positions = dict(zip((one.id for one in order), dealt(one.position for one in order), strict=True))
    changed = {one.id: positions[one.id] for one in order if positions[one.id] != one.position}
    if changed:
        place = case(changed, value=entries.c.id)
        await db.execute(update(entries).where(entries.c.id.in_(changed)).values(position=place))
    if changed or row.version != version:
        parent = {"parentId": str(row.parent_id)} if row.parent_id else {}
        await tell(db, "entry.moved", entry_of(row), **parent)
    return positions


def dealt(held: Iterable[int]) -> Sequence[int]:
    """What neighbours `held`, for as many in their order: ascending, and no position twice. So they stand
    where they did among all others, as those in the menu are."""
    return list(accumulate(sorted(held), lambda last, position: max(last + 1, position)))


async def _below(
    db: Transaction, kind: Type, row: Row[Any], parent_id: UUID | None, writer: Caller
) -> Row[Any]:
    """The entry's next version, which stands below `parent_id`."""
    if parent_id is not None:
        await drafts.require_parent(db, kind, row.id, parent_id)
    drafts.require_good_slug(row.slug, kind, parent_id)
    try:
        return await store(
            db, row, replace(draft_of(row), parent_id=parent_id), writer.id, "saved"
        )
    except AppError as error:
        if error.code != "slug_taken":
            raise
        why = f"Something there has the address “{row.slug}” already. Give one of the two another one first."
        raise AppError("slug_taken", why, fields={"slug": why}) from error


async def _neighbours(db: Transaction, row: Row[Any]) -> list[Row[Any]]:
    """In the order in which visitors see them."""
    found = await db.execute(
        select(entries.c.id, entries.c.position)
        .where(
            entries.c.type_key == row.type_key,
            entries.c.parent_id.is_not_distinct_from(row.parent_id),
            entries.c.id != row.id,
        )
        .order_by(entries.c.position, entries.c.title, entries.c.id)
    )
    return list(found)


def _index(neighbours: Sequence[Row[Any]], before_id: UUID | None) -> int:
    """Raises conflict."""
    if before_id is None:
        return len(neighbours)
    for index, one in enumerate(neighbours):
        if one.id == before_id:
            return index
    why = "What it was to stand before is not there, or not any more. Look where it should go now."
    raise AppError("conflict", why, fields={"beforeId": why})
