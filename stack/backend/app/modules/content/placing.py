"""Puts an entry somewhere in its tree. For publishing, which shows visitors the order; in its transaction.

What an entry stands below is part of its draft: another parent is a new version, public once that is
published. Its place among its neighbours is of no version: an order that held for some of them only would
be none. It counts at once, as that of the menu does.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, Table, case, func, literal, select, tuple_, union_all, update

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
    db: Transaction, entry_id: UUID, given: PlaceInput, writer: Caller, public: Table
) -> None:
    """`public` is the caller's table of what visitors see, which has the order too. Where the entry stands
    already nothing changes. Raises not_found, forbidden, invalid_input, slug_taken, conflict, importing."""
    await tree.lock_of(db, entry_id)
    row = await find(db, entry_id, lock=True)
    require_may_edit(row, writer)
    if row.published_version is not None and not writer.may("pages.publish"):
        raise AppError("forbidden", "This is public, and so is its place: that is for those who publish.")
    kind = (await all_types(db))[row.type_key]
    if not kind.tree:
        raise AppError("invalid_input", "These do not stand in a tree.")
    comes = given.parent_id != row.parent_id
    if comes:
        row = await _below(db, kind, row, given.parent_id, writer)
    order = await _standing(db, row, public)
    stood = next(index for index, one in enumerate(order) if one.id == row.id)
    itself = order.pop(stood)
    index = _index(order, given.before_id)
    if index == stood and not comes:
        return
    edge = order[min(index, len(order) - 1)] if order else itself
    await _make_room(db, row, public, edge, before=index < len(order))
    parent = {"parentId": str(row.parent_id)} if row.parent_id else {}
    await tell(db, "entry.moved", entry_of(row), **parent)


async def _make_room(db: Transaction, row: Row[Any], public: Table, edge: Row[Any], *, before: bool) -> None:
    """The entry stands next to `edge`, and no two others change their order: positions are of the whole tree,
    in which the menu puts pages of any level. What is public below another parent keeps its place there
    until this one is."""
    title = _title(public)
    here = tuple_(literal(edge.position), literal(edge.title), literal(edge.id))

    def position(held: ColumnElement[int], moves: ColumnElement[bool]) -> ColumnElement[int]:
        key = tuple_(held, title, entries.c.id)
        return case(
            (moves, edge.position + 1), (key >= here if before else key > here, held + 2), else_=held
        ).label("position")

    def places_in(is_public: bool, held: ColumnElement[int], moves: ColumnElement[bool]) -> Select[Any]:
        return (
            select(entries.c.id, literal(is_public).label("is_public"), position(held, moves), title)
            .join(public, public.c.entry_id == entries.c.id, isouter=not is_public)
            .where(entries.c.type_key == row.type_key)
        )

    moved = entries.c.id == row.id
    moved_there = moved & public.c.parent_id.is_not_distinct_from(row.parent_id)
    places = union_all(
        places_in(False, entries.c.position, moved), places_in(True, public.c.position, moved_there)
    ).subquery()
    # Without gaps, or the numbers would grow with every move; and each has one of its own from now on.
    order = (places.c.position, places.c.title, places.c.id)
    ranked = select(
        places.c.id, places.c.is_public, func.dense_rank().over(order_by=order).label("position")
    ).cte("ranked")
    shown = (
        update(public)
        .where(public.c.entry_id == ranked.c.id, ranked.c.is_public, public.c.position != ranked.c.position)
        .values(position=ranked.c.position)
        .cte("shown")
    )
    # One statement, for what both held before; the entries are locked first, as everywhere.
    await db.execute(
        update(entries)
        .where(entries.c.id == ranked.c.id, ~ranked.c.is_public, entries.c.position != ranked.c.position)
        .values(position=ranked.c.position)
        .add_cte(shown)
    )


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


def _title(public: Table) -> ColumnElement[str]:
    """By which entries at one position stand: as visitors read it, or two would change places for them because of
    a title that they do not know."""
    return func.coalesce(public.c.title, entries.c.title).label("title")


async def _standing(db: Transaction, row: Row[Any], public: Table) -> list[Row[Any]]:
    """The entry among its neighbours, in the order in which visitors see them."""
    title = _title(public)
    found = await db.execute(
        select(entries.c.id, entries.c.position, title)
        .outerjoin(public, public.c.entry_id == entries.c.id)
        .where(
            entries.c.type_key == row.type_key,
            entries.c.parent_id.is_not_distinct_from(row.parent_id),
        )
        .order_by(entries.c.position, title, entries.c.id)
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
