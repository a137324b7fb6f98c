"""/api/site, for signed-in users."""

from fastapi import APIRouter, Depends

from app.modules.core.dependencies import InDatabase, InSettings
from app.modules.identity.guard import require_user
from app.modules.site import service
from app.modules.site.schemas import SiteInput, SiteOutput

router = APIRouter(prefix="/api", dependencies=[Depends(require_user)])


@router.get("/site")
async def get_site(database: InDatabase, settings: InSettings) -> SiteOutput:
    async with database.transaction() as db:
        return await service.get_site(db, settings.site_name)


@router.put("/site")
async def save_site(given: SiteInput, database: InDatabase) -> SiteOutput:
    async with database.transaction() as db:
        return await service.save_site(db, given)
