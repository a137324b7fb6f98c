"""The site's settings as they are carried out and in. Each call takes the caller's transaction."""

from uuid import UUID

from app.modules.core.archive import Archived
from app.modules.core.database import Transaction
from app.modules.core.installation import Installation
from app.modules.site import service
from app.modules.site.schemas import SiteInput


class ArchivedSite(SiteInput, Archived):
    """The title is the one that visitors see, whoever chose it."""


async def archived_site(db: Transaction, installation: Installation) -> ArchivedSite:
    return ArchivedSite.model_validate(await service.get_site(db, installation), from_attributes=True)


async def restore_site(
    db: Transaction, given: ArchivedSite, home_page_id: UUID | None, installation: Installation
) -> bool:
    """Whether anything is another now. Raises invalid_input when there is no such page."""
    wanted = given.model_copy(update={"home_page_id": home_page_id})
    if await archived_site(db, installation) == wanted:
        return False
    await service.save_site(db, SiteInput(**wanted.model_dump()), installation)
    return True
