"""Use cases around users. Other modules call these; each takes the caller's transaction."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, delete, func, insert, select, text, update

from app.modules.access.permissions import Role, may_manage
from app.modules.core import locks
from app.modules.core.actor import Actor
from app.modules.core.archive import Writer
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.events import emit
from app.modules.core.installation import demo_end, note_sign_in
from app.modules.identity.models import api_tokens, sessions, setup_links, users
from app.modules.identity.schemas import PersonOutput, UserOutput
from app.modules.identity.tokens import new_token, session_hash, setup_link_hash

SESSION_LIFETIME = timedelta(days=14)
SETUP_LINK_LIFETIME = timedelta(days=7)
# Bounds on what repeated calls can store.
SESSIONS_PER_USER = 20
SETUP_LINKS_KEPT = 20
# Serialises everything about the first administrator; any constant of our own.
_SETUP_LOCK = 0x5345545550
_PEOPLE_LOCK = 0x50454F504C45

_PUBLIC = (users.c.id, users.c.name, users.c.email, users.c.role)


async def count_users(db: Transaction) -> int:
    return (await db.execute(select(func.count()).select_from(users))).scalar_one()


async def names_of(db: Transaction, user_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names by id, for modules that keep only the id."""
    wanted = set(user_ids)
    if not wanted:
        return {}
    rows = await db.execute(select(users.c.id, users.c.name).where(users.c.id.in_(wanted)))
    return {row.id: row.name for row in rows}


async def writers_of(db: Transaction, user_ids: Iterable[UUID]) -> dict[UUID, Writer]:
    """As they stand in an archive, by id."""
    rows = await db.execute(select(users.c.id, users.c.name, users.c.email).where(users.c.id.in_(set(user_ids))))
    return {row.id: Writer(name=row.name, email=row.email) for row in rows}


async def ids_by_address(db: Transaction, addresses: Iterable[str]) -> dict[str, UUID]:
    """The people who have one of these, by the address in small letters."""
    wanted = {address.lower() for address in addresses if address}
    if not wanted:
        return {}
    address = func.lower(users.c.email)
    rows = await db.execute(select(users.c.id, address.label("address")).where(address.in_(wanted)))
    return {row.address: row.id for row in rows}


async def create_setup_link(db: Transaction) -> tuple[str, datetime]:
    """A new one-time link: its token and when it ends. Raises already_set_up."""
    await _lock_setup(db)
    if await count_users(db):
        raise AppError("already_set_up")
    now = datetime.now(UTC)
    kept = (
        select(setup_links.c.token_hash)
        .order_by(setup_links.c.created_at.desc())
        .limit(SETUP_LINKS_KEPT - 1)
    )
    surplus = setup_links.c.token_hash.not_in(kept)
    await db.execute(delete(setup_links).where((setup_links.c.expires_at <= now) | surplus))
    token = new_token()
    expires_at = now + SETUP_LINK_LIFETIME
    await db.execute(
        insert(setup_links).values(token_hash=setup_link_hash(token), expires_at=expires_at)
    )
    return token, expires_at


async def check_setup_link(db: Transaction, token: str) -> None:
    """Raises link_invalid unless `token` could be used now."""
    link = await db.execute(
        select(setup_links.c.token_hash).where(
            setup_links.c.token_hash == setup_link_hash(token),
            setup_links.c.used_at.is_(None),
            setup_links.c.expires_at > datetime.now(UTC),
        )
    )
    if link.one_or_none() is None or await count_users(db):
        raise AppError("link_invalid")


async def create_first_administrator(
    db: Transaction, *, token: str, name: str, email: str, password_hash: str
) -> UserOutput:
    """Consume the link and create the owner, both or neither. Raises link_invalid for all but one
    of several callers."""
    await _lock_setup(db)
    await check_setup_link(db, token)
    await db.execute(
        update(setup_links)
        .where(setup_links.c.token_hash == setup_link_hash(token))
        .values(used_at=datetime.now(UTC))
    )
    created = await db.execute(
        insert(users)
        .values(id=uuid4(), name=name, email=email, password_hash=password_hash, role="owner")
        .returning(*_PUBLIC)
    )
    user = UserOutput.model_validate(created.one())
    await tell_added(db, user, by=Actor("user", user.id, user.name))
    return user


async def find_credentials(db: Transaction, email: str) -> tuple[UserOutput, str] | None:
    """The user with that address, in any case of letters, and the hash of their password, which is
    empty for somebody without one."""
    found = await db.execute(select(users).where(func.lower(users.c.email) == email.lower()))
    row = found.one_or_none()
    return (UserOutput.model_validate(row), row.password_hash) if row is not None else None


async def open_session(db: Transaction, user: UserOutput, secret_key: str) -> str:
    """The token of a new session. Clears away expired ones and the user's oldest beyond the limit."""
    user_id = user.id
    now = datetime.now(UTC)
    await note_sign_in(db)
    await db.execute(update(users).where(users.c.id == user_id).values(signed_in_at=now))
    kept = (
        select(sessions.c.token_hash)
        .where(sessions.c.user_id == user_id)
        .order_by(sessions.c.created_at.desc())
        .limit(SESSIONS_PER_USER - 1)
    )
    surplus = (sessions.c.user_id == user_id) & sessions.c.token_hash.not_in(kept)
    await db.execute(delete(sessions).where((sessions.c.expires_at <= now) | surplus))
    token = new_token()
    await db.execute(
        insert(sessions).values(
            token_hash=session_hash(token, secret_key),
            user_id=user_id,
            expires_at=now + SESSION_LIFETIME,
        )
    )
    await emit(db, "signed_in", _named(user), by=Actor("user", user.id, user.name))
    return token


async def user_of_session(db: Transaction, token: str, secret_key: str) -> UserOutput | None:
    """Whose session it is; None when it is unknown or over. Of those who came with a demo none outlives
    it, and each lives on with it when it is kept."""
    now = datetime.now(UTC)
    found = await db.execute(
        select(*_PUBLIC)
        .join(sessions, sessions.c.user_id == users.c.id)
        .where(
            sessions.c.token_hash == session_hash(token, secret_key),
            sessions.c.expires_at > now,
            ~users.c.demo | (demo_end() > now),
        )
    )
    row = found.one_or_none()
    return UserOutput.model_validate(row) if row is not None else None


async def close_session(db: Transaction, token: str, secret_key: str) -> None:
    await db.execute(
        delete(sessions).where(sessions.c.token_hash == session_hash(token, secret_key))
    )


async def close_sessions(db: Transaction, email: str | None) -> int:
    """End everybody's sessions, or one person's with their tokens: whoever ends those means that what the
    person may has changed, which we hear of when they come again. How many sessions there were."""
    query = delete(sessions)
    if email is not None:
        whose = select(users.c.id).where(func.lower(users.c.email) == email.lower())
        query = query.where(sessions.c.user_id.in_(whose))
        revoked = await db.execute(
            delete(api_tokens)
            .where(api_tokens.c.user_id.in_(whose))
            .returning(api_tokens.c.id, api_tokens.c.name)
        )
        for token in revoked.all():
            told = {"id": str(token.id), "type": "token", "title": token.name}
            await emit(db, "token.revoked", told)
    return (await db.execute(query)).rowcount


async def count_administrators(db: Transaction) -> int:
    """Those who may manage the others."""
    counted = select(func.count()).where(users.c.role.in_(("owner", "admin")))
    return (await db.execute(counted)).scalar_one()


async def list_people(db: Transaction) -> Sequence[PersonOutput]:
    """Everybody, in the order they came."""
    rows = await db.execute(
        select(
            *_PUBLIC,
            (users.c.password_hash != "").label("has_password"),
            users.c.created_at,
            users.c.signed_in_at,
        ).order_by(users.c.created_at, users.c.id)
    )
    return [PersonOutput.model_validate(row) for row in rows]


async def change_role(db: Transaction, actor: UserOutput, user_id: UUID, role: Role) -> UserOutput:
    """Raises not_found, forbidden, last_owner."""
    present = await _role_to_manage(db, actor, user_id)
    if not may_manage(actor.role, role):
        raise AppError("forbidden")
    if present == "owner" and role != "owner":
        await _require_another_owner(db, user_id)
    changed = await db.execute(
        update(users).where(users.c.id == user_id).values(role=role).returning(*_PUBLIC)
    )
    user = UserOutput.model_validate(changed.one())
    if role != present:
        await tell_role_changed(db, user, present)
    return user


async def remove_person(db: Transaction, actor: UserOutput, user_id: UUID) -> None:
    """The user and their sessions; what they wrote stays. Raises not_found, forbidden, last_owner, importing."""
    if await _role_to_manage(db, actor, user_id) == "owner":
        await _require_another_owner(db, user_id)
    await _remove(db, users.c.id == user_id)


async def remove_by_email(db: Transaction, email: str) -> None:
    """As Freehold does it: the last owner too. Raises not_found, importing."""
    if not await _remove(db, func.lower(users.c.email) == email.lower()):
        raise AppError("not_found")


async def remove_demo_users(db: Transaction) -> None:
    """With their sessions; what they wrote stays. Raises importing."""
    await _remove(db, users.c.demo)


async def tell_added(db: Transaction, user: UserOutput, *, by: Actor) -> None:
    await emit(db, "user.added", {**_named(user), "role": user.role}, by=by)


async def tell_role_changed(
    db: Transaction, user: UserOutput, before: str, *, by: Actor | None = None
) -> None:
    await emit(db, "user.role_changed", {**_named(user), "from": before, "to": user.role}, by=by)


async def _remove(db: Transaction, whom: ColumnElement[bool]) -> bool:
    """Whether there was anybody. Raises importing."""
    # The database takes them off all that they wrote.
    await locks.lock(db, locks.ENTRIES)
    gone = await db.execute(delete(users).where(whom).returning(*_PUBLIC))
    people = [UserOutput.model_validate(row) for row in gone]
    for person in people:
        await emit(db, "user.removed", _named(person))
    return bool(people)


def _named(user: UserOutput) -> dict[str, object]:
    return {"id": str(user.id), "type": "user", "title": user.name, "email": user.email}


async def _role_to_manage(db: Transaction, actor: UserOutput, user_id: UUID) -> str:
    """The present role of somebody `actor` may manage. Changes of roles wait for one another, or
    two owners could remove each other at the same time."""
    await db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _PEOPLE_LOCK})
    found = await db.execute(select(users.c.role).where(users.c.id == user_id))
    role = found.scalar_one_or_none()
    if role is None:
        raise AppError("not_found")
    if not may_manage(actor.role, role):
        raise AppError("forbidden")
    return str(role)


async def _require_another_owner(db: Transaction, user_id: UUID) -> None:
    others = select(func.count()).where(users.c.role == "owner", users.c.id != user_id)
    if not (await db.execute(others)).scalar_one():
        raise AppError("last_owner")


async def _lock_setup(db: Transaction) -> None:
    await db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _SETUP_LOCK})
