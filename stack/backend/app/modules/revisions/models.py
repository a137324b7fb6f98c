"""Tables of this module, as far as queries need them; the migrations say the rest. No other module
reads them."""

from sqlalchemy import Column, Integer, Table, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID

from app.modules.core.tables import key, metadata, moment, unseen

# `number` is the entry's version that this was.
revisions = Table(
    "revisions",
    metadata,
    key("entry_id"),
    Column("number", Integer),
    Column("kind", Text),
    Column("slug", Text),
    Column("title", Text),
    Column("data", JSONB),
    key("parent_id", nullable=True),
    Column("term_ids", ARRAY(UUID)),
    key("author_id", nullable=True),
    moment("created_at"),
    moment("published_at", nullable=True),
    info=unseen(),
)
