"""`flighthub`, the command: FlightHub 2 from a terminal. What it can do comes out of the catalogue of operations.

It stands on the public names of `flighthub`. `flighthub --help` and `flighthub --version` import neither the client nor
click; a command is made when it is called.
"""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Runs the command with the arguments of this process, and exits."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from flighthub._version import __version__

        _say(f"flighthub {__version__}\n")
        return
    if not arguments or arguments in (["--help"], ["-h"]):
        import os

        if "_FLIGHTHUB_COMPLETE" not in os.environ:
            from ._front import front_page

            _say(front_page())
            return
        from ._completion import completions

        found = completions(os.environ)
        if found is not None:
            _say(found)
            return
    try:
        from ._process import run_and_exit
    except ModuleNotFoundError as missing:
        if missing.name != "click":
            raise
        sys.exit("flighthub: the command needs the package click: pip install 'flighthub[cli]'")

    run_and_exit(arguments)


def _say(text: str) -> None:
    """Writes to standard output, whatever its encoding, and whether or not somebody still reads it."""
    try:
        encoding = sys.stdout.encoding
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        import os

        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
