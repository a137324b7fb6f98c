"""Pictures of the library in sizes that a browser picks from. Pure but for one look into the library."""

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.modules.core.database import Transaction
from app.modules.media.sizes import MEDIA_PATH, ids_in

if TYPE_CHECKING:
    from app.modules.media.pictures import Known

# As nh3 writes them: attributes in double quotes, none twice.
_IMG: Final = re.compile(r'<img((?:[^>"]|"[^"]*")*)>')
_SRC: Final = re.compile(r' src="([^"]*)"')
_SIZE: Final = re.compile(r' (?:width|height)="[^"]*"')
# How wide a picture in a text is shown; style.css says so.
IN_TEXT: Final = "(min-width: 62rem) 51rem, (min-width: 49rem) 42rem, 100vw"


class Pictures:
    """What is known of the pictures on one page, for its templates."""

    def __init__(self, known: "Mapping[UUID, Known]") -> None:
        self._known = known

    def of(self, address: str) -> "Known | None":
        found = MEDIA_PATH.match(address)
        return self._known.get(UUID(found[1])) if found else None

    def in_text(self, html: str) -> str:
        """Sanitised `html` whose pictures come in sizes, keep their place and wait until they are near."""
        return _IMG.sub(self._image, html)

    def _image(self, tag: re.Match[str]) -> str:
        attributes = tag[1]
        source = _SRC.search(attributes)
        known = self.of(unescape(source[1])) if source else None
        more = ' loading="lazy" decoding="async"'
        if known is not None:
            attributes = _SIZE.sub("", attributes)
            more = f' width="{known.width}" height="{known.height}"{more}'
            if known.srcset:
                more = f' srcset="{known.srcset}" sizes="{IN_TEXT}"{more}'
        return f"<img{attributes}{more}>"


async def pictures_in(db: Transaction, texts: Iterable[str]) -> Pictures:
    """What the library knows of the pictures whose addresses stand in `texts`."""
    ids = set[UUID]().union(*map(ids_in, texts))
    if not ids:
        return Pictures({})
    # Loaded with the first such page: a site need not have any.
    from app.modules.media.pictures import known_pictures

    return Pictures(await known_pictures(db, ids))
