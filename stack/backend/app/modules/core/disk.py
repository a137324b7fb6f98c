"""What the disk says, in our words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from app.modules.core.errors import AppError


@contextmanager
def disk_errors() -> Iterator[None]:
    """Raises media_full, media_storage."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise AppError("media_full", "The disk is full. Nothing was kept of this file.") from error
        raise AppError("media_storage") from error
