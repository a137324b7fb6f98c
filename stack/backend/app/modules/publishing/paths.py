"""Where the entries of a tree are public. Pure.

An address is made of what visitors know: the published slug and place of everything above, and of
what is not public itself the ones it has at the moment.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Place:
    slug: str
    parent_id: UUID | None


def public_paths(
    present: Mapping[UUID, Place], published: Mapping[UUID, Place]
) -> dict[UUID, str]:
    """The path of every published entry. One that a circle leads back to stands at the top."""
    known: dict[UUID, str] = {}

    def path(entry_id: UUID, below: frozenset[UUID]) -> str:
        if entry_id in known:
            return known[entry_id]
        place = published.get(entry_id) or present.get(entry_id)
        if place is None or entry_id in below:
            return ""
        above = path(place.parent_id, below | {entry_id}) if place.parent_id else ""
        known[entry_id] = f"{above}/{place.slug}"
        return known[entry_id]

    return {entry_id: path(entry_id, frozenset()) for entry_id in published}
