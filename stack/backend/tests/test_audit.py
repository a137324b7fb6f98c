"""The log tells who did what, and cannot be made to tell otherwise."""

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.support import Browser, context_of, error_code, eventually
from tests.test_tokens import Program, new_token

SITE = {"title": "Ours", "tagline": "", "language": "en", "homePageId": None}


async def log(browser: Browser, query: str = "") -> list[dict[str, Any]]:
    """Once everything that happened has been handed on."""

    async def settled() -> bool:
        async with context_of(browser.app).database.transaction() as db:
            return not (await db.execute(text("SELECT count(*) FROM outbox"))).scalar_one()

    await eventually(settled)
    response = await browser.get(f"/api/audit{query}")
    assert response.status_code == 200, response.text
    items: list[dict[str, Any]] = response.json()["items"]
    return items


async def test_the_log_tells_who_did_what_and_from_where(admin: Browser) -> None:
    await admin.put("/api/site", SITE)
    me = (await admin.get("/api/session")).json()
    saved, signed_in, added = await log(admin)
    assert [saved["event"], signed_in["event"], added["event"]] == ["site.saved", "signed_in", "user.added"]
    assert saved["actor"] == {"kind": "user", "id": me["id"], "name": "Ada"}
    assert (saved["subjectType"], saved["subjectId"], saved["title"]) == ("site", "site", "Ours")
    assert saved["address"] == "203.0.113.7"
    assert saved["requestId"]
    assert added["details"] == {"email": "ada@example.org", "role": "owner"}


async def test_roles_people_and_tokens_leave_their_line(admin: Browser, visitor: Browser) -> None:
    await visitor.enter("editor")
    one = f"/api/users/{(await visitor.get('/api/session')).json()['id']}"
    await admin.put(one, {"role": "viewer"})
    # The same again is no change, and so no event.
    await admin.put(one, {"role": "viewer"})
    await admin.delete(one)
    token = await new_token(admin, "pages.read")
    await admin.delete(f"/api/tokens/{token['id']}")
    entries = await log(admin, "?limit=6")
    assert [entry["event"] for entry in entries] == [
        "token.revoked", "token.created", "user.removed", "user.role_changed", "signed_in", "user.added",
    ]  # fmt: skip
    assert entries[3]["details"] == {"email": "editor@example.org", "from": "editor", "to": "viewer"}
    assert entries[5]["actor"] == {"kind": "freehold", "id": None, "name": "Freehold"}
    assert token["token"] not in str(entries)


async def test_types_and_terms_leave_their_line(admin: Browser) -> None:
    await admin.post("/api/types", {"key": "recipe", "name": "Recipe", "plural": "Recipes"})
    await admin.put("/api/types/recipe", {"name": "Dish"})
    await admin.delete("/api/types/recipe")
    term = f"/api/terms/{(await admin.post('/api/terms', {'kind': 'tag', 'name': 'Rye'})).json()['id']}"
    await admin.put(term, {"name": "Spelt"})
    await admin.delete(term)
    entries = await log(admin, "?limit=6")
    assert [(entry["event"], entry["subjectType"], entry["title"]) for entry in entries] == [
        ("term.deleted", "tag", "Spelt"), ("term.saved", "tag", "Spelt"), ("term.saved", "tag", "Rye"),
        ("type.deleted", "type", "Dish"), ("type.saved", "type", "Dish"), ("type.saved", "type", "Recipe"),
    ]  # fmt: skip


async def test_a_change_by_a_token_is_told_as_the_token_s(admin: Browser) -> None:
    token = await new_token(admin, "site.write")
    assert (await Program(admin.app, token["token"])("PUT", "/api/site", SITE)).status_code == 200
    entry = (await log(admin))[0]
    assert entry["actor"] == {"kind": "token", "id": token["id"], "name": "Deploy hook (Ada)"}


async def test_freehold_s_own_doing_is_told_as_its_own(admin: Browser, visitor: Browser) -> None:
    await visitor.enter("editor")
    assert (await admin.internal("DELETE", "/users/editor@example.org")).status_code == 204
    entry = (await log(admin))[0]
    assert (entry["event"], entry["actor"]["kind"], entry["title"]) == ("user.removed", "freehold", "Grace Hopper")


async def test_a_request_that_failed_leaves_no_line(admin: Browser) -> None:
    assert (await admin.put("/api/site", {**SITE, "title": ""})).status_code == 422
    assert [entry["event"] for entry in await log(admin)] == ["signed_in", "user.added"]


async def test_the_list_goes_on_where_it_ended_and_filters(admin: Browser, visitor: Browser) -> None:
    for number in range(5):
        await admin.put("/api/site", {**SITE, "title": f"Title {number}"})
    await visitor.enter("editor")
    everything = await log(admin, "?limit=100")
    seen: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = (await admin.get(f"/api/audit?limit=3{cursor}")).json()
        seen += page["items"]
        if page["nextCursor"] is None:
            break
        cursor = f"&cursor={page['nextCursor']}"
    assert seen == everything
    editor = (await visitor.get("/api/session")).json()["id"]
    assert {entry["event"] for entry in await log(admin, "?event=user")} == {"user.added"}
    assert len(await log(admin, "?event=site.saved")) == 5
    assert [entry["event"] for entry in await log(admin, f"?actor={editor}")] == ["signed_in"]
    assert {entry["event"] for entry in await log(admin, f"?subject={editor}")} == {"signed_in", "user.added"}
    third = everything[2]["at"].replace("+", "%2B")
    assert [entry["id"] for entry in await log(admin, f"?since={third}")] == [e["id"] for e in everything[:3]]
    assert [entry["id"] for entry in await log(admin, f"?until={third}")] == [e["id"] for e in everything[3:]]


@pytest.mark.parametrize("query", ["cursor=x", "cursor=-1", "cursor=" + "9" * 20, "event=a.b.c", "event=%25", "actor=x", "since=2020-01-01", "limit=0"])
async def test_a_query_that_makes_no_sense_is_refused(admin: Browser, query: str) -> None:
    response = await admin.get(f"/api/audit?{query}")
    assert (response.status_code, error_code(response)) == (422, "invalid_input")


@pytest.mark.parametrize("statement", ["UPDATE audit_log SET actor_name = 'Eve'", "DELETE FROM audit_log", "TRUNCATE audit_log"])
async def test_what_stands_there_cannot_be_changed_or_taken_out(admin: Browser, statement: str) -> None:
    before = await log(admin)
    with pytest.raises(DBAPIError, match="only grows"):
        async with context_of(admin.app).database.transaction() as db:
            await db.execute(text(statement))
    assert await log(admin) == before


async def test_what_is_older_than_a_year_goes_with_what_comes(admin: Browser) -> None:
    await log(admin)
    async with context_of(admin.app).database.transaction() as db:
        await db.execute(
            text(
                "INSERT INTO audit_log (id, at, event, actor_kind, actor_name, subject_type, subject_id, title, details)"
                " SELECT -n, now() - n * interval '300 days', 'site.saved', 'system', '', 'site', 'site', '', '{}'"
                " FROM generate_series(1, 3) AS n"
            )
        )
    await admin.put("/api/site", SITE)
    ids = [int(entry["id"]) for entry in await log(admin)]
    assert -1 in ids
    assert not {-2, -3} & set(ids)
