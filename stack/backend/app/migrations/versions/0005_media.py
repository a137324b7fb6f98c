"""The media library: folders, files, and what shows which file.

Expand only: the release before this one knows nothing of it.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP, UUID

revision = "0005"
down_revision = "0004"


def _now(name: str) -> sa.Column[Any]:
    return sa.Column(name, TIMESTAMP(timezone=True), nullable=False, server_default=sa.text("now()"))


def _text(name: str, default: str | None = None) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


def _share(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Double, nullable=False, server_default=sa.text("0.5"))


def upgrade() -> None:
    op.create_table(
        "media_folders",
        sa.Column("id", UUID, primary_key=True),
        _text("name"),
        sa.Column(
            "parent_id",
            UUID,
            sa.ForeignKey("media_folders.id", name="media_folders_parent_id_fkey"),
            nullable=True,
        ),
        _now("created_at"),
    )
    # Two of one name at the top are the same folder twice, too.
    op.execute(
        "CREATE UNIQUE INDEX media_folders_name_key ON media_folders (parent_id, lower(name)) NULLS NOT DISTINCT"
    )

    op.create_table(
        "media",
        sa.Column("id", UUID, primary_key=True),
        sa.Column(
            "folder_id",
            UUID,
            sa.ForeignKey("media_folders.id", name="media_folder_id_fkey"),
            nullable=True,
        ),
        _text("sha256"),
        _text("kind"),
        _text("extension"),
        _text("name"),
        _text("filename"),
        sa.Column("bytes", sa.BigInteger, nullable=False),
        sa.Column("width", sa.Integer, nullable=True),
        sa.Column("height", sa.Integer, nullable=True),
        sa.Column("animated", sa.Boolean, nullable=False, server_default=sa.text("false")),
        sa.Column("colour", sa.Text, nullable=True),
        _text("alt", ""),
        _text("caption", ""),
        _share("focal_x"),
        _share("focal_y"),
        sa.Column(
            "uploader_id",
            UUID,
            sa.ForeignKey("users.id", name="media_uploader_id_fkey", ondelete="SET NULL"),
            nullable=True,
        ),
        _now("created_at"),
        _now("updated_at"),
        sa.UniqueConstraint("sha256", name="media_sha256_key"),
        sa.CheckConstraint("bytes >= 0", name="media_bytes_counted"),
        sa.CheckConstraint(
            "focal_x BETWEEN 0 AND 1 AND focal_y BETWEEN 0 AND 1", name="media_focal_point_inside"
        ),
    )
    op.create_index("media_recent_idx", "media", [sa.text("created_at DESC"), sa.text("id DESC")])
    op.create_index("media_folder_id_idx", "media", ["folder_id", sa.text("created_at DESC")])
    op.create_index("media_uploader_id_idx", "media", ["uploader_id"])

    op.create_table(
        "media_uses",
        sa.Column(
            "media_id",
            UUID,
            sa.ForeignKey("media.id", name="media_uses_media_id_fkey", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("owner_kind", sa.Text, primary_key=True),
        sa.Column("owner_id", UUID, primary_key=True),
        _text("title"),
    )
    op.create_index("media_uses_owner_idx", "media_uses", ["owner_kind", "owner_id"])
