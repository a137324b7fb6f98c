"""Asks the child process about an export."""

import asyncio
import json
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE
from pathlib import Path
from typing import Final

from app.modules.core.errors import AppError

log = logging.getLogger(__name__)

# Seconds; its own limit of CPU time is below.
DEADLINE: Final = 600.0
_PROGRAM: Final = ("-OO", "-E", "-s", "-X", "no_debug_ranges", "-m", "app.modules.transfer.wordpress.child")
# No secret of the API's own environment goes along.
_ENVIRONMENT: Final = {"PYTHONDONTWRITEBYTECODE": "1", "MALLOC_ARENA_MAX": "1"}
_HOME: Final = Path(__file__).parents[4]


async def ask(*question: str) -> None:
    """See `child`. Raises transfer_invalid for a file that is at fault."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, *_PROGRAM, *question, stdin=DEVNULL, stdout=PIPE, stderr=PIPE, env=_ENVIRONMENT, cwd=_HOME
    )
    try:
        async with asyncio.timeout(DEADLINE):
            said, complaint = await child.communicate()
    except TimeoutError:
        raise AppError("transfer_invalid", "Reading this file takes too long.") from None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode != 0:
        # Killed for its memory or time, or out of disk: the last line says which.
        why = complaint.decode(errors="replace").strip().rpartition("\n")[2]
        log.warning("an export could not be read", extra={"exitCode": child.returncode, "why": why[:200]})
        raise AppError("transfer_invalid", "Reading this file takes more memory, time or disk than there is.")
    if problem := json.loads(said).get("problem"):
        raise AppError("transfer_invalid", str(problem))
