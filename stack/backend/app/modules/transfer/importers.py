"""Who can read which file. A further one is a class with these three, and a line in `importers`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from app.modules.core.errors import AppError
from app.modules.transfer.report import Report
from app.modules.transfer.run import Run


class Importer(Protocol):
    """`name` is kept with the job as its format."""

    name: str

    def detect(self, path: Path) -> bool:
        """Whether this one reads the file at `path`, by its content. Runs in a thread. Raises
        transfer_invalid for one of its own that is damaged."""
        ...

    async def run(self, run: Run, source: Path, report: Report) -> None:
        """Bring it in, each thing noted in `report`. It may be begun again after it was interrupted
        anywhere, and has to come to the same. Raises AppError for what people are to read."""
        ...


def importers() -> Sequence[Importer]:
    from app.modules.transfer.archive.importing import SiteArchive
    from app.modules.transfer.wordpress.importer import WordPress

    return (SiteArchive(), WordPress())


def detect(path: Path) -> str:
    """The name of the importer for this file. Raises transfer_type, transfer_invalid."""
    for one in importers():
        if one.detect(path):
            return one.name
    raise AppError(
        "transfer_type",
        "This file is neither an export of such a site (.zip) nor one of WordPress (.xml, or a .zip with it).",
    )


def importer_named(name: str) -> Importer:
    """Raises transfer_type for one of another release than this."""
    for one in importers():
        if one.name == name:
            return one
    raise AppError("transfer_type")
