"""Locks of whole trees, which end with the caller's transaction.

Whoever needs several asks in this order, or two could wait for each other: TERMS, ENTRIES, then rows of terms, of
entries, of what is public of those. Whoever changes more than one entry, be it by what the database does along with
another change, has ENTRIES before the first row: so two of them never meet at rows, in whichever order each comes
to them.
"""

from typing import Final

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.modules.core.database import Transaction
from app.modules.core.errors import AppError

# Which category stands below which, and which entry. Any constants of our own.
TERMS: Final = 0x5445524D
ENTRIES: Final = 0x54524545
# As PostgreSQL spells it.
PATIENCE = "3s"
_LOCK_NOT_AVAILABLE = "55P03"


async def lock(db: Transaction, key: int) -> None:
    """Only an import keeps one for long. Whoever it does not come to an end for within PATIENCE is told so,
    rather than kept waiting with a connection. Raises importing."""
    waiting = text(
        "SELECT set_config('lock_timeout', :patience, true), pg_advisory_xact_lock(:key),"
        " set_config('lock_timeout', '0', true)"
    )
    try:
        await db.execute(waiting, {"patience": PATIENCE, "key": key})
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) == _LOCK_NOT_AVAILABLE:
            raise AppError("importing") from error
        raise


async def lock_patiently(db: Transaction, key: int) -> None:
    await db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


async def try_lock(db: Transaction, key: int) -> bool:
    """Whether it could be had at once."""
    return bool((await db.execute(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": key})).scalar_one())
