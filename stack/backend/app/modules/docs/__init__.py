"""The description of the API, for people and for programs."""

from pathlib import Path
from typing import Final

# Written while the image is built, by app.describe.
BUILT: Final = Path(__file__).parent / "built"
