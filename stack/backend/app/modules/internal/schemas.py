"""What Freehold says to a stack and gets from it."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field

from app.modules.content.counting import EntryCounts
from app.modules.core.schemas import Input, Line, Output, WebAddress
from app.modules.core.settings import is_site_url
from app.modules.identity.schemas import Email
from app.modules.seed.schemas import Kind


def _site_url(value: str) -> str:
    value = value.rstrip("/")
    if not is_site_url(value):
        raise ValueError("must be http(s)://host[:port] without a path")
    return value


class DemoInput(Input):
    """Without `keep_url` a demo lives until then and keeps its own; what is no demo stays none."""

    expires_at: AwareDatetime
    keep_url: WebAddress | None = None


class SiteIdentityInput(Input):
    """`site_name` stays as it is when it is not given; so does `demo`, which null ends."""

    site_url: Annotated[Line, Field(max_length=300), AfterValidator(_site_url)]
    site_name: Annotated[Line, Field(min_length=1, max_length=200)] | None = None
    demo: DemoInput | None = None


class OutgoingRequest(Output):
    """A POST to be made for the stack."""

    id: UUID
    url: str
    headers: dict[str, str]
    body: str


class OutgoingOutput(Output):
    requests: list[OutgoingRequest]


class OutcomeInput(Input):
    """Status and the beginning of the answer, or the problem that there was none for."""

    status: Annotated[int, Field(ge=100, le=599)] | None = None
    body: Annotated[str, Field(max_length=4000)] = ""
    problem: Annotated[Line, Field(max_length=300)] | None = None


class SampleInput(Input):
    kind: Kind


class SignOutInput(Input):
    email: Email | None = None


class SignOutOutput(Output):
    ended: int


class StatusOutput(Output):
    """`database_bytes` is what the database itself takes on disk, WAL apart; `site_named` whether
    the site's title is the client's own; `signed_in_at` when somebody first signed in."""

    version: str
    migration: str
    users: int
    administrators: int
    pages: EntryCounts
    published: int
    site_named: bool
    signed_in_at: datetime | None
    database_bytes: int
