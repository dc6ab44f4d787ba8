"""Forwarding of live video to a server of one's own.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, EnumOf, ObjectOf, Selected, String
from flighthub_runtime.groups import AsyncGroup, Group, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import mask_argument

from ..operations.stream_forwarders import OPERATIONS

if TYPE_CHECKING:
    from ..enums import ConverterSchema
    from ..models import SchemaOptionGb28181, SchemaOptionRtmp, StreamForwarder, StreamForwarderCreated
else:
    ConverterSchema = lazy_type("..enums", "ConverterSchema", __package__)
    SchemaOptionGb28181 = lazy_type("..models", "SchemaOptionGb28181", __package__)
    SchemaOptionRtmp = lazy_type("..models", "SchemaOptionRtmp", __package__)
    StreamForwarder = lazy_type("..models", "StreamForwarder", __package__)
    StreamForwarderCreated = lazy_type("..models", "StreamForwarderCreated", __package__)

LIST: Call[Records[StreamForwarder]] = Call(
    OPERATIONS["listStreamConverters"],
    path=Members(),
    query=Members(),
    answer=ObjectOf("StreamForwarderList", __package__),
)
CREATE: Call[StreamForwarderCreated] = Call(
    OPERATIONS["createStreamConverter"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("converter_name", String(), required=True),
        Member("sn", String(id=True), required=True),
        Member("camera_index", String(id=True), required=True),
        Member("schema", EnumOf("ConverterSchema", __package__), required=True),
        Member(
            "schema_option",
            Selected(
                "schema",
                {
                    "gb28181": ObjectOf("SchemaOptionGb28181", __package__),
                    "rtmp": ObjectOf("SchemaOptionRtmp", __package__),
                },
            ),
            required=True,
        ),
    ),
    answer=ObjectOf("StreamForwarderCreated", __package__),
)
UPDATE: Call[None] = Call(
    OPERATIONS["updateStreamConverter"],
    path=Members(
        Member("converter_id", String(id=True), required=True),
    ),
    query=Members(),
    body=Members(
        Member("auto_push_stream", Boolean(), required=True),
    ),
)
DELETE: Call[None] = Call(
    OPERATIONS["deleteStreamConverter"],
    path=Members(
        Member("converter_id", String(id=True), required=True),
    ),
    query=Members(),
)


class StreamForwarders(Group):
    """Forwarding of live video to a server of one's own."""

    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Records[StreamForwarder]:
        """List the forwarders of live video.

        Watch state and code here after switching a forwarder on. The answer holds passwords and stream keys. Meant for
        private clouds: the public cloud in the EU answers 404.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[StreamForwarder]: The forwarders.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get stream transcoder list" (documentation index, 2026-05-08; documented). Effect: read.
        Repeating: safe.

        Example:
            >>> answer = fh.stream_forwarders.list()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(LIST, {}, request_options)

    def create(
        self,
        *,
        converter_name: str,
        sn: str,
        camera_index: str,
        schema: ConverterSchema | Literal["rtmp", "gb28181", "rtsp"],
        schema_option: SchemaOptionGb28181 | SchemaOptionRtmp | Mapping[str, Any],
        request_options: RequestOptions | None = None,
    ) -> StreamForwarderCreated:
        """Make a forwarder of live video.

        A new forwarder does nothing until it is switched on. An organization can have 20; a name that is taken, or the
        same camera to the same target, is refused. Meant for private clouds: the public cloud in the EU answers 404.

        Args:
            converter_name: Name of the forwarder; no other in the organization may have it.
            sn: Serial number of the device the video comes from.
            camera_index: Camera of that device, from its camera_list.
            schema: Protocol to forward with; it decides the shape of schema_option.
            schema_option: Settings of the protocol. A camera cannot be forwarded twice to the same target.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            StreamForwarderCreated: The id of the new forwarder.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Call
                `fh.stream_forwarders.list()` and look for converter_name. Create the forwarder again only when it is
                not there.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Create Stream Forwarder" (documentation index, 2026-05-08; documented). Effect: write.
        Repeating: rejected-only.

        Example:
            >>> answer = fh.stream_forwarders.create(
            ...     converter_name="control-room-1",
            ...     sn="1581FEXAMPLE00001",
            ...     camera_index="81-0-0",
            ...     schema="rtmp",
            ...     schema_option={"url": "rtmp://media.example.com/live/key1"},
            ... )
        """
        schema_option = mask_argument(schema_option)
        request_options = mask_argument(request_options)
        return self._caller.call(
            CREATE,
            {
                "converter_name": converter_name,
                "sn": sn,
                "camera_index": camera_index,
                "schema": schema,
                "schema_option": schema_option,
            },
            request_options,
        )

    def update(
        self,
        converter_id: str,
        *,
        auto_push_stream: bool,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Switch a forwarder on or off.

        On means that it forwards whenever the camera streams, which uses up stream time. Meant for private clouds: the
        public cloud in the EU answers 404.

        Args:
            converter_id: Id of the forwarder.
            auto_push_stream: True forwards whenever the camera streams; false stops it.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Enable/Disable stream forwarder" (documentation index, 2026-05-08; documented). Effect: write.
        Repeating: safe.

        Example:
            >>> fh.stream_forwarders.update("c7b1a6f0-2d1e-4b0e-9d5d-54cf0f5a7711", auto_push_stream=True)
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            UPDATE,
            {
                "converter_id": converter_id,
                "auto_push_stream": auto_push_stream,
            },
            request_options,
        )

    def delete(
        self,
        converter_id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a forwarder.

        Ends a forwarding that is running, too. A second call fails with code 213029, since the forwarder is gone. Meant
        for private clouds: the public cloud in the EU answers 404.

        Args:
            converter_id: Id of the forwarder.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Delete stream forwarder" (documentation index, 2026-05-08; documented). Effect: dangerous.
        Repeating: safe.

        Example:
            >>> fh.stream_forwarders.delete("c7b1a6f0-2d1e-4b0e-9d5d-54cf0f5a7711")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            DELETE,
            {
                "converter_id": converter_id,
            },
            request_options,
        )


class RawStreamForwarders(RawGroup):
    """As `StreamForwarders`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.call(StreamForwarders.list)
    create = _raw.call(StreamForwarders.create)
    update = _raw.call(StreamForwarders.update)
    delete = _raw.call(StreamForwarders.delete)


class AsyncStreamForwarders(AsyncGroup):
    """Forwarding of live video to a server of one's own."""

    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Records[StreamForwarder]:
        """List the forwarders of live video.

        Watch state and code here after switching a forwarder on. The answer holds passwords and stream keys. Meant for
        private clouds: the public cloud in the EU answers 404.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[StreamForwarder]: The forwarders.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get stream transcoder list" (documentation index, 2026-05-08; documented). Effect: read.
        Repeating: safe.

        Example:
            >>> answer = await fh.stream_forwarders.list()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(LIST, {}, request_options)

    async def create(
        self,
        *,
        converter_name: str,
        sn: str,
        camera_index: str,
        schema: ConverterSchema | Literal["rtmp", "gb28181", "rtsp"],
        schema_option: SchemaOptionGb28181 | SchemaOptionRtmp | Mapping[str, Any],
        request_options: RequestOptions | None = None,
    ) -> StreamForwarderCreated:
        """Make a forwarder of live video.

        A new forwarder does nothing until it is switched on. An organization can have 20; a name that is taken, or the
        same camera to the same target, is refused. Meant for private clouds: the public cloud in the EU answers 404.

        Args:
            converter_name: Name of the forwarder; no other in the organization may have it.
            sn: Serial number of the device the video comes from.
            camera_index: Camera of that device, from its camera_list.
            schema: Protocol to forward with; it decides the shape of schema_option.
            schema_option: Settings of the protocol. A camera cannot be forwarded twice to the same target.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            StreamForwarderCreated: The id of the new forwarder.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Call
                `fh.stream_forwarders.list()` and look for converter_name. Create the forwarder again only when it is
                not there.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Create Stream Forwarder" (documentation index, 2026-05-08; documented). Effect: write.
        Repeating: rejected-only.

        Example:
            >>> answer = await fh.stream_forwarders.create(
            ...     converter_name="control-room-1",
            ...     sn="1581FEXAMPLE00001",
            ...     camera_index="81-0-0",
            ...     schema="rtmp",
            ...     schema_option={"url": "rtmp://media.example.com/live/key1"},
            ... )
        """
        schema_option = mask_argument(schema_option)
        request_options = mask_argument(request_options)
        return await self._caller.call(
            CREATE,
            {
                "converter_name": converter_name,
                "sn": sn,
                "camera_index": camera_index,
                "schema": schema,
                "schema_option": schema_option,
            },
            request_options,
        )

    async def update(
        self,
        converter_id: str,
        *,
        auto_push_stream: bool,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Switch a forwarder on or off.

        On means that it forwards whenever the camera streams, which uses up stream time. Meant for private clouds: the
        public cloud in the EU answers 404.

        Args:
            converter_id: Id of the forwarder.
            auto_push_stream: True forwards whenever the camera streams; false stops it.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Enable/Disable stream forwarder" (documentation index, 2026-05-08; documented). Effect: write.
        Repeating: safe.

        Example:
            >>> await fh.stream_forwarders.update("c7b1a6f0-2d1e-4b0e-9d5d-54cf0f5a7711", auto_push_stream=True)
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            UPDATE,
            {
                "converter_id": converter_id,
                "auto_push_stream": auto_push_stream,
            },
            request_options,
        )

    async def delete(
        self,
        converter_id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a forwarder.

        Ends a forwarding that is running, too. A second call fails with code 213029, since the forwarder is gone. Meant
        for private clouds: the public cloud in the EU answers 404.

        Args:
            converter_id: Id of the forwarder.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Delete stream forwarder" (documentation index, 2026-05-08; documented). Effect: dangerous.
        Repeating: safe.

        Example:
            >>> await fh.stream_forwarders.delete("c7b1a6f0-2d1e-4b0e-9d5d-54cf0f5a7711")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            DELETE,
            {
                "converter_id": converter_id,
            },
            request_options,
        )


class AsyncRawStreamForwarders(AsyncRawGroup):
    """As `AsyncStreamForwarders`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.async_call(AsyncStreamForwarders.list)
    create = _raw.async_call(AsyncStreamForwarders.create)
    update = _raw.async_call(AsyncStreamForwarders.update)
    delete = _raw.async_call(AsyncStreamForwarders.delete)
