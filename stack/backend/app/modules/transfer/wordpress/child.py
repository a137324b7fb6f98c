"""A program of its own that reads an export and ends: `python3 -m app.modules.transfer.wordpress.child`.

What parsers do with a hostile or an endless file they do here: without the API's memory, secrets or
time. It writes what it has found as one JSON object a line, each a pair of kind and fields, and answers
with one line of JSON on stdout: `{"problem": …}` when the file is at fault.

    index SOURCE TARGET           everything but texts, in the file's order, files of the zip last
    texts SOURCE PLACES TARGET    the text of every post that PLACES says has a place
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, Final

from app.modules.core.confinement import confine
from app.modules.core.errors import AppError
from app.modules.transfer.archive.zips import is_zip
from app.modules.transfer.wordpress.bodies import convert
from app.modules.transfer.wordpress.known import File, Known
from app.modules.transfer.wordpress.model import Post, Site, Term
from app.modules.transfer.wordpress.package import Package
from app.modules.transfer.wordpress.titles import LONGEST_SUMMARY, plain, shortened, title_of
from app.modules.transfer.wordpress.wxr import NotReadable, Piece, read

MIB: Final = 1024 * 1024
CPU_SECONDS: Final = 300
LARGEST_OUTPUT: Final = 1024 * MIB
# Characters of one post as it was written. What is longer could not be a text here in any case.
LONGEST_CONTENT: Final = 600_000
LONGEST_META: Final = 1000
MOST_TERMS: Final = 500


def index(source: Path, target: Path) -> dict[str, Any]:
    with _opened(source) as (file, package), target.open("w") as output:
        for piece in read(file):
            fields = asdict(piece)
            if isinstance(piece, Post):
                fields |= _told(piece)
            _write(output, type(piece).__name__, fields)
        if package is not None:
            for path, size in package.uploads():
                _write(output, "Upload", {"path": path, "bytes": size})
    return {}


def texts(source: Path, places: Path, target: Path) -> dict[str, Any]:
    here = json.loads(places.read_text())
    known = Known(
        files={path: File(**file) for path, file in here["files"].items()}, places=here["places"]
    )
    # What a text refers to may stand behind it in the file.
    with _opened(source) as (file, _):
        for piece in read(file):
            match piece:
                case Site():
                    known.addresses.add_site(piece)
                case Term():
                    known.addresses.add_term(piece)
                case Post():
                    known.add_post(piece)
    with _opened(source) as (file, _), target.open("w") as output:
        for post in _posts(read(file)):
            if f"post:{post.id}" not in known.places:
                continue
            if len(post.content) > LONGEST_CONTENT:
                _write(output, "Text", {"id": post.id, "problem": "Its text is longer than one may be here."})
                continue
            body = convert(post.content, known, post.id)
            _write(output, "Text", {"id": post.id, **asdict(body)})
    return {}


def _told(post: Post) -> dict[str, Any]:
    """What of a post is told otherwise than it stands in the file, for the API holds all of them at once."""
    title, untitled = title_of(post.title, post.content)
    return {
        "title": title,
        "untitled": untitled,
        "content": "",
        "excerpt": shortened(plain(post.excerpt), LONGEST_SUMMARY),
        "at": post.at.isoformat() if post.at else None,
        "meta": {name: value[:LONGEST_META] for name, value in post.meta.items()},
        "terms": post.terms[:MOST_TERMS],
    }


def _posts(pieces: Iterable[Piece]) -> Iterator[Post]:
    return (piece for piece in pieces if isinstance(piece, Post))


@contextmanager
def _opened(source: Path) -> Iterator[tuple[IO[bytes], Package | None]]:
    """The export itself, and the zip that it is in. Raises NotReadable, transfer_invalid."""
    if not is_zip(source):
        with source.open("rb") as file:
            yield file, None
        return
    with Package(source) as package, package.export() as file:
        yield file, package


def _write(output: IO[str], kind: str, fields: dict[str, Any]) -> None:
    json.dump([kind, fields], output, ensure_ascii=True, separators=(",", ":"))
    output.write("\n")


_TASKS: Final[dict[str, Callable[..., dict[str, Any]]]] = {"index": index, "texts": texts}


def main(task: str, *paths: str) -> None:
    confine(cpu_seconds=CPU_SECONDS, largest_output=LARGEST_OUTPUT)
    try:
        answer = _TASKS[task](*map(Path, paths))
    except NotReadable as error:
        answer = {"problem": str(error)}
    except AppError as error:
        answer = {"problem": error.message}
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
