"""What became of everything in a file, one line for each thing. Pure."""

from collections import Counter
from typing import Any, Final
from uuid import UUID

from app.modules.transfer.schemas import Outcome, ReportItem, ReportOutput

# A report is kept in one row and shown on one screen.
MOST_ITEMS: Final = 20_000
LONGEST: Final = 300
# What a report calls the design, and says where an import has replaced it.
DESIGN: Final = "The design"
DESIGN_KEPT: Final = "“Undo” on the Design page brings back the one before."


class Report:
    """Filled by whoever exports or imports."""

    def __init__(self) -> None:
        self._items: list[ReportItem] = []
        self._counts: dict[str, Counter[Outcome]] = {}
        self._left_off = 0

    def note(
        self,
        kind: str,
        outcome: Outcome,
        title: str,
        *,
        key: object = "",
        reason: str = "",
        entry_id: UUID | None = None,
    ) -> None:
        """`reason` is a sentence for people; every `skipped` has one."""
        assert reason or outcome != "skipped", f"{kind} {title}: skipped without a reason"
        self.count(kind, outcome)
        if len(self._items) >= MOST_ITEMS:
            self._left_off += 1
            return
        self._items.append(
            ReportItem(
                kind=kind,
                key=_storable(str(key)),
                title=_storable(title),
                outcome=outcome,
                reason=_storable(reason),
                entry_id=entry_id,
            )
        )

    def count(self, kind: str, outcome: Outcome, number: int = 1) -> None:
        """Things that nobody wants to read one by one."""
        self._counts.setdefault(kind, Counter())[outcome] += number

    def totals(self) -> dict[Outcome, int]:
        """How many things there were of each outcome, of any kind."""
        summed: Counter[Outcome] = Counter()
        for counts in self._counts.values():
            summed.update(counts)
        return dict(summed)

    def as_json(self) -> dict[str, Any]:
        output = ReportOutput(
            counts={kind: dict(counter) for kind, counter in self._counts.items()},
            items=self._items,
            left_off=self._left_off,
        )
        return output.model_dump(mode="json", by_alias=True)


def _storable(text: str) -> str:
    """What a file says of itself may hold what no database keeps."""
    return text[:LONGEST].encode(errors="replace").decode().replace("\0", "")
