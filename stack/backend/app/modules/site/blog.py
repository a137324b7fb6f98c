"""/blog, /search and /_preview: public pages that are loaded when somebody first asks for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.modules.content import service as content
from app.modules.content import term_tree, terms
from app.modules.content.schemas import TermOutput
from app.modules.core.database import Database, Transaction
from app.modules.core.dependencies import InDatabase, InInstallation, InSettings
from app.modules.core.errors import AppError
from app.modules.core.installation import Installation
from app.modules.core.schemas import Line
from app.modules.publishing import links, reading, searching
from app.modules.publishing.previews import previewed
from app.modules.site.frame import frame
from app.modules.site.pictures import pictures_in
from app.modules.site.public import answer_at, entry_page
from app.modules.site.rendering import html_page, render

router = APIRouter()

MOST_HITS = 20
LAST_PAGE = 1000
PageNumber = Annotated[int, Query(ge=1, le=LAST_PAGE)]


@dataclass(frozen=True, slots=True)
class _Listed:
    """A term whose posts are listed: those that bear one of `term_ids`. `below` are the categories directly
    below it that lead to something."""

    term: TermOutput
    term_ids: Sequence[UUID]
    above: Sequence[TermOutput] = ()
    below: Sequence[TermOutput] = ()


@router.api_route("/blog", methods=["GET", "HEAD"], response_model=None)
async def blog(
    request: Request, database: InDatabase, installation: InInstallation, page: PageNumber = 1
) -> Response:
    """The posts, the newest first. A page of the client's own at this address stands in its place."""
    async with database.reading() as db:
        taken = await reading.entry_at(db, "/blog")
    if taken is not None:
        return await answer_at("/blog", request, database, installation)
    return await _listing(request, database, installation, page, None)


@router.api_route("/blog/{kind}/{slug}", methods=["GET", "HEAD"], response_model=None)
async def by_term(
    kind: str,
    slug: str,
    request: Request,
    database: InDatabase,
    installation: InInstallation,
    page: PageNumber = 1,
) -> Response:
    """The posts of a category, those of what stands below it among them, or with a tag. A category has the
    address of its own name alone, wherever it stands."""
    if kind in ("category", "tag"):
        async with database.reading() as db:
            listed = await _listed(db, kind, slug)
        if listed is not None:
            return await _listing(request, database, installation, page, listed)
    return await answer_at(f"/blog/{kind}/{slug}", request, database, installation)


@router.api_route("/blog/{path:path}", methods=["GET", "HEAD"], response_model=None)
async def post(
    path: str, request: Request, database: InDatabase, installation: InInstallation
) -> Response:
    return await answer_at(f"/blog/{path}", request, database, installation)


@router.api_route("/search", methods=["GET", "HEAD"], response_model=None)
async def search(
    request: Request,
    database: InDatabase,
    installation: InInstallation,
    q: Annotated[Line, Query(max_length=200)] = "",
) -> Response:
    async with database.reading() as db:
        common = await frame(db, request, installation)
        hits = await searching.find(db, q, MOST_HITS) if q else []
    return html_page(render("search.html", words=q, hits=hits, **common))


@router.api_route("/_preview/{token}", methods=["GET", "HEAD"], response_model=None)
async def preview(
    token: str,
    request: Request,
    database: InDatabase,
    installation: InInstallation,
    settings: InSettings,
) -> Response:
    """An entry as it is being worked on, for whoever was given the link. 410 link_invalid."""
    entry_id = previewed(token, settings.secret_key)
    if entry_id is None:
        raise AppError("link_invalid")
    async with database.reading() as db:
        entry = await content.read_entry(db, entry_id)
        shown = await reading.as_if_public(db, entry, datetime.now(UTC))
        common = await frame(db, request, installation) | {"is_preview": True}
        html = await entry_page(db, shown, common, [])
    # The address opens it: no page it leads to may hear of that, and no cache keep it.
    private = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
    return html_page(html, headers=private)


async def _listed(db: Transaction, kind: str, slug: str) -> _Listed | None:
    if kind == "tag":
        tag = await terms.term_by_slug(db, kind, slug)
        return _Listed(tag, await term_tree.with_merged(db, [tag.id])) if tag is not None else None
    tree = await term_tree.read_tree(db)
    term = next((one for one in tree.terms.values() if one.slug == slug), None)
    if term is None:
        return None
    term_ids = await term_tree.with_merged(db, tree.with_below(term.id))
    known = await terms.terms_by_id(db, await links.terms_of_posts(db, term_ids))
    borne = {one.id for one in known.values()}
    below = [one for one in tree.directly_below(term.id) if borne.intersection(tree.with_below(one.id))]
    return _Listed(term, term_ids, tree.above(term.id), below)


async def _listing(
    request: Request,
    database: Database,
    installation: Installation,
    page: int,
    of: _Listed | None,
) -> Response:
    async with database.reading() as db:
        posts, older = await links.posts(db, page, of.term_ids if of else None)
        if page > 1 and not posts:
            raise AppError("not_found")
        common = await frame(db, request, installation)
        pictures = await pictures_in(db, [link.cover for link in posts])
    if page > 1:
        common["canonical"] += f"?page={page}"
    html = render(
        "blog.html",
        posts=posts,
        pictures=pictures,
        term=of.term if of else None,
        above=of.above if of else (),
        below=of.below if of else (),
        page_number=page,
        older=older,
        **common,
    )
    return html_page(html)
