"""Lists of what is public of a client's own types. Each call takes the caller's transaction."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select

from app.modules.content import types
from app.modules.content.fields import Field
from app.modules.content.rendering import clean_html, plain_text, render_markdown
from app.modules.core.database import Transaction
from app.modules.publishing.models import published_entries
from app.modules.publishing.links import PublicLink
from app.modules.publishing.value_html import is_picture

ENTRIES_A_PAGE: Final = 12
_LONGEST_SUMMARY: Final = 200
# Pages have their tree, posts the blog.
_BUILT_IN: Final = ("page", "post")


@dataclass(frozen=True, slots=True)
class Listing:
    """`older` says whether there are more on the next page."""

    title: str
    about: str
    links: Sequence[PublicLink]
    older: bool


async def listing_at(db: Transaction, path: str, page: int) -> Listing | None:
    """A page of the list that stands at `/{type}`, the newest first; None where there is none."""
    key = path.removeprefix("/")
    found = await db.execute(
        select(
            published_entries.c.entry_id,
            published_entries.c.path,
            published_entries.c.title,
            published_entries.c.data,
            published_entries.c.first_published_at,
        )
        .where(published_entries.c.type_key == key, *_listed())
        .order_by(published_entries.c.first_published_at.desc(), published_entries.c.entry_id.desc())
        .offset((page - 1) * ENTRIES_A_PAGE)
        .limit(ENTRIES_A_PAGE + 1)
    )
    rows = found.all()
    if not rows:
        return None
    kind = await types.get_type(db, key)
    links = [
        PublicLink(
            id=row.entry_id,
            path=row.path,
            title=row.title,
            summary=summary_of(kind.own, row.data),
            cover=cover_of(kind.own, row.data),
            cover_alt="",
            published_at=row.first_published_at,
        )
        for row in rows[:ENTRIES_A_PAGE]
    ]
    return Listing(kind.plural, kind.description, links, len(rows) > ENTRIES_A_PAGE)


async def addresses(db: Transaction) -> Sequence[tuple[str, datetime]]:
    """Where there is a list, and when the newest of what is in it was published."""
    newest = func.max(published_entries.c.published_at)
    rows = await db.execute(
        select(published_entries.c.type_key, newest.label("changed"))
        .where(*_listed())
        .group_by(published_entries.c.type_key)
        .order_by(published_entries.c.type_key)
    )
    return [(f"/{row.type_key}", row.changed) for row in rows]


def summary_of(fields: Sequence[Field], data: Mapping[str, Any]) -> str:
    """The beginning of the first text that says something, without its form."""
    for field in fields:
        value = data.get(field.key)
        if not isinstance(value, str):
            continue
        match field.kind:
            case "text":
                words = value
            case "richtext":
                words = plain_text(clean_html(value))
            case "markdown":
                words = plain_text(render_markdown(value))
            case _:
                continue
        if words.strip():
            return textwrap.shorten(words, _LONGEST_SUMMARY, placeholder=" …")
    return ""


def cover_of(fields: Sequence[Field], data: Mapping[str, Any]) -> str:
    """The first picture among the files; '' for none."""
    for field in fields:
        if "media" not in (field.kind, field.of):
            continue
        value = data.get(field.key)
        for address in value if isinstance(value, list) else [value]:
            if isinstance(address, str) and is_picture(address):
                return address
    return ""


def _listed() -> tuple[ColumnElement[bool], ...]:
    return (
        published_entries.c.path.is_not(None),
        published_entries.c.type_key.not_in(_BUILT_IN),
    )
