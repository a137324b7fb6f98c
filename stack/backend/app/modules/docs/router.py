"""/api/openapi.json and /api/docs: files of the image. Open, as the program is: they tell nothing of a site."""

from typing import Final

from fastapi import APIRouter
from fastapi.responses import FileResponse, Response

from app.modules.docs import BUILT

router = APIRouter(prefix="/api", include_in_schema=False)

_POLICY: Final = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_HEADERS: Final = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"}


@router.get("/openapi.json", response_model=None)
async def openapi() -> Response:
    return FileResponse(BUILT / "openapi.json", headers=_HEADERS)


@router.get("/docs", response_model=None)
async def page() -> Response:
    return FileResponse(BUILT / "index.html", headers=_HEADERS)


@router.get("/docs/style.css", response_model=None)
async def style() -> Response:
    return FileResponse(BUILT.parent / "style.css", headers=_HEADERS)
