from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI
from starlette.datastructures import Headers

from app.modules.core.admission import MAX_BODY_BYTES, is_forged
from tests.support import ORIGIN, Browser, error_code

COOKIE = {"cookie": "other=1; cms_session=abc"}
OURS = {"origin": ORIGIN, "x-requested-with": "cms-admin"}


@pytest.mark.parametrize(
    ("headers", "forged"),
    [
        ({}, False),
        ({"origin": ORIGIN}, False),
        ({"origin": "http://evil.example"}, True),
        ({"origin": "null"}, True),
        ({**COOKIE, **OURS}, False),
        ({**COOKIE, **OURS, "origin": "http://127.0.0.1:5000", "host": "127.0.0.1:5000"}, False),
        (COOKIE, True),
        ({**COOKIE, "origin": ORIGIN}, True),
        ({**COOKIE, "x-requested-with": "cms-admin"}, True),
        ({**COOKIE, **OURS, "x-requested-with": "XMLHttpRequest"}, True),
        ({**COOKIE, **OURS, "origin": "http://evil.example"}, True),
        ({**COOKIE, **OURS, "origin": ORIGIN + ".evil.example"}, True),
        ({**COOKIE, **OURS, "origin": "http://other.localhost:8080"}, True),
        ({"cookie": "broken[=; cms_session=abc"}, True),
    ],
)
def test_a_change_with_a_cookie_comes_from_our_own_pages(headers: dict[str, str], forged: bool) -> None:
    assert is_forged(Headers({"host": "acme.localhost:8080", **headers}), ORIGIN) is forged


async def test_every_changing_route_refuses_a_forged_request(admin: Browser) -> None:
    page = await admin.new_page()
    one = f"/api/entries/{page['id']}"
    changes = [
        ("POST", "/api/session"), ("DELETE", "/api/session"), ("POST", "/api/setup"),
        ("POST", "/api/setup/check"), ("PUT", "/api/site"), ("POST", "/api/entries"), ("PUT", one),
        ("DELETE", one), ("POST", f"{one}/publish"), ("POST", f"{one}/unpublish"), ("POST", "/api/preview"),
    ]  # fmt: skip
    for method, path in changes:
        for lacking in ({"x-requested-with": ""}, {"origin": "http://evil.example"}, {"origin": ""}):
            response = await admin.http.request(method, path, json={}, headers=lacking)
            assert (response.status_code, error_code(response)) == (403, "csrf"), (method, path, lacking)
    assert (await admin.get(one)).json() == page
    assert (await admin.get("/api/session")).status_code == 200


async def test_a_body_over_the_limit_is_refused(visitor: Browser) -> None:
    response = await visitor.http.post("/api/session", content=b"x" * (MAX_BODY_BYTES + 1))
    assert (response.status_code, error_code(response)) == (413, "payload_too_large")


async def test_a_body_over_the_limit_is_refused_though_its_length_was_not_told(visitor: Browser) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 100 * MAX_BODY_BYTES:
            sent += 65536
            yield b"x" * 65536

    response = await visitor.http.post(
        "/api/session", content=endless(), headers={"content-type": "application/json"}
    )
    assert (response.status_code, error_code(response)) == (413, "payload_too_large")


async def test_an_app_that_is_not_ready_turns_requests_away(app: FastAPI, visitor: Browser) -> None:
    await app.state.context.readiness.stop()
    app.state.context.readiness._preparing = None
    response = await visitor.get("/api/session")
    assert (response.status_code, error_code(response)) == (503, "not_ready")
    assert response.headers["retry-after"] == "1"
    page = await visitor.get("/")
    assert page.status_code == 503
    assert "Back in a moment" in page.text
    assert (await visitor.get("/livez")).status_code == 200
