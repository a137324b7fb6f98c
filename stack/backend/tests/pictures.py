"""Files for tests, made on the spot."""

import io
import random
import struct
import zlib

from PIL import Image, ImageCms, ImageOps, PngImagePlugin


def picture(
    width: int = 64,
    height: int = 48,
    *,
    format_name: str = "PNG",
    mode: str = "RGB",
    colour: str | int = "#b5651d",
    orientation: int | None = None,
    **options: object,
) -> bytes:
    """A picture with some detail: a square of its own in the top left quarter."""
    image = Image.new(mode, (width, height), colour)
    image.paste(Image.new(mode, (width // 4 or 1, height // 4 or 1)), (0, 0))
    exif = Image.Exif()
    if orientation is not None:
        exif[0x0112] = orientation
        options["exif"] = exif
    out = io.BytesIO()
    image.save(out, format_name, **options)
    return out.getvalue()


def photograph(format_name: str) -> bytes:
    """A picture held upright, with a place, a description, a comment and a colour profile."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "canary described"
    exif.get_ifd(0x8825)[0x1D] = "canary place"
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "canary author")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    more: dict[str, dict[str, object]] = {
        "JPEG": {"comment": b"canary comment", "xmp": b"<canary/>", "progressive": True},
        "PNG": {"pnginfo": text},
        "WEBP": {"xmp": b"<canary/>"},
    }
    out = io.BytesIO()
    Image.effect_mandelbrot((64, 48), (-2, -1.2, 0.6, 1.2), 50).convert("RGB").save(
        out, format_name, exif=exif, icc_profile=profile, **more[format_name]
    )
    return out.getvalue()


def upright_pixels(content: bytes) -> bytes:
    with Image.open(io.BytesIO(content)) as image:
        ImageOps.exif_transpose(image, in_place=True)
        pixels: bytes = image.convert("RGB").tobytes()
    return pixels


def profile_of(content: bytes) -> object:
    with Image.open(io.BytesIO(content)) as image:
        return image.info.get("icc_profile")


def noise(width: int, height: int, format_name: str = "PNG", seed: int = 1) -> bytes:
    """A picture that does not compress, so that it has some size."""
    pixels = random.Random(seed).randbytes(width * height * 3)
    out = io.BytesIO()
    Image.frombytes("RGB", (width, height), pixels).save(out, format_name)
    return out.getvalue()


def moving_gif(frames: int = 3) -> bytes:
    images = [Image.new("RGB", (40, 30), (shade, 0, 0)) for shade in range(0, 80 * frames, 80)]
    out = io.BytesIO()
    images[0].save(out, "GIF", save_all=True, append_images=images[1:], duration=100)
    return out.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_bomb(width: int, height: int) -> bytes:
    """Small on the disk, and in memory whatever it says it is."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    lines = zlib.compressobj(9)
    data = lines.compress(b"\0" * min((width * 3 + 1) * height, 100_000_000)) + lines.flush()
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def size_of(content: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(content)) as image:
        return image.width, image.height


def pixel_of(content: bytes, x: int, y: int) -> tuple[int, ...]:
    with Image.open(io.BytesIO(content)) as image:
        found = image.convert("RGB").getpixel((x, y))
    assert isinstance(found, tuple)
    return found


PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
MP4 = b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41" + b"\0" * 200
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0h40v30z" fill="#b5651d"/></svg>'
