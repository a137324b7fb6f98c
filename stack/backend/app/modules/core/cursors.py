"""Where a list goes on: the sort key of the last item, opaque to clients."""

import base64
import binascii
from datetime import datetime
from uuid import UUID

from app.modules.core.errors import AppError


def encode_cursor(at: datetime, last_id: UUID) -> str:
    return base64.urlsafe_b64encode(f"{at.isoformat()}|{last_id}".encode()).decode()


def decode_cursor(cursor: str) -> tuple[datetime, UUID]:
    """Raises invalid_input for anything that encode_cursor did not make."""
    try:
        moment, _, last_id = base64.urlsafe_b64decode(cursor.encode()).decode().partition("|")
        at = datetime.fromisoformat(moment)
        if at.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return at, UUID(last_id)
    except (ValueError, binascii.Error) as error:
        raise AppError("invalid_input", fields={"cursor": "Not a cursor of this list."}) from error
