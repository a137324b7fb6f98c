"""Exports and imports as jobs: one at a time, begun again after a kill, and nothing left of what is over."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app.application import create_app
from app.modules.core import background
from app.modules.core.settings import Settings
from app.modules.transfer.archive.entries import EntryRestorer
from app.modules.transfer.run import Run
from app.modules.transfer.worker import MOST_ATTEMPTS, Worker
from tests.support import Browser, context_of, error_code, eventually, ready, started
from tests.transfers import bring, ended, export, send, unpacked


class Pause:
    """Lets work come as far as here, and no further until `go` is set."""

    def __init__(self) -> None:
        self.reached = asyncio.Event()
        self.go = asyncio.Event()

    def before(self, really: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def paused(*arguments: Any) -> Any:
            self.reached.set()
            await self.go.wait()
            return await really(*arguments)

        return paused


@pytest.fixture
async def archive(admin: Browser) -> bytes:
    """Of a site with two pages, which are gone again."""
    pages = [await admin.published_page(title) for title in ("One", "Two")]
    content = await export(admin)
    for page in pages:
        await admin.delete(f"/api/entries/{page['id']}")
    return content


async def titles(browser: Browser) -> set[str]:
    return {entry["title"] for entry in (await browser.get("/api/entries")).json()["items"]}


async def test_an_import_that_a_kill_interrupted_is_begun_again_by_the_next_process(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "LAST_WORDS", 0.1)
    monkeypatch.setattr(background, "FIRST_LOOK", 0.1)
    async with started(create_app(settings)) as app, Browser(app) as browser:
        await ready(app)
        await browser.set_up()
        page = await browser.published_page("One")
        content = await export(browser)
        await browser.delete(f"/api/entries/{page['id']}")
        pause = Pause()
        with monkeypatch.context() as patch:
            # Everything is in, and nothing is committed.
            patch.setattr(Run, "conclude", pause.before(Run.conclude))
            asked = (await send(browser, content)).json()
            await asyncio.wait_for(pause.reached.wait(), 20)
            told = (await browser.get(f"/api/transfer/jobs/{asked['id']}")).json()
            assert (told["status"], await titles(browser)) == ("running", set())
            cookies = browser.http.cookies
    async with started(create_app(settings)) as app, Browser(app) as browser:
        browser.http.cookies = cookies
        await ready(app)
        job = await ended(browser, asked)
        assert (job["status"], job["counts"]["created"]) == ("done", 1)
        assert await titles(browser) == {"One"}
        assert (await browser.get("/one")).status_code == 200


async def test_a_job_that_ends_its_process_each_time_is_given_up(app: FastAPI, admin: Browser, archive: bytes) -> None:
    database = context_of(app).database
    async with database.transaction() as db:
        await db.execute(
            text(
                "INSERT INTO transfer_jobs (id, kind, format, status, name, user_name, attempts)"
                " VALUES (:id, 'import', 'site', 'running', 'x.zip', 'Ada', :attempts)"
            ),
            {"id": uuid4(), "attempts": MOST_ATTEMPTS},
        )
    # Asking for another wakes what works them off, the oldest first.
    assert (await bring(admin, archive))["status"] == "done"
    given_up = (await admin.get("/api/transfer/jobs")).json()["items"][1]
    assert (given_up["status"], "interrupted" in given_up["problem"]) == ("failed", True)


async def test_a_job_that_the_disk_fails_is_over_and_in_the_log(
    admin: Browser, archive: bytes, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(_: EntryRestorer) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(EntryRestorer, "restore", broken)
    job = await bring(admin, archive)
    assert (job["status"], job["problem"]) == ("failed", "Something went wrong on our side.")
    assert "Input/output error" in caplog.text


async def test_jobs_take_their_turn_and_only_so_many_wait(
    app: FastAPI, admin: Browser, archive: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    pause = Pause()
    monkeypatch.setattr(EntryRestorer, "restore", pause.before(EntryRestorer.restore))
    jobs = [(await send(admin, archive)).json() for _ in range(4)]
    jobs.append((await admin.post("/api/transfer/exports", {})).json())
    await asyncio.wait_for(pause.reached.wait(), 20)
    refused = await send(admin, archive)
    assert (refused.status_code, error_code(refused)) == (409, "too_many")
    # Another process has no turn while this one works.
    context = context_of(app)
    assert await Worker(context.database, context.settings, context.installation).work_off() == 0
    shown = [one["status"] for one in (await admin.get("/api/transfer/jobs")).json()["items"]]
    assert sorted(shown) == ["done", "running", *["waiting"] * 4]
    pause.go.set()
    for job in jobs:
        assert (await ended(admin, job))["status"] == "done"


async def test_a_job_that_is_removed_stops_and_leaves_nothing(
    app: FastAPI, admin: Browser, archive: bytes, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    pause = Pause()
    monkeypatch.setattr(EntryRestorer, "restore", pause.before(EntryRestorer.restore))
    job = (await send(admin, archive)).json()
    await asyncio.wait_for(pause.reached.wait(), 20)
    assert (await admin.delete(f"/api/transfer/jobs/{job['id']}")).status_code == 204
    pause.go.set()
    monkeypatch.undo()
    again = await bring(admin, archive)
    assert (again["status"], again["counts"]["created"]) == ("done", 2), "the first one has brought nothing in"
    assert (await admin.get(f"/api/transfer/jobs/{job['id']}")).status_code == 404
    left = {path.name for path in (settings.media_path / "transfers").iterdir()}
    assert len(left) == 1, "the export alone is kept"


async def test_an_exported_file_goes_after_its_time(app: FastAPI, admin: Browser, settings: Settings) -> None:
    await export(admin)
    job = (await admin.get("/api/transfer/jobs")).json()["items"][0]
    file = f"/api/transfer/jobs/{job['id']}/file"
    shown = await admin.get(file)
    assert shown.headers["content-disposition"].startswith('attachment; filename="acme-')
    assert (shown.headers["x-accel-buffering"], shown.headers["cache-control"]) == ("no", "private, no-store")
    part = await admin.get(file, headers={"range": "bytes=0-3"})
    assert (part.status_code, part.content) == (206, b"PK\x03\x04")
    async with context_of(app).database.transaction() as db:
        await db.execute(text("UPDATE transfer_jobs SET file_until = now() - interval '1 minute'"))
    wake = context_of(app).database.on_wake
    assert wake is not None
    wake()

    async def is_gone() -> bool:
        return not list((settings.media_path / "transfers").iterdir())

    await eventually(is_gone)
    assert (await admin.get(file)).status_code == 404
    kept = (await admin.get(f"/api/transfer/jobs/{job['id']}")).json()
    assert (kept["status"], kept["hasFile"]) == ("done", False)


async def test_an_upload_that_is_too_large_is_refused_before_it_is_taken(app: FastAPI, admin: Browser) -> None:
    most = (await admin.get("/api/transfer/jobs")).json()["largest"]
    assert most == context_of(app).settings.media_quota + 512 * 1024 * 1024

    async def pieces() -> AsyncIterator[bytes]:
        yield b"x"
        raise AssertionError("nobody reads on")

    answer = await admin.http.post("/api/transfer/imports", content=pieces(), headers={"content-length": str(most + 1)})
    assert (answer.status_code, error_code(answer)) == (413, "payload_too_large")


async def test_a_file_that_is_damaged_on_the_disk_is_left_out_and_said(admin: Browser, settings: Settings) -> None:
    from tests.pictures import PDF, picture

    await admin.upload(PDF, "Menu.pdf")
    await admin.upload(picture(), "Boat.png")
    (broken,) = (settings.media_path / "files").glob("*.pdf")
    broken.write_bytes(PDF[:-1] + b"?")
    members = unpacked(await export(admin))
    assert [name.rpartition(".")[2] for name in members if name.startswith("media/")] == ["png"]
    job = (await admin.get("/api/transfer/jobs")).json()["items"][0]
    report = (await admin.get(f"/api/transfer/jobs/{job['id']}")).json()["report"]
    assert [(item["title"], item["outcome"]) for item in report["items"]] == [("Menu.pdf", "skipped")]
