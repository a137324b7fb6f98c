"""Use cases around pages. Other modules call these; each takes the caller's transaction."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import UUID, uuid4

from sqlalchemy import (
    ColumnElement,
    Row,
    case,
    delete,
    func,
    literal,
    or_,
    select,
    true,
    tuple_,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from app.modules.content.models import pages
from app.modules.content.rendering import render_markdown
from app.modules.content.schemas import (
    AuthorOutput,
    NewPageInput,
    PageCounts,
    PageInput,
    PageList,
    PageOutput,
    PageSummary,
    PublicLink,
    PublicPage,
    SamplePage,
    Status,
)
from app.modules.content.slugs import first_free, slug_from_title, slug_problem
from app.modules.core.cursors import decode_cursor, encode_cursor
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.identity import service as identity
from app.modules.identity.schemas import Caller
from app.modules.media import uses as media_uses

MOST_PUBLIC_LINKS = 50
MOST_IN_NAVIGATION = 8
# As what the library knows pages that show its files.
MEDIA_OWNER = "entry"


async def list_pages(
    db: Transaction, *, status: Status | None, search: str, limit: int, cursor: str | None
) -> PageList:
    """Newest change first. `search` looks for its text anywhere in title, address and body."""
    query = select(pages).order_by(pages.c.updated_at.desc(), pages.c.id.desc()).limit(limit + 1)
    if status is not None:
        query = query.where(pages.c.status == status)
    if search:
        columns = (pages.c.title, pages.c.slug, pages.c.body)
        query = query.where(or_(*(column.icontains(search, autoescape=True) for column in columns)))
    if cursor is not None:
        updated_at, page_id = decode_cursor(cursor)
        last = tuple_(literal(updated_at), literal(page_id))
        query = query.where(tuple_(pages.c.updated_at, pages.c.id) < last)
    rows = (await db.execute(query)).all()
    shown = rows[:limit]
    more = encode_cursor(shown[-1].updated_at, shown[-1].id) if len(rows) > limit else None
    return PageList(items=[PageSummary.model_validate(row) for row in shown], next_cursor=more)


async def create_page(db: Transaction, given: NewPageInput, author_id: UUID) -> PageOutput:
    """A new draft. Without a slug one is made from the title. Raises slug_taken, invalid_input."""
    if given.slug:
        _require_good_slug(given.slug)
        row = await _insert(db, given, given.slug, author_id)
        if row is None:
            raise _slug_taken()
        return await _saved(db, row)
    wanted = slug_from_title(given.title)
    while True:
        # Somebody else may take the same free slug between our look and our insert.
        row = await _insert(db, given, first_free(wanted, await _like(db, wanted)), author_id)
        if row is not None:
            return await _saved(db, row)


async def get_page(db: Transaction, page_id: UUID) -> PageOutput:
    """Raises not_found."""
    return await _output(db, await _find(db, page_id))


async def save_page(
    db: Transaction, page_id: UUID, given: PageInput, writer: Caller
) -> PageOutput:
    """Overwrite the version that was edited. Raises conflict when there is a newer one, slug_taken,
    invalid_input, not_found, forbidden."""
    _require_good_slug(given.slug)
    # None stands for "as it is": none of these columns is ever empty in that sense.
    values = {k: v for k, v in given.model_dump(exclude={"version"}).items() if v is not None}
    try:
        saved = await db.execute(
            update(pages)
            .where(pages.c.id == page_id, pages.c.version == given.version, _may_edit(writer))
            .values(**values, version=pages.c.version + 1, updated_at=func.now())
            .returning(*pages.c)
        )
    except IntegrityError as error:
        raise _slug_taken() from error
    row = saved.one_or_none()
    if row is None:
        await _require_may_edit(db, page_id, writer)
        raise AppError("conflict")
    return await _saved(db, row)


async def set_status(db: Transaction, page_id: UUID, status: Status) -> PageOutput:
    """Publish or take back. Asking for what already is changes nothing. Raises not_found."""
    published_at = func.now() if status == "published" else None
    changed = await db.execute(
        update(pages)
        .where(pages.c.id == page_id, pages.c.status != status)
        .values(status=status, published_at=published_at, updated_at=func.now())
        .returning(*pages.c)
    )
    return await _output(db, changed.one_or_none() or await _find(db, page_id))


async def delete_page(db: Transaction, page_id: UUID, writer: Caller) -> None:
    """Raises not_found, forbidden."""
    await _require_may_edit(db, page_id, writer)
    await db.execute(delete(pages).where(pages.c.id == page_id, _may_edit(writer)))
    await media_uses.forget_uses(db, MEDIA_OWNER, page_id)


async def arrange_navigation(db: Transaction, page_ids: Sequence[UUID]) -> None:
    """Ids of pages that are gone are passed over."""
    order = {page_id: place for place, page_id in enumerate(page_ids, start=1)}
    place = case(order, value=pages.c.id, else_=pages.c.position) if order else pages.c.position
    await db.execute(update(pages).values(in_navigation=pages.c.id.in_(order), position=place))


async def replace_all(db: Transaction, brought: Sequence[SamplePage]) -> UUID | None:
    """Put these pages in the place of all there are; the id of the first one."""
    now = datetime.now(UTC)
    rows = [
        {
            **page.model_dump(exclude={"age"}),
            "id": uuid4(),
            "version": 1,
            "position": place,
            "created_at": now - timedelta(hours=page.age + 1),
            "updated_at": now - timedelta(hours=page.age),
            "published_at": now - timedelta(hours=page.age) if page.status == "published" else None,
        }
        for place, page in enumerate(brought, start=1)
    ]
    await db.execute(delete(pages))
    await media_uses.forget_uses(db, MEDIA_OWNER)
    if not rows:
        return None
    await db.execute(insert(pages), rows)
    return cast(UUID, rows[0]["id"])


async def last_change(db: Transaction) -> datetime | None:
    """When a page was last made, saved, published or taken back."""
    changed: datetime | None = (await db.execute(select(func.max(pages.c.updated_at)))).scalar_one()
    return changed


async def page_exists(db: Transaction, page_id: UUID) -> bool:
    found = await db.execute(select(pages.c.id).where(pages.c.id == page_id))
    return found.one_or_none() is not None


async def count_pages(db: Transaction) -> PageCounts:
    rows = await db.execute(select(pages.c.status, func.count()).group_by(pages.c.status))
    return PageCounts(**{"draft": 0, "published": 0, **{status: number for status, number in rows}})


async def published_page(
    db: Transaction, *, slug: str | None = None, page_id: UUID | None = None
) -> PublicPage | None:
    """The page as a visitor may see it, by either key; None for drafts too."""
    key = pages.c.slug == slug if slug is not None else pages.c.id == page_id
    found = await db.execute(select(pages).where(key, pages.c.status == "published"))
    row = found.one_or_none()
    if row is None:
        return None
    return PublicPage(
        slug=row.slug,
        title=row.title,
        summary=row.summary,
        cover=row.cover,
        cover_alt=row.cover_alt,
        html=render_markdown(row.body),
        published_at=row.published_at,
        updated_at=row.updated_at,
    )


async def published_links(db: Transaction) -> Sequence[PublicLink]:
    """The newest published pages, at most MOST_PUBLIC_LINKS."""
    return await _links(db, pages.c.published_at.desc(), MOST_PUBLIC_LINKS)


async def navigation(db: Transaction) -> Sequence[PublicLink]:
    """The published pages of the menu in their order, at most MOST_IN_NAVIGATION."""
    return await _links(db, pages.c.position, MOST_IN_NAVIGATION, pages.c.in_navigation)


async def _links(
    db: Transaction, order: ColumnElement[Any], most: int, *only: ColumnElement[bool]
) -> Sequence[PublicLink]:
    columns = (pages.c[name] for name in PublicLink.model_fields)
    rows = await db.execute(
        select(*columns)
        .where(pages.c.status == "published", *only)
        .order_by(order, pages.c.title, pages.c.id)
        .limit(most)
    )
    return [PublicLink.model_validate(row) for row in rows]


async def _insert(
    db: Transaction, given: NewPageInput, slug: str, author_id: UUID
) -> Row[Any] | None:
    """The new row; None when the slug is taken."""
    inserted = await db.execute(
        insert(pages)
        .values(
            id=uuid4(),
            **given.model_dump(exclude={"slug"}),
            slug=slug,
            position=select(func.coalesce(func.max(pages.c.position), 0) + 1).scalar_subquery(),
            status="draft",
            version=1,
            author_id=author_id,
        )
        .on_conflict_do_nothing(constraint="pages_slug_key")
        .returning(*pages.c)
    )
    return inserted.one_or_none()


async def _like(db: Transaction, slug: str) -> set[str]:
    """The slugs there are that begin with `slug`."""
    rows = await db.execute(
        select(pages.c.slug).where(pages.c.slug.startswith(slug, autoescape=True))
    )
    return set(rows.scalars())


async def _find(db: Transaction, page_id: UUID) -> Row[Any]:
    row = (await db.execute(select(pages).where(pages.c.id == page_id))).one_or_none()
    if row is None:
        raise AppError("not_found")
    return row


async def _saved(db: Transaction, row: Row[Any]) -> PageOutput:
    await media_uses.note_uses(db, MEDIA_OWNER, row.id, row.title, row.body, row.cover)
    return await _output(db, row)


async def _output(db: Transaction, row: Row[Any]) -> PageOutput:
    names = await identity.names_of(db, [row.author_id] if row.author_id else [])
    author = AuthorOutput(id=row.author_id, name=names[row.author_id]) if names else None
    return PageOutput(
        **PageSummary.model_validate(row).model_dump(),
        body=row.body,
        summary=row.summary,
        cover=row.cover,
        cover_alt=row.cover_alt,
        html=render_markdown(row.body),
        version=row.version,
        created_at=row.created_at,
        author=author,
    )


def _may_edit(writer: Caller) -> ColumnElement[bool]:
    """Which pages are this writer's to change: all, or their own drafts."""
    if writer.may("pages.edit"):
        return true()
    return (pages.c.author_id == writer.id) & (pages.c.status == "draft")


async def _require_may_edit(db: Transaction, page_id: UUID, writer: Caller) -> None:
    """Raises not_found, forbidden."""
    found = await db.execute(select(_may_edit(writer)).where(pages.c.id == page_id))
    match found.scalar_one_or_none():
        case None:
            raise AppError("not_found")
        case False:
            raise AppError("forbidden", "You may change your own drafts; this page is not one.")


def _require_good_slug(slug: str) -> None:
    if problem := slug_problem(slug):
        raise AppError("invalid_input", fields={"slug": problem})


def _slug_taken() -> AppError:
    return AppError("slug_taken", fields={"slug": "Another page already has this address."})
