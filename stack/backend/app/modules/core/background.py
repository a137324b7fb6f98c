"""What this process does without being asked: hand on events, publish at a time that was set, send.

One task sleeps until the earliest moment at which a source has something to do, or until a transaction of
this process that made something to do has committed. Nothing ticks: an idle stack asks its database once
an hour. What is due is always read from the database and never remembered, so a process may be killed at any
time, a second one may run beside it, and a restored database brings its own work along.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from sqlalchemy import text

from app.modules.core.database import Database, is_unavailable
from app.modules.core.readiness import Readiness

log = logging.getLogger(__name__)

# Seconds. A look a little late finds what is due; one a little early would have to look again.
LONGEST_SLEEP: Final = 3600.0
MARGIN: Final = 0.01
# What a process left when it ended can wait until the first visitors have been served.
FIRST_LOOK = 5.0
# After work that found nothing: somebody else has it, or it is not quite time.
NOTHING_DONE: Final = 1.0
FIRST_RETRY: Final = 5.0
DATABASE_AWAY: Final = 30.0
LAST_WORDS: Final = 2.0

# Works off some of what is due and says how many pieces; called again until nothing is due any more.
# It takes its pieces by FOR UPDATE SKIP LOCKED: another process may be at it too.
type Work = Callable[[], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Source:
    """`due` is a query for one moment, that of its earliest piece of work, or null; `load` imports what
    does the work, when there is some for the first time."""

    name: str
    due: str
    load: Callable[[], Work]


class Background:
    """One per process. Sources do not wait for each other; each has one run at a time."""

    def __init__(self, database: Database, readiness: Readiness, sources: Sequence[Source]) -> None:
        self._database = database
        self._readiness = readiness
        self._sources = {source.name: source for source in sources}
        self._work: dict[str, Work] = {}
        self._running: dict[str, asyncio.Task[None]] = {}
        # Until when, in the loop's time, a source is left alone; how often it has failed by now.
        self._resting: dict[str, float] = {}
        self._failures: dict[str, int] = {}
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._stopping = False
        self._due = text(
            " UNION ALL ".join(
                f"SELECT '{source.name}', extract(epoch FROM ({source.due}) - now())::float8"
                for source in sources
            )
        )

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    def wake(self) -> None:
        """There may be something to do sooner than it was when we last looked."""
        self._wake.set()

    async def stop(self) -> None:
        """What cannot be finished within LAST_WORDS is begun again by whoever comes next."""
        self._stopping = True
        self._wake.set()
        if self._task is None:
            return
        if not self._readiness.is_ready:
            self._task.cancel()
        tasks = {self._task, *self._running.values()}
        # A statement that is cancelled costs its connection, so the short ones may end.
        _, late = await asyncio.wait(tasks, timeout=LAST_WORDS)
        for task in late:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self) -> None:
        await self._readiness.prepared()
        await self._sleep(FIRST_LOOK)
        while not self._stopping:
            self._wake.clear()
            try:
                wait = await self._begin_what_is_due()
            except Exception as error:
                if not is_unavailable(error):
                    log.exception("what is due could not be read")
                wait = DATABASE_AWAY
            await self._sleep(wait)

    async def _sleep(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wake.wait()

    async def _begin_what_is_due(self) -> float:
        """Seconds until something else is."""
        async with self._database.transaction() as db:
            moments = {name: seconds for name, seconds in await db.execute(self._due)}
        now = asyncio.get_running_loop().time()
        wait = LONGEST_SLEEP
        for name, seconds in moments.items():
            if seconds is None or name in self._running:
                continue
            left = max(seconds, self._resting.get(name, now) - now)
            if left <= 0 and not self._stopping:
                self._running[name] = asyncio.create_task(self._work_on(self._sources[name]))
            else:
                wait = min(wait, left + MARGIN)
        return wait

    async def _work_on(self, source: Source) -> None:
        rest = 0.0
        try:
            if source.name not in self._work:
                self._work[source.name] = source.load()
            done = await self._work[source.name]()
            self._failures.pop(source.name, None)
            rest = 0.0 if done else NOTHING_DONE
        except Exception as error:
            failures = self._failures[source.name] = self._failures.get(source.name, 0) + 1
            rest = min(FIRST_RETRY * 2**failures, LONGEST_SLEEP)
            if not is_unavailable(error):
                log.exception("work in the background failed", extra={"source": source.name})
        finally:
            self._resting[source.name] = asyncio.get_running_loop().time() + rest
            del self._running[source.name]
            self._wake.set()
