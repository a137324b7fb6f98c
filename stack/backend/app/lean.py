"""Keeps two things out of the process that FastAPI would import and this program never uses.

Measured on Debian trixie (FastAPI 0.115): 0.25 s of start-up and 9 MiB a process. With hundreds
of stacks on a machine that is gigabytes, and it is time that a new client waits for.
"""

import sys
from enum import Enum
from types import ModuleType
from typing import TypedDict


class _Model:
    """Stands for a Pydantic model of an OpenAPI object: takes anything, keeps nothing."""

    def __init__(self, *_: object, **__: object) -> None:
        pass


class _Example(TypedDict, total=False):
    pass


class _APIKeyIn(Enum):
    query = "query"
    header = "header"
    cookie = "cookie"


# What FastAPI's parameters and security classes take from there by name.
_MODELS = ("APIKey", "HTTPBase", "HTTPBearer", "OAuth2", "OAuthFlows", "OpenAPI", "OpenIdConnect", "SecurityBase")


def prepare_imports() -> None:
    """To be called before FastAPI is imported.

    - `fastapi.openapi.models` builds some forty Pydantic models to describe an API; we publish no
      description.
    - `email_validator` is optional to FastAPI and compiles large Unicode tables.
    """
    stand_in = ModuleType("fastapi.openapi.models")
    vars(stand_in).update({name: type(name, (_Model,), {}) for name in _MODELS})
    vars(stand_in).update(Example=_Example, APIKeyIn=_APIKeyIn)
    sys.modules["fastapi.openapi.models"] = stand_in
    # None makes the import fail, which FastAPI is prepared for.
    sys.modules.setdefault("email_validator", None)  # type: ignore[arg-type]
