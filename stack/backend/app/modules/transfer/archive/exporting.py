"""Carries a whole site out into one file. What the site is made of stands in `_WRITERS`: a module that
adds something to it adds a function there, and its counterpart to `importing`."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from itertools import batched
from pathlib import Path
from typing import Final

from sqlalchemy import text

from app.modules.content import archive as content
from app.modules.content import term_archive, types
from app.modules.content.schemas import TypeInput
from app.modules.core.database import Transaction
from app.modules.media import archive as library
from app.modules.publishing import archive as publishing
from app.modules.revisions import archive as revisions
from app.modules.site import archive as site
from app.modules.transfer.archive import format as parts
from app.modules.transfer.archive.format import EntryLine, Manifest
from app.modules.transfer.archive.packing import Pack
from app.modules.transfer.report import Report
from app.modules.transfer.run import Run

_AT_ONCE: Final = 100


async def export_site(run: Run, report: Report) -> Path:
    """The finished file, in the run's folder. Raises media_full, media_storage."""
    made = run.folder / "export.zip"
    with Pack(made) as pack:
        async with run.database.transaction() as db:
            # All of it as it was at one moment, however long that takes.
            await db.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
            for write in _WRITERS:
                await write(db, pack, run)
            files = [file async for some in library.archived_files(db) for file in some]
        await _write_files(files, pack, run, report)
        pack.finish(
            Manifest(
                format="freehold-site",
                version=parts.VERSION,
                release=run.settings.release,
                site=run.installation.site_url,
                made_at=datetime.now(UTC),
                files=[],
            )
        )
    for kind, number in pack.counts.items():
        report.count(kind, "created", number)
    return made


async def _write_site(db: Transaction, pack: Pack, run: Run) -> None:
    pack.document(parts.SITE, (await site.archived_site(db, run.installation)).as_json())


async def _write_design(db: Transaction, pack: Pack, _: Run) -> None:
    pack.document(parts.DESIGN, (await site.archived_design(db)).as_json())


async def _write_types(db: Transaction, pack: Pack, _: Run) -> None:
    found = sorted(await types.list_types(db), key=lambda one: one.key)
    given = [TypeInput.model_validate(one.model_dump()) for one in found]
    pack.document(parts.TYPES, [one.model_dump(mode="json", by_alias=True) for one in given])


async def _write_terms(db: Transaction, pack: Pack, _: Run) -> None:
    found = await term_archive.archived_terms(db)
    pack.document(parts.TERMS, [one.model_dump(mode="json", by_alias=True) for one in found])


async def _write_folders(db: Transaction, pack: Pack, _: Run) -> None:
    pack.document(parts.FOLDERS, [one.as_json() for one in await library.archived_folders(db)])


async def _write_entries(db: Transaction, pack: Pack, run: Run) -> None:
    order = await content.entry_order(db)
    with pack.lines(parts.ENTRIES) as line:
        for ids in batched(order, _AT_ONCE):
            found = await content.archived_entries(db, ids)
            public = await publishing.archived_public(db, await content.published_versions(db, ids))
            for one in ids:
                line(EntryLine(**found[one].model_dump(), public=public.get(one)))
            await run.progress("Pages and posts", pack.counts["entries"], len(order))
    if run.job.options.get("revisions"):
        with pack.lines(parts.REVISIONS) as line:
            for done, one in enumerate(order):
                for revision in await revisions.archived_revisions(db, [one]):
                    line(revision)
                await run.progress("Earlier versions", done, len(order))


async def _write_redirects(db: Transaction, pack: Pack, _: Run) -> None:
    with pack.lines(parts.REDIRECTS) as line:
        for one in await publishing.archived_redirects(db):
            line(one)


_WRITERS: Final[Sequence[Callable[[Transaction, Pack, Run], Awaitable[None]]]] = (
    _write_site,
    _write_design,
    _write_types,
    _write_terms,
    _write_folders,
    _write_entries,
    _write_redirects,
)


async def _write_files(
    files: Sequence[library.ArchivedFile], pack: Pack, run: Run, report: Report
) -> None:
    """The library's files; one that is missing on the volume, or is not what it was, is left out."""
    there: list[library.ArchivedFile] = []
    total, done = sum(file.bytes for file in files), 0
    for file in files:
        source = library.original_of(run.settings.media_path, file)
        if await asyncio.to_thread(library.is_whole, source, file):
            await pack.copy(source, f"media/{file.stored_as}", file.bytes)
            there.append(file)
        else:
            report.note(
                "file", "skipped", file.name, key=file.id, reason="It is missing or damaged on this site’s disk."
            )
        done += file.bytes
        await run.progress("Pictures and files", done, total)
    with pack.lines(parts.FILES) as line:
        for file in there:
            line(file)
