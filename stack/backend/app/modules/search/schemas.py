"""What clients get of a search."""

from app.modules.content.schemas import EntrySummary
from app.modules.core.schemas import Output


class SearchOutput(Output):
    entries: list[EntrySummary]
