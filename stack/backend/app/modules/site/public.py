"""What visitors see first: the home page, whatever is public at a path, the one style sheet, the
icon."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.modules.core.database import Database, Transaction
from app.modules.core.dependencies import InDatabase, InInstallation
from app.modules.core.errors import AppError
from app.modules.core.installation import Installation
from app.modules.core.old_paths import LONGEST_PATH, old_path
from app.modules.publishing import links, reading
from app.modules.publishing.links import PublicLink
from app.modules.publishing.reading import PublicEntry
from app.modules.site import service
from app.modules.site.frame import (
    DESIGN_ROUTE,
    HIDDEN_COOKIE,
    HIDE_PATH,
    design_style,
    frame,
    icon_of,
)
from app.modules.site.icon import ICON_ROUTE, icon_svg
from app.modules.site.look import look_css
from app.modules.site.menus import MenuLink
from app.modules.site.pictures import pictures_in
from app.modules.site.rendering import STYLE, STYLE_PATH, error_page, html_page, render

router = APIRouter()

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_PATH = re.compile(rf"/(?:{_SLUG}(?:/{_SLUG})*)?")


@router.api_route("/", methods=["GET", "HEAD"], response_model=None)
async def home(request: Request, database: InDatabase, installation: InInstallation) -> Response:
    """The chosen home page while it is published, else a welcome with what there is to read."""
    async with database.reading() as db:
        common = await frame(db, request, installation) | {"is_home": True}
        home_id = common["site"].home_page_id
        page = await reading.entry_of(db, home_id) if home_id is not None else None
        if page is None:
            return html_page(render("home.html", links=await links.newest(db), **common))
        return html_page(await entry_page(db, page, common, _cards(common["menu"])))


@router.api_route(STYLE_PATH, methods=["GET", "HEAD"], response_model=None)
async def style() -> Response:
    # The path changes with the content.
    return Response(
        STYLE, media_type="text/css", headers={"Cache-Control": "public, max-age=31536000, immutable"}
    )


@router.api_route(DESIGN_ROUTE, methods=["GET", "HEAD"], response_model=None)
async def own_style(
    request: Request, database: InDatabase, installation: InInstallation
) -> Response:
    """What the public design says over its theme. A page that is older than it gets the new one too, which
    nobody may keep under that address."""
    async with database.transaction() as db:
        _, design = await service.get_shown(db, installation)
    current = request.url.path == design_style(design)
    return Response(
        look_css(design.look),
        media_type="text/css",
        headers={
            "Cache-Control": "public, max-age=31536000, immutable" if current else "no-store"
        },
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
    async with database.reading() as db:
        site, design = await service.get_shown(db, installation)
    return Response(
        status_code=302,
        headers={"Location": icon_of(design, site.title), "Cache-Control": "public, max-age=3600"},
    )


@router.api_route(HIDE_PATH, methods=["GET"], response_model=None)
async def hide_demo_bar(
    installation: InInstallation, back: Annotated[str, Query(alias="from", max_length=1000)] = "/"
) -> Response:
    """Remember in this browser that the demo's bar was read; without a script, so by a link."""
    there = back if is_path(back) else "/"
    response = Response(status_code=303, headers={"Location": there})
    if installation.demo is not None:
        left = int((installation.demo.expires_at - datetime.now(UTC)).total_seconds())
        response.set_cookie(
            HIDDEN_COOKIE,
            "hidden",
            max_age=max(left, 60),
            secure=installation.secure_cookies,
            httponly=True,
            samesite="lax",
        )
    return response


@router.api_route("/{path:path}", methods=["GET", "HEAD"], response_model=None)
async def page(
    path: str, request: Request, database: InDatabase, installation: InInstallation
) -> Response:
    return await answer_at(f"/{path}", request, database, installation)


async def answer_at(
    path: str, request: Request, database: Database, installation: Installation
) -> Response:
    """What is public at `path`, or the way to where it is now: what another site had there may be of any
    letters. Else a page of the site that says so."""
    if path.endswith("/") and is_path(path[:-1]):
        # A page has one address.
        return Response(status_code=308, headers={"Location": path[:-1]})
    async with database.reading() as db:
        if not is_path(path):
            return await _moved(db, path) or await _not_found(db, request, installation)
        found = await reading.entry_at(db, path)
        if found is None:
            # Loaded when something is asked for that is nobody's page.
            from app.modules.site.type_list import type_list

            if html := await type_list(db, path, request, installation):
                return html_page(html)
            return await _moved(db, path) or await _not_found(db, request, installation)
        common = await frame(db, request, installation)
        if found.id == common["site"].home_page_id:
            common["canonical"] = f"{installation.site_url}/"
        below = await links.below(db, found.id) if found.type_key == "page" else []
        return html_page(await entry_page(db, found, common, below))


async def _moved(db: Transaction, path: str) -> Response | None:
    """The way to what used to be at `path`, an entry or the list of a term."""
    old = old_path(path)
    if old is None:
        return None
    there = await reading.moved_to(db, old)
    if there is None:
        from app.modules.content import term_addresses

        there = await term_addresses.moved_to(db, old)
    if there is None:
        return None
    return Response(status_code=301, headers={"Location": there, "Cache-Control": "no-cache"})


async def _not_found(db: Transaction, request: Request, installation: Installation) -> Response:
    """Whoever followed a dead link is still on the site, and goes on by its menu or its search."""
    return error_page(request, AppError("not_found"), await frame(db, request, installation))


def is_path(path: str) -> bool:
    """Whether it could be the address of a public page."""
    return len(path) <= LONGEST_PATH and _PATH.fullmatch(path) is not None


async def entry_page(
    db: Transaction, entry: PublicEntry, common: dict[str, Any], cards: Sequence[PublicLink]
) -> str:
    """An entry whole, with what is laid out on it and the pictures in their sizes."""
    blocks: Sequence[Mapping[str, Any]] = ()
    if entry.blocks:
        # Loaded with the first page that is laid out.
        from app.modules.site.blocks import laid_out, shown_in

        blocks = await laid_out(db, entry.blocks, common["site"].home_page_id)
        shown = list(shown_in(blocks))
    else:
        shown = []
    html = [part.html for part in entry.parts]
    covers = [entry.cover, *(card.cover for card in cards)]
    return render(
        "page.html",
        page=entry,
        blocks=blocks,
        cards=cards,
        terms=await _terms_of(db, entry),
        pictures=await pictures_in(db, [entry.html, *html, *covers, *shown]),
        **common,
    )


async def _terms_of(db: Transaction, entry: PublicEntry) -> Sequence[object]:
    """The categories and tags of a post; pages have no listing they could lead to."""
    if not entry.term_ids or entry.type_key != "post":
        return []
    from app.modules.content import terms

    known = await terms.terms_by_id(db, entry.term_ids)
    # One that went into another that the post bears too is the same.
    return list({known[one].id: known[one] for one in entry.term_ids if one in known}.values())


def _cards(menu: Sequence[MenuLink]) -> list[PublicLink]:
    """What of the menu has something to show on the home page."""
    return [link.page for link in menu if link.page and link.page.summary and link.href != "/"]
