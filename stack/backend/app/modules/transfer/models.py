"""Tables of this module, as far as queries need them; the migrations say the rest. No other module
reads them."""

from sqlalchemy import BigInteger, Column, Integer, Table, Text
from sqlalchemy.dialects.postgresql import JSONB

from app.modules.core.tables import key, metadata, moment

# One row for each export or import that was asked for. `name` is what the file is called, `format` who
# can read it, `user_name` stays when the user is gone. `done`, `total` and `what` say how far it is.
jobs = Table(
    "transfer_jobs",
    metadata,
    key("id"),
    Column("kind", Text),
    Column("format", Text),
    Column("status", Text),
    Column("name", Text),
    Column("bytes", BigInteger, nullable=True),
    Column("options", JSONB),
    key("user_id", nullable=True),
    Column("user_name", Text),
    moment("created_at"),
    moment("begun_at", nullable=True),
    moment("ended_at", nullable=True),
    Column("attempts", Integer),
    Column("done", BigInteger),
    Column("total", BigInteger),
    Column("what", Text),
    # Of the report, by outcome.
    Column("counts", JSONB),
    Column("report", JSONB, nullable=True),
    Column("problem", Text),
    moment("file_until", nullable=True),
)

# What an import made of something elsewhere: `key` is what that is called in `source`, `digest` how it
# was when it came.
origins = Table(
    "transfer_origins",
    metadata,
    Column("source", Text),
    Column("kind", Text),
    Column("key", Text),
    key("local_id"),
    Column("digest", Text),
    moment("at"),
)
