"""What a public page has to know of the pictures it shows. Apart from `service`, for what visitors ask
for leads here and need not load what the admin speaks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.modules.core.database import Transaction
from app.modules.media.kinds import TYPES
from app.modules.media.models import media
from app.modules.media.sizes import address, widths_of


@dataclass(frozen=True, slots=True)
class Known:
    """Width and height in pixels. `srcset` is '' for what moves or is drawn in shapes: it is shown as
    it is."""

    width: int
    height: int
    srcset: str


async def known_pictures(db: Transaction, ids: Collection[UUID]) -> Mapping[UUID, Known]:
    """Those of the library that have a size; ids of files that are gone are passed over."""
    if not ids:
        return {}
    rows = await db.execute(
        select(media.c.id, media.c.width, media.c.height, media.c.extension, media.c.animated).where(
            media.c.id.in_(ids), media.c.width.is_not(None), media.c.height.is_not(None)
        )
    )
    return {
        row.id: Known(
            row.width,
            row.height,
            _srcset(row.id, row.width)
            if TYPES[row.extension].is_raster and not row.animated
            else "",
        )
        for row in rows
    }


def _srcset(media_id: UUID, width: int) -> str:
    return ", ".join(f"{address(media_id, f'{step}.webp')} {step}w" for step in widths_of(width))
