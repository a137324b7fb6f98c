"""Puts a sample site in. Other modules call this; it takes the caller's transaction."""

from datetime import UTC, datetime

from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.installation import first_signed_in_at
from app.modules.identity import service as identity
from app.modules.publishing import service as publishing
from app.modules.seed.schemas import Kind
from app.modules.site import service as site


async def plant(db: Transaction, kind: Kind) -> None:
    """Replace whatever stands there, as long as nobody was ever signed in. Raises already_in_use."""
    if await first_signed_in_at(db, lock=True) or await identity.count_users(db):
        raise AppError("already_in_use")
    if kind == "empty":
        await publishing.replace_all(db, [], [])
        await site.begin_anew(db)
        return
    from app.modules.seed.files import read_site

    sample = read_site(kind, datetime.now(UTC).date())
    home = await publishing.replace_all(db, sample.pages, sample.categories)
    await site.begin_anew(
        db, title=sample.title, tagline=sample.tagline, theme=sample.theme, home_page_id=home
    )
