"""Brings in entries, with what visitors see of them and what was saved before.

An entry is known by its id. What is the same stays untouched; what the archive has newer becomes a new
version of what is here; what was changed here since stays as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from app.modules.content import archive as content
from app.modules.content import term_archive, types
from app.modules.content.archive import ArchivedEntry
from app.modules.content.schemas import Draft, Entry
from app.modules.content.types import Type
from app.modules.core.archive import another_id
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.publishing import archive as publishing
from app.modules.publishing.archive import ArchivedPublic
from app.modules.revisions import archive as revisions
from app.modules.revisions.archive import ArchivedRevision
from app.modules.transfer.archive import format as parts
from app.modules.transfer.archive.bringing import Bringing
from app.modules.transfer.archive.format import EntryLine
from app.modules.transfer.schemas import Outcome

_COMPARED: Final = ("position", "in_navigation", "status", "publish_at", "unpublish_at")
_CHANGED_HERE: Final = "It was changed here since, and stays so."
_ADDRESS_TAKEN: Final = "It is a draft here: at {} something else is public."


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An entry of the archive as it can stand here."""

    line: EntryLine
    draft: Draft
    public: ArchivedPublic | None
    shown: Draft | None

    def told(self) -> tuple[Draft, Mapping[str, Any]] | None:
        return (self.shown, self.public.columns()) if self.public and self.shown else None

    def is_same(self, here: ArchivedEntry, public: ArchivedPublic | None) -> bool:
        if here.draft() != self.draft or any(getattr(here, n) != getattr(self.line, n) for n in _COMPARED):
            return False
        if public is None or self.public is None:
            return public is self.public
        return public.draft() == self.shown and all(
            getattr(public, name) == getattr(self.public, name) for name in ("position", "in_navigation")
        )


class EntryRestorer:
    """For one import, in its one transaction."""

    def __init__(self, db: Transaction, bringing: Bringing) -> None:
        self._db = db
        self._bringing = bringing
        self._kinds: Mapping[str, Type] = {}
        self._terms: set[UUID] = set()
        self._coming: dict[UUID, str] = {}
        # New here, with their version.
        self._created: dict[UUID, int] = {}
        # What is to be noted of those that something of was made public, once their address is known.
        self._shown: dict[UUID, tuple[EntryLine, Outcome, str]] = {}

    async def restore(self) -> None:
        bringing = self._bringing
        self._kinds = await types.all_types(self._db)
        self._terms = {term.id for term in await term_archive.archived_terms(self._db)}
        await self._learn_ids()
        done, total = 0, len(self._coming)
        for line in bringing.box.lines(parts.ENTRIES, EntryLine):
            await self._restore_one(bringing.ids.entry(line))
            done += 1
            await bringing.run.progress("Pages and posts", done, total)
        await bringing.run.progress("Addresses")
        refused = await publishing.arrange(self._db, self._shown)
        for entry_id, (line, outcome, reason) in self._shown.items():
            if entry_id in refused:
                reason = _ADDRESS_TAKEN.format(refused[entry_id])
            self._note(line, outcome, reason)
        await self._restore_revisions()

    async def _learn_ids(self) -> None:
        """Ids that are another thing's here are another one's from now on, in texts and references too."""
        for given, kind in self._bringing.contents.entries.items():
            here = given
            while (await content.types_of_entries(self._db, [here])).get(here, kind) != kind:
                here = another_id(here)
            self._bringing.ids.learn(given, here)
            self._coming[here] = kind

    async def _restore_one(self, line: EntryLine) -> None:
        kind = self._kinds.get(line.type)
        if kind is None:
            self._note(line, "skipped", f"There is no type “{line.type}” here.")
            return
        try:
            async with self._db.begin_nested():
                await self._restore_fitting(line, kind)
        except AppError as error:
            self._note(line, "skipped", error.in_words())

    async def _restore_fitting(self, line: EntryLine, kind: Type) -> None:
        wanted, losses = await self._fit(line, kind)
        here = (await content.archived_entries(self._db, [line.id])).get(line.id)
        reason = " ".join(losses)
        if here is None:
            author = self._bringing.person(line.author)
            entry = await content.insert_entry(self._db, line, wanted.draft, author, wanted.told())
            self._created[entry.id] = entry.version
            await self._show(entry, wanted, "created", reason)
            return
        versions = await content.published_versions(self._db, [line.id])
        public = (await publishing.archived_public(self._db, versions)).get(line.id)
        if wanted.is_same(here, public):
            self._note(line, "unchanged", reason)
        elif line.updated_at <= here.updated_at:
            self._note(line, "skipped", _CHANGED_HERE)
        else:
            user_id = self._bringing.run.job.user_id
            entry = await content.replace_entry(self._db, line, wanted.draft, wanted.told(), user_id)
            if wanted.public is None and public is not None:
                await publishing.hide(self._db, entry.id)
            await self._show(entry, wanted, "updated", reason)

    async def _fit(self, line: EntryLine, kind: Type) -> tuple[_Wanted, list[str]]:
        """Raises nothing: what cannot stand here is left out, and said."""
        fitted = await self._fitted(line, kind, line.draft())
        if line.public is None:
            return _Wanted(line, fitted.draft, None, None), fitted.losses
        if line.public.draft() == line.draft():
            return _Wanted(line, fitted.draft, line.public, fitted.draft), fitted.losses
        shown = await self._fitted(line, kind, line.public.draft())
        return _Wanted(line, fitted.draft, line.public, shown.draft), [*fitted.losses, *shown.losses]

    async def _fitted(self, line: EntryLine, kind: Type, draft: Draft) -> content.Fitted:
        known = [one for one in draft.term_ids if one in self._terms]
        wanted = Draft(draft.slug, draft.title, draft.data, draft.parent_id, known)
        return await content.fit(self._db, kind, line.id, wanted, line.locale, self._coming)

    async def _show(self, entry: Entry, wanted: _Wanted, outcome: Outcome, reason: str) -> None:
        if wanted.public is None or wanted.shown is None:
            self._note(wanted.line, outcome, reason)
            return
        await publishing.show(self._db, entry, wanted.public, wanted.shown)
        self._shown[entry.id] = (wanted.line, outcome, reason)

    async def _restore_revisions(self) -> None:
        """Of what is new here: anything else has its own."""
        ids = self._bringing.ids
        for given in self._bringing.box.lines(parts.REVISIONS, ArchivedRevision):
            entry_id = ids.here(given.entry_id)
            if given.number >= self._created.get(entry_id, 0):
                continue
            kind = self._kinds[self._coming[entry_id]]
            revision = given.model_copy(
                update={
                    "entry_id": entry_id,
                    "parent_id": ids.optional(given.parent_id),
                    "terms": ids.all(given.terms),
                    "data": content.cleaned(kind, ids.in_data(given.data)),
                }
            )
            if await revisions.restore_revision(self._db, revision, self._bringing.person(given.author)):
                self._bringing.report.count("revision", "created")

    def _note(self, line: EntryLine, outcome: Outcome, reason: str) -> None:
        is_here = outcome != "skipped" or reason == _CHANGED_HERE
        self._bringing.report.note(
            line.type, outcome, line.title, key=line.id, reason=reason, entry_id=line.id if is_here else None
        )
