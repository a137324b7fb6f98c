"""What a file is called: by people, and in its address. Pure."""

import re
import unicodedata
from typing import Final

LONGEST_NAME: Final = 200
_LONGEST_STEM: Final = 80
_UNDECOMPOSED = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ł": "l", "þ": "th"})


def display_name(given: str, extension: str) -> str:
    """The uploader's name for it in one line, without folders; 'file.jpg' when nothing is left."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    visible = "".join(c for c in last if unicodedata.category(c) not in ("Cc", "Cs", "Cf", "Co", "Cn"))
    name = " ".join(visible.split())
    return name[:LONGEST_NAME].strip() or f"file.{extension}"


def address_name(name: str, extension: str) -> str:
    """`name` spelled in a-z, 0-9 and hyphens, with the extension that the content has: never that of
    something else, and never the name of a size."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", name)
    folded = unicodedata.normalize("NFKD", stem.casefold().translate(_UNDECOMPOSED))
    ascii_only = folded.encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:_LONGEST_STEM].strip("-")
    if not slug or re.fullmatch(r"[0-9]+(?:x[0-9]+)?", slug):
        slug = f"file-{slug}".strip("-")
    return f"{slug}.{extension}"

