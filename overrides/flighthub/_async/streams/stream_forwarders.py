"""Forwarding of live video to a server of one's own: the generated operations, and one that cleans up after itself."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from threading import Event
from typing import TYPE_CHECKING, Any, Literal

from flighthub_api.groups.stream_forwarders import AsyncStreamForwarders
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.secrets import mask_argument

from ..._core.polling import Poller
from ..._streams.forwarders import Order
from ..client import AsyncFlightHub
from .forwarding import AsyncForwarding, forward

if TYPE_CHECKING:
    from flighthub_api.enums import ConverterSchema
    from flighthub_api.models import SchemaOptionGb28181, SchemaOptionRtmp
else:
    ConverterSchema = lazy_type("flighthub_api.enums", "ConverterSchema")
    SchemaOptionGb28181 = lazy_type("flighthub_api.models", "SchemaOptionGb28181")
    SchemaOptionRtmp = lazy_type("flighthub_api.models", "SchemaOptionRtmp")


class StreamForwardersGroup(AsyncStreamForwarders):
    """Forwarding of live video to a server of one's own."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client

    def forward(
        self,
        device: str,
        camera: str | None = None,
        *,
        schema: ConverterSchema | Literal["rtmp", "gb28181", "rtsp"],
        schema_option: SchemaOptionGb28181 | SchemaOptionRtmp | Mapping[str, Any],
        name: str | None = None,
        wait: bool = True,
        timeout: float | None = 60.0,
        interval: float = 2.0,
        cancel: Event | None = None,
        request_options: RequestOptions | None = None,
    ) -> AbstractAsyncContextManager[AsyncForwarding]:
        """Forward the video of a camera for as long as a block lasts.

        Makes a forwarder, switches it on and waits until it pushes; switches it off and deletes it when the block ends,
        however it ends. Should that fail after an error in the block, the error has a note about it. When the response
        to making it is lost, the list is looked into: the forwarder that is there is taken. Meant for private clouds:
        the public cloud in the EU answers 404.

        Args:
            device: Serial number or callsign of an aircraft, or of a dock for the dock's own cameras.
            camera: Index or name of its camera; the first one when not given.
            schema: Protocol to forward with; it decides the shape of schema_option.
            schema_option: Settings of the protocol, such as `{"url": "rtmp://…"}` for rtmp.
            name: Name of the forwarder, which no other may have; one that is made up when not given.
            wait: Whether to wait until it pushes. A camera that is off now may be forwarded later.
            timeout: Seconds to wait; None for as long as it takes.
            interval: Seconds between two looks.
            cancel: Set it, from any thread, to end the waiting.
            request_options: What to set for each call.

        Returns:
            A context manager that gives the forwarding: `converter_id`, `state`, `refresh()`.

        Raises:
            InvalidArgument: No device or camera is called so, the name is taken, or another argument cannot be right;
                nothing was made.
            OutcomeUnknown: The response to making it was lost, and the list has no such forwarder, or cannot be read.
            WaitTimeout: It did not push in time; the last row of the list is in it.
            WaitCancelled: `cancel` was set.
            APIError: It failed: `code` and `hint` say why, and the subclass is that of the code.
            FlightHubError: A call failed; the subclass, its code and its hint say why.

        Documentation: "Create Stream Forwarder", "Enable/Disable stream forwarder", "Get stream transcoder list",
        "Delete stream forwarder".

        Example:
            >>> target = {"url": "rtmp://media.example.com/live/key2"}
            >>> async with fh.stream_forwarders.forward(
            ...     "7CTDEXAMPLE0001", "165-0-7", schema="rtmp", schema_option=target, interval=0.2
            ... ) as forwarding:
            ...     forwarding.state.value
            'running'
        """
        schema_option = mask_argument(schema_option)
        request_options = mask_argument(request_options)
        Poller("a forwarder to push", timeout, interval)  # so that wrong numbers are refused before anything is made
        order = Order(device, camera, name, schema, wait, timeout, interval, cancel)
        return forward(self._client, order, schema_option, request_options)
