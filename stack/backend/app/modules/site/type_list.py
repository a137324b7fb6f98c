"""The list of a client's own type, at `/{type}`: a page of it at a time."""

from fastapi import Request

from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.installation import Installation
from app.modules.publishing.listings import listing_at
from app.modules.site.frame import frame
from app.modules.site.pictures import pictures_in
from app.modules.site.rendering import render

LAST_PAGE = 1000


async def type_list(
    db: Transaction, path: str, request: Request, installation: Installation
) -> str | None:
    """The list that stands at `path` as HTML; None where there is none. Raises not_found for a page
    that it does not have."""
    if path.count("/") != 1:
        return None
    page = _page_number(request.query_params.get("page", "1"))
    listing = await listing_at(db, path, page)
    if listing is None:
        return None
    common = await frame(db, request, installation)
    if page > 1:
        common["canonical"] += f"?page={page}"
    pictures = await pictures_in(db, [link.cover for link in listing.links])
    return render(
        "type_list.html", listing=listing, pictures=pictures, page_number=page, **common
    )


def _page_number(given: str) -> int:
    if not given.isascii() or not given.isdigit() or not 1 <= int(given[:5]) <= LAST_PAGE:
        raise AppError("not_found")
    return int(given)
