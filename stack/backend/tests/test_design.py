"""A design is tried out, made public and taken back; nothing hostile in it reaches a page."""

import re
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app.modules.publishing.previews import preview_token
from app.modules.site.designing import bring, carried_out
from tests.pictures import photograph
from tests.support import ENVIRONMENT, Browser, context_of, error_code
from tests.test_audit import log
from tests.test_rendering import _Harm

SITE = {"title": "Title", "tagline": "", "language": "en", "homePageId": None}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="120" height="40"/></svg>'
ATTACK = "</style></a><script>alert(1)</script>\"'"


async def designing(browser: Browser) -> dict[str, Any]:
    response = await browser.get("/api/design")
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


async def draft(browser: Browser, **values: object) -> dict[str, Any]:
    """The draft that differs from the public design by `values`."""
    now = await designing(browser)
    response = await browser.put("/api/design", {"version": now["version"], "design": {"theme": "paper", **values}})
    assert response.status_code == 200, response.text
    saved: dict[str, Any] = response.json()
    return saved


async def do(browser: Browser, action: str) -> dict[str, Any]:
    now = await designing(browser)
    response = await browser.post(f"/api/design/{action}", {"version": now["version"]})
    assert response.status_code == 200, response.text
    done: dict[str, Any] = response.json()
    return done


async def applied(browser: Browser, **values: object) -> dict[str, Any]:
    await draft(browser, **values)
    return await do(browser, "apply")


async def style_of(visitor: Browser, path: str = "/") -> str:
    html = (await visitor.get(path)).text
    found = re.search(r'<link rel="stylesheet" href="([^"]+)" data-design>', html)
    return (await visitor.get(found[1])).text if found else ""


def main_menu(html: str) -> list[tuple[str, str]]:
    inside = html.split('aria-label="Main"')[1].split("</nav>")[0] if 'aria-label="Main"' in html else ""
    return re.findall(r'<a href="([^"]+)"[^>]*>([^<]*)</a>', inside)


async def test_a_draft_is_seen_in_the_preview_alone_until_it_is_applied(admin: Browser, visitor: Browser) -> None:
    assert await style_of(visitor) == ""
    saved = await draft(admin, theme="plan", accent="#0A7", corners="round", width="wide", header="centred")
    assert (saved["hasChanges"], saved["canUndo"], saved["design"]["accent"]) == (True, False, "#00aa77")
    assert 'data-theme="paper"' in (await visitor.get("/")).text
    preview = await visitor.get(saved["previewUrl"])
    assert 'data-theme="plan" data-header="centred"' in preview.text
    assert "--fill:#00aa77;" in (await visitor.get(saved["styleUrl"])).text
    assert "--fill:#00aa77;" in await style_of(visitor, saved["previewUrl"])

    assert saved["worn"]["theme"] == "Paper"
    public = await do(admin, "apply")
    assert (public["worn"]["theme"], public["worn"]["accent"]) == ("Plan", "#00aa77")
    assert (public["hasChanges"], public["canUndo"]) == (False, True)
    assert 'data-theme="plan"' in (await visitor.get("/")).text
    css = await style_of(visitor)
    assert "--fill:#00aa77;" in css
    assert "--radius:18px;--pill:999px;" in css
    assert (await admin.get("/api/site")).json()["theme"] == "plan"


async def test_undo_brings_back_what_was_public_before_and_keeps_the_rest_as_a_draft(
    admin: Browser, visitor: Browser
) -> None:
    await applied(admin, accent="#112233")
    await applied(admin, theme="stage", accent="#445566")
    undone = await do(admin, "undo")
    assert (undone["design"]["accent"], undone["hasChanges"]) == ("#445566", True)
    assert "#112233" in await style_of(visitor)
    assert (await do(admin, "discard"))["design"]["accent"] == "#112233"
    assert (await do(admin, "undo"))["canUndo"] is False
    assert await style_of(visitor) == ""
    refused = await admin.post("/api/design/undo", {"version": (await designing(admin))["version"]})
    assert (refused.status_code, error_code(refused)) == (409, "nothing_to_undo")


async def test_two_people_cannot_overwrite_one_another(admin: Browser) -> None:
    before = await designing(admin)
    await draft(admin, accent="#112233")
    for method, path, body in (
        ("PUT", "", {"version": before["version"], "design": {"theme": "paper"}}),
        ("POST", "/apply", {"version": before["version"]}),
        ("POST", "/undo", {"version": before["version"]}),
        ("POST", "/discard", {"version": before["version"]}),
    ):
        response = await admin.http.request(method, f"/api/design{path}", json=body)
        assert (response.status_code, error_code(response)) == (409, "conflict"), path
    assert (await draft(admin))["hasChanges"] is False, "what is public already is no draft"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"accent": "red"}, "accent"),
        ({"paper": "#fff;}*{display:none"}, "paper"),
        ({"ink": "url(https://evil.example/)"}, "ink"),
        ({"theme": 'paper"]{}'}, "theme"),
        ({"pairing": "Comic Sans"}, "pairing"),
        ({"corners": "12px"}, "corners"),
        ({"width": "calc(1px)"}, "width"),
        ({"footerText": "x" * 1001}, "footerText"),
        ({"logoId": str(uuid4())}, "logoId"),
        ({"headerMenu": [{"kind": "url", "label": "x"}]}, "headerMenu.0"),
        ({"headerMenu": [{"kind": "url", "url": "/x"}]}, "headerMenu.0"),
        ({"headerMenu": [{"kind": "entry"}]}, "headerMenu.0"),
        ({"headerMenu": [{"kind": "listing", "listing": "users"}]}, "headerMenu.0.listing"),
        ({"headerMenu": [{"kind": "listing", "listing": "blog"}] * 21}, "headerMenu"),
        ({"footerMenu": [{"kind": "listing", "listing": "blog", "children": [{"kind": "url", "label": "x"}]}]}, "footerMenu.0.children.0"),
    ],
)  # fmt: skip
async def test_what_is_no_design_is_refused_by_field(admin: Browser, values: dict[str, object], field: str) -> None:
    given = {"version": 0, "design": {"theme": "paper", **values}}
    response = await admin.put("/api/design", given)
    assert (response.status_code, error_code(response)) == (422, "invalid_input")
    assert set(response.json()["error"]["fields"]) == {f"design.{field}" if not field.endswith("Id") else field}


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", " java\tscript:alert(1)", "data:text/html,x", "vbscript:x",
        "//evil.example", "/\\evil.example", "https:evil", "https://user:pw@evil.example", "mailto:a@b?cc=c@d",
        "tel:javascript", "ftp://x.example", "x", "",
    ],
)  # fmt: skip
async def test_a_menu_leads_nowhere_hostile(admin: Browser, url: str) -> None:
    menu = [{"kind": "url", "label": "x", "url": url}]
    response = await admin.put("/api/design", {"version": 0, "design": {"theme": "paper", "headerMenu": menu}})
    assert response.status_code == 422, url


async def test_words_of_a_design_stay_words(admin: Browser, visitor: Browser) -> None:
    page = await admin.published_page("About")
    menu = [
        {"kind": "url", "label": ATTACK[:80], "url": '/"><script>alert(1)</script>'},
        {"kind": "entry", "entryId": page["id"], "label": ATTACK[:80], "children": [
            {"kind": "url", "label": ATTACK[:80], "url": "https://a.example/?a=1&b='\"<script>"},
        ]},
    ]  # fmt: skip
    await applied(admin, headerMenu=menu, footerMenu=menu, footerText=f"{ATTACK}\n\n{ATTACK}")
    for path in ("/", "/about", (await designing(admin))["previewUrl"]):
        response = await visitor.get(path)
        assert "<script" not in response.text
        harm = _Harm()
        harm.feed(response.text.replace('<meta charset="utf-8">', ""))
        assert not {"script", "style", "onerror", "javascript"} & set(harm.found), path


async def test_what_another_release_stored_never_reaches_css_unread(app: FastAPI, visitor: Browser) -> None:
    async with context_of(app).database.transaction() as db:
        await db.execute(
            text("UPDATE site_settings SET design = cast(:design AS jsonb)"),
            {"design": '{"accent": "red;}*{}", "corners": "1px;", "width": "}", "pairing": "x", "paper": "#123456"}'},
        )
    css = await style_of(visitor)
    assert "--paper:#123456" in css
    assert "red" not in css
    assert "*" not in css


async def test_menus_hold_entries_listings_and_addresses_one_below_another(admin: Browser, visitor: Browser) -> None:
    about, team, secret = [await admin.published_page(title) for title in ("About", "Team", "Secret")]
    home = await admin.published_page("Welcome")
    await admin.put("/api/site", {**SITE, "homePageId": home["id"]})
    await admin.post(f"/api/entries/{secret['id']}/unpublish")
    menu = [
        {"kind": "entry", "entryId": home["id"]},
        {"kind": "entry", "entryId": about["id"], "label": "Who we are", "children": [
            {"kind": "entry", "entryId": team["id"]},
            {"kind": "url", "label": "Call", "url": "tel:+441632960001"},
        ]},
        {"kind": "entry", "entryId": secret["id"], "children": [{"kind": "entry", "entryId": team["id"]}]},
        {"kind": "entry", "entryId": str(uuid4())},
        {"kind": "listing", "listing": "blog", "label": "News"},
    ]  # fmt: skip
    saved = await applied(admin, headerMenu=menu)
    assert {entry["title"]: entry["path"] for entry in saved["entries"]} == {
        "Welcome": "/welcome", "About": "/about", "Team": "/team", "Secret": None,
    }  # fmt: skip
    html = (await visitor.get("/team")).text
    assert main_menu(html) == [
        ("/", "Welcome"), ("/about", "Who we are"), ("/team", "Team"), ("tel:+441632960001", "Call"), ("/blog", "News"),
    ]  # fmt: skip
    assert '<summary class="current">Who we are</summary>' in html
    assert '<a href="/team" aria-current="page">Team</a>' in html
    assert "Search</a>" in html, "a footer that nobody made has what the header has, and the search"
    await applied(admin, headerMenu=[], footerMenu=[menu[1]])
    html = (await visitor.get("/team")).text
    assert main_menu(html) == []
    assert '<h2><a href="/about">Who we are</a></h2>' in html.replace("\n", "")
    await applied(admin)
    assert [label for _, label in main_menu((await visitor.get("/team")).text)] == ["About", "Team"]


async def test_the_preview_shows_the_whole_site_and_keeps_visitors_inside(admin: Browser, visitor: Browser) -> None:
    await admin.published_page("About", body="[Home](/) and [out](https://example.com/) ![](/_samples/demo/crew.svg)")
    await admin.published_entry("News", "post", data={"body": "<p>x</p>", "bodyFormat": "html"})
    url = (await draft(admin, theme="stage"))["previewUrl"]
    for path in ("", "about", "blog", "blog/news", "search?q=home", "blog?page=1"):
        response = await visitor.get(url + path)
        assert response.status_code == 200, path
        assert 'data-theme="stage"' in response.text, path
        assert "frame-ancestors 'self'" in response.headers["content-security-policy"]
        assert response.headers["x-frame-options"] == "SAMEORIGIN"
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["x-robots-tag"] == "noindex"
        inside = re.findall(r'(?:href|action)="(/[^"]*)"', response.text.split("<body>")[1])
        assert [link for link in inside if not link.startswith((url, "/admin"))] == [], path
    about = (await visitor.get(f"{url}about")).text
    assert 'href="https://example.com/"' in about
    assert 'src="/_samples/demo/crew.svg"' in about
    assert (await visitor.get(f"{url}about/")).headers["location"] == f"{url}about"
    assert (await visitor.get(f"{url}nothing")).status_code == 404
    assert "frame-ancestors 'none'" in (await visitor.get("/about")).headers["content-security-policy"]


async def test_a_preview_opens_for_its_own_link_alone(admin: Browser, visitor: Browser) -> None:
    entry = await admin.published_page("About")
    of_entry, _ = preview_token(uuid4(), ENVIRONMENT["SECRET_KEY"])
    for token in ("nothing", "a" * 54, of_entry):
        for path in ("", "about", "design.css"):
            assert (await visitor.get(f"/_preview/design/{token}/{path}")).status_code == 410
    url = (await designing(admin))["previewUrl"]
    assert (await visitor.get(f"/_preview/{url.split('/')[3]}")).status_code == 410
    assert (await visitor.get(url)).status_code == 200
    assert entry["published"] is True


async def test_logo_icon_and_share_image_come_from_the_library(admin: Browser, visitor: Browser) -> None:
    photo = await admin.upload(photograph("JPEG"), "photo.jpg")
    logo = await admin.upload(SVG, "logo.svg")
    document = await admin.upload(b"%PDF-1.7 x")
    for values in ({"logoId": document["id"]}, {"shareImageId": logo["id"]}):
        refused = await admin.put("/api/design", {"version": 0, "design": {"theme": "paper", **values}})
        assert set(refused.json()["error"]["fields"]) == set(values)
    saved = await applied(admin, logoId=logo["id"], iconId=photo["id"], shareImageId=photo["id"])
    assert saved["design"]["logo"]["src"] == logo["url"]
    html = (await visitor.get("/")).text
    assert f'<img src="{logo["url"]}" alt="Acme &amp; Söhne"' in html
    assert f'<link rel="icon" href="{photo["crops"]["square"]}">' in html
    assert f'<meta property="og:image" content="http://acme.localhost:8080{photo["crops"]["social"]}">' in html
    assert (await visitor.get("/favicon.ico")).headers["location"] == photo["crops"]["square"]
    uses = (await admin.get(f"/api/media/{logo['id']}/uses")).json()
    assert [(use["kind"], use["title"]) for use in uses] == [("design", "The design")]
    assert error_code(await admin.delete(f"/api/media/{logo['id']}")) == "media_in_use"
    await applied(admin)
    assert (await admin.delete(f"/api/media/{logo['id']}")).status_code == 204


async def test_a_style_sheet_may_be_kept_while_it_is_the_present_one(admin: Browser, visitor: Browser) -> None:
    await applied(admin, accent="#112233")
    html = (await visitor.get("/")).text
    (first,) = re.findall(r"/_site/design\.[0-9a-f]+\.css", html)
    assert "immutable" in (await visitor.get(first)).headers["cache-control"]
    await applied(admin, accent="#445566", night=False)
    late = await visitor.get(first)
    assert ("#445566" in late.text, late.headers["cache-control"]) == (True, "no-store")
    assert "color-scheme:light;" in late.text
    icon = re.search(r'<link rel="icon" href="([^"]+)"', (await visitor.get("/")).text)
    assert icon is not None
    assert 'fill="#445566"' in (await visitor.get(icon[1])).text


async def test_applying_and_undoing_are_told(admin: Browser) -> None:
    begun = datetime.now(UTC)
    await applied(admin, theme="hearth")
    await do(admin, "undo")
    await do(admin, "discard")
    lines = await log(admin, "?event=site.saved")
    assert [(line["subjectType"], line["title"], line["details"]) for line in lines] == [
        ("design", "Paper", {"change": "undone"}), ("design", "Hearth", {"change": "applied"}),
    ]  # fmt: skip
    now = await designing(admin)
    assert datetime.fromisoformat(now["appliedAt"]) >= begun


async def test_a_sample_site_comes_in_its_theme_as_it_is(app: FastAPI, visitor: Browser) -> None:
    async with context_of(app).database.transaction() as db:
        await db.execute(text("UPDATE site_settings SET design = '{\"paper\": \"#123456\"}'"))
    await visitor.internal("PUT", "/sample", {"kind": "bakery"})
    assert await style_of(visitor) == ""
    assert 'data-theme="hearth"' in (await visitor.get("/")).text


async def test_a_design_that_is_carried_out_and_in_again_is_the_same(app: FastAPI, admin: Browser, visitor: Browser) -> None:
    page = await admin.published_page("About")
    logo = await admin.upload(SVG, "logo.svg")
    menu = [{"kind": "entry", "entryId": page["id"], "label": "Us", "children": [{"kind": "listing", "listing": "blog"}]}]
    before = await applied(admin, theme="stage", accent="#123456", logoId=logo["id"], headerMenu=menu, footerText="Foot")
    html = (await visitor.get("/")).text
    database = context_of(app).database
    async with database.transaction() as db:
        carried = await carried_out(db)
    await applied(admin)
    assert (await visitor.get("/")).text != html
    async with database.transaction() as db:
        await bring(db, carried)
    assert (await visitor.get("/")).text == html
    assert (await designing(admin))["design"] == before["design"]
