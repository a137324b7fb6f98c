"""/api/pages and /api/preview, for signed-in users."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from app.modules.content import service
from app.modules.content.rendering import render_markdown
from app.modules.content.schemas import (
    NewPageInput,
    PageInput,
    PageList,
    PageOutput,
    PreviewInput,
    PreviewOutput,
    Status,
)
from app.modules.core.dependencies import InDatabase
from app.modules.core.schemas import Line
from app.modules.identity.guard import CurrentUser, require_user

router = APIRouter(prefix="/api", dependencies=[Depends(require_user)])


@router.get("/pages")
async def list_pages(
    database: InDatabase,
    status: Status | None = None,
    q: Annotated[Line, Query(max_length=200)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> PageList:
    async with database.transaction() as db:
        return await service.list_pages(db, status=status, search=q, limit=limit, cursor=cursor)


@router.post("/pages", status_code=201)
async def create_page(given: NewPageInput, user: CurrentUser, database: InDatabase) -> PageOutput:
    async with database.transaction() as db:
        return await service.create_page(db, given, user.id)


@router.get("/pages/{page_id}")
async def get_page(page_id: UUID, database: InDatabase) -> PageOutput:
    async with database.transaction() as db:
        return await service.get_page(db, page_id)


@router.put("/pages/{page_id}")
async def save_page(page_id: UUID, given: PageInput, database: InDatabase) -> PageOutput:
    async with database.transaction() as db:
        return await service.save_page(db, page_id, given)


@router.delete("/pages/{page_id}", status_code=204)
async def delete_page(page_id: UUID, database: InDatabase) -> None:
    async with database.transaction() as db:
        await service.delete_page(db, page_id)


@router.post("/pages/{page_id}/publish")
async def publish_page(page_id: UUID, database: InDatabase) -> PageOutput:
    async with database.transaction() as db:
        return await service.set_status(db, page_id, "published")


@router.post("/pages/{page_id}/unpublish")
async def unpublish_page(page_id: UUID, database: InDatabase) -> PageOutput:
    async with database.transaction() as db:
        return await service.set_status(db, page_id, "draft")


@router.post("/preview")
async def preview(given: PreviewInput) -> PreviewOutput:
    """The body as it would be shown; nothing is stored."""
    return PreviewOutput(html=render_markdown(given.body))
