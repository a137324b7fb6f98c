"""Writes an archive: the same site gives the same bytes, the manifest's time apart."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from app.modules.core.archive import Archived
from app.modules.core.disk import disk_errors
from app.modules.transfer.archive.format import MANIFEST, MIB, Manifest, ManifestFile

# Beyond this a zip's numbers need their longer form, which is to be known beforehand.
_LONG: Final = 2**31 - 1


class Pack:
    def __init__(self, path: Path) -> None:
        with disk_errors():
            self._zip = ZipFile(path, "x")
        self._files: list[ManifestFile] = []
        self.counts: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with disk_errors():
            self._zip.close()

    def document(self, name: str, value: object) -> None:
        with self._member(name, long=False) as write:
            write(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n")

    @contextmanager
    def lines(self, name: str) -> Iterator[Callable[[Archived], None]]:
        """A list; what it gives writes one line, and counts it."""
        stem = name.partition(".")[0]
        self.counts[stem] = 0
        with self._member(name, long=True) as write:

            def line(one: Archived) -> None:
                write(one_line(one.as_json()))
                self.counts[stem] += 1

            yield line

    async def copy(self, source: Path, name: str, size: int) -> str:
        """A file of the library as it is; the SHA-256 that it turned out to have."""
        with disk_errors(), source.open("rb") as file, self._member(name, long=size > _LONG, pack=False) as write:
            while piece := await asyncio.to_thread(file.read, MIB):
                await asyncio.to_thread(write, piece)
        return self._files[-1].sha256

    def finish(self, manifest: Manifest) -> None:
        """As the last one; it lists all others."""
        manifest = manifest.model_copy(update={"files": self._files, "counts": self.counts})
        self.document(MANIFEST, manifest.as_json())

    @contextmanager
    def _member(self, name: str, *, long: bool, pack: bool = True) -> Iterator[Callable[[bytes], None]]:
        info = ZipInfo(name)
        info.compress_type = ZIP_DEFLATED if pack else ZIP_STORED
        info.external_attr = 0o644 << 16
        digest, size = hashlib.sha256(), 0
        with disk_errors():
            target: IO[bytes] = self._zip.open(info, "w", force_zip64=long)

        def write(piece: bytes) -> None:
            nonlocal size
            with disk_errors():
                target.write(piece)
            digest.update(piece)
            size += len(piece)

        try:
            yield write
        finally:
            with disk_errors():
                target.close()
        self._files.append(ManifestFile(name=name, bytes=size, sha256=digest.hexdigest()))


def one_line(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
