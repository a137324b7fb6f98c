"""The outbox: what happened and has not been handed on yet.

Expand only: the release before this one writes nothing into it and misses nothing.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TIMESTAMP, UUID

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    now = sa.text("now()")
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("payload", JSONB, nullable=False),
        sa.Column("actor_kind", sa.Text, nullable=False),
        # A user's or a token's; no reference, for it tells of those who are gone too.
        sa.Column("actor_id", UUID, nullable=True),
        sa.Column("actor_name", sa.Text, nullable=False),
        sa.Column("request_id", sa.Text, nullable=True),
        sa.Column("address", sa.Text, nullable=True),
        sa.Column("at", TIMESTAMP(timezone=True), nullable=False, server_default=now),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("due_at", TIMESTAMP(timezone=True), nullable=False, server_default=now),
        sa.Column("pending", ARRAY(sa.Text), nullable=True),
        sa.CheckConstraint(
            "actor_kind IN ('user', 'token', 'system', 'freehold')", name="outbox_actor_kind_known"
        ),
    )
