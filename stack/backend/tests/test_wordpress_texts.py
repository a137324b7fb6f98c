"""Texts of WordPress's become texts that the editor could have written, and lose nothing without saying so."""

import re

import pytest

from app.modules.content.rendering import clean_html
from app.modules.transfer.wordpress.autop import autop
from app.modules.transfer.wordpress.bodies import Body, convert
from app.modules.transfer.wordpress.titles import slug_of, title_of
from app.modules.transfer.wordpress.videos import video_at
from tests.wordpress import HOST, known

SEA = {"2020/01/sea.jpg": "/_media/x/sea.jpg"}
BOTH = {**SEA, "2020/01/sky.jpg": "/_media/x/sky.jpg"}
UPLOADS = f"{HOST}/wp-content/uploads/2020/01"


def body(content: str, files: dict[str, str] | None = None) -> Body:
    return convert(content, known(files), 1)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>\n"),
        ("One\ntwo", "<p>One<br />\ntwo</p>\n"),
        ("<h2>Head</h2>\nText", "<h2>Head</h2>\n<p>Text</p>\n"),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("<blockquote>Said</blockquote>", "<blockquote><p>Said</p></blockquote>\n"),
        ("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>\n"),
        ("a<br><br>b", "<p>a</p>\n<p>b</p>\n"),
        (" \n\n ", ""),
    ],
)
def test_empty_lines_are_paragraphs_as_in_wordpress(text: str, html: str) -> None:
    assert autop(text) == html


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ("<b>bold</b> <i>slanted</i> <tt>code</tt> <q>said</q>", "<p><strong>bold</strong> <em>slanted</em> <code>code</code> “said”</p>"),
        ('<div class="x"><p style="color:red">in a box</p></div>', "<p>in a box</p>"),
        ("<dl><dt>Word</dt><dd>What it means</dd></dl>", "<p><strong>Word</strong></p><p>What it means</p>"),
        ("<blockquote>Words<cite>Ann</cite></blockquote>", "<blockquote><p>Words</p><p>— Ann</p></blockquote>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<p>\xa0</p><p></p>text", "<p>text</p>"),
        ("<pre>a<br>b &lt;c&gt;</pre>", "<pre><code>a\nb &lt;c&gt;</code></pre>"),
        (
            '<!-- wp:buttons --><div class="wp-block-buttons"><!-- wp:button --><div class="wp-block-button">'
            '<a class="wp-block-button__link" href="https://a.example/">Go</a></div><!-- /wp:button --></div><!-- /wp:buttons -->',
            '<p class="actions"><strong><a href="https://a.example/">Go</a></strong></p>',
        ),
        (
            '<!-- wp:table --><figure class="wp-block-table"><table><tbody><tr><td>1</td></tr></tbody></table>'
            "<figcaption>Said</figcaption></figure><!-- /wp:table -->",
            "<table><tbody><tr><td>1</td></tr></tbody></table><p>Said</p>",
        ),
        ('<!-- wp:paragraph {"a":"} /\\u002d\\u002d\\u003e"} -->\n<p>In</p>\n<!-- /wp:paragraph -->\n\nloose\n\ntext', "<p>In</p><p>loose</p><p>text</p>"),
        ("[[gallery]] is shown", "<p>[gallery] is shown</p>"),
    ],
)
def test_what_a_text_is_made_of(content: str, html: str) -> None:
    assert body(content).html == html


def test_a_picture_whose_file_came_along_stays_one() -> None:
    shown = body(
        f'[caption id="a" align="alignleft"]<a href="{UPLOADS}/sea.jpg"><img src="{UPLOADS}/sea-300x200.jpg" alt="The sea"></a> '
        "At <em>dawn</em>[/caption]",
        SEA,
    )
    picture = '<img src="/_media/x/sea.jpg" alt="The sea" width="640" height="480">'
    assert shown.html == f'<figure class="picture left">{picture}<figcaption>At <em>dawn</em></figcaption></figure>'
    assert shown.notes == []


def test_a_picture_in_a_line_stands_by_itself_and_keeps_where_it_leads() -> None:
    shown = body(f'Before <a href="/about/us/"><img src="{UPLOADS}/sea.jpg" alt="Sea"></a> after', SEA).html
    assert shown == (
        '<p>Before</p><figure class="picture"><img src="/_media/x/sea.jpg" alt="Sea" width="640" height="480">'
        '<figcaption><a href="/about/us">Sea</a></figcaption></figure><p>after</p>'
    )


def test_a_picture_without_its_file_is_a_link_and_that_is_said() -> None:
    missing = body(f'<img src="{UPLOADS}/sky.jpg" alt="Sky">', SEA)
    assert missing.html == f'<p><a href="{UPLOADS}/sky.jpg">Picture: Sky</a></p>'
    assert missing.notes == ["A picture whose file was not given is a link to where it was."]


@pytest.mark.parametrize(
    "content",
    [
        '[gallery ids="32,31"]',
        "[gallery ids=&#8221;32,31&#8243;]",
        f'<!-- wp:gallery --><figure class="wp-block-gallery"><figure class="wp-block-image"><img src="{UPLOADS}/sky.jpg" data-id="32">'
        f'</figure><figure class="wp-block-image"><img src="{UPLOADS}/sea.jpg"></figure></figure><!-- /wp:gallery -->',
    ],
)
def test_a_gallery_however_it_was_written(content: str) -> None:
    shown = body(content, BOTH).html
    assert shown.startswith('<figure class="gallery"><img src="/_media/x/sky.jpg"')
    assert shown.count("<img") == 2


def test_a_gallery_without_a_choice_shows_what_was_uploaded_for_the_post() -> None:
    assert body("[gallery]", BOTH).html.count("<img") == 2


@pytest.mark.parametrize(
    "content",
    [
        "https://www.youtube.com/watch?v=SQEQr7c0-dw",
        "[embed]https://youtu.be/SQEQr7c0-dw[/embed]",
        "[youtube SQEQr7c0-dw]",
        '<iframe src="//www.youtube-nocookie.com/embed/SQEQr7c0-dw?rel=0"></iframe>',
        '<!-- wp:embed {"url":"x"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n'
        "https://www.youtube.com/watch?v=SQEQr7c0-dw\n</div></figure><!-- /wp:embed -->",
    ],
)
def test_a_film_however_it_was_embedded(content: str) -> None:
    link = '<a href="https://www.youtube.com/watch?v=SQEQr7c0-dw">Watch on YouTube</a>'
    assert body(content).html == f'<figure class="embed">{link}</figure>'


def test_what_else_is_embedded_becomes_a_link() -> None:
    shown = body('<iframe src="https://maps.example/?q=1"></iframe>')
    assert shown.html == '<p><a href="https://maps.example/?q=1">https://maps.example/?q=1</a></p>'
    assert shown.notes == ["An embedded page is a link now."]


@pytest.mark.parametrize(
    ("address", "here"),
    [
        (f"{HOST}/2020/01/02/news/", "/blog/news"),
        ("http://www.old.example/2020/01/02/news", "/blog/news"),
        (f"{HOST}/?p=7", "/blog/news"),
        ("/?page_id=8", "/about/us"),
        (f"{HOST}/category/news/", "/blog/category/news"),
        (f"{UPLOADS}/sea-1024x768.jpg", "/_media/x/sea.jpg"),
        (f"{HOST}/?attachment_id=31", "/_media/x/sea.jpg"),
        ("https://else.example/2020/01/02/news/", "https://else.example/2020/01/02/news/"),
        ("#below", "#below"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_links_lead_to_what_became_of_their_target(address: str, here: str) -> None:
    assert body(f'<a href="{address}">there</a>', SEA).html == f'<p><a href="{here}">there</a></p>'


def test_a_link_to_what_is_not_in_the_file_leads_to_the_old_site_and_that_is_said() -> None:
    shown = body('<a href="/gone/">there</a>')
    assert shown.html == f'<p><a href="{HOST}/gone/">there</a></p>'
    assert shown.notes == ["A link leads to the old site still, to something that is not in the file."]


def test_what_stands_before_more_is_the_summary_and_pages_become_one() -> None:
    shown = body("Short <b>words</b>.\n\n<!--more-->\n\nMore.\n\n<!--nextpage-->\n\nSecond.")
    assert shown.teaser == "Short words."
    assert shown.html == "<p>Short <strong>words</strong>.</p><p>More.</p><hr><p>Second.</p>"
    assert shown.notes == ["Its two pages are one, with a line between."]


def test_what_only_wordpress_can_fill_in_is_named() -> None:
    shown = body('<!-- wp:latest-posts {"n":5} /--><!-- wp:paragraph --><p>[contact-form-7 id="1"]</p><!-- /wp:paragraph -->')
    assert shown.html == '<p>[contact-form-7 id="1"]</p>'
    assert shown.notes == [
        "A block that WordPress fills itself was left out: latest-posts.",
        "A plugin's shortcode stands as text: contact-form-7.",
    ]


@pytest.mark.parametrize(
    "content",
    [
        "<script>alert(1)</script>text",
        '<img src=x onerror="alert(1)">text',
        '<a href="javascript:alert(1)">text</a>',
        '<a href=" &#106;avascript:alert(1)">text</a>',
        '<svg onload="alert(1)"><script>alert(1)</script></svg>text',
        '[caption]<img src="x" onerror="alert(1)"> <script>alert(1)</script>text[/caption]',
        '[embed]javascript:alert(1)"><script>alert(1)</script>[/embed]text',
        '[video src="javascript:alert(1)"]text',
        '<!-- wp:html --><script>alert(1)</script>text<!-- /wp:html -->',
        '<!-- wp:html --><iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;" src="javascript:alert(1)"></iframe>text<!-- /wp:html -->',
        '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">text',
    ],
)
def test_nothing_that_runs_comes_through(content: str) -> None:
    shown = body(content, SEA).html
    assert clean_html(shown).replace(' rel="noopener noreferrer"', "") == shown, "the sanitiser has nothing to take away"
    assert not re.search(r"<(?:script|iframe|svg|style)|<[^>]+\s(?:on\w+|srcdoc)=|[\"']\s*javascript:", shown, re.IGNORECASE)


def test_endless_white_space_and_nesting_take_no_time() -> None:
    body("x" + " " * 300_000 + "<figcaption>" + "\n \n" * 50_000)
    body("<div>" * 5_000 + "deep" + "</div>" * 5_000)
    body("<!-- wp:x {" * 20_000)
    body("[caption]" * 2_000)
    assert "deep" in body("<blockquote>" * 500 + "deep").html


def test_titles_and_addresses() -> None:
    assert title_of("A <em>marked</em> &amp; long", "") == ("A marked & long", False)
    assert title_of("", "<!-- wp:paragraph --><p>First words of it</p>") == ("First words of it", True)
    assert title_of("", "[gallery]") == ("Without a title", True)
    assert slug_of("%ce%b5%cf%80-2", "Επ", "page", 12, reserved=False) == "page-12"
    assert slug_of("caf%c3%a9_au_lait", "", "post", 1, reserved=False) == "cafe-au-lait"
    assert slug_of("", "", "post", 1, reserved=False) == "page"
    assert slug_of("admin", "", "page", 1, reserved=True) == "admin-page"


@pytest.mark.parametrize(
    ("address", "video"),
    [
        ("https://youtu.be/SQEQr7c0-dw?t=1m30s", ("YouTube", "https://www.youtube.com/watch?v=SQEQr7c0-dw&t=90")),
        ("https://player.vimeo.com/video/76979871?h=8272103f6e", ("Vimeo", "https://vimeo.com/76979871/8272103f6e")),
        ("https://vimeo.com/about", None),
        ("https://youtube.com.evil.example/watch?v=SQEQr7c0-dw", None),
        ("https://[broken", None),
    ],
)
def test_videos_by_their_address(address: str, video: tuple[str, str] | None) -> None:
    assert video_at(address) == video
