"""What clients send and get about users and sessions."""

import re
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field, model_validator

from app.modules.access.permissions import SCOPES, Permission, Role
from app.modules.core.schemas import Input, Line, Output

# Shape only: whether an address exists, only a message to it can tell.
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)*")
SHORTEST_PASSWORD = 10


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise ValueError("is not an e-mail address")
    return value


def _storable(value: str) -> str:
    # A lone surrogate has no UTF-8, which the hash is made of.
    value.encode()
    return value


Email = Annotated[Line, Field(min_length=3, max_length=254), AfterValidator(_email)]
# Taken as typed, spaces and all; the upper bound keeps hashing cheap to refuse.
Password = Annotated[str, Field(max_length=256), AfterValidator(_storable)]
Token = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_storable)]


class SetupCheckInput(Input):
    token: Token


class SetupInput(Input):
    token: Token
    name: Annotated[Line, Field(min_length=1, max_length=120)]
    email: Email
    password: Annotated[Password, Field(min_length=SHORTEST_PASSWORD)]

    @model_validator(mode="after")
    def _password_is_not_the_address(self) -> "SetupInput":
        if self.password.lower() == self.email.lower():
            raise ValueError("the password must not be the e-mail address")
        return self


class SignInInput(Input):
    email: Annotated[Line, Field(min_length=1, max_length=254)]
    password: Annotated[Password, Field(min_length=1)]


class UserOutput(Output):
    id: UUID
    name: str
    email: str
    role: Role


class Caller(UserOutput):
    """Who asks, and what they may: what their role says, less what their token leaves out."""

    permissions: frozenset[Permission]

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions


def _scope(value: Permission) -> Permission:
    if value not in SCOPES:
        raise ValueError("cannot be given to a token")
    return value


Scope = Annotated[Permission, AfterValidator(_scope)]


class NewTokenInput(Input):
    """Without `expires_at` it is good until somebody revokes it."""

    name: Annotated[Line, Field(min_length=1, max_length=120)]
    scopes: Annotated[frozenset[Scope], Field(min_length=1)]
    expires_at: AwareDatetime | None = None


class TokenOutput(Output):
    """`hint` is how the token begins; `user` is who made it, and whose role it cannot exceed."""

    id: UUID
    name: str
    hint: str
    scopes: list[str]
    user: UserOutput
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None


class NewTokenOutput(TokenOutput):
    """The only time that the token itself is seen."""

    token: str


class DemoOutput(Output):
    expires_at: datetime
    keep_url: str


class SessionOutput(UserOutput):
    """`demo` is the stack's, whoever asks."""

    permissions: list[str]
    demo: DemoOutput | None


class PersonOutput(UserOutput):
    has_password: bool
    created_at: datetime
    signed_in_at: datetime | None


class RoleInput(Input):
    role: Role


class SetupCheckOutput(Output):
    valid: bool
    site_name: str


class SetupLinkOutput(Output):
    """The only time the token is seen outside of the link itself."""

    token: str
    expires_at: datetime
