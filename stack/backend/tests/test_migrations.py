import asyncio
import os
import sys
from datetime import UTC, datetime

from alembic import command
from alembic.script import ScriptDirectory
from fastapi import FastAPI
from sqlalchemy import Connection, text

from app.application import create_app
from app.migrations import HEAD
from app.migrations.runner import alembic_config, migrate
from app.modules.core.database import Database
from app.modules.core.readiness import SchemaState, read_schema_state
from app.modules.core.settings import Settings
from app.modules.core.tables import metadata
from tests.support import ENVIRONMENT, Browser, context_of, ready, started

_MIGRATE = """
import asyncio, os
from app.lean import prepare_imports
prepare_imports()
from dataclasses import replace
from app.migrations.runner import migrate
from app.modules.core.database import Database
from app.modules.core.settings import read_settings
settings = replace(read_settings(os.environ), db_name=os.environ["DB_NAME"])
asyncio.run(migrate(Database(settings)))
"""


def test_the_constant_is_alembic_s_only_head() -> None:
    scripts = ScriptDirectory.from_config(alembic_config())
    assert scripts.get_heads() == [HEAD]
    revisions = [script.revision for script in scripts.walk_revisions()]
    assert sorted(revisions, reverse=True) == revisions, "revisions are numbered in order"


async def test_an_empty_database_is_migrated_before_the_app_is_ready(empty_database: Settings) -> None:
    database = Database(empty_database)
    assert await read_schema_state(database) == SchemaState(None, None)
    async with started(create_app(empty_database)) as app:
        await ready(app)
    state = await read_schema_state(database)
    assert (state.revision, state.fits) == (HEAD, True)
    # Nothing has been taken away yet that the first release needs.
    assert state.floor == "0001"
    await database.close()


async def test_migrating_twice_changes_nothing(settings: Settings) -> None:
    database = Database(settings)
    await migrate(database)
    assert (await read_schema_state(database)).revision == HEAD
    await database.close()


async def test_processes_that_migrate_at_once_do_it_once(empty_database: Settings) -> None:
    environment = {**os.environ, **ENVIRONMENT, "DB_NAME": empty_database.db_name}
    environment["DB_PASSWORD"] = empty_database.db_password
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", _MIGRATE, env=environment, stderr=asyncio.subprocess.PIPE
        )
        for _ in range(3)
    ]
    for process in processes:
        _, errors = await process.communicate()
        assert process.returncode == 0, errors.decode()
    database = Database(empty_database)
    async with database.transaction() as db:
        assert (await db.execute(text("SELECT version_num FROM alembic_version"))).scalar_one() == HEAD
        assert (await db.execute(text("SELECT count(*) FROM site_settings"))).scalar_one() == 1
    await database.close()


async def test_apps_that_start_at_once_all_get_ready(empty_database: Settings) -> None:
    apps = [create_app(empty_database) for _ in range(3)]
    async with started(apps[0]), started(apps[1]), started(apps[2]):
        await asyncio.gather(*(ready(app) for app in apps))


async def test_tables_in_code_match_the_schema(settings: Settings) -> None:
    database = Database(settings)
    async with database.transaction() as db:
        rows = await db.execute(
            text(
                "SELECT table_name, column_name, is_nullable = 'YES' AS nullable"
                " FROM information_schema.columns WHERE table_schema = 'public'"
            )
        )
        schema = {(row.table_name, row.column_name): row.nullable for row in rows}
    for table in metadata.tables.values():
        for column in table.columns:
            assert (table.name, column.name) in schema
    await database.close()


def test_a_newer_schema_fits_while_it_allows_for_this_release() -> None:
    assert SchemaState(HEAD, HEAD).fits
    assert SchemaState("9999", HEAD).fits
    assert SchemaState("9999", "0001").fits
    assert not SchemaState("9999", "9998").fits
    assert not SchemaState("9999", None).fits
    assert not SchemaState("0000", "0000").fits
    assert not SchemaState(None, None).fits


async def to_revision(database: Database, revision: str) -> None:
    def upgrade(connection: Connection) -> None:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)

    async with database.maintenance_connection() as connection:
        await connection.run_sync(upgrade)


_PAGE = (
    "INSERT INTO pages (id, slug, title, body, summary, cover, cover_alt, in_navigation, position, status, version,"
    " published_at) VALUES (gen_random_uuid(), :slug, 'A title', 'Some *text*', 'S', '/c.png', 'alt', true, 3, :status,"
    " 4, :at)"
)
_AT = datetime(2026, 5, 1, tzinfo=UTC)


async def test_pages_become_entries_and_visitors_see_what_they_saw(empty_database: Settings) -> None:
    database = Database(empty_database)
    await to_revision(database, "0003")
    async with database.transaction() as db:
        await db.execute(text(_PAGE), {"slug": "about", "status": "published", "at": _AT})
        await db.execute(text(_PAGE), {"slug": "draft", "status": "draft", "at": None})
        await db.execute(text("UPDATE site_settings SET home_page_id = (SELECT id FROM pages WHERE slug = 'about')"))
    await database.close()
    async with started(create_app(empty_database)) as app:
        await ready(app)
        async with Browser(app) as admin:
            await admin.set_up()
            entries = {e["slug"]: e for e in (await admin.get("/api/entries")).json()["items"]}
            assert (entries["about"]["publishedPath"], entries["about"]["hasChanges"]) == ("/about", False)
            assert (entries["draft"]["status"], entries["draft"]["published"]) == ("draft", False)
            about = (await admin.get(f"/api/entries/{entries['about']['id']}")).json()
            assert (about["version"], about["position"], about["inNavigation"]) == (4, 3, True)
            assert datetime.fromisoformat(about["firstPublishedAt"]) == _AT
            assert about["data"] == {
                "body": "Some *text*", "bodyFormat": "markdown", "summary": "S", "cover": "/c.png", "coverAlt": "alt",
            }  # fmt: skip
            assert (await admin.get("/api/site")).json()["homePageId"] == about["id"]
            assert "<em>text</em>" in (await admin.get("/")).text
            assert "<em>text</em>" in (await admin.get("/about")).text
            assert (await admin.get("/draft")).status_code == 404
            revisions = (await admin.get(f"/api/entries/{about['id']}/revisions")).json()["items"]
            assert [r["number"] for r in revisions] == [4]


async def test_what_the_release_before_this_one_still_writes_is_carried_over(app: FastAPI, admin: Browser) -> None:
    """Word for word as its code does it, while this one serves too."""
    database = context_of(app).database

    async def old(statement: str, **values: object) -> None:
        async with database.transaction() as db:
            await db.execute(text(statement), values)

    await old(_PAGE, slug="about", status="draft", at=None)
    (entry,) = (await admin.get("/api/entries")).json()["items"]
    one = f"/api/entries/{entry['id']}"
    await old("UPDATE pages SET status = 'published', published_at = now(), updated_at = now() WHERE slug = 'about'")
    assert "<em>text</em>" in (await admin.get("/about")).text
    # Saved here in between: the entry is a version ahead of the page from then on.
    version = (await admin.get(one)).json()["version"]
    assert (await admin.put(one, {"version": version, "data": {"body": "mine"}})).status_code == 200
    await old("UPDATE pages SET title = 'B', slug = 'b', body = 'theirs', version = version + 1, updated_at = now()")
    after = (await admin.get(one)).json()
    assert (after["version"], after["title"], after["data"]["body"]) == (version + 2, "B", "theirs")
    assert "theirs" in (await admin.get("/b")).text
    assert (await admin.get("/about")).status_code == 404
    await old("UPDATE pages SET status = 'draft', published_at = NULL, updated_at = now()")
    assert (await admin.get("/b")).status_code == 404
    assert (await admin.get(one)).json()["published"] is False
    # Its sample sites and its home page.
    await old("UPDATE pages SET status = 'published', published_at = now(), updated_at = now()")
    await old("UPDATE site_settings SET home_page_id = (SELECT id FROM pages)")
    assert "theirs" in (await admin.get("/")).text
    await old("DELETE FROM pages")
    assert (await admin.get(one)).status_code == 404
    assert (await admin.get("/api/site")).json()["homePageId"] is None


async def test_the_release_before_this_one_goes_on_working_on_the_new_schema(settings: Settings) -> None:
    """What 0001's code writes, word for word as it does: none of the new columns is named."""
    database = Database(settings)
    async with database.transaction() as db:
        await db.execute(
            text(
                "INSERT INTO users (id, name, email, password_hash, role)"
                " VALUES (gen_random_uuid(), 'Ada', 'ada@example.org', 'x', 'admin')"
            )
        )
        await db.execute(
            text(
                "INSERT INTO pages (id, slug, title, body, status, version, author_id)"
                " SELECT gen_random_uuid(), 'a', 'A', '', 'draft', 1, id FROM users"
            )
        )
        await db.execute(
            text("UPDATE site_settings SET title = 'T', tagline = '', language = 'en', home_page_id = NULL")
        )
        page = (await db.execute(text("SELECT summary, cover, in_navigation FROM pages"))).one()
        assert tuple(page) == ("", "", True)
    await database.close()
    async with started(create_app(settings)) as app:
        await ready(app)
