"""What imports have made of things elsewhere, so that a second one finds them again. Each call takes the
caller's transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from app.modules.core.database import Transaction
from app.modules.transfer.models import origins


@dataclass(frozen=True, slots=True)
class Origin:
    """`digest` says how the thing was when it was last brought in; what it means, the importer knows."""

    local_id: UUID
    digest: str


async def known(db: Transaction, source: str, kind: str) -> dict[str, Origin]:
    """All that has come of this kind from `source`, by its key there."""
    rows = await db.execute(select(origins).where(origins.c.source == source, origins.c.kind == kind))
    return {row.key: Origin(row.local_id, row.digest) for row in rows}


async def note(db: Transaction, source: str, kind: str, brought: Mapping[str, Origin]) -> None:
    """Remember these, by their keys; what was known of them is replaced."""
    if not brought:
        return
    given = insert(origins).values(
        [
            {"source": source, "kind": kind, "key": key, "local_id": one.local_id, "digest": one.digest}
            for key, one in brought.items()
        ]
    )
    await db.execute(
        given.on_conflict_do_update(
            index_elements=["source", "kind", "key"],
            set_={"local_id": given.excluded.local_id, "digest": given.excluded.digest, "at": func.now()},
        )
    )
