"""Reads an archive, and only one that is whole: nothing is brought in from any other."""

import asyncio
import hashlib
import json
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zipfile import BadZipFile, ZipFile

from pydantic import ValidationError

from app.modules.core.archive import Archived
from app.modules.core.disk import disk_errors
from app.modules.core.errors import AppError
from app.modules.transfer.archive.format import (
    FORMAT,
    LARGEST_DOCUMENT,
    LONGEST_LINE,
    MANIFEST,
    MEDIA,
    MIB,
    REQUIRED,
    VERSION,
    Manifest,
    ManifestFile,
    largest,
)
from app.modules.transfer.archive.zips import open_zip

type Progress = Callable[[int, int], Awaitable[None]]


class Box:
    """An open archive. Its manifest is read and fits its files; what they hold, `check` looks at."""

    def __init__(self, opened: ZipFile) -> None:
        self._zip = opened
        self.manifest = self._manifest()
        self._require_complete()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Raises transfer_invalid."""
        opened = open_zip(path)
        try:
            return cls(opened)
        except BaseException:
            opened.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    async def check(self, progress: Progress) -> None:
        """Hold every file against its checksum. Raises transfer_invalid."""
        total, done = sum(file.bytes for file in self.manifest.files), 0
        for file in self.manifest.files:
            digest = hashlib.sha256()
            async for piece in self._pieces(file.name):
                digest.update(piece)
                done += len(piece)
                await progress(done, total)
            if digest.hexdigest() != file.sha256:
                raise _invalid(f"{file.name} is not what its checksum says: the file is damaged or was changed.")

    def document(self, name: str) -> Any:
        """Raises transfer_invalid."""
        return _parsed(self._read(name, LARGEST_DOCUMENT), name)

    def lines[Line: Archived](self, name: str, kind: type[Line]) -> Iterator[Line]:
        """Of a list that need not be there. Raises transfer_invalid with the line's number."""
        if name not in self._zip.NameToInfo:
            return
        with self._zip.open(name) as file:
            number = 0
            while line := file.readline(LONGEST_LINE + 1):
                number += 1
                where = f"{name}, line {number}"
                if len(line) > LONGEST_LINE:
                    raise _invalid(f"{where} is too long.")
                yield validated(kind, _parsed(line, where), where)

    async def extract(self, name: str, target: Path) -> None:
        """Raises transfer_invalid, media_full, media_storage."""
        with disk_errors(), target.open("wb") as file:
            async for piece in self._pieces(name):
                await asyncio.to_thread(file.write, piece)

    def size(self, name: str) -> int | None:
        info = self._zip.NameToInfo.get(name)
        return info.file_size if info else None

    async def _pieces(self, name: str) -> AsyncIterator[bytes]:
        try:
            with self._zip.open(name) as file:
                while piece := await asyncio.to_thread(file.read, MIB):
                    yield piece
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise _invalid(f"{name} is damaged.") from error

    def _read(self, name: str, most: int) -> bytes:
        try:
            with self._zip.open(name) as file:
                content = file.read(most + 1)
        except (KeyError, BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise _invalid(f"{name} is missing or damaged.") from error
        if len(content) > most:
            raise _invalid(f"{name} is too large.")
        return content

    def _manifest(self) -> Manifest:
        told = _parsed(self._read(MANIFEST, LARGEST_DOCUMENT), MANIFEST)
        if not isinstance(told, dict) or told.get("format") != FORMAT:
            raise _invalid("It is not an export of such a site.")
        if told.get("version") != VERSION:
            raise _invalid(
                f"It is in version {str(told.get('version'))[:20]} of the format, and this release reads version "
                f"{VERSION}. Export it with a release like this one, or bring this site up to date."
            )
        return validated(Manifest, told, MANIFEST)

    def _require_complete(self) -> None:
        """What the manifest lists is there in that size, and nothing else is."""
        listed: dict[str, ManifestFile] = {file.name: file for file in self.manifest.files}
        if len(listed) != len(self.manifest.files):
            raise _invalid(f"{MANIFEST} lists a file twice.")
        if lacking := sorted(REQUIRED - listed.keys()):
            raise _invalid(f"{lacking[0]} is missing.")
        there = {info.filename: info for info in self._zip.infolist() if not info.is_dir()}
        if strange := sorted(there.keys() - listed.keys() - {MANIFEST}):
            raise _invalid(f"It holds {strange[0][:80]!r}, which its manifest does not list.")
        for name, file in listed.items():
            most = largest(name)
            if most is None:
                raise _invalid(f"{MANIFEST} lists {name[:80]!r}, which no export has.")
            if name not in there:
                raise _invalid(f"{name} is missing.")
            if there[name].file_size != file.bytes:
                raise _invalid(f"{name} has another size than it should: the file is damaged or was changed.")
            if file.bytes > most:
                raise _invalid(f"{name} is too large.")
            content = MEDIA.fullmatch(name)
            if content and content[1] != file.sha256:
                raise _invalid(f"{name} is not called by its content.")


def validated[Model: Archived](kind: type[Model], value: object, where: str) -> Model:
    """Raises transfer_invalid, which says where and what."""
    try:
        return kind.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise _invalid(f"{where}: {place}: {str(first['msg']).removeprefix('Value error, ')}.") from error


def _parsed(content: bytes, where: str) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _invalid(f"{where} cannot be read.") from error


def _invalid(why: str) -> AppError:
    return AppError("transfer_invalid", why)
