import asyncio
from uuid import uuid4

from fastapi import FastAPI

from tests.support import Browser, error_code


async def everybody(browser: Browser) -> dict[str, dict[str, object]]:
    response = await browser.get("/api/users")
    assert response.status_code == 200, response.text
    return {person["email"]: person for person in response.json()}


async def test_the_list_tells_who_is_there_and_no_secret(admin: Browser, visitor: Browser) -> None:
    await visitor.enter("editor")
    people = await everybody(admin)
    assert list(people) == ["ada@example.org", "editor@example.org"]
    for person in people.values():
        assert set(person) == {"id", "name", "email", "role", "hasPassword", "createdAt", "signedInAt"}
    assert people["ada@example.org"]["hasPassword"] is True
    assert people["editor@example.org"]["hasPassword"] is False
    assert people["editor@example.org"]["signedInAt"]


async def test_a_changed_role_holds_from_the_next_request_on(admin: Browser, visitor: Browser) -> None:
    await visitor.enter("viewer")
    one = f"/api/users/{(await everybody(admin))['viewer@example.org']['id']}"
    assert (await visitor.post("/api/entries", {"type": "page", "title": "x"})).status_code == 403
    changed = await admin.put(one, {"role": "editor"})
    assert (changed.status_code, changed.json()["role"]) == (200, "editor")
    assert (await visitor.post("/api/entries", {"type": "page", "title": "x"})).status_code == 201
    assert (await admin.put(one, {"role": "viewer"})).status_code == 200
    assert (await visitor.post("/api/entries", {"type": "page", "title": "y"})).status_code == 403


async def test_a_removed_person_is_out_at_once(admin: Browser, visitor: Browser) -> None:
    await visitor.enter("admin")
    one = f"/api/users/{(await everybody(admin))['admin@example.org']['id']}"
    assert (await admin.delete(one)).status_code == 204
    assert (await visitor.get("/api/session")).status_code == 401
    assert (await admin.delete(one)).status_code == 404


async def test_the_last_owner_stays(admin: Browser, visitor: Browser) -> None:
    me = f"/api/users/{(await admin.get('/api/session')).json()['id']}"
    for response in (await admin.put(me, {"role": "admin"}), await admin.delete(me)):
        assert (response.status_code, error_code(response)) == (409, "last_owner")
    assert (await admin.put(me, {"role": "owner"})).status_code == 200
    await visitor.enter("owner")
    assert (await admin.put(me, {"role": "viewer"})).status_code == 200
    assert (await admin.get("/api/session")).json()["role"] == "viewer"


async def test_two_owners_who_leave_at_the_same_moment_leave_one(app: FastAPI) -> None:
    for attempt in range(5):
        async with Browser(app) as one, Browser(app) as two:
            await one.enter("owner", f"one{attempt}@example.org")
            await two.enter("owner", f"two{attempt}@example.org")
            people = await everybody(one)
            others = [p["id"] for p in people.values() if p["role"] == "owner"]
            mine, yours = (people[f"{name}{attempt}@example.org"]["id"] for name in ("one", "two"))
            for other in set(others) - {mine, yours}:
                await one.delete(f"/api/users/{other}")
            answers = await asyncio.gather(one.delete(f"/api/users/{mine}"), two.delete(f"/api/users/{yours}"))
            assert sorted(answer.status_code for answer in answers) == [204, 409]


async def test_an_admin_neither_makes_nor_touches_an_owner(admin: Browser, visitor: Browser, app: FastAPI) -> None:
    await visitor.enter("admin")
    people = await everybody(visitor)
    owner, me = (f"/api/users/{people[email]['id']}" for email in ("ada@example.org", "admin@example.org"))
    async with Browser(app) as second:
        await second.enter("owner")
        for response in (
            await visitor.put(owner, {"role": "viewer"}), await visitor.delete(owner),
            await visitor.put(me, {"role": "owner"}),
        ):  # fmt: skip
            assert (response.status_code, error_code(response)) == (403, "forbidden")
    assert (await visitor.put(me, {"role": "editor"})).status_code == 200


async def test_a_role_that_does_not_exist_is_refused_by_field(admin: Browser) -> None:
    me = (await admin.get("/api/session")).json()["id"]
    for role in ("root", "", None, 7):
        response = await admin.put(f"/api/users/{me}", {"role": role})
        assert (response.status_code, error_code(response)) == (422, "invalid_input")
    assert (await admin.put(f"/api/users/{uuid4()}", {"role": "viewer"})).status_code == 404
