"""Reads a WordPress export, versions 1.0 to 1.2, piece by piece: however long it is, one item of it is
in memory at a time.

The file is anybody's. It may declare no document type and no entity, so that nothing in it unfolds or
leads to another file; depth, text and number of items are bounded.
"""

import codecs
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import IO, Final
from xml.parsers import expat

from app.modules.transfer.wordpress.model import META, Author, Post, Site, Term

type Piece = Site | Author | Term | Post

MOST_PIECES: Final = 30_000
DEEPEST: Final = 30
# Characters of one item, all its fields together.
LONGEST_ITEM: Final = 4_000_000
_CHUNK: Final = 64 * 1024
_ENCODINGS: Final = frozenset({"utf-8", "iso8859-1", "iso8859-15", "cp1252", "ascii"})
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,30})["']""")
# XML has no way to write these; old exports hold them all the same.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# What a page in Windows's alphabet left where there are control characters; those that mean nothing go.
_WINDOWS: Final = {
    code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)
} | {0x7F: None, 0x85: "…"}
_NAMESPACE = re.compile(r"https?://wordpress\.org/export/[0-9.]+/(excerpt/)?")
_CONTENT: Final = "http://purl.org/rss/1.0/modules/content/"
_CREATOR: Final = "http://purl.org/dc/elements/1.1/"


class NotReadable(Exception):
    """The file is at fault; the text is for people."""


def is_wxr(head: bytes) -> bool:
    """Whether a file that begins so, some kilobytes of it, is one."""
    return b"<rss" in head and b"//wordpress.org/export/" in head


def read(file: IO[bytes]) -> Iterator[Piece]:
    """What is in the file, in its order; the site comes last. Raises NotReadable."""
    reader = _Reader()
    head = file.read(_CHUNK)
    decoder = _decoder(head)
    chunk = head
    while chunk:
        yield from reader.feed(_UNWRITABLE.sub(" ", decoder.decode(chunk)))
        chunk = file.read(_CHUNK)
    yield from reader.feed(decoder.decode(b"", final=True), final=True)
    if not reader.site.version:
        raise NotReadable("This is XML, but not an export of WordPress.")
    yield reader.site


def _decoder(head: bytes) -> codecs.IncrementalDecoder:
    declared = _DECLARED.search(head[:200])
    name = declared.group(1).decode() if declared else "utf-8"
    try:
        codec = codecs.lookup(name)
    except LookupError:
        codec = None
    if codec is None or codec.name not in _ENCODINGS:
        raise NotReadable(f"Its encoding, {name}, is not one that exports of WordPress have.")
    if codec.name == "utf-8":
        codec = codecs.lookup("utf-8-sig")
    return codec.incrementaldecoder(errors="replace")


class _Reader:
    """Follows the parser and collects what is whole."""

    def __init__(self) -> None:
        self.site = Site()
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._path: list[str] = []
        self._texts: list[str] = []
        self._attributes: dict[str, str] = {}
        self._fields: dict[str, str] = {}
        self._post: Post | None = None
        self._meta_key = ""
        self._length = 0
        self._pieces = 0
        self._whole: list[Piece] = []

    def feed(self, text: str, *, final: bool = False) -> list[Piece]:
        try:
            self._parser.Parse(text, final)
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code)
            raise NotReadable(f"The file is broken in line {error.lineno}: {what}.") from None
        whole, self._whole = self._whole, []
        return whole

    def _refuse(self, *_: object) -> None:
        raise NotReadable("The file declares a document type or entities; an export of WordPress does not.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(_short(name))
        if len(self._path) > DEEPEST:
            raise NotReadable("The file is nested deeper than an export of WordPress is.")
        self._texts = []
        self._attributes = attributes
        if self._path[1:] == ["channel", "item"]:
            self._post, self._length = Post(), 0
        elif len(self._path) == 3:
            self._fields, self._length = {}, 0

    def _text(self, text: str) -> None:
        if "wp:comment" in self._path:
            return
        self._length += len(text)
        if self._length > LONGEST_ITEM:
            raise NotReadable("One item of the file is longer than anything that could be shown.")
        self._texts.append(text)

    def _end(self, _: str) -> None:
        text = "".join(self._texts).translate(_WINDOWS)
        self._texts = []
        match self._path[1:]:
            case ["channel", "item"] if self._post is not None:
                self._finish(self._post)
                self._post = None
            case ["channel", "item", *below] if self._post is not None:
                self._end_in_item(self._post, below, text)
            case ["channel", ("wp:author" | "wp:category" | "wp:tag" | "wp:term") as kind]:
                self._finish(_author(self._fields) if kind == "wp:author" else _term(kind, self._fields))
            case ["channel", _, field]:
                self._fields[field] = text
            case ["channel", field]:
                self._length = 0
                self._end_in_channel(field, text.strip())
        self._path.pop()

    def _finish(self, piece: Piece) -> None:
        self._pieces += 1
        if self._pieces > MOST_PIECES:
            raise NotReadable(f"There is more in the file than {MOST_PIECES} items.")
        self._whole.append(piece)

    def _end_in_channel(self, field: str, text: str) -> None:
        match field:
            case "title":
                self.site.title = text
            case "wp:wxr_version":
                self.site.version = text
            # Not base_site_url: of a network's site that is the network's address.
            case "link" | "wp:base_blog_url" if text:
                self.site.addresses.append(text)

    def _end_in_item(self, post: Post, below: list[str], text: str) -> None:
        match below:
            case ["category"]:
                taxonomy = self._attributes.get("domain", "")
                # Without a nicename it is said a second time, as feeds have it.
                if slug := self._attributes.get("nicename", ""):
                    post.terms.append(("post_tag" if taxonomy == "tag" else taxonomy, slug))
            case ["wp:comment"]:
                post.comments += 1
            case ["wp:postmeta", "wp:meta_key"]:
                self._meta_key = text
                post.own_fields += not text.startswith("_") and text != "enclosure"
            case ["wp:postmeta", "wp:meta_value"] if self._meta_key in META:
                post.meta[self._meta_key] = text
            case [field]:
                _set(post, field, text)


def _set(post: Post, field: str, text: str) -> None:
    match field:
        case "title":
            post.title = " ".join(text.split())
        case "link":
            post.link = text.strip()
        case "dc:creator":
            post.author = text.strip()
        case "content:encoded":
            post.content = text
        case "excerpt:encoded":
            post.excerpt = text
        case "wp:post_id":
            post.id = _number(text)
        case "wp:post_type":
            post.type = text.strip()
        case "wp:status":
            post.status = text.strip()
        case "wp:post_name":
            post.slug = text.strip()
        case "wp:post_parent":
            post.parent = _number(text)
        case "wp:menu_order":
            post.order = _number(text)
        case "wp:post_password":
            post.password = text
        case "wp:is_sticky":
            post.sticky = text.strip() == "1"
        case "wp:attachment_url":
            post.file = text.strip()
        # The first that says a time: GMT is empty for what was never published.
        case "wp:post_date_gmt":
            post.at = _moment(text) or post.at
        case "wp:post_date" | "pubDate":
            post.at = post.at or _moment(text)


def _author(fields: dict[str, str]) -> Author:
    given = {name.removeprefix("wp:author_"): " ".join(text.split()) for name, text in fields.items()}
    spelled = f"{given.get('first_name', '')} {given.get('last_name', '')}".strip()
    login = given.get("login", "")
    return Author(login, given.get("email", ""), given.get("display_name") or spelled or login)


def _term(kind: str, fields: dict[str, str]) -> Term:
    def said(*names: str) -> str:
        return next((" ".join(fields[n].split()) for n in names if fields.get(n, "").strip()), "")

    taxonomy = {"wp:category": "category", "wp:tag": "post_tag"}.get(kind) or said("wp:term_taxonomy")
    slug = said("wp:category_nicename", "wp:tag_slug", "wp:term_slug")
    return Term(
        taxonomy=taxonomy,
        slug=slug,
        name=said("wp:cat_name", "wp:tag_name", "wp:term_name") or slug,
        parent=said("wp:category_parent", "wp:term_parent"),
        description=said("wp:category_description", "wp:tag_description", "wp:term_description"),
        id=_number(said("wp:term_id")),
    )


def _number(text: str) -> int:
    """0 for what is none, or is more than WordPress can count to."""
    stripped = text.strip()
    return int(stripped) if re.fullmatch(r"[0-9]{1,18}", stripped) else 0


def _moment(text: str) -> datetime | None:
    """As UTC. None for WordPress's way to say never, which is a date before there was one."""
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        pass
    try:
        moment = parsedate_to_datetime(text.strip())
    except (ValueError, IndexError, OverflowError):
        return None
    return moment.astimezone(UTC) if moment.tzinfo and moment.year > 1900 else None


def _short(name: str) -> str:
    """The prefix that WordPress itself writes, whatever version of the namespace the file is of."""
    namespace, _, local = name.rpartition(" ")
    if not namespace:
        return local
    if found := _NAMESPACE.fullmatch(namespace):
        return f"excerpt:{local}" if found.group(1) else f"wp:{local}"
    return {_CONTENT: "content:", _CREATOR: "dc:"}.get(namespace, "other:") + local
