"""Where an entry stands in its tree, for writers and for visitors. In the caller's transaction."""

from uuid import UUID

from app.modules.content import placing
from app.modules.content import service as content
from app.modules.content.schemas import EntryOutput, PlaceInput
from app.modules.core.database import Transaction
from app.modules.identity.schemas import Caller
from app.modules.publishing.models import published_entries


async def place(db: Transaction, entry_id: UUID, given: PlaceInput, writer: Caller) -> EntryOutput:
    """Put it there; visitors see the order at once of what is public below that parent. Raises not_found,
    forbidden, invalid_input, slug_taken, conflict, importing."""
    await placing.place(db, entry_id, given, writer, published_entries)
    return await content.get_entry(db, entry_id)
