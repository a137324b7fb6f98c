"""/api/transfer."""

import asyncio
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse

from app.modules.core.dependencies import InDatabase, InSettings
from app.modules.core.errors import AppError
from app.modules.core.schemas import Line
from app.modules.identity.guard import CurrentUser, allow
from app.modules.transfer import service
from app.modules.transfer.files import JobFiles
from app.modules.transfer.importers import detect
from app.modules.transfer.receiving import MIB, receive
from app.modules.transfer.schemas import ExportInput, JobList, JobOutput

router = APIRouter(prefix="/api/transfer")

# What a site has beside its library.
_BESIDE_MEDIA = 512 * MIB


@router.get("/jobs", dependencies=[allow("site.transfer")])
async def list_jobs(database: InDatabase, settings: InSettings) -> JobList:
    async with database.transaction() as db:
        jobs = await service.list_jobs(db)
    return JobList(items=jobs, largest=settings.media_quota + _BESIDE_MEDIA)


@router.get("/jobs/{job_id}", dependencies=[allow("site.transfer")])
async def get_job(job_id: UUID, database: InDatabase) -> JobOutput:
    async with database.transaction() as db:
        return await service.get_job(db, job_id)


@router.delete("/jobs/{job_id}", status_code=204, dependencies=[allow("site.transfer")])
async def remove_job(job_id: UUID, database: InDatabase, settings: InSettings) -> None:
    """With its file. One that is under way stops, and nothing of it stays but files of the library."""
    async with database.transaction() as db:
        await service.remove_job(db, job_id)
    JobFiles(settings.media_path).remove(job_id)


@router.post("/exports", status_code=202, dependencies=[allow("site.transfer")])
async def export_site(
    given: ExportInput, user: CurrentUser, database: InDatabase, settings: InSettings
) -> JobOutput:
    name = f"{settings.stack_name}-{datetime.now(UTC):%Y-%m-%d}.zip"
    async with database.transaction() as db:
        return await service.ask_for(
            db, uuid4(), "export", "site", name=name, size=None, options=given.model_dump(), user=user
        )


@router.post("/imports", status_code=202, dependencies=[allow("site.transfer")])
async def import_site(
    request: Request,
    user: CurrentUser,
    database: InDatabase,
    settings: InSettings,
    name: Annotated[Line, Query(max_length=200)] = "",
    settings_too: Annotated[bool, Query(alias="settings")] = True,
) -> JobOutput:
    """The file is the body. With `settings`, the site's name, look and home page become those of the file."""
    files, job_id = JobFiles(settings.media_path), uuid4()
    target = files.upload(job_id)
    try:
        size = await receive(request, target, settings.media_quota + _BESIDE_MEDIA)
        format_name = await asyncio.to_thread(detect, target)
        async with database.transaction() as db:
            return await service.ask_for(
                db,
                job_id,
                "import",
                format_name,
                name=name.replace("\\", "/").rpartition("/")[2] or "import",
                size=size,
                options={"settings": settings_too},
                user=user,
            )
    except BaseException:
        files.remove(job_id)
        raise


@router.get("/jobs/{job_id}/file", dependencies=[allow("site.transfer")], response_model=None)
async def fetch_file(job_id: UUID, database: InDatabase, settings: InSettings) -> FileResponse:
    """What an export has made, while it is kept."""
    async with database.transaction() as db:
        job = await service.get_job(db, job_id)
    path = JobFiles(settings.media_path).result(job_id)
    if not job.has_file or not path.is_file():
        raise AppError("not_found", "This file is not kept any more. Export the site again.")
    return FileResponse(
        path,
        media_type="application/zip",
        filename=job.name,
        # It does not fit into what web may hold of an answer.
        headers={"X-Accel-Buffering": "no", "Cache-Control": "private, no-store"},
    )
