"""The site's icon, unless it has one of its own: the first letter of its title in its colour, told whole by
its address."""

import re
from html import escape
from typing import Final
from urllib.parse import quote

from app.modules.site.colours import text_on
from app.modules.site.themes import DEFAULT_THEME, THEMES

ICON_ROUTE = "/_site/icon/{theme}/{letter}.svg"
# A theme, or one with a colour that was chosen for it.
_LOOK: Final = re.compile(r"([a-z]+)(?:-([0-9a-f]{6}))?")
_LARGEST_CORNER: Final = 10


def icon_path(theme: str = DEFAULT_THEME, title: str = "", accent: str | None = None) -> str:
    """Where the icon is; a title without a letter has a dot."""
    first = next((char for char in title if char.isalnum()), "·")
    look = f"{theme}-{accent.removeprefix('#')}" if accent else theme
    return f"/_site/icon/{look}/{quote(first.upper()[0])}.svg"


def icon_svg(look: str, letter: str) -> str | None:
    """The icon, or None where no title leads to this address."""
    found = _LOOK.fullmatch(look)
    if found is None or found[1] not in THEMES:
        return None
    accent = f"#{found[2]}" if found[2] else None
    if icon_path(found[1], letter, accent) != f"/_site/icon/{look}/{quote(letter)}.svg":
        return None
    theme = THEMES[found[1]]
    ground = accent or theme.day.accent
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="{min(_LARGEST_CORNER, theme.radius)}" fill="{ground}"/>'
        f'<text x="16" y="23" text-anchor="middle" font-family="{escape(theme.type.display)}" font-size="20"'
        f' font-weight="{theme.type.display_weight}" fill="{text_on(ground, theme.day.accent_ink)}">{escape(letter)}</text></svg>'
    )
