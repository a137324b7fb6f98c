"""What sample sites there are."""

from typing import Final, Literal

Kind = Literal["empty", "studio", "bakery", "festival", "demo"]
KINDS_WITH_PICTURES: Final = frozenset({"studio", "bakery", "festival", "demo"})
