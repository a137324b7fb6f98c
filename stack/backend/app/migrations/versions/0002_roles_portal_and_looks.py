"""Roles, sign-in from the portal, the public identity Freehold gives, and what a page looks like.

Expand only: the release before this one goes on reading and writing what it knows.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import BYTEA, TIMESTAMP

revision = "0002"
down_revision = "0001"


def _moment(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, TIMESTAMP(timezone=True), nullable=nullable)


def _text(name: str, default: str = "") -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


def upgrade() -> None:
    # A password_hash of '' means that there is no password: the release before this one then
    # refuses the sign-in, where it would stumble over a null.
    op.drop_constraint("users_role_known", "users")
    op.create_check_constraint(
        "users_role_known", "users", "role IN ('owner', 'admin', 'editor', 'author', 'viewer')"
    )
    op.add_column(
        "users", sa.Column("demo", sa.Boolean, nullable=False, server_default=sa.text("false"))
    )
    op.add_column("users", _moment("signed_in_at"))
    # Until now there was one user at most, and it was everything.
    op.execute("UPDATE users SET role = 'owner', signed_in_at = created_at WHERE role = 'admin'")

    op.create_table(
        "used_entries",
        sa.Column("id_hash", BYTEA, primary_key=True),
        _moment("expires_at", nullable=False),
    )
    op.create_index("used_entries_expires_at_idx", "used_entries", ["expires_at"])

    installation = op.create_table(
        "installation",
        sa.Column("id", sa.SmallInteger, primary_key=True, autoincrement=False),
        # Null: what the environment says.
        sa.Column("site_url", sa.Text, nullable=True),
        sa.Column("site_name", sa.Text, nullable=True),
        _moment("demo_expires_at"),
        sa.Column("demo_keep_url", sa.Text, nullable=True),
        _moment("first_signed_in_at"),
        sa.CheckConstraint("id = 1", name="installation_single_row"),
        sa.CheckConstraint(
            "(demo_expires_at IS NULL) = (demo_keep_url IS NULL)", name="installation_demo_whole"
        ),
    )
    op.bulk_insert(installation, [{"id": 1}])
    op.execute(
        "UPDATE installation SET first_signed_in_at = (SELECT min(created_at) FROM users)"
    )

    op.add_column("pages", _text("summary"))
    op.add_column("pages", _text("cover"))
    op.add_column("pages", _text("cover_alt"))
    op.add_column(
        "pages",
        sa.Column("in_navigation", sa.Boolean, nullable=False, server_default=sa.text("true")),
    )
    op.add_column(
        "pages", sa.Column("position", sa.Integer, nullable=False, server_default=sa.text("0"))
    )
    op.add_column("site_settings", _text("theme", "paper"))
    op.add_column("site_settings", sa.Column("sample_title", sa.Text, nullable=True))
