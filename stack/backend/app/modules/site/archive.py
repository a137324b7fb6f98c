"""The site's settings and its design as they are carried out and in. Each call takes the caller's
transaction."""

from collections.abc import Mapping
from uuid import UUID

from app.modules.core.archive import Archived
from app.modules.core.database import Transaction
from app.modules.core.installation import Installation
from app.modules.site import designing, service
from app.modules.site.design_schemas import DesignInput
from app.modules.site.schemas import SiteInput


class ArchivedSite(SiteInput, Archived):
    """The title is the one that visitors see, whoever chose it. The theme goes with the design."""


class ArchivedDesign(DesignInput, Archived):
    """The one that is public, not the one that is being worked on."""


async def archived_site(db: Transaction, installation: Installation) -> ArchivedSite:
    site = await service.get_site(db, installation)
    return ArchivedSite(**site.model_dump(exclude={"theme", "updated_at"}))


async def restore_site(
    db: Transaction, given: ArchivedSite, home_page_id: UUID | None, installation: Installation
) -> bool:
    """Whether anything is another now. Raises invalid_input when there is no such page."""
    wanted = given.model_copy(update={"home_page_id": home_page_id, "theme": None})
    if await archived_site(db, installation) == wanted:
        return False
    await service.save_site(db, SiteInput(**wanted.model_dump()), installation)
    return True


async def archived_design(db: Transaction) -> ArchivedDesign:
    return ArchivedDesign(**(await designing.carried_out(db)).model_dump())


async def restore_design(db: Transaction, given: ArchivedDesign) -> tuple[bool, Mapping[str, str]]:
    """Whether anything is another now, and by field what could not be as it was given."""
    wanted, losses = await designing.fitting(db, DesignInput(**given.model_dump()))
    if await designing.carried_out(db) == wanted:
        return False, losses
    await designing.bring(db, wanted)
    return True, losses
