"""Templates to HTML. Everything that comes from people is escaped; only sanitised bodies are not."""

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from app.modules.core.errors import AppError
from app.modules.site.icon import icon_path
from app.modules.site.themes import theme_css

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent
_TEMPLATES: Final = _HERE / "templates"
# What compile_templates made of them, beside the package.
_COMPILED: Final = _HERE.parents[2] / "compiled"
STYLE: Final = theme_css().encode() + (_HERE / "assets" / "style.css").read_bytes()
STYLE_DIGEST: Final = hashlib.sha256(STYLE).hexdigest()[:12]
STYLE_PATH: Final = f"/_site/style.{STYLE_DIGEST}.css"
# No script at all, from nowhere; a body may show pictures from elsewhere over https.
_CSP: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self' https:; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors "
)
_ERROR_TITLES: Final = {
    404: "Page not found",
    410: "This link is no longer good",
    429: "A moment, please",
    503: "Back in a moment",
}


@cache
def _environment() -> "Environment":
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, ModuleLoader, StrictUndefined

    environment = Environment(
        loader=ChoiceLoader([ModuleLoader(_COMPILED), FileSystemLoader(_TEMPLATES)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["style_path"] = STYLE_PATH
    environment.filters["day"] = _day
    environment.filters["dialled"] = _dialled
    return environment


def compile_templates() -> None:
    """Once, while the image is built: the first page would take 35 ms longer, and the process 1.4 MiB more."""
    from jinja2 import FileSystemLoader

    sources = _environment().overlay(loader=FileSystemLoader(_TEMPLATES))
    sources.compile_templates(_COMPILED, zip=None, ignore_errors=False)


def render(template: str, **values: object) -> str:
    return _environment().get_template(template).render(values)


def html_page(html: str, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """An answer that browsers may keep but must ask about each time."""
    safe = {"Content-Security-Policy": f"{_CSP}'none'", "Cache-Control": "no-cache"}
    return HTMLResponse(html, status, headers={**safe, **(headers or {})})


def framed_page(html: str, status: int, headers: dict[str, str]) -> Response:
    """An answer that the admin may show in a frame of its own."""
    framed = {"Content-Security-Policy": f"{_CSP}'self'", "X-Frame-Options": "SAMEORIGIN"}
    return html_page(html, status, {**headers, **framed})


def error_page(
    request: Request, error: AppError, frame: Mapping[str, Any] | None = None
) -> Response:
    """An error as a page. Without the site's `frame` it needs no database: that may be what is missing."""
    title = _ERROR_TITLES.get(error.status, "Something went wrong")
    around = frame or {"site": None, "demo": None, "icon": icon_path()}
    html = render("error.html", title=title, message=error.message, status=error.status, **around)
    # What failed may have been a link with a token in it.
    safe = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    return html_page(html, error.status, {**error.headers(), **safe})


def _day(moment: datetime) -> str:
    return moment.strftime("%-d %B %Y")


def _dialled(number: str) -> str:
    """A telephone number as a tel: link has it, without what makes it legible."""
    return re.sub(r"[^0-9+]", "", number)
