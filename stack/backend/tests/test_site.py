import re
from html import unescape
from uuid import uuid4

import pytest

from app.modules.site.rendering import STYLE_PATH
from app.modules.site.themes import THEMES
from tests.support import Browser, error_code
from tests.test_entries import at, changes
from tests.test_rendering import _Harm

SITE = {"title": "Title", "tagline": "", "language": "en", "homePageId": None}
ATTACK = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\"'"


async def test_the_first_title_is_the_environment_s_until_somebody_chooses(admin: Browser) -> None:
    site = (await admin.get("/api/site")).json()
    assert set(site) == {"title", "tagline", "language", "theme", "homePageId", "updatedAt"}
    assert site["title"] == "Acme & Söhne"
    saved = await admin.put("/api/site", {**SITE, "title": "Ours", "tagline": "Motto", "language": "de-CH"})
    assert saved.status_code == 200
    assert (await admin.get("/api/site")).json() == saved.json()
    assert saved.json()["title"] == "Ours"
    assert saved.json()["updatedAt"] > site["updatedAt"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"tagline": "x" * 301}, "tagline"),
        ({"language": "english please"}, "language"),
        ({"language": '"><script>'}, "language"),
        ({"theme": "nothing"}, "theme"),
        ({"theme": "paper\"]{}"}, "theme"),
        ({"homePageId": "x"}, "homePageId"),
        ({"homePageId": str(uuid4())}, "homePageId"),
    ],
)
async def test_bad_settings_are_refused_by_field(admin: Browser, values: dict[str, object], field: str) -> None:
    response = await admin.put("/api/site", {**SITE, **values})
    assert (response.status_code, error_code(response)) == (422, "invalid_input")
    assert set(response.json()["error"]["fields"]) == {field}


async def test_the_home_page_welcomes_and_lists_what_is_published(admin: Browser, visitor: Browser) -> None:
    empty = await visitor.get("/")
    assert empty.status_code == 200
    assert "<h1>Acme &amp; Söhne</h1>" in empty.text
    assert "Nothing has been published here yet" in empty.text
    await admin.published_page("Hello")
    await admin.new_page("Secret draft")
    home = (await visitor.get("/")).text
    assert '<a href="/hello">Hello</a>' in home
    assert "Secret draft" not in home


async def test_a_published_page_is_shown_under_its_slug(admin: Browser, visitor: Browser) -> None:
    page = await admin.published_page("About", body="We are *here*.")
    response = await visitor.get("/about")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1>About</h1>" in response.text
    assert "<em>here</em>" in response.text
    assert "<title>About – Acme &amp; Söhne</title>" in response.text
    head = await visitor.http.head("/about")
    assert (head.status_code, head.content) == (200, b"")
    await admin.post(f"/api/entries/{page['id']}/unpublish")
    assert (await visitor.get("/about")).status_code == 404


async def test_a_draft_is_not_found(admin: Browser, visitor: Browser) -> None:
    await admin.new_page("Secret")
    response = await visitor.get("/secret")
    assert response.status_code == 404
    assert "Secret" not in response.text
    assert (await admin.get("/secret")).status_code == 404


async def test_a_chosen_home_page_is_home_while_it_is_published(admin: Browser, visitor: Browser) -> None:
    page = await admin.published_page("Welcome home")
    await admin.put("/api/site", {**SITE, "homePageId": page["id"]})
    assert "<h1>Welcome home</h1>" in (await visitor.get("/")).text
    await admin.post(f"/api/entries/{page['id']}/unpublish")
    assert "<h1>Title</h1>" in (await visitor.get("/")).text
    await admin.delete(f"/api/entries/{page['id']}")
    assert (await admin.get("/api/site")).json()["homePageId"] is None
    assert (await visitor.get("/")).status_code == 200


async def test_no_script_in_a_title_a_setting_or_a_body_ever_runs(admin: Browser, visitor: Browser) -> None:
    page = await admin.published_page(ATTACK, slug="attack", body=ATTACK)
    await admin.put("/api/site", {**SITE, "title": ATTACK, "tagline": ATTACK})
    for path in ("/", "/attack"):
        response = await visitor.get(path)
        harm = _Harm()
        harm.feed(response.text.replace('<meta charset="utf-8">', ""))
        assert set(harm.found) <= {"meta", "link", "id"}, path
        assert "<script" not in response.text
        assert unescape(response.text).count(ATTACK.split("<img")[0])
    await admin.put("/api/site", {**SITE, "homePageId": page["id"], "title": ATTACK})
    assert "<script" not in (await visitor.get("/")).text


async def test_rendered_pages_forbid_scripts_and_frames(admin: Browser, visitor: Browser) -> None:
    await admin.published_page("About")
    for path in ("/", "/about", "/nope"):
        headers = (await visitor.get(path)).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "script-src" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == ("no-referrer" if path == "/nope" else "strict-origin-when-cross-origin")


async def test_the_language_is_the_page_s(admin: Browser, visitor: Browser) -> None:
    await admin.put("/api/site", {**SITE, "language": "pt-BR"})
    assert '<html lang="pt-BR" ' in (await visitor.get("/")).text


@pytest.mark.parametrize("path", ["/nope", "/No", "/a/b/c", "/a.php", "/%00", "/..%2f", "/ä", "/" + "x" * 500])
async def test_what_is_not_there_gets_a_page_that_says_so(visitor: Browser, path: str) -> None:
    response = await visitor.get(path)
    assert response.status_code == 404
    assert "Page not found" in response.text
    assert response.headers["content-type"].startswith("text/html")


async def test_a_dead_link_leaves_a_visitor_on_the_site_with_its_menu_and_its_search(
    admin: Browser, visitor: Browser
) -> None:
    await admin.published_page("Opening hours")
    lost = await visitor.get("/nope")
    assert lost.status_code == 404
    assert "<title>Page not found – Acme &amp; Söhne</title>" in lost.text
    assert '<a href="/opening-hours">Opening hours</a>' in lost.text
    assert '<a href="/search">Search this site</a>' in lost.text
    assert lost.headers["cache-control"] == "no-store"


async def test_a_slash_at_the_end_leads_to_the_page(admin: Browser, visitor: Browser) -> None:
    response = await visitor.get("/about/")
    assert (response.status_code, response.headers["location"]) == (308, "/about")
    assert (await visitor.get("/evil.example/")).status_code == 404


async def test_the_style_sheet_may_be_kept_for_ever(visitor: Browser) -> None:
    assert STYLE_PATH in (await visitor.get("/")).text
    response = await visitor.get(STYLE_PATH)
    assert response.headers["content-type"].startswith("text/css")
    assert "immutable" in response.headers["cache-control"]
    assert (await visitor.get("/")).headers["cache-control"] == "no-cache"


async def test_the_icon_is_the_titles_first_letter_in_the_themes_colours(admin: Browser, visitor: Browser) -> None:
    await admin.put("/api/site", SITE | {"title": "“élan” & Söhne", "theme": "hearth"})
    path = "/_site/icon/hearth/%C3%89.svg"
    assert f'<link rel="icon" href="{path}">' in (await visitor.get("/")).text
    response = await visitor.get(path)
    assert response.headers["content-type"].startswith("image/svg+xml")
    assert "immutable" in response.headers["cache-control"]
    assert ">É</text>" in response.text
    assert THEMES["hearth"].day.accent in response.text
    asked = await visitor.get("/favicon.ico")
    assert (asked.status_code, asked.headers["location"]) == (302, path)


@pytest.mark.parametrize("path", ["nope/A.svg", "paper/a.svg", "paper/AB.svg", "paper/%3C.svg", "paper/.svg"])
async def test_an_icon_that_no_title_has_is_not_made(visitor: Browser, path: str) -> None:
    assert (await visitor.get(f"/_site/icon/{path}")).status_code == 404


async def test_summary_and_cover_introduce_a_page(admin: Browser, visitor: Browser) -> None:
    page = await admin.published_page(
        "About", summary="Who <we> are", cover="/_samples/demo/crew.svg", coverAlt='The "crew"'
    )
    html = (await visitor.get("/about")).text
    assert "Who &lt;we&gt; are" in html
    assert 'src="/_samples/demo/crew.svg" alt="The &#34;crew&#34;"' in html
    emptied = (await admin.put(at(page), changes(page, summary="", cover="", coverAlt=""))).json()
    await admin.publish(emptied)
    assert "<img" not in (await visitor.get("/about")).text


async def test_the_menu_has_the_published_pages_in_their_order(admin: Browser, visitor: Browser) -> None:
    one, two, three = [await admin.published_page(title) for title in ("One", "Two", "Three")]
    draft = await admin.new_page("Draft")
    await admin.published_entry("A post", "post")

    async def menu() -> list[str]:
        html = (await visitor.get("/one")).text
        return re.findall(r'<a href="/([a-z/-]+)"', html.split('aria-label="Main"')[1].split("</nav>")[0])

    assert await menu() == ["one", "two", "three"]
    order = [three["id"], draft["id"], one["id"]]
    assert (await admin.put("/api/navigation", {"pageIds": order})).status_code == 204
    assert await menu() == ["three", "one"]
    await admin.publish(draft)
    assert await menu() == ["three", "draft", "one"]
    await admin.put("/api/site", {**SITE, "homePageId": three["id"]})
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
