"""The timeout of one step of a call that, however many pieces the step has, does not reach beyond the deadline."""

from __future__ import annotations

from time import monotonic
from typing import Self


class StepTimeout(float):
    """Seconds that each wait of a step may last, and the moment at which all waiting ends.

    The HTTP library hands it through, unchanged, from the request to the socket.

    Args:
        seconds: The timeout of each wait.
        end: The deadline on the monotonic clock.
    """

    end: float

    def __new__(cls, seconds: float, end: float) -> Self:
        made = super().__new__(cls, seconds)
        made.end = end
        return made


def time_left(timeout: float | None) -> float | None:
    """Seconds that a wait which begins now may last.

    Raises:
        TimeoutError: None are left.
    """
    if not isinstance(timeout, StepTimeout):
        return timeout
    left = timeout.end - monotonic()
    if left <= 0:
        raise TimeoutError("the deadline has passed")
    return min(left, timeout)
