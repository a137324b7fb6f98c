"""Answers for visitors as files, which nginx sends without asking us.

    site/<generation>/about.html, about.html.gz    what was answered at /about
    site/current → <generation>                    what nginx looks into; without it, it asks us

Nothing in a generation is ever put right: a change that visitors can see takes the link away before it
commits, and leads to a new, empty generation afterwards. So nobody is shown what was there before, whenever
this process is killed, and nginx need not be told anything. A page that was being made meanwhile goes into the
generation that it was begun under, where nobody looks any more.
"""

import asyncio
import hashlib
import logging
import os
import secrets
import shutil
import zlib
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

log = logging.getLogger(__name__)

# Of a generation. A file takes at least a block of the disk.
MOST_BYTES: Final = 32 * 1024 * 1024
LARGEST: Final = 1024 * 1024
BLOCK: Final = 4096
# As in nginx.conf: less than that is not worth it.
COMPRESSED_FROM: Final = 1024
# What every file system can store as a time, in seconds.
_TIMES: Final = 2**31


class PageCache:
    """One per process. Two processes, which there are for a moment of a rollout, share the folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._current = root / "current"
        self._begun = False
        self._under_way = 0
        self._own: str | None = None
        self._bytes = 0
        self._remembered: tuple[str, dict[str, Any]] = "", {}

    @property
    def generation(self) -> str | None:
        """What an answer that is begun now may be stored under; None while it may not."""
        try:
            return os.readlink(self._current)
        except OSError:
            return None

    def begin(self) -> None:
        """From now on there is a cache, and nothing in it yet."""
        self._begun = True
        self._open()

    def end(self) -> None:
        """There is none any more, unless another process has opened it since."""
        self._begun = False
        if self.generation == self._own:
            self.close()

    def close(self) -> None:
        """From now on nginx asks us. Raises OSError when the link is there and stays."""
        self._current.unlink(missing_ok=True)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Around the commit of what visitors can see."""
        self.close()
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            # While another commit is on its way, what it changes must not be cached as it was.
            if self._begun and not self._under_way:
                self._open()

    def renew(self) -> None:
        """Something that pages are made of has changed otherwise than by a commit of this process."""
        with self.changing():
            pass

    def store(self, generation: str, name: str, body: bytes) -> None:
        """Keep `body` under a relative `name`, compressed too. What does not fit, or comes too late, is not kept."""
        compressed = _gzip(body) if len(body) >= COMPRESSED_FROM else b""
        size = sum(max(len(one), BLOCK) for one in (body, compressed))
        if generation != self._own or len(body) > LARGEST or self._bytes + size > MOST_BYTES:
            return
        self._bytes += size
        folder = self._root / generation
        try:
            # nginx looks for the one first and then for the other beside it.
            if compressed:
                _write(folder, f"{name}.gz", compressed)
            _write(folder, name, body)
        except FileNotFoundError:
            # Its generation is over and gone.
            return
        except OSError:
            log.warning("a page could not be kept", exc_info=True)

    async def remember[T](self, name: str, read: Callable[[], Awaitable[T]]) -> T:
        """What `read` gives, which is read once in a generation."""
        generation = self.generation
        if generation is None:
            return await read()
        if self._remembered[0] != generation:
            self._remembered = generation, {}
        known = self._remembered[1]
        if name not in known:
            known[name] = await read()
        value: T = known[name]
        return value

    def _open(self) -> None:
        """Lead to a new generation. A volume that cannot be written to is no error: there is no cache then."""
        generation = secrets.token_hex(8)
        link = self._root / f"{generation}.link"
        try:
            (self._root / generation).mkdir(parents=True)
            link.symlink_to(generation)
            link.rename(self._current)
        except OSError:
            log.warning("pages cannot be kept", exc_info=True)
            return
        self._own, self._bytes = generation, 0
        self._remove_others(generation)

    def _remove_others(self, generation: str) -> None:
        for entry in list(os.scandir(self._root)):
            if entry.name in ("current", generation):
                continue
            if entry.is_dir(follow_symlinks=False):
                # Thousands of files may take as long as a few requests.
                asyncio.get_running_loop().run_in_executor(None, shutil.rmtree, entry.path, True)
            else:
                # A link that a killed process had no time to put in its place.
                Path(entry.path).unlink(missing_ok=True)


def _write(root: Path, name: str, content: bytes) -> None:
    """Whole or not at all. nginx makes its ETag of the time and the size, and two versions of a page may have the
    same second and length: so the time is made of the content, and the same content has the same ETag."""
    path = root / name
    # Not `parents`: a generation that is gone must not come back.
    for folder in reversed(path.relative_to(root).parents[:-1]):
        (root / folder).mkdir(exist_ok=True)
    partial = root / f"{secrets.token_hex(8)}.partial"
    partial.write_bytes(content)
    moment = int.from_bytes(hashlib.sha256(content).digest()[:8]) % _TIMES
    os.utime(partial, (moment, moment))
    partial.rename(path)


def _gzip(body: bytes) -> bytes:
    packer = zlib.compressobj(level=6, wbits=31)
    return packer.compress(body) + packer.flush()
