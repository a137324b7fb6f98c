"""/internal: reached by Freehold from the host's side with the stack's control token; web never
routes here."""

import hmac
from typing import Annotated

from fastapi import APIRouter, Depends, Header

from app.modules.core.dependencies import InDatabase, InSettings
from app.modules.core.errors import AppError
from app.modules.identity import service as identity
from app.modules.identity.schemas import SetupLinkOutput
from app.modules.internal import service
from app.modules.internal.schemas import StatusOutput


async def require_control_token(
    settings: InSettings, authorization: Annotated[str, Header()] = ""
) -> None:
    """Raises unauthorized."""
    expected = f"Bearer {settings.control_token}"
    if not hmac.compare_digest(authorization.encode(), expected.encode()):
        raise AppError("unauthorized")


router = APIRouter(prefix="/internal", dependencies=[Depends(require_control_token)])


@router.post("/setup-links", status_code=201)
async def create_setup_link(database: InDatabase) -> SetupLinkOutput:
    """A one-time link for the first administrator. 409 already_set_up once anybody is there."""
    async with database.transaction() as db:
        token, expires_at = await identity.create_setup_link(db)
    return SetupLinkOutput(token=token, expires_at=expires_at)


@router.get("/status")
async def status(database: InDatabase, settings: InSettings) -> StatusOutput:
    async with database.transaction() as db:
        return await service.stack_status(db, settings.release)
