import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import median

import pytest
from argon2.exceptions import VerificationError
from fastapi import FastAPI
from sqlalchemy import select, update

from app.application import create_app
from app.modules.core.settings import Settings, read_settings
from app.modules.identity.models import sessions
from app.modules.identity.passwords import UNKNOWN_USER_HASH, verify_password
from app.modules.identity.service import SESSIONS_PER_USER
from app.modules.identity.sign_in import FAILURES_PER_ACCOUNT, FAILURES_PER_ADDRESS
from app.modules.identity.tokens import session_hash
from tests.support import PRODUCTION_HASHER, EMAIL, ENVIRONMENT, PASSWORD, Browser, context_of, error_code, ready, started


async def test_signing_in_and_out(admin: Browser, visitor: Browser) -> None:
    assert error_code(await visitor.get("/api/session")) == "not_signed_in"
    response = await visitor.sign_in(email=EMAIL.upper())
    assert response.status_code == 200
    assert response.json() == (await admin.get("/api/session")).json()
    assert (await visitor.delete("/api/session")).status_code == 204
    assert (await visitor.get("/api/session")).status_code == 401
    assert (await admin.get("/api/session")).status_code == 200


async def test_signing_out_without_a_session_is_fine(visitor: Browser) -> None:
    assert (await visitor.delete("/api/session")).status_code == 204


async def test_the_cookie_is_for_this_host_and_not_for_scripts(admin: Browser, visitor: Browser) -> None:
    cookie = (await visitor.sign_in()).headers["set-cookie"]
    parts = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert parts == {"httponly", "max-age=1209600", "path=/", "samesite=lax"}


async def test_the_cookie_is_secure_when_the_site_is(settings: Settings) -> None:
    async with started(create_app(replace(settings, site_url="https://acme.example"))) as app:
        await ready(app)
        async with Browser(app) as browser:
            browser.http.headers["origin"] = "https://acme.example"
            cookie = (await browser.set_up()).headers["set-cookie"]
    assert "; secure" in cookie.lower()


async def test_a_wrong_password_and_an_unknown_user_get_the_same_answer(admin: Browser, visitor: Browser) -> None:
    wrong = await visitor.sign_in(password="not the password")
    unknown = await visitor.sign_in(email="nobody@example.org")
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()
    assert error_code(wrong) == "bad_credentials"
    assert "set-cookie" not in wrong.headers


async def test_a_hash_that_cannot_be_tried_is_a_fault_and_no_wrong_password() -> None:
    with pytest.raises(VerificationError, match="Decoding failed"):
        await verify_password("$argon2id$damaged", PASSWORD)


async def test_an_unknown_user_takes_as_long_as_a_wrong_password() -> None:
    async def seconds(password_hash: str) -> float:
        begin = time.process_time()
        assert not await verify_password(password_hash, "not the password")
        return time.process_time() - begin

    known = PRODUCTION_HASHER.hash(PASSWORD)
    assert not PRODUCTION_HASHER.check_needs_rehash(UNKNOWN_USER_HASH)
    wrong = [await seconds(known) for _ in range(5)]
    unknown = [await seconds(UNKNOWN_USER_HASH) for _ in range(5)]
    assert 0.5 < median(unknown) / median(wrong) < 2


async def test_an_expired_session_is_over_and_cleared_away(app: FastAPI, admin: Browser) -> None:
    database = context_of(app).database
    async with database.transaction() as db:
        await db.execute(update(sessions).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    assert (await admin.get("/api/session")).status_code == 401
    assert (await admin.sign_in()).status_code == 200
    async with database.transaction() as db:
        assert len((await db.execute(select(sessions.c.token_hash))).all()) == 1


async def test_only_a_keyed_hash_of_the_token_is_stored(app: FastAPI, admin: Browser) -> None:
    token = admin.http.cookies["cms_session"]
    async with context_of(app).database.transaction() as db:
        stored = (await db.execute(select(sessions.c.token_hash))).scalar_one()
    assert stored == session_hash(token, ENVIRONMENT["SECRET_KEY"])
    assert stored != session_hash(token, "another key")


async def test_a_new_secret_key_signs_everybody_out(app: FastAPI, admin: Browser) -> None:
    rotated = read_settings({**ENVIRONMENT, "SECRET_KEY": "0123456789abcdef" * 4})
    other = create_app(replace(context_of(app).settings, secret_key=rotated.secret_key))
    async with started(other):
        await ready(other)
        async with Browser(other) as browser:
            browser.http.cookies = admin.http.cookies
            assert (await browser.get("/api/session")).status_code == 401


async def test_signing_in_again_ends_the_browser_s_former_session(app: FastAPI, admin: Browser) -> None:
    former = admin.http.cookies["cms_session"]
    await admin.sign_in()
    async with Browser(app) as thief:
        thief.http.cookies.set("cms_session", former)
        assert (await thief.get("/api/session")).status_code == 401


async def test_a_user_has_a_bounded_number_of_sessions(app: FastAPI, admin: Browser) -> None:
    for _ in range(SESSIONS_PER_USER + 3):
        async with Browser(app) as browser:
            await browser.sign_in()
    async with context_of(app).database.transaction() as db:
        assert len((await db.execute(select(sessions.c.token_hash))).all()) == SESSIONS_PER_USER


async def test_guessing_one_account_is_throttled_from_wherever(app: FastAPI, admin: Browser) -> None:
    for number in range(FAILURES_PER_ACCOUNT):
        async with Browser(app, address=f"198.51.100.{number}") as guesser:
            assert (await guesser.sign_in(password=f"guess {number}")).status_code == 401
    async with Browser(app, address="198.51.100.200") as guesser:
        response = await guesser.sign_in(email=EMAIL.upper())
    assert (response.status_code, error_code(response)) == (429, "too_many_attempts")
    assert 0 < int(response.headers["retry-after"]) <= 901


async def test_guessing_from_one_address_is_throttled_whatever_the_account(app: FastAPI, admin: Browser) -> None:
    async with Browser(app, address="198.51.100.9") as guesser:
        for number in range(FAILURES_PER_ADDRESS):
            assert (await guesser.sign_in(email=f"user{number}@example.org")).status_code == 401
        assert (await guesser.sign_in(email="yet@example.org")).status_code == 429
    assert (await admin.sign_in()).status_code == 200


async def test_a_success_resets_the_count(admin: Browser, visitor: Browser) -> None:
    for _ in range(2):
        for _ in range(FAILURES_PER_ACCOUNT - 1):
            assert (await visitor.sign_in(password="wrong")).status_code == 401
        assert (await visitor.sign_in()).status_code == 200
