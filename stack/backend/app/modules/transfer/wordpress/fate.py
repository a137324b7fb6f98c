"""What each of WordPress's posts becomes here. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from app.modules.transfer.wordpress.model import Post

type Becomes = Literal["page", "post", "own", "file", "menu", "nothing"]
type State = Literal["public", "scheduled", "in_review", "draft"]

# WordPress's own furniture: how it looks and what it remembers, no content.
_FURNITURE: Final = frozenset(
    {
        "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_block",
        "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family",
        "wp_font_face", "acf-field-group", "acf-field", "elementor_library",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fate:
    """`reason` says why it becomes nothing, or not all that it was; it may be ""."""

    becomes: Becomes
    state: State = "draft"
    reason: str = ""


def fate_of(post: Post, now: datetime) -> Fate:
    match post.type:
        case _ if not post.id:
            return Fate("nothing", reason="It has no number, so nothing can tell it from others.")
        case "attachment":
            return Fate("file")
        case "nav_menu_item":
            return Fate("menu")
        case kind if kind in _FURNITURE:
            return Fate("nothing", reason="WordPress's own settings and history have no place here.")
        case "page" | "post" as kind:
            return _state(post, kind, now)
        case _:
            return _state(post, "own", now)


def _state(post: Post, becomes: Becomes, now: datetime) -> Fate:
    if post.status in ("trash", "auto-draft", "inherit"):
        why = {"trash": "It was in the bin.", "auto-draft": "It was never saved."}
        return Fate("nothing", reason=why.get(post.status, "It is an earlier version of something else."))
    if post.password:
        return Fate(becomes, "draft", "It was open to those with a password alone, and is a draft here.")
    match post.status:
        case "publish":
            return Fate(becomes, "public")
        case "future":
            # Its time may have come since it was exported.
            return Fate(becomes, "scheduled" if post.at is not None and post.at > now else "public")
        case "pending":
            return Fate(becomes, "in_review")
        case "draft":
            return Fate(becomes, "draft")
        case "private":
            return Fate(becomes, "draft", "It was private, and is a draft here.")
        case status:
            return Fate(becomes, "draft", f"Its status, “{status[:40]}”, is not known here; it is a draft.")
