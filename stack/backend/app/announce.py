"""Makes itself known to the container that calls this one."""

import socket


def announce_to(address: str | None) -> None:
    """Send one datagram to `address`, to a port where nobody listens.

    Whoever asked for our hardware address before we were there asks again only after a second,
    unless it hears from us: on the way to sending this, our kernel asks for theirs. Containers of a
    stack start side by side, so that second would be lost whenever this one comes last.
    """
    if not address:
        return
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            sender.sendto(b"", (address, 9))
    except OSError:
        # No route, or not an address: then nobody waits for us there either.
        return
