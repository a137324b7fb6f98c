"""/api/audit."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime

from app.modules.audit import service
from app.modules.audit.schemas import AuditList
from app.modules.core.dependencies import InDatabase
from app.modules.core.schemas import Line
from app.modules.identity.guard import allow

router = APIRouter(prefix="/api")


@router.get("/audit", dependencies=[allow("audit.read")])
async def list_entries(
    database: InDatabase,
    event: Annotated[str | None, Query(pattern=r"^[a-z_]{1,30}(\.[a-z_]{1,30})?$")] = None,
    actor: UUID | None = None,
    subject: Annotated[Line | None, Query(max_length=100)] = None,
    since: AwareDatetime | None = None,
    until: AwareDatetime | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    cursor: Annotated[str | None, Query(max_length=30)] = None,
) -> AuditList:
    """Who did what, the newest first; an event is here a moment after it happened."""
    async with database.transaction() as db:
        return await service.list_entries(
            db,
            event=event,
            actor=actor,
            subject=subject,
            since=since,
            until=until,
            limit=limit,
            cursor=cursor,
        )
