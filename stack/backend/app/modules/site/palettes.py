"""A whole palette from the three colours that somebody chooses, such that everything can be read. Pure."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from app.modules.site.colours import (
    BLACK,
    READABLE,
    WHITE,
    contrast,
    luminance,
    mix,
    readable,
    stands_out,
    text_on,
    tone,
)

# Below this a ground is dark already, and night changes nothing.
_DARK: Final = 0.18
Chosen = Literal["ink", "accent"]


@dataclass(frozen=True, slots=True)
class Palette:
    """`wash` is the ground of a band that stands out, `accent_ink` is text on `accent`. A button may have a
    `fill` that could not be read as text; without one it has the accent."""

    paper: str
    wash: str
    ink: str
    ink_muted: str
    rule: str
    accent: str
    accent_strong: str
    accent_ink: str
    fill: str = ""
    fill_strong: str = ""
    fill_ink: str = ""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A chosen colour that cannot be read where it would stand: at `contrast`, where READABLE is needed;
    `used` is the nearest that can."""

    token: Chosen
    asked: str
    used: str
    contrast: float


def by_day(
    base: Palette, paper: str | None, ink: str | None, accent: str | None
) -> tuple[Palette, list[Adjustment]]:
    """`base` with the colours that somebody chose, and what had to be made readable for it."""
    palette = _grounds(base, paper or base.paper, ink or base.ink) if paper or ink else base
    if accent or paper or ink:
        palette = _accents(palette, accent or base.accent)
    chosen: list[tuple[Chosen, str, str]] = [
        ("ink", ink or base.ink, palette.ink),
        ("accent", accent or base.accent, palette.accent),
    ]
    return palette, [
        Adjustment(token, asked, used, min(contrast(asked, g) for g in (palette.paper, palette.wash)))
        for token, asked, used in chosen
        if asked != used
    ]


def by_night(
    base: Palette, day: Palette, paper: str | None, ink: str | None, accent: str | None
) -> Palette:
    """The same after dark: what nobody chose stays `base`'s own."""
    if not (paper or ink):
        return _accents(base, accent) if accent else base
    if luminance(day.paper) < _DARK:
        return day
    dark = _grounds(base, tone(day.ink, 0.19, 0.02), tone(day.paper, 0.94, 0.02))
    return _accents(dark, accent or base.accent)


def _grounds(base: Palette, paper: str, ink: str) -> Palette:
    """Paper, ink and what lies between them."""
    wash = mix(paper, ink, 0.06)
    if not any(stands_out(end, (paper, wash)) for end in (BLACK, WHITE)):
        # A ground of middling lightness: a darker band would leave no colour for text on both.
        wash = mix(paper, WHITE if contrast(BLACK, paper) >= READABLE else BLACK, 0.08)
    grounds = (paper, wash)
    ink = readable(ink, grounds)
    return replace(
        base,
        paper=paper,
        wash=wash,
        ink=ink,
        ink_muted=readable(mix(ink, paper, 0.3), grounds),
        rule=mix(paper, ink, 0.16),
    )


def _accents(base: Palette, asked: str) -> Palette:
    grounds = (base.paper, base.wash)
    accent = readable(asked, grounds)
    fill_ink = text_on(asked, base.paper)
    return replace(
        base,
        accent=accent,
        accent_strong=readable(mix(accent, base.ink, 0.3), grounds),
        # What can be read on paper lets paper be read on it.
        accent_ink=base.paper,
        fill=asked,
        # Away from its own text, so that it can still be read.
        fill_strong=mix(asked, BLACK if luminance(fill_ink) > luminance(asked) else WHITE, 0.16),
        fill_ink=fill_ink,
    )
