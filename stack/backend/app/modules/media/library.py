"""A file from its request into the library, into sizes and out again: what takes more than a
transaction."""

import asyncio
import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from fastapi import Request

from app.modules.core.bulk import BulkResult
from app.modules.core.database import Database
from app.modules.core.disk import disk_errors
from app.modules.core.errors import AppError
from app.modules.core.installation import Installation
from app.modules.core.settings import Settings
from app.modules.identity.schemas import Caller
from app.modules.media import archive, bulk, picture, service
from app.modules.media.archive import ArchivedFile
from app.modules.media.kinds import HEAD_BYTES, TYPES, FileType, require_fits, type_of_file
from app.modules.media.names import display_name
from app.modules.media.picture import Picture
from app.modules.media.schemas import BulkInput, MediaInput, MediaOutput, StorageOutput
from app.modules.media.sizes import WIDTHS, size_named
from app.modules.media.store import Store
from app.modules.media.upload import Received, receive

log = logging.getLogger(__name__)

# Sizes that may wait for their turn; whoever comes then is told to come again.
MOST_WAITING: Final = 60


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it will be kept, with the sizes there are of it."""

    path: Path
    type: FileType
    sha256: str
    bytes: int
    picture: Picture | None
    sizes: list[Path]


class Library:
    """One per process for requests, made with the first of them; an import has one of its own."""

    def __init__(self, database: Database, settings: Settings, installation: Installation) -> None:
        self._database = database
        self._settings = settings
        self._installation = installation
        self._store = Store(settings.media_path)
        self._is_swept = False
        # Sizes being made, by their path.
        self._making: dict[Path, asyncio.Task[None]] = {}

    @property
    def quota(self) -> int:
        """In bytes."""
        whole = self._settings.media_quota
        return min(whole, service.DEMO_QUOTA) if self._installation.demo is not None else whole

    async def storage(self) -> StorageOutput:
        async with self._database.transaction() as db:
            return await service.storage(db, self.quota)

    async def take(self, request: Request, user: Caller) -> tuple[MediaOutput, bool]:
        """The file of an upload, and whether it is new: what the library has already is given back as
        it is there. Of an upload that fails nothing stays.

        Raises media_type, media_invalid, media_too_large, media_quota, media_full, media_storage,
        invalid_input, bad_request.
        """
        await self._sweep()
        with self._store.workspace() as folder:
            received, file_type = await receive(request, folder / "upload")
            folder_id = _folder_of(received)
            file = await _examined(folder, received, file_type)
            try:
                return await self._keep(file, received.name, folder_id, user)
            except BaseException:
                await self._undo(file)
                raise

    async def _keep(
        self, file: _File, name: str, folder_id: UUID | None, user: Caller
    ) -> tuple[MediaOutput, bool]:
        async with self._database.transaction() as db:
            await service.begin_adding(db)
            known = await service.by_content(db, file.sha256)
            if known is not None:
                return known, False
            await service.require_room(db, file.bytes, self.quota)
            added = await service.add(
                db,
                name=display_name(name, file.type.extension),
                extension=file.type.extension,
                sha256=file.sha256,
                size=file.bytes,
                picture=file.picture,
                folder_id=folder_id,
                uploader_id=user.id,
            )
            self._store.install(added.id, file.path, file.sha256, file.type.extension, file.sizes)
        return added, True

    async def bring(
        self, folder: Path, given: ArchivedFile, uploader_id: UUID | None
    ) -> tuple[UUID, bool]:
        """The file `upload` in `folder`, whose SHA-256 is `given`'s, as an archive tells of it; the id it has
        here and whether it is new. It is looked at like any upload, whatever the archive says of it.

        Raises media_type, media_invalid, media_too_large, media_quota, media_full, media_storage.
        """
        upload = folder / "upload"
        with disk_errors(), upload.open("rb") as content:
            file_type = type_of_file(content.read(HEAD_BYTES))
        size = upload.stat().st_size
        require_fits(file_type, size)
        file = await _examined(folder, Received(bytes=size, sha256=given.sha256), file_type)
        try:
            async with self._database.transaction() as db:
                await service.begin_adding(db)
                known = await archive.known_files(db, [file.sha256])
                if known:
                    return known[file.sha256], False
                await service.require_room(db, file.bytes, self.quota)
                media_id = await archive.add_file(
                    db,
                    given,
                    sha256=file.sha256,
                    extension=file.type.extension,
                    size=file.bytes,
                    picture=file.picture,
                    uploader_id=uploader_id,
                )
                self._store.install(media_id, file.path, file.sha256, file.type.extension, file.sizes)
        except BaseException:
            await self._undo(file)
            raise
        return media_id, True

    async def _undo(self, file: _File) -> None:
        """Take away what may stand in its place already. Whether the row came to be, only the database
        knows; while it does not say, the next sweep sees to it."""
        try:
            async with self._database.transaction() as db:
                if await service.by_content(db, file.sha256) is None:
                    self._store.remove_content(file.sha256, file.type.extension)
        except Exception as error:
            log.warning("what an upload left is not removed yet", exc_info=error)
            self._is_swept = False

    async def remove(self, media_id: UUID, user: Caller, *, although_used: bool) -> None:
        """Raises not_found, forbidden, media_in_use."""
        async with self._database.transaction() as db:
            row = await service.remove(db, media_id, user, although_used=although_used)
        self._store.remove(media_id, row.sha256, row.extension)

    async def do_in_bulk(self, given: BulkInput, user: Caller) -> list[BulkResult]:
        """Raises invalid_input for a folder that is gone."""
        async with self._database.transaction() as db:
            results, removed = await bulk.do_in_bulk(db, given, user)
        for row in removed:
            self._store.remove(row.id, row.sha256, row.extension)
        return results

    async def change(self, media_id: UUID, given: MediaInput, user: Caller) -> MediaOutput:
        """Raises not_found, forbidden, invalid_input."""
        async with self._database.transaction() as db:
            changed = await service.change(db, media_id, given, user)
        if given.model_fields_set & {"focal_x", "focal_y"}:
            self._store.drop_crops(media_id)
        return changed

    async def original(self, media_id: UUID, extension: str) -> Path:
        """Raises not_found."""
        async with self._database.transaction() as db:
            row = await service.find(db, media_id)
        path = self._store.original(row.sha256, row.extension)
        if extension != row.extension or not path.is_file():
            raise AppError("not_found")
        # nginx did not find it: next time it will.
        self._store.link(media_id, row.sha256, extension)
        return path

    async def size(self, media_id: UUID, name: str) -> Path:
        """The file of a picture's size, made when it is not there. Raises not_found, media_busy,
        media_invalid, media_storage."""
        async with self._database.transaction() as db:
            row = await service.find(db, media_id)
        size = size_named(name, row.width) if TYPES[row.extension].is_raster else None
        # Of a moving picture only the library's own size, which stands still.
        if size is None or (row.animated and name != str(min(WIDTHS[0], row.width))):
            raise AppError("not_found")
        target = self._store.size(media_id, name)
        if target.is_file():
            return target
        source = self._store.original(row.sha256, row.extension)
        if not source.is_file():
            raise AppError("not_found")
        making = self._making.get(target)
        if making is None:
            if len(self._making) >= MOST_WAITING:
                raise AppError("media_busy")
            making = asyncio.create_task(
                self._make(source, row.extension, target, size, (row.focal_x, row.focal_y))
            )
            self._making[target] = making
            making.add_done_callback(lambda _: self._making.pop(target, None))
        # It is made to its end although whoever asked has gone.
        await asyncio.shield(making)
        return target

    async def _make(
        self, source: Path, extension: str, target: Path, size: tuple[int, int | None], focal: tuple[float, float]
    ) -> None:
        with self._store.workspace() as folder:
            made = folder / target.name
            await picture.resize(source, extension, made, size, focal)
            if not source.is_file():
                # Deleted meanwhile.
                raise AppError("not_found")
            self._store.add_size(made, target)

    async def _sweep(self) -> None:
        """Once a process, remove what another one left when it was killed."""
        if self._is_swept:
            return
        self._is_swept = True
        left = list(self._store.left_overs())
        if not left:
            return
        async with self._database.transaction() as db:
            known = await service.known_names(db, left)
        removed = self._store.sweep(left, known)
        if removed:
            log.info("files that belonged to nothing are removed", extra={"files": removed})


async def _examined(folder: Path, received: Received, file_type: FileType) -> _File:
    """Raises media_invalid, media_storage."""
    upload = folder / "upload"
    if file_type.kind != "image":
        return _File(upload, file_type, received.sha256, received.bytes, None, [])
    found = await picture.inspect(upload, file_type.extension, folder)
    clean = folder / "clean"
    content = clean.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    return _File(clean, file_type, sha256, len(content), found, list(folder.glob("*.webp")))


def _folder_of(received: Received) -> UUID | None:
    given = received.fields.get("folderId", "")
    try:
        return UUID(given) if given else None
    except ValueError:
        raise AppError("invalid_input", fields={"folderId": "There is no such folder."}) from None
