"""Signatures as https://www.standardwebhooks.com describes them, for which most languages have a library.

    webhook-id: …   webhook-timestamp: Unix seconds   webhook-signature: v1,base64(HMAC-SHA256(key, signed))
    signed = id "." timestamp "." body          secret = "whsec_" base64(key)
"""

import base64
import hmac
import secrets

NONCE_BYTES = 16
_LABEL = b"freehold webhook "


def new_nonce() -> bytes:
    return secrets.token_bytes(NONCE_BYTES)


def signing_key(secret_key: str, nonce: bytes) -> bytes:
    """Made anew each time, so that no copy of the database holds a secret; with another SECRET_KEY it is
    another."""
    return hmac.digest(secret_key.encode(), _LABEL + nonce, "sha256")


def shown_secret(key: bytes) -> str:
    return "whsec_" + base64.b64encode(key).decode()


def signed_headers(key: bytes, message_id: str, timestamp: int, body: bytes) -> dict[str, str]:
    signed = f"{message_id}.{timestamp}.".encode() + body
    signature = base64.b64encode(hmac.digest(key, signed, "sha256")).decode()
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1,{signature}",
    }
