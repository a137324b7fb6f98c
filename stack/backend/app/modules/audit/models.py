"""Tables of this module, as far as queries need them; the migrations say the rest. No other module
reads them."""

from sqlalchemy import BigInteger, Column, Table, Text
from sqlalchemy.dialects.postgresql import JSONB

from app.modules.core.tables import key, metadata, moment, unseen

# Only grows: the database itself refuses a change, and to delete what is younger than a year.
audit_log = Table(
    "audit_log",
    metadata,
    Column("id", BigInteger),
    moment("at"),
    Column("event", Text),
    Column("actor_kind", Text),
    key("actor_id", nullable=True),
    Column("actor_name", Text),
    Column("subject_type", Text),
    Column("subject_id", Text),
    Column("title", Text),
    Column("details", JSONB),
    Column("address", Text, nullable=True),
    Column("request_id", Text, nullable=True),
    info=unseen(),
)
