"""Makes one of two terms. Each call takes the caller's transaction."""

from uuid import UUID

from sqlalchemy import Table, Text, case, cast, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import JSONB, insert

from app.modules.content import term_addresses
from app.modules.content.models import entries, merged_terms, terms
from app.modules.content.schemas import TermOutput
from app.modules.content.term_addresses import list_path
from app.modules.content.term_tree import lock_with_entries, read_tree
from app.modules.content.tree import DEEPEST
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.events import emit


async def merge_term(db: Transaction, term_id: UUID, into_id: UUID) -> TermOutput:
    """The one that is left: whatever bore the other bears it, what stood below the other stands below it, and
    the other's address leads to it. No entry gets a new version by that, as none does by a term that is
    deleted; an earlier version that is gone back to, and whoever still has the old id, means the one that is
    left. What is public, publishing changes. Raises not_found, invalid_input, importing."""
    await lock_with_entries(db)
    rows = await db.execute(
        select(terms).where(terms.c.id.in_([term_id, into_id])).order_by(terms.c.id).with_for_update()
    )
    there = {row.id: TermOutput.model_validate(row) for row in rows}
    if term_id not in there:
        raise AppError("not_found")
    gone, into = there[term_id], there.get(into_id)
    if into is None:
        raise _cannot("There is no such term.")
    await _require_mergeable(db, gone, into)
    await exchange_term(db, entries, term_id, into_id)
    await db.execute(update(terms).where(terms.c.parent_id == term_id).values(parent_id=into_id))
    await term_addresses.lead_all(db, term_id, into_id)
    await term_addresses.lead(db, list_path(gone.kind, gone.slug), into_id)
    await db.execute(update(merged_terms).where(merged_terms.c.into_id == term_id).values(into_id=into_id))
    await db.execute(insert(merged_terms).values(id=term_id, into_id=into_id))
    await db.execute(delete(terms).where(terms.c.id == term_id))
    told = {"id": str(term_id), "type": gone.kind, "title": gone.name, "slug": gone.slug}
    await emit(db, "term.merged", {**told, "into": into.name, "intoId": str(into_id), "intoSlug": into.slug})
    return into


async def exchange_term(db: Transaction, table: Table, gone_id: UUID, into_id: UUID) -> None:
    """In a table of the caller's with `term_ids` and `data`: whatever says the one says the other, and once."""
    ids, words = table.c.term_ids, cast(table.c.data, Text)
    once = case(
        (ids.any(into_id), func.array_remove(ids, gone_id)), else_=func.array_replace(ids, gone_id, into_id)
    )
    said = cast(func.replace(words, str(gone_id), str(into_id)), JSONB)
    await db.execute(
        update(table)
        .where(or_(ids.any(gone_id), words.contains(str(gone_id))))
        .values(term_ids=once, data=said)
    )


async def _require_mergeable(db: Transaction, gone: TermOutput, into: TermOutput) -> None:
    if into.id == gone.id:
        raise _cannot("This is the same one.")
    if into.kind != gone.kind:
        raise _cannot("A category and a tag cannot become one.")
    if gone.kind != "category":
        return
    tree = await read_tree(db)
    if into.id in tree.with_below(gone.id):
        raise _cannot("It stands below the one that would go.")
    if len(tree.above(into.id)) + tree.height(gone.id) > DEEPEST:
        raise _cannot(f"What stands below would be deeper than {DEEPEST} levels.")


def _cannot(why: str) -> AppError:
    return AppError("invalid_input", fields={"into": why})
