"""The site's settings. Other modules call these; each takes the caller's transaction."""

from sqlalchemy import func, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.modules.content import service as content
from app.modules.core.errors import AppError
from app.modules.site.models import SiteSettings
from app.modules.site.schemas import SiteInput, SiteOutput

_ONLY_ID = 1


async def get_site(db: AsyncSession, first_title: str) -> SiteOutput:
    """The settings; `first_title` is the title until somebody chooses another."""
    row = await db.get_one(SiteSettings, _ONLY_ID)
    return SiteOutput(
        title=row.title or first_title,
        tagline=row.tagline,
        language=row.language,
        home_page_id=row.home_page_id,
        updated_at=row.updated_at,
    )


async def save_site(db: AsyncSession, given: SiteInput) -> SiteOutput:
    """Overwrite all settings. Raises invalid_input when the home page does not exist."""
    if given.home_page_id is not None and not await content.page_exists(db, given.home_page_id):
        raise AppError("invalid_input", fields={"homePageId": "There is no such page."})
    saved = await db.scalar(
        update(SiteSettings)
        .where(SiteSettings.id == _ONLY_ID)
        .values(**given.model_dump(), updated_at=func.now())
        .returning(SiteSettings)
    )
    return SiteOutput.model_validate(saved)
