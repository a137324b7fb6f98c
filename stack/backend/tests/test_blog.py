"""Posts, categories and tags, the feed, the sitemap, robots.txt and the search, as visitors get them."""

import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from app.modules.publishing.searching import excerpt
from app.modules.seo.documents import robots
from tests.support import ORIGIN, Browser, error_code
from tests.test_entries import at
from tests.test_rendering import ATTACKS, _Harm
from tests.test_site import ATTACK, SITE

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


async def term(admin: Browser, kind: str, name: str) -> str:
    response = await admin.post("/api/terms", {"kind": kind, "name": name})
    assert response.status_code == 201, response.text
    return str(response.json()["id"])


def listed(html: str) -> list[str]:
    return re.findall(r'<h2><a href="([^"]+)"', html)


async def test_posts_stand_in_the_blog_the_newest_first(admin: Browser, visitor: Browser) -> None:
    assert "Nothing has been published here yet" in (await visitor.get("/blog")).text
    for number in range(12):
        await admin.published_entry(f"Post {number}", "post", data={"summary": f"About {number}"})
    await admin.new_entry("Draft", "post")
    await admin.published_entry("A page")
    first = (await visitor.get("/blog")).text
    assert listed(first) == [f"/blog/post-{number}" for number in range(11, 1, -1)]
    assert 'href="/blog?page=2" rel="next"' in first
    second = (await visitor.get("/blog?page=2")).text
    assert listed(second) == ["/blog/post-1", "/blog/post-0"]
    assert 'href="/blog" rel="prev"' in second
    assert f'<link rel="canonical" href="{ORIGIN}/blog?page=2">' in second
    assert (await visitor.get("/blog?page=3")).status_code == 404
    for wrong in ("0", "x", "99999"):
        assert (await visitor.get(f"/blog?page={wrong}")).status_code in (404, 422)
    post = (await visitor.get("/blog/post-3")).text
    assert "<h1>Post 3</h1>" in post
    assert "Ada" in post
    assert (await visitor.get("/blog/draft")).status_code == 404
    assert (await visitor.get("/post-3")).status_code == 404


async def test_categories_and_tags_gather_posts(admin: Browser, visitor: Browser) -> None:
    news, bread = await term(admin, "category", "News & more"), await term(admin, "tag", "Bread")
    await admin.published_entry("One", "post", terms=[news, bread])
    await admin.published_entry("Two", "post", terms=[news])
    assert listed((await visitor.get("/blog/category/news-more")).text) == ["/blog/two", "/blog/one"]
    assert listed((await visitor.get("/blog/tag/bread")).text) == ["/blog/one"]
    assert "News &amp; more" in (await visitor.get("/blog/one")).text
    for path in ("/blog/tag/news-more", "/blog/category/nothing", "/blog/author/ada"):
        assert (await visitor.get(path)).status_code == 404
    counted = {t["name"]: t["entries"] for t in (await admin.get("/api/terms")).json()}
    assert counted == {"News & more": 2, "Bread": 1}
    # A term that is gone is gone from everything, public or not.
    assert (await admin.delete(f"/api/terms/{bread}")).status_code == 204
    assert "Bread" not in (await visitor.get("/blog/one")).text
    assert (await visitor.get("/blog/tag/bread")).status_code == 404


async def test_terms_are_named_once(admin: Browser) -> None:
    one = await term(admin, "tag", "Bread")
    again = (await admin.post("/api/terms", {"kind": "tag", "name": "Bread"})).json()
    assert again["slug"] == "bread-2"
    for response in (
        await admin.post("/api/terms", {"kind": "tag", "name": "x", "slug": "bread"}),
        await admin.put(f"/api/terms/{again['id']}", {"slug": "bread"}),
    ):
        assert (response.status_code, error_code(response)) == (409, "slug_taken")
    renamed = (await admin.put(f"/api/terms/{one}", {"name": "Loaves", "description": "d"})).json()
    assert (renamed["name"], renamed["slug"], renamed["description"]) == ("Loaves", "bread", "d")
    assert [t["name"] for t in (await admin.get("/api/terms?kind=category")).json()] == []
    for wrong in ({"kind": "x", "name": "y"}, {"kind": "tag", "name": ""}, {"kind": "tag", "name": "x", "slug": "A"}):
        assert (await admin.post("/api/terms", wrong)).status_code == 422


async def test_a_page_of_one_s_own_stands_in_the_place_of_the_listing(admin: Browser, visitor: Browser) -> None:
    await admin.published_entry("Our blog", slug="blog")
    assert "<h1>Our blog</h1>" in (await visitor.get("/blog")).text
    assert (await visitor.get("/blogs")).status_code == 404
    await admin.published_entry("Blogger")
    assert "<h1>Blogger</h1>" in (await visitor.get("/blogger")).text


async def test_the_feed_tells_every_post_whole(admin: Browser, visitor: Browser) -> None:
    await admin.put("/api/site", {**SITE, "title": "Bread & <more>"})
    body = '<p>Hi <a href="/about">there</a></p><img src="/_media/1/a.png" alt="">'
    await admin.published_entry("One & <two>", "post", data={"body": body, "summary": "S & <s>"})
    response = await visitor.get("/blog/feed.xml")
    assert response.headers["content-type"].startswith("application/rss+xml")
    channel = ElementTree.fromstring(response.text).find("channel")
    assert channel is not None
    assert channel.findtext("title") == "Bread & <more>"
    link = channel.find(f"{ATOM}link")
    assert link is not None and link.get("href") == f"{ORIGIN}/blog/feed.xml"
    item = channel.find("item")
    assert item is not None
    assert (item.findtext("title"), item.findtext("description")) == ("One & <two>", "S & <s>")
    assert item.findtext("link") == f"{ORIGIN}/blog/one-two"
    whole = item.findtext(CONTENT) or ""
    assert f'href="{ORIGIN}/about"' in whole
    assert f'src="{ORIGIN}/_media/1/a.png"' in whole
    date = datetime.strptime(item.findtext("pubDate") or "", "%a, %d %b %Y %H:%M:%S %z")
    assert abs((datetime.now(UTC) - date).total_seconds()) < 60
    assert 'href="/blog/feed.xml"' in (await visitor.get("/")).text


async def test_the_sitemap_names_what_is_public_and_may_be_found(admin: Browser, visitor: Browser) -> None:
    home = await admin.published_entry("Home")
    await admin.put("/api/site", {**SITE, "homePageId": home["id"]})
    below = await admin.published_entry("Below", parentId=home["id"])
    await admin.published_entry("Post", "post")
    await admin.published_entry("Hidden", data={"seo": {"noindex": True}})
    await admin.new_entry("Draft")
    response = await visitor.get("/sitemap.xml")
    assert response.headers["content-type"].startswith("application/xml")
    found = re.findall("<loc>([^<]+)</loc>", response.text)
    assert sorted(found) == [f"{ORIGIN}/", f"{ORIGIN}/blog/post", f"{ORIGIN}{below['publishedPath']}"]
    ElementTree.fromstring(response.text)
    assert f"Sitemap: {ORIGIN}/sitemap.xml" in (await visitor.get("/robots.txt")).text
    assert "noindex" in (await visitor.get("/hidden")).text


def test_a_demo_is_for_no_search_engine() -> None:
    assert "Disallow: /\n" in robots(ORIGIN, open_to_all=False)
    assert "Disallow: /\n" not in robots(ORIGIN, open_to_all=True)


async def test_a_page_tells_search_engines_and_those_who_share_it_what_it_is(admin: Browser, visitor: Browser) -> None:
    seo = {"title": "Find \"me\"", "description": "About <us>"}
    page = await admin.published_entry("About", data={"cover": "/_samples/demo/crew.svg", "seo": seo})
    html = (await visitor.get("/about")).text
    for part in (
        "<title>Find &#34;me&#34;</title>",
        '<meta name="description" content="About &lt;us&gt;">',
        f'<link rel="canonical" href="{ORIGIN}/about">',
        '<meta property="og:title" content="Find &#34;me&#34;">',
        f'<meta property="og:image" content="{ORIGIN}/_samples/demo/crew.svg">',
    ):
        assert part in html
    await admin.put("/api/site", {**SITE, "homePageId": page["id"]})
    for path in ("/", "/about"):
        assert f'<link rel="canonical" href="{ORIGIN}/">' in (await visitor.get(path)).text


async def test_visitors_find_what_is_public(admin: Browser, visitor: Browser) -> None:
    await admin.published_page("Bread", body="We bake *crusts* every morning.")
    await admin.published_entry("Rolls", "post", data={"body": "<p>Crust by crust by crust.</p>"})
    await admin.published_entry("Hidden", data={"body": "<p>crust</p>", "seo": {"noindex": True}})
    changed = await admin.published_entry("Cakes", data={"body": "<p>sweet</p>"})
    await admin.put(at(changed), {"version": 1, "data": {"body": "<p>a crust</p>"}})
    await admin.new_page("Draft", body="crust")
    html = (await visitor.get("/search?q=crust")).text
    assert set(listed(html)) == {"/bread", "/blog/rolls"}
    assert "We bake crusts every morning." in html
    assert "Nothing was found" in (await visitor.get("/search?q=spaceship")).text
    empty = (await visitor.get("/search")).text
    assert "Nothing was found" not in empty
    assert 'name="robots" content="noindex"' in empty


async def test_words_are_found_in_the_forms_of_the_site_s_language(admin: Browser, visitor: Browser) -> None:
    async def found(words: str) -> bool:
        in_admin = (await admin.get("/api/search", params={"q": words})).json()["entries"]
        on_site = listed((await visitor.get("/search", params={"q": words})).text)
        assert ("Bauen" in {entry["title"] for entry in in_admin}) is ("/bauen" in on_site)
        return "/bauen" in on_site

    await admin.published_page("Bauen", body="Wir planen *Häuser* und baked loaves.")
    assert await found("Häuser")
    assert await found("baking")
    assert not await found("haus")
    await admin.put("/api/site", {**SITE, "language": "de-CH"})
    assert await found("haus")
    assert not await found("baking")
    await admin.published_page("Bauen zwei", body="Noch mehr *Häuser*")
    assert "/bauen-zwei" in listed((await visitor.get("/search?q=haus")).text)
    # One that has no dictionary finds what is written.
    await admin.put("/api/site", {**SITE, "language": "ja"})
    assert await found("häuser")
    assert not await found("haus")
    await admin.put("/api/site", {**SITE, "language": "en"})
    assert await found("baking")


@pytest.mark.parametrize("words", [ATTACK, "' OR 1=1 --", "!!!", ":* & |", "%_", "\\", "a" * 200])
async def test_whatever_is_searched_for_runs_nowhere(visitor: Browser, words: str) -> None:
    response = await visitor.get("/search", params={"q": words})
    assert response.status_code == 200
    assert "<script" not in response.text
    assert (await visitor.get("/search", params={"q": "x" * 201})).status_code == 422


async def test_no_attack_in_a_post_reaches_a_visitor(admin: Browser, visitor: Browser) -> None:
    body = "".join(attack for attack in ATTACKS if attack.startswith("<"))
    seo = {"title": ATTACK[:120], "description": ATTACK}
    data = {"body": body, "summary": ATTACK, "coverAlt": ATTACK, "cover": "/x.png", "seo": seo}
    await term(admin, "tag", ATTACK[:80])
    await admin.published_entry(ATTACK, "post", slug="attack", data=data)
    for path in ("/blog", "/blog/attack", "/search?q=alert", "/"):
        html = (await visitor.get(path)).text
        harm = _Harm()
        harm.feed(re.sub(r"<(meta|link|form|input)\b[^>]*>", "", html))
        assert set(harm.found) <= {"id"}, path
    ElementTree.fromstring((await visitor.get("/blog/feed.xml")).text)


def test_an_excerpt_shows_the_words_in_their_place() -> None:
    text = "start " * 100 + "the needle is here " + "end " * 100
    found = excerpt(text, "NEEDLE")
    assert "needle" in found
    assert found.startswith("… ") and found.endswith(" …")
    assert len(found) < 240
    assert excerpt("short", "nothing") == "short"
    assert excerpt("", "x") == ""
