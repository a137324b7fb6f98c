"""Whether the stack may take traffic: the database answers and the schema is one this release runs on."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.migrations import HEAD
from app.modules.core.database import Database, is_unavailable
from app.modules.core.installation import Installation

log = logging.getLogger(__name__)

# Seconds. At first the database is a few tens of milliseconds away; later it may be down for hours.
FIRST_RETRY = 0.025
LONGEST_RETRY = 2.0
PING_TIMEOUT = 2.0


@dataclass(frozen=True, slots=True)
class SchemaState:
    """What the database says of its own schema. `floor` is the lowest revision whose code may
    still run on it: the contract half of expand and contract raises it."""

    revision: str | None
    floor: str | None

    @property
    def fits(self) -> bool:
        """Whether this release runs on it: exactly ours, or a newer one that allows for ours."""
        if self.revision == HEAD:
            return True
        return (
            self.revision is not None
            and self.floor is not None
            and self.revision > HEAD
            and self.floor <= HEAD
        )


_STATE = text("SELECT (SELECT version_num FROM alembic_version), (SELECT revision FROM schema_floor)")
_UNDEFINED_TABLE = "42P01"


async def read_schema_state(
    database: Database, installation: Installation | None = None
) -> SchemaState:
    """An empty database is a state, not an error. With a schema that fits, `installation` is read
    along with it."""
    async with asyncio.timeout(PING_TIMEOUT), database.transaction() as db:
        try:
            row = (await db.execute(_STATE)).one()
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) != _UNDEFINED_TABLE:
                raise
            return SchemaState(revision=None, floor=None)
        state = SchemaState(revision=row[0], floor=row[1])
        if installation is not None and state.fits:
            await installation.read(db)
        return state


class Readiness:
    """Brings the database to where the release needs it, and answers for it from then on."""

    def __init__(
        self,
        database: Database,
        installation: Installation,
        migrate: Callable[[Database], Awaitable[None]],
        on_ready: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._installation = installation
        self._migrate = migrate
        self._on_ready = on_ready
        self._preparing: asyncio.Task[None] | None = None
        self.reason = "starting"

    @property
    def is_ready(self) -> bool:
        """Whether the preparation is over. Says nothing of the database at this moment."""
        task = self._preparing
        return task is not None and task.done() and not task.cancelled()

    def start(self) -> None:
        """Begin (again) to prepare; does nothing while that is already going on."""
        if self._preparing is None or self._preparing.done():
            self._preparing = asyncio.create_task(self._prepare())

    async def stop(self) -> None:
        if self._preparing is not None:
            self._preparing.cancel()
            await asyncio.gather(self._preparing, return_exceptions=True)

    async def prepared(self) -> None:
        """Returns once the preparation is over."""
        while (task := self._preparing) is not None and not task.done():
            await asyncio.wait([task])

    async def check(self) -> SchemaState | None:
        """The schema's state when traffic is welcome, else None with `reason` set."""
        if not self.is_ready:
            return None
        try:
            state = await read_schema_state(self._database, self._installation)
        except Exception as error:
            if not is_unavailable(error):
                raise
            self.reason = "the database does not answer"
            return None
        if not state.fits:
            # The volume was swapped or restored under us.
            self.reason = "the schema is not at this release's revision"
            self.start()
            return None
        return state

    async def _prepare(self) -> None:
        delay = FIRST_RETRY
        while True:
            try:
                if await self._prepared():
                    self._on_ready()
                    log.info("ready", extra={"migration": HEAD})
                    return
            except Exception as error:
                self._explain(error)
            await asyncio.sleep(delay * random.uniform(0.8, 1.2))
            delay = min(delay * 1.3, LONGEST_RETRY)

    async def _prepared(self) -> bool:
        state = await read_schema_state(self._database, self._installation)
        if state.fits:
            return True
        if state.revision is not None and state.revision > HEAD:
            self._set_reason(f"the schema ({state.revision}) is too new for this release ({HEAD})")
            return False
        self._set_reason("migrating")
        await self._migrate(self._database)
        return (await read_schema_state(self._database, self._installation)).fits

    def _explain(self, error: Exception) -> None:
        if is_unavailable(error):
            self._set_reason("the database does not answer")
        else:
            if self.reason != "the migration failed":
                log.error("the migration failed; will try again", exc_info=error)
            self.reason = "the migration failed"

    def _set_reason(self, reason: str) -> None:
        if reason != self.reason:
            log.info("not ready", extra={"reason": reason})
        self.reason = reason
