"""What a single value of each kind of field must be. Pure; each check gives back what is kept, or raises
ValueError with what is wrong in words."""

import json
import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from app.modules.content.rendering import clean_html
from app.modules.core.schemas import many_lines, one_line

if TYPE_CHECKING:
    from app.modules.content.fields import Field

LONGEST_TEXT: Final = 5_000
LONGEST_BODY: Final = 200_000
LONGEST_JSON: Final = 50_000
LONGEST_ADDRESS: Final = 2_000
_PICTURE = re.compile(r"(?:https://[^\s/\\]+/|/(?![/\\]))[^\s\\]*")
_WEB = re.compile(r"https?://[^\s/\\@]+(?:/[^\s\\]*)?")
_LINK = re.compile(r"(?:https?://[^\s/\\@]+|mailto:[^\s\\]|tel:\+?[0-9]|/(?![/\\]))[^\s\\]*")
_EMAIL = re.compile(r"[^\s@<>\"]{1,64}@[^\s@<>\"]{1,250}")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/.\-]{2,39}")


def _string(value: Any, longest: float) -> str:
    if not isinstance(value, str):
        raise ValueError("must be text")
    if len(value) > longest:
        raise ValueError(f"at most {longest:g} characters")
    return value


def _text(field: "Field", value: Any) -> str:
    text = many_lines(_string(value, min(field.maximum or LONGEST_TEXT, LONGEST_BODY))).strip()
    if text and field.minimum is not None and len(text) < field.minimum:
        raise ValueError(f"at least {field.minimum:g} characters")
    return text


def _richtext(_: "Field", value: Any) -> str:
    return clean_html(many_lines(_string(value, LONGEST_BODY)))


def _markdown(_: "Field", value: Any) -> str:
    return many_lines(_string(value, LONGEST_BODY))


def _number(field: "Field", value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("must be a number")
    # Beyond this a browser no longer tells one whole number from the next.
    if not math.isfinite(value) or abs(value) > 2**53:
        raise ValueError("is out of range")
    if field.minimum is not None and value < field.minimum:
        raise ValueError(f"at least {field.minimum:g}")
    if field.maximum is not None and value > field.maximum:
        raise ValueError(f"at most {field.maximum:g}")
    number: int | float = value
    return number


def _date(_: "Field", value: Any) -> str:
    """A day, or a moment with its zone."""
    text = _string(value, 40)
    try:
        if len(text) == 10:
            return date.fromisoformat(text).isoformat()
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError("must be a date such as 2027-03-31") from None
    if moment.tzinfo is None:
        raise ValueError("a time needs its zone")
    return moment.isoformat()


def _boolean(_: "Field", value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be yes or no")
    return value


def _choice(field: "Field", value: Any) -> str:
    if value not in field.choices:
        raise ValueError("is not one of the choices")
    return str(value)


def _media(_: "Field", value: Any) -> str:
    """Where a picture or a file is; '' for none."""
    address = one_line(_string(value, 500))
    if address and not _PICTURE.fullmatch(address):
        raise ValueError("must be a path on this site or an https address")
    return address


def _reference(_: "Field", value: Any) -> str:
    try:
        return str(UUID(_string(value, 36)))
    except ValueError:
        raise ValueError("must be an id") from None


def is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False


def _link(_: "Field", value: Any) -> str:
    """Where a link leads: an entry by its id, a path on this site or an address; '' for nowhere."""
    target = one_line(_string(value, LONGEST_ADDRESS))
    if is_id(target):
        return target.lower()
    if target and not _LINK.fullmatch(target):
        raise ValueError("must be the id of an entry, a path on this site or an address")
    return target


def _web(_: "Field", value: Any) -> str:
    address = one_line(_string(value, LONGEST_ADDRESS))
    if address and not _WEB.fullmatch(address):
        raise ValueError("must be an address that begins with https:// or http://")
    return address


def _email(_: "Field", value: Any) -> str:
    address = one_line(_string(value, 254))
    if address and not _EMAIL.fullmatch(address):
        raise ValueError("must be an e-mail address")
    return address


def _phone(_: "Field", value: Any) -> str:
    number = one_line(_string(value, 40))
    if number and not _PHONE.fullmatch(number):
        raise ValueError("must be a telephone number")
    return number


def _seo(_: "Field", value: Any) -> dict[str, Any]:
    """What stands in the place of title and summary in search engines, and whether they may look."""
    if not isinstance(value, dict):
        raise ValueError("must be an object")
    kept: dict[str, Any] = {}
    for name, longest in (("title", 120), ("description", 300)):
        if text := one_line(_string(value.get(name) or "", longest)):
            kept[name] = text
    if value.get("noindex"):
        kept["noindex"] = True
    return kept


def _json(_: "Field", value: Any) -> Any:
    text = json.dumps(value, ensure_ascii=False)
    if len(text) > LONGEST_JSON:
        raise ValueError(f"at most {LONGEST_JSON} characters")
    if "\\u0000" in text or any("\ud800" <= c <= "\udfff" for c in text):
        raise ValueError("must not contain control characters")
    return value


CHECKS: Final[Mapping[str, Callable[["Field", Any], Any]]] = {
    "text": _text,
    "richtext": _richtext,
    "markdown": _markdown,
    "number": _number,
    "date": _date,
    "boolean": _boolean,
    "choice": _choice,
    "media": _media,
    "reference": _reference,
    "term": _reference,
    "link": _link,
    "web": _web,
    "email": _email,
    "phone": _phone,
    "seo": _seo,
    "json": _json,
}
