"""An export as the child has told of it: everything but the texts, which stay on the disk until their turn
has come."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from app.modules.transfer.wordpress.addresses import Addresses
from app.modules.transfer.wordpress.model import Author, Post, Site, Term


@dataclass(slots=True)
class Export:
    """`untitled` are the numbers of posts whose title was made of their text, `uploads` the bytes of the
    files that came along, by their path."""

    site: Site = field(default_factory=Site)
    authors: list[Author] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    untitled: set[int] = field(default_factory=set)
    uploads: dict[str, int] = field(default_factory=dict)
    addresses: Addresses = field(default_factory=Addresses)

    @classmethod
    def read(cls, path: Path) -> Self:
        export = cls()
        for kind, fields in _lines(path):
            match kind:
                case "Site":
                    export.site = Site(**fields)
                    export.addresses.add_site(export.site)
                case "Author":
                    export.authors.append(Author(**fields))
                case "Term":
                    export.terms.append(Term(**fields))
                    export.addresses.add_term(export.terms[-1])
                case "Upload":
                    export.uploads[fields["path"]] = fields["bytes"]
                case "Post":
                    export._add(fields)
        return export

    @property
    def source(self) -> str:
        """What this site is called, however often it is exported."""
        url = urlsplit(next(iter(self.site.addresses), ""))
        return f"wordpress:{(url.hostname or '').removeprefix('www.')}{url.path.rstrip('/')}"

    def _add(self, fields: dict[str, Any]) -> None:
        if fields.pop("untitled"):
            self.untitled.add(fields["id"])
        at = datetime.fromisoformat(fields.pop("at")) if fields["at"] else fields.pop("at")
        terms = [(taxonomy, slug) for taxonomy, slug in fields.pop("terms")]
        post = Post(**fields, at=at, terms=terms)
        self.posts.append(post)
        self.addresses.add_post(post)


class Texts:
    """The texts that the child has written, one at a time and in any order."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._places: dict[int, int] = {}
        place = 0
        for line in self._file:
            self._places[json.loads(line)[1]["id"]] = place
            place += len(line)

    def of(self, post_id: int) -> dict[str, Any]:
        """With `html`, `teaser` and `notes`, or `problem` where it cannot be had."""
        if post_id not in self._places:
            return {"problem": "Its text could not be read."}
        self._file.seek(self._places[post_id])
        text: dict[str, Any] = json.loads(self._file.readline())[1]
        return text

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    with path.open() as file:
        for line in file:
            kind, fields = json.loads(line)
            yield kind, fields
