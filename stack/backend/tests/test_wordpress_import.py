"""A site of WordPress's comes in whole: every item of its export is accounted for, nothing in it runs, and
a second time changes nothing. The fixture is WordPress's own theme unit test data."""

import re
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from tests.pictures import noise, picture
from tests.support import EMAIL, Browser, context_of
from tests.transfers import bring, packed
from tests.test_wordpress_files import BILLION
from tests.wordpress import HOST, attachment, wxr
from tests.wordpress import item as exported

EXPORT = Path(__file__).parent / "fixtures" / "themeunittestdata.wordpress.xml"
# Counted in the file by hand, with grep.
IN_FILE = {
    "author": 2, "category": 69, "tag": 110, "taxonomy": 6, "post": 58, "page": 21, "file": 37,
    "menu_item": 70, "comment": 33,
}  # fmt: skip
RUNS = re.compile(r"<(?:script|iframe|object|embed|form|svg|style)\b|\son[a-z]+\s*=|javascript:", re.IGNORECASE)


async def imported(browser: Browser, content: bytes) -> dict[str, Any]:
    """The report of an import that has come to its end."""
    job = await bring(browser, content)
    assert job["status"] == "done", job["problem"]
    report: dict[str, Any] = job["report"]
    return report


def outcomes(report: dict[str, Any], kind: str) -> dict[str, int]:
    counts: dict[str, int] = report["counts"].get(kind, {})
    return counts


def item(report: dict[str, Any], kind: str, key: object) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in report["items"] if (one["kind"], one["key"]) == (kind, str(key)))
    return found


async def everything(app: FastAPI) -> dict[str, list[Any]]:
    """All that an import could change, as the database has it."""
    queries = {
        "entries": "SELECT id, slug, title, data, version, status, published_path, term_ids, parent_id, updated_at FROM entries",
        "published": "SELECT entry_id, path, data, published_at FROM published_entries",
        "terms": "SELECT id, kind, slug, name, parent_id FROM terms",
        "term redirects": "SELECT path, term_id, created_at FROM term_redirects",
        "media": "SELECT id, sha256, name FROM media",
        "redirects": "SELECT path, entry_id, created_at FROM redirects",
        "revisions": "SELECT entry_id, number FROM revisions",
        "types": "SELECT key, fields FROM content_types",
        "design": "SELECT design_version, design FROM site_settings",
        "users": "SELECT id, email FROM users",
    }
    async with context_of(app).database.transaction() as db:
        return {name: [tuple(row) for row in await db.execute(text(f"{query} ORDER BY 1, 2"))] for name, query in queries.items()}


async def public_pages(app: FastAPI, visitor: Browser) -> dict[str, str]:
    async with context_of(app).database.transaction() as db:
        paths = (await db.execute(text("SELECT path FROM published_entries WHERE path IS NOT NULL"))).scalars().all()
    pages = {}
    for path in ["/", "/blog", "/blog?page=2", "/blog/feed.xml", "/sitemap.xml", *paths]:
        response = await visitor.get(path)
        assert response.status_code == 200, path
        pages[path] = response.text
    return pages


async def test_the_theme_test_data_comes_in_whole_and_a_second_time_changes_nothing(
    app: FastAPI, admin: Browser, visitor: Browser
) -> None:
    report = await imported(admin, EXPORT.read_bytes())
    counted = {kind: sum(counts.values()) for kind, counts in report["counts"].items()}
    # Beside what is in the file, that the design has its menus now.
    assert counted == IN_FILE | {"design": 1}
    assert report["leftOff"] == 0
    assert len(report["items"]) == sum(counted.values())
    assert all(one["reason"] for one in report["items"] if one["outcome"] == "skipped")
    assert outcomes(report, "post") == {"created": 58}
    assert outcomes(report, "page") == {"created": 21}
    assert outcomes(report, "category") == {"created": 68, "unchanged": 1}
    assert outcomes(report, "tag") == {"created": 110}
    assert outcomes(report, "file") == {"skipped": 37}

    pages = await public_pages(app, visitor)
    assert len(pages) == 5 + 55 + 21
    for path, html in pages.items():
        # Our own pages have none of it; what the texts say of it is escaped.
        assert not RUNS.search(re.sub(r'<script type="application/ld\+json">.*?</script>|<style[^>]*>.*?</style>', "", html)), path

    before = await everything(app)
    again = await imported(admin, EXPORT.read_bytes())
    assert await everything(app) == before
    assert outcomes(again, "post") == {"unchanged": 58}
    assert outcomes(again, "page") == {"unchanged": 21}
    assert {kind: sum(counts.values()) for kind, counts in again["counts"].items()} == IN_FILE


async def test_what_posts_and_pages_become(app: FastAPI, admin: Browser, visitor: Browser) -> None:
    report = await imported(admin, EXPORT.read_bytes())

    async def entry(number: int, kind: str = "post") -> dict[str, Any]:
        found: dict[str, Any] = (await admin.get(f"/api/entries/{item(report, kind, number)['entryId']}")).json()
        return found

    deep = await entry(172, "page")
    assert (deep["publishedPath"], deep["title"]) == ("/level-1/level-2/level-3", "Level 3")
    scheduled = await entry(1153)
    assert (scheduled["status"], scheduled["publishAt"][:10]) == ("draft", "2030-01-01")
    locked = await entry(1168)
    assert (locked["status"], locked["published"]) == ("draft", False)
    assert "password" in item(report, "post", 1168)["reason"]
    assert (await entry(1164))["status"] == "draft"
    first = await entry(1178)
    assert first["firstPublishedAt"].startswith("2013-01-12T03:22:19")
    assert (await entry(993))["data"]["summary"].startswith("This is a user-defined")
    assert len((await entry(1151))["terms"]) <= 50
    untitled = await entry(1169)
    assert untitled["title"].startswith("This post has no title")
    assert untitled["slug"] == "edge-case-no-title"
    blog = await entry(703, "page")
    assert blog["publishedPath"] == "/blog-2"
    assert "Theme Buster" in (await visitor.get(first["publishedPath"])).text
    assert outcomes(report, "author") == {"skipped": 2}
    async with context_of(app).database.transaction() as db:
        query = "SELECT e.position, p.position FROM entries e JOIN published_entries p ON p.entry_id = e.id"
        places = [tuple(row) for row in await db.execute(text(query))]
    # In the order of the file for visitors as for writers.
    assert all(working == shown > 0 for working, shown in places), places

    old = await visitor.get("/2013/01/11/markup-html-tags-and-formatting")
    assert (old.status_code, old.headers["location"]) == (301, first["publishedPath"])
    assert (await visitor.get("/2013/01/11/markup-html-tags-and-formatting/")).status_code == 308
    greek = await visitor.get("/greek/%ce%b5%cf%80%ce%af%cf%80%ce%b5%ce%b4%ce%bf-2/")
    assert (greek.status_code, greek.headers["location"]) == (301, "/greek/page-1811")


async def test_categories_stand_where_they_did(app: FastAPI, admin: Browser, visitor: Browser) -> None:
    await imported(admin, EXPORT.read_bytes())
    found = {one["id"]: one for one in (await admin.get("/api/terms?kind=category")).json()}
    above = {one["slug"]: found[one["parentId"]]["slug"] for one in found.values() if one["parentId"]}
    assert above == {
        "sub": "aciform", "foo-a-foo-parent": "foo-parent", "child-1": "parent", "child-2": "child-1",
        "grandchild-category": "child-category-03", **{f"child-category-0{number}": "parent-category" for number in range(1, 6)},
    }  # fmt: skip
    old = await visitor.get("/category/parent/child-1/child-2")
    assert (old.status_code, old.headers["location"]) == (301, "/blog/category/child-2")


async def test_what_a_category_stands_below_may_come_later_in_the_file_lead_in_a_circle_or_be_missing(app: FastAPI, admin: Browser) -> None:
    def category(slug: str, parent: str) -> str:
        return f"<wp:category><wp:category_nicename>{slug}</wp:category_nicename><wp:category_parent>{parent}</wp:category_parent></wp:category>"

    content = wxr(category("low", "high"), category("high", ""), category("hen", "egg"), category("egg", "hen"), category("lost", "gone"))
    report = await imported(admin, content)
    found = {one["id"]: one for one in (await admin.get("/api/terms")).json()}
    assert {one["slug"]: found[one["parentId"]]["slug"] for one in found.values() if one["parentId"]} == {"low": "high", "egg": "hen"}
    assert "“gone”" in item(report, "category", "lost")["reason"]
    # One that was put elsewhere here stays there.
    low = next(one for one in found.values() if one["slug"] == "low")
    await admin.put(f"/api/terms/{low['id']}", {"parentId": None})
    before = await everything(app)
    assert outcomes(await imported(admin, content), "category") == {"unchanged": 5}
    assert await everything(app) == before


async def test_an_address_of_any_letters_leads_to_what_came_of_it(app: FastAPI, admin: Browser, visitor: Browser) -> None:
    greek = "%ce%b5%cf%80%ce%af%cf%80%ce%b5%ce%b4%ce%bf-2"
    posts = [exported(1, link=f"{HOST}/2020/01/02/{greek}/"), exported(2, link=f"{HOST}/Archive/one_two.html")]
    tag = f"<wp:tag><wp:tag_slug>{greek}</wp:tag_slug><wp:tag_name>Level</wp:tag_name></wp:tag>"
    await imported(admin, wxr(tag, *posts))
    (made,) = (await admin.get("/api/terms")).json()
    for old, new in (
        (f"/2020/01/02/{greek}/", "/blog/post-1"), (f"/2020/01/02/{greek.upper()}", "/blog/post-1"), ("/2020/01/02/επίπεδο-2", "/blog/post-1"),
        ("/Archive/one_two.html", "/blog/post-2"), (f"/tag/{greek}/", f"/blog/tag/{made['slug']}"),
    ):  # fmt: skip
        answer = await visitor.get(old)
        assert (answer.status_code, answer.headers.get("location")) == (301, new), old
    for nothing in ("/2020/01/02/επίπεδο", "/archive/one_two.html", "/" + "ε" * 300, "/a%00b", "/%ff"):
        assert (await visitor.get(nothing)).status_code == 404, nothing


async def test_files_given_beside_the_export_show_where_they_did(app: FastAPI, admin: Browser, visitor: Browser) -> None:
    sea, sky = picture(format_name="JPEG"), noise(40, 30)
    linked = f'See <a href="{HOST}/?p=2">two</a>. <img src="{HOST}/wp-content/uploads/2020/01/sea-300x200.jpg">'
    posts = wxr(
        exported(1, "One", linked, _thumbnail_id="12"),
        exported(2, "Two", "Text"),
        attachment(11, "2020/01/sea.jpg", 1, _wp_attachment_image_alt="The sea", excerpt="At dawn"),
        attachment(12, "2020/01/sky.png", 1),
        attachment(13, "2020/01/gone.pdf"),
        attachment(14, "2020/01/virus.exe"),
    )
    names = {"in/uploads/2020/01/sea.jpg": sea, "in/uploads/2020/01/sky.png": sky, "in/uploads/2020/01/virus.exe": b"MZ" * 99}
    report = await imported(admin, packed({"in/site.xml": posts, **names}))
    assert outcomes(report, "file") == {"created": 2, "skipped": 2}
    assert item(report, "file", 13)["reason"].startswith("Its file is not in the zip. It was at https://old.example/")
    entry = (await admin.get(f"/api/entries/{item(report, 'post', 1)['entryId']}")).json()
    assert re.fullmatch(r"/_media/[0-9a-f-]{36}/sky\.png", entry["data"]["cover"])
    assert '<a href="/blog/post-2"' in entry["html"]
    assert re.search(r'<figure class="picture"><img src="/_media/[0-9a-f-]{36}/sea\.jpg" alt="The sea" width="64" height="48">', entry["html"])
    library = (await admin.get("/api/media")).json()["items"]
    assert {(one["name"], one["alt"], one["caption"]) for one in library} == {("sea.jpg", "The sea", "At dawn"), ("sky.png", "", "")}

    before = await everything(app)
    again = await imported(admin, packed({"in/site.xml": posts, **names}))
    assert await everything(app) == before
    assert outcomes(again, "file") == {"unchanged": 2, "skipped": 2}


async def test_what_somebody_changed_or_deleted_here_stays_so_and_the_rest_follows_the_export(app: FastAPI, admin: Browser) -> None:
    report = await imported(admin, wxr(*(exported(one, "Old", "old text") for one in (1, 2, 3))))
    ids = {one: item(report, "post", one)["entryId"] for one in (1, 2, 3)}
    mine = (await admin.get(f"/api/entries/{ids[1]}")).json()
    assert (await admin.put(f"/api/entries/{ids[1]}", {"version": mine["version"], "title": "Mine"})).status_code == 200
    assert (await admin.delete(f"/api/entries/{ids[2]}")).status_code == 204
    again = await imported(admin, wxr(*(exported(one, "New", "new text") for one in (1, 2, 3))))
    assert [item(again, "post", one)["outcome"] for one in (1, 2, 3)] == ["unchanged", "skipped", "updated"]
    assert (await admin.get(f"/api/entries/{ids[1]}")).json()["title"] == "Mine"
    assert (await admin.get(f"/api/entries/{ids[2]}")).status_code == 404
    followed = (await admin.get(f"/api/entries/{ids[3]}")).json()
    assert (followed["title"], followed["hasChanges"]) == ("New", False)


async def test_what_is_here_already_keeps_its_place(app: FastAPI, admin: Browser) -> None:
    here = await admin.published_entry("Post", "post", slug="post-1")
    await admin.published_entry("About", slug="about")
    page = exported(2, "About", post_type="page", post_name="about", link=f"{HOST}/about/")
    below = exported(3, "Team", post_type="page", post_name="team", post_parent="2", link=f"{HOST}/about/team/")
    report = await imported(admin, wxr(exported(1), below, page))
    assert (await admin.get(f"/api/entries/{here['id']}")).json()["publishedPath"] == "/blog/post-1"
    paths = {one: (await admin.get(f"/api/entries/{item(report, kind, one)['entryId']}")).json()["publishedPath"] for one, kind in ((1, "post"), (2, "page"), (3, "page"))}
    assert paths == {1: "/blog/post-1-2", 2: "/about-2", 3: "/about-2/team"}
    assert "post-1-2" in item(report, "post", 1)["reason"]


async def test_one_menu_becomes_the_header_s_unless_the_site_has_one(app: FastAPI, admin: Browser, visitor: Browser) -> None:
    main = '<category domain="nav_menu" nicename="main-menu"><![CDATA[Main]]></category>'

    def entry(number: int, title: str, above: int = 0, **meta: str) -> str:
        kept = {"_menu_item_menu_item_parent": str(above), **{f"_menu_item_{key}": value for key, value in meta.items()}}
        return exported(number, title, post_type="nav_menu_item", menu_order=str(number), more=main, **kept)

    content = wxr(
        exported(1, "About us", post_type="page", post_name="about", link=f"{HOST}/about/"),
        entry(20, "Start", type="custom", url=f"{HOST}/"),
        entry(21, "", type="post_type", object="page", object_id="1"),
        entry(22, "Below", above=21, type="custom", url="https://a.example/?x=1"),
        entry(23, "Too deep", above=22, type="custom", url="https://a.example/"),
        entry(24, "Gone", type="post_type", object="page", object_id="99"),
        entry(25, "Runs", type="custom", url="javascript:alert(1)"),
    )
    report = await imported(admin, content)
    assert [item(report, "menu_item", one)["outcome"] for one in range(20, 26)] == ["created"] * 3 + ["skipped"] * 3
    page = (await visitor.get("/about")).text
    menu = re.findall(r'<a [^>]*href="([^"]*)"[^>]*>\s*([^<]*?)\s*</a>', page.partition("<main")[0])
    assert (await admin.get("/api/design")).json()["canUndo"] is True, "back to the menu that the pages made"
    assert [one for one in menu if one[1] in ("Start", "About us", "Below")] == [
        ("/", "Start"), ("/about", "About us"), ("https://a.example/?x=1", "Below"),
    ]  # fmt: skip
    assert "javascript:" not in page
    before = await everything(app)
    again = await imported(admin, content)
    assert await everything(app) == before
    assert outcomes(again, "menu_item") == {"unchanged": 3, "skipped": 3}


async def test_a_plugin_s_kind_of_posts_gets_a_type_of_its_own(app: FastAPI, admin: Browser, visitor: Browser) -> None:
    report = await imported(admin, wxr(exported(1, "Villa", "A house", post_type="portfolio_item"), exported(2, "R", post_type="revision", status="inherit")))
    assert outcomes(report, "type") == {"created": 1}
    assert outcomes(report, "revision") == {"skipped": 1}
    assert "A house" in (await visitor.get("/portfolio-item/post-1")).text


async def test_an_author_who_has_an_account_here_is_known_by_the_address(app: FastAPI, admin: Browser) -> None:
    ann = f"<wp:author><wp:author_login>ann</wp:author_login><wp:author_email>{EMAIL.upper()}</wp:author_email></wp:author>"
    report = await imported(admin, wxr(ann, exported(1)))
    assert outcomes(report, "author") == {"unchanged": 1}
    assert (await admin.get(f"/api/entries/{item(report, 'post', 1)['entryId']}")).json()["author"]["name"] == "Ada"


@pytest.mark.parametrize(
    ("content", "problem"),
    [(BILLION.replace("<rss>", '<rss xmlns:wp="http://wordpress.org/export/1.2/">').encode(), "declares"), (wxr(exported(1))[:-9], "broken")],
)
async def test_a_file_that_is_at_fault_changes_nothing(app: FastAPI, admin: Browser, content: bytes, problem: str) -> None:
    before = await everything(app)
    job = await bring(admin, content)
    assert job["status"] == "failed"
    assert problem in job["problem"]
    assert await everything(app) == before
