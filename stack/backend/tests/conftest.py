"""A database of its own for every test, and the application on top of it."""

import os
from collections.abc import AsyncIterator
from dataclasses import replace
from inspect import iscoroutinefunction
from pathlib import Path
from uuid import uuid4

from app.lean import prepare_imports

# Before anything else is imported: the tests see the modules as production does.
prepare_imports()

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI

from app.application import create_app
from app.modules.core import background, database, readiness
from app.modules.core.settings import Settings
from app.modules.identity import passwords
from app.modules.webhooks import sending
from tests.databases import Databases, create_database, drop_database
from tests.receivers import Receiver
from tests.support import Browser, ready, settings_for, started

# A machine that runs other suites beside this one may need longer for a connection than a visitor
# should wait; what tests make fail fails by refusal, not by this.
database.CONNECT_TIMEOUT = 20.0
readiness.PING_TIMEOUT = 30.0
# Nearly every test has an administrator; a password made for a second of them need not withstand guessing.
passwords._HASHER = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
# What a test leaves undone is the test's; it is woken by what the test does.
background.FIRST_LOOK = 3600.0


def pytest_pycollect_makeitem(obj: object) -> None:
    """Coroutines are run by anyio, without a mark on each."""
    if iscoroutinefunction(obj):
        pytest.mark.usefixtures("anyio_backend")(obj)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
async def databases() -> AsyncIterator[Databases]:
    """Copies of a migrated database."""
    template = f"template_{os.getpid()}"
    await create_database(template)
    async with started(create_app(settings_for(template))) as app:
        await ready(app)
    databases = await Databases.of(template)
    yield databases
    await databases.close()
    await drop_database(template)


@pytest.fixture
async def settings(databases: Databases, tmp_path: Path) -> AsyncIterator[Settings]:
    """Settings that name a migrated database without anything in it and an empty folder for files."""
    name = await databases.take()
    yield replace(settings_for(name), media_path=tmp_path)
    await databases.give_back(name)


@pytest.fixture
async def empty_database() -> AsyncIterator[Settings]:
    """Settings that name a database without any table."""
    name = f"test_{uuid4().hex}"
    await create_database(name)
    yield settings_for(name)
    await drop_database(name)


@pytest.fixture
async def app(settings: Settings) -> AsyncIterator[FastAPI]:
    async with started(create_app(settings)) as app:
        await ready(app)
        yield app


@pytest.fixture
async def visitor(app: FastAPI) -> AsyncIterator[Browser]:
    """Somebody who is not signed in."""
    async with Browser(app) as browser:
        yield browser


@pytest.fixture
async def admin(app: FastAPI) -> AsyncIterator[Browser]:
    """The first administrator, signed in."""
    async with Browser(app) as browser:
        await browser.set_up()
        yield browser


@pytest.fixture
async def other(databases: Databases, tmp_path: Path) -> AsyncIterator[FastAPI]:
    """Another stack, on a database and a volume of its own."""
    name = await databases.take()
    (tmp_path / "other").mkdir()
    async with started(create_app(replace(settings_for(name), media_path=tmp_path / "other"))) as app:
        await ready(app)
        yield app
    await databases.give_back(name)


@pytest.fixture
async def there(other: FastAPI) -> AsyncIterator[Browser]:
    """The other stack's administrator, who is nobody of the first one."""
    async with Browser(other) as browser:
        await browser.set_up("otto@example.org")
        yield browser


@pytest.fixture
async def receiver(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Receiver]:
    receiver = Receiver()
    await receiver.start()

    async def let_through(host: str, port: int) -> str:
        assert host == "receiver.example"
        return "127.0.0.1"

    monkeypatch.setattr(sending, "public_address", let_through)
    yield receiver
    await receiver.stop()
