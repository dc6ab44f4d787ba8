"""Expressions of JMESPath. This module alone imports jmespath, which has no types."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import click


def compile_query(expression: str) -> Callable[[Any], Any]:
    """The function that an expression stands for; a usage error where it is none, or does not fit the data."""
    jmespath: Any = import_module("jmespath")
    problems: type[Exception] = jmespath.exceptions.JMESPathError
    try:
        search = jmespath.compile(expression).search
    except problems as error:
        raise _usage(error) from None

    def run(data: Any) -> Any:
        try:
            return search(data)
        except problems as error:
            raise _usage(error) from None

    return run


def _usage(error: Exception) -> click.UsageError:
    return click.UsageError(f"--query: {' '.join(str(error).split())}")
