"""As `groups.stream_forwarders`, but each method gives the whole answer: HTTP status, headers, body and envelope.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from ..groups.stream_forwarders import CREATE, DELETE, LIST, UPDATE
from ..runtime.annotations import lazy_type
from ..runtime.groups import AsyncRawGroup, RawGroup, RequestOptions
from ..runtime.operations import RawAnswer
from ..runtime.secrets import mask_argument

if TYPE_CHECKING:
    from ..enums import ConverterSchema
    from ..models import SchemaOptionGb28181, SchemaOptionRtmp, StreamForwarder, StreamForwarderCreated
else:
    ConverterSchema = lazy_type("..enums", "ConverterSchema", __package__)
    SchemaOptionGb28181 = lazy_type("..models", "SchemaOptionGb28181", __package__)
    SchemaOptionRtmp = lazy_type("..models", "SchemaOptionRtmp", __package__)
    StreamForwarder = lazy_type("..models", "StreamForwarder", __package__)
    StreamForwarderCreated = lazy_type("..models", "StreamForwarderCreated", __package__)


class RawStreamForwarders(RawGroup):
    """Forwarding of live video to a server of one's own."""

    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[StreamForwarder]]:
        """List the forwarders of live video, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            LIST,
            {},
            request_options,
        )

    def create(
        self,
        *,
        converter_name: str,
        sn: str,
        camera_index: str,
        schema: ConverterSchema | Literal["rtmp", "gb28181", "rtsp"],
        schema_option: SchemaOptionGb28181 | SchemaOptionRtmp | Mapping[str, Any],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[StreamForwarderCreated]:
        """Make a forwarder of live video, and give all that came back."""
        schema_option = mask_argument(schema_option)
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
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
    ) -> RawAnswer[None]:
        """Switch a forwarder on or off, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
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
    ) -> RawAnswer[None]:
        """Delete a forwarder, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            DELETE,
            {
                "converter_id": converter_id,
            },
            request_options,
        )


class AsyncRawStreamForwarders(AsyncRawGroup):
    """Forwarding of live video to a server of one's own."""

    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[StreamForwarder]]:
        """List the forwarders of live video, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            LIST,
            {},
            request_options,
        )

    async def create(
        self,
        *,
        converter_name: str,
        sn: str,
        camera_index: str,
        schema: ConverterSchema | Literal["rtmp", "gb28181", "rtsp"],
        schema_option: SchemaOptionGb28181 | SchemaOptionRtmp | Mapping[str, Any],
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[StreamForwarderCreated]:
        """Make a forwarder of live video, and give all that came back."""
        schema_option = mask_argument(schema_option)
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
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
    ) -> RawAnswer[None]:
        """Switch a forwarder on or off, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
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
    ) -> RawAnswer[None]:
        """Delete a forwarder, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            DELETE,
            {
                "converter_id": converter_id,
            },
            request_options,
        )
