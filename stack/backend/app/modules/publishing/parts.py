"""What a client's own fields say on a public page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.modules.content.rendering import clean_html, render_markdown
from app.modules.core.database import Transaction


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a client's own type: `html` when it is more than lines of plain text."""

    label: str
    html: str
    lines: Sequence[str]


async def parts_of(db: Transaction, type_key: str, data: Mapping[str, Any]) -> Sequence[Part]:
    """In the order of the type's fields; what says nothing to a reader is left out."""
    # Loaded when there is such a type: every process has this one from its start.
    from app.modules.content import types
    from app.modules.publishing.value_html import date_said, files_html, links_html

    kind = (await types.all_types(db)).get(type_key)
    parts: list[Part] = []
    for one in kind.own if kind else ():
        value = data.get(one.key)
        if value in (None, "", []) or one.kind == "json":
            continue
        made_of = one.of if one.kind == "list" else one.kind
        if made_of == "media":
            parts.append(Part(one.label, files_html(one.label, _as_list(value)), ()))
        elif made_of == "reference":
            if links := await links_html(db, _as_list(value)):
                parts.append(Part(one.label, links, ()))
        elif made_of == "date":
            parts.append(Part(one.label, "", [date_said(v) for v in _as_list(value)]))
        elif one.kind == "richtext":
            parts.append(Part(one.label, clean_html(str(value)), ()))
        elif one.kind == "markdown":
            parts.append(Part(one.label, render_markdown(str(value)), ()))
        else:
            parts.append(Part(one.label, "", [_said(v) for v in _as_list(value)]))
    return parts


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return f"{value:g}" if isinstance(value, float) else str(value)
