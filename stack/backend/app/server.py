"""The HTTP server: uvicorn without what a process that mostly waits does not need."""

import asyncio
import gc
from types import FrameType

import uvicorn
import uvloop
from fastapi import FastAPI

PORT = 8000
# Seconds that requests in flight get after SIGTERM; compose kills at stop_grace_period.
DRAIN = 5


class QuietServer(uvicorn.Server):
    """Waits for the signal instead of looking ten times a second whether it has come: that tick
    was 18 % of a core with 200 idle stacks. What it also does (the Date header, a limit on
    requests) is switched off or unused here."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._stop = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def main_loop(self) -> None:
        self._loop = asyncio.get_running_loop()
        if not self.should_exit:
            await self._stop.wait()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        # Not the base's: it would raise the signal again at the end, and a stop that was asked for
        # would look like a crash. Asked a second time, it does not wait for requests any longer.
        self.force_exit = self.should_exit
        self.should_exit = True
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)


def serve(app: FastAPI, *, host: str = "0.0.0.0", port: int = PORT) -> None:
    """Run until SIGTERM or SIGINT."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http="httptools",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        # Longer than web keeps its connections, or it would send into a closing one.
        timeout_keep_alive=75,
        timeout_graceful_shutdown=DRAIN,
    )
    # What is imported stays; the collector need not look at it again.
    gc.freeze()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(QuietServer(config).serve())
