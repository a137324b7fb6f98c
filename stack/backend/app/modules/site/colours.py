"""Colours as numbers: contrast as WCAG 2 counts it, and mixing in OKLab, where equal steps look equal.
Pure. A colour is "#rrggbb" in lower case everywhere but in `parse`."""

import re
from collections.abc import Sequence
from typing import Final

READABLE: Final = 4.5
BLACK: Final = "#000000"
WHITE: Final = "#ffffff"
_SHORT: Final = re.compile(r"#[0-9a-f]{3}")
_LONG: Final = re.compile(r"#[0-9a-f]{6}")
_STEPS: Final = 50
type _Lab = tuple[float, float, float]


def parse(value: str) -> str:
    """`value`, "#rgb" or "#rrggbb", as "#rrggbb". Raises ValueError on anything else."""
    value = value.strip().lower()
    if _SHORT.fullmatch(value):
        return "#" + "".join(digit * 2 for digit in value[1:])
    if not _LONG.fullmatch(value):
        raise ValueError("must be a colour such as #1f4d3a")
    return value


def luminance(colour: str) -> float:
    """From 0 (black) to 1 (white)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    """From 1 to 21; text needs READABLE."""
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


def stands_out(colour: str, grounds: Sequence[str]) -> bool:
    return all(contrast(colour, ground) >= READABLE for ground in grounds)


def mix(one: str, two: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `two` in it."""
    pairs = zip(_lab(one), _lab(two), strict=True)
    lightness, a, b = (mine + (other - mine) * share for mine, other in pairs)
    return _hex((lightness, a, b))


def tone(colour: str, lightness: float, most_chroma: float) -> str:
    """The hue of `colour` at another lightness, 0 to 1, and with no more chroma than this."""
    _, a, b = _lab(colour)
    chroma = (a * a + b * b) ** 0.5
    kept = min(1.0, most_chroma / chroma) if chroma else 0.0
    return _hex((lightness, a * kept, b * kept))


def readable(colour: str, grounds: Sequence[str]) -> str:
    """The colour nearest to `colour` that can be read on every one of `grounds`; where none can be on all
    of them, black or white."""
    for step in range(_STEPS + 1):
        for end in (BLACK, WHITE):
            nearest = mix(colour, end, step / _STEPS)
            if stands_out(nearest, grounds):
                return nearest
    return max((BLACK, WHITE), key=lambda end: min(contrast(end, ground) for ground in grounds))


def text_on(ground: str, *wished: str) -> str:
    """The first of `wished` that can be read on `ground`, else white or black: one of them always can."""
    return next(one for one in (*wished, WHITE, BLACK) if contrast(one, ground) >= READABLE)


def _linear(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return _unbent(red), _unbent(green), _unbent(blue)


def _unbent(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _bent(channel: float) -> int:
    channel = min(1.0, max(0.0, channel))
    value = channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
    return round(value * 255)


# The matrices are Björn Ottosson's, https://bottosson.github.io/posts/oklab/
def _lab(colour: str) -> _Lab:
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _hex(lab: _Lab) -> str:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{_bent(channel):02x}" for channel in channels)
