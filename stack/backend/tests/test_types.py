"""Content types: defined in the admin, checked on every save, shown to visitors where they are public."""

import re
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app.modules.content.fields import DOCUMENT, Field, check_data, definition_problem, missing
from app.modules.content.schemas import TypeInput
from app.modules.content.types import restore_types
from tests.support import Browser, context_of, error_code
from tests.test_entries import at, changes
from tests.test_rendering import _Harm

RECIPE: dict[str, Any] = {
    "key": "recipe",
    "name": "Recipe",
    "plural": "Recipes",
    "public": True,
    "fields": [
        {"key": "code", "label": "Code", "kind": "text", "unique": True},
        {"key": "intro", "label": "Introduction", "kind": "richtext", "required": True},
        {"key": "steps", "label": "Steps", "kind": "list", "of": "text"},
        {"key": "minutes", "label": "Minutes", "kind": "number", "minimum": 1, "maximum": 600, "default": 30},
        {"key": "level", "label": "Level", "kind": "choice", "choices": ["easy", "hard"]},
        {"key": "vegan", "label": "Vegan", "kind": "boolean"},
        {"key": "goesWith", "label": "Goes with", "kind": "reference", "of": "recipe"},
        {"key": "extra", "label": "Extra", "kind": "json"},
    ],
}  # fmt: skip


async def with_recipes(admin: Browser) -> dict[str, Any]:
    response = await admin.post("/api/types", RECIPE)
    assert response.status_code == 201, response.text
    made: dict[str, Any] = response.json()
    return made


async def test_pages_and_posts_are_built_in(admin: Browser) -> None:
    types = (await admin.get("/api/types")).json()
    assert [(one["key"], one["tree"], one["document"]) for one in types] == [("page", True, True), ("post", False, True)]
    for response in (
        await admin.delete("/api/types/page"), await admin.put("/api/types/post", {"name": "Article"}),
    ):  # fmt: skip
        assert response.status_code in (409, 422)
    assert (await admin.get("/api/types/nothing")).status_code == 404


async def test_a_type_of_one_s_own_is_used_by_the_api_and_shown_to_visitors(admin: Browser, visitor: Browser) -> None:
    made = await with_recipes(admin)
    assert (made["builtIn"], made["entries"], [f["key"] for f in made["fields"]][:2]) == (False, 0, ["code", "intro"])
    assert (await admin.get("/api/types/recipe")).json() == made
    data = {"intro": "<p>Rye, <em>water</em><script>x</script>, salt.</p>", "steps": ["Mix", "Wait & <see>"], "vegan": True,
            "level": "easy", "unknown": 1, "extra": {"a": [1, None]}}  # fmt: skip
    entry = await admin.published_entry("Rye bread", "recipe", data=data)
    assert "unknown" not in entry["data"]
    assert (entry["data"]["minutes"], entry["data"]["extra"]) == (30, {"a": [1, None]})
    assert entry["publishedPath"] == "/recipe/rye-bread"
    html = (await visitor.get("/recipe/rye-bread")).text
    for part in ("<h1>Rye bread</h1>", "<em>water</em>", "<p>Wait &amp; &lt;see&gt;</p>", "<p>Yes</p>", "<p>30</p>"):
        assert part in html
    assert "<script" not in html
    assert (await admin.get("/api/types/recipe")).json()["entries"] == 1


FILES = {
    "key": "dish", "name": "Dish", "plural": "Dishes & more", "description": "What we cook", "public": True,
    "fields": [
        {"key": "code", "label": "Code", "kind": "number"},
        {"key": "photos", "label": "Photo \"s\"", "kind": "media", "multiple": True},
        {"key": "story", "label": "Story", "kind": "richtext"},
        {"key": "since", "label": "Since", "kind": "date"},
        {"key": "with", "label": "Goes with", "kind": "list", "of": "reference"},
    ],
}  # fmt: skip


async def test_files_references_and_dates_are_shown_as_what_they_are(admin: Browser, visitor: Browser) -> None:
    await admin.post("/api/types", FILES)
    other = await admin.published_entry("A <b>page</b>")
    draft = await admin.new_entry("Draft")
    hostile = "/_media/x\"onerror=\"alert(1)/a.png"
    data = {
        "photos": ["/_media/1/a.webp", hostile, "/_media/2/the%20menu.pdf"], "since": "2027-03-31",
        "with": [draft["id"], other["id"]],
    }  # fmt: skip
    await admin.published_entry("Soup", "dish", data=data)
    html = (await visitor.get("/dish/soup")).text
    for part in (
        '<img src="/_media/1/a.webp" alt="Photo &quot;s&quot;" loading="lazy"', ">the menu.pdf</a>", "<p>31 March 2027</p>",
        '<li><a href="/a-b-page-b">A &lt;b&gt;page&lt;/b&gt;</a></li>',
    ):  # fmt: skip
        assert part in html
    assert "Draft" not in html
    assert 'src="/_media/x&quot;onerror=&quot;alert(1)/a.png"' in html


async def test_what_is_public_of_a_type_stands_in_a_list_the_newest_first(admin: Browser, visitor: Browser) -> None:
    await admin.post("/api/types", FILES)
    assert (await visitor.get("/dish")).status_code == 404
    for number in range(13):
        data = {"photos": ["/_media/2/a.pdf", "/_media/1/a.webp"], "story": f"<p>Story <em>{number}</em>{' x' * 200}</p>"}
        await admin.published_entry(f"Dish {number}", "dish", data=data)
    await admin.new_entry("Draft", "dish")
    first = (await visitor.get("/dish")).text
    assert re.findall(r'<h2><a href="([^"]+)"', first) == [f"/dish/dish-{number}" for number in range(12, 0, -1)]
    for part in ("<h1>Dishes &amp; more</h1>", "What we cook", '<img src="/_media/1/a.webp"', "<p>Story 12 x", 'href="/dish?page=2"'):
        assert part in first
    assert re.findall(r'<h2><a href="([^"]+)"', (await visitor.get("/dish?page=2")).text) == ["/dish/dish-0"]
    for wrong in ("/dish?page=3", "/dish?page=0", "/dish?page=x", "/dish?page=²", "/dish?page=99999", "/page", "/post"):
        assert (await visitor.get(wrong)).status_code == 404, wrong
    assert "/dish</loc>" in (await visitor.get("/sitemap.xml")).text
    # A page of the client's own stands in the list's place.
    await admin.published_entry("Dish")
    assert "<h1>Dish</h1>" in (await visitor.get("/dish")).text
    assert (await visitor.get("/sitemap.xml")).text.count("/dish</loc>") == 1


async def test_a_type_without_pages_is_published_for_the_api_alone(admin: Browser, visitor: Browser) -> None:
    await admin.post("/api/types", {**RECIPE, "public": False})
    entry = await admin.published_entry("Rye", "recipe", data={"intro": "x"})
    assert (entry["published"], entry["path"], entry["publishedPath"]) == (True, None, None)
    assert (await visitor.get("/recipe/rye")).status_code == 404
    assert "Rye" not in (await visitor.get("/")).text + (await visitor.get("/sitemap.xml")).text
    opened = await admin.put("/api/types/recipe", {"public": True})
    assert opened.json()["public"] is True
    assert (await admin.publish(entry))["publishedPath"] == "/recipe/rye"
    assert (await visitor.get("/recipe/rye")).status_code == 200
    refused = await admin.put("/api/types/recipe", {"public": False})
    assert (refused.status_code, error_code(refused)) == (409, "in_use")


async def test_programs_read_what_is_public_and_not_what_is_being_worked_on(admin: Browser) -> None:
    await admin.post("/api/types", {**RECIPE, "public": False})
    entry = await admin.published_entry("Rye", "recipe", data={"intro": "<p>old</p>", "minutes": 5})
    await admin.put(at(entry), changes(entry, intro="<p>new</p>"))
    await admin.new_entry("Draft", "recipe")
    page = await admin.published_page("Page", body="*x*")
    listed = (await admin.get("/api/published?type=recipe")).json()
    assert [item["data"] for item in listed["items"]] == [{"intro": "<p>old</p>", "minutes": 5}]
    assert (await admin.get(f"/api/published/{entry['id']}")).json() == listed["items"][0]
    first = (await admin.get("/api/published?limit=1")).json()
    assert [(item["id"], item["html"]) for item in first["items"]] == [(page["id"], "<p><em>x</em></p>\n")]
    second = (await admin.get(f"/api/published?limit=1&cursor={first['nextCursor']}")).json()
    assert ([item["id"] for item in second["items"]], second["nextCursor"]) == ([entry["id"]], None)
    assert [i["path"] for i in (await admin.get("/api/published?slug=page")).json()["items"]] == ["/page"]
    await admin.post(f"{at(entry)}/unpublish")
    assert (await admin.get(f"/api/published/{entry['id']}")).status_code == 404
    assert (await admin.get("/api/published?cursor=x")).status_code == 422


async def test_what_is_required_is_needed_to_publish_but_not_to_save(admin: Browser) -> None:
    await with_recipes(admin)
    entry = await admin.new_entry("Rye", "recipe")
    for action in ("publish", "submit"):
        refused = await admin.post(f"{at(entry)}/{action}")
        assert (refused.status_code, error_code(refused)) == (422, "invalid_input")
        assert set(refused.json()["error"]["fields"]) == {"data.intro"}
    scheduled = await admin.put(f"{at(entry)}/schedule", {"publishAt": "2999-01-01T00:00:00Z"})
    assert scheduled.status_code == 422
    await admin.put(at(entry), changes(entry, intro="<p>x</p>"))
    await admin.publish(entry)


async def test_what_is_unique_is_there_once(admin: Browser) -> None:
    await with_recipes(admin)
    first = await admin.new_entry("One", "recipe", data={"code": "R1"})
    second = await admin.new_entry("Two", "recipe", data={"code": "R2"})
    for response in (
        await admin.post("/api/entries", {"type": "recipe", "title": "x", "data": {"code": "R1"}}),
        await admin.put(at(second), changes(second, code="R1")),
    ):
        assert (response.status_code, set(response.json()["error"]["fields"])) == (422, {"data.code"})
    assert (await admin.put(at(first), changes(first, code="R1", minutes=5))).status_code == 200
    # Nothing is nothing, not twice the same.
    for title in ("Three", "Four"):
        await admin.new_entry(title, "recipe", data={"code": ""})


async def test_a_reference_leads_to_an_entry_of_its_type(admin: Browser) -> None:
    await with_recipes(admin)
    one, page = await admin.new_entry("One", "recipe"), await admin.new_entry("Page")
    good = await admin.new_entry("Two", "recipe", data={"goesWith": one["id"]})
    assert good["data"]["goesWith"] == one["id"]
    for wrong in (page["id"], "x", "00000000-0000-4000-8000-000000000000", [one["id"]]):
        response = await admin.post("/api/entries", {"type": "recipe", "title": "x", "data": {"goesWith": wrong}})
        assert (response.status_code, set(response.json()["error"]["fields"])) == (422, {"data.goesWith"})


async def test_of_a_type_that_is_being_brought_in_entries_are_made_all_the_same(app: FastAPI, admin: Browser) -> None:
    await with_recipes(admin)
    brought = TypeInput.model_validate({**RECIPE, "fields": [*RECIPE["fields"], {"key": "new", "label": "New", "kind": "text"}]})
    database = context_of(app).database
    async with database.transaction() as importing:
        await restore_types(importing, [brought])
        await admin.new_entry("Soup", "recipe")
    async with database.transaction() as importing:
        made = "INSERT INTO entries (id, type_key, slug, title) VALUES (gen_random_uuid(), 'recipe', 'stew', 'Stew')"
        await importing.execute(text(made))
        assert (await admin.get("/api/types/recipe")).json()["fields"][-1]["key"] == "new"
        assert (await admin.put("/api/types/recipe", {"name": "Dish"})).status_code == 200


async def test_pages_get_fields_of_one_s_own_too(admin: Browser) -> None:
    fields = [{"key": "subtitle", "label": "Subtitle", "kind": "text"}]
    assert (await admin.put("/api/types/page", {"fields": fields})).status_code == 200
    entry = await admin.new_entry("x", data={"subtitle": "y", "body": "<p>z</p>"})
    assert (entry["data"]["subtitle"], entry["html"]) == ("y", "<p>z</p>")
    taken = await admin.put("/api/types/page", {"fields": [{"key": "body", "label": "Body", "kind": "text"}]})
    assert (taken.status_code, set(taken.json()["error"]["fields"])) == (422, {"fields.0"})


async def test_a_type_goes_once_nothing_of_it_is_left(admin: Browser) -> None:
    await with_recipes(admin)
    entry = await admin.new_entry("Rye", "recipe")
    refused = await admin.delete("/api/types/recipe")
    assert (refused.status_code, error_code(refused)) == (409, "in_use")
    await admin.delete(at(entry))
    assert (await admin.delete("/api/types/recipe")).status_code == 204
    assert (await admin.delete("/api/types/recipe")).status_code == 404


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"key": "page"}, "key"), ({"key": "blog"}, "key"), ({"key": "api"}, "key"), ({"key": "9x"}, "key"),
        ({"key": "A"}, "key"), ({"key": "a/b"}, "key"), ({"key": "x" * 41}, "key"), ({"name": ""}, "name"),
        ({"fields": [{"key": "a", "label": "A", "kind": "colour"}]}, "fields.0.kind"),
        ({"fields": [{"key": "A b", "label": "A", "kind": "text"}]}, "fields.0.key"),
        ({"fields": [{"key": "a", "label": "A", "kind": "seo"}]}, "fields.0.kind"),
        ({"fields": [{"key": "a", "label": "A", "kind": "text"}] * 2}, "fields.1"),
        ({"fields": [{"key": "a", "label": "A", "kind": "choice"}]}, "fields.0"),
        ({"fields": [{"key": "a", "label": "A", "kind": "list", "of": "list"}]}, "fields.0"),
        ({"fields": [{"key": "a", "label": "A", "kind": "reference", "of": "nothing"}]}, "fields.0"),
        ({"fields": [{"key": "a", "label": "A", "kind": "number", "default": "x"}]}, "fields.0"),
        ({"fields": [{"key": "a", "label": "A", "kind": "boolean", "unique": True}]}, "fields.0"),
        ({"fields": [{"key": "seo", "label": "A", "kind": "text"}]}, "fields.0"),
    ],
)  # fmt: skip
async def test_a_type_that_makes_no_sense_is_refused_by_field(
    admin: Browser, values: dict[str, object], field: str
) -> None:
    response = await admin.post("/api/types", {**RECIPE, **values})
    assert response.status_code in (409, 422), response.text
    assert set(response.json()["error"]["fields"]) == {field}


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        (Field("a", "text", minimum=2, maximum=4), ["ab", "", " ab "], [1, "a", "abcde", ["x"], "a\u0000"]),
        (Field("a", "number"), [1, 1.5, -2], ["1", True, float("nan"), float("inf"), 2**60]),
        (Field("a", "number", minimum=0, maximum=5), [0, 5], [-1, 6]),
        (Field("a", "date"), ["2026-11-24", "2026-11-24T10:00:00+00:00"], ["24.11.2026", "2026-11-24T10:00:00", 5, "2026-13-01"]),
        (Field("a", "boolean"), [True, False], [0, "yes"]),
        (Field("a", "choice", choices=("x", "y")), ["x"], ["z", ["x"], 1]),
        (Field("a", "choice", choices=("x", "y"), multiple=True), [["x", "y"], []], ["x", ["z"]]),
        (Field("a", "media"), ["/_media/1/a.png", "https://e.example/a.png", ""], ["javascript:x", "//e.example/x", 1]),
        (Field("a", "list", of="number"), [[1, 2]], [1, ["x"], [1] * 201]),
        (Field("a", "json"), [{"a": [1]}, "x", 5], ["x" * 50_001, {"a": "\u0000"}, "\ud800"]),
        (Field("a", "richtext"), ["<p>x</p>"], [5, "x" * 200_001, "a\u0000"]),
        (Field("a", "markdown"), ["*x*"], [5, "a\u0007"]),
    ],
)  # fmt: skip
def test_a_field_takes_what_fits_it(field: Field, good: list[object], bad: list[object]) -> None:
    for value in good:
        assert check_data([field], {"a": value})[1] == {}, value
    for value in bad:
        assert set(check_data([field], {"a": value})[1]) == {"data.a"}, value


def test_rich_text_is_sanitised_before_it_is_kept() -> None:
    kept, _ = check_data([Field("a", "richtext")], {"a": "<p>x</p><script>alert(1)</script><img src=x onerror=y>"})
    harm = _Harm()
    harm.feed(kept["a"])
    assert harm.found == []
    assert re.match("<p>x</p>", kept["a"])


def test_what_is_for_search_engines_is_kept_as_far_as_it_is_known() -> None:
    said = {"title": " A  b ", "description": "", "noindex": True, "more": "x"}
    kept, problems = check_data(DOCUMENT, {"seo": said})
    assert (kept, problems) == ({"seo": {"title": "A b", "noindex": True}}, {})


def test_nothing_is_missing_unless_it_is_required() -> None:
    fields = [Field("a", "text", required=True), Field("b", "list", of="text", required=True), Field("c", "text")]
    assert set(missing(fields, {"a": "", "b": []})) == {"data.a", "data.b"}
    assert missing(fields, {"a": "x", "b": ["y"]}) == {}
    assert missing([Field("n", "number", required=True)], {"n": 0}) == {}


def test_the_built_in_fields_are_sound() -> None:
    assert [definition_problem(field) for field in DOCUMENT] == [None] * len(DOCUMENT)
