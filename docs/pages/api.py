"""The API reference: what can be imported, module by module, from the docstrings.

It is made of the imported modules. Their names are exported lazily, which a reader of source text does not see.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from textwrap import dedent
from types import ModuleType
from typing import Any, Final

import flighthub
import flighthub_simulator
from flighthub import errors

from .docstrings import parsed
from .facades import Given, Method
from .groups import Places, given_section, method_section
from .markdown import block, labelled, link, prose, table

TOLD_ELSEWHERE: Final = {
    "flighthub.errors": "[Errors and codes](../errors.md)",
    "flighthub.enums": "[Enums](../enums.md)",
    "flighthub.types": "[Groups](../groups/index.md) and [devices](../devices/index.md), each with its objects",
}
"""Public modules that have pages of their own."""


def modules() -> list[str]:
    """Names of the modules that people import from."""
    found = [flighthub.__name__]
    found += [
        f"{flighthub.__name__}.{each.name}"
        for each in pkgutil.iter_modules(flighthub.__path__)
        if not each.name.startswith("_")
    ]
    return [*found, flighthub_simulator.__name__]


def pages(places: Places) -> dict[str, str]:
    """The pages of the reference, by their names."""
    made = {f"{name}.md": _page(places, name) for name in modules() if name not in TOLD_ELSEWHERE}
    rows = [
        (f"`{name}`", TOLD_ELSEWHERE[name])
        if name in TOLD_ELSEWHERE
        else (f"[{name}]({name}.md)", prose(parsed(importlib.import_module(name)).summary))
        for name in modules()
    ]
    lines = ["# API reference", "", "What can be imported. The methods of the client's groups are on the pages of the "]
    lines += ["[groups](../groups/index.md).", "", *table(("Module", "What it holds"), rows)]
    made["index.md"] = "\n".join([*lines, "```{toctree}", ":hidden:", "", *sorted(made), "```", ""])
    return made


def _page(places: Places, name: str) -> str:
    module = importlib.import_module(name)
    lines = [f"# {name}", "", *_text(module)]
    for each in getattr(module, "__all__", []):
        found = getattr(module, each)
        if each in errors.__all__:
            continue
        if each in places.labels:
            lines += [f"## {each}", "", f"See {link(places.labels[each], each)}.", ""]
        elif inspect.isclass(found):
            lines += _class(places, name, each, found)
        elif inspect.isfunction(found):
            method = Method(each, found, parsed(found))
            lines += method_section(places, f"{name}.{each}", method, 2)
    if name == flighthub.__name__:
        named = ", ".join(link(f"error-{each}", each) for each in errors.__all__)
        lines += ["## Errors", "", f"Also here: {named}.", ""]
    return "\n".join(lines) + "\n"


def _text(module: ModuleType) -> list[str]:
    """The docstring of a module: prose, with code where it is indented."""
    docstring = parsed(module)
    lines = [prose(docstring.summary), ""]
    code: list[str] = []
    for each in docstring.text:
        if each.startswith("    "):
            code += [*dedent(each).splitlines(), ""]
            continue
        lines += _shown(code)
        code = []
        lines += [prose(each), ""]
    return lines + _shown(code)


def _shown(code: list[str]) -> list[str]:
    if not code:
        return []
    language = "sh" if code[0].startswith("python -m") else "pycon" if code[0].startswith(">>>") else "python"
    return block(language, "\n".join(code).rstrip())


def _class(places: Places, module: str, name: str, cls: type[Any]) -> list[str]:
    if name.startswith("Async") and hasattr(flighthub, name.removeprefix("Async")):
        twin = name.removeprefix("Async")
        place = places.labels.get(twin, f"{module}.{twin}")
        text = f"The same as {link(place, twin)}, awaited. {prose(parsed(cls).summary)}"
        # What a method gives has its examples there.
        example = "" if twin in places.labels else parsed(cls).example
        return [*labelled(f"{module}.{name}", 2, name), text, "", *(block("pycon", example) if example else [])]
    return given_section(places, Given(name, cls, parsed(cls)), f"{module}.{name}", 2)
