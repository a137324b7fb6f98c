"""Blocks as they are shown: links led to where entries are now, posts found, what says nothing left
out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from app.modules.content.blocks import BLOCKS, entry_linked, filled
from app.modules.content.rendering import clean_html
from app.modules.core.database import Transaction
from app.modules.publishing import links

Block = Mapping[str, Any]


async def laid_out(
    db: Transaction, stored: Sequence[Block], home_page_id: UUID | None
) -> Sequence[Block]:
    """What the templates in `blocks/` show, in its order. A link to what is not public is left out,
    and so is a kind that another release knew."""
    blocks = [filled(block) for block in stored if block.get("kind") in BLOCKS]
    linked = (entry_linked(link["to"]) for block in blocks for link in block.get("links", ()))
    paths = await links.paths_of(db, {one for one in linked if one is not None})
    if home_page_id is not None and home_page_id in paths:
        paths[home_page_id] = "/"
    shown: list[Block] = []
    for block in blocks:
        if "links" in block:
            block["links"] = _links(block["links"], paths)
        if block["kind"] == "text":
            # Stored before the rules of today.
            block["text"] = clean_html(block["text"])
        if block["kind"] == "gallery":
            block["pictures"] = [one for one in block["pictures"] if one["picture"]]
        if block["kind"] == "contact":
            block["hours"] = [row for row in block["hours"] if row["days"] or row["times"]]
        if block["kind"] == "posts":
            category = block["category"]
            bearing = await _belonging_to(db, UUID(category)) if category else None
            block["posts"] = await links.newest_posts(db, int(block["count"]), bearing)
        if _says_something(block):
            shown.append(block)
    return shown


def shown_in(blocks: Sequence[Block]) -> Iterator[str]:
    """Where addresses of pictures may stand."""
    for block in blocks:
        match block["kind"]:
            case "hero" | "image":
                yield block["picture"]
            case "text":
                yield block["text"]
            case "gallery":
                yield from (one["picture"] for one in block["pictures"])
            case "posts":
                yield from (post.cover for post in block["posts"])


async def _belonging_to(db: Transaction, category_id: UUID) -> Sequence[UUID]:
    # Loaded with the first block that asks for a category.
    from app.modules.content.term_tree import with_below

    return await with_below(db, category_id)


def _links(given: Sequence[Block], paths: Mapping[UUID, str]) -> Sequence[Block]:
    led = []
    for link in given:
        entry_id = entry_linked(link["to"])
        href = paths.get(entry_id) if entry_id is not None else link["to"]
        if link["label"] and href:
            led.append({"label": link["label"], "href": href})
    return led


def _says_something(block: Block) -> bool:
    match block["kind"]:
        case "text" | "quote":
            return bool(block["text"])
        case "image":
            return bool(block["picture"])
        case "gallery":
            return bool(block["pictures"])
        case "action":
            return bool(block["title"])
        case "posts":
            return bool(block["posts"])
        case "contact":
            return any(block[part] for part in ("address", "email", "phone", "map", "hours"))
    return True
