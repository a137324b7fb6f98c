"""What routers get injected: the process's own few objects, hung on the application at start."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from app.modules.core.database import Database
from app.modules.core.installation import Installation
from app.modules.core.metrics import Metrics
from app.modules.core.outgoing import Outgoing
from app.modules.core.page_cache import PageCache
from app.modules.core.readiness import Readiness
from app.modules.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """One per process; `app.state.context`."""

    settings: Settings
    database: Database
    readiness: Readiness
    installation: Installation
    metrics: Metrics
    outgoing: Outgoing
    pages: PageCache


def context_of(request: Request) -> Context:
    context = request.app.state.context
    assert isinstance(context, Context)
    return context


# Coroutines, though they wait for nothing: FastAPI would run plain functions in a thread, each of them
# a tenth of the time that a page takes.
async def _context(request: Request) -> Context:
    return context_of(request)


async def _settings(request: Request) -> Settings:
    return context_of(request).settings


async def _database(request: Request) -> Database:
    return context_of(request).database


async def _installation(request: Request) -> Installation:
    return context_of(request).installation


async def _readiness(request: Request) -> Readiness:
    return context_of(request).readiness


async def _outgoing(request: Request) -> Outgoing:
    return context_of(request).outgoing


InContext = Annotated[Context, Depends(_context)]
InSettings = Annotated[Settings, Depends(_settings)]
InDatabase = Annotated[Database, Depends(_database)]
InInstallation = Annotated[Installation, Depends(_installation)]
InReadiness = Annotated[Readiness, Depends(_readiness)]
InOutgoing = Annotated[Outgoing, Depends(_outgoing)]
