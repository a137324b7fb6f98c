"""What is taken into the library, and what is not."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app.modules.core import confinement
from app.modules.core.disk import remove_path
from app.modules.core.settings import Settings
from app.modules.media import child
from app.modules.media.kinds import MIB
from tests.pictures import (
    MP4,
    PDF,
    SVG,
    noise,
    picture,
    png_bomb,
)
from tests.support import Browser, context_of, error_code, on_disk


@pytest.mark.parametrize(("content", "kind"), [(PDF, "document"), (MP4, "video")])
async def test_other_files_are_served_as_what_they_are(admin: Browser, content: bytes, kind: str) -> None:
    media = await admin.upload(content, "evil.html")
    shown = await admin.get(media["url"])
    assert (media["kind"], shown.headers["content-type"], shown.content) == (kind, media["mime"], content)
    assert (media["thumbnail"], media["sizes"], media["width"]) == (None, [], None)


BAD_FILES: dict[str, tuple[bytes, int, str, str]] = {
    "nothing": (b"", 415, "media_type", "not taken"),
    "html": (b"<html><script>alert(1)</script>", 415, "media_type", "JPEG"),
    "heic": (b"\0\0\0\x18ftypheic" + b"\0" * 100, 415, "media_type", "HEIC"),
    "half a jpeg": (picture(format_name="JPEG")[:300], 422, "media_invalid", "damaged"),
    "half a png": (picture()[:60], 422, "media_invalid", "damaged"),
    "no gif": (b"GIF89a" + b"\xff" * 500, 422, "media_invalid", ""),
    "no webp": (b"RIFF\0\0\0\0WEBP" + b"\0" * 50, 422, "media_invalid", "damaged"),
    "half an svg": (SVG.replace(b"</svg>", b""), 422, "media_invalid", "well-formed"),
    "entities": (b"<!DOCTYPE svg [<!ENTITY a 'a'>]>" + SVG, 422, "media_invalid", "entities"),
    "a bomb": (png_bomb(40_000, 40_000), 422, "media_invalid", "40000 × 40000 pixels"),
    "a small bomb": (png_bomb(5_800, 5_800), 422, "media_invalid", "5800 × 5800 pixels"),
    "a needle": (png_bomb(1, 30_000), 422, "media_invalid", "pixels"),
    "less than it says": (png_bomb(2_000, 2_000)[:-1000], 422, "media_invalid", "damaged"),
    "a large svg": (b"<svg " + b" " * 2 * MIB, 413, "media_too_large", "SVG files may have 2 MB"),
    "a large jpeg": (b"\xff\xd8\xff" + b"\0" * 25 * MIB, 413, "media_too_large", "JPEG files may have 25 MB"),
}


async def test_bad_files_are_refused_in_words_and_leave_nothing(admin: Browser, settings: Settings) -> None:
    for name, (content, status, code, says) in BAD_FILES.items():
        response = await admin.send_file(content, "holiday.jpg")
        assert (response.status_code, error_code(response)) == (status, code), f"{name}: {response.text}"
        assert says in response.json()["error"]["message"], name
        assert on_disk(settings) == set(), name
    assert list((settings.media_path / "incoming").iterdir()) == []
    assert (await admin.get("/api/media")).json()["items"] == []


async def test_the_child_gets_no_secret_and_little_of_the_machine(
    admin: Browser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from app.modules.media import picture as asking

    probe = tmp_path / "probe.py"
    probe.write_text(
        "import json, os, resource, sys\n"
        f"sys.path.insert(0, {str(Path(child.__file__).parents[3])!r})\n"
        "from app.modules.media.child import CPU_SECONDS, LARGEST_OUTPUT, confine\n"
        "confine(cpu_seconds=CPU_SECONDS, largest_output=LARGEST_OUTPUT)\n"
        "print(json.dumps({'environment': dict(os.environ), 'memory': resource.getrlimit(resource.RLIMIT_AS),"
        " 'cpu': resource.getrlimit(resource.RLIMIT_CPU), 'kill': open('/proc/self/oom_score_adj').read()}))"
    )
    monkeypatch.setattr(asking, "_PROGRAM", (str(probe),))
    monkeypatch.setenv("SECRET_KEY", "canary")
    found = await asking._ask()
    assert "canary" not in str(found["environment"])
    assert not {"DB_PASSWORD", "SECRET_KEY", "CONTROL_TOKEN"} & set(found["environment"])
    assert (found["memory"], found["cpu"]) == ([confinement.MEMORY] * 2, [child.CPU_SECONDS] * 2)
    assert found["kill"].strip() == "1000"


async def test_a_child_that_is_killed_or_hangs_costs_that_upload_alone(
    admin: Browser, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.modules.media import picture as asking

    for program, deadline in (("import os; os.kill(os.getpid(), 9)", 30.0), ("import time; time.sleep(60)", 0.5)):
        with monkeypatch.context() as changed:
            changed.setattr(asking, "_PROGRAM", ("-c", program))
            changed.setattr(asking, "DEADLINE", deadline)
            response = await admin.send_file(picture())
        assert (response.status_code, error_code(response)) == (422, "media_invalid")
        assert on_disk(settings) == set()
    await admin.upload(picture())


async def test_the_same_content_is_kept_once(admin: Browser, visitor: Browser, settings: Settings) -> None:
    await visitor.enter("author")
    first = await admin.upload(picture(), "a.png")
    second = await visitor.send_file(picture(), "b.png")
    assert (second.status_code, second.json()) == (200, first)
    together = await asyncio.gather(*(admin.send_file(SVG, f"{n}.svg") for n in range(6)))
    assert sorted(answer.status_code for answer in together) == [200] * 5 + [201]
    assert len({answer.json()["id"] for answer in together}) == 1
    assert len(list((settings.media_path / "files").iterdir())) == 2


async def test_a_full_library_takes_nothing_more_and_says_how_full_it_is(
    app: FastAPI, admin: Browser, settings: Settings
) -> None:
    pictures = [noise(400, 400, seed=seed) for seed in (1, 2, 3)]
    library = await quota_of(app, admin, sum(map(len, pictures[:2])) + 10)
    assert library["used"] == 0
    for content in pictures[:2]:
        await admin.upload(content)
    before = on_disk(settings)
    response = await admin.send_file(pictures[2])
    assert (response.status_code, error_code(response)) == (413, "media_quota")
    assert "0.9 MB" in response.json()["error"]["message"]
    assert on_disk(settings) == before
    # What is there already takes no room.
    assert (await admin.send_file(pictures[0])).status_code == 200
    told = (await admin.get("/api/media-storage")).json()
    assert (told["used"], told["files"]) == (sum(map(len, pictures[:2])), 2)
    assert told["largest"]["image/jpeg"] == 25 * MIB


async def test_uploads_at_once_do_not_go_over_the_quota_together(app: FastAPI, admin: Browser) -> None:
    pictures = [noise(200, 200, seed=seed) for seed in range(5)]
    await quota_of(app, admin, 2 * len(pictures[0]) + 1000)
    answers = await asyncio.gather(*(admin.send_file(content) for content in pictures))
    assert sorted(answer.status_code for answer in answers) == [201, 201, 413, 413, 413]


async def quota_of(app: FastAPI, admin: Browser, quota: int) -> dict[str, Any]:
    """Give this application's library a quota; what it says of its storage."""
    await admin.get("/api/media-storage")
    library = app.state.library
    object.__setattr__(context_of(app).settings, "media_quota", quota)
    assert library.quota == quota
    told: dict[str, Any] = (await admin.get("/api/media-storage")).json()
    assert told["quota"] == quota
    return told


async def test_a_demo_s_library_is_small(app: FastAPI, admin: Browser) -> None:
    await admin.internal(
        "PUT", "/site", {"siteUrl": "http://x.localhost", "demo": {"expiresAt": "2100-01-01T00:00:00Z", "keepUrl": "http://p/"}}
    )
    admin.http.headers["origin"] = "http://acme.localhost:8080"
    assert (await admin.get("/api/media-storage")).json()["quota"] == 64 * MIB


async def test_a_full_disk_is_told_and_leaves_nothing(
    admin: Browser, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as changed:
        changed.setattr(Path, "symlink_to", full)
        response = await admin.send_file(picture())
        assert (response.status_code, error_code(response)) == (507, "media_full")
    assert on_disk(settings) == set()
    assert not list((settings.media_path / "public").iterdir())
    await admin.upload(picture())


async def test_a_library_without_its_volume_says_so_and_the_log_says_why(
    admin: Browser, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.media_path.chmod(0o500)
    try:
        response = await admin.send_file(picture())
    finally:
        settings.media_path.chmod(0o700)
    assert (response.status_code, error_code(response)) == (503, "media_storage")
    assert "Permission denied" in caplog.text


async def test_what_cannot_be_removed_is_in_the_log_and_what_is_gone_is_not(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    remove_path(tmp_path / "gone")
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "file").touch(mode=0o600)
    folder.chmod(0o500)
    remove_path(folder)
    assert {record.message for record in caplog.records} == {"a file could not be removed yet"}
    folder.chmod(0o700)
    remove_path(folder)
    assert not folder.exists()


_DISPOSITION = b"--x\r\nContent-Disposition: form-data; name="
_TO_X = "multipart/form-data; boundary=x"
NO_UPLOADS: list[tuple[bytes, str]] = [
    (b"", _TO_X),
    (b"--x\r\n", _TO_X),
    (_DISPOSITION + b"file; filename=a\r\n\r\n%PDF-1.7", _TO_X),
    (b"--x\r\nA: " + b"b" * 9000 + b"\r\n\r\n\r\n--x--", _TO_X),
    (_DISPOSITION + b"folderId\r\n\r\nnone\r\n--x--", _TO_X),
    (_DISPOSITION + b"folderId\r\n\r\n" + b"x" * 9000 + b"\r\n--x--", _TO_X),
    (b"nonsense", _TO_X),
    (b"{}", "application/json"),
    (b"x", "multipart/form-data"),
    (b"x", ""),
]


async def test_what_is_no_upload_is_refused(admin: Browser, settings: Settings) -> None:
    for body, kind in NO_UPLOADS:
        response = await admin.http.post("/api/media", content=body, headers={"content-type": kind})
        refused = (response.status_code, error_code(response))
        assert refused in {(400, "bad_request"), (422, "invalid_input")}, (body[:80], kind)
        assert on_disk(settings) == set()


async def test_one_file_is_sent_at_a_time(admin: Browser, settings: Settings) -> None:
    files = [("file", ("a.pdf", PDF)), ("file", ("b.pdf", PDF + b" "))]
    response = await admin.http.post("/api/media", files=files)
    assert response.json()["error"]["fields"] == {"file": "Send one file at a time."}
    assert on_disk(settings) == set()


async def test_a_large_file_comes_through_and_one_beyond_any_does_not(admin: Browser) -> None:
    media = await admin.upload(PDF + b" " * 3 * MIB)
    assert media["bytes"] > 3 * MIB
    response = await admin.http.post("/api/media", content=b"", headers={"content-length": str(102 * MIB)})
    assert (response.status_code, error_code(response)) == (413, "payload_too_large")


async def test_a_commit_that_fails_leaves_neither_row_nor_file(
    app: FastAPI, admin: Browser, settings: Settings
) -> None:
    async with context_of(app).database.transaction() as db:
        await db.execute(
            text(
                "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$"
            )
        )
        await db.execute(
            text(
                "CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON media DEFERRABLE INITIALLY DEFERRED"
                " FOR EACH ROW EXECUTE FUNCTION refuse()"
            )
        )
    assert (await admin.send_file(picture())).status_code == 500
    assert on_disk(settings) == set()
    assert (await admin.get("/api/media")).json()["items"] == []
