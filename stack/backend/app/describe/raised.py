"""Which errors a function may end with: read from the code, so that no list of them can be wrong."""

import ast
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from app.modules.core.errors import ERRORS

_APP = Path(__file__).parent.parent
# module, qualified name
type Place = tuple[str, str]


class Raised:
    """Follows calls by name from function to function, and to methods of that name in the same package. What
    is caught is left out where an AppError is what is caught."""

    def __init__(self) -> None:
        self._trees = {_module(file): ast.parse(file.read_text()) for file in (_APP / "modules").rglob("*.py")}
        self._known: dict[Place, frozenset[str]] = {}

    def by(self, module: str, name: str) -> frozenset[str]:
        """Codes of the errors, as in core.errors."""
        return self._from((module, name), frozenset())

    def _from(self, place: Place, above: frozenset[Place]) -> frozenset[str]:
        if place in self._known:
            return self._known[place]
        if place in above or place not in self._functions:
            return frozenset()
        module, _ = place
        codes: set[str] = set()
        for node in _uncaught(self._functions[place]):
            if isinstance(node, ast.Constant) and node.value in ERRORS:
                codes.add(node.value)
            for other in self._named(module, node):
                codes |= self._from(other, above | {place})
        if not above:
            self._known[place] = frozenset(codes)
        return frozenset(codes)

    def _named(self, module: str, node: ast.AST) -> Iterator[Place]:
        match node:
            case ast.Name(id=name):
                yield self._imports[module].get(name, (module, name))
            case ast.Attribute(value=ast.Name(id=owner), attr=name) if owner in self._imports[module]:
                package, inner = self._imports[module][owner]
                yield f"{package}.{inner}", name
            case ast.Attribute(attr=name):
                package = ".".join(module.split(".")[:3])
                yield from (p for p in self._methods.get(name, []) if p[0].startswith(package))
            case _:
                return

    @cached_property
    def _functions(self) -> dict[Place, ast.AST]:
        found: dict[Place, ast.AST] = {}
        for module, tree in self._trees.items():
            for node in tree.body:
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    found[module, node.name] = node
                elif isinstance(node, ast.ClassDef):
                    methods = [one for one in node.body if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef))]
                    found |= {(module, f"{node.name}.{one.name}"): one for one in methods}
                    # Who names a class may make one, or call the one it was given.
                    called = [one for one in methods if one.name in ("__init__", "__call__")]
                    found[module, node.name] = ast.Module([*called], [])
        return found

    @cached_property
    def _methods(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for module, name in self._functions:
            if "." in name:
                found.setdefault(name.split(".")[1], []).append((module, name))
        return found

    @cached_property
    def _imports(self) -> dict[str, dict[str, Place]]:
        return {
            module: {
                alias.asname or alias.name: (node.module, alias.name)
                for node in ast.walk(tree)
                if isinstance(node, ast.ImportFrom) and node.module
                for alias in node.names
            }
            for module, tree in self._trees.items()
        }


def _module(file: Path) -> str:
    parts = file.relative_to(_APP.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _uncaught(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        yield child
        if isinstance(child, ast.Try) and any(
            isinstance(one.type, ast.Name) and one.type.id == "AppError" for one in child.handlers
        ):
            for rest in (*child.handlers, *child.orelse, *child.finalbody):
                yield from _uncaught(rest)
        else:
            yield from _uncaught(child)
