"""Who is asking and whether they may, as dependencies for the routers of every module. Every route
under /api names what it needs by `allow`, apart from those that let people in and out."""

from typing import Annotated, Any

from fastapi import Cookie, Depends, Header

from app.modules.access.permissions import Permission, permissions_of
from app.modules.core.actor import Actor, acting
from app.modules.core.admission import SESSION_COOKIE
from app.modules.core.dependencies import InDatabase, InSettings
from app.modules.core.errors import AppError
from app.modules.identity import service
from app.modules.identity.schemas import Caller

SessionToken = Annotated[str | None, Cookie(alias=SESSION_COOKIE, max_length=200)]
Authorization = Annotated[str | None, Header(max_length=200)]
_BEARER = "bearer "


async def require_user(
    database: InDatabase,
    settings: InSettings,
    session: SessionToken = None,
    authorization: Authorization = None,
) -> Caller:
    """The signed-in user, or the one whose token it is: who is behind everything that the request does.
    A token goes before a session. Raises not_signed_in, token_invalid."""
    if authorization is not None and authorization.lower().startswith(_BEARER):
        from app.modules.identity import api_tokens

        async with database.transaction() as db:
            caller, actor = await api_tokens.recognise(
                db, authorization[len(_BEARER) :].strip(), settings.secret_key
            )
        acting.set(actor)
        return caller
    if session is None:
        raise AppError("not_signed_in")
    async with database.transaction() as db:
        user = await service.user_of_session(db, session, settings.secret_key)
    if user is None:
        raise AppError("not_signed_in")
    acting.set(Actor("user", user.id, user.name))
    return Caller(**user.model_dump(), permissions=frozenset(permissions_of(user.role)))


CurrentUser = Annotated[Caller, Depends(require_user)]


class Allow:
    """Lets in whoever has the permission. Raises not_signed_in, token_invalid, forbidden."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission

    async def __call__(self, user: CurrentUser) -> None:
        if not user.may(self.permission):
            raise AppError("forbidden")


def allow(permission: Permission) -> Any:
    """For a route's `dependencies`."""
    return Depends(Allow(permission))
