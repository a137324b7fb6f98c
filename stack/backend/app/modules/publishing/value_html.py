"""What files, references and dates of a client's own fields look like on a page."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from typing import Final
from urllib.parse import unquote
from uuid import UUID

from sqlalchemy import select

from app.modules.core.database import Transaction
from app.modules.publishing.models import published_entries

# A field knows no more of a file than its address.
_PICTURE: Final = re.compile(r"[^?#]*\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#].*)?", re.IGNORECASE)


def is_picture(address: str) -> bool:
    return _PICTURE.fullmatch(address) is not None


def files_html(label: str, addresses: Sequence[str]) -> str:
    """Pictures, described by what their field is called, then links to the other files."""
    pictures = [one for one in addresses if is_picture(one)]
    shown = "".join(f'<img src="{escape(one)}" alt="{escape(label)}">' for one in pictures)
    figure = f'<figure class="{"picture" if len(pictures) == 1 else "gallery"}">{shown}</figure>'
    links = [
        f'<p><a href="{escape(one)}">{escape(_name_of(one))}</a></p>'
        for one in addresses
        if one and one not in pictures
    ]
    return "".join([figure if pictures else "", *links])


async def links_html(db: Transaction, ids: Sequence[str]) -> str:
    """Links to those of these entries that have a public page, in their order; '' for none."""
    wanted = [UUID(one) for one in ids]
    rows = await db.execute(
        select(published_entries.c.entry_id, published_entries.c.path, published_entries.c.title).where(
            published_entries.c.entry_id.in_(wanted), published_entries.c.path.is_not(None)
        )
    )
    found = {row.entry_id: row for row in rows}
    links = [
        f'<li><a href="{escape(found[one].path)}">{escape(found[one].title)}</a></li>'
        for one in wanted
        if one in found
    ]
    return f"<ul>{''.join(links)}</ul>" if links else ""


def date_said(value: str) -> str:
    """Such as "31 March 2027", and the time of a moment in the zone that it was given in."""
    if len(value) == 10:
        return date.fromisoformat(value).strftime("%-d %B %Y")
    return datetime.fromisoformat(value).strftime("%-d %B %Y, %H:%M")


def _name_of(address: str) -> str:
    """The last part of an address, as people would write it."""
    return unquote(re.sub(r"[?#].*", "", address).rsplit("/", 1)[-1]) or address
