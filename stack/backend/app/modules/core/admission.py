"""What a request must satisfy before any module sees it: the stack is ready, the body is small,
and a change made with a cookie comes from our own pages."""

from collections.abc import Callable, Mapping
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.modules.core.errors import AppError

MAX_BODY_BYTES: Final = 1024 * 1024
# A file of the library, which is written to the disk as it comes, and what multipart adds to it.
MAX_UPLOAD_BYTES: Final = 101 * 1024 * 1024
# A whole site with its library, in the same way.
MAX_IMPORT_BYTES: Final = 3 * 1024 * 1024 * 1024
_UPLOADS: Final = {"/api/media": MAX_UPLOAD_BYTES, "/api/transfer/imports": MAX_IMPORT_BYTES}
SESSION_COOKIE: Final = "cms_session"
CSRF_HEADER: Final = ("x-requested-with", "cms-admin")
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_PROBES = frozenset({"/livez", "/readyz"})


class Admission:
    """Raises AppError for a request that may not come in."""

    def __init__(
        self, app: ASGIApp, is_ready: Callable[[], bool], site_origin: Callable[[], str]
    ) -> None:
        self._app = app
        self._is_ready = is_ready
        self._site_origin = site_origin

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if not self._is_ready() and scope["path"] not in _PROBES:
            raise AppError("not_ready")
        headers = Headers(scope=scope)
        announced = headers.get("content-length", "")
        most = _UPLOADS.get(scope["path"], MAX_BODY_BYTES)
        if announced.isdigit() and int(announced) > most:
            raise AppError("payload_too_large")
        if scope["method"] not in _SAFE_METHODS and is_forged(headers, self._site_origin()):
            raise AppError("csrf")
        await self._app(scope, _limited(receive, most), send)


def is_forged(headers: Mapping[str, str], site_origin: str) -> bool:
    """Whether an unsafe request could have been caused by a foreign page.

    An Origin that is there must be ours: the public address, or the very host that was asked for
    (a stack is also reached through its loopback port). With a session cookie, both the Origin
    and the header that only our scripts can set must be there.
    """
    origin = headers.get("origin", "").lower()
    own = {site_origin, *(f"{scheme}://{headers.get('host', '').lower()}" for scheme in ("http", "https"))}
    if origin and origin not in own:
        return True
    # Read by the parser that the routes' cookies go through: one that is stricter could be blinded
    # by a malformed cookie in front of ours.
    if SESSION_COOKIE not in cookie_parser(headers.get("cookie", "")):
        return False
    name, value = CSRF_HEADER
    return not origin or headers.get(name, "") != value


def _limited(receive: Receive, most: int) -> Receive:
    """`receive`, raising once more than `most` bytes have come, whatever was announced."""
    seen = 0

    async def receive_limited() -> Message:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > most:
                raise AppError("payload_too_large")
        return message

    return receive_limited
