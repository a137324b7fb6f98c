"""Tokens for programs: `Authorization: Bearer fh_…` on the routes that the admin uses. A token acts for who
made it, never with more than that person's role allows at the moment, and goes with them. Imported with the
first one."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Row, delete, func, insert, select, update

from app.modules.access.permissions import SCOPES, permissions_of
from app.modules.core.actor import Actor
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.events import emit
from app.modules.core.installation import demo_end
from app.modules.identity.models import api_tokens, users
from app.modules.identity.schemas import (
    Caller,
    NewTokenInput,
    NewTokenOutput,
    TokenOutput,
    UserOutput,
)
from app.modules.identity.tokens import new_token, session_hash

PREFIX = "fh_"
HINT_LENGTH = len(PREFIX) + 4
MOST_TOKENS = 100
# How exactly `last_used_at` is kept: a program that asks all the time is not to write all the time.
USE_NOTED_EVERY = timedelta(minutes=1)

_WITH_USER = select(
    *(c for c in api_tokens.c if c.name != "token_hash"),
    users.c.name.label("user_name"),
    users.c.email,
    users.c.role,
).join(users, users.c.id == api_tokens.c.user_id)


async def create_token(
    db: Transaction, given: NewTokenInput, maker: Caller, secret_key: str
) -> NewTokenOutput:
    """Raises forbidden for a scope that `maker` does not have, invalid_input, too_many."""
    if not given.scopes <= maker.permissions:
        raise AppError("forbidden", "A token may do no more than you may.")
    if given.expires_at is not None and given.expires_at <= datetime.now(UTC):
        raise AppError("invalid_input", fields={"expiresAt": "Must be in the future."})
    # Two at once may make one too many; what matters is that there is an end.
    if (await db.execute(select(func.count()).select_from(api_tokens))).scalar_one() >= MOST_TOKENS:
        raise AppError("too_many")
    token = PREFIX + new_token()
    token_id = uuid4()
    await db.execute(
        insert(api_tokens).values(
            id=token_id,
            user_id=maker.id,
            name=given.name,
            hint=token[:HINT_LENGTH],
            token_hash=session_hash(token, secret_key),
            scopes=sorted(given.scopes),
            expires_at=given.expires_at,
        )
    )
    row = (await db.execute(_WITH_USER.where(api_tokens.c.id == token_id))).one()
    await emit(db, "token.created", {**_named(row), "scopes": row.scopes})
    return NewTokenOutput(**_output(row).model_dump(), token=token)


async def list_tokens(db: Transaction) -> Sequence[TokenOutput]:
    """Everybody's, the newest first."""
    rows = await db.execute(_WITH_USER.order_by(api_tokens.c.created_at.desc(), api_tokens.c.id))
    return [_output(row) for row in rows]


async def revoke_token(db: Transaction, token_id: UUID) -> None:
    """It is worth nothing from now on. Raises not_found."""
    gone = await db.execute(
        delete(api_tokens)
        .where(api_tokens.c.id == token_id)
        .returning(api_tokens.c.id, api_tokens.c.name)
    )
    row = gone.one_or_none()
    if row is None:
        raise AppError("not_found")
    await emit(db, "token.revoked", _named(row))


async def recognise(db: Transaction, token: str, secret_key: str) -> tuple[Caller, Actor]:
    """For whom the token acts, and as whom that is told. Raises token_invalid."""
    now = datetime.now(UTC)
    found = await db.execute(
        _WITH_USER.where(
            api_tokens.c.token_hash == session_hash(token, secret_key),
            # Like the sessions of those who came with a demo.
            ~users.c.demo | (demo_end() > now),
        )
    )
    row = found.one_or_none()
    if row is None or (row.expires_at is not None and row.expires_at <= now):
        raise AppError("token_invalid")
    if row.last_used_at is None or row.last_used_at <= now - USE_NOTED_EVERY:
        await db.execute(
            update(api_tokens).where(api_tokens.c.id == row.id).values(last_used_at=now)
        )
    # A scope of a release that knew others is passed over.
    granted = {permission for permission in permissions_of(row.role) if permission in row.scopes}
    caller = Caller(**_user(row).model_dump(), permissions=frozenset(granted & SCOPES))
    return caller, Actor("token", row.id, f"{row.name} ({row.user_name})")


def _output(row: Row[Any]) -> TokenOutput:
    return TokenOutput(
        id=row.id,
        name=row.name,
        hint=row.hint,
        scopes=row.scopes,
        user=_user(row),
        created_at=row.created_at,
        expires_at=row.expires_at,
        last_used_at=row.last_used_at,
    )


def _user(row: Row[Any]) -> UserOutput:
    return UserOutput(id=row.user_id, name=row.user_name, email=row.email, role=row.role)


def _named(row: Row[Any]) -> dict[str, object]:
    return {"id": str(row.id), "type": "token", "title": row.name}
