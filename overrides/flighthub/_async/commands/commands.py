"""Commands: the generated operation, and settling what became of one whose response was lost."""

from __future__ import annotations

from datetime import datetime
from threading import Event
from typing import TYPE_CHECKING, Literal, cast

from flighthub_api.groups.commands import AsyncCommands
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.secrets import mask_argument

from ..._commands.outcome import CommandOutcome, SentCommand
from ...errors import (
    ConfigurationError,
    InvalidArgument,
    NotFound,
    OutcomeUnknown,
    PermissionDenied,
    ServerError,
    UnexpectedResponse,
    WaitTimeout,
)
from ..client import AsyncFlightHub
from ..core.polling import wait_until

if TYPE_CHECKING:
    from flighthub_api.enums import DeviceCommand
else:
    DeviceCommand = lazy_type("flighthub_api.enums", "DeviceCommand")


class CommandsGroup(AsyncCommands):
    """What became of commands."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client

    async def outcome(
        self,
        of: OutcomeUnknown | ServerError | UnexpectedResponse | str,
        *,
        command: DeviceCommand
        | Literal[
            "return_home", "return_specific_home", "return_home_cancel", "flighttask_pause", "flighttask_recovery"
        ]
        | None = None,
        since: datetime | None = None,
        timeout: float = 60.0,
        interval: float = 2.0,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> CommandOutcome:
        """Find out what became of a command, or of an RTK calibration. Sends no command.

        The newest executions of the device and of the other half of its pair are read until the device has carried the
        command out, or the time is up: that the dock may be listed instead of the aircraft, and that a calibration is
        listed under a name with `rtk`, is inferred. The same command that somebody else sent at the same moment cannot
        be told apart. Only the public cloud has this list, and the key needs rights in the organization.

        Args:
            of: What `devices.send_command` or `devices.calibrate_rtk` raised; or a serial number, with `command`, for a
                command that was accepted.
            command: Name of the command, with a serial number.
            since: When that command was sent, with a time zone; whenever, when not given.
            timeout: Seconds for which to look; 0 for a single look.
            interval: Seconds between two looks.
            cancel: Set it, from any thread, to end the search.
            request_options: What to set for these calls alone.

        Returns:
            The outcome. Its `status` is `done`, `failed`, `in_progress`, `not_found`, or `unknown` where it cannot be
            asked, as on premises, and `reason` says why. After `unknown`, read the state of the device.

        Raises:
            InvalidArgument: The error comes from another call, or a serial number lacks its command.
            FlightHubError: A call failed; the subclass, its code and its hint say why.

        Documentation: "Query Device Command Execution".

        Example:
            >>> from flighthub import OutcomeUnknown
            >>> try:
            ...     await fh.devices.send_command("1581FEXAMPLE00001", device_command="return_home")
            ... except OutcomeUnknown as lost:
            ...     print(await fh.commands.outcome(lost))
            >>> outcome = await fh.commands.outcome("7CTDEXAMPLE0001", command="return_home", timeout=0)
            >>> outcome.status
            'done'
        """
        request_options = mask_argument(request_options)
        sent = _sent(of, None if command is None else str(command), since)
        serials = [sent.sn]
        for pair in await self._client.devices.list(request_options=request_options):
            pair_serials = [device.sn for device in (pair.gateway, pair.drone) if device is not None and device.sn]
            if sent.sn in pair_serials:
                serials += [sn for sn in pair_serials if sn != sent.sn]

        async def look() -> CommandOutcome:
            try:
                return sent.judge(await self.list(device_sn=serials, request_options=request_options))
            except NotFound as error:
                if error.code is not None:
                    raise
                return sent.unknown(error.hint or str(error))
            except (PermissionDenied, ConfigurationError) as error:
                return sent.unknown(str(error))

        try:
            return await wait_until(
                look,
                _is_final,
                what=f"the end of the command {sent.command} of {sent.sn}",
                timeout=timeout,
                interval=interval,
                seen_as=_status_of,
                cancel=cancel,
            )
        except WaitTimeout as over:
            if over.__cause__ is not None:
                raise over.__cause__ from None
            return cast("CommandOutcome", over.last)


def _sent(of: object, command: str | None, since: datetime | None) -> SentCommand:
    if since is not None and since.tzinfo is None:
        raise InvalidArgument("since", "must be a datetime with a time zone")
    if not isinstance(of, str):
        return SentCommand.of_error(of)
    if not of.strip():
        raise InvalidArgument("of", "must not be empty")
    if not command:
        raise InvalidArgument("command", "must be given with a serial number: the name of the command")
    return SentCommand(of, command, True, since)


def _is_final(outcome: CommandOutcome) -> bool:
    return outcome.has_ended or not outcome.is_known


def _status_of(outcome: CommandOutcome) -> str:
    return outcome.status
