"""Categories and tags. Each call takes the caller's transaction."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from app.modules.content.models import entries, terms
from app.modules.content.schemas import ArchivedTerm, TermChange, TermCount, TermInput, TermKind, TermOutput
from app.modules.content.slugs import first_free, slug_from_title, slug_problem
from app.modules.core.archive import another_id
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.events import EventName, emit

MOST = 1000


async def list_terms(db: Transaction, kind: TermKind | None) -> Sequence[TermCount]:
    """By name. `entries` counts the working copies that bear the term."""
    bearing = (
        select(func.count()).where(entries.c.term_ids.any(terms.c.id)).scalar_subquery()
    )
    query = select(*terms.c, bearing.label("entries")).order_by(func.lower(terms.c.name), terms.c.id)
    if kind is not None:
        query = query.where(terms.c.kind == kind)
    return [TermCount.model_validate(row) for row in await db.execute(query.limit(2 * MOST))]


async def create_term(db: Transaction, given: TermInput) -> TermOutput:
    """Raises invalid_input, slug_taken."""
    return await _create(db, uuid4(), given)


async def _create(db: Transaction, term_id: UUID, given: TermInput) -> TermOutput:
    there = await db.execute(select(terms.c.slug).where(terms.c.kind == given.kind))
    taken = set(there.scalars())
    if len(taken) >= MOST:
        raise AppError("invalid_input", fields={"name": f"At most {MOST} of a kind."})
    slug = given.slug or first_free(slug_from_title(given.name, reserved=False), taken)
    _require_good_slug(slug)
    values = given.model_dump(exclude={"slug"})
    try:
        made = await db.execute(
            insert(terms).values(id=term_id, slug=slug, **values).returning(*terms.c)
        )
    except IntegrityError as error:
        raise _taken() from error
    return await _told(db, "term.saved", made.one())


async def change_term(db: Transaction, term_id: UUID, given: TermChange) -> TermOutput:
    """Raises not_found, invalid_input, slug_taken."""
    values = {k: v for k, v in given.model_dump().items() if v is not None}
    if "slug" in values:
        _require_good_slug(values["slug"])
    row = await _find(db, term_id)
    if values:
        try:
            changed = await db.execute(
                update(terms).where(terms.c.id == term_id).values(**values).returning(*terms.c)
            )
        except IntegrityError as error:
            raise _taken() from error
        row = changed.one()
        return await _told(db, "term.saved", row)
    return TermOutput.model_validate(row)


async def delete_term(db: Transaction, term_id: UUID) -> None:
    """Off every entry too, public or not: without a name it says nothing. Raises not_found."""
    row = await _find(db, term_id)
    await db.execute(
        update(entries)
        .where(entries.c.term_ids.any(term_id))
        .values(term_ids=func.array_remove(entries.c.term_ids, term_id))
    )
    await db.execute(delete(terms).where(terms.c.id == term_id))
    await _told(db, "term.deleted", row)


async def known(db: Transaction, term_ids: Iterable[UUID]) -> list[UUID]:
    """Those there are, in the order given and each once."""
    wanted = list(dict.fromkeys(term_ids))
    if not wanted:
        return []
    found = await db.execute(select(terms.c.id).where(terms.c.id.in_(wanted)))
    there = set(found.scalars())
    return [term_id for term_id in wanted if term_id in there]


async def terms_by_id(db: Transaction, term_ids: Iterable[UUID]) -> dict[UUID, TermOutput]:
    wanted = set(term_ids)
    if not wanted:
        return {}
    rows = await db.execute(select(terms).where(terms.c.id.in_(wanted)))
    return {row.id: TermOutput.model_validate(row) for row in rows}


async def term_by_slug(db: Transaction, kind: str, slug: str) -> TermOutput | None:
    found = await db.execute(select(terms).where(terms.c.kind == kind, terms.c.slug == slug))
    row = found.one_or_none()
    return TermOutput.model_validate(row) if row is not None else None


async def _told(db: Transaction, event: EventName, row: Row[Any]) -> TermOutput:
    term = TermOutput.model_validate(row)
    await emit(db, event, {"id": str(term.id), "type": term.kind, "title": term.name, "slug": term.slug})
    return term


async def archived_terms(db: Transaction) -> Sequence[TermOutput]:
    """All of them, always in the same order."""
    rows = await db.execute(select(terms).order_by(terms.c.kind, terms.c.slug))
    return [TermOutput.model_validate(row) for row in rows]


async def restore_term(db: Transaction, given: ArchivedTerm) -> tuple[TermOutput, bool]:
    """The term here, and whether it is new: one of the same kind and address is the same, whatever it is
    called. Raises invalid_input, slug_taken."""
    same = await db.execute(select(terms).where(terms.c.id == given.id, terms.c.kind == given.kind))
    row = same.one_or_none()
    known = TermOutput.model_validate(row) if row else await term_by_slug(db, given.kind, given.slug or "")
    if known is not None:
        return known, False
    term_id = given.id
    while term_id in await terms_by_id(db, [term_id]):
        term_id = another_id(term_id)
    return await _create(db, term_id, TermInput(**given.model_dump(exclude={"id"}))), True


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
