"""What a stack sends that may send nothing itself: it waits for whoever runs the stack."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI

from app.application import create_app
from app.modules.core import outgoing
from app.modules.core.settings import Settings
from tests.support import Browser, eventually, ready, started


@pytest.fixture
async def app(settings: Settings) -> AsyncIterator[FastAPI]:
    async with started(create_app(replace(settings, outgoing_collected=True))) as app:
        await ready(app)
        yield app


async def message_of_a_test(admin: Browser) -> tuple[str, dict[str, Any]]:
    """A webhook's id and the request that its test message has become."""
    given = {"name": "Search", "url": "https://receiver.example/in?key=1", "events": ["site.saved"]}
    hook = (await admin.post("/api/webhooks", given)).json()
    assert (await admin.post(f"/api/webhooks/{hook['id']}/test")).status_code == 202
    taken = (await admin.internal("POST", "/outgoing?wait=5")).json()["requests"]
    assert len(taken) == 1
    return hook["id"], taken[0]


async def last(admin: Browser, hook_id: str) -> dict[str, Any]:
    delivery: dict[str, Any] = (await admin.get(f"/api/webhooks/{hook_id}/deliveries")).json()["items"][0]
    return delivery


async def settled(admin: Browser, request: dict[str, Any], outcome: dict[str, object]) -> int:
    return (await admin.internal("PUT", f"/outgoing/{request['id']}", outcome)).status_code


async def test_a_message_is_handed_out_signed_and_what_came_of_it_is_noted(admin: Browser) -> None:
    hook_id, request = await message_of_a_test(admin)
    assert request["url"] == "https://receiver.example/in?key=1"
    assert set(request["headers"]) == {"webhook-id", "webhook-timestamp", "webhook-signature"}
    assert '"type": "webhook.test"' in request["body"]
    assert await settled(admin, request, {"status": 204, "body": "thank\u0000 you"}) == 204

    async def delivered() -> bool:
        return str((await last(admin, hook_id))["status"]) == "delivered"

    await eventually(delivered)
    assert {**await last(admin, hook_id)}.items() >= {"attempts": 1, "responseStatus": 204, "response": "thank you"}.items()
    assert await settled(admin, request, {"status": 204}) == 404
    assert (await admin.internal("POST", "/outgoing")).json() == {"requests": []}


async def test_the_probe_says_that_something_waits(admin: Browser) -> None:
    async def waiting() -> int:
        return int((await admin.get("/readyz")).json()["outgoing"])

    assert await waiting() == 0
    given = {"name": "Search", "url": "https://receiver.example/", "events": ["site.saved"]}
    hook = (await admin.post("/api/webhooks", given)).json()
    await admin.post(f"/api/webhooks/{hook['id']}/test")

    async def something() -> bool:
        return await waiting() == 1

    await eventually(something)
    await admin.internal("POST", "/outgoing")
    assert await waiting() == 0


async def test_why_it_could_not_be_sent_is_told(admin: Browser) -> None:
    hook_id, request = await message_of_a_test(admin)
    assert await settled(admin, request, {"problem": "The name of the host was not found."}) == 204

    async def noted() -> bool:
        return bool((await last(admin, hook_id))["error"] == "The name of the host was not found.")

    await eventually(noted)
    assert (await last(admin, hook_id))["status"] == "pending"


async def test_what_nobody_collects_was_not_tried(admin: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outgoing, "COLLECTED_WITHIN", 0.2)
    hook_id, request = await message_of_a_test(admin)

    async def put_back() -> bool:
        delivery = await last(admin, hook_id)
        return bool(delivery["attempts"] == 0 and delivery["triedAt"] is None)

    await eventually(put_back)
    assert await settled(admin, request, {"status": 200}) == 404


async def test_it_waits_only_as_long_as_it_was_asked_to(admin: Browser) -> None:
    before = asyncio.get_running_loop().time()
    assert (await admin.internal("POST", "/outgoing?wait=0.1")).json() == {"requests": []}
    assert 0.1 <= asyncio.get_running_loop().time() - before < 2
    assert (await admin.internal("POST", "/outgoing?wait=60")).status_code == 422
    assert (await admin.internal("PUT", f"/outgoing/{uuid4()}", {"status": 42})).status_code == 422
