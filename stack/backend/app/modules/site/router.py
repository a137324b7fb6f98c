"""/api/site and /api/themes."""

from collections.abc import Sequence

from fastapi import APIRouter

from app.modules.core.dependencies import InDatabase, InInstallation
from app.modules.identity.guard import allow
from app.modules.site import service
from app.modules.site.schemas import SiteInput, SiteOutput, ThemeOutput
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
