"""Users, sessions, setup links, the site's settings and pages."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import BYTEA, TIMESTAMP, UUID

revision = "0001"
down_revision = None


def _moment(name: str, *, nullable: bool = False, default_now: bool = False) -> sa.Column[Any]:
    default = sa.text("now()") if default_now else None
    return sa.Column(name, TIMESTAMP(timezone=True), nullable=nullable, server_default=default)


def upgrade() -> None:
    floor = op.create_table("schema_floor", sa.Column("revision", sa.Text, primary_key=True))
    op.bulk_insert(floor, [{"revision": "0001"}])

    op.create_table(
        "users",
        sa.Column("id", UUID, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("password_hash", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        _moment("created_at", default_now=True),
        sa.CheckConstraint("role IN ('admin')", name="users_role_known"),
    )
    op.create_index("users_email_key", "users", [sa.text("lower(email)")], unique=True)

    op.create_table(
        "sessions",
        sa.Column("token_hash", BYTEA, primary_key=True),
        sa.Column(
            "user_id",
            UUID,
            sa.ForeignKey("users.id", name="sessions_user_id_fkey", ondelete="CASCADE"),
            nullable=False,
        ),
        _moment("created_at", default_now=True),
        _moment("expires_at"),
    )
    op.create_index("sessions_user_id_idx", "sessions", ["user_id", "created_at"])
    op.create_index("sessions_expires_at_idx", "sessions", ["expires_at"])

    op.create_table(
        "setup_links",
        sa.Column("token_hash", BYTEA, primary_key=True),
        _moment("created_at", default_now=True),
        _moment("expires_at"),
        _moment("used_at", nullable=True),
    )

    op.create_table(
        "pages",
        sa.Column("id", UUID, primary_key=True),
        sa.Column("slug", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        _moment("created_at", default_now=True),
        _moment("updated_at", default_now=True),
        _moment("published_at", nullable=True),
        sa.Column(
            "author_id",
            UUID,
            sa.ForeignKey("users.id", name="pages_author_id_fkey", ondelete="SET NULL"),
            nullable=True,
        ),
        sa.UniqueConstraint("slug", name="pages_slug_key"),
        sa.CheckConstraint("status IN ('draft', 'published')", name="pages_status_known"),
        sa.CheckConstraint("version > 0", name="pages_version_positive"),
    )
    op.create_index("pages_recent_idx", "pages", [sa.text("updated_at DESC"), sa.text("id DESC")])
    op.create_index(
        "pages_published_idx",
        "pages",
        [sa.text("published_at DESC")],
        postgresql_where=sa.text("status = 'published'"),
    )

    site = op.create_table(
        "site_settings",
        sa.Column("id", sa.SmallInteger, primary_key=True, autoincrement=False),
        # Until somebody chooses a title, the environment's SITE_NAME is it.
        sa.Column("title", sa.Text, nullable=True),
        sa.Column("tagline", sa.Text, nullable=False, server_default=""),
        sa.Column("language", sa.Text, nullable=False, server_default="en"),
        sa.Column(
            "home_page_id",
            UUID,
            sa.ForeignKey("pages.id", name="site_settings_home_page_id_fkey", ondelete="SET NULL"),
            nullable=True,
        ),
        _moment("updated_at", default_now=True),
        sa.CheckConstraint("id = 1", name="site_settings_single_row"),
    )
    op.bulk_insert(site, [{"id": 1}])
