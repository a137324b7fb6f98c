"""Use cases around the design: a draft that is looked at, the one that is public, and those that were
before. Each takes the caller's transaction.

The draft and the public one stand in `site_settings`; `site_designs` has what was public before.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, delete, func, insert, select, update

from app.modules.content import listing
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.core.events import emit
from app.modules.media import service as media
from app.modules.media import uses
from app.modules.media.schemas import MediaOutput
from app.modules.site.design_schemas import (
    AdjustmentOutput,
    DesigningOutput,
    DesignInput,
    DesignOutput,
    MenuEntryOutput,
    WornOutput,
)
from app.modules.site.look import Look, adjustments, look_of, palette_of
from app.modules.site.models import site_designs, site_settings
from app.modules.site.previewing import Addresses

# There is one design, and its id among what shows a file is this.
DESIGN: Final = UUID(int=0)
MOST_KEPT: Final = 20
_PICTURES: Final = ("logo", "icon", "share_image")
type Stored = Mapping[str, Any]


async def get_designing(db: Transaction, addresses: Addresses) -> DesigningOutput:
    return await _output(db, (await db.execute(select(site_settings))).one(), addresses)


async def save_draft(
    db: Transaction, given: DesignInput, version: int, addresses: Addresses
) -> DesigningOutput:
    """Keep a design to look at; visitors go on seeing the public one. What is public already is no draft.
    Raises conflict, invalid_input."""
    row = await _lock(db, version)
    draft = await _stored(db, given)
    saved = await _write(db, row, {"design_draft": None if draft == public_of(row) else draft})
    return await _output(db, saved, addresses)


async def apply_draft(db: Transaction, version: int, addresses: Addresses) -> DesigningOutput:
    """Make the draft public; without one nothing changes. Raises conflict."""
    row = await _lock(db, version)
    if row.design_draft is None:
        return await _output(db, row, addresses)
    saved = await _replace(db, row, row.design_draft)
    return await _output(db, saved, addresses)


async def discard_draft(db: Transaction, version: int, addresses: Addresses) -> DesigningOutput:
    """Go back to what is public. Raises conflict."""
    row = await _lock(db, version)
    return await _output(db, await _write(db, row, {"design_draft": None}), addresses)


async def undo(db: Transaction, version: int, addresses: Addresses) -> DesigningOutput:
    """Make the design public that was before this one, which stays as the draft unless there is one. Raises
    conflict, nothing_to_undo."""
    row = await _lock(db, version)
    newest = select(func.max(site_designs.c.id)).scalar_subquery()
    before = await db.execute(
        delete(site_designs).where(site_designs.c.id == newest).returning(site_designs.c.design)
    )
    previous: Stored | None = before.scalar_one_or_none()
    if previous is None:
        raise AppError("nothing_to_undo")
    draft = public_of(row) if row.design_draft is None else row.design_draft
    saved = await _write(
        db, row, {**_published(previous), "design_draft": None if draft == previous else draft}
    )
    await _tell(db, saved, "undone")
    return await _output(db, saved, addresses)


async def carried_out(db: Transaction) -> DesignInput:
    """The public design, for taking it elsewhere or changing a part of it."""
    design = public_of((await db.execute(select(site_settings))).one())
    ids = {f"{name}_id": design[name]["id"] for name in _PICTURES if design[name]}
    return DesignInput.model_validate({**design, **ids})


async def fitting(db: Transaction, given: DesignInput) -> tuple[DesignInput, dict[str, str]]:
    """What of a design can stand here, and by field why the rest cannot."""
    losses: dict[str, str] = {}
    gone: dict[str, None] = {}
    for name in _PICTURES:
        media_id: UUID | None = getattr(given, f"{name}_id")
        if media_id is None:
            continue
        try:
            await _picture(db, name, media_id)
        except AppError as error:
            losses |= error.fields or {}
            gone[f"{name}_id"] = None
    return given.model_copy(update=gone), losses


async def bring(db: Transaction, given: DesignInput) -> None:
    """Make a design public that comes from elsewhere, with ids of this site; a draft goes, and `undo` brings
    back what was public. Raises invalid_input."""
    row = (await db.execute(select(site_settings).with_for_update())).one()
    await _replace(db, row, await _stored(db, given))


async def _replace(db: Transaction, row: Row[Any], design: Stored) -> Row[Any]:
    """Make `design` public in the place of what is, which is kept for `undo`."""
    await db.execute(insert(site_designs).values(design=public_of(row)))
    newest = select(site_designs.c.id).order_by(site_designs.c.id.desc()).limit(MOST_KEPT)
    await db.execute(delete(site_designs).where(site_designs.c.id.not_in(newest)))
    saved = await _write(db, row, {**_published(design), "design_draft": None})
    await _tell(db, saved, "applied")
    return saved


def public_of(row: Row[Any]) -> dict[str, Any]:
    """The public design whole; its theme stands beside it, where the release before looks for it."""
    return {**_complete(row.design), "theme": look_of(row.design, row.theme).theme}


def _complete(stored: Stored) -> dict[str, Any]:
    """A stored design with everything that this release knows of one."""
    return {**_EMPTY, **{key: value for key, value in stored.items() if key in _EMPTY}}


def _published(design: Stored) -> dict[str, Any]:
    return {"design": design, "theme": design["theme"], "design_applied_at": func.now(), "updated_at": func.now()}


async def _lock(db: Transaction, version: int) -> Row[Any]:
    row = (await db.execute(select(site_settings).with_for_update())).one()
    if row.design_version != version:
        raise AppError("conflict", "Someone else has changed the design in the meantime.")
    return row


async def _write(db: Transaction, row: Row[Any], values: Mapping[str, Any]) -> Row[Any]:
    saved = await db.execute(
        update(site_settings)
        .values(**values, design_version=row.design_version + 1)
        .returning(*site_settings.c)
    )
    after = saved.one()
    shown = (_pictures(design) for design in (after.design, after.design_draft or {}))
    await uses.note_uses(db, "design", DESIGN, "The design", ids={id_ for ids in shown for id_ in ids})
    return after


async def _stored(db: Transaction, given: DesignInput) -> dict[str, Any]:
    """The design as it is kept: JSON, with the addresses of its pictures."""
    stored = given.model_dump(mode="json")
    for name in _PICTURES:
        media_id = stored.pop(f"{name}_id")
        stored[name] = await _picture(db, name, UUID(media_id)) if media_id else None
    return stored


async def _picture(db: Transaction, name: str, media_id: UUID) -> dict[str, Any]:
    field = {"share_image": "shareImageId"}.get(name, f"{name}Id")
    try:
        found = await media.get_media(db, media_id)
    except AppError as error:
        raise AppError("invalid_input", fields={field: "This picture is not in the library."}) from error
    if found.kind != "image":
        raise AppError("invalid_input", fields={field: "This is not a picture."})
    if name == "share_image" and found.crops is None:
        raise AppError(
            "invalid_input", fields={field: "Networks show photographs only: a JPEG, PNG or WebP that does not move."}
        )
    src, width, height = _shape(name, found)
    return {"id": str(media_id), "src": src, "width": width, "height": height}


def _shape(name: str, picture: MediaOutput) -> tuple[str, int | None, int | None]:
    """The size of a picture that fits its place."""
    if picture.crops and name == "share_image":
        return picture.crops.social, 1200, 630
    if picture.crops and name == "icon":
        return picture.crops.square, 640, 640
    if name == "logo" and picture.sizes:
        fitting = next((size for size in picture.sizes if size.width >= 640), picture.sizes[-1])
        return fitting.url, picture.width, picture.height
    return picture.url, picture.width, picture.height


def _pictures(design: Stored) -> set[UUID]:
    return {UUID(design[name]["id"]) for name in _PICTURES if design.get(name)}


async def _tell(db: Transaction, row: Row[Any], change: str) -> None:
    said = {"id": "design", "type": "design", "title": look_of(row.design, row.theme).base.label}
    await emit(db, "site.saved", {**said, "change": change})


async def _output(db: Transaction, row: Row[Any], addresses: Addresses) -> DesigningOutput:
    draft: Stored = public_of(row) if row.design_draft is None else _complete(row.design_draft)
    earlier = await db.execute(select(func.count()).select_from(site_designs))
    entries = await listing.entries_of(db, _entries(draft))
    return DesigningOutput(
        version=row.design_version,
        design=DesignOutput.model_validate(draft),
        has_changes=row.design_draft is not None,
        can_undo=earlier.scalar_one() > 0,
        applied_at=row.design_applied_at,
        worn=_worn(look_of(row.design, row.theme)),
        adjustments=[
            AdjustmentOutput.model_validate(one) for one in adjustments(look_of(draft, draft["theme"]))
        ],
        entries=[MenuEntryOutput(id=e.id, title=e.title, path=e.published_path) for e in entries],
        preview_url=addresses.page(),
        style_url=addresses.style(row.design_version),
    )


def _worn(look: Look) -> WornOutput:
    palette = palette_of(look)
    return WornOutput(
        theme=look.base.label,
        paper=palette.paper,
        ink=palette.ink,
        accent=palette.fill or palette.accent,
        display=look.type.display,
    )


def _entries(design: Stored) -> set[UUID]:
    def of(items: Iterable[Stored]) -> Iterable[UUID]:
        for item in items:
            if item["kind"] == "entry":
                yield UUID(item["entry_id"])
            yield from of(item.get("children", ()))

    return set(of([*(design["header_menu"] or ()), *(design["footer_menu"] or ())]))


_EMPTY: Final = {
    **{name: None for name in _PICTURES},
    **{
        name: value
        for name, value in DesignInput.model_validate({"theme": "paper"}).model_dump(mode="json").items()
        if not name.endswith("_id")
    },
}
