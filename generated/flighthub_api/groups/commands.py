"""What became of commands.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Limits, ListOf, ObjectOf, String
from flighthub_runtime.groups import AsyncGroup, Group, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import mask_argument

from ..operations.commands import OPERATIONS

if TYPE_CHECKING:
    from ..models import DeviceCommandExecutions
else:
    DeviceCommandExecutions = lazy_type("..models", "DeviceCommandExecutions", __package__)

LIST: Call[Records[DeviceCommandExecutions]] = Call(
    OPERATIONS["listDeviceCommands"],
    path=Members(
        Member("uuid", String(id=True)),
    ),
    query=Members(
        Member(
            "device_sn",
            ListOf(String(id=True), Limits(min_items=1), inferred=Limits(max_items=50)),
            required=True,
            repeated=True,
        ),
        Member("identifiers", ListOf(String(), inferred=Limits(max_items=100)), repeated=True),
    ),
    answer=ObjectOf("DeviceCommandList", __package__),
    filled={"uuid": "organization"},
)


class Commands(Group):
    """What became of commands."""

    def list(
        self,
        *,
        device_sn: Sequence[str],
        identifiers: Sequence[str] | None = None,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Records[DeviceCommandExecutions]:
        """List what became of the commands of some devices.

        The newest execution of each command of a device: how far it is, and the device's own code at its end. V1.0
        answers a command with no more than its acceptance. The key needs rights in the organization.

        Args:
            device_sn: Serial numbers of the devices, the name repeated for each. (at least 1 items) Inferred, so only a
                warning: at most 50 items.
            identifiers: Business ids (bid) of commands to look for, the name repeated for each. Inferred, so only a
                warning: at most 100 items.
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[DeviceCommandExecutions]: The newest executions, by device and command.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Query Device Command Execution"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.commands.list(device_sn=["7CTDEXAMPLE0001"])
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            LIST,
            {
                "device_sn": device_sn,
                "identifiers": identifiers,
                "uuid": uuid,
            },
            request_options,
        )


class RawCommands(RawGroup):
    """As `Commands`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.call(Commands.list)


class AsyncCommands(AsyncGroup):
    """What became of commands."""

    async def list(
        self,
        *,
        device_sn: Sequence[str],
        identifiers: Sequence[str] | None = None,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Records[DeviceCommandExecutions]:
        """List what became of the commands of some devices.

        The newest execution of each command of a device: how far it is, and the device's own code at its end. V1.0
        answers a command with no more than its acceptance. The key needs rights in the organization.

        Args:
            device_sn: Serial numbers of the devices, the name repeated for each. (at least 1 items) Inferred, so only a
                warning: at most 50 items.
            identifiers: Business ids (bid) of commands to look for, the name repeated for each. Inferred, so only a
                warning: at most 100 items.
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[DeviceCommandExecutions]: The newest executions, by device and command.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Query Device Command Execution"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.commands.list(device_sn=["7CTDEXAMPLE0001"])
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            LIST,
            {
                "device_sn": device_sn,
                "identifiers": identifiers,
                "uuid": uuid,
            },
            request_options,
        )


class AsyncRawCommands(AsyncRawGroup):
    """As `AsyncCommands`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.async_call(AsyncCommands.list)
