"""/api/media and /api/media-folders."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from app.modules.core.bulk import BulkOutput, Ids
from app.modules.core.dependencies import InDatabase
from app.modules.core.schemas import Line
from app.modules.identity.guard import CurrentUser, allow
from app.modules.media import folders, service
from app.modules.media.dependencies import InLibrary
from app.modules.media.kinds import Kind
from app.modules.media.schemas import (
    BulkInput,
    FolderChange,
    FolderFilter,
    FolderInput,
    FolderOutput,
    MediaInput,
    MediaList,
    MediaOutput,
    StorageOutput,
    UsedOutput,
    UseOutput,
)

router = APIRouter(prefix="/api")


@router.get("/media", dependencies=[allow("media.read")])
async def list_media(
    database: InDatabase,
    folder: FolderFilter | None = None,
    kind: Kind | None = None,
    search: Annotated[Line, Query(max_length=200)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 48,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> MediaList:
    async with database.transaction() as db:
        return await service.list_media(
            db, folder=folder, kind=kind, search=search, limit=limit, cursor=cursor
        )


@router.post("/media", status_code=201, dependencies=[allow("media.write")])
async def upload(
    request: Request, response: Response, user: CurrentUser, library: InLibrary
) -> MediaOutput:
    """One file as multipart/form-data, with `folderId` if it has a folder. 200 for content that the
    library has already: the file as it is there."""
    media, is_new = await library.take(request, user)
    response.status_code = 201 if is_new else 200
    return media


@router.post("/media/bulk", dependencies=[allow("media.write")])
async def do_in_bulk(given: BulkInput, user: CurrentUser, library: InLibrary) -> BulkOutput:
    """The same with many files; whose they are counts for each."""
    return BulkOutput(items=await library.do_in_bulk(given, user))


@router.get("/media-uses", dependencies=[allow("media.read")])
async def list_used(
    database: InDatabase, ids: Annotated[Ids, Query(alias="id")]
) -> Sequence[UsedOutput]:
    """Which of these files something shows, and what."""
    async with database.transaction() as db:
        return await service.list_used(db, ids)


@router.get("/media-storage", dependencies=[allow("media.read")])
async def storage(library: InLibrary) -> StorageOutput:
    return await library.storage()


@router.get("/media/{media_id}", dependencies=[allow("media.read")])
async def get_media(media_id: UUID, database: InDatabase) -> MediaOutput:
    async with database.transaction() as db:
        return await service.get_media(db, media_id)


@router.patch("/media/{media_id}", dependencies=[allow("media.write")])
async def change_media(
    media_id: UUID, given: MediaInput, user: CurrentUser, library: InLibrary
) -> MediaOutput:
    """Authors change what they uploaded, editors anything."""
    return await library.change(media_id, given, user)


@router.delete("/media/{media_id}", status_code=204, dependencies=[allow("media.write")])
async def delete_media(
    media_id: UUID,
    user: CurrentUser,
    library: InLibrary,
    although_used: Annotated[bool, Query(alias="althoughUsed")] = False,
) -> None:
    """409 media_in_use while something shows it, unless that is known and wanted."""
    await library.remove(media_id, user, although_used=although_used)


@router.get("/media/{media_id}/uses", dependencies=[allow("media.read")])
async def list_uses(media_id: UUID, database: InDatabase) -> Sequence[UseOutput]:
    async with database.transaction() as db:
        return await service.list_uses(db, media_id)


@router.get("/media-folders", dependencies=[allow("media.read")])
async def list_folders(database: InDatabase) -> Sequence[FolderOutput]:
    async with database.transaction() as db:
        return await folders.list_folders(db)


@router.post("/media-folders", status_code=201, dependencies=[allow("media.edit")])
async def create_folder(given: FolderInput, database: InDatabase) -> FolderOutput:
    async with database.transaction() as db:
        return await folders.create_folder(db, given)


@router.patch("/media-folders/{folder_id}", dependencies=[allow("media.edit")])
async def change_folder(folder_id: UUID, given: FolderChange, database: InDatabase) -> FolderOutput:
    async with database.transaction() as db:
        return await folders.change_folder(db, folder_id, given)


@router.delete("/media-folders/{folder_id}", status_code=204, dependencies=[allow("media.edit")])
async def delete_folder(folder_id: UUID, database: InDatabase) -> None:
    """What is in it moves to where it was."""
    async with database.transaction() as db:
        await folders.delete_folder(db, folder_id)
