"""Content types: two built in, the others defined in the admin. Each call takes the caller's
transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from sqlalchemy import Row, delete, func, insert, select, update

from app.modules.content.blocks import BLOCKS_FIELD
from app.modules.content.fields import DOCUMENT, Field, definition_problem
from app.modules.content.models import content_types, entries
from app.modules.content.schemas import (
    FieldInput,
    FieldOutput,
    TypeChange,
    TypeInput,
    TypeOutput,
)
from app.modules.content.slugs import RESERVED, slug_problem
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.events import EventName, emit

LONGEST_KEY = 40
MOST_TYPES = 60
# First segments that posts, listings and pages of ours stand under.
_TAKEN: Final = RESERVED | {"blog", "page", "post", "category", "tag"}
_PAGE: Final = (*DOCUMENT, BLOCKS_FIELD)
_DOCUMENT_KEYS: Final = frozenset(field.key for field in _PAGE)
_SEO: Final = tuple(field for field in DOCUMENT if field.kind == "seo")


@dataclass(frozen=True, slots=True)
class Type:
    """`own` are the fields defined in the admin, `fields` all that an entry's data is checked by."""

    key: str
    name: str
    plural: str
    description: str
    public: bool
    tree: bool
    own: tuple[Field, ...]
    fields: tuple[Field, ...]


async def all_types(db: Transaction) -> Mapping[str, Type]:
    return {row.key: _type(row) for row in await db.execute(select(content_types))}


async def get_type(db: Transaction, key: str) -> Type:
    """Raises invalid_input."""
    found = await db.execute(select(content_types).where(content_types.c.key == key))
    row = found.one_or_none()
    if row is None:
        raise AppError("invalid_input", fields={"type": "There is no such type."})
    return _type(row)


async def list_types(db: Transaction) -> list[TypeOutput]:
    """Pages, posts, then the others by name."""
    order = (content_types.c.built_in.desc(), content_types.c.plural, content_types.c.key)
    rows = (await db.execute(select(content_types).order_by(*order))).all()
    counted = await db.execute(
        select(entries.c.type_key, func.count()).group_by(entries.c.type_key)
    )
    numbers = {key: number for key, number in counted}
    return [_output(row, numbers.get(row.key, 0)) for row in rows]


async def describe_type(db: Transaction, key: str) -> TypeOutput:
    """Raises not_found."""
    row = await _find(db, key)
    counted = await db.execute(select(func.count()).where(entries.c.type_key == key))
    return _output(row, counted.scalar_one())


async def create_type(db: Transaction, given: TypeInput) -> TypeOutput:
    """Raises invalid_input, slug_taken."""
    problem = slug_problem(given.key)
    if problem or given.key in _TAKEN or not given.key[0].isalpha() or len(given.key) > LONGEST_KEY:
        why = problem or "This key is reserved, does not begin with a letter, or is too long."
        raise AppError("invalid_input", fields={"key": why})
    present = await all_types(db)
    if given.key in present:
        raise AppError("slug_taken", fields={"key": "Another type already has this key."})
    if len(present) >= MOST_TYPES:
        raise AppError("invalid_input", fields={"key": f"At most {MOST_TYPES} types."})
    _check_fields(given.fields, {*present, given.key}, built_in=False)
    values = given.model_dump(exclude={"fields"})
    await db.execute(insert(content_types).values(**values, fields=_stored(given.fields)))
    await _tell(db, "type.saved", given.key, given.name)
    return await describe_type(db, given.key)


async def change_type(db: Transaction, key: str, given: TypeChange) -> TypeOutput:
    """What entries hold is checked against the changed fields when they are next saved. Raises
    not_found, invalid_input, in_use."""
    row = await _find(db, key, to="change")
    values = {k: v for k, v in given.model_dump(exclude={"fields"}).items() if v is not None}
    if row.built_in and values:
        raise AppError("invalid_input", fields=dict.fromkeys(values, "Is built in."))
    if given.public is False and row.public and await _has_public_entries(db, key):
        raise AppError("in_use", "Unpublish the entries of this type first.")
    if given.fields is not None:
        _check_fields(given.fields, set(await all_types(db)), built_in=row.built_in)
        values["fields"] = _stored(given.fields)
    await db.execute(
        update(content_types)
        .where(content_types.c.key == key)
        .values(**values, updated_at=func.now())
    )
    await _tell(db, "type.saved", key, values.get("name", row.name))
    return await describe_type(db, key)


async def delete_type(db: Transaction, key: str) -> None:
    """Raises not_found, in_use."""
    row = await _find(db, key, to="delete")
    if row.built_in:
        raise AppError("in_use", "This type is built in.")
    used = await db.execute(select(entries.c.id).where(entries.c.type_key == key).limit(1))
    if used.one_or_none() is not None:
        raise AppError("in_use", "Delete the entries of this type first.")
    await db.execute(delete(content_types).where(content_types.c.key == key))
    await _tell(db, "type.deleted", key, row.name)


async def restore_types(
    db: Transaction, given: Sequence[TypeInput]
) -> list[tuple[TypeInput, Literal["created", "updated", "unchanged", "skipped"], str]]:
    """Those that are new here, and of those that are not the fields that are; what is here already stays
    as it is. Each with what became of it and, where that is not all, why."""
    created: set[str] = set()
    refused: dict[str, str] = {}
    # Without their fields at first: these may lead from one to the other.
    present = set(await all_types(db))
    for one in given:
        if one.key not in present:
            try:
                await create_type(db, one.model_copy(update={"fields": []}))
                created.add(one.key)
            except AppError as error:
                refused[one.key] = error.in_words()
    return [
        (one, "skipped", refused[one.key]) if one.key in refused else (one, *await _restore_fields(db, one, created))
        for one in given
    ]


async def _restore_fields(
    db: Transaction, given: TypeInput, created: set[str]
) -> tuple[Literal["created", "updated", "unchanged", "skipped"], str]:
    stored = (await _find(db, given.key, to="change")).fields
    here = {one["key"]: one for one in stored}
    new = [one for one in given.fields if one.key not in here]
    kept = [one.key for one in given.fields if one.key in here and _stored([one]) != [here[one.key]]]
    reason = f"These fields are others here and stay so: {', '.join(kept)}." if kept else ""
    if new:
        fields = [*map(FieldInput.model_validate, stored), *new]
        try:
            await change_type(db, given.key, TypeChange(fields=fields))
        except AppError as error:
            return "skipped", error.in_words()
    if given.key in created:
        return "created", reason
    return ("updated" if new else "unchanged"), reason


def path_of(kind: Type, slug: str, above: str | None) -> str | None:
    """Where an entry of this type stands, below the path of its parent; None without a page."""
    if not kind.public:
        return None
    if kind.tree:
        return f"{above or ''}/{slug}"
    return f"/{'blog' if kind.key == 'post' else kind.key}/{slug}"


async def _tell(db: Transaction, event: EventName, key: str, name: str) -> None:
    await emit(db, event, {"id": key, "type": "type", "title": name})


async def _find(db: Transaction, key: str, *, to: Literal["read", "change", "delete"] = "read") -> Row[Any]:
    query = select(content_types).where(content_types.c.key == key)
    if to != "read":
        # Of a type that changes, as by an import, others make entries meanwhile; of one that goes they do not.
        query = query.with_for_update(key_share=to == "change")
    row = (await db.execute(query)).one_or_none()
    if row is None:
        raise AppError("not_found")
    return row


async def _has_public_entries(db: Transaction, key: str) -> bool:
    found = await db.execute(
        select(entries.c.id)
        .where(entries.c.type_key == key, entries.c.published_version.is_not(None))
        .limit(1)
    )
    return found.one_or_none() is not None


def _check_fields(given: Iterable[FieldInput], types: set[str], *, built_in: bool) -> None:
    """Raises invalid_input by `fields.<place>`."""
    problems: dict[str, str] = {}
    seen: set[str] = set(_DOCUMENT_KEYS) if built_in else {field.key for field in _SEO}
    for place, one in enumerate(given):
        field = _field(one.model_dump())
        if field.key in seen:
            problems[f"fields.{place}"] = f"“{field.key}” is there already."
        elif field.kind == "reference" and field.of is not None and field.of not in types:
            problems[f"fields.{place}"] = "There is no such type to refer to."
        elif problem := definition_problem(field):
            problems[f"fields.{place}"] = problem
        seen.add(field.key)
    if problems:
        raise AppError("invalid_input", fields=problems)


def _stored(given: Iterable[FieldInput]) -> list[dict[str, Any]]:
    return [one.model_dump(exclude_defaults=True) for one in given]


def _field(stored: Mapping[str, Any]) -> Field:
    return Field(**{**stored, "choices": tuple(stored.get("choices", ()))})


def _type(row: Row[Any]) -> Type:
    own = tuple(_field(stored) for stored in row.fields)
    # Only a page is laid out; a post is read from its top to its end.
    document = _PAGE if row.key == "page" else DOCUMENT
    common = document if row.built_in else _SEO if row.public else ()
    return Type(
        key=row.key,
        name=row.name,
        plural=row.plural,
        description=row.description,
        public=row.public,
        tree=row.tree,
        own=own,
        fields=(*common, *own),
    )


def _output(row: Row[Any], number: int) -> TypeOutput:
    return TypeOutput(
        key=row.key,
        name=row.name,
        plural=row.plural,
        description=row.description,
        public=row.public,
        tree=row.tree,
        built_in=row.built_in,
        document=row.built_in,
        fields=[FieldOutput(**asdict(field)) for field in _type(row).own],
        entries=number,
        updated_at=row.updated_at,
    )
