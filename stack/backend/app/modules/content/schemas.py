"""What clients send and get about pages."""

import re
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from app.modules.core.schemas import Input, Line, Lines, Output

LONGEST_BODY = 200_000

Status = Literal["draft", "published"]
Title = Annotated[Line, Field(min_length=1, max_length=200)]
Body = Annotated[Lines, Field(max_length=LONGEST_BODY)]
# Longer than a slug may be, so that the service can say what is wrong with it.
Slug = Annotated[str, Field(max_length=200)]


_PICTURE = re.compile(r"(?:https://[^\s/\\]+/|/(?![/\\]))[^\s\\]*")


def _picture(value: str) -> str:
    if value and not _PICTURE.fullmatch(value):
        raise ValueError("must be a path on this site or an https address")
    return value


Summary = Annotated[Line, Field(max_length=300)]
# Where a picture is; '' for none.
Picture = Annotated[Line, Field(max_length=500), AfterValidator(_picture)]


class NewPageInput(Input):
    title: Title
    slug: Slug | None = None
    body: Body = ""
    summary: Summary = ""
    cover: Picture = ""
    cover_alt: Summary = ""


class PageInput(Input):
    """`version` is the one that was edited. What stands at None stays as it is."""

    title: Title
    slug: Slug
    body: Body
    summary: Summary | None = None
    cover: Picture | None = None
    cover_alt: Summary | None = None
    version: Annotated[int, Field(ge=1, le=2**31 - 1)]


class PreviewInput(Input):
    title: Annotated[Line, Field(max_length=200)] = ""
    body: Body


class PreviewOutput(Output):
    html: str


class AuthorOutput(Output):
    id: UUID
    name: str


class PageSummary(Output):
    id: UUID
    slug: str
    title: str
    status: Status
    in_navigation: bool
    position: int
    updated_at: datetime
    published_at: datetime | None
    author_id: UUID | None


class PageOutput(PageSummary):
    body: str
    summary: str
    cover: str
    cover_alt: str
    html: str
    version: int
    created_at: datetime
    author: AuthorOutput | None


class PageList(Output):
    items: list[PageSummary]
    next_cursor: str | None


class PublicPage(Output):
    """What a visitor sees of a published page."""

    slug: str
    title: str
    summary: str
    cover: str
    cover_alt: str
    html: str
    published_at: datetime
    updated_at: datetime


class PublicLink(Output):
    id: UUID
    slug: str
    title: str
    summary: str
    cover: str
    cover_alt: str
    published_at: datetime


class NavigationInput(Input):
    """The pages of the menu, in their order; every other page is not in it."""

    page_ids: Annotated[list[UUID], Field(max_length=50)]


class SamplePage(Output):
    """A page as a sample site brings it along. `age` is in hours before now."""

    slug: str
    title: str
    body: str
    summary: str
    cover: str
    cover_alt: str
    status: Status
    in_navigation: bool
    age: int


class PageCounts(Output):
    draft: int
    published: int
