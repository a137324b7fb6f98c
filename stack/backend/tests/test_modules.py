"""Modules speak through each other's service; tables stay at home."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path(__file__).parent.parent / "app"
MODULES = APP / "modules"

# What a module may use of which other; core is open to all. There is no way back, so no cycle.
MAY_USE = {
    "core": set[str](),
    "access": set[str](),
    "identity": {"core", "access"},
    "audit": {"core", "identity"},
    "media": {"core", "access", "identity"},
    "revisions": {"core", "identity"},
    "content": {"core", "access", "identity", "media", "revisions"},
    "publishing": {"core", "access", "identity", "content"},
    "site": {"core", "identity", "media", "content", "publishing"},
    "seo": {"core", "publishing", "site"},
    "search": {"core", "identity", "content"},
    "seed": {"core", "identity", "content", "publishing", "site"},
    "webhooks": {"core", "identity"},
    "transfer": {"core", "identity", "media", "revisions", "content", "publishing", "site"},
    "docs": {"core"},
    "internal": {"core", "identity", "content", "site", "seed"},
}
# What of another module may be named. Schemas are what services take and give.
PUBLIC = {
    "service", "schemas", "guard", "slugs", "permissions", "rendering", "reading", "links", "searching", "previews",
    "listing", "listings", "fields", "types", "terms", "tree", "state", "uses", "blocks", "pictures", "sizes",
    "archive", "library", "counting", "designing", "design_schemas", "kinds", "names", "placing",
    "term_tree", "term_addresses", "term_archive", "term_merging",
}  # fmt: skip
WITH_TABLES = {
    "models", "service", "entry", "api_tokens", "delivery", "folders", "uses", "pictures", "reading", "links", "searching",
    "listing", "types", "terms", "tree", "state", "drafts", "rows", "listings", "value_html", "designing",
    "archive", "origins", "counting", "placing", "merging", "term_tree", "term_addresses", "term_archive", "term_merging",
}  # fmt: skip


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def forbidden(module: str, name: str) -> bool:
    """Whether a file of `module` may not import `name`."""
    parts = name.split(".")
    if parts[0] != "app":
        return False
    if parts[1:] == ["migrations", "HEAD"] or parts == ["app", "migrations"]:
        return False
    if parts[:2] != ["app", "modules"] or len(parts) < 3:
        return True
    other = parts[2]
    if other == module:
        return False
    if other not in MAY_USE[module]:
        return True
    return other != "core" and len(parts) > 3 and parts[3] not in PUBLIC


@pytest.mark.parametrize("module", MAY_USE)
def test_a_module_imports_only_what_it_may(module: str) -> None:
    broken = [
        f"{file.relative_to(APP)} imports {name}"
        for file in (MODULES / module).rglob("*.py")
        for name in imports(file)
        if forbidden(module, name)
    ]
    assert broken == []


def test_the_rule_knows_every_module() -> None:
    folders = {folder.name for folder in MODULES.iterdir() if (folder / "__init__.py").exists()}
    assert folders == set(MAY_USE)


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("content", "app.modules.identity.models"),
        ("content", "app.modules.identity.models.users"),
        ("identity", "app.modules.content.service"),
        ("core", "app.modules.identity.service"),
        ("site", "app.modules.content.rows"),
        ("revisions", "app.modules.content.service"),
        ("site", "app.application"),
    ],
)
def test_the_rule_catches_what_it_is_for(module: str, name: str) -> None:
    assert forbidden(module, name)


def test_no_module_names_another_s_table() -> None:
    tables = {"users": "identity", "sessions": "identity", "setup_links": "identity", "used_entries": "identity", "api_tokens": "identity", "audit_log": "audit", "webhooks": "webhooks", "webhook_deliveries": "webhooks", "installation": "core", "outbox": "core", "site_settings": "site", "site_designs": "site", "media_folders": "media", "media": "media", "media_uses": "media", "entries": "content", "content_types": "content", "terms": "content", "merged_terms": "content", "term_redirects": "content", "revisions": "revisions", "published_entries": "publishing", "redirects": "publishing", "transfer_jobs": "transfer", "transfer_origins": "transfer"}
    for file in MODULES.rglob("*.py"):
        module = file.relative_to(MODULES).parts[0]
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words = set(node.value.replace("(", " ").replace(",", " ").split())
                if "FROM" in words or "INTO" in words or "UPDATE" in words:
                    foreign = {table for table in words & set(tables) if tables[table] != module}
                    assert not foreign, f"{file}: {foreign}"


def test_routers_and_schemas_stay_away_from_tables() -> None:
    for file in MODULES.rglob("*.py"):
        if file.stem not in WITH_TABLES | {"tables", "database", "readiness"}:
            assert not [name for name in imports(file) if name.endswith(".models")], file
