"""Categories and tags as they are carried out and in. Each call takes the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app.modules.content import term_addresses
from app.modules.content.models import merged_terms, terms
from app.modules.content.schemas import ArchivedTerm, TermOutput
from app.modules.content.term_tree import read_tree, require_good_parent
from app.modules.content.terms import insert_term, term_by_slug, terms_by_id
from app.modules.core.archive import another_id
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError


@dataclass(frozen=True, slots=True)
class Restored:
    """What a term is here; `loss` says in a sentence why one that is new does not stand where it did."""

    term: TermOutput
    is_new: bool
    loss: str = ""


async def archived_terms(db: Transaction) -> Sequence[ArchivedTerm]:
    """All of them, each after what it stands below, always in the same order."""
    rows = (await db.execute(select(terms))).all()
    tree = await read_tree(db)
    depth = {term_id: len(tree.above(term_id)) for term_id in tree.terms}
    paths = await term_addresses.archived_paths(db)
    merged: dict[UUID, list[UUID]] = {}
    for one in await db.execute(select(merged_terms).order_by(merged_terms.c.id)):
        merged.setdefault(one.into_id, []).append(one.id)
    return [
        ArchivedTerm(
            **TermOutput.model_validate(row).model_dump(),
            paths=paths.get(row.id, []),
            merged_ids=merged.get(row.id, []),
        )
        for row in sorted(rows, key=lambda row: (row.kind, depth.get(row.id, 0), row.slug))
    ]


async def restore_term(db: Transaction, given: ArchivedTerm) -> Restored:
    """One of the same kind and address is the same, whatever it is called and wherever it stands. In a tree
    that is locked. Raises invalid_input, slug_taken."""
    same = (await terms_by_id(db, [given.id])).get(given.id)
    if same is None or same.kind != given.kind:
        same = await term_by_slug(db, given.kind, given.slug or "")
    restored = Restored(same, is_new=False) if same is not None else await _make(db, given)
    await term_addresses.restore(db, given.paths, restored.term.id)
    free = set(given.merged_ids) - (await terms_by_id(db, given.merged_ids)).keys()
    if free:
        values = [{"id": one, "into_id": restored.term.id} for one in free]
        await db.execute(insert(merged_terms).values(values))
    return restored


async def _make(db: Transaction, given: ArchivedTerm) -> Restored:
    term_id, loss = given.id, ""
    while term_id in await terms_by_id(db, [term_id]):
        term_id = another_id(term_id)
    if given.parent_id is not None:
        try:
            await require_good_parent(db, given.kind, None, given.parent_id)
        except AppError as error:
            loss = " ".join(["It stands at the top.", *(error.fields or {}).values()])
            given = given.model_copy(update={"parent_id": None})
    return Restored(await insert_term(db, term_id, given), is_new=True, loss=loss)
