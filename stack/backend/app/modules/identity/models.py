"""Tables of this module, as far as queries need them; the migrations say the rest. No other module
reads them."""

from sqlalchemy import Column, LargeBinary, Table, Text

from app.modules.core.tables import key, metadata, moment

users = Table(
    "users",
    metadata,
    key("id"),
    Column("name", Text),
    Column("email", Text),
    Column("password_hash", Text),
    Column("role", Text),
    moment("created_at"),
)

# A browser that signed in. The token itself is known to that browser alone.
sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", LargeBinary),
    key("user_id"),
    moment("created_at"),
    moment("expires_at"),
)

# One-time links for the first administrator; dead once used, expired or anybody is there.
setup_links = Table(
    "setup_links",
    metadata,
    Column("token_hash", LargeBinary),
    moment("created_at"),
    moment("expires_at"),
    moment("used_at", nullable=True),
)
