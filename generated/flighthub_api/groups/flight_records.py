"""Exports and records of flights.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, Limits, ObjectOf, SecretString, String
from flighthub_runtime.groups import AsyncGroup, AsyncPager, Group, Pager, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call, Paging
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import Secret, mask_argument

from ..operations.flight_records import OPERATIONS

if TYPE_CHECKING:
    from ..enums import FlightExportContentType, FlightExportStatus
    from ..models import FlightExport
else:
    FlightExportContentType = lazy_type("..enums", "FlightExportContentType", __package__)
    FlightExportStatus = lazy_type("..enums", "FlightExportStatus", __package__)
    FlightExport = lazy_type("..models", "FlightExport", __package__)

LIST_EXPORTS: Call[Records[FlightExport]] = Call(
    OPERATIONS["listFlightExports"],
    path=Members(),
    query=Members(
        Member("page", Integer(Limits(minimum=1))),
        Member("page_size", Integer(Limits(minimum=1), inferred=Limits(maximum=100))),
        Member("content_type", EnumOf("FlightExportContentType", __package__)),
        Member("status", EnumOf("FlightExportStatus", __package__)),
        Member("export_id", String(id=True)),
    ),
    answer=ObjectOf("FlightExportList", __package__),
    paging=Paging("page", "page_size", 100, {}, "pagination.total"),
)
GET_URL: Call[Secret] = Call(
    OPERATIONS["getFlightRecordUrl"],
    path=Members(),
    query=Members(
        Member("object_key", String(), required=True),
    ),
    answer=SecretString(),
)


class FlightRecords(Group):
    """Exports and records of flights."""

    def list_exports(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        content_type: FlightExportContentType | Literal["summary", "details"] | None = None,
        status: FlightExportStatus | Literal["export_in_progress", "export_complete", "export_failed"] | None = None,
        export_id: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> Pager[FlightExport]:
        """List the exports of flight records.

        People order exports in the web application, which the API cannot do.

        Args:
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            content_type: Only exports of this kind.
            status: Only exports in this state.
            export_id: Only the export with this id.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[FlightExport]: A page of exports.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Export History"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.flight_records.list_exports()
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST_EXPORTS,
            {
                "page": page,
                "page_size": page_size,
                "content_type": content_type,
                "status": status,
                "export_id": export_id,
            },
            request_options,
        )

    def get_url(
        self,
        *,
        object_key: str,
        request_options: RequestOptions | None = None,
    ) -> Secret:
        """Obtain a link to a flight record or an export.

        The link is signed and lives about an hour, as one client reads the page. It needs no key, so keep it secret.

        Args:
            object_key: Where the file is stored: the object_key of an export, or presumably the path of a flight
                record.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Secret: The link itself is the payload.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Single Flight Record Download
        Link" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.flight_records.get_url(object_key="exports/example/march.csv")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            GET_URL,
            {
                "object_key": object_key,
            },
            request_options,
        )


class RawFlightRecords(RawGroup):
    """As `FlightRecords`; each method returns the whole response: HTTP status, headers, body and answer."""

    list_exports = _raw.page(FlightRecords.list_exports)
    get_url = _raw.call(FlightRecords.get_url)


class AsyncFlightRecords(AsyncGroup):
    """Exports and records of flights."""

    def list_exports(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        content_type: FlightExportContentType | Literal["summary", "details"] | None = None,
        status: FlightExportStatus | Literal["export_in_progress", "export_complete", "export_failed"] | None = None,
        export_id: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncPager[FlightExport]:
        """List the exports of flight records.

        People order exports in the web application, which the API cannot do.

        Args:
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            content_type: Only exports of this kind.
            status: Only exports in this state.
            export_id: Only the export with this id.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[FlightExport]: A page of exports.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Export History"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.flight_records.list_exports()
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST_EXPORTS,
            {
                "page": page,
                "page_size": page_size,
                "content_type": content_type,
                "status": status,
                "export_id": export_id,
            },
            request_options,
        )

    async def get_url(
        self,
        *,
        object_key: str,
        request_options: RequestOptions | None = None,
    ) -> Secret:
        """Obtain a link to a flight record or an export.

        The link is signed and lives about an hour, as one client reads the page. It needs no key, so keep it secret.

        Args:
            object_key: Where the file is stored: the object_key of an export, or presumably the path of a flight
                record.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Secret: The link itself is the payload.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Single Flight Record Download
        Link" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.flight_records.get_url(object_key="exports/example/march.csv")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            GET_URL,
            {
                "object_key": object_key,
            },
            request_options,
        )


class AsyncRawFlightRecords(AsyncRawGroup):
    """As `AsyncFlightRecords`; each method returns the whole response: HTTP status, headers, body and answer."""

    list_exports = _raw.async_page(AsyncFlightRecords.list_exports)
    get_url = _raw.async_call(AsyncFlightRecords.get_url)
