"""What every public page has around it: the site's name, its design and menus, the demo's bar, its own
address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import quote

from fastapi import Request

from app.modules.core.database import Transaction
from app.modules.core.dependencies import context_of
from app.modules.core.installation import Installation
from app.modules.site import service
from app.modules.site.design import Design
from app.modules.site.icon import icon_path
from app.modules.site.look import look_digest
from app.modules.site.menus import MenuLink, menu
from app.modules.site.rendering import STYLE_DIGEST
from app.modules.site.schemas import SiteOutput

HIDDEN_COOKIE: Final = "cms_demo_bar"
HIDE_PATH: Final = "/_site/demo/hide"
DESIGN_ROUTE: Final = "/_site/design.{digest}.css"


@dataclass(frozen=True, slots=True)
class Around:
    """What all pages have in common until somebody changes it."""

    site: SiteOutput
    design: Design
    header: Sequence[MenuLink]
    footer: Sequence[MenuLink]


async def frame(db: Transaction, request: Request, installation: Installation) -> dict[str, Any]:
    """For `render`; a page sets `is_home` or `canonical` where it differs. A request whose
    `state.draft_style` is the address of a style sheet is shown in the design that is being worked on."""
    draft_style: str | None = getattr(request.state, "draft_style", None)
    if draft_style is not None:
        around = await _around(db, installation, in_draft=True)
    else:
        pages = context_of(request).pages
        around = await pages.remember("frame", lambda: _around(db, installation, in_draft=False))
    site, design = around.site, around.design
    return {
        "site": site,
        "design": design,
        "design_style": draft_style or design_style(design),
        "icon": icon_of(design, site.title),
        "share_image": design.share_image.src if design.share_image else "",
        "site_url": installation.site_url,
        "canonical": installation.site_url + request.url.path,
        "menu": around.header,
        "footer_menu": around.footer if design.footer_menu is not None else around.header,
        "here": request.url.path,
        "is_home": False,
        "is_preview": False,
        **_demo(request, installation),
    }


async def _around(db: Transaction, installation: Installation, *, in_draft: bool) -> Around:
    site, design = await service.get_shown(db, installation, in_draft=in_draft)
    menus = (design.header_menu, design.footer_menu)
    header, footer = await menu(db, *menus, home_page_id=site.home_page_id)
    return Around(site, design, header, footer)


def design_style(design: Design) -> str | None:
    """Where the style sheet of a design is that has more to say than its theme."""
    if design.look.is_plain:
        return None
    return DESIGN_ROUTE.format(digest=look_digest(design.look, STYLE_DIGEST))


def icon_of(design: Design, title: str) -> str:
    """Where the site's icon is: its own, or its first letter."""
    if design.icon:
        return design.icon.src
    return icon_path(design.look.theme, title, design.look.accent)


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
