"""The database comes late, goes away and comes back."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlalchemy import text

from app.application import create_app
from app.migrations import HEAD
from app.modules.core import database as database_module
from app.modules.core.settings import Settings
from tests.support import Browser, Relay, context_of, error_code, eventually, ready, started


@pytest.fixture
async def relay(settings: Settings) -> AsyncIterator[Relay]:
    relay = Relay(settings.db_host, settings.db_port)
    await relay.mend()
    yield relay
    await relay.cut()


def through(relay: Relay, settings: Settings) -> Settings:
    return replace(settings, db_host="127.0.0.1", db_port=relay.port)


async def reason_given(browser: Browser, reason: str) -> None:
    """Wait until /readyz says no for that reason, and says nothing else."""

    async def given() -> bool:
        response = await browser.get("/readyz")
        assert response.status_code == 503
        assert response.headers["retry-after"] == "1"
        return bool(response.json() == {"status": "not ready", "reason": reason})

    await eventually(given)


async def test_ready_says_version_and_migration(visitor: Browser) -> None:
    response = await visitor.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"status": "ready", "version": "test", "migration": HEAD, "outgoing": 0}


async def test_it_is_alive_but_not_ready_before_the_database_is_there(settings: Settings, relay: Relay) -> None:
    await relay.cut()
    async with started(create_app(through(relay, settings))) as app, Browser(app) as browser:
        assert (await browser.get("/livez")).json() == {"status": "alive"}
        await reason_given(browser, "the database does not answer")
        assert error_code(await browser.get("/api/session")) == "not_ready"
        await relay.mend()
        await ready(app)
        assert (await browser.get("/")).status_code == 200


async def test_a_database_that_goes_away_is_told_and_forgotten(settings: Settings, relay: Relay) -> None:
    async with started(create_app(through(relay, settings))) as app, Browser(app) as browser:
        await ready(app)
        await browser.set_up()
        await relay.cut()
        for _ in range(2):
            response = await browser.get("/api/entries")
            assert (response.status_code, error_code(response)) == (503, "database_unavailable")
            page = await browser.get("/")
            assert page.status_code == 503
            assert "Back in a moment" in page.text
            assert page.headers["retry-after"]
            assert (await browser.get("/readyz")).json()["reason"] == "the database does not answer"
            assert (await browser.get("/livez")).status_code == 200
        await relay.mend()
        assert (await browser.get("/api/entries")).status_code == 200
        assert (await browser.get("/readyz")).status_code == 200


async def test_connections_that_died_unseen_are_replaced_without_an_error(settings: Settings, relay: Relay) -> None:
    async with started(create_app(through(relay, settings))) as app, Browser(app) as browser:
        await ready(app)
        assert (await browser.get("/")).status_code == 200
        await relay.cut()
        await relay.mend()
        assert (await browser.get("/")).status_code == 200


async def test_a_wrong_password_is_a_database_that_does_not_answer(settings: Settings) -> None:
    async with started(create_app(replace(settings, db_password="x" * 20))) as app, Browser(app) as browser:
        await reason_given(browser, "the database does not answer")


async def test_a_schema_that_was_swapped_underneath_is_migrated(visitor: Browser) -> None:
    context = context_of(visitor.app)
    async with context.database.transaction() as db:
        await db.execute(text("DROP SCHEMA public CASCADE"))
        await db.execute(text("CREATE SCHEMA public"))
    assert (await visitor.get("/readyz")).status_code == 503
    await ready(visitor.app)
    assert (await visitor.get("/")).status_code == 200


async def test_a_schema_too_new_is_refused_with_the_reason(settings: Settings) -> None:
    database = database_module.Database(settings)
    async with database.transaction() as db:
        await db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        await db.execute(text("UPDATE schema_floor SET revision = '9999'"))
    await database.close()
    async with started(create_app(settings)) as app, Browser(app) as browser:
        await reason_given(browser, f"the schema (9999) is too new for this release ({HEAD})")


async def test_idle_connections_are_closed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "IDLE_CLOSE_AFTER", 0.05)
    async with started(create_app(settings)) as app, Browser(app) as browser:
        await ready(app)
        await browser.get("/")
        watcher = database_module.Database(settings)

        async def only_the_watcher() -> bool:
            async with watcher.transaction() as db:
                count = await db.execute(
                    text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
                )
                return bool(count.scalar_one() == 1)

        await eventually(only_the_watcher)
        assert (await browser.get("/")).status_code == 200
        await watcher.close()


async def test_no_connection_outlives_its_pool(settings: Settings) -> None:
    database = database_module.Database(settings)
    async with database.reading() as db:
        connection = (await db.get_raw_connection()).driver_connection
        assert connection is not None
        await database.close()
        assert connection.is_closed()


async def test_who_asked_first_is_served_first(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "POOL_SIZE", 1)
    database = database_module.Database(settings)
    served: list[int] = []

    async def ask(name: int) -> None:
        for _ in range(3):
            async with database.reading() as db:
                await db.execute(text("SELECT 1"))
                served.append(name)

    async with asyncio.TaskGroup() as group:
        for name in range(4):
            group.create_task(ask(name))
    assert served == [0, 1, 2, 3] * 3
    await database.close()
