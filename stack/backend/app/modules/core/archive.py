"""What modules say of themselves when a whole site is carried out, and take when one is carried in."""

from typing import Annotated, Any
from uuid import NAMESPACE_URL, UUID, uuid5

from pydantic import Field

from app.modules.core.schemas import Input, Line

# The counter of an entry's saves. It has to go on from here.
Number = Annotated[int, Field(ge=1, le=1_000_000_000)]


class Archived(Input):
    """One line of an archive, out and in again: what is written is what is read."""

    def as_json(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True)


class Writer(Archived):
    """Who wrote something. No account: where it is brought in, the address finds the person, if there is
    one, and the name stands on what they wrote, if not."""

    name: Annotated[Line, Field(max_length=200)]
    email: Annotated[Line, Field(max_length=254)] = ""


def another_id(taken: UUID) -> UUID:
    """For something whose id is something else's here: always the same one, so that a second import finds
    it again."""
    return uuid5(NAMESPACE_URL, f"urn:uuid:{taken}")
