"""Brings a database to HEAD. Imported only when there is something to do: Alembic costs 40 ms and 3 MiB."""

import logging
import sys
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from app.modules.core.database import Database

log = logging.getLogger(__name__)

# Any constant of our own; every api process of every release must use the same one.
LOCK_KEY = 0x46524545_484F4C44
# A migration that cannot get its table lock gives way and is tried again, rather than
# stopping every reader that queues up behind it.
TABLE_LOCK_TIMEOUT = "10s"


def alembic_config() -> Config:
    """Alembic's configuration without its .ini file: there is nothing in it we would set by hand."""
    config = Config(output_buffer=sys.stdout)
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config


async def migrate(database: Database) -> None:
    """Run what is missing, alone: whoever comes second waits for the lock and finds nothing to do.

    Raises whatever PostgreSQL says; a migration that failed is rolled back, those before it stay.
    """
    async with database.maintenance_connection() as connection:
        # A session-level lock outlives the transactions of the single migrations, and goes with
        # the connection when the process dies.
        await connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": LOCK_KEY})
        await connection.execute(text(f"SET lock_timeout = '{TABLE_LOCK_TIMEOUT}'"))
        await connection.commit()
        await connection.run_sync(_upgrade)


def _upgrade(connection: Connection) -> None:
    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def print_head_sql() -> None:
    """Print the SQL that takes an empty database to HEAD; `stack/db` bakes its volume from it."""
    command.upgrade(alembic_config(), "head", sql=True)


if __name__ == "__main__":
    print_head_sql()
