"""Settings of a project.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ObjectOf
from flighthub_runtime.groups import AsyncGroup, Group, RequestOptions
from flighthub_runtime.models import Members
from flighthub_runtime.operations import Call
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.secrets import mask_argument

from ..operations.recordings import OPERATIONS

if TYPE_CHECKING:
    from ..models import AutoRecordConfig
else:
    AutoRecordConfig = lazy_type("..models", "AutoRecordConfig", __package__)

GET_CONFIG: Call[AutoRecordConfig] = Call(
    OPERATIONS["getAutoRecordConfig"],
    path=Members(),
    query=Members(),
    answer=ObjectOf("AutoRecordConfig", __package__),
)


class Recordings(Group):
    """Settings of a project."""

    def get_config(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> AutoRecordConfig:
        """Fetch what the project records by itself.

        Settings only, which people change in the web application.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            AutoRecordConfig: The settings.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Auto Recording Config"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.recordings.get_config()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(GET_CONFIG, {}, request_options)


class RawRecordings(RawGroup):
    """As `Recordings`; each method returns the whole response: HTTP status, headers, body and answer."""

    get_config = _raw.call(Recordings.get_config)


class AsyncRecordings(AsyncGroup):
    """Settings of a project."""

    async def get_config(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> AutoRecordConfig:
        """Fetch what the project records by itself.

        Settings only, which people change in the web application.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            AutoRecordConfig: The settings.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Auto Recording Config"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.recordings.get_config()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(GET_CONFIG, {}, request_options)


class AsyncRawRecordings(AsyncRawGroup):
    """As `AsyncRecordings`; each method returns the whole response: HTTP status, headers, body and answer."""

    get_config = _raw.async_call(AsyncRecordings.get_config)
