"""What the client offers above the operations: methods that take several calls, and the objects that these give."""

from __future__ import annotations

import ast
import importlib.util
import inspect
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from types import ModuleType
from typing import Any, Final, NamedTuple

from flighthub import FlightHub
from flighthub_runtime.public_names import defined_in

from .docstrings import Docstring, parsed

_PACKAGES: Final = ("flighthub.", "flighthub_runtime.", "flighthub_api.groups", "flighthub_simulator.")
_KNOWN: Final = ("flighthub.errors", "flighthub_runtime.groups", "flighthub_runtime.secrets")
"""What has a place of its own in the API reference, or none."""


class Parameter(NamedTuple):
    """A parameter as a table shows it."""

    name: str
    type: str
    default: str
    meaning: str


class Method(NamedTuple):
    """A public method."""

    name: str
    function: Callable[..., Any]
    docstring: Docstring

    @property
    def parameters(self) -> list[Parameter]:
        """Its parameters, with what its docstring says of them."""
        found: list[Parameter] = []
        for name, each in inspect.signature(self.function).parameters.items():
            if name in ("self", "cls"):
                continue
            default = "" if each.default is inspect.Parameter.empty else _shown(each.default)
            meaning = self.docstring.arguments.get(name, "")
            found.append(Parameter(name, plain(str(each.annotation)), default, meaning))
        return found

    @property
    def returns(self) -> str:
        """The annotation of what it gives."""
        return plain(str(inspect.signature(self.function).return_annotation))


class Given(NamedTuple):
    """A class whose objects a facade gives."""

    name: str
    cls: type
    docstring: Docstring

    @property
    def properties(self) -> dict[str, str]:
        """What its objects know: attributes and properties, inherited ones included."""
        found = dict(self.docstring.attributes)
        for cls in self.cls.__mro__:
            if defined_in(cls).startswith(_PACKAGES):
                found |= {name: text for name, text in properties_of(cls).items() if name not in found}
        return found

    @property
    def methods(self) -> list[Method]:
        """What its objects can do. Those that make one are left out."""
        return list(methods_of(self.cls))

    @property
    def getters(self) -> list[Callable[..., Any]]:
        """The functions whose results its users see."""
        own = [each.fget for each in vars(self.cls).values() if isinstance(each, property) and each.fget]
        return [*own, *(each.function for each in self.methods)]


class Facade:
    """A group of the client.

    Args:
        group: Its name.
        operations: The methods that are operations of the API.
    """

    def __init__(self, group: str, operations: set[str]) -> None:
        with FlightHub(token="none", base_url="http://127.0.0.1") as fh:  # noqa: S106 - nothing is sent
            self._cls: type = type(getattr(fh, group))
        self._operations = operations

    @cached_property
    def methods(self) -> list[Method]:
        """What takes several calls, or none."""
        return [each for each in methods_of(self._cls) if each.name not in self._operations]

    @cached_property
    def overridden(self) -> dict[str, Method]:
        """Operations that the client tells more of than the generated method does."""
        if defined_in(self._cls).startswith("flighthub_api"):
            return {}
        return {each.name: each for each in methods_of(self._cls) if each.name in self._operations}

    @cached_property
    def given(self) -> list[Given]:
        """The classes of the objects that the methods give, and that these objects give."""
        found: dict[str, Given] = {}
        waiting = [method.function for method in self.methods]
        while waiting:
            function = waiting.pop(0)
            annotation = str(inspect.signature(function).return_annotation)
            for name in re.findall(r"\w+", annotation):
                cls = _class_named(name, inspect.getmodule(function))
                if cls is not None and cls.__name__ not in found:
                    given = found[cls.__name__] = Given(cls.__name__, cls, parsed(cls))
                    waiting += given.getters
        return list(found.values())


def plain(annotation: str) -> str:
    """An annotation without what only a type checker needs."""
    return re.sub(r"\b(builtins|collections\.abc|typing)\.", "", annotation)


def properties_of(cls: type) -> dict[str, str]:
    """The public properties that a class itself defines."""
    return {
        name: parsed(each).summary
        for name, each in vars(cls).items()
        if not name.startswith("_") and isinstance(each, (property, cached_property))
    }


def methods_of(cls: type) -> Iterator[Method]:
    """The public methods that a class itself defines. One of the class is for others only if it shows an example."""
    for name, each in vars(cls).items():
        function = each.__func__ if isinstance(each, classmethod) and "Example:" in (each.__doc__ or "") else each
        if not name.startswith("_") and inspect.isfunction(function) and function.__doc__:
            yield Method(name, function, parsed(function))


def _class_named(name: str, module: ModuleType | None) -> type | None:
    """The class of this package that a name stands for in a module, whether it is imported for type checkers alone."""
    if module is None or module.__file__ is None:
        return None
    found = getattr(module, name, None)
    place = _imports(module).get(name)
    if found is None and place is not None and place.startswith(_PACKAGES):
        found = getattr(importlib.import_module(place), name, None)
    if not isinstance(found, type) or issubclass(found, Exception):
        return None
    home = defined_in(found)
    return found if home.startswith(_PACKAGES) and home not in _KNOWN else None


def _imports(module: ModuleType) -> dict[str, str]:
    """The modules that the names of a module are imported from."""
    found: dict[str, str] = {}
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.ImportFrom):
            place = importlib.util.resolve_name("." * node.level + (node.module or ""), module.__package__)
            found.update({each.asname or each.name: place for each in node.names})
    return found


def _shown(default: object) -> str:
    if type(default).__module__.startswith("flighthub"):
        return f"{type(default).__name__}()"  # its repr may hold what is true of this machine alone
    return repr(default).removeprefix("datetime.")
