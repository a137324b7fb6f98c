"""/api/setup, /api/session, /api/enter and /api/users."""

import time
from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from app.modules.access.permissions import permissions_of
from app.modules.core.actor import client_address
from app.modules.core.admission import SESSION_COOKIE
from app.modules.core.dependencies import InDatabase, InInstallation, InSettings
from app.modules.core.errors import AppError
from app.modules.core.installation import Installation
from app.modules.identity import service
from app.modules.identity.guard import CurrentUser, SessionToken, allow
from app.modules.identity.passwords import hash_password
from app.modules.identity.schemas import (
    Caller,
    DemoOutput,
    PersonOutput,
    RoleInput,
    SessionOutput,
    SetupCheckInput,
    SetupCheckOutput,
    SetupInput,
    SignInInput,
    UserOutput,
)
from app.modules.identity.sign_in import SignIn
from app.modules.identity.throttle import Throttle

router = APIRouter(prefix="/api")


# Tokens that were refused, by address, within a quarter of an hour.
REFUSED_ENTRIES = 30


def _sign_in(request: Request) -> SignIn:
    return _once(request, SignIn)


def _refused_entries(request: Request) -> Throttle:
    return _once(request, _RefusedEntries)


class _RefusedEntries(Throttle):
    def __init__(self) -> None:
        super().__init__(REFUSED_ENTRIES)


def _once[T](request: Request, kind: type[T]) -> T:
    """The process's one object of that kind, made when it is first needed."""
    state = request.app.state
    found = getattr(state, kind.__name__, None)
    if not isinstance(found, kind):
        found = kind()
        setattr(state, kind.__name__, found)
    return found


@router.post("/setup/check")
async def check_setup(
    given: SetupCheckInput, database: InDatabase, installation: InInstallation
) -> SetupCheckOutput:
    """Whether the link can be used. 410 link_invalid when not."""
    async with database.transaction() as db:
        await service.check_setup_link(db, given.token)
    return SetupCheckOutput(valid=True, site_name=installation.first_title())


@router.post("/setup", status_code=201)
async def set_up(
    given: SetupInput,
    database: InDatabase,
    settings: InSettings,
    installation: InInstallation,
    response: Response,
) -> SessionOutput:
    """Create the first administrator and sign them in. 410 link_invalid when not."""
    # Looked at first so that a stranger without a link cannot make us hash.
    async with database.transaction() as db:
        await service.check_setup_link(db, given.token)
    password_hash = await hash_password(given.password)
    async with database.transaction() as db:
        user = await service.create_first_administrator(
            db,
            token=given.token,
            name=given.name,
            email=given.email,
            password_hash=password_hash,
        )
        token = await service.open_session(db, user, settings.secret_key)
    _set_cookie(response, token, installation)
    return _session(user, installation)


@router.get("/session")
async def who_am_i(user: CurrentUser, installation: InInstallation) -> SessionOutput:
    """The signed-in user and what they may do. 401 not_signed_in."""
    return _session(user, installation)


@router.post("/session")
async def sign_in(
    given: SignInInput,
    request: Request,
    response: Response,
    database: InDatabase,
    settings: InSettings,
    installation: InInstallation,
    attempt: Annotated[SignIn, Depends(_sign_in)],
    previous: SessionToken = None,
) -> SessionOutput:
    """Sign in; a session this browser already had ends. 401 bad_credentials, 429 too_many_attempts."""
    user = await attempt(
        database, email=given.email, password=given.password, address=client_address(request.scope)
    )
    async with database.transaction() as db:
        if previous is not None:
            await service.close_session(db, previous, settings.secret_key)
        token = await service.open_session(db, user, settings.secret_key)
    _set_cookie(response, token, installation)
    return _session(user, installation)


@router.delete("/session", status_code=204)
async def sign_out(
    response: Response,
    database: InDatabase,
    settings: InSettings,
    installation: InInstallation,
    token: SessionToken = None,
) -> None:
    """End the session; signing out without one is fine too."""
    if token is not None:
        async with database.transaction() as db:
            await service.close_session(db, token, settings.secret_key)
    response.delete_cookie(
        SESSION_COOKIE, secure=installation.secure_cookies, httponly=True, samesite="lax"
    )


@router.get("/enter", response_model=None)
async def enter(
    request: Request,
    database: InDatabase,
    settings: InSettings,
    installation: InInstallation,
    refused: Annotated[Throttle, Depends(_refused_entries)],
    token: str = "",
    previous: SessionToken = None,
) -> Response:
    """Sign in with a token from the portal and go on to the admin. Told as a page: 410
    entry_invalid, 429 too_many_attempts."""
    from app.modules.identity import entry

    address = client_address(request.scope)
    if wait := refused.wait(address):
        raise AppError("too_many_attempts", retry_after=wait)
    refused.fail(address)
    claims = entry.read_token(
        token,
        secret_key=settings.secret_key,
        stack_name=settings.stack_name,
        now=time.time(),
    )
    async with database.transaction() as db:
        user = await entry.enter(db, claims)
        if previous is not None:
            await service.close_session(db, previous, settings.secret_key)
        session = await service.open_session(db, user, settings.secret_key)
    if claims.demo is not None:
        async with database.transaction() as db:
            await installation.read(db)
    refused.forget(address)
    # The token must not be told on: not to the next page either.
    headers = {"Location": claims.destination, "Referrer-Policy": "no-referrer"}
    response = Response(status_code=303, headers=headers)
    _set_cookie(response, session, installation)
    return response


@router.get("/users", dependencies=[allow("people.read")])
async def list_people(database: InDatabase) -> Sequence[PersonOutput]:
    async with database.transaction() as db:
        return await service.list_people(db)


@router.put("/users/{user_id}", dependencies=[allow("people.manage")])
async def change_role(
    user_id: UUID, given: RoleInput, user: CurrentUser, database: InDatabase
) -> UserOutput:
    """Owners are made and unmade by owners. 409 last_owner."""
    async with database.transaction() as db:
        return await service.change_role(db, user, user_id, given.role)


@router.delete("/users/{user_id}", status_code=204, dependencies=[allow("people.manage")])
async def remove_person(user_id: UUID, user: CurrentUser, database: InDatabase) -> None:
    """Their sessions end; what they wrote stays. 409 last_owner."""
    async with database.transaction() as db:
        await service.remove_person(db, user, user_id)


def _session(user: UserOutput, installation: Installation) -> SessionOutput:
    demo = installation.demo
    permissions = user.permissions if isinstance(user, Caller) else permissions_of(user.role)
    return SessionOutput(
        **user.model_dump(exclude={"permissions"}),
        permissions=sorted(permissions),
        demo=DemoOutput(expires_at=demo.expires_at, keep_url=demo.keep_url) if demo else None,
    )


def _set_cookie(response: Response, token: str, installation: Installation) -> None:
    response.set_cookie(
        SESSION_COOKIE,
        token,
        max_age=int(service.SESSION_LIFETIME.total_seconds()),
        path="/",
        secure=installation.secure_cookies,
        httponly=True,
        samesite="lax",
    )
