"""What an error of the client means for whoever called the command: exit code, a line, or a JSON object."""

from __future__ import annotations

from typing import Any, Final

import click

from .plain import error_facts

DONE, FAILED, USAGE, KEY, MISSING, BUSY, DEVICE, UNKNOWN, TIMEOUT, CONNECTION = range(10)
INTERRUPTED: Final = 130

_CODES: Final[tuple[tuple[str, int], ...]] = (
    ("OutcomeUnknown", UNKNOWN),
    ("InvalidArgument", USAGE),
    ("ConfigurationError", USAGE),
    ("AuthenticationError", KEY),
    ("PermissionDenied", KEY),
    ("InvalidSignature", KEY),
    ("NotFound", MISSING),
    ("RateLimited", BUSY),
    ("DeviceOffline", DEVICE),
    ("WaylineInvalid", DEVICE),
    ("PreflightFailed", DEVICE),
    ("FlightTaskFailed", DEVICE),
    ("WaitTimeout", TIMEOUT),
    ("WaitCancelled", INTERRUPTED),
    ("ConnectionFailed", CONNECTION),
    ("UnexpectedResponse", CONNECTION),
)
"""By the names of classes, so that none is imported that is not needed."""

_BUSY_STATUSES: Final = (429, 503)


class CommandFailed(click.ClickException):
    """An end that is no error of the client: the command says why, and with which exit code."""

    def __init__(self, message: str, exit_code: int = FAILED) -> None:
        super().__init__(message)
        self.exit_code = exit_code  # type: ignore[misc]


def exit_code_of(error: BaseException) -> int:
    """The exit code for an error."""
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.Abort):
        return INTERRUPTED
    if isinstance(error, click.ClickException):
        return error.exit_code
    if getattr(error, "http_status", None) in _BUSY_STATUSES and "OutcomeUnknown" not in _names(error):
        return BUSY
    names = _names(error)
    return next((code for name, code in _CODES if name in names), FAILED)


def as_line(error: BaseException) -> str:
    """An error as one line, with what to do next."""
    text = error.format_message() if isinstance(error, click.ClickException) else str(error)
    parts = [text or type(error).__name__]
    parts += [each for each in (_text(error, "next_step"), _text(error, "hint")) if each and each not in text]
    parts += getattr(error, "__notes__", [])
    if isinstance(error, click.UsageError) and error.ctx is not None:
        parts.append(f"See: {error.ctx.command_path} --help")
    findings = getattr(error, "findings", ())
    parts += [each.what_to_do for each in findings if each.level == "problem" and each.what_to_do]
    return " ".join(" ".join(each.split()) for each in parts)


def as_object(error: BaseException, code: int) -> dict[str, Any]:
    """An error as an object for programs."""
    message = error.format_message() if isinstance(error, click.ClickException) else str(error)
    return {"error": {"type": type(error).__name__, "message": message, "exit_code": code, **error_facts(error)}}


def _names(error: BaseException) -> set[str]:
    return {each.__name__ for each in type(error).__mro__}


def _text(error: BaseException, name: str) -> str:
    found = getattr(error, name, "")
    return found if isinstance(found, str) else ""
