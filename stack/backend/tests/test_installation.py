"""Who the stack is: told by Freehold while it runs, over what the environment says."""

from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI

from app.application import create_app
from tests.support import Browser, context_of, error_code, ready, started

THERE = "https://acme.example"


def soon(minutes: float = 42) -> str:
    return (datetime.now(UTC) + timedelta(minutes=minutes)).isoformat()


def demo(minutes: float = 42) -> dict[str, str]:
    return {"expiresAt": soon(minutes), "keepUrl": "http://localhost:8080/demo/keep?x=1&y=2"}


async def tell(browser: Browser, **values: object) -> None:
    response = await browser.internal("PUT", "/site", {"siteUrl": THERE, **values})
    assert response.status_code == 204, response.text


async def test_a_new_address_holds_at_once_for_cookies_and_origins(admin: Browser) -> None:
    assert "secure" not in (await admin.sign_in()).headers["set-cookie"].lower()
    await tell(admin)
    admin.http.headers["origin"] = THERE
    admin.http.headers["host"] = "somewhere.else"
    assert "; secure" in (await admin.sign_in()).headers["set-cookie"].lower()
    admin.http.headers["origin"] = "http://acme.localhost:8080"
    former = await admin.post("/api/entries", {"title": "x"})
    assert (former.status_code, error_code(former)) == (403, "csrf")


async def test_it_survives_a_restart_and_another_process_hears_of_it(admin: Browser) -> None:
    settings = context_of(admin.app).settings
    async with started(create_app(settings)) as other:
        await ready(other)
        await tell(admin, siteName="Acme Inc.", demo=demo())
        # A readiness probe brings the news.
        assert await context_of(other).readiness.check() is not None
        assert context_of(other).installation.site_url == THERE
    async with started(create_app(settings)) as again:
        await ready(again)
        installation = context_of(again).installation
        assert (installation.site_url, installation.given_name) == (THERE, "Acme Inc.")
        assert installation.demo is not None


async def test_the_name_is_kept_unless_one_is_given(admin: Browser) -> None:
    await tell(admin, siteName="Acme Inc.")
    await tell(admin)
    assert (await admin.get("/api/site")).json()["title"] == "Acme Inc."
    assert "Acme Inc." in (await admin.get("/")).text
    await tell(admin, siteName="Acme <b>& Co.</b>")
    assert "Acme &lt;b&gt;&amp; Co.&lt;/b&gt;" in (await admin.get("/")).text


async def test_a_title_somebody_chose_stays(admin: Browser) -> None:
    site = {"title": "Ours", "tagline": "", "language": "en", "homePageId": None}
    await admin.put("/api/site", site)
    await tell(admin, siteName="Acme Inc.")
    assert (await admin.get("/api/site")).json()["title"] == "Ours"


async def test_who_changes_the_theme_of_a_sample_has_not_named_the_site(visitor: Browser) -> None:
    await visitor.internal("PUT", "/sample", {"kind": "demo"})
    await visitor.enter("editor", demo=demo())
    site = (await visitor.get("/api/site")).json()
    saved = await visitor.put("/api/site", {**site, "theme": "stage"})
    assert (saved.json()["title"], saved.json()["theme"]) == ("Halyard", "stage")
    assert (await visitor.internal("GET", "/status")).json()["siteNamed"] is False
    await tell(visitor, siteName="Acme Inc.", demo=None)
    assert "Acme Inc." in (await visitor.get("/")).text
    assert (await visitor.internal("GET", "/status")).json()["siteNamed"] is True


async def test_a_setup_link_greets_with_the_given_name(visitor: Browser) -> None:
    await tell(visitor, siteName="Acme Inc.")
    check = await visitor.post("/api/setup/check", {"token": await visitor.setup_token()})
    assert check.json()["siteName"] == "Acme Inc."


@pytest.mark.parametrize(
    "values",
    [
        {"siteUrl": "acme.example"}, {"siteUrl": "javascript:alert(1)"}, {"siteUrl": "http://a/path"}, {"siteUrl": None},
        {"siteUrl": "http://a:b@c"}, {"siteName": ""}, {"siteName": "x" * 201}, {"siteName": "a\u0000"},
        {"demo": {}}, {"demo": {"expiresAt": soon(), "keepUrl": "javascript:alert(1)"}},
        {"demo": {"expiresAt": soon(), "keepUrl": "//evil.example"}}, {"demo": {"expiresAt": soon(), "keepUrl": "/keep"}},
        {"demo": {"expiresAt": soon(), "keepUrl": "http://a:b@c/"}}, {"demo": {"expiresAt": "later", "keepUrl": THERE}},
        {"demo": {"expiresAt": soon(), "keepUrl": "data:text/html,x"}}, {"demo": "yes"},
    ],
)  # fmt: skip
async def test_an_identity_that_is_not_sound_changes_nothing(admin: Browser, values: dict[str, object]) -> None:
    response = await admin.internal("PUT", "/site", {"siteUrl": THERE, **values})
    assert (response.status_code, error_code(response)) == (422, "invalid_input")
    assert context_of(admin.app).installation.site_url == "http://acme.localhost:8080"
    assert context_of(admin.app).installation.demo is None


async def test_a_slash_at_the_end_of_the_address_is_no_path(admin: Browser) -> None:
    assert (await admin.internal("PUT", "/site", {"siteUrl": f"{THERE}/"})).status_code == 204
    assert context_of(admin.app).installation.site_url == THERE


async def test_a_demo_is_told_in_the_session_and_on_the_site(visitor: Browser) -> None:
    assert "live demo" not in (await visitor.get("/")).text
    await visitor.enter("editor", demo=demo())
    assert set((await visitor.get("/api/session")).json()["demo"]) == {"expiresAt", "keepUrl"}
    html = (await visitor.get("/")).text
    assert "This is a live demo for another 42 minutes." in html
    assert 'href="http://localhost:8080/demo/keep?x=1&amp;y=2"' in html


@pytest.mark.parametrize(("minutes", "says"), [(0.5, "1 minute."), (90, "90 minutes."), (-5, "demo.")])
async def test_the_bar_tells_how_long_the_demo_goes_on(visitor: Browser, minutes: float, says: str) -> None:
    await tell(visitor, demo=demo(minutes))
    assert says in (await visitor.get("/")).text


async def test_the_bar_on_the_site_can_be_hidden_by_this_browser(visitor: Browser, app: FastAPI) -> None:
    await visitor.enter("editor", demo=demo())
    page = await visitor.published_page("About")
    assert f"/_site/demo/hide?from=/{page['slug']}" in (await visitor.get("/about")).text
    hidden = await visitor.get("/_site/demo/hide?from=/about")
    assert (hidden.status_code, hidden.headers["location"]) == (303, "/about")
    assert "live demo" not in (await visitor.get("/about")).text
    async with Browser(app) as other:
        assert "live demo" in (await other.get("/about")).text


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil", "/a\r\nb", "x", "/a/../b", "/a?b"])
async def test_hiding_the_bar_leads_nowhere_else(visitor: Browser, back: str) -> None:
    await tell(visitor, demo=demo())
    response = await visitor.get("/_site/demo/hide", params={"from": back})
    assert (response.status_code, response.headers["location"]) == (303, "/")


async def test_when_a_demo_is_kept_its_guests_go_and_their_work_stays(admin: Browser, visitor: Browser) -> None:
    await visitor.enter("editor", demo=demo())
    page = await visitor.published_page("Made in the demo")
    await tell(admin, demo=None)
    assert (await visitor.get("/api/session")).status_code == 401
    assert (await admin.get("/api/session")).json()["demo"] is None
    assert "live demo" not in (await visitor.get("/")).text
    assert (await visitor.get("/made-in-the-demo")).status_code == 200
    assert [person["email"] for person in (await admin.get("/api/users")).json()] == ["ada@example.org"]
    assert (await admin.get(f"/api/entries/{page['id']}")).json()["author"] is None


async def test_who_came_with_a_demo_is_signed_in_until_it_ends_and_for_longer_when_it_is_extended(
    admin: Browser, visitor: Browser
) -> None:
    await visitor.enter("editor", "guest@example.org", demo=demo())
    assert (await visitor.get("/api/session")).status_code == 200
    await tell(admin, demo={"expiresAt": soon(-1)})
    over = await visitor.get("/api/entries")
    assert (over.status_code, error_code(over)) == (401, "not_signed_in")
    # Who belongs here is not put out with the guests.
    assert (await admin.get("/api/session")).status_code == 200

    later = soon(14 * 1440)
    await tell(admin, demo={"expiresAt": later})
    said = (await visitor.get("/api/session")).json()["demo"]
    assert datetime.fromisoformat(said["expiresAt"]) == datetime.fromisoformat(later)
    assert said["keepUrl"] == demo()["keepUrl"]


async def test_an_extension_makes_no_demo_of_what_is_none(admin: Browser) -> None:
    await tell(admin, demo={"expiresAt": soon()})
    assert (await admin.get("/api/session")).json()["demo"] is None


async def test_saying_nothing_of_the_demo_leaves_it(visitor: Browser) -> None:
    await visitor.enter("editor", demo=demo())
    await tell(visitor, siteName="Renamed")
    assert (await visitor.get("/api/session")).json()["demo"] is not None


async def test_who_was_here_before_the_demo_or_came_back_without_it_stays(admin: Browser, visitor: Browser, app: FastAPI) -> None:
    async with Browser(app) as ada:
        await ada.enter("editor", "ada@example.org", demo=demo())
    await visitor.enter("editor", "guest@example.org", demo=demo())
    await visitor.enter("owner", "guest@example.org")
    await tell(admin, demo=None)
    assert (await admin.get("/api/session")).status_code == 200
    assert (await visitor.get("/api/session")).json()["role"] == "owner"


async def test_a_demo_editor_does_all_a_demo_should_and_manages_nobody(visitor: Browser) -> None:
    await visitor.enter("editor", demo=demo())
    page = await visitor.published_page("Mine")
    site = {"title": "New", "tagline": "", "language": "en", "theme": "stage", "homePageId": page["id"]}
    assert (await visitor.put("/api/site", site)).status_code == 200
    assert (await visitor.put("/api/navigation", {"pageIds": [page["id"]]})).status_code == 204
    me = (await visitor.get("/api/session")).json()["id"]
    assert (await visitor.put(f"/api/users/{me}", {"role": "owner"})).status_code == 403
    assert (await visitor.delete(f"/api/users/{me}")).status_code == 403
