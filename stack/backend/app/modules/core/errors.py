"""The one table of errors: code, HTTP status, public text. Nothing else reaches a client."""

from collections.abc import Mapping
from typing import Final

# code: (status, the text shown when the raiser gives none)
ERRORS: Final[dict[str, tuple[int, str]]] = {
    "already_in_use": (409, "Somebody has signed in here; the content is theirs now."),
    "already_set_up": (409, "This site already has an administrator."),
    "bad_credentials": (401, "E-mail address and password do not match."),
    "bad_request": (400, "The request could not be understood."),
    "conflict": (409, "Someone else has saved this in the meantime."),
    "csrf": (403, "The request did not come from this site's administration."),
    "database_unavailable": (503, "The database does not answer just now. Try again in a moment."),
    "entry_invalid": (
        410,
        "This sign-in link has been used, has expired or is for another site. Each one works once, "
        "within a minute. Go back to where you opened this site's administration and press the button again.",
    ),
    "folder_taken": (409, "There is a folder of this name already."),
    "forbidden": (403, "Your role does not allow this, or your token leaves it out."),
    "importing": (409, "A site is being brought in just now. Try again when that is done."),
    "in_use": (409, "Something else depends on this."),
    "internal": (500, "Something went wrong on our side."),
    "invalid_input": (422, "Some of the input is not valid."),
    "last_owner": (409, "The site needs an owner; make somebody else one first."),
    "link_invalid": (410, "This link has been used, has expired or never existed."),
    "media_busy": (503, "Many pictures are being prepared just now. Try again in a moment."),
    "media_full": (507, "There is no room left for files."),
    "media_in_use": (409, "Something on the site shows this file."),
    "media_invalid": (422, "This file cannot be shown."),
    "media_quota": (413, "The library is full."),
    "media_storage": (503, "Files cannot be stored just now. Try again in a moment."),
    "media_too_large": (413, "This file is too large."),
    "media_type": (415, "This kind of file is not taken."),
    "method_not_allowed": (405, "This address does not take that method."),
    "not_found": (404, "There is nothing at this address."),
    "not_ready": (503, "The site is starting. Try again in a moment."),
    "not_signed_in": (401, "Sign in first."),
    "nothing_to_undo": (409, "There is no earlier one to go back to."),
    "off_in_demo": (409, "Nothing is sent from a demo."),
    "payload_too_large": (413, "The request is too large."),
    "slug_taken": (409, "Something else already has this address."),
    "token_invalid": (401, "This token is not known, was revoked or has expired."),
    "transfer_invalid": (422, "This file cannot be imported."),
    "transfer_type": (415, "This is not a file that can be imported."),
    "too_many_attempts": (429, "Too many attempts. Wait a few minutes and try again."),
    "too_many": (409, "There are as many of these as there may be; remove one first."),
    "unauthorized": (401, "The control token is missing or wrong."),
    "webhook_inactive": (409, "This webhook is switched off."),
}


class AppError(Exception):
    """A failure with a public face. `code` must be in ERRORS; `fields` says which input is meant;
    `retry_after` is in seconds."""

    def __init__(
        self,
        code: str,
        message: str | None = None,
        *,
        fields: Mapping[str, str] | None = None,
        retry_after: int | None = None,
    ) -> None:
        self.status, public = ERRORS[code]
        self.code = code
        self.message = message or public
        self.fields = dict(fields) if fields else None
        self.retry_after = retry_after if retry_after or self.status != 503 else 1
        super().__init__(code)

    def in_words(self) -> str:
        """The text, and what is said of each field, where there is no form to show that in."""
        return " ".join([self.message, *(self.fields or {}).values()])

    def body(self) -> dict[str, object]:
        """The JSON every client of the API gets."""
        error: dict[str, object] = {"code": self.code, "message": self.message}
        if self.fields:
            error["fields"] = self.fields
        return {"error": error}

    def headers(self) -> dict[str, str]:
        return {"Retry-After": str(self.retry_after)} if self.retry_after else {}
