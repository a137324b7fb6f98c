"""/api/entries/{id}/revisions; restoring one is content's."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from app.modules.core.dependencies import InDatabase
from app.modules.identity.guard import allow
from app.modules.revisions import service
from app.modules.revisions.schemas import RevisionList, RevisionOutput

router = APIRouter(prefix="/api")

MOST_NUMBER = 2**31 - 1


@router.get("/entries/{entry_id}/revisions", dependencies=[allow("pages.read")])
async def list_revisions(
    entry_id: UUID,
    database: InDatabase,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
    cursor: Annotated[int | None, Query(ge=1, le=MOST_NUMBER)] = None,
) -> RevisionList:
    async with database.transaction() as db:
        return await service.list_revisions(db, entry_id, limit=limit, before=cursor)


@router.get("/entries/{entry_id}/revisions/{number}", dependencies=[allow("pages.read")])
async def get_revision(entry_id: UUID, number: int, database: InDatabase) -> RevisionOutput:
    async with database.transaction() as db:
        return await service.get_revision(db, entry_id, number)
