"""A run of the command: what happens to its errors, its warnings, to Ctrl-C, and to a pipe that closes."""

from __future__ import annotations

import os
import signal
import sys
import warnings
from contextlib import suppress
from io import TextIOWrapper
from types import FrameType
from typing import Any, NoReturn

import click

from ._commands import make_root
from ._errors import DONE, INTERRUPTED, as_line, as_object, exit_code_of
from ._settings import Session

COMPLETION = "_FLIGHTHUB_COMPLETE"


def run_and_exit(arguments: list[str]) -> NoReturn:
    """Runs the command as a process of its own."""
    interruptions = 0

    def interrupted(number: int, frame: FrameType | None) -> None:
        nonlocal interruptions
        interruptions += 1
        if interruptions > 1:
            if sys.stderr.isatty():
                os.write(sys.stderr.fileno(), b"\x1b[?25h\n")  # bars hide the cursor
            os._exit(INTERRUPTED)
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, interrupted)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    code = run(arguments)
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    # What is under way in threads ends with the process: nobody waits for it.
    os._exit(code)


def run(arguments: list[str]) -> int:
    """Runs the command in this process, and gives its exit code."""
    session = Session()
    root = make_root()
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        warnings.showwarning = _notes(session)
        try:
            if COMPLETION in os.environ:
                from click.shell_completion import shell_complete

                return shell_complete(root, {}, "flighthub", COMPLETION, os.environ[COMPLETION])
            # `root.main` would expand patterns on Windows, and end with 1 where whoever reads has seen enough.
            with root.make_context("flighthub", list(arguments), obj=session) as context:
                root.invoke(context)
            return DONE
        except BrokenPipeError:
            return _reader_gone()
        except (Exception, KeyboardInterrupt) as error:
            return _report(session, error)
        finally:
            try:
                session.close()
            except KeyboardInterrupt:
                return INTERRUPTED


def _report(session: Session, error: BaseException) -> int:
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return error.exit_code
    was_interrupted = isinstance(error, (KeyboardInterrupt, click.Abort)) or isinstance(
        error.__cause__ or error.__context__, KeyboardInterrupt
    )
    code = INTERRUPTED if was_interrupted else exit_code_of(error)
    if session.flag("debug"):
        import traceback

        traceback.print_exception(error)
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        click.echo(" ".join(["flighthub: interrupted;", session.left_behind or "nothing is left to do."]), err=True)
    elif session.values.get("output") in ("json", "jsonl"):
        import json

        click.echo(json.dumps(as_object(error, code)), err=True)
    else:
        click.echo(f"flighthub: {as_line(error)}", err=True)
    return code


def _notes(session: Session) -> Any:
    def show(message: Warning | str, *more: object, **further: object) -> None:
        session.note(f"flighthub: note: {' '.join(str(message).split())}")

    return show


def _reader_gone() -> int:
    """Whoever read standard output has seen enough. What is written at the end goes nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
