"""What clients send and get about the design. What is checked here may stand on a public page."""

import re
from datetime import datetime
from typing import Annotated, Final, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field, model_validator

from app.modules.core.schemas import Input, Line, Lines, Output, web_address
from app.modules.site.colours import parse
from app.modules.site.look import Corners, Header, Spacing, Width
from app.modules.site.palettes import Chosen
from app.modules.site.schemas import Theme
from app.modules.site.typefaces import PAIRINGS

_ON_SITE: Final = re.compile(r"/(?![/\\])[^\s\\]*|#[^\s\\]*")
_MAIL: Final = re.compile(r"mailto:[^\s@,?]+@[^\s@,?]+")
_PHONE: Final = re.compile(r"tel:\+?[0-9][0-9().-]{2,29}")
_MOST_IN_MENU: Final = 20


def _target(value: str) -> str:
    if any(kind.fullmatch(value) for kind in (_ON_SITE, _MAIL, _PHONE)):
        return value
    try:
        return web_address(value)
    except ValueError:
        raise ValueError(
            "must be an http or https address, a path on this site, mailto: or tel:"
        ) from None


def _pairing(value: str) -> str:
    if value not in PAIRINGS:
        raise ValueError("is not a choice of type")
    return value


Colour = Annotated[str, Field(max_length=20), AfterValidator(parse)]
Target = Annotated[Line, Field(min_length=1, max_length=2000), AfterValidator(_target)]
Version = Annotated[int, Field(ge=0, le=2**31 - 1)]


class MenuLinkInput(Input):
    """`label` stands over the title of what it leads to; an address has no title of its own."""

    kind: Literal["entry", "url", "listing"]
    label: Annotated[Line, Field(max_length=80)] = ""
    entry_id: UUID | None = None
    url: Target | None = None
    listing: Literal["blog", "search"] | None = None

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        given = {"entry": self.entry_id, "url": self.url, "listing": self.listing}
        if given[self.kind] is None:
            raise ValueError("leads nowhere")
        if self.kind == "url" and not self.label:
            raise ValueError("needs a label")
        return self


class MenuItemInput(MenuLinkInput):
    """One that may have others below it; those have none."""

    children: Annotated[list[MenuLinkInput], Field(max_length=_MOST_IN_MENU)] = Field(
        default_factory=list
    )


MenuInput = Annotated[list[MenuItemInput], Field(max_length=_MOST_IN_MENU)]


class LookInput(Input):
    """What is null is the theme's own. `night` follows a visitor's device into the dark."""

    theme: Theme
    paper: Colour | None = None
    ink: Colour | None = None
    accent: Colour | None = None
    night: bool = True
    pairing: Annotated[str, Field(max_length=40), AfterValidator(_pairing)] | None = None
    corners: Corners | None = None
    width: Width = "normal"
    spacing: Spacing = "normal"
    header: Header = "beside"


class DesignInput(LookInput):
    """Pictures are of the media library. A menu that is null is the one that the pages themselves make up."""

    logo_id: UUID | None = None
    icon_id: UUID | None = None
    share_image_id: UUID | None = None
    footer_text: Annotated[Lines, Field(max_length=1000)] = ""
    header_menu: MenuInput | None = None
    footer_menu: MenuInput | None = None


class DraftInput(Input):
    """`version` is the one that was changed."""

    version: Version
    design: DesignInput


class VersionInput(Input):
    version: Version


class PictureOutput(Output):
    id: UUID
    src: str
    width: int | None
    height: int | None


class MenuLinkOutput(Output):
    kind: str
    label: str
    entry_id: UUID | None
    url: str | None
    listing: str | None


class MenuItemOutput(MenuLinkOutput):
    children: list[MenuLinkOutput]


class DesignOutput(Output):
    """Colours are '#rrggbb'."""

    theme: str
    paper: str | None
    ink: str | None
    accent: str | None
    night: bool
    pairing: str | None
    corners: Corners | None
    width: Width
    spacing: Spacing
    header: Header
    logo: PictureOutput | None
    icon: PictureOutput | None
    share_image: PictureOutput | None
    footer_text: str
    header_menu: list[MenuItemOutput] | None
    footer_menu: list[MenuItemOutput] | None


class MenuEntryOutput(Output):
    """What an entry in a menu is called, and where it is public."""

    id: UUID
    title: str
    path: str | None


class AdjustmentOutput(Output):
    """A colour that could not be read where it would stand (WCAG AA asks for a contrast of 4.5), and the nearest
    that can, which visitors see in its place."""

    token: Chosen
    asked: str
    used: str
    contrast: float


class WornOutput(Output):
    """The public look in short; `display` is a CSS font family."""

    theme: str
    paper: str
    ink: str
    accent: str
    display: str


class DesigningOutput(Output):
    """The design that is being worked on; `worn` is what visitors see meanwhile. `previewUrl` shows the whole site in it to whoever has the link;
    `styleUrl` is its style sheet alone."""

    version: int
    design: DesignOutput
    has_changes: bool
    can_undo: bool
    applied_at: datetime | None
    worn: WornOutput
    adjustments: list[AdjustmentOutput]
    entries: list[MenuEntryOutput]
    preview_url: str
    style_url: str


class ThemeChoice(Output):
    """Colours by day; `pairing` and `corners` are what the theme has by itself, `corners` in px."""

    name: str
    label: str
    about: str
    paper: str
    wash: str
    ink: str
    accent: str
    pairing: str
    corners: int


class PairingChoice(Output):
    """`display` and `body` are CSS font families."""

    name: str
    label: str
    about: str
    display: str
    body: str
    display_weight: int


class ChoicesOutput(Output):
    themes: list[ThemeChoice]
    pairings: list[PairingChoice]
