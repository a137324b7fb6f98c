"""Pages that are laid out: what blocks hold, what is refused, what visitors see."""

import re
from typing import Any
from uuid import uuid4

import pytest

from app.modules.content.blocks import BLOCKS, BLOCKS_FIELD, MOST_BLOCKS, block_words, filled
from app.modules.content.fields import Field, check_data, missing, without_leaves
from tests.pictures import noise
from tests.support import Browser, error_code
from tests.test_rendering import ATTACKS, _Harm

WHOLE: list[dict[str, Any]] = [
    {"kind": "hero", "title": "Good bread", "text": "Baked at night.", "picture": "/_samples/bakery/counter.svg",
     "alt": "The counter", "layout": "beside", "links": [{"label": "Order", "to": "/orders"}]},
    {"kind": "text", "text": "<h2>Hello</h2><p>A <strong>word</strong></p>"},
    {"kind": "image", "picture": "/_samples/bakery/oven.svg", "alt": "The oven", "caption": "At four", "width": "full"},
    {"kind": "gallery", "title": "The shop", "pictures": [{"picture": "/_samples/bakery/shop.svg", "alt": "The shop"}]},
    {"kind": "quote", "text": "I moved closer.", "by": "A customer", "about": "Mill Street"},
    {"kind": "action", "title": "Hungry?", "links": [{"label": "Write", "to": "mailto:bread@example.com"}]},
    {"kind": "posts", "title": "News", "count": 2, "layout": "list"},
    {"kind": "contact", "title": "Find us", "address": "2 Mill Street\nAlderford", "email": "bread@example.com",
     "phone": "+00 555 (010) 187", "map": "https://maps.example/x", "hours": [{"days": "Saturday", "times": "7–14"}]},
]  # fmt: skip


def checked(*blocks: object) -> tuple[Any, dict[str, str]]:
    kept, problems = check_data([BLOCKS_FIELD], {"blocks": list(blocks)})
    return kept.get("blocks"), problems


def test_every_kind_is_kept_as_it_was_given() -> None:
    assert {block["kind"] for block in WHOLE} == set(BLOCKS)
    assert checked(*WHOLE) == (WHOLE, {})
    assert missing([BLOCKS_FIELD], {"blocks": WHOLE}) == {}


@pytest.mark.parametrize(
    ("block", "path"),
    [
        ("text", "3"),
        ({}, "3.kind"),
        ({"kind": "script"}, "3.kind"),
        ({"kind": ["hero"]}, "3.kind"),
        ({"kind": "text", "text": 7}, "3.text"),
        ({"kind": "text", "text": "x" * 200_001}, "3.text"),
        ({"kind": "hero", "layout": "sideways"}, "3.layout"),
        ({"kind": "hero", "picture": "javascript:alert(1)"}, "3.picture"),
        ({"kind": "hero", "title": "a\x00b"}, "3.title"),
        ({"kind": "hero", "links": {}}, "3.links"),
        ({"kind": "hero", "links": [{"label": "A", "to": "/"}] * 3}, "3.links"),
        ({"kind": "hero", "links": ["/"]}, "3.links.0"),
        ({"kind": "action", "links": [{"label": "A", "to": "/"}, {"label": "B", "to": "javascript:alert(1)"}]}, "3.links.1.to"),
        ({"kind": "action", "links": [{"label": "B", "to": "//evil.example"}]}, "3.links.0.to"),
        ({"kind": "action", "links": [{"label": "B", "to": "/\\evil.example"}]}, "3.links.0.to"),
        ({"kind": "gallery", "pictures": [{"picture": "data:image/png;base64,x"}]}, "3.pictures.0.picture"),
        ({"kind": "posts", "count": 13}, "3.count"),
        ({"kind": "posts", "category": "news"}, "3.category"),
        ({"kind": "contact", "email": "a b@example.com"}, "3.email"),
        ({"kind": "contact", "phone": "call me"}, "3.phone"),
        ({"kind": "contact", "map": "http://me@evil.example/"}, "3.map"),
        ({"kind": "contact", "hours": [{"days": 1}]}, "3.hours.0.days"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_by_its_path(block: object, path: str) -> None:
    text = {"kind": "text", "text": "<p>x</p>"}
    assert list(checked(text, text, text, block, text)[1]) == [f"data.blocks.{path}"]


def test_there_is_an_end_to_a_page_and_nobody_need_know_what_a_block_does_not() -> None:
    assert checked(*[{"kind": "text"}] * (MOST_BLOCKS + 1))[1] == {"data.blocks": f"At most {MOST_BLOCKS}."}
    assert check_data([BLOCKS_FIELD], {"blocks": "x"})[1] == {"data.blocks": "Must be a list."}
    assert checked({"kind": "quote", "text": "A", "onclick": "alert(1)"})[0] == [{"kind": "quote", "text": "A"}]


def test_only_what_is_published_must_be_whole() -> None:
    kept, problems = checked(
        {"kind": "image"}, {"kind": "gallery", "pictures": [{"alt": "x"}]}, {"kind": "hero", "links": [{"label": "x"}]}
    )
    assert problems == {}
    assert list(missing([BLOCKS_FIELD], {"blocks": kept})) == [
        "data.blocks.0.picture", "data.blocks.1.pictures.0.picture", "data.blocks.2.links.0.to",
    ]  # fmt: skip


def test_the_words_of_blocks_are_found_and_their_settings_are_not() -> None:
    words = block_words({"blocks": [{**WHOLE[0], "layout": "beside"}, WHOLE[1], WHOLE[7]]})
    for word in ("Good bread", "Order", "Hello", "Mill Street", "Saturday"):
        assert word in words
    assert "beside" not in words


def test_a_block_that_says_little_is_shown_as_a_new_one() -> None:
    assert filled({"kind": "posts"}) == {"kind": "posts", "title": "", "count": 3, "category": "", "layout": "cards"}


def test_a_value_that_is_gone_takes_nothing_else_along() -> None:
    fields = [BLOCKS_FIELD, Field("near", "list", of="reference"), Field("best", "reference"), Field("note", "json")]
    gone, stays = str(uuid4()), str(uuid4())
    action = {"kind": "action", "title": "Go", "links": [{"label": "A", "to": gone}, {"label": "B", "to": stays}]}
    data = {"blocks": [WHOLE[0], action], "near": [stays, gone], "best": gone, "note": {"a": [1]}}
    assert without_leaves(fields, data, lambda leaf: leaf.value == gone) == {
        "blocks": [WHOLE[0], {**action, "links": [{"label": "A"}, {"label": "B", "to": stays}]}],
        "near": [stays], "note": {"a": [1]},
    }  # fmt: skip
    assert action["links"][0] == {"label": "A", "to": gone}, "what was given stays as it was"


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_a_block_runs(attack: str) -> None:
    harm = _Harm()
    harm.feed(checked({"kind": "text", "text": attack})[0][0]["text"])
    assert harm.found == []


async def test_visitors_see_every_block_and_one_title(admin: Browser) -> None:
    await admin.published_entry("A news item", "post", data={"body": "<p>x</p>"})
    page = await admin.published_entry("Welcome", slug="welcome", data={"blocks": WHOLE})
    html = (await admin.get("/welcome")).text
    assert re.findall(r"<h1>(.*?)</h1>", html) == ["Good bread"]
    for said in ("Baked at night.", 'href="/orders"', "<h2>Hello</h2>", "At four", "The shop", "I moved closer.", "Hungry?",
                 "A news item", "2 Mill Street<br>", 'href="tel:+00555010187"', 'href="mailto:bread@example.com"',
                 'href="https://maps.example/x"', "7–14", '<img class="cover" src="/_samples/bakery/counter.svg"'):  # fmt: skip
        assert said in html, said
    assert "<title>Welcome – " in html
    # Without a hero on top the page's own title stands there.
    await admin.put(f"/api/entries/{page['id']}", {"version": page["version"], "data": {"blocks": WHOLE[1:]}})
    await admin.publish(page)
    html = (await admin.get("/welcome")).text
    assert re.findall(r"<h1>(.*?)</h1>", html) == ["Welcome"]


async def test_what_is_said_in_a_block_comes_out_as_words(admin: Browser) -> None:
    evil = '"><script>alert(1)</script>'
    blocks = [
        {"kind": "hero", "title": evil, "text": evil, "picture": "/x.png", "alt": evil, "links": [{"label": evil, "to": '/"onclick=x'}]},
        {"kind": "image", "picture": '/x"onerror=alert(1)', "alt": evil, "caption": evil},
        {"kind": "quote", "text": evil, "by": evil, "about": evil},
        {"kind": "contact", "title": evil, "address": evil, "hours": [{"days": evil, "times": evil}]},
    ]  # fmt: skip
    await admin.published_entry("Evil", slug="evil", data={"blocks": blocks})
    html = (await admin.get("/evil")).text
    assert "<script" not in html
    assert not re.search(r"<[^>]* on[a-z]+=", re.sub(r'"[^"]*"', '""', html))


async def test_a_half_made_block_is_saved_previewed_and_kept_from_publishing(admin: Browser) -> None:
    page = await admin.new_entry("Draft", data={"blocks": [{"kind": "image"}, {"kind": "quote", "text": "Said"}]})
    link = (await admin.post(f"/api/entries/{page['id']}/preview-link")).json()["url"]
    preview = (await admin.get(re.sub(r"^https?://[^/]+", "", link))).text
    assert "Said" in preview and "<img" not in preview
    refused = await admin.post(f"/api/entries/{page['id']}/publish")
    assert refused.status_code == 422
    assert list(refused.json()["error"]["fields"]) == ["data.blocks.0.picture"]


async def test_what_is_being_typed_is_shown_as_the_site_would_and_not_stored(admin: Browser) -> None:
    said = {"type": "page", "title": "Typed", "data": {"blocks": [*WHOLE[1:2], {"kind": "script"}], "cover": "javascript:x"}}
    response = await admin.post("/api/preview/page", said)
    html = response.json()["html"]
    assert "<h1>Typed</h1>" in html and "<h2>Hello</h2>" in html
    assert "javascript:" not in html and "script" not in html
    assert (await admin.get("/api/entries")).json()["items"] == []
    refused = await admin.post("/api/preview/page", {**said, "type": "nothing"})
    assert (refused.status_code, error_code(refused)) == (422, "invalid_input")


async def test_a_link_follows_its_entry_and_goes_with_it(admin: Browser) -> None:
    target = await admin.published_entry("Orders", slug="orders")
    hero = {"kind": "hero", "links": [{"label": "Order now", "to": target["id"]}]}
    page = await admin.published_entry("Front", slug="front", data={"blocks": [hero]})
    assert 'href="/orders"' in (await admin.get("/front")).text
    moved = await admin.put(f"/api/entries/{target['id']}", {"version": target["version"], "slug": "shop"})
    await admin.publish(moved.json())
    assert 'href="/shop">Order now' in (await admin.get("/front")).text
    await admin.post(f"/api/entries/{target['id']}/unpublish")
    assert "Order now" not in (await admin.get("/front")).text
    await admin.delete(f"/api/entries/{target['id']}")
    again = await admin.put(
        f"/api/entries/{page['id']}", {"version": page["version"], "data": {"blocks": [hero, {"kind": "text"}]}}
    )
    assert (again.status_code, error_code(again)) == (422, "invalid_input")
    assert list(again.json()["error"]["fields"]) == ["data.blocks.0.links.0.to"]
    # An old version comes back without it.
    restored = await admin.post(f"/api/entries/{page['id']}/revisions/1/restore")
    assert restored.json()["data"]["blocks"] == [{"kind": "hero", "links": [{"label": "Order now"}]}]


async def test_posts_are_the_newest_of_their_category(admin: Browser) -> None:
    news = (await admin.post("/api/terms", {"kind": "category", "name": "News"})).json()["id"]
    for number in range(4):
        await admin.published_entry(f"Item {number}", "post", terms=[news] if number % 2 else [])
    block = {"kind": "posts", "count": 2, "category": news}
    await admin.published_entry("Front", slug="front", data={"blocks": [block]})
    html = (await admin.get("/front")).text
    assert re.findall(r">(Item \d)<", html) == ["Item 3", "Item 1"]
    # A category that is gone is off the block as it is off the posts.
    other = await admin.new_entry("Other", data={"blocks": [{**block, "category": str(uuid4())}]})
    assert other["data"]["blocks"] == [{"kind": "posts", "count": 2}]
    # Posts are read from top to end and are not laid out.
    post = await admin.new_entry("A post", "post", data={"blocks": [block], "body": "<p>x</p>"})
    assert "blocks" not in post["data"]


async def test_pictures_come_in_sizes_and_the_library_knows_where(admin: Browser) -> None:
    media = await admin.upload(noise(1000, 500), "a.jpg")
    cover = media["sizes"][-1]["url"]
    body = f'<figure class="picture"><img src="{media["url"]}" alt="A" width="7" height="7"></figure>'
    blocks = [{"kind": "gallery", "pictures": [{"picture": cover, "alt": "B"}]}, {"kind": "text", "text": body}]
    page = await admin.published_entry("Seen", slug="seen", data={"cover": cover, "body": body, "blocks": blocks})
    html = (await admin.get("/seen")).text
    images = re.findall(r"<img[^>]*>", html)
    assert len(images) == 4
    for image in images:
        assert f"/_media/{media['id']}/320.webp 320w" in image and f"{media['id']}/1000.webp 1000w" in image
        assert 'width="1000" height="500"' in image and 'sizes="' in image
    assert 'fetchpriority="high"' in images[0] and "lazy" not in images[0]
    assert all('loading="lazy"' in image for image in images[1:])
    for address in re.findall(r"/_media/[^ \"]+", images[0]):
        assert (await admin.get(address)).status_code == 200
    await admin.published_entry("Post", "post", slug="post", data={"cover": cover})
    assert "320w" in (await admin.get("/blog")).text
    only = await admin.new_entry("Only here", data={"blocks": blocks[:1]})
    uses = (await admin.get(f"/api/media/{media['id']}/uses")).json()
    assert {use["id"] for use in uses} >= {page["id"], only["id"]}


async def test_search_finds_and_shows_what_blocks_say(admin: Browser) -> None:
    await admin.published_entry("Front", slug="front", data={"blocks": [{"kind": "quote", "text": "Marvellous gherkins"}]})
    assert "Marvellous gherkins" in (await admin.get("/search?q=gherkin")).text
    found = (await admin.get("/api/search?q=gherkin")).json()["entries"]
    assert [entry["slug"] for entry in found] == ["front"]


async def test_discarding_and_programs_have_the_blocks_too(admin: Browser) -> None:
    page = await admin.published_entry("Front", data={"blocks": WHOLE})
    assert (await admin.get(f"/api/published/{page['id']}")).json()["data"]["blocks"] == WHOLE
    await admin.put(f"/api/entries/{page['id']}", {"version": page["version"], "data": {"blocks": None}})
    back = (await admin.post(f"/api/entries/{page['id']}/discard")).json()
    assert (back["data"]["blocks"], back["hasChanges"]) == (WHOLE, False)
