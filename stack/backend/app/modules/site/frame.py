"""What every public page has around it: the site's name and menu, the demo's bar, its own address."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import quote

from fastapi import Request

from app.modules.core.database import Transaction
from app.modules.core.dependencies import context_of
from app.modules.core.installation import Installation
from app.modules.publishing import reading
from app.modules.publishing.reading import PublicLink
from app.modules.site import service
from app.modules.site.schemas import SiteOutput

HIDDEN_COOKIE: Final = "cms_demo_bar"
HIDE_PATH: Final = "/_site/demo/hide"


async def frame(db: Transaction, request: Request, installation: Installation) -> dict[str, Any]:
    """For `render`; a page sets `is_home` or `canonical` where it differs."""
    site, menu = await context_of(request).pages.remember("frame", lambda: _around(db, installation))
    return {
        "site": site,
        "site_url": installation.site_url,
        "canonical": installation.site_url + request.url.path,
        "menu": menu,
        "here": request.url.path,
        "is_home": False,
        "is_preview": False,
        **_demo(request, installation),
    }


async def _around(
    db: Transaction, installation: Installation
) -> tuple[SiteOutput, Sequence[PublicLink]]:
    site = await service.get_site(db, installation)
    return site, [link for link in await reading.navigation(db) if link.id != site.home_page_id]


def _demo(request: Request, installation: Installation) -> dict[str, object]:
    """The demo's bar, unless there is no demo or this browser has hidden it."""
    demo = installation.demo
    if demo is None or HIDDEN_COOKIE in request.cookies:
        return {"demo": None}
    left = (demo.expires_at - datetime.now(UTC)).total_seconds()
    bar = {
        "minutes": max(0, -int(-left // 60)),
        "keep_url": demo.keep_url,
        "hide_path": f"{HIDE_PATH}?from={quote(request.url.path)}",
    }
    return {"demo": bar}
