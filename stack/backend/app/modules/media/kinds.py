"""What a file is, by its first bytes and never by its name. Pure."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from app.modules.core.errors import AppError

Kind = Literal["image", "document", "audio", "video"]

MIB: Final = 1024 * 1024
# As many of the first bytes as `type_of_file` wants to see; fewer only of a shorter file.
HEAD_BYTES: Final = 4096
LARGEST: Final = 100 * MIB


@dataclass(frozen=True, slots=True)
class FileType:
    """`largest` is in bytes."""

    kind: Kind
    name: str
    extension: str
    mime: str
    largest: int = LARGEST

    @property
    def is_raster(self) -> bool:
        return self.kind == "image" and self.extension != "svg"


_PICTURE: Final = 25 * MIB
TYPES: Final[dict[str, FileType]] = {
    known.extension: known
    for known in (
        FileType("image", "JPEG", "jpg", "image/jpeg", _PICTURE),
        FileType("image", "PNG", "png", "image/png", _PICTURE),
        FileType("image", "GIF", "gif", "image/gif", _PICTURE),
        FileType("image", "WebP", "webp", "image/webp", _PICTURE),
        FileType("image", "SVG", "svg", "image/svg+xml", 2 * MIB),
        FileType("document", "PDF", "pdf", "application/pdf"),
        FileType("audio", "MP3", "mp3", "audio/mpeg"),
        FileType("audio", "M4A", "m4a", "audio/mp4"),
        FileType("video", "MP4", "mp4", "video/mp4"),
        FileType("video", "WebM", "webm", "video/webm"),
    )
}
_TAKEN: Final = "JPEG, PNG, GIF, WebP and SVG pictures, PDF, MP3, M4A, MP4 and WebM"

_SIGNATURES: Final = (
    (re.compile(rb"\xff\xd8\xff"), "jpg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "webp"),
    (re.compile(rb"%PDF-[12]\."), "pdf"),
    (re.compile(rb"ID3[\x02-\x04]|\xff[\xf2\xf3\xfa\xfb]"), "mp3"),
    (re.compile(rb"....ftypM4A ", re.DOTALL), "m4a"),
    (re.compile(rb"....ftyp(?:isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash)", re.DOTALL), "mp4"),
    # An EBML file says what it is within its first element.
    (re.compile(rb"\x1a\x45\xdf\xa3.{0,40}\x42\x82.webm", re.DOTALL), "webm"),
    # Whether it is one, its sanitiser decides.
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?=.{0,4000}<svg[\s>]|svg[\s>])", re.DOTALL), "svg"),
)
# Pictures that people do have and browsers or we cannot show.
_KNOWN_STRANGERS: Final = (
    (re.compile(rb"....ftyp(?:heic|heix|heim|heis|hevc|mif1|msf1)", re.DOTALL), "HEIC"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "AVIF"),
    (re.compile(rb"II\*\x00|MM\x00\*"), "TIFF"),
    (re.compile(rb"BM.{4}\x00\x00\x00\x00", re.DOTALL), "BMP"),
    (re.compile(rb"8BPS"), "Photoshop"),
)


def type_of_file(head: bytes) -> FileType:
    """Raises media_type for what is not taken here, empty files among it."""
    for signature, extension in _SIGNATURES:
        if signature.match(head):
            return TYPES[extension]
    for signature, name in _KNOWN_STRANGERS:
        if signature.match(head):
            raise AppError("media_type", f"{name} pictures cannot be shown on websites. Save it as JPEG or PNG first.")
    raise AppError("media_type", f"This kind of file is not taken. {_TAKEN} files are.")


def require_fits(file_type: FileType, size: int) -> None:
    """Raises media_too_large."""
    if size > file_type.largest:
        raise AppError("media_too_large", f"{file_type.name} files may have {file_type.largest // MIB} MB at most.")
