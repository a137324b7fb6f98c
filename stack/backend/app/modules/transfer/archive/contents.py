"""All that an archive says, read once before any of it is brought in: what cannot be understood is refused
as a whole."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import batched
from typing import Any, Final
from uuid import UUID

from app.modules.content.schemas import ArchivedTerm, TypeInput
from app.modules.core.archive import Archived, Writer
from app.modules.core.errors import AppError
from app.modules.media.archive import ArchivedFile, ArchivedFolder
from app.modules.publishing.archive import ArchivedRedirect
from app.modules.revisions.archive import ArchivedRevision
from app.modules.site.archive import ArchivedDesign, ArchivedSite
from app.modules.transfer.archive import format as parts
from app.modules.transfer.archive.format import EntryLine
from app.modules.transfer.archive.unpacking import Box, validated

_AT_ONCE: Final = 100
_MOST_ENTRIES: Final = 50_000


class _Type(TypeInput, Archived):
    pass


class _Term(ArchivedTerm, Archived):
    pass


@dataclass(slots=True)
class Contents:
    """What there is little of; lists are read again, line by line."""

    site: ArchivedSite
    design: ArchivedDesign
    types: Sequence[TypeInput]
    terms: Sequence[ArchivedTerm]
    folders: Sequence[ArchivedFolder]
    # Each entry's type, by its id in the archive.
    entries: dict[UUID, str] = field(default_factory=dict)
    writers: dict[str, Writer] = field(default_factory=dict)
    files: int = 0


async def read_contents(box: Box) -> Contents:
    """Raises transfer_invalid."""
    contents = Contents(
        validated(ArchivedSite, box.document(parts.SITE), parts.SITE),
        validated(ArchivedDesign, box.document(parts.DESIGN), parts.DESIGN),
        [validated(_Type, one, parts.TYPES) for one in _items(box, parts.TYPES)],
        [validated(_Term, one, parts.TERMS) for one in _items(box, parts.TERMS)],
        [validated(ArchivedFolder, one, parts.FOLDERS) for one in _items(box, parts.FOLDERS)],
    )
    async for entry in _calmly(box.lines(parts.ENTRIES, EntryLine)):
        if entry.id in contents.entries or len(contents.entries) >= _MOST_ENTRIES:
            raise AppError("transfer_invalid", f"{parts.ENTRIES} has an entry twice, or too many of them.")
        contents.entries[entry.id] = entry.type
        _note_writer(contents, entry.author)
    async for revision in _calmly(box.lines(parts.REVISIONS, ArchivedRevision)):
        _note_writer(contents, revision.author)
    async for _ in _calmly(box.lines(parts.REDIRECTS, ArchivedRedirect)):
        pass
    async for file in _calmly(box.lines(parts.FILES, ArchivedFile)):
        if box.size(f"media/{file.stored_as}") != file.bytes:
            raise AppError("transfer_invalid", f"The content of “{file.name}” is missing.")
        contents.files += 1
        _note_writer(contents, file.uploader)
    return contents


def _items(box: Box, name: str) -> list[Any]:
    found = box.document(name)
    if not isinstance(found, list):
        raise AppError("transfer_invalid", f"{name} is not a list.")
    return found


async def _calmly[Line: Archived](lines: Iterator[Line]) -> AsyncIterator[Line]:
    """Some at a time, so that visitors are answered in between."""
    for some in batched(lines, _AT_ONCE):
        for one in some:
            yield one
        await asyncio.sleep(0)


def _note_writer(contents: Contents, writer: Writer | None) -> None:
    if writer is not None and writer.email:
        contents.writers.setdefault(writer.email.lower(), writer)
