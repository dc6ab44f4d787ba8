"""Areas that limit where aircraft fly.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from uuid import UUID

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, Limits, ListOf, ObjectOf, String
from flighthub_runtime.groups import AsyncGroup, AsyncPager, Group, Pager, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call, Paging
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import mask_argument

from ..operations.areas import OPERATIONS

if TYPE_CHECKING:
    from ..enums import FlightAreaStatus, FlightAreaType
    from ..models import AirSenseWarning, FlightArea, MapFile, OfflineMapFile, OfflineMapSettings
else:
    FlightAreaStatus = lazy_type("..enums", "FlightAreaStatus", __package__)
    FlightAreaType = lazy_type("..enums", "FlightAreaType", __package__)
    AirSenseWarning = lazy_type("..models", "AirSenseWarning", __package__)
    FlightArea = lazy_type("..models", "FlightArea", __package__)
    MapFile = lazy_type("..models", "MapFile", __package__)
    OfflineMapFile = lazy_type("..models", "OfflineMapFile", __package__)
    OfflineMapSettings = lazy_type("..models", "OfflineMapSettings", __package__)

LIST: Call[Records[FlightArea]] = Call(
    OPERATIONS["listFlightAreas"],
    path=Members(),
    query=Members(
        Member("page", Integer(Limits(minimum=1))),
        Member("page_size", Integer(Limits(minimum=1), inferred=Limits(maximum=100))),
        Member("name", String()),
        Member("type", EnumOf("FlightAreaType", __package__)),
        Member("status", EnumOf("FlightAreaStatus", __package__)),
    ),
    answer=ObjectOf("FlightAreaList", __package__),
    paging=Paging("page", "page_size", 20, {}, "pagination.total"),
)
GET_FILE: Call[MapFile] = Call(
    OPERATIONS["getFlightAreaFile"],
    path=Members(),
    query=Members(),
    answer=ObjectOf("MapFile", __package__),
)
AIR_TRAFFIC: Call[Records[AirSenseWarning]] = Call(
    OPERATIONS["listAirSenseWarnings"],
    path=Members(
        Member("workspace_id", String(id=True)),
    ),
    query=Members(),
    answer=ListOf(ObjectOf("AirSenseWarning", __package__)),
    filled={"workspace_id": "project"},
)
LIST_WORKSPACE: Call[Records[FlightArea]] = Call(
    OPERATIONS["listWorkspaceFlightAreas"],
    path=Members(
        Member("workspace_id", String(id=True)),
    ),
    query=Members(
        Member("page", Integer(Limits(minimum=1))),
        Member("page_size", Integer(Limits(minimum=1), inferred=Limits(maximum=100))),
        Member("name", String()),
        Member("type", EnumOf("FlightAreaType", __package__)),
        Member("status", EnumOf("FlightAreaStatus", __package__)),
    ),
    answer=ObjectOf("FlightAreaList", __package__),
    paging=Paging("page", "page_size", 20, {}, "pagination.total"),
    filled={"workspace_id": "project"},
)
GET_OFFLINE_MAP: Call[OfflineMapSettings] = Call(
    OPERATIONS["getOfflineMap"],
    path=Members(
        Member("workspace_id", String(id=True)),
    ),
    query=Members(),
    answer=ObjectOf("OfflineMapSettings", __package__),
    filled={"workspace_id": "project"},
)
GET_OFFLINE_MAP_FILE: Call[OfflineMapFile] = Call(
    OPERATIONS["getOfflineMapFile"],
    path=Members(
        Member("workspace_id", String(id=True)),
    ),
    query=Members(),
    answer=ObjectOf("OfflineMapFile", __package__),
    filled={"workspace_id": "project"},
)


class Areas(Group):
    """Areas that limit where aircraft fly."""

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        name: str | None = None,
        type: FlightAreaType | Literal["dfence", "nfz", "noland"] | None = None,
        status: FlightAreaStatus | Literal["enable", "disable"] | None = None,
        request_options: RequestOptions | None = None,
    ) -> Pager[FlightArea]:
        """List the flight areas of the project.

        Areas that aircraft may not leave, enter or land in. They are drawn in the web application; the API only reads.

        Args:
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            name: Only areas of this name.
            type: Only areas of this kind.
            status: Only areas in this state.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[FlightArea]: A page of areas.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Area List (Project Version)"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.areas.list()
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST,
            {
                "page": page,
                "page_size": page_size,
                "name": name,
                "type": type,
                "status": status,
            },
            request_options,
        )

    def get_file(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> MapFile:
        """Obtain a link to the file of flight areas.

        The file that devices load, with its checksum.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            MapFile: The file.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Area File URL" (documentation
        index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.areas.get_file()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(GET_FILE, {}, request_options)

    def air_traffic(
        self,
        *,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Records[AirSenseWarning]:
        """List air traffic that the project's devices hear.

        Aircraft with a transponder near the devices of the project, at the moment. The payload itself is the list.

        Args:
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[AirSenseWarning]: The traffic, by device.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Airspace Warnings" (documentation
        index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.areas.air_traffic()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            AIR_TRAFFIC,
            {
                "workspace_id": workspace_id,
            },
            request_options,
        )

    def list_workspace(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        name: str | None = None,
        type: FlightAreaType | Literal["dfence", "nfz", "noland"] | None = None,
        status: FlightAreaStatus | Literal["enable", "disable"] | None = None,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Pager[FlightArea]:
        """List the flight areas of the project, under the path of its workspace.

        The same answer as fh.areas.list; one of the two is enough.

        Args:
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            name: Only areas of this name.
            type: Only areas of this kind.
            status: Only areas in this state.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[FlightArea]: A page of areas.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Area List (Workspace
        Version)" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.areas.list_workspace()
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST_WORKSPACE,
            {
                "page": page,
                "page_size": page_size,
                "name": name,
                "type": type,
                "status": status,
                "workspace_id": workspace_id,
            },
            request_options,
        )

    def get_offline_map(
        self,
        *,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> OfflineMapSettings:
        """Fetch the offline map of the project.

        Which models the map is made of, and how far it is.

        Args:
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            OfflineMapSettings: The settings and the map.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Offline Map Details"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.areas.get_offline_map()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            GET_OFFLINE_MAP,
            {
                "workspace_id": workspace_id,
            },
            request_options,
        )

    def get_offline_map_file(
        self,
        *,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> OfflineMapFile:
        """Obtain a link to the offline map.

        The file that devices load when they shall do without a connection, with its checksum.

        Args:
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            OfflineMapFile: The file, if there is one.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Offline Map URL"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.areas.get_offline_map_file()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            GET_OFFLINE_MAP_FILE,
            {
                "workspace_id": workspace_id,
            },
            request_options,
        )


class RawAreas(RawGroup):
    """As `Areas`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.page(Areas.list)
    get_file = _raw.call(Areas.get_file)
    air_traffic = _raw.call(Areas.air_traffic)
    list_workspace = _raw.page(Areas.list_workspace)
    get_offline_map = _raw.call(Areas.get_offline_map)
    get_offline_map_file = _raw.call(Areas.get_offline_map_file)


class AsyncAreas(AsyncGroup):
    """Areas that limit where aircraft fly."""

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        name: str | None = None,
        type: FlightAreaType | Literal["dfence", "nfz", "noland"] | None = None,
        status: FlightAreaStatus | Literal["enable", "disable"] | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncPager[FlightArea]:
        """List the flight areas of the project.

        Areas that aircraft may not leave, enter or land in. They are drawn in the web application; the API only reads.

        Args:
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            name: Only areas of this name.
            type: Only areas of this kind.
            status: Only areas in this state.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[FlightArea]: A page of areas.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Area List (Project Version)"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.areas.list()
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST,
            {
                "page": page,
                "page_size": page_size,
                "name": name,
                "type": type,
                "status": status,
            },
            request_options,
        )

    async def get_file(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> MapFile:
        """Obtain a link to the file of flight areas.

        The file that devices load, with its checksum.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            MapFile: The file.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Area File URL" (documentation
        index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.areas.get_file()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(GET_FILE, {}, request_options)

    async def air_traffic(
        self,
        *,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Records[AirSenseWarning]:
        """List air traffic that the project's devices hear.

        Aircraft with a transponder near the devices of the project, at the moment. The payload itself is the list.

        Args:
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[AirSenseWarning]: The traffic, by device.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Airspace Warnings" (documentation
        index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.areas.air_traffic()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            AIR_TRAFFIC,
            {
                "workspace_id": workspace_id,
            },
            request_options,
        )

    def list_workspace(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        name: str | None = None,
        type: FlightAreaType | Literal["dfence", "nfz", "noland"] | None = None,
        status: FlightAreaStatus | Literal["enable", "disable"] | None = None,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncPager[FlightArea]:
        """List the flight areas of the project, under the path of its workspace.

        The same answer as fh.areas.list; one of the two is enough.

        Args:
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            name: Only areas of this name.
            type: Only areas of this kind.
            status: Only areas in this state.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[FlightArea]: A page of areas.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Area List (Workspace
        Version)" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.areas.list_workspace()
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST_WORKSPACE,
            {
                "page": page,
                "page_size": page_size,
                "name": name,
                "type": type,
                "status": status,
                "workspace_id": workspace_id,
            },
            request_options,
        )

    async def get_offline_map(
        self,
        *,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> OfflineMapSettings:
        """Fetch the offline map of the project.

        Which models the map is made of, and how far it is.

        Args:
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            OfflineMapSettings: The settings and the map.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Offline Map Details"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.areas.get_offline_map()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            GET_OFFLINE_MAP,
            {
                "workspace_id": workspace_id,
            },
            request_options,
        )

    async def get_offline_map_file(
        self,
        *,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> OfflineMapFile:
        """Obtain a link to the offline map.

        The file that devices load when they shall do without a connection, with its checksum.

        Args:
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            OfflineMapFile: The file, if there is one.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Offline Map URL"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.areas.get_offline_map_file()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            GET_OFFLINE_MAP_FILE,
            {
                "workspace_id": workspace_id,
            },
            request_options,
        )


class AsyncRawAreas(AsyncRawGroup):
    """As `AsyncAreas`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.async_page(AsyncAreas.list)
    get_file = _raw.async_call(AsyncAreas.get_file)
    air_traffic = _raw.async_call(AsyncAreas.air_traffic)
    list_workspace = _raw.async_page(AsyncAreas.list_workspace)
    get_offline_map = _raw.async_call(AsyncAreas.get_offline_map)
    get_offline_map_file = _raw.async_call(AsyncAreas.get_offline_map_file)
