"""A program of its own that looks into one file and ends: `python3 -m app.modules.media.child`.

What decoders do with a hostile file, they do here: without the API's memory, secrets or time. It
writes where it is told and answers with one line of JSON on stdout: `{"problem": …}` when the file is
at fault. Pillow is imported here and nowhere else.
"""

import json
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.modules.core.confinement import confine
from app.modules.media.metadata import without_metadata
from app.modules.media.sizes import WIDTHS

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MIB: Final = 1024 * 1024
CPU_SECONDS: Final = 20
LARGEST_OUTPUT: Final = 32 * MIB
QUALITY: Final = 80
# Decoded, a pixel takes 4 bytes and of a WebP 16. A JPEG is decoded no larger than it is needed.
MOST_PIXELS: Final = {"JPEG": 50_000_000, "PNG": 30_000_000, "GIF": 30_000_000, "WEBP": 12_000_000}
LONGEST_SIDE: Final = 20_000
_FORMATS: Final = {"jpg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP"}


class Refused(Exception):
    """The file is at fault; the text is for people."""


def inspect(source: Path, extension: str, folder: Path) -> dict[str, Any]:
    """What a picture is. Leaves in `folder` the file as it is to be kept, `clean`, and the library's own
    size of one that is drawn in pixels, under the name that it has for good."""
    if extension == "svg":
        return _inspect_svg(source, folder)
    picture = _open(source, extension)
    width, height = _upright_size(picture)
    animated = bool(getattr(picture, "is_animated", False))
    preview = min(WIDTHS[0], width)
    # Turning it upright takes the note away.
    orientation = _orientation(picture)
    whole = _upright(picture, preview, round(height * preview / width))
    whole.thumbnail((preview, height), reducing_gap=2.0)
    _save(whole, folder / f"{preview}.webp")
    colour = f"#{whole.convert("RGB").resize((1, 1)).tobytes().hex()}"
    # Its pixels are read by now, and may go.
    del whole
    clean = without_metadata(source.read_bytes(), extension, orientation)
    (folder / "clean").write_bytes(clean)
    return {"width": width, "height": height, "animated": animated, "colour": colour}


def _inspect_svg(source: Path, folder: Path) -> dict[str, Any]:
    from app.modules.media.svg import UnsafeSvg, sanitise

    try:
        clean, width, height = sanitise(source.read_bytes())
    except UnsafeSvg as error:
        raise Refused(error.reason) from error
    (folder / "clean").write_bytes(clean)
    return {"width": width, "height": height, "animated": False, "colour": None}


def resize(
    source: Path, extension: str, target: Path, width: int, height: int | None, focal: tuple[float, float]
) -> None:
    """Write the picture `width` wide to `target`; with a `height`, cut to that shape around `focal`."""
    from PIL import ImageOps

    picture = _open(source, extension)
    full_width, full_height = _upright_size(picture)
    if height is None:
        whole = _upright(picture, width, round(full_height * width / full_width))
        whole.thumbnail((width, full_height), reducing_gap=2.0)
    else:
        # Never enlarged: the same shape, as large as the picture allows.
        fits = min(1.0, full_width / width, full_height / height)
        cut = (max(1, round(width * fits)), max(1, round(height * fits)))
        whole = ImageOps.fit(_upright(picture, *cut), cut, centering=focal)
    _save(whole, target)


def _open(source: Path, extension: str) -> "Picture":
    from PIL import Image

    # Our own limits, by format, come before anything is decoded.
    Image.MAX_IMAGE_PIXELS = None
    format_name = _FORMATS[extension]
    picture: Picture = Image.open(source, formats=(format_name,))
    pixels = picture.width * picture.height
    if pixels > MOST_PIXELS[format_name] or max(picture.size) > LONGEST_SIDE:
        raise Refused(
            f"It has {picture.width} × {picture.height} pixels, which is more than can be shown. "
            f"{extension.upper()} pictures may have {MOST_PIXELS[format_name] // 1_000_000} million."
        )
    return picture


def _orientation(picture: "Picture") -> int:
    """How a camera noted that it was held, as Exif counts."""
    return int(picture.getexif().get(0x0112, 1))


def _is_turned(picture: "Picture") -> bool:
    return _orientation(picture) >= 5


def _upright_size(picture: "Picture") -> tuple[int, int]:
    width, height = picture.size
    return (height, width) if _is_turned(picture) else (width, height)


def _upright(picture: "Picture", width: int, height: int) -> "Picture":
    """The way it is to be seen, in RGB, with transparency where there is any. A JPEG is decoded at a
    fraction when no more than `width` × `height` is wanted of it."""
    from PIL import ImageOps

    wanted = (height, width) if _is_turned(picture) else (width, height)
    picture.draft("RGB", (max(1, wanted[0] * 2), max(1, wanted[1] * 2)))
    # In place: the copy of a large one would not fit.
    ImageOps.exif_transpose(picture, in_place=True)
    if picture.mode.startswith("I"):
        # 16 bits a pixel; a conversion would cut off instead of scaling.
        picture = picture.point(lambda value: value / 256).convert("L")
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    return picture if picture.mode == mode else picture.convert(mode)


def _save(picture: "Picture", target: Path) -> None:
    profile = picture.info.get("icc_profile") or b""
    keep = profile if len(profile) < 64 * 1024 and profile[16:20] == b"RGB " else b""
    picture.save(target, "WEBP", quality=QUALITY, method=4, icc_profile=keep, exif=b"")


def answer(arguments: list[str]) -> dict[str, Any]:
    what, source, extension, target, *more = arguments
    try:
        if what == "inspect":
            return inspect(Path(source), extension, Path(target))
        width, height, x, y = more
        resize(
            Path(source), extension, Path(target), int(width), int(height) or None, (float(x), float(y))
        )
    except Refused as error:
        return {"problem": str(error)}
    except MemoryError:
        return {"problem": "Showing it takes more memory than there is. Make it smaller."}
    except OSError as error:
        # Pillow's own errors are OSErrors too; those of the disk have a number.
        if error.errno is not None:
            raise
        return {"problem": "It is damaged and cannot be shown."}
    except (ValueError, struct.error, SyntaxError, EOFError, OverflowError, ArithmeticError, IndexError, KeyError, TypeError):
        # What decoders raise on what they did not expect.
        return {"problem": "It is damaged and cannot be shown."}
    return {}


if __name__ == "__main__":
    confine(cpu_seconds=CPU_SECONDS, largest_output=LARGEST_OUTPUT)
    print(json.dumps(answer(sys.argv[1:])))
