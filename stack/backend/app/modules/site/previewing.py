"""The addresses under which whoever has the link sees the site in the design that is being worked on. Pure."""

import re
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from app.modules.publishing.previews import preview_token, previewed

PREFIX: Final = "/_preview/design"
STYLE_NAME: Final = "design.css"
_PURPOSE: Final = b"freehold design preview"
_NOTHING: Final = UUID(int=0)
# What leads a visitor on; pictures, fonts and style sheets are the same in every design. `"` stands for
# itself nowhere in an attribute: templates and the sanitiser write `&#34;` and `&quot;`.
_LEADS_ON: Final = re.compile(r'(<(?:a|form)\b[^>]*?\s(?:href|action)=")(/(?![/_]|admin\b|api\b)[^"]*)')


@dataclass(frozen=True, slots=True)
class Addresses:
    """Everything below one token's."""

    token: str

    @property
    def prefix(self) -> str:
        return f"{PREFIX}/{self.token}"

    def page(self, path: str = "/") -> str:
        return self.prefix + path

    def style(self, version: int) -> str:
        return f"{self.prefix}/{STYLE_NAME}?v={version}"

    def kept_inside(self, html: str) -> str:
        """A page whose links and forms stay in the preview."""
        return _LEADS_ON.sub(rf"\g<1>{self.prefix}\g<2>", html)


def new_addresses(secret_key: str) -> Addresses:
    return Addresses(preview_token(_NOTHING, secret_key, _PURPOSE)[0])


def is_open(token: str, secret_key: str) -> bool:
    return previewed(token, secret_key, _PURPOSE) is not None
