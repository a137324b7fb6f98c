"""What clients send and get about exports and imports."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from app.modules.core.schemas import Input, Output

JobKind = Literal["import", "export"]
JobStatus = Literal["waiting", "running", "done", "failed"]
Outcome = Literal["created", "updated", "unchanged", "skipped"]


class ExportInput(Input):
    """With `revisions`, every saved version of each entry goes along."""

    revisions: bool = False


class ReportItem(Output):
    """What became of one thing. `kind` is of the thing: a content type's key, `file`, `category`, …;
    `key` is what it is called where it came from, `reason` says why it is not as one might expect,
    `entry_id` is the entry here that it has become."""

    kind: str
    key: str
    title: str
    outcome: Outcome
    reason: str
    entry_id: UUID | None


class ReportOutput(Output):
    """`counts` is by kind and outcome and counts all; of more items than can be shown, `items` has the
    first and `left_off` says how many more there were."""

    counts: dict[str, dict[Outcome, int]]
    items: list[ReportItem]
    left_off: int


class JobSummary(Output):
    """`done` of `total` of what `what` says; `total` is 0 while nobody knows. `has_file` says that an
    export can be fetched, until `file_until`. `counts` is of the report, by outcome."""

    id: UUID
    kind: JobKind
    format: str
    status: JobStatus
    name: str
    bytes: int | None
    options: dict[str, Any]
    user_name: str
    created_at: datetime
    begun_at: datetime | None
    ended_at: datetime | None
    done: int
    total: int
    what: str
    problem: str
    has_file: bool
    file_until: datetime | None
    counts: dict[Outcome, int]


class JobOutput(JobSummary):
    report: ReportOutput | None


class JobList(Output):
    """`largest` is how many bytes a file may have that is to be imported."""

    items: list[JobSummary]
    largest: int
