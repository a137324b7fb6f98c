"""/sitemap.xml, /robots.txt and /blog/feed.xml."""

from fastapi import APIRouter
from fastapi.responses import Response

from app.modules.core.dependencies import InDatabase, InInstallation
from app.modules.publishing import links, listings, reading
from app.modules.seo.documents import feed, robots, sitemap
from app.modules.site import service as site

router = APIRouter()

POSTS_IN_FEED = 20
_FRESH = {"Cache-Control": "no-cache"}


@router.api_route("/sitemap.xml", methods=["GET", "HEAD"], response_model=None)
async def get_sitemap(database: InDatabase, installation: InInstallation) -> Response:
    async with database.reading() as db:
        home = (await site.get_site(db, installation)).home_page_id
        found = await links.addresses(db)
        lists = await listings.addresses(db)
    root = installation.site_url
    # The home page has a path of its own too; its address is that of the site.
    pages = [(f"{root}{'/' if one == home else path}", changed) for one, path, changed in found]
    # A page of the client's own at a list's address stands in its place.
    taken = {path for _, path, _ in found}
    text = sitemap([*pages, *((f"{root}{path}", changed) for path, changed in lists if path not in taken)])
    return Response(text, media_type="application/xml", headers=_FRESH)


@router.api_route("/robots.txt", methods=["GET", "HEAD"], response_model=None)
async def get_robots(installation: InInstallation) -> Response:
    text = robots(installation.site_url, open_to_all=installation.demo is None)
    return Response(text, media_type="text/plain", headers=_FRESH)


@router.api_route("/blog/feed.xml", methods=["GET", "HEAD"], response_model=None)
async def get_feed(database: InDatabase, installation: InInstallation) -> Response:
    async with database.reading() as db:
        about = await site.get_site(db, installation)
        posts = await reading.latest_posts(db, POSTS_IN_FEED)
    text = feed(
        title=about.title,
        about=about.tagline,
        language=about.language,
        site_url=installation.site_url,
        posts=posts,
    )
    return Response(text, media_type="application/rss+xml", headers=_FRESH)
