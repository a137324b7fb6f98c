"""Base types of what goes over the wire: camelCase JSON, no control characters."""

import re
import unicodedata
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

_LINE_BREAKS = re.compile(r"\r\n?")


def one_line(value: str) -> str:
    """`value` with every run of white space as one space. Raises ValueError on control characters."""
    value = " ".join(value.split())
    if any(unicodedata.category(c) in ("Cc", "Cs") for c in value):
        raise ValueError("must not contain control characters")
    return value


def many_lines(value: str) -> str:
    """`value` with line breaks as \\n. Raises ValueError on other control characters than a tab."""
    value = _LINE_BREAKS.sub("\n", value)
    if any(c not in "\n\t" and unicodedata.category(c) in ("Cc", "Cs") for c in value):
        raise ValueError("must not contain control characters")
    return value


# PostgreSQL refuses NUL in text, and nothing typed by a person holds the other control characters.
Line = Annotated[str, AfterValidator(one_line)]
Lines = Annotated[str, AfterValidator(many_lines)]


def web_address(value: str) -> str:
    """`value`, when it is http or https, of a host, and carries no password. Raises ValueError."""
    try:
        parts = urlsplit(value)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or parts.username or "\\" in value or " " in value:
        raise ValueError("must be an http or https address")
    return value


WebAddress = Annotated[Line, Field(max_length=2000), AfterValidator(web_address)]


class Input(BaseModel):
    """What a client sends. Unknown keys are ignored, so that a newer client may say more."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="ignore")


class Output(BaseModel):
    """What a client gets."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, from_attributes=True)
