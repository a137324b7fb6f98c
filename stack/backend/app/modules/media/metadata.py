"""Takes out of a picture what it tells beside itself: where and when it was taken, with what, by whom, and
whatever hangs on behind its end. Not a pixel changes. Pure; run by `child`."""

import re
import struct
import zlib
from typing import Final

# Segments of a JPEG that are needed to show it: JFIF, colour profile, Adobe's colours. The rest of APP0 to
# APP15 and comments are about it.
_ICC: Final = b"ICC_PROFILE\0"
_START_OF_SCAN, _END = 0xDA, 0xD9
# After a scan's data: the next marker that is neither a stuffed byte nor a restart.
_NEXT_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
_PNG_ABOUT: Final = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})
_WEBP_ABOUT: Final = frozenset({b"EXIF", b"XMP "})
_WEBP_HAS_EXIF: Final = 0x08
_WEBP_ABOUT_FLAGS: Final = _WEBP_HAS_EXIF | 0x04


def without_metadata(content: bytes, extension: str, orientation: int) -> bytes:
    """`content` without it; its `orientation` stays, from 1 (as it is) to 8. Raises ValueError or
    struct.error for what is no such file."""
    # The smallest Exif there is: one entry.
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0) if 2 <= orientation <= 8 else b""
    exif = b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4) if entry else b""
    match extension:
        case "jpg":
            return _jpeg(content, exif)
        case "png":
            return _png(content, exif)
        case "webp":
            return _webp(content, exif)
        case _:
            return content


def _jpeg(content: bytes, exif: bytes) -> bytes:
    kept = [content[:2]]
    if exif:
        kept.append(b"\xff\xe1" + struct.pack(">H", len(exif) + 8) + b"Exif\0\0" + exif)
    at = 2
    while at < len(content):
        marker = _NEXT_MARKER.match(content, at)
        if marker is None:
            raise ValueError("not a marker")
        kind, at = content[marker.end() - 1], marker.end()
        if kind == _END:
            kept.append(b"\xff\xd9")
            break
        end = at + int(struct.unpack_from(">H", content, at)[0])
        if end > len(content) or end < at + 2:
            raise ValueError("not a segment")
        if kind == _START_OF_SCAN:
            following = _NEXT_MARKER.search(content, end)
            end = following.start() if following else len(content)
        if _is_shown(kind, content[at + 2 : at + 2 + len(_ICC)]):
            kept.append(bytes((0xFF, kind)) + content[at:end])
        at = end
    return b"".join(kept)


def _is_shown(kind: int, beginning: bytes) -> bool:
    if kind == 0xE2:
        return beginning == _ICC
    return not (0xE1 <= kind <= 0xED or kind == 0xEF or kind == 0xFE)


def _png(content: bytes, exif: bytes) -> bytes:
    kept, at = [content[:8]], 8
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        end = at + length + 12
        if end > len(content):
            raise ValueError("not a chunk")
        if kind not in _PNG_ABOUT:
            kept.append(content[at:end])
        if kind == b"IHDR" and exif:
            kept.append(_png_chunk(b"eXIf", exif))
        at = end
        if kind == b"IEND":
            break
    return b"".join(kept)


def _png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _webp(content: bytes, exif: bytes) -> bytes:
    size = struct.unpack_from("<I", content, 4)[0]
    kept, at, last = [b"WEBP"], 12, min(len(content), size + 8)
    while at + 8 <= last:
        kind, length = struct.unpack_from("<4sI", content, at)
        end = at + 8 + length + length % 2
        if at + 8 + length > last:
            raise ValueError("not a chunk")
        chunk = content[at:end]
        if kind == b"VP8X":
            flags = chunk[8] & ~_WEBP_ABOUT_FLAGS | (_WEBP_HAS_EXIF if exif else 0)
            chunk = chunk[:8] + bytes((flags,)) + chunk[9:]
        if kind not in _WEBP_ABOUT:
            kept.append(chunk)
        at = end
    if exif:
        kept.append(struct.pack("<4sI", b"EXIF", len(exif)) + exif)
    body = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body
