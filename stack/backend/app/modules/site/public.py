"""What visitors see: the home page, a page by its slug, the one style sheet."""

from fastapi import APIRouter
from fastapi.responses import Response

from app.modules.content import service as content
from app.modules.content.slugs import slug_problem
from app.modules.core.dependencies import InDatabase, InSettings
from app.modules.core.errors import AppError
from app.modules.site import service
from app.modules.site.rendering import STYLE, STYLE_PATH, html_page, render

router = APIRouter()


@router.api_route("/", methods=["GET", "HEAD"], response_model=None)
async def home(database: InDatabase, settings: InSettings) -> Response:
    """The chosen home page while it is published, else a welcome with what there is to read."""
    async with database.transaction() as db:
        site = await service.get_site(db, settings.site_name)
        if site.home_page_id is not None:
            page = await content.published_page(db, page_id=site.home_page_id)
            if page is not None:
                return html_page(render("page.html", site=site, page=page, is_home=True))
        links = await content.published_links(db)
    return html_page(render("home.html", site=site, links=links))


@router.api_route(STYLE_PATH, methods=["GET", "HEAD"], response_model=None)
async def style() -> Response:
    # The path changes with the content.
    return Response(
        STYLE, media_type="text/css", headers={"Cache-Control": "public, max-age=31536000, immutable"}
    )


@router.api_route("/{slug}/", methods=["GET", "HEAD"], response_model=None)
async def page_with_slash(slug: str) -> Response:
    """A page has one address."""
    if slug_problem(slug):
        raise AppError("not_found")
    return Response(status_code=308, headers={"Location": f"/{slug}"})


@router.api_route("/{slug}", methods=["GET", "HEAD"], response_model=None)
async def page(slug: str, database: InDatabase, settings: InSettings) -> Response:
    if slug_problem(slug):
        raise AppError("not_found")
    async with database.transaction() as db:
        found = await content.published_page(db, slug=slug)
        if found is None:
            raise AppError("not_found")
        site = await service.get_site(db, settings.site_name)
    return html_page(render("page.html", site=site, page=found, is_home=False))
