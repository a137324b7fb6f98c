"""Zip files of strangers, opened without believing them."""

import struct
from pathlib import Path
from typing import Final
from zipfile import _ECD_SIZE, ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, _EndRecData  # type: ignore[attr-defined]

from app.modules.core.errors import AppError

# A zip's directory is read into memory at once; this one lists some fifty thousand files.
LARGEST_DIRECTORY: Final = 8 * 1024 * 1024


def is_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")


def open_zip(path: Path) -> ZipFile:
    """Raises transfer_invalid for one that is damaged, encrypted, or has names that no honest one has."""
    try:
        if _directory_size(path) > LARGEST_DIRECTORY:
            raise AppError("transfer_invalid", "There are more files in it than one site can have.")
        opened = ZipFile(path)
    except (BadZipFile, struct.error, OSError, NotImplementedError, ValueError) as error:
        raise AppError("transfer_invalid", "The file is damaged: it is not a whole zip file.") from error
    try:
        _require_honest(opened)
    except AppError:
        opened.close()
        raise
    return opened


def _require_honest(opened: ZipFile) -> None:
    seen: set[str] = set()
    for info in opened.infolist():
        name = info.filename
        parts = name.rstrip("/").split("/")
        if name.startswith("/") or "\\" in name or ":" in parts[0] or {"..", ".", ""} & set(parts):
            raise AppError("transfer_invalid", f"It holds a file whose name leads out of it: {name[:80]!r}.")
        if name in seen:
            raise AppError("transfer_invalid", f"It holds two files of one name: {name[:80]!r}.")
        if info.flag_bits & 0x1:
            raise AppError("transfer_invalid", "It is encrypted. Save it without a password.")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise AppError("transfer_invalid", f"{name[:80]!r} is packed in a way that is not read here.")
        seen.add(name)


def _directory_size(path: Path) -> int:
    """In bytes, as the reader itself finds it a moment later: another reading could be fooled."""
    with path.open("rb") as file:
        end = _EndRecData(file)
    if not end:
        raise BadZipFile
    return int(end[_ECD_SIZE])
