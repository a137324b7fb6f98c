"""Which category stands below which. Each call takes the caller's transaction."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import func, or_, select

from app.modules.content.models import merged_terms, terms
from app.modules.content.schemas import TermOutput
from app.modules.content.tree import DEEPEST
from app.modules.core import locks
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError


@dataclass(slots=True)
class TermTree:
    """Every category by its id, in the order of their names; none stands below itself. Pure."""

    terms: Mapping[UUID, TermOutput]
    _below: dict[UUID | None, list[TermOutput]] = field(init=False, default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for term in self.terms.values():
            self._below[term.parent_id].append(term)

    def above(self, term_id: UUID) -> list[TermOutput]:
        """What it stands below, from the top down."""
        found: list[TermOutput] = []
        at = self.terms[term_id].parent_id
        while at is not None:
            found.insert(0, self.terms[at])
            at = self.terms[at].parent_id
        return found

    def directly_below(self, term_id: UUID) -> Sequence[TermOutput]:
        return self._below.get(term_id, ())

    def with_below(self, term_id: UUID) -> list[UUID]:
        """It, and whatever stands below it."""
        found = [term_id]
        for above in found:
            found += (term.id for term in self.directly_below(above))
        return found

    def height(self, term_id: UUID) -> int:
        """How many levels it and what stands below it take."""
        depth = len(self.above(term_id))
        return max(len(self.above(one)) for one in self.with_below(term_id)) - depth + 1


async def read_tree(db: Transaction) -> TermTree:
    rows = await db.execute(
        select(terms).where(terms.c.kind == "category").order_by(func.lower(terms.c.name), terms.c.id)
    )
    return TermTree({row.id: TermOutput.model_validate(row) for row in rows})


async def with_below(db: Transaction, term_id: UUID) -> list[UUID]:
    """What an entry bears that belongs to this term: it, or any category below it, by every id that it is
    known by. One that went into another stands for that one; of one that is gone there is nothing."""
    into = select(merged_terms.c.into_id).where(merged_terms.c.id == term_id)
    start = select(terms.c.id).where(or_(terms.c.id == term_id, terms.c.id.in_(into)))
    below = start.cte("below", recursive=True)
    below = below.union(select(terms.c.id).where(terms.c.parent_id == below.c.id))
    return await with_merged(db, (await db.execute(select(below.c.id))).scalars())


async def with_merged(db: Transaction, term_ids: Iterable[UUID]) -> list[UUID]:
    """These, and the ids of what went into them: an entry that was saved at that moment may still bear one."""
    these = list(term_ids)
    gone = await db.execute(select(merged_terms.c.id).where(merged_terms.c.into_id.in_(these)))
    return [*these, *gone.scalars()]


async def lock_tree(db: Transaction) -> None:
    """Changes of the tree wait for one another, or two of them could make a circle together. To be asked for
    before any row is locked. Raises importing."""
    await locks.lock(db, locks.TERMS)


async def lock_with_entries(db: Transaction) -> None:
    """The same for whoever changes what entries bear, too. Raises importing."""
    await lock_tree(db)
    await locks.lock(db, locks.ENTRIES)


async def require_good_parent(db: Transaction, kind: str, term_id: UUID | None, parent_id: UUID) -> None:
    """Raises invalid_input unless `term_id`, or a new one of its kind, may stand below `parent_id`. In a
    tree that is locked."""
    if kind != "category":
        raise _bad_parent("Tags do not stand below one another.")
    tree = await read_tree(db)
    if parent_id not in tree.terms:
        raise _bad_parent("There is no such category to stand below.")
    if term_id is not None and parent_id in tree.with_below(term_id):
        raise _bad_parent("A category cannot stand below itself.")
    height = 1 if term_id is None else tree.height(term_id)
    if len(tree.above(parent_id)) + 1 + height > DEEPEST:
        raise _bad_parent(f"At most {DEEPEST} levels.")


def _bad_parent(why: str) -> AppError:
    return AppError("invalid_input", fields={"parentId": why})
