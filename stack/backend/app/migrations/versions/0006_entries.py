"""Content types, entries with revisions, what of them is public, terms and redirects.

Expand only: the release before this one goes on writing `pages`, and a trigger carries each of its
writes over to `entries`. Nothing goes the other way. A later release drops `pages`.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TIMESTAMP, TSVECTOR, UUID

revision = "0006"
down_revision = "0005"

_PRESENT = "'{}'::uuid[]"
_SEARCH = (
    "setweight(to_tsvector('english'::regconfig, title), 'A') ||"
    " jsonb_to_tsvector('english'::regconfig, data, '[\"string\"]'::jsonb)"
)


def _moment(name: str, *, nullable: bool = True, default_now: bool = False) -> sa.Column[Any]:
    default = sa.text("now()") if default_now else None
    return sa.Column(name, TIMESTAMP(timezone=True), nullable=nullable, server_default=default)


def _text(name: str, default: str | None = None) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


def _number(name: str, default: str | None = None) -> sa.Column[Any]:
    given = None if default is None else sa.text(default)
    return sa.Column(name, sa.Integer, nullable=False, server_default=given)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean, nullable=False, server_default=sa.text("false"))


def _json(name: str, default: str) -> sa.Column[Any]:
    return sa.Column(name, JSONB, nullable=False, server_default=sa.text(f"'{default}'::jsonb"))


def _ids(name: str) -> sa.Column[Any]:
    return sa.Column(name, ARRAY(UUID), nullable=False, server_default=sa.text(_PRESENT))


def _search() -> sa.Column[Any]:
    return sa.Column("search", TSVECTOR, sa.Computed(_SEARCH, persisted=True), nullable=True)


def _person(table: str, name: str) -> sa.Column[Any]:
    key = sa.ForeignKey("users.id", name=f"{table}_{name}_fkey", ondelete="SET NULL")
    return sa.Column(name, UUID, key, nullable=True)


def _entry(table: str, name: str = "entry_id", **options: Any) -> sa.Column[Any]:
    key = sa.ForeignKey("entries.id", name=f"{table}_{name}_fkey", ondelete="CASCADE")
    return sa.Column(name, UUID, key, **options)


def upgrade() -> None:
    types = op.create_table(
        "content_types",
        sa.Column("key", sa.Text, primary_key=True),
        _text("name"),
        _text("plural"),
        _text("description", ""),
        _json("fields", "[]"),
        # Whether its entries have pages of their own, and whether they stand in a tree.
        _flag("public"),
        _flag("tree"),
        _flag("built_in"),
        _moment("created_at", nullable=False, default_now=True),
        _moment("updated_at", nullable=False, default_now=True),
    )
    built_in = {"public": True, "built_in": True}
    op.bulk_insert(
        types,
        [
            {"key": "page", "name": "Page", "plural": "Pages", "tree": True, **built_in},
            {"key": "post", "name": "Post", "plural": "Posts", "tree": False, **built_in},
        ],
    )

    op.create_table(
        "terms",
        sa.Column("id", UUID, primary_key=True),
        _text("kind"),
        _text("slug"),
        _text("name"),
        _text("description", ""),
        _moment("created_at", nullable=False, default_now=True),
        sa.UniqueConstraint("kind", "slug", name="terms_kind_slug_key"),
        sa.CheckConstraint("kind IN ('category', 'tag')", name="terms_kind_known"),
    )

    op.create_table(
        "entries",
        sa.Column("id", UUID, primary_key=True),
        sa.Column(
            "type_key",
            sa.Text,
            sa.ForeignKey("content_types.key", name="entries_type_key_fkey"),
            nullable=False,
        ),
        _text("slug"),
        _text("title"),
        _json("data", "{}"),
        sa.Column(
            "parent_id",
            UUID,
            sa.ForeignKey("entries.id", name="entries_parent_id_fkey", ondelete="SET NULL"),
            nullable=True,
        ),
        _number("position", "0"),
        _flag("in_navigation"),
        _ids("term_ids"),
        _text("status", "draft"),
        _text("locale", "en"),
        sa.Column("translation_group", UUID, nullable=True),
        _person("entries", "author_id"),
        _person("entries", "saved_by"),
        _number("version", "1"),
        _moment("created_at", nullable=False, default_now=True),
        _moment("updated_at", nullable=False, default_now=True),
        _moment("publish_at"),
        _moment("unpublish_at"),
        _text("schedule_problem", ""),
        # What publishing has told of it: which version is public, where, and since when.
        sa.Column("published_version", sa.Integer, nullable=True),
        sa.Column("published_path", sa.Text, nullable=True),
        _moment("published_at"),
        _moment("first_published_at"),
        _search(),
        sa.UniqueConstraint(
            "type_key", "parent_id", "locale", "slug",
            name="entries_address_key", postgresql_nulls_not_distinct=True,
        ),
        sa.CheckConstraint(
            "status IN ('draft', 'in_review', 'published')", name="entries_status_known"
        ),
        sa.CheckConstraint("version > 0", name="entries_version_positive"),
        sa.CheckConstraint(
            "(published_version IS NULL) = (published_at IS NULL)", name="entries_published_whole"
        ),
    )  # fmt: skip
    op.create_index(
        "entries_recent_idx", "entries", [sa.text("updated_at DESC"), sa.text("id DESC")]
    )
    op.create_index("entries_parent_id_idx", "entries", ["parent_id"])
    op.create_index("entries_search_idx", "entries", ["search"], postgresql_using="gin")
    for due in ("publish_at", "unpublish_at"):
        op.create_index(
            f"entries_{due}_idx", "entries", [due], postgresql_where=sa.text(f"{due} IS NOT NULL")
        )

    op.create_table(
        "published_entries",
        _entry("published_entries", primary_key=True),
        _text("type_key"),
        _text("slug"),
        # Null for those of a type without pages.
        sa.Column("path", sa.Text, nullable=True),
        _text("title"),
        _json("data", "{}"),
        sa.Column("parent_id", UUID, nullable=True),
        _number("position", "0"),
        _flag("in_navigation"),
        _ids("term_ids"),
        _text("locale", "en"),
        _person("published_entries", "author_id"),
        _moment("first_published_at", nullable=False),
        _moment("published_at", nullable=False),
        _search(),
        sa.UniqueConstraint("path", name="published_entries_path_key"),
    )
    op.create_index(
        "published_entries_recent_idx",
        "published_entries",
        ["type_key", sa.text("first_published_at DESC"), sa.text("entry_id DESC")],
    )
    for column in ("search", "term_ids"):
        op.create_index(
            f"published_entries_{column}_idx", "published_entries", [column], postgresql_using="gin"
        )

    op.create_table(
        "revisions",
        _entry("revisions", primary_key=True),
        # The entry's version that this was.
        sa.Column("number", sa.Integer, primary_key=True),
        _text("kind", "saved"),
        _text("slug"),
        _text("title"),
        _json("data", "{}"),
        sa.Column("parent_id", UUID, nullable=True),
        _ids("term_ids"),
        _person("revisions", "author_id"),
        _moment("created_at", nullable=False, default_now=True),
        _moment("published_at"),
    )

    # Where something used to be public; it leads to wherever that is now.
    op.create_table(
        "redirects",
        sa.Column("path", sa.Text, primary_key=True),
        _entry("redirects", nullable=False),
        _moment("created_at", nullable=False, default_now=True),
    )
    op.create_index("redirects_entry_id_idx", "redirects", ["entry_id"])

    op.execute(_CARRY_OVER)
    op.execute(
        "CREATE TRIGGER pages_carried_over AFTER INSERT OR UPDATE OR DELETE ON pages"
        " FOR EACH ROW EXECUTE FUNCTION carry_page_over()"
    )
    # What is there goes the way that every later write goes.
    op.execute("UPDATE pages SET id = id")

    # The home page is an entry from now on; the id of each page is that of its entry.
    op.drop_constraint("site_settings_home_page_id_fkey", "site_settings")
    op.create_foreign_key(
        "site_settings_home_page_id_fkey",
        "site_settings",
        "entries",
        ["home_page_id"],
        ["id"],
        ondelete="SET NULL",
    )


# Without a percent sign: Alembic's script has each of them twice.
_CARRY_OVER = """
CREATE FUNCTION carry_page_over() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  shown jsonb;
  saves integer;
  shown_at timestamptz;
  kept record;
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM entries WHERE id = OLD.id;
    RETURN NULL;
  END IF;
  shown := jsonb_build_object('body', NEW.body, 'bodyFormat', 'markdown', 'summary', NEW.summary,
    'cover', NEW.cover, 'coverAlt', NEW.cover_alt);
  shown_at := CASE WHEN NEW.status = 'published' THEN coalesce(NEW.published_at, NEW.updated_at) END;
  saves := CASE WHEN TG_OP = 'UPDATE' THEN greatest(NEW.version - OLD.version, 0) ELSE 0 END;

  INSERT INTO entries AS e (id, type_key, slug, title, data, position, in_navigation, status,
      author_id, saved_by, version, created_at, updated_at, published_version, published_path,
      published_at, first_published_at)
    VALUES (NEW.id, 'page', NEW.slug, NEW.title, shown, NEW.position, NEW.in_navigation, NEW.status,
      NEW.author_id, NEW.author_id, NEW.version, NEW.created_at, NEW.updated_at,
      CASE WHEN NEW.status = 'published' THEN NEW.version END,
      CASE WHEN NEW.status = 'published' THEN '/' || NEW.slug END,
      shown_at, shown_at)
    ON CONFLICT (id) DO UPDATE SET slug = NEW.slug, title = NEW.title, data = e.data || shown,
      position = NEW.position, in_navigation = NEW.in_navigation, status = NEW.status,
      version = e.version + saves, updated_at = NEW.updated_at,
      published_version = CASE WHEN NEW.status = 'published' THEN e.version + saves END,
      published_path = CASE WHEN NEW.status = 'published'
        THEN regexp_replace(coalesce(e.published_path, '/'), '[^/]*$', NEW.slug) END,
      published_at = shown_at,
      first_published_at = coalesce(e.first_published_at, shown_at)
    RETURNING * INTO kept;

  INSERT INTO revisions (entry_id, number, slug, title, data, parent_id, term_ids, author_id,
      created_at, published_at)
    VALUES (kept.id, kept.version, kept.slug, kept.title, kept.data, kept.parent_id, kept.term_ids,
      kept.saved_by, kept.updated_at, kept.published_at)
    ON CONFLICT (entry_id, number) DO UPDATE SET slug = kept.slug, title = kept.title,
      data = kept.data, published_at = kept.published_at;

  IF NEW.status = 'published' THEN
    INSERT INTO published_entries (entry_id, type_key, slug, path, title, data, parent_id, position,
        in_navigation, term_ids, author_id, first_published_at, published_at)
      VALUES (kept.id, 'page', kept.slug, kept.published_path, kept.title, kept.data, kept.parent_id,
        kept.position, kept.in_navigation, kept.term_ids, kept.author_id, kept.first_published_at,
        kept.published_at)
      ON CONFLICT (entry_id) DO UPDATE SET slug = kept.slug, path = kept.published_path,
        title = kept.title, data = kept.data, position = kept.position,
        in_navigation = kept.in_navigation, published_at = kept.published_at;
    DELETE FROM redirects WHERE path = kept.published_path;
  ELSE
    DELETE FROM published_entries WHERE entry_id = kept.id;
  END IF;
  RETURN NULL;
END $$
"""
