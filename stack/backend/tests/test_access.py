"""Every route × every role. A route that is not in the table fails; so does one that answers otherwise."""

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import AsyncExitStack
from uuid import uuid4

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from app.modules.access.permissions import GRANTS, ROLES, Permission, may, may_manage
from app.modules.core.lazy import LazyRoutes
from app.modules.core.settings import read_settings
from app.modules.identity.guard import Allow
from tests.support import ENVIRONMENT, Browser, error_code

ALL = {"owner", "admin", "editor", "author", "viewer"}
WRITERS = ALL - {"viewer"}
EDITORS = {"owner", "admin", "editor"}
ADMINS = {"owner", "admin"}
# Lets anybody in: that is what it is for.
OPEN = ALL | {"nobody"}
SITE = {"title": "T", "tagline": "", "language": "en", "homePageId": None}
ENTRY = {"title": "Another", "data": {}, "version": 1}

# (method, path) → who gets through. `{entry_id}` is somebody else's draft, `{user_id}` a viewer,
# `{media_id}` somebody else's file.
MATRIX: dict[tuple[str, str], set[str]] = {
    ("POST", "/api/setup/check"): OPEN,
    ("POST", "/api/setup"): OPEN,
    ("GET", "/api/session"): ALL,
    ("POST", "/api/session"): OPEN,
    ("DELETE", "/api/session"): OPEN,
    ("GET", "/api/enter"): OPEN,
    ("GET", "/api/users"): EDITORS,
    ("PUT", "/api/users/{user_id}"): ADMINS,
    ("DELETE", "/api/users/{user_id}"): ADMINS,
    ("GET", "/api/tokens"): ADMINS,
    ("POST", "/api/tokens"): ADMINS,
    ("DELETE", "/api/tokens/{token_id}"): ADMINS,
    ("GET", "/api/audit"): ADMINS,
    ("GET", "/api/webhooks"): ADMINS,
    ("POST", "/api/webhooks"): ADMINS,
    ("GET", "/api/webhooks/{webhook_id}"): ADMINS,
    ("PUT", "/api/webhooks/{webhook_id}"): ADMINS,
    ("DELETE", "/api/webhooks/{webhook_id}"): ADMINS,
    ("POST", "/api/webhooks/{webhook_id}/secret"): ADMINS,
    ("POST", "/api/webhooks/{webhook_id}/test"): ADMINS,
    ("GET", "/api/webhooks/{webhook_id}/deliveries"): ADMINS,
    ("POST", "/api/webhooks/deliveries/{delivery_id}/replay"): ADMINS,
    ("GET", "/api/site"): ALL,
    ("PUT", "/api/site"): EDITORS,
    ("GET", "/api/themes"): ALL,
    ("GET", "/api/design"): ALL,
    ("PUT", "/api/design"): EDITORS,
    ("POST", "/api/design/apply"): EDITORS,
    ("POST", "/api/design/discard"): EDITORS,
    ("POST", "/api/design/undo"): EDITORS,
    ("GET", "/api/design/choices"): ALL,
    ("GET", "/api/types"): ALL,
    ("POST", "/api/types"): ADMINS,
    ("GET", "/api/types/{key}"): ALL,
    ("PUT", "/api/types/{key}"): ADMINS,
    ("DELETE", "/api/types/{key}"): ADMINS,
    ("GET", "/api/terms"): ALL,
    ("POST", "/api/terms"): WRITERS,
    ("PUT", "/api/terms/{term_id}"): EDITORS,
    ("DELETE", "/api/terms/{term_id}"): EDITORS,
    ("POST", "/api/terms/{term_id}/merge"): EDITORS,
    ("GET", "/api/entries"): ALL,
    ("POST", "/api/entries"): WRITERS,
    ("GET", "/api/entries/{entry_id}"): ALL,
    ("PUT", "/api/entries/{entry_id}"): EDITORS,
    ("DELETE", "/api/entries/{entry_id}"): EDITORS,
    # What may be done with each is decided for each.
    ("POST", "/api/entries/bulk"): WRITERS,
    ("POST", "/api/entries/{entry_id}/submit"): EDITORS,
    ("POST", "/api/entries/{entry_id}/publish"): EDITORS,
    ("POST", "/api/entries/{entry_id}/unpublish"): EDITORS,
    ("POST", "/api/entries/{entry_id}/discard"): EDITORS,
    ("PUT", "/api/entries/{entry_id}/schedule"): EDITORS,
    ("PUT", "/api/entries/{entry_id}/place"): EDITORS,
    ("POST", "/api/entries/{entry_id}/preview-link"): WRITERS,
    ("GET", "/api/entries/{entry_id}/revisions"): ALL,
    ("GET", "/api/entries/{entry_id}/revisions/{number}"): ALL,
    ("POST", "/api/entries/{entry_id}/revisions/{number}/restore"): EDITORS,
    ("GET", "/api/published"): ALL,
    ("GET", "/api/published/{entry_id}"): ALL,
    ("PUT", "/api/navigation"): EDITORS,
    ("POST", "/api/preview"): ALL,
    ("POST", "/api/preview/page"): ALL,
    ("GET", "/api/media"): ALL,
    ("POST", "/api/media"): WRITERS,
    ("POST", "/api/media/bulk"): WRITERS,
    ("GET", "/api/media-uses"): ALL,
    ("GET", "/api/media-storage"): ALL,
    ("GET", "/api/media/{media_id}"): ALL,
    ("PATCH", "/api/media/{media_id}"): EDITORS,
    ("DELETE", "/api/media/{media_id}"): EDITORS,
    ("GET", "/api/media/{media_id}/uses"): ALL,
    ("GET", "/api/media-folders"): ALL,
    ("POST", "/api/media-folders"): EDITORS,
    ("PATCH", "/api/media-folders/{folder_id}"): EDITORS,
    ("DELETE", "/api/media-folders/{folder_id}"): EDITORS,
    ("GET", "/api/search"): ALL,
    ("GET", "/api/transfer/jobs"): ADMINS,
    ("GET", "/api/transfer/jobs/{job_id}"): ADMINS,
    ("DELETE", "/api/transfer/jobs/{job_id}"): ADMINS,
    ("GET", "/api/transfer/jobs/{job_id}/file"): ADMINS,
    ("POST", "/api/transfer/exports"): ADMINS,
    ("POST", "/api/transfer/imports"): ADMINS,
    ("GET", "/api/openapi.json"): OPEN,
    ("GET", "/api/docs"): OPEN,
    ("GET", "/api/docs/style.css"): OPEN,
    ("GET", "/"): OPEN,
    ("GET", "/{path:path}"): OPEN,
    ("GET", "/blog"): OPEN,
    ("GET", "/blog/{kind}/{slug}"): OPEN,
    ("GET", "/blog/{path:path}"): OPEN,
    ("GET", "/blog/feed.xml"): OPEN,
    ("GET", "/search"): OPEN,
    ("GET", "/_preview/{token}"): OPEN,
    ("GET", "/_preview/design/{token}/design.css"): OPEN,
    ("GET", "/_preview/design/{token}/{path:path}"): OPEN,
    ("GET", "/sitemap.xml"): OPEN,
    ("GET", "/robots.txt"): OPEN,
    ("GET", "/_samples/{kind}/{name}"): OPEN,
    ("GET", "/_media/{media_id}/{name}"): OPEN,
    ("GET", "/_site/demo/hide"): OPEN,
    ("GET", "style"): OPEN,
    ("GET", "/_site/design.{digest}.css"): OPEN,
    ("GET", "/_site/icon/{theme}/{letter}.svg"): OPEN,
    ("GET", "/favicon.ico"): OPEN,
    ("GET", "/livez"): OPEN,
    ("GET", "/readyz"): OPEN,
    # Freehold's own: no session opens them.
    ("POST", "/internal/setup-links"): set(),
    ("GET", "/internal/status"): set(),
    ("PUT", "/internal/site"): set(),
    ("PUT", "/internal/sample"): set(),
    ("GET", "/internal/metrics"): set(),
    ("POST", "/internal/sign-out"): set(),
    ("POST", "/internal/outgoing"): set(),
    ("PUT", "/internal/outgoing/{request_id}"): set(),
    ("DELETE", "/internal/users/{email:path}"): set(),
}
BODIES: dict[tuple[str, str], object] = {
    ("PUT", "/api/site"): SITE,
    ("PUT", "/api/entries/{entry_id}"): ENTRY,
    ("POST", "/api/entries"): {"type": "page", "title": "New"},
    ("POST", "/api/types"): {"key": "recipe", "name": "Recipe", "plural": "Recipes"},
    ("PUT", "/api/types/{key}"): {"fields": []},
    ("POST", "/api/terms"): {"kind": "tag", "name": "New"},
    ("PUT", "/api/terms/{term_id}"): {"name": "Newer"},
    ("PUT", "/api/entries/{entry_id}/schedule"): {},
    ("PUT", "/api/entries/{entry_id}/place"): {"parentId": None},
    ("PUT", "/api/navigation"): {"pageIds": []},
    ("PUT", "/api/users/{user_id}"): {"role": "author"},
}
# The answer of these says no in its own way, 401 or 410, not for want of a role.
REFUSES_BY_ITSELF = {("POST", "/api/session"), ("GET", "/api/enter"), ("POST", "/api/setup")}


def every_route(given: Iterable[BaseRoute]) -> Iterator[APIRoute]:
    for route in given:
        if isinstance(route, LazyRoutes):
            # All of them below its prefixes, or it would hide what it does not have.
            for inner in every_route(route.routes):
                assert route.answers(inner.path)
                yield inner
        else:
            assert isinstance(route, APIRoute), route
            yield route


def routes(app: FastAPI) -> set[tuple[str, str]]:
    found = set()
    for route in every_route(app.routes):
        path = "style" if route.path.startswith("/_site/style.") else route.path
        found |= {(method, path) for method in route.methods - {"HEAD"}}
    return found


def test_every_route_is_in_the_table(app_without_database: FastAPI) -> None:
    assert routes(app_without_database) == set(MATRIX)


def test_every_route_of_the_api_names_the_permission_it_needs(app_without_database: FastAPI) -> None:
    letting_in_and_out = {"/api/setup", "/api/setup/check", "/api/session", "/api/enter"}
    describing = {"/api/openapi.json", "/api/docs", "/api/docs/style.css"}
    for route in every_route(app_without_database.routes):
        if route.path.startswith("/api/") and route.path not in letting_in_and_out | describing:
            assert permission_of(route) is not None, route.path


def permission_of(route: APIRoute) -> Permission | None:
    needed = [d.call.permission for d in route.dependant.dependencies if isinstance(d.call, Allow)]
    assert len(needed) <= 1, route.path
    return needed[0] if needed else None


@pytest.fixture
def app_without_database() -> FastAPI:
    from app.application import create_app

    return create_app(read_settings(ENVIRONMENT))


@pytest.fixture
async def people(app: FastAPI) -> AsyncIterator[dict[str, Browser]]:
    async with AsyncExitStack() as stack:
        browsers = {name: await stack.enter_async_context(Browser(app)) for name in sorted(OPEN)}
        for role in ALL:
            await browsers[role].enter(role)
        yield browsers


_NOTHING = str(uuid4())


async def belongings(owner: Browser, case: str) -> dict[str, str]:
    """Of somebody else's, as far as the route is about it: the ids of an entry, a term, a file and a person."""
    made: dict[str, str] = {}
    if "/entries/" in case:
        made["entries"] = (await owner.new_entry(case))["id"]
    if "{term_id}" in case:
        made["terms"] = (await owner.post("/api/terms", {"kind": "tag", "name": "Of somebody"})).json()["id"]
    if "{media_id}" in case:
        made["media"] = (await owner.upload(f"%PDF-1.7 {case}".encode()))["id"]
    if "{user_id}" in case:
        async with Browser(owner.app) as other:
            await other.enter("viewer", "somebody@example.org")
            made["users"] = (await other.get("/api/session")).json()["id"]
    return made


async def test_every_route_lets_in_whom_the_table_says_and_nobody_else(people: dict[str, Browser]) -> None:
    owner = people["owner"]
    wrong: list[str] = []
    for (method, path), allowed in MATRIX.items():
        for name in sorted(OPEN):
            # Signing out would end the session the other routes are tried with.
            if (method, path) == ("DELETE", "/api/session") and name != "nobody":
                continue
            made = await belongings(owner, f"{method} {path} {name}")
            entry_id, term_id, media_id, user_id = (made.get(key, _NOTHING) for key in ("entries", "terms", "media", "users"))
            address = (
                path.replace("{entry_id}", entry_id).replace("{user_id}", user_id).replace("{token_id}", _NOTHING)
                .replace("{webhook_id}", _NOTHING).replace("{delivery_id}", _NOTHING).replace("{job_id}", _NOTHING)
                .replace("{media_id}/{name}", f"{media_id}/file.pdf").replace("{media_id}", media_id)
                .replace("{folder_id}", _NOTHING).replace("{kind}/{name}", "demo/harbour.svg")
                .replace("{term_id}", term_id).replace("{key}", "page").replace("{number}", "1")
                .replace("{kind}/{slug}", "tag/nothing").replace("{path:path}", "nothing").replace("{token}", "nothing")
                .replace("{email:path}", "x@example.org").replace("style", "/_site/style.css").replace("{digest}", "nothing")
            )  # fmt: skip
            body = BODIES.get((method, path), {})
            if path == "/api/entries/bulk":
                body = {"ids": [entry_id], "action": "submit"}
            response = await people[name].http.request(method, address, json=body if method != "GET" else None)
            refused = response.status_code in (401, 403) and (method, path) not in REFUSES_BY_ITSELF
            if refused is (name in allowed):
                wrong.append(f"{method} {path} as {name}: {response.status_code}")
            if refused and not path.startswith("/internal"):
                expected = "not_signed_in" if name == "nobody" else "forbidden"
                if error_code(response) != expected:
                    wrong.append(f"{method} {path} as {name}: {response.text}")
            for kind, made_id in made.items():
                await owner.delete(f"/api/{kind}/{made_id}")
    assert wrong == []


async def test_an_author_writes_drafts_of_their_own_and_no_others(people: dict[str, Browser]) -> None:
    author, editor = people["author"], people["editor"]
    entry = await author.new_entry("Mine")
    path = f"/api/entries/{entry['id']}"
    saved = await author.put(path, {**ENTRY, "title": "Still mine"})
    assert saved.status_code == 200
    await editor.publish(entry)
    for response in (await author.put(path, {**ENTRY, "version": 2}), await author.delete(path)):
        assert (response.status_code, error_code(response)) == (403, "forbidden")
    await editor.post(f"{path}/unpublish")
    stale = await author.put(path, ENTRY)
    assert (stale.status_code, error_code(stale)) == (409, "conflict")
    assert (await author.delete(path)).status_code == 204
    assert (await author.delete(path)).status_code == 404


async def test_in_bulk_one_s_own_permissions_count_for_each(people: dict[str, Browser]) -> None:
    mine, theirs = await people["author"].new_entry("Mine"), await people["editor"].new_entry("Theirs")
    ids = [mine["id"], theirs["id"]]
    codes = {}
    for action in ("submit", "publish", "unpublish", "delete"):
        answer = await people["author"].post("/api/entries/bulk", {"ids": ids, "action": action})
        assert answer.status_code == 200
        codes[action] = [item["problem"] and item["problem"]["code"] for item in answer.json()["items"]]
    assert codes == {
        "submit": [None, "forbidden"],
        "publish": ["forbidden", "forbidden"],
        "unpublish": ["forbidden", "forbidden"],
        "delete": [None, "forbidden"],
    }


async def test_the_session_says_what_one_may_do(people: dict[str, Browser]) -> None:
    for role in ROLES:
        session = (await people[role].get("/api/session")).json()
        assert session["role"] == role
        assert set(session["permissions"]) == GRANTS[role]


def test_more_powerful_roles_may_all_that_weaker_ones_may() -> None:
    for stronger, weaker in zip(ROLES, ROLES[1:], strict=False):
        assert GRANTS[stronger] >= GRANTS[weaker]


def test_a_role_nobody_knows_may_nothing() -> None:
    assert not any(may("root", permission) for permission in GRANTS["owner"])
    assert not may_manage("root", "viewer")
    assert set(GRANTS) == set(ROLES)
