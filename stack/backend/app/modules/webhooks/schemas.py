"""What clients send and get about webhooks."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Final, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from app.modules.core.events import EVENT_NAMES, EventName
from app.modules.core.schemas import Input, Line, Output, WebAddress
from app.modules.webhooks.addresses import Refused, read_url

# Who signs in and how the doors are kept is nobody's outside.
_TOLD: Final = frozenset({"entry", "term", "type", "media", "user", "site"})
SENT_OUT: Final = frozenset(name for name in EVENT_NAMES if name.split(".")[0] in _TOLD)
DeliveryStatus = Literal["pending", "delivered", "failed"]


def _event(value: EventName) -> EventName:
    if value not in SENT_OUT:
        raise ValueError("is not sent out")
    return value


def _url(value: str) -> str:
    try:
        read_url(value)
    except Refused as error:
        raise ValueError(str(error)) from error
    return value


class WebhookInput(Input):
    name: Annotated[Line, Field(min_length=1, max_length=120)]
    url: Annotated[WebAddress, AfterValidator(_url)]
    events: Annotated[frozenset[Annotated[EventName, AfterValidator(_event)]], Field(min_length=1)]
    active: bool = True


class LastDelivery(Output):
    status: DeliveryStatus
    created_at: datetime


class WebhookOutput(Output):
    """`stopped_why` is set when it was switched off by itself."""

    id: UUID
    name: str
    url: str
    events: Sequence[str]
    active: bool
    stopped_why: str | None
    created_at: datetime
    updated_at: datetime
    last_delivery: LastDelivery | None


class WebhookDetail(WebhookOutput):
    secret: str


class DeliveryOutput(Output):
    """`due_at` is the next attempt of one that is pending, else null; `response` the beginning of what was
    answered."""

    id: UUID
    message_id: str
    event: str
    body: str
    status: DeliveryStatus
    attempts: int
    created_at: datetime
    due_at: datetime | None
    tried_at: datetime | None
    response_status: int | None
    response: str | None
    error: str | None
    milliseconds: int | None


class DeliveryList(Output):
    items: Sequence[DeliveryOutput]
    next_cursor: str | None
