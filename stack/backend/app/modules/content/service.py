"""Use cases around pages. Other modules call these; each takes the caller's transaction."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy import delete, func, or_, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from app.modules.content.cursors import decode_cursor, encode_cursor
from app.modules.content.models import Page
from app.modules.content.rendering import render_markdown
from app.modules.content.schemas import (
    AuthorOutput,
    PageCounts,
    PageInput,
    PageList,
    PageOutput,
    PageSummary,
    NewPageInput,
    PublicLink,
    PublicPage,
    Status,
)
from app.modules.content.slugs import first_free, slug_from_title, slug_problem
from app.modules.core.errors import AppError
from app.modules.identity import service as identity

MOST_PUBLIC_LINKS = 50


async def list_pages(
    db: AsyncSession, *, status: Status | None, search: str, limit: int, cursor: str | None
) -> PageList:
    """Newest change first. `search` looks for its text anywhere in title, address and body."""
    query = select(Page).order_by(Page.updated_at.desc(), Page.id.desc()).limit(limit + 1)
    if status is not None:
        query = query.where(Page.status == status)
    if search:
        columns = (Page.title, Page.slug, Page.body)
        query = query.where(or_(*(column.icontains(search, autoescape=True) for column in columns)))
    if cursor is not None:
        query = query.where(tuple_(Page.updated_at, Page.id) < tuple_(*decode_cursor(cursor)))
    pages = (await db.scalars(query)).all()
    shown = pages[:limit]
    more = encode_cursor(shown[-1].updated_at, shown[-1].id) if len(pages) > limit else None
    return PageList(items=[PageSummary.model_validate(page) for page in shown], next_cursor=more)


async def create_page(db: AsyncSession, given: NewPageInput, author_id: UUID) -> PageOutput:
    """A new draft. Without a slug one is made from the title. Raises slug_taken, invalid_input."""
    if given.slug:
        _require_good_slug(given.slug)
        page = await _insert(db, given, given.slug, author_id)
        if page is None:
            raise _slug_taken()
        return await _output(db, page)
    # Somebody else may take the same free slug between our look and our insert.
    wanted = slug_from_title(given.title)
    while True:
        page = await _insert(db, given, first_free(wanted, await _like(db, wanted)), author_id)
        if page is not None:
            return await _output(db, page)


async def get_page(db: AsyncSession, page_id: UUID) -> PageOutput:
    return await _output(db, await _find(db, page_id))


async def save_page(db: AsyncSession, page_id: UUID, given: PageInput) -> PageOutput:
    """Overwrite the version that was edited. Raises conflict when there is a newer one, slug_taken,
    invalid_input, not_found."""
    _require_good_slug(given.slug)
    try:
        saved = await db.scalar(
            update(Page)
            .where(Page.id == page_id, Page.version == given.version)
            .values(
                title=given.title,
                slug=given.slug,
                body=given.body,
                version=Page.version + 1,
                updated_at=func.now(),
            )
            .returning(Page)
        )
    except IntegrityError as error:
        raise _slug_taken() from error
    if saved is None:
        await _find(db, page_id)
        raise AppError("conflict")
    return await _output(db, saved)


async def set_status(db: AsyncSession, page_id: UUID, status: Status) -> PageOutput:
    """Publish or take back. Asking for what already is changes nothing."""
    published_at = func.now() if status == "published" else None
    changed = await db.scalar(
        update(Page)
        .where(Page.id == page_id, Page.status != status)
        .values(status=status, published_at=published_at, updated_at=func.now())
        .returning(Page)
    )
    return await _output(db, changed or await _find(db, page_id))


async def delete_page(db: AsyncSession, page_id: UUID) -> None:
    if await db.scalar(delete(Page).where(Page.id == page_id).returning(Page.id)) is None:
        raise AppError("not_found")


async def page_exists(db: AsyncSession, page_id: UUID) -> bool:
    return await db.scalar(select(Page.id).where(Page.id == page_id)) is not None


async def count_pages(db: AsyncSession) -> PageCounts:
    rows = await db.execute(select(Page.status, func.count()).group_by(Page.status))
    counts = {status: number for status, number in rows}
    return PageCounts(draft=counts.get("draft", 0), published=counts.get("published", 0))


async def published_page(
    db: AsyncSession, *, slug: str | None = None, page_id: UUID | None = None
) -> PublicPage | None:
    """The page as a visitor may see it, by either key; None for drafts too."""
    key = Page.slug == slug if slug is not None else Page.id == page_id
    page = await db.scalar(select(Page).where(key, Page.status == "published"))
    if page is None or page.published_at is None:
        return None
    return PublicPage(
        slug=page.slug,
        title=page.title,
        html=render_markdown(page.body),
        published_at=page.published_at,
        updated_at=page.updated_at,
    )


async def published_links(db: AsyncSession) -> Sequence[PublicLink]:
    """The newest published pages, at most MOST_PUBLIC_LINKS."""
    rows = await db.execute(
        select(Page.slug, Page.title, Page.published_at)
        .where(Page.status == "published")
        .order_by(Page.published_at.desc(), Page.id)
        .limit(MOST_PUBLIC_LINKS)
    )
    return [PublicLink.model_validate(row) for row in rows]


async def _insert(
    db: AsyncSession, given: NewPageInput, slug: str, author_id: UUID
) -> Page | None:
    """The new row; None when the slug is taken."""
    page: Page | None = await db.scalar(
        insert(Page)
        .values(
            id=uuid4(),
            slug=slug,
            title=given.title,
            body=given.body,
            status="draft",
            version=1,
            author_id=author_id,
        )
        .on_conflict_do_nothing(constraint="pages_slug_key")
        .returning(Page)
    )
    return page


async def _like(db: AsyncSession, slug: str) -> set[str]:
    return set(await db.scalars(select(Page.slug).where(Page.slug.startswith(slug, autoescape=True))))


async def _find(db: AsyncSession, page_id: UUID) -> Page:
    page = await db.get(Page, page_id)
    if page is None:
        raise AppError("not_found")
    return page


async def _output(db: AsyncSession, page: Page) -> PageOutput:
    names = await identity.names_of(db, [page.author_id] if page.author_id else [])
    author = (
        AuthorOutput(id=page.author_id, name=names[page.author_id])
        if page.author_id in names
        else None
    )
    return PageOutput(
        **PageSummary.model_validate(page).model_dump(),
        body=page.body,
        html=render_markdown(page.body),
        version=page.version,
        created_at=page.created_at,
        author=author,
    )


def _require_good_slug(slug: str) -> None:
    if problem := slug_problem(slug):
        raise AppError("invalid_input", fields={"slug": problem})


def _slug_taken() -> AppError:
    return AppError("slug_taken", fields={"slug": "Another page already has this address."})
