"""The environment, parsed once. A stack refuses to start on a missing or weak secret."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

# Values people leave in place; compared after lower-casing and dropping everything but letters.
_PLACEHOLDERS = ("changeme", "changethis", "placeholder", "example", "insecure", "replaceme")
_DNS_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


class SettingsError(Exception):
    """The environment is not fit to run with. `problems` maps a variable to what is wrong with it;
    it never holds a value, so it may be printed."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)
        super().__init__("; ".join(f"{name}: {why}" for name, why in problems.items()))


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the process reads from its environment."""

    release: str
    stack_name: str
    site_name: str
    site_url: str
    db_host: str
    db_port: int
    db_name: str
    db_user: str
    db_password: str = field(repr=False)
    secret_key: str = field(repr=False)
    control_token: str = field(repr=False)
    log_level: str = "INFO"
    # Where the library's files lie, and how many bytes of them there may be.
    media_path: Path = Path("/srv/media")
    media_quota: int = 2048 * 1024 * 1024
    # Whether requests to elsewhere wait to be collected; see core.outgoing.
    outgoing_collected: bool = False

    @property
    def secrets(self) -> tuple[str, ...]:
        """The values that may never be written anywhere."""
        return (self.db_password, self.secret_key, self.control_token)


def secret_weakness(value: str, minimum: int) -> str | None:
    """Why `value` cannot serve as a secret of at least `minimum` characters; None when it can."""
    letters = re.sub(r"[^a-z]", "", value.lower())
    if any(word in letters for word in _PLACEHOLDERS):
        return "is a placeholder; generate one, e.g. with `openssl rand -hex 32`"
    if len(value) < minimum:
        return f"must have at least {minimum} characters"
    if len(set(value)) < 8:
        return "repeats too few different characters to be a secret"
    if not value.isprintable() or not value.isascii() or " " in value:
        return "must be printable ASCII without spaces"
    return None


def is_site_url(value: str) -> bool:
    """Whether `value` is http(s)://host[:port] and nothing else."""
    try:
        parts = urlsplit(value)
        return (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and not parts.username
            and not (parts.path or parts.query or parts.fragment)
            and (parts.port is None or parts.port > 0)
        )
    except ValueError:
        return False


class _Reader:
    """Reads variables and remembers what is wrong, so that all problems are told at once."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment
        self.problems: dict[str, str] = {}

    def text(self, name: str, default: str | None = None, *, longest: int = 200) -> str:
        value = self.environment.get(name, "").strip() or default
        if value is None:
            self.problems[name] = "is not set"
            return ""
        if len(value) > longest or any(ord(c) < 32 or ord(c) == 127 for c in value):
            self.problems[name] = f"must be one line of at most {longest} characters"
        return value

    def secret(self, name: str, minimum: int) -> str:
        value = self.environment.get(name, "")
        if not value:
            self.problems[name] = "is not set"
        elif why := secret_weakness(value, minimum):
            self.problems[name] = why
        return value

    def port(self, name: str, default: int) -> int:
        value = self.environment.get(name, "").strip() or str(default)
        if not value.isascii() or not value.isdigit() or not 0 < int(value) < 65536:
            self.problems[name] = "must be a port number"
            return default
        return int(value)

    def whole(self, name: str, default: int) -> int:
        value = self.environment.get(name, "").strip() or str(default)
        if not value.isascii() or not value.isdigit() or not 0 < int(value) < 10**9:
            self.problems[name] = "must be a whole number above 0"
            return default
        return int(value)

    def choice(self, name: str, default: str, other: str) -> str:
        value = self.environment.get(name, "").strip() or default
        if value not in (default, other):
            self.problems[name] = f"must be {default} or {other}"
        return value

    def url(self, name: str) -> str:
        value = self.text(name).rstrip("/")
        if name not in self.problems and not is_site_url(value):
            self.problems[name] = "must be http(s)://host[:port] without a path"
        return value


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Settings from environment variables.

    Raises SettingsError naming every variable that is missing, malformed or weak.
    """
    read = _Reader(environment)
    settings = Settings(
        release=read.text("RELEASE", "dev"),
        stack_name=read.text("STACK_NAME"),
        site_name=read.text("SITE_NAME"),
        site_url=read.url("SITE_URL"),
        db_host=read.text("DB_HOST", "db"),
        db_port=read.port("DB_PORT", 5432),
        db_name=read.text("DB_NAME", "cms"),
        db_user=read.text("DB_USER", "cms"),
        db_password=read.secret("DB_PASSWORD", 16),
        secret_key=read.secret("SECRET_KEY", 32),
        control_token=read.secret("CONTROL_TOKEN", 32),
        log_level=read.text("LOG_LEVEL", "INFO").upper(),
        media_path=Path(read.text("MEDIA_PATH", "/srv/media")),
        media_quota=read.whole("MEDIA_QUOTA_MB", 2048) * 1024 * 1024,
        outgoing_collected=read.choice("OUTGOING", "direct", "collected") == "collected",
    )
    problems = read.problems
    if "STACK_NAME" not in problems and not _DNS_LABEL.fullmatch(settings.stack_name):
        problems["STACK_NAME"] = "must be a DNS label: a-z, 0-9 and hyphens"
    if settings.log_level not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        problems["LOG_LEVEL"] = "must be DEBUG, INFO, WARNING or ERROR"
    if settings.secret_key and settings.secret_key == settings.control_token:
        problems.setdefault("CONTROL_TOKEN", "must differ from SECRET_KEY")
    if problems:
        raise SettingsError(problems)
    return settings
