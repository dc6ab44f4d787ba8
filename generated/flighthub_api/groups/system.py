"""Whether the installation is up.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Limits, ListOf, ObjectOf, String
from flighthub_runtime.groups import AsyncGroup, Group, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.secrets import mask_argument

from ..operations.system import OPERATIONS

if TYPE_CHECKING:
    from ..models import SystemHealth
else:
    SystemHealth = lazy_type("..models", "SystemHealth", __package__)

STATUS: Call[None] = Call(
    OPERATIONS["getSystemStatus"],
    path=Members(),
    query=Members(),
)
DECRYPT_SERIALS: Call[dict[str, str]] = Call(
    OPERATIONS["decryptSerialNumbers"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("encrypted_sns", ListOf(String(), Limits(min_items=1), inferred=Limits(max_items=100)), required=True),
    ),
    answer=ObjectOf("DecryptedSerialNumbers", __package__),
)
HEALTH: Call[SystemHealth] = Call(
    OPERATIONS["getSystemHealth"],
    path=Members(),
    query=Members(),
    answer=ObjectOf("SystemHealth", __package__),
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

    def decrypt_serials(
        self,
        *,
        encrypted_sns: Sequence[str],
        request_options: RequestOptions | None = None,
    ) -> dict[str, str]:
        """Resolve masked serial numbers.

        Nothing is stored, so it may be repeated although it is a POST. It reveals what was masked on purpose: take care
        where the result goes. Which answers carry masked serial numbers is not said, presumably flight records and
        exports.

        Args:
            encrypted_sns: Masked serial numbers, as flight records carry them. (at least 1 items) Inferred, so only a
                warning: at most 100 items.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            dict[str, str]: The plain serial numbers.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "SN Decrypt Echo" (documentation
        index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.system.decrypt_serials(encrypted_sns=["ENC-EXAMPLE-0001"])
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            DECRYPT_SERIALS,
            {
                "encrypted_sns": encrypted_sns,
            },
            request_options,
        )

    def health(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> SystemHealth:
        """Ask whether FlightHub 2 is healthy.

        Code 0 is the whole message, as the payload is usually null. It stands beside the status call of V1.0, which the
        newer edition has too; how the two differ is not said.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            SystemHealth: Healthy; seldom with a payload.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Query System Health Status"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.system.health()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(HEALTH, {}, request_options)


class RawSystem(RawGroup):
    """As `System`; each method returns the whole response: HTTP status, headers, body and answer."""

    status = _raw.call(System.status)
    decrypt_serials = _raw.call(System.decrypt_serials)
    health = _raw.call(System.health)


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

    async def decrypt_serials(
        self,
        *,
        encrypted_sns: Sequence[str],
        request_options: RequestOptions | None = None,
    ) -> dict[str, str]:
        """Resolve masked serial numbers.

        Nothing is stored, so it may be repeated although it is a POST. It reveals what was masked on purpose: take care
        where the result goes. Which answers carry masked serial numbers is not said, presumably flight records and
        exports.

        Args:
            encrypted_sns: Masked serial numbers, as flight records carry them. (at least 1 items) Inferred, so only a
                warning: at most 100 items.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            dict[str, str]: The plain serial numbers.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "SN Decrypt Echo" (documentation
        index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.system.decrypt_serials(encrypted_sns=["ENC-EXAMPLE-0001"])
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            DECRYPT_SERIALS,
            {
                "encrypted_sns": encrypted_sns,
            },
            request_options,
        )

    async def health(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> SystemHealth:
        """Ask whether FlightHub 2 is healthy.

        Code 0 is the whole message, as the payload is usually null. It stands beside the status call of V1.0, which the
        newer edition has too; how the two differ is not said.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            SystemHealth: Healthy; seldom with a payload.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Query System Health Status"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.system.health()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(HEALTH, {}, request_options)


class AsyncRawSystem(AsyncRawGroup):
    """As `AsyncSystem`; each method returns the whole response: HTTP status, headers, body and answer."""

    status = _raw.async_call(AsyncSystem.status)
    decrypt_serials = _raw.async_call(AsyncSystem.decrypt_serials)
    health = _raw.async_call(AsyncSystem.health)
