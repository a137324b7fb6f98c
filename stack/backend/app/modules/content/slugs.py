"""An entry's part of its address. Pure."""

import re
import unicodedata
from itertools import count
from typing import Final

LONGEST_SLUG: Final = 80
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_UNDECOMPOSED = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ł": "l", "þ": "th"})

# First path segments that web or api answer themselves, and a few that a later release may need.
RESERVED: Final = frozenset(
    {
        "admin", "api", "internal", "livez", "readyz", "healthz", "assets", "static", "media",
        "feed", "rss", "atom", "sitemap", "robots", "favicon", "search", "login", "logout",
        "setup", "account", "preview", "well-known",
    }
)  # fmt: skip


def slug_problem(slug: str, *, reserved: bool = True) -> str | None:
    """Why `slug` cannot be an address; None when it can. Below something else nothing is `reserved`."""
    if not _SLUG.fullmatch(slug):
        return "Use a-z, 0-9 and single hyphens between them."
    if len(slug) > LONGEST_SLUG:
        return f"At most {LONGEST_SLUG} characters."
    if reserved and slug in RESERVED:
        return "This address is reserved."
    return None


def slug_from_title(title: str, *, reserved: bool = True, otherwise: str = "page") -> str:
    """The nearest valid slug; `otherwise` when nothing of the title can be spelled in a-z and 0-9."""
    folded = unicodedata.normalize("NFKD", title.casefold().translate(_UNDECOMPOSED))
    ascii_only = folded.encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only.replace("'", "")).strip("-")
    slug = slug[:LONGEST_SLUG].strip("-") or otherwise
    return f"{slug}-page" if reserved and slug in RESERVED else slug


def first_free(slug: str, taken: set[str]) -> str:
    """`slug`, or the first of slug-2, slug-3 … that nobody has."""
    if slug not in taken:
        return slug
    for number in count(2):
        suffix = f"-{number}"
        candidate = slug[: LONGEST_SLUG - len(suffix)].strip("-") + suffix
        if candidate not in taken:
            return candidate
    raise AssertionError("count() does not end")
