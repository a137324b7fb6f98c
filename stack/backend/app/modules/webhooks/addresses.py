"""Where a webhook may go: to public addresses only, whatever its URL and the DNS say.

A URL that somebody types here makes this process connect to something, from inside the client's network and
the company's. So a name is resolved once, every address it has must be public, and the connection goes to the
address that was looked at: a name that says something else the second time is never asked a second time.
"""

import asyncio
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final
from urllib.parse import quote, urlsplit

# Of IPv6 only what is handed out for the Internet at large (RFC 4291), without what carries an IPv4 address
# in it: 6to4, Teredo and the other protocols of 2001::/23.
_PUBLIC_6: Final = ip_network("2000::/3")
_NOT_PUBLIC_6: Final = (IPv6Network("2001::/23"), IPv6Network("2002::/16"))
# Relays of 6to4, and the address at which Azure's machines find their host.
_NOT_PUBLIC_4: Final = (ip_network("192.88.99.0/24"), ip_network("168.63.129.16/32"))
# Below these, ports belong to services that a request could be made to say something else to.
_LOW_PORTS: Final = frozenset({80, 443})
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


class Refused(Exception):
    """Its text is for whoever set the webhook up."""


@dataclass(frozen=True, slots=True)
class Target:
    """A URL taken apart. `path` is ready for a request line, `authority` for the Host header."""

    secure: bool
    host: str
    port: int
    path: str
    authority: str

    @property
    def url(self) -> str:
        return f"{'https' if self.secure else 'http'}://{self.authority}{self.path}"


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether it is one of the Internet at large."""
    if not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_4)
    return address in _PUBLIC_6 and not any(address in network for network in _NOT_PUBLIC_6)


def read_url(url: str) -> Target:
    """Raises Refused for what is no address of a webhook, as far as the URL alone tells."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        ascii_host = host if host.isascii() else host.encode("idna").decode()
    except ValueError as error:
        raise Refused("This is not an http or https address.") from error
    if parts.scheme not in _DEFAULT_PORTS or not host or parts.username is not None:
        raise Refused("This is not an http or https address without a name or password in it.")
    if len(ascii_host) > 253 or not all(c.isalnum() or c in ".-_:" for c in ascii_host):
        raise Refused("The name of the host is not one.")
    if port is not None and port < 1024 and port not in _LOW_PORTS:
        raise Refused("The port must be 80, 443 or one from 1024 on.")
    _refuse_literal(ascii_host)
    shown = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/?%:@!$&\'()*+,;=~-._')}" if parts.query else ""
    return Target(
        secure=parts.scheme == "https",
        host=ascii_host,
        port=port or _DEFAULT_PORTS[parts.scheme],
        path=path + query,
        authority=f"{shown}:{port}" if port else shown,
    )


def _refuse_literal(host: str) -> None:
    try:
        literal = ip_address(host)
    except ValueError:
        return
    if not is_public(literal):
        raise Refused("A webhook cannot go to an address of a private network.")


async def public_address(host: str, port: int) -> str:
    """The one address to connect to. Raises Refused when the host has another one than public ones."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refused("The name of the host was not found.") from error
    addresses = [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    if not addresses:
        raise Refused("The name of the host was not found.")
    if not all(is_public(address) for address in addresses):
        raise Refused("The name of the host leads into a private network; nothing was sent.")
    # IPv4 first: many engines' containers have no IPv6 at all.
    return str(min(addresses, key=lambda address: address.version))
