"""What this process counts. No library: six numbers."""

from pathlib import Path

PAGE_SIZE = 4096


class Metrics:
    """One per process."""

    def __init__(self) -> None:
        # By the hundreds of the status: index 2 for 2xx.
        self._answers = [0] * 6

    def count(self, status: int) -> None:
        self._answers[min(max(status // 100, 0), 5)] += 1

    def answers(self) -> dict[str, int]:
        """Requests answered since the start, by class; 0 for a class that has not occurred."""
        return {f"{hundreds}xx": self._answers[hundreds] for hundreds in range(2, 6)}


def resident_bytes() -> int:
    """Memory this process holds, as the kernel counts it."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_SIZE
