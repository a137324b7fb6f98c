"""/_media: what of it nginx did not find on the volume. It serves the rest by itself."""

import re
from pathlib import Path
from typing import Final
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import FileResponse, Response

from app.modules.core.errors import AppError
from app.modules.media.dependencies import InLibrary
from app.modules.media.kinds import TYPES

router = APIRouter()

_SIZE = re.compile(r"([0-9]+(?:x[0-9]+)?)\.webp")
_FILE = re.compile(r"[^/]+\.([a-z0-9]+)")
# The same as nginx's own for files (nginx.conf). An SVG opened by itself is a document: this one may
# do nothing. A PDF's viewer does not start in a sandbox.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"
_PDF_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"


@router.api_route("/_media/{media_id}/{name}", methods=["GET", "HEAD"], response_model=None)
async def serve(media_id: UUID, name: str, library: InLibrary) -> Response:
    if size := _SIZE.fullmatch(name):
        return _answer(await library.size(media_id, size[1]), "webp")
    file = _FILE.fullmatch(name)
    if file is None or file[1] not in TYPES:
        raise AppError("not_found")
    return _answer(await library.original(media_id, file[1]), file[1])


def _answer(path: Path, extension: str) -> Response:
    headers = {
        "Content-Security-Policy": _PDF_POLICY if extension == "pdf" else _POLICY,
        # An id has one content for ever.
        "Cache-Control": "public, max-age=31536000, immutable",
    }
    return FileResponse(path, media_type=TYPES[extension].mime, headers=headers)
