"""Pages are put where they belong among one another, by whom and with what for visitors."""

import asyncio
import re
from typing import Any

import httpx
import pytest

from tests.support import Browser, error_code
from tests.test_entries import at
from tests.test_publishing import body_at, listen
from tests.test_tokens import Program, new_token


async def put(
    browser: Browser, entry: dict[str, Any], below: dict[str, Any] | None = None, before: dict[str, Any] | None = None
) -> httpx.Response:
    return await browser.put(
        f"{at(entry)}/place", {"parentId": below and below["id"], "beforeId": before and before["id"]}
    )


async def order(browser: Browser, below: dict[str, Any] | None = None) -> list[str]:
    parent = below["id"] if below else "root"
    items = (await browser.get(f"/api/entries?type=page&sort=position&parent={parent}")).json()["items"]
    return [item["title"] for item in items]


async def menu(visitor: Browser) -> list[str]:
    html = await body_at(visitor, "/one")
    return re.findall(r'<a href="/([a-z/-]+)"', html.split('aria-label="Main"')[1].split("</nav>")[0])


async def test_an_order_is_everybody_s_at_once_and_no_new_version(admin: Browser, visitor: Browser) -> None:
    one, two, three = [await admin.published_page(title) for title in ("One", "Two", "Three")]
    moved = await put(admin, three, before=one)
    assert (moved.status_code, moved.json()["version"], moved.json()["hasChanges"]) == (200, 1, False)
    assert await order(admin) == ["Three", "One", "Two"]
    assert await menu(visitor) == ["three", "one", "two"]
    await put(admin, one)
    assert await menu(visitor) == ["three", "two", "one"]
    draft = await admin.new_page("Draft")
    await put(admin, draft, before=two)
    await admin.publish(draft)
    assert await menu(visitor) == ["three", "draft", "two", "one"]


async def test_pages_below_one_another_are_listed_in_their_order(admin: Browser, visitor: Browser) -> None:
    top = await admin.published_page("Services")
    first, second = [await admin.published_page(title, parentId=top["id"]) for title in ("Repair", "Advice")]
    page = await body_at(visitor, "/services")
    assert page.index("/services/repair") < page.index("/services/advice")
    await put(admin, second, below=top, before=first)
    page = await body_at(visitor, "/services")
    assert page.index("/services/advice") < page.index("/services/repair")


async def test_another_parent_is_public_once_it_is_published_and_the_old_address_leads_there(
    admin: Browser, visitor: Browser
) -> None:
    top, team = await admin.published_page("About"), await admin.published_page("Team")
    await admin.published_page("Ada", parentId=team["id"])
    other = await admin.published_page("Work", parentId=top["id"])
    moved = (await put(admin, team, below=top, before=other)).json()
    assert (moved["parentId"], moved["version"], moved["hasChanges"]) == (top["id"], 2, True)
    assert (moved["path"], moved["publishedPath"]) == ("/about/team", "/team")
    assert await order(admin, top) == ["Team", "Work"]
    assert "<h1>Ada</h1>" in await body_at(visitor, "/team/ada")
    await admin.publish(team)
    page = await body_at(visitor, "/about")
    assert page.index("/about/team") < page.index("/about/work")
    for old, new in (("/team", "/about/team"), ("/team/ada", "/about/team/ada")):
        response = await visitor.get(old)
        assert (response.status_code, response.headers["location"]) == (301, new)
        assert new in (await visitor.get("/sitemap.xml")).text


async def test_what_was_moved_and_is_discarded_stands_where_visitors_have_it(admin: Browser) -> None:
    one, two, three = [await admin.published_page(title) for title in ("One", "Two", "Three")]
    below = await admin.published_page("Below", parentId=three["id"])
    await put(admin, two, below=three, before=below)
    await put(admin, three, before=one)
    await admin.post(f"{at(two)}/discard")
    assert await order(admin) == ["Three", "One", "Two"]


async def test_what_cannot_stand_there_is_refused_and_stays_where_it_was(admin: Browser) -> None:
    top = await admin.new_page("Top")
    below = await admin.new_page("Below", parentId=top["id"])
    taken = await admin.new_page("Elsewhere", slug="below")
    reserved = await admin.new_page("Admin", parentId=top["id"], slug="admin")
    post = await admin.new_entry("A post", "post")
    for response, status, code, field in (
        (await put(admin, top, below=below), 422, "invalid_input", "parentId"),
        (await put(admin, top, below=post), 422, "invalid_input", "parentId"),
        (await put(admin, taken, below=top), 409, "slug_taken", "slug"),
        (await put(admin, reserved), 422, "invalid_input", "slug"),
        (await put(admin, taken, before=below), 409, "conflict", "beforeId"),
    ):
        assert (response.status_code, error_code(response)) == (status, code)
        assert set(response.json()["error"]["fields"]) == {field}
    assert "Give one of the two another one first" in (await put(admin, taken, below=top)).json()["error"]["message"]
    assert (await put(admin, post)).status_code == 422
    assert (await order(admin), await order(admin, top)) == (["Top", "Elsewhere"], ["Below", "Admin"])


async def test_whoever_moves_at_once_leaves_one_order_and_no_circle(admin: Browser) -> None:
    one, two, three, four = [await admin.published_page(title) for title in ("One", "Two", "Three", "Four")]
    circle, *others = await asyncio.gather(
        put(admin, two, below=one),
        put(admin, one, below=two),
        put(admin, four, before=one),
        put(admin, three, before=one),
        admin.put(at(four), {"version": 1, "parentId": three["id"]}),
        admin.post(f"{at(one)}/publish"),
    )
    assert sorted((circle.status_code, others[0].status_code)) == [200, 422]
    assert {answer.status_code for answer in others[1:]} <= {200, 409}
    pages = (await admin.get("/api/entries?type=page&sort=position")).json()["items"]
    assert len({page["position"] for page in pages}) == len(pages)


async def test_authors_move_their_own_drafts_and_what_is_public_those_who_publish(
    admin: Browser, visitor: Browser
) -> None:
    public = await admin.published_page("Public")
    await visitor.enter("author")
    mine = await visitor.new_page("Mine")
    assert (await put(visitor, mine, before=public)).status_code == 200
    assert await order(admin) == ["Mine", "Public"]
    token = await new_token(admin, "pages.read", "pages.write", "pages.edit")
    place = {"parentId": None, "beforeId": mine["id"]}
    for refused in (
        await put(visitor, public, before=mine),
        await Program(admin.app, token["token"])("PUT", f"{at(public)}/place", place),
    ):
        assert (refused.status_code, error_code(refused)) == (403, "forbidden")
    able = await new_token(admin, "pages.write", "pages.edit", "pages.publish")
    assert (await Program(admin.app, able["token"])("PUT", f"{at(public)}/place", place)).status_code == 200


async def test_a_move_is_told_and_none_is_not(admin: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = await admin.new_page("One"), await admin.new_page("Two")
    told = listen(monkeypatch)
    for _ in range(2):
        await put(admin, two, before=one)
    await put(admin, two, below=one)
    assert [(name, title) for name, title, _ in told] == [("entry.moved", "Two"), ("entry.moved", "Two")]


async def test_no_move_changes_the_order_of_two_others_wherever_in_the_menu_they_stand(
    admin: Browser, visitor: Browser
) -> None:
    one, about = await admin.published_page("One"), await admin.published_page("About")
    await admin.published_entry("Team", parentId=about["id"], inNavigation=True)
    contact = await admin.published_page("Contact")
    before = ["one", "about", "about/team", "contact"]
    assert await menu(visitor) == before
    await visitor.enter("author")
    draft = await visitor.new_page("Draft")
    for place in (one, about, contact, None):
        assert (await put(visitor, draft, before=place)).status_code == 200
        assert await menu(visitor) == before
    # What is not public where it was put stands for visitors where it did.
    await put(admin, one, below=about)
    await put(admin, contact, before=about)
    assert await menu(visitor) == ["one", "contact", "about", "about/team"]
    await put(admin, one)
    assert await order(admin) == ["Contact", "About", "Draft", "One"]
    assert await menu(visitor) == ["contact", "about", "about/team", "one"]


async def test_neighbours_at_one_position_are_moved_apart_and_the_numbers_do_not_grow(admin: Browser, visitor: Browser) -> None:
    pages = [await admin.new_page(title) for title in ("One", "Three", "Two")]
    for page in pages:
        await admin.put(at(page), {"version": 1, "position": 1_000_000})
        await admin.publish(page)
    assert await menu(visitor) == ["one", "three", "two"]
    for _ in range(2):
        await put(admin, pages[1])
        await put(admin, pages[0])
    assert await menu(visitor) == ["two", "three", "one"]
    assert [one["position"] for one in (await admin.get("/api/entries?type=page&sort=position")).json()["items"]] == [1, 2, 3]


async def test_a_title_that_visitors_do_not_know_changes_no_order_of_theirs(admin: Browser, visitor: Browser) -> None:
    one, alpha, beta = [await admin.published_page(title) for title in ("One", "Alpha", "Beta")]
    await admin.publish((await admin.put(at(beta), {"version": 1, "position": alpha["position"]})).json())
    await admin.put(at(alpha), {"version": 1, "title": "Zed"})
    assert await menu(visitor) == ["one", "alpha", "beta"]
    for place, shown in ((beta, ["alpha", "one", "beta"]), (None, ["alpha", "beta", "one"]), (alpha, ["one", "alpha", "beta"])):
        assert (await put(admin, one, before=place)).status_code == 200
        assert await menu(visitor) == shown
        # From now on each has a place of its own, which a title does not change either.
        await admin.publish(alpha)
    assert await order(admin) == ["One", "Zed", "Beta"]
