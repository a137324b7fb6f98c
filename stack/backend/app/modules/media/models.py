"""Tables of this module, as far as queries need them; the migrations say the rest. No other module
reads them."""

from sqlalchemy import BigInteger, Boolean, Column, Double, Integer, Table, Text

from app.modules.core.tables import key, metadata, moment, unseen

folders = Table(
    "media_folders",
    metadata,
    key("id"),
    Column("name", Text),
    key("parent_id", nullable=True),
    moment("created_at"),
    info=unseen(),
)

# `sha256` is of the bytes as they are kept, in hex, and nothing is kept twice. `name` is what people
# see, `filename` its spelling in addresses. `uploader_id` is a user of identity.
media = Table(
    "media",
    metadata,
    key("id"),
    key("folder_id", nullable=True),
    Column("sha256", Text),
    Column("kind", Text),
    Column("extension", Text),
    Column("name", Text),
    Column("filename", Text),
    Column("bytes", BigInteger),
    Column("width", Integer, nullable=True),
    Column("height", Integer, nullable=True),
    Column("animated", Boolean),
    # A picture's average, shown until it has loaded: '#rrggbb'.
    Column("colour", Text, nullable=True),
    Column("alt", Text),
    Column("caption", Text),
    # What must stay in view when a picture is cropped: from 0 (left, top) to 1.
    Column("focal_x", Double),
    Column("focal_y", Double),
    key("uploader_id", nullable=True),
    moment("created_at"),
    moment("updated_at"),
)

# Who shows a file. `owner_kind` and `owner_id` are another module's and mean nothing here.
uses = Table(
    "media_uses",
    metadata,
    key("media_id"),
    Column("owner_kind", Text),
    key("owner_id"),
    Column("title", Text),
    info=unseen(),
)
