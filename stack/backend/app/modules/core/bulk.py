"""The same done with many things in one request, and a result for each."""

from typing import Annotated, Final, Self
from uuid import UUID

from pydantic import Field

from app.modules.core.errors import AppError
from app.modules.core.schemas import Output

MOST_AT_ONCE: Final = 100

Ids = Annotated[list[UUID], Field(min_length=1, max_length=MOST_AT_ONCE)]


class BulkProblem(Output):
    code: str
    message: str

    @classmethod
    def of(cls, error: AppError) -> Self:
        return cls(code=error.code, message=error.message)


class BulkResult(Output):
    id: UUID
    problem: BulkProblem | None


class BulkOutput(Output):
    """One for each id, in the order given."""

    items: list[BulkResult]
