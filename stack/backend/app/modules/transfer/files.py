"""Files of jobs on the media volume, beside the library and never served by nginx.

    transfers/<job>.upload   what is to be imported, until that is over
    transfers/<job>.zip      what was exported, for as long as it is kept
    transfers/<job>.work/    what a job needs on its way
"""

import time
from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from uuid import UUID

from app.modules.core.disk import disk_errors, remove_path

# Seconds after which a file without a job is one that a killed process left.
ABANDONED: Final = 6 * 3600.0


class JobFiles:
    def __init__(self, media_path: Path) -> None:
        self._root = media_path / "transfers"

    def upload(self, job_id: UUID) -> Path:
        """Where an upload is written to. Raises media_full, media_storage."""
        with disk_errors():
            self._root.mkdir(exist_ok=True)
        return self._root / f"{job_id}.upload"

    def result(self, job_id: UUID) -> Path:
        return self._root / f"{job_id}.zip"

    def keep_result(self, job_id: UUID, made: Path) -> None:
        with disk_errors():
            made.rename(self.result(job_id))

    @contextmanager
    def workspace(self, job_id: UUID) -> Iterator[Path]:
        """An empty folder, gone afterwards. Raises media_full, media_storage."""
        folder = self._root / f"{job_id}.work"
        with disk_errors():
            remove_path(folder)
            folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            remove_path(folder)

    def remove(self, job_id: UUID) -> None:
        """All there is of a job; what is gone already is no error."""
        for path in self._root.glob(f"{job_id}.*"):
            remove_path(path)

    def sweep(self, known: Container[str], now: float | None = None) -> None:
        """Remove what is old and belongs to none of the `known` jobs."""
        before = (now or time.time()) - ABANDONED
        for path in self._root.glob("*"):
            if path.name.partition(".")[0] not in known and path.lstat().st_mtime < before:
                remove_path(path)
