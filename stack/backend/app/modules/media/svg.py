"""An SVG made safe: parsed, and written anew from what is on a list. Pure; run by `child`.

What is not on the list goes: script, handlers, foreign content, animation, links, addresses outside
the file. A file that asks for entities or would unfold into more than a browser can draw is refused.
"""

import re
from collections import defaultdict
from functools import cache
from typing import Any, Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK_HREF: Final = "http://www.w3.org/1999/xlink href"
_XML: Final = "http://www.w3.org/XML/1998/namespace "
MOST_ELEMENTS: Final = 50_000
DEEPEST: Final = 100
# What all <use> come to when each is replaced by what it stands for.
MOST_UNFOLDED: Final = 10_000

_ELEMENTS: Final = frozenset(
    """
    svg g defs symbol use title desc style image
    path rect circle ellipse line polyline polygon text tspan textPath
    linearGradient radialGradient stop pattern clipPath mask marker filter
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
    feSpotLight feTile feTurbulence
    """.split()
)
# They go, what they hold stays.
_UNWRAPPED: Final = frozenset({"a", "switch"})
_ATTRIBUTES: Final = frozenset(
    """
    id class style role lang transform viewBox preserveAspectRatio version width height x y
    x1 x2 y1 y2 cx cy r rx ry fx fy fr d points pathLength dx dy rotate textLength lengthAdjust
    startOffset method spacing side offset gradientUnits gradientTransform spreadMethod
    patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits
    mask-type markerUnits markerWidth markerHeight refX refY orient filterUnits primitiveUnits
    in in2 result mode type values tableValues slope intercept amplitude exponent operator
    k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha
    kernelUnitLength surfaceScale diffuseConstant specularConstant specularExponent
    limitingConeAngle pointsAtX pointsAtY pointsAtZ z azimuth elevation scale xChannelSelector
    yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles
    alignment-baseline baseline-shift clip-path clip-rule color color-interpolation
    color-interpolation-filters direction display dominant-baseline fill fill-opacity fill-rule
    filter flood-color flood-opacity font-family font-size font-size-adjust font-stretch
    font-style font-variant font-weight image-rendering isolation letter-spacing lighting-color
    marker-end marker-mid marker-start mask mix-blend-mode opacity overflow paint-order
    shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
    stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor
    text-decoration text-rendering transform-origin unicode-bidi vector-effect visibility
    word-spacing writing-mode aria-label aria-labelledby aria-describedby aria-hidden
    """.split()
)
_INNER_REFERENCE = re.compile(r"#[^\s\"'()<>]+")
_INNER_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+")
# An address in a style that is not within the file, and whatever could spell one in another way.
_STRANGE_STYLE = re.compile(
    r"url\(\s*(?!(?:['\"]\s*)?#)|@|\\|(?:image|image-set|src|element|cross-fade|expression)\s*\(|javascript:"
    r"|behavior|-moz-binding",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?|\.[0-9]+)\s*(?:px)?\s*")


class UnsafeSvg(Exception):
    """It cannot be made safe; `reason` is for people."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def sanitise(source: bytes) -> tuple[bytes, int | None, int | None]:
    """The safe file, and its width and height as far as it says them. Raises UnsafeSvg."""
    writer = _Writer()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    parser.EntityDeclHandler = writer.refuse_entity
    try:
        parser.Parse(source, True)
    except (expat.ExpatError, UnicodeError, LookupError) as error:
        raise UnsafeSvg("It is not a well-formed SVG file.") from error
    writer.require_bounded()
    return "".join(writer.out).encode(), *writer.size


class _Writer:
    def __init__(self) -> None:
        self.out: list[str] = []
        self.size: tuple[int | None, int | None] = (None, None)
        # What is open: its name when it is written, '' when only its content is.
        self._open: list[str] = []
        # Levels below an element that goes with all it holds.
        self._skipped = 0
        self._elements = 0
        self._style: list[str] | None = None
        # Ids of the open elements; what <use> within each of them refers to.
        self._ids: list[str | None] = []
        self._refers: defaultdict[str | None, list[str]] = defaultdict(list)

    def start(self, name: str, given: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self._open) + self._skipped > DEEPEST:
            raise UnsafeSvg("It has too many parts.")
        space, _, local = name.rpartition(" ")
        if not self._open and (space, local) != (_SVG, "svg"):
            raise UnsafeSvg("It is not an SVG file.")
        if self._skipped or space != _SVG or (local not in _ELEMENTS | _UNWRAPPED) or self._style is not None:
            self._skipped += 1
            return
        attributes = _kept(local, given) if local in _ELEMENTS else {}
        if not self._open:
            self.size = _size(given)
            self.out.append('<svg xmlns="http://www.w3.org/2000/svg"')
        elif local in _ELEMENTS:
            self.out.append(f"<{local}")
        if local in _ELEMENTS:
            self.out.extend(f" {key}={quoteattr(value)}" for key, value in attributes.items())
            self.out.append(">")
        self._open.append(local if local in _ELEMENTS else "")
        self._ids.append(attributes.get("id"))
        if local == "style":
            self._style = []
        if local == "use" and (target := attributes.get("href")):
            for owner in {None, *self._ids}:
                self._refers[owner].append(target[1:])

    def end(self, _: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        local = self._open.pop()
        self._ids.pop()
        if local == "style" and self._style is not None:
            sheet = "".join(self._style)
            self._style = None
            self.out.append("" if "<" in sheet or _STRANGE_STYLE.search(sheet) else escape(sheet))
        if local:
            self.out.append(f"</{local}>")

    def text(self, data: str) -> None:
        if self._skipped or not self._open:
            return
        if self._style is not None:
            self._style.append(data)
        elif not data.isspace():
            self.out.append(escape(data))
        else:
            self.out.append("\n" if "\n" in data else " ")

    def refuse_entity(self, *_: Any) -> None:
        raise UnsafeSvg("It declares entities. Export it as plain SVG.")

    def require_bounded(self) -> None:
        """Raises UnsafeSvg when <use> of <use> unfolds into too much, or into itself."""

        @cache
        def unfolded(owner: str | None) -> int:
            if owner in under_way:
                raise UnsafeSvg("It contains itself.")
            under_way.add(owner)
            total = 1
            for target in self._refers.get(owner, ()):
                total += unfolded(target)
                if total > MOST_UNFOLDED:
                    raise UnsafeSvg("It unfolds into too many parts.")
            under_way.discard(owner)
            return total

        under_way: set[str | None] = set()
        try:
            unfolded(None)
        except RecursionError as error:
            raise UnsafeSvg("It unfolds into too many parts.") from error


def _kept(element: str, given: dict[str, str]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for name, value in given.items():
        if name in ("href", _XLINK_HREF):
            if _is_inner(element, value.strip()):
                kept["href"] = value.strip()
        elif name == f"{_XML}space" and value in ("default", "preserve"):
            kept["xml:space"] = value
        elif name == f"{_XML}lang":
            kept["lang"] = value
        elif name in _ATTRIBUTES and not _STRANGE_STYLE.search(value):
            kept[name] = value
    return kept


def _is_inner(element: str, target: str) -> bool:
    if element == "image":
        return _INNER_PICTURE.fullmatch(target) is not None
    return _INNER_REFERENCE.fullmatch(target) is not None


def _size(given: dict[str, str]) -> tuple[int | None, int | None]:
    lengths = [_LENGTH.fullmatch(given.get(name, "")) for name in ("width", "height")]
    if lengths[0] and lengths[1]:
        return _whole(lengths[0][1]), _whole(lengths[1][1])
    box = re.split(r"[\s,]+", given.get("viewBox", "").strip())
    if len(box) == 4 and all(_LENGTH.fullmatch(part) for part in box[2:]):
        return _whole(box[2]), _whole(box[3])
    return None, None


def _whole(length: str) -> int | None:
    value = round(float(length))
    return value if 0 < value <= 100_000 else None
