"""What Freehold's own routes need beyond the other modules' services."""

from sqlalchemy import text

from app.modules.content import service as content
from app.modules.core.database import Transaction
from app.modules.identity import service as identity
from app.modules.internal.schemas import StatusOutput


async def stack_status(db: Transaction, version: str) -> StatusOutput:
    """Counts and sizes; nothing personal."""
    row = (
        await db.execute(
            text(
                "SELECT pg_database_size(current_database()) AS bytes,"
                " (SELECT version_num FROM alembic_version) AS migration"
            )
        )
    ).one()
    return StatusOutput(
        version=version,
        migration=row.migration,
        users=await identity.count_users(db),
        pages=await content.count_pages(db),
        database_bytes=row.bytes,
    )
