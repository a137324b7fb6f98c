"""Brings in the library: each file in a transaction of its own, before anything shows it. A run that is
interrupted finds by their content those that are there already."""

from itertools import batched
from typing import Final
from uuid import UUID

from app.modules.core.disk import remove_path
from app.modules.core.errors import AppError
from app.modules.media import archive as library
from app.modules.media.archive import ArchivedFile
from app.modules.media.library import Library
from app.modules.transfer.archive import format as parts
from app.modules.transfer.archive.bringing import Bringing
from app.modules.transfer.archive.format import MIB

_AT_ONCE: Final = 200
# Of one file; anything else is wrong with the whole library.
_OF_THE_FILE: Final = frozenset({"media_type", "media_invalid", "media_too_large"})


async def bring_files(bringing: Bringing) -> None:
    """Raises media_quota before anything is taken in that would not fit; media_full, media_storage."""
    run = bringing.run
    store = Library(run.database, run.settings, run.installation)
    await _require_room(bringing, store.quota)
    folders = await _bring_folders(bringing)
    done = 0
    for some in batched(bringing.box.lines(parts.FILES, ArchivedFile), _AT_ONCE):
        async with run.database.transaction() as db:
            known = await library.known_files(db, [file.sha256 for file in some])
        for file in some:
            here = file.model_copy(update={"folder_id": folders.get(file.folder_id)})
            if file.sha256 in known:
                await _retell(bringing, here, known[file.sha256])
            else:
                await _bring(bringing, store, here)
            done += 1
            await run.progress("Pictures and files", done, bringing.contents.files)


async def _require_room(bringing: Bringing, quota: int) -> None:
    needed = 0
    async with bringing.run.database.transaction() as db:
        room = await library.room(db, quota)
        for some in batched(bringing.box.lines(parts.FILES, ArchivedFile), _AT_ONCE):
            known = await library.known_files(db, [file.sha256 for file in some])
            needed += sum(file.bytes for file in some if file.sha256 not in known)
    if needed > room:
        raise AppError(
            "media_quota",
            f"Its pictures and files have {needed / MIB:.0f} MB, and the library here can take {room / MIB:.0f} MB "
            "more. Nothing was imported.",
        )


async def _bring_folders(bringing: Bringing) -> dict[UUID | None, UUID]:
    folders: dict[UUID | None, UUID] = {}
    async with bringing.run.database.transaction() as db:
        for folder in bringing.contents.folders:
            placed = folder.model_copy(update={"parent_id": folders.get(folder.parent_id)})
            here, is_new = await library.restore_folder(db, placed)
            folders[folder.id] = here
            bringing.report.note("folder", "created" if is_new else "unchanged", folder.name, key=folder.id)
    return folders


async def _retell(bringing: Bringing, file: ArchivedFile, media_id: UUID) -> None:
    bringing.ids.learn(file.id, media_id)
    async with bringing.run.database.transaction() as db:
        outcome = await library.retell_file(db, media_id, file)
    why = "Its name, description or folder was changed here since, and stays so." if outcome == "skipped" else ""
    bringing.report.note("file", outcome, file.name, key=file.id, reason=why)


async def _bring(bringing: Bringing, store: Library, file: ArchivedFile) -> None:
    folder = bringing.run.folder / "file"
    remove_path(folder)
    folder.mkdir()
    await bringing.box.extract(f"media/{file.stored_as}", folder / "upload")
    try:
        media_id, is_new = await store.bring(folder, file, bringing.person(file.uploader))
    except AppError as error:
        if error.code not in _OF_THE_FILE:
            raise
        bringing.report.note("file", "skipped", file.name, key=file.id, reason=error.message)
        return
    bringing.ids.learn(file.id, media_id)
    bringing.report.note("file", "created" if is_new else "unchanged", file.name, key=file.id)
