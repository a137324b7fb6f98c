"""Tables of this module, as far as queries need them; the migrations say the rest. No other module
reads them."""

from sqlalchemy import Boolean, Column, Integer, Table, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR, UUID

from app.modules.core.tables import key, metadata, moment

# One row for each public entry, as it was when it was last published.
published_entries = Table(
    "published_entries",
    metadata,
    key("entry_id"),
    Column("type_key", Text),
    Column("slug", Text),
    # Null for those of a type without pages.
    Column("path", Text, nullable=True),
    Column("title", Text),
    Column("data", JSONB),
    key("parent_id", nullable=True),
    Column("position", Integer),
    Column("in_navigation", Boolean),
    Column("term_ids", ARRAY(UUID)),
    Column("locale", Text),
    key("author_id", nullable=True),
    # Who wrote it, when that is nobody here.
    Column("byline", Text),
    moment("first_published_at"),
    moment("published_at"),
    # Made by the database.
    Column("search", TSVECTOR, nullable=True),
)

# Where something used to be public; it leads to wherever that is now.
redirects = Table(
    "redirects",
    metadata,
    Column("path", Text),
    key("entry_id"),
    moment("created_at"),
)
