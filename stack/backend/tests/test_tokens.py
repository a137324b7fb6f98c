"""Tokens for programs: what they open, what they leave shut, when they end."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from sqlalchemy import text

from app.modules.access.permissions import GRANTS, SCOPES
from app.modules.identity.guard import Allow
from tests.support import Browser, context_of, error_code
from tests.test_access import every_route


async def new_token(browser: Browser, *scopes: str, **values: object) -> dict[str, Any]:
    response = await browser.post("/api/tokens", {"name": "Deploy hook", "scopes": scopes, **values})
    assert response.status_code == 201, response.text
    token: dict[str, Any] = response.json()
    return token


class Program:
    """Speaks to the application as a program does: with a token, without cookie, Origin or our header."""

    def __init__(self, app: FastAPI, token: str) -> None:
        self.app, self.token = app, token

    async def __call__(self, method: str, path: str, json: object = None) -> httpx.Response:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app, raise_app_exceptions=False), base_url="http://acme.example"
        ) as http:
            headers = {"authorization": f"Bearer {self.token}"}
            return await http.request(method, path, json=json, headers=headers)


async def test_a_token_opens_what_its_scopes_say(admin: Browser) -> None:
    made = await new_token(admin, "pages.read", "pages.write")
    assert made["token"].startswith("fh_")
    assert len(made["token"]) >= 46
    program = Program(admin.app, made["token"])
    page = await program("POST", "/api/entries", {"type": "page", "title": "By a program"})
    assert page.status_code == 201
    assert page.json()["author"]["name"] == "Ada"
    assert (await program("GET", "/api/entries")).json()["items"][0]["title"] == "By a program"
    for method, path in (("PUT", "/api/site"), ("GET", "/api/users"), ("POST", f"/api/entries/{page.json()['id']}/publish")):
        answer = await program(method, path, {})
        assert (answer.status_code, error_code(answer)) == (403, "forbidden")


async def test_a_scope_holds_inside_a_route_too(admin: Browser) -> None:
    """pages.write lets one save one's own drafts; that an owner made the token does not make it more."""
    page = await admin.published_page("Published")
    program = Program(admin.app, (await new_token(admin, "pages.write"))["token"])
    path = f"/api/entries/{page['id']}"
    for answer in (
        await program("PUT", path, {"title": "x", "version": page["version"]}),
        await program("DELETE", path),
    ):
        assert (answer.status_code, error_code(answer)) == (403, "forbidden")


async def test_every_route_of_the_api_asks_for_its_scope(admin: Browser) -> None:
    everything = frozenset(SCOPES)
    wrong = []
    tokens: dict[str, tuple[Program, Program]] = {}
    for scope in sorted(everything):
        only, but = (await new_token(admin, scope))["token"], (await new_token(admin, *everything - {scope}))["token"]
        tokens[scope] = Program(admin.app, only), Program(admin.app, but)
    for route in every_route(admin.app.routes):
        needed = [d.call.permission for d in route.dependant.dependencies if isinstance(d.call, Allow)]
        if not needed:
            continue
        path = fill(route)
        for method in sorted((route.methods or set()) - {"HEAD"}):
            if needed[0] not in SCOPES:
                answers = [await program(method, path, {}) for pair in tokens.values() for program in pair]
                wrong += [f"{method} {path}: {a.status_code}" for a in answers if a.status_code != 403]
                continue
            only, but = tokens[needed[0]]
            if (refused := await but(method, path, {})).status_code != 403:
                wrong.append(f"{method} {path} without {needed[0]}: {refused.status_code}")
            if (passed := await only(method, path, {})).status_code in (401, 403):
                wrong.append(f"{method} {path} with {needed[0]}: {passed.status_code}")
    assert wrong == []


def fill(route: APIRoute) -> str:
    return "/".join(str(uuid4()) if part.startswith("{") else part for part in route.path.split("/"))


async def test_a_token_does_not_make_tokens(admin: Browser) -> None:
    refused = await admin.post("/api/tokens", {"name": "x", "scopes": ["tokens.manage"]})
    assert (refused.status_code, error_code(refused)) == (422, "invalid_input")
    program = Program(admin.app, (await new_token(admin, *SCOPES))["token"])
    assert (await program("POST", "/api/tokens", {"name": "x", "scopes": ["pages.read"]})).status_code == 403


async def test_a_token_may_never_more_than_whose_it_is_may_now(admin: Browser, visitor: Browser) -> None:
    await visitor.enter("admin")
    me = (await visitor.get("/api/session")).json()["id"]
    program = Program(admin.app, (await new_token(visitor, "pages.read", "people.manage"))["token"])
    assert (await program("GET", "/api/session")).json()["permissions"] == ["pages.read", "people.manage"]
    await admin.put(f"/api/users/{me}", {"role": "editor"})
    assert (await program("GET", "/api/session")).json()["permissions"] == ["pages.read"]
    await admin.delete(f"/api/users/{me}")
    gone = await program("GET", "/api/entries")
    assert (gone.status_code, error_code(gone)) == (401, "token_invalid")
    assert (await admin.get("/api/tokens")).json() == []


async def test_a_token_ends_when_it_is_revoked_or_expires(admin: Browser) -> None:
    soon = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    revoked, expired = await new_token(admin, "pages.read"), await new_token(admin, "pages.read", expiresAt=soon)
    assert (await admin.delete(f"/api/tokens/{revoked['id']}")).status_code == 204
    assert (await admin.delete(f"/api/tokens/{revoked['id']}")).status_code == 404
    async with context_of(admin.app).database.transaction() as db:
        await db.execute(text("UPDATE api_tokens SET expires_at = now() - interval '1 s'"))
    for made in (revoked, expired):
        answer = await Program(admin.app, made["token"])("GET", "/api/entries")
        assert (answer.status_code, error_code(answer)) == (401, "token_invalid")


async def test_a_token_of_a_demo_s_guest_ends_with_the_demo(admin: Browser, visitor: Browser) -> None:
    demo = {"expiresAt": (datetime.now(UTC) + timedelta(hours=1)).isoformat(), "keepUrl": "https://freehold.example/keep"}
    await visitor.enter("admin", demo=demo)
    program = Program(admin.app, (await new_token(visitor, "pages.read"))["token"])
    assert (await program("GET", "/api/entries")).status_code == 200
    async with context_of(admin.app).database.transaction() as db:
        await db.execute(text("UPDATE installation SET demo_expires_at = now()"))
    over = await program("GET", "/api/entries")
    assert (over.status_code, error_code(over)) == (401, "token_invalid")


async def test_who_is_signed_out_by_freehold_loses_their_tokens_too(admin: Browser, visitor: Browser) -> None:
    """Their role has changed in the portal; here the old one stands until they come again."""
    await visitor.enter("admin")
    theirs, ours = await new_token(visitor, "pages.read"), await new_token(admin, "pages.read")
    await admin.internal("POST", "/sign-out", {"email": "ADMIN@example.org"})
    assert (await Program(admin.app, theirs["token"])("GET", "/api/entries")).status_code == 401
    await admin.internal("POST", "/sign-out")
    assert (await Program(admin.app, ours["token"])("GET", "/api/entries")).status_code == 200


async def test_the_list_says_who_made_it_and_when_it_was_used_and_never_the_token(admin: Browser) -> None:
    made = await new_token(admin, "pages.read", "pages.write")
    before = (await admin.get("/api/tokens")).json()
    assert before == [{k: v for k, v in made.items() if k != "token"}]
    assert (before[0]["user"]["name"], before[0]["lastUsedAt"], before[0]["expiresAt"]) == ("Ada", None, None)
    assert made["token"].startswith(before[0]["hint"])
    await Program(admin.app, made["token"])("GET", "/api/entries")
    listed = await admin.get("/api/tokens")
    assert listed.json()[0]["lastUsedAt"]
    assert made["token"] not in listed.text
    async with context_of(admin.app).database.transaction() as db:
        stored = (await db.execute(text("SELECT t::text FROM api_tokens AS t"))).scalar_one()
    assert made["token"] not in stored


@pytest.mark.parametrize("token", ["", "fh_", "fh_" + "A" * 43, "x" * 150])
async def test_a_wrong_token_is_refused_whatever_else_comes_along(admin: Browser, token: str) -> None:
    """The session would open it; who sends a token means the token."""
    answer = await admin.get("/api/entries", headers={"authorization": f"bearer {token}"})
    assert (answer.status_code, error_code(answer)) == (401, "token_invalid")


async def test_another_scheme_is_not_ours_to_judge(admin: Browser, visitor: Browser) -> None:
    for browser, status in ((admin, 200), (visitor, 401)):
        assert (await browser.get("/api/entries", headers={"authorization": "Basic eDp5"})).status_code == status


@pytest.mark.parametrize(
    "given",
    [{"scopes": []}, {"scopes": ["root"]}, {"name": ""}, {"expiresAt": "2020-01-01T00:00:00Z"}, {"expiresAt": "2040-01-01T00:00:00"}],
)
async def test_what_makes_no_sense_is_refused_by_field(admin: Browser, given: dict[str, object]) -> None:
    answer = await admin.post("/api/tokens", {"name": "x", "scopes": ["pages.read"], **given})
    assert (answer.status_code, error_code(answer)) == (422, "invalid_input")
    assert set(answer.json()["error"]["fields"]) & {name if name != "scopes" else field for name in given for field in (name, "scopes.0", "scopes")}


def test_scopes_are_permissions_that_somebody_has() -> None:
    assert SCOPES < GRANTS["owner"]
