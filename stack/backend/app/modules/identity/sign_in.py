"""Signing in: throttled per address and per account, equally slow for users that do not exist."""

from app.modules.core.database import Database
from app.modules.core.errors import AppError
from app.modules.identity import service
from app.modules.identity.models import User
from app.modules.identity.passwords import UNKNOWN_USER_HASH, verify_password
from app.modules.identity.throttle import Throttle

FAILURES_PER_ACCOUNT = 10
FAILURES_PER_ADDRESS = 30


class SignIn:
    """One per process: it remembers the failures."""

    def __init__(self) -> None:
        self.accounts = Throttle(FAILURES_PER_ACCOUNT)
        self.addresses = Throttle(FAILURES_PER_ADDRESS)

    async def __call__(self, database: Database, *, email: str, password: str, address: str) -> User:
        """The user. Raises bad_credentials, or too_many_attempts with the seconds to wait."""
        account = email.lower()
        if wait := max(self.accounts.wait(account), self.addresses.wait(address)):
            raise AppError("too_many_attempts", retry_after=wait)
        self.accounts.fail(account)
        self.addresses.fail(address)
        async with database.transaction() as db:
            user = await service.find_user_by_email(db, email)
        # No connection is held while the password is hashed.
        stored = user.password_hash if user is not None else UNKNOWN_USER_HASH
        if not await verify_password(stored, password) or user is None:
            raise AppError("bad_credentials")
        self.accounts.forget(account)
        self.addresses.forget(address)
        return user
