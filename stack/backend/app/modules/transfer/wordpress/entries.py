"""Pages, posts and what plugins keep among them, into entries."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from app.modules.content import archive as content
from app.modules.content import service
from app.modules.content.archive import ArchivedEntry
from app.modules.content.schemas import LONGEST_BODY, MOST_TERMS, Draft, Status
from app.modules.content.types import Type
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.publishing import archive as publishing
from app.modules.publishing.archive import ArchivedPublic
from app.modules.transfer.origins import Origin
from app.modules.transfer.schemas import Outcome
from app.modules.transfer.wordpress.export import Export, Texts
from app.modules.transfer.wordpress.fate import State
from app.modules.transfer.wordpress.files import Files
from app.modules.transfer.wordpress.model import Post
from app.modules.transfer.wordpress.people import Person
from app.modules.transfer.wordpress.places import Plan
from app.modules.transfer.wordpress.terms import Terms
from app.modules.transfer.wordpress.titles import LONGEST_SUMMARY, plain, shortened

_STATUS: Final[Mapping[State, Status]] = {
    "public": "published", "scheduled": "draft", "in_review": "in_review", "draft": "draft",
}  # fmt: skip
_LONGEST_SEO_TITLE: Final = 120


@dataclass(slots=True)
class Brought:
    """What became of one post; `is_shown` says that it was made public and still needs its address."""

    plan: Plan
    outcome: Outcome
    reasons: list[str]
    origin: Origin | None = None
    is_shown: bool = False


@dataclass(slots=True)
class Writing:
    """What every post's entry is made with. `known` are earlier imports of the same site, `user_id` is who asks."""

    export: Export
    files: Files
    terms: Terms
    people: Mapping[str, Person]
    types: Mapping[str, Type]
    texts: Texts
    known: Mapping[str, Origin]
    user_id: UUID | None
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    async def write(self, db: Transaction, plan: Plan, position: int) -> Brought:
        """The entry as it is in the export. What was deleted or changed here since it was last brought in
        stays so."""
        post = plan.post
        notes = [one for one in (plan.fate.reason, *plan.notes) if one]
        text = self.texts.of(post.id)
        problem = text.get("problem", "")
        if not problem and len(text["html"]) > LONGEST_BODY:
            problem = f"Its text is longer than {LONGEST_BODY:,} characters."
        if problem:
            return Brought(plan, "skipped", [problem])
        kind = self.types[plan.type_key]
        data, term_ids = self._data(plan, text, notes), self._term_ids(post, notes)
        wanted = Draft(plan.slug, post.title, data, plan.parent_id, term_ids)
        notes += text["notes"] + self._losses(post)
        fitted = await content.fit(db, kind, plan.id, wanted, "en", {})
        notes += fitted.losses
        draft = fitted.draft
        try:
            async with db.begin_nested():
                return await self._store(db, plan, draft, position, notes)
        except AppError as error:
            return Brought(plan, "skipped", [error.in_words()])

    async def _store(
        self, db: Transaction, plan: Plan, draft: Draft, position: int, notes: list[str]
    ) -> Brought:
        """Raises slug_taken, payload_too_large."""
        origin = self.known.get(str(plan.post.id))
        digest = _digest(draft)
        brought = Origin(plan.id, digest)
        there = await _present(db, plan.id)
        if there is None and origin is not None:
            return Brought(plan, "skipped", ["It was deleted here since it was brought in."])
        author = self.people.get(plan.post.author, Person(None, plan.post.author))
        given = self._archived(plan, draft, position, author)
        public = self._public(plan, draft, given)
        shown = (draft, public.columns()) if public is not None else None
        if there is None:
            entry = await content.insert_entry(db, given, draft, author.id, shown)
            if public is not None:
                await publishing.show(db, entry, public, draft)
            return Brought(plan, "created", notes, brought, public is not None)
        if _digest(there) == digest:
            return Brought(plan, "unchanged", [], brought)
        if origin is None or _digest(there) != origin.digest:
            return Brought(plan, "unchanged", ["It was changed here since it was brought in, and stays so."])
        entry = await content.replace_entry(db, given, draft, shown, self.user_id)
        if public is not None:
            await publishing.show(db, entry, public, draft)
        return Brought(plan, "updated", notes, brought, public is not None)

    def _archived(self, plan: Plan, draft: Draft, position: int, author: Person) -> ArchivedEntry:
        at = plan.post.at or self.now
        state = plan.fate.state
        in_menu = plan.type_key == "page" and draft.parent_id is None and state == "public"
        return ArchivedEntry(
            id=plan.id,
            type=plan.type_key,
            slug=draft.slug,
            title=draft.title,
            data=draft.data,
            parent_id=draft.parent_id,
            position=position,
            in_navigation=in_menu,
            terms=draft.term_ids,
            status=_STATUS[state],
            byline=author.name,
            created_at=min(at, self.now),
            updated_at=min(at, self.now),
            publish_at=at if state == "scheduled" else None,
        )

    def _public(self, plan: Plan, draft: Draft, given: ArchivedEntry) -> ArchivedPublic | None:
        if plan.fate.state != "public":
            return None
        at = min(plan.post.at or self.now, self.now)
        return ArchivedPublic(
            version=given.version,
            slug=draft.slug,
            title=draft.title,
            data=draft.data,
            parent_id=draft.parent_id,
            position=given.position,
            in_navigation=given.in_navigation,
            terms=draft.term_ids,
            published_at=at,
            first_published_at=at,
        )

    def _data(self, plan: Plan, text: Mapping[str, Any], notes: list[str]) -> dict[str, Any]:
        post = plan.post
        data: dict[str, Any] = {"body": text["html"]}
        if plan.fate.becomes != "own":
            data["bodyFormat"] = "html"
        if summary := shortened(post.excerpt, LONGEST_SUMMARY) or text["teaser"]:
            data["summary"] = summary
        if cover := post.meta.get("_thumbnail_id", "").strip():
            path = self.export.addresses.file(int(cover)) if cover.isdecimal() else None
            file = self.files.here.get(path.lower()) if path else None
            if file is None:
                notes.append("Its picture did not come along.")
            else:
                data["cover"] = file.url
                if plan.fate.becomes != "own":
                    data["coverAlt"] = shortened(file.alt, LONGEST_SUMMARY)
        if seo := _seo(post):
            data["seo"] = seo
        return data

    def _term_ids(self, post: Post, notes: list[str]) -> list[UUID]:
        ids = self.terms.ids(post.terms)
        if len(ids) > MOST_TERMS:
            more = len(ids) - MOST_TERMS
            notes.append(f"{more} of its categories and tags were left out: at most {MOST_TERMS} fit.")
        return ids[:MOST_TERMS]

    def _losses(self, post: Post) -> list[str]:
        """Of what it had beside its text, what has no place here."""
        found = []
        if post.id in self.export.untitled:
            found.append("It had no title and is called by its first words.")
        if post.sticky:
            found.append("It was kept on top of all posts; here they are by date.")
        for taxonomy, slug in post.terms:
            if taxonomy == "post_format":
                found.append(f"Its format, {slug.removeprefix('post-format-')}, is not kept.")
        if post.own_fields:
            found.append(f"{post.own_fields} of its own fields were left out.")
        return found


async def _present(db: Transaction, entry_id: UUID) -> Draft | None:
    try:
        return (await service.read_entry(db, entry_id)).draft
    except AppError:
        return None


def _digest(draft: Draft) -> str:
    """What an entry holds, in short: two that are alike have the same."""
    told = json.dumps(asdict(draft), sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()


def _seo(post: Post) -> dict[str, Any]:
    """As Yoast's plugin keeps it; what has a variable in it cannot be said without the plugin."""
    said = {
        "title": plain(post.meta.get("_yoast_wpseo_title", ""))[:_LONGEST_SEO_TITLE],
        "description": plain(post.meta.get("_yoast_wpseo_metadesc", ""))[:LONGEST_SUMMARY],
    }
    seo: dict[str, Any] = {name: text for name, text in said.items() if text and "%%" not in text}
    if post.meta.get("_yoast_wpseo_meta-robots-noindex") == "1":
        seo["noindex"] = True
    return seo
