"""Tables of this module, as far as queries need them; the migrations say the rest. No other module
reads them."""

from sqlalchemy import Boolean, Column, Integer, Table, Text

from app.modules.core.tables import key, metadata, moment

# `summary` and `cover` introduce the page where it is linked and stand at its top; `version` counts
# the saves; `author_id` is a user of identity, whose name it is asked for.
pages = Table(
    "pages",
    metadata,
    key("id"),
    Column("slug", Text),
    Column("title", Text),
    Column("body", Text),
    Column("summary", Text),
    Column("cover", Text),
    Column("cover_alt", Text),
    Column("in_navigation", Boolean),
    Column("position", Integer),
    Column("status", Text),
    Column("version", Integer),
    moment("created_at"),
    moment("updated_at"),
    moment("published_at", nullable=True),
    key("author_id", nullable=True),
)
