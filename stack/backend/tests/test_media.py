"""The library, from the upload to the deletion."""

import asyncio
import shutil
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app.modules.core import confinement
from app.modules.core.settings import Settings
from app.modules.media import child, store
from app.modules.media.child import MOST_PIXELS
from app.modules.media.kinds import MIB
from tests.pictures import (
    MP4,
    PDF,
    SVG,
    moving_gif,
    noise,
    photograph,
    picture,
    pixel_of,
    png_bomb,
    profile_of,
    size_of,
    upright_pixels,
)
from tests.support import Browser, context_of, error_code
from tests.test_audit import log


def on_disk(settings: Settings) -> set[str]:
    """What lies in the library's folder, files and links, by its path; the kept pages beside them do not count."""
    root = settings.media_path
    there = {path.relative_to(root) for path in root.rglob("*") if not path.is_dir() or path.is_symlink()}
    return {str(path) for path in there if path.parts[0] != "site"}


async def test_a_picture_is_kept_by_its_content_and_told_as_it_is(admin: Browser, settings: Settings) -> None:
    content = picture(1000, 500, format_name="JPEG")
    media = await admin.upload(content, "Sunset über Zürich.png")
    assert media["url"] == f"/_media/{media['id']}/sunset-uber-zurich.jpg"
    assert {key: media[key] for key in ("kind", "mime", "name", "width", "height", "bytes", "alt", "animated")} == {
        "kind": "image", "mime": "image/jpeg", "name": "Sunset über Zürich.png", "width": 1000, "height": 500,
        "bytes": len(content), "alt": "", "animated": False,
    }  # fmt: skip
    assert [size["width"] for size in media["sizes"]] == [320, 640, 960, 1000]
    assert media["uploader"]["name"] == "Ada"
    assert media["colour"].startswith("#a")
    shown = await admin.get(media["url"])
    assert (shown.status_code, shown.content, shown.headers["content-type"]) == (200, content, "image/jpeg")
    link = settings.media_path / "public" / media["id"] / "original.jpg"
    assert link.resolve().read_bytes() == content
    assert len(link.resolve().stem) == 64
    assert (await admin.get(f"/api/media/{media['id']}")).json() == media


async def test_every_size_is_a_webp_made_once_and_kept(admin: Browser, visitor: Browser, settings: Settings) -> None:
    media = await admin.upload(picture(1000, 500))
    for size in media["sizes"]:
        shown = await visitor.get(size["url"])
        assert shown.headers["content-type"] == "image/webp"
        assert shown.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert size_of(shown.content) == (size["width"], size["width"] // 2)
    file = settings.media_path / "public" / media["id"] / "640.webp"
    before = file.stat()
    await visitor.get(f"/_media/{media['id']}/640.webp")
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    for name in ("1280.webp", "641.webp", "640.gif", "original.png.webp", "x.jpg", "..%2f..%2ffiles"):
        assert (await visitor.get(f"/_media/{media['id']}/{name}")).status_code == 404
    assert (await visitor.get(f"/_media/{uuid4()}/640.webp")).status_code == 404


async def test_one_size_that_many_ask_for_at_once_is_made_once(
    admin: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.modules.media import picture as asking

    made: list[Path] = []
    really = asking.resize

    async def counted(source: Path, extension: str, target: Path, *more: Any) -> None:
        made.append(target)
        await really(source, extension, target, *more)

    monkeypatch.setattr(asking, "resize", counted)
    media = await admin.upload(picture(800, 400))
    address = f"/_media/{media['id']}/640.webp"
    shown = await asyncio.gather(*(admin.get(address) for _ in range(8)))
    assert [answer.status_code for answer in shown] == [200] * 8
    assert len(made) == 1


async def test_a_photograph_does_not_tell_where_it_was_taken(admin: Browser) -> None:
    for format_name in ("JPEG", "PNG", "WEBP"):
        content = photograph(format_name)
        assert b"canary" in content
        media = await admin.upload(content + b"canary behind the end")
        assert (media["width"], media["height"]) == (48, 64)
        kept = (await admin.get(media["url"])).content
        assert b"canary" not in kept, format_name
        assert size_of((await admin.get(f"/_media/{media['id']}/48.webp")).content) == (48, 64)
        # It is shown as it was: every pixel, its colours and its turn.
        assert upright_pixels(kept) == upright_pixels(content), format_name
        assert profile_of(kept) == profile_of(content), format_name
        again = await admin.send_file(kept)
        assert (again.status_code, again.json()["id"]) == (200, media["id"]), "what is clean stays as it is"


async def test_a_camera_s_turn_is_respected(admin: Browser) -> None:
    media = await admin.upload(picture(400, 200, format_name="JPEG", orientation=6))
    assert (media["width"], media["height"]) == (200, 400)
    assert size_of((await admin.get(f"/_media/{media['id']}/200.webp")).content) == (200, 400)
    assert size_of((await admin.get(media["thumbnail"])).content) == (200, 400)


async def test_a_crop_keeps_the_focal_point_in_view(admin: Browser) -> None:
    # Black on the left quarter, brown elsewhere; three times as wide as high.
    media = await admin.upload(picture(1200, 400, colour="#ffffff"))
    assert media["crops"]["square"].endswith("/640x640.webp?f=50-50")
    middle = (await admin.get(media["crops"]["square"])).content
    assert size_of(middle) == (400, 400), "never enlarged"
    assert min(pixel_of(middle, 5, 5)) > 200
    moved = (await admin.patch(f"/api/media/{media['id']}", {"focalX": 0.0, "focalY": 0.0})).json()
    assert moved["crops"]["square"].endswith("?f=0-0")
    assert max(pixel_of((await admin.get(moved["crops"]["square"])).content, 5, 5)) < 60
    assert size_of((await admin.get(media["crops"]["social"])).content) == (762, 400)


async def test_pictures_of_every_mode_are_shown(admin: Browser) -> None:
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        media = await admin.upload(picture(700, 60, mode=mode, colour=40_000 if mode == "I;16" else 1))
        assert size_of((await admin.get(f"/_media/{media['id']}/640.webp")).content) == (640, 55), mode


async def test_a_printer_s_jpeg_is_shown(admin: Browser) -> None:
    media = await admin.upload(picture(700, 60, mode="CMYK", colour=0, format_name="JPEG"))
    assert (await admin.get(f"/_media/{media['id']}/640.webp")).status_code == 200


async def test_what_moves_goes_on_moving(admin: Browser) -> None:
    media = await admin.upload(moving_gif())
    assert (media["animated"], media["sizes"], media["crops"]) == (True, [], None)
    assert size_of((await admin.get(media["thumbnail"])).content) == (40, 30)
    assert (await admin.get(media["url"])).content == moving_gif()


async def test_an_svg_is_made_safe_and_may_do_nothing(admin: Browser, visitor: Browser) -> None:
    evil = SVG.replace(b"<path", b"<script>alert(1)</script><path onclick='alert(1)'")
    media = await admin.upload(evil, "logo.svg")
    assert (media["width"], media["height"], media["thumbnail"], media["sizes"]) == (40, 30, media["url"], [])
    shown = await visitor.get(media["url"])
    assert shown.headers["content-type"].startswith("image/svg+xml")
    assert b"alert" not in shown.content
    assert b"<path" in shown.content
    policy = shown.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert policy.endswith("sandbox")
    assert shown.headers["x-content-type-options"] == "nosniff"


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


async def test_the_largest_picture_that_is_taken_is_shown(admin: Browser) -> None:
    media = await admin.upload(png_bomb(5_400, 5_400))
    assert media["width"] ** 2 < MOST_PIXELS["PNG"]
    assert size_of((await admin.get(f"/_media/{media['id']}/2560.webp")).content) == (2560, 2560)


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


async def test_a_library_without_its_volume_says_so(admin: Browser, settings: Settings) -> None:
    settings.media_path.chmod(0o500)
    try:
        response = await admin.send_file(picture())
    finally:
        settings.media_path.chmod(0o700)
    assert (response.status_code, error_code(response)) == (503, "media_storage")


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


async def test_a_file_is_described_moved_and_found(admin: Browser) -> None:
    folder = (await admin.post("/api/media-folders", {"name": "Boats"})).json()
    media = await admin.upload(picture(), "IMG_1.png", folderId=folder["id"])
    other = await admin.upload(PDF, "Menu 100%.pdf")
    assert media["folderId"] == folder["id"]
    changed = await admin.patch(
        f"/api/media/{media['id']}", {"name": "Ferry.png", "alt": "A ferry\nat dawn", "caption": "First\r\nboat", "focalX": 0.25}
    )
    assert changed.status_code == 200, changed.text
    told = changed.json()
    assert (told["name"], told["alt"], told["caption"], told["focalX"]) == ("Ferry.png", "A ferry at dawn", "First\nboat", 0.25)
    assert told["url"] == media["url"], "an address that is in use stays"

    async def found(query: str) -> list[str]:
        return [item["id"] for item in (await admin.get(f"/api/media?{query}")).json()["items"]]

    assert await found("") == [other["id"], media["id"]]
    for query in ("search=ferry", "search=DAWN", "search=first", f"folder={folder['id']}", "kind=image"):
        assert await found(query) == [media["id"]]
    for query in ("search=100%25", "folder=none", "kind=document"):
        assert await found(query) == [other["id"]]
    assert await found(f"folder={uuid4()}") == []
    moved = await admin.patch(f"/api/media/{media['id']}", {"folderId": None})
    assert moved.json()["folderId"] is None
    assert moved.json()["alt"] == "A ferry at dawn"


async def test_a_list_goes_on_where_it_stopped(admin: Browser) -> None:
    sent = [(await admin.upload(PDF + bytes([n])))["id"] for n in range(5)]
    seen, cursor = [], ""
    while True:
        page = (await admin.get(f"/api/media?limit=2{cursor}")).json()
        seen += [item["id"] for item in page["items"]]
        if page["nextCursor"] is None:
            break
        cursor = f"&cursor={page['nextCursor']}"
    assert seen == sent[::-1]


async def test_a_change_that_cannot_be_is_refused(admin: Browser) -> None:
    media = await admin.upload(PDF)
    for change in (
        {"name": ""}, {"name": None}, {"alt": None}, {"alt": "x" * 501}, {"focalX": 1.1}, {"focalY": -0.1},
        {"focalX": "NaN"}, {"focalX": None}, {"folderId": str(uuid4())}, {"folderId": "x"}, {"caption": "\0"},
    ):  # fmt: skip
        response = await admin.patch(f"/api/media/{media['id']}", change)
        assert (response.status_code, error_code(response)) == (422, "invalid_input"), change
    assert (await admin.get(f"/api/media/{media['id']}")).json() == media


async def test_deleting_warns_where_a_file_is_used(admin: Browser, settings: Settings) -> None:
    media = await admin.upload(picture(800, 400))
    one = f"/api/media/{media['id']}"
    page = await admin.new_page("Our boats", body=f"![x]({media['sizes'][0]['url']})")
    other = await admin.new_page("Crossings", body="", cover=media["url"])
    uses = (await admin.get(f"{one}/uses")).json()
    assert uses == [
        {"kind": "entry", "id": other["id"], "title": "Crossings"},
        {"kind": "entry", "id": page["id"], "title": "Our boats"},
    ]
    refused = await admin.delete(one)
    assert (refused.status_code, error_code(refused)) == (409, "media_in_use")
    assert refused.json()["error"]["message"] == "“Crossings”, “Our boats” would lose it."
    before = on_disk(settings)
    assert len(before) == 3
    await admin.put(f"/api/entries/{page['id']}", {"version": 1, "data": {"body": ""}})
    assert len((await admin.get(f"{one}/uses")).json()) == 1
    assert (await admin.delete(f"{one}?althoughUsed=true")).status_code == 204
    assert on_disk(settings) == set()
    for gone in (await admin.get(one), await admin.get(media["url"]), await admin.get(media["thumbnail"])):
        assert gone.status_code == 404
    await admin.delete(f"/api/entries/{other['id']}")


async def test_what_visitors_still_see_is_used_whatever_the_draft_says(admin: Browser) -> None:
    media = await admin.upload(PDF)
    page = await admin.published_page(body=f"[menu]({media['url']})")

    async def uses() -> int:
        return len((await admin.get(f"/api/media/{media['id']}/uses")).json())

    saved = await admin.put(f"/api/entries/{page['id']}", {"version": 1, "data": {"body": ""}})
    assert saved.status_code == 200
    assert await uses() == 1
    await admin.publish(page)
    assert await uses() == 0
    await admin.post(f"/api/entries/{page['id']}/revisions/1/restore")
    assert await uses() == 1


async def test_what_comes_and_goes_is_told(admin: Browser) -> None:
    media = await admin.upload(PDF, "Menu.pdf")
    await admin.send_file(PDF, "again.pdf")
    await admin.delete(f"/api/media/{media['id']}")
    told = [(line["event"], line["subjectId"], line["title"]) for line in await log(admin)]
    assert told[:2] == [("media.deleted", media["id"], "Menu.pdf"), ("media.added", media["id"], "Menu.pdf")]
    assert len([event for event, *_ in told if event.startswith("media")]) == 2


async def test_a_page_that_is_gone_uses_nothing(admin: Browser) -> None:
    media = await admin.upload(PDF)
    page = await admin.new_page(body=f"[menu]({media['url']}) and /_media/{uuid4()}/gone.png")
    assert len((await admin.get(f"/api/media/{media['id']}/uses")).json()) == 1
    await admin.delete(f"/api/entries/{page['id']}")
    assert (await admin.get(f"/api/media/{media['id']}/uses")).json() == []
    assert (await admin.delete(f"/api/media/{media['id']}")).status_code == 204


async def test_an_author_changes_and_deletes_their_own_files_alone(admin: Browser, visitor: Browser) -> None:
    await visitor.enter("author")
    theirs, mine = await admin.upload(PDF), await visitor.upload(picture())
    for answer in (
        await visitor.patch(f"/api/media/{theirs['id']}", {"alt": "x"}), await visitor.delete(f"/api/media/{theirs['id']}"),
    ):  # fmt: skip
        assert (answer.status_code, error_code(answer)) == (403, "forbidden")
    assert (await visitor.patch(f"/api/media/{mine['id']}", {"alt": "x"})).status_code == 200
    assert (await visitor.delete(f"/api/media/{mine['id']}")).status_code == 204
    assert (await visitor.patch(f"/api/media/{mine['id']}", {"alt": "x"})).status_code == 404


async def test_folders_stand_in_one_another_and_give_back_what_they_hold(admin: Browser) -> None:
    async def folder(name: str, parent: str | None = None) -> Any:
        return (await admin.post("/api/media-folders", {"name": name, "parentId": parent})).json()

    boats = await folder("Boats")
    ferries = await folder("Ferries", boats["id"])
    media = await admin.upload(PDF, folderId=ferries["id"])
    for refused in (
        await admin.post("/api/media-folders", {"name": "BOATS"}),
        await admin.patch(f"/api/media-folders/{(await folder('Crew'))['id']}", {"name": "boats"}),
    ):
        assert (refused.status_code, error_code(refused)) == (409, "folder_taken")
    await folder("Boats", boats["id"])
    within = await admin.patch(f"/api/media-folders/{boats['id']}", {"parentId": ferries["id"]})
    assert within.json()["error"]["fields"] == {"parentId": "A folder cannot be within itself."}
    clash = await admin.delete(f"/api/media-folders/{boats['id']}")
    assert (clash.status_code, error_code(clash)) == (409, "folder_taken")
    assert (await admin.delete(f"/api/media-folders/{ferries['id']}")).status_code == 204
    assert (await admin.get(f"/api/media/{media['id']}")).json()["folderId"] == boats["id"]
    told = {found["name"]: found["files"] for found in (await admin.get("/api/media-folders")).json() if found["parentId"] is None}
    assert told == {"Boats": 1, "Crew": 0}
    assert (await admin.post("/api/media-folders", {"name": "x", "parentId": str(uuid4())})).status_code == 422
    assert (await admin.delete(f"/api/media-folders/{uuid4()}")).status_code == 404


async def test_what_a_killed_process_left_is_removed_and_nothing_else(
    app: FastAPI, admin: Browser, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    media = await admin.upload(picture())
    root = settings.media_path
    before = on_disk(settings)
    for stray in (f"incoming/{'a' * 32}/upload", f"files/{'b' * 64}.png", f"public/{uuid4()}/320.webp"):
        (root / stray).parent.mkdir(exist_ok=True)
        (root / stray).write_bytes(b"x")
    app.state.library._is_swept = False
    await admin.upload(PDF)
    assert len(on_disk(settings) - before) == 5, "what is new may be somebody's who is at it"
    monkeypatch.setattr(store, "ABANDONED", -60.0)
    app.state.library._is_swept = False
    assert (await admin.send_file(b"nothing")).status_code == 415
    assert on_disk(settings) == before | {path for path in on_disk(settings) if "pdf" in path}
    assert (await admin.get(media["url"])).status_code == 200


async def test_files_from_a_backup_are_all_that_a_library_needs(admin: Browser, settings: Settings) -> None:
    media = await admin.upload(picture(800, 400))
    before = on_disk(settings)
    shutil.rmtree(settings.media_path / "public")
    assert (await admin.get(media["url"])).content == picture(800, 400)
    assert (await admin.get(media["thumbnail"])).status_code == 200
    assert on_disk(settings) == before


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
