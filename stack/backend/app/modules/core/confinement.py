"""Bounds for a program that looks into files from outside: it has its own memory and time, and little of both."""

import os
import resource
from pathlib import Path
from typing import Final

# Bytes of address space, Python included; the container has 256 MiB for the API and one such program.
MEMORY: Final = 320 * 1024 * 1024
MOST_OPEN_FILES: Final = 64


def confine(*, cpu_seconds: int, largest_output: int) -> None:
    """This process from now on: bytes it may write to one file, seconds of a processor. It gives way to others
    and is the first to be killed when memory is short."""
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, largest_output),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, MOST_OPEN_FILES),
    ):
        resource.setrlimit(limit, (value, value))
    os.nice(5)
    try:
        Path("/proc/self/oom_score_adj").write_text("1000")
    except OSError:
        # Not everywhere allowed, and only a precaution.
        pass
