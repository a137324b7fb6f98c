"""Jobs: asked for, begun, followed, ended. Each call takes the caller's transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, delete, func, insert, or_, select, text, update

from app.modules.core.database import Transaction, wake_after_commit
from app.modules.core.errors import AppError
from app.modules.core.events import emit
from app.modules.identity.schemas import Caller
from app.modules.transfer.models import jobs
from app.modules.transfer.report import Report
from app.modules.transfer.schemas import JobKind, JobOutput, JobSummary

MOST_WAITING: Final = 5
KEPT: Final = 50
# How long an exported file can be fetched.
FILE_KEPT: Final = timedelta(days=7)
# Any constant of our own.
_ASKING: Final = 0x5452414E
_WAITING: Final = jobs.c.status.in_(("waiting", "running"))
_SUMMARY: Final = [c for c in jobs.c if c.name != "report"]


@dataclass(frozen=True, slots=True)
class Job:
    """One to be carried out. `attempts` counts this one."""

    id: UUID
    kind: JobKind
    format: str
    name: str
    options: Mapping[str, Any]
    user_id: UUID | None
    user_name: str
    attempts: int


async def ask_for(
    db: Transaction,
    job_id: UUID,
    kind: JobKind,
    format_name: str,
    *,
    name: str,
    size: int | None,
    options: Mapping[str, Any],
    user: Caller,
) -> JobOutput:
    """A new job, to be carried out when those before it are. Raises too_many."""
    await db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ASKING})
    waiting = (await db.execute(select(func.count()).where(_WAITING))).scalar_one()
    if waiting >= MOST_WAITING:
        raise AppError("too_many", f"At most {MOST_WAITING} exports and imports wait at a time.")
    await _drop_oldest(db)
    made = await db.execute(
        insert(jobs)
        .values(
            id=job_id,
            kind=kind,
            format=format_name,
            name=name,
            bytes=size,
            options=dict(options),
            user_id=user.id,
            user_name=user.name,
        )
        .returning(*jobs.c)
    )
    wake_after_commit(db)
    return _output(made.one())


async def list_jobs(db: Transaction) -> list[JobSummary]:
    """All there are, the newest first."""
    rows = await db.execute(select(*_SUMMARY).order_by(jobs.c.created_at.desc(), jobs.c.id))
    return [JobSummary(**_told(row)) for row in rows]


async def get_job(db: Transaction, job_id: UUID) -> JobOutput:
    """Raises not_found."""
    row = (await db.execute(select(jobs).where(jobs.c.id == job_id))).one_or_none()
    if row is None:
        raise AppError("not_found")
    return _output(row)


async def remove_job(db: Transaction, job_id: UUID) -> None:
    """One that is under way stops at its next step, and nothing of it stays. Raises not_found."""
    gone = await db.execute(delete(jobs).where(jobs.c.id == job_id).returning(jobs.c.id))
    if gone.one_or_none() is None:
        raise AppError("not_found")


async def begin_next(db: Transaction) -> Job | None:
    """The oldest job that waits, or that a process which is gone has left unfinished."""
    oldest = select(jobs.c.id).where(_WAITING).order_by(jobs.c.created_at, jobs.c.id).limit(1)
    begun = await db.execute(
        update(jobs)
        .where(jobs.c.id == oldest.scalar_subquery())
        .values(
            status="running", begun_at=func.now(), attempts=jobs.c.attempts + 1, done=0, total=0, what=""
        )
        .returning(*jobs.c)
    )
    row = begun.one_or_none()
    if row is None:
        return None
    return Job(
        row.id, row.kind, row.format, row.name, row.options, row.user_id, row.user_name, row.attempts
    )


async def note_progress(db: Transaction, job_id: UUID, what: str, done: int, total: int) -> bool:
    """Whether the job is still wanted."""
    there = await db.execute(
        update(jobs).where(jobs.c.id == job_id).values(what=what, done=done, total=total).returning(jobs.c.id)
    )
    return there.one_or_none() is not None


async def conclude(db: Transaction, job: Job, report: Report, size: int | None = None) -> bool:
    """The job is done, together with what else this transaction does; whether it is still wanted.
    `size` is in bytes, of an export's file."""
    values: dict[str, Any] = {
        "status": "done",
        "ended_at": func.now(),
        "counts": report.totals(),
        "report": report.as_json(),
        "done": jobs.c.total,
    }
    if size is not None:
        values |= {"bytes": size, "file_until": func.now() + FILE_KEPT}
    ended = await db.execute(update(jobs).where(jobs.c.id == job.id).values(values).returning(jobs.c.id))
    if ended.one_or_none() is None:
        return False
    told = {"id": str(job.id), "type": "site", "title": job.name, **values["counts"]}
    await emit(db, "site.imported" if job.kind == "import" else "site.exported", told)
    return True


async def fail(db: Transaction, job: Job, problem: str) -> None:
    await db.execute(
        update(jobs)
        .where(jobs.c.id == job.id)
        .values(status="failed", ended_at=func.now(), problem=problem)
    )


async def forget_files(db: Transaction) -> list[UUID]:
    """The jobs whose file is kept no longer."""
    gone = await db.execute(
        update(jobs).where(jobs.c.file_until <= func.now()).values(file_until=None).returning(jobs.c.id)
    )
    return list(gone.scalars())


async def known_ids(db: Transaction) -> set[str]:
    """Of all jobs that may have files."""
    kept = or_(_WAITING, jobs.c.file_until.is_not(None))
    return {str(one) for one in (await db.execute(select(jobs.c.id).where(kept))).scalars()}


async def _drop_oldest(db: Transaction) -> None:
    newest = select(jobs.c.id).order_by(jobs.c.created_at.desc(), jobs.c.id).limit(KEPT - 1)
    await db.execute(delete(jobs).where(~_WAITING, jobs.c.id.not_in(newest)))


def _output(row: Row[Any]) -> JobOutput:
    return JobOutput(**_told(row), report=row.report)


def _told(row: Row[Any]) -> dict[str, Any]:
    plain = {name: getattr(row, name) for name in JobSummary.model_fields if name != "has_file"}
    return {**plain, "has_file": row.file_until is not None}
