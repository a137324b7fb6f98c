"""The site's settings. Other modules call these; each takes the caller's transaction."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Row, delete, func, select, update

from app.modules.core import locks
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.events import emit
from app.modules.core.installation import Installation
from app.modules.site.design import Design, design_of
from app.modules.site.models import site_designs, site_settings
from app.modules.site.schemas import SiteInput, SiteOutput
from app.modules.site.themes import DEFAULT_THEME, THEMES


async def get_site(db: Transaction, installation: Installation) -> SiteOutput:
    """The settings; the title is the installation's until somebody chooses another."""
    return _output((await db.execute(select(site_settings))).one(), installation)


async def get_shown(
    db: Transaction, installation: Installation, *, in_draft: bool = False
) -> tuple[SiteOutput, Design]:
    """The settings and the design in which pages are shown: the public one, or the one that is being worked
    on."""
    row = (await db.execute(select(site_settings))).one()
    site = _output(row, installation)
    if in_draft and row.design_draft is not None:
        return site, design_of(row.design_draft, row.design_draft["theme"])
    return site, design_of(row.design, row.theme)


async def save_site(db: Transaction, given: SiteInput, installation: Installation) -> SiteOutput:
    """Overwrite the settings. Raises invalid_input when the home page does not exist, importing.

    A title that was nobody's choice and comes back as it was shown is still nobody's choice: who
    changes the theme of a demo has not named the site.
    """
    if given.home_page_id is not None:
        # Visitors never get here, and have no use for all that comes with it.
        from app.modules.content import service as content

        if not await content.page_exists(db, given.home_page_id):
            raise AppError("invalid_input", fields={"homePageId": "There is no such page."})
    values = given.model_dump()
    if given.theme is None:
        del values["theme"]
    if given.language != (await db.execute(select(site_settings.c.language))).scalar_one():
        # The database takes every entry into the other language's search.
        await locks.lock(db, locks.ENTRIES)
    before = (await db.execute(select(site_settings).with_for_update())).one()
    if before.title is None and given.title == installation.first_title(before.sample_title):
        del values["title"]
    saved = await db.execute(
        update(site_settings).values(**values, updated_at=func.now()).returning(*site_settings.c)
    )
    output = _output(saved.one(), installation)
    await emit(db, "site.saved", {"id": "site", "type": "site", "title": output.title})
    return output


async def begin_anew(
    db: Transaction,
    *,
    title: str | None = None,
    tagline: str = "",
    theme: str = DEFAULT_THEME,
    home_page_id: UUID | None = None,
) -> None:
    """Settings as a sample site brings them along, in the theme as it is; `title` gives way to the client's
    own name."""
    from app.modules.media.uses import forget_uses

    await forget_uses(db, "design")
    await db.execute(delete(site_designs))
    await db.execute(
        update(site_settings).values(
            title=None,
            sample_title=title,
            tagline=tagline,
            language="en",
            theme=theme,
            home_page_id=home_page_id,
            design={},
            design_draft=None,
            design_version=site_settings.c.design_version + 1,
            design_applied_at=None,
            updated_at=func.now(),
        )
    )


async def is_named(db: Transaction, installation: Installation) -> bool:
    """Whether the title is the client's own: chosen in the admin, or given for them."""
    chosen = (await db.execute(select(site_settings.c.title.is_not(None)))).scalar_one()
    return bool(chosen) or installation.given_name is not None


async def last_change(db: Transaction) -> datetime:
    changed: datetime = (await db.execute(select(site_settings.c.updated_at))).scalar_one()
    return changed


def _output(row: Row[tuple[object, ...]], installation: Installation) -> SiteOutput:
    return SiteOutput(
        title=row.title or installation.first_title(row.sample_title),
        tagline=row.tagline,
        language=row.language,
        # A theme of another release than this one is shown as the plain one.
        theme=row.theme if row.theme in THEMES else DEFAULT_THEME,
        home_page_id=row.home_page_id,
        updated_at=row.updated_at,
    )
