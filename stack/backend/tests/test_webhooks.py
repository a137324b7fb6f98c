"""What is sent, how it is signed, when it is tried again. The receiver is a real server on loopback: for
these tests alone the check of addresses lets it through; tests/test_webhook_addresses.py tries the check."""

import asyncio
import base64
import hmac
import json
import ssl
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import text

from app.modules.webhooks import sending
from app.modules.webhooks.addresses import Refused, Target
from tests.support import ENVIRONMENT, Browser, context_of, error_code, eventually

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


@pytest.fixture
async def receiver(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Receiver]:
    receiver = Receiver()
    await receiver.start()

    async def let_through(host: str, port: int) -> str:
        assert host == "receiver.example"
        return "127.0.0.1"

    monkeypatch.setattr(sending, "public_address", let_through)
    yield receiver
    await receiver.stop()


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


async def test_an_event_is_sent_signed_as_the_standard_says(admin: Browser, receiver: Receiver) -> None:
    created = await hook(admin, receiver)
    await admin.put("/api/site", SITE)
    delivery = await tried(admin, created["id"])
    headers, body, line = receiver.got[0]
    assert line == "POST /in?key=1 HTTP/1.1"
    assert headers["host"] == f"receiver.example:{receiver.port}"
    assert headers["content-type"] == "application/json"
    # Written from standardwebhooks.com, not from the code.
    key = base64.b64decode(created["secret"].removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    assert headers["webhook-signature"] == "v1," + base64.b64encode(hmac.digest(key, signed, "sha256")).decode()
    assert abs(int(headers["webhook-timestamp"]) - time.time()) < 60
    message = receiver.message()
    assert message["type"] == "site.saved"
    assert message["site"] == "http://acme.localhost:8080"
    assert message["actor"] == {"kind": "user", "name": "Ada"}
    assert message["data"] == {"id": "site", "type": "site", "title": "Ours"}
    assert (delivery["status"], delivery["attempts"], delivery["responseStatus"], delivery["error"]) == ("delivered", 1, 200, None)
    assert (delivery["messageId"], delivery["body"].encode(), delivery["dueAt"]) == (headers["webhook-id"], body, None)


async def test_only_what_was_asked_for_is_sent_and_nothing_of_the_doors(admin: Browser, visitor: Browser, receiver: Receiver) -> None:
    created = await hook(admin, receiver, events=["user.added", "user.role_changed"])
    await admin.put("/api/site", SITE)
    await visitor.enter("editor")
    await tried(admin, created["id"])
    assert [receiver.message(i)["type"] for i in range(len(receiver.got))] == ["user.added"]
    for event in ("signed_in", "token.created", "webhook.saved", "nonsense"):
        refused = await admin.post("/api/webhooks", {"name": "x", "url": "https://example.com/", "events": [event]})
        assert (refused.status_code, error_code(refused)) == (422, "invalid_input")


async def test_a_failure_is_tried_again_later_and_later_under_the_same_id(admin: Browser, receiver: Receiver) -> None:
    created = await hook(admin, receiver)
    receiver.answer = b"HTTP/1.1 503 No\r\nContent-Length: 9\r\n\r\ncome back"
    await admin.put("/api/site", SITE)
    waits = []
    for attempt in (1, 2, 3):
        delivery = await tried(admin, created["id"], attempt)
        assert (delivery["status"], delivery["error"], delivery["response"]) == ("pending", "The answer was 503.", "come back")
        async with context_of(admin.app).database.transaction() as db:
            waits.append(float((await db.execute(text("SELECT extract(epoch FROM due_at - tried_at) FROM webhook_deliveries"))).scalar_one()))
        await run(admin, "UPDATE webhook_deliveries SET due_at = now(), tried_at = NULL")
    assert 8 < waits[0] < 13 < 50 < waits[1] < 75 < 260 < waits[2] < 380
    receiver.answer = OK
    delivery = await tried(admin, created["id"], 4)
    if delivery["status"] == "pending":
        await run(admin, "UPDATE webhook_deliveries SET due_at = now(), tried_at = NULL")
        delivery = await tried(admin, created["id"], 5)
    assert delivery["status"] == "delivered"
    assert {headers["webhook-id"] for headers, _, _ in receiver.got} == {delivery["messageId"]}


async def test_after_the_last_attempt_it_is_given_up_and_can_be_sent_once_more_by_hand(admin: Browser, receiver: Receiver) -> None:
    created = await hook(admin, receiver)
    receiver.answer = b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"
    await admin.put("/api/site", SITE)
    await tried(admin, created["id"])
    await run(admin, "UPDATE webhook_deliveries SET due_at = now(), attempts = 7, tried_at = NULL")
    failed = await tried(admin, created["id"], 8)
    assert (failed["status"], failed["dueAt"]) == ("failed", None)
    receiver.answer = OK
    again = await admin.post(f"/api/webhooks/deliveries/{failed['id']}/replay")
    assert again.status_code == 202
    assert again.json()["id"] != failed["id"]
    replayed = await tried(admin, created["id"])
    assert (replayed["status"], replayed["messageId"], replayed["body"]) == ("delivered", failed["messageId"], failed["body"])
    assert [item["status"] for item in await deliveries(admin, created["id"])] == ["delivered", "failed"]
    assert [item["status"] for item in await deliveries(admin, created["id"], "?status=failed")] == ["failed"]


async def test_a_redirect_is_not_followed(admin: Browser, receiver: Receiver) -> None:
    created = await hook(admin, receiver)
    receiver.answer = f"HTTP/1.1 307 Over there\r\nLocation: http://127.0.0.1:{receiver.port}/secret\r\nContent-Length: 0\r\n\r\n".encode()
    await admin.put("/api/site", SITE)
    delivery = await tried(admin, created["id"])
    assert (delivery["status"], delivery["responseStatus"]) == ("pending", 307)
    assert "not followed" in delivery["error"]
    assert len(receiver.got) == 1


async def test_a_receiver_that_is_gone_is_told_no_more(admin: Browser, receiver: Receiver) -> None:
    created = await hook(admin, receiver)
    receiver.answer = b"HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n"
    await admin.put("/api/site", SITE)
    assert (await tried(admin, created["id"]))["status"] == "failed"
    path = f"/api/webhooks/{created['id']}"
    stopped = (await admin.get(path)).json()
    assert stopped["active"] is False
    assert "410" in stopped["stoppedWhy"]
    refused = await admin.post(f"{path}/test")
    assert (refused.status_code, error_code(refused)) == (409, "webhook_inactive")
    receiver.answer = OK
    await admin.put(path, {k: stopped[k] for k in ("name", "url", "events")})
    assert (await admin.get(path)).json()["stoppedWhy"] is None
    assert (await admin.post(f"{path}/test")).status_code == 202
    assert (await tried(admin, created["id"]))["status"] == "delivered"
    assert receiver.message()["type"] == "webhook.test"


async def test_one_that_fails_and_fails_is_switched_off_and_the_log_says_so(admin: Browser, receiver: Receiver) -> None:
    created = await hook(admin, receiver)
    await receiver.stop()
    await admin.put("/api/site", SITE)
    await tried(admin, created["id"])
    await run(admin, "UPDATE webhooks SET failures = 9")
    await run(admin, "UPDATE webhook_deliveries SET due_at = now(), attempts = 7, tried_at = NULL")
    failed = await tried(admin, created["id"], 8)
    assert failed["error"] == "The connection could not be made or was cut."
    assert (await admin.get(f"/api/webhooks/{created['id']}")).json()["stoppedWhy"].startswith("10 messages in a row")

    async def told() -> bool:
        entry = (await admin.get("/api/audit?event=webhook.stopped")).json()["items"]
        return bool(entry) and entry[0]["actor"]["kind"] == "system"

    await eventually(told)


async def test_an_attempt_that_died_with_its_process_is_made_again(admin: Browser, receiver: Receiver) -> None:
    created = await hook(admin, receiver, active=False)
    await run(
        admin,
        "INSERT INTO webhook_deliveries (id, webhook_id, message_id, event, body, status, attempts, due_at)"
        " SELECT gen_random_uuid(), id, 'msg_1', 'site.saved', '{}', 'pending', 1, now() - interval '1 s' FROM webhooks",
    )
    await admin.put(f"/api/webhooks/{created['id']}", {k: created[k] for k in ("name", "url", "events")})
    assert (await tried(admin, created["id"], 2))["status"] == "delivered"
    assert len(receiver.got) == 1


async def test_a_slow_receiver_keeps_no_other_waiting(admin: Browser, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "DEADLINE", 60.0)
    slow = Receiver()
    slow.silent = True
    await slow.start()
    one, two = await hook(admin, slow), await hook(admin, receiver, name="Fast")
    await admin.put("/api/site", SITE)

    assert (await tried(admin, two["id"]))["status"] == "delivered"
    assert (await deliveries(admin, one["id"]))[0]["triedAt"] is None
    slow.enough.set()
    assert (await tried(admin, one["id"]))["error"] == "The connection was closed without an answer."
    await slow.stop()


async def test_a_receiver_that_says_nothing_is_not_waited_for(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "DEADLINE", 0.3)
    receiver.silent = True
    with pytest.raises(Refused, match="no answer within"):
        await sending.post(target(receiver.port), {}, b"{}")


async def test_nothing_is_sent_from_a_demo(admin: Browser, receiver: Receiver) -> None:
    created = await hook(admin, receiver)
    await run(
        admin,
        "INSERT INTO webhook_deliveries (id, webhook_id, message_id, event, body, status, due_at)"
        " SELECT gen_random_uuid(), id, 'msg_1', 'site.saved', '{}', 'pending', now() + interval '1 hour' FROM webhooks",
    )
    demo = {"expiresAt": "2040-01-01T00:00:00Z", "keepUrl": "https://freehold.example/keep"}
    await admin.internal("PUT", "/site", {"siteUrl": ENVIRONMENT["SITE_URL"], "demo": demo})
    await admin.put("/api/site", SITE)
    left = (await deliveries(admin, created["id"]))[0]
    for path in (f"{created['id']}/test", f"deliveries/{left['id']}/replay"):
        refused = await admin.post(f"/api/webhooks/{path}")
        assert (refused.status_code, error_code(refused)) == (409, "off_in_demo")
    await run(admin, "UPDATE webhook_deliveries SET due_at = now()")

    async def dropped() -> bool:
        items = await deliveries(admin, created["id"])
        return [item["error"] for item in items] == ["Webhooks are off in a demo."]

    await eventually(dropped)
    assert receiver.got == []


async def test_switched_off_nothing_is_kept_for_it(admin: Browser, receiver: Receiver) -> None:
    off, on = await hook(admin, receiver, active=False), await hook(admin, receiver)
    await admin.put("/api/site", SITE)
    await tried(admin, on["id"])
    assert await deliveries(admin, off["id"]) == []


async def test_a_new_secret_signs_from_then_on_and_none_is_stored(admin: Browser, receiver: Receiver) -> None:
    created = await hook(admin, receiver)
    path = f"/api/webhooks/{created['id']}"
    renewed = (await admin.post(f"{path}/secret")).json()
    assert renewed["secret"] != created["secret"]
    assert (await admin.get(path)).json()["secret"] == renewed["secret"]
    await admin.post(f"{path}/test")
    await tried(admin, created["id"])
    headers, body, _ = receiver.got[0]
    key = base64.b64decode(renewed["secret"].removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    assert headers["webhook-signature"].endswith(base64.b64encode(hmac.digest(key, signed, "sha256")).decode())
    assert "secret" not in (await admin.get("/api/webhooks")).json()[0]
    async with context_of(admin.app).database.transaction() as db:
        stored = (await db.execute(text("SELECT w::text FROM webhooks AS w"))).scalar_one()
    assert renewed["secret"] not in stored
    assert key.hex() not in stored


async def test_the_list_the_log_and_the_end_of_one(admin: Browser, receiver: Receiver) -> None:
    created = await hook(admin, receiver)
    path = f"/api/webhooks/{created['id']}"
    assert (await admin.get("/api/webhooks")).json()[0]["lastDelivery"] is None
    for _ in range(3):
        await admin.post(f"{path}/test")
    first = (await admin.get(f"{path}/deliveries?limit=2")).json()
    rest = (await admin.get(f"{path}/deliveries?limit=2&cursor={first['nextCursor']}")).json()
    assert (len(first["items"]), len(rest["items"]), rest["nextCursor"]) == (2, 1, None)
    assert len({item["id"] for item in first["items"] + rest["items"]}) == 3
    await tried(admin, created["id"])
    assert (await admin.get("/api/webhooks")).json()[0]["lastDelivery"]["status"] == "delivered"
    assert (await admin.delete(path)).status_code == 204
    for response in (await admin.get(path), await admin.delete(path), await admin.post(f"{path}/test"), await admin.get(f"{path}/deliveries")):
        assert (response.status_code, error_code(response)) == (404, "not_found")
    entries = (await admin.get("/api/audit?event=webhook")).json()["items"]
    assert {entry["title"] for entry in entries} <= {"Search"}
    assert "key=1" not in str(entries)


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "https://[::1]:8080/", "http://10.0.0.1/", "ftp://example.com/", "https://example.com:25/", "nonsense"])
async def test_an_address_that_cannot_be_right_is_refused_when_it_is_typed(admin: Browser, url: str) -> None:
    refused = await admin.post("/api/webhooks", {"name": "x", "url": url, "events": ["site.saved"]})
    assert (refused.status_code, error_code(refused)) == (422, "invalid_input")
    assert "url" in refused.json()["error"]["fields"]


async def test_there_is_an_end_to_how_many_there_are(admin: Browser, receiver: Receiver) -> None:
    for number in range(20):
        await hook(admin, receiver, name=f"Hook {number}")
    more = await admin.post("/api/webhooks", {"name": "x", "url": "https://example.com/", "events": ["site.saved"]})
    assert (more.status_code, error_code(more)) == (409, "too_many")


def target(port: int, *, secure: bool = False) -> Target:
    return Target(secure=secure, host="receiver.example", port=port, path="/", authority="receiver.example")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"HTTP/1.1 100 Continue\r\n\r\n" + OK, sending.Answer(200, "ok")),
        (b"HTTP/1.1 204 None\r\n\r\n", sending.Answer(204, "")),
        (b"HTTP/1.0 200 OK\r\n\r\nuntil the end", sending.Answer(200, "until the end")),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na\x00b\r\n0\r\n\r\n", sending.Answer(200, "ab")),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n" + b"x" * 200_000, sending.Answer(200, "x" * 1000)),
    ],
)
async def test_what_is_answered_is_read_as_far_as_it_is_needed(receiver: Receiver, answer: bytes, expected: sending.Answer) -> None:
    receiver.answer = answer
    assert await sending.post(target(receiver.port), {}, b"{}") == expected


@pytest.mark.parametrize(("answer", "why"), [(b"", "without an answer"), (b"SSH-2.0-OpenSSH_9\r\n", "not HTTP"), (b"HTTP/1.1 2", "without an answer")])
async def test_what_is_no_answer_is_told_as_such(receiver: Receiver, answer: bytes, why: str) -> None:
    receiver.answer = answer
    with pytest.raises(Refused, match=why):
        await sending.post(target(receiver.port), {}, b"{}")


async def test_a_certificate_that_nobody_vouches_for_is_not_accepted(receiver: Receiver, tmp_path: Any) -> None:
    """Its own key and certificate, made by openssl, for the right name."""
    files = [str(tmp_path / name) for name in ("key.pem", "cert.pem")]
    openssl = await asyncio.create_subprocess_exec(
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
        "-subj", "/CN=receiver.example", "-addext", "subjectAltName=DNS:receiver.example",
        "-keyout", files[0], "-out", files[1], stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert await openssl.wait() == 0
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files[1], files[0])

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(10)
        writer.write(OK)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    with pytest.raises(Refused, match="certificate is not valid"):
        await sending.post(target(port, secure=True), {}, b"{}")
    server.close()
