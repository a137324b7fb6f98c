"""Tables of this module, as far as queries need them; the migrations say the rest. No other module
reads them."""

from sqlalchemy import Boolean, Column, LargeBinary, Table, Text
from sqlalchemy.dialects.postgresql import ARRAY

from app.modules.core.tables import key, metadata, moment, unseen

users = Table(
    "users",
    metadata,
    key("id"),
    Column("name", Text),
    Column("email", Text),
    # '' for those who come from the portal and have none.
    Column("password_hash", Text),
    Column("role", Text),
    # Came with a demo and goes with it.
    Column("demo", Boolean),
    moment("created_at"),
    moment("signed_in_at", nullable=True),
)

# A browser that signed in. The token itself is known to that browser alone.
sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", LargeBinary),
    key("user_id"),
    moment("created_at"),
    moment("expires_at"),
    info=unseen(),
)

# One-time links for the first administrator; dead once used, expired or anybody is there.
setup_links = Table(
    "setup_links",
    metadata,
    Column("token_hash", LargeBinary),
    moment("created_at"),
    moment("expires_at"),
    moment("used_at", nullable=True),
    info=unseen(),
)

# Sign-ins from the portal that have taken place; kept until their token is void anyway.
used_entries = Table(
    "used_entries",
    metadata,
    Column("id_hash", LargeBinary),
    moment("expires_at"),
    info=unseen(),
)

# What programs come with instead of a session. Goes when its user goes.
api_tokens = Table(
    "api_tokens",
    metadata,
    key("id"),
    key("user_id"),
    Column("name", Text),
    Column("hint", Text),
    Column("token_hash", LargeBinary),
    Column("scopes", ARRAY(Text)),
    moment("created_at"),
    moment("expires_at", nullable=True),
    moment("last_used_at", nullable=True),
    info=unseen(),
)
