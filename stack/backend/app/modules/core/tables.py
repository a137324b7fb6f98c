"""What every module's `models.py` is made of: tables of one metadata, in SQLAlchemy Core.

Core and not the ORM: its unit of work would serve services that each run two or three statements,
for 6 MiB of every running stack and a tenth of its start-up time (see app/lean.py).
"""

import re
from typing import Any, Final

from sqlalchemy import Column, MetaData
from sqlalchemy.dialects.postgresql import TIMESTAMP, UUID

metadata = MetaData()

_UNSEEN: Final = "unseen"
_CHANGE: Final = re.compile(r"(?<!DO )(?<!FOR )\b(INSERT INTO|UPDATE|DELETE FROM|TRUNCATE)\s+(?:TABLE\s+|ONLY\s+)?\"?(\w+)")


def key(name: str, *, nullable: bool = False) -> Column[Any]:
    """A random id, or a reference to another module's by that id."""
    return Column(name, UUID, nullable=nullable)


def moment(name: str, *, nullable: bool = False) -> Column[Any]:
    """A point in time, always with its zone."""
    return Column(name, TIMESTAMP(timezone=True), nullable=nullable)


def unseen(*statements: str) -> dict[str, Any]:
    """`info` of a table: these statements (all, when none is named) change nothing that any visitor sees, so
    the page cache outlives them. Of a table that does not say so every change counts."""
    return {_UNSEEN: frozenset(statements or ("INSERT", "UPDATE", "DELETE"))}


def changes_pages(statement: str) -> bool:
    """Whether this SQL may change what visitors see."""
    if statement.startswith(("SELECT", "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")):
        return False
    for verb, name in _CHANGE.findall(statement):
        table = metadata.tables.get(name)
        if table is None or verb.split()[0] not in table.info.get(_UNSEEN, ()):
            return True
    return False
