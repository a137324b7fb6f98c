"""Paths at which something used to be, here or on another site, as they are kept and looked for. Pure."""

from typing import Annotated, Final
from urllib.parse import quote

from pydantic import Field

LONGEST_PATH: Final = 700

OldPath = Annotated[str, Field(pattern=rf"^/[!-\[\]-~]{{1,{LONGEST_PATH - 1}}}$")]


def old_path(decoded: str) -> str | None:
    """In the one spelling that every other is found by, whatever letters it is of: percent-encoded, without
    a slash at the end. None for what is too long to be kept, and for the home page."""
    path = quote(decoded.rstrip("/"))
    return path if 1 < len(path) <= LONGEST_PATH else None
