"""A zip with an export and the uploads folder beside it. Pure but for reading the file."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self
from zipfile import BadZipFile, ZipInfo
from zlib import error as BadDeflate

from app.modules.core.disk import disk_errors
from app.modules.transfer.archive.zips import open_zip
from app.modules.transfer.wordpress.addresses import upload_path
from app.modules.transfer.wordpress.wxr import NotReadable, is_wxr

# Bytes that tell what an XML file is.
HEAD_BYTES: Final = 16 * 1024
_CHUNK: Final = 256 * 1024
# What other systems put beside every file.
_BESIDE: Final = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$)")


class Package:
    """An open zip. Nothing in it is written anywhere under the name that it has there."""

    def __init__(self, path: Path) -> None:
        """Raises transfer_invalid."""
        self._zip = open_zip(path)
        self._files = [one for one in self._zip.infolist() if not one.is_dir() and not _BESIDE.search(one.filename)]
        self._uploads = _uploads(self._files)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def holds_export(self) -> bool:
        return bool(self._exports())

    @contextmanager
    def export(self) -> Iterator[IO[bytes]]:
        """The one export in it, to be read once. Raises NotReadable."""
        exports = self._exports()
        if not exports:
            raise NotReadable("There is no export of WordPress in the zip.")
        if len(exports) > 1:
            names = ", ".join(one.filename for one in exports[:3])
            raise NotReadable(f"There is more than one export in the zip: {names}. Import one at a time.")
        with self._opened(exports[0]) as file:
            yield file

    def uploads(self) -> list[tuple[str, int]]:
        """Path below the uploads folder and bytes of each file beside the export."""
        return [(path, one.file_size) for path, one in self._uploads.items()]

    def extract(self, path: str, target: Path, most: int) -> None:
        """Write one file of the uploads folder to `target`. Raises NotReadable for one with more than `most`
        bytes, whatever the zip says of it; media_full, media_storage."""
        written = 0
        with self._opened(self._uploads[path]) as file, disk_errors(), target.open("wb") as output:
            while piece := file.read(_CHUNK):
                written += len(piece)
                if written > most:
                    raise NotReadable("It is larger than a file here may be.")
                output.write(piece)

    def _exports(self) -> list[ZipInfo]:
        return [one for one in self._files if one.filename.lower().endswith(".xml") and self._is_export(one)]

    def _is_export(self, one: ZipInfo) -> bool:
        try:
            with self._opened(one) as file:
                return is_wxr(file.read(HEAD_BYTES))
        except NotReadable:
            return False

    @contextmanager
    def _opened(self, one: ZipInfo) -> Iterator[IO[bytes]]:
        try:
            with self._zip.open(one) as file:
                yield file
        except (BadZipFile, BadDeflate, EOFError):
            raise NotReadable(f"“{one.filename[:100]}” in the zip cannot be read.") from None


def _uploads(files: Iterable[ZipInfo]) -> dict[str, ZipInfo]:
    """By path below the uploads folder; of two of the same name the first."""
    found: dict[str, ZipInfo] = {}
    for one in files:
        name = one.filename
        path = upload_path(f"/{name}") or re.sub(r"^(?:.*/)?uploads/", "", name)
        if path and not name.lower().endswith(".xml"):
            found.setdefault(path, one)
    return found
