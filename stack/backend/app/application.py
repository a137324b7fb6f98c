"""Puts the modules together. The only place that knows all of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.modules.content.router import router as content_router
from app.modules.core.admission import Admission
from app.modules.core.database import Database
from app.modules.core.dependencies import Context
from app.modules.core.health import router as health_router
from app.modules.core.installation import Installation
from app.modules.core.metrics import Metrics
from app.modules.core.readiness import Readiness
from app.modules.core.settings import Settings
from app.modules.core.web import add_error_handlers
from app.modules.identity.router import REFUSED_ENTRIES
from app.modules.identity.router import router as identity_router
from app.modules.identity.sign_in import SignIn
from app.modules.identity.throttle import Throttle
from app.modules.internal.router import router as internal_router
from app.modules.seed.pictures import router as pictures_router
from app.modules.site.public import router as public_router
from app.modules.site.rendering import error_page
from app.modules.site.router import router as site_router


async def _migrate(database: Database) -> None:
    # Alembic is not imported on the way to a stack whose schema is already right.
    from app.migrations.runner import migrate

    await migrate(database)


def create_app(settings: Settings) -> FastAPI:
    """The application; it starts to look for its database when the server starts it."""
    database = Database(settings)
    installation = Installation(settings)
    readiness = Readiness(database, installation, _migrate)
    metrics = Metrics()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        readiness.start()
        yield
        await readiness.stop()
        await database.close()

    app = FastAPI(
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        # It would send visitors to http and to whatever host they asked for.
        redirect_slashes=False,
    )
    app.state.context = Context(settings, database, readiness, installation, metrics)
    app.state.sign_in = SignIn()
    app.state.refused_entries = Throttle(REFUSED_ENTRIES)
    app.add_middleware(
        Admission,
        is_ready=lambda: readiness.is_ready,
        site_origin=lambda: installation.site_origin,
    )
    add_error_handlers(app, error_page, metrics)
    # Not include_router, which would build each route a second time: 20 ms and 1 MiB.
    # The public site is last: it answers every one-segment path that nobody else wanted.
    for router in (
        health_router,
        internal_router,
        identity_router,
        site_router,
        content_router,
        pictures_router,
        public_router,
    ):
        app.router.routes.extend(router.routes)
    return app
