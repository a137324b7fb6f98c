"""Tables of this module, as far as queries need them; the migrations say the rest. No other module
reads them."""

from sqlalchemy import Column, Table, Text

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
)
