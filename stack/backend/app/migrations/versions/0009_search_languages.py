"""Words are found in the forms of the site's own language.

Expand only: the release before this one goes on asking in English, which finds in other languages what is
written as it is asked for, as before. The database keeps each row's language by itself, so nobody has to
name it who writes an entry.
"""

from typing import Final

from alembic import op

revision = "0009"
down_revision = "0008"

_TABLES: Final = ("entries", "published_entries")
# Of PostgreSQL's own, by the first part of a language tag. What is not among them is found as it is written.
_LANGUAGES: Final = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


def upgrade() -> None:
    cases = "\n".join(
        f"    WHEN '{tag}' THEN 'pg_catalog.{name}'::regconfig" for tag, name in _LANGUAGES.items()
    )
    op.execute(
        "CREATE FUNCTION search_language(tag text) RETURNS regconfig LANGUAGE sql IMMUTABLE AS $$\n"
        f"  SELECT CASE lower(split_part(tag, '-', 1))\n{cases}\n"
        "    ELSE 'pg_catalog.simple'::regconfig END\n$$"
    )
    # Qualified, as a dump is restored with nothing on the search path.
    op.execute(
        "CREATE FUNCTION site_search_language() RETURNS regconfig LANGUAGE sql STABLE AS $$\n"
        "  SELECT coalesce((SELECT public.search_language(language) FROM public.site_settings LIMIT 1),"
        " 'pg_catalog.english'::regconfig)\n$$"
    )
    for table in _TABLES:
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN search_language regconfig NOT NULL DEFAULT site_search_language()"
        )
        op.execute(
            f"ALTER TABLE {table} ALTER COLUMN search SET EXPRESSION AS ("
            "setweight(to_tsvector(search_language, title), 'A') ||"
            " jsonb_to_tsvector(search_language, data, '[\"string\"]'::jsonb))"
        )
    updates = "\n".join(
        f"  UPDATE public.{table} SET search_language = public.site_search_language()\n"
        "    WHERE search_language <> public.site_search_language();"
        for table in _TABLES
    )
    op.execute(
        f"CREATE FUNCTION follow_site_language() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n{updates}\n"
        "  RETURN NULL;\nEND\n$$"
    )
    op.execute(
        "CREATE TRIGGER entries_follow_site_language AFTER UPDATE ON site_settings"
        " FOR EACH ROW WHEN (OLD.language IS DISTINCT FROM NEW.language) EXECUTE FUNCTION follow_site_language()"
    )
