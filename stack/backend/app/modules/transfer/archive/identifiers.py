"""Ids of an archive, and what they are here. Pure."""

import json
import re
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from app.modules.site.archive import ArchivedDesign
from app.modules.transfer.archive.format import EntryLine

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Identifiers:
    """Most stay what they are; those that are something else's here are replaced wherever they stand, in
    addresses of files and links in texts too."""

    def __init__(self) -> None:
        self._moved: dict[UUID, UUID] = {}

    def learn(self, given: UUID, here: UUID) -> None:
        if given != here:
            self._moved[given] = here

    def here(self, given: UUID) -> UUID:
        return self._moved.get(given, given)

    def optional(self, given: UUID | None) -> UUID | None:
        return None if given is None else self.here(given)

    def all(self, given: Iterable[UUID]) -> list[UUID]:
        return list(dict.fromkeys(map(self.here, given)))

    def in_data(self, data: dict[str, Any]) -> dict[str, Any]:
        if not self._moved:
            return data
        text = json.dumps(data, ensure_ascii=False)
        replaced: dict[str, Any] = json.loads(_ID.sub(lambda found: str(self.here(UUID(found[0]))), text))
        return replaced

    def design(self, given: ArchivedDesign) -> ArchivedDesign:
        """Pictures, and what menus lead to."""
        return ArchivedDesign.model_validate(self.in_data(given.as_json()))

    def entry(self, line: EntryLine) -> EntryLine:
        public = line.public and line.public.model_copy(
            update={
                "parent_id": self.optional(line.public.parent_id),
                "terms": self.all(line.public.terms),
                "data": self.in_data(line.public.data),
            }
        )
        return line.model_copy(
            update={
                "id": self.here(line.id),
                "parent_id": self.optional(line.parent_id),
                "translation_group": self.optional(line.translation_group),
                "terms": self.all(line.terms),
                "data": self.in_data(line.data),
                "public": public,
            }
        )
