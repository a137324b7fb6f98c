"""Sends what is due. Each webhook has a lane of its own: one that is slow or gone keeps no other waiting.

An attempt is claimed before it is made: when the process ends in the middle of it, the claim runs out and
somebody makes it again. A receiver may so get a message twice and tells by its id.
"""

import asyncio
import logging
import random
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, delete, func, select, update

from app.modules.core.database import Database, Transaction
from app.modules.core.events import emit
from app.modules.core.installation import Installation
from app.modules.core.outgoing import NotCollectedError, Outgoing, Request
from app.modules.core.settings import Settings
from app.modules.webhooks import sending
from app.modules.webhooks.addresses import Refused, read_url
from app.modules.webhooks.models import deliveries, webhooks
from app.modules.webhooks.sending import Answer
from app.modules.webhooks.service import named
from app.modules.webhooks.signing import signed_headers, signing_key

log = logging.getLogger(__name__)

# After the first attempt, the second …: the last one is made some twenty hours after the first.
BACK_OFF: Final = (
    timedelta(seconds=10),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=12),
)
CLAIM: Final = timedelta(minutes=2)
# Seconds that a lane goes on before the others are looked at again.
LANE: Final = 30.0
# Given up so often in a row, a webhook is switched off.
MOST_FAILURES: Final = 10
KEPT: Final = timedelta(days=30)
GONE: Final = 410


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one attempt; `error` is None when the receiver has it."""

    error: str | None
    milliseconds: int
    answer: Answer | None = None


class Delivery:
    """The work of the source `webhooks`; see core.background."""

    def __init__(
        self, database: Database, installation: Installation, settings: Settings, outgoing: Outgoing
    ) -> None:
        self._database = database
        self._installation = installation
        self._secret_key = settings.secret_key
        self._outgoing = outgoing if settings.outgoing_collected else None

    async def __call__(self) -> int:
        async with self._database.transaction() as db:
            await self._installation.read(db)
            if self._installation.demo is not None:
                return await _drop_all(db)
            await db.execute(delete(deliveries).where(deliveries.c.created_at < func.now() - KEPT))
            waiting = await db.execute(
                select(deliveries.c.webhook_id)
                .join(webhooks, webhooks.c.id == deliveries.c.webhook_id)
                .where(webhooks.c.active, *_DUE)
                .distinct()
            )
            lanes = [self._work_off(webhook_id) for webhook_id in waiting.scalars()]
        return sum(await asyncio.gather(*lanes))

    async def _work_off(self, webhook_id: UUID) -> int:
        """In the order they came, as long as there is time and the webhook is on."""
        until = time.monotonic() + LANE
        done = 0
        while time.monotonic() < until:
            async with self._database.transaction() as db:
                row = await _claim(db, webhook_id)
            if row is None:
                break
            try:
                outcome = await self._attempt(row)
            except NotCollectedError:
                async with self._database.transaction() as db:
                    await _put_back(db, row)
                break
            async with self._database.transaction() as db:
                await _note(db, row, outcome)
            done += 1
        return done

    async def _attempt(self, row: Row[Any]) -> Outcome:
        body = row.body.encode()
        key = signing_key(self._secret_key, row.nonce)
        headers = signed_headers(key, row.message_id, int(time.time()), body)
        started = time.monotonic()

        def outcome(error: str | None, answer: Answer | None = None) -> Outcome:
            return Outcome(error, round((time.monotonic() - started) * 1000), answer)

        try:
            answer = await self._post(row.url, headers, body)
        except Refused as refused:
            return outcome(str(refused))
        if 200 <= answer.status < 300:
            return outcome(None, answer)
        if 300 <= answer.status < 400:
            return outcome("The answer leads somewhere else, which is not followed.", answer)
        return outcome(f"The answer was {answer.status}.", answer)

    async def _post(self, url: str, headers: dict[str, str], body: bytes) -> Answer:
        """Raises Refused, NotCollectedError."""
        target = read_url(url)
        if self._outgoing is None:
            return await sending.post(target, headers, body)
        outcome = await self._outgoing.send(Request(target.url, headers, body.decode()))
        if outcome.status is None:
            raise Refused(outcome.problem or "It could not be sent.")
        return Answer(outcome.status, sending.printable(outcome.body))


_DUE = (deliveries.c.status == "pending", deliveries.c.due_at <= func.now())


async def _claim(db: Transaction, webhook_id: UUID) -> Row[Any] | None:
    """The next one of this webhook, with what is needed to send it."""
    first = await db.execute(
        select(deliveries.c.id)
        .where(deliveries.c.webhook_id == webhook_id, *_DUE)
        .order_by(deliveries.c.due_at, deliveries.c.created_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    delivery_id = first.scalar_one_or_none()
    if delivery_id is None:
        return None
    claimed = await db.execute(
        update(deliveries)
        .where(
            deliveries.c.id == delivery_id,
            webhooks.c.id == deliveries.c.webhook_id,
            webhooks.c.active,
        )
        .values(attempts=deliveries.c.attempts + 1, due_at=func.now() + CLAIM)
        .returning(*deliveries.c, webhooks.c.url, webhooks.c.nonce, webhooks.c.name)
    )
    return claimed.one_or_none()


async def _put_back(db: Transaction, row: Row[Any]) -> None:
    """It was not tried after all."""
    later = func.now() + timedelta(seconds=30)
    values = {"attempts": deliveries.c.attempts - 1, "due_at": later}
    await db.execute(update(deliveries).where(deliveries.c.id == row.id).values(**values))


async def _note(db: Transaction, row: Row[Any], outcome: Outcome) -> None:
    answer = outcome.answer
    gone = answer is not None and answer.status == GONE
    given_up = outcome.error is not None and (gone or row.attempts > len(BACK_OFF))
    values: dict[str, object] = {
        "tried_at": func.now(),
        "milliseconds": outcome.milliseconds,
        "error": outcome.error,
        "response_status": answer.status if answer else None,
        "response": answer.body if answer else None,
    }
    if outcome.error is None:
        values["status"] = "delivered"
    elif given_up:
        values["status"] = "failed"
    else:
        wait = BACK_OFF[row.attempts - 1] * random.uniform(0.9, 1.2)
        values["due_at"] = func.now() + wait
    await db.execute(update(deliveries).where(deliveries.c.id == row.id).values(**values))
    this = webhooks.c.id == row.webhook_id
    if outcome.error is None:
        await db.execute(update(webhooks).where(this, webhooks.c.failures > 0).values(failures=0))
    elif given_up:
        await _count_failure(db, row, gone)


async def _count_failure(db: Transaction, row: Row[Any], gone: bool) -> None:
    counted = await db.execute(
        update(webhooks)
        .where(webhooks.c.id == row.webhook_id)
        .values(failures=webhooks.c.failures + 1)
        .returning(webhooks.c.id, webhooks.c.name, webhooks.c.failures, webhooks.c.active)
    )
    hook = counted.one_or_none()
    if hook is None or not hook.active or (hook.failures < MOST_FAILURES and not gone):
        return
    why = (
        "The receiver answered 410: it wants no more of these."
        if gone
        else f"{hook.failures} messages in a row could not be delivered."
    )
    stop = update(webhooks).where(webhooks.c.id == hook.id)
    await db.execute(stop.values(active=False, stopped_why=why, updated_at=func.now()))
    await emit(db, "webhook.stopped", {**named(hook), "why": why})
    log.warning("a webhook was switched off", extra={"webhook": str(hook.id)})


async def _drop_all(db: Transaction) -> int:
    """What was left to be sent when the stack became a demo."""
    dropped = await db.execute(
        update(deliveries)
        .where(deliveries.c.status == "pending")
        .values(status="failed", error="Webhooks are off in a demo.")
    )
    return dropped.rowcount
