"""One file of a multipart request onto the disk, as it comes: nothing of it is held in memory."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from fastapi import Request
from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import ClientDisconnect

from app.modules.core.disk import disk_errors
from app.modules.core.errors import AppError
from app.modules.media.kinds import HEAD_BYTES, FileType, require_fits, type_of_file

_LONGEST_FIELD: Final = 200
_LONGEST_HEADER: Final = 4096


@dataclass(slots=True)
class Received:
    """`name` is the uploader's own for it and may be anything."""

    name: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    bytes: int = 0
    sha256: str = ""


async def receive(request: Request, target: Path) -> tuple[Received, FileType]:
    """Write the file part to `target`. Raises media_type, media_too_large, media_full, media_storage,
    invalid_input, bad_request.

    Whatever is wrong is told when all has come: who hears of it while still sending, sees a
    connection that broke instead.
    """
    problem: AppError | None = None
    sink = _Sink(target)
    try:
        parser = _parser(request, sink)
        async for chunk in request.stream():
            if problem is not None:
                continue
            try:
                parser.write(chunk)
            except MultipartParseError:
                problem = _not_understood()
            except AppError as error:
                problem = error
    except ClientDisconnect:
        problem = AppError("bad_request", "The upload ended before its end.")
    finally:
        sink.close()
    if problem is not None:
        raise problem
    return sink.finished()


def _parser(request: Request, sink: "_Sink") -> MultipartParser:
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind != b"multipart/form-data" or b"boundary" not in options:
        raise AppError("invalid_input", fields={"file": "Send the file as multipart/form-data."})
    callbacks: dict[str, Callable[..., None]] = {
        "on_part_begin": sink.begin_part,
        "on_part_data": sink.part_data,
        "on_part_end": sink.end_part,
        "on_header_field": sink.header_field,
        "on_header_value": sink.header_value,
        "on_header_end": sink.end_header,
        "on_headers_finished": sink.headers_finished,
    }
    return MultipartParser(options[b"boundary"], callbacks)  # type: ignore[arg-type]


class _Sink:
    """Takes the parser's pieces."""

    def __init__(self, target: Path) -> None:
        self.received = Received()
        with disk_errors():
            self._file = target.open("wb")
        self._hash = hashlib.sha256()
        self._head = b""
        self._headers: dict[bytes, bytes] = {}
        self._header = (b"", b"")
        self._field: str | None = None
        self._value = b""
        self._file_type: FileType | None = None
        self._has_file = False
        self._in_file = False
        self._in_part = False

    def begin_part(self) -> None:
        self._in_part = True
        self._headers, self._header = {}, (b"", b"")
        self._field, self._value, self._in_file = None, b"", False

    def header_field(self, data: bytes, start: int, end: int) -> None:
        self._header = (self._header[0] + data[start:end], self._header[1])
        self._require_short_header()

    def header_value(self, data: bytes, start: int, end: int) -> None:
        self._header = (self._header[0], self._header[1] + data[start:end])
        self._require_short_header()

    def _require_short_header(self) -> None:
        if len(self._header[0]) + len(self._header[1]) > _LONGEST_HEADER or len(self._headers) > 20:
            raise _not_understood()

    def end_header(self) -> None:
        self._headers[self._header[0].lower()] = self._header[1]
        self._header = (b"", b"")

    def headers_finished(self) -> None:
        _, options = parse_options_header(self._headers.get(b"content-disposition", b""))
        self._field = options.get(b"name", b"").decode("utf-8", "replace")[:_LONGEST_FIELD]
        if b"filename" not in options:
            return
        if self._has_file:
            raise AppError("invalid_input", fields={"file": "Send one file at a time."})
        self._has_file = self._in_file = True
        self.received.name = options[b"filename"].decode("utf-8", "replace")

    def part_data(self, data: bytes, start: int, end: int) -> None:
        piece = data[start:end]
        if not self._in_file:
            self._value += piece
            if len(self._value) > _LONGEST_FIELD:
                raise AppError("invalid_input", fields={self._field or "": "Too long."})
            return
        self.received.bytes += len(piece)
        self._hash.update(piece)
        with disk_errors():
            self._file.write(piece)
        if self._file_type is None:
            self._head += piece[: HEAD_BYTES - len(self._head)]
            if len(self._head) >= HEAD_BYTES:
                self._file_type = type_of_file(self._head)
        if self._file_type is not None:
            require_fits(self._file_type, self.received.bytes)

    def end_part(self) -> None:
        self._in_part = False
        if not self._in_file and self._field:
            self.received.fields[self._field] = self._value.decode("utf-8", "replace")

    def finished(self) -> tuple[Received, FileType]:
        """Raises invalid_input, media_type, media_too_large, bad_request for one that broke off."""
        if self._in_part:
            raise _not_understood()
        if not self._has_file:
            raise AppError("invalid_input", fields={"file": "There is no file in this."})
        file_type = self._file_type or type_of_file(self._head)
        require_fits(file_type, self.received.bytes)
        self.received.sha256 = self._hash.hexdigest()
        return self.received, file_type

    def close(self) -> None:
        with disk_errors():
            self._file.close()


def _not_understood() -> AppError:
    return AppError("bad_request", "The upload could not be understood.")
