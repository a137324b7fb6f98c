"""What is sent, how it is signed, when it is tried again. The receiver is a real server on loopback: for
these tests alone the check of addresses lets it through; tests/test_webhook_addresses.py tries the check."""

import base64
import hmac
import time

import pytest
from sqlalchemy import text

from app.modules.webhooks import sending
from app.modules.webhooks.addresses import Refused
from tests.receivers import OK, SITE, Receiver, deliveries, hook, run, target, tried
from tests.support import ENVIRONMENT, Browser, context_of, error_code, eventually


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
