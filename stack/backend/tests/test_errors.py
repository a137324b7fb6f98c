"""Whatever goes wrong, a client learns a code and a sentence, never a detail."""

import re
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app.modules.core.errors import ERRORS, AppError
from tests.support import ENVIRONMENT, Browser, context_of, error_code


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (b"{", "application/json", "bad_request"),
        (b"", "application/json", "bad_request"),
        (b"[]", "application/json", "bad_request"),
        (b"null", "application/json", "bad_request"),
        (b"\xff\xfe", "application/json", "bad_request"),
        (b'{"email":"a","password":"b"}', "text/plain", "bad_request"),
        (b"{}", "application/json", "invalid_input"),
        pytest.param(b"[" * 100_000, "application/json", "bad_request", id="deep"),
    ],
)
async def test_a_body_that_is_not_understood(visitor: Browser, content: bytes, kind: str, code: str) -> None:
    response = await visitor.http.post("/api/session", content=content, headers={"content-type": kind})
    assert response.status_code in (400, 422)
    assert error_code(response) == code


async def test_unknown_api_paths_and_methods_are_told_in_json(visitor: Browser) -> None:
    assert error_code(await visitor.get("/api/nope")) == "not_found"
    assert error_code(await visitor.get("/internal/nope")) == "not_found"
    response = await visitor.put("/api/session")
    assert (response.status_code, error_code(response)) == (405, "method_not_allowed")
    assert "text/html" in (await visitor.get("/nope")).headers["content-type"]


async def test_there_is_no_description_of_the_api(visitor: Browser) -> None:
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert (await visitor.get(path)).status_code == 404


@pytest.mark.parametrize(("path", "kind"), [("/api/boom", RuntimeError), ("/boom-page", PermissionError)])
async def test_an_unforeseen_error_tells_nothing_and_is_in_the_log(
    app: FastAPI, visitor: Browser, caplog: pytest.LogCaptureFixture, path: str, kind: type[Exception]
) -> None:
    async def boom() -> None:
        raise kind(f"{ENVIRONMENT['SECRET_KEY']} in {__file__}")

    app.router.routes.insert(0, type(app.router.routes[0])(path, boom))  # type: ignore[call-arg]
    response = await visitor.get(path)
    assert response.status_code == 500
    assert "canary" not in response.text
    assert "Traceback" not in response.text
    assert kind.__name__ not in response.text
    assert "Something went wrong" in response.text
    assert kind.__name__ in caplog.text


async def test_a_statement_that_is_wrong_tells_nothing(app: FastAPI, visitor: Browser) -> None:
    async with context_of(app).database.transaction() as db:
        await db.execute(text("DROP TABLE published_entries CASCADE"))
    response = await visitor.get("/anything")
    assert response.status_code == 500
    assert "pages" not in response.text


async def test_every_answer_has_an_id_and_safe_headers(visitor: Browser) -> None:
    for path in ("/", "/nope", "/api/session", "/api/nope", "/livez"):
        headers = (await visitor.get(path)).headers
        assert re.fullmatch(r"[0-9a-f]{16}", headers["x-request-id"])
        assert headers["x-content-type-options"] == "nosniff"
        assert "server" not in headers
    for given, kept in (("0123456789abcdef", True), ("x\r\ny", False), ("<script>", False), ("a" * 65, False)):
        if "\r" in given:
            continue
        answer = await visitor.get("/livez", headers={"x-request-id": given})
        assert (answer.headers["x-request-id"] == given) is kept


async def test_api_answers_are_not_stored(visitor: Browser) -> None:
    assert (await visitor.get("/api/session")).headers["cache-control"] == "no-store"


def test_every_code_that_is_raised_is_in_the_table() -> None:
    raised = {
        code
        for file in (Path(__file__).parent.parent / "app").rglob("*.py")
        for code in re.findall(r'AppError\(\s*"(\w+)"', file.read_text())
    }
    assert raised <= set(ERRORS)
    assert AppError("conflict").body() == {
        "error": {"code": "conflict", "message": ERRORS["conflict"][1]}
    }
