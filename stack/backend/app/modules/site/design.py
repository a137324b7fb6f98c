"""A design as visitors meet it: the look, the pictures and words around every page, the menus. Every
public page reads one, so it is of dataclasses and leaves the use cases to `designing`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.modules.site.look import Look, look_of


@dataclass(frozen=True, slots=True)
class Picture:
    """`width` and `height` are in px, 0 where nobody knows them."""

    src: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A menu that is None is the one that the pages themselves make up (`inNavigation`)."""

    look: Look
    logo: Picture | None
    icon: Picture | None
    share_image: Picture | None
    footer_text: str
    header_menu: Sequence[Mapping[str, Any]] | None
    footer_menu: Sequence[Mapping[str, Any]] | None


def design_of(stored: Mapping[str, Any], theme: str) -> Design:
    """The design in a stored one, whichever release put it there."""
    return Design(
        look=look_of(stored, theme),
        logo=_picture(stored.get("logo")),
        icon=_picture(stored.get("icon")),
        share_image=_picture(stored.get("share_image")),
        footer_text=stored.get("footer_text", ""),
        header_menu=stored.get("header_menu"),
        footer_menu=stored.get("footer_menu"),
    )


def _picture(stored: Mapping[str, Any] | None) -> Picture | None:
    if not stored:
        return None
    return Picture(stored["src"], stored.get("width") or 0, stored.get("height") or 0)
