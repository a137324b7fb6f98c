"""One job while it is carried out: what it may use, and how it says how far it is."""

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from app.modules.core.database import Database, Transaction
from app.modules.core.installation import Installation
from app.modules.core.settings import Settings
from app.modules.transfer import service
from app.modules.transfer.report import Report
from app.modules.transfer.service import Job

# Seconds between two notes about the same step.
NOTED_EVERY: Final = 0.5


class NotWanted(Exception):
    """Somebody has removed the job while it was carried out."""


@dataclass(slots=True)
class Run:
    """`folder` is empty, and gone afterwards."""

    job: Job
    database: Database
    settings: Settings
    installation: Installation
    folder: Path
    is_concluded: bool = False
    _what: str = ""
    _noted: float = field(default=0.0)

    async def progress(self, what: str, done: int = 0, total: int = 0) -> None:
        """`what` names the step for people: “Pictures and files”. May be called as often as one likes.
        Raises NotWanted, which whoever carries it out lets through."""
        now = time.monotonic()
        if what == self._what and now - self._noted < NOTED_EVERY and done != total:
            return
        self._what, self._noted = what, now
        async with self.database.transaction() as db:
            if not await service.note_progress(db, self.job.id, what, done, total):
                raise NotWanted

    async def conclude(self, db: Transaction, report: Report, size: int | None = None) -> None:
        """To be the last in the transaction that does the job, so that it is never done twice: a process
        that is killed before the commit has done nothing. Raises NotWanted."""
        if not await service.conclude(db, self.job, report, size):
            raise NotWanted
        self.is_concluded = True
