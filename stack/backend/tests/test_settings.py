import pytest

from app.modules.core.installation import Installation
from app.modules.core.settings import SettingsError, read_settings
from tests.support import ENVIRONMENT

SECRETS = ["DB_PASSWORD", "SECRET_KEY", "CONTROL_TOKEN"]


def problems_with(**changes: str) -> dict[str, str]:
    with pytest.raises(SettingsError) as caught:
        read_settings({**ENVIRONMENT, **changes})
    return caught.value.problems


def test_a_sound_environment_is_accepted() -> None:
    settings = read_settings(ENVIRONMENT)
    assert (settings.db_host, settings.db_port, settings.db_name) == ("db", 5432, "cms")
    installation = Installation(settings)
    assert installation.site_origin == "http://acme.localhost:8080"
    assert not installation.secure_cookies


@pytest.mark.parametrize("name", [*SECRETS, "STACK_NAME", "SITE_NAME", "SITE_URL"])
def test_a_missing_variable_is_named(name: str) -> None:
    assert problems_with(**{name: ""}) == {name: "is not set"}


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize(
    "value",
    ["change-me", "short", "changeme-changeme-changeme-changeme", "a" * 64, "abcabc" * 12, "x y" * 20,
     "CHANGE_THIS_to-something-4f8a9c21d7", "ünïcödé-" * 8],
)  # fmt: skip
def test_a_weak_secret_is_refused_and_not_repeated(name: str, value: str) -> None:
    problems = problems_with(**{name: value})
    assert list(problems) == [name]
    assert value not in problems[name]


def test_all_problems_are_told_at_once() -> None:
    assert set(problems_with(DB_PASSWORD="", SECRET_KEY="x", SITE_URL="nonsense")) == {
        "DB_PASSWORD",
        "SECRET_KEY",
        "SITE_URL",
    }


def test_the_control_token_must_not_be_the_secret_key() -> None:
    assert list(problems_with(CONTROL_TOKEN=ENVIRONMENT["SECRET_KEY"])) == ["CONTROL_TOKEN"]


@pytest.mark.parametrize(
    "url",
    ["acme.localhost", "ftp://acme.localhost", "http://", "http://a:b@c", "http://a/path", "http://a?x",
     "http://a:99999", "javascript:alert(1)"],
)  # fmt: skip
def test_a_site_url_is_scheme_host_and_port(url: str) -> None:
    assert list(problems_with(SITE_URL=url)) == ["SITE_URL"]


@pytest.mark.parametrize("name", ["A_B", "-a", "a.b", "../x", "a" * 64, "ä"])
def test_a_stack_name_is_a_dns_label(name: str) -> None:
    assert list(problems_with(STACK_NAME=name)) == ["STACK_NAME"]


def test_secrets_do_not_appear_in_the_representation() -> None:
    shown = repr(read_settings(ENVIRONMENT))
    assert not any(ENVIRONMENT[name] in shown for name in SECRETS)


def test_https_makes_cookies_secure() -> None:
    settings = read_settings({**ENVIRONMENT, "SITE_URL": "https://acme.example"})
    assert Installation(settings).secure_cookies


def test_requests_to_elsewhere_are_made_here_or_collected() -> None:
    assert not read_settings(ENVIRONMENT).outgoing_collected
    assert read_settings({**ENVIRONMENT, "OUTGOING": "collected"}).outgoing_collected
    assert problems_with(OUTGOING="proxy") == {"OUTGOING": "must be direct or collected"}
