"""The site's icon: the first letter of its title in its theme's colours, told whole by its address."""

from html import escape
from urllib.parse import quote

from app.modules.site.themes import DEFAULT_THEME, THEMES

ICON_ROUTE = "/_site/icon/{theme}/{letter}.svg"


def icon_path(theme: str = DEFAULT_THEME, title: str = "") -> str:
    """Where the icon is; a title without a letter has a dot."""
    first = next((char for char in title if char.isalnum()), "·")
    return f"/_site/icon/{theme}/{quote(first.upper()[0])}.svg"


def icon_svg(theme: str, letter: str) -> str | None:
    """The icon, or None where no title leads to this address."""
    if theme not in THEMES or icon_path(theme, letter) != f"/_site/icon/{theme}/{quote(letter)}.svg":
        return None
    look = THEMES[theme]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="{min(10, int(look.radius.removesuffix("px")))}" fill="{look.day.accent}"/>'
        f'<text x="16" y="23" text-anchor="middle" font-family="{escape(look.display)}" font-size="20"'
        f' font-weight="{look.display_weight}" fill="{look.day.accent_ink}">{escape(letter)}</text></svg>'
    )
