"""A sample site as files: `sites/<kind>/site.toml` and one Markdown file a page.

A page's file is named `<place>-<slug>.md` and begins with lines `key: value` (title, summary, cover,
alt, and where it differs status, menu, age in days) up to one that says `---`. Dates are relative to
the day the site is put in: `{{+70 fri %-d %B %Y}}` is the first Friday from 70 days ahead on, and
`{{summer fri+2 %A}}` the Sunday after the first Friday of the next July that is not too near.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from app.modules.content.schemas import SamplePage

SITES: Final = Path(__file__).parent / "sites"
_DATE = re.compile(r"\{\{([+-]\d+|summer)(?: (mon|tue|wed|thu|fri|sat|sun))?((?:[+-]\d+)?) ([^}]+)\}\}")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Site:
    title: str
    tagline: str
    theme: str
    # The first one is the home page.
    pages: tuple[SamplePage, ...]


def read_site(kind: str, today: date) -> Site:
    folder = SITES / kind
    about = tomllib.loads((folder / "site.toml").read_text("utf-8"))
    files = sorted(folder.glob("*.md"))
    return Site(
        title=about["title"],
        tagline=about["tagline"],
        theme=about["theme"],
        pages=tuple(_page(kind, file, place, today) for place, file in enumerate(files)),
    )


def _page(kind: str, file: Path, place: int, today: date) -> SamplePage:
    head, _, body = with_dates(file.read_text("utf-8"), today).partition("\n---\n")
    about = dict(line.split(": ", 1) for line in head.splitlines())
    return SamplePage(
        slug=file.stem.split("-", 1)[1],
        title=about["title"],
        body=body.strip() + "\n",
        summary=about.get("summary", ""),
        cover=f"/_samples/{kind}/{about['cover']}" if "cover" in about else "",
        cover_alt=about.get("alt", ""),
        published=about.get("status", "published") == "published",
        in_navigation=about.get("menu", "yes") == "yes",
        # Not all at the same second, and the home page the newest.
        age=int(about.get("age", place)) * 24 + place,
    )


def with_dates(text: str, today: date) -> str:
    """`text` with its relative dates as dates."""

    def moment(found: re.Match[str]) -> str:
        days, weekday, further, shape = found.groups()
        at = _summer(today) if days == "summer" else today + timedelta(days=int(days))
        if weekday:
            at += timedelta(days=(_WEEKDAYS.index(weekday) - at.weekday()) % 7)
        return (at + timedelta(days=int(further or 0))).strftime(shape)

    return _DATE.sub(moment, text)


def _summer(today: date) -> date:
    july = date(today.year, 7, 1)
    return july if july - today >= timedelta(days=90) else date(today.year + 1, 7, 1)
