"""What shows which file, as other modules say it in their own transactions. Apart from `service`, for what
visitors ask for leads here and need not load what the admin speaks."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import delete, literal, select, true
from sqlalchemy.dialects.postgresql import insert

from app.modules.core.database import Transaction
from app.modules.media.models import media, uses
from app.modules.media.sizes import ids_in


async def note_uses(
    db: Transaction,
    owner_kind: str,
    owner_id: UUID,
    title: str,
    *texts: str,
    ids: Iterable[UUID] = (),
) -> None:
    """Remember what an owner shows: the files whose addresses stand in its `texts`, and `ids`. It
    replaces what was known of this owner; ids of files that are gone are passed over."""
    await forget_uses(db, owner_kind, owner_id)
    shown = set(ids).union(*map(ids_in, texts))
    if shown:
        await db.execute(
            insert(uses).from_select(
                ["media_id", "owner_kind", "owner_id", "title"],
                select(media.c.id, literal(owner_kind), literal(owner_id), literal(title)).where(
                    media.c.id.in_(shown)
                ),
            )
        )


async def forget_uses(db: Transaction, owner_kind: str, owner_id: UUID | None = None) -> None:
    """The owner is gone, or with None all of its kind."""
    mine = uses.c.owner_id == owner_id if owner_id is not None else true()
    await db.execute(delete(uses).where(uses.c.owner_kind == owner_kind, mine))
