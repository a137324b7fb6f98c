"""A sample site as files: `sites/<kind>/site.toml` and one Markdown file a page, those of posts in
`posts/`.

A page's file is named `<place>-<slug>.md` and begins with lines `key: value` (title, summary, cover,
alt, of a post category, and where it differs status, menu, age in days) up to one that says `---`.
A TOML file of the same name holds its blocks; their texts are Markdown, their pictures files of the
site, and a link to a page of it leads to the entry. Dates are relative to
the day the site is put in: `{{+70 fri %-d %B %Y}}` is the first Friday from 70 days ahead on, and
`{{summer fri+2 %A}}` the Sunday after the first Friday of the next July that is not too near.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

from app.modules.content.rendering import render_markdown
from app.modules.content.schemas import SampleCategory, SamplePage
from app.modules.content.slugs import slug_from_title

SITES: Final = Path(__file__).parent / "sites"
_DATE = re.compile(r"\{\{([+-]\d+|summer)(?: (mon|tue|wed|thu|fri|sat|sun))?((?:[+-]\d+)?) ([^}]+)\}\}")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Site:
    title: str
    tagline: str
    theme: str
    # The first one is the home page; after the pages come the posts.
    pages: tuple[SamplePage, ...]
    categories: tuple[SampleCategory, ...]


def read_site(kind: str, today: date) -> Site:
    folder = SITES / kind
    about = tomllib.loads((folder / "site.toml").read_text("utf-8"))
    pages = sorted(folder.glob("*.md"))
    posts = sorted(folder.glob("posts/*.md"))
    heads = {file: _head(file, today) for file in (*pages, *posts)}
    named = dict.fromkeys(about["category"] for about, _ in heads.values() if "category" in about)
    categories = {name: SampleCategory(uuid4(), slug_from_title(name, reserved=False), name) for name in named}
    ids = {file: uuid4() for file in heads}
    linked = {f"/{_slug(file)}": ids[file] for file in pages}
    return Site(
        title=about["title"],
        tagline=about["tagline"],
        theme=about["theme"],
        pages=tuple(
            _page(kind, file, place, ids[file], heads[file], categories, _blocks(kind, file, today, linked))
            for place, file in enumerate(heads)
        ),
        categories=tuple(categories.values()),
    )


def _head(file: Path, today: date) -> tuple[dict[str, str], str]:
    head, _, body = with_dates(file.read_text("utf-8"), today).partition("\n---\n")
    return dict(line.split(": ", 1) for line in head.splitlines()), body.strip()


def _slug(file: Path) -> str:
    return file.stem.split("-", 1)[1]


def _page(
    kind: str,
    file: Path,
    place: int,
    entry_id: UUID,
    head: tuple[dict[str, str], str],
    categories: Mapping[str, SampleCategory],
    blocks: list[dict[str, Any]],
) -> SamplePage:
    about, body = head
    is_post = file.parent.name == "posts"
    return SamplePage(
        id=entry_id,
        type_key="post" if is_post else "page",
        slug=_slug(file),
        title=about["title"],
        body=f"{body}\n" if body else "",
        blocks=blocks,
        summary=about.get("summary", ""),
        cover=_picture(kind, about["cover"]) if "cover" in about else "",
        cover_alt=about.get("alt", ""),
        term_ids=[categories[about["category"]].id] if "category" in about else [],
        published=about.get("status", "published") == "published",
        in_navigation=not is_post and about.get("menu", "yes") == "yes",
        # Not all at the same second, and the home page the newest.
        age=int(about.get("age", place)) * 24 + place,
    )


def _blocks(
    kind: str, file: Path, today: date, linked: Mapping[str, UUID]
) -> list[dict[str, Any]]:
    """What lies beside a page's file, as an entry holds it."""
    beside = file.with_suffix(".toml")
    if not beside.is_file():
        return []

    def stored(key: str, value: Any, block: str) -> Any:
        if isinstance(value, list):
            return [{k: stored(k, v, block) for k, v in row.items()} for row in value]
        if key == "picture":
            return _picture(kind, value)
        if key == "to":
            return str(linked.get(value, value))
        return render_markdown(value) if (block, key) == ("text", "text") else value

    blocks = tomllib.loads(with_dates(beside.read_text("utf-8"), today))["blocks"]
    return [{key: stored(key, value, block["kind"]) for key, value in block.items()} for block in blocks]


def _picture(kind: str, name: str) -> str:
    return f"/_samples/{kind}/{name}"


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
