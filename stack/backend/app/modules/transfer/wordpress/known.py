"""What the conversion of a text asks about everything else in the file, and about what became of it
here. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from app.modules.transfer.wordpress.addresses import Addresses, originals
from app.modules.transfer.wordpress.model import Post

_PICTURES: Final = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg")


@dataclass(frozen=True, slots=True)
class File:
    """One that came along, as the library has it. A document has no size in pixels."""

    url: str
    width: int | None = None
    height: int | None = None
    alt: str = ""


@dataclass(slots=True)
class Known:
    """`files` are by their path below the uploads folder, in lower case; `places` say where something
    stands here, by `post:12`, `category:news` or `tag:paper`."""

    addresses: Addresses = field(default_factory=Addresses)
    files: Mapping[str, File] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    _pictures: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def add_post(self, post: Post) -> None:
        self.addresses.add_post(post)
        file = self.addresses.file(post.id)
        if file is not None and file.lower().endswith(_PICTURES):
            self._pictures.setdefault(post.parent, []).append((post.order, post.id))

    def pictures_of(self, post_id: int) -> list[int]:
        """The pictures that were uploaded for a post, in their order."""
        return [picture for _, picture in sorted(self._pictures.get(post_id, []))]

    def file_at(self, address: str, picture_id: str = "") -> File | None:
        """The file that came along for a picture's address or number."""
        wanted: list[str] = []
        if picture_id.isdecimal() and (file := self.addresses.file(int(picture_id))):
            wanted.append(file)
        target = self.addresses.target(address) if address else None
        if target is not None and target.kind == "file":
            wanted += originals(target.key)
        return next((self.files[one.lower()] for one in wanted if one.lower() in self.files), None)

    def here(self, address: str) -> str | None:
        """Where on this site that stands which an address of the old site leads to."""
        target = self.addresses.target(address)
        if target is None:
            return None
        if target.kind == "file":
            file = self.file_at(address)
            return file.url if file else None
        return self.places.get(f"{target.kind}:{target.key}")
