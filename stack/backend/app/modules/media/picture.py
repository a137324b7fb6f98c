"""Asks the child process about pictures: one at a time, for it may take most of the container's memory."""

import asyncio
import json
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.modules.core.errors import AppError

log = logging.getLogger(__name__)

# Seconds; its own limit of CPU time is below.
DEADLINE: Final = 30.0
_PROGRAM: Final = ("-OO", "-E", "-s", "-X", "no_debug_ranges", "-m", "app.modules.media.child")
# No secret of the API's own environment goes along.
_ENVIRONMENT: Final = {"PYTHONDONTWRITEBYTECODE": "1", "MALLOC_ARENA_MAX": "1"}
_HOME: Final = Path(__file__).parents[3]
_turn = asyncio.Semaphore(1)


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels as they are to be seen; an SVG may say none. `colour` is its average."""

    width: int | None
    height: int | None
    animated: bool
    colour: str | None


async def inspect(source: Path, extension: str, folder: Path) -> Picture:
    """See `child.inspect`. Raises media_invalid for what cannot be shown."""
    answer = await _ask("inspect", str(source), extension, str(folder))
    return Picture(answer["width"], answer["height"], answer["animated"], answer["colour"])


async def resize(
    source: Path, extension: str, target: Path, size: tuple[int, int | None], focal: tuple[float, float]
) -> None:
    """See `child.resize`. Raises media_invalid."""
    width, height = size
    await _ask("resize", str(source), extension, str(target), str(width), str(height or 0), *map(str, focal))


async def _ask(*question: str) -> dict[str, Any]:
    async with _turn:
        child = await asyncio.create_subprocess_exec(
            sys.executable, *_PROGRAM, *question, stdin=DEVNULL, stdout=PIPE, stderr=PIPE, env=_ENVIRONMENT, cwd=_HOME
        )
        try:
            async with asyncio.timeout(DEADLINE):
                said, complaint = await child.communicate()
        except TimeoutError:
            log.warning("a picture took too long")
            raise AppError("media_invalid", "Reading this file takes too long.") from None
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()
    code = await child.wait()
    if code != 0:
        # Killed for its memory or time, or out of disk: the last line says which.
        why = complaint.decode(errors="replace").strip().rpartition("\n")[2]
        log.warning("a picture could not be read", extra={"exitCode": code, "why": why[:200]})
        if code < 0:
            raise AppError("media_invalid", "Showing this file takes more memory or time than there is.")
        raise AppError("media_storage")
    answer: dict[str, Any] = json.loads(said)
    if "problem" in answer:
        raise AppError("media_invalid", answer["problem"])
    return answer
