"""What tests of the WordPress import share: small exports, and Known without a database."""

from collections.abc import Mapping
from html import escape

from app.modules.transfer.wordpress.known import File, Known
from app.modules.transfer.wordpress.model import Post, Site, Term

HOST = "https://old.example"
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/{v}/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/{v}/"><channel><title>Old</title><link>{host}</link>
<wp:wxr_version>{v}</wp:wxr_version><wp:base_blog_url>{host}</wp:base_blog_url>"""


def wxr(*items: str, version: str = "1.2") -> bytes:
    return f"{_HEAD.format(v=version, host=HOST)}{''.join(items)}</channel></rss>".encode()


def item(number: int, title: str = "A title", content: str = "", **fields: str) -> str:
    """Of a post; `fields` are by WordPress's names without their prefix, `meta` and `more` are XML."""
    more = fields.pop("more", "") + "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{escape(fields.pop(key))}</wp:meta_value></wp:postmeta>"
        for key in list(fields)
        if key.startswith("_")
    )
    link = fields.pop("link", f"{HOST}/2020/01/02/post-{number}/")
    excerpt = fields.pop("excerpt", "")
    told = {
        "post_id": str(number), "post_date_gmt": "2020-01-02 10:00:00", "post_name": f"post-{number}",
        "status": "publish", "post_type": "post", "post_parent": "0", "menu_order": "0", **fields,
    }  # fmt: skip
    own = "".join(f"<wp:{name}>{escape(value)}</wp:{name}>" for name, value in told.items())
    return (
        f"<item><title>{escape(title)}</title><link>{escape(link)}</link><dc:creator>ann</dc:creator>"
        f"<content:encoded>{escape(content)}</content:encoded><excerpt:encoded>{escape(excerpt)}</excerpt:encoded>{own}{more}</item>"
    )


def attachment(number: int, path: str, parent: int = 0, **fields: str) -> str:
    return item(
        number, path.rpartition("/")[2], post_type="attachment", status="inherit", post_parent=str(parent),
        attachment_url=f"{HOST}/wp-content/uploads/{path}", link=f"{HOST}/?attachment_id={number}", **fields,
    )  # fmt: skip


def known(files: Mapping[str, str] | None = None) -> Known:
    """A site with post 7 at /2020/01/02/news/, page 8, the category news, and pictures 31 and 32 of post 1,
    of which `files` came along, by path."""
    here = {path: File(url, 640, 480) for path, url in (files or {}).items()}
    found = Known(files=here, places={"post:7": "/blog/news", "post:8": "/about/us", "category:news": "/blog/category/news"})
    found.addresses.add_site(Site(addresses=[HOST]))
    found.addresses.add_term(Term("category", "news", "News"))
    found.add_post(Post(id=7, link=f"{HOST}/2020/01/02/news/"))
    found.add_post(Post(id=8, type="page", link=f"{HOST}/about/us/"))
    for number, name in ((31, "sea"), (32, "sky")):
        found.add_post(
            Post(id=number, type="attachment", parent=1, order=number, link=f"{HOST}/?attachment_id={number}",
                 file=f"{HOST}/wp-content/uploads/2020/01/{name}.jpg")
        )  # fmt: skip
    return found
