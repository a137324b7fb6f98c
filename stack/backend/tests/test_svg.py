import re

import pytest

from app.modules.media.svg import UnsafeSvg, sanitise

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30">'


def clean(inner: str, head: str = HEAD) -> str:
    return sanitise(f"{head}{inner}</svg>".encode())[0].decode()


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        "<script xlink:href='https://evil.example/x.js'/>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>",
        "<html:script xmlns:html='http://www.w3.org/1999/xhtml'>alert(1)</html:script>",
        "<g onclick='alert(1)' onload=\"alert(1)\" ONMOUSEOVER='alert(1)'/>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><img src='x' onerror='alert(1)'/></body></foreignObject>",
        "<a href='javascript:alert(1)'><text>alert(1)x</text></a>",
        "<a xlink:href='&#106;avascript:alert(1)'><text>x</text></a>",
        "<use href='https://evil.example/alert.svg#a'/>",
        "<use href='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+#x'/>",
        "<image href='https://evil.example/alert.png'/>",
        "<image href='data:image/svg+xml,%3Csvg onload=alert(1)%3E'/>",
        "<image href='javascript:alert(1)'/>",
        "<set attributeName='onload' to='alert(1)'/>",
        "<animate attributeName='href' values='javascript:alert(1)'/>",
        "<handler xmlns='http://www.w3.org/2001/xml-events'>alert(1)</handler>",
        "<feImage href='https://evil.example/alert'/>",
        "<style>@import 'https://evil.example/alert.css';</style>",
        "<style>rect{fill:url(https://evil.example/alert)}</style>",
        "<style>rect{fill:u\\72l(https://evil.example/alert)}</style>",
        "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
        "<rect style='background:url(//evil.example/alert)'/>",
        "<rect fill=\"url('https://evil.example/alert')\"/>",
        "<rect filter='url(data:image/svg+xml,alert)'/>",
        "<text>x</text><iframe src='https://evil.example/alert'/>",
        "<metadata><alert/></metadata>",
        "<?xml-stylesheet href='https://evil.example/alert.css'?>",
        "<!-- alert --><text>x</text>",
        "<title><script>alert(1)</script></title>",
        "<style><script>alert(1)</script></style>",
    ],
)
def test_nothing_that_runs_or_reaches_out_comes_through(evil: str) -> None:
    safe = clean(evil)
    assert not re.search(r"alert\b(?!\(1\)x)|evil|script|javascript|\bon\w+=|data:", safe, re.IGNORECASE), safe


def test_what_draws_stays() -> None:
    drawing = (
        "<defs><linearGradient id='g'><stop offset='0' stop-color='#fff'/></linearGradient>"
        "<style>.a{fill:url(#g);stroke:#123}</style></defs>"
        "<g transform='translate(1 2)' class='a'><path d='M0 0h1'/><use xlink:href='#g' x='3'/></g>"
        "<image width='1' height='1' href='data:image/png;base64,iVBORw0KGgo='/>"
        "<text x='1' xml:space='preserve'>a &lt; b  &amp; c<tspan dy='2'>d</tspan></text>"
        "<a href='https://example.org'><circle r='2'/></a>"
    )
    safe = clean(drawing)
    for part in (
        '<stop offset="0" stop-color="#fff">', ".a{fill:url(#g);stroke:#123}", '<use href="#g" x="3">', '<circle r="2">',
        'href="data:image/png;base64,iVBORw0KGgo="', 'xml:space="preserve">a &lt; b  &amp; c<tspan dy="2">d</tspan>',
    ):  # fmt: skip
        assert part in safe
    assert sanitise(safe.encode())[0].decode() == safe, "what is clean comes out as it went in"


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ("<svg xmlns='http://www.w3.org/2000/svg' width='120px' height='80.4'>", (120, 80)),
        ("<svg xmlns='http://www.w3.org/2000/svg' width='100%' viewBox='0 0 40 30'>", (40, 30)),
        ("<svg xmlns='http://www.w3.org/2000/svg'>", (None, None)),
        ("<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='-4'>", (None, None)),
    ],
)
def test_its_size_is_what_it_says(head: str, size: tuple[int | None, int | None]) -> None:
    assert sanitise(f"{head}</svg>".encode())[1:] == size


LAUGHS = "<!DOCTYPE svg [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"", "well-formed"),
        (b"<svg", "well-formed"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "well-formed"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'><svg/></html>", "not an SVG"),
        (b"<svg><path/></svg>", "not an SVG"),
        (f"{LAUGHS}]>{HEAD}<text>&j;</text></svg>".encode(), "entities"),
        (f"<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{HEAD}<text>&x;</text></svg>".encode(), "entities"),
        (f"{HEAD}{'<g>' * 200}{'</g>' * 200}</svg>".encode(), "too many parts"),
        (f"{HEAD}{'<g/>' * 60_000}</svg>".encode(), "too many parts"),
        (f"{HEAD}<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g></svg>".encode(), "contains itself"),
    ],
)
def test_what_cannot_be_made_safe_is_refused(source: bytes, reason: str) -> None:
    with pytest.raises(UnsafeSvg, match=reason):
        sanitise(source)


def test_use_of_use_does_not_unfold_without_end() -> None:
    levels = "".join(f"<g id='l{n + 1}'>{f'<use href="#l{n}"/>' * 10}</g>" for n in range(12))
    with pytest.raises(UnsafeSvg, match="unfolds"):
        sanitise(f"{HEAD}<rect id='l0'/>{levels}<use href='#l12'/></svg>".encode())
    assert clean("<rect id='a'/>" + "<use href='#a'/>" * 500).count("<use") == 500


def test_a_document_type_alone_is_no_harm() -> None:
    doctype = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    safe = sanitise(f"{doctype}{HEAD}<path d='M0 0'/></svg>".encode())[0].decode()
    assert safe.startswith("<svg ")
    assert "DTD" not in safe
