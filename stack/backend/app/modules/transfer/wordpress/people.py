"""Who wrote what. Nobody gets an account by an import: an author who has one here is found by the e-mail
address, everybody else's name stands on what they wrote."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.modules.core.database import Transaction
from app.modules.identity import service as identity
from app.modules.transfer.report import Report
from app.modules.transfer.wordpress.export import Export

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Person:
    """`id` is null for somebody who has no account."""

    id: UUID | None
    name: str


async def find_people(db: Transaction, export: Export, report: Report) -> Mapping[str, Person]:
    """By their name on the old site. The oldest exports name authors on their posts alone."""
    known = await identity.ids_by_address(db, [author.email for author in export.authors])
    found: dict[str, Person] = {}
    for author in export.authors:
        user_id = known.get(author.email.lower())
        found[author.login] = Person(user_id, author.name[:_LONGEST_NAME])
        if user_id is not None:
            report.note("author", "unchanged", author.name, key=author.login, reason="Has an account here.")
        else:
            why = "Has no account here and got none. The name stands on what they wrote."
            report.note("author", "skipped", author.name, key=author.login, reason=why)
    for post in export.posts:
        if post.author:
            found.setdefault(post.author, Person(None, post.author[:_LONGEST_NAME]))
    return found
