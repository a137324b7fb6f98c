"""What becomes of pictures in the library."""

import asyncio
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from app.modules.core.settings import Settings
from app.modules.media.child import MOST_PIXELS
from tests.pictures import (
    SVG,
    moving_gif,
    photograph,
    picture,
    pixel_of,
    png_bomb,
    profile_of,
    size_of,
    upright_pixels,
)
from tests.support import Browser


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


async def test_the_largest_picture_that_is_taken_is_shown(admin: Browser) -> None:
    media = await admin.upload(png_bomb(5_400, 5_400))
    assert media["width"] ** 2 < MOST_PIXELS["PNG"]
    assert size_of((await admin.get(f"/_media/{media['id']}/2560.webp")).content) == (2560, 2560)
