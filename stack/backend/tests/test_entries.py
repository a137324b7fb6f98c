"""Working copies: made, saved, listed, refused."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from app.modules.content.schemas import LONGEST_BODY
from tests.support import Browser, error_code

SUMMARY = {
    "id", "type", "slug", "title", "status", "published", "hasChanges", "locale", "parentId", "position",
    "inNavigation", "terms", "path", "publishedPath", "version", "createdAt", "updatedAt", "publishedAt",
    "firstPublishedAt", "publishAt", "unpublishAt", "scheduleProblem", "author",
}  # fmt: skip


def at(entry: dict[str, Any]) -> str:
    return f"/api/entries/{entry['id']}"


def changes(entry: dict[str, Any], **data: object) -> dict[str, object]:
    return {"version": entry["version"], "data": data}


async def test_an_entry_begins_as_a_draft(admin: Browser) -> None:
    entry = await admin.new_page("Héllo  World", body="*hi*\r\nthere")
    assert set(entry) == SUMMARY | {"data", "html", "publishedVersion", "translationGroup", "savedBy"}
    assert (entry["type"], entry["slug"], entry["title"]) == ("page", "hello-world", "Héllo World")
    assert entry["data"] == {"bodyFormat": "markdown", "body": "*hi*\nthere"}
    assert (entry["status"], entry["version"], entry["publishedAt"]) == ("draft", 1, None)
    assert (entry["path"], entry["publishedPath"]) == ("/hello-world", None)
    assert entry["html"] == "<p><em>hi</em>\nthere</p>\n"
    assert entry["author"]["name"] == entry["savedBy"]["name"] == "Ada"
    assert (await admin.get(at(entry))).json() == entry


async def test_a_new_page_is_in_html_and_sanitised_on_its_way_in(admin: Browser) -> None:
    entry = await admin.new_entry("Rich", data={"body": "<p onclick=x>Hi <script>alert(1)</script><b>you</b></p>"})
    assert entry["data"] == {"bodyFormat": "html", "body": "<p>Hi you</p>"}
    assert entry["html"] == "<p>Hi you</p>"


async def test_saving_makes_a_new_version_and_what_was_not_said_stays(admin: Browser) -> None:
    entry = await admin.new_page(body="x", summary="About", cover="/a.png")
    saved = (await admin.put(at(entry), {"version": 1, "title": "New", "slug": "new"})).json()
    assert (saved["title"], saved["slug"], saved["version"]) == ("New", "new", 2)
    assert saved["data"] == entry["data"]
    assert saved["updatedAt"] > entry["updatedAt"]
    again = (await admin.put(at(entry), changes(saved, summary=None, body="y"))).json()
    assert again["data"] == {"bodyFormat": "markdown", "body": "y", "cover": "/a.png"}
    assert again["title"] == "New"


async def test_saving_what_is_there_already_changes_nothing(admin: Browser) -> None:
    entry = await admin.new_page(body="x")
    same = await admin.put(at(entry), {"version": 1, "title": entry["title"], "data": {"body": "x"}})
    assert same.json() == entry


async def test_a_stale_version_does_not_overwrite_and_hears_who_was_first(admin: Browser) -> None:
    entry = await admin.new_page()
    responses = await asyncio.gather(
        *(admin.put(at(entry), {"version": 1, "title": f"Writer {number}"}) for number in range(4))
    )
    assert sorted(response.status_code for response in responses) == [200, 409, 409, 409]
    winner = next(response.json() for response in responses if response.status_code == 200)
    loser = next(response for response in responses if response.status_code == 409)
    assert error_code(loser) == "conflict"
    error = loser.json()["error"]
    assert error["message"] == "Ada has saved this in the meantime."
    assert (error["fields"]["savedBy"], error["fields"]["version"]) == ("Ada", "2")
    assert (await admin.get(at(entry))).json() == winner


async def test_a_taken_slug_is_refused_by_field(admin: Browser) -> None:
    first, second = await admin.new_page("One"), await admin.new_page("Two")
    for response in (
        await admin.post("/api/entries", {"type": "page", "title": "x", "slug": first["slug"]}),
        await admin.put(at(second), {"version": 1, "slug": first["slug"]}),
    ):
        assert (response.status_code, error_code(response)) == (409, "slug_taken")
        assert set(response.json()["error"]["fields"]) == {"slug"}
    assert (await admin.get(at(second))).json() == second
    # Another type, or another place in the tree, is another address.
    assert (await admin.new_entry("One", "post"))["slug"] == "one"
    assert (await admin.new_entry("One", parentId=second["id"]))["path"] == "/two/one"


async def test_equal_titles_get_different_slugs_even_at_once(admin: Browser) -> None:
    entries = await asyncio.gather(*(admin.new_page("Same title") for _ in range(5)))
    assert len({entry["slug"] for entry in entries}) == 5
    assert {"same-title", "same-title-2"} <= {entry["slug"] for entry in entries}


@pytest.mark.parametrize("slug", ["admin", "api", "A", "a--b", "../x", "a/b", "ä", "x" * 81, "; rm -rf /"])
async def test_a_bad_or_reserved_slug_is_refused(admin: Browser, slug: str) -> None:
    entry = await admin.new_page()
    for response in (
        await admin.post("/api/entries", {"type": "page", "title": "x", "slug": slug}),
        await admin.put(at(entry), {"version": 1, "slug": slug}),
    ):
        assert (response.status_code, error_code(response)) == (422, "invalid_input")
        assert set(response.json()["error"]["fields"]) == {"slug"}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"title": "a\u0000b"}, "title"),
        ({"title": ["x"]}, "title"),
        ({"type": "nothing"}, "type"),
        ({"locale": "english please"}, "locale"),
        ({"parentId": str(uuid4())}, "parentId"),
        ({"data": {"body": "x" * (LONGEST_BODY + 1)}}, "data.body"),
        ({"data": {"body": "a\u0000b"}}, "data.body"),
        ({"data": {"body": "a\u001bb", "bodyFormat": "markdown"}}, "data.body"),
        ({"data": {"body": ["x"]}}, "data.body"),
        ({"data": {"bodyFormat": "docx"}}, "data.bodyFormat"),
        ({"data": {"summary": "x" * 301}}, "data.summary"),
        ({"data": {"seo": "x"}}, "data.seo"),
        ({"data": {"seo": {"title": "a\u0000"}}}, "data.seo"),
    ],
)
async def test_input_outside_its_limits_is_refused_by_field(
    admin: Browser, values: dict[str, object], field: str
) -> None:
    response = await admin.post("/api/entries", {"type": "page", "title": "x", **values})
    assert (response.status_code, error_code(response)) == (422, "invalid_input")
    assert set(response.json()["error"]["fields"]) == {field}


async def test_text_of_any_language_is_kept(admin: Browser) -> None:
    text = "日本語 🎉 עברית \u0301 “quotes”"
    entry = await admin.new_page(text, body=text)
    assert (entry["title"], entry["data"]["body"]) == (text, text)


async def test_what_no_letter_of_a_title_can_name_is_named_after_its_kind(admin: Browser) -> None:
    titles = [("日本語", "post"), ("日本語", "post"), ("日本語", "page")]
    assert [(await admin.new_entry(*one))["slug"] for one in titles] == ["post", "post-2", "page"]
    category = await admin.post("/api/terms", {"kind": "category", "name": "日本語"})
    assert category.json()["slug"] == "category"


async def test_half_a_character_is_refused(admin: Browser) -> None:
    for body in (b'{"type":"page","title":"\\ud800"}', b'{"type":"page","title":"x","data":{"body":"\\ud800"}}'):
        response = await admin.http.post(
            "/api/entries", content=body, headers={"content-type": "application/json"}
        )
        assert response.status_code == 422


async def test_more_words_than_the_search_can_hold_are_refused(admin: Browser) -> None:
    entry = await admin.new_page()
    words = " ".join(f"{number:x}" for number in range(35_000))
    types = {"key": "heap", "name": "Heap", "plural": "Heaps",
             "fields": [{"key": f"f{n}", "label": "F", "kind": "markdown"} for n in range(5)]}  # fmt: skip
    assert (await admin.post("/api/types", types)).status_code == 201
    data = {f"f{n}": words.replace(" ", f" {n}x") for n in range(5)}
    response = await admin.post("/api/entries", {"type": "heap", "title": "x", "data": data})
    assert (response.status_code, error_code(response)) == (413, "payload_too_large")
    assert (await admin.get(at(entry))).status_code == 200


async def test_deleting(admin: Browser) -> None:
    entry = await admin.new_page()
    assert (await admin.delete(at(entry))).status_code == 204
    one = at(entry)
    for response in (
        await admin.get(one), await admin.delete(one), await admin.put(one, {"version": 1}),
        await admin.post(f"{one}/publish"), await admin.post(f"{one}/unpublish"), await admin.post(f"{one}/submit"),
        await admin.post(f"{one}/discard"), await admin.put(f"{one}/schedule", {}), await admin.get(f"{one}/revisions"),
        await admin.post(f"{one}/preview-link"), await admin.post(f"{one}/revisions/1/restore"),
    ):  # fmt: skip
        assert (response.status_code, error_code(response)) == (404, "not_found")


@pytest.mark.parametrize("entry_id", ["00000000-0000-4000-8000-000000000000", "1", "x", "%00"])
async def test_an_unknown_entry_is_not_found(admin: Browser, entry_id: str) -> None:
    for response in (await admin.get(f"/api/entries/{entry_id}"), await admin.put(f"/api/entries/{entry_id}/nothing", {})):
        assert (response.status_code, error_code(response)) == (404, "not_found")


async def titles(browser: Browser, query: str) -> list[str]:
    response = await browser.get(f"/api/entries?{query}")
    assert response.status_code == 200, response.text
    return [item["title"] for item in response.json()["items"]]


async def test_listing_by_status_and_by_words(admin: Browser) -> None:
    await admin.new_page("Draft 100%", body="apples")
    public = await admin.published_page("Published", body="pears_and")
    assert await titles(admin, "") == ["Published", "Draft 100%"]
    assert await titles(admin, "status=draft") == ["Draft 100%"]
    assert await titles(admin, "status=published") == ["Published"]
    assert await titles(admin, "status=changed") == []
    assert await titles(admin, "search=APPLES") == ["Draft 100%"]
    assert await titles(admin, "search=100%25") == ["Draft 100%"]
    assert await titles(admin, "search=_and") == ["Published"]
    assert await titles(admin, "search=nothing") == []
    assert await titles(admin, "search=pears&status=draft") == []
    await admin.put(at(public), changes(public, body="plums"))
    assert await titles(admin, "status=changed") == ["Published"]
    assert await titles(admin, "status=published") == ["Published"]


async def test_listing_by_type_term_author_and_parent(admin: Browser, visitor: Browser) -> None:
    await visitor.enter("editor")
    tag = (await admin.post("/api/terms", {"kind": "tag", "name": "News"})).json()
    page = await admin.new_entry("Page")
    below = await visitor.new_entry("Below", parentId=page["id"])
    await admin.new_entry("Post", "post", terms=[tag["id"], str(uuid4())])
    assert await titles(admin, "type=post") == ["Post"]
    assert await titles(admin, f"term={tag['id']}") == ["Post"]
    assert await titles(admin, f"author={below['author']['id']}") == ["Below"]
    assert await titles(admin, f"parent={page['id']}") == ["Below"]
    assert await titles(admin, "parent=root&type=page") == ["Page"]


@pytest.mark.parametrize("sort", ["updated", "title", "position", "published"])
async def test_a_list_goes_on_where_it_stopped(admin: Browser, sort: str) -> None:
    made = [(await admin.new_page(f"Page {number}"))["id"] for number in range(7)]
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        suffix = f"&cursor={cursor}" if cursor else ""
        answer = (await admin.get(f"/api/entries?limit=3&sort={sort}{suffix}")).json()
        assert set(answer) == {"items", "nextCursor"}
        seen += [item["id"] for item in answer["items"]]
        assert all(set(item) == SUMMARY for item in answer["items"])
        cursor = answer["nextCursor"]
    assert seen == (made if sort in ("title", "position") else list(reversed(made)))


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=101", "limit=x", "status=deleted", "cursor=x", "cursor=AAAA", "search=" + "x" * 201,
     "sort=age", "term=x", "parent=x", "cursor=WyJ4IiwgIngiXQ==", "cursor=W10=", "sort=position&cursor=WzEuNSwgMV0="],
)  # fmt: skip
async def test_a_bad_query_is_refused(admin: Browser, query: str) -> None:
    response = await admin.get(f"/api/entries?{query}")
    assert (response.status_code, error_code(response)) == (422, "invalid_input")


async def test_a_cursor_of_another_list_is_refused(admin: Browser) -> None:
    for title in "ab":
        await admin.new_page(title)
    cursor = (await admin.get("/api/entries?limit=1&sort=title")).json()["nextCursor"]
    assert (await admin.get(f"/api/entries?limit=1&cursor={cursor}")).status_code == 422


async def test_the_preview_is_sanitised_and_stores_nothing(admin: Browser) -> None:
    for said in ({}, {"bodyFormat": "html"}):
        body = {"title": "x", "body": "**b** <script>alert(1)</script>", **said}
        html = (await admin.post("/api/preview", body)).json()["html"]
        assert ("<strong>b</strong>" in html) is (said == {})
        assert "<script" not in html
    assert (await admin.get("/api/entries")).json()["items"] == []


async def test_entries_are_for_signed_in_users(admin: Browser, visitor: Browser) -> None:
    one = at(await admin.new_page())
    for method, path in (
        ("GET", "/api/entries"), ("POST", "/api/entries"), ("GET", one), ("PUT", one), ("DELETE", one),
        ("POST", f"{one}/publish"), ("POST", f"{one}/unpublish"), ("POST", "/api/preview"),
        ("GET", "/api/site"), ("PUT", "/api/site"), ("GET", "/api/search?q=x"), ("GET", f"{one}/revisions"),
    ):  # fmt: skip
        response = await visitor.http.request(method, path, json={})
        assert (response.status_code, error_code(response)) == (401, "not_signed_in"), (method, path)


@pytest.mark.parametrize(
    "cover",
    ["javascript:alert(1)", "data:image/svg+xml,x", "//evil.example/x.png", "http://plain.example/x.png", "x.png",
     "/\\evil.example", "https://", "https:///x", "/a b", "/" + "x" * 500, "x javascript:x"],
)  # fmt: skip
async def test_a_cover_is_a_path_here_or_https(admin: Browser, cover: str) -> None:
    response = await admin.post("/api/entries", {"type": "page", "title": "x", "data": {"cover": cover}})
    assert (response.status_code, error_code(response)) == (422, "invalid_input")
    assert set(response.json()["error"]["fields"]) == {"data.cover"}


async def test_a_page_cannot_stand_below_itself_or_too_deep(admin: Browser) -> None:
    pages = [await admin.new_entry("Level 1")]
    for level in range(2, 9):
        pages.append(await admin.new_entry(f"Level {level}", parentId=pages[-1]["id"]))
    assert pages[-1]["path"] == "/" + "/".join(f"level-{level}" for level in range(1, 9))
    top, deepest, other = pages[0], pages[-1], await admin.new_entry("Other")
    for response in (
        await admin.put(at(top), {"version": 1, "parentId": deepest["id"]}),
        await admin.put(at(top), {"version": 1, "parentId": top["id"]}),
        await admin.put(at(top), {"version": 1, "parentId": other["id"]}),
        await admin.post("/api/entries", {"type": "page", "title": "x", "parentId": deepest["id"]}),
        await admin.post("/api/entries", {"type": "post", "title": "x", "parentId": top["id"]}),
    ):
        assert (response.status_code, error_code(response)) == (422, "invalid_input")
        assert set(response.json()["error"]["fields"]) == {"parentId"}
    moved = (await admin.put(at(pages[2]), {"version": 1, "parentId": None})).json()
    assert (moved["parentId"], moved["path"]) == (None, "/level-3")
    assert (await admin.get(at(deepest))).json()["path"] == "/level-3/level-4/level-5/level-6/level-7/level-8"


async def test_two_that_are_moved_below_each_other_at_once_make_no_circle(admin: Browser) -> None:
    one, two = await admin.new_entry("One"), await admin.new_entry("Two")
    answers = await asyncio.gather(
        admin.put(at(one), {"version": 1, "parentId": two["id"]}),
        admin.put(at(two), {"version": 1, "parentId": one["id"]}),
    )
    assert sorted(answer.status_code for answer in answers) == [200, 422]


async def test_what_has_pages_below_it_is_not_deleted(admin: Browser) -> None:
    top = await admin.new_entry("Top")
    below = await admin.new_entry("Below", parentId=top["id"])
    refused = await admin.delete(at(top))
    assert (refused.status_code, error_code(refused)) == (409, "in_use")
    assert (await admin.delete(at(below))).status_code == 204
    assert (await admin.delete(at(top))).status_code == 204


async def test_searching_finds_the_forms_of_a_word_and_what_a_title_holds(admin: Browser) -> None:
    await admin.new_page("Bread", body="We bake crusts every morning.")
    await admin.new_entry("Baking course", "post")
    await admin.new_entry("Other", data={"body": "<p>nothing of that kind</p>"})

    async def found(words: str) -> list[str]:
        answer = await admin.get("/api/search", params={"q": words})
        assert answer.status_code == 200, answer.text
        return [entry["title"] for entry in answer.json()["entries"]]

    assert await found("crust") == ["Bread"]
    assert set(await found("baked")) == {"Bread", "Baking course"}
    assert await found("bak") == ["Baking course"]
    assert await found("'; DROP TABLE entries; -- & | ! :*") == []
    assert (await admin.get("/api/search?q=")).status_code == 422
