"""What clients send and get about the site."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.modules.core.schemas import Input, Line, Output

# BCP 47 as far as people use it: en, de-CH, zh-Hant-TW.
Language = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]


class SiteInput(Input):
    title: Annotated[Line, Field(min_length=1, max_length=200)]
    tagline: Annotated[Line, Field(max_length=300)] = ""
    language: Language = "en"
    home_page_id: UUID | None = None


class SiteOutput(Output):
    title: str
    tagline: str
    language: str
    home_page_id: UUID | None
    updated_at: datetime
