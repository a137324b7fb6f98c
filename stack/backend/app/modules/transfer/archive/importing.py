"""Brings in a site that was carried out of another stack, or of this one."""

from pathlib import Path
from uuid import UUID

from app.modules.content import archive as content
from app.modules.content import term_archive, types
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.identity import service as identity
from app.modules.publishing import archive as publishing
from app.modules.publishing.archive import ArchivedRedirect
from app.modules.site import archive as site
from app.modules.transfer.archive import format as parts
from app.modules.transfer.archive.bringing import Bringing
from app.modules.transfer.archive.contents import read_contents
from app.modules.transfer.archive.entries import EntryRestorer
from app.modules.transfer.archive.files import bring_files
from app.modules.transfer.archive.unpacking import Box
from app.modules.transfer.archive.zips import is_zip, open_zip
from app.modules.transfer.report import DESIGN, DESIGN_KEPT, Report
from app.modules.transfer.run import Run
from app.modules.transfer.schemas import Outcome

_NO_REDIRECT = {
    "public": "Something is public at this address.",
    "elsewhere": "This address leads elsewhere here, and goes on to do so.",
    "nowhere": "What it leads to is not public here.",
}


class SiteArchive:
    """The library comes first, each file by itself; everything else in one transaction, the job's end
    among it."""

    name = "site"

    def detect(self, path: Path) -> bool:
        if not is_zip(path):
            return False
        with open_zip(path) as opened:
            if parts.MANIFEST not in opened.NameToInfo:
                return False
        with Box.open(path):
            return True

    async def run(self, run: Run, source: Path, report: Report) -> None:
        with Box.open(source) as box:
            await box.check(lambda done, total: run.progress("Checking the file", done, total))
            await run.progress("Reading")
            bringing = Bringing(run, box, await read_contents(box), report)
            await _find_people(bringing)
            await bring_files(bringing)
            async with run.database.transaction() as db:
                await content.hold_trees(db)
                await _restore_types(db, bringing)
                await _restore_terms(db, bringing)
                await EntryRestorer(db, bringing).restore()
                await _restore_redirects(db, bringing)
                await _restore_site(db, bringing)
                await _restore_design(db, bringing)
                await run.conclude(db, report)


async def _find_people(bringing: Bringing) -> None:
    writers = bringing.contents.writers
    async with bringing.run.database.transaction() as db:
        bringing.people = await identity.ids_by_address(db, writers)
    for address, writer in writers.items():
        if address in bringing.people:
            bringing.report.note("author", "unchanged", writer.name, key=address)
        else:
            bringing.report.note(
                "author",
                "skipped",
                writer.name,
                key=address,
                reason="Nobody here has this address. The name stands on what they wrote; no account was made.",
            )


async def _restore_types(db: Transaction, bringing: Bringing) -> None:
    for given, outcome, reason in await types.restore_types(db, bringing.contents.types):
        bringing.report.note("type", outcome, given.plural, key=given.key, reason=reason)


async def _restore_terms(db: Transaction, bringing: Bringing) -> None:
    for given in bringing.contents.terms:
        parent_id = bringing.ids.optional(given.parent_id)
        try:
            async with db.begin_nested():
                here = await term_archive.restore_term(db, given.model_copy(update={"parent_id": parent_id}))
        except AppError as error:
            bringing.report.note(given.kind, "skipped", given.name, key=given.id, reason=error.in_words())
            continue
        term = here.term
        bringing.ids.learn(given.id, term.id)
        same = (term.name, term.slug, term.description) == (given.name, given.slug, given.description)
        reason = here.loss if same else f"It is “{term.name}” here, and stays so."
        if same and not here.is_new and term.parent_id != parent_id:
            reason = "It stands elsewhere here, and stays there."
        outcome: Outcome = "created" if here.is_new else "unchanged"
        bringing.report.note(given.kind, outcome, given.name, key=given.id, reason=reason)


async def _restore_redirects(db: Transaction, bringing: Bringing) -> None:
    for given in bringing.box.lines(parts.REDIRECTS, ArchivedRedirect):
        here = given.model_copy(update={"entry_id": bringing.ids.here(given.entry_id)})
        outcome = await publishing.restore_redirect(db, here)
        if outcome == "created" or outcome == "unchanged":
            bringing.report.note("redirect", outcome, given.path)
        else:
            bringing.report.note("redirect", "skipped", given.path, reason=_NO_REDIRECT[outcome])


async def _restore_site(db: Transaction, bringing: Bringing) -> None:
    given, run = bringing.contents.site, bringing.run
    if not run.job.options.get("settings", True):
        bringing.report.note("settings", "skipped", given.title, reason="It was not asked for.")
        return
    home: UUID | None = bringing.ids.optional(given.home_page_id)
    reason = ""
    try:
        async with db.begin_nested():
            changed = await site.restore_site(db, given, home, run.installation)
    except AppError:
        reason = "Its home page is not here; the welcome takes its place."
        changed = await site.restore_site(db, given, None, run.installation)
    bringing.report.note("settings", "updated" if changed else "unchanged", given.title, reason=reason)


async def _restore_design(db: Transaction, bringing: Bringing) -> None:
    if not bringing.run.job.options.get("settings", True):
        bringing.report.note("design", "skipped", DESIGN, reason="It was not asked for.")
        return
    changed, losses = await site.restore_design(db, bringing.ids.design(bringing.contents.design))
    reasons = [f"{field.removesuffix('Id')}: {why}" for field, why in losses.items()]
    if changed:
        reasons.append(DESIGN_KEPT)
    bringing.report.note("design", "updated" if changed else "unchanged", DESIGN, reason=" ".join(reasons))
