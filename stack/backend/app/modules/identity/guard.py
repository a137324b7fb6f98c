"""Who is asking, as a dependency for the routers of every module."""

from typing import Annotated

from fastapi import Cookie, Depends

from app.modules.core.admission import SESSION_COOKIE
from app.modules.core.dependencies import InDatabase, InSettings
from app.modules.core.errors import AppError
from app.modules.identity import service
from app.modules.identity.schemas import UserOutput

SessionToken = Annotated[str | None, Cookie(alias=SESSION_COOKIE, max_length=200)]


async def require_user(
    database: InDatabase, settings: InSettings, token: SessionToken = None
) -> UserOutput:
    """The signed-in user. Raises not_signed_in."""
    if token is None:
        raise AppError("not_signed_in")
    async with database.transaction() as db:
        user = await service.user_of_session(db, token, settings.secret_key)
    if user is None:
        raise AppError("not_signed_in")
    return user


CurrentUser = Annotated[UserOutput, Depends(require_user)]
