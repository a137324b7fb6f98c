"""Signing in from the portal: a token signed with the stack's own key lets one browser in, once.

    base64url(payload) "." base64url(HMAC-SHA256(key, base64url(payload)))
    key = HMAC-SHA256(SECRET_KEY, "freehold portal sign-in")

The payload is JSON: `aud` this stack's name, `sub` e-mail address, `name`, `role`, `jti` random,
`exp` in Unix seconds at most LONGEST_LIFE ahead, and perhaps `demo` {expiresAt, keepUrl} and `next`,
a path of the admin. Nobody enters a demo that is over, and whoever came with one is signed in for as long
as it lives (service.user_of_session). Imported when the first one comes.
"""

import base64
import binascii
import hashlib
import hmac
import json
import re
from datetime import UTC, datetime
from typing import Annotated
from uuid import uuid4

from pydantic import AwareDatetime, Field, ValidationError
from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from app.modules.access.permissions import Role
from app.modules.core.actor import FREEHOLD
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.installation import Demo, set_demo
from app.modules.core.schemas import Input, Line, WebAddress
from app.modules.identity import service
from app.modules.identity.models import used_entries, users
from app.modules.identity.schemas import Email, UserOutput

LONGEST_LIFE = 120
# Characters. One of ours has some 500, with all that it may say.
LONGEST_TOKEN = 4000
_KEY_LABEL = b"freehold portal sign-in"
# A path below /admin without anything a browser could take for another host or climb out with.
_INSIDE = re.compile(r"/admin(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?(?:\?[A-Za-z0-9._~=&%-]*)?")


class DemoClaim(Input):
    expires_at: AwareDatetime
    keep_url: WebAddress


class Claims(Input):
    aud: str
    sub: Email
    name: Annotated[Line, Field(min_length=1, max_length=120)]
    role: Role
    jti: Annotated[str, Field(min_length=16, max_length=200)]
    exp: int
    demo: DemoClaim | None = None
    next: str | None = None

    @property
    def destination(self) -> str:
        """Where to go then; a `next` that is not one of the admin's own paths is left out."""
        return self.next if self.next and _INSIDE.fullmatch(self.next) else "/admin"


def signing_key(secret_key: str) -> bytes:
    return hmac.digest(secret_key.encode(), _KEY_LABEL, "sha256")


def read_token(token: str, *, secret_key: str, stack_name: str, now: float) -> Claims:
    """What the token says. Raises entry_invalid unless it is ours, for this stack and in time."""
    if len(token) > LONGEST_TOKEN:
        raise AppError("entry_invalid")
    payload, _, signature = token.partition(".")
    expected = hmac.digest(signing_key(secret_key), payload.encode(), "sha256")
    try:
        if not hmac.compare_digest(_decoded(signature), expected):
            raise AppError("entry_invalid")
        claims = Claims.model_validate(json.loads(_decoded(payload)))
    except (ValueError, ValidationError, binascii.Error, RecursionError) as error:
        raise AppError("entry_invalid") from error
    if claims.aud != stack_name or not now < claims.exp <= now + LONGEST_LIFE:
        raise AppError("entry_invalid")
    if claims.demo is not None and claims.demo.expires_at.timestamp() <= now:
        raise AppError("entry_invalid")
    return claims


async def enter(db: Transaction, claims: Claims) -> UserOutput:
    """Use the token up and return its user, made or brought up to date. Raises entry_invalid for
    all but one of several uses."""
    now = datetime.now(UTC)
    await db.execute(delete(used_entries).where(used_entries.c.expires_at <= now))
    first = await db.execute(
        insert(used_entries)
        .values(
            id_hash=hashlib.sha256(claims.jti.encode()).digest(),
            expires_at=datetime.fromtimestamp(claims.exp, UTC),
        )
        .on_conflict_do_nothing()
        .returning(used_entries.c.id_hash)
    )
    if first.one_or_none() is None:
        raise AppError("entry_invalid")
    if claims.demo is not None:
        await set_demo(db, Demo(claims.demo.expires_at, claims.demo.keep_url))
    return await _user(db, claims)


async def _user(db: Transaction, claims: Claims) -> UserOutput:
    """The portal's word on the role counts. Who was here before a demo does not leave with it."""
    demo = claims.demo is not None
    values = {"name": claims.name, "role": claims.role}
    mine = func.lower(users.c.email) == claims.sub.lower()
    public = (users.c.id, users.c.name, users.c.email, users.c.role)
    saved = await db.execute(
        insert(users)
        .values(id=uuid4(), email=claims.sub, password_hash="", demo=demo, **values)
        .on_conflict_do_nothing(index_elements=[func.lower(users.c.email)])
        .returning(*public)
    )
    row = saved.one_or_none()
    if row is not None:
        user = UserOutput.model_validate(row)
        await service.tell_added(db, user, by=FREEHOLD)
        return user
    # Not against the key: an import holds that of whoever wrote what it brings.
    held = select(users.c.role).where(mine).with_for_update(key_share=True)
    before = (await db.execute(held)).scalar_one()
    known = update(users).where(mine).values(**values, demo=users.c.demo & demo)
    user = UserOutput.model_validate((await db.execute(known.returning(*public))).one())
    if user.role != before:
        await service.tell_role_changed(db, user, before, by=FREEHOLD)
    return user


def _decoded(text: str) -> bytes:
    """Raises ValueError, also for the second spellings that Python's decoder lets pass."""
    padded = text.encode("ascii") + b"=" * (-len(text) % 4)
    raw = base64.b64decode(padded, altchars=b"-_", validate=True)
    if base64.urlsafe_b64encode(raw).rstrip(b"=").decode() != text:
        raise ValueError("not base64url as we write it")
    return raw
