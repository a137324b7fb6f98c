"""The description of the API says what the API does."""

import json
from typing import Any

import pytest
from fastapi import FastAPI

from app.application import api_routes
from app.describe.raised import Raised
from app.modules.access.permissions import SCOPES
from app.modules.core.errors import ERRORS
from app.modules.docs import BUILT
from tests.support import Browser, error_code
from tests.test_access import MATRIX, every_route, permission_of
from tests.test_entries import at


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads((BUILT / "openapi.json").read_text())
    return document


def codes_of(operation: dict[str, Any]) -> set[str]:
    return {
        code
        for answer in operation["responses"].values()
        for code in answer.get("content", {}).get("application/json", {}).get("examples", {})
    }


def test_every_route_is_described_with_its_permission_and_its_errors(document: dict[str, Any]) -> None:
    described = {(method.upper(), path) for path, one in document["paths"].items() for method in one}
    shown = {route for route in MATRIX if route[1].startswith("/api/") and not route[1].startswith(("/api/docs", "/api/openapi"))}
    assert described == shown
    for route in every_route(api_routes()):
        for method in route.methods - {"HEAD"} if route.include_in_schema else ():
            operation = document["paths"][route.path_format][method.lower()]
            permission = permission_of(route)
            assert operation.get("x-permission") == permission, route.path
            if permission is not None:
                assert f"`{permission}`" in operation["description"]
                assert {"not_signed_in", "token_invalid", "forbidden"} <= codes_of(operation), route.path
                schemes = {scheme for one in operation["security"] for scheme in one}
                assert schemes == ({"token", "session"} if permission in SCOPES else {"session"})
            assert operation["summary"]
            for status, answer in operation["responses"].items():
                for code in answer.get("content", {}).get("application/json", {}).get("examples", {}):
                    assert str(ERRORS[code][0]) == status
                    assert f"`{code}`" in answer["description"]


@pytest.mark.parametrize(
    ("method", "path", "codes"),
    [
        ("put", "/api/entries/{entry_id}", {"conflict", "slug_taken", "not_found", "invalid_input", "csrf"}),
        ("delete", "/api/entries/{entry_id}", {"in_use", "not_found"}),
        ("post", "/api/session", {"bad_credentials", "too_many_attempts"}),
        ("post", "/api/media", {"media_type", "media_too_large", "media_quota", "media_full", "payload_too_large"}),
        ("delete", "/api/media/{media_id}", {"media_in_use"}),
        ("delete", "/api/users/{user_id}", {"last_owner"}),
        ("post", "/api/tokens", {"too_many"}),
    ],
)
def test_errors_are_found_however_deep_they_are_raised(
    document: dict[str, Any], method: str, path: str, codes: set[str]
) -> None:
    assert codes <= codes_of(document["paths"][path][method])


def test_an_error_that_is_caught_is_none_of_the_caller_s() -> None:
    raised = Raised()
    assert "slug_taken" in raised.by("app.modules.publishing.service", "publish")
    assert "slug_taken" not in raised.by("app.modules.publishing.service", "do_in_bulk")


async def test_what_the_api_answers_is_what_is_described(admin: Browser, visitor: Browser, document: dict[str, Any]) -> None:
    entry = await admin.published_page("About")
    parent = await admin.new_page("Team", parentId=entry["id"])
    for browser, method, path, of, body in (
        (visitor, "GET", "/api/entries", "/api/entries", None),
        (admin, "GET", "/api/entries?limit=0", "/api/entries", None),
        (admin, "PUT", at(entry), "/api/entries/{entry_id}", {"version": 99, "title": "x"}),
        (admin, "DELETE", f"{at(parent)}0", "/api/entries/{entry_id}", None),
        (admin, "POST", "/api/entries", "/api/entries", {"type": "page", "title": "x", "slug": "about"}),
        (admin, "POST", "/api/entries", "/api/entries", {"type": "none", "title": "x"}),
        (admin, "GET", "/api/published/none", "/api/published/{entry_id}", None),
        (visitor, "POST", "/api/session", "/api/session", {"email": "a@b.example", "password": "wrong"}),
    ):
        answer = await browser.http.request(method, path, json=body)
        assert answer.status_code >= 400, path
        assert error_code(answer) in codes_of(document["paths"][of][method.lower()]), (path, answer.text)


async def test_page_and_document_are_served_and_run_nothing(app: FastAPI, visitor: Browser, document: dict[str, Any]) -> None:
    assert (await visitor.get("/api/openapi.json")).json() == document
    page = await visitor.get("/api/docs")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "unsafe" not in page.headers["content-security-policy"]
    assert "<script" not in page.text
    assert " style=" not in page.text
    for path in document["paths"]:
        assert f"<code>{path}</code>" in page.text
    assert (await visitor.get("/api/docs/style.css")).headers["content-type"] == "text/css; charset=utf-8"
    assert (await visitor.get("/api/docs/nope")).status_code == 404


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    text = json.dumps(document)
    for name in set(text.split('"#/components/schemas/')[1:]):
        assert name.split('"')[0] in schemas
    assert "HTTPValidationError" not in text
