"""API tokens, the log of who did what, webhooks and what was sent to them.

Expand only: the release before this one knows none of it.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, BYTEA, JSONB, TIMESTAMP, UUID

revision = "0004"
down_revision = "0003"


def _moment(name: str, *, nullable: bool = False, default_now: bool = False) -> sa.Column[Any]:
    default = sa.text("now()") if default_now else None
    return sa.Column(name, TIMESTAMP(timezone=True), nullable=nullable, server_default=default)


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "api_tokens",
        sa.Column("id", UUID, primary_key=True),
        sa.Column(
            "user_id",
            UUID,
            sa.ForeignKey("users.id", name="api_tokens_user_id_fkey", ondelete="CASCADE"),
            nullable=False,
        ),
        _text("name"),
        _text("hint"),
        sa.Column("token_hash", BYTEA, nullable=False),
        sa.Column("scopes", ARRAY(sa.Text), nullable=False),
        _moment("created_at", default_now=True),
        _moment("expires_at", nullable=True),
        _moment("last_used_at", nullable=True),
        sa.UniqueConstraint("token_hash", name="api_tokens_token_hash_key"),
    )
    op.create_index("api_tokens_user_id_idx", "api_tokens", ["user_id"])

    op.create_table(
        "audit_log",
        # The event's own: one that is handed on twice is written once.
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
        _moment("at"),
        _text("event"),
        _text("actor_kind"),
        sa.Column("actor_id", UUID, nullable=True),
        _text("actor_name"),
        _text("subject_type"),
        _text("subject_id"),
        _text("title"),
        sa.Column("details", JSONB, nullable=False),
        _text("address", nullable=True),
        _text("request_id", nullable=True),
    )
    # Nobody rewrites it by mistake or by a hole in some query; after a year a line may go.
    op.execute(
        """
        CREATE FUNCTION audit_log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' THEN
            IF OLD.at < now() - interval '1 year' THEN
              RETURN OLD;
            END IF;
          END IF;
          RAISE EXCEPTION 'the audit log only grows';
        END
        $$
        """
    )
    op.execute(
        "CREATE TRIGGER audit_log_only_grows BEFORE UPDATE OR DELETE ON audit_log"
        " FOR EACH ROW EXECUTE FUNCTION audit_log_only_grows()"
    )
    op.execute(
        "CREATE TRIGGER audit_log_is_not_emptied BEFORE TRUNCATE ON audit_log"
        " FOR EACH STATEMENT EXECUTE FUNCTION audit_log_only_grows()"
    )

    op.create_table(
        "webhooks",
        sa.Column("id", UUID, primary_key=True),
        _text("name"),
        _text("url"),
        sa.Column("events", ARRAY(sa.Text), nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        # Of which, with SECRET_KEY, the signing secret is made; no secret is stored.
        sa.Column("nonce", BYTEA, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False, server_default="0"),
        _text("stopped_why", nullable=True),
        _moment("created_at", default_now=True),
        _moment("updated_at", default_now=True),
    )
    op.create_table(
        "webhook_deliveries",
        sa.Column("id", UUID, primary_key=True),
        sa.Column(
            "webhook_id",
            UUID,
            sa.ForeignKey(
                "webhooks.id", name="webhook_deliveries_webhook_id_fkey", ondelete="CASCADE"
            ),
            nullable=False,
        ),
        _text("message_id"),
        _text("event"),
        _text("body"),
        _text("status"),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        _moment("created_at", default_now=True),
        _moment("due_at", default_now=True),
        _moment("tried_at", nullable=True),
        sa.Column("response_status", sa.Integer, nullable=True),
        _text("response", nullable=True),
        _text("error", nullable=True),
        sa.Column("milliseconds", sa.Integer, nullable=True),
        sa.CheckConstraint(
            "status IN ('pending', 'delivered', 'failed')", name="webhook_deliveries_status_known"
        ),
    )
    op.create_index(
        "webhook_deliveries_due_idx",
        "webhook_deliveries",
        ["due_at"],
        postgresql_where=sa.text("status = 'pending'"),
    )
    op.create_index(
        "webhook_deliveries_recent_idx",
        "webhook_deliveries",
        ["webhook_id", sa.text("created_at DESC"), sa.text("id DESC")],
    )
