"""The public names of `flighthub` and `flighthub_api`, read by griffe from the source: nothing is imported.

A name is public when no part of its path begins with an underscore. What stands behind it may live in a private module:
`flighthub.FlightHub` is defined in `_sync/_client.py`, and its groups are followed to the facades and the generated
classes. An object that has several names is listed under the first door in `_DOORS` that leads to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import griffe

PACKAGES = ("flighthub", "flighthub_api")
_LOADED = (*PACKAGES, "flighthub_runtime")
CLIENTS = ("FlightHub", "AsyncFlightHub")
_DOORS = {"flighthub.types": "flighthub_api.models", "flighthub.enums": "flighthub_api.enums"}
"""Modules of the client that hand out everything another module exports."""
_INSIDE = {f"flighthub_api.{name}" for name in ("models", "enums", "groups")}
"""What people reach through the client: its groups, `types` and `enums`, and what it exports of the runtime."""
_ENUM = "flighthub_runtime.enums.OpenEnum"
_ERROR = "flighthub_runtime.problems.FlightHubError"
"""Errors are made by the client alone."""
_MODEL = "flighthub_runtime.models.Model"
_NO_CONSTRUCTOR = "flighthub_runtime.public_names.NoPublicConstructor"

_RAW = "flighthub_runtime.raw."
"""What makes the methods of raw groups of those of the others."""

Found = griffe.Object | griffe.Alias


@dataclass(frozen=True)
class Parameter:
    """A parameter of a function, or a member that a class is made with."""

    name: str
    annotation: str
    positional: bool
    required: bool
    variadic: bool = False


@dataclass(frozen=True)
class Name:
    """A public name."""

    path: str
    kind: str
    """`module`, `class`, `enum`, `model`, `function`, `constant`, `group`, `value` of an enum, `attribute`, `alias`."""
    annotation: str = ""
    """The type of an attribute, or what a function gives."""
    parameters: tuple[Parameter, ...] = ()
    bases: tuple[str, ...] = ()
    """All classes that a class derives from; of an alias, the path of what it names."""
    awaited: bool = False
    required: bool = False

    @property
    def signature(self) -> str:
        """The path, with the names of the parameters where there are any to give."""
        if self.kind != "function" and not self.parameters:
            return self.path
        positional = [each.name for each in self.parameters if each.positional]
        keywords = [each.name for each in self.parameters if not each.positional]
        return f"{self.path}({', '.join([*positional, *(['*'] if keywords else []), *keywords])})"


def surface(folders: Iterable[Path]) -> dict[str, Name]:
    """The public names below some folders, by their paths."""
    loader = griffe.GriffeLoader(search_paths=list(folders), allow_inspection=False)
    for package in reversed(_LOADED):
        loader.load(package)
    loader.resolve_aliases(implicit=False, external=False)
    return _Reader(loader.modules_collection).names()


class _Reader:
    """Goes through two loaded packages."""

    def __init__(self, loaded: griffe.ModulesCollection) -> None:
        self._loaded = loaded
        self._seen: set[str] = set()

    def names(self) -> dict[str, Name]:
        """All names, those of the client first."""
        found: dict[str, Name] = {}
        for package in PACKAGES:
            for name in self._module(self._loaded[package], package):
                found.setdefault(name.path, name)
        return found

    def _module(self, module: Found, path: str) -> Iterator[Name]:
        yield Name(path, "module")
        behind = self._loaded[_DOORS[path]] if path in _DOORS else module
        below = [each for each in module.modules.values() if not each.name.startswith("_") and each.path not in _INSIDE]
        exports = self._exports(behind)
        for name in exports:
            yield from self._object(behind.members[name], f"{path}.{name}")
        # What the client hands out comes first, so that it is listed under the client's name.
        for each in sorted(below, key=lambda each: (each.path not in _DOORS, each.path)):
            yield from self._module(each, f"{path}.{each.name}")

    def _exports(self, module: Found) -> list[str]:
        if module.exports is not None:
            return sorted(name for name in map(str, module.exports) if name in module.members)
        return sorted(
            name
            for name, member in module.members.items()
            if not name.startswith("_") and not isinstance(member, griffe.Alias | griffe.Module)
        )

    def _object(self, given: Found, path: str) -> Iterator[Name]:
        found = self._target(given)
        if found is None:
            yield Name(path, "constant")
            return
        if found.path in self._seen:
            yield Name(path, "alias", bases=(found.path,))
            return
        self._seen.add(found.path)
        if isinstance(found, griffe.Class):
            yield from self._class(found, path)
        elif isinstance(found, griffe.Function):
            yield self._function(found, path, method=False)
        elif isinstance(found, griffe.Attribute):
            annotation = _text(found.annotation)
            annotation = _text(found.value) if annotation == "TypeAlias" else annotation
            yield self._renamed(found, path) or Name(path, "constant", annotation=annotation)

    def _target(self, given: Found) -> griffe.Object | None:
        try:
            return given.final_target if isinstance(given, griffe.Alias) else given
        except griffe.AliasResolutionError:
            return None

    def _renamed(self, found: griffe.Attribute, path: str) -> Name | None:
        """`Old = New` is another name of a class; `made = New()` is not."""
        if not isinstance(found.value, griffe.ExprName | griffe.ExprAttribute):
            return None
        behind = self._resolved(found.value)
        return Name(path, "alias", bases=(behind.path,)) if isinstance(behind, griffe.Class) else None

    def _class(self, found: griffe.Class, path: str) -> Iterator[Name]:
        lineage = [found.path, *(each.path for each in found.mro())]
        known = {base.path if (base := self._resolved(each)) else _text(each): None for each in found.bases}
        bases = tuple({**known, **dict.fromkeys(lineage[1:])})
        kind = "enum" if _ENUM in lineage and found.path != _ENUM else "model" if _MODEL in lineage else "class"
        made = () if _ERROR in lineage or _is_made_by_clients(found) else self._made_with(found, kind)
        yield Name(path, kind, bases=bases, parameters=made)
        for name, member in sorted(found.all_members.items()):
            target = self._target(member)
            if name.startswith("_") or target is None or (kind == "model" and name not in found.members):
                continue
            yield from self._member(target, f"{path}.{name}", kind, found)

    def _made_with(self, found: griffe.Class, kind: str) -> tuple[Parameter, ...]:
        made = found.all_members.get("__init__")
        target = self._target(made) if made is not None else None
        if kind != "class" or not isinstance(target, griffe.Function) or not target.path.startswith(_LOADED):
            return ()
        return tuple(_parameters(target))

    def _group(self, found: griffe.Attribute, among: griffe.Class) -> griffe.Class | None:
        """What a property of the client leads to: the facade, where the client has one for a generated class."""
        group = self._resolved(found.annotation) if "property" in found.labels else None
        if not isinstance(group, griffe.Class) or not group.path.startswith(_LOADED):
            return None
        if "cached" in found.labels:
            return group
        # The former name of a group is annotated with the generated class; it gives what the present name gives.
        for member in among.all_members.values():
            target = self._target(member)
            if isinstance(target, griffe.Attribute) and "cached" in target.labels:
                facade = self._resolved(target.annotation)
                if isinstance(facade, griffe.Class) and group.path in {facade.path, *(e.path for e in facade.mro())}:
                    return facade
        return None

    def _member(self, found: griffe.Object, path: str, kind: str, among: griffe.Class) -> Iterator[Name]:
        if isinstance(found, griffe.Function):
            yield self._function(found, path, method=True)
        elif isinstance(found, griffe.Attribute):
            stands_for = self._stands_for(found)
            if stands_for is not None:
                function = self._function(stands_for, path, method=True)
                row = re.sub(r"^(Async)?Pager\[(.*)\]$", r"builtins.list[\2]", function.annotation)
                awaited = among.name.startswith("Async")
                yield replace(function, annotation=f"RawResponse[{row}]", awaited=awaited)
                return
            group = self._group(found, among)
            if group is not None:
                yield Name(path, "group")
                for name, member in sorted(group.all_members.items()):
                    target = self._target(member)
                    if not name.startswith("_") and target is not None:
                        yield from self._member(target, f"{path}.{name}", "group", group)
                return
            value = kind == "enum" and "property" not in found.labels
            required = found.value is None
            yield Name(path, "value" if value else "attribute", _text(found.annotation), required=required)

    def _stands_for(self, found: griffe.Attribute) -> griffe.Function | None:
        """The method that an attribute of a raw group stands for."""
        value = found.value
        if not isinstance(value, griffe.ExprCall) or not value.function.canonical_path.startswith(_RAW):
            return None
        (method,) = value.arguments
        target = self._resolved(method)
        return target if isinstance(target, griffe.Function) else None

    def _function(self, found: griffe.Function, path: str, *, method: bool) -> Name:
        parameters = list(_parameters(found, drop_first=method and "staticmethod" not in found.labels))
        return Name(path, "function", _text(found.returns), tuple(parameters), awaited="async" in found.labels)

    def _resolved(self, expression: object) -> griffe.Object | None:
        if not isinstance(expression, griffe.Expr):
            return None
        try:
            return self._target(self._loaded[expression.canonical_path])
        except (KeyError, AttributeError):
            return None


def _is_made_by_clients(found: griffe.Class) -> bool:
    """Whether the constructor of a class is not a public name, as only a client calls it."""
    metaclass = found.keywords.get("metaclass")
    return isinstance(metaclass, griffe.Expr) and metaclass.canonical_path == _NO_CONSTRUCTOR


def _parameters(found: griffe.Function, drop_first: bool = True) -> Iterator[Parameter]:
    for each in list(found.parameters)[1 if drop_first else 0 :]:
        variadic = each.kind in (griffe.ParameterKind.var_positional, griffe.ParameterKind.var_keyword)
        positional = each.kind in (
            griffe.ParameterKind.positional_only,
            griffe.ParameterKind.positional_or_keyword,
            griffe.ParameterKind.var_positional,
        )
        name = {"variadic positional": "*", "variadic keyword": "**"}.get(each.kind.value if each.kind else "", "")
        required = each.default is None and not variadic
        yield Parameter(name + each.name, _text(each.annotation), positional, required, variadic)


def _text(expression: object) -> str:
    return "" if expression is None else str(expression)
