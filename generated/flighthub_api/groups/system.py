"""Whether the installation is up.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from flighthub_runtime import raw as _raw
from flighthub_runtime.groups import AsyncGroup, Group, RequestOptions
from flighthub_runtime.models import Members
from flighthub_runtime.operations import Call
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.secrets import mask_argument

from ..operations import OPERATIONS

STATUS: Call[None] = Call(
    OPERATIONS["getSystemStatus"],
    path=Members(),
    query=Members(),
)


class System(Group):
    """Whether the installation is up."""

    def status(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Ask whether FlightHub 2 works.

        Code 0 means that the installation works. A good first check of host and key, since a key of another region is
        refused; one public proxy calls it without a key, so success alone does not prove that the key is good.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Query FlightHub 2 system status" (documentation index, 2026-05-08; observed). Effect: read.
        Repeating: safe.

        Example:
            >>> fh.system.status()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(STATUS, {}, request_options)


class RawSystem(RawGroup):
    """As `System`; each method returns the whole response: HTTP status, headers, body and answer."""

    status = _raw.call(System.status)


class AsyncSystem(AsyncGroup):
    """Whether the installation is up."""

    async def status(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Ask whether FlightHub 2 works.

        Code 0 means that the installation works. A good first check of host and key, since a key of another region is
        refused; one public proxy calls it without a key, so success alone does not prove that the key is good.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Query FlightHub 2 system status" (documentation index, 2026-05-08; observed). Effect: read.
        Repeating: safe.

        Example:
            >>> await fh.system.status()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(STATUS, {}, request_options)


class AsyncRawSystem(AsyncRawGroup):
    """As `AsyncSystem`; each method returns the whole response: HTTP status, headers, body and answer."""

    status = _raw.async_call(AsyncSystem.status)
