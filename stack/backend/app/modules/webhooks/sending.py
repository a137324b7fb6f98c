"""One HTTP request to a checked address: one deadline over all of it, no redirect, little of the answer.

By hand over asyncio and the parser that the server has anyway: an HTTP client resolves names by itself, and
costs some MiB.
"""

import asyncio
import ssl
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

import httptools

from app.modules.webhooks.addresses import Refused, Target, public_address

# Seconds for name, connection, request and answer together.
DEADLINE = 10.0
MOST_READ: Final = 64 * 1024
MOST_KEPT: Final = 1000
# Looked into by need; the bundle would be read whole, 140 certificates at a time.
CERTIFICATES: Final = "/etc/ssl/certs"


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    # The beginning of the body, as text.
    body: str


class _Reading:
    """What httptools calls back on."""

    def __init__(self) -> None:
        self.body = b""
        self.complete = False
        self.parser = httptools.HttpResponseParser(self)

    def on_body(self, data: bytes) -> None:
        self.body = (self.body + data)[:MOST_KEPT]

    def on_message_complete(self) -> None:
        # 100 Continue and 103 Early Hints are followed by the answer.
        self.complete = self.parser.get_status_code() >= 200

    @property
    def answer(self) -> Answer:
        return Answer(self.parser.get_status_code(), printable(self.body.decode(errors="replace")))


def printable(text: str) -> str:
    """As much of it as can be kept and shown."""
    return "".join(c for c in text if c.isprintable() or c in "\n\t")[:MOST_KEPT]


async def post(target: Target, headers: dict[str, str], body: bytes) -> Answer:
    """Send it. Raises Refused with the reason when it was not sent or not answered."""
    lines = {
        "Host": target.authority,
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "User-Agent": "Freehold-CMS/1",
        "Connection": "close",
        **headers,
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    request = f"POST {target.path} HTTP/1.1\r\n{head}\r\n".encode("ascii") + body
    try:
        async with asyncio.timeout(DEADLINE):
            return await _exchange(target, request)
    except TimeoutError as error:
        raise Refused(f"There was no answer within {DEADLINE:.0f} seconds.") from error
    except ssl.SSLCertVerificationError as error:
        raise Refused(f"The certificate is not valid: {error.verify_message}.") from error
    except ssl.SSLError as error:
        raise Refused("A secure connection could not be made.") from error
    except httptools.HttpParserError as error:
        raise Refused("The answer is not HTTP.") from error
    except OSError as error:
        raise Refused("The connection could not be made or was cut.") from error


async def _exchange(target: Target, request: bytes) -> Answer:
    address = await public_address(target.host, target.port)
    reader, writer = await asyncio.open_connection(
        address,
        target.port,
        ssl=_context() if target.secure else None,
        # The certificate must be the name's, however we got to the address.
        server_hostname=target.host if target.secure else None,
    )
    try:
        writer.write(request)
        await writer.drain()
        return await _read(reader)
    finally:
        writer.close()
        # A receiver that does not say goodbye is not waited for.
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(1):
                await writer.wait_closed()


async def _read(reader: asyncio.StreamReader) -> Answer:
    reading = _Reading()
    seen = 0
    while not reading.complete and seen < MOST_READ:
        data = await reader.read(4096)
        if not data:
            break
        seen += len(data)
        reading.parser.feed_data(data)
    if reading.parser.get_status_code() < 200:
        raise Refused("The connection was closed without an answer.")
    return reading.answer


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(capath=CERTIFICATES)
    return context
