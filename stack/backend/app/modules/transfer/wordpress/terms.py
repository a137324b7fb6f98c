"""Categories and tags of an export."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote
from uuid import UUID

from app.modules.content import terms as content
from app.modules.content.schemas import ArchivedTerm, TermKind, TermOutput
from app.modules.content.slugs import first_free
from app.modules.content.term_addresses import list_path
from app.modules.content.term_archive import Restored, restore_term
from app.modules.content.tree import DEEPEST
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.old_paths import old_path
from app.modules.transfer import origins
from app.modules.transfer.origins import Origin
from app.modules.transfer.report import Report
from app.modules.transfer.schemas import Outcome
from app.modules.transfer.wordpress.export import Export
from app.modules.transfer.wordpress.model import Term
from app.modules.transfer.wordpress.places import id_of
from app.modules.transfer.wordpress.titles import plain, shortened, slug_of

_KINDS: Final[Mapping[str, TermKind]] = {"category": "category", "post_tag": "tag"}
_LONGEST_NAME: Final = 80
_LONGEST_DESCRIPTION: Final = 300
# Names of kinds of items rather than of subjects.
_SILENT: Final = {
    "nav_menu": "A menu's name; see its items.",
    "post_format": "How a post is laid out is the theme's business here.",
}


@dataclass(slots=True)
class Terms:
    """What the export's terms are here, by taxonomy and slug."""

    here: dict[tuple[str, str], TermOutput] = field(default_factory=dict)

    def ids(self, given: list[tuple[str, str]]) -> list[UUID]:
        return list(dict.fromkeys(self.here[one].id for one in given if one in self.here))

    def places(self) -> dict[str, str]:
        """Where each has its list of posts."""
        return {
            f"{_KINDS[taxonomy]}:{slug}": list_path(term.kind, term.slug)
            for (taxonomy, slug), term in self.here.items()
        }


async def bring_terms(db: Transaction, export: Export, report: Report) -> Terms:
    terms = Terms()
    known = {kind: await origins.known(db, export.source, kind) for kind in _KINDS.values()}
    brought: dict[TermKind, dict[str, Origin]] = {"category": {}, "tag": {}}
    for term in _parents_first(export.terms):
        kind = _KINDS.get(term.taxonomy)
        if kind is None:
            unknown = f"There is no taxonomy “{term.taxonomy[:60]}” here."
            why = _SILENT.get(term.taxonomy, unknown)
            report.note("taxonomy", "skipped", term.name, key=term.slug, reason=why)
            continue
        if (term.taxonomy, term.slug) in terms.here:
            report.note(kind, "unchanged", term.name, key=term.slug, reason="It is in the file twice.")
            continue
        origin = known[kind].get(term.slug)
        if origin is not None:
            there = (await content.terms_by_id(db, [origin.local_id])).get(origin.local_id)
            if there is None:
                report.note(kind, "skipped", term.name, key=term.slug, reason="It was deleted here since.")
                continue
            terms.here[term.taxonomy, term.slug] = there
            report.note(kind, "unchanged", term.name, key=term.slug)
            continue
        try:
            async with db.begin_nested():
                made = await restore_term(db, _archived(export, term, kind, terms))
        except AppError as error:
            report.note(kind, "skipped", term.name, key=term.slug, reason=error.in_words())
            continue
        terms.here[term.taxonomy, term.slug] = made.term
        brought[kind][term.slug] = Origin(made.term.id, "")
        outcome: Outcome = "created" if made.is_new else "unchanged"
        report.note(kind, outcome, term.name, key=term.slug, reason=_place_lost(term, made, terms))
    for kind, these in brought.items():
        await origins.note(db, export.source, kind, these)
    return terms


def _place_lost(term: Term, made: Restored, terms: Terms) -> str:
    """Why a category does not stand where it did; "" where it does."""
    if not term.parent or made.loss:
        return made.loss
    if not made.is_new:
        return "It was here already, and stays where it stands."
    if (term.taxonomy, term.parent) in terms.here:
        return ""
    return f"It stands at the top: what it stood below, “{term.parent}”, did not come along."


def _archived(export: Export, term: Term, kind: TermKind, terms: Terms) -> ArchivedTerm:
    term_id = id_of(export.source, kind, term.slug)
    wanted = slug_of(unquote(term.slug), term.name, kind, term_id.int % 1_000_000, reserved=False)
    # Two of the old site's stay two, however alike their addresses become here.
    taken = {one.slug for (taxonomy, _), one in terms.here.items() if _KINDS[taxonomy] == kind}
    above = terms.here.get((term.taxonomy, term.parent))
    return ArchivedTerm(
        id=term_id,
        kind=kind,
        name=shortened(plain(term.name), _LONGEST_NAME) or wanted,
        slug=first_free(wanted, taken),
        description=shortened(plain(term.description), _LONGEST_DESCRIPTION),
        parent_id=above.id if above else None,
        paths=[path for stood in export.addresses.paths_of(term) if (path := old_path(stood))],
    )


def _parents_first(given: Sequence[Term]) -> list[Term]:
    """Of a circle the one that comes first in the file is taken for the one at the top. How much deeper than
    there are levels here something stood does not matter."""
    above = {(term.taxonomy, term.slug): term.parent for term in given}

    def depth(term: Term) -> int:
        names: list[str] = []
        at = term.slug
        while at and at not in names and len(names) <= DEEPEST:
            names.append(at)
            at = above.get((term.taxonomy, at), "")
        return len(names)

    return sorted(given, key=depth)
