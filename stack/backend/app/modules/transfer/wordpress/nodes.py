"""HTML as a small tree that can be taken apart and put together again. Pure.

nh3 reads whatever people and plugins have written, as a browser would; what it gives is well formed,
so that the parser of Python's library is enough for the tree.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import Final

VOID: Final = frozenset({"br", "hr", "img", "source", "track", "wbr", "embed"})
# What is understood further on; of everything else nh3 leaves the words.
_TAGS: Final = frozenset(
    """
    a abbr acronym address article aside audio b big blockquote br caption cite code dd del details dfn
    div dl dt em embed figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd
    li main mark nav ol p pre q s samp section small source span strike strong sub summary sup table
    tbody td tfoot th thead tr tt u ul var video center
    """.split()
)
_SILENT: Final = frozenset({"script", "style", "noscript", "template", "title", "textarea", "select", "svg", "math"})
_ATTRIBUTES: Final = {
    "*": {"class"},
    "a": {"href", "title"},
    "audio": {"src"},
    "div": {"style"},
    "embed": {"src"},
    "iframe": {"src", "title"},
    "img": {"src", "alt", "title", "width", "height", "data-id"},
    "ol": {"start"},
    "section": {"style"},
    "source": {"src"},
    "span": {"style"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "video": {"src"},
}
_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})

type Node = "Element | str"


@dataclass(slots=True)
class Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def find(self, *tags: str) -> "Iterator[Element]":
        """Whatever of these tags is within, however deep, in order."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                yield from child.find(*tags)

    def has(self, *tags: str) -> bool:
        return any(True for _ in self.find(*tags))

    @property
    def text(self) -> str:
        return words(self.children)


def parse(html: str) -> list[Node]:
    import nh3

    tidy = nh3.clean(
        html,
        tags=set(_TAGS),
        clean_content_tags=set(_SILENT),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )
    builder = _Builder()
    builder.feed(tidy)
    builder.close()
    return builder.root.children


def to_html(nodes: Iterable[Node]) -> str:
    return "".join(_html(node) for node in nodes)


def words(nodes: Iterable[Node]) -> str:
    return "".join(node if isinstance(node, str) else node.text for node in nodes)


def says(nodes: Sequence[Node]) -> bool:
    """Whether there is anything to be seen."""
    return any(
        bool(node.strip().strip("\xa0"))
        if isinstance(node, str)
        else node.tag in ("img", "hr", "td", "th") or says(node.children)
        for node in nodes
    )


def trimmed(line: Sequence[Node]) -> list[Node]:
    """Without spaces and breaks at either end."""
    trimmed = list(line)
    while trimmed and _is_blank(trimmed[0]):
        del trimmed[0]
    while trimmed and _is_blank(trimmed[-1]):
        del trimmed[-1]
    if trimmed and isinstance(trimmed[0], str):
        trimmed[0] = trimmed[0].lstrip()
    if trimmed and isinstance(trimmed[-1], str):
        trimmed[-1] = trimmed[-1].rstrip()
    return trimmed


def _is_blank(node: Node) -> bool:
    return not node.strip().strip("\xa0") if isinstance(node, str) else node.tag == "br"


def _html(node: Node) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    given = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    opened = f"<{node.tag}{given}>"
    return opened if node.tag in VOID else f"{opened}{to_html(node.children)}</{node.tag}>"


class _Builder(HTMLParser):
    """Nested deeper than anybody reads, elements are put beside one another."""

    _DEEPEST: Final = 60

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID and len(self._open) < self._DEEPEST:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
