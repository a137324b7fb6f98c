"""/api/webhooks."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from app.modules.core.dependencies import InDatabase, InInstallation, InSettings
from app.modules.identity.guard import allow
from app.modules.webhooks import service
from app.modules.webhooks.schemas import (
    DeliveryList,
    DeliveryOutput,
    DeliveryStatus,
    WebhookDetail,
    WebhookInput,
    WebhookOutput,
)

router = APIRouter(prefix="/api/webhooks")
_MANAGE = [allow("webhooks.manage")]


@router.get("", dependencies=_MANAGE)
async def list_webhooks(database: InDatabase) -> Sequence[WebhookOutput]:
    async with database.transaction() as db:
        return await service.list_webhooks(db)


@router.post("", status_code=201, dependencies=_MANAGE)
async def create_webhook(
    given: WebhookInput, database: InDatabase, settings: InSettings
) -> WebhookDetail:
    async with database.transaction() as db:
        return await service.create_webhook(db, given, settings.secret_key)


@router.get("/{webhook_id}", dependencies=_MANAGE)
async def get_webhook(
    webhook_id: UUID, database: InDatabase, settings: InSettings
) -> WebhookDetail:
    """With the secret that its messages are signed with."""
    async with database.transaction() as db:
        return await service.get_webhook(db, webhook_id, settings.secret_key)


@router.put("/{webhook_id}", dependencies=_MANAGE)
async def save_webhook(
    webhook_id: UUID, given: WebhookInput, database: InDatabase, settings: InSettings
) -> WebhookDetail:
    async with database.transaction() as db:
        return await service.save_webhook(db, webhook_id, given, settings.secret_key)


@router.delete("/{webhook_id}", status_code=204, dependencies=_MANAGE)
async def delete_webhook(webhook_id: UUID, database: InDatabase) -> None:
    async with database.transaction() as db:
        await service.delete_webhook(db, webhook_id)


@router.post("/{webhook_id}/secret", dependencies=_MANAGE)
async def renew_secret(
    webhook_id: UUID, database: InDatabase, settings: InSettings
) -> WebhookDetail:
    """The secret there was is worth nothing from now on."""
    async with database.transaction() as db:
        return await service.renew_secret(db, webhook_id, settings.secret_key)


@router.post("/{webhook_id}/test", status_code=202, dependencies=_MANAGE)
async def send_test(
    webhook_id: UUID, database: InDatabase, installation: InInstallation
) -> DeliveryOutput:
    """On its way; the list of deliveries tells what became of it. 409 off_in_demo, webhook_inactive."""
    async with database.transaction() as db:
        return await service.send_test(db, webhook_id, datetime.now(UTC), installation)


@router.get("/{webhook_id}/deliveries", dependencies=_MANAGE)
async def list_deliveries(
    webhook_id: UUID,
    database: InDatabase,
    status: DeliveryStatus | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> DeliveryList:
    async with database.transaction() as db:
        return await service.list_deliveries(
            db, webhook_id, status=status, limit=limit, cursor=cursor
        )


@router.post("/deliveries/{delivery_id}/replay", status_code=202, dependencies=_MANAGE)
async def replay(
    delivery_id: UUID, database: InDatabase, installation: InInstallation
) -> DeliveryOutput:
    """The same message again, as a delivery of its own. 409 off_in_demo, webhook_inactive."""
    async with database.transaction() as db:
        return await service.replay(db, delivery_id, installation)
