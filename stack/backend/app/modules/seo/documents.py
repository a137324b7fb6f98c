"""The sitemap, the feed and robots.txt as text. Pure."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape

from app.modules.publishing.reading import PublicEntry

# Addresses on the site in a body: readers of a feed are elsewhere.
_OWN_ADDRESS = re.compile(r'(<(?:a|img)\b[^>]*?\b(?:href|src)=")(/(?!/))')


def sitemap(addresses: Iterable[tuple[str, datetime]]) -> str:
    """Of whole addresses, each with the time of its last change."""
    lines = [
        f"<url><loc>{escape(address)}</loc><lastmod>{_w3c(changed)}</lastmod></url>"
        for address, changed in addresses
    ]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>\n",
        ]
    )


def feed(
    *, title: str, about: str, language: str, site_url: str, posts: Sequence[PublicEntry]
) -> str:
    """RSS 2.0, every post whole."""
    newest = max((post.updated_at for post in posts), default=None)
    built = [f"<lastBuildDate>{_rfc822(newest)}</lastBuildDate>"] if newest else []
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
            ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
            "<channel>",
            f"<title>{escape(title)}</title>",
            f"<link>{escape(site_url)}/blog</link>",
            f"<description>{escape(about or title)}</description>",
            f"<language>{escape(language)}</language>",
            f'<atom:link href="{escape(site_url)}/blog/feed.xml" rel="self" type="application/rss+xml"/>',
            *built,
            *(_item(post, site_url) for post in posts),
            "</channel>",
            "</rss>\n",
        ]
    )


def robots(site_url: str, *, open_to_all: bool) -> str:
    """A demo is nobody's site yet and belongs into no search engine."""
    if not open_to_all:
        return "User-agent: *\nDisallow: /\n"
    closed = "".join(f"Disallow: {path}\n" for path in ("/admin", "/api/", "/search", "/_preview/"))
    return f"User-agent: *\n{closed}\nSitemap: {site_url}/sitemap.xml\n"


def _item(post: PublicEntry, site_url: str) -> str:
    address = f"{site_url}{post.path}"
    whole = _OWN_ADDRESS.sub(rf"\g<1>{site_url}\2", post.html)
    author = [f"<dc:creator>{escape(post.author)}</dc:creator>"] if post.author else []
    return "\n".join(
        [
            "<item>",
            f"<title>{escape(post.title)}</title>",
            f"<link>{escape(address)}</link>",
            # Stays when the address changes, so that nobody gets a post twice.
            f'<guid isPermaLink="false">{post.id}</guid>',
            f"<pubDate>{_rfc822(post.published_at)}</pubDate>",
            *author,
            f"<description>{escape(post.summary)}</description>",
            f"<content:encoded>{escape(whole)}</content:encoded>",
            "</item>",
        ]
    )


def _w3c(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _rfc822(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC))
