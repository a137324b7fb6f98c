"""One request to a receiver, and what it may answer."""

import asyncio
import ssl
from typing import Any

import pytest

from app.modules.webhooks import sending
from app.modules.webhooks.addresses import Refused
from tests.receivers import OK, Receiver, target


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"HTTP/1.1 100 Continue\r\n\r\n" + OK, sending.Answer(200, "ok")),
        (b"HTTP/1.1 204 None\r\n\r\n", sending.Answer(204, "")),
        (b"HTTP/1.0 200 OK\r\n\r\nuntil the end", sending.Answer(200, "until the end")),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na\x00b\r\n0\r\n\r\n", sending.Answer(200, "ab")),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n" + b"x" * 200_000, sending.Answer(200, "x" * 1000)),
    ],
)
async def test_what_is_answered_is_read_as_far_as_it_is_needed(receiver: Receiver, answer: bytes, expected: sending.Answer) -> None:
    receiver.answer = answer
    assert await sending.post(target(receiver.port), {}, b"{}") == expected


@pytest.mark.parametrize(("answer", "why"), [(b"", "without an answer"), (b"SSH-2.0-OpenSSH_9\r\n", "not HTTP"), (b"HTTP/1.1 2", "without an answer")])
async def test_what_is_no_answer_is_told_as_such(receiver: Receiver, answer: bytes, why: str) -> None:
    receiver.answer = answer
    with pytest.raises(Refused, match=why):
        await sending.post(target(receiver.port), {}, b"{}")


async def test_a_certificate_that_nobody_vouches_for_is_not_accepted(receiver: Receiver, tmp_path: Any) -> None:
    """Its own key and certificate, made by openssl, for the right name."""
    files = [str(tmp_path / name) for name in ("key.pem", "cert.pem")]
    openssl = await asyncio.create_subprocess_exec(
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
        "-subj", "/CN=receiver.example", "-addext", "subjectAltName=DNS:receiver.example",
        "-keyout", files[0], "-out", files[1], stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert await openssl.wait() == 0
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files[1], files[0])

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(10)
        writer.write(OK)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    with pytest.raises(Refused, match="certificate is not valid"):
        await sending.post(target(port, secure=True), {}, b"{}")
    server.close()
