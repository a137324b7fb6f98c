"""Categories and tags. Each call takes the caller's transaction."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Row, delete, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from app.modules.content import term_addresses
from app.modules.content.models import entries, merged_terms, terms
from app.modules.content.schemas import TermChange, TermCount, TermInput, TermKind, TermOutput
from app.modules.content.slugs import first_free, slug_from_title, slug_problem
from app.modules.content.term_addresses import list_path
from app.modules.content.term_tree import lock_tree, lock_with_entries, require_good_parent
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.events import EventName, emit

MOST = 1000


async def list_terms(db: Transaction, kind: TermKind | None) -> Sequence[TermCount]:
    """By name."""
    # Each term with itself and with everything that it stands below.
    standing = select(terms.c.id, terms.c.id.label("above")).cte("standing", recursive=True)
    standing = standing.union(
        select(standing.c.id, terms.c.parent_id).where(
            terms.c.id == standing.c.above, terms.c.parent_id.is_not(None)
        )
    )
    borne = select(entries.c.id.label("entry_id"), func.unnest(entries.c.term_ids).label("id")).subquery()
    # An entry that was saved when its term was merged may still bear the id of the one that is gone.
    bearing = (
        select(borne.c.entry_id, func.coalesce(merged_terms.c.into_id, borne.c.id).label("id"))
        .outerjoin(merged_terms, merged_terms.c.id == borne.c.id)
        .distinct()
        .subquery()
    )
    counted = (
        select(
            standing.c.above,
            func.count().filter(standing.c.id == standing.c.above).label("entries"),
            func.count(bearing.c.entry_id.distinct()).label("entries_with_below"),
        )
        .join(bearing, bearing.c.id == standing.c.id)
        .group_by(standing.c.above)
        .subquery()
    )
    numbers = (func.coalesce(counted.c[name], 0).label(name) for name in ("entries", "entries_with_below"))
    query = (
        select(*terms.c, *numbers)
        .outerjoin(counted, counted.c.above == terms.c.id)
        .order_by(func.lower(terms.c.name), terms.c.id)
    )
    if kind is not None:
        query = query.where(terms.c.kind == kind)
    return [TermCount.model_validate(row) for row in await db.execute(query.limit(2 * MOST))]


async def create_term(db: Transaction, given: TermInput) -> TermOutput:
    """Raises invalid_input, slug_taken, importing."""
    if given.parent_id is not None:
        await lock_tree(db)
        await require_good_parent(db, given.kind, None, given.parent_id)
    return await insert_term(db, uuid4(), given)


async def insert_term(db: Transaction, term_id: UUID, given: TermInput) -> TermOutput:
    """Where it is to stand has been looked at. Raises invalid_input, slug_taken."""
    there = await db.execute(select(terms.c.slug).where(terms.c.kind == given.kind))
    taken = set(there.scalars())
    if len(taken) >= MOST:
        raise AppError("invalid_input", fields={"name": f"At most {MOST} of a kind."})
    wanted = slug_from_title(given.name, reserved=False, otherwise=given.kind)
    slug = given.slug or first_free(wanted, taken)
    _require_good_slug(slug)
    values = given.model_dump(include={"kind", "name", "description", "parent_id"})
    try:
        made = await db.execute(
            insert(terms).values(id=term_id, slug=slug, **values).returning(*terms.c)
        )
    except IntegrityError as error:
        raise _taken() from error
    await term_addresses.take(db, list_path(given.kind, slug))
    return await _told(db, "term.saved", made.one())


async def change_term(db: Transaction, term_id: UUID, given: TermChange) -> TermOutput:
    """The address that its list leaves leads to the new one. Who sends the parent that it has moves nothing.
    Raises not_found, invalid_input, slug_taken, importing."""
    values = given.model_dump(exclude={"parent_id"}, exclude_none=True)
    if "slug" in values:
        _require_good_slug(values["slug"])
    moves = "parent_id" in given.model_fields_set and given.parent_id != await _parent_of(db, term_id)
    if moves:
        await lock_tree(db)
    row = await _find(db, term_id)
    if moves and given.parent_id != row.parent_id:
        if given.parent_id is not None:
            await require_good_parent(db, row.kind, term_id, given.parent_id)
        values["parent_id"] = given.parent_id
    if not values:
        return TermOutput.model_validate(row)
    try:
        changed = await db.execute(
            update(terms).where(terms.c.id == term_id).values(**values).returning(*terms.c)
        )
    except IntegrityError as error:
        raise _taken() from error
    new = changed.one()
    if new.slug != row.slug:
        await term_addresses.take(db, list_path(row.kind, new.slug))
        await term_addresses.lead(db, list_path(row.kind, row.slug), term_id)
    return await _told(db, "term.saved", new)


async def delete_term(db: Transaction, term_id: UUID) -> None:
    """Off every entry too, public or not: without a name it says nothing. What stood below it stands below
    what it stood below itself. Raises not_found, importing."""
    await lock_with_entries(db)
    row = await _find(db, term_id)
    await db.execute(
        update(entries)
        .where(entries.c.term_ids.any(term_id))
        .values(term_ids=func.array_remove(entries.c.term_ids, term_id))
    )
    await db.execute(update(terms).where(terms.c.parent_id == term_id).values(parent_id=row.parent_id))
    await db.execute(delete(terms).where(terms.c.id == term_id))
    await _told(db, "term.deleted", row)


async def known(db: Transaction, term_ids: Iterable[UUID]) -> list[UUID]:
    """Those there are, in the order given and each once; one that went into another is that one."""
    wanted = list(term_ids)
    there = await terms_by_id(db, wanted)
    return list(dict.fromkeys(there[term_id].id for term_id in wanted if term_id in there))


async def terms_by_id(db: Transaction, term_ids: Iterable[UUID]) -> dict[UUID, TermOutput]:
    """By each of these ids that is known; one that went into another leads to that one."""
    wanted = set(term_ids)
    if not wanted:
        return {}
    rows = await db.execute(
        select(*terms.c, merged_terms.c.id.label("gone_id"))
        .outerjoin(merged_terms, merged_terms.c.into_id == terms.c.id)
        .where(or_(terms.c.id.in_(wanted), merged_terms.c.id.in_(wanted)))
    )
    return {
        one: TermOutput.model_validate(row) for row in rows for one in (row.id, row.gone_id) if one in wanted
    }


async def term_by_slug(db: Transaction, kind: str, slug: str) -> TermOutput | None:
    found = await db.execute(select(terms).where(terms.c.kind == kind, terms.c.slug == slug))
    row = found.one_or_none()
    return TermOutput.model_validate(row) if row is not None else None


async def _told(db: Transaction, event: EventName, row: Row[Any]) -> TermOutput:
    term = TermOutput.model_validate(row)
    await emit(db, event, {"id": str(term.id), "type": term.kind, "title": term.name, "slug": term.slug})
    return term


async def _parent_of(db: Transaction, term_id: UUID) -> UUID | None:
    found = await db.execute(select(terms.c.parent_id).where(terms.c.id == term_id))
    return found.scalar_one_or_none()


async def _find(db: Transaction, term_id: UUID) -> Row[Any]:
    found = await db.execute(select(terms).where(terms.c.id == term_id).with_for_update())
    row = found.one_or_none()
    if row is None:
        raise AppError("not_found")
    return row


def _require_good_slug(slug: str) -> None:
    if problem := slug_problem(slug, reserved=False):
        raise AppError("invalid_input", fields={"slug": problem})


def _taken() -> AppError:
    return AppError("slug_taken", fields={"slug": "Another one already has this address."})
