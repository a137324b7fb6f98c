"""Where the old site's addresses lead: to one of the file's items, to one of its categories or tags, to
an uploaded file, or out. Pure."""

import re
from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import parse_qs, unquote, urlsplit

from app.modules.transfer.wordpress.model import Post, Site, Term

_UPLOADS: Final = re.compile(r"(?:^|/)(?:wp-content/uploads/(?:sites/\d+/)?|files/)(?=\d{4}/|[^/])")
# On WordPress.com files stand on a host of their own, straight below their month.
_FILES_HOST: Final = re.compile(r"(.+)\.files\.wordpress\.com")
_SIZE: Final = re.compile(r"-(?:\d{1,5}x\d{1,5}|scaled|rotated|e\d{10,14})(?=\.[A-Za-z0-9]{2,5}$)")

# Of a category the path names what it stands below too.
_LIST: Final = re.compile(r"/(category|tag)/(?:.+/)?([^/]+)")
# So much of a chain that has no end.
_DEEPEST: Final = 20
_LISTED: Final[dict[str, Literal["category", "tag"]]] = {"category": "category", "post_tag": "tag"}

type Kind = Literal["post", "file", "category", "tag"]


@dataclass(frozen=True, slots=True)
class Target:
    """`key` is an item's number, a slug, or a path below the uploads folder."""

    kind: Kind
    key: str


@dataclass(slots=True)
class Addresses:
    """What is known of the old site's addresses. Files are known by their path below the uploads
    folder, as `2013/03/name.jpg`."""

    hosts: set[str] = field(default_factory=set)
    _posts: dict[str, int] = field(default_factory=dict)
    _ids: set[int] = field(default_factory=set)
    _files: dict[int, str] = field(default_factory=dict)
    _file_addresses: dict[int, str] = field(default_factory=dict)
    _terms: dict[tuple[str, str], Target] = field(default_factory=dict)
    # Of each category below another one, by their slugs.
    _above: dict[str, str] = field(default_factory=dict)
    _bases: set[str] = field(default_factory=set)

    def add_site(self, site: Site) -> None:
        for address in site.addresses:
            host, path, _ = _parts(address)
            if host:
                self.hosts.add(host)
                self._bases.add(path)

    def add_term(self, term: Term) -> None:
        if kind := _LISTED.get(term.taxonomy):
            self._terms[kind, unquote(term.slug)] = Target(kind, term.slug)
            if term.parent:
                self._above[unquote(term.slug)] = unquote(term.parent)

    def add_post(self, post: Post) -> None:
        self._ids.add(post.id)
        if post.file:
            self._files[post.id] = file_of(post)
            self._file_addresses[post.id] = post.file
        _, path, asked = _parts(post.link)
        # One that is a draft has only its number.
        if path != "/" and not asked:
            self._posts.setdefault(path, post.id)

    def path_of(self, post: Post) -> str | None:
        """Where the item stood, as visitors asked for it; None for a draft."""
        _, path, asked = _parts(post.link)
        return None if path == "/" or asked else path

    def paths_of(self, term: Term) -> list[str]:
        """Where the list of a category's or tag's posts stood, as visitors asked for it: below those that it
        stood below, and by its own name alone."""
        names = [unquote(term.slug)]
        above = unquote(term.parent)
        while above and above not in names and len(names) < _DEEPEST:
            names.insert(0, above)
            above = self._above.get(above, "")
        kind = _LISTED[term.taxonomy]
        paths = dict.fromkeys((f"/{kind}/{'/'.join(names)}", f"/{kind}/{names[-1]}"))
        return [f"{base.rstrip('/')}{path}" for base in sorted(self._bases) for path in paths]

    def target(self, address: str) -> Target | None:
        """None for what leads out, or nowhere that the file knows."""
        try:
            host, path, asked = _parts(address)
        except ValueError:
            return None
        if host and host not in self.hosts and not self._is_files_host(host):
            return None
        if not host and not address.startswith(("/", "?")):
            return None
        for name in ("p", "page_id", "attachment_id"):
            if (number := asked.get(name, "")).isdecimal() and int(number) in self._ids:
                return self._post(int(number))
        if found := self._posts.get(path) or self._posts.get(self._without_base(path)):
            return self._post(found)
        if upload := upload_path(path, bare=self._is_files_host(host)):
            return Target("file", upload)
        listed = _LIST.fullmatch(self._without_base(path))
        return self._terms.get((listed[1], listed[2])) if listed else None

    def file(self, post_id: int) -> str | None:
        return self._files.get(post_id)

    def is_home(self, address: str) -> bool:
        """Whether it is the old site's first page."""
        try:
            host, path, asked = _parts(address)
        except ValueError:
            return False
        return host in self.hosts and path in self._bases and not asked

    def address(self, post_id: int) -> str | None:
        """Where an attachment's file was."""
        return self._file_addresses.get(post_id)

    def is_old_site(self, address: str) -> bool:
        """Whether it leads to the old site, said with its host or without."""
        if address.startswith(("/", "?")) and not address.startswith("//"):
            return True
        try:
            return _parts(address)[0] in self.hosts
        except ValueError:
            return False

    def _post(self, post_id: int) -> Target:
        file = self._files.get(post_id)
        return Target("file", file) if file else Target("post", str(post_id))

    def _is_files_host(self, host: str) -> bool:
        found = _FILES_HOST.fullmatch(host)
        return found is not None and f"{found.group(1)}.wordpress.com" in self.hosts

    def _without_base(self, path: str) -> str:
        for base in self._bases:
            if base != "/" and path.startswith(f"{base}/"):
                return path.removeprefix(base)
        return path


def file_of(post: Post) -> str:
    """Where below the uploads folder an attachment's file is."""
    if given := post.meta.get("_wp_attached_file", ""):
        return unquote(given).strip("/")
    return upload_path(urlsplit(post.file).path, bare=True)


def upload_path(path: str, *, bare: bool = False) -> str:
    """What of an address's path is below the uploads folder; "" when it is not there. With `bare` a path
    is taken as it is when no folder of that name is in it."""
    decoded = unquote(path)
    if found := _UPLOADS.search(decoded):
        return decoded[found.end() :]
    return decoded.strip("/") if bare else ""


def originals(path: str) -> list[str]:
    """The path, and those that it can be a smaller copy of."""
    found = [path]
    while (shorter := _SIZE.sub("", found[-1], count=1)) != found[-1]:
        found.append(shorter)
    return found


def _parts(address: str) -> tuple[str, str, dict[str, str]]:
    """Host without www, path without the last slash, what is asked. Raises ValueError."""
    url = urlsplit(address.strip())
    host = (url.hostname or "").removeprefix("www.")
    path = re.sub(r"/{2,}", "/", unquote(url.path)).rstrip("/") or "/"
    asked = {name: values[0] for name, values in parse_qs(url.query, max_num_fields=50).items()}
    return host, path, asked
