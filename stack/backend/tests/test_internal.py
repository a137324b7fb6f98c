import pytest

from app.migrations import HEAD
from tests.support import ENVIRONMENT, Browser, error_code


@pytest.mark.parametrize(
    "authorization",
    [None, "", "Bearer", "Bearer ", "Bearer wrong", "Basic x", ENVIRONMENT["CONTROL_TOKEN"],
     f"bearer {ENVIRONMENT['CONTROL_TOKEN']}", f"Bearer {ENVIRONMENT['CONTROL_TOKEN']}x",
     f"Bearer {ENVIRONMENT['SECRET_KEY']}"],
)  # fmt: skip
async def test_internal_routes_want_the_control_token(visitor: Browser, authorization: str | None) -> None:
    headers = {"authorization": authorization} if authorization is not None else {}
    for method, path in (("POST", "/internal/setup-links"), ("GET", "/internal/status")):
        response = await visitor.http.request(method, path, headers=headers)
        assert (response.status_code, error_code(response)) == (401, "unauthorized")


async def test_a_session_does_not_open_internal_routes(admin: Browser) -> None:
    assert (await admin.get("/internal/status")).status_code == 401


async def test_status_counts(admin: Browser) -> None:
    await admin.new_page("One")
    await admin.published_page("Two")
    status = (await admin.internal("GET", "/status")).json()
    size = status.pop("databaseBytes")
    assert status == {
        "version": "test",
        "migration": HEAD,
        "users": 1,
        "pages": {"draft": 1, "published": 1},
    }
    assert 5_000_000 < size < 50_000_000


async def test_a_setup_link_tells_when_it_ends(visitor: Browser) -> None:
    answer = (await visitor.internal("POST", "/setup-links")).json()
    assert set(answer) == {"token", "expiresAt"}
    assert len(answer["token"]) >= 43
    assert answer["expiresAt"].endswith("Z")
