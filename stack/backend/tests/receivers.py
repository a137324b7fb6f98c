"""Who is sent webhooks in tests."""

import asyncio
import json
from typing import Any

from sqlalchemy import text

from app.modules.webhooks.addresses import Target
from tests.support import Browser, context_of, eventually

SITE = {"title": "Ours", "tagline": "", "language": "en", "homePageId": None}
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


class Receiver:
    """A server that keeps what it got and answers as it is told to."""

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, str], bytes, str]] = []
        self.answer = OK
        self.silent = False
        self.enough = asyncio.Event()
        self.port = 0

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        line, *lines = head.strip().split("\r\n")
        headers = {name.lower(): value for name, value in (each.split(": ", 1) for each in lines)}
        body = await reader.readexactly(int(headers["content-length"]))
        self.got.append((headers, body, line))
        if self.silent:
            # Until somebody has had enough: they, or the test.
            gone, told = asyncio.create_task(reader.read()), asyncio.create_task(self.enough.wait())
            _, waiting = await asyncio.wait({gone, told}, return_when=asyncio.FIRST_COMPLETED)
            for task in waiting:
                task.cancel()
        else:
            writer.write(self.answer)
        writer.close()

    def message(self, index: int = -1) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self.got[index][1])
        return message


async def hook(browser: Browser, receiver: Receiver, **values: object) -> dict[str, Any]:
    given = {"name": "Search", "url": f"http://receiver.example:{receiver.port}/in?key=1", "events": ["site.saved"]}
    response = await browser.post("/api/webhooks", {**given, **values})
    assert response.status_code == 201, response.text
    created: dict[str, Any] = response.json()
    return created


async def deliveries(browser: Browser, hook_id: str, query: str = "") -> list[dict[str, Any]]:
    response = await browser.get(f"/api/webhooks/{hook_id}/deliveries{query}")
    assert response.status_code == 200, response.text
    items: list[dict[str, Any]] = response.json()["items"]
    return items


async def tried(browser: Browser, hook_id: str, attempts: int = 1) -> dict[str, Any]:
    """The newest delivery, once that many attempts at it are over."""

    async def over() -> bool:
        items = await deliveries(browser, hook_id)
        return bool(items) and items[0]["attempts"] == attempts and items[0]["triedAt"] is not None

    await eventually(over)
    return (await deliveries(browser, hook_id))[0]


async def run(browser: Browser, statement: str) -> None:
    async with context_of(browser.app).database.transaction() as db:
        await db.execute(text(statement))
    wake = context_of(browser.app).database.on_wake
    assert wake is not None
    wake()


def target(port: int, *, secure: bool = False) -> Target:
    return Target(secure=secure, host="receiver.example", port=port, path="/", authority="receiver.example")
