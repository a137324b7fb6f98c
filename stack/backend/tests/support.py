"""What tests share: settings, databases, a browser that behaves, a network that can fail."""

import asyncio
import base64
import hmac
import json as json_
import os
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from types import TracebackType
from typing import Any, Self

import httpx
from fastapi import FastAPI
from sqlalchemy import text

from app.modules.core.dependencies import Context
from app.modules.core.settings import Settings, read_settings
from app.modules.identity import passwords

# As it is outside of tests, which have a quicker one.
PRODUCTION_HASHER = passwords._HASHER
ORIGIN = "http://acme.localhost:8080"
EMAIL = "ada@example.org"
PASSWORD = "a rather long passphrase"
ENVIRONMENT = {
    "RELEASE": "test",
    "STACK_NAME": "acme",
    "SITE_NAME": "Acme & Söhne",
    "SITE_URL": ORIGIN,
    "DB_PASSWORD": os.environ.get("DB_PASSWORD", "canary-db-5d41402abc4b"),
    "SECRET_KEY": "canary-key-7d793037a0760186574b0282f2f435e7",
    "CONTROL_TOKEN": "canary-token-9e107d9d372bb6826bd81d3542a419d6",
}


def settings_for(database: str) -> Settings:
    host = os.environ.get("DB_HOST", "db")
    return replace(read_settings(ENVIRONMENT), db_name=database, db_host=host)


def context_of(app: FastAPI) -> Context:
    context = app.state.context
    assert isinstance(context, Context)
    return context


@asynccontextmanager
async def started(app: FastAPI) -> AsyncIterator[FastAPI]:
    """The application as the server runs it: its own start and stop included."""
    async with app.router.lifespan_context(app):
        yield app


async def eventually(condition: Callable[[], Awaitable[bool]], seconds: float = 10.0) -> None:
    """Wait until `condition` holds; fail after `seconds`."""
    deadline = time.monotonic() + seconds
    while not await condition():
        assert time.monotonic() < deadline, "did not happen in time"
        await asyncio.sleep(0.02)


async def is_somebody_waiting(app: FastAPI, many: int = 1) -> bool:
    """For a lock that somebody else has; whether so many are."""
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    async with context_of(app).database.transaction() as db:
        return int((await db.execute(text(waiting))).scalar_one()) >= many


async def ready(app: FastAPI) -> None:
    async def is_ready() -> bool:
        return await context_of(app).readiness.check() is not None

    await eventually(is_ready)


class Browser:
    """Speaks to the application in memory, with cookies and the headers that our own pages send."""

    def __init__(self, app: FastAPI, *, address: str = "203.0.113.7") -> None:
        self.app = app
        self.http = httpx.AsyncClient(
            transport=httpx.ASGITransport(app, raise_app_exceptions=False),
            base_url=ORIGIN,
            headers={"origin": ORIGIN, "x-requested-with": "cms-admin", "x-real-ip": address},
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.http.aclose()

    async def get(self, path: str, **options: Any) -> httpx.Response:
        return await self.http.get(path, **options)

    async def post(self, path: str, json: object = None, **options: Any) -> httpx.Response:
        return await self.http.post(path, json=json, **options)

    async def put(self, path: str, json: object = None, **options: Any) -> httpx.Response:
        return await self.http.put(path, json=json, **options)

    async def delete(self, path: str, **options: Any) -> httpx.Response:
        return await self.http.delete(path, **options)

    async def patch(self, path: str, json: object = None, **options: Any) -> httpx.Response:
        return await self.http.patch(path, json=json, **options)

    async def send_file(self, content: bytes, name: str = "file", **fields: str) -> httpx.Response:
        return await self.http.post("/api/media", files={"file": (name, content)}, data=fields)

    async def upload(self, content: bytes, name: str = "file", **fields: str) -> dict[str, Any]:
        """The file of the library that `content` has become."""
        response = await self.send_file(content, name, **fields)
        assert response.status_code == 201, response.text
        media: dict[str, Any] = response.json()
        return media

    async def internal(self, method: str, path: str, json: object = None) -> httpx.Response:
        """As Freehold itself, with the control token and without this browser's cookies."""
        token = context_of(self.app).settings.control_token
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app, raise_app_exceptions=False), base_url="http://api:8000"
        ) as http:
            return await http.request(
                method, f"/internal{path}", json=json, headers={"authorization": f"Bearer {token}"}
            )

    async def enter(self, role: str = "owner", email: str | None = None, **claims: object) -> httpx.Response:
        """Sign in from the portal; `claims` change what the token says."""
        token = entry_token(role=role, sub=email or f"{role}@example.org", **claims)
        response = await self.get(f"/api/enter?token={token}")
        assert response.status_code == 303, response.text
        return response

    async def setup_token(self) -> str:
        response = await self.internal("POST", "/setup-links")
        assert response.status_code == 201, response.text
        return str(response.json()["token"])

    async def set_up(self, email: str = EMAIL) -> httpx.Response:
        """Become the first administrator."""
        response = await self.post(
            "/api/setup",
            {"token": await self.setup_token(), "name": "Ada", "email": email, "password": PASSWORD},
        )
        assert response.status_code == 201, response.text
        return response

    async def sign_in(self, email: str = EMAIL, password: str = PASSWORD) -> httpx.Response:
        return await self.post("/api/session", {"email": email, "password": password})

    async def new_entry(self, title: str = "An entry", type: str = "page", **values: object) -> dict[str, Any]:
        response = await self.post("/api/entries", {"type": type, "title": title, **values})
        assert response.status_code == 201, response.text
        entry: dict[str, Any] = response.json()
        return entry

    async def publish(self, entry: dict[str, Any]) -> dict[str, Any]:
        response = await self.post(f"/api/entries/{entry['id']}/publish")
        assert response.status_code == 200, response.text
        published: dict[str, Any] = response.json()
        return published

    async def published_entry(self, title: str = "An entry", type: str = "page", **values: object) -> dict[str, Any]:
        return await self.publish(await self.new_entry(title, type, **values))

    async def new_page(self, title: str = "A page", **values: object) -> dict[str, Any]:
        """In Markdown; what is not of the entry itself goes into its data."""
        own: dict[str, Any] = {key: values.pop(key) for key in ("slug", "parentId", "terms") if key in values}
        return await self.new_entry(title, data={"bodyFormat": "markdown", "body": "", **values}, **own)

    async def published_page(self, title: str = "A page", **values: object) -> dict[str, Any]:
        return await self.publish(await self.new_page(title, **values))


def on_disk(settings: Settings) -> set[str]:
    """What lies in the library's folder, files and links, by its path; the kept pages beside them do not count."""
    root = settings.media_path
    there = {path.relative_to(root) for path in root.rglob("*") if not path.is_dir() or path.is_symlink()}
    return {str(path) for path in there if path.parts[0] != "site"}


def base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def signed(payload: bytes, secret_key: str = ENVIRONMENT["SECRET_KEY"]) -> str:
    """A token as the portal makes it. Written from the format's description, not from the code."""
    key = hmac.digest(secret_key.encode(), b"freehold portal sign-in", "sha256")
    encoded = base64url(payload)
    return f"{encoded}.{base64url(hmac.digest(key, encoded.encode(), 'sha256'))}"


def entry_token(**claims: object) -> str:
    """A token that is good for a minute; `claims` change what it says, None takes one out."""
    payload = {
        "aud": ENVIRONMENT["STACK_NAME"],
        "sub": "grace@example.org",
        "name": "Grace Hopper",
        "role": "editor",
        "jti": secrets.token_urlsafe(16),
        "exp": int(time.time()) + 60,
        **claims,
    }
    return signed(json_.dumps({k: v for k, v in payload.items() if v is not None}).encode())


def error_code(response: httpx.Response) -> str:
    """The code of a well-formed error; nothing else may be in one."""
    body = response.json()
    assert set(body) == {"error"}, body
    assert set(body["error"]) <= {"code", "message", "fields"}, body
    return str(body["error"]["code"])


class Relay:
    """A TCP relay to the database that can be cut and mended."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self.port = 0

    async def mend(self) -> None:
        self._server = await asyncio.start_server(self._relay, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """Refuse new connections and drop those there are."""
        assert self._server is not None
        self._server.close()
        for writer in list(self._writers):
            writer.transport.abort()
        await asyncio.sleep(0)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(*self._target)
        pair = {writer, far_writer}
        self._writers |= pair
        await asyncio.gather(_pump(reader, far_writer), _pump(far_reader, writer))
        self._writers -= pair


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except OSError:
        return
    finally:
        writer.close()
