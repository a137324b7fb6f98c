"""WordPress's shortcodes, `[name key="value"]…[/name]`, as the HTML that its block editor writes for
the same; `bodies` then knows one form. Pure."""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from typing import Final

type Attributes = Mapping[str, str]

_NAMES: Final = "caption|wp_caption|gallery|embed|video|audio|playlist|youtube|vimeo"
_SHORTCODE: Final = re.compile(
    rf"(?P<open>\[?)\[(?P<name>{_NAMES})(?![\w-])(?P<given>[^\]\[/]*(?:/(?!\])[^\]\[/]*)*)"
    r"(?:/\]|\](?:(?P<content>(?:(?!\[/?(?P=name)[\s\]]).){0,50000}?)\[/(?P=name)\])?)(?P<close>\]?)",
    re.DOTALL,
)
_ATTRIBUTE: Final = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|(\S+)""")
# What looks like one of a plugin's: with attributes, or closed again. "[sic]" is a word.
_OTHER: Final = re.compile(r"(?<!\[)\[([a-z][\w-]{1,40})(?:\s+[\w-]+=[^\]]{0,2000})\]|\[/([a-z][\w-]{1,40})\]")
_CAPTION: Final = re.compile(
    r"(?P<shown>(?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*</a>)?)(?P<text>.*)", re.DOTALL | re.IGNORECASE
)
_CURLY: Final = str.maketrans("“”″„‘’", "\"\"\"\"''")
_ALIGNED: Final = frozenset({"alignleft", "alignright", "alignwide", "alignfull"})


def expand(text: str, ids_of_post: Callable[[], list[int]]) -> str:
    """`text` with the shortcodes of WordPress itself as HTML. `ids_of_post` are the pictures that
    belong to the post, which a gallery without a choice shows. Those of plugins stay as they are."""

    def replaced(found: re.Match[str]) -> str:
        if found["open"] and found["close"]:
            # Twice in brackets it is meant to be read.
            return found.group()[1:-1]
        given = _attributes(found["given"])
        return found["open"] + _html(found["name"], given, found["content"] or "", ids_of_post) + found["close"]

    return _SHORTCODE.sub(replaced, text)


def others(text: str) -> list[str]:
    """The names of a plugin's shortcodes in `text`, each once."""
    names = (opened or closed for opened, closed in _OTHER.findall(text))
    return sorted({name for name in names if name})


def _html(name: str, given: Attributes, content: str, ids_of_post: Callable[[], list[int]]) -> str:
    match name:
        case "gallery" | "playlist":
            return _gallery(name, given, ids_of_post)
        case "caption" | "wp_caption":
            return _caption(given, content)
        case "embed" | "youtube" | "vimeo":
            address = content.strip() or given.get("src", "") or given.get("id", "") or given.get("", "")
            if name != "embed" and re.fullmatch(r"[\w-]+", address):
                address = f"https://youtu.be/{address}" if name == "youtube" else f"https://vimeo.com/{address}"
            return embed(address)
        case _:
            keys = ("src", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav", "flv", "wmv", "")
            address = next((given[key] for key in keys if given.get(key)), content.strip())
            return f'\n\n<{name} src="{escape(address)}"></{name}>\n\n'


def embed(address: str) -> str:
    return f'\n\n<figure class="wp-block-embed">{escape(address, quote=False)}</figure>\n\n'


def _gallery(name: str, given: Attributes, ids_of_post: Callable[[], list[int]]) -> str:
    chosen = [int(one) for one in re.findall(r"\d{1,18}", given.get("ids", "") or given.get("include", ""))]
    left_out = {int(one) for one in re.findall(r"\d{1,18}", given.get("exclude", ""))}
    ids = [one for one in chosen or ids_of_post() if one not in left_out]
    if name == "playlist":
        return "\n\n" + "".join(f'<p><a href="?attachment_id={one}"></a></p>' for one in ids) + "\n\n"
    pictures = "".join(f'<img data-id="{one}">' for one in ids)
    return f'\n\n<figure class="wp-block-gallery">{pictures}</figure>\n\n'


def _caption(given: Attributes, content: str) -> str:
    align = given.get("align", "")
    place = f" {align}" if align in _ALIGNED else ""
    found = _CAPTION.match(content.strip())
    if found is None:
        return content
    # Once the caption was an attribute.
    text = found["text"].strip() or escape(given.get("caption", ""), quote=False)
    caption = f"<figcaption>{text}</figcaption>" if text else ""
    return f'\n\n<figure class="wp-block-image{place}">{found["shown"]}{caption}</figure>\n\n'


def _attributes(given: str) -> dict[str, str]:
    """By name; under "" the first that has none."""
    attributes: dict[str, str] = {}
    # Visual editors have made typographers' quotes of some.
    for name, double, single, bare, quoted, loose in _ATTRIBUTE.findall(unescape(given).translate(_CURLY)):
        key = name.lower() if name else ""
        attributes.setdefault(key, double or single or bare or quoted or loose)
    return attributes
