"""Tables of this module, as far as queries need them; the migrations say the rest. No other module
reads them."""

from sqlalchemy import BigInteger, Column, Integer, Table, Text
from sqlalchemy.dialects.postgresql import JSONB

from app.modules.core.tables import key, metadata, moment

# One row, made by the first migration. `title` is null until somebody chooses one.
site_settings = Table(
    "site_settings",
    metadata,
    Column("title", Text, nullable=True),
    Column("tagline", Text),
    Column("language", Text),
    Column("theme", Text),
    # What a sample site calls itself, for as long as nobody says otherwise.
    Column("sample_title", Text, nullable=True),
    key("home_page_id", nullable=True),
    moment("updated_at"),
    # What visitors see, but for its theme, and what is being worked on, whole; `designing` says how.
    Column("design", JSONB),
    Column("design_draft", JSONB(none_as_null=True), nullable=True),
    # Counts up with every change of either.
    Column("design_version", Integer),
    moment("design_applied_at", nullable=True),
)

# Designs that were public, the last one with the greatest id.
site_designs = Table(
    "site_designs",
    metadata,
    Column("id", BigInteger),
    Column("design", JSONB),
    moment("replaced_at"),
)
