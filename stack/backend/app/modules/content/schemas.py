"""What clients send and get about pages."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.modules.core.schemas import Input, Line, Lines, Output

LONGEST_BODY = 200_000

Status = Literal["draft", "published"]
Title = Annotated[Line, Field(min_length=1, max_length=200)]
Body = Annotated[Lines, Field(max_length=LONGEST_BODY)]
# Longer than a slug may be, so that the service can say what is wrong with it.
Slug = Annotated[str, Field(max_length=200)]


class NewPageInput(Input):
    title: Title
    slug: Slug | None = None
    body: Body = ""


class PageInput(Input):
    """`version` is the one that was edited."""

    title: Title
    slug: Slug
    body: Body
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
    updated_at: datetime
    published_at: datetime | None


class PageOutput(PageSummary):
    body: str
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
    html: str
    published_at: datetime
    updated_at: datetime


class PublicLink(Output):
    slug: str
    title: str
    published_at: datetime


class PageCounts(Output):
    draft: int
    published: int
