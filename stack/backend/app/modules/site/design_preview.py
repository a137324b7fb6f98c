"""/_preview/design: the whole public site in the design that is being worked on, for whoever has the link."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.modules.core.database import Database
from app.modules.core.dependencies import InDatabase, InInstallation, InSettings
from app.modules.core.errors import AppError
from app.modules.core.installation import Installation
from app.modules.core.settings import Settings
from app.modules.site import blog, public, service
from app.modules.site.look import look_css
from app.modules.site.previewing import PREFIX, STYLE_NAME, Addresses, is_open
from app.modules.site.rendering import framed_page

router = APIRouter()

# The address opens it: no page it leads to may hear of that, and no cache keep it.
_PRIVATE: Final = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}


@router.api_route(f"{PREFIX}/{{token}}/{STYLE_NAME}", methods=["GET", "HEAD"], response_model=None)
async def style(
    token: str, database: InDatabase, installation: InInstallation, settings: InSettings
) -> Response:
    """410 link_invalid."""
    _open(token, settings)
    async with database.transaction() as db:
        _, design = await service.get_shown(db, installation, in_draft=True)
    return Response(look_css(design.look), media_type="text/css", headers=_PRIVATE)


@router.api_route(f"{PREFIX}/{{token}}/{{path:path}}", methods=["GET", "HEAD"], response_model=None)
async def page(
    token: str,
    path: str,
    request: Request,
    database: InDatabase,
    installation: InInstallation,
    settings: InSettings,
    number: Annotated[blog.PageNumber, Query(alias="page")] = 1,
    q: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """What is public at `path`, with links that stay in the preview. 410 link_invalid."""
    addresses = _open(token, settings)
    inner = Request(
        {
            **request.scope,
            "path": f"/{path}",
            "state": {"draft_style": f"{addresses.prefix}/{STYLE_NAME}"},
        }
    )
    shown = await _shown(inner, database, installation, number, q)
    if there := shown.headers.get("location"):
        location = {"Location": addresses.page(there)}
        return Response(status_code=shown.status_code, headers={**_PRIVATE, **location})
    html = bytes(shown.body).decode()
    return framed_page(addresses.kept_inside(html), shown.status_code, _PRIVATE)


async def _shown(
    request: Request, database: Database, installation: Installation, number: int, q: str
) -> Response:
    """The page that a visitor would get."""
    match request.scope["path"].split("/")[1:]:
        case [""]:
            return await public.home(request, database, installation)
        case ["blog"]:
            return await blog.blog(request, database, installation, number)
        case ["blog", kind, slug]:
            return await blog.by_term(kind, slug, request, database, installation, number)
        case ["search"]:
            return await blog.search(request, database, installation, q)
        case _:
            return await public.answer_at(request.scope["path"], request, database, installation)


def _open(token: str, settings: Settings) -> Addresses:
    if not is_open(token, settings.secret_key):
        raise AppError("link_invalid")
    return Addresses(token)
