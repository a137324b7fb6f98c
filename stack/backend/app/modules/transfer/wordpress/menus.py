"""Menus of an export: one becomes the header's and one the footer's, where the site has none of its own.

An export does not say where a menu stood, so its name tells; where no name does, the header gets the first
that has room there.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from pydantic import ValidationError

from app.modules.core.database import Transaction
from app.modules.site import designing
from app.modules.site.design_schemas import MenuItemInput, MenuLinkInput
from app.modules.transfer.report import DESIGN, DESIGN_KEPT, Report
from app.modules.transfer.schemas import Outcome
from app.modules.transfer.wordpress.export import Export
from app.modules.transfer.wordpress.known import Known
from app.modules.transfer.wordpress.model import Post

_HEADER: Final = re.compile(r"main|primary|header|top|haupt|principal", re.IGNORECASE)
_FOOTER: Final = re.compile(r"foot|legal|social|bottom|meta", re.IGNORECASE)
_ROOM: Final = 8
_MOST: Final = 20
_TAXONOMIES: Final = {"category": "category", "post_tag": "tag"}
_LONGEST_LABEL: Final = 80


@dataclass(slots=True)
class _Menu:
    """`left_out` says why of each item, by its place in the export."""

    items: list[MenuItemInput]
    left_out: dict[int, str]


async def bring_menus(
    db: Transaction, export: Export, known: Known, entries: Mapping[int, UUID], report: Report
) -> None:
    """`entries` are those that came along, by their number there."""
    by_menu: dict[str, list[tuple[int, Post]]] = {}
    for place, post in enumerate(export.posts):
        if post.type == "nav_menu_item" and post.id:
            by_menu.setdefault(_menu_of(post), []).append((place, post))
    header, footer = _chosen(by_menu)
    design = await designing.carried_out(db)
    before = design.model_copy()
    for menu, items in by_menu.items():
        if menu not in (header, footer):
            why = "There are two menus here, in the header and the footer; this one is neither."
            _note(report, items, "skipped", dict.fromkeys((place for place, _ in items), why))
            continue
        built = _build(export, known, entries, items)
        name = "header_menu" if menu == header else "footer_menu"
        present = getattr(design, name)
        if present is None and built.items:
            setattr(design, name, built.items)
            _note(report, items, "created", built.left_out)
        elif present is not None and _alike(present, built.items):
            _note(report, items, "unchanged", built.left_out)
        else:
            why = "The site has a menu there already."
            _note(report, items, "skipped", dict.fromkeys((place for place, _ in items), why))
    if design != before:
        await designing.bring(db, design)
        report.note("design", "updated", DESIGN, reason=f"It has menus of this file now. {DESIGN_KEPT}")


def _build(
    export: Export, known: Known, entries: Mapping[int, UUID], given: Sequence[tuple[int, Post]]
) -> _Menu:
    menu = _Menu([], {})
    top: dict[int, MenuItemInput] = {}
    numbers = {post.id for _, post in given}
    for below in (False, True):
        for place, post in sorted(given, key=lambda one: one[1].order):
            above = int(post.meta.get("_menu_item_menu_item_parent", "0") or 0)
            if (above in numbers) is not below:
                continue
            if below and above not in top:
                menu.left_out[place] = "Menus have two levels here; it stood deeper, or below something left out."
                continue
            siblings: list[MenuItemInput] | list[MenuLinkInput] = top[above].children if below else menu.items
            if len(siblings) >= _MOST:
                menu.left_out[place] = f"At most {_MOST} fit beside one another."
                continue
            link = _link(export, known, entries, post)
            if link is None:
                menu.left_out[place] = "What it leads to did not come along."
            elif below:
                top[above].children.append(link)
            else:
                top[post.id] = MenuItemInput(**link.model_dump())
                menu.items.append(top[post.id])
    return menu


def _link(
    export: Export, known: Known, entries: Mapping[int, UUID], post: Post
) -> MenuLinkInput | None:
    # Without a title of its own it goes by that of what it leads to.
    label = post.title[:_LONGEST_LABEL] if post.id not in export.untitled else ""
    target = post.meta.get("_menu_item_object_id", "")
    number = int(target) if target.isdecimal() else 0
    kind = post.meta.get("_menu_item_type", "custom")
    try:
        if kind == "post_type":
            return MenuLinkInput(kind="entry", label=label, entry_id=entries.get(number))
        if kind == "taxonomy":
            taxonomy = post.meta.get("_menu_item_object", "")
            term = next((one for one in export.terms if (one.taxonomy, one.id) == (taxonomy, number)), None)
            place = known.places.get(f"{_TAXONOMIES.get(taxonomy)}:{term.slug}") if term else None
            return MenuLinkInput(kind="url", label=label or (term.name[:_LONGEST_LABEL] if term else ""), url=place)
        address = post.meta.get("_menu_item_url", "").strip()
        here = "/" if known.addresses.is_home(address) else known.here(address) or address
        return MenuLinkInput(kind="url", label=label or address[:_LONGEST_LABEL], url=here)
    except ValidationError:
        return None


def _chosen(by_menu: Mapping[str, Sequence[tuple[int, Post]]]) -> tuple[str | None, str | None]:
    footer = next((name for name in by_menu if _FOOTER.search(name)), None)
    others = [name for name in by_menu if name != footer]
    named = (name for name in others if _HEADER.search(name))
    fitting = (name for name in others if 1 < _breadth(by_menu[name]) <= _ROOM)
    return next(named, None) or next(fitting, None), footer


def _alike(one: Sequence[MenuItemInput], other: Sequence[MenuItemInput]) -> bool:
    return [item.model_dump() for item in one] == [item.model_dump() for item in other]


def _breadth(items: Sequence[tuple[int, Post]]) -> int:
    return sum(post.meta.get("_menu_item_menu_item_parent", "0") in ("", "0") for _, post in items)


def _menu_of(post: Post) -> str:
    return next((slug for taxonomy, slug in post.terms if taxonomy == "nav_menu"), "")


def _note(
    report: Report, items: Sequence[tuple[int, Post]], outcome: Outcome, left_out: Mapping[int, str]
) -> None:
    for place, post in items:
        why = left_out.get(place, "")
        report.note("menu_item", "skipped" if why else outcome, post.title, key=post.id, reason=why)
