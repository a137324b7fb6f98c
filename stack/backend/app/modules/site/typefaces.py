"""What letters a site can be set in: a face for titles and one for text, which go together. The files come
with the web image (frontend/build/site-fonts.ts)."""

from dataclasses import dataclass
from typing import Final

_SERIF = '"Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif'
_SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif'


@dataclass(frozen=True, slots=True)
class Pairing:
    """`hero_size` is of the largest title, in rem."""

    label: str
    about: str
    display: str
    body: str
    display_weight: int
    display_width: str
    tracking: str
    hero_size: float


PAIRINGS: Final = {
    "newsreader": Pairing(
        "Newsreader", "A bookish serif over a plain text face.",
        f'"Newsreader", {_SERIF}', f'"Public Sans", {_SANS}', 500, "normal", "-0.018em", 4.75,
    ),
    "newsreader-text": Pairing(
        "Newsreader throughout", "Titles and text in one serif, for long reading.",
        f'"Newsreader", {_SERIF}', f'"Newsreader", {_SERIF}', 500, "normal", "-0.018em", 4.75,
    ),
    "instrument": Pairing(
        "Instrument Sans", "One tight, exact sans for everything.",
        f'"Instrument Sans", {_SANS}', f'"Instrument Sans", {_SANS}', 500, "normal", "-0.035em", 5.25,
    ),
    "fraunces": Pairing(
        "Fraunces", "Soft, warm and a little old-fashioned.",
        f'"Fraunces", {_SERIF}', f'"Public Sans", {_SANS}', 600, "normal", "-0.02em", 5.0,
    ),
    "fraunces-light": Pairing(
        "Fraunces, light", "The same letters, slender and elegant.",
        f'"Fraunces", {_SERIF}', f'"Instrument Sans", {_SANS}', 350, "normal", "-0.025em", 5.25,
    ),
    "bricolage": Pairing(
        "Bricolage Grotesque", "Heavy and loud, for posters.",
        f'"Bricolage Grotesque", {_SANS}', f'"Instrument Sans", {_SANS}', 800, "normal", "-0.035em", 6.25,
    ),
    "archivo": Pairing(
        "Archivo", "Wide and calm, for a company.",
        f'"Archivo", {_SANS}', f'"Instrument Sans", {_SANS}', 640, "112%", "-0.03em", 4.9,
    ),
    "public": Pairing(
        "Public Sans", "Clear and neutral, as on a good form.",
        f'"Public Sans", {_SANS}', f'"Public Sans", {_SANS}', 650, "normal", "-0.02em", 4.5,
    ),
    "system": Pairing(
        "The device's own", "Whatever the visitor's device is set in; nothing to load.",
        _SANS, _SANS, 650, "normal", "-0.02em", 4.5,
    ),
}  # fmt: skip
