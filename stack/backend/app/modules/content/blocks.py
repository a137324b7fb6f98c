"""What a page can be laid out with: the kinds of blocks and what each holds. Pure.

Of a draft any part may still be missing; what is required is needed for publishing. Titles are plain,
only `text` of a text block is HTML. A picture whose `alt` is '' says nothing that the words do not.
"""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from app.modules.content.fields import Field, leaves
from app.modules.content.values import is_id

MOST_BLOCKS: Final = 100
MOST_PICTURES: Final = 60
MOST_POSTS: Final = 12

_TITLE: Final = Field("title", "text", maximum=200)
_WORDS: Final = Field("text", "text", maximum=600)
_PICTURE: Final = Field("picture", "media", required=True)
_ALT: Final = Field("alt", "text", maximum=300)
_CAPTION: Final = Field("caption", "text", maximum=300)
_LINK: Final = (
    Field("label", "text", required=True, maximum=60),
    Field("to", "link", required=True),
)
_LINKS: Final = Field("links", "rows", parts=_LINK, maximum=2)
_HOURS: Final = (
    Field("days", "text", required=True, maximum=60),
    Field("times", "text", required=True, maximum=100),
)

BLOCKS: Final[Mapping[str, tuple[Field, ...]]] = {
    "hero": (
        _TITLE,
        _WORDS,
        Field("picture", "media"),
        _ALT,
        Field("layout", "choice", choices=("below", "beside"), default="below"),
        _LINKS,
    ),
    "text": (Field("text", "richtext", required=True),),
    "image": (
        _PICTURE,
        _ALT,
        _CAPTION,
        Field("width", "choice", choices=("text", "wide", "full"), default="wide"),
    ),
    "gallery": (
        _TITLE,
        Field("pictures", "rows", required=True, maximum=MOST_PICTURES, parts=(_PICTURE, _ALT, _CAPTION)),
    ),
    "quote": (
        Field("text", "text", required=True, maximum=1000),
        Field("by", "text", maximum=120),
        Field("about", "text", maximum=200),
    ),
    "action": (
        Field("title", "text", required=True, maximum=200),
        _WORDS,
        Field("links", "rows", required=True, parts=_LINK, maximum=2),
    ),
    "posts": (
        _TITLE,
        Field("count", "number", minimum=1, maximum=MOST_POSTS, default=3),
        Field("category", "term"),
        Field("layout", "choice", choices=("cards", "list"), default="cards"),
    ),
    "contact": (
        _TITLE,
        Field("address", "text", maximum=400),
        Field("email", "email"),
        Field("phone", "phone"),
        Field("map", "web"),
        Field("hours", "rows", parts=_HOURS, maximum=14),
    ),
}
BLOCKS_FIELD: Final = Field("blocks", "blocks", "Blocks", blocks=BLOCKS, maximum=MOST_BLOCKS)


def filled(block: Mapping[str, Any]) -> dict[str, Any]:
    """A block with every part of its kind: what it does not say is as a new one has it, or empty."""
    return {"kind": block["kind"], **_with_all(BLOCKS[block["kind"]], block)}


def entry_linked(to: str) -> UUID | None:
    """The entry that a link leads to; None for an address."""
    return UUID(to) if is_id(to) else None


def block_words(data: Mapping[str, Any]) -> str:
    """What the blocks in `data` say, rich text as HTML."""
    said = (leaf.value for leaf in leaves([BLOCKS_FIELD], data) if leaf.kind in ("text", "richtext"))
    return " ".join(said)


def _with_all(fields: tuple[Field, ...], given: Mapping[str, Any]) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    for field in fields:
        value = given.get(field.key)
        if field.kind == "rows":
            whole[field.key] = [_with_all(field.parts, row) for row in value or []]
        elif value is None:
            whole[field.key] = "" if field.default is None else field.default
        else:
            whole[field.key] = value
    return whole
