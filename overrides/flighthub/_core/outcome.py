"""What became of each item of a bounded-concurrency map."""

from __future__ import annotations

from typing import Generic, TypeVar, cast

from flighthub_runtime.public_names import exported

from ..errors import FlightHubError

I = TypeVar("I")  # noqa: E741 - input, beside O for output
O = TypeVar("O")  # noqa: E741


def describe_worker_end(error: BaseException) -> FlightHubError:
    """The error of an item whose worker was ended by something that no `except Exception` sees, as a library's panic.

    Its text is not repeated, as nobody knows what it holds.
    """
    made = FlightHubError(f"the work on this item was ended by {type(error).__name__}, which is a fault of a library")
    made.__cause__ = error.with_traceback(None)
    return made


INTERRUPTIONS = (KeyboardInterrupt, SystemExit, GeneratorExit)
"""What ends the job and not an item: somebody wants an end."""


@exported
class Outcome(Generic[I, O]):
    """An item, and the result or the exception that the function gave for it.

    Attributes:
        item: The item.
        error: The exception; None when there is a result.
    """

    __slots__ = ("_value", "error", "item")

    def __init__(self, item: I, *, value: O | None = None, error: Exception | None = None) -> None:
        self.item = item
        self.error = error
        self._value = value

    @property
    def ok(self) -> bool:
        """Whether there is a result."""
        return self.error is None

    def result(self) -> O:
        """The result; raises the exception where there is one."""
        if self.error is not None:
            raise self.error
        return cast(O, self._value)

    def __repr__(self) -> str:
        ending = "ok" if self.error is None else type(self.error).__name__
        return f"<Outcome for {self.item!r}: {ending}>"
