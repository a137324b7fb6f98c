"""Carries out jobs, one at a time; called by core.background when there is one."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from sqlalchemy import text

from app.modules.core.actor import Actor, acting
from app.modules.core.database import Database, is_unavailable
from app.modules.core.errors import AppError
from app.modules.core.installation import Installation
from app.modules.core.settings import Settings
from app.modules.transfer import service
from app.modules.transfer.files import JobFiles
from app.modules.transfer.importers import importer_named
from app.modules.transfer.report import Report
from app.modules.transfer.run import NotWanted, Run
from app.modules.transfer.service import Job

log = logging.getLogger(__name__)

# A job that ends the process each time would do so for ever.
MOST_ATTEMPTS: Final = 3
# Held on a connection of its own for as long as a job takes, and gone with a process that is killed: what
# it left as running is then begun again. Any constant of our own.
_TURN: Final = 0x5452414E_53464552


class Worker:
    """One per process."""

    def __init__(self, database: Database, settings: Settings, installation: Installation) -> None:
        self._database = database
        self._settings = settings
        self._installation = installation
        self._files = JobFiles(settings.media_path)

    async def work_off(self) -> int:
        """How many jobs had their turn, and how many exported files had had their time."""
        async with self._turn() as is_mine:
            if not is_mine:
                return 0
            forgotten = await self._forget_files()
            async with self._database.transaction() as db:
                job = await service.begin_next(db)
            if job is None:
                return forgotten
            await self._carry_out(job)
            return forgotten + 1

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[bool]:
        async with self._database.maintenance_connection() as connection:
            tried = await connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": _TURN})
            is_mine = bool(tried.scalar_one())
            await connection.commit()
            yield is_mine

    async def _carry_out(self, job: Job) -> None:
        acting.set(Actor("user", job.user_id, job.user_name))
        problem = "It was interrupted several times and is not tried again."
        if job.attempts <= MOST_ATTEMPTS:
            try:
                await self._run(job)
                return
            except NotWanted:
                self._files.remove(job.id)
                return
            except AppError as error:
                problem = error.in_words()
            except Exception as error:
                if is_unavailable(error):
                    raise
                log.exception("a job failed", extra={"job": str(job.id), "kind": job.kind})
                problem = AppError("internal").message
        async with self._database.transaction() as db:
            await service.fail(db, job, problem)
        self._files.remove(job.id)

    async def _run(self, job: Job) -> None:
        report = Report()
        with self._files.workspace(job.id) as folder:
            run = Run(job, self._database, self._settings, self._installation, folder)
            if job.kind == "export":
                await self._export(run, report)
            else:
                await self._import(run, report)

    async def _export(self, run: Run, report: Report) -> None:
        from app.modules.transfer.archive.exporting import export_site

        made = await export_site(run, report)
        size = made.stat().st_size
        self._files.keep_result(run.job.id, made)
        async with self._database.transaction() as db:
            await run.conclude(db, report, size)

    async def _import(self, run: Run, report: Report) -> None:
        source = self._files.upload(run.job.id)
        if not source.is_file():
            raise AppError("transfer_invalid", "The file is gone. Send it again.")
        await importer_named(run.job.format).run(run, source, report)
        if not run.is_concluded:
            async with self._database.transaction() as db:
                await run.conclude(db, report)
        self._files.remove(run.job.id)

    async def _forget_files(self) -> int:
        async with self._database.transaction() as db:
            expired = await service.forget_files(db)
            known = await service.known_ids(db)
        for job_id in expired:
            self._files.remove(job_id)
        self._files.sweep(known)
        return len(expired)
