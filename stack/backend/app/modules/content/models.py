"""Tables of this module, as far as queries need them; the migrations say the rest. No other module
reads them."""

from sqlalchemy import Boolean, Column, Integer, Table, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR, UUID

from app.modules.core.tables import key, metadata, moment, unseen

content_types = Table(
    "content_types",
    metadata,
    Column("key", Text),
    Column("name", Text),
    Column("plural", Text),
    Column("description", Text),
    Column("fields", JSONB),
    # Whether its entries have pages of their own, and whether they stand in a tree.
    Column("public", Boolean),
    Column("tree", Boolean),
    Column("built_in", Boolean),
    moment("created_at"),
    moment("updated_at"),
)

# What people work on; visitors see what publishing made of it. `version` counts the saves, the
# `published_…` columns are what publishing has told; `author_id` and `saved_by` are users of
# identity, whose names it is asked for.
entries = Table(
    "entries",
    metadata,
    key("id"),
    Column("type_key", Text),
    Column("slug", Text),
    Column("title", Text),
    Column("data", JSONB),
    key("parent_id", nullable=True),
    Column("position", Integer),
    Column("in_navigation", Boolean),
    Column("term_ids", ARRAY(UUID)),
    Column("status", Text),
    Column("locale", Text),
    key("translation_group", nullable=True),
    key("author_id", nullable=True),
    # Who wrote it, when that is nobody here.
    Column("byline", Text),
    key("saved_by", nullable=True),
    Column("version", Integer),
    moment("created_at"),
    moment("updated_at"),
    moment("publish_at", nullable=True),
    moment("unpublish_at", nullable=True),
    Column("schedule_problem", Text),
    Column("published_version", Integer, nullable=True),
    Column("published_path", Text, nullable=True),
    moment("published_at", nullable=True),
    moment("first_published_at", nullable=True),
    # Made by the database.
    Column("search", TSVECTOR, nullable=True),
    # What is deleted takes what is public along.
    info=unseen("INSERT", "UPDATE"),
)

# Categories and tags; categories alone stand below one another.
terms = Table(
    "terms",
    metadata,
    key("id"),
    Column("kind", Text),
    Column("slug", Text),
    Column("name", Text),
    Column("description", Text),
    moment("created_at"),
    key("parent_id", nullable=True),
)

# Ids of those that are gone, and what each of them went into.
merged_terms = Table(
    "merged_terms",
    metadata,
    key("id"),
    key("into_id"),
)

# Where the list of a term used to be.
term_redirects = Table(
    "term_redirects",
    metadata,
    Column("path", Text),
    key("term_id"),
    moment("created_at"),
)
