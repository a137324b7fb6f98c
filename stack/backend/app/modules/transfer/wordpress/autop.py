"""Paragraphs as WordPress's classic editor keeps them: by empty lines. Pure.

After `wpautop` of WordPress (wp-includes/formatting.php, GPL 2), whose results people know from their
own sites.
"""

import re
from typing import Final

_BLOCKS: Final = (
    "(?:table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|"
    "blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|"
    "nav|figure|figcaption|details|menu|summary)"
)
_PRE: Final = re.compile(r"<pre\b.*?(?:</pre>|\Z)", re.DOTALL | re.IGNORECASE)
# A tag as a whole, so that line breaks within one stay spaces.
_TAG: Final = re.compile(r"""<[!/a-z](?:[^<>"']|"[^"]*"|'[^']*'){0,4000}>""", re.IGNORECASE)
_FLAGS: Final = re.IGNORECASE


def _compiled(*rules: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, _FLAGS), by) for pattern, by in rules)


_APART: Final = _compiled(
    (r"<br\s*/?>\s*<br\s*/?>", "\n\n"),
    (rf"(<{_BLOCKS}[\s/>])", r"\n\n\1"),
    (rf"(</{_BLOCKS}>)", r"\1\n\n"),
    (r"(<hr\b[^<>]*>)", r"\1\n\n"),
    (r"\s*(<figcaption[^<>]*>)", r"\1"),
    (r"</figcaption>\s*", "</figcaption>"),
    (r"\n\n+", "\n\n"),
)
_MEND: Final = _compiled(
    (r"<p>\s*</p>", ""),
    (r"<p>([^<]+)</(div|address|form)>", r"<p>\1</p></\2>"),
    (rf"<p>\s*(</?{_BLOCKS}[^<>]*>)\s*</p>", r"\1"),
    (r"<p>(<li.+?)</p>", r"\1"),
    (r"<p><blockquote([^<>]*)>", r"<blockquote\1><p>"),
    (r"</blockquote></p>", "</p></blockquote>"),
    (rf"<p>\s*(</?{_BLOCKS}[^<>]*>)", r"\1"),
    (rf"(</?{_BLOCKS}[^<>]*>)\s*</p>", r"\1"),
)
_BREAKS: Final = _compiled(
    (r"<br>|<br/>", "<br />"),
    (r"(?<!<br />)[^\S\n]*\n", "<br />\n"),
    (rf"(</?{_BLOCKS}[^<>]*>)\s*<br />", r"\1"),
    (r"<br />(\s*</?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)[^<>]*>)", r"\1"),
    (r"\n</p>", "</p>"),
)


def autop(text: str) -> str:
    """`text` with its empty lines as paragraphs and its other line breaks as breaks, where they do not
    stand between blocks already."""
    if not text.strip():
        return ""
    kept: list[str] = []

    def aside(found: re.Match[str]) -> str:
        kept.append(found.group())
        return f"<pre {len(kept) - 1}></pre>"

    text = _PRE.sub(aside, text.replace("\r\n", "\n").replace("\r", "\n") + "\n")
    # Long runs of white space make the rules below slow.
    text = re.sub(r"\s{9,}", lambda run: "\n\n" if run.group().count("\n") > 1 else " ", text)
    text = _TAG.sub(lambda found: found.group().replace("\n", " "), text)
    text = _apply(_APART, text)
    pieces = (piece.strip("\n") for piece in re.split(r"\n\s*\n", text))
    text = "".join(f"<p>{piece}</p>\n" for piece in pieces if piece.strip())
    text = _apply(_BREAKS, _apply(_MEND, text))
    return re.sub(r"<pre (\d+)></pre>", lambda found: kept[int(found.group(1))], text)


def _apply(rules: tuple[tuple[re.Pattern[str], str], ...], text: str) -> str:
    for pattern, by in rules:
        text = pattern.sub(by, text)
    return text
