"""Classes that say they live where people import them from: in tracebacks, `repr`, `help()` and pickles."""

from __future__ import annotations

from typing import Any, Final, ForwardRef, TypeVar, cast

C = TypeVar("C")

PUBLIC: Final = "flighthub"
"""The package that people import."""


def exported(cls: C) -> C:
    """Has a class name the public package as its module.

    Annotations that are still text name types of the module in which the class is written, and go on doing so.
    """
    made = cast(Any, cls)
    home = made.__module__
    annotations = made.__dict__.get("__annotations__", {})
    for name, found in annotations.items():
        # A named tuple has made references of its texts already, and left out whose they are.
        text = found.__forward_arg__ if isinstance(found, ForwardRef) and found.__forward_module__ is None else found
        if isinstance(text, str):
            annotations[name] = ForwardRef(text, is_class=True, module=home)
    made.__defined_in__ = home
    made.__module__ = PUBLIC
    return cls


def defined_in(cls: type[Any]) -> str:
    """The module in which a class is written, whatever it says of itself."""
    return cast(str, cls.__dict__.get("__defined_in__", cls.__module__))
