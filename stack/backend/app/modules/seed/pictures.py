"""/_samples: the pictures of the sample sites. They stay where they are once a client has taken one
over: their pages go on showing them."""

import re

from fastapi import APIRouter
from fastapi.responses import Response

from app.modules.core.errors import AppError
from app.modules.seed.schemas import KINDS_WITH_PICTURES

router = APIRouter()

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.svg")
_HEADERS = {
    # An SVG opened by itself is a document: this one may do nothing at all.
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "public, max-age=86400",
}


@router.api_route("/_samples/{kind}/{name}", methods=["GET", "HEAD"], response_model=None)
async def picture(kind: str, name: str) -> Response:
    if kind not in KINDS_WITH_PICTURES or not _NAME.fullmatch(name):
        raise AppError("not_found")
    from app.modules.seed.files import SITES

    file = SITES / kind / name
    if not file.is_file():
        raise AppError("not_found")
    return Response(file.read_bytes(), media_type="image/svg+xml", headers=_HEADERS)
