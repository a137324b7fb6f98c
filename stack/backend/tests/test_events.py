"""Events reach their subscribers, and the background works what is due when it is due."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from sqlalchemy import text

from app.modules.core import background as background_module
from app.modules.core.background import Background, Source
from app.modules.core.database import Database, Transaction
from app.modules.core.events import Event, emit
from app.modules.core.installation import Installation
from app.modules.core.outbox import Subscriber, hand_on
from app.modules.core.readiness import Readiness
from app.modules.core.settings import Settings
from tests.support import Browser, eventually

WAITING = text("SELECT count(*) FROM outbox")
SAVED: dict[str, object] = {"id": "1", "type": "site", "title": "Ours"}


@pytest.fixture
async def database(settings: Settings) -> AsyncIterator[Database]:
    database = Database(settings)
    yield database
    await database.close()


class Listener:
    """Remembers what it heard; refuses as often as it is told to."""

    def __init__(self, refusals: int = 0) -> None:
        self.heard: list[Event] = []
        self.refusals = refusals

    async def __call__(self, db: Transaction, event: Event) -> None:
        await db.execute(text("SELECT 1"))
        if self.refusals:
            self.refusals -= 1
            # The way a listener's own statement fails: the transaction is broken without a savepoint.
            await db.execute(text("SELECT 1 / 0"))
        self.heard.append(event)


def subscriber(name: str, listener: Listener, events: set[str] | None = None) -> Subscriber:
    return Subscriber(name, lambda: listener, events)


async def count(database: Database) -> int:
    async with database.transaction() as db:
        return int((await db.execute(WAITING)).scalar_one())


async def make_due(database: Database) -> None:
    async with database.transaction() as db:
        await db.execute(text("UPDATE outbox SET due_at = now()"))


async def test_an_event_is_heard_once_by_everybody_who_wants_it(database: Database) -> None:
    every, some, other = Listener(), Listener(), Listener()
    async with database.transaction() as db:
        await emit(db, "site.saved", SAVED)
        await emit(db, "media.added", {"id": "2", "type": "image", "title": "Boat"})
    subscribers = [subscriber("every", every), subscriber("some", some, {"media.added"}), subscriber("other", other, {"user.added"})]
    assert await hand_on(database, subscribers) == 2
    assert await hand_on(database, subscribers) == 0
    assert [event.name for event in every.heard] == ["site.saved", "media.added"]
    assert [event.payload["title"] for event in some.heard] == ["Boat"]
    assert other.heard == []
    assert await count(database) == 0


async def test_an_event_of_a_change_that_was_rolled_back_never_happened(database: Database) -> None:
    with pytest.raises(RuntimeError):
        async with database.transaction() as db:
            await emit(db, "site.saved", SAVED)
            raise RuntimeError
    assert await count(database) == 0


async def test_one_that_fails_hears_again_and_takes_nobody_along(database: Database) -> None:
    good, bad = Listener(), Listener(refusals=2)
    subscribers = [subscriber("bad", bad), subscriber("good", good)]
    async with database.transaction() as db:
        await emit(db, "site.saved", SAVED)
        await emit(db, "site.saved", SAVED)
    assert await hand_on(database, subscribers) == 2
    assert len(good.heard) == 2
    # Not at once: the wait grows.
    assert await hand_on(database, subscribers) == 0
    await make_due(database)
    assert await hand_on(database, subscribers) == 2
    assert (len(bad.heard), len(good.heard), await count(database)) == (2, 2, 0)


async def test_an_event_waits_for_a_subscriber_of_another_release_no_longer(database: Database) -> None:
    async with database.transaction() as db:
        await emit(db, "site.saved", SAVED)
    await hand_on(database, [subscriber("gone", Listener(refusals=1))])
    await make_due(database)
    assert await hand_on(database, []) == 1
    assert await count(database) == 0


async def test_two_processes_do_not_hand_the_same_event_on(database: Database) -> None:
    listener = Listener()
    async with database.transaction() as db:
        for _ in range(20):
            await emit(db, "site.saved", SAVED)
    await asyncio.gather(*(hand_on(database, [subscriber("one", listener)]) for _ in range(2)))
    assert sorted(event.id for event in listener.heard) == sorted({event.id for event in listener.heard})
    assert len(listener.heard) == 20


async def test_who_did_it_stands_beside_the_event(admin: Browser, database: Database) -> None:
    seen = Listener()

    async def acted(act: Callable[[], Awaitable[Any]]) -> Event:
        async with database.transaction() as db:
            await db.execute(text("DELETE FROM outbox"))
        await act()
        await hand_on(database, [subscriber("seen", seen)])
        return seen.heard[-1]

    # Nothing but the events of these calls may be heard here, so the app's own background is kept out.
    site = {"title": "T", "tagline": "", "language": "en", "homePageId": None}
    admin.app.state.context.database.on_wake = None
    event = await acted(lambda: admin.put("/api/site", site))
    me = (await admin.get("/api/session")).json()
    assert (event.name, event.actor.kind, str(event.actor.id), event.actor.name) == ("site.saved", "user", me["id"], "Ada")
    assert event.address == "203.0.113.7"
    assert event.request_id is not None

    async def by_itself() -> None:
        async with database.transaction() as db:
            await emit(db, "site.saved", SAVED)

    event = await acted(by_itself)
    assert (event.actor.kind, event.actor.id, event.address) == ("system", None, None)


class Ready(Readiness):
    def __init__(self, settings: Settings) -> None:
        async def nothing(_: Database) -> None: ...

        super().__init__(Database(settings), Installation(settings), nothing)


@asynccontextmanager
async def working(database: Database, settings: Settings, *sources: Source) -> AsyncIterator[Background]:
    background = Background(database, Ready(settings), sources)
    database.on_wake = background.wake
    background.start()
    yield background
    await background.stop()


async def test_work_is_done_as_soon_as_its_transaction_has_committed(database: Database, settings: Settings) -> None:
    listener = Listener()
    events = Source("events", "SELECT min(due_at) FROM outbox", lambda: lambda: hand_on(database, [subscriber("l", listener)]))
    async with working(database, settings, events):
        for number in (1, 2, 3):
            async with database.transaction() as db:
                await emit(db, "site.saved", SAVED)
                await asyncio.sleep(0.05)
                assert len(listener.heard) == number - 1

            async def heard(number: int = number) -> bool:
                return len(listener.heard) == number

            # FIRST_LOOK is an hour away in tests: nothing but the commit can have woken it.
            await eventually(heard)


async def test_what_a_process_left_behind_is_done_by_the_next(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background_module, "FIRST_LOOK", 0.0)
    async with database.transaction() as db:
        await emit(db, "site.saved", SAVED)
    listener = Listener()
    events = Source("events", "SELECT min(due_at) FROM outbox", lambda: lambda: hand_on(database, [subscriber("l", listener)]))
    async with working(database, settings, events):

        async def heard() -> bool:
            return len(listener.heard) == 1

        await eventually(heard)


async def test_it_wakes_at_the_moment_that_was_set_and_a_source_that_fails_delays_no_other(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background_module, "FIRST_LOOK", 0.0)
    ran: list[str] = []
    begun = time.monotonic()
    async with database.transaction() as db:
        await db.execute(text("CREATE TABLE bells (name text, at timestamptz)"))
        await db.execute(text("INSERT INTO bells SELECT 'late', now() + interval '1 s' UNION SELECT 'bad', now() UNION SELECT 'slow', now()"))

    def source(name: str) -> Source:
        async def work() -> int:
            ran.append(name)
            if name == "bad":
                raise RuntimeError("on purpose")
            if name == "slow":
                await asyncio.sleep(30)
            async with database.transaction() as db:
                return (await db.execute(text("DELETE FROM bells WHERE name = :n AND at <= now()"), {"n": name})).rowcount

        return Source(name, f"SELECT min(at) FROM bells WHERE name = '{name}'", lambda: work)

    async with working(database, settings, source("late"), source("bad"), source("slow")):

        async def late() -> bool:
            return "late" in ran

        await eventually(late)
        assert time.monotonic() - begun > 0.9
        # It rests after its failure, and the slow one still has its first run.
        assert sorted(ran) == ["bad", "late", "slow"]
