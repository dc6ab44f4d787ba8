"""The errors that arise without anything being sent."""

from __future__ import annotations

import warnings

from .public_names import exported

LIBRARY_MARK = "__is_library__"
"""The global, in the `__init__.py` of a package, that has warnings blame whoever called the package."""


@exported
class FlightHubError(Exception):
    """Everything that this package raises on purpose."""


@exported
class InvalidArgument(FlightHubError, ValueError):
    """An argument cannot be right, and nothing was sent.

    Attributes:
        member: The member of the request that is wrong, as a path such as `repeat_option.interval`.
    """

    def __init__(self, member: str, problem: str) -> None:
        super().__init__(f"{member}: {problem}")
        self.member = member
        self.problem = problem

    def __reduce__(self) -> tuple[type[InvalidArgument], tuple[str, str]]:
        return type(self), (self.member, self.problem)


@exported
class ConfigurationError(FlightHubError):
    """Something around the client is not as it must be: its settings, a package that is missing, or it was closed."""


@exported
class InferredLimitWarning(UserWarning):
    """An argument is beyond a limit that is inferred, not documented. It was sent all the same."""


def warn_inferred(message: str) -> None:
    """Warns of something inferred, at the line of whoever called the library."""
    import sys
    from inspect import currentframe

    level = 1
    frame = currentframe()
    while frame is not None and hasattr(sys.modules.get(frame.f_globals["__name__"].partition(".")[0]), LIBRARY_MARK):
        frame = frame.f_back
        level += 1
    warnings.warn(message, InferredLimitWarning, stacklevel=level)
