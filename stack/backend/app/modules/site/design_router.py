"""/api/design: the design that is being worked on, and making it public."""

from fastapi import APIRouter

from app.modules.core.dependencies import InDatabase, InSettings
from app.modules.identity.guard import allow
from app.modules.site import designing
from app.modules.site.design_schemas import (
    ChoicesOutput,
    DesigningOutput,
    DraftInput,
    PairingChoice,
    ThemeChoice,
    VersionInput,
)
from app.modules.site.previewing import new_addresses
from app.modules.site.themes import THEMES
from app.modules.site.typefaces import PAIRINGS

router = APIRouter(prefix="/api/design")


@router.get("", dependencies=[allow("site.read")])
async def get_design(database: InDatabase, settings: InSettings) -> DesigningOutput:
    async with database.transaction() as db:
        return await designing.get_designing(db, new_addresses(settings.secret_key))


@router.put("", dependencies=[allow("site.write")])
async def save_draft(
    given: DraftInput, database: InDatabase, settings: InSettings
) -> DesigningOutput:
    """Keep a draft; visitors see nothing of it. 409 conflict."""
    async with database.transaction() as db:
        return await designing.save_draft(
            db, given.design, given.version, new_addresses(settings.secret_key)
        )


@router.post("/apply", dependencies=[allow("site.write")])
async def apply_draft(
    given: VersionInput, database: InDatabase, settings: InSettings
) -> DesigningOutput:
    async with database.transaction() as db:
        return await designing.apply_draft(db, given.version, new_addresses(settings.secret_key))


@router.post("/discard", dependencies=[allow("site.write")])
async def discard_draft(
    given: VersionInput, database: InDatabase, settings: InSettings
) -> DesigningOutput:
    async with database.transaction() as db:
        return await designing.discard_draft(db, given.version, new_addresses(settings.secret_key))


@router.post("/undo", dependencies=[allow("site.write")])
async def undo(given: VersionInput, database: InDatabase, settings: InSettings) -> DesigningOutput:
    """Back to the design that was public before. 409 nothing_to_undo."""
    async with database.transaction() as db:
        return await designing.undo(db, given.version, new_addresses(settings.secret_key))


@router.get("/choices", dependencies=[allow("site.read")])
async def list_choices() -> ChoicesOutput:
    return ChoicesOutput(
        themes=[
            ThemeChoice(
                name=name,
                label=theme.label,
                about=theme.about,
                paper=theme.day.paper,
                wash=theme.day.wash,
                ink=theme.day.ink,
                accent=theme.day.accent,
                pairing=theme.pairing,
                corners=theme.radius,
            )
            for name, theme in THEMES.items()
        ],
        pairings=[
            PairingChoice(
                name=name,
                label=pairing.label,
                about=pairing.about,
                display=pairing.display,
                body=pairing.body,
                display_weight=pairing.display_weight,
            )
            for name, pairing in PAIRINGS.items()
        ],
    )
