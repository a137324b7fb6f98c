"""Files of an export: those that came along go into the library, the others are told of."""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.modules.core.errors import AppError
from app.modules.media import service as media
from app.modules.media.archive import ArchivedFile
from app.modules.media.kinds import LARGEST
from app.modules.media.library import Library
from app.modules.media.names import display_name
from app.modules.transfer import origins
from app.modules.transfer.origins import Origin
from app.modules.transfer.report import Report
from app.modules.transfer.run import Run
from app.modules.transfer.wordpress.addresses import file_of, originals
from app.modules.transfer.wordpress.export import Export
from app.modules.transfer.wordpress.known import File
from app.modules.transfer.wordpress.model import Post
from app.modules.transfer.wordpress.package import Package
from app.modules.transfer.wordpress.places import id_of
from app.modules.transfer.wordpress.titles import plain
from app.modules.transfer.wordpress.wxr import NotReadable

_LONGEST_ALT: Final = 500
_LONGEST_CAPTION: Final = 1000


@dataclass(slots=True)
class Files:
    """`here` is by path below the uploads folder, in lower case; `brought` is to be remembered."""

    here: dict[str, File] = field(default_factory=dict)
    brought: dict[str, Origin] = field(default_factory=dict)


async def bring_files(run: Run, export: Export, source: Path, report: Report) -> Files:
    files = Files()
    attachments = [post for post in export.posts if post.type == "attachment" and post.id]
    given = {path.lower(): path for path in export.uploads}
    if not given:
        for post in attachments:
            why = f"Its file was not given. It was at {post.file}"
            report.note("file", "skipped", post.title, key=post.id, reason=why)
        return files
    async with run.database.transaction() as db:
        known = await origins.known(db, export.source, "file")
    package = await asyncio.to_thread(Package, source)
    with package:
        bringing = _Bringing(run, export, package, known, files, report)
        for number, post in enumerate(attachments):
            await run.progress("Pictures and files", number, len(attachments))
            await bringing.bring(post, _given(post, given))
    _note_others(export, attachments, report)
    return files


class _Bringing:
    def __init__(
        self,
        run: Run,
        export: Export,
        package: Package,
        known: Mapping[str, Origin],
        files: Files,
        report: Report,
    ) -> None:
        self._run = run
        self._export = export
        self._package = package
        self._known = known
        self._files = files
        self._report = report
        self._library = Library(run.database, run.settings, run.installation)

    async def bring(self, post: Post, path: str | None) -> None:
        if path is None:
            why = f"Its file is not in the zip. It was at {post.file}"
            self._report.note("file", "skipped", post.title, key=post.id, reason=why)
            return
        folder = self._run.folder / "file"
        folder.mkdir(exist_ok=True)
        upload = folder / "upload"
        try:
            await asyncio.to_thread(self._package.extract, path, upload, LARGEST)
            digest = await asyncio.to_thread(_sha256, upload)
            await self._take(post, folder, digest)
        except (NotReadable, AppError) as error:
            why = error.message if isinstance(error, AppError) else str(error)
            self._report.note("file", "skipped", post.title, key=post.id, reason=why)
        finally:
            for left in folder.iterdir():
                left.unlink()

    async def _take(self, post: Post, folder: Path, digest: str) -> None:
        """Raises AppError for a file that the library does not take."""
        origin = self._known.get(str(post.id))
        is_new = origin is None or origin.digest != digest
        if is_new:
            media_id, is_new = await self._library.bring(folder, self._told(post, digest), self._run.job.user_id)
            self._files.brought[str(post.id)] = Origin(media_id, digest)
        else:
            assert origin is not None
            media_id = origin.local_id
        async with self._run.database.transaction() as db:
            try:
                there = await media.get_media(db, media_id)
            except AppError:
                raise AppError("not_found", "It was deleted here since it was brought in.") from None
        file = File(there.url, there.width, there.height, there.alt)
        self._files.here[file_of(post).lower()] = file
        self._report.note("file", "created" if is_new else "unchanged", post.title, key=post.id)

    def _told(self, post: Post, digest: str) -> ArchivedFile:
        at = post.at or datetime.now(UTC)
        name = file_of(post).rpartition("/")[2]
        return ArchivedFile(
            id=id_of(self._export.source, "file", post.id),
            sha256=digest,
            extension="bin",
            bytes=0,
            name=display_name(name, "bin"),
            alt=plain(post.meta.get("_wp_attachment_image_alt", ""))[:_LONGEST_ALT],
            caption=post.excerpt[:_LONGEST_CAPTION],
            created_at=at,
            updated_at=at,
        )


def _given(post: Post, given: Mapping[str, str]) -> str | None:
    """The path in the zip of an attachment's file; of a picture that WordPress has scaled, the original
    where that is all there is."""
    return next((given[one.lower()] for one in originals(file_of(post)) if one.lower() in given), None)


def _note_others(export: Export, attachments: list[Post], report: Report) -> None:
    """Files that the export does not name: smaller copies, and what was never in the library."""
    named = {one.lower() for post in attachments for one in originals(file_of(post))}
    others = [path for path in export.uploads if path.lower() not in named]
    if others:
        what = "A file" if len(others) == 1 else f"{len(others)} files"
        why = f"Not named in the export: smaller copies of pictures, or none of the library's. Such as {others[0]}"
        report.note("other_files", "skipped", f"{what} beside", reason=why)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
