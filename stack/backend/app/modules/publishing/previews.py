"""Preview links: whoever has one sees an entry as it is being worked on, until the link ends. Nothing
is stored; the token is signed with the stack's key, for one purpose. Pure."""

import base64
import binascii
import hmac
import time
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

LIFETIME: Final = timedelta(days=3)
ENTRY: Final = b"freehold preview link"
_SIGNATURE: Final = 16
_LENGTH: Final = 16 + 8 + _SIGNATURE


def preview_token(
    subject: UUID, secret_key: str, purpose: bytes = ENTRY
) -> tuple[str, datetime]:
    """A token and when it ends."""
    ends = int(time.time()) + int(LIFETIME.total_seconds())
    payload = subject.bytes + ends.to_bytes(8)
    token = base64.urlsafe_b64encode(payload + _sign(payload, secret_key, purpose)).rstrip(b"=").decode()
    return token, datetime.fromtimestamp(ends, UTC)


def previewed(token: str, secret_key: str, purpose: bytes = ENTRY) -> UUID | None:
    """Whose preview it is; None for one that is over or not ours."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (ValueError, binascii.Error):
        return None
    payload, signature = raw[:-_SIGNATURE], raw[-_SIGNATURE:]
    if len(raw) != _LENGTH or not hmac.compare_digest(
        signature, _sign(payload, secret_key, purpose)
    ):
        return None
    if int.from_bytes(payload[16:]) < time.time():
        return None
    return UUID(bytes=payload[:16])


def _sign(payload: bytes, secret_key: str, purpose: bytes) -> bytes:
    key = hmac.digest(secret_key.encode(), purpose, "sha256")
    return hmac.digest(key, payload, "sha256")[:_SIGNATURE]
