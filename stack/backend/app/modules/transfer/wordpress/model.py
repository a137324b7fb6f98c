"""What a WordPress export (WXR) holds, as far as it can have a place here."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class Site:
    """`addresses` are where the site stood, as the file tells it in several places."""

    title: str = ""
    version: str = ""
    addresses: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Author:
    login: str
    email: str = ""
    name: str = ""


@dataclass(slots=True)
class Term:
    """Of a taxonomy: `category`, `post_tag`, `nav_menu` or one of a plugin's. `parent` is a slug."""

    taxonomy: str
    slug: str
    name: str
    parent: str = ""
    description: str = ""
    id: int = 0


@dataclass(slots=True)
class Post:
    """Whatever WordPress keeps among its posts: pages, files and items of menus too. `terms` are pairs
    of taxonomy and slug; `meta` has the fields of META alone, `own_fields` counts those that somebody
    has defined."""

    id: int = 0
    type: str = "post"
    status: str = ""
    slug: str = ""
    title: str = ""
    link: str = ""
    author: str = ""
    content: str = ""
    excerpt: str = ""
    parent: int = 0
    order: int = 0
    password: str = ""
    sticky: bool = False
    at: datetime | None = None
    file: str = ""
    terms: list[tuple[str, str]] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    own_fields: int = 0
    comments: int = 0


# The fields of a post that mean something here; the others are a plugin's, or WordPress's own notes.
META = frozenset(
    {
        "_thumbnail_id", "_wp_attachment_image_alt", "_wp_attached_file", "_wp_old_slug",
        "_menu_item_type", "_menu_item_menu_item_parent", "_menu_item_object_id", "_menu_item_object",
        "_menu_item_url", "_yoast_wpseo_title", "_yoast_wpseo_metadesc",
        "_yoast_wpseo_meta-robots-noindex",
    }
)  # fmt: skip
