"""Signing in: throttled per address and per account, equally slow for users that do not exist."""

from app.modules.core.database import Database
from app.modules.core.errors import AppError
from app.modules.identity import service
from app.modules.identity.passwords import UNKNOWN_USER_HASH, verify_password
from app.modules.identity.schemas import UserOutput
from app.modules.identity.throttle import Throttle

FAILURES_PER_ACCOUNT = 10
FAILURES_PER_ADDRESS = 30


class SignIn:
    """One per process: it remembers the failures."""

    def __init__(self) -> None:
        self.accounts = Throttle(FAILURES_PER_ACCOUNT)
        self.addresses = Throttle(FAILURES_PER_ADDRESS)

    async def __call__(
        self, database: Database, *, email: str, password: str, address: str
    ) -> UserOutput:
        """The user. Raises bad_credentials, or too_many_attempts with the seconds to wait."""
        account = email.lower()
        if wait := max(self.accounts.wait(account), self.addresses.wait(address)):
            raise AppError("too_many_attempts", retry_after=wait)
        self.accounts.fail(account)
        self.addresses.fail(address)
        async with database.transaction() as db:
            found = await service.find_credentials(db, email)
        user, stored = found if found is not None else (None, "")
        # No connection is held while the password is hashed.
        matches = await verify_password(stored or UNKNOWN_USER_HASH, password)
        if not matches or not stored or user is None:
            raise AppError("bad_credentials")
        self.accounts.forget(account)
        self.addresses.forget(address)
        return user
