"""The volume that files lie on. Knows no database.

    incoming/<random>/            an upload or a picture under way; gone when it is over
    files/<sha256>.<extension>    the files, by their content
    public/<id>/original.<extension> → ../../files/…, and <size>.webp: what nginx serves

nginx finds a file by its id alone, and no name that a person chose is ever one on the disk.
"""

import os
import secrets
import time
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from uuid import UUID

from app.modules.core.disk import disk_errors, remove_path

# Seconds after which nothing is under way any more.
ABANDONED: Final = 3600.0


class Store:
    def __init__(self, root: Path) -> None:
        self._incoming = root / "incoming"
        self._files = root / "files"
        self._public = root / "public"

    def original(self, sha256: str, extension: str) -> Path:
        return self._files / f"{sha256}.{extension}"

    def size(self, media_id: UUID, name: str) -> Path:
        return self._public / str(media_id) / f"{name}.webp"

    @contextmanager
    def workspace(self) -> Iterator[Path]:
        """A folder that is removed with whatever is in it. Raises media_full, media_storage."""
        folder = self._incoming / secrets.token_hex(16)
        with disk_errors():
            folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            remove_path(folder)

    def install(
        self, media_id: UUID, source: Path, sha256: str, extension: str, sizes: Sequence[Path]
    ) -> None:
        """Put a file and sizes of it in their place. Raises media_full, media_storage."""
        try:
            with disk_errors():
                self._files.mkdir(exist_ok=True)
                source.rename(self.original(sha256, extension))
                self.link(media_id, sha256, extension)
                for size in sizes:
                    size.rename(self._public / str(media_id) / size.name)
        except BaseException:
            self.remove(media_id, sha256, extension)
            raise

    def link(self, media_id: UUID, sha256: str, extension: str) -> None:
        """Let nginx find a file by its id; also for one that came back from a backup."""
        link = self._public / str(media_id) / f"original.{extension}"
        with disk_errors():
            link.parent.mkdir(parents=True, exist_ok=True)
            try:
                link.symlink_to(Path("../../files") / f"{sha256}.{extension}")
            except FileExistsError:
                pass

    def add_size(self, source: Path, target: Path) -> None:
        """Put a size beside its picture. Raises media_full, media_storage."""
        with disk_errors():
            target.parent.mkdir(parents=True, exist_ok=True)
            source.rename(target)

    def drop_crops(self, media_id: UUID) -> None:
        """They are made anew around another focal point when somebody asks."""
        for crop in (self._public / str(media_id)).glob("*x*.webp"):
            crop.unlink(missing_ok=True)

    def remove(self, media_id: UUID, sha256: str, extension: str) -> None:
        """What is gone already is no error; what cannot be removed is left to `sweep`."""
        remove_path(self._public / str(media_id))
        remove_path(self.original(sha256, extension))

    def remove_content(self, sha256: str, extension: str) -> None:
        """The same for a file whose id nobody knows any more."""
        original = self.original(sha256, extension)
        for link in self._public.glob(f"*/original.{extension}"):
            if link.readlink().name == original.name:
                remove_path(link.parent)
        remove_path(original)

    def left_overs(self, now: float | None = None) -> Iterator[Path]:
        """What is old enough to belong to a row, if to anything."""
        before = (now or time.time()) - ABANDONED
        for folder in (self._incoming, self._files, self._public):
            for entry in os.scandir(folder) if folder.is_dir() else ():
                if entry.stat(follow_symlinks=False).st_mtime < before:
                    yield Path(entry.path)

    def sweep(self, candidates: Sequence[Path], known: Set[str]) -> int:
        """Remove those of `candidates` whose id or hash is not `known`; how many."""
        unknown = [path for path in candidates if path.parent == self._incoming or path.stem not in known]
        for path in unknown:
            remove_path(path)
        return len(unknown)
