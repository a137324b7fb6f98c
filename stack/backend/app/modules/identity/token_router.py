"""/api/tokens."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter

from app.modules.core.dependencies import InDatabase, InSettings
from app.modules.identity import api_tokens
from app.modules.identity.guard import CurrentUser, allow
from app.modules.identity.schemas import NewTokenInput, NewTokenOutput, TokenOutput

router = APIRouter(prefix="/api/tokens")


@router.get("", dependencies=[allow("tokens.manage")])
async def list_tokens(database: InDatabase) -> Sequence[TokenOutput]:
    async with database.transaction() as db:
        return await api_tokens.list_tokens(db)


@router.post("", status_code=201, dependencies=[allow("tokens.manage")])
async def create_token(
    given: NewTokenInput, user: CurrentUser, database: InDatabase, settings: InSettings
) -> NewTokenOutput:
    """The answer is the only place where the token is ever seen."""
    async with database.transaction() as db:
        return await api_tokens.create_token(db, given, user, settings.secret_key)


@router.delete("/{token_id}", status_code=204, dependencies=[allow("tokens.manage")])
async def revoke_token(token_id: UUID, database: InDatabase) -> None:
    async with database.transaction() as db:
        await api_tokens.revoke_token(db, token_id)
