"""/api/search."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.modules.content import listing
from app.modules.core.dependencies import InDatabase
from app.modules.core.schemas import Line
from app.modules.identity.guard import allow
from app.modules.search.schemas import SearchOutput

router = APIRouter(prefix="/api")


@router.get("/search", dependencies=[allow("pages.read")])
async def search(
    database: InDatabase,
    q: Annotated[Line, Query(min_length=1, max_length=200)],
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> SearchOutput:
    """What holds these words, drafts too, the best first."""
    async with database.transaction() as db:
        return SearchOutput(entries=list(await listing.find_entries(db, q, limit)))
