"""A post's content as the rich text that is kept here. Pure.

However it was written, in the classic editor, in blocks or by a plugin, it becomes HTML first, then a
tree, and is written anew from what a text here may hold. Addresses that lead to something of the old site
stay marks (see `addresses`). The result is sanitised like every other text when it is saved.
"""

import re
from dataclasses import dataclass
from typing import Final

from app.modules.transfer.wordpress import shortcodes
from app.modules.transfer.wordpress.autop import autop
from app.modules.transfer.wordpress.blocks import has_blocks, without_comments
from app.modules.transfer.wordpress.known import Known
from app.modules.transfer.wordpress.nodes import parse, to_html, words
from app.modules.transfer.wordpress.notes import Loss, Notes
from app.modules.transfer.wordpress.writing import MORE, Writer

_MORE: Final = re.compile(r"<!--more\b[^>]{0,500}?-->", re.IGNORECASE)
_NEXT_PAGE: Final = re.compile(r"<!--nextpage-->", re.IGNORECASE)
# An address alone in its line is shown as what it leads to.
_ALONE: Final = re.compile(r"^[ \t]*(https?://[^\s<>\"\[\]]{4,2000})[ \t\r]*$", re.MULTILINE)
# What the tree never sees.
_LOST: Final[tuple[tuple[re.Pattern[str], Loss], ...]] = (
    (re.compile(r"<script\b", re.IGNORECASE), "script"),
    (re.compile(r"<form\b", re.IGNORECASE), "form"),
    (re.compile(r"<(?:svg|math|canvas)\b", re.IGNORECASE), "drawing"),
)


@dataclass(frozen=True, slots=True)
class Body:
    """`teaser` is the text before its "read more" in plain words; `notes` are sentences."""

    html: str
    teaser: str
    notes: list[str]


def convert(content: str, known: Known, post_id: int) -> Body:
    notes = Notes()
    for pattern, loss in _LOST:
        notes.add(loss, len(pattern.findall(content)))
    text = _MORE.sub(f'\n\n<hr class="{MORE}">\n\n', content)
    text, breaks = _NEXT_PAGE.subn("\n\n<hr>\n\n", text)
    notes.add("pages", breaks)
    text = shortcodes.expand(text, lambda: known.pictures_of(post_id))
    if has_blocks(text):
        plain = without_comments(text)
        notes.name("filled", plain.filled)
        html = plain.html
    else:
        html = autop(_ALONE.sub(lambda found: shortcodes.embed(found.group(1)), text))
    writer = Writer(known, notes)
    written = writer.blocks(parse(html))
    notes.name("shortcode", shortcodes.others(words(written)))
    return Body(to_html(written), writer.teaser, notes.sentences())
