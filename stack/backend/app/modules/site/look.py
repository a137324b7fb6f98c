"""What a client has made of a theme: colours, type, corners, measures. A look is what was stored, read
again: nothing reaches CSS that is not a colour or one of the words below. Pure."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from app.modules.site.colours import luminance, parse
from app.modules.site.palettes import Adjustment, Palette, by_day, by_night
from app.modules.site.themes import DEFAULT_THEME, THEMES, Theme, colours, corners, letters, rules
from app.modules.site.typefaces import PAIRINGS, Pairing

Corners = Literal["square", "soft", "round"]
Width = Literal["narrow", "normal", "wide"]
Spacing = Literal["compact", "normal", "airy"]
Header = Literal["beside", "centred"]

# Of pictures and of what can be pressed, in px.
_CORNERS: Final[dict[Corners, tuple[int, int]]] = {
    "square": (0, 0),
    "soft": (6, 6),
    "round": (18, 999),
}
# The whole page and a column of text, in rem.
_WIDTHS: Final[dict[Width, tuple[int, int]]] = {
    "narrow": (62, 38),
    "normal": (76, 42),
    "wide": (90, 46),
}
_SPACINGS: Final[dict[Spacing, float]] = {"compact": 0.7, "normal": 1.0, "airy": 1.35}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """None is the theme's own. `night` follows a visitor's device into the dark."""

    theme: str = DEFAULT_THEME
    paper: str | None = None
    ink: str | None = None
    accent: str | None = None
    night: bool = True
    pairing: str | None = None
    corners: Corners | None = None
    width: Width = "normal"
    spacing: Spacing = "normal"
    header: Header = "beside"

    @property
    def base(self) -> Theme:
        return THEMES[self.theme]

    @property
    def type(self) -> Pairing:
        return PAIRINGS[self.pairing] if self.pairing else self.base.type

    @property
    def is_plain(self) -> bool:
        """Whether the theme's own rules say it all."""
        return self == Look(theme=self.theme, header=self.header)


def look_of(stored: Mapping[str, Any], theme: str) -> Look:
    """The look in a stored design; what another release has put there and this one does not know is the
    theme's own."""
    return Look(
        theme=theme if theme in THEMES else DEFAULT_THEME,
        paper=_colour(stored.get("paper")),
        ink=_colour(stored.get("ink")),
        accent=_colour(stored.get("accent")),
        night=stored.get("night") is not False,
        pairing=pairing if (pairing := stored.get("pairing")) in PAIRINGS else None,
        corners=found if (found := stored.get("corners")) in _CORNERS else None,
        width=width if (width := stored.get("width")) in _WIDTHS else "normal",
        spacing=spacing if (spacing := stored.get("spacing")) in _SPACINGS else "normal",
        header="centred" if stored.get("header") == "centred" else "beside",
    )


def look_css(look: Look) -> str:
    """Custom properties that stand over those of the theme."""
    day, _ = _by_day(look)
    night = by_night(look.base.night, day, look.paper, look.ink, look.accent) if look.night else day
    wide, measure = _WIDTHS[look.width]
    radius, pill = _CORNERS[look.corners] if look.corners else (look.base.radius, look.base.pill)
    values: dict[str, object] = {
        "wide": f"{wide}rem",
        "measure": f"{measure}rem",
        "space": _SPACINGS[look.spacing],
    }
    # The root of a page has both, so this counts for more than the theme alone.
    selector = f':root[data-theme="{look.theme}"]'
    scheme = "" if look.night else f"{selector}{{color-scheme:{'dark' if _is_dark(day) else 'light'};}}\n"
    return scheme + rules(
        selector, colours(day) | letters(look.type) | corners(radius, pill) | values, colours(night)
    )


def look_digest(look: Look, release: str) -> str:
    """Changes with the look, and with the `release` that makes CSS of it."""
    return hashlib.sha256(f"{release} {sorted(asdict(look).items())}".encode()).hexdigest()[:12]


def palette_of(look: Look) -> Palette:
    """What visitors see by day."""
    return _by_day(look)[0]


def adjustments(look: Look) -> list[Adjustment]:
    """Which of the chosen colours could not be read as they are, and what stands in their place."""
    return _by_day(look)[1]


def _by_day(look: Look) -> tuple[Palette, list[Adjustment]]:
    return by_day(look.base.day, look.paper, look.ink, look.accent)


def _is_dark(palette: Palette) -> bool:
    return luminance(palette.paper) < luminance(palette.ink)


def _colour(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    try:
        return parse(value)
    except ValueError:
        return None
