"""Use cases around webhooks. Each takes the caller's transaction."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Row, delete, func, insert, lateral, literal, select, true, tuple_, update

from app.modules.core.cursors import decode_cursor, encode_cursor
from app.modules.core.database import Transaction, wake_after_commit
from app.modules.core.errors import AppError
from app.modules.core.events import Event, emit
from app.modules.core.installation import Installation
from app.modules.webhooks.models import deliveries, webhooks
from app.modules.webhooks.schemas import (
    SENT_OUT,
    DeliveryList,
    DeliveryOutput,
    DeliveryStatus,
    LastDelivery,
    WebhookDetail,
    WebhookInput,
    WebhookOutput,
)
from app.modules.webhooks.signing import new_nonce, shown_secret, signing_key

MOST_WEBHOOKS = 20
TEST_EVENT = "webhook.test"


async def list_webhooks(db: Transaction) -> Sequence[WebhookOutput]:
    """In the order they were made, each with what last became of it."""
    last = lateral(
        select(deliveries.c.status.label("last_status"), deliveries.c.created_at.label("last_at"))
        .where(deliveries.c.webhook_id == webhooks.c.id)
        .order_by(deliveries.c.created_at.desc(), deliveries.c.id.desc())
        .limit(1)
    )
    rows = await db.execute(
        select(webhooks, last.c.last_status, last.c.last_at)
        .select_from(webhooks.outerjoin(last, true()))
        .order_by(webhooks.c.created_at, webhooks.c.id)
    )
    return [
        _output(row, LastDelivery(status=row.last_status, created_at=row.last_at) if row.last_at else None)
        for row in rows
    ]


async def create_webhook(db: Transaction, given: WebhookInput, secret_key: str) -> WebhookDetail:
    """Raises too_many."""
    # Two at once may make one too many; what matters is that there is an end.
    if (await db.execute(select(func.count()).select_from(webhooks))).scalar_one() >= MOST_WEBHOOKS:
        raise AppError("too_many")
    created = await db.execute(
        insert(webhooks)
        .values(id=uuid4(), nonce=new_nonce(), failures=0, **_values(given))
        .returning(*webhooks.c)
    )
    return await _saved(db, created.one(), secret_key)


async def get_webhook(db: Transaction, webhook_id: UUID, secret_key: str) -> WebhookDetail:
    """With its secret. Raises not_found."""
    return _detail(await _find(db, webhook_id), secret_key)


async def save_webhook(
    db: Transaction, webhook_id: UUID, given: WebhookInput, secret_key: str
) -> WebhookDetail:
    """One that was stopped and is switched on again begins anew. Raises not_found."""
    saved = await db.execute(
        update(webhooks)
        .where(webhooks.c.id == webhook_id)
        .values(**_values(given), failures=0, stopped_why=None, updated_at=func.now())
        .returning(*webhooks.c)
    )
    return await _saved(db, _found(saved.one_or_none()), secret_key)


async def renew_secret(db: Transaction, webhook_id: UUID, secret_key: str) -> WebhookDetail:
    """What is sent from now on is signed with a new one. Raises not_found."""
    saved = await db.execute(
        update(webhooks)
        .where(webhooks.c.id == webhook_id)
        .values(nonce=new_nonce(), updated_at=func.now())
        .returning(*webhooks.c)
    )
    return await _saved(db, _found(saved.one_or_none()), secret_key, secretRenewed=True)


async def delete_webhook(db: Transaction, webhook_id: UUID) -> None:
    """With the log of what was sent. Raises not_found."""
    gone = await db.execute(
        delete(webhooks).where(webhooks.c.id == webhook_id).returning(webhooks.c.id, webhooks.c.name)
    )
    await emit(db, "webhook.deleted", named(_found(gone.one_or_none())))


async def hear(db: Transaction, event: Event, installation: Installation) -> None:
    """Put a message to every webhook that wants this event beside what is to be sent. Nothing leaves a
    demo: who tries one out is nobody we know."""
    await installation.read(db)
    if event.name not in SENT_OUT or installation.demo is not None:
        return
    wanting = await db.execute(
        select(webhooks.c.id).where(
            webhooks.c.active,
            webhooks.c.events.any(event.name),
            # What happened before there was one may still be on its way here.
            webhooks.c.created_at <= event.at,
        )
    )
    ids = wanting.scalars().all()
    if not ids:
        return
    # Whoever acted is named and no more: addresses and requests stay in the audit log.
    actor = {"kind": event.actor.kind, "name": event.actor.name}
    message = _message(event.name, event.at, event.payload, installation, actor)
    rows = [_new_delivery(webhook_id, f"msg_{event.id}", event.name, message) for webhook_id in ids]
    await db.execute(insert(deliveries), rows)


async def send_test(
    db: Transaction, webhook_id: UUID, now: datetime, installation: Installation
) -> DeliveryOutput:
    """A message that says so, on its way at once. Raises not_found, off_in_demo, webhook_inactive."""
    row = await _find(db, webhook_id)
    _require_sending(row, installation)
    data = named(row)
    message = _message(TEST_EVENT, now, data, installation, {"kind": "system", "name": ""})
    return await _send(db, _new_delivery(webhook_id, f"test_{uuid4()}", TEST_EVENT, message))


async def replay(db: Transaction, delivery_id: UUID, installation: Installation) -> DeliveryOutput:
    """The same message once more, under its own id, to where the webhook goes now. Raises not_found,
    off_in_demo, webhook_inactive."""
    found = await db.execute(select(deliveries).where(deliveries.c.id == delivery_id))
    row = _found(found.one_or_none())
    _require_sending(await _find(db, row.webhook_id), installation)
    return await _send(db, _new_delivery(row.webhook_id, row.message_id, row.event, row.body))


async def list_deliveries(
    db: Transaction, webhook_id: UUID, *, status: DeliveryStatus | None, limit: int, cursor: str | None
) -> DeliveryList:
    """The newest first. Raises not_found."""
    await _find(db, webhook_id)
    order = (deliveries.c.created_at, deliveries.c.id)
    query = (
        select(deliveries)
        .where(deliveries.c.webhook_id == webhook_id)
        .order_by(*(column.desc() for column in order))
        .limit(limit + 1)
    )
    if status is not None:
        query = query.where(deliveries.c.status == status)
    if cursor is not None:
        created_at, last_id = decode_cursor(cursor)
        query = query.where(tuple_(*order) < tuple_(literal(created_at), literal(last_id)))
    rows = (await db.execute(query)).all()
    shown = rows[:limit]
    more = encode_cursor(shown[-1].created_at, shown[-1].id) if len(rows) > limit else None
    return DeliveryList(items=[_delivery(row) for row in shown], next_cursor=more)


def named(row: Row[Any]) -> dict[str, object]:
    """As events tell of it: without its URL, which may hold a secret of the receiver's."""
    return {"id": str(row.id), "type": "webhook", "title": row.name}


def _message(
    event: str,
    at: datetime,
    data: Mapping[str, Any],
    installation: Installation,
    actor: Mapping[str, str],
) -> str:
    return json.dumps(
        {
            "type": event,
            "timestamp": at.isoformat(),
            "site": installation.site_url,
            "actor": actor,
            "data": dict(data),
        },
        ensure_ascii=False,
    )


def _new_delivery(webhook_id: UUID, message_id: str, event: str, body: str) -> dict[str, object]:
    return {
        "id": uuid4(),
        "webhook_id": webhook_id,
        "message_id": message_id,
        "event": event,
        "body": body,
        "status": "pending",
    }


async def _send(db: Transaction, values: Mapping[str, object]) -> DeliveryOutput:
    created = await db.execute(insert(deliveries).values(**values).returning(*deliveries.c))
    wake_after_commit(db)
    return _delivery(created.one())


def _require_sending(row: Row[Any], installation: Installation) -> None:
    if installation.demo is not None:
        raise AppError("off_in_demo")
    if not row.active:
        raise AppError("webhook_inactive")


def _values(given: WebhookInput) -> dict[str, object]:
    return {**given.model_dump(), "events": sorted(given.events)}


async def _find(db: Transaction, webhook_id: UUID) -> Row[Any]:
    found = await db.execute(select(webhooks).where(webhooks.c.id == webhook_id))
    return _found(found.one_or_none())


def _found(row: Row[Any] | None) -> Row[Any]:
    if row is None:
        raise AppError("not_found")
    return row


async def _saved(
    db: Transaction, row: Row[Any], secret_key: str, **more: object
) -> WebhookDetail:
    told = {**named(row), "events": row.events, "active": row.active, **more}
    await emit(db, "webhook.saved", told)
    return _detail(row, secret_key)


def _output(row: Row[Any], last: LastDelivery | None = None) -> WebhookOutput:
    return WebhookOutput(
        id=row.id,
        name=row.name,
        url=row.url,
        events=row.events,
        active=row.active,
        stopped_why=row.stopped_why,
        created_at=row.created_at,
        updated_at=row.updated_at,
        last_delivery=last,
    )


def _detail(row: Row[Any], secret_key: str) -> WebhookDetail:
    secret = shown_secret(signing_key(secret_key, row.nonce))
    return WebhookDetail(**_output(row).model_dump(), secret=secret)


def _delivery(row: Row[Any]) -> DeliveryOutput:
    output = DeliveryOutput.model_validate(row)
    return output if row.status == "pending" else output.model_copy(update={"due_at": None})
