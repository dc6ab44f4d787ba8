"""What algorithms found during flights.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, Limits, ListOf, ObjectOf, String
from flighthub_runtime.groups import AsyncGroup, AsyncPager, Group, Pager, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call, Paging
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import mask_argument

from ..operations.alerts import OPERATIONS

if TYPE_CHECKING:
    from ..enums import AlgorithmSource
    from ..models import AiAlertList, FlightAlert
else:
    AlgorithmSource = lazy_type("..enums", "AlgorithmSource", __package__)
    AiAlertList = lazy_type("..models", "AiAlertList", __package__)
    FlightAlert = lazy_type("..models", "FlightAlert", __package__)

LIST_DETECTIONS: Call[AiAlertList] = Call(
    OPERATIONS["listAiAlerts"],
    path=Members(),
    query=Members(
        Member("page", Integer(Limits(minimum=1))),
        Member("page_size", Integer(Limits(minimum=1), inferred=Limits(maximum=100))),
        Member(
            "flight_id", ListOf(String(id=True), Limits(min_items=1), inferred=Limits(max_items=100)), required=True
        ),
        Member("drone_sn", ListOf(String(id=True))),
        Member("begin_at", Integer(time="s")),
        Member("end_at", Integer(time="s")),
        Member("algorithm_sources", ListOf(EnumOf("AlgorithmSource", __package__))),
        Member("target_type", ListOf(String())),
    ),
    answer=ObjectOf("AiAlertList", __package__),
)
LIST_FLIGHTS: Call[Records[FlightAlert]] = Call(
    OPERATIONS["listFlightAlerts"],
    path=Members(),
    query=Members(
        Member("page", Integer(Limits(minimum=1))),
        Member("page_size", Integer(Limits(minimum=1), inferred=Limits(maximum=100))),
        Member("drone_sn", String(id=True), required=True),
        Member("begin_at", Integer(time="s")),
        Member("end_at", Integer(time="s")),
        Member("algorithm_source", EnumOf("AlgorithmSource", __package__)),
        Member(
            "algorithm_sources[]",
            ListOf(EnumOf("AlgorithmSource", __package__)),
            attribute="algorithm_sources",
            repeated=True,
        ),
    ),
    answer=ObjectOf("FlightAlertList", __package__),
    paging=Paging("page", "page_size", 50, {}, "total"),
)


class Alerts(Group):
    """What algorithms found during flights."""

    def list_detections(
        self,
        *,
        flight_id: Sequence[str],
        page: int | None = None,
        page_size: int | None = None,
        drone_sn: Sequence[str] | None = None,
        begin_at: int | datetime | None = None,
        end_at: int | datetime | None = None,
        algorithm_sources: Sequence[AlgorithmSource | Literal[0, 1, 2, 3, 255, 100001, 100002]] | None = None,
        target_type: Sequence[str] | None = None,
        request_options: RequestOptions | None = None,
    ) -> AiAlertList:
        """List what algorithms found during some flights.

        The payload's member data holds a list for each flight, under the flight's id; pages are asked for by number,
        and page_count says how many there are.

        Args:
            flight_id: Ids of the flights, joined by commas. (at least 1 items) Inferred, so only a warning: at most 100
                items.
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            drone_sn: Serial numbers of aircraft, joined by commas.
            begin_at: Start of the window. (Unix seconds) [inferred]
            end_at: End of the window. (Unix seconds) [inferred]
            algorithm_sources: Only what these algorithms found, joined by commas.
            target_type: Only these kinds of target, joined by commas; numbers without a published meaning.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            AiAlertList: A page of detections.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Query AI Alert Details"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.alerts.list_detections(flight_id=["FLIGHT-EXAMPLE-1"])
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            LIST_DETECTIONS,
            {
                "flight_id": flight_id,
                "page": page,
                "page_size": page_size,
                "drone_sn": drone_sn,
                "begin_at": begin_at,
                "end_at": end_at,
                "algorithm_sources": algorithm_sources,
                "target_type": target_type,
            },
            request_options,
        )

    def list_flights(
        self,
        *,
        drone_sn: str,
        page: int | None = None,
        page_size: int | None = None,
        begin_at: int | datetime | None = None,
        end_at: int | datetime | None = None,
        algorithm_source: AlgorithmSource | Literal[0, 1, 2, 3, 255, 100001, 100002] | None = None,
        algorithm_sources: Sequence[AlgorithmSource | Literal[0, 1, 2, 3, 255, 100001, 100002]] | None = None,
        request_options: RequestOptions | None = None,
    ) -> Pager[FlightAlert]:
        """List flights during which an algorithm raised alerts.

        One row per flight of one aircraft; the rows stand in a member data of the payload, and it is null when there
        are none. fh.alerts.list_detections tells what was found.

        Args:
            drone_sn: Serial number of the aircraft.
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            begin_at: Start of the window; both ends or neither. (Unix seconds) [inferred]
            end_at: End of the window. (Unix seconds) [inferred]
            algorithm_source: Only alerts of this algorithm.
            algorithm_sources: Only alerts of these algorithms, the name repeated for each.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[FlightAlert]: A page of flights.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Query Flight Task Alert Records"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.alerts.list_flights(drone_sn="1581FEXAMPLE00001")
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST_FLIGHTS,
            {
                "drone_sn": drone_sn,
                "page": page,
                "page_size": page_size,
                "begin_at": begin_at,
                "end_at": end_at,
                "algorithm_source": algorithm_source,
                "algorithm_sources[]": algorithm_sources,
            },
            request_options,
        )


class RawAlerts(RawGroup):
    """As `Alerts`; each method returns the whole response: HTTP status, headers, body and answer."""

    list_detections = _raw.call(Alerts.list_detections)
    list_flights = _raw.page(Alerts.list_flights)


class AsyncAlerts(AsyncGroup):
    """What algorithms found during flights."""

    async def list_detections(
        self,
        *,
        flight_id: Sequence[str],
        page: int | None = None,
        page_size: int | None = None,
        drone_sn: Sequence[str] | None = None,
        begin_at: int | datetime | None = None,
        end_at: int | datetime | None = None,
        algorithm_sources: Sequence[AlgorithmSource | Literal[0, 1, 2, 3, 255, 100001, 100002]] | None = None,
        target_type: Sequence[str] | None = None,
        request_options: RequestOptions | None = None,
    ) -> AiAlertList:
        """List what algorithms found during some flights.

        The payload's member data holds a list for each flight, under the flight's id; pages are asked for by number,
        and page_count says how many there are.

        Args:
            flight_id: Ids of the flights, joined by commas. (at least 1 items) Inferred, so only a warning: at most 100
                items.
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            drone_sn: Serial numbers of aircraft, joined by commas.
            begin_at: Start of the window. (Unix seconds) [inferred]
            end_at: End of the window. (Unix seconds) [inferred]
            algorithm_sources: Only what these algorithms found, joined by commas.
            target_type: Only these kinds of target, joined by commas; numbers without a published meaning.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            AiAlertList: A page of detections.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Query AI Alert Details"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.alerts.list_detections(flight_id=["FLIGHT-EXAMPLE-1"])
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            LIST_DETECTIONS,
            {
                "flight_id": flight_id,
                "page": page,
                "page_size": page_size,
                "drone_sn": drone_sn,
                "begin_at": begin_at,
                "end_at": end_at,
                "algorithm_sources": algorithm_sources,
                "target_type": target_type,
            },
            request_options,
        )

    def list_flights(
        self,
        *,
        drone_sn: str,
        page: int | None = None,
        page_size: int | None = None,
        begin_at: int | datetime | None = None,
        end_at: int | datetime | None = None,
        algorithm_source: AlgorithmSource | Literal[0, 1, 2, 3, 255, 100001, 100002] | None = None,
        algorithm_sources: Sequence[AlgorithmSource | Literal[0, 1, 2, 3, 255, 100001, 100002]] | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncPager[FlightAlert]:
        """List flights during which an algorithm raised alerts.

        One row per flight of one aircraft; the rows stand in a member data of the payload, and it is null when there
        are none. fh.alerts.list_detections tells what was found.

        Args:
            drone_sn: Serial number of the aircraft.
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            begin_at: Start of the window; both ends or neither. (Unix seconds) [inferred]
            end_at: End of the window. (Unix seconds) [inferred]
            algorithm_source: Only alerts of this algorithm.
            algorithm_sources: Only alerts of these algorithms, the name repeated for each.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[FlightAlert]: A page of flights.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Query Flight Task Alert Records"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.alerts.list_flights(drone_sn="1581FEXAMPLE00001")
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST_FLIGHTS,
            {
                "drone_sn": drone_sn,
                "page": page,
                "page_size": page_size,
                "begin_at": begin_at,
                "end_at": end_at,
                "algorithm_source": algorithm_source,
                "algorithm_sources[]": algorithm_sources,
            },
            request_options,
        )


class AsyncRawAlerts(AsyncRawGroup):
    """As `AsyncAlerts`; each method returns the whole response: HTTP status, headers, body and answer."""

    list_detections = _raw.async_call(AsyncAlerts.list_detections)
    list_flights = _raw.async_page(AsyncAlerts.list_flights)
