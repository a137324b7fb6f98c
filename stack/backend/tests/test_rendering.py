"""Bodies come from people who may be careless or malicious."""

import re
from html.parser import HTMLParser

import pytest
from jinja2 import FileSystemLoader, ModuleLoader

from app.modules.content.rendering import clean_html, plain_text, render_body, render_markdown
from app.modules.site import rendering as site_rendering

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


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_rich_text_runs(attack: str) -> None:
    harm = _Harm()
    harm.feed(clean_html(f"<p>before</p>{attack}<p>after</p>"))
    assert harm.found == []


def test_rich_text_survives_and_cleaning_it_again_changes_nothing() -> None:
    html = (
        '<h2>Title</h2><p>A <strong>b</strong> <em>c</em> <s>d</s> <u>e</u> <mark>f</mark><br>g</p>'
        '<ol start="3"><li><p>one</p></li></ol><pre><code class="language-c++">x</code></pre>'
        '<table><tbody><tr><th colspan="2" scope="row">a</th><td align="right">b</td></tr></tbody></table>'
        '<figure class="picture wide"><img src="/_media/1/a.webp" alt="A" width="800" height="600">'
        "<figcaption>B</figcaption></figure>"
        '<figure class="embed"><a href="https://www.youtube.com/watch?v=x" rel="noopener noreferrer">V</a></figure>'
        '<p class="actions"><strong><a href="/x" rel="noopener noreferrer">Go</a></strong></p><hr>'
    )
    cleaned = clean_html(html)
    assert ElementsOf(cleaned).found == ElementsOf(html).found
    assert clean_html(cleaned) == cleaned


class ElementsOf(HTMLParser):
    """What a text is made of, whatever the order of attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, sorted(attrs)))

    def handle_data(self, data: str) -> None:
        self.found.append(data)


@pytest.mark.parametrize(
    "html",
    ['<p class="hero">x</p>', '<div class="demo">x</div>', '<p style="color:red">x</p>', '<p id="x">x</p>',
     '<code class="x language-c">x</code>', '<img src="/a.png" width="100%">', '<a href="/x" class="skip">x</a>',
     '<a href="/x" target="_blank">x</a>', '<p data-x="y">x</p>'],
)  # fmt: skip
def test_no_class_style_or_size_but_ours_comes_through(html: str) -> None:
    assert not re.search(r"<[^>]*(class|style|id=|target|data-|%)", clean_html(html))


def test_a_body_is_read_in_the_format_it_is_in() -> None:
    assert render_body({"body": "*a*", "bodyFormat": "markdown"}) == "<p><em>a</em></p>\n"
    assert render_body({"body": "*a*", "bodyFormat": "html"}) == "*a*"
    assert render_body({}) == ""
    # Stored before the rules of today.
    assert "<script" not in render_body({"body": "<script>x</script>", "bodyFormat": "html"})


def test_the_words_of_a_text_are_told_apart() -> None:
    assert plain_text('<h2>A</h2><p title="a>b">B &amp; c<br>d</p><ul><li>e</li><li>f</li></ul>') == "A B & c d e f"


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


def test_pictures_alone_are_a_figure_with_its_caption() -> None:
    html = render_markdown('![A boat](/_samples/demo/boat.svg "By *night* <b>")')
    assert html == (
        '<figure class="picture"><img src="/_samples/demo/boat.svg" alt="A boat">'
        "<figcaption>By *night* &lt;b&gt;</figcaption></figure>\n"
    )
    gallery = render_markdown("![a](/a.svg) ![b](/b.svg)\n![c](/c.svg)")
    assert gallery.startswith('<figure class="gallery">')
    assert gallery.count("<img") == 3


def test_bold_links_alone_are_buttons() -> None:
    html = render_markdown("**[Book](/book)** **[Call *now*](tel:+1)**")
    assert html.startswith('<p class="actions"><strong><a href="/book"')
    for plain in ("**[Book](/book)** or not", "[Book](/book)", "**Book**", "**a [b](/c)**", "- **[Book](/book)**"):
        assert "actions" not in render_markdown(plain)


def test_text_with_a_picture_in_it_stays_a_paragraph() -> None:
    assert render_markdown("See ![a](/a.svg) here").startswith("<p>See <img")
    assert render_markdown("- ![a](/a.svg)").startswith("<ul>\n<li><img")


def test_no_class_but_ours_comes_out_of_a_body() -> None:
    for attack in ('<p class="actions">x</p>', '<figure class="picture" onclick=x>', '![x](/a.svg){class="y"}'):
        assert not re.search(r"<[^>]*(class|onclick)", render_markdown(attack))


def test_columns_are_aligned_as_they_were_written() -> None:
    html = render_markdown("| a | b | c |\n|---|---:|:-:|\n| 1 | 2 | 3 |")
    for part in ("<th>a</th>", '<th align="right">b</th>', '<td align="right">2</td>', '<td align="center">3</td>'):
        assert part in html
    assert "style" not in html


def test_every_template_is_compiled_in_the_image() -> None:
    compiled = ModuleLoader(site_rendering._COMPILED)
    names = FileSystemLoader(site_rendering._TEMPLATES).list_templates()
    assert names
    for name in names:
        compiled.load(site_rendering._environment(), name)
