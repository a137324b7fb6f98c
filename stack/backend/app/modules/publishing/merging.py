"""One category or tag of two. Takes the caller's transaction."""

from uuid import UUID

from app.modules.content import term_merging
from app.modules.content.schemas import TermOutput
from app.modules.core.database import Transaction
from app.modules.publishing.models import published_entries


async def merge_term(db: Transaction, term_id: UUID, into_id: UUID) -> TermOutput:
    """The one that is left; visitors see it at once. Raises not_found, invalid_input, importing."""
    into = await term_merging.merge_term(db, term_id, into_id)
    await term_merging.exchange_term(db, published_entries, term_id, into_id)
    return into
