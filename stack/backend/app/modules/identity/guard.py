"""Who is asking and whether they may, as dependencies for the routers of every module. Every route
under /api names what it needs by `allow`, apart from those that let people in and out."""

from typing import Annotated, Any

from fastapi import Cookie, Depends

from app.modules.access.permissions import Permission, may
from app.modules.core.actor import Actor, acting
from app.modules.core.admission import SESSION_COOKIE
from app.modules.core.dependencies import InDatabase, InSettings
from app.modules.core.errors import AppError
from app.modules.identity import service
from app.modules.identity.schemas import UserOutput

SessionToken = Annotated[str | None, Cookie(alias=SESSION_COOKIE, max_length=200)]


async def require_user(
    database: InDatabase, settings: InSettings, token: SessionToken = None
) -> UserOutput:
    """The signed-in user, who is behind everything that the request does. Raises not_signed_in."""
    if token is None:
        raise AppError("not_signed_in")
    async with database.transaction() as db:
        user = await service.user_of_session(db, token, settings.secret_key)
    if user is None:
        raise AppError("not_signed_in")
    acting.set(Actor("user", user.id, user.name))
    return user


CurrentUser = Annotated[UserOutput, Depends(require_user)]


class Allow:
    """Lets in whoever has the permission. Raises not_signed_in, forbidden."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission

    async def __call__(self, user: CurrentUser) -> None:
        if not may(user.role, self.permission):
            raise AppError("forbidden")


def allow(permission: Permission) -> Any:
    """For a route's `dependencies`."""
    return Depends(Allow(permission))
