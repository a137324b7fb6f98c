"""/internal: reached by Freehold from the host's side with the stack's control token; web never
routes here."""

import hmac
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query
from fastapi.responses import PlainTextResponse

from app.modules.core.actor import FREEHOLD, acting
from app.modules.core.dependencies import (
    InContext,
    InDatabase,
    InInstallation,
    InOutgoing,
    InSettings,
)
from app.modules.core.errors import AppError
from app.modules.core.metrics import resident_bytes
from app.modules.core.outgoing import Outcome
from app.modules.identity import service as identity
from app.modules.identity.schemas import SetupLinkOutput
from app.modules.internal import service
from app.modules.internal.schemas import (
    OutcomeInput,
    OutgoingOutput,
    OutgoingRequest,
    SampleInput,
    SignOutInput,
    SignOutOutput,
    SiteIdentityInput,
    StatusOutput,
)


async def require_control_token(
    settings: InSettings, authorization: Annotated[str, Header()] = ""
) -> None:
    """Raises unauthorized."""
    expected = f"Bearer {settings.control_token}"
    if not hmac.compare_digest(authorization.encode(), expected.encode()):
        raise AppError("unauthorized")
    acting.set(FREEHOLD)


router = APIRouter(prefix="/internal", dependencies=[Depends(require_control_token)])


@router.post("/setup-links", status_code=201)
async def create_setup_link(database: InDatabase) -> SetupLinkOutput:
    """A one-time link for the first administrator. 409 already_set_up once anybody is there."""
    async with database.transaction() as db:
        token, expires_at = await identity.create_setup_link(db)
    return SetupLinkOutput(token=token, expires_at=expires_at)


@router.get("/status")
async def status(
    database: InDatabase, settings: InSettings, installation: InInstallation
) -> StatusOutput:
    async with database.transaction() as db:
        return await service.stack_status(db, settings.release, installation)


@router.put("/site", status_code=204)
async def take_identity(
    given: SiteIdentityInput, database: InDatabase, installation: InInstallation
) -> None:
    """The public address, the client's name, whether this is a demo: effective at once."""
    async with database.transaction() as db:
        await service.take_identity(db, given)
    async with database.transaction() as db:
        await installation.read(db)


@router.put("/sample", status_code=204)
async def plant_sample(given: SampleInput, database: InDatabase) -> None:
    """Put a sample site in the place of whatever is there. 409 already_in_use once anybody was
    ever signed in."""
    from app.modules.seed import service as seed

    async with database.transaction() as db:
        await seed.plant(db, given.kind)


@router.get("/metrics", response_model=None)
async def metrics(context: InContext) -> PlainTextResponse:
    async with context.database.transaction() as db:
        measures = await service.measure(db)
    body = service.metrics_text(measures, context.metrics.answers(), resident_bytes())
    return PlainTextResponse(body, media_type="text/plain; version=0.0.4")


@router.post("/outgoing")
async def take_outgoing(
    outgoing: InOutgoing, wait: Annotated[float, Query(ge=0, le=10)] = 0
) -> OutgoingOutput:
    """Requests that the stack wants made, or within `wait` seconds will; they are the caller's now."""
    taken = await outgoing.take(wait)
    return OutgoingOutput(requests=[OutgoingRequest.model_validate(request) for request in taken])


@router.put("/outgoing/{request_id}", status_code=204)
async def settle_outgoing(request_id: UUID, given: OutcomeInput, outgoing: InOutgoing) -> None:
    """What came of one. 404 not_found when nobody waits for it any more."""
    if not outgoing.settle(request_id, Outcome(given.status, given.body, given.problem)):
        raise AppError("not_found")


@router.post("/sign-out")
async def sign_out(database: InDatabase, given: SignOutInput | None = None) -> SignOutOutput:
    """End everybody's sessions, or one person's."""
    async with database.transaction() as db:
        return SignOutOutput(ended=await identity.close_sessions(db, given.email if given else None))


@router.delete("/users/{email:path}", status_code=204)
async def remove_user(email: str, database: InDatabase) -> None:
    """End a person's access; what they wrote stays. 404 not_found."""
    async with database.transaction() as db:
        await identity.remove_by_email(db, email)
