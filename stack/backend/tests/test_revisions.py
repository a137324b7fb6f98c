"""Every save can be compared and brought back."""

from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app.modules.revisions import service
from tests.support import Browser, context_of, error_code
from tests.test_entries import at, changes


async def revisions(browser: Browser, entry: dict[str, Any], query: str = "") -> list[dict[str, Any]]:
    response = await browser.get(f"{at(entry)}/revisions{query}")
    assert response.status_code == 200, response.text
    items: list[dict[str, Any]] = response.json()["items"]
    return items


async def test_each_save_leaves_a_revision(admin: Browser, visitor: Browser) -> None:
    await visitor.enter("editor")
    entry = await admin.new_page("One", body="first")
    saved = (await visitor.put(at(entry), {**changes(entry, body="second"), "title": "Two"})).json()
    published = await admin.publish(saved)
    assert [(r["number"], r["title"], r["kind"], r["author"]["name"]) for r in await revisions(admin, entry)] == [
        (2, "Two", "saved", "Grace Hopper"), (1, "One", "saved", "Ada"),
    ]  # fmt: skip
    newest, oldest = await revisions(admin, entry)
    assert newest["publishedAt"] == published["publishedAt"]
    assert oldest["publishedAt"] is None
    old = (await admin.get(f"{at(entry)}/revisions/1")).json()
    assert (old["title"], old["slug"], old["data"]["body"], old["parentId"], old["terms"]) == ("One", "one", "first", None, [])
    for number in ("3", "0", "x", "-1"):
        assert (await admin.get(f"{at(entry)}/revisions/{number}")).status_code == 404


async def test_an_old_version_is_brought_back_as_a_new_one(admin: Browser, visitor: Browser) -> None:
    entry = await admin.published_page("One", body="first")
    saved = (await admin.put(at(entry), changes(entry, body="second"))).json()
    await admin.publish(saved)
    restored = (await admin.post(f"{at(entry)}/revisions/1/restore")).json()
    assert (restored["version"], restored["data"]["body"], restored["hasChanges"]) == (3, "first", True)
    assert "second" in (await visitor.get("/one")).text
    assert [r["kind"] for r in await revisions(admin, entry)] == ["restored", "saved", "saved"]
    assert (await admin.post(f"{at(entry)}/revisions/9/restore")).status_code == 404


async def test_what_no_longer_fits_stays_behind(admin: Browser) -> None:
    tag = (await admin.post("/api/terms", {"kind": "tag", "name": "News"})).json()
    top = await admin.new_entry("Top")
    entry = await admin.new_entry("One", parentId=top["id"], terms=[tag["id"]], data={"summary": "x"})
    await admin.put(at(entry), {"version": 1, "parentId": None, "terms": [], "data": {"summary": "y"}})
    await admin.delete(f"/api/terms/{tag['id']}")
    assert (await admin.delete(at(top))).status_code == 204
    restored = (await admin.post(f"{at(entry)}/revisions/1/restore")).json()
    assert (restored["parentId"], restored["terms"], restored["data"]["summary"]) == (None, [], "x")


async def test_an_old_address_that_somebody_has_by_now_is_refused(admin: Browser) -> None:
    entry = await admin.new_page("One")
    await admin.put(at(entry), {"version": 1, "slug": "two"})
    await admin.new_page("One")
    refused = await admin.post(f"{at(entry)}/revisions/1/restore")
    assert (refused.status_code, error_code(refused)) == (409, "slug_taken")


async def test_autosaves_in_a_row_are_one_revision(app: FastAPI, admin: Browser, visitor: Browser) -> None:
    await visitor.enter("editor")
    entry = await admin.new_page("One")

    async def save(browser: Browser, body: str, *, autosave: bool) -> None:
        version = (await admin.get(at(entry))).json()["version"]
        given = {"version": version, "data": {"body": body}, "autosave": autosave}
        assert (await browser.put(at(entry), given)).status_code == 200

    for body in ("a", "ab", "abc"):
        await save(admin, body, autosave=True)
    await save(visitor, "abcd", autosave=True)
    await save(visitor, "abcde", autosave=False)
    await save(visitor, "abcdef", autosave=True)
    kinds = [(r["number"], r["kind"]) for r in await revisions(admin, entry)]
    assert kinds == [(7, "autosaved"), (6, "saved"), (5, "autosaved"), (4, "autosaved"), (1, "saved")]
    # A long session leaves a trail.
    async with context_of(app).database.transaction() as db:
        await db.execute(text("UPDATE revisions SET created_at = created_at - interval '1 hour'"))
    await save(visitor, "x", autosave=True)
    assert [r["number"] for r in await revisions(admin, entry)][:2] == [8, 7]


async def test_the_oldest_go_but_not_what_was_public(admin: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "KEPT", 3)
    entry = await admin.published_page("One", body="0")
    for number in range(1, 7):
        entry = (await admin.put(at(entry), changes(entry, body=str(number)))).json()
    assert [r["number"] for r in await revisions(admin, entry)] == [7, 6, 5, 1]


async def test_the_list_goes_on_where_it_stopped(admin: Browser) -> None:
    entry = await admin.new_page("One")
    for number in range(4):
        entry = (await admin.put(at(entry), changes(entry, body=str(number)))).json()
    first = (await admin.get(f"{at(entry)}/revisions?limit=2")).json()
    second = (await admin.get(f"{at(entry)}/revisions?limit=2&cursor={first['nextCursor']}")).json()
    third = (await admin.get(f"{at(entry)}/revisions?limit=2&cursor={second['nextCursor']}")).json()
    assert [r["number"] for part in (first, second, third) for r in part["items"]] == [5, 4, 3, 2, 1]
    assert third["nextCursor"] is None
    for query in ("limit=0", "cursor=x", "cursor=0", "cursor=99999999999"):
        assert (await admin.get(f"{at(entry)}/revisions?{query}")).status_code == 422
