"""What the disk says, in our words."""

import errno
import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.modules.core.errors import AppError

log = logging.getLogger(__name__)


@contextmanager
def disk_errors() -> Iterator[None]:
    """Raises media_full, media_storage; what the disk said is in the log."""
    try:
        yield
    except OSError as error:
        log.warning("a file could not be stored", exc_info=True)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise AppError("media_full", "The disk is full. Nothing was kept of this file.") from error
        raise AppError("media_storage") from error


def remove_path(path: Path) -> None:
    """A file, or a folder with all that is in it. What is gone already is no error; what cannot be removed is
    in the log, and left to the next sweep."""
    if path.is_dir():
        shutil.rmtree(path, onexc=_not_removed)
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        _not_removed(None, str(path), error)


def _not_removed(_: object, path: str, error: BaseException) -> None:
    if not isinstance(error, FileNotFoundError):
        log.warning("a file could not be removed yet", extra={"path": path}, exc_info=error)
