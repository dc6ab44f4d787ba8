"""Operations as commands, made of the catalogue. No operation is named here: a new one is a command by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from flighthub_api import OPERATIONS

from ._front import kebab
from ._settings import SETTINGS, Command, Session, pass_session
from ._values import HOW_TO_HIDE, ArgumentType, items

if TYPE_CHECKING:
    from flighthub_runtime.operation_details import Argument
    from flighthub_runtime.operations import Operation

USUAL_EDITION: Final = "V1.0"


def methods_of(group: str) -> dict[str, Operation]:
    """The operations of a group, by the names of their commands."""
    return {kebab(each.method): each for each in OPERATIONS.values() if kebab(each.group) == group}


class OperationGroup(click.Group):
    """The operations of a group. A command is made when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands."""
        return sorted(methods_of(self.name or ""))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of an operation."""
        operation = methods_of(self.name or "").get(kebab(cmd_name))
        return None if operation is None else operation_command(operation)


class ArgumentOption(click.Option):
    """An argument of an operation as an option."""

    def __init__(self, argument: Argument) -> None:
        self.argument = argument
        self.section = "Options"
        is_list = argument.kind == "list"
        name = kebab(argument.name)
        attributes: dict[str, Any] = {
            "help": describe(argument),
            "required": argument.required and not is_path(argument),
        }
        if argument.kind == "boolean":
            super().__init__([f"argument_{argument.name}", f"--{name}/--no-{name}"], default=None, **attributes)
            return
        attributes["type"] = ArgumentType(argument, argument.items if is_list else argument.kind)
        if argument.secret:
            attributes["required"] = False
        super().__init__([f"argument_{argument.name}", f"--{name}"], multiple=is_list, **attributes)


def is_path(argument: Argument) -> bool:
    """Whether an argument is part of the path, so that it may be given without the name of its option."""
    return argument.place == "path"


def describe(argument: Argument) -> str:
    """The text of an option."""
    parts = [argument.text]
    if argument.required:
        parts.append("[required]" if is_path(argument) or argument.secret else "")
    if argument.kind == "list":
        parts.append("[may be given several times]")
    return " ".join(part for part in parts if part)


def help_of(operation: Operation) -> str:
    """What the help says about an operation."""
    facts = [f"fh.{operation.name}()", f"{operation.http_method} {operation.path}"]
    facts += [f"effect: {operation.effect}", f"repeating: {operation.retry}", f"confidence: {operation.confidence}"]
    if operation.edition != USUAL_EDITION:
        facts.append(f"edition: {operation.edition}")
    parts = [f"{operation.summary}.", "; ".join(facts) + "."]
    if operation.page:
        parts.append(f"Documentation: {operation.page}.")
    if operation.next_step:
        parts.append(f"After a lost response: {operation.next_step}")
    return "\n\n".join(parts)


def operation_command(operation: Operation) -> Command:
    """The command of an operation."""
    arguments = operation.arguments
    params: list[click.Parameter] = [ArgumentOption(each) for each in arguments]
    params += [
        click.Argument(
            [f"position_{each.name}"], metavar=each.name.upper(), required=False, type=ArgumentType(each, each.kind)
        )
        for each in arguments
        if is_path(each)
    ]

    @pass_session
    def callback(session: Session, /, **given: Any) -> None:
        call_operation(session, operation, _collect(session, operation, given))

    return Command(
        kebab(operation.method),
        params=params,
        callback=callback,
        help=help_of(operation),
        short_help=operation.summary,
        context_settings=SETTINGS,
        epilog="The common options may also stand before the command." if len(arguments) else None,
    )


def _collect(session: Session, operation: Operation, given: dict[str, Any]) -> dict[str, Any]:
    """The arguments of the method, out of options and what was given without their names."""
    found: dict[str, Any] = {}
    for argument in operation.arguments:
        value = given.get(f"argument_{argument.name}")
        position = given.get(f"position_{argument.name}")
        if position is not None:
            if value is not None:
                raise click.UsageError(f"{argument.name} is given twice: as --{kebab(argument.name)} and without it.")
            value = position
        if argument.kind == "list":
            value = items(value, argument) if value else None
        if value is None and argument.required:
            value = _asked(session, argument)
        if value is not None:
            found[argument.name] = value
    return found


def _asked(session: Session, argument: Argument) -> Any:
    """A secret that is missing, asked for without showing it."""
    option = f"--{kebab(argument.name)}"
    if not argument.secret:
        raise click.UsageError(f"Missing option '{option}', which may also be given without its name.")
    if argument.kind != "text" or not session.can_ask:
        raise click.UsageError(f"Missing option '{option}': {HOW_TO_HIDE}.")
    from flighthub import Secret

    return Secret(click.prompt(option, hide_input=True, err=True))


def call_operation(session: Session, operation: Operation, arguments: dict[str, Any]) -> None:
    """Calls the client's method, and writes what it gives."""
    if session.flag("dry_run"):
        from flighthub import Configuration

        from .dry_run import request_of

        project = Configuration(**session.client_settings()).project if operation.sends_project else None
        session.output.emit(request_of(operation, arguments, project))
        return
    if operation.effect == "dangerous":
        from ._safety import confirm

        secret = {each.name for each in operation.arguments if each.secret}
        confirm(session, operation.summary, {name: value for name, value in arguments.items() if name not in secret})
    session.left_behind = (
        "" if operation.effect == "read" else f"it may have been carried out. {operation.next_step}".rstrip()
    )
    method = getattr(getattr(session.fh, operation.group), operation.method)
    answer = method(**arguments)
    if answer is None:
        session.note("done")
        return
    session.output.emit(answer)
