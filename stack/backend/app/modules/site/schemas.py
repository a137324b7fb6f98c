"""What clients send and get about the site."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, Field

from app.modules.core.schemas import Input, Line, Output
from app.modules.site.themes import THEMES

# BCP 47 as far as people use it: en, de-CH, zh-Hant-TW.
Language = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]


def _theme(value: str) -> str:
    if value not in THEMES:
        raise ValueError("is not a theme")
    return value


Theme = Annotated[str, Field(max_length=40), AfterValidator(_theme)]


class SiteInput(Input):
    """What stands at None stays as it is."""

    title: Annotated[Line, Field(min_length=1, max_length=200)]
    tagline: Annotated[Line, Field(max_length=300)] = ""
    language: Language = "en"
    theme: Theme | None = None
    home_page_id: UUID | None = None


class SiteOutput(Output):
    title: str
    tagline: str
    language: str
    theme: str
    home_page_id: UUID | None
    updated_at: datetime


class ThemeOutput(Output):
    """`paper`, `ink` and `accent` are its colours by day, for showing what it looks like."""

    name: str
    label: str
    about: str
    paper: str
    ink: str
    accent: str
    display: str


class PagePreviewInput(Input):
    """An entry as it is being typed; what in `data` does not fit its type is left out."""

    type: Annotated[str, Field(max_length=40)] = "page"
    title: Annotated[Line, Field(max_length=200)] = ""
    data: dict[str, Any] = Field(default_factory=dict)


class PagePreviewOutput(Output):
    html: str
