"""A site with something of everything, and all that a visitor can see of one."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from app.modules.content.blocks import BLOCKS
from tests.pictures import PDF, SVG, picture
from tests.support import Browser


async def full_site(admin: Browser, writer: Browser) -> dict[str, Any]:
    """Everything that an archive carries, made as people make it. `writer` signs in as somebody who is to
    have no account elsewhere. What is needed later, by name."""
    await writer.enter("editor", "wilma@example.org", name="Wilma Writer")
    folder = (await admin.post("/api/media-folders", {"name": "Boats"})).json()
    photo = await admin.upload(picture(900, 600, format_name="JPEG"), "Harbour.jpg", folderId=folder["id"])
    await admin.patch(f"/api/media/{photo['id']}", {"alt": "The harbour", "focalX": 0.25})
    drawing = await admin.upload(SVG, "Plan.svg")
    menu = await admin.upload(PDF, "Menu.pdf")
    await admin.upload(picture(300, 200), "Unused.png")
    category = (await admin.post("/api/terms", {"kind": "category", "name": "News", "description": "What is new"})).json()
    await admin.post("/api/terms", {"kind": "category", "name": "Boat news", "parentId": category["id"]})
    tag = (await admin.post("/api/terms", {"kind": "tag", "name": "Sea"})).json()
    same = (await admin.post("/api/terms", {"kind": "tag", "name": "Ocean"})).json()
    await admin.post(f"/api/terms/{same['id']}/merge", {"into": tag["id"]})
    fields = [
        {"key": "length", "label": "Length", "kind": "number", "required": True},
        {"key": "about", "label": "About", "kind": "richtext"},
        {"key": "sister", "label": "Sister ship", "kind": "reference", "of": "boat"},
        {"key": "plan", "label": "Plan", "kind": "media"},
    ]
    made = await admin.post("/api/types", {"key": "boat", "name": "Boat", "plural": "Boats", "public": True, "fields": fields})
    assert made.status_code == 201, made.text

    home = await admin.published_page("Welcome", summary="Come aboard", cover=photo["url"], body="# Ahoy\n\nA *line*.")
    about = await admin.published_page("About", summary="Who we are", body=f"![x]({photo['sizes'][0]['url']}) [menu]({menu['url']})")
    crew = await admin.new_page("Crew", parentId=about["id"], body="All of us")
    await admin.publish(crew)
    await admin.published_page("Cook", parentId=crew["id"], body="Nobody else")
    # At another address than before, with all that is below.
    moved = await admin.put(f"/api/entries/{about['id']}", {"version": 1, "slug": "about-us"})
    assert moved.status_code == 200, moved.text
    await admin.publish(moved.json())
    draft = await admin.new_page("Never shown", body="Secret plans")
    changed = await admin.published_page("Prices", body="Ten")
    later = await admin.put(f"/api/entries/{changed['id']}", {"version": 1, "title": "Prices, soon", "data": {"body": "Twelve"}})
    assert later.status_code == 200, later.text
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    await admin.put(f"/api/entries/{draft['id']}/schedule", {"publishAt": tomorrow})

    html = f'<p>Read <a href="{about["publishedPath"]}">about us</a>.</p><figure class="picture"><img src="{photo["url"]}" alt=""></figure>'
    posts = [
        await writer.published_entry(
            f"Post {number}", "post", data={"body": html, "summary": f"Number {number}"}, terms=[category["id"], tag["id"]][: number % 3]
        )
        for number in range(12)
    ]
    first = await admin.published_entry("Seagull", "boat", data={"length": 12.5, "plan": drawing["url"]})
    second = await admin.published_entry("Heron", "boat", data={"length": 9, "about": "<p>Fast.</p>", "sister": first["id"]})
    back = await admin.put(f"/api/entries/{first['id']}", {"version": 1, "data": {"sister": second["id"]}})
    await admin.publish(back.json())
    laid_out = await admin.published_entry("Laid out", data={"blocks": _blocks(photo, drawing, about, first, category)})
    await admin.put("/api/navigation", {"pageIds": [about["id"], home["id"]]})
    site = {"title": "Sailing School", "tagline": "Wind & water", "language": "en-GB", "theme": "night", "homePageId": home["id"]}
    themes = [theme["name"] for theme in (await admin.get("/api/themes")).json()]
    saved = await admin.put("/api/site", {**site, "theme": themes[-1]})
    assert saved.status_code == 200, saved.text
    design = {
        "theme": themes[-1], "accent": "#a0522d", "corners": "round", "logoId": drawing["id"], "iconId": photo["id"],
        "shareImageId": photo["id"], "footerText": "Fair winds", "footerMenu": [{"kind": "entry", "entryId": first["id"]}],
        "headerMenu": [
            {"kind": "entry", "entryId": home["id"]},
            {"kind": "entry", "entryId": about["id"], "label": "Who we are", "children": [
                {"kind": "entry", "entryId": crew["id"]},
                {"kind": "url", "label": "What we cook", "url": menu["url"]},
            ]},
            {"kind": "listing", "listing": "blog", "label": "Our news"},
        ],
    }  # fmt: skip
    await _draw(admin, design)
    applied = await admin.post("/api/design/apply", {"version": (await admin.get("/api/design")).json()["version"]})
    assert applied.status_code == 200, applied.text
    await _draw(admin, {**design, "footerText": "Not seen by anybody yet"})
    return {
        "home": home, "about": about, "draft": draft, "changed": changed, "photo": photo, "drawing": drawing, "posts": posts,
        "boat": first, "laid_out": laid_out, "category": category,
    }  # fmt: skip


def _blocks(
    photo: dict[str, Any], drawing: dict[str, Any], about: dict[str, Any], boat: dict[str, Any], category: dict[str, Any]
) -> list[dict[str, Any]]:
    """One of every kind, with all that it can lead to."""
    blocks: list[dict[str, Any]] = [
        {"kind": "hero", "title": "Come sailing", "picture": photo["url"], "alt": "The harbour",
         "links": [{"label": "About", "to": about["id"]}, {"label": "Plan", "to": drawing["url"]}]},
        {"kind": "text", "text": f'<p>See <a href="{drawing["url"]}">the plan</a>.</p>'},
        {"kind": "image", "picture": drawing["url"], "caption": "To scale", "width": "full"},
        {"kind": "gallery", "title": "At sea", "pictures": [{"picture": photo["sizes"][0]["url"], "alt": "Waves"}]},
        {"kind": "quote", "text": "Never seasick.", "by": "Heron"},
        {"kind": "action", "title": "Aboard?", "links": [{"label": "Our boat", "to": boat["id"]}]},
        {"kind": "posts", "title": "Lately", "count": 2, "category": category["id"]},
        {"kind": "contact", "title": "Find us", "address": "Pier 3", "hours": [{"days": "Friday", "times": "9–12"}]},
    ]  # fmt: skip
    assert {block["kind"] for block in blocks} == set(BLOCKS)
    return blocks


async def _draw(admin: Browser, design: dict[str, Any]) -> None:
    version = (await admin.get("/api/design")).json()["version"]
    drafted = await admin.put("/api/design", {"version": version, "design": design})
    assert drafted.status_code == 200, drafted.text


async def pages_of(visitor: Browser) -> dict[str, tuple[int, str, str]]:
    """Every page that visitors can find, by its path: status, HTML, and where it leads."""
    sitemap = await visitor.get("/sitemap.xml")
    paths = re.findall(r"<loc>https?://[^/<]+(/[^<]*)</loc>", sitemap.text)
    assert paths, sitemap.text
    paths += ["/", "/sitemap.xml", "/blog", "/blog?page=2", "/blog/feed.xml", "/blog/category/news", "/blog/category/boat-news", "/blog/tag/sea", "/blog/tag/ocean", "/boat", "/search?q=harbour"]
    paths += ["/about", "/about/crew", "/about/crew/cook", "/never-shown", "/nothing"]
    seen: dict[str, tuple[int, str, str]] = {}
    for path in dict.fromkeys(paths):
        response = await visitor.get(path)
        seen[path] = (response.status_code, response.text, response.headers.get("location", ""))
    return seen
