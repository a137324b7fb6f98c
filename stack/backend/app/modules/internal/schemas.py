"""What Freehold gets from a stack."""

from app.modules.content.schemas import PageCounts
from app.modules.core.schemas import Output


class StatusOutput(Output):
    """`database_bytes` is what the database itself takes on disk, WAL apart."""

    version: str
    migration: str
    users: int
    pages: PageCounts
    database_bytes: int
