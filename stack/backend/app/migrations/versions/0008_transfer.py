"""Jobs that carry a site out and in, where what was brought in came from, and the name of a writer who
has no account here.

Expand only: the release before this one leaves the new columns at their defaults.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP, UUID

revision = "0008"
down_revision = "0007"


def _moment(name: str) -> sa.Column[Any]:
    return sa.Column(name, TIMESTAMP(timezone=True), nullable=True)


def _text(name: str, default: str | None = None) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


def _count(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger, nullable=False, server_default="0")


def _now(name: str) -> sa.Column[Any]:
    return sa.Column(name, TIMESTAMP(timezone=True), nullable=False, server_default=sa.text("now()"))


def upgrade() -> None:
    op.create_table(
        "transfer_jobs",
        sa.Column("id", UUID, primary_key=True),
        _text("kind"),
        _text("format"),
        _text("status", "waiting"),
        _text("name"),
        sa.Column("bytes", sa.BigInteger, nullable=True),
        sa.Column("options", JSONB, nullable=False, server_default=sa.text("'{}'::jsonb")),
        sa.Column(
            "user_id",
            UUID,
            sa.ForeignKey("users.id", name="transfer_jobs_user_id_fkey", ondelete="SET NULL"),
            nullable=True,
        ),
        _text("user_name"),
        _now("created_at"),
        _moment("begun_at"),
        _moment("ended_at"),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        _count("done"),
        _count("total"),
        _text("what", ""),
        sa.Column("counts", JSONB, nullable=False, server_default=sa.text("'{}'::jsonb")),
        sa.Column("report", JSONB, nullable=True),
        _text("problem", ""),
        _moment("file_until"),
        sa.CheckConstraint("kind IN ('import', 'export')", name="transfer_jobs_kind_known"),
        sa.CheckConstraint(
            "status IN ('waiting', 'running', 'done', 'failed')", name="transfer_jobs_status_known"
        ),
    )

    # What an import made of something elsewhere. No reference to what it made: that may be deleted,
    # and is then not brought in a second time.
    op.create_table(
        "transfer_origins",
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("local_id", UUID, nullable=False),
        _text("digest", ""),
        _now("at"),
    )

    for table in ("entries", "published_entries"):
        op.add_column(table, _text("byline", ""))
