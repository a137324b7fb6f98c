"""The same done with many files, in the caller's transaction."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row

from app.modules.core.bulk import BulkProblem, BulkResult
from app.modules.core.database import Transaction
from app.modules.core.errors import AppError
from app.modules.identity.schemas import Caller
from app.modules.media import folders, service
from app.modules.media.schemas import BulkInput, MediaInput


async def do_in_bulk(
    db: Transaction, given: BulkInput, user: Caller
) -> tuple[list[BulkResult], list[Row[Any]]]:
    """Each by itself: what is wrong with one keeps none of the others from being done. What became of each,
    and the rows that were taken out, for their files. Raises invalid_input for a folder that is gone."""
    if given.action == "move" and given.folder_id is not None:
        await folders.hold(db, given.folder_id)
    removed: list[Row[Any]] = []
    problems: dict[UUID, BulkProblem | None] = {}
    # In an order of their own: two who delete the same files never wait for one another in a circle.
    for media_id in sorted(set(given.ids)):
        problems[media_id] = None
        try:
            async with db.begin_nested():
                if given.action == "move":
                    await service.change(db, media_id, MediaInput(folder_id=given.folder_id), user)
                else:
                    removed.append(
                        await service.remove(db, media_id, user, although_used=given.although_used)
                    )
        except AppError as error:
            problems[media_id] = BulkProblem.of(error)
    results = [BulkResult(id=media_id, problem=problems[media_id]) for media_id in dict.fromkeys(given.ids)]
    return results, removed
