"""In which sizes a picture is to be had, and where. Pure."""

import re
from typing import Final
from uuid import UUID

# A ladder that a browser picks from by `srcset`; the first one is the library's own.
WIDTHS: Final = (320, 640, 960, 1280, 1920, 2560)
# Cut around the focal point. What cannot be cut that large is cut smaller in the same shape.
CROPS: Final = {"square": (640, 640), "wide": (1600, 900), "social": (1200, 630)}
_CROP_NAMES: Final = {f"{width}x{height}": (width, height) for width, height in CROPS.values()}
_WIDTH = re.compile(r"[1-9][0-9]{0,3}")
MEDIA_PATH = re.compile(r"/_media/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")


def widths_of(width: int) -> list[int]:
    """The widths of a picture that is `width` wide: never larger than it is."""
    return [step for step in WIDTHS if step < width] + ([width] if width <= WIDTHS[-1] else [])


def size_named(name: str, width: int) -> tuple[int, int | None] | None:
    """Width and, of a crop, height for the `name` of a size, such as 640 or 1200x630; None when a
    picture that is `width` wide does not come in it."""
    if name in _CROP_NAMES:
        return _CROP_NAMES[name]
    if _WIDTH.fullmatch(name) and int(name) in widths_of(width):
        return int(name), None
    return None


def address(media_id: UUID, filename: str) -> str:
    return f"/_media/{media_id}/{filename}"


def crop_address(media_id: UUID, crop: tuple[int, int], focal: tuple[float, float]) -> str:
    """The focal point stands in it, for browsers keep what they got for ever."""
    x, y = (round(part * 100) for part in focal)
    return address(media_id, f"{crop[0]}x{crop[1]}.webp?f={x}-{y}")


def ids_in(text: str) -> set[UUID]:
    """The files that a text shows or links to."""
    return {UUID(found) for found in MEDIA_PATH.findall(text)}
