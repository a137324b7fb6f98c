"""Archives that are damaged, hostile or too large."""

import json
from dataclasses import replace
from pathlib import Path

from fastapi import FastAPI

from app.application import create_app
from app.modules.core.settings import Settings
from tests.databases import Databases
from tests.sites import full_site, pages_of
from tests.support import Browser, context_of, error_code, ready, settings_for, started
from tests.transfers import Members, bring, ended, export, packed, relisted, send, unpacked


async def test_a_file_that_is_no_archive_is_refused_at_once(admin: Browser, settings: Settings) -> None:
    for content, code in (
        (b"hello", "transfer_type"),
        (packed({"readme.txt": b"hi"}), "transfer_type"),
        (b"PK\x03\x04 and nothing more", "transfer_invalid"),
        (packed({"manifest.json": b"{"}), "transfer_invalid"),
        (packed({"manifest.json": b'{"format": "other"}'}), "transfer_invalid"),
        (b"", "invalid_input"),
    ):
        answer = await send(admin, content)
        assert error_code(answer) == code, content
        assert answer.json()["error"]["message"]
    assert (await admin.get("/api/transfer/jobs")).json()["items"] == []
    assert list((settings.media_path / "transfers").iterdir()) == []


async def test_a_bad_archive_is_refused_in_words_and_nothing_of_it_comes_in(
    admin: Browser, visitor: Browser, there: Browser, other: FastAPI
) -> None:
    await full_site(admin, visitor)
    good = unpacked(await export(admin))
    manifest = json.loads(good["manifest.json"])
    media = next(name for name in good if name.startswith("media/"))
    entry = json.loads(good["entries.jsonl"].splitlines()[0])

    def with_manifest(**changes: object) -> Members:
        return {**good, "manifest.json": json.dumps({**manifest, **changes}).encode()}

    def with_entry(**changes: object) -> Members:
        return relisted({**good, "entries.jsonl": json.dumps({**entry, **changes}).encode()})

    bad: list[tuple[bytes, str]] = [
        (packed(with_manifest(version=2)), "version 2"),
        (packed({name: content for name, content in good.items() if name != media}), "missing"),
        (packed({name: content for name, content in good.items() if name != "terms.json"}), "missing"),
        (packed(relisted({name: content for name, content in good.items() if name != "site.json"})), "missing"),
        (packed({**good, "extra.txt": b"x"}), "does not list"),
        (packed(relisted({**good, "../../evil.py": b"x"})), "leads out"),
        (packed(relisted({**good, "/etc/passwd": b"x"})), "leads out"),
        (packed(relisted({**good, "media\\evil": b"x"})), "leads out"),
        (packed(relisted({**good, "program.py": b"x"})), "no export has"),
        (packed({**good, media: good[media][:-1] + b"?"}), "checksum"),
        (packed(relisted({**good, media: b"other"})), "called by its content"),
        (packed({**good, "terms.json": good["terms.json"] + b" "}), "size"),
        (packed(with_entry(slug=7)), "entries.jsonl, line 1: slug"),
        (packed(with_entry(title="")), "entries.jsonl, line 1: title"),
        (packed(with_entry(id="../x")), "entries.jsonl, line 1: id"),
        (packed(with_entry(version=2**31 - 1)), "entries.jsonl, line 1: version"),
        (packed(relisted({**good, "redirects.jsonl": json.dumps({"path": "/\0", "entryId": entry["id"]}).encode()})), "redirects.jsonl, line 1: path"),
        (packed(relisted({**good, "entries.jsonl": good["entries.jsonl"] * 2})), "twice"),
        (packed(relisted({**good, "entries.jsonl": b"[" * 100_000})), "cannot be read"),
        (packed(relisted({**good, "entries.jsonl": b" " * 5_000_000})), "too long"),
        (packed(relisted({**good, "terms.json": b" " * 9_000_000})), "too large"),
        (packed(relisted({**good, "site.json": b'{"title": "x", "theme": "</style><script>"}'})), "theme"),
        (packed(relisted({**good, "design.json": b'{"theme": "paper", "accent": "red;}*{display:none"}'})), "design.json: accent"),
        (packed(relisted({**good, "design.json": b'{"theme": "paper", "headerMenu": [{"kind": "url", "label": "x", "url": "javascript:x"}]}'})), "design.json: headerMenu.0.url"),
        (packed(good)[:-30], "damaged"),
    ]
    for content, why in bad:
        answer = await send(there, content)
        if answer.status_code == 202:
            job = await ended(there, answer.json())
            assert (job["status"], why in job["problem"]) == ("failed", True), (why, job["problem"])
        else:
            assert error_code(answer) == "transfer_invalid"
            assert why in answer.json()["error"]["message"], (why, answer.text)
    assert (await there.get("/api/entries")).json()["items"] == []
    assert (await there.get("/api/media")).json()["items"] == []
    assert (await there.get("/api/terms")).json() == []
    assert list((context_of(other).settings.media_path / "transfers").iterdir()) == []


async def test_what_is_dangerous_in_an_honest_looking_archive_never_runs(
    admin: Browser, visitor: Browser, there: Browser
) -> None:
    made = await full_site(admin, visitor)
    members = unpacked(await export(admin, revisions=True))
    lines = [json.loads(line) for line in members["entries.jsonl"].splitlines()]
    attack = '<p onclick="alert(1)">x<script>alert(2)</script><a href="javascript:alert(3)">y</a></p>'
    for line in lines:
        line["title"] = "<script>alert(4)</script>"
        for data in (line["data"], (line["public"] or {}).get("data", {})):
            data |= {"body": attack, "bodyFormat": "html", "summary": attack, "unknown": attack, "about": attack}
    revisions = [{**json.loads(line), "data": {"body": attack}} for line in members["revisions.jsonl"].splitlines()]
    members["entries.jsonl"] = "\n".join(map(json.dumps, lines)).encode()
    members["revisions.jsonl"] = "\n".join(map(json.dumps, revisions)).encode()
    assert (await bring(there, packed(relisted(members))))["status"] == "done"
    for path, (_, html, _) in (await pages_of(there)).items():
        for sign in ("<script>alert", 'onclick="', 'href="javascript'):
            assert sign not in html, (path, sign)
    stored = (await there.get(f"/api/entries/{made['home']['id']}")).json()
    assert "unknown" not in stored["data"]
    assert "script" not in stored["data"]["body"]
    old = await there.get(f"/api/entries/{made['changed']['id']}/revisions/1")
    assert "onclick" not in old.json()["data"]["body"], "as text it may stand in a summary"


async def test_an_archive_that_does_not_fit_changes_nothing(admin: Browser, visitor: Browser, databases: Databases, tmp_path: Path) -> None:
    await full_site(admin, visitor)
    archive = await export(admin)
    name = await databases.take()
    (tmp_path / "small").mkdir()
    small = replace(settings_for(name), media_path=tmp_path / "small", media_quota=2000)
    async with started(create_app(small)) as app, Browser(app) as browser:
        await ready(app)
        await browser.set_up()
        job = await bring(browser, archive)
        assert (job["status"], "library here can take" in job["problem"]) == ("failed", True)
        assert (await browser.get("/api/media")).json()["items"] == []
        assert (await browser.get("/api/entries")).json()["items"] == []
    await databases.give_back(name)
