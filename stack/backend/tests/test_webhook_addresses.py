"""Where a webhook may go, and above all where it may not."""

import asyncio
import socket
from ipaddress import ip_address

import pytest

from app.modules.webhooks import sending
from app.modules.webhooks.addresses import Refused, is_public, public_address, read_url


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255",
        "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.1", "192.0.2.1", "198.18.0.1",
        "198.51.100.7", "203.0.113.7", "192.88.99.1", "168.63.129.16", "224.0.0.1", "239.255.255.250", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1",
        "64:ff9b::808:808", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::1",
        "3fff::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1",
    ],
)  # fmt: skip
def test_what_is_not_public_is_not_reached(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "8.8.8.8", "93.184.215.14", "2606:4700:4700::1111", "2a00:1450:4001:81b::200e"])
def test_what_is_public_is(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "https://[::1]/", "http://[::ffff:10.0.0.1]/x", "http://192.168.0.1:8080/", "ftp://example.com/",
        "http://user@example.com/", "http://user:pw@example.com/", "https://example.com:22/", "https://example.com:25/",
        "https://example.com:0/", "https://example.com:99999/", "https:///x", "https://exa mple.com/", "https://exa%6dple.com/",
        "file:///etc/passwd", "gopher://example.com/", "https://" + "a" * 300 + ".com/", "//example.com/", "",
    ],
)  # fmt: skip
def test_a_url_that_leads_nowhere_good_is_refused_at_once(url: str) -> None:
    with pytest.raises(Refused):
        read_url(url)


def test_a_url_cannot_write_into_the_request() -> None:
    target = read_url("https://example.com/ä\r\nX: y?q=ü\r\n#fragment")
    assert (target.path, target.authority) == ("/%C3%A4X:%20y?q=%C3%BC", "example.com")
    assert read_url("http://example.com:8080?a=%20b").path == "/?a=%20b"
    assert read_url("https://bücher.example/").host == "xn--bcher-kva.example"


# Every spelling of loopback that the resolver understands, and names that this container knows.
@pytest.mark.parametrize("host", ["localhost", "localhost.", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0"])
async def test_the_resolver_s_own_spellings_of_loopback_lead_nowhere(host: str) -> None:
    with pytest.raises(Refused, match="private network|not found"):
        await public_address(host, 80)


async def test_a_name_that_is_not_there_is_told_as_such() -> None:
    with pytest.raises(Refused, match="not found"):
        await public_address("no-such-name.invalid", 443)


def answering(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """DNS that says something else each time; the names that were asked for."""
    asked: list[str] = []

    async def getaddrinfo(_: object, host: str, port: int, **__: object) -> list[tuple[object, ...]]:
        asked.append(host)
        given = answers[min(len(asked), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in given]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", getaddrinfo)
    return asked


async def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(Refused, match="private network"):
        await public_address("rebind.example", 80)


async def test_a_name_is_asked_for_once_and_the_connection_goes_to_what_was_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """DNS rebinding: the second answer would lead inside."""
    asked = answering(monkeypatch, ["8.8.8.8"], ["127.0.0.1"])
    opened: list[object] = []

    async def open_connection(host: str, port: int, **_: object) -> None:
        opened.append((host, port))
        raise ConnectionRefusedError

    monkeypatch.setattr(asyncio, "open_connection", open_connection)
    with pytest.raises(Refused, match="could not be made"):
        await sending.post(read_url("http://rebind.example/hook"), {}, b"{}")
    assert asked == ["rebind.example"]
    assert opened == [("8.8.8.8", 80)]


async def test_nothing_is_opened_when_the_name_leads_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, ["169.254.169.254"])

    async def open_connection(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(asyncio, "open_connection", open_connection)
    with pytest.raises(Refused, match="private network"):
        await sending.post(read_url("http://metadata.example/"), {}, b"{}")


def test_the_guard_is_not_switched_off_anywhere() -> None:
    assert vars(sending)["public_address"] is public_address
