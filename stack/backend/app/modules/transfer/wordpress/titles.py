"""Titles, summaries and addresses of WordPress's posts as they can stand here. Pure."""

import re
import unicodedata
from html import unescape
from typing import Final
from urllib.parse import unquote

from app.modules.content.slugs import slug_from_title

LONGEST_TITLE: Final = 200
LONGEST_SUMMARY: Final = 300
_FIRST_WORDS: Final = 60
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,1000}>|<!--.{0,2000}?-->", re.DOTALL)
# Shown in the place of a title they would be read aloud.
_CODES: Final = re.compile(r"\[/?[a-z][\w-]*[^\[\]]{0,300}\]")


def plain(text: str) -> str:
    """In one line, without markup."""
    words = " ".join(unescape(_TAG.sub("", text)).split())
    return "".join(c for c in words if unicodedata.category(c) not in ("Cc", "Cs"))


def title_of(title: str, content: str) -> tuple[str, bool]:
    """The title, and whether it had to be made of the first words of the text."""
    if said := plain(title):
        return shortened(said, LONGEST_TITLE), False
    words = plain(_CODES.sub("", _TAG.sub(" ", content[:5000])))
    return shortened(words, _FIRST_WORDS) or "Without a title", True


def shortened(text: str, longest: int) -> str:
    """At most so many characters, ending with a whole word where it can."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def slug_of(given: str, title: str, kind: str, number: int, *, reserved: bool) -> str:
    """The nearest address that can be one here. Of one that has no letter of ours the kind and number are
    its name: “2” would be all that is left of “επίπεδο-2”."""
    wanted = unquote(given) or title
    slug = slug_from_title(wanted.replace("_", "-"), reserved=reserved)
    spelled = any(letter.isascii() and letter.isalpha() for letter in wanted)
    foreign = any(letter.isalpha() and not letter.isascii() for letter in wanted)
    if foreign and not spelled and not re.search("[a-z]", slug.removesuffix("-page").replace("page", "")):
        return f"{kind}-{number}"
    return slug


