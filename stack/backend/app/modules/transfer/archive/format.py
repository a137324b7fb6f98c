"""What an archive is made of, and how large it may be. Pure."""

import re
from typing import Annotated, Final, Literal

from pydantic import AwareDatetime, Field

from app.modules.content.archive import ArchivedEntry
from app.modules.core.archive import Archived
from app.modules.publishing.archive import ArchivedPublic

FORMAT: Final = "freehold-site"
VERSION: Final = 1

MANIFEST: Final = "manifest.json"
SITE: Final = "site.json"
DESIGN: Final = "design.json"
TYPES: Final = "types.json"
TERMS: Final = "terms.json"
FOLDERS: Final = "folders.json"
FILES: Final = "media.jsonl"
ENTRIES: Final = "entries.jsonl"
REVISIONS: Final = "revisions.jsonl"
REDIRECTS: Final = "redirects.jsonl"
DOCUMENTS: Final = (SITE, DESIGN, TYPES, TERMS, FOLDERS)
LISTS: Final = (FILES, ENTRIES, REVISIONS, REDIRECTS)
REQUIRED: Final = frozenset({*DOCUMENTS, FILES, ENTRIES, REDIRECTS})
MEDIA: Final = re.compile(r"media/([0-9a-f]{64})\.[a-z0-9]{1,8}")

MIB: Final = 1024 * 1024
# A document is read at once, a list line by line.
LARGEST_DOCUMENT: Final = 8 * MIB
LARGEST_LIST: Final = 1024 * MIB
LONGEST_LINE: Final = 4 * MIB


class ManifestFile(Archived):
    name: Annotated[str, Field(max_length=120)]
    bytes: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Manifest(Archived):
    """`release` and `site` say where it came from, for people."""

    format: Literal["freehold-site"]
    version: int
    release: Annotated[str, Field(max_length=200)] = ""
    site: Annotated[str, Field(max_length=300)] = ""
    made_at: AwareDatetime
    counts: dict[str, int] = Field(default_factory=dict)
    files: list[ManifestFile]


class EntryLine(ArchivedEntry):
    """An entry, and what visitors see of it."""

    public: ArchivedPublic | None = None


def largest(name: str) -> int | None:
    """How many bytes a file of this name may have; None when there is no such one in an archive. What of
    the library fits is decided when it is brought in."""
    if name in DOCUMENTS:
        return LARGEST_DOCUMENT
    if name in LISTS:
        return LARGEST_LIST
    return 100 * MIB if MEDIA.fullmatch(name) else None
