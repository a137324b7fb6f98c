"""How much there is and when it last changed. Freehold asks each minute, so nothing that people's screens need is
loaded with it: 2 MiB of every stack.
"""

from datetime import datetime

from sqlalchemy import func, select

from app.modules.content.models import entries
from app.modules.core.database import Transaction
from app.modules.core.schemas import Output


class EntryCounts(Output):
    draft: int
    published: int


async def count_entries(db: Transaction) -> EntryCounts:
    """Those that are public, and those that never were or no longer are."""
    public = entries.c.published_version.is_not(None)
    row = (
        await db.execute(
            select(func.count().filter(public).label("public"), func.count().label("all")).select_from(entries)
        )
    ).one()
    return EntryCounts(draft=row.all - row.public, published=row.public)


async def last_change(db: Transaction) -> datetime | None:
    """When an entry was last made, saved, published or taken back."""
    changed: datetime | None = (
        await db.execute(select(func.max(entries.c.updated_at)))
    ).scalar_one()
    return changed
