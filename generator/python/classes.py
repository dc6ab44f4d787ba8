"""Models and enums."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from openapi_python_client import strings
from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.parser.properties.schemas import Class

from generator.docstrings import docstring
from generator.documents import Document, SpecError
from generator.python.members import MemberDescriber
from generator.schema_access import enum_values, members

_BASES = {
    "dock": "BaseDockState",
    "aircraft": "BaseAircraftState",
    "remote_controller": "BaseControllerState",
    "any": "BaseDeviceState",
    "listed": "Device",
    "camera": "CameraOfDevice",
    "trajectory": "Trajectory",
}
"""The class of the runtime that a model derives from, by what its schema says that it is: `device` or `form`."""


class ClassDescriber(MemberDescriber):
    """Describes models and enums, too."""

    def model(self, parsed: ModelProperty) -> dict[str, Any]:
        """A model as the template prints it."""
        name = str(parsed.class_info.name)
        schema = self.schemas.get(name)
        if schema is None:
            raise SpecError(f"the engine renamed a schema to {name}; choose a name that it keeps")
        described = members(self.document, schema)
        order = [
            p.name.get_untrusted_value()
            for p in [*(parsed.required_properties or []), *(parsed.optional_properties or [])]
        ]
        if sorted(order) != sorted(described):
            raise SpecError(f"{name}: the engine lost members: {sorted(set(described) - set(order))}")
        needed = {p.name.get_untrusted_value() for p in parsed.required_properties or []}
        notes = schema.get("x-flighthub", {})
        form, payloads = notes.get("device") or notes.get("form"), notes.get("payloads")
        below = {payloads["schema"]["$ref"].rpartition("/")[2]} if payloads else set[str]()
        first = [n for n in described if n in needed and "const" not in described[n]]
        ordered = first + [n for n in described if n not in first]
        views = [self.member(member, described[member], required=member in needed, answer=True) for member in ordered]
        # attrs strips leading underscores from the names of arguments.
        arguments = Counter(view.attribute.lstrip("_") for view in views)
        for view in views:
            if not view.attribute.isidentifier() or arguments[view.attribute.lstrip("_")] > 1:
                raise SpecError(f"{name}.{view.wire}: no attribute of its own can be made of this name")
        needed_one = notes.get("at_least_one_of")
        return {
            "name": name,
            "module": str(parsed.class_info.module_name),
            "doc": docstring(schema["description"], 4),
            "members": views,
            "base": _BASES[form] if form else "Event" if name in self.events else "Model",
            "class_variables": self.events.get(name) or self._class_variables(form),
            "payloads": {"pattern": payloads["pattern"], "model": next(iter(below))} if payloads else None,
            "models": sorted(set().union(below, *(view.models for view in views)) - {name}),
            "holds_itself": any(name in view.models for view in views),
            "enums": sorted(set().union(*(view.enums for view in views))),
            "at_least_one_of": tuple(needed_one) if needed_one else None,
        }

    def _class_variables(self, form: str | None) -> dict[str, str]:
        """What the base of a form has to know of the package."""
        if form in ("listed", "camera"):
            return {"__home__": "__package__"}
        return {"__exports__": repr(self._exports)} if form == "trajectory" else {}

    def enum(self, parsed: EnumProperty) -> dict[str, Any]:
        """An enum as the template prints it."""
        name = str(parsed.class_info.name)
        schema = self.schemas.get(name)
        if schema is None:
            raise SpecError(f"the engine renamed an enum to {name}; choose a name that it keeps")
        names = [_constant(each) for each in parsed.values]
        given = enum_values(schema)
        if len(names) != len(given):
            raise SpecError(f"{name}: the engine kept {len(names)} of {len(given)} values; are two names the same?")
        notes = schema.get("x-flighthub", {})
        values = []
        for constant, value, meaning in zip(names, given, schema["x-enum-descriptions"], strict=True):
            marks = [
                mark
                for key, mark in (("inferred", "inferred"), ("answer_only", "in answers only"))
                if value in notes.get(key, [])
            ]
            text = f"{meaning}. [{', '.join(marks)}]" if marks else f"{meaning}."
            values.append({"name": constant, "value": repr(value), "doc": docstring(text.replace("..", "."), 4)})
        properties = [
            (f"is_{mark}", doc, tuple(notes[mark]))
            for mark, doc in (
                ("terminal", "Whether nothing more happens after this state."),
                ("success", "Whether this state is the end that was wanted."),
            )
            if mark in notes
        ]
        return {
            "name": name,
            "module": str(parsed.class_info.module_name),
            "doc": docstring(schema["description"], 4),
            "constants": values,
            "by_name": {each["name"]: each["value"] for each in values},
            "facts": {key: tuple(notes[key]) for key in ("inferred", "answer_only") if notes.get(key)},
            "words": dict(zip(notes["words"], given, strict=True)) if "words" in notes else None,
            "flying": tuple(notes.get("flying", ())),
            "grounded": tuple(notes.get("grounded", ())),
            "properties": properties,
        }


def constants(name: str, schema: Document) -> list[str]:
    """The names of an enum's members, as the engine makes them, in the order of its values."""
    values, names = enum_values(schema), schema.get("x-enum-varnames", [])
    called = Class(name=strings.ClassName(name, ""), module_name=strings.PythonIdentifier(name, ""))
    made = EnumProperty.values_from_list(values, called, names)
    return [_constant(each) for each in made]


def _constant(name: str) -> str:
    return name if name.isidentifier() else f"VALUE_{re.sub(r'[^A-Za-z0-9_]', '_', name)}"
