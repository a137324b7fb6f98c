import pytest

from app.modules.content.slugs import LONGEST_SLUG, RESERVED, first_free, slug_from_title, slug_problem


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("About us", "about-us"),
        ("  Ünïcödé  & Straße! ", "unicode-strasse"),
        ("Ærø – Łódź", "aero-lodz"),
        ("Don't panic", "dont-panic"),
        ("日本語", "page"),
        ("🎉", "page"),
        ("--", "page"),
        ("Admin", "admin-page"),
        ("a" * 200, "a" * LONGEST_SLUG),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_title_becomes_a_valid_slug(title: str, slug: str) -> None:
    assert slug_from_title(title) == slug
    assert slug_problem(slug) is None


@pytest.mark.parametrize(
    "slug", ["", "A", "a--b", "-a", "a-", "a b", "a/b", "a.b", "ä", "a\n", "a\0", "a" * 81, *sorted(RESERVED)]
)
def test_a_slug_that_cannot_be_an_address_is_refused(slug: str) -> None:
    assert slug_problem(slug)


def test_what_web_and_api_answer_themselves_is_reserved() -> None:
    assert {"admin", "api", "internal", "livez", "readyz", "healthz"} <= RESERVED


def test_the_first_free_slug_counts_up_and_stays_short() -> None:
    assert first_free("a", set()) == "a"
    assert first_free("a", {"a", "a-2", "a-4"}) == "a-3"
    longest = "a" * LONGEST_SLUG
    assert len(first_free(longest, {longest})) == LONGEST_SLUG
