"""What Freehold's own routes need beyond the other modules' services."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text

from app.modules.content import counting
from app.modules.core.database import Transaction
from app.modules.core.installation import (
    Demo,
    Installation,
    extend_demo,
    first_signed_in_at,
    set_demo,
    set_identity,
)
from app.modules.identity import service as identity
from app.modules.internal.schemas import SiteIdentityInput, StatusOutput
from app.modules.site import service as site


async def stack_status(
    db: Transaction, version: str, installation: Installation
) -> StatusOutput:
    """Counts and sizes; nothing personal."""
    row = (
        await db.execute(
            text(
                "SELECT pg_database_size(current_database()) AS bytes,"
                " (SELECT version_num FROM alembic_version) AS migration"
            )
        )
    ).one()
    pages = await counting.count_entries(db)
    return StatusOutput(
        version=version,
        migration=row.migration,
        users=await identity.count_users(db),
        administrators=await identity.count_administrators(db),
        pages=pages,
        published=pages.published,
        site_named=await site.is_named(db, installation),
        signed_in_at=await first_signed_in_at(db),
        database_bytes=row.bytes,
    )


async def take_identity(db: Transaction, given: SiteIdentityInput) -> None:
    """Store who the stack is now. When a demo ends, whoever came with it goes; what they made stays."""
    await set_identity(db, given.site_url, given.site_name)
    if "demo" not in given.model_fields_set:
        return
    if given.demo is None:
        await set_demo(db, None)
        await identity.remove_demo_users(db)
    elif given.demo.keep_url is None:
        await extend_demo(db, given.demo.expires_at)
    else:
        await set_demo(db, Demo(given.demo.expires_at, given.demo.keep_url))


@dataclass(frozen=True, slots=True)
class Measures:
    """What `/internal/metrics` tells, beside what the process itself counts."""

    database_bytes: int
    pages: int
    users: int
    last_change: datetime | None


async def measure(db: Transaction) -> Measures:
    size = await db.execute(text("SELECT pg_database_size(current_database())"))
    pages = await counting.count_entries(db)
    changes = [await counting.last_change(db), await site.last_change(db)]
    return Measures(
        database_bytes=size.scalar_one(),
        pages=pages.draft + pages.published,
        users=await identity.count_users(db),
        last_change=max((moment for moment in changes if moment), default=None),
    )


def metrics_text(measures: Measures, answers: Mapping[str, int], resident: int) -> str:
    """In Prometheus's text format, version 0.0.4."""
    return "\n".join([*_lines(measures, answers, resident), ""])


def _lines(measures: Measures, answers: Mapping[str, int], resident: int) -> Iterator[str]:
    yield "# HELP cms_requests_total Requests answered since the process started, by class of status."
    yield "# TYPE cms_requests_total counter"
    for kind, number in answers.items():
        yield f'cms_requests_total{{class="{kind}"}} {number}'
    changed = int(measures.last_change.timestamp()) if measures.last_change else 0
    for name, what, value in (
        ("cms_database_bytes", "Size of the database on disk, WAL apart.", measures.database_bytes),
        ("cms_pages", "Pages, posts and other entries, drafts included.", measures.pages),
        ("cms_users", "People who may sign in.", measures.users),
        ("cms_last_change_timestamp_seconds", "Last change of an entry or the settings.", changed),
        ("process_resident_memory_bytes", "Memory the API's process holds.", resident),
    ):
        yield f"# HELP {name} {what}"
        yield f"# TYPE {name} gauge"
        yield f"{name} {value}"
