"""The design: what a client has made of a theme, its menus, a draft of it and what was public before.

Expand only: `theme` stays where the release before reads and writes it.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column(
        "site_settings",
        sa.Column("design", JSONB, nullable=False, server_default=sa.text("'{}'::jsonb")),
    )
    op.add_column("site_settings", sa.Column("design_draft", JSONB, nullable=True))
    op.add_column(
        "site_settings",
        sa.Column("design_version", sa.Integer, nullable=False, server_default=sa.text("0")),
    )
    op.add_column(
        "site_settings", sa.Column("design_applied_at", TIMESTAMP(timezone=True), nullable=True)
    )
    op.create_table(
        "site_designs",
        sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
        sa.Column("design", JSONB, nullable=False),
        sa.Column(
            "replaced_at", TIMESTAMP(timezone=True), nullable=False, server_default=sa.text("now()")
        ),
    )
