"""Tables of this module, as far as queries need them; the migrations say the rest. No other module
reads them."""

from sqlalchemy import Column, Integer, Table, Text

from app.modules.core.tables import key, metadata, moment

# `version` counts the saves; `author_id` is a user of identity, whose name it is asked for.
pages = Table(
    "pages",
    metadata,
    key("id"),
    Column("slug", Text),
    Column("title", Text),
    Column("body", Text),
    Column("status", Text),
    Column("version", Integer),
    moment("created_at"),
    moment("updated_at"),
    moment("published_at", nullable=True),
    key("author_id", nullable=True),
)
