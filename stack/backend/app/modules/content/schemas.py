"""What clients send and get about entries, types and terms, and what services hand to one another."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from app.modules.content.fields import FieldKind
from app.modules.core.old_paths import OldPath
from app.modules.core.schemas import Input, Line, Lines, Output

LONGEST_BODY = 200_000
MOST_TERMS = 50

Status = Literal["draft", "in_review", "published"]
TermKind = Literal["category", "tag"]
Sort = Literal["updated", "title", "position", "published"]
Title = Annotated[Line, Field(min_length=1, max_length=200)]
# Longer than a slug may be, so that the service can say what is wrong with it.
Slug = Annotated[str, Field(max_length=200)]
TypeKey = Annotated[str, Field(max_length=40)]
Label = Annotated[Line, Field(min_length=1, max_length=80)]
Note = Annotated[Line, Field(max_length=300)]
Locale = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]
Place = Annotated[int, Field(ge=0, le=1_000_000)]
TermIds = Annotated[list[UUID], Field(max_length=MOST_TERMS)]


class NewEntryInput(Input):
    """Without a slug one is made from the title. `data` is as the type's fields say."""

    type: TypeKey
    title: Title
    slug: Slug | None = None
    data: dict[str, Any] = Field(default_factory=dict)
    parent_id: UUID | None = None
    terms: TermIds = Field(default_factory=list)
    in_navigation: bool | None = None
    locale: Locale = "en"


class EntryInput(Input):
    """`version` is the one that was edited. What is not said stays as it is, in `data` too, where
    null takes a field out. An `autosave` may take the place of the one before it among the revisions."""

    version: Version
    title: Title | None = None
    slug: Slug | None = None
    data: dict[str, Any] = Field(default_factory=dict)
    parent_id: UUID | None = None
    position: Place | None = None
    terms: TermIds | None = None
    in_navigation: bool | None = None
    autosave: bool = False


class PlaceInput(Input):
    """What to stand below, null at the top, and which of those there to stand before, null for none: last."""

    parent_id: UUID | None
    before_id: UUID | None = None


class PreviewInput(Input):
    title: Annotated[Line, Field(max_length=200)] = ""
    body: Annotated[Lines, Field(max_length=LONGEST_BODY)]
    body_format: Literal["markdown", "html"] = "markdown"


class PreviewOutput(Output):
    html: str


class AuthorOutput(Output):
    id: UUID
    name: str


class TermOutput(Output):
    id: UUID
    kind: TermKind
    slug: str
    name: str
    description: str
    parent_id: UUID | None


class TermCount(TermOutput):
    """`entries` counts the working copies that bear it, `entries_with_below` those too that bear one below it."""

    entries: int
    entries_with_below: int


class TermInput(Input):
    """Only a category may stand below another one."""

    kind: TermKind
    name: Label
    slug: Slug | None = None
    description: Note = ""
    parent_id: UUID | None = None


class ArchivedTerm(TermInput):
    """`paths` are where its list was before, `merged_ids` those of terms that went into it."""

    id: UUID
    paths: list[OldPath] = Field(default_factory=list)
    merged_ids: list[UUID] = Field(default_factory=list)


class TermChange(Input):
    """What is not said stays as it is; a parent of null puts a category at the top."""

    name: Label | None = None
    slug: Slug | None = None
    description: Note | None = None
    parent_id: UUID | None = None


class MergeInput(Input):
    into: UUID


class EntrySummary(Output):
    """`path` is where the entry would be public, `published_path` where it is; null for a type without
    pages. `has_changes` says that it is public and that what was saved since is not."""

    id: UUID
    type: str
    slug: str
    title: str
    status: Status
    published: bool
    has_changes: bool
    locale: str
    parent_id: UUID | None
    position: int
    in_navigation: bool
    terms: list[UUID]
    path: str | None
    published_path: str | None
    version: int
    created_at: datetime
    updated_at: datetime
    published_at: datetime | None
    first_published_at: datetime | None
    publish_at: datetime | None
    unpublish_at: datetime | None
    schedule_problem: str
    author: AuthorOutput | None


class EntryOutput(EntrySummary):
    """`html` is the body as visitors would see it."""

    data: dict[str, Any]
    html: str
    published_version: int | None
    translation_group: UUID | None
    saved_by: AuthorOutput | None


class EntryList(Output):
    items: list[EntrySummary]
    next_cursor: str | None


class FieldInput(Input):
    """`choices` are of a choice; `of` says what a list is made of, or the type a reference leads to;
    `minimum` and `maximum` bound a number or the length of a text."""

    key: Annotated[str, Field(pattern=r"^[a-z][A-Za-z0-9_]{0,39}$")]
    label: Label
    kind: FieldKind
    help: Note = ""
    required: bool = False
    unique: bool = False
    default: Any = None
    choices: Annotated[list[Label], Field(max_length=100)] = Field(default_factory=list)
    multiple: bool = False
    of: TypeKey | None = None
    minimum: float | None = None
    maximum: float | None = None


class FieldOutput(FieldInput):
    pass


Fields = Annotated[list[FieldInput], Field(max_length=60)]


class TypeInput(Input):
    """`public` gives each entry a page of its own at /{key}/{slug}."""

    key: TypeKey
    name: Label
    plural: Label
    description: Note = ""
    public: bool = False
    fields: Fields = Field(default_factory=list)


class TypeChange(Input):
    """What is not said stays as it is. Of a built-in type, the fields that are added to it."""

    name: Label | None = None
    plural: Label | None = None
    description: Note | None = None
    public: bool | None = None
    fields: Fields | None = None


class TypeOutput(Output):
    """`document` says that its entries have a body, a summary, a picture and words for search
    engines beside its own `fields`."""

    key: str
    name: str
    plural: str
    description: str
    public: bool
    tree: bool
    built_in: bool
    document: bool
    fields: list[FieldOutput]
    entries: int
    updated_at: datetime


class NavigationInput(Input):
    """The pages of the menu, in their order; every other page is not in it."""

    page_ids: Annotated[list[UUID], Field(max_length=50)]


@dataclass(frozen=True, slots=True)
class Draft:
    """What one save of an entry holds: what a revision keeps and publishing shows."""

    slug: str
    title: str
    data: dict[str, Any]
    parent_id: UUID | None
    term_ids: list[UUID]


@dataclass(frozen=True, slots=True)
class Entry:
    """A working copy as other modules see it."""

    id: UUID
    type_key: str
    draft: Draft
    position: int
    in_navigation: bool
    status: Status
    locale: str
    author_id: UUID | None
    # Who wrote it, when that is nobody here.
    byline: str
    version: int
    publish_at: datetime | None
    unpublish_at: datetime | None
    published_version: int | None
    published_path: str | None
    published_at: datetime | None
    first_published_at: datetime | None


@dataclass(frozen=True, slots=True)
class SampleCategory:
    id: UUID
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class SamplePage:
    """A page or post as a sample site brings it along. `age` is in hours before now."""

    id: UUID
    type_key: str
    slug: str
    title: str
    body: str
    blocks: list[dict[str, Any]]
    summary: str
    cover: str
    cover_alt: str
    term_ids: list[UUID]
    published: bool
    in_navigation: bool
    age: int
