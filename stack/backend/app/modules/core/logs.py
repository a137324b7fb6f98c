"""Structured logs: one JSON object a line on stdout, with secrets taken out by value."""

import json
import logging
import sys
from collections.abc import Iterable
from contextvars import ContextVar
from datetime import UTC, datetime
from urllib.parse import quote

REDACTED = "[redacted]"
request_id: ContextVar[str | None] = ContextVar("request_id", default=None)

_STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}


def spellings(secret: str) -> set[str]:
    """The forms in which a secret could reach a log line: plain, in a URL, in JSON."""
    return {secret, quote(secret, safe=""), json.dumps(secret)[1:-1]}


class JsonFormatter(logging.Formatter):
    """Formats a record with its `extra` values; redacts the finished line, so nothing slips past."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        found = {form for secret in secrets if secret for form in spellings(secret)}
        self._forms = sorted(found, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if (current := request_id.get()) is not None:
            entry["requestId"] = current
        entry.update((k, v) for k, v in record.__dict__.items() if k not in _STANDARD)
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        line = json.dumps(entry, ensure_ascii=False, default=str)
        for form in self._forms:
            line = line.replace(form, REDACTED)
        return line


def configure_logs(level: str, secrets: Iterable[str]) -> None:
    """Send every logger to stdout through the redacting formatter."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonFormatter(secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    # The server says nothing the access line and the readiness log do not say better.
    logging.getLogger("uvicorn").setLevel(max(logging.WARNING, root.level))
    logging.getLogger("alembic").setLevel(max(logging.WARNING, root.level))
