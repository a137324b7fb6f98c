"""Puts the modules together. The only place that knows all of them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial

from fastapi import FastAPI
from starlette.routing import BaseRoute

from app.lean import bring_multipart
from app.modules.core.admission import Admission
from app.modules.core.background import Background, Source, Work
from app.modules.core.database import Database
from app.modules.core.dependencies import Context
from app.modules.core.events import Hear
from app.modules.core.health import router as health_router
from app.modules.core.installation import Installation
from app.modules.core.keeping import Keeping
from app.modules.core.lazy import LazyRoutes
from app.modules.core.metrics import Metrics
from app.modules.core.outgoing import Outgoing
from app.modules.core.page_cache import PageCache
from app.modules.core.readiness import Readiness
from app.modules.core.settings import Settings
from app.modules.core.web import add_error_handlers
from app.modules.site.public import router as public_router
from app.modules.site.rendering import error_page


async def _migrate(database: Database) -> None:
    # Alembic is not imported on the way to a stack whose schema is already right.
    from app.migrations.runner import migrate

    await migrate(database)


def create_app(settings: Settings) -> FastAPI:
    """The application; it starts to look for its database when the server starts it."""
    pages = PageCache(settings.media_path / "site")
    database = Database(settings, pages)
    installation = Installation(settings)
    installation.on_change = pages.renew
    readiness = Readiness(database, installation, _migrate, pages.begin)
    metrics = Metrics()
    outgoing = Outgoing()
    sources = _sources(settings, database, installation, outgoing)
    background = Background(database, readiness, sources)
    database.on_wake = background.wake

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        # What a process left that was killed; a release that does not get ready must not look as if it did.
        pages.close()
        readiness.start()
        background.start()
        yield
        pages.end()
        await background.stop()
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
    app.state.context = Context(settings, database, readiness, installation, metrics, outgoing, pages)
    # A demo tells how many minutes are left of it, and not everybody.
    app.add_middleware(Keeping, cache=pages, may_keep=lambda: installation.demo is None)
    app.add_middleware(
        Admission,
        is_ready=lambda: readiness.is_ready,
        site_origin=lambda: installation.site_origin,
    )
    add_error_handlers(app, error_page, metrics)
    # Not include_router, which would build each route a second time: 20 ms and 1 MiB.
    # The public site is last: it answers every path that nobody else wanted.
    app.router.routes += [
        *health_router.routes,
        LazyRoutes("/internal/", _internal_routes),
        # By themselves: whoever comes from the portal is in before the rest is loaded.
        LazyRoutes(("/api/enter", "/api/session", "/api/setup", "/api/users"), _identity_routes),
        LazyRoutes("/api/", _further_api_routes),
        LazyRoutes("/_samples/", _sample_routes),
        LazyRoutes("/_media/", _media_routes),
        # Before the site: it would answer below /blog too.
        LazyRoutes(("/sitemap.xml", "/robots.txt", "/blog/feed.xml"), _seo_routes),
        LazyRoutes(("/blog", "/search", "/_preview/"), _further_site_routes),
        *public_router.routes,
    ]
    return app


def _sources(
    settings: Settings, database: Database, installation: Installation, outgoing: Outgoing
) -> Sequence[Source]:
    """What there is to do without being asked, and when; see core.background."""

    def events() -> Work:
        from app.modules.core.outbox import Subscriber, hand_on

        subscribers = [
            Subscriber("audit", _audit),
            Subscriber("webhooks", partial(_webhooks, installation)),
        ]
        return partial(hand_on, database, subscribers)

    def messages() -> Work:
        from app.modules.webhooks.delivery import Delivery

        return Delivery(database, installation, settings, outgoing)

    def publishing() -> Work:
        from app.modules.publishing.due import work_off

        return partial(work_off, database)

    def transfers() -> Work:
        # The library's, with which an import brings in files.
        bring_multipart()
        from app.modules.transfer.worker import Worker

        return Worker(database, settings, installation).work_off

    scheduled = "SELECT least(min(publish_at), min(unpublish_at)) FROM entries"
    return [
        Source("events", "SELECT min(due_at) FROM outbox", events),
        Source(
            "webhooks",
            "SELECT min(due_at) FROM webhook_deliveries WHERE status = 'pending'"
            " AND webhook_id IN (SELECT id FROM webhooks WHERE active)",
            messages,
        ),
        Source("publishing", scheduled, publishing),
        Source(
            "transfers",
            "SELECT least(min(created_at) FILTER (WHERE status IN ('waiting', 'running')), min(file_until))"
            " FROM transfer_jobs",
            transfers,
        ),
    ]


def _audit() -> Hear:
    from app.modules.audit.service import record

    return record


def _webhooks(installation: Installation) -> Hear:
    from app.modules.webhooks.service import hear

    return partial(hear, installation=installation)


def _internal_routes() -> Sequence[BaseRoute]:
    from app.modules.internal.router import router

    return router.routes


def api_routes() -> Sequence[BaseRoute]:
    """What is under /api."""
    return [*_identity_routes(), *_further_api_routes()]


def _identity_routes() -> Sequence[BaseRoute]:
    from app.modules.identity.router import router

    return router.routes


def _further_api_routes() -> Sequence[BaseRoute]:
    bring_multipart()
    from app.modules.audit.router import router as audit
    from app.modules.content.router import router as content
    from app.modules.docs.router import router as docs
    from app.modules.identity.token_router import router as tokens
    from app.modules.media.router import router as media
    from app.modules.publishing.router import router as publishing
    from app.modules.revisions.router import router as revisions
    from app.modules.search.router import router as search
    from app.modules.site.design_router import router as design
    from app.modules.site.router import router as site
    from app.modules.transfer.router import router as transfer
    from app.modules.webhooks.router import router as webhooks

    routers = (
        tokens, audit, webhooks, site, design, content, publishing, revisions, search, media, transfer, docs,
    )  # fmt: skip
    return [route for router in routers for route in router.routes]


def _seo_routes() -> Sequence[BaseRoute]:
    from app.modules.seo.router import router

    return router.routes


def _further_site_routes() -> Sequence[BaseRoute]:
    from app.modules.site.blog import router
    from app.modules.site.design_preview import router as design_preview

    return [*design_preview.routes, *router.routes]


def _sample_routes() -> Sequence[BaseRoute]:
    from app.modules.seed.pictures import router

    return router.routes


def _media_routes() -> Sequence[BaseRoute]:
    bring_multipart()
    from app.modules.media.public import router

    return router.routes
