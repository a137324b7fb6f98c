"""What every module's `models.py` is made of: tables of one metadata, in SQLAlchemy Core.

Core and not the ORM: its unit of work would serve services that each run two or three statements,
for 6 MiB of every running stack and a tenth of its start-up time (see app/lean.py).
"""

from typing import Any

from sqlalchemy import Column, MetaData
from sqlalchemy.dialects.postgresql import TIMESTAMP, UUID

metadata = MetaData()


def key(name: str, *, nullable: bool = False) -> Column[Any]:
    """A random id, or a reference to another module's by that id."""
    return Column(name, UUID, nullable=nullable)


def moment(name: str, *, nullable: bool = False) -> Column[Any]:
    """A point in time, always with its zone."""
    return Column(name, TIMESTAMP(timezone=True), nullable=nullable)
