"""The outermost layer of every request: an id, one access line, safe headers, no leaked error."""

import logging
import re
import secrets
import time
from collections.abc import Callable
from typing import Final

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException as RoutingException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.modules.core.actor import SYSTEM, acting, asking_address, client_address
from app.modules.core.database import is_unavailable
from app.modules.core.errors import AppError
from app.modules.core.logs import request_id
from app.modules.core.metrics import Metrics

log = logging.getLogger("access")

_REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_QUIET_PATHS = frozenset({"/livez", "/readyz", "/internal/metrics", "/internal/status"})
_ROUTING_CODES = {404: "not_found", 405: "method_not_allowed"}

_SAFE_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # For JSON; a rendered page brings its own.
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}

ErrorPage = Callable[[Request, AppError], Response]


class RequestScope:
    """Wraps the application; what nobody caught becomes a 500 or 503 that tells no detail."""

    def __init__(self, app: ASGIApp, answer: ErrorPage, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        current = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        token = request_id.set(current)
        acting_before = acting.set(SYSTEM)
        address_before = asking_address.set(client_address(scope))
        started = time.perf_counter()
        status = 0

        async def send_safely(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = current
                for name, value in _SAFE_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, send_safely)
        except Exception as error:
            public = public_error(error)
            if public.code == "internal":
                log.exception("unhandled error", extra={"path": scope["path"]})
            if status:
                raise
            await self._answer(Request(scope), public)(scope, receive, send_safely)
        finally:
            if scope["path"] not in _QUIET_PATHS and not scope["path"].startswith("/internal/"):
                self._metrics.count(status or 500)
            if scope["path"] not in _QUIET_PATHS:
                _log_access(scope, status, started)
            request_id.reset(token)
            acting.reset(acting_before)
            asking_address.reset(address_before)


def public_error(error: BaseException) -> AppError:
    """What a client may know of `error`."""
    match error:
        case AppError():
            return error
        case RequestValidationError():
            return _validation_error(error)
        case RoutingException():
            # FastAPI wraps what is raised while it reads a body, the size limit among it.
            if isinstance(error.__cause__, AppError):
                return error.__cause__
            return AppError(_ROUTING_CODES.get(error.status_code, "bad_request"))
        case _ if is_unavailable(error):
            return AppError("database_unavailable")
        case _:
            return AppError("internal")


def add_error_handlers(app: FastAPI, page: ErrorPage, metrics: Metrics) -> None:
    """Tell errors in JSON under /api, /internal and the probes, and by `page` everywhere else."""

    def answer(request: Request, error: AppError) -> Response:
        if not _speaks_json(request.url.path):
            return page(request, error)
        return JSONResponse(error.body(), error.status, headers=error.headers())

    async def handle(request: Request, error: Exception) -> Response:
        return answer(request, public_error(error))

    for kind in (AppError, RequestValidationError, RoutingException, HTTPException):
        app.add_exception_handler(kind, handle)
    app.add_middleware(RequestScope, answer=answer, metrics=metrics)


def _speaks_json(path: str) -> bool:
    # A person's browser is led to /api/enter and shows what it answers.
    return path.split("/", 2)[1] in {"api", "internal", "livez", "readyz"} and path != "/api/enter"


def _validation_error(error: RequestValidationError) -> AppError:
    fields: dict[str, str] = {}
    for problem in error.errors():
        location = [str(part) for part in problem["loc"]]
        if location[0] == "path":
            return AppError("not_found")
        if problem["type"] == "json_invalid" or len(location) < 2:
            return AppError("bad_request", "The body must be a JSON object.")
        message = str(problem["msg"]).removeprefix("Value error, ")
        fields.setdefault(".".join(location[1:]), message[:1].upper() + message[1:])
    return AppError("invalid_input", fields=fields)


def _log_access(scope: Scope, status: int, started: float) -> None:
    log.info(
        "request",
        extra={
            "method": scope["method"],
            # Without the query: it holds what somebody searched for.
            "path": scope["path"],
            "status": status,
            "ms": round((time.perf_counter() - started) * 1000, 1),
        },
    )
