"""What a file is and what it is called."""

from uuid import UUID

import pytest

from app.modules.core.errors import AppError
from app.modules.media.kinds import TYPES, require_fits, type_of_file
from app.modules.media.names import address_name, display_name
from app.modules.media.sizes import ids_in, size_named, widths_of
from tests.pictures import MP4, PDF, SVG, picture


@pytest.mark.parametrize(
    ("head", "extension"),
    [
        (picture(format_name="JPEG"), "jpg"),
        (picture(format_name="PNG"), "png"),
        (picture(format_name="GIF"), "gif"),
        (picture(format_name="WEBP"), "webp"),
        (SVG, "svg"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x --><svg xmlns="...">', "svg"),
        (PDF, "pdf"),
        (MP4, "mp4"),
        (b"\0\0\0\x20ftypM4A \0\0", "m4a"),
        (b"ID3\x04\0\0", "mp3"),
        (b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webmB", "webm"),
    ],
)
def test_a_file_is_what_its_first_bytes_say(head: bytes, extension: str) -> None:
    assert type_of_file(head).extension == extension


@pytest.mark.parametrize(
    ("head", "says"),
    [
        (b"", "not taken"),
        (b"<!doctype html><p>", "not taken"),
        (b"MZ\x90\0", "not taken"),
        (b"PK\x03\x04", "not taken"),
        (b"#!/bin/sh", "not taken"),
        (b"GIF88a", "not taken"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypavif", "AVIF"),
        (b"II*\0", "TIFF"),
    ],
)
def test_what_is_nothing_for_a_website_is_refused_in_words(head: bytes, says: str) -> None:
    with pytest.raises(AppError, match="media_type") as refused:
        type_of_file(head)
    assert says in refused.value.message


def test_the_largest_of_each_kind_is_told() -> None:
    require_fits(TYPES["jpg"], 25 * 1024 * 1024)
    with pytest.raises(AppError) as refused:
        require_fits(TYPES["jpg"], 25 * 1024 * 1024 + 1)
    assert (refused.value.status, refused.value.message) == (413, "JPEG files may have 25 MB at most.")


@pytest.mark.parametrize(
    ("given", "shown", "spelled"),
    [
        ("Sunset über Zürich.JPEG", "Sunset über Zürich.JPEG", "sunset-uber-zurich.png"),
        ("../../etc/passwd", "passwd", "passwd.png"),
        ("C:\\Users\\Ada\\a.b.exe", "a.b.exe", "a-b.png"),
        ("<img src=x onerror=alert(1)>.svg", "<img src=x onerror=alert(1)>.svg", "img-src-x-onerror-alert-1.png"),
        ("640.webp", "640.webp", "file-640.png"),
        ("1200x630.webp", "1200x630.webp", "file-1200x630.png"),
        ("東京.png", "東京.png", "file.png"),
        ("a\0\x1b\u202egnp.exe", "agnp.exe", "agnp.png"),
        ("", "file.png", "file.png"),
        ("x" * 500, "x" * 200, "x" * 80 + ".png"),
    ],
)
def test_a_name_is_shown_as_it_was_and_spelled_safely(given: str, shown: str, spelled: str) -> None:
    name = display_name(given, "png")
    assert (name, address_name(name, "png")) == (shown, spelled)


def test_a_picture_comes_in_no_size_larger_than_itself() -> None:
    assert widths_of(1000) == [320, 640, 960, 1000]
    assert widths_of(640) == [320, 640]
    assert widths_of(100) == [100]
    assert widths_of(9000) == [320, 640, 960, 1280, 1920, 2560]
    assert size_named("1000", 1000) == (1000, None)
    assert size_named("1200x630", 10) == (1200, 630)
    for name in ("1280", "641", "0", "0640", "1x1", "99999", "-320", "320x", ""):
        assert size_named(name, 1000) is None


def test_the_files_that_a_text_shows_are_found_in_any_spelling_of_an_address() -> None:
    one, two = UUID(int=1), UUID(int=2)
    text = f'<img src="/_media/{one}/640.webp"> [x](https://acme.example/_media/{two}/a.pdf) /_media/nonsense/a'
    assert ids_in(text) == {one, two}
