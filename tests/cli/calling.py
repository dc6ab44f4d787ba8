"""Commands called as a shell would: words in; exit code, standard output and standard error out."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Mapping
from typing import Any, NamedTuple

from flighthub_api import OPERATIONS
from flighthub_cli._process import run


class Called(NamedTuple):
    """What became of a command."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


class _Stream(io.TextIOWrapper):
    """A stream that may claim to be a terminal."""

    def __init__(self, content: bytes = b"", *, terminal: bool = False, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(content), encoding=encoding, errors="backslashreplace", newline="\n")
        self._terminal = terminal

    def isatty(self) -> bool:
        """Whether it claims to be one."""
        return self._terminal

    @property
    def content(self) -> bytes:
        """What was written."""
        self.flush()
        return self.buffer.getvalue()  # type: ignore[attr-defined,no-any-return]


def call(*words: str, stdin: bytes = b"", terminal: bool = False, encoding: str = "utf-8") -> Called:
    """Calls the command in this process.

    Args:
        words: Its arguments.
        stdin: What stands on standard input.
        terminal: Whether all three streams are a terminal.
        encoding: The encoding of the locale.
    """
    streams = [_Stream(stdin, terminal=terminal, encoding=encoding)]
    streams += [_Stream(terminal=terminal, encoding=encoding) for _ in range(2)]
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        code = run(list(words))
        _, out, err = (stream.content.decode(encoding) for stream in streams)
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
    return Called(code, out, err)


def words_of(operation_id: str, arguments: Mapping[str, Any], write: Any) -> list[str]:
    """The words by which an operation is called with arguments.

    Args:
        operation_id: The operation.
        arguments: Its arguments, by their names on the wire.
        write: Puts a text into a file, and gives its path.
    """
    operation = OPERATIONS[operation_id]
    words = [operation.group.replace("_", "-"), operation.method.replace("_", "-")]
    for argument in operation.arguments:
        if argument.wire not in arguments:
            continue
        value, option = arguments[argument.wire], f"--{argument.name.replace('_', '-')}"
        if argument.secret:
            words += [option, f"@{write(value if isinstance(value, str) else json.dumps(value))}"]
        elif argument.kind == "boolean":
            words.append(option if value else option.replace("--", "--no-", 1))
        elif argument.kind == "list":
            for item in value if isinstance(value, list) else [value]:
                words += [option, item if isinstance(item, str) else json.dumps(item)]
        else:
            words += [option, value if isinstance(value, str) else json.dumps(value)]
    return words
