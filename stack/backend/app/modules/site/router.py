"""/api/site, /api/themes, /api/preview/page."""

from collections.abc import Sequence
from datetime import UTC, datetime

from fastapi import APIRouter, Request

from app.modules.content import service as content
from app.modules.core.dependencies import InDatabase, InInstallation
from app.modules.identity.guard import allow
from app.modules.publishing import reading
from app.modules.site import service
from app.modules.site.frame import frame
from app.modules.site.public import entry_page
from app.modules.site.schemas import (
    PagePreviewInput,
    PagePreviewOutput,
    SiteInput,
    SiteOutput,
    ThemeOutput,
)
from app.modules.site.themes import THEMES

router = APIRouter(prefix="/api")


@router.get("/site", dependencies=[allow("site.read")])
async def get_site(database: InDatabase, installation: InInstallation) -> SiteOutput:
    async with database.transaction() as db:
        return await service.get_site(db, installation)


@router.put("/site", dependencies=[allow("site.write")])
async def save_site(
    given: SiteInput, database: InDatabase, installation: InInstallation
) -> SiteOutput:
    async with database.transaction() as db:
        return await service.save_site(db, given, installation)


@router.get("/themes", dependencies=[allow("site.read")])
async def list_themes() -> Sequence[ThemeOutput]:
    return [
        ThemeOutput(
            name=name,
            label=theme.label,
            about=theme.about,
            paper=theme.day.paper,
            ink=theme.day.ink,
            accent=theme.day.accent,
            display=theme.type.display,
        )
        for name, theme in THEMES.items()
    ]


@router.post("/preview/page", dependencies=[allow("pages.read")])
async def preview_page(
    given: PagePreviewInput, request: Request, database: InDatabase, installation: InInstallation
) -> PagePreviewOutput:
    """An entry as the site would show it, whole; nothing is stored."""
    async with database.transaction() as db:
        data = await content.fitting_data(db, given.type, given.data)
        shown = await reading.as_if_saved(db, given.type, given.title, data, datetime.now(UTC))
        common = await frame(db, request, installation) | {"demo": None}
        return PagePreviewOutput(html=await entry_page(db, shown, common, []))
