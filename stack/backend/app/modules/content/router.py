"""/api/types, /api/terms, /api/entries without what publishing adds to them, /api/preview."""

from collections.abc import Sequence
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query

from app.modules.content import listing, service, terms, types
from app.modules.content.rendering import render_body
from app.modules.content.schemas import (
    EntryInput,
    EntryList,
    EntryOutput,
    NewEntryInput,
    PreviewInput,
    PreviewOutput,
    Sort,
    TermChange,
    TermCount,
    TermInput,
    TermKind,
    TermOutput,
    TypeChange,
    TypeInput,
    TypeOutput,
)
from app.modules.core.dependencies import InDatabase
from app.modules.core.schemas import Line
from app.modules.identity.guard import CurrentUser, allow

router = APIRouter(prefix="/api")

Cursor = Annotated[str | None, Query(max_length=1000)]


@router.get("/types", dependencies=[allow("pages.read")])
async def list_types(database: InDatabase) -> Sequence[TypeOutput]:
    async with database.transaction() as db:
        return await types.list_types(db)


@router.post("/types", status_code=201, dependencies=[allow("types.manage")])
async def create_type(given: TypeInput, database: InDatabase) -> TypeOutput:
    async with database.transaction() as db:
        return await types.create_type(db, given)


@router.get("/types/{key}", dependencies=[allow("pages.read")])
async def get_type(key: str, database: InDatabase) -> TypeOutput:
    async with database.transaction() as db:
        return await types.describe_type(db, key)


@router.put("/types/{key}", dependencies=[allow("types.manage")])
async def change_type(key: str, given: TypeChange, database: InDatabase) -> TypeOutput:
    async with database.transaction() as db:
        return await types.change_type(db, key, given)


@router.delete("/types/{key}", status_code=204, dependencies=[allow("types.manage")])
async def delete_type(key: str, database: InDatabase) -> None:
    """Once nothing of it is left. 409 in_use."""
    async with database.transaction() as db:
        await types.delete_type(db, key)


@router.get("/terms", dependencies=[allow("pages.read")])
async def list_terms(database: InDatabase, kind: TermKind | None = None) -> Sequence[TermCount]:
    async with database.transaction() as db:
        return await terms.list_terms(db, kind)


@router.post("/terms", status_code=201, dependencies=[allow("pages.write")])
async def create_term(given: TermInput, database: InDatabase) -> TermOutput:
    async with database.transaction() as db:
        return await terms.create_term(db, given)


@router.put("/terms/{term_id}", dependencies=[allow("pages.edit")])
async def change_term(term_id: UUID, given: TermChange, database: InDatabase) -> TermOutput:
    async with database.transaction() as db:
        return await terms.change_term(db, term_id, given)


@router.delete("/terms/{term_id}", status_code=204, dependencies=[allow("pages.edit")])
async def delete_term(term_id: UUID, database: InDatabase) -> None:
    """What stood below it stands below what it stood below itself."""
    async with database.transaction() as db:
        await terms.delete_term(db, term_id)


@router.get("/entries", dependencies=[allow("pages.read")])
async def list_entries(
    database: InDatabase,
    type: Annotated[str | None, Query(max_length=40)] = None,
    status: listing.StatusFilter | None = None,
    search: Annotated[Line, Query(max_length=200)] = "",
    term: UUID | None = None,
    author: UUID | None = None,
    parent: UUID | Literal["root"] | None = None,
    sort: Sort = "updated",
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
    cursor: Cursor = None,
) -> EntryList:
    """A category stands for those below it too."""
    wanted = listing.Wanted(
        type_key=type,
        status=status,
        search=search,
        term_id=term,
        author_id=author,
        parent=parent,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )
    async with database.transaction() as db:
        return await listing.list_entries(db, wanted)


@router.post("/entries", status_code=201, dependencies=[allow("pages.write")])
async def create_entry(given: NewEntryInput, user: CurrentUser, database: InDatabase) -> EntryOutput:
    async with database.transaction() as db:
        return await service.create_entry(db, given, user)


@router.get("/entries/{entry_id}", dependencies=[allow("pages.read")])
async def get_entry(entry_id: UUID, database: InDatabase) -> EntryOutput:
    async with database.transaction() as db:
        return await service.get_entry(db, entry_id)


@router.put("/entries/{entry_id}", dependencies=[allow("pages.write")])
async def save_entry(
    entry_id: UUID, given: EntryInput, user: CurrentUser, database: InDatabase
) -> EntryOutput:
    """Authors save their own drafts, editors anything. What is public stays as it is."""
    async with database.transaction() as db:
        return await service.save_entry(db, entry_id, given, user)


@router.delete("/entries/{entry_id}", status_code=204, dependencies=[allow("pages.write")])
async def delete_entry(entry_id: UUID, user: CurrentUser, database: InDatabase) -> None:
    async with database.transaction() as db:
        await service.delete_entry(db, entry_id, user)


@router.post(
    "/entries/{entry_id}/revisions/{number}/restore", dependencies=[allow("pages.write")]
)
async def restore_revision(
    entry_id: UUID, number: int, user: CurrentUser, database: InDatabase
) -> EntryOutput:
    async with database.transaction() as db:
        return await service.restore_revision(db, entry_id, number, user)


@router.post("/preview", dependencies=[allow("pages.read")])
async def preview(given: PreviewInput) -> PreviewOutput:
    """A body as it would be shown; nothing is stored."""
    return PreviewOutput(html=render_body({"body": given.body, "bodyFormat": given.body_format}))
