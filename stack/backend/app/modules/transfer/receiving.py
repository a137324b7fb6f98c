"""The body of a request onto the disk, as it comes: nothing of it is held in memory."""

from pathlib import Path

from fastapi import Request
from starlette.requests import ClientDisconnect

from app.modules.core.disk import disk_errors
from app.modules.core.errors import AppError

MIB = 1024 * 1024


async def receive(request: Request, target: Path, most: int) -> int:
    """How many bytes it had. Raises payload_too_large, invalid_input for none, bad_request for one that
    broke off, media_full, media_storage."""
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > most:
        raise _too_large(most)
    size = 0
    with disk_errors(), target.open("wb") as file:
        try:
            async for piece in request.stream():
                size += len(piece)
                if size > most:
                    raise _too_large(most)
                file.write(piece)
        except ClientDisconnect:
            raise AppError("bad_request", "The upload ended before its end.") from None
    if not size:
        raise AppError("invalid_input", "Send the file as the body of the request.")
    return size


def _too_large(most: int) -> AppError:
    return AppError("payload_too_large", f"The file may have {most // MIB} MB at most.")
