"""The one table of what each role may do. Pure; `identity.guard.allow` enforces it."""

from typing import Final, Literal, get_args

Role = Literal["owner", "admin", "editor", "author", "viewer"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)

Permission = Literal[
    "pages.read",
    # One's own drafts.
    "pages.write",
    # Anybody's entries, published ones too.
    "pages.edit",
    "pages.publish",
    "media.read",
    # Add files, and change and delete one's own.
    "media.write",
    # Anybody's files, and folders.
    "media.edit",
    # What kinds of entries there are, and their fields.
    "types.manage",
    "site.read",
    # Everything a visitor sees beside the pages: name, menu, theme.
    "site.write",
    # Carry the whole site out, and another one in.
    "site.transfer",
    "people.read",
    "people.manage",
    "tokens.manage",
    "webhooks.manage",
    "audit.read",
]
PERMISSIONS: Final[tuple[Permission, ...]] = get_args(Permission)
# What a token may be given. One that could make tokens would outlive its own end.
SCOPES: Final = frozenset(PERMISSIONS) - {"tokens.manage"}

_VIEWER: Final[frozenset[Permission]] = frozenset({"pages.read", "media.read", "site.read"})
_AUTHOR: Final[frozenset[Permission]] = _VIEWER | {"pages.write", "media.write"}
# All that a visitor sees. A demo signs in as this one.
_EDITOR: Final[frozenset[Permission]] = _AUTHOR | {
    "pages.edit",
    "pages.publish",
    "media.edit",
    "site.write",
    "people.read",
}
_ADMIN: Final[frozenset[Permission]] = _EDITOR | {
    "people.manage",
    "types.manage",
    "site.transfer",
    "tokens.manage",
    "webhooks.manage",
    "audit.read",
}

GRANTS: Final[dict[str, frozenset[Permission]]] = {
    "viewer": _VIEWER,
    "author": _AUTHOR,
    "editor": _EDITOR,
    "admin": _ADMIN,
    # The same routes as an admin; only an owner may make, change or remove an owner.
    "owner": _ADMIN,
}


def may(role: str, permission: Permission) -> bool:
    """A role nobody knows may do nothing. Whether somebody who asks may, `Caller.may` says: a token may less."""
    return permission in GRANTS.get(role, frozenset())


def permissions_of(role: str) -> list[Permission]:
    return sorted(GRANTS.get(role, frozenset()))


def may_manage(actor: str, subject: str) -> bool:
    """Whether `actor` may give or take the role `subject`, or remove somebody who has it."""
    return may(actor, "people.manage") and (subject != "owner" or actor == "owner")
