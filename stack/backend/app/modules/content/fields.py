"""What a content type's fields are and what they take. Pure.

An entry's data is checked by them on every save: what does not fit is refused by field, what no field
knows is left out. Only what is to be published must be complete.
"""

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal
from uuid import UUID

from app.modules.content.rendering import clean_html
from app.modules.core.schemas import many_lines, one_line

FieldKind = Literal[
    "text", "richtext", "markdown", "number", "date", "boolean", "choice", "media", "reference", "list", "json"
]  # fmt: skip
# What a list may be made of.
ITEM_KINDS: Final = frozenset({"text", "number", "date", "media", "reference"})
UNIQUE_KINDS: Final = frozenset({"text", "number", "date"})

LONGEST_TEXT: Final = 5_000
LONGEST_BODY: Final = 200_000
LONGEST_JSON: Final = 50_000
LONGEST_LIST: Final = 200
_PICTURE = re.compile(r"(?:https://[^\s/\\]+/|/(?![/\\]))[^\s\\]*")


@dataclass(frozen=True, slots=True)
class Field:
    """`of` names what a list is made of, or the type a reference leads to; `minimum` and `maximum`
    bound a number, or the length of a text."""

    key: str
    # "seo" is of documents alone; no client's type has it.
    kind: FieldKind | Literal["seo"]
    label: str = ""
    help: str = ""
    required: bool = False
    unique: bool = False
    default: Any = None
    choices: tuple[str, ...] = ()
    multiple: bool = False
    of: str | None = None
    minimum: float | None = None
    maximum: float | None = None


# What every page and post has, beside what a client adds to them.
DOCUMENT: Final = (
    Field("body", "richtext", "Text"),
    Field("bodyFormat", "choice", "Format", choices=("html", "markdown"), default="html"),
    Field("summary", "text", "Summary", maximum=300),
    Field("cover", "media", "Picture"),
    Field("coverAlt", "text", "What the picture shows", maximum=300),
    Field("seo", "seo", "For search engines"),
)


def with_defaults(fields: Sequence[Field], data: Mapping[str, Any]) -> dict[str, Any]:
    """`data` of a new entry, what it leaves out filled with the fields' defaults."""
    filled = {field.key: field.default for field in fields if field.default is not None}
    return {**filled, **data}


def check_data(
    fields: Sequence[Field], data: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, str]]:
    """What of `data` is kept, and by `data.<field>` what is wrong with the rest."""
    kept: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for field in fields:
        value = data.get(field.key)
        if value is None:
            continue
        try:
            kept[field.key] = _check(field, value, data)
        except ValueError as error:
            problems[f"data.{field.key}"] = _sentence(str(error))
    return kept, problems


def missing(fields: Sequence[Field], data: Mapping[str, Any]) -> dict[str, str]:
    """The required fields of which there is nothing in `data`."""
    return {
        f"data.{field.key}": "Needed before this can be published."
        for field in fields
        if field.required and data.get(field.key) in (None, "", [])
    }


def definition_problem(field: Field) -> str | None:
    """Why `field` cannot be one; None when it can."""
    if field.kind == "choice" and not field.choices:
        return "A choice needs something to choose from."
    if len(set(field.choices)) != len(field.choices):
        return "Two choices are the same."
    if field.unique and field.kind not in UNIQUE_KINDS:
        return "Only a text, a number or a date can be unique."
    if field.kind == "list" and field.of not in ITEM_KINDS:
        return f"A list is made of one of: {', '.join(sorted(ITEM_KINDS))}."
    if field.minimum is not None and field.maximum is not None and field.minimum > field.maximum:
        return "The least is more than the most."
    if field.default is not None:
        problems = check_data([field], {field.key: field.default})[1]
        if problems:
            return f"The default does not fit: {problems[f'data.{field.key}']}"
    return None


def references(fields: Sequence[Field], data: Mapping[str, Any]) -> dict[UUID, str | None]:
    """The entries that checked data refers to, each with the type it must be of."""
    found: dict[UUID, str | None] = {}
    for field in fields:
        if field.kind == "reference":
            wanted = field.of
        elif field.kind == "list" and field.of == "reference":
            wanted = None
        else:
            continue
        value = data.get(field.key, [])
        found |= {UUID(one): wanted for one in (value if isinstance(value, list) else [value])}
    return found


def _check(field: Field, value: Any, data: Mapping[str, Any]) -> Any:
    if field.kind == "list":
        return [_single(field, field.of or "", item) for item in _list(value)]
    if field.multiple and field.kind in ("choice", "media", "reference"):
        return [_single(field, field.kind, item) for item in _list(value)]
    if field.kind == "richtext" and data.get("bodyFormat") == "markdown" and field.key == "body":
        return _single(field, "markdown", value)
    return _single(field, field.kind, value)


def _single(field: Field, kind: str, value: Any) -> Any:
    return _CHECKS[kind](field, value)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("must be a list")
    if len(value) > LONGEST_LIST:
        raise ValueError(f"at most {LONGEST_LIST}")
    return value


def _string(value: Any, longest: float) -> str:
    if not isinstance(value, str):
        raise ValueError("must be text")
    if len(value) > longest:
        raise ValueError(f"at most {longest:g} characters")
    return value


def _text(field: Field, value: Any) -> str:
    text = many_lines(_string(value, min(field.maximum or LONGEST_TEXT, LONGEST_BODY))).strip()
    if text and field.minimum is not None and len(text) < field.minimum:
        raise ValueError(f"at least {field.minimum:g} characters")
    return text


def _richtext(_: Field, value: Any) -> str:
    return clean_html(many_lines(_string(value, LONGEST_BODY)))


def _markdown(_: Field, value: Any) -> str:
    return many_lines(_string(value, LONGEST_BODY))


def _number(field: Field, value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("must be a number")
    # Beyond this a browser no longer tells one whole number from the next.
    if not math.isfinite(value) or abs(value) > 2**53:
        raise ValueError("is out of range")
    if field.minimum is not None and value < field.minimum:
        raise ValueError(f"at least {field.minimum:g}")
    if field.maximum is not None and value > field.maximum:
        raise ValueError(f"at most {field.maximum:g}")
    number: int | float = value
    return number


def _date(_: Field, value: Any) -> str:
    """A day, or a moment with its zone."""
    text = _string(value, 40)
    try:
        if len(text) == 10:
            return date.fromisoformat(text).isoformat()
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError("must be a date such as 2027-03-31") from None
    if moment.tzinfo is None:
        raise ValueError("a time needs its zone")
    return moment.isoformat()


def _boolean(_: Field, value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be yes or no")
    return value


def _choice(field: Field, value: Any) -> str:
    if value not in field.choices:
        raise ValueError("is not one of the choices")
    return str(value)


def _media(_: Field, value: Any) -> str:
    """Where a picture or a file is; '' for none."""
    address = one_line(_string(value, 500))
    if address and not _PICTURE.fullmatch(address):
        raise ValueError("must be a path on this site or an https address")
    return address


def _reference(_: Field, value: Any) -> str:
    try:
        return str(UUID(_string(value, 36)))
    except ValueError:
        raise ValueError("must be the id of an entry") from None


def _seo(_: Field, value: Any) -> dict[str, Any]:
    """What stands in the place of title and summary in search engines, and whether they may look."""
    if not isinstance(value, dict):
        raise ValueError("must be an object")
    kept: dict[str, Any] = {}
    for name, longest in (("title", 120), ("description", 300)):
        if text := one_line(_string(value.get(name) or "", longest)):
            kept[name] = text
    if value.get("noindex"):
        kept["noindex"] = True
    return kept


def _json(_: Field, value: Any) -> Any:
    text = json.dumps(value, ensure_ascii=False)
    if len(text) > LONGEST_JSON:
        raise ValueError(f"at most {LONGEST_JSON} characters")
    if "\\u0000" in text or any("\ud800" <= c <= "\udfff" for c in text):
        raise ValueError("must not contain control characters")
    return value


_CHECKS: Final[Mapping[str, Callable[[Field, Any], Any]]] = {
    "text": _text,
    "richtext": _richtext,
    "markdown": _markdown,
    "number": _number,
    "date": _date,
    "boolean": _boolean,
    "choice": _choice,
    "media": _media,
    "reference": _reference,
    "seo": _seo,
    "json": _json,
}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
