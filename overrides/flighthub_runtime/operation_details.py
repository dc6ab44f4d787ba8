"""What a program has to know of an operation to offer it: its summary, and all of its arguments."""

from __future__ import annotations

from typing import NamedTuple


class Argument(NamedTuple):
    """An argument of an operation.

    Attributes:
        name: The name of the keyword.
        wire: Its name on the wire.
        place: `path`, `query` or `body`.
        kind: `text`, `integer`, `number`, `boolean`, `list`, `object`, `enum`, `union` or `any`.
        text: What it means, with unit and limits in words.
        required: Whether it has to be given.
        secret: Whether it, or something in it, must never be shown.
        unit: Such as `m`, `deg`, or `s` of a Unix time; empty where there is none.
        enum: The name of the enum in `flighthub.enums`, also of a list's items; empty where there is none.
        values: The values that a request may have; empty where any may be.
        limits: The documented limits by their JSON Schema keywords, such as `("maximum", 30)`.
        items: The kind of a list's items; empty for anything else.
        filled_from: `project` or `organization` where the client fills it in when it is not given; empty where not.
        members: Those of an object, where they are known, in the order of its model. Those of objects in it have none.
    """

    name: str
    wire: str
    place: str
    kind: str
    text: str
    required: bool = False
    secret: bool = False
    unit: str = ""
    enum: str = ""
    values: tuple[str | int, ...] = ()
    limits: tuple[tuple[str, float], ...] = ()
    items: str = ""
    filled_from: str = ""
    members: tuple[Argument, ...] = ()


class OperationDetails(NamedTuple):
    """What a program has to know of an operation to offer it.

    Attributes:
        summary: What it does, in a line.
        arguments: Its arguments, in the order in which its method has them.
    """

    summary: str
    arguments: tuple[Argument, ...]
