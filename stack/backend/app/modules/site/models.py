"""Rows of this module. No other module reads them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import SmallInteger, Text, func
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.dialects.postgresql import UUID as PgUuid
from sqlalchemy.orm import Mapped, mapped_column

from app.modules.core.database import Base


class SiteSettings(Base):
    """One row, with id 1, made by the first migration. `title` is null until somebody chooses one."""

    __tablename__ = "site_settings"

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    title: Mapped[str | None] = mapped_column(Text)
    tagline: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(Text)
    home_page_id: Mapped[UUID | None] = mapped_column(PgUuid)
    updated_at: Mapped[datetime] = mapped_column(TIMESTAMP(timezone=True), server_default=func.now())
