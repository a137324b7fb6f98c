"""The OpenAPI document: what FastAPI knows of the routes, who may ask them, and every error there is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from fastapi.dependencies.models import Dependant
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from app.describe.raised import Raised
from app.modules.access.permissions import ROLES, SCOPES, Permission, may
from app.modules.core.errors import ERRORS
from app.modules.identity.guard import Allow, require_user

_ABOUT: Final = """\
Everything that the administration does, for programs.

Make a token under [Tokens](/admin/tokens), choose what it may do, and send it along:

    curl -H "Authorization: Bearer fh_…" https://your-site.example/api/entries?type=post

A token acts for the person who made it, never with more than that person's role allows at the moment. Lists that go on
have a `nextCursor`: give it back as `cursor`. Errors are `{"error": {"code", "message", "fields"?}}`; beside those
that stand with an operation, any may end with `not_ready` or `database_unavailable` (503, with `Retry-After`) or
`internal` (500)."""
_SECURITY: Final = {
    "token": {"type": "http", "scheme": "bearer", "description": "An API token, `fh_…`."},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "cms_session",
        "description": "For the administration's own pages: a change also needs `X-Requested-With: cms-admin`"
        " and the site's own `Origin`.",
    },
}
_ERROR: Final = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message"],
            "properties": {
                "code": {"type": "string", "enum": sorted(ERRORS)},
                "message": {"type": "string"},
                "fields": {"type": "object", "additionalProperties": {"type": "string"}},
            },
        }
    },
}
_SAFE: Final = frozenset({"GET", "HEAD"})
_ANYWHERE: Final = frozenset({"internal", "not_ready", "database_unavailable"})


def describe(routes: Iterable[BaseRoute]) -> dict[str, Any]:
    """Of all routes under /api."""
    ours = [route for route in routes if isinstance(route, APIRoute) and route.include_in_schema]
    document = get_openapi(title="CMS", version="1", description=_ABOUT, routes=ours)
    raised = Raised()
    for route in ours:
        for method in route.methods - {"HEAD"}:
            _complete(document["paths"][route.path_format][method.lower()], route, method, raised)
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas["Error"] = _ERROR
    components["securitySchemes"] = _SECURITY
    return document


def _complete(operation: dict[str, Any], route: APIRoute, method: str, raised: Raised) -> None:
    permission = _permission(route)
    known = permission is not None or _needs_user(route)
    operation["tags"] = [route.path.split("/")[2]]
    operation["security"] = _security(permission) if known else []
    if permission is not None:
        roles = ", ".join(role for role in ROLES if may(role, permission))
        operation["x-permission"] = permission
        needs = f"Needs `{permission}`: {roles}."
    else:
        needs = "For anybody who is signed in." if known else "For anybody."
    operation["description"] = "\n\n".join(filter(None, [operation.get("description"), needs]))
    # The cookie and the header are what `security` tells.
    operation["parameters"] = [one for one in operation.get("parameters", []) if one["in"] in ("path", "query")]
    codes = {code for call in _calls(route) for code in raised.by(*call)}
    if method not in _SAFE:
        codes |= {"csrf", "payload_too_large"}
    kinds = {one["in"] for one in operation["parameters"]}
    if "path" in kinds:
        codes.add("not_found")
    if route.body_field is not None:
        codes |= {"bad_request", "invalid_input"}
    elif "query" in kinds:
        codes.add("invalid_input")
    _answer_errors(operation["responses"], codes - _ANYWHERE)


def _security(permission: Permission | None) -> list[dict[str, list[str]]]:
    session: dict[str, list[str]] = {"session": []}
    if permission is None or permission in SCOPES:
        return [{"token": [permission] if permission else []}, session]
    return [session]


def _answer_errors(responses: dict[str, Any], codes: Iterable[str]) -> None:
    responses.pop("422", None)
    for code in sorted(codes):
        status, text = ERRORS[code]
        found = responses.setdefault(
            str(status),
            {
                "description": "",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}, "examples": {}}},
            },
        )
        found["description"] = f"{found['description']}\n`{code}`: {text}".strip()
        example = {"value": {"error": {"code": code, "message": text}}}
        found.setdefault("content", {}).setdefault("application/json", {}).setdefault("examples", {})[code] = example


def _all_calls(dependant: Dependant) -> Iterator[Callable[..., Any]]:
    for one in dependant.dependencies:
        if one.call is not None:
            yield one.call
        yield from _all_calls(one)


def _calls(route: APIRoute) -> Sequence[tuple[str, str]]:
    """The places of the route's own function and of all it depends on."""
    return [
        (type(call).__module__, f"{type(call).__name__}.__call__")
        if isinstance(call, Allow)
        else (call.__module__, call.__qualname__)
        for call in (route.endpoint, *_all_calls(route.dependant))
    ]


def _permission(route: APIRoute) -> Permission | None:
    return next((call.permission for call in _all_calls(route.dependant) if isinstance(call, Allow)), None)


def _needs_user(route: APIRoute) -> bool:
    return require_user in _all_calls(route.dependant)
