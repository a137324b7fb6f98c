"""What visitors see is what was published, where and when it was said."""

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app.modules.content.service import lock_entry
from app.modules.core.events import emit
from app.modules.publishing import previews
from app.modules.publishing.due import work_off
from app.modules.publishing.paths import Place, public_paths
from tests.support import ENVIRONMENT, Browser, context_of, error_code, eventually, is_somebody_waiting
from tests.test_entries import at, changes


def in_(seconds: float) -> str:
    return (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat()


async def body_at(visitor: Browser, path: str) -> str:
    response = await visitor.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return response.text


async def test_publishing_and_taking_back(admin: Browser, visitor: Browser) -> None:
    entry = await admin.new_page("Public")
    published = await admin.publish(entry)
    assert (published["status"], published["version"], published["publishedVersion"]) == ("published", 1, 1)
    assert (published["publishedPath"], published["hasChanges"]) == ("/public", False)
    assert await admin.publish(entry) == published
    draft = (await admin.post(f"{at(entry)}/unpublish")).json()
    assert (draft["status"], draft["publishedAt"], draft["publishedPath"]) == ("draft", None, None)
    assert (await visitor.get("/public")).status_code == 404
    again = await admin.publish(entry)
    assert again["firstPublishedAt"] == published["firstPublishedAt"] < again["publishedAt"]


async def test_editing_what_is_public_changes_nothing_for_visitors_until_it_is_published(
    admin: Browser, visitor: Browser
) -> None:
    entry = await admin.published_page("About", body="old")
    saved = (await admin.put(at(entry), {**changes(entry, body="new"), "title": "Us", "slug": "us"})).json()
    assert (saved["status"], saved["published"], saved["hasChanges"]) == ("published", True, True)
    assert (saved["path"], saved["publishedPath"]) == ("/us", "/about")
    page = await body_at(visitor, "/about")
    assert "old" in page
    assert "<h1>About</h1>" in page
    assert (await visitor.get("/us")).status_code == 404
    await admin.publish(saved)
    page = await body_at(visitor, "/us")
    assert "new" in page
    assert "<h1>Us</h1>" in page


async def test_going_back_to_what_is_public(admin: Browser, visitor: Browser) -> None:
    entry = await admin.published_page("About", body="old")
    await admin.put(at(entry), {**changes(entry, body="new"), "slug": "us"})
    back = (await admin.post(f"{at(entry)}/discard")).json()
    assert (back["data"]["body"], back["slug"], back["version"], back["hasChanges"]) == ("old", "about", 3, False)
    assert (await admin.post(f"{at(entry)}/discard")).json() == back
    assert "old" in await body_at(visitor, "/about")
    draft = await admin.new_page("Draft")
    refused = await admin.post(f"{at(draft)}/discard")
    assert (refused.status_code, error_code(refused)) == (409, "in_use")


async def test_a_review_is_asked_for_and_answered(admin: Browser, visitor: Browser) -> None:
    await visitor.enter("author")
    entry = await visitor.new_page("Mine")
    submitted = (await visitor.post(f"{at(entry)}/submit")).json()
    assert submitted["status"] == "in_review"
    assert [e["id"] for e in (await admin.get("/api/entries?status=in_review")).json()["items"]] == [entry["id"]]
    # Its author may still mend it, and an editor send it back.
    mended = await visitor.put(at(entry), changes(submitted, body="better"))
    assert (mended.status_code, mended.json()["status"]) == (200, "in_review")
    assert (await admin.post(f"{at(entry)}/unpublish")).json()["status"] == "draft"
    await visitor.post(f"{at(entry)}/submit")
    assert (await admin.publish(entry))["status"] == "published"


async def test_what_is_submitted_while_public_stays_public_as_it_was(admin: Browser, visitor: Browser) -> None:
    entry = await admin.published_page("About", body="old")
    saved = (await admin.put(at(entry), changes(entry, body="new"))).json()
    submitted = (await admin.post(f"{at(entry)}/submit")).json()
    assert (submitted["status"], submitted["published"]) == ("in_review", True)
    assert "old" in await body_at(visitor, "/about")
    await admin.publish(saved)
    assert "new" in await body_at(visitor, "/about")


async def test_an_old_address_leads_to_the_new_one_however_often_it_moves(admin: Browser, visitor: Browser) -> None:
    entry = await admin.published_page("One")
    for slug in ("two", "three"):
        entry = (await admin.put(at(entry), {"version": entry["version"], "slug": slug})).json()
        await admin.publish(entry)
    for old in ("/one", "/two"):
        response = await visitor.get(old)
        assert (response.status_code, response.headers["location"]) == (301, "/three")
    assert (await visitor.get("/one/")).headers["location"] == "/one"
    # An address that somebody takes leads nowhere else any more.
    await admin.published_page("One")
    assert "<h1>One</h1>" in await body_at(visitor, "/one")
    back = (await admin.put(at(entry), {"version": entry["version"], "slug": "two"})).json()
    await admin.publish(back)
    assert (await visitor.get("/two")).status_code == 200
    assert (await visitor.get("/three")).headers["location"] == "/two"
    await admin.post(f"{at(entry)}/unpublish")
    assert (await visitor.get("/three")).status_code == 404


async def test_pages_stand_in_a_tree_and_move_with_what_is_above_them(admin: Browser, visitor: Browser) -> None:
    top = await admin.published_page("Services")
    below = await admin.published_page("Repair", parentId=top["id"], summary="We mend.")
    deepest = await admin.published_page("Prices", parentId=below["id"])
    assert "<h1>Prices</h1>" in await body_at(visitor, "/services/repair/prices")
    assert 'href="/services/repair"' in await body_at(visitor, "/services")
    assert (await visitor.get("/repair")).status_code == 404
    saved = (await admin.put(at(top), {"version": 1, "slug": "work"})).json()
    assert (await admin.get(at(deepest))).json()["path"] == "/work/repair/prices"
    assert (await admin.get(at(deepest))).json()["publishedPath"] == "/services/repair/prices"
    await admin.publish(saved)
    assert "<h1>Prices</h1>" in await body_at(visitor, "/work/repair/prices")
    assert (await admin.get(at(deepest))).json()["publishedPath"] == "/work/repair/prices"
    moved = await visitor.get("/services/repair/prices")
    assert (moved.status_code, moved.headers["location"]) == (301, "/work/repair/prices")
    # What is below something that is not public keeps its address.
    await admin.post(f"{at(top)}/unpublish")
    assert "<h1>Repair</h1>" in await body_at(visitor, "/work/repair")


async def test_two_entries_are_never_public_at_one_address(admin: Browser, visitor: Browser) -> None:
    first = await admin.published_page("One")
    await admin.put(at(first), {"version": 1, "slug": "away"})
    second = await admin.new_page("Two", slug="one")
    refused = await admin.post(f"{at(second)}/publish")
    assert (refused.status_code, error_code(refused)) == (409, "slug_taken")
    assert "<h1>One</h1>" in await body_at(visitor, "/one")
    await admin.publish(first)
    await admin.publish(second)
    assert "<h1>Two</h1>" in await body_at(visitor, "/one")


async def test_many_at_once_each_by_itself(admin: Browser, visitor: Browser) -> None:
    one, two = await admin.new_page("One"), await admin.new_page("Two")
    gone = str(uuid4())
    body = {"ids": [one["id"], gone, two["id"], one["id"]], "action": "publish"}
    answer = (await admin.post("/api/entries/bulk", body)).json()
    assert [(item["id"], item["problem"] and item["problem"]["code"]) for item in answer["items"]] == [
        (one["id"], None), (gone, "not_found"), (two["id"], None),
    ]  # fmt: skip
    for path in ("/one", "/two"):
        await body_at(visitor, path)
    for wrong in ({"ids": [], "action": "publish"}, {"ids": [gone], "action": "burn"}):
        assert (await admin.post("/api/entries/bulk", wrong)).status_code == 422


@pytest.mark.parametrize("other", ["bulk", "delete a term", "merge a term", "remove a person", "change the language"])
async def test_two_that_change_many_entries_do_not_wait_for_each_other(
    app: FastAPI, admin: Browser, visitor: Browser, other: str
) -> None:
    food, meals = [(await admin.post("/api/terms", {"kind": "tag", "name": name})).json() for name in ("Food", "Meals")]
    await visitor.enter("author")
    me = (await visitor.get("/api/session")).json()["id"]
    posts = [await visitor.new_entry(title, "post", terms=[food["id"]]) for title in ("One", "Two")]
    first, last = sorted((post["id"] for post in posts), key=UUID)
    # PostgreSQL comes to what was written last at last.
    await admin.put(f"/api/entries/{first}", {"version": 1, "title": "Won"})

    def publish(*ids: str) -> Coroutine[Any, Any, httpx.Response]:
        return admin.post("/api/entries/bulk", {"ids": ids, "action": "publish"})

    async with context_of(app).database.transaction() as db:
        await lock_entry(db, UUID(first))
        one = asyncio.create_task(publish(first, last))
        await eventually(partial(is_somebody_waiting, app))
        match other:
            case "bulk":
                change = publish(last, first)
            case "delete a term":
                change = admin.delete(f"/api/terms/{food['id']}")
            case "merge a term":
                change = admin.post(f"/api/terms/{food['id']}/merge", {"into": meals["id"]})
            case "remove a person":
                change = admin.delete(f"/api/users/{me}")
            case _:
                change = admin.put("/api/site", {**(await admin.get("/api/site")).json(), "language": "de"})
        two = asyncio.create_task(change)
        await eventually(partial(is_somebody_waiting, app, 2))
    assert [item["problem"] for item in (await one).json()["items"]] == [None, None]
    assert (await two).is_success, (await two).text


async def hurry(app: FastAPI, entry: dict[str, Any], **seconds: int) -> None:
    """Make a time that was set one that is past."""
    async with context_of(app).database.transaction() as db:
        for column, ago in seconds.items():
            moment = datetime.now(UTC) - timedelta(seconds=ago)
            await db.execute(text(f"UPDATE entries SET {column} = :at WHERE id = :id"), {"at": moment, "id": entry["id"]})


async def test_what_is_scheduled_becomes_public_by_itself_and_is_taken_back(
    app: FastAPI, admin: Browser, visitor: Browser
) -> None:
    entry = await admin.new_page("Sale")
    times = {"publishAt": in_(1.0), "unpublishAt": in_(2.0)}
    scheduled = (await admin.put(f"{at(entry)}/schedule", times)).json()
    assert scheduled["publishAt"] and scheduled["unpublishAt"] and not scheduled["published"]
    assert [e["id"] for e in (await admin.get("/api/entries?status=scheduled")).json()["items"]] == [entry["id"]]
    assert (await visitor.get("/sale")).status_code == 404

    async def is_there() -> bool:
        return (await visitor.get("/sale")).status_code == 200

    async def is_gone() -> bool:
        return not await is_there()

    await eventually(is_there)
    await eventually(is_gone)
    after = (await admin.get(at(entry))).json()
    assert (after["publishAt"], after["unpublishAt"], after["status"]) == (None, None, "draft")


async def worked_off(app: FastAPI, admin: Browser, entry: dict[str, Any]) -> dict[str, Any]:
    """The entry once its times are over; the process's own background may have been quicker."""
    found: dict[str, Any] = {}

    async def is_over() -> bool:
        await work_off(context_of(app).database)
        found.update((await admin.get(at(entry))).json())
        return found["publishAt"] is None and found["unpublishAt"] is None

    await eventually(is_over)
    return found


async def test_however_many_work_at_it_each_is_published_once(
    app: FastAPI, admin: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [await admin.new_page(f"Sale {number}") for number in range(4)]
    told = listen(monkeypatch)
    for entry in entries:
        await hurry(app, entry, publish_at=1)
    done = await asyncio.gather(*(work_off(context_of(app).database) for _ in range(3)))
    assert sum(done) <= len(entries)
    for entry in entries:
        assert (await worked_off(app, admin, entry))["published"]
    assert sorted(name for name, _, _ in told) == ["entry.published"] * 4


async def test_what_somebody_is_changing_at_the_moment_waits_and_holds_up_nothing_else(
    app: FastAPI, admin: Browser
) -> None:
    held, other = await admin.new_page("Held"), await admin.new_page("Other")
    async with context_of(app).database.transaction() as db:
        await db.execute(text("SELECT 1 FROM entries WHERE id = :id FOR UPDATE"), {"id": held["id"]})
        await hurry(app, other, publish_at=1)
        assert (await worked_off(app, admin, other))["published"]
    await hurry(app, held, publish_at=1)
    assert (await worked_off(app, admin, held))["published"]


async def test_what_was_due_while_nobody_was_there_ends_as_it_would_have(app: FastAPI, admin: Browser) -> None:
    entry = await admin.new_page("Sale")
    await hurry(app, entry, publish_at=200, unpublish_at=100)
    assert (await worked_off(app, admin, entry))["published"] is False


async def test_what_cannot_be_published_in_time_says_why_and_is_not_tried_again(app: FastAPI, admin: Browser) -> None:
    taken = await admin.published_page("One")
    await admin.put(at(taken), {"version": 1, "slug": "away"})
    entry, other = await admin.new_page("Two", slug="one"), await admin.new_page("Three")
    await hurry(app, entry, publish_at=2)
    await hurry(app, other, publish_at=1)
    after = await worked_off(app, admin, entry)
    assert after["published"] is False
    assert "public at this address" in after["scheduleProblem"]
    assert (await worked_off(app, admin, other))["published"]


@pytest.mark.parametrize(
    ("times", "field"),
    [
        ({"publishAt": "2020-01-01T00:00:00Z"}, "publishAt"),
        ({"publishAt": "2999-01-01T00:00:00"}, "publishAt"),
        ({"publishAt": "soon"}, "publishAt"),
        ({"unpublishAt": "2999-01-01T00:00:00Z"}, "unpublishAt"),
        ({"publishAt": "2999-01-02T00:00:00Z", "unpublishAt": "2999-01-01T00:00:00Z"}, "unpublishAt"),
    ],
)
async def test_times_that_make_no_sense_are_refused(admin: Browser, times: dict[str, str], field: str) -> None:
    entry = await admin.new_page()
    response = await admin.put(f"{at(entry)}/schedule", times)
    assert (response.status_code, error_code(response)) == (422, "invalid_input")
    assert set(response.json()["error"]["fields"]) == {field}


async def test_whoever_has_the_link_sees_what_is_being_worked_on_and_nobody_else(
    admin: Browser, visitor: Browser
) -> None:
    entry = await admin.published_page("About", body="old")
    await admin.put(at(entry), changes(entry, body="new <script>alert(1)</script>"))
    link = (await admin.post(f"{at(entry)}/preview-link")).json()
    assert link["url"].startswith(f"{ENVIRONMENT['SITE_URL']}/_preview/")
    path = link["url"].removeprefix(ENVIRONMENT["SITE_URL"])
    response = await visitor.get(path)
    assert response.status_code == 200
    assert "new" in response.text
    assert "<script" not in response.text
    assert "A preview" in response.text
    assert 'name="robots" content="noindex"' in response.text
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["referrer-policy"] == "no-referrer"
    assert "old" in await body_at(visitor, "/about")
    token = path.removeprefix("/_preview/")
    for wrong in (token[:-4] + "AAAA", token[1:], "x", "", "A" * 54, f"{token}/x"):
        assert (await visitor.get(f"/_preview/{wrong}")).status_code in (404, 410), wrong
    await admin.post(f"{at(entry)}/unpublish")
    await admin.delete(at(entry))
    assert (await visitor.get(path)).status_code == 404


def test_a_preview_ends_and_another_stack_s_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    entry_id = uuid4()
    token, ends = previews.preview_token(entry_id, "a key")
    assert previews.previewed(token, "a key") == entry_id
    assert previews.previewed(token, "another key") is None
    assert timedelta(days=2) < ends - datetime.now(UTC) <= previews.LIFETIME
    monkeypatch.setattr("time.time", lambda: ends.timestamp() + 1)
    assert previews.previewed(token, "a key") is None


def test_paths_are_made_of_what_visitors_know() -> None:
    top, below, deep = uuid4(), uuid4(), uuid4()
    present = {top: Place("new", None), below: Place("below", top), deep: Place("deep", below)}
    assert public_paths(present, {}) == {}
    # `below` is not public: its present slug counts; `top` is, with its old one.
    published = {top: Place("old", None), deep: Place("deep", below)}
    assert public_paths(present, published) == {top: "/old", deep: "/old/below/deep"}
    # A parent that is gone, and a circle made of old places and new ones.
    assert public_paths({}, {deep: Place("deep", below)}) == {deep: "/deep"}
    circle = {top: Place("a", below), below: Place("b", top)}
    assert set(public_paths(circle, circle)) == {top, below}


def listen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, str | None]]:
    """What is told from now on, and told on."""
    told: list[tuple[str, str, str | None]] = []

    async def listening(db: Any, name: Any, payload: Any) -> None:
        told.append((name, payload["title"], payload.get("path")))
        await emit(db, name, payload)

    monkeypatch.setattr("app.modules.content.state.emit", listening)
    return told


async def test_everything_that_happens_to_an_entry_is_told(
    admin: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = listen(monkeypatch)
    entry = await admin.new_page("One")
    await admin.put(at(entry), {"version": 1, "title": "Two"})
    await admin.post(f"{at(entry)}/submit")
    await admin.put(f"{at(entry)}/schedule", {"publishAt": in_(3600)})
    await admin.publish(entry)
    await admin.post(f"{at(entry)}/revisions/1/restore")
    await admin.post(f"{at(entry)}/unpublish")
    await admin.delete(at(entry))
    assert told == [
        ("entry.created", "One", None), ("entry.saved", "Two", None), ("entry.submitted", "Two", None),
        ("entry.scheduled", "Two", None), ("entry.published", "Two", "/one"), ("entry.restored", "One", "/one"),
        ("entry.unpublished", "One", "/one"), ("entry.deleted", "One", None),
    ]  # fmt: skip
