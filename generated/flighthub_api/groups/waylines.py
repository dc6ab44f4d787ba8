"""Waylines of a project.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import ObjectOf, String
from flighthub_runtime.groups import AsyncGroup, Group, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import mask_argument

from ..operations.waylines import OPERATIONS

if TYPE_CHECKING:
    from ..models import Wayline, WaylineDetail, WaylineUpload
else:
    Wayline = lazy_type("..models", "Wayline", __package__)
    WaylineDetail = lazy_type("..models", "WaylineDetail", __package__)
    WaylineUpload = lazy_type("..models", "WaylineUpload", __package__)

LIST: Call[Records[Wayline]] = Call(
    OPERATIONS["listWaylines"],
    path=Members(),
    query=Members(),
    answer=ObjectOf("WaylineList", __package__),
)
FINISH_UPLOAD: Call[WaylineUpload] = Call(
    OPERATIONS["finishWaylineUpload"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("name", String(), required=True),
        Member("object_key", String(), required=True),
    ),
    answer=ObjectOf("WaylineUpload", __package__),
)
GET: Call[WaylineDetail] = Call(
    OPERATIONS["getWayline"],
    path=Members(
        Member("wayline_id", String(id=True), required=True),
    ),
    query=Members(),
    answer=ObjectOf("WaylineDetail", __package__),
)


class Waylines(Group):
    """Waylines of a project."""

    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Records[Wayline]:
        """List the flight routes of the project.

        Every route at once, without paging. No operation deletes or renames a route.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[Wayline]: The routes of the project.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get the list of flight routes under the project" (documentation index, 2026-05-08; documented).
        Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.waylines.list()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(LIST, {}, request_options)

    def finish_upload(
        self,
        *,
        name: str,
        object_key: str,
        request_options: RequestOptions | None = None,
    ) -> WaylineUpload:
        """Make a flight route of an uploaded file.

        The last step of a wayline upload, after the file was stored with the project's storage credentials. The file is
        a WPML .kmz for an aircraft of the project. Faults in it come back as 2190xx, but an unreadable one brought HTTP
        500 with 200500, so a server error here need not pass.

        Args:
            name: Name of the route as people see it.
            object_key: Whole key the .kmz file was stored under; it begins with object_key_prefix of the credentials.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            WaylineUpload: The new route.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Call fh.waylines.list() and
                look for the name. Report the upload again only when it is not there: a repeat may make a second route,
                and no operation deletes routes.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Flight Route Upload Completion Notification" (documentation index, 2026-05-08; observed).
        Effect: write. Repeating: rejected-only.

        Example:
            >>> answer = fh.waylines.finish_upload(
            ...     name="Perimeter",
            ...     object_key="a1b2c3/5b1f0c52/wayline/6c1e/perimeter.kmz",
            ... )
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            FINISH_UPLOAD,
            {
                "name": name,
                "object_key": object_key,
            },
            request_options,
        )

    def get(
        self,
        wayline_id: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> WaylineDetail:
        """Fetch a flight route, with a link to its file.

        An unknown id brings either HTTP 404 or a business error.

        Args:
            wayline_id: Id of the route.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            WaylineDetail: The route.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get flight route details" (documentation index, 2026-05-08; observed). Effect: read. Repeating:
        safe.

        Example:
            >>> answer = fh.waylines.get("f2d4c6b8-90ab-4cde-8f01-23456789abcd")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            GET,
            {
                "wayline_id": wayline_id,
            },
            request_options,
        )


class RawWaylines(RawGroup):
    """As `Waylines`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.call(Waylines.list)
    finish_upload = _raw.call(Waylines.finish_upload)
    get = _raw.call(Waylines.get)


class AsyncWaylines(AsyncGroup):
    """Waylines of a project."""

    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Records[Wayline]:
        """List the flight routes of the project.

        Every route at once, without paging. No operation deletes or renames a route.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[Wayline]: The routes of the project.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get the list of flight routes under the project" (documentation index, 2026-05-08; documented).
        Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.waylines.list()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(LIST, {}, request_options)

    async def finish_upload(
        self,
        *,
        name: str,
        object_key: str,
        request_options: RequestOptions | None = None,
    ) -> WaylineUpload:
        """Make a flight route of an uploaded file.

        The last step of a wayline upload, after the file was stored with the project's storage credentials. The file is
        a WPML .kmz for an aircraft of the project. Faults in it come back as 2190xx, but an unreadable one brought HTTP
        500 with 200500, so a server error here need not pass.

        Args:
            name: Name of the route as people see it.
            object_key: Whole key the .kmz file was stored under; it begins with object_key_prefix of the credentials.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            WaylineUpload: The new route.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Call fh.waylines.list() and
                look for the name. Report the upload again only when it is not there: a repeat may make a second route,
                and no operation deletes routes.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Flight Route Upload Completion Notification" (documentation index, 2026-05-08; observed).
        Effect: write. Repeating: rejected-only.

        Example:
            >>> answer = await fh.waylines.finish_upload(
            ...     name="Perimeter",
            ...     object_key="a1b2c3/5b1f0c52/wayline/6c1e/perimeter.kmz",
            ... )
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            FINISH_UPLOAD,
            {
                "name": name,
                "object_key": object_key,
            },
            request_options,
        )

    async def get(
        self,
        wayline_id: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> WaylineDetail:
        """Fetch a flight route, with a link to its file.

        An unknown id brings either HTTP 404 or a business error.

        Args:
            wayline_id: Id of the route.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            WaylineDetail: The route.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get flight route details" (documentation index, 2026-05-08; observed). Effect: read. Repeating:
        safe.

        Example:
            >>> answer = await fh.waylines.get("f2d4c6b8-90ab-4cde-8f01-23456789abcd")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            GET,
            {
                "wayline_id": wayline_id,
            },
            request_options,
        )


class AsyncRawWaylines(AsyncRawGroup):
    """As `AsyncWaylines`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.async_call(AsyncWaylines.list)
    finish_upload = _raw.async_call(AsyncWaylines.finish_upload)
    get = _raw.async_call(AsyncWaylines.get)
