"""A site, carried out of one database and into another."""

import json
import re
from functools import partial
from uuid import UUID

from fastapi import FastAPI

from app.modules.content import tree
from app.modules.core.archive import another_id
from app.modules.core.settings import Settings
from app.modules.publishing import service as publishing
from tests.sites import full_site, pages_of
from tests.support import Browser, context_of, eventually, is_somebody_waiting
from tests.test_audit import log
from tests.test_design import SITE, applied, designing, do
from tests.transfers import bring, ended, export, outcomes, packed, relisted, send, unpacked


async def test_the_same_site_comes_out_of_another_stack(
    admin: Browser, visitor: Browser, there: Browser, other: FastAPI, settings: Settings
) -> None:
    await full_site(admin, visitor)
    async with Browser(admin.app) as guest:
        before = await pages_of(guest)
    assert before["/about/crew"][0] == 301
    assert "Wilma Writer" in before["/blog/post-3"][1]
    assert "Seagull" in before["/boat"][1]
    for said in ("Come sailing", "the plan</a>", "To scale", "At sea", "Never seasick", 'href="/boat/seagull"', "Lately", "Pier 3",
                 'href="/about-us"', "What we cook", "Our news", "Fair winds", "/_site/design."):  # fmt: skip
        assert said in before["/laid-out"][1], said
    async with Browser(other) as guest:
        assert "Fair winds" not in (await guest.get("/")).text
    archive = await export(admin)
    job = await bring(there, archive)
    assert outcomes(job) == {"created", "updated", "unchanged"}, "pages and posts are types here too"
    async with Browser(other) as guest:
        after = await pages_of(guest)
    assert list(after) == list(before)
    for path, page in before.items():
        assert after[path] == page, path
    drawn = [(await browser.get("/api/design")).json() for browser in (admin, there)]
    assert [(one["worn"], one["hasChanges"]) for one in drawn] == [(drawn[0]["worn"], True), (drawn[0]["worn"], False)]
    assert drawn[1]["design"] == {**drawn[0]["design"], "footerText": "Fair winds"}
    # The same ids, drafts, schedules and files too; nobody got in.
    theirs = {entry["id"]: entry for entry in (await there.get("/api/entries?limit=100")).json()["items"]}
    for entry in (await admin.get("/api/entries?limit=100")).json()["items"]:
        assert theirs[entry["id"]] == {**entry, "author": None}
    media = [{**file, "uploader": None} for file in (await admin.get("/api/media")).json()["items"]]
    assert [{**file, "uploader": None} for file in (await there.get("/api/media")).json()["items"]] == media
    for file in media:
        assert (await there.get(file["url"])).content == (await admin.get(file["url"])).content
    assert len((await there.get("/api/users")).json()) == 1
    told = (await log(there))[0]
    assert (told["event"], told["title"], told["actor"]["name"]) == ("site.imported", "site.zip", "Ada")

    # And out of that one again, the same archive, but for who wrote it.
    again = unpacked(await export(there))
    first = unpacked(archive)
    assert again.keys() == first.keys()
    for name in first.keys() - {"manifest.json", "entries.jsonl", "media.jsonl"}:
        assert again[name] == first[name], name


async def test_importing_twice_changes_nothing(admin: Browser, visitor: Browser, there: Browser) -> None:
    made = await full_site(admin, visitor)
    archive = await export(admin)
    await bring(there, archive)
    entry = (await there.get(f"/api/entries/{made['changed']['id']}")).json()
    before = await there.get("/api/entries?limit=100")
    job = await bring(there, archive)
    assert outcomes(job) == {"unchanged"}, [i for i in job["report"]["items"] if i["outcome"] != "unchanged"]
    assert (await there.get("/api/entries?limit=100")).json() == before.json()
    assert (await there.get(f"/api/entries/{entry['id']}")).json() == entry
    # Nor does it in the stack that it came from.
    assert outcomes(await bring(admin, archive)) == {"unchanged"}


async def test_what_is_newer_becomes_a_version_and_what_was_changed_here_stays(
    admin: Browser, visitor: Browser, there: Browser
) -> None:
    made = await full_site(admin, visitor)
    await bring(there, await export(admin))
    home, about = (f"/api/entries/{made[name]['id']}" for name in ("home", "about"))
    for browser, path, body in ((admin, home, "From afar"), (there, about, "Ours")):
        present = (await browser.get(path)).json()
        saved = await browser.put(path, {"version": present["version"], "data": {"body": body}})
        await browser.publish(saved.json())
    new = await admin.published_page("Brand new")
    taken = await there.published_page("Brand new", body="First here")
    assert taken["publishedPath"] == "/brand-new"
    job = await bring(there, await export(admin))
    assert {item["title"]: item["outcome"] for item in job["report"]["items"] if item["outcome"] != "unchanged" and item["kind"] == "page"} == {
        "Welcome": "updated", "About": "skipped", "Brand new": "created",
    }  # fmt: skip
    assert "From afar" in (await there.get("/")).text
    assert "Ours" in (await there.get("/about-us")).text
    assert (await there.get(f"{home}/revisions")).json()["items"][1]["title"] == "Welcome", "the older one is kept"
    theirs = (await there.get(f"/api/entries/{new['id']}")).json()
    assert (theirs["slug"], theirs["publishedPath"]) == ("brand-new-2", "/brand-new-2")
    assert "First here" in (await there.get("/brand-new")).text


async def test_ids_that_are_something_else_s_here_are_replaced_wherever_they_stand(
    admin: Browser, visitor: Browser, there: Browser
) -> None:
    made = await full_site(admin, visitor)
    members = unpacked(await export(admin))
    # The same picture is there under another id, and the boat's id is a post's.
    same = await there.upload((await admin.get(made["photo"]["url"])).content, "Ours.jpg")
    line = next(line for line in members["entries.jsonl"].splitlines() if b'"title":"Seagull"' in line)
    stranger = line.replace(b'"type":"boat"', b'"type":"post"', 1)
    # So is the category's id a tag's.
    category = made["category"]["id"]
    tag = json.dumps([{"id": category, "kind": "tag", "name": "Elsewhere", "slug": "elsewhere"}]).encode()
    await bring(there, packed(relisted({**members, "entries.jsonl": stranger, "terms.json": tag})), "&settings=false")
    assert (await there.get("/blog/seagull")).status_code == 200
    assert "Fair winds" not in (await there.get("/")).text, "settings were not asked for"
    job = await bring(there, packed(members))
    assert job["status"] == "done", job
    heron = (await there.get("/api/entries?type=boat&search=Heron")).json()["items"][0]
    heron = (await there.get(f"/api/entries/{heron['id']}")).json()
    seagull = (await there.get("/api/entries?type=boat&search=Seagull")).json()["items"][0]
    assert made["boat"]["id"] != seagull["id"] == heron["data"]["sister"]
    home = (await there.get("/")).text
    assert same["id"] in home
    assert made["photo"]["id"] not in home
    # In blocks and in the design too.
    terms = {term["name"]: term["id"] for term in (await there.get("/api/terms")).json()}
    assert (terms["Elsewhere"], terms["News"]) == (category, str(another_id(UUID(category))))
    blocks = (await there.get(f"/api/entries/{made['laid_out']['id']}")).json()["data"]["blocks"]
    assert (blocks[5]["links"][0]["to"], blocks[6]["category"]) == (seagull["id"], terms["News"])
    html = (await there.get("/laid-out")).text
    assert html.count('href="/boat/seagull"') == 2, "in a block and in the footer"
    assert made["photo"]["id"] not in html
    lately = re.compile(r'href="(/blog/post-[0-9]+)"')
    assert lately.findall(html) == lately.findall((await admin.get("/laid-out")).text) != []
    design = (await there.get("/api/design")).json()["design"]
    assert {design["icon"]["id"], design["shareImage"]["id"]} == {same["id"]}
    assert design["footerMenu"][0]["entryId"] == seagull["id"]
    # What is told of a term leads to it.
    assert {line["subjectId"] for line in await log(there, "?event=term.saved")} == set(terms.values())
    assert outcomes(await bring(there, packed(members))) <= {"unchanged", "skipped"}


async def test_what_pages_and_the_design_ask_for_and_is_not_there_is_left_out_and_said(
    admin: Browser, visitor: Browser, there: Browser
) -> None:
    made = await full_site(admin, visitor)
    members = unpacked(await export(admin))

    def lines_without(name: str, *gone: str) -> bytes:
        return b"".join(one for one in members[name].splitlines(True) if json.loads(one)["id"] not in gone)

    members["media.jsonl"] = lines_without("media.jsonl", made["drawing"]["id"])
    members["entries.jsonl"] = lines_without("entries.jsonl", made["boat"]["id"])
    members["terms.json"] = b"[]"
    job = await bring(there, packed(relisted(members)))
    assert job["status"] == "done", job
    reasons = {item["title"]: item["reason"] for item in job["report"]["items"] if item["outcome"] != "unchanged"}
    assert reasons["Laid out"] == (
        "blocks.5.links.0.to: leads to an entry that is not there. blocks.6.category: the category is not there."
    )
    assert reasons["The design"].startswith("logo: This picture is not in the library. “Undo”")
    blocks = (await there.get(f"/api/entries/{made['laid_out']['id']}")).json()["data"]["blocks"]
    assert (blocks[5]["links"], "category" in blocks[6]) == ([{"label": "Our boat"}], False)
    assert blocks[0]["links"][0]["to"] == made["about"]["id"]
    html = (await there.get("/laid-out")).text
    assert ("Aboard?" in html, "Our boat" in html, "Who we are" in html, "Fair winds" in html) == (True, False, True, True)
    design = (await there.get("/api/design")).json()["design"]
    assert (design["logo"], design["icon"]["id"]) == (None, made["photo"]["id"])


async def test_where_the_home_page_does_not_come_along_the_welcome_takes_its_place_and_that_is_said(
    admin: Browser, there: Browser
) -> None:
    page = await admin.published_page("Front")
    await admin.put("/api/site", {**SITE, "homePageId": page["id"]})
    members = unpacked(await export(admin))
    job = await bring(there, packed(relisted({**members, "entries.jsonl": b""})))
    (told,) = (item for item in job["report"]["items"] if item["kind"] == "settings")
    assert (told["outcome"], told["reason"]) == ("updated", "Its home page is not here; the welcome takes its place.")
    assert (await there.get("/api/site")).json()["homePageId"] is None


async def test_the_design_that_an_import_replaces_is_brought_back_by_undo(admin: Browser, there: Browser) -> None:
    await applied(admin, theme="stage")
    mine = await applied(there, theme="plan", footerText="Ours")
    job = await bring(there, await export(admin))
    (told,) = (item for item in job["report"]["items"] if item["kind"] == "design")
    assert (told["outcome"], told["reason"]) == ("updated", "“Undo” on the Design page brings back the one before.")
    assert (await designing(there))["worn"]["theme"] == "Stage"
    await do(there, "undo")
    assert (await do(there, "discard"))["design"] == mine["design"]


async def test_earlier_versions_go_along_when_they_are_asked_for(admin: Browser, visitor: Browser, there: Browser) -> None:
    made = await full_site(admin, visitor)
    path = f"/api/entries/{made['changed']['id']}/revisions"
    assert "revisions.jsonl" not in unpacked(await export(admin))
    await bring(there, await export(admin, revisions=True))
    before, after = (await admin.get(path)).json()["items"], (await there.get(path)).json()["items"]
    assert [one["number"] for one in after] == [one["number"] for one in before] == [2, 1]
    assert (await there.get(f"{path}/1")).json()["data"] == (await admin.get(f"{path}/1")).json()["data"]


async def test_nothing_of_anybody_s_access_is_in_an_archive(admin: Browser, visitor: Browser) -> None:
    await full_site(admin, visitor)
    token = (await admin.post("/api/tokens", {"name": "T", "scopes": ["pages.read"]})).json()["token"]
    hook = await admin.post("/api/webhooks", {"name": "H", "url": "https://hooks.example.org/x", "events": ["entry.saved"]})
    everything = b"".join(unpacked(await export(admin, revisions=True)).values())
    settings = context_of(admin.app).settings
    for secret in (token, hook.json().get("secret", "hooks.example.org"), "hooks.example.org", "argon2", *settings.secrets):
        assert secret.encode() not in everything
    assert b"wilma@example.org" in everything


async def test_an_import_and_whoever_publishes_meanwhile_do_not_wait_for_each_other(app: FastAPI, admin: Browser) -> None:
    page = await admin.published_page("Here")
    members = unpacked(await export(admin))
    line = json.loads(members["entries.jsonl"])
    line |= {"title": "There", "updatedAt": "2999-01-01T00:00:00Z"}
    archive = packed(relisted({**members, "entries.jsonl": json.dumps(line).encode()}))
    async with context_of(app).database.transaction() as db:
        await tree.lock(db)
        asked = await send(admin, archive)
        await eventually(partial(is_somebody_waiting, app))
        await publishing.publish(db, UUID(page["id"]))
    job = await ended(admin, asked.json())
    assert (job["status"], (await admin.get(f"/api/entries/{page['id']}")).json()["title"]) == ("done", "There")
