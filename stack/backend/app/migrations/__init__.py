"""Alembic's folder, and what may be known of it without importing Alembic.

Revisions are numbered ("0001", "0002" …) in one line, so that newer and older compare as text.
A release's migrations must leave the schema usable by the release before it (expand); a later
release removes what nobody uses any more and raises `schema_floor` to the first revision whose
code can do without it (contract).
"""

HEAD = "0010"
