"""Rows of this module. No other module reads them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Integer, Text, func
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.dialects.postgresql import UUID as PgUuid
from sqlalchemy.orm import Mapped, mapped_column

from app.modules.core.database import Base

_MOMENT = TIMESTAMP(timezone=True)


class Page(Base):
    """`version` counts the saves; `author_id` points into identity, whose model this is not."""

    __tablename__ = "pages"

    id: Mapped[UUID] = mapped_column(PgUuid, primary_key=True)
    slug: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[datetime] = mapped_column(_MOMENT, server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(_MOMENT, server_default=func.now())
    published_at: Mapped[datetime | None] = mapped_column(_MOMENT)
    author_id: Mapped[UUID | None] = mapped_column(PgUuid)
