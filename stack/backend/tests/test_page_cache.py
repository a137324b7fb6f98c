"""What nginx sends without asking is what the API would answer: whatever changes, and whoever is killed."""

import asyncio
import gzip
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from app.application import create_app
from app.modules.core import page_cache
from app.modules.core.page_cache import PageCache
from app.modules.core.settings import Settings
from app.modules.core.tables import changes_pages
from app.modules.publishing.due import work_off
from tests.support import Browser, context_of, eventually, ready, settings_for, started
from tests.test_entries import at, changes

Change = Callable[[Browser, dict[str, str]], Awaitable[object]]


def kept(app: FastAPI, name: str) -> str | None:
    """What nginx has of it."""
    file = context_of(app).settings.media_path / "site" / "current" / name
    return file.read_text() if file.exists() else None


async def test_an_answer_is_kept_as_it_was_sent_and_compressed_too(admin: Browser, visitor: Browser) -> None:
    await admin.published_page("About", body="words " * 400)
    for path, name in (
        ("/", ".html"),
        ("/about", "about.html"),
        ("/blog", "blog.html"),
        ("/sitemap.xml", "sitemap.xml.xml"),
        ("/robots.txt", "robots.txt.txt"),
        ("/blog/feed.xml", "blog/feed.xml.rss"),
    ):
        assert kept(admin.app, name) is None
        answer = await visitor.get(path)
        assert kept(admin.app, name) == answer.text
    file = context_of(admin.app).settings.media_path / "site" / "current" / "about.html"
    assert gzip.decompress(file.with_name("about.html.gz").read_bytes()).decode() == file.read_text()


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/about?x=1"),
        ("GET", "/search?q=about"),
        ("HEAD", "/about"),
        ("GET", "/nope"),
        ("GET", "/about/"),
        ("GET", "/favicon.ico"),
        ("GET", "/_site/demo/hide"),
        ("GET", "/api/published"),
        ("GET", "/livez"),
        ("GET", "/ABOUT"),
        ("GET", "/..%2fabout"),
        ("GET", "/about%00"),
    ],
)
async def test_what_is_not_the_same_for_everybody_or_not_there_is_not_kept(
    admin: Browser, visitor: Browser, method: str, path: str
) -> None:
    await admin.published_page("About")
    before = context_of(admin.app).pages.generation
    await visitor.http.request(method, path)
    assert context_of(admin.app).pages.generation == before
    assert list((context_of(admin.app).settings.media_path / "site" / "current").iterdir()) == []


async def test_a_preview_and_a_demo_are_not_kept(admin: Browser, visitor: Browser) -> None:
    entry = await admin.published_page("About")
    link = (await admin.post(f"{at(entry)}/preview-link")).json()["url"]
    assert (await visitor.get(httpx.URL(link).path)).status_code == 200
    await visitor.get("/about")
    assert kept(admin.app, "about.html") is not None
    there = {"siteUrl": "http://acme.localhost:8080"}
    end = (datetime.now(UTC) + timedelta(minutes=9)).isoformat()
    demo = {"expiresAt": end, "keepUrl": "http://localhost/keep"}
    await admin.internal("PUT", "/site", {**there, "demo": demo})
    assert "live demo" in (await visitor.get("/about")).text
    assert kept(admin.app, "about.html") is None
    await admin.internal("PUT", "/site", {**there, "demo": None})
    assert "live demo" not in (await visitor.get("/about")).text
    assert "live demo" not in str(kept(admin.app, "about.html"))


async def _rename_term(admin: Browser, entry: dict[str, str]) -> None:
    (term,) = (await admin.get("/api/terms")).json()
    await admin.put(f"/api/terms/{term['id']}", {"name": "Newer"})


async def _change_type(admin: Browser, entry: dict[str, str]) -> None:
    await admin.post("/api/types", {"key": "recipe", "name": "Recipe", "plural": "Recipes"})


async def _save_and_publish(admin: Browser, entry: dict[str, str]) -> None:
    await admin.put(at(entry), changes(entry, body="newer"))
    await admin.publish(entry)


async def _publish_in_time(admin: Browser, entry: dict[str, str]) -> None:
    soon = (datetime.now(UTC) + timedelta(seconds=0.2)).isoformat()
    await admin.put(at(entry), changes(entry, body="newer"))
    await admin.put(f"{at(entry)}/schedule", {"publishAt": soon})

    async def is_public() -> bool:
        await work_off(context_of(admin.app).database)
        return "newer" in (await admin.get("/about?fresh")).text

    await eventually(is_public)


async def _move(admin: Browser, entry: dict[str, str]) -> None:
    first = (await admin.get("/api/entries?type=page&sort=position")).json()["items"][0]
    moved = await admin.put(f"{at(entry)}/place", {"parentId": None, "beforeId": first["id"]})
    assert moved.status_code == 200


SITE = {"title": "Renamed", "tagline": "", "language": "en", "theme": "stage", "homePageId": None}


@pytest.mark.parametrize(
    "change",
    [
        _save_and_publish,
        _publish_in_time,
        _rename_term,
        _change_type,
        lambda admin, entry: admin.post(f"{at(entry)}/unpublish"),
        lambda admin, entry: admin.delete(at(entry)),
        lambda admin, _: admin.published_page("Another"),
        lambda admin, entry: admin.post("/api/entries/bulk", {"ids": [entry["id"]], "action": "unpublish"}),
        lambda admin, _: admin.put("/api/site", SITE),
        lambda admin, _: admin.put("/api/navigation", {"pageIds": []}),
        _move,
        lambda admin, _: admin.internal("PUT", "/site", {"siteUrl": "https://b.example", "siteName": "B"}),
    ],
)
async def test_a_change_that_visitors_see_leaves_nothing_kept(
    admin: Browser, visitor: Browser, change: Change
) -> None:
    await admin.post("/api/terms", {"kind": "tag", "name": "New"})
    await admin.published_page("First")
    entry = await admin.published_page("About", body="old")
    for _ in range(2):
        await visitor.get("/about")
        await visitor.get("/")
    assert kept(admin.app, "about.html") is not None
    await change(admin, entry)
    assert kept(admin.app, "about.html") is None
    assert kept(admin.app, ".html") is None
    # And it is kept anew, as it is now.
    for path, name in (("/about", "about.html"), ("/", ".html")):
        answer = await visitor.get(path)
        assert (kept(admin.app, name) == answer.text) is (answer.status_code == 200)
        assert (await visitor.get(f"{path}?fresh")).text == answer.text


async def test_a_sample_site_takes_the_place_of_what_was_kept(visitor: Browser) -> None:
    await visitor.get("/")
    assert kept(visitor.app, ".html") is not None
    await visitor.internal("PUT", "/sample", {"kind": "bakery"})
    assert kept(visitor.app, ".html") is None


async def test_what_only_writers_see_leaves_pages_kept(admin: Browser, visitor: Browser) -> None:
    entry = await admin.published_page("About", body="old")
    await visitor.get("/about")
    saved = (await admin.put(at(entry), {**changes(entry, body="newer"), "autosave": True})).json()
    await admin.put(at(entry), changes(saved, body="newest"))
    await admin.post("/api/tokens", {"name": "A program", "scopes": ["pages.read"]})
    await admin.new_page("A draft")
    assert "old" in str(kept(admin.app, "about.html"))


async def test_a_page_begun_before_a_change_is_not_kept_after_it(tmp_path: Path) -> None:
    cache = PageCache(tmp_path)
    cache.begin()
    begun = cache.generation
    assert begun is not None
    with cache.changing():
        # In the midst of a commit nothing may be kept, of what was before it or after.
        assert cache.generation is None
        with cache.changing():
            pass
        assert cache.generation is None
    cache.store(begun, "about.html", b"as it was")
    assert list(tmp_path.rglob("*.html")) == []
    now = cache.generation
    assert now not in (None, begun)
    cache.store(str(now), "about.html", b"as it is")
    assert (tmp_path / "current" / "about.html").read_bytes() == b"as it is"


async def test_a_commit_that_fails_leaves_a_cache_that_works(tmp_path: Path) -> None:
    cache = PageCache(tmp_path)
    cache.begin()
    with pytest.raises(RuntimeError), cache.changing():
        raise RuntimeError
    assert cache.generation is not None


async def test_a_process_that_was_killed_leaves_nothing_that_is_shown(settings: Settings, tmp_path: Path) -> None:
    killed = PageCache(settings.media_path / "site")
    killed.begin()
    killed.store(str(killed.generation), ".html", b"as it was")
    away = replace(settings, db_host="127.0.0.1", db_port=1)
    async with started(create_app(away)) as app:
        # Not while it gets ready, nor when it never does.
        assert kept(app, ".html") is None
    async with started(create_app(settings)) as app:
        await ready(app)
        assert context_of(app).pages.generation is not None
        assert kept(app, ".html") is None
    assert not (settings.media_path / "site" / "current").is_symlink()


async def test_of_two_processes_the_one_that_ends_leaves_the_other_s_cache(tmp_path: Path) -> None:
    before, after = PageCache(tmp_path), PageCache(tmp_path)
    before.begin()
    old = before.generation
    after.begin()
    before.end()
    assert after.generation not in (None, old)
    # What it was still answering goes nowhere.
    before.store(str(after.generation), "about.html", b"of the release before")
    assert list(tmp_path.rglob("*.html")) == []


async def test_it_holds_no_more_than_it_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_cache, "MOST_BYTES", 40_000)
    cache = PageCache(tmp_path)
    cache.begin()
    generation = str(cache.generation)
    for number in range(50):
        cache.store(generation, f"{number}.html", b"short")
    cache.store(generation, "large.html", b"x" * (page_cache.LARGEST + 1))
    assert len(list(tmp_path.rglob("*.html"))) == 40_000 // (2 * page_cache.BLOCK)


async def test_two_versions_of_one_second_and_length_differ_for_nginx_and_equal_ones_do_not(tmp_path: Path) -> None:
    cache = PageCache(tmp_path)
    cache.begin()
    for name, body in (("a.html", b"cat"), ("b.html", b"dog"), ("c.html", b"cat")):
        cache.store(str(cache.generation), name, body)
    a, b, c = (int((tmp_path / "current" / f"{name}.html").stat().st_mtime) for name in "abc")
    assert a != b
    assert a == c


async def test_without_a_volume_to_write_to_the_site_is_there(settings: Settings) -> None:
    async with started(create_app(replace(settings_for(settings.db_name), media_path=Path("/proc/none")))) as app:
        await ready(app)
        async with Browser(app) as admin:
            await admin.set_up()
            await admin.published_page("About")
            assert (await admin.get("/about")).status_code == 200


async def test_whatever_happens_at_once_nothing_old_is_left(admin: Browser, visitor: Browser) -> None:
    entries = [await admin.published_page(f"Page {number}", body="0") for number in range(3)]
    over = False

    async def read(path: str) -> None:
        while not over:
            await visitor.get(path)

    async def write(entry: dict[str, str]) -> None:
        for number in range(1, 6):
            entry = (await admin.put(at(entry), changes(entry, body=f"state {number}"))).json()
            await admin.publish(entry)

    readers = [asyncio.create_task(read(path)) for path in ("/", "/page-0", "/page-1", "/page-2")]
    await asyncio.gather(*(write(entry) for entry in entries))
    over = True
    await asyncio.gather(*readers)
    for number in range(3):
        await visitor.get(f"/page-{number}")
        assert "state 5" in str(kept(admin.app, f"page-{number}.html"))


@pytest.mark.parametrize(
    ("statement", "changes_them"),
    [
        ("SELECT 1 FROM published_entries FOR UPDATE", False),
        ("UPDATE published_entries SET title = $1", True),
        ("INSERT INTO outbox (name) VALUES ($1)", False),
        ("INSERT INTO media_uses (media_id) VALUES ($1) ON CONFLICT DO UPDATE SET title = $2", False),
        ("UPDATE entries SET title = $1", False),
        ("DELETE FROM entries WHERE id = $1", True),
        ("DELETE FROM sessions", False),
        ("WITH gone AS (DELETE FROM sessions RETURNING 1) UPDATE site_settings SET title = ''", True),
        ("INSERT INTO a_table_that_nobody_told_about VALUES (1)", True),
        ("TRUNCATE redirects", True),
    ],
)
def test_sql_that_may_change_pages_is_told_from_what_may_not(statement: str, changes_them: bool) -> None:
    import app.modules.content.models
    import app.modules.core.events
    import app.modules.media.models  # noqa: F401

    assert changes_pages(statement) is changes_them
