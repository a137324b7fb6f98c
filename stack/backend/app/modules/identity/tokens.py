"""Random tokens, of which only a hash is stored."""

import hashlib
import hmac
import secrets

TOKEN_BYTES = 32


def new_token() -> str:
    """256 random bits, safe in a URL."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def setup_link_hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def session_hash(token: str, secret_key: str) -> bytes:
    """Keyed, so that whoever can write to the database still cannot make a session, and a new
    SECRET_KEY signs everybody out."""
    return hmac.digest(secret_key.encode(), token.encode(), "sha256")
