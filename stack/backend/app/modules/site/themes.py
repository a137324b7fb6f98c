"""The themes a site can wear, as design tokens; the style sheet knows only their names. What a client
changes about one stands in `look.py`.

Each has a palette for day and night and a choice of type. Every pair of text and background that
the style sheet puts together has a contrast of at least 4.5:1 (tests/test_themes.py).
"""

from dataclasses import dataclass, fields
from typing import Final

from app.modules.site.palettes import Palette
from app.modules.site.typefaces import PAIRINGS, Pairing


@dataclass(frozen=True, slots=True)
class Theme:
    """`pairing` is one of PAIRINGS, `radius` of pictures and `pill` of what can be pressed, in px."""

    label: str
    about: str
    day: Palette
    night: Palette
    pairing: str
    radius: int
    pill: int

    @property
    def type(self) -> Pairing:
        return PAIRINGS[self.pairing]


DEFAULT_THEME: Final = "paper"

THEMES: Final = {
    "paper": Theme(
        label="Paper",
        about="Ink on warm paper, one deep green. Quiet, for reading.",
        day=Palette(
            paper="#f7f3ea", wash="#efe9dc", ink="#1c1a17", ink_muted="#5f584d", rule="#ddd4c3",
            accent="#1f4d3a", accent_strong="#173b2c", accent_ink="#fbf8f1",
        ),
        night=Palette(
            paper="#171613", wash="#201e1a", ink="#efe9dc", ink_muted="#aca392", rule="#39352d",
            accent="#8fc7a7", accent_strong="#a9d8bd", accent_ink="#0f1d16",
        ),
        pairing="newsreader", radius=4, pill=4,
    ),
    "plan": Theme(
        label="Plan",
        about="White sheets, graphite lines, a red pencil. Exact, for what is designed.",
        day=Palette(
            paper="#fbfbf9", wash="#f0f0ec", ink="#17181a", ink_muted="#5a5d61", rule="#d9dad6",
            accent="#b8321a", accent_strong="#93240f", accent_ink="#ffffff",
        ),
        night=Palette(
            paper="#131416", wash="#1c1e21", ink="#ececea", ink_muted="#a3a6aa", rule="#33363a",
            accent="#ff8a70", accent_strong="#ffa792", accent_ink="#260a04",
        ),
        pairing="instrument", radius=0, pill=0,
    ),
    "hearth": Theme(
        label="Hearth",
        about="Flour, crust and a warm oven. Round and generous, for what is made by hand.",
        day=Palette(
            paper="#fdf6ea", wash="#f7e8d0", ink="#33200f", ink_muted="#705237", rule="#ead6b8",
            accent="#a03c12", accent_strong="#7f2d0b", accent_ink="#fff8ee",
        ),
        night=Palette(
            paper="#1e140c", wash="#2a1c11", ink="#f6e7d2", ink_muted="#c3a788", rule="#463020",
            accent="#f5a66b", accent_strong="#fbbf90", accent_ink="#2b1304",
        ),
        pairing="fraunces", radius=18, pill=999,
    ),
    "stage": Theme(
        label="Stage",
        about="Dusk, spotlights and loud posters. For evenings that people travel to.",
        day=Palette(
            paper="#fff6f1", wash="#ffe4d8", ink="#1d0f33", ink_muted="#5d4a72", rule="#efd3cb",
            accent="#c01656", accent_strong="#980c41", accent_ink="#ffffff",
        ),
        night=Palette(
            paper="#150a26", wash="#221238", ink="#f7ecff", ink_muted="#bfa9d6", rule="#3c2757",
            accent="#ff8fb4", accent_strong="#ffb0ca", accent_ink="#2d0418",
        ),
        pairing="bricolage", radius=10, pill=10,
    ),
    "harbour": Theme(
        label="Harbour",
        about="Clear water and painted steel. Wide and calm, for a company with a plan.",
        day=Palette(
            paper="#f8fafb", wash="#e6eff2", ink="#0d2230", ink_muted="#4a6270", rule="#cfdde2",
            accent="#0b6178", accent_strong="#074859", accent_ink="#ffffff",
        ),
        night=Palette(
            paper="#0a1822", wash="#12242f", ink="#e6f1f5", ink_muted="#9bb5c0", rule="#264050",
            accent="#6fd0e0", accent_strong="#98e0ec", accent_ink="#04222b",
        ),
        pairing="archivo", radius=8, pill=8,
    ),
}  # fmt: skip


def theme_css() -> str:
    """The tokens of all themes as custom properties of `[data-theme=…]`."""
    return "\n".join(
        rules(
            f'[data-theme="{name}"]',
            colours(theme.day) | letters(theme.type) | corners(theme.radius, theme.pill),
            colours(theme.night),
        )
        for name, theme in THEMES.items()
    )


def rules(selector: str, day: dict[str, object], night: dict[str, object]) -> str:
    """Custom properties as CSS; `night` holds where the visitor's device is dark."""
    after_dark = f"@media (prefers-color-scheme:dark){{{selector}{{{_declarations(night)}}}}}"
    return f"{selector}{{{_declarations(day)}}}\n{after_dark if night else ''}"


def colours(palette: Palette) -> dict[str, object]:
    values = {field.name: getattr(palette, field.name) for field in fields(palette)}
    return {name.replace("_", "-"): value for name, value in values.items() if value}


def letters(type_: Pairing) -> dict[str, object]:
    return {
        "display": type_.display,
        "body": type_.body,
        "display-weight": type_.display_weight,
        "display-width": type_.display_width,
        "tracking": type_.tracking,
        "hero-size": f"{type_.hero_size}rem",
    }


def corners(radius: int, pill: int) -> dict[str, object]:
    return {"radius": f"{radius}px", "pill": f"{pill}px"}


def _declarations(values: dict[str, object]) -> str:
    return "".join(f"--{name}:{value};" for name, value in values.items())
