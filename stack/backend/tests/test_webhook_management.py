"""Webhooks made, changed, listed and taken away."""

import base64
import hmac

import pytest
from sqlalchemy import text

from tests.receivers import SITE, Receiver, deliveries, hook, tried
from tests.support import Browser, context_of, error_code


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
