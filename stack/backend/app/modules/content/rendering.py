"""Bodies to HTML that is safe to put into any page. Pure; the parsers load on first use."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_TAGS: Final = {
    "a", "blockquote", "br", "code", "del", "em", "figcaption", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "img", "li", "mark", "ol", "p", "pre", "s", "strong", "sub", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
_ATTRIBUTES: Final = {
    "a": {"href", "title", "class"},
    "code": {"class"},
    "figure": {"class"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "p": {"class"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}
# What these may be; a class of ours elsewhere could dress a text up as something it is not.
_CLASSES: Final = {
    "a": {"button", "embed"},
    "figure": {"picture", "gallery", "embed", "wide", "left", "right"},
    "p": {"actions", "embed"},
}
_LANGUAGE: Final = re.compile(r"language-[A-Za-z0-9+#_-]{1,40}")
_SMALL_NUMBER: Final = re.compile(r"[0-9]{1,5}")
_NUMBERS: Final = frozenset({"width", "height", "start", "colspan", "rowspan"})
_SCHEMES: Final = {"http", "https", "mailto", "tel"}


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    # HTML in a body is shown as text; the sanitiser behind it is the second lock on that door.
    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    markdown.core.ruler.push("special_paragraphs", _special_paragraphs)
    markdown.core.ruler.push("aligned_cells", _aligned_cells)
    return markdown


def _aligned_cells(state: "StateCore") -> None:
    """Alignment as an attribute: the style that the parser gives would not come through."""
    for token in state.tokens:
        if token.type in ("th_open", "td_open") and (style := token.attrs.pop("style", None)):
            token.attrSet("align", str(style).removeprefix("text-align:"))


def _special_paragraphs(state: "StateCore") -> None:
    """A paragraph of pictures alone is a figure, captioned by the picture's title, or a gallery; one
    of bold links alone is a row of buttons."""
    tokens = state.tokens
    for begin, inline, end in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if begin.type != "paragraph_open" or begin.hidden or inline.children is None:
            continue
        parts = [t for t in inline.children if not _is_space(t)]
        if parts and all(t.type == "image" for t in parts):
            begin.tag = end.tag = "figure"
            begin.attrSet("class", "picture" if len(parts) == 1 else "gallery")
            inline.children = parts
            if len(parts) == 1 and (caption := parts[0].attrs.pop("title", None)):
                inline.children = [*parts, *_caption(str(caption))]
        elif _are_buttons(parts):
            begin.attrSet("class", "actions")


def _is_space(token: "Token") -> bool:
    return token.type == "softbreak" or (token.type == "text" and not token.content.strip())


def _are_buttons(parts: "list[Token]") -> bool:
    kinds = " ".join(t.type for t in parts)
    one = r"strong_open link_open(?: (?:text|code_inline|em_open|em_close))* link_close strong_close"
    return re.fullmatch(rf"{one}(?: {one})*", kinds) is not None


def _caption(text: str) -> "list[Token]":
    from markdown_it.token import Token

    return [
        Token("caption_open", "figcaption", 1),
        Token("text", "", 0, content=text),
        Token("caption_close", "figcaption", -1),
    ]


@lru_cache(maxsize=16)
def render_markdown(body: str) -> str:
    """The HTML of a body in Markdown: no script, style, form, frame, event handler or foreign URL
    scheme."""
    return _clean(_markdown().render(body))


@lru_cache(maxsize=16)
def clean_html(html: str) -> str:
    """What of `html` belongs to the fixed subset that bodies are written in; nothing of it runs."""
    return _clean(html)


def _clean(html: str) -> str:
    import nh3

    cleaned: str = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
    )
    return cleaned


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The value as it may stand; None takes the attribute out."""
    if name == "class":
        if tag == "code":
            return value if _LANGUAGE.fullmatch(value) else None
        return " ".join(word for word in value.split() if word in _CLASSES.get(tag, ())) or None
    if name in _NUMBERS:
        return value if _SMALL_NUMBER.fullmatch(value) else None
    return value


def render_body(data: Mapping[str, Any]) -> str:
    """The body of a page or post. Cleaned again on its way out: what is stored may be older than
    the rules of today."""
    body = data.get("body") or ""
    return render_markdown(body) if data.get("bodyFormat") == "markdown" else clean_html(body)


_BLOCK_END: Final = re.compile(r"</(?:p|h[1-6]|li|td|th|figcaption|pre|blockquote)>|<br>")
_TAG: Final = re.compile(r'<(?:[^>"]|"[^"]*")*>')


def plain_text(html: str) -> str:
    """The words of sanitised HTML, in one line."""
    return " ".join(unescape(_TAG.sub("", _BLOCK_END.sub(" ", html))).split())
