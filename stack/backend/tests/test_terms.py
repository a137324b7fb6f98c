"""Categories that stand below one another, and two terms of which one is made."""

from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app.modules.content.archive import hold_trees
from app.modules.core import locks
from app.modules.publishing.due import work_off
from tests.support import Browser, context_of, error_code
from tests.test_audit import log
from tests.test_blog import listed


async def term(admin: Browser, name: str, below: dict[str, Any] | None = None, kind: str = "category") -> dict[str, Any]:
    given = {"kind": kind, "name": name, "parentId": below and below["id"]}
    response = await admin.post("/api/terms", given)
    assert response.status_code == 201, response.text
    made: dict[str, Any] = response.json()
    return made


async def standing(admin: Browser) -> dict[str, str | None]:
    """The name of each category's parent, by its own."""
    found = (await admin.get("/api/terms?kind=category")).json()
    names = {one["id"]: one["name"] for one in found}
    return {one["name"]: names.get(one["parentId"]) for one in found}


async def counted(admin: Browser) -> dict[str, tuple[int, int]]:
    """How many entries bear each term, and how many it or one below it."""
    return {one["name"]: (one["entries"], one["entriesWithBelow"]) for one in (await admin.get("/api/terms")).json()}


async def problem(admin: Browser, path: str, given: object, *, method: str = "put") -> dict[str, str]:
    response = await getattr(admin, method)(path, given)
    assert (response.status_code, error_code(response)) == (422, "invalid_input"), response.text
    fields: dict[str, str] = response.json()["error"]["fields"]
    return fields


async def test_categories_stand_below_one_another_and_never_below_themselves(admin: Browser) -> None:
    food = await term(admin, "Food")
    bread = await term(admin, "Bread", food)
    rye = await term(admin, "Rye", bread)
    assert await standing(admin) == {"Bread": "Food", "Food": None, "Rye": "Bread"}
    for name in (food, bread, rye):
        assert await problem(admin, f"/api/terms/{food['id']}", {"parentId": name["id"]}) == {"parentId": "A category cannot stand below itself."}
    moved = await admin.put(f"/api/terms/{rye['id']}", {"parentId": None})
    assert moved.json()["parentId"] is None
    kept = await admin.put(f"/api/terms/{bread['id']}", {"name": "Loaves"})
    assert kept.json()["parentId"] == food["id"]
    sea = await term(admin, "Sea", kind="tag")
    flat = {"parentId": "Tags do not stand below one another."}
    assert await problem(admin, f"/api/terms/{sea['id']}", {"parentId": food["id"]}) == flat
    assert await problem(admin, "/api/terms", {"kind": "tag", "name": "x", "parentId": sea["id"]}, method="post") == flat
    below_tag = await problem(admin, "/api/terms", {"kind": "category", "name": "x", "parentId": sea["id"]}, method="post")
    assert below_tag == {"parentId": "There is no such category to stand below."}


async def test_there_are_as_many_levels_as_pages_have(admin: Browser) -> None:
    lowest = await term(admin, "Level 1")
    for level in range(2, 9):
        lowest = await term(admin, f"Level {level}", lowest)
    too_deep = {"parentId": "At most 8 levels."}
    assert await problem(admin, "/api/terms", {"kind": "category", "name": "x", "parentId": lowest["id"]}, method="post") == too_deep
    top = await term(admin, "Top")
    pair = await term(admin, "Pair", top)
    assert await problem(admin, f"/api/terms/{top['id']}", {"parentId": lowest["parentId"]}) == too_deep
    assert (await admin.put(f"/api/terms/{pair['id']}", {"parentId": lowest["parentId"]})).status_code == 200


async def test_what_stood_below_a_deleted_category_moves_up(admin: Browser) -> None:
    food = await term(admin, "Food")
    bread = await term(admin, "Bread", food)
    await term(admin, "Rye", bread)
    assert (await admin.delete(f"/api/terms/{bread['id']}")).status_code == 204
    assert await standing(admin) == {"Food": None, "Rye": "Food"}
    assert (await admin.delete(f"/api/terms/{food['id']}")).status_code == 204
    assert await standing(admin) == {"Rye": None}


async def test_a_category_gathers_what_stands_below_it(admin: Browser, visitor: Browser) -> None:
    food = await term(admin, "Food")
    bread = await term(admin, "Bread", food)
    rye = await term(admin, "Rye", bread)
    await term(admin, "Cake", food)
    for name, terms in (("One", [rye]), ("Two", [food, rye]), ("Three", [bread]), ("Four", [])):
        await admin.published_entry(name, "post", terms=[one["id"] for one in terms])
    assert await counted(admin) == {"Food": (1, 3), "Bread": (1, 3), "Rye": (2, 2), "Cake": (0, 0)}
    for where in ("/api/entries", "/api/published"):
        found = (await admin.get(f"{where}?term={food['id']}")).json()["items"]
        assert {one["title"] for one in found} == {"One", "Two", "Three"}, where
    blocks = [{"kind": "posts", "count": 9, "category": bread["id"]}]
    await admin.published_entry("Baking", data={"blocks": blocks})
    baking = (await visitor.get("/baking")).text
    assert all(f"/blog/{name}" in baking for name in ("one", "two", "three"))

    top = (await visitor.get("/blog/category/food")).text
    assert listed(top) == ["/blog/three", "/blog/two", "/blog/one"]
    assert 'href="/blog/category/bread"' in top
    assert "/blog/category/cake" not in top, "it leads to nothing"
    low = (await visitor.get("/blog/category/rye")).text
    assert listed(low) == ["/blog/two", "/blog/one"]
    assert low.index('href="/blog/category/food"') < low.index('href="/blog/category/bread"') < low.index("<h1>Rye</h1>")


async def test_of_two_categories_one_is_made_everywhere_at_once(admin: Browser, visitor: Browser) -> None:
    food, meals = await term(admin, "Food"), await term(admin, "Meals")
    await term(admin, "Bread", food)
    both = await admin.published_entry("Both", "post", terms=[meals["id"], food["id"]])
    one = await admin.published_entry("One", "post", terms=[food["id"]])
    laid_out = await admin.published_entry("Laid out", data={"blocks": [{"kind": "posts", "count": 9, "category": food["id"]}]})
    assert listed((await visitor.get("/blog/category/meals")).text) == ["/blog/both"]
    merged = await admin.post(f"/api/terms/{food['id']}/merge", {"into": meals["id"]})
    assert (merged.status_code, merged.json()["name"]) == (200, "Meals")

    for entry in (both, one):
        now = (await admin.get(f"/api/entries/{entry['id']}")).json()
        assert (now["terms"], now["hasChanges"]) == ([meals["id"]], False)
    assert await standing(admin) == {"Bread": "Meals", "Meals": None}
    assert listed((await visitor.get("/blog/category/meals")).text) == ["/blog/one", "/blog/both"]
    assert (await visitor.get("/blog/one")).text.count("/blog/category/meals") == 1
    old = await visitor.get("/blog/category/food")
    assert (old.status_code, old.headers["location"]) == (301, "/blog/category/meals")
    block = (await admin.get(f"/api/entries/{laid_out['id']}")).json()["data"]["blocks"][0]
    assert block["category"] == meals["id"]
    assert "/blog/one" in (await visitor.get("/laid-out")).text
    told = (await log(admin, "?event=term.merged"))[0]
    assert (told["subjectId"], told["title"], told["details"]["into"]) == (food["id"], "Food", "Meals")

    # Whoever had it open, or goes back to what was before, means the one that is left.
    saved = await admin.put(f"/api/entries/{one['id']}", {"version": 1, "title": "Won", "terms": [food["id"], meals["id"]]})
    assert saved.json()["terms"] == [meals["id"]]
    again = await admin.post(f"/api/entries/{one['id']}/revisions/1/restore", {})
    assert again.json()["terms"] == [meals["id"]]
    # A third takes both along, and who comes to the first address is there in one step.
    eating = await term(admin, "Eating")
    assert (await admin.post(f"/api/terms/{meals['id']}/merge", {"into": eating["id"]})).status_code == 200
    assert (await visitor.get("/blog/category/food")).headers["location"] == "/blog/category/eating"
    assert (await admin.put(f"/api/entries/{both['id']}", {"version": 1, "terms": [food["id"]]})).json()["terms"] == [eating["id"]]


async def test_tags_are_merged_too_and_an_address_that_is_taken_again_leads_nowhere_else(admin: Browser, visitor: Browser) -> None:
    sea, ocean = await term(admin, "Sea", kind="tag"), await term(admin, "Ocean", kind="tag")
    await admin.published_entry("Waves", "post", terms=[sea["id"]])
    await admin.post(f"/api/terms/{sea['id']}/merge", {"into": ocean["id"]})
    assert listed((await visitor.get("/blog/tag/ocean")).text) == ["/blog/waves"]
    await admin.put(f"/api/terms/{ocean['id']}", {"slug": "water"})
    for old in ("sea", "ocean"):
        assert (await visitor.get(f"/blog/tag/{old}")).headers["location"] == "/blog/tag/water"
    await term(admin, "Sea", kind="tag")
    assert (await visitor.get("/blog/tag/sea")).status_code == 200
    # Back where it was before.
    await admin.put(f"/api/terms/{ocean['id']}", {"slug": "ocean"})
    assert (await visitor.get("/blog/tag/ocean")).status_code == 200
    assert (await visitor.get("/blog/tag/water")).headers["location"] == "/blog/tag/ocean"


async def test_what_was_saved_while_its_term_was_merged_is_listed_and_counted_all_the_same(app: FastAPI, admin: Browser, visitor: Browser) -> None:
    top = await term(admin, "Top")
    food, meals = await term(admin, "Food"), await term(admin, "Meals", top)
    sea, ocean = await term(admin, "Sea", kind="tag"), await term(admin, "Ocean", kind="tag")
    await admin.published_entry("One", "post")
    for gone, into in ((food, meals), (sea, ocean)):
        await admin.post(f"/api/terms/{gone['id']}/merge", {"into": into["id"]})
    async with context_of(app).database.transaction() as db:
        for table in ("entries", "published_entries"):
            gone_only = text(f"UPDATE {table} SET term_ids = CAST(:gone AS uuid[]) WHERE title = 'One'")
            await db.execute(gone_only, {"gone": [food["id"], sea["id"]]})
    for one in (top, meals, ocean, food):
        for where in ("/api/entries", "/api/published"):
            found = (await admin.get(f"{where}?term={one['id']}")).json()["items"]
            assert [entry["title"] for entry in found] == ["One"], (where, one)
    assert await counted(admin) == {"Top": (0, 1), "Meals": (1, 1), "Ocean": (1, 1)}
    for path in ("category/top", "category/meals", "tag/ocean"):
        assert listed((await visitor.get(f"/blog/{path}")).text) == ["/blog/one"], path
    assert 'href="/blog/category/meals"' in (await visitor.get("/blog/category/top")).text
    async with context_of(app).database.transaction() as db:
        for table in ("entries", "published_entries"):
            both = text(f"UPDATE {table} SET term_ids = term_ids || CAST(:meals AS uuid)")
            await db.execute(both, {"meals": meals["id"]})
    assert await counted(admin) == {"Top": (0, 1), "Meals": (1, 1), "Ocean": (1, 1)}
    assert (await visitor.get("/blog/one")).text.count("/blog/category/meals") == 1


@pytest.mark.parametrize(
    ("gone", "into", "why"),
    [
        ("Food", "Food", "This is the same one."),
        ("Food", "Sea", "A category and a tag cannot become one."),
        ("Food", "Rye", "It stands below the one that would go."),
        ("Food", None, "There is no such term."),
    ],
)
async def test_what_cannot_become_one_is_said_and_changes_nothing(admin: Browser, gone: str, into: str | None, why: str) -> None:
    food = await term(admin, "Food")
    bread = await term(admin, "Bread", food)
    made = {"Food": food, "Rye": await term(admin, "Rye", bread), "Sea": await term(admin, "Sea", kind="tag")}
    before = (await admin.get("/api/terms")).json()
    wanted = made[into]["id"] if into else "00000000-0000-4000-8000-000000000000"
    assert await problem(admin, f"/api/terms/{made[gone]['id']}/merge", {"into": wanted}, method="post") == {"into": why}
    assert (await admin.get("/api/terms")).json() == before


async def test_while_a_site_is_brought_in_whoever_changes_a_tree_is_told_so_and_what_is_scheduled_waits(
    app: FastAPI, admin: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENCE", "10ms")
    food, meals, page = await term(admin, "Food"), await term(admin, "Meals"), await admin.new_page()
    post = await admin.new_entry("A post", "post")
    database = context_of(app).database
    async with database.transaction() as importing:
        await hold_trees(importing)
        for answer in (
            await admin.delete(f"/api/terms/{food['id']}"),
            await admin.put(f"/api/terms/{food['id']}", {"parentId": meals["id"]}),
            await admin.post(f"/api/terms/{food['id']}/merge", {"into": meals["id"]}),
            await admin.put(f"/api/entries/{page['id']}/place", {"parentId": None}),
            await admin.post(f"/api/entries/{page['id']}/publish"),
            await admin.delete(f"/api/entries/{page['id']}"),
            await admin.post("/api/entries/bulk", {"ids": [post["id"]], "action": "publish"}),
        ):
            assert (answer.status_code, error_code(answer)) == (409, "importing")
            assert answer.json()["error"]["message"].startswith("A site is being brought in")
        renamed = await admin.put(f"/api/terms/{food['id']}", {"name": "Eating", "parentId": None})
        assert (renamed.status_code, await work_off(database)) == (200, 0)
    assert (await admin.delete(f"/api/terms/{food['id']}")).status_code == 204
