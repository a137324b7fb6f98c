"""Hands answers that are the same for every visitor to the page cache, once they have been sent."""

import re
from collections.abc import Callable
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.modules.core.page_cache import PageCache

# Paths that mean the same to everybody: no dots but before an ending, nothing encoded.
_PATH: Final = re.compile(r"/(?:[a-z0-9_-]+/)*(?:[a-z0-9_-]+(?:\.[a-z0-9]+)*)?")
# What a file of that type ends with, beside its path; nginx.conf says the types again, and the other headers.
_ENDINGS: Final = {
    "text/html; charset=utf-8": ".html",
    "text/css; charset=utf-8": ".css",
    "text/plain; charset=utf-8": ".txt",
    "application/xml": ".xml",
    "application/rss+xml": ".rss",
}
_LIVELY: Final = "no-cache"
_FIXED: Final = "public, max-age=31536000, immutable"


class Keeping:
    """Keeps what says of itself that it may be kept as long as it is asked for anew, or for ever: a plain 200 to
    GET without a query. `may_keep` says whether pages are the same for all at the moment."""

    def __init__(self, app: ASGIApp, cache: PageCache, may_keep: Callable[[], bool]) -> None:
        self._app = app
        self._cache = cache
        self._may_keep = may_keep

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # Before anything is read that the answer is made of.
        generation = self._generation(scope)
        if generation is None:
            await self._app(scope, receive, send)
            return
        ending: str | None = None
        parts: list[bytes] = []

        async def send_and_collect(message: Message) -> None:
            nonlocal ending
            if message["type"] == "http.response.start":
                ending = _ending(message)
            elif ending is not None:
                parts.append(message.get("body", b""))
            await send(message)

        await self._app(scope, receive, send_and_collect)
        if ending is not None and self._may_keep():
            self._cache.store(generation, f"{scope['path'][1:]}{ending}", b"".join(parts))

    def _generation(self, scope: Scope) -> str | None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["query_string"]:
            return None
        if scope["path"].startswith(("/api/", "/internal/")) or not _PATH.fullmatch(scope["path"]):
            return None
        return self._cache.generation if self._may_keep() else None


def _ending(start: Message) -> str | None:
    headers = Headers(raw=start["headers"])
    if start["status"] != 200 or "set-cookie" in headers or headers.get("cache-control") not in (_LIVELY, _FIXED):
        return None
    return _ENDINGS.get(headers.get("content-type", ""))
