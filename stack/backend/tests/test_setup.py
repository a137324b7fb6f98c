import asyncio
from datetime import UTC, datetime, timedelta

from fastapi import FastAPI
from sqlalchemy import select, update

from app.modules.identity.models import setup_links, users
from app.modules.identity.service import SETUP_LINKS_KEPT
from app.modules.identity.tokens import setup_link_hash
from tests.support import PASSWORD, Browser, context_of, error_code


def answers(token: str, **changes: object) -> dict[str, object]:
    return {"token": token, "name": "Ada", "email": "ada@example.org", "password": PASSWORD, **changes}


async def test_the_link_makes_the_first_administrator_and_signs_them_in(visitor: Browser) -> None:
    token = await visitor.setup_token()
    check = await visitor.post("/api/setup/check", {"token": token})
    assert check.json() == {"valid": True, "siteName": "Acme & Söhne"}
    response = await visitor.post("/api/setup", answers(token, name="  Ada  Lovelace "))
    assert response.status_code == 201
    user = response.json()
    assert (user["name"], user["email"], user["role"]) == ("Ada Lovelace", "ada@example.org", "owner")
    assert set(user) == {"id", "name", "email", "role", "permissions", "demo"}
    assert "people.manage" in user["permissions"]
    assert user["demo"] is None
    assert (await visitor.get("/api/session")).json() == user


async def test_the_link_works_once(visitor: Browser) -> None:
    token = await visitor.setup_token()
    assert (await visitor.post("/api/setup", answers(token))).status_code == 201
    for path, body in (("/api/setup", answers(token, email="eve@example.org")), ("/api/setup/check", {"token": token})):
        response = await visitor.post(path, body)
        assert (response.status_code, error_code(response)) == (410, "link_invalid")


async def test_of_many_at_once_one_wins(app: FastAPI, visitor: Browser) -> None:
    same = await visitor.setup_token()
    tokens = [same] * 4 + [await visitor.setup_token() for _ in range(2)]
    browsers = [Browser(app) for _ in tokens]
    responses = await asyncio.gather(
        *(
            browser.post("/api/setup", answers(token, email=f"user{number}@example.org"))
            for number, (browser, token) in enumerate(zip(browsers, tokens, strict=True))
        )
    )
    assert sorted(response.status_code for response in responses) == [201] + [410] * 5
    assert (await visitor.internal("GET", "/status")).json()["users"] == 1
    signed_in = [(await browser.get("/api/session")).status_code for browser in browsers]
    assert sorted(signed_in) == [200] + [401] * 5
    for browser in browsers:
        await browser.http.aclose()


async def test_an_expired_link_is_refused(app: FastAPI, visitor: Browser) -> None:
    token = await visitor.setup_token()
    async with context_of(app).database.transaction() as db:
        past = datetime.now(UTC) - timedelta(seconds=1)
        await db.execute(update(setup_links).values(expires_at=past))
    response = await visitor.post("/api/setup", answers(token))
    assert (response.status_code, error_code(response)) == (410, "link_invalid")


async def test_a_guessed_link_is_refused_before_anything_is_hashed(visitor: Browser) -> None:
    for token in ("x", "", "ä" * 50, "a" * 201, "\ud800"):
        for path in ("/api/setup", "/api/setup/check"):
            content = __import__("json").dumps(answers(token)).encode()
            response = await visitor.http.post(path, content=content, headers={"content-type": "application/json"})
            assert response.status_code in (410, 422), (token, response.text)


async def test_no_new_link_once_somebody_is_there(admin: Browser) -> None:
    response = await admin.internal("POST", "/setup-links")
    assert (response.status_code, error_code(response)) == (409, "already_set_up")


async def test_an_unused_link_dies_when_another_one_was_used(visitor: Browser) -> None:
    unused = await visitor.setup_token()
    await visitor.set_up()
    response = await visitor.post("/api/setup/check", {"token": unused})
    assert response.status_code == 410


async def test_bad_answers_are_told_by_field_and_leave_the_link_alone(visitor: Browser) -> None:
    token = await visitor.setup_token()
    for changes, fields in (
        ({"name": "   "}, {"name"}),
        ({"email": "not an address"}, {"email"}),
        ({"email": "a@b", "password": "short"}, {"password"}),
        ({"password": "x" * 257}, {"password"}),
        ({"name": "A\u0000B"}, {"name"}),
        ({"name": None, "email": 7}, {"name", "email"}),
    ):
        response = await visitor.post("/api/setup", answers(token, **changes))
        assert (response.status_code, error_code(response)) == (422, "invalid_input"), changes
        assert set(response.json()["error"]["fields"]) == fields, response.text
    assert (await visitor.post("/api/setup", answers(token))).status_code == 201


async def test_only_hashes_are_stored(app: FastAPI, visitor: Browser) -> None:
    token = await visitor.setup_token()
    async with context_of(app).database.transaction() as db:
        stored = (await db.execute(select(setup_links.c.token_hash))).scalar_one()
    assert stored == setup_link_hash(token)
    await visitor.post("/api/setup", answers(token))
    async with context_of(app).database.transaction() as db:
        password_hash = (await db.execute(select(users.c.password_hash))).scalar_one()
    assert password_hash.startswith("$argon2id$")
    assert PASSWORD not in password_hash


async def test_asking_for_links_again_and_again_stores_no_more_than_a_few(app: FastAPI, visitor: Browser) -> None:
    tokens = [await visitor.setup_token() for _ in range(SETUP_LINKS_KEPT + 5)]
    async with context_of(app).database.transaction() as db:
        kept = (await db.execute(select(setup_links.c.token_hash))).all()
    assert len(kept) == SETUP_LINKS_KEPT
    assert (await visitor.post("/api/setup/check", {"token": tokens[-1]})).status_code == 200
