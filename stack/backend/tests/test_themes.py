"""Every theme can be read, by day and by night."""

import re

import pytest

from app.modules.site.rendering import STYLE
from app.modules.site.themes import DEFAULT_THEME, THEMES, Palette
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
