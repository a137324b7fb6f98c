"""Tables of this module, as far as queries need them; the migrations say the rest. No other module
reads them."""

from sqlalchemy import Boolean, Column, Integer, LargeBinary, Table, Text
from sqlalchemy.dialects.postgresql import ARRAY

from app.modules.core.tables import key, metadata, moment, unseen

# `failures` counts deliveries given up in a row; `stopped_why` says why it is off if nobody switched it off.
webhooks = Table(
    "webhooks",
    metadata,
    key("id"),
    Column("name", Text),
    Column("url", Text),
    Column("events", ARRAY(Text)),
    Column("active", Boolean),
    Column("nonce", LargeBinary),
    Column("failures", Integer),
    Column("stopped_why", Text, nullable=True),
    moment("created_at"),
    moment("updated_at"),
    info=unseen(),
)

# One message to one address. `message_id` stays the same when it is sent again, so that the receiver can
# tell; while it is pending, `due_at` is the next attempt, or when an attempt under way counts as lost.
deliveries = Table(
    "webhook_deliveries",
    metadata,
    key("id"),
    key("webhook_id"),
    Column("message_id", Text),
    Column("event", Text),
    Column("body", Text),
    Column("status", Text),
    Column("attempts", Integer),
    moment("created_at"),
    moment("due_at"),
    moment("tried_at", nullable=True),
    Column("response_status", Integer, nullable=True),
    Column("response", Text, nullable=True),
    Column("error", Text, nullable=True),
    Column("milliseconds", Integer, nullable=True),
    info=unseen(),
)
