"""What publishing adds to /api/entries and /api/terms; /api/published and /api/navigation."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from app.modules.content import service as content
from app.modules.content import term_tree
from app.modules.content.schemas import EntryOutput, MergeInput, NavigationInput, PlaceInput, TermOutput
from app.modules.core.bulk import BulkOutput
from app.modules.core.dependencies import InDatabase, InInstallation, InSettings
from app.modules.identity.guard import CurrentUser, allow
from app.modules.publishing import delivery, merging, placing, service
from app.modules.publishing.previews import preview_token
from app.modules.publishing.schemas import (
    BulkInput,
    PreviewLinkOutput,
    PublishedList,
    PublishedOutput,
    ScheduleInput,
)

router = APIRouter(prefix="/api")


@router.post("/entries/bulk", dependencies=[allow("pages.write")])
async def do_in_bulk(given: BulkInput, user: CurrentUser, database: InDatabase) -> BulkOutput:
    """The same with many entries; one's own permissions count for each."""
    async with database.transaction() as db:
        return BulkOutput(items=await service.do_in_bulk(db, given.ids, given.action, user))


@router.post("/entries/{entry_id}/submit", dependencies=[allow("pages.write")])
async def submit(entry_id: UUID, user: CurrentUser, database: InDatabase) -> EntryOutput:
    """Ask for it to be read and published."""
    async with database.transaction() as db:
        await service.submit(db, entry_id, user)
        return await content.get_entry(db, entry_id)


@router.post("/entries/{entry_id}/publish", dependencies=[allow("pages.publish")])
async def publish(entry_id: UUID, database: InDatabase) -> EntryOutput:
    async with database.transaction() as db:
        await service.publish(db, entry_id)
        return await content.get_entry(db, entry_id)


@router.post("/entries/{entry_id}/unpublish", dependencies=[allow("pages.publish")])
async def unpublish(entry_id: UUID, database: InDatabase) -> EntryOutput:
    """Also sends back what was submitted."""
    async with database.transaction() as db:
        await service.unpublish(db, entry_id)
        return await content.get_entry(db, entry_id)


@router.post("/entries/{entry_id}/discard", dependencies=[allow("pages.edit")])
async def discard(entry_id: UUID, user: CurrentUser, database: InDatabase) -> EntryOutput:
    """Go back to what is public. 409 in_use when nothing is."""
    async with database.transaction() as db:
        return await service.discard(db, entry_id, user.id)


@router.put("/entries/{entry_id}/place", dependencies=[allow("pages.write")])
async def place(
    entry_id: UUID, given: PlaceInput, user: CurrentUser, database: InDatabase
) -> EntryOutput:
    """Put it somewhere in the tree. Visitors see the order at once; another parent, and the addresses that come of it,
    once the entry is published. Authors move their own drafts, editors anything."""
    async with database.transaction() as db:
        return await placing.place(db, entry_id, given, user)


@router.put("/entries/{entry_id}/schedule", dependencies=[allow("pages.publish")])
async def schedule(entry_id: UUID, given: ScheduleInput, database: InDatabase) -> EntryOutput:
    async with database.transaction() as db:
        return await service.schedule(db, entry_id, given)


@router.post(
    "/entries/{entry_id}/preview-link", status_code=201, dependencies=[allow("pages.write")]
)
async def make_preview_link(
    entry_id: UUID, database: InDatabase, installation: InInstallation, settings: InSettings
) -> PreviewLinkOutput:
    """For somebody who does not sign in: shows the entry as it is being worked on."""
    async with database.transaction() as db:
        entry = await content.get_entry(db, entry_id)
    token, expires_at = preview_token(entry.id, settings.secret_key)
    url = f"{installation.site_url}/_preview/{token}"
    return PreviewLinkOutput(url=url, expires_at=expires_at)


@router.post("/terms/{term_id}/merge", dependencies=[allow("pages.edit")])
async def merge_term(term_id: UUID, given: MergeInput, database: InDatabase) -> TermOutput:
    """Make one of the two: every entry that bears this term bears the other in its place, categories below it
    go along, and its address leads to the other's. The other one is answered."""
    async with database.transaction() as db:
        return await merging.merge_term(db, term_id, given.into)


@router.get("/published", dependencies=[allow("pages.read")])
async def list_published(
    database: InDatabase,
    type: Annotated[str | None, Query(max_length=40)] = None,
    slug: Annotated[str | None, Query(max_length=200)] = None,
    term: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
    cursor: Annotated[str | None, Query(max_length=1000)] = None,
) -> PublishedList:
    """What is public, with its data, for programs that make pages of their own of it. A category stands for
    those below it too."""
    async with database.transaction() as db:
        term_ids = await term_tree.with_below(db, term) if term is not None else None
        return await delivery.list_published(
            db, type_key=type, slug=slug, term_ids=term_ids, limit=limit, cursor=cursor
        )


@router.get("/published/{entry_id}", dependencies=[allow("pages.read")])
async def get_published(entry_id: UUID, database: InDatabase) -> PublishedOutput:
    async with database.transaction() as db:
        return await delivery.get_published(db, entry_id)


@router.put("/navigation", status_code=204, dependencies=[allow("site.write")])
async def arrange_navigation(given: NavigationInput, database: InDatabase) -> None:
    """Say which pages are in the menu, and in which order."""
    async with database.transaction() as db:
        await service.arrange_navigation(db, given.page_ids)
