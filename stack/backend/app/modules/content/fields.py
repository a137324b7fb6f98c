"""What a content type's fields are and what they take. Pure.

An entry's data is checked by them on every save: what does not fit is refused by field, what no field
knows is left out. Only what is to be published must be complete.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from app.modules.content.values import CHECKS

FieldKind = Literal[
    "text", "richtext", "markdown", "number", "date", "boolean", "choice", "media", "reference", "list", "json"
]  # fmt: skip
# What a list may be made of.
ITEM_KINDS: Final = frozenset({"text", "number", "date", "media", "reference"})
UNIQUE_KINDS: Final = frozenset({"text", "number", "date"})

# What our own types alone have: see content/blocks.py.
OwnKind = Literal["seo", "blocks", "rows", "link", "term", "web", "email", "phone"]

LONGEST_LIST: Final = 200

@dataclass(frozen=True, slots=True)
class Field:
    """`of` names what a list is made of, or the type a reference leads to; `minimum` and `maximum`
    bound a number, the length of a text or the number of rows. `parts` are what each row holds,
    `blocks` what each kind of block does."""

    key: str
    kind: FieldKind | OwnKind
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
    parts: tuple["Field", ...] = ()
    blocks: Mapping[str, tuple["Field", ...]] | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value in checked data, and where it stands, such as `blocks.2.links.0.to`."""

    path: str
    field: Field
    kind: str
    value: Any


class Partly(ValueError):
    """What is made of others: what of it is good, and what is wrong below it by path."""

    def __init__(self, kept: Any, problems: Mapping[str, str]) -> None:
        super().__init__()
        self.kept = kept
        self.problems = problems


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
    """What of `data` is kept, and by `data.<path>` what is wrong with the rest."""
    kept, problems = _check_all(fields, data)
    return kept, {f"data.{path}": why for path, why in problems.items()}


def missing(fields: Sequence[Field], data: Mapping[str, Any]) -> dict[str, str]:
    """The required fields of which there is nothing in `data`."""
    return {f"data.{path}": "Needed before this can be published." for path in _missing(fields, data)}


def leaves(fields: Sequence[Field], data: Mapping[str, Any], above: str = "") -> Iterator[Leaf]:
    """Every single value in checked data, those in rows and blocks too."""
    for field in fields:
        value = data.get(field.key)
        path = f"{above}{field.key}"
        if value is None:
            continue
        if field.kind in ("rows", "blocks"):
            for place, (parts, one) in enumerate(_below(field, value)):
                yield from leaves(parts, one, f"{path}.{place}.")
        else:
            kind = field.of or "" if field.kind == "list" else field.kind
            for one in value if isinstance(value, list) else [value]:
                yield Leaf(path, field, kind, one)


def without_leaves(
    fields: Sequence[Field], data: Mapping[str, Any], gone: Callable[[Leaf], bool], above: str = ""
) -> dict[str, Any]:
    """Checked `data` but for the single values that are `gone`; of a list, the others stay."""
    kept = dict(data)
    for field in fields:
        value = data.get(field.key)
        path = f"{above}{field.key}"
        if value is None:
            continue
        if field.kind in ("rows", "blocks"):
            kept[field.key] = [
                without_leaves(parts, one, gone, f"{path}.{place}.")
                for place, (parts, one) in enumerate(_below(field, value))
            ]
            continue
        left = [leaf.value for leaf in leaves([field], data, above) if not gone(leaf)]
        if isinstance(value, list):
            kept[field.key] = left
        elif not left:
            del kept[field.key]
    return kept


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


def _check_all(
    fields: Sequence[Field], data: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, str]]:
    kept: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for field in fields:
        value = data.get(field.key)
        if value is None:
            continue
        try:
            kept[field.key] = _check(field, value, data)
        except Partly as error:
            kept[field.key] = error.kept
            problems |= {f"{field.key}.{path}": why for path, why in error.problems.items()}
        except ValueError as error:
            problems[field.key] = _sentence(str(error))
    return kept, problems


def _missing(fields: Sequence[Field], data: Mapping[str, Any], above: str = "") -> Iterator[str]:
    for field in fields:
        value = data.get(field.key)
        path = f"{above}{field.key}"
        if field.required and value in (None, "", []):
            yield path
        elif field.kind in ("rows", "blocks"):
            for place, (parts, one) in enumerate(_below(field, value or [])):
                yield from _missing(parts, one, f"{path}.{place}.")


def _below(
    field: Field, value: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[Sequence[Field], Mapping[str, Any]]]:
    """Each row or block of checked data, with what it is made of."""
    for one in value:
        yield (field.blocks.get(one["kind"], ()) if field.blocks else field.parts), one


def _check(field: Field, value: Any, data: Mapping[str, Any]) -> Any:
    if field.kind == "list":
        return [_single(field, field.of or "", item) for item in _list(value)]
    if field.kind == "rows":
        return _whole([(None, field.parts, item) for item in _rows(field, value)])
    if field.kind == "blocks":
        return _whole([_block(field, item) for item in _rows(field, value)])
    if field.multiple and field.kind in ("choice", "media", "reference"):
        return [_single(field, field.kind, item) for item in _list(value)]
    if field.kind == "richtext" and data.get("bodyFormat") == "markdown" and field.key == "body":
        return _single(field, "markdown", value)
    return _single(field, field.kind, value)


def _single(field: Field, kind: str, value: Any) -> Any:
    return CHECKS[kind](field, value)


type _Part = tuple[str | None, Sequence[Field] | None, Mapping[str, Any]]


def _rows(field: Field, value: Any) -> list[Mapping[str, Any]]:
    """`value` as a list of objects. Raises ValueError, of a row that is none too."""
    rows = _list(value)
    most = int(field.maximum or LONGEST_LIST)
    if len(rows) > most:
        raise ValueError(f"at most {most}")
    wrong = {str(n): "Must be an object." for n, one in enumerate(rows) if not isinstance(one, dict)}
    if wrong:
        raise Partly([one for one in rows if isinstance(one, dict)], wrong)
    return rows


def _block(field: Field, value: Mapping[str, Any]) -> _Part:
    kind = value.get("kind")
    known = isinstance(kind, str) and field.blocks is not None and kind in field.blocks
    return (str(kind), field.blocks[str(kind)], value) if known and field.blocks else (None, None, value)


def _whole(parts: Sequence[_Part]) -> list[dict[str, Any]]:
    """Rows or blocks, each checked by its own fields. Raises Partly with those that are good."""
    kept: list[dict[str, Any]] = []
    problems: dict[str, str] = {}
    for place, (kind, fields, value) in enumerate(parts):
        if fields is None:
            problems[f"{place}.kind"] = "There is no such kind of block."
            continue
        good, wrong = _check_all(fields, value)
        kept.append({"kind": kind, **good} if kind else good)
        problems |= {f"{place}.{path}": why for path, why in wrong.items()}
    if problems:
        raise Partly(kept, problems)
    return kept


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("must be a list")
    if len(value) > LONGEST_LIST:
        raise ValueError(f"at most {LONGEST_LIST}")
    return value


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
