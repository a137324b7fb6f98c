"""Categories that stand below one another, terms that went into another one, and where the lists of terms
were before.

Expand only: to the release before this one every category stands at the top. One that it deletes leaves what
is below at the top too, rather than refusing, as that release could not say why; it makes and follows no
redirects of terms.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP, UUID

revision = "0010"
down_revision = "0009"


def _term(table: str, name: str, *, ondelete: str, **options: Any) -> sa.Column[Any]:
    key = sa.ForeignKey("terms.id", name=f"{table}_{name}_fkey", ondelete=ondelete)
    return sa.Column(name, UUID, key, **options)


def upgrade() -> None:
    op.add_column("terms", _term("terms", "parent_id", ondelete="SET NULL", nullable=True))
    op.create_check_constraint("terms_tags_flat", "terms", "parent_id IS NULL OR kind = 'category'")
    op.create_index("terms_parent_id_idx", "terms", ["parent_id"])

    # What bore the one bears the other; who still has its id means that one.
    op.create_table(
        "merged_terms",
        sa.Column("id", UUID, primary_key=True),
        _term("merged_terms", "into_id", ondelete="CASCADE", nullable=False),
    )
    op.create_index("merged_terms_into_id_idx", "merged_terms", ["into_id"])

    # Where the list of a term used to be, here or on the site that it came from.
    op.create_table(
        "term_redirects",
        sa.Column("path", sa.Text, primary_key=True),
        _term("term_redirects", "term_id", ondelete="CASCADE", nullable=False),
        sa.Column("created_at", TIMESTAMP(timezone=True), nullable=False, server_default=sa.text("now()")),
    )
    op.create_index("term_redirects_term_id_idx", "term_redirects", ["term_id"])
