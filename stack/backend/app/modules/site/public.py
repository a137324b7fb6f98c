"""What visitors see: the home page, a page by its slug, the one style sheet, the icon."""

import re
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.modules.content import service as content
from app.modules.content.schemas import PublicLink
from app.modules.content.slugs import slug_problem
from app.modules.core.dependencies import InDatabase, InInstallation
from app.modules.core.errors import AppError
from app.modules.core.installation import Installation
from app.modules.site import service
from app.modules.site.icon import ICON_ROUTE, icon_path, icon_svg
from app.modules.site.rendering import STYLE, STYLE_PATH, html_page, render

router = APIRouter()

_HIDDEN_COOKIE = "cms_demo_bar"
_HIDE_PATH = "/_site/demo/hide"
_LOCAL_PATH = re.compile(r"/[a-z0-9-]*")


@router.api_route("/", methods=["GET", "HEAD"], response_model=None)
async def home(request: Request, database: InDatabase, installation: InInstallation) -> Response:
    """The chosen home page while it is published, else a welcome with what there is to read."""
    async with database.transaction() as db:
        site = await service.get_site(db, installation)
        menu = [link for link in await content.navigation(db) if link.id != site.home_page_id]
        page = (
            await content.published_page(db, page_id=site.home_page_id)
            if site.home_page_id is not None
            else None
        )
        links = [] if page is not None else await content.published_links(db)
    common = {"site": site, "menu": menu, "here": "", "is_home": True, **_demo(request, installation)}
    if page is None:
        return html_page(render("home.html", links=links, **common))
    return html_page(render("page.html", page=page, cards=_cards(menu), **common))


@router.api_route(STYLE_PATH, methods=["GET", "HEAD"], response_model=None)
async def style() -> Response:
    # The path changes with the content.
    return Response(
        STYLE, media_type="text/css", headers={"Cache-Control": "public, max-age=31536000, immutable"}
    )


@router.api_route(ICON_ROUTE, methods=["GET", "HEAD"], response_model=None)
async def icon(theme: str, letter: str) -> Response:
    svg = icon_svg(theme, letter)
    if svg is None:
        raise AppError("not_found")
    # Another title or theme has another path.
    return Response(
        svg, media_type="image/svg+xml", headers={"Cache-Control": "public, max-age=31536000, immutable"}
    )


@router.api_route("/favicon.ico", methods=["GET", "HEAD"], response_model=None)
async def favicon(database: InDatabase, installation: InInstallation) -> Response:
    """For programs that ask without having read a page."""
    async with database.transaction() as db:
        site = await service.get_site(db, installation)
    return Response(
        status_code=302,
        headers={"Location": icon_path(site.theme, site.title), "Cache-Control": "public, max-age=3600"},
    )


@router.api_route(_HIDE_PATH, methods=["GET"], response_model=None)
async def hide_demo_bar(
    installation: InInstallation, back: Annotated[str, Query(alias="from", max_length=200)] = "/"
) -> Response:
    """Remember in this browser that the demo's bar was read; without a script, so by a link."""
    there = back if _LOCAL_PATH.fullmatch(back) else "/"
    response = Response(status_code=303, headers={"Location": there})
    if installation.demo is not None:
        left = int((installation.demo.expires_at - datetime.now(UTC)).total_seconds())
        response.set_cookie(
            _HIDDEN_COOKIE,
            "hidden",
            max_age=max(left, 60),
            secure=installation.secure_cookies,
            httponly=True,
            samesite="lax",
        )
    return response


@router.api_route("/{slug}/", methods=["GET", "HEAD"], response_model=None)
async def page_with_slash(slug: str) -> Response:
    """A page has one address."""
    if slug_problem(slug):
        raise AppError("not_found")
    return Response(status_code=308, headers={"Location": f"/{slug}"})


@router.api_route("/{slug}", methods=["GET", "HEAD"], response_model=None)
async def page(
    slug: str, request: Request, database: InDatabase, installation: InInstallation
) -> Response:
    if slug_problem(slug):
        raise AppError("not_found")
    async with database.transaction() as db:
        found = await content.published_page(db, slug=slug)
        if found is None:
            raise AppError("not_found")
        site = await service.get_site(db, installation)
        menu = [link for link in await content.navigation(db) if link.id != site.home_page_id]
    html = render(
        "page.html",
        site=site,
        menu=menu,
        here=slug,
        is_home=False,
        page=found,
        cards=[],
        **_demo(request, installation),
    )
    return html_page(html)


def _cards(menu: list[PublicLink]) -> list[PublicLink]:
    """What of the menu has something to show on the home page."""
    return [link for link in menu if link.summary]


def _demo(request: Request, installation: Installation) -> dict[str, object]:
    """The demo's bar, unless there is no demo or this browser has hidden it."""
    demo = installation.demo
    if demo is None or _HIDDEN_COOKIE in request.cookies:
        return {"demo": None}
    left = (demo.expires_at - datetime.now(UTC)).total_seconds()
    bar = {
        "minutes": max(0, -int(-left // 60)),
        "keep_url": demo.keep_url,
        "hide_path": f"{_HIDE_PATH}?from={quote(request.url.path)}",
    }
    return {"demo": bar}
