"""/api/setup and /api/session."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from app.modules.core.admission import SESSION_COOKIE
from app.modules.core.dependencies import InDatabase, InSettings
from app.modules.core.settings import Settings
from app.modules.identity import service
from app.modules.identity.guard import CurrentUser, SessionToken
from app.modules.identity.passwords import hash_password
from app.modules.identity.schemas import (
    SetupCheckInput,
    SetupCheckOutput,
    SetupInput,
    SignInInput,
    UserOutput,
)
from app.modules.identity.sign_in import SignIn

router = APIRouter(prefix="/api")


def _sign_in(request: Request) -> SignIn:
    sign_in = request.app.state.sign_in
    assert isinstance(sign_in, SignIn)
    return sign_in


@router.post("/setup/check")
async def check_setup(
    given: SetupCheckInput, database: InDatabase, settings: InSettings
) -> SetupCheckOutput:
    """Whether the link can be used. 410 link_invalid when not."""
    async with database.transaction() as db:
        await service.check_setup_link(db, given.token)
    return SetupCheckOutput(valid=True, site_name=settings.site_name)


@router.post("/setup", status_code=201)
async def set_up(
    given: SetupInput, database: InDatabase, settings: InSettings, response: Response
) -> UserOutput:
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
        token = await service.open_session(db, user.id, settings.secret_key)
    _set_cookie(response, token, settings)
    return user


@router.get("/session")
async def who_am_i(user: CurrentUser) -> UserOutput:
    """The signed-in user. 401 not_signed_in."""
    return user


@router.post("/session")
async def sign_in(
    given: SignInInput,
    request: Request,
    response: Response,
    database: InDatabase,
    settings: InSettings,
    attempt: Annotated[SignIn, Depends(_sign_in)],
    previous: SessionToken = None,
) -> UserOutput:
    """Sign in; a session this browser already had ends. 401 bad_credentials, 429 too_many_attempts."""
    user = await attempt(
        database, email=given.email, password=given.password, address=_client_address(request)
    )
    async with database.transaction() as db:
        if previous is not None:
            await service.close_session(db, previous, settings.secret_key)
        token = await service.open_session(db, user.id, settings.secret_key)
    _set_cookie(response, token, settings)
    return user


@router.delete("/session", status_code=204)
async def sign_out(
    response: Response, database: InDatabase, settings: InSettings, token: SessionToken = None
) -> None:
    """End the session; signing out without one is fine too."""
    if token is not None:
        async with database.transaction() as db:
            await service.close_session(db, token, settings.secret_key)
    response.delete_cookie(
        SESSION_COOKIE, secure=settings.secure_cookies, httponly=True, samesite="lax"
    )


def _set_cookie(response: Response, token: str, settings: Settings) -> None:
    response.set_cookie(
        SESSION_COOKIE,
        token,
        max_age=int(service.SESSION_LIFETIME.total_seconds()),
        path="/",
        secure=settings.secure_cookies,
        httponly=True,
        samesite="lax",
    )


def _client_address(request: Request) -> str:
    """The visitor's address as web saw it; nothing else in this network sets the header."""
    peer = request.client.host if request.client else "unknown"
    return request.headers.get("x-real-ip", peer)[:64]
