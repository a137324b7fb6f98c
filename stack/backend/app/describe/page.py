"""The document as a page without any script: it works under the policy that forbids them."""

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

_METHODS = ("get", "post", "put", "patch", "delete")


def page(document: dict[str, Any]) -> str:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    schemas = document["components"]["schemas"]
    environment.filters["prose"] = _prose
    environment.filters["kind"] = lambda schema: _kind(schema)
    environment.filters["example"] = lambda schema: json.dumps(_example(schema, schemas), indent=2, ensure_ascii=False)
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, operations in sorted(document["paths"].items()):
        for method in _METHODS:
            if method in operations:
                one = operations[method]
                groups.setdefault(one["tags"][0], []).append({"method": method.upper(), "path": path, **one})
    return environment.get_template("docs.html").render(document=document, groups=groups)


def _prose(text: str) -> Markup:
    html = MarkdownIt("commonmark", {"html": False}).render(text)
    # What scrolls can be reached by keyboard.
    return Markup(html.replace("<pre>", '<pre tabindex="0">'))


def _kind(schema: dict[str, Any]) -> str:
    """In a few words, for a table."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[1]
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_kind(one) for one in schema["anyOf"]))
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("type") or schema.get("const") or "anything")


def _example(schema: dict[str, Any], schemas: dict[str, Any], depth: int = 0) -> Any:
    """Made up from the types; what refers to itself ends."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return _example(schemas[name], schemas, depth + 1) if depth < 5 else {}
    for known in ("default", "const"):
        if known in schema:
            return schema[known]
    if "anyOf" in schema:
        return _example(schema["anyOf"][0], schemas, depth)
    if "enum" in schema:
        return schema["enum"][0]
    match schema.get("type"):
        case "object":
            return {name: _example(one, schemas, depth) for name, one in schema.get("properties", {}).items()}
        case "array":
            return [_example(schema.get("items", {}), schemas, depth)] if depth < 5 else []
        case "integer" | "number":
            return int(schema.get("minimum", 1))
        case "boolean":
            return True
        case "string":
            return _TEXTS.get(schema.get("format", ""), "…")
        case _:
            return None


_TEXTS = {
    "uuid": "3f0c9f4e-7c1d-4d55-9d3c-2f7f4e1b8a10",
    "date-time": "2026-05-01T09:00:00Z",
    "date": "2026-05-01",
    "binary": "(a file)",
}
