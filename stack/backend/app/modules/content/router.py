"""/api/pages, /api/navigation and /api/preview."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from app.modules.content import service
from app.modules.content.rendering import render_markdown
from app.modules.content.schemas import (
    NavigationInput,
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
from app.modules.identity.guard import CurrentUser, allow

router = APIRouter(prefix="/api")


@router.get("/pages", dependencies=[allow("pages.read")])
async def list_pages(
    database: InDatabase,
    status: Status | None = None,
    q: Annotated[Line, Query(max_length=200)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> PageList:
    async with database.transaction() as db:
        return await service.list_pages(db, status=status, search=q, limit=limit, cursor=cursor)


@router.post("/pages", status_code=201, dependencies=[allow("pages.write")])
async def create_page(given: NewPageInput, user: CurrentUser, database: InDatabase) -> PageOutput:
    async with database.transaction() as db:
        return await service.create_page(db, given, user.id)


@router.get("/pages/{page_id}", dependencies=[allow("pages.read")])
async def get_page(page_id: UUID, database: InDatabase) -> PageOutput:
    async with database.transaction() as db:
        return await service.get_page(db, page_id)


@router.put("/pages/{page_id}", dependencies=[allow("pages.write")])
async def save_page(
    page_id: UUID, given: PageInput, user: CurrentUser, database: InDatabase
) -> PageOutput:
    """Authors save their own drafts, editors anything."""
    async with database.transaction() as db:
        return await service.save_page(db, page_id, given, user)


@router.delete("/pages/{page_id}", status_code=204, dependencies=[allow("pages.write")])
async def delete_page(page_id: UUID, user: CurrentUser, database: InDatabase) -> None:
    async with database.transaction() as db:
        await service.delete_page(db, page_id, user)


@router.post("/pages/{page_id}/publish", dependencies=[allow("pages.publish")])
async def publish_page(page_id: UUID, database: InDatabase) -> PageOutput:
    async with database.transaction() as db:
        return await service.set_status(db, page_id, "published")


@router.post("/pages/{page_id}/unpublish", dependencies=[allow("pages.publish")])
async def unpublish_page(page_id: UUID, database: InDatabase) -> PageOutput:
    async with database.transaction() as db:
        return await service.set_status(db, page_id, "draft")


@router.put("/navigation", status_code=204, dependencies=[allow("site.write")])
async def arrange_navigation(given: NavigationInput, database: InDatabase) -> None:
    """Say which pages are in the menu, and in which order."""
    async with database.transaction() as db:
        await service.arrange_navigation(db, given.page_ids)


@router.post("/preview", dependencies=[allow("pages.read")])
async def preview(given: PreviewInput) -> PreviewOutput:
    """The body as it would be shown; nothing is stored."""
    return PreviewOutput(html=render_markdown(given.body))
