"""The connection pool, and what may be done with it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager, suppress
from typing import Any
from weakref import WeakSet

import asyncpg
from sqlalchemy import URL, Connection, Dialect, NullPool, event
from sqlalchemy.engine import AdaptedConnection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, DisconnectionError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio.engine import AsyncConnection, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from app.modules.core.page_cache import PageCache
from app.modules.core.settings import Settings
from app.modules.core.tables import changes_pages

log = logging.getLogger(__name__)

# A stack's database allows 20 connections in all; a rollout runs two api processes for a moment.
# Those beyond a pool's size are closed after each use, and a new one takes longer than a page.
POOL_SIZE = 6
# Seconds. An idle backend holds 3-4 MiB in the db container; most stacks are idle most of the time.
IDLE_CLOSE_AFTER = 30.0
CONNECT_TIMEOUT = 1.0
POOL_WAIT = 5.0
COMMAND_TIMEOUT = 15.0
CLOSE_TIMEOUT = 1.0
_SERVER_SETTINGS = {"application_name": "cms-api"}


# What services take: a connection on which a transaction has begun.
type Transaction = AsyncConnection

_WAKE = "wake after commit"
_CHANGED = "changes what visitors see"


def wake_after_commit(db: Transaction) -> None:
    """For a transaction that makes work for the background: it is looked for once there is a commit."""
    _info(db)[_WAKE] = True


def _info(db: Transaction) -> dict[Any, Any]:
    assert db.sync_connection is not None
    return db.sync_connection.info


class Database:
    """One pool. Connections that nobody used for IDLE_CLOSE_AFTER seconds are closed."""

    def __init__(self, settings: Settings, pages: PageCache | None = None) -> None:
        self._pages = pages
        self._url = URL.create(
            "postgresql+asyncpg",
            username=settings.db_user,
            password=settings.db_password,
            host=settings.db_host,
            port=settings.db_port,
            database=settings.db_name,
        )
        self.engine = create_async_engine(
            self._url,
            pool_size=POOL_SIZE,
            max_overflow=0,
            pool_timeout=POOL_WAIT,
            # A statement's parameters hold password hashes and drafts; errors get logged.
            hide_parameters=True,
            connect_args={
                "timeout": CONNECT_TIMEOUT,
                "command_timeout": COMMAND_TIMEOUT,
                "server_settings": _SERVER_SETTINGS,
            },
        )
        self._turns = asyncio.Semaphore(POOL_SIZE)
        # Told of each commit of a transaction that asked for it by wake_after_commit.
        self.on_wake: Callable[[], None] | None = None
        self._idle_timer: asyncio.TimerHandle | None = None
        self._closing: asyncio.Task[None] | None = None
        self._connections: WeakSet[asyncpg.Connection] = WeakSet()
        event.listen(self.engine.sync_engine, "do_connect", _connect)
        event.listen(self.engine.sync_engine, "connect", self._on_connect)
        event.listen(self.engine.sync_engine, "checkin", self._on_checkin)
        event.listen(self.engine.sync_engine, "checkout", _refuse_closed)
        event.listen(self.engine.sync_engine, "before_cursor_execute", _note_change)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Commits when the block ends and rolls back when it raises. What visitors see by the commit is in no
        cache any more when it is done."""
        with ExitStack() as around_commit:
            async with self._turn(), self.engine.begin() as connection:
                # They belong to the connection, which somebody may have had before and rolled back.
                info = _info(connection)
                info.pop(_WAKE, None)
                info.pop(_CHANGED, None)
                yield connection
                woken = info.pop(_WAKE, False)
                if info.pop(_CHANGED, False) and self._pages is not None:
                    around_commit.enter_context(self._pages.changing())
        if woken and self.on_wake is not None:
            self.on_wake()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """For what only reads. Each statement sees what is committed, as in `transaction`; that it is in none
        saves two trips of three."""
        async with self._turn(), self.engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            yield connection

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """One of the pool's connections is free for this block; whoever asked first has it first. The pool's own
        queue lets newcomers take what was just given back, and sends those who waited for it to its end."""
        async with asyncio.timeout(POOL_WAIT):
            await self._turns.acquire()
        try:
            yield
        finally:
            self._turns.release()

    @asynccontextmanager
    async def maintenance_connection(self) -> AsyncIterator[AsyncConnection]:
        """A connection outside the pool whose statements may take as long as they need."""
        engine = create_async_engine(
            self._url,
            poolclass=NullPool,
            hide_parameters=True,
            connect_args={"timeout": CONNECT_TIMEOUT, "server_settings": _SERVER_SETTINGS},
        )
        event.listen(engine.sync_engine, "do_connect", _connect)
        async with engine.connect() as connection:
            yield connection

    async def close(self) -> None:
        if self._idle_timer:
            self._idle_timer.cancel()
        # A database that is gone answers no goodbye, and who stops this process kills it in the end.
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_TIMEOUT):
                await self.engine.dispose()
        for connection in list(self._connections):
            connection.terminate()

    def _on_connect(self, connection: AdaptedConnection, _: object) -> None:
        self._connections.add(connection.driver_connection)

    def _on_checkin(self, *_: object) -> None:
        loop = asyncio.get_running_loop()
        if self._idle_timer:
            self._idle_timer.cancel()
        self._idle_timer = loop.call_later(IDLE_CLOSE_AFTER, self._close_idle)

    def _close_idle(self) -> None:
        # dispose() would leave a connection in use to the garbage collector; its own check-in
        # sets the timer again.
        pool = self.engine.pool
        if isinstance(pool, AsyncAdaptedQueuePool) and pool.checkedout() == 0:
            self._closing = asyncio.get_running_loop().create_task(self.engine.dispose())


class UnreachableError(Exception):
    """The database could not be connected to."""


def _connect(dialect: Dialect, _: object, args: Sequence[Any], options: Mapping[str, Any]) -> DBAPIConnection:
    """An OSError from here is the network's; from anywhere else it is the disk's, and no reason to wait for
    the database."""
    try:
        return dialect.connect(*args, **options)
    except OSError as error:
        raise UnreachableError from error


def _refuse_closed(connection: AdaptedConnection, *_: object) -> None:
    """Have the pool connect anew where the database has hung up. pool_pre_ping would ask it, for each page
    anew and in three trips."""
    if connection.driver_connection.is_closed():
        raise DisconnectionError


def _note_change(connection: Connection, _: object, statement: str, *__: object) -> None:
    if changes_pages(statement):
        connection.info[_CHANGED] = True


def is_unavailable(error: BaseException) -> bool:
    """Whether `error` says that the database cannot be reached or is going away, as against a
    statement of ours that is wrong."""
    if isinstance(error, DBAPIError):
        if error.connection_invalidated:
            return True
        cause = error.orig.__cause__ if error.orig is not None else None
        if cause is not None:
            return is_unavailable(cause)
        return isinstance(error, (InterfaceError, OperationalError))
    return isinstance(
        error,
        (
            UnreachableError,
            PoolTimeout,
            ConnectionError,
            TimeoutError,
            asyncpg.PostgresConnectionError,
            asyncpg.CannotConnectNowError,
            asyncpg.AdminShutdownError,
            asyncpg.CrashShutdownError,
            asyncpg.TooManyConnectionsError,
            asyncpg.InvalidAuthorizationSpecificationError,
            asyncpg.InvalidPasswordError,
            asyncpg.InvalidCatalogNameError,
            asyncpg.InterfaceError,
        ),
    )
