"""Argon2id, one at a time and off the event loop."""

import asyncio

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

# OWASP's recommendation for argon2id with little memory; Debian's default of 64 MiB would take a
# third of the container for one sign-in.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_ONE_AT_A_TIME = asyncio.Semaphore(1)

# Verified against when there is no such user, so that the answer takes as long. A hash of random
# bytes nobody kept, made with the parameters above.
UNKNOWN_USER_HASH = (
    "$argon2id$v=19$m=19456,t=2,p=1$6SiSxsKS6Hc/iP5EWgVmIA$"
    "ONLHQia3r+xYH07nNQJX5g"
)


async def hash_password(password: str) -> str:
    async with _ONE_AT_A_TIME:
        return await asyncio.to_thread(_HASHER.hash, password)


async def verify_password(password_hash: str, password: str) -> bool:
    """Whether `password` is the one; takes the same time for every wrong one."""
    async with _ONE_AT_A_TIME:
        return await asyncio.to_thread(_matches, password_hash, password)


def _matches(password_hash: str, password: str) -> bool:
    try:
        _HASHER.verify(password_hash, password)
    except VerifyMismatchError:
        return False
    return True
