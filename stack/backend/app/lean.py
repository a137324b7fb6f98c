"""Keeps out of the process what its libraries would import and this program never uses.

Measured on Debian trixie (FastAPI 0.115, SQLAlchemy 2.0): 0.3 s of start-up and 15 MiB a process.
With hundreds of stacks on a machine that is gigabytes, and it is time that a new client waits for.
"""

import importlib.util
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


# By either name; the second is another project's in Debian.
_MULTIPART = ("python_multipart", "multipart")

# What FastAPI's parameters and security classes take from there by name.
_MODELS = ("APIKey", "HTTPBase", "HTTPBearer", "OAuth2", "OAuthFlows", "OpenAPI", "OpenIdConnect", "SecurityBase")


def prepare_imports() -> None:
    """To be called before FastAPI and SQLAlchemy are imported.

    - `fastapi.openapi.models` builds some forty Pydantic models to describe an API; the description of
      ours is made while the image is built (app.describe).
    - `email_validator` is optional to FastAPI and compiles large Unicode tables.
    - `python_multipart` is optional to Starlette, which loads it for forms. Only uploads need it
      (`bring_multipart`): 1.8 MiB and 15 ms.
    - `sqlalchemy.ext.asyncio` brings the ORM for its AsyncSession; its `.engine` does without.
    - `uvicorn.supervisors` watches over several processes: 0.4 MiB.
    """
    models = ModuleType("fastapi.openapi.models")
    vars(models).update({name: type(name, (_Model,), {}) for name in _MODELS})
    vars(models).update(Example=_Example, APIKeyIn=_APIKeyIn)
    sys.modules[models.__name__] = models
    # None makes the import fail, which FastAPI is prepared for.
    sys.modules.setdefault("email_validator", None)  # type: ignore[arg-type]
    for name in _MULTIPART:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
    _without_init("sqlalchemy.ext.asyncio")
    supervisors = ModuleType("uvicorn.supervisors")
    vars(supervisors).update(ChangeReload=None, Multiprocess=None)
    sys.modules[supervisors.__name__] = supervisors


def bring_multipart() -> None:
    """To be called before what takes uploads is imported."""
    for name in _MULTIPART:
        if name in sys.modules and sys.modules[name] is None:
            del sys.modules[name]


def _without_init(package: str) -> None:
    """Let the modules of `package` be imported one by one, without what its __init__ collects."""
    spec = importlib.util.find_spec(package)
    assert spec is not None and spec.submodule_search_locations is not None
    bare = ModuleType(package)
    bare.__path__ = list(spec.submodule_search_locations)
    sys.modules[package] = bare
