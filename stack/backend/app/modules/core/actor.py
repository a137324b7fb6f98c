"""Who is behind what is being done at the moment. Told once, at the door (`identity.guard`, the control
token), and written beside every event; what nobody asked for, like a scheduled publication, is the
system's own doing."""

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

from starlette.datastructures import Headers
from starlette.types import Scope

ActorKind = Literal["user", "token", "system", "freehold"]


@dataclass(frozen=True, slots=True)
class Actor:
    """`id` is the user's, or the token's; the name stays readable when either is gone."""

    kind: ActorKind
    id: UUID | None = None
    name: str = ""


SYSTEM: Final = Actor("system")
FREEHOLD: Final = Actor("freehold", name="Freehold")

# Of the request that is being answered; core.web sets both anew for each.
acting: ContextVar[Actor] = ContextVar("acting", default=SYSTEM)
asking_address: ContextVar[str | None] = ContextVar("asking_address", default=None)


def client_address(scope: Scope) -> str:
    """The visitor's address as web saw it; nothing else in this network sets the header."""
    peer = scope.get("client")
    return Headers(scope=scope).get("x-real-ip", peer[0] if peer else "unknown")[:64]
