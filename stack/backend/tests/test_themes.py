"""Every theme can be read, by day and by night, and whatever a client makes of one."""

import random
import re

import pytest

from app.modules.site.colours import parse
from app.modules.site.palettes import Palette, by_day, by_night
from app.modules.site.rendering import STYLE
from app.modules.site.themes import DEFAULT_THEME, THEMES
from tests.support import Browser


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


PALETTES = [
    pytest.param(palette, id=f"{name}-{when}")
    for name, theme in THEMES.items()
    for when, palette in (("day", theme.day), ("night", theme.night))
]


@pytest.mark.parametrize("palette", PALETTES)
def test_text_stands_out_from_what_it_stands_on(palette: Palette) -> None:
    for ground in (palette.paper, palette.wash):
        for text in (palette.ink, palette.ink_muted, palette.accent, palette.accent_strong):
            assert contrast(text, ground) >= 4.5, (text, ground)
    for ground in (palette.accent, palette.accent_strong):
        assert contrast(palette.accent_ink, ground) >= 4.5, ground
    for ground in filter(None, (palette.fill, palette.fill_strong)):
        assert contrast(palette.fill_ink, ground) >= 4.5, ground


def test_text_stands_out_whatever_colours_somebody_chooses() -> None:
    chance = random.Random(7)

    def colour() -> str | None:
        return f"#{chance.randrange(1 << 24):06x}" if chance.random() < 0.8 else None

    greys = [f"#{level:02x}{level:02x}{level:02x}" for level in range(0, 256, 5)]
    cases = [(colour(), colour(), colour()) for _ in range(400)] + [(grey, grey, grey) for grey in greys]
    for number, (paper, ink, accent) in enumerate(cases):
        theme = list(THEMES.values())[number % len(THEMES)]
        day, _ = by_day(theme.day, paper, ink, accent)
        test_text_stands_out_from_what_it_stands_on(day)
        test_text_stands_out_from_what_it_stands_on(by_night(theme.night, day, paper, ink, accent))


def test_a_colour_that_can_be_read_stays_as_it_is_and_another_is_told_of() -> None:
    base = THEMES["paper"].day
    palette, adjusted = by_day(base, "#ffffff", "#222222", "#0a5c36")
    assert (palette.paper, palette.ink, palette.accent, adjusted) == ("#ffffff", "#222222", "#0a5c36", [])
    palette, (yellow,) = by_day(base, "#ffffff", "#222222", "#ffcc00")
    assert (yellow.token, yellow.asked, yellow.used) == ("accent", "#ffcc00", palette.accent)
    assert yellow.contrast < 4.5 <= contrast(palette.accent, "#ffffff")
    assert palette.fill == "#ffcc00", "a button may be yellow; its words are dark"
    assert by_day(base, None, None, None) == (base, [])


@pytest.mark.parametrize(
    "value",
    ["", "red", "#12", "#1234", "#12345g", "123456", "#123456;", "#fff}body{", "rgb(0,0,0)", "var(--x)", "url(//x)", "#１２３"],
)
def test_a_colour_is_a_colour(value: str) -> None:
    with pytest.raises(ValueError, match="must be a colour"):
        parse(value)
    assert parse(" #ABC ") == "#aabbcc"


def test_the_style_sheet_uses_the_tokens_there_are() -> None:
    style = STYLE.decode()
    for name in THEMES:
        assert f'[data-theme="{name}"]' in style
    used = set(re.findall(r"var\(--([a-z-]+)[),]", style))
    given = set(re.findall(r"--([a-z-]+):", style))
    assert used <= given
    # Colours come from the themes alone.
    assert not re.search(r"#[0-9a-f]{3,8}\b", style.split("@font-face", 1)[1])


async def test_a_theme_is_chosen_in_the_settings(admin: Browser, visitor: Browser) -> None:
    offered = (await admin.get("/api/themes")).json()
    assert [theme["name"] for theme in offered] == list(THEMES)
    assert len(offered) >= 3
    assert f'data-theme="{DEFAULT_THEME}"' in (await visitor.get("/")).text
    site = {"title": "T", "tagline": "", "language": "en", "homePageId": None}
    assert (await admin.put("/api/site", {**site, "theme": "stage"})).json()["theme"] == "stage"
    assert 'data-theme="stage"' in (await visitor.get("/")).text
    # An older admin says nothing of it.
    assert (await admin.put("/api/site", site)).json()["theme"] == "stage"
