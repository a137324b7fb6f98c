"""The block editor's comments, `<!-- wp:name {…} -->`, taken out of a text. Pure.

What most blocks show stands between their comments as HTML. Some are filled in by WordPress whenever
the page is shown; of those there is nothing to bring along but their name.
"""

import re
from dataclasses import dataclass
from typing import Final

from app.modules.transfer.wordpress.autop import autop

_COMMENT: Final = re.compile(
    r"<!--\s+(?P<end>/)?wp:(?P<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)\s+"
    # Of its attributes the editor writes < and > as \u003c and \u003e.
    r"(?P<given>\{[^<>]*\}\s+)?(?P<alone>/)?-->",
    re.IGNORECASE,
)
# They close nothing and are no loss.
_SILENT: Final = frozenset({"spacer", "block", "pattern", "template-part", "post-content"})
# Between their comments there is text as the classic editor keeps it.
_CLASSIC: Final = frozenset({"freeform", "shortcode", "classic"})


@dataclass(frozen=True, slots=True)
class Plain:
    """HTML without comments of blocks; `filled` names those that WordPress would have filled in."""

    html: str
    filled: list[str]


def has_blocks(text: str) -> bool:
    return "<!-- wp:" in text


def without_comments(text: str) -> Plain:
    """What stands between the comments; outside of all blocks its paragraphs are by empty lines."""
    parts: list[str] = []
    filled: set[str] = set()
    depth = 0
    classic = False
    at = 0

    def add(piece: str) -> None:
        parts.append(autop(piece) if depth == 0 or classic else piece)

    for found in _COMMENT.finditer(text):
        add(text[at : found.start()])
        at = found.end()
        name = found["name"].removeprefix("core/")
        if found["alone"]:
            if name not in _SILENT:
                filled.add(name)
        elif found["end"]:
            depth = max(depth - 1, 0)
            classic = False
        else:
            depth += 1
            classic = name in _CLASSIC
    add(text[at:])
    return Plain("".join(parts), sorted(filled))
