"""The site's settings. Other modules call these; each takes the caller's transaction."""

from sqlalchemy import func, select, update

from app.modules.content import service as content
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.site.models import site_settings
from app.modules.site.schemas import SiteInput, SiteOutput


async def get_site(db: Transaction, first_title: str) -> SiteOutput:
    """The settings; `first_title` is the title until somebody chooses another."""
    row = (await db.execute(select(site_settings))).one()
    return SiteOutput(
        title=row.title or first_title,
        tagline=row.tagline,
        language=row.language,
        home_page_id=row.home_page_id,
        updated_at=row.updated_at,
    )


async def save_site(db: Transaction, given: SiteInput) -> SiteOutput:
    """Overwrite all settings. Raises invalid_input when the home page does not exist."""
    if given.home_page_id is not None and not await content.page_exists(db, given.home_page_id):
        raise AppError("invalid_input", fields={"homePageId": "There is no such page."})
    saved = await db.execute(
        update(site_settings)
        .values(**given.model_dump(), updated_at=func.now())
        .returning(*site_settings.c)
    )
    return SiteOutput.model_validate(saved.one())
