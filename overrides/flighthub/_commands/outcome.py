"""What became of a command, by the executions that the organization has of its devices. No I/O."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs.times import LAST_SECOND
from flighthub_runtime.public_names import exported

from ..errors import InvalidArgument, OutcomeUnknown, ServerError, UnexpectedResponse

if TYPE_CHECKING:
    from flighthub_api.models import CommandExecution, DeviceCommandExecutions
else:
    CommandExecution = lazy_type("flighthub_api.models", "CommandExecution")
    DeviceCommandExecutions = lazy_type("flighthub_api.models", "DeviceCommandExecutions")

CommandStatus = Literal["done", "failed", "in_progress", "not_found", "unknown"]
"""What can be said of a command."""

SEND_COMMAND: Final = "devices.send_command"
CALIBRATE_RTK: Final = "devices.calibrate_rtk"

_RTK: Final = "rtk"
"""What stands in the name under which a calibration is listed (inferred: no list of names is published)."""

_SLACK: Final = timedelta(seconds=5)
"""By how much a command may seem to have been sent before it was: the server's clock is known to the second."""

_ENDED: Final = 100


@exported
class CommandOutcome(NamedTuple):
    """What became of a command.

    Attributes:
        sn: Serial number of the device that the command names.
        command: Name of the command.
        status: `done`; `failed`, with the device's own code in `execution`; `in_progress`; `not_found` where FlightHub
            2 lists no such command since; `unknown` where that cannot be asked.
        execution: The execution as it was listed; None where there is none.
        reason: The same in a sentence.
    """

    sn: str
    command: str
    status: CommandStatus
    execution: CommandExecution | None
    reason: str

    @property
    def is_known(self) -> bool:
        """Whether it could be found out what became of the command."""
        return self.status != "unknown"

    @property
    def has_ended(self) -> bool:
        """Whether the device has carried out the command, well or not."""
        return self.status in ("done", "failed")

    def __str__(self) -> str:
        return f"{self.command} of {self.sn}: {self.reason}"


class SentCommand(NamedTuple):
    """A command of which somebody wants to know what became.

    Attributes:
        sn: Serial number of the device that it names.
        command: Its name; what stands in its name where that is not known exactly.
        is_exact: Whether the name is known exactly.
        since: When it was sent, by the server's clock or this machine's; None for whenever.
    """

    sn: str
    command: str
    is_exact: bool
    since: datetime | None

    @classmethod
    def of_error(cls, error: object) -> SentCommand:
        """The command that an error is about.

        Raises:
            InvalidArgument: It is about another call.
        """
        whose = getattr(error, "operation", "")
        if not isinstance(error, (OutcomeUnknown, ServerError, UnexpectedResponse)) or whose not in (
            SEND_COMMAND,
            CALIBRATE_RTK,
        ):
            found = type(error).__name__ + (f" of {whose}" if whose else "")
            raise InvalidArgument(
                "of",
                f"must be the OutcomeUnknown of {SEND_COMMAND} or {CALIBRATE_RTK}, or a serial number, not {found}",
            )
        since = error.server_time or error.sent_at
        sn = str(error.arguments["device_sn"])
        if whose == CALIBRATE_RTK:
            return cls(sn, _RTK, False, since)
        return cls(sn, str(error.arguments["device_command"]), True, since)

    def judge(self, rows: Iterable[DeviceCommandExecutions]) -> CommandOutcome:
        """What became of it, by the newest executions of its devices."""
        found = [
            (name, execution)
            for row in rows
            for name, execution in (row.services or {}).items()
            if (name == self.command if self.is_exact else self.command in name.lower())
        ]
        dated = [(_moment(execution), name, execution) for name, execution in found]
        fitting = [each for each in dated if self.since is None or (each[0] and each[0] >= self.since - _SLACK)]
        if fitting:
            _, name, execution = max(fitting, key=lambda each: (each[0] is not None, each[0] or datetime.now(UTC)))
            return self._of(name, execution)
        if any(moment is None for moment, _, _ in dated):
            return self.unknown("an execution is listed, but not when it was sent.")
        since = "" if self.since is None else f" since {self.since:%Y-%m-%d %H:%M:%S} UTC"
        text = f"FlightHub 2 lists no such command{since}, so it has not reached the device as far as that tells."
        return CommandOutcome(self.sn, self.command, "not_found", None, text)

    def unknown(self, why: str) -> CommandOutcome:
        """That it cannot be found out."""
        return CommandOutcome(self.sn, self.command, "unknown", None, f"Not to be found out: {why}")

    def _of(self, name: str, execution: CommandExecution) -> CommandOutcome:
        percent = None if execution.progress is None else execution.progress.percent
        code = execution.device_code
        if code:
            text = f"the device has ended it with its code {code}."
            return CommandOutcome(self.sn, name, "failed", execution, text)
        if percent is None or percent < _ENDED:
            text = "the device is at it" + ("." if percent is None else f", {percent} % are done.")
            return CommandOutcome(self.sn, name, "in_progress", execution, text)
        return CommandOutcome(self.sn, name, "done", execution, "the device has carried it out.")


def _moment(execution: CommandExecution) -> datetime | None:
    """When a command was sent, in seconds or milliseconds, which the size of the number tells."""
    sent = execution.create_time or execution.update_time
    if not sent:
        return None
    return datetime.fromtimestamp(sent / 1000 if sent > LAST_SECOND else sent, UTC)
