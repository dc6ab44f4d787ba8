"""What is typed for an argument of an operation, as the client takes it. Text stays text."""

from __future__ import annotations

import json
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from ._errors import USAGE, CommandFailed
from .narrow import is_list

if TYPE_CHECKING:
    from flighthub_runtime.operation_details import Argument


if TYPE_CHECKING:
    ParamType = click.ParamType[Any]
else:
    ParamType = click.ParamType

_DATE: Final = re.compile(r"\d{4}-\d\d?-\d\d?([T ].*)?")

HOW_TO_HIDE: Final = "give @file, or @- for standard input: a command line is kept in the history and shown to others"


class ArgumentType(ParamType):
    """The type of an argument, or of an item of it, by its kind."""

    def __init__(self, argument: Argument, kind: str) -> None:
        self.argument = argument
        self.kind = kind
        self.name = kind

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """The values it can have, else its kind."""
        if self.argument.values:
            return f"[{'|'.join(str(each) for each in self.argument.values)}]"
        if self.argument.secret:
            return "@FILE"
        return {"text": "TEXT", "integer": "INTEGER", "number": "NUMBER"}.get(self.kind, "JSON|@FILE")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value for the client; what cannot be right in ways that only the documentation knows is left to it."""
        if not isinstance(value, str):
            return value
        if self.argument.secret:
            return self._secret(value, param, ctx)
        try:
            value.encode()
        except UnicodeEncodeError:
            self.fail("holds bytes that are no text in the encoding of this terminal", param, ctx)
        if self.kind == "text":
            return value
        if self.kind == "enum":
            numbers = all(isinstance(each, int) for each in self.argument.values)
            return int(value) if numbers and value.isdecimal() else value
        if self.kind in ("integer", "number"):
            return self._number(value, param, ctx)
        return self._json(value, param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        """The values that begin so."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(str(each)) for each in self.argument.values if str(each).startswith(incomplete)]

    def _number(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if self.argument.unit in ("s", "ms") and _DATE.fullmatch(value):
            return moment(value, param, ctx)
        try:
            return int(value) if self.kind == "integer" else float(value)
        except ValueError:
            self.fail(f"{value!r} is not {'a whole number' if self.kind == 'integer' else 'a number'}", param, ctx)

    def _json(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if self.kind == "any" and not value.startswith(("{", "[", "@")):
            return value
        text, where = value, "this"
        if value.startswith("@"):
            text, where = self._content(value, param, ctx), value[1:]
        try:
            return json.loads(text, parse_constant=_no_constant)
        except ValueError as error:
            at = f" (line {error.lineno}, column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
            self.fail(f"{where if value.startswith('@') else 'this'} is not JSON{at}", param, ctx)

    def _secret(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from flighthub import Secret

        if not value.startswith("@"):
            self.fail(f"is secret: {HOW_TO_HIDE}", param, ctx)
        text = self._content(value, param, ctx)
        if self.kind == "text":
            return Secret(text[:-2] if text.endswith("\r\n") else text.removesuffix("\n"))
        try:
            return json.loads(text, parse_constant=_no_constant)
        except ValueError:
            pass  # whose text may quote it
        self.fail(f"{value[1:]} is not JSON", param, ctx)

    def _content(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        name = value[1:]
        try:
            return (sys.stdin.buffer.read() if name == "-" else Path(name).expanduser().read_bytes()).decode()
        except OSError as error:
            problem = f"{name} cannot be read: {error.strerror}"
        except ValueError:
            problem = f"{name} is not UTF-8"
        self.fail(problem, param, ctx)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def moment(value: str, param: click.Parameter | None = None, ctx: click.Context | None = None) -> datetime:
    """A time as it is typed; one without a zone is local."""
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a time such as 2026-03-01T10:30", ctx, param) from None
    return found if found.tzinfo is not None else found.astimezone()


class Moment(ParamType):
    """A time of a job."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The time, with its zone."""
        return moment(value, param, ctx) if isinstance(value, str) else value


def items(value: tuple[Any, ...], argument: Argument) -> list[Any]:
    """The items of a list: each option is one, but a list of objects may be given as a whole."""
    if argument.items not in ("object", "list", "union", "any"):
        return list(value)
    made: list[Any] = []
    for each in value:
        is_whole = is_list(each) and (argument.items != "list" or all(map(is_list, each)))
        made += each if is_whole else [each]
    return made


def load_json(text: str, what: str) -> Any:
    """JSON as it is typed for a job: the text itself, `@file`, or `@-` for standard input."""
    try:
        if text.startswith("@"):
            name = text[1:]
            text = (sys.stdin.buffer.read() if name == "-" else Path(name).expanduser().read_bytes()).decode()
        return json.loads(text)
    except OSError as error:
        raise CommandFailed(f"{what}: {error.filename} cannot be read: {error.strerror}", USAGE) from None
    except ValueError:
        raise click.UsageError(f"{what} is not JSON.") from None
