"""What clients send and get about publishing."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import AwareDatetime

from app.modules.core.bulk import Ids
from app.modules.core.schemas import Input, Output

BulkAction = Literal["submit", "publish", "unpublish", "delete"]


class ScheduleInput(Input):
    """When to publish the version that is there by then, and when to take it back; null for never."""

    publish_at: AwareDatetime | None = None
    unpublish_at: AwareDatetime | None = None


class BulkInput(Input):
    ids: Ids
    action: BulkAction


class PublishedOutput(Output):
    """An entry as it was last published. `html` is its body, sanitised; `path` is null for a type
    without pages."""

    id: UUID
    type: str
    slug: str
    path: str | None
    title: str
    data: dict[str, Any]
    html: str
    terms: list[UUID]
    locale: str
    parent_id: UUID | None
    first_published_at: datetime
    published_at: datetime


class PublishedList(Output):
    items: list[PublishedOutput]
    next_cursor: str | None


class PreviewLinkOutput(Output):
    url: str
    expires_at: datetime
