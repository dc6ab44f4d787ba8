"""Types that are named in annotations alone, and imported when somebody evaluates these."""

from __future__ import annotations

from importlib.util import resolve_name
from typing import Any, ForwardRef


def lazy_type(module: str, name: str, package: str | None = None) -> Any:
    """What stands for a type until annotations that name it are evaluated, as `typing.get_type_hints` does.

    Args:
        module: The module that it is in, as an import names it.
        name: Its name.
        package: The package that a relative name counts from.
    """
    return ForwardRef(f"__import__('importlib').import_module('{resolve_name(module, package)}').{name}")
