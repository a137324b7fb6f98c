import re
from urllib.parse import quote

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
    for method, path in (
        ("POST", "/internal/setup-links"), ("GET", "/internal/status"), ("PUT", "/internal/site"),
        ("PUT", "/internal/sample"), ("GET", "/internal/metrics"), ("POST", "/internal/sign-out"),
        ("DELETE", "/internal/users/ada@example.org"),
    ):  # fmt: skip
        response = await visitor.http.request(method, path, headers=headers)
        assert (response.status_code, error_code(response)) == (401, "unauthorized")


async def test_a_session_does_not_open_internal_routes(admin: Browser) -> None:
    assert (await admin.get("/internal/status")).status_code == 401


async def test_status_counts(admin: Browser) -> None:
    await admin.new_page("One")
    await admin.published_page("Two")
    status = (await admin.internal("GET", "/status")).json()
    size = status.pop("databaseBytes")
    assert status.pop("signedInAt").endswith("Z")
    assert status == {
        "version": "test",
        "migration": HEAD,
        "users": 1,
        "administrators": 1,
        "pages": {"draft": 1, "published": 1},
        "published": 1,
        "siteNamed": False,
    }
    assert 5_000_000 < size < 50_000_000


async def test_a_setup_link_tells_when_it_ends(visitor: Browser) -> None:
    answer = (await visitor.internal("POST", "/setup-links")).json()
    assert set(answer) == {"token", "expiresAt"}
    assert len(answer["token"]) >= 43
    assert answer["expiresAt"].endswith("Z")


async def test_the_checklist_s_facts_follow_what_is_done(admin: Browser, visitor: Browser) -> None:
    site = {"title": "Ours", "tagline": "", "language": "en", "homePageId": None}
    assert (await admin.put("/api/site", site)).status_code == 200
    await visitor.enter("viewer")
    status = (await admin.internal("GET", "/status")).json()
    assert status["siteNamed"] is True
    assert (status["users"], status["administrators"]) == (2, 1)


async def test_nobody_has_signed_in_to_a_new_stack(visitor: Browser) -> None:
    status = (await visitor.internal("GET", "/status")).json()
    assert (status["signedInAt"], status["administrators"], status["siteNamed"]) == (None, 0, False)


def parsed(text: str) -> dict[str, float]:
    lines = (line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in lines}


async def test_metrics_count_what_visitors_get_and_nothing_of_freehold_s_own(admin: Browser) -> None:
    before = parsed((await admin.internal("GET", "/metrics")).text)
    await admin.get("/")
    await admin.get("/nope")
    await admin.get("/about/")
    await admin.get("/readyz")
    await admin.internal("GET", "/status")
    answer = await admin.internal("GET", "/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    after = parsed(answer.text)
    counted = {name: after[name] - before[name] for name in after if name.startswith("cms_requests")}
    assert counted == {
        'cms_requests_total{class="2xx"}': 1,
        'cms_requests_total{class="3xx"}': 1,
        'cms_requests_total{class="4xx"}': 1,
        'cms_requests_total{class="5xx"}': 0,
    }
    assert (after["cms_users"], after["cms_pages"]) == (1, 0)
    assert 5_000_000 < after["cms_database_bytes"] < 50_000_000
    assert 20_000_000 < after["process_resident_memory_bytes"] < 500_000_000


async def test_metrics_tell_the_last_change(admin: Browser) -> None:
    before = parsed((await admin.internal("GET", "/metrics")).text)["cms_last_change_timestamp_seconds"]
    page = await admin.new_page()
    after = parsed((await admin.internal("GET", "/metrics")).text)
    assert after["cms_pages"] == 1
    assert after["cms_last_change_timestamp_seconds"] >= before
    assert page["updatedAt"]


async def test_metrics_follow_the_text_format(admin: Browser) -> None:
    text = (await admin.internal("GET", "/metrics")).text
    assert text.endswith("\n")
    for line in text.splitlines():
        assert re.fullmatch(r'# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{class="[2-5]xx"\})? \d+', line), line


async def test_signing_out_one_person_or_everybody(admin: Browser, visitor: Browser) -> None:
    await visitor.enter("editor")
    one = await admin.internal("POST", "/sign-out", {"email": "EDITOR@example.org"})
    assert one.json() == {"ended": 1}
    assert (await visitor.get("/api/session")).status_code == 401
    assert (await admin.get("/api/session")).status_code == 200
    assert (await admin.internal("POST", "/sign-out", {"email": "nobody@example.org"})).json() == {"ended": 0}
    assert (await admin.internal("POST", "/sign-out")).json() == {"ended": 1}
    assert (await admin.get("/api/session")).status_code == 401


@pytest.mark.parametrize("body", [{"email": ""}, {"email": 7}, {"email": "x"}, []])
async def test_a_sign_out_that_names_nobody_properly_ends_no_session(admin: Browser, body: object) -> None:
    assert (await admin.internal("POST", "/sign-out", body)).status_code in (400, 422)
    assert (await admin.get("/api/session")).status_code == 200


async def test_a_removed_person_is_out_at_once_and_what_they_wrote_stays(admin: Browser, visitor: Browser) -> None:
    address = "o'b/rien+cms@example.org"
    await visitor.enter("editor", address)
    page = await visitor.published_page("Kept")
    path = f"/users/{quote(address, safe='')}"
    assert (await admin.internal("DELETE", path)).status_code == 204
    assert (await visitor.get("/api/session")).status_code == 401
    assert (await admin.get(f"/api/entries/{page['id']}")).json()["author"] is None
    assert (await admin.internal("DELETE", path)).status_code == 404
