"""The whole state of a device as rows, with units and texts out of the shipped bundle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any, Final

from flighthub_runtime.models import Model
from flighthub_runtime.wire import is_list, is_object

from ._snapshot import StateValue

MASK: Final = "***"

SYMBOLS: Final[Mapping[str, str]] = {"percent": "%", "degC": "°C", "deg": "°", "day": "days"}
"""How units of the transcription are shown, where not as they are."""

_LOOKS_SECRET: Final = re.compile(r"passw|secret|token|credential|private_?key|access_?key|signature", re.IGNORECASE)
"""Names of members that are masked whatever they hold."""

MOST_VALUES: Final = 1_000

LONGEST: Final = 500
"""Characters of a text that are shown."""

Json = Mapping[str, Any]


def describe_state(state: Model) -> list[StateValue]:
    """All values of a state in the order of the wire; secrets are masked.

    Args:
        state: A state as its model reads it.
    """
    found: list[StateValue] = []
    for value in _of_model(state, "", _schemas().get(type(state).__name__, {})):
        found.append(value)
        if len(found) == MOST_VALUES:
            break
    return found


@cache
def _schemas() -> Json:
    """The schemas of the bundle; empty where nothing can read it, and then there are no units."""
    try:
        import yaml
    except ModuleNotFoundError:
        return {}
    text = (files("flighthub_api") / "openapi.yaml").read_bytes()
    loaded: Any = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    found: Json = loaded["components"]["schemas"]
    return found


def _parts(schema: Json) -> Iterator[Json]:
    """A schema and all that it is composed of."""
    yield schema
    reference = schema.get("$ref")
    if isinstance(reference, str):
        yield from _parts(_schemas().get(reference.rpartition("/")[2], {}))
    for word in ("allOf", "anyOf", "oneOf"):
        for each in schema.get(word, ()):
            yield from _parts(each)


def _property(schema: Json, name: str) -> Json:
    """The schema of a member, with the schema of any other name where it has none of its own."""
    for each in _parts(schema):
        found = each.get("properties", {}).get(name)
        if found is not None:
            return dict(found)
    for each in _parts(schema):
        for found in each.get("patternProperties", {}).values():
            return dict(found)
    return {}


def _items(schema: Json) -> Json:
    for each in _parts(schema):
        found = each.get("items")
        if is_object(found):
            return found
    return {}


def _of_model(model: Model, prefix: str, schema: Json) -> Iterator[StateValue]:
    table = model.__wire__
    raw = model.to_dict()
    members = {each.wire: each.attribute for each in table.members}
    payloads: Mapping[str, Any] = {} if table.payloads is None else getattr(model, table.payloads.attribute)
    for name, received in raw.items():
        value = getattr(model, members[name]) if name in members else payloads.get(name)
        if (value is None or value == []) and name not in members:
            # What nobody has documented may be a secret; its name is shown, and that it is there.
            value = received if isinstance(received, (bool, int, float)) else None if received is None else MASK
        yield from _below(f"{prefix}{name}", value, _property(schema, name))


def _below(name: str, value: Any, schema: Json) -> Iterator[StateValue]:
    if isinstance(value, Model):
        yield from _of_model(value, f"{name}.", schema)
    elif is_object(value):
        for inner, each in value.items():
            yield from _below(f"{name}.{inner}", each, _property(schema, str(inner)))
    elif is_list(value):
        for number, each in enumerate(value):
            yield from _below(f"{name}[{number}]", each, _items(schema))
    elif value is not None:
        text = MASK if _LOOKS_SECRET.search(name) else _text(value)
        yield StateValue(name=name, text=text, unit=_unit(schema), description=_description(schema))


def _text(value: Any) -> str:
    if hasattr(value, "reveal"):
        return MASK if value else ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum) or hasattr(value, "word"):
        return str(getattr(value, "word", None) or getattr(value, "value", value))[:LONGEST]
    if isinstance(value, float):
        return f"{value:.7f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value)[:LONGEST]


def _unit(schema: Json) -> str:
    for each in _parts(schema):
        unit = each.get("x-flighthub", {}).get("unit")
        if isinstance(unit, str):
            return SYMBOLS.get(unit, unit)
    return ""


def _description(schema: Json) -> str:
    return next((str(each["description"]) for each in _parts(schema) if each.get("description")), "")
