"""Writes a tree of WordPress's HTML anew, from what a text here may hold. Pure."""

import re
from collections.abc import Sequence
from typing import Final

from app.modules.transfer.wordpress.figures import Figures
from app.modules.transfer.wordpress.known import Known
from app.modules.transfer.wordpress.nodes import Element, Node, says, trimmed, words
from app.modules.transfer.wordpress.notes import Notes

# The class of the line that stands for "read more".
MORE: Final = "wxr-more"
LONGEST_TEASER: Final = 300
_MEDIA: Final = frozenset({"img", "iframe", "embed", "video", "audio"})
_INLINE: Final = {
    "a": "a", "b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "dfn": "em", "var": "em",
    "s": "s", "strike": "s", "del": "del", "u": "u", "ins": "u", "code": "code", "kbd": "code", "samp": "code",
    "tt": "code", "mark": "mark", "sub": "sub", "sup": "sup", "br": "br",
}  # fmt: skip
# Their words stay, as part of the line.
_TRANSPARENT: Final = frozenset({"span", "font", "abbr", "acronym", "small", "big", "q"})
_LISTS: Final = frozenset({"ul", "ol"})
_ROWS: Final = frozenset({"thead", "tbody", "tfoot", "tr"})
_BACKGROUND: Final = re.compile(r"background(?:-image)?\s*:[^;]{0,200}?url\(\s*['\"]?([^'\")\s]{1,2000})")


class Writer:
    """One for each text. `teaser` is what stood before "read more", where that is short enough."""

    def __init__(self, known: Known, notes: Notes) -> None:
        self.teaser = ""
        self._known = known
        self._notes = notes
        self._figures = Figures(known, notes, self.inline, self.blocks)

    def blocks(self, nodes: Sequence[Node]) -> list[Node]:
        """Paragraphs, headings, lists and so on; loose text becomes paragraphs."""
        written: list[Node] = []
        line: list[Node] = []
        for node in nodes:
            if isinstance(node, str) or node.tag in _INLINE or node.tag in _TRANSPARENT | _MEDIA:
                line.append(node)
                continue
            written += self._lines(line, "p")
            line = []
            if node.tag == "hr" and MORE in node.classes:
                self._note_teaser(written)
            else:
                _join(written, self._block(node))
        return written + self._lines(line, "p")

    def inline(self, nodes: Sequence[Node]) -> list[Node]:
        """What may stand in a line; of blocks within it, their words."""
        written: list[Node] = []
        for node in nodes:
            if isinstance(node, str):
                written.append(re.sub(r"\s+", " ", node) if node.strip("\xa0") else node)
            elif node.tag == "br":
                written.append(Element("br"))
            elif node.tag == "q":
                written += ["“", *self.inline(node.children), "”"]
            elif node.tag in _INLINE:
                written += self._marked(node, self.inline(node.children))
            else:
                written += self.inline(node.children)
        return written

    def _block(self, node: Element) -> list[Node]:
        classes = node.classes
        match node.tag:
            case "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return self._lines(node.children, node.tag)
            case "ul" | "ol" if classes & {"wp-block-gallery", "blocks-gallery-grid"}:
                return self._figures.gallery(node)
            case "ul" | "ol":
                return self._list(node)
            case "table":
                return self._table(node)
            case "pre":
                text = _preformatted(node.children).strip("\n")
                return [Element("pre", {}, [Element("code", {}, [text])])] if text.strip() else []
            case "blockquote":
                signed = [one for child in node.children for one in _signed(child)]
                return _filled("blockquote", self.blocks(signed))
            case "hr":
                return [Element("hr")]
            case "figure":
                return self._figures.figure(node)
            case "dt" | "summary" | "address":
                inside = self.inline(node.children)
                bold: list[Node] = [Element("strong", {}, inside)] if node.tag != "address" else inside
                return self._lines(bold, "p") if says(inside) else []
            case _ if classes & {"wp-block-buttons", "wp-block-button"}:
                return self._buttons(node)
            case _ if "wp-block-file" in classes:
                return self._lines([next(node.find("a"), "")], "p")
            case _ if "gallery" in classes:
                return self._figures.gallery(node)
            case _:
                return self._background(node) + self.blocks(node.children)

    def _lines(self, nodes: Sequence[Node], tag: str) -> list[Node]:
        """A line of text as one block; pictures and films in it stand by themselves."""
        written: list[Node] = []
        line: list[Node] = []
        for node in self._lifted(nodes, ""):
            if isinstance(node, Element) and node.tag not in _INLINE:
                written += _filled(tag, trimmed(line))
                line = []
                written.append(node)
            else:
                line.append(node)
        written += _filled(tag, trimmed(line))
        return [video for one in written for video in self._figures.videos(one)]

    def _lifted(self, nodes: Sequence[Node], link: str) -> list[Node]:
        written: list[Node] = []
        for node in nodes:
            if isinstance(node, str) or not (node.tag in _MEDIA or node.has(*_MEDIA)):
                written += self.inline([node])
            elif node.tag in _MEDIA:
                written += self._figures.media(node, link)
            else:
                href = node.attributes.get("href", link) if node.tag == "a" else link
                for piece in self._lifted(node.children, href):
                    is_line = isinstance(piece, str) or piece.tag in _INLINE
                    if is_line and node.tag in _INLINE and says([piece]):
                        written += self._marked(node, [piece])
                    else:
                        written.append(piece)
        return written

    def _marked(self, node: Element, inside: list[Node]) -> list[Node]:
        if node.tag != "a":
            return [Element(_INLINE[node.tag], {}, inside)] if inside else []
        href = node.attributes.get("href", "").strip()
        if not inside:
            # A list of recordings has links without a text.
            inside = [self._figures.name_of(href)] if href.startswith("?") else []
        if not href or not inside:
            return inside
        return [Element("a", {"href": self._led(href)}, inside)]

    def _led(self, href: str) -> str:
        if here := self._known.here(href):
            return here
        if self._known.addresses.is_old_site(href):
            self._notes.add("link")
        return self._figures.absolute(href)

    def _list(self, node: Element) -> list[Node]:
        items: list[Node] = []
        for child in node.children:
            if isinstance(child, Element) and child.tag in _LISTS and items:
                # Written beside the item that it belongs into.
                last = items[-1]
                assert isinstance(last, Element)
                last.children += self._list(child)
            elif isinstance(child, Element) and child.tag == "li":
                items += _filled("li", _alone(self.blocks(child.children)))
            elif isinstance(child, Element) or child.strip():
                items += _filled("li", _alone(self.blocks([child])))
        start = {"start": node.attributes["start"]} if node.attributes.get("start") else {}
        return [Element(node.tag, start, items)] if items else []

    def _table(self, node: Element) -> list[Node]:
        captions = [one for caption in node.find("caption") for one in self._lines(caption.children, "p")]
        rows = self._rows(node)
        return [*captions, Element("table", {}, rows)] if rows else captions

    def _rows(self, node: Element) -> list[Node]:
        rows: list[Node] = []
        for child in node.children:
            if not isinstance(child, Element):
                continue
            if child.tag in _ROWS:
                rows += _filled(child.tag, self._rows(child))
            elif child.tag in ("td", "th"):
                given = {k: v for k, v in child.attributes.items() if k != "class"}
                rows.append(Element(child.tag, given, _alone(self.blocks(child.children))))
        return rows

    def _buttons(self, node: Element) -> list[Node]:
        written: list[Node] = []
        for link in node.find("a"):
            marked = self._marked(link, trimmed(self.inline([c for c in link.children if not _is_break(c)])))
            if len(marked) == 1 and isinstance(marked[0], Element) and marked[0].tag == "a":
                button = Element("strong", {}, marked)
                _join(written, [Element("p", {"class": "actions"}, [button])])
            else:
                written += _filled("p", marked)
        return written

    def _background(self, node: Element) -> list[Node]:
        """The picture that a text stood upon."""
        found = _BACKGROUND.search(node.attributes.get("style", ""))
        return self._figures.media(Element("img", {"src": found.group(1)}), "") if found else []

    def _note_teaser(self, before: Sequence[Node]) -> None:
        text = " ".join(" ".join(words([one]) for one in before).split())
        if len(text) <= LONGEST_TEASER:
            self.teaser = text


def _filled(tag: str, inside: list[Node]) -> list[Node]:
    return [Element(tag, {}, inside)] if says(inside) else []


def _is_break(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "br"


def _alone(blocks: list[Node]) -> list[Node]:
    """The only paragraph of an item or a cell is its text; lists may follow it."""
    first, others = blocks[:1], blocks[1:]
    if all(isinstance(one, Element) and one.tag in _LISTS for one in others):
        if first and isinstance(first[0], Element) and first[0].tag == "p" and not first[0].attributes:
            return [*first[0].children, *others]
    return blocks


def _signed(node: Node) -> list[Node]:
    """Whose words a quotation is, as a line of its own; the classic editor puts it into the last one."""
    if isinstance(node, Element) and node.tag in ("cite", "footer"):
        return [Element("p", {}, ["— ", *trimmed(node.children)])]
    if isinstance(node, Element) and node.tag == "p":
        line = trimmed(node.children)
        if line and isinstance(line[-1], Element) and line[-1].tag == "cite":
            return [Element("p", {}, line[:-1]), *_signed(line[-1])]
    return [node]


def _preformatted(nodes: Sequence[Node]) -> str:
    return "".join(
        node if isinstance(node, str) else "\n" if node.tag == "br" else _preformatted(node.children) for node in nodes
    )


def _join(written: list[Node], further: list[Node]) -> None:
    """Buttons that follow one another are one row."""
    for node in further:
        last = written[-1] if written else None
        if _is_row(last) and _is_row(node):
            assert isinstance(last, Element) and isinstance(node, Element)
            last.children += [" ", *node.children]
        else:
            written.append(node)


def _is_row(node: Node | None) -> bool:
    return isinstance(node, Element) and node.attributes.get("class") == "actions"
