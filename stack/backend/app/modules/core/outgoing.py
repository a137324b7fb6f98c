"""HTTP requests that this process may not make itself: no packet leaves a stack that Freehold runs.

They wait here, in memory, until whoever runs the stack takes them, makes them from outside and tells what
came of each. The readiness probe says when there are any. Nothing is lost when nobody comes or this process
ends: whoever wanted a request sent still has it, and sends it again.
"""

import asyncio
from dataclasses import dataclass, field
from uuid import UUID, uuid4

# Seconds that a request waits to be taken, and then for its outcome.
COLLECTED_WITHIN = 90.0
MOST_AT_ONCE = 20


class NotCollectedError(Exception):
    """Nobody took the request, or whoever took it never said what came of it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`problem` says, for people, why there is no answer; then there is no `status`."""

    status: int | None
    body: str
    problem: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """A POST to be made."""

    url: str
    headers: dict[str, str]
    body: str
    id: UUID = field(default_factory=uuid4)


class Outgoing:
    """One per process."""

    def __init__(self) -> None:
        self._waiting: dict[UUID, Request] = {}
        self._outcomes: dict[UUID, asyncio.Future[Outcome]] = {}
        self._arrived = asyncio.Event()

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    async def send(self, request: Request) -> Outcome:
        """Raises NotCollectedError."""
        outcome: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting[request.id] = request
        self._outcomes[request.id] = outcome
        self._arrived.set()
        try:
            async with asyncio.timeout(COLLECTED_WITHIN):
                return await outcome
        except TimeoutError as error:
            raise NotCollectedError from error
        finally:
            self._waiting.pop(request.id, None)
            del self._outcomes[request.id]

    async def take(self, seconds: float) -> list[Request]:
        """What waits; when nothing does, what comes within `seconds`. Whoever takes it makes it."""
        if not self._waiting:
            self._arrived.clear()
            try:
                async with asyncio.timeout(seconds):
                    await self._arrived.wait()
            except TimeoutError:
                return []
        taken = list(self._waiting.values())[:MOST_AT_ONCE]
        for request in taken:
            del self._waiting[request.id]
        return taken

    def settle(self, request_id: UUID, outcome: Outcome) -> bool:
        """False when nobody waits for it any more."""
        waiting = self._outcomes.get(request_id)
        if waiting is None or waiting.done():
            return False
        waiting.set_result(outcome)
        return True
