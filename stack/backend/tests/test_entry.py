"""Signing in from the portal."""

import asyncio
import base64
import json
import time
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, text, update

from app.modules.identity.entry import LONGEST_LIFE, Claims, read_token
from app.modules.identity.models import sessions, used_entries, users
from app.modules.identity.router import REFUSED_ENTRIES
from tests.support import ENVIRONMENT, ORIGIN, Browser, context_of, entry_token, signed

NOW = 1_800_000_000.0


def read(token: str, now: float | None = None) -> Claims:
    return read_token(
        token, secret_key=ENVIRONMENT["SECRET_KEY"], stack_name="acme", now=time.time() if now is None else now
    )


async def use(browser: Browser, token: str) -> httpx.Response:
    """Open the link, again while a busy machine's database is too slow to be connected to: 503 says
    that nothing was decided."""
    while (response := await browser.get(f"/api/enter?token={token}")).status_code == 503:
        await asyncio.sleep(float(response.headers["retry-after"]) / 10)
    return response


def refused(response: object) -> bool:
    status, text = getattr(response, "status_code"), getattr(response, "text")
    return status == 410 and "has been used, has expired or is for another site" in text \
        and "press the button again" in text and "<!doctype html>" in text


async def test_a_token_signs_in_and_leads_to_the_admin(visitor: Browser) -> None:
    response = await visitor.get(f"/api/enter?token={entry_token()}")
    assert (response.status_code, response.headers["location"]) == (303, "/admin")
    assert response.headers["referrer-policy"] == "no-referrer"
    assert response.headers["cache-control"] == "no-store"
    assert "httponly" in response.headers["set-cookie"].lower()
    session = (await visitor.get("/api/session")).json()
    assert (session["name"], session["email"], session["role"]) == ("Grace Hopper", "grace@example.org", "editor")
    assert session["demo"] is None


async def test_a_token_works_once(visitor: Browser, app: FastAPI) -> None:
    token = entry_token()
    assert (await visitor.get(f"/api/enter?token={token}")).status_code == 303
    async with Browser(app) as thief:
        response = await thief.get(f"/api/enter?token={token}")
        assert refused(response)
        assert response.headers["referrer-policy"] == "no-referrer"
        assert "set-cookie" not in response.headers
        assert (await thief.get("/api/session")).status_code == 401


async def test_of_many_uses_at_once_one_wins(app: FastAPI) -> None:
    token = entry_token()
    browsers = [Browser(app) for _ in range(6)]
    answers = await asyncio.gather(*(use(browser, token) for browser in browsers))
    assert sorted(answer.status_code for answer in answers) == [303] + [410] * 5
    signed_in = [(await browser.get("/api/session")).status_code for browser in browsers]
    assert sorted(signed_in) == [200] + [401] * 5
    for browser in browsers:
        await browser.http.aclose()


async def test_two_tokens_of_a_new_person_at_once_make_one_person(app: FastAPI) -> None:
    browsers = [Browser(app) for _ in range(4)]
    answers = await asyncio.gather(
        *(use(b, entry_token(sub=s)) for b, s in zip(browsers, ["a@b.c", "A@B.C"] * 2, strict=True))
    )
    assert [answer.status_code for answer in answers] == [303] * 4
    async with context_of(app).database.transaction() as db:
        assert (await db.execute(select(func.count()).select_from(users))).scalar_one() == 1
    for browser in browsers:
        await browser.http.aclose()


@pytest.mark.parametrize(
    "changes",
    [
        {"aud": "globex"}, {"aud": ""}, {"aud": None}, {"aud": ["acme"]}, {"sub": "not an address"}, {"sub": None},
        {"name": ""}, {"name": "x" * 121}, {"name": "a\u0000b"}, {"role": "root"}, {"role": None},
        {"jti": ""}, {"jti": "short"}, {"jti": None}, {"exp": None}, {"exp": "soon"}, {"exp": 1e300},
        {"demo": {"expiresAt": "2030-01-01T00:00:00Z", "keepUrl": "javascript:alert(1)"}},
        {"demo": {"expiresAt": "2030-01-01T00:00:00", "keepUrl": "https://freehold.example"}},
        {"demo": {"expiresAt": "2030-01-01T00:00:00Z"}},
    ],
)  # fmt: skip
async def test_a_signed_token_that_says_something_else_is_refused(visitor: Browser, changes: dict[str, object]) -> None:
    assert refused(await visitor.get(f"/api/enter?token={entry_token(**changes)}"))
    assert (await visitor.internal("GET", "/status")).json()["users"] == 0


@pytest.mark.parametrize(("seconds", "good"), [(-1, False), (0, False), (1, True), (LONGEST_LIFE, True), (LONGEST_LIFE + 1, False)])
def test_a_token_is_good_until_it_expires_and_never_for_longer_than_two_minutes(seconds: int, good: bool) -> None:
    token = entry_token(exp=int(NOW) + seconds)
    if good:
        assert read(token, NOW).exp == NOW + seconds
        return
    with pytest.raises(Exception, match="entry_invalid"):
        read(token, NOW)


async def test_an_expired_token_is_refused_with_a_page(visitor: Browser) -> None:
    assert refused(await visitor.get(f"/api/enter?token={entry_token(exp=int(time.time()) - 1)}"))


async def test_a_token_of_another_key_is_refused(visitor: Browser) -> None:
    payload = base64.urlsafe_b64decode(entry_token().split(".")[0] + "==")
    assert (await visitor.get(f"/api/enter?token={signed(payload)}")).status_code == 303
    for key in (ENVIRONMENT["CONTROL_TOKEN"], "", ENVIRONMENT["SECRET_KEY"].upper()):
        assert refused(await visitor.get(f"/api/enter?token={signed(payload, key)}"))


@pytest.mark.parametrize(
    "damage",
    [
        lambda t: "", lambda t: ".", lambda t: t.split(".")[0], lambda t: t.split(".")[0] + ".", lambda t: "." + t.split(".")[1],
        lambda t: t + "A", lambda t: t[:-1], lambda t: t + "=", lambda t: t.replace(".", ".."), lambda t: t + "." + t,
        lambda t: "A" + t, lambda t: t.split(".")[0] + ".ä", lambda t: t.swapcase(), lambda t: "x" * 3999,
        lambda t: base64.urlsafe_b64encode(b"[" * 2000).decode() + "." + t.split(".")[1],
    ],
)  # fmt: skip
def test_a_damaged_token_is_refused(damage: "object") -> None:
    assert callable(damage)
    with pytest.raises(Exception, match="entry_invalid"):
        read(damage(entry_token()))


def test_a_signature_has_one_spelling() -> None:
    payload, signature = entry_token().split(".")
    last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".index(signature[-1])
    twin = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[last ^ 1]
    with pytest.raises(Exception, match="entry_invalid"):
        read(f"{payload}.{signature[:-1]}{twin}")


@pytest.mark.parametrize("payload", [b"", b"null", b"[]", b"7", b'"x"', b"{", b"\xff", b"[" * 1500, b"{}"])
def test_a_signed_payload_that_is_no_claims_is_refused(payload: bytes) -> None:
    with pytest.raises(Exception, match="entry_invalid"):
        read(signed(payload))


async def test_an_overlong_token_is_refused_with_the_same_page_however_well_it_is_signed(visitor: Browser) -> None:
    assert refused(await visitor.get(f"/api/enter?token={entry_token(locale='x' * 4000)}"))


async def test_nobody_enters_a_demo_that_is_over(visitor: Browser) -> None:
    ended = {"expiresAt": datetime.now(UTC).isoformat(), "keepUrl": "http://localhost:8080/keep"}
    assert refused(await visitor.get(f"/api/enter?token={entry_token(demo=ended)}"))
    assert (await visitor.internal("GET", "/status")).json()["users"] == 0


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ("/admin/pages", "/admin/pages"), ("/admin/settings?tab=look", "/admin/settings?tab=look"), ("/admin/", "/admin/"),
        ("https://evil.example", "/admin"), ("//evil.example", "/admin"), ("/admin/../api/session", "/admin"),
        ("/administrator", "/admin"), ("/admin//evil.example", "/admin"), ("/admin\\evil", "/admin"),
        ("/admin/%2e%2e/x", "/admin"), ("/admin\r\nSet-Cookie: a=b", "/admin"), ("/", "/admin"), ("/admin/.", "/admin"),
    ],
)  # fmt: skip
async def test_next_leads_into_the_admin_and_nowhere_else(visitor: Browser, wanted: str, there: str) -> None:
    response = await visitor.get(f"/api/enter?token={entry_token(next=wanted)}")
    assert (response.status_code, response.headers["location"]) == (303, there)
    assert len(response.headers.get_list("set-cookie")) == 1


async def test_the_portal_s_word_on_name_and_role_counts(visitor: Browser) -> None:
    await visitor.enter("viewer", "grace@example.org", name="G. Hopper")
    first = (await visitor.get("/api/session")).json()
    await visitor.enter("admin", "GRACE@example.org", name="Grace")
    second = (await visitor.get("/api/session")).json()
    assert (second["id"], second["role"], second["name"]) == (first["id"], "admin", "Grace")


async def test_whoever_comes_from_the_portal_keeps_their_password(admin: Browser, app: FastAPI) -> None:
    async with Browser(app) as same:
        await same.enter("owner", "ada@example.org")
        assert (await same.sign_in()).status_code == 200


async def test_whoever_wrote_what_is_being_brought_in_signs_in_all_the_same(visitor: Browser, app: FastAPI) -> None:
    await visitor.enter("author")
    me = (await visitor.get("/api/session")).json()["id"]
    made = "INSERT INTO entries (id, type_key, slug, title, author_id) VALUES (gen_random_uuid(), 'post', 'a', 'A', :me)"
    async with context_of(app).database.transaction() as importing:
        await importing.execute(text(made), {"me": me})
        await visitor.enter("author")


async def test_without_a_password_no_password_signs_in(visitor: Browser) -> None:
    await visitor.enter("owner", "grace@example.org")
    for password in ("", " ", "x", "$argon2id$v=19$m=19456,t=2,p=1$6SiSxsKS6Hc/iP5EWgVmIA$ONLHQia3r+xYH07nNQJX5g"):
        response = await visitor.sign_in("grace@example.org", password)
        assert response.status_code in (401, 422), password


async def test_the_browser_s_former_session_ends(app: FastAPI, visitor: Browser) -> None:
    await visitor.enter("viewer")
    former = visitor.http.cookies["cms_session"]
    await visitor.enter("editor")
    async with Browser(app) as thief:
        thief.http.cookies.set("cms_session", former)
        assert (await thief.get("/api/session")).status_code == 401


async def test_trying_tokens_is_limited_by_address(app: FastAPI) -> None:
    async with Browser(app, address="198.51.100.9") as guesser:
        for _ in range(REFUSED_ENTRIES):
            assert (await guesser.get("/api/enter?token=a.b")).status_code == 410
        response = await guesser.get(f"/api/enter?token={entry_token()}")
        assert response.status_code == 429
        assert int(response.headers["retry-after"]) > 0
        assert "<!doctype html>" in response.text
    async with Browser(app, address="198.51.100.10") as other:
        for _ in range(REFUSED_ENTRIES + 2):
            await other.enter("viewer")


async def test_used_tokens_are_forgotten_once_they_are_void(app: FastAPI, visitor: Browser) -> None:
    await visitor.enter("viewer")
    async with context_of(app).database.transaction() as db:
        await db.execute(update(used_entries).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    await visitor.enter("viewer")
    async with context_of(app).database.transaction() as db:
        assert len((await db.execute(select(used_entries.c.id_hash))).all()) == 1
        assert (await db.execute(select(func.count()).select_from(sessions))).scalar_one() == 1


async def test_a_name_is_text_wherever_it_is_shown(visitor: Browser) -> None:
    attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    await visitor.enter("owner", name=attack)
    assert (await visitor.get("/api/session")).json()["name"] == attack
    assert (await visitor.get("/api/users")).json()[0]["name"] == attack
    await visitor.published_page("By somebody", body="x")
    assert "alert" not in (await visitor.get("/by-somebody")).text


async def test_a_foreign_page_may_lead_here_but_the_cookie_stays_lax(visitor: Browser) -> None:
    response = await visitor.get(f"/api/enter?token={entry_token()}", headers={"origin": "http://portal.example"})
    assert response.status_code == 303
    assert "samesite=lax" in response.headers["set-cookie"].lower()
    assert (await visitor.http.post("/api/enter?token=x", headers={"origin": ORIGIN})).status_code == 405


def test_claims_of_a_newer_portal_may_say_more() -> None:
    token = entry_token(locale="de", nested={"a": 1})
    assert json.loads(base64.urlsafe_b64decode(token.split(".")[0] + "=="))["locale"] == "de"
    assert read(token).sub == "grace@example.org"
