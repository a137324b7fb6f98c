"""A site's menus as visitors meet them: what they lead to is looked up for each page that shows them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from app.modules.core.database import Transaction
from app.modules.publishing import links
from app.modules.publishing.links import PublicLink

LISTINGS: Final = {"blog": ("Blog", "/blog"), "search": ("Search", "/search")}
type Stored = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuLink:
    """`page` is what stands there, where that is an entry."""

    label: str
    href: str
    children: Sequence["MenuLink"] = ()
    page: PublicLink | None = None

    def holds(self, here: str) -> bool:
        """Whether one below it leads to `here`."""
        return any(child.href == here for child in self.children)


async def menu(
    db: Transaction, *stored: Stored | None, home_page_id: UUID | None
) -> Sequence[Sequence[MenuLink]]:
    """Each of these menus; where one is None, what the pages themselves make up. An entry that is not public
    is left out, with what is below it."""
    entries = set(_entries(one for items in stored for one in items or ()))
    pages = await links.links_to(db, entries) if entries else {}
    automatic: Sequence[MenuLink] = []
    if None in stored:
        automatic = [
            MenuLink(label=page.title, href=page.path, page=page)
            for page in await links.navigation(db)
            if page.id != home_page_id
        ]
    return [
        automatic if items is None else list(_links(items, pages, home_page_id)) for items in stored
    ]


def _entries(items: Iterator[Mapping[str, Any]]) -> Iterator[UUID]:
    for item in items:
        if item["kind"] == "entry":
            yield UUID(item["entry_id"])
        yield from _entries(iter(item.get("children", ())))


def _links(
    items: Stored, pages: Mapping[UUID, PublicLink], home_page_id: UUID | None
) -> Iterator[MenuLink]:
    for item in items:
        page = pages.get(UUID(item["entry_id"])) if item["kind"] == "entry" else None
        label, href = _target(item, page, home_page_id)
        if href:
            below = list(_links(item.get("children", ()), pages, home_page_id))
            yield MenuLink(label=item["label"] or label, href=href, children=below, page=page)


def _target(
    item: Mapping[str, Any], page: PublicLink | None, home_page_id: UUID | None
) -> tuple[str, str]:
    match item["kind"]:
        case "entry" if page is not None:
            return page.title, "/" if page.id == home_page_id else page.path
        case "url":
            return item["url"], item["url"]
        case "listing":
            return LISTINGS.get(item["listing"], ("", ""))
        case _:
            return "", ""
