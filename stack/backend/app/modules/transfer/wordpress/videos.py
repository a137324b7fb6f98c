"""Videos of YouTube's and Vimeo's, told by their address; the same rules as the editor's `video.ts`.
Pure."""

import re
from typing import Final
from urllib.parse import SplitResult, parse_qs, urlsplit

_YOUTUBE_ID: Final = re.compile(r"[\w-]{11}", re.ASCII)
_VIMEO_ID: Final = re.compile(r"[0-9]{6,12}")
_VIMEO_KEY: Final = re.compile(r"[0-9a-f]{6,20}")
_SECONDS: Final = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?", re.ASCII)


def video_at(address: str) -> tuple[str, str] | None:
    """The service's name and the video's plain address; None for what leads to no video."""
    try:
        url = urlsplit(address.strip())
        host = re.sub(r"^(?:www|m|player|music)\.", "", url.hostname or "")
    except ValueError:
        return None
    path = [part for part in url.path.split("/") if part]
    if host == "youtu.be":
        return _youtube(path[0] if path else "", url)
    if host in ("youtube.com", "youtube-nocookie.com") and path:
        if path[0] == "watch":
            return _youtube(_asked(url, "v"), url)
        if path[0] in ("embed", "shorts", "live", "v"):
            # WordPress.com writes the rest of such an address with & alone.
            return _youtube(re.split("[&?]", path[1])[0] if len(path) > 1 else "", url)
    return _vimeo(path, url) if host == "vimeo.com" else None


def _youtube(video: str, url: SplitResult) -> tuple[str, str] | None:
    if not _YOUTUBE_ID.fullmatch(video):
        return None
    start = _seconds(_asked(url, "t") or _asked(url, "start"))
    return "YouTube", f"https://www.youtube.com/watch?v={video}" + (f"&t={start}" if start else "")


def _vimeo(path: list[str], url: SplitResult) -> tuple[str, str] | None:
    place = next((i for i, part in enumerate(path) if _VIMEO_ID.fullmatch(part)), None)
    if place is None:
        return None
    # The second part of an unlisted video's address is the key to it.
    key = path[place + 1] if len(path) > place + 1 else _asked(url, "h")
    unlisted = f"/{key}" if _VIMEO_KEY.fullmatch(key) else ""
    return "Vimeo", f"https://vimeo.com/{path[place]}{unlisted}"


def _asked(url: SplitResult, name: str) -> str:
    try:
        return parse_qs(url.query, max_num_fields=50).get(name, [""])[0]
    except ValueError:
        return ""


def _seconds(text: str) -> int:
    """Where in the video to begin: "90", "90s" or "1m30s"; 0 for anything else."""
    found = _SECONDS.fullmatch(text)
    if found is None:
        return 0
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds
