"""Exports of every version are read, and hostile ones refused in words."""

import io
import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.modules.transfer.wordpress import child
from app.modules.transfer.wordpress.fate import fate_of
from app.modules.transfer.wordpress.model import Author, Post, Term
from app.modules.transfer.wordpress.package import Package
from app.modules.transfer.wordpress.wxr import NotReadable, Piece, read
from tests.transfers import packed
from tests.wordpress import attachment, item, wxr

FIXTURE = Path(__file__).parent / "fixtures" / "themeunittestdata.wordpress.xml"
BILLION = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss><channel><item><title>&c;</title></item></channel></rss>"""
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>'


def pieces(content: bytes) -> list[Piece]:
    return list(read(io.BytesIO(content)))


def posts(content: bytes) -> list[Post]:
    return [one for one in pieces(content) if isinstance(one, Post)]


def test_the_whole_of_wordpress_s_own_test_data() -> None:
    found = pieces(FIXTURE.read_bytes())
    assert Counter(type(one).__name__ for one in found) == {"Post": 186, "Term": 185, "Author": 2, "Site": 1}
    there = [one for one in found if isinstance(one, Post)]
    assert Counter(one.type for one in there) == {"nav_menu_item": 70, "post": 58, "attachment": 37, "page": 21}
    assert sum(one.comments for one in there) == 33


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_every_version_of_the_format(version: str) -> None:
    category = '<category><![CDATA[News]]></category><category domain="category" nicename="news"><![CDATA[News]]></category>'
    tag = '<category domain="tag" nicename="sea"><![CDATA[Sea]]></category>'
    comment = "<wp:comment><wp:comment_content>" + "long " * 1000 + "</wp:comment_content></wp:comment>"
    (post,) = posts(wxr(item(5, "T", "Body", excerpt="Short", more=category + tag + comment), version=version))
    assert (post.id, post.title, post.content, post.excerpt, post.author) == (5, "T", "Body", "Short", "ann")
    assert post.terms == [("category", "news"), ("post_tag", "sea")]
    assert (post.at, post.comments) == (datetime(2020, 1, 2, 10, tzinfo=UTC), 1)


def test_terms_and_authors() -> None:
    found = pieces(
        wxr(
            "<wp:author><wp:author_login>ann</wp:author_login><wp:author_email>a@b.example</wp:author_email>"
            "<wp:author_first_name>Ann</wp:author_first_name><wp:author_last_name>Lee</wp:author_last_name></wp:author>",
            "<wp:category><wp:category_nicename>sub</wp:category_nicename><wp:category_parent>news</wp:category_parent>"
            "<wp:cat_name>Sub &amp; more</wp:cat_name></wp:category>",
        )
    )
    assert found[:2] == [Author("ann", "a@b.example", "Ann Lee"), Term("category", "sub", "Sub & more", "news")]


def test_what_old_exports_hold_that_xml_does_not_allow() -> None:
    (post,) = posts(wxr(item(1, "A\x08B", "it\x92s")).replace(b"it\xc2\x92s", b"it&#x92;s \xff"))
    assert post.title == "A B"
    assert post.content == "it’s \ufffd"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (BILLION.encode(), "declares"),
        (OUTSIDE.encode(), "declares"),
        (b"<rss><channel>", "broken in line 1"),
        (b"<rss><channel></channel></rss>", "not an export"),
        (b"<a>" * 100, "nested deeper"),
        (b'<?xml version="1.0" encoding="utf-7"?><rss/>', "encoding"),
        (wxr(item(1, content="x" * 4_100_000)), "longer than anything"),
    ],
)
def test_hostile_and_broken_files_are_refused_in_words(content: bytes, why: str) -> None:
    with pytest.raises(NotReadable, match=why):
        pieces(content)


@pytest.mark.parametrize(
    ("post", "becomes", "state"),
    [
        (Post(id=1, status="publish"), "post", "public"),
        (Post(id=1, type="page", status="draft"), "page", "draft"),
        (Post(id=1, status="pending"), "post", "in_review"),
        (Post(id=1, status="private"), "post", "draft"),
        (Post(id=1, status="publish", password="p"), "post", "draft"),
        (Post(id=1, status="future", at=datetime(2040, 1, 1, tzinfo=UTC)), "post", "scheduled"),
        (Post(id=1, status="future", at=datetime(2010, 1, 1, tzinfo=UTC)), "post", "public"),
        (Post(id=1, status="trash"), "nothing", "draft"),
        (Post(id=1, type="product", status="publish"), "own", "public"),
        (Post(id=1, type="revision", status="inherit"), "nothing", "draft"),
        (Post(id=1, type="attachment", status="inherit"), "file", "draft"),
        (Post(id=0, status="publish"), "nothing", "draft"),
    ],
)
def test_what_becomes_of_each(post: Post, becomes: str, state: str) -> None:
    fate = fate_of(post, datetime(2026, 1, 1, tzinfo=UTC))
    assert (fate.becomes, fate.state) == (becomes, state)
    assert fate.reason or fate.becomes != "nothing"


def test_files_beside_the_export_are_found_by_their_path(tmp_path: Path) -> None:
    target = tmp_path / "out"
    source = tmp_path / "site.zip"
    names = {
        "site/export.xml": wxr(attachment(3, "2020/01/sea.jpg")), "site/wp-content/uploads/2020/01/sea.jpg": b"sea",
        "uploads/2020/01/sky.jpg": b"sky", "__MACOSX/uploads/2020/01/._sky.jpg": b"", "notes.xml": b"<a/>",
    }  # fmt: skip
    source.write_bytes(packed(names))
    with Package(source) as package:
        assert package.holds_export()
        assert package.uploads() == [("2020/01/sea.jpg", 3), ("2020/01/sky.jpg", 3)]
        package.extract("2020/01/sky.jpg", target, most=3)
        assert target.read_bytes() == b"sky"
        with pytest.raises(NotReadable, match="larger"):
            package.extract("2020/01/sky.jpg", target, most=2)
    source.write_bytes(packed({"a.xml": wxr(), "b.xml": wxr()}))
    with Package(source) as package, pytest.raises(NotReadable, match="more than one"), package.export():
        pass


def test_the_child_tells_the_file_s_fault_and_holds_nothing_of_its_texts(tmp_path: Path) -> None:
    source, index = tmp_path / "source", tmp_path / "index"
    source.write_bytes(wxr(item(1, "", "<p>Only words</p>", excerpt="e" * 5000)))
    child.index(source, index)
    kind, fields = json.loads(index.read_text().splitlines()[0])
    assert (kind, fields["title"], fields["untitled"], fields["content"]) == ("Post", "Only words", True, "")
    assert len(fields["excerpt"]) == 300
