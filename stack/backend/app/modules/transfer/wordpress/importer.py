"""Brings a site of WordPress's in: its export, alone or in a zip beside its uploads folder.

The export is read twice by a process of its own (`child`): once for everything but the texts, and, when
files and addresses are known here, for the texts. All but the library's files is then done in one
transaction. Everything in the file is told of in the report.
"""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.modules.content import archive as content
from app.modules.content import tree, types
from app.modules.content.schemas import FieldInput, TypeInput
from app.modules.content.slugs import slug_from_title
from app.modules.core.database import Transaction
from app.modules.core.old_paths import old_path
from app.modules.publishing import archive as publishing
from app.modules.publishing.archive import ArchivedRedirect
from app.modules.transfer import origins
from app.modules.transfer.archive.zips import is_zip
from app.modules.transfer.origins import Origin
from app.modules.transfer.report import Report
from app.modules.transfer.run import Run
from app.modules.transfer.wordpress.entries import Brought, Writing
from app.modules.transfer.wordpress.export import Export, Texts
from app.modules.transfer.wordpress.fate import Fate, fate_of
from app.modules.transfer.wordpress.files import Files, bring_files
from app.modules.transfer.wordpress.known import Known
from app.modules.transfer.wordpress.menus import bring_menus
from app.modules.transfer.wordpress.model import Post
from app.modules.transfer.wordpress.package import HEAD_BYTES, Package
from app.modules.transfer.wordpress.people import find_people
from app.modules.transfer.wordpress.places import Plan, plan
from app.modules.transfer.wordpress.reading import ask
from app.modules.transfer.wordpress.terms import bring_terms
from app.modules.transfer.wordpress.wxr import is_wxr

_COMMENT: Final = "There are no comments here."


class WordPress:
    name = "wordpress"

    def detect(self, path: Path) -> bool:
        if not is_zip(path):
            with path.open("rb") as file:
                return is_wxr(file.read(HEAD_BYTES))
        with Package(path) as package:
            return package.holds_export()

    async def run(self, run: Run, source: Path, report: Report) -> None:
        await run.progress("Reading the file")
        index, places, texts = (run.folder / name for name in ("index", "places", "texts"))
        await ask("index", str(source), str(index))
        export = await asyncio.to_thread(Export.read, index)
        files = await bring_files(run, export, source, report)
        async with run.database.transaction() as db:
            await content.hold_trees(db)
            people = await find_people(db, export, report)
            terms = await bring_terms(db, export, report)
            planned = await _planned(db, export, report)
            here = {**terms.places(), **{f"post:{one.post.id}": one.path or "" for one in planned}}
            places.write_text(json.dumps({"files": _told(files), "places": here}))
            await run.progress("Texts")
            await ask("texts", str(source), str(places), str(texts))
            known = await origins.known(db, export.source, "post")
            kinds = await types.all_types(db)
            brought: list[Brought] = []
            with await asyncio.to_thread(Texts, texts) as written:
                writing = Writing(export, files, terms, people, kinds, written, known, run.job.user_id)
                for number, one in enumerate(planned, start=1):
                    await run.progress("Pages and posts", number, len(planned))
                    brought.append(await writing.write(db, one, number))
            await _make_public(db, export, brought)
            await _remember(db, export, files, brought)
            _note(report, brought)
            entries = {one.plan.post.id: one.plan.id for one in brought if one.outcome != "skipped"}
            await bring_menus(db, export, Known(export.addresses, files.here, here), entries, report)
            _note_comments(report, export)
            await run.conclude(db, report)


async def _planned(db: Transaction, export: Export, report: Report) -> list[Plan]:
    """Where everything that becomes an entry will stand; the others are noted."""
    now = datetime.now(UTC)
    fates = [(post, fate_of(post, now)) for post in export.posts]
    own = sorted({post.type for post, fate in fates if fate.becomes == "own"})
    refused = await _make_types(db, own, report)
    wanted: list[tuple[Post, Fate, str]] = []
    seen: set[int] = set()
    for post, fate in fates:
        key = _key_of(post.type) if fate.becomes == "own" else post.type
        match fate.becomes:
            case "nothing":
                report.note(post.type, "skipped", post.title, key=post.id, reason=fate.reason)
            case "own" if key in refused:
                report.note(post.type, "skipped", post.title, key=post.id, reason=refused[key])
            case "own" | "page" | "post" if post.id in seen:
                report.note(post.type, "skipped", post.title, key=post.id, reason="Its number is in the file twice.")
            case "own" | "page" | "post":
                seen.add(post.id)
                wanted.append((post, fate, key))
            case "menu" | "file":
                pass
    known = await origins.known(db, export.source, "post")
    kinds = await types.all_types(db)
    present = {key: await tree.nodes(db, key) for key in {key for _, _, key in wanted}}
    paths = {key: _beginning(kind) for key, kind in kinds.items()}
    return plan(export.source, wanted, present, {key: one.local_id for key, one in known.items()}, paths)


async def _make_types(db: Transaction, names: Sequence[str], report: Report) -> dict[str, str]:
    """A type for each of a plugin's kinds of posts; those that cannot be one, with the reason."""
    fields = [
        FieldInput(key="body", label="Text", kind="richtext"),
        FieldInput(key="summary", label="Summary", kind="text"),
        FieldInput(key="cover", label="Picture", kind="media"),
    ]
    given = [
        TypeInput(key=_key_of(name), name=_spelled(name), plural=_spelled(name), public=True, fields=fields)
        for name in names
    ]
    refused: dict[str, str] = {}
    for one, outcome, reason in await types.restore_types(db, given):
        report.note("type", outcome, one.name, key=one.key, reason=reason)
        if outcome == "skipped":
            refused[one.key] = f"There can be no type of this name: {reason}"
    return refused


async def _make_public(db: Transaction, export: Export, brought: Sequence[Brought]) -> None:
    """Give what visitors see its addresses, and lead there from those of the old site."""
    shown = {one.plan.id: one for one in brought if one.is_shown}
    if not shown:
        return
    for entry_id, path in (await publishing.arrange(db, list(shown))).items():
        shown.pop(entry_id).reasons.append(f"It is a draft: something else is public at {path}.")
    for one in shown.values():
        stood = export.addresses.path_of(one.plan.post)
        if stood is None or stood == one.plan.path:
            continue
        old = old_path(stood)
        if old is None:
            one.reasons.append("Its old address is too long to be kept, and leads nowhere.")
            continue
        came = await publishing.restore_redirect(db, ArchivedRedirect(path=old, entry_id=one.plan.id))
        if came in ("public", "elsewhere"):
            one.reasons.append(f"Its old address, {stood}, leads to something else here.")


async def _remember(db: Transaction, export: Export, files: Files, brought: Sequence[Brought]) -> None:
    made: dict[str, Origin] = {str(one.plan.post.id): one.origin for one in brought if one.origin is not None}
    await origins.note(db, export.source, "post", made)
    await origins.note(db, export.source, "file", files.brought)


def _note(report: Report, brought: Sequence[Brought]) -> None:
    for one in brought:
        entry_id = one.plan.id if one.outcome != "skipped" else None
        report.note(
            one.plan.post.type, one.outcome, one.plan.post.title,
            key=one.plan.post.id, reason=" ".join(one.reasons), entry_id=entry_id,
        )  # fmt: skip


def _note_comments(report: Report, export: Export) -> None:
    """The most and the least: last, where a report is too long for all."""
    for post in export.posts:
        for _ in range(post.comments):
            report.note("comment", "skipped", f"On “{post.title}”", key=post.id, reason=_COMMENT)


def _told(files: Files) -> dict[str, object]:
    return {path: asdict(file) for path, file in files.here.items()}


def _beginning(kind: types.Type) -> str | None:
    """What the addresses of a type begin with: "" for a tree, None for one without pages."""
    if kind.tree:
        return ""
    path = types.path_of(kind, "-", None)
    return path.removesuffix("/-") if path is not None else None


def _key_of(name: str) -> str:
    return slug_from_title(name.replace("_", "-"))[:40].strip("-")


def _spelled(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").strip().capitalize()[:80] or "Entry"
