"""Where a list goes on: the sort key of the last item and its id, opaque to clients."""

import base64
import json
from datetime import datetime
from typing import Any
from uuid import UUID

from app.modules.core.errors import AppError


def encode_cursor(value: datetime | str | int, row_id: UUID) -> str:
    said = value.isoformat() if isinstance(value, datetime) else value
    return base64.urlsafe_b64encode(json.dumps([said, str(row_id)]).encode()).decode()


def decode_cursor(cursor: str, kind: type = datetime) -> tuple[Any, UUID]:
    """A sort key of type `kind` and an id. Raises invalid_input for anything that encode_cursor did
    not make of such a one."""
    try:
        said, row_id = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        value = datetime.fromisoformat(said) if kind is datetime else said
        if type(value) is not kind or (isinstance(value, datetime) and value.tzinfo is None):
            raise ValueError("of another list")
        if isinstance(value, str):
            # PostgreSQL takes neither NUL nor half a character.
            value.encode()
            if "\0" in value:
                raise ValueError("not a title")
        return value, UUID(row_id)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise AppError("invalid_input", fields={"cursor": "Not a cursor of this list."}) from error
