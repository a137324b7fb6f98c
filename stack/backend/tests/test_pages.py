import asyncio
import re
from uuid import uuid4

import pytest

from app.modules.content.schemas import LONGEST_BODY
from tests.support import Browser, error_code


def changes(page: dict[str, object], **values: object) -> dict[str, object]:
    return {key: page[key] for key in ("title", "slug", "body", "version")} | values


async def test_a_page_begins_as_a_draft(admin: Browser) -> None:
    page = await admin.new_page("Héllo  World", body="*hi*\r\nthere")
    assert set(page) == {
        "id", "slug", "title", "body", "html", "status", "version", "createdAt", "updatedAt",
        "publishedAt", "author", "authorId", "summary", "cover", "coverAlt", "inNavigation", "position",
    }  # fmt: skip
    assert (page["slug"], page["title"], page["body"]) == ("hello-world", "Héllo World", "*hi*\nthere")
    assert (page["status"], page["version"], page["publishedAt"]) == ("draft", 1, None)
    assert page["html"] == "<p><em>hi</em>\nthere</p>\n"
    assert page["author"]["name"] == "Ada"
    assert (await admin.get(f"/api/pages/{page['id']}")).json() == page


async def test_saving_makes_a_new_version(admin: Browser) -> None:
    page = await admin.new_page()
    response = await admin.put(f"/api/pages/{page['id']}", changes(page, title="New", slug="new", body="x"))
    saved = response.json()
    assert (saved["title"], saved["slug"], saved["version"]) == ("New", "new", 2)
    assert saved["updatedAt"] > page["updatedAt"]


async def test_a_stale_version_does_not_overwrite(admin: Browser) -> None:
    page = await admin.new_page()
    path = f"/api/pages/{page['id']}"
    responses = await asyncio.gather(
        *(admin.put(path, changes(page, title=f"Writer {number}")) for number in range(4))
    )
    assert sorted(response.status_code for response in responses) == [200, 409, 409, 409]
    winner = next(response.json() for response in responses if response.status_code == 200)
    loser = next(response for response in responses if response.status_code == 409)
    assert error_code(loser) == "conflict"
    assert (await admin.get(path)).json() == winner


async def test_a_taken_slug_is_refused_by_field(admin: Browser) -> None:
    first = await admin.new_page("One")
    second = await admin.new_page("Two")
    for response in (
        await admin.post("/api/pages", {"title": "x", "slug": first["slug"], "body": ""}),
        await admin.put(f"/api/pages/{second['id']}", changes(second, slug=first["slug"])),
    ):
        assert (response.status_code, error_code(response)) == (409, "slug_taken")
        assert set(response.json()["error"]["fields"]) == {"slug"}
    assert (await admin.get(f"/api/pages/{second['id']}")).json() == second


async def test_equal_titles_get_different_slugs_even_at_once(admin: Browser) -> None:
    pages = await asyncio.gather(*(admin.new_page("Same title") for _ in range(5)))
    assert len({page["slug"] for page in pages}) == 5
    assert {"same-title", "same-title-2"} <= {page["slug"] for page in pages}


@pytest.mark.parametrize("slug", ["admin", "api", "A", "a--b", "../x", "a/b", "ä", "x" * 81, "; rm -rf /"])
async def test_a_bad_or_reserved_slug_is_refused(admin: Browser, slug: str) -> None:
    page = await admin.new_page()
    for response in (
        await admin.post("/api/pages", {"title": "x", "slug": slug, "body": ""}),
        await admin.put(f"/api/pages/{page['id']}", changes(page, slug=slug)),
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
        ({"body": "x" * (LONGEST_BODY + 1)}, "body"),
        ({"body": "a\u0000b"}, "body"),
        ({"body": "a\u001bb"}, "body"),
    ],
)
async def test_input_outside_its_limits_is_refused_by_field(
    admin: Browser, values: dict[str, object], field: str
) -> None:
    response = await admin.post("/api/pages", {"title": "x", "body": "", **values})
    assert (response.status_code, error_code(response)) == (422, "invalid_input")
    assert set(response.json()["error"]["fields"]) == {field}


async def test_text_of_any_language_is_kept(admin: Browser) -> None:
    text = "日本語 🎉 עברית \u0301 “quotes”"
    page = await admin.new_page(text, body=text)
    assert (page["title"], page["body"]) == (text, text)


async def test_half_a_character_is_refused(admin: Browser) -> None:
    response = await admin.http.post(
        "/api/pages", content=b'{"title":"\\ud800","body":""}', headers={"content-type": "application/json"}
    )
    assert response.status_code == 422


async def test_publishing_and_taking_back(admin: Browser) -> None:
    page = await admin.new_page("Public")
    path = f"/api/pages/{page['id']}"
    published = (await admin.post(f"{path}/publish")).json()
    assert (published["status"], published["version"]) == ("published", 1)
    assert published["publishedAt"]
    assert (await admin.post(f"{path}/publish")).json() == published
    draft = (await admin.post(f"{path}/unpublish")).json()
    assert (draft["status"], draft["publishedAt"]) == ("draft", None)


async def test_deleting(admin: Browser) -> None:
    page = await admin.new_page()
    path = f"/api/pages/{page['id']}"
    assert (await admin.delete(path)).status_code == 204
    for response in (
        await admin.get(path), await admin.delete(path), await admin.put(path, changes(page)),
        await admin.post(f"{path}/publish"), await admin.post(f"{path}/unpublish"),
    ):  # fmt: skip
        assert (response.status_code, error_code(response)) == (404, "not_found")


@pytest.mark.parametrize("page_id", [str(uuid4()), "1", "x", "%00", "../session"])
async def test_an_unknown_page_is_not_found(admin: Browser, page_id: str) -> None:
    assert (await admin.get(f"/api/pages/{page_id}")).status_code in (200, 404)
    assert (await admin.put(f"/api/pages/{page_id}/nothing", {})).status_code == 404


async def test_listing_by_status_and_by_words(admin: Browser) -> None:
    await admin.new_page("Draft 100%", body="apples")
    await admin.published_page("Published", body="pears_and")

    async def titles(query: str) -> list[str]:
        response = await admin.get(f"/api/pages?{query}")
        assert response.status_code == 200, response.text
        return [item["title"] for item in response.json()["items"]]

    assert await titles("") == ["Published", "Draft 100%"]
    assert await titles("status=draft") == ["Draft 100%"]
    assert await titles("status=published") == ["Published"]
    assert await titles("q=APPLES") == ["Draft 100%"]
    assert await titles("q=100%25") == ["Draft 100%"]
    assert await titles("q=_and") == ["Published"]
    assert await titles("q=%25") == ["Draft 100%"]
    assert await titles("q=nothing") == []
    assert await titles("q=pears&status=draft") == []


async def test_a_list_goes_on_where_it_stopped(admin: Browser) -> None:
    made = [(await admin.new_page(f"Page {number}"))["id"] for number in range(7)]
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        suffix = f"&cursor={cursor}" if cursor else ""
        answer = (await admin.get(f"/api/pages?limit=3{suffix}")).json()
        assert set(answer) == {"items", "nextCursor"}
        seen += [item["id"] for item in answer["items"]]
        cursor = answer["nextCursor"]
    assert seen == list(reversed(made))
    item = (await admin.get("/api/pages?limit=1")).json()["items"][0]
    assert set(item) == {
        "id", "slug", "title", "status", "inNavigation", "position", "updatedAt", "publishedAt", "authorId",
    }  # fmt: skip


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "limit=x", "status=deleted", "cursor=x", "cursor=AAAA", "q=" + "x" * 201]
)
async def test_a_bad_query_is_refused(admin: Browser, query: str) -> None:
    response = await admin.get(f"/api/pages?{query}")
    assert (response.status_code, error_code(response)) == (422, "invalid_input")


async def test_the_preview_is_sanitised_and_stores_nothing(admin: Browser) -> None:
    response = await admin.post("/api/preview", {"title": "x", "body": "**b** <script>alert(1)</script>"})
    assert "<strong>b</strong>" in response.json()["html"]
    assert "<script" not in response.json()["html"]
    assert (await admin.get("/api/pages")).json()["items"] == []


async def test_pages_are_for_signed_in_users(admin: Browser, visitor: Browser) -> None:
    page = await admin.new_page()
    one = f"/api/pages/{page['id']}"
    for method, path in (
        ("GET", "/api/pages"), ("POST", "/api/pages"), ("GET", one), ("PUT", one), ("DELETE", one),
        ("POST", f"{one}/publish"), ("POST", f"{one}/unpublish"), ("POST", "/api/preview"),
        ("GET", "/api/site"), ("PUT", "/api/site"),
    ):  # fmt: skip
        response = await visitor.http.request(method, path, json={})
        assert (response.status_code, error_code(response)) == (401, "not_signed_in"), (method, path)


async def test_summary_and_cover_introduce_a_page(admin: Browser, visitor: Browser) -> None:
    page = await admin.published_page(
        "About", summary="Who <we> are", cover="/_samples/demo/crew.svg", coverAlt='The "crew"'
    )
    html = (await visitor.get("/about")).text
    assert "Who &lt;we&gt; are" in html
    assert 'src="/_samples/demo/crew.svg" alt="The &#34;crew&#34;"' in html
    path = f"/api/pages/{page['id']}"
    kept = (await admin.put(path, changes(page, title="Us"))).json()
    assert (kept["summary"], kept["cover"]) == ("Who <we> are", "/_samples/demo/crew.svg")
    emptied = (await admin.put(path, changes(kept, summary="", cover="", coverAlt=""))).json()
    assert (emptied["summary"], emptied["cover"], emptied["coverAlt"]) == ("", "", "")
    assert "<img" not in (await visitor.get("/about")).text


@pytest.mark.parametrize(
    "cover",
    ["javascript:alert(1)", "data:image/svg+xml,x", "//evil.example/x.png", "http://plain.example/x.png", "x.png",
     "/\\evil.example", "https://", "https:///x", "/a b", "/" + "x" * 500, " javascript:x"],
)  # fmt: skip
async def test_a_cover_is_a_path_here_or_https(admin: Browser, cover: str) -> None:
    response = await admin.post("/api/pages", {"title": "x", "cover": cover})
    assert (response.status_code, error_code(response)) == (422, "invalid_input")
    assert set(response.json()["error"]["fields"]) == {"cover"}


async def test_the_menu_has_the_published_pages_in_their_order(admin: Browser, visitor: Browser) -> None:
    one, two, three = [await admin.published_page(title) for title in ("One", "Two", "Three")]
    draft = await admin.new_page("Draft")

    async def menu() -> list[str]:
        html = (await visitor.get("/one")).text
        return re.findall(r'<a href="/([a-z]+)"', html.split('aria-label="Main"')[1].split("</nav>")[0])

    assert await menu() == ["one", "two", "three"]
    order = [three["id"], draft["id"], one["id"]]
    assert (await admin.put("/api/navigation", {"pageIds": order})).status_code == 204
    assert await menu() == ["three", "one"]
    await admin.post(f"/api/pages/{draft['id']}/publish")
    assert await menu() == ["three", "draft", "one"]
    site = {"title": "T", "tagline": "", "language": "en", "homePageId": three["id"]}
    await admin.put("/api/site", site)
    assert await menu() == ["draft", "one"], "the home page is where the site's name leads"
    assert (await admin.put("/api/navigation", {"pageIds": []})).status_code == 204
    assert 'aria-label="Main"' not in (await visitor.get("/one")).text
    assert two["inNavigation"] is True


async def test_a_menu_may_name_pages_that_are_gone_but_not_too_many(admin: Browser) -> None:
    page = await admin.published_page("One")
    assert (await admin.put("/api/navigation", {"pageIds": [str(uuid4()), page["id"]]})).status_code == 204
    too_many = await admin.put("/api/navigation", {"pageIds": [str(uuid4()) for _ in range(51)]})
    assert too_many.status_code == 422
    assert (await admin.put("/api/navigation", {"pageIds": ["x"]})).status_code == 422
