"""What of a text could not stay as it was, in sentences. Pure."""

from collections import Counter
from typing import Final, Literal

type Loss = Literal[
    "script", "picture", "gone_picture", "embed", "file", "form", "shortcode", "filled", "pages", "link", "drawing"
]  # fmt: skip

# One, and more than one.
_SENTENCES: Final[dict[Loss, tuple[str, str]]] = {
    "script": ("A script was left out.", "{n} scripts were left out."),
    "picture": (
        "A picture whose file was not given is a link to where it was.",
        "{n} pictures whose files were not given are links to where they were.",
    ),
    "gone_picture": (
        "A picture was left out, for nothing says where it is.",
        "{n} pictures were left out, for nothing says where they are.",
    ),
    "embed": ("An embedded page is a link now.", "{n} embedded pages are links now."),
    "file": ("A recording or film is a link now.", "{n} recordings or films are links now."),
    "form": ("A form was left out.", "{n} forms were left out."),
    "drawing": ("A drawing written into the text was left out.", "{n} drawings written into the text were left out."),
    "shortcode": ("A plugin's shortcode stands as text: {what}.", "Plugins' shortcodes stand as text: {what}."),
    "filled": (
        "A block that WordPress fills itself was left out: {what}.",
        "Blocks that WordPress fills itself were left out: {what}.",
    ),
    "pages": ("Its two pages are one, with a line between.", "Its pages are one, with a line between each."),
    "link": (
        "A link leads to the old site still, to something that is not in the file.",
        "{n} links lead to the old site still, to things that are not in the file.",
    ),
}


class Notes:
    def __init__(self) -> None:
        self._counts: Counter[Loss] = Counter()
        self._names: dict[Loss, set[str]] = {}

    def add(self, loss: Loss, number: int = 1) -> None:
        self._counts[loss] += number

    def name(self, loss: Loss, names: list[str]) -> None:
        """Of these one wants to know which."""
        if names:
            known = self._names.setdefault(loss, set())
            known.update(names)
            self._counts[loss] = len(known)

    def sentences(self) -> list[str]:
        return [
            _SENTENCES[loss][number > 1].format(n=number, what=", ".join(sorted(self._names.get(loss, ()))))
            for loss, number in self._counts.items()
            if number
        ]
