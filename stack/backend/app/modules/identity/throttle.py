"""Counts failed sign-ins, in memory: one process serves a stack, and forgetting on a restart
costs less than a table that strangers can fill."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

WINDOW = 15 * 60.0
MOST_KEYS = 4096


@dataclass(slots=True)
class _Tally:
    failures: int
    ends: float


class Throttle:
    """At most `limit` failures of one key within WINDOW seconds from the first."""

    def __init__(self, limit: int, now: Callable[[], float] = time.monotonic) -> None:
        self._limit = limit
        self._now = now
        self._tallies: OrderedDict[str, _Tally] = OrderedDict()

    def wait(self, key: str) -> int:
        """Whole seconds until `key` may try again; 0 when it may now."""
        tally = self._tallies.get(key)
        if tally is None or tally.failures < self._limit:
            return 0
        return max(0, int(tally.ends - self._now()) + 1) if tally.ends > self._now() else 0

    def fail(self, key: str) -> None:
        """Count before the password is looked at, or parallel guesses would all be let through."""
        now = self._now()
        tally = self._tallies.get(key)
        if tally is None or tally.ends <= now:
            self._tallies.pop(key, None)
            self._tallies[key] = _Tally(1, now + WINDOW)
        else:
            tally.failures += 1
        while len(self._tallies) > MOST_KEYS:
            self._tallies.popitem(last=False)

    def forget(self, key: str) -> None:
        """After a success."""
        self._tallies.pop(key, None)
