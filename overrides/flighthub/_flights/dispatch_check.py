"""What the server's own check of a flight says, as findings. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flighthub_runtime.annotations import lazy_type

from .._diagnostics.findings import Finding, Level
from ..errors import InvalidArgument, NotFound

if TYPE_CHECKING:
    from flighthub_api.models import DispatchCheck, DispatchWarning
else:
    DispatchCheck = lazy_type("flighthub_api.models", "DispatchCheck")
    DispatchWarning = lazy_type("flighthub_api.models", "DispatchWarning")

CHECK: Final = "dispatch check"

_PASSED: Final = "FlightHub 2 has nothing against the flight. That is no promise: its task may still fail."


def dispatch_findings(check: DispatchCheck) -> list[Finding]:
    """What the server has against a flight: all but what it calls information is a problem."""
    found = [Finding(CHECK, _level(each), _text(each)) for each in check.errors]
    return found or [Finding(CHECK, "ok", _PASSED)]


def check_missing(error: NotFound) -> InvalidArgument:
    """The error where a deployment does not have the check."""
    return InvalidArgument(
        "check",
        f"cannot be done here, so nothing was sent: {error.hint or error.text} Launch without it; preflight=True "
        "checks by what the devices report, which every deployment has",
    )


def _level(warning: DispatchWarning) -> Level:
    from flighthub_api.enums import DispatchWarningType

    # A kind that nobody knows may be worse than all.
    return "warning" if warning.error_type is DispatchWarningType.INFO else "problem"


def _text(warning: DispatchWarning) -> str:
    word, said = warning.error_code or "no code", warning.description or "no description"
    return f"FlightHub 2 says {word}: {said}"
