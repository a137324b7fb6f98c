"""Use cases around users. Other modules call these; each takes the caller's transaction."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.modules.core.errors import AppError
from app.modules.identity.models import Session, SetupLink, User
from app.modules.identity.tokens import new_token, session_hash, setup_link_hash

SESSION_LIFETIME = timedelta(days=14)
SETUP_LINK_LIFETIME = timedelta(days=7)
# Bounds on what repeated calls can store.
SESSIONS_PER_USER = 20
SETUP_LINKS_KEPT = 20
# Serialises everything about the first administrator; any constant of our own.
_SETUP_LOCK = 0x5345545550


async def count_users(db: AsyncSession) -> int:
    return await db.scalar(select(func.count()).select_from(User)) or 0


async def names_of(db: AsyncSession, user_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names by id, for modules that keep only the id."""
    rows = await db.execute(select(User.id, User.name).where(User.id.in_(set(user_ids))))
    return {row.id: row.name for row in rows}


async def create_setup_link(db: AsyncSession) -> tuple[str, datetime]:
    """A new one-time link: its token and when it ends. Raises already_set_up."""
    await _lock_setup(db)
    if await count_users(db):
        raise AppError("already_set_up")
    now = datetime.now(UTC)
    kept = select(SetupLink.token_hash).order_by(SetupLink.created_at.desc()).limit(SETUP_LINKS_KEPT - 1)
    await db.execute(
        delete(SetupLink).where((SetupLink.expires_at <= now) | SetupLink.token_hash.not_in(kept))
    )
    token = new_token()
    expires_at = now + SETUP_LINK_LIFETIME
    db.add(SetupLink(token_hash=setup_link_hash(token), expires_at=expires_at))
    await db.flush()
    return token, expires_at


async def check_setup_link(db: AsyncSession, token: str) -> None:
    """Raises link_invalid unless `token` could be used now."""
    link = await db.scalar(
        select(SetupLink).where(
            SetupLink.token_hash == setup_link_hash(token),
            SetupLink.used_at.is_(None),
            SetupLink.expires_at > datetime.now(UTC),
        )
    )
    if link is None or await count_users(db):
        raise AppError("link_invalid")


async def create_first_administrator(
    db: AsyncSession, *, token: str, name: str, email: str, password_hash: str
) -> User:
    """Consume the link and create the user, both or neither. Raises link_invalid for all but one
    of several callers."""
    await _lock_setup(db)
    await check_setup_link(db, token)
    await db.execute(
        update(SetupLink)
        .where(SetupLink.token_hash == setup_link_hash(token))
        .values(used_at=datetime.now(UTC))
    )
    user = User(id=uuid4(), name=name, email=email, password_hash=password_hash, role="admin")
    db.add(user)
    await db.flush()
    return user


async def find_user_by_email(db: AsyncSession, email: str) -> User | None:
    found: User | None = await db.scalar(select(User).where(func.lower(User.email) == email.lower()))
    return found


async def open_session(db: AsyncSession, user_id: UUID, secret_key: str) -> str:
    """The token of a new session. Clears away expired ones and the user's oldest beyond the limit."""
    now = datetime.now(UTC)
    kept = (
        select(Session.token_hash)
        .where(Session.user_id == user_id)
        .order_by(Session.created_at.desc())
        .limit(SESSIONS_PER_USER - 1)
    )
    surplus = (Session.user_id == user_id) & Session.token_hash.not_in(kept)
    await db.execute(delete(Session).where((Session.expires_at <= now) | surplus))
    token = new_token()
    db.add(
        Session(
            token_hash=session_hash(token, secret_key),
            user_id=user_id,
            expires_at=now + SESSION_LIFETIME,
        )
    )
    await db.flush()
    return token


async def user_of_session(db: AsyncSession, token: str, secret_key: str) -> User | None:
    """Whose session it is; None when it is unknown or over."""
    found: User | None = await db.scalar(
        select(User)
        .join(Session, Session.user_id == User.id)
        .where(
            Session.token_hash == session_hash(token, secret_key),
            Session.expires_at > datetime.now(UTC),
        )
    )
    return found


async def close_session(db: AsyncSession, token: str, secret_key: str) -> None:
    await db.execute(delete(Session).where(Session.token_hash == session_hash(token, secret_key)))


async def _lock_setup(db: AsyncSession) -> None:
    await db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _SETUP_LOCK})
