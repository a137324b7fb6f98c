"""What Freehold has told this stack about itself: the address visitors use, the client's name,
whether it is a demo. A stack made ahead gets these when a client takes it, and a container's
environment cannot change without a restart; so they stand in the database, over the environment."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from sqlalchemy import Column, ScalarSelect, Table, Text, func, select, update

from app.modules.core.database import Transaction
from app.modules.core.settings import Settings
from app.modules.core.tables import metadata, moment

# One row, made by the migration.
_installation = Table(
    "installation",
    metadata,
    Column("site_url", Text, nullable=True),
    Column("site_name", Text, nullable=True),
    moment("demo_expires_at", nullable=True),
    Column("demo_keep_url", Text, nullable=True),
    moment("first_signed_in_at", nullable=True),
)


@dataclass(frozen=True, slots=True)
class Demo:
    """A stack somebody tries out: when it goes, and where they can keep it."""

    expires_at: datetime
    keep_url: str


class Installation:
    """One per process: the row as last read. Written here it is right at once; a second process,
    which there is for a moment of a rollout, sees it with its next readiness probe."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.site_url = settings.site_url
        self.given_name: str | None = None
        self.demo: Demo | None = None
        # Told when the row says something else than it did: pages are made of it.
        self.on_change: Callable[[], None] | None = None

    @property
    def site_origin(self) -> str:
        """Scheme and host of the public address, as a browser sends it in `Origin`."""
        parts = urlsplit(self.site_url)
        return f"{parts.scheme}://{parts.netloc}".lower()

    @property
    def secure_cookies(self) -> bool:
        return self.site_url.lower().startswith("https://")

    def first_title(self, sample_title: str | None = None) -> str:
        """The site's title until somebody chooses one: what the client is called, what a sample
        site calls itself, what the environment says."""
        return self.given_name or sample_title or self._settings.site_name

    async def read(self, db: Transaction) -> None:
        """Take over what the row says. After a change: in a transaction that follows it."""
        row = (await db.execute(select(_installation))).one()
        before = (self.site_url, self.given_name, self.demo)
        self.site_url = row.site_url or self._settings.site_url
        self.given_name = row.site_name
        self.demo = Demo(row.demo_expires_at, row.demo_keep_url) if row.demo_keep_url else None
        if before != (self.site_url, self.given_name, self.demo) and self.on_change is not None:
            self.on_change()


async def set_identity(db: Transaction, site_url: str, site_name: str | None) -> None:
    """The address visitors use from now on; the name stays when none is given."""
    values = {"site_url": site_url} | ({"site_name": site_name} if site_name else {})
    await db.execute(update(_installation).values(**values))


async def set_demo(db: Transaction, demo: Demo | None) -> None:
    await db.execute(
        update(_installation).values(
            demo_expires_at=demo.expires_at if demo else None,
            demo_keep_url=demo.keep_url if demo else None,
        )
    )


def demo_end() -> ScalarSelect[datetime | None]:
    """For queries: when the demo ends; null when this is none."""
    return select(_installation.c.demo_expires_at).scalar_subquery()


async def extend_demo(db: Transaction, expires_at: datetime) -> None:
    """The demo lives until then; what is none stays none."""
    await db.execute(
        update(_installation)
        .where(_installation.c.demo_keep_url.is_not(None))
        .values(demo_expires_at=expires_at)
    )


async def note_sign_in(db: Transaction) -> None:
    """From now on the stack is somebody's."""
    await db.execute(
        update(_installation)
        .where(_installation.c.first_signed_in_at.is_(None))
        .values(first_signed_in_at=func.now())
    )


async def first_signed_in_at(db: Transaction, *, lock: bool = False) -> datetime | None:
    """When somebody first signed in; with `lock`, nobody does until the transaction ends."""
    query = select(_installation.c.first_signed_in_at)
    at: datetime | None = (
        await db.execute(query.with_for_update() if lock else query)
    ).scalar_one()
    return at.astimezone(UTC) if at else None
