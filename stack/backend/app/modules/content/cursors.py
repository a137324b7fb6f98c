"""Where a list goes on: the sort key of the last item, opaque to clients."""

import base64
import binascii
from datetime import datetime
from uuid import UUID

from app.modules.core.errors import AppError


def encode_cursor(updated_at: datetime, page_id: UUID) -> str:
    return base64.urlsafe_b64encode(f"{updated_at.isoformat()}|{page_id}".encode()).decode()


def decode_cursor(cursor: str) -> tuple[datetime, UUID]:
    """Raises invalid_input for anything that encode_cursor did not make."""
    try:
        moment, _, page_id = base64.urlsafe_b64decode(cursor.encode()).decode().partition("|")
        updated_at = datetime.fromisoformat(moment)
        if updated_at.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return updated_at, UUID(page_id)
    except (ValueError, binascii.Error) as error:
        raise AppError("invalid_input", fields={"cursor": "Not a cursor of this list."}) from error
