"""Where the lists of terms are on the site, and where they were before. Each call takes the caller's
transaction.

An address is flat, whatever a category stands below: putting it elsewhere moves nothing that anybody links to.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from app.modules.content.models import term_redirects, terms
from app.modules.core.database import Transaction


def list_path(kind: str, slug: str) -> str:
    return f"/blog/{kind}/{slug}"


async def moved_to(db: Transaction, path: str) -> str | None:
    """Where the list that used to be at `path` is now."""
    found = await db.execute(
        select(terms.c.kind, terms.c.slug)
        .join(term_redirects, term_redirects.c.term_id == terms.c.id)
        .where(term_redirects.c.path == path)
    )
    row = found.one_or_none()
    return list_path(row.kind, row.slug) if row is not None else None


async def take(db: Transaction, path: str) -> None:
    """A list is at `path` from now on: it leads nowhere else."""
    await db.execute(delete(term_redirects).where(term_redirects.c.path == path))


async def lead(db: Transaction, path: str, term_id: UUID) -> None:
    """From a path that its list has left, whatever led from there before."""
    await db.execute(
        insert(term_redirects)
        .values(path=path, term_id=term_id)
        .on_conflict_do_update(index_elements=["path"], set_={"term_id": term_id, "created_at": func.now()})
    )


async def lead_all(db: Transaction, gone_id: UUID, into_id: UUID) -> None:
    """What led to the one leads to the other."""
    await db.execute(
        update(term_redirects).where(term_redirects.c.term_id == gone_id).values(term_id=into_id)
    )


async def restore(db: Transaction, paths: Sequence[str], term_id: UUID) -> None:
    """Lead from those of these paths that nothing is at and that lead nowhere yet."""
    if not paths:
        return
    present = await db.execute(select(terms.c.kind, terms.c.slug))
    taken = {list_path(row.kind, row.slug) for row in present}
    given = [{"path": path, "term_id": term_id} for path in dict.fromkeys(paths) if path not in taken]
    if given:
        await db.execute(insert(term_redirects).values(given).on_conflict_do_nothing())


async def archived_paths(db: Transaction) -> dict[UUID, list[str]]:
    """Where each term's list was, always in the same order."""
    rows = await db.execute(
        select(term_redirects.c.path, term_redirects.c.term_id).order_by(term_redirects.c.path)
    )
    found: dict[UUID, list[str]] = {}
    for row in rows:
        found.setdefault(row.term_id, []).append(row.path)
    return found
