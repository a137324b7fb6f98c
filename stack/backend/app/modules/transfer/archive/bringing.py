"""What every part of an import works with."""

from dataclasses import dataclass, field
from uuid import UUID

from app.modules.core.archive import Writer
from app.modules.transfer.archive.contents import Contents
from app.modules.transfer.archive.identifiers import Identifiers
from app.modules.transfer.archive.unpacking import Box
from app.modules.transfer.report import Report
from app.modules.transfer.run import Run


@dataclass(slots=True)
class Bringing:
    """`people` are those here whose address a writer of the archive has."""

    run: Run
    box: Box
    contents: Contents
    report: Report
    people: dict[str, UUID] = field(default_factory=dict)
    ids: Identifiers = field(default_factory=Identifiers)

    def person(self, writer: Writer | None) -> UUID | None:
        return self.people.get(writer.email.lower()) if writer else None
