"""Routes that are loaded when they are first asked for.

A new client waits for a process to start, and hundreds of idle ones share a machine's memory. What
visitors ask for is there at once; the admin's and Freehold's own routes, with the models of what they
take and give, come with their first request, a few hundredths of a second later.
"""

from collections.abc import Callable, Sequence

from starlette.datastructures import URLPath
from starlette.routing import BaseRoute, Match, NoMatchFound, Router
from starlette.types import Receive, Scope, Send


class LazyRoutes(BaseRoute):
    """Stands for all routes below its prefixes, which nothing else may answer; and for a prefix itself,
    unless that ends with a slash."""

    def __init__(self, prefixes: str | tuple[str, ...], load: Callable[[], Sequence[BaseRoute]]) -> None:
        self.prefixes = (prefixes,) if isinstance(prefixes, str) else prefixes
        self._below = tuple(f"{prefix.rstrip('/')}/" for prefix in self.prefixes)
        self._load = load
        self._router: Router | None = None

    @property
    def routes(self) -> Sequence[BaseRoute]:
        return self._loaded().routes

    def answers(self, path: str) -> bool:
        return path.startswith(self._below) or path in self.prefixes

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        here = scope["type"] == "http" and self.answers(scope["path"])
        return (Match.FULL if here else Match.NONE), {}

    def url_path_for(self, name: str, /, **path_params: object) -> URLPath:
        raise NoMatchFound(name, path_params)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._loaded()(scope, receive, send)

    def _loaded(self) -> Router:
        if self._router is None:
            self._router = Router(routes=self._load(), redirect_slashes=False)
        return self._router
