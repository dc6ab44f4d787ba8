"""Forwarding of a camera's video for as long as a block lasts: made, switched on, deleted however the block ends."""

# The function at the end makes and ends the object.
# pyright: reportPrivateUsage=false

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Self

from flighthub_api.groups.stream_forwarders import CREATE
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.public_names import NoPublicConstructor, create, exported
from flighthub_runtime.secrets import mask_argument

from ..._core.request_options import override_options
from ..._devices.cameras import find_camera
from ..._streams.forwarders import Order, Route, find_created, is_pushing, name_for, refuse_taken, row_of, state_of
from ...errors import FlightHubError, NotFound, OutcomeUnknown
from ..client import AsyncFlightHub
from ..core.cleanup import capture, certainly_not_executed, run_at_end
from ..core.concurrency import run_shielded
from ..core.create import create_and_get_id
from ..core.polling import wait_until
from ..devices.lookup import find_device

if TYPE_CHECKING:
    from flighthub_api.enums import ConverterSchema, ConverterState
    from flighthub_api.models import SchemaOptionGb28181, SchemaOptionRtmp, StreamForwarder
else:
    ConverterSchema = lazy_type("flighthub_api.enums", "ConverterSchema")
    ConverterState = lazy_type("flighthub_api.enums", "ConverterState")
    SchemaOptionGb28181 = lazy_type("flighthub_api.models", "SchemaOptionGb28181")
    SchemaOptionRtmp = lazy_type("flighthub_api.models", "SchemaOptionRtmp")
    StreamForwarder = lazy_type("flighthub_api.models", "StreamForwarder")


@exported
class AsyncForwarding(metaclass=NoPublicConstructor):
    """A forwarder that lives as long as its block: see `fh.stream_forwarders.forward`.

    Attributes:
        name: Name of the forwarder.
        sn: Serial number of the device that the video comes from.
        camera: Index of its camera.
        converter_id: Id of the forwarder.
        forwarder: Its row in the list when it was last read, its push address masked; None before that.
    """

    def __init__(self, client: AsyncFlightHub, route: Route, options: RequestOptions | None) -> None:
        self._client = client
        self._route = route
        self._options = options
        self._may_exist = False
        self.name = route.name
        self.sn = route.sn
        self.camera = route.camera
        self.converter_id = ""
        self.forwarder: StreamForwarder | None = None

    @property
    def state(self) -> ConverterState | None:
        """How the forwarding was getting on when it was last read. There may be other states than those known."""
        return None if self.forwarder is None else self.forwarder.state

    async def refresh(self, *, request_options: RequestOptions | None = None) -> Self:
        """Read how the forwarding is getting on.

        Args:
            request_options: What to set for this call alone, over what `forward` was given.

        Returns:
            The forwarding itself, with what was read in `forwarder` and `state`.

        Raises:
            NotFound: Somebody has deleted the forwarder.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get stream transcoder list".

        Example:
            >>> target = {"url": "rtmp://media.example.com/live/key3"}
            >>> async with fh.stream_forwarders.forward(
            ...     "7CTDEXAMPLE0001", schema="rtmp", schema_option=target, interval=0.2
            ... ) as forwarding:
            ...     (await forwarding.refresh()).forwarder.auto_push_stream
            True
        """
        request_options = mask_argument(request_options)
        await self._read(request_options)
        return self

    async def _read(self, options: RequestOptions | None = None) -> StreamForwarder:
        self.forwarder = row_of(await self._list(options), self.converter_id)
        return self.forwarder

    async def _make(
        self, schema: ConverterSchema | str, schema_option: SchemaOptionGb28181 | SchemaOptionRtmp | Mapping[str, Any]
    ) -> None:
        """Makes the forwarder, once. Even when the one who waits is cancelled, the response is waited for."""

        async def make() -> None:
            arguments = {
                "converter_name": self.name,
                "sn": self.sn,
                "camera_index": self.camera,
                "schema": schema,
                "schema_option": schema_option,
            }
            # A cancelled one who waits gets no response, but has to delete what was made.
            self.converter_id = await create_and_get_id(self._client, CREATE, arguments, self._options, "converter_id")

        self._may_exist = True
        outcome = await run_shielded(capture(make))
        if isinstance(outcome.error, OutcomeUnknown):
            await self._adopt(outcome.error)
        elif outcome.error is not None:
            self._may_exist = not certainly_not_executed(outcome.error)
            raise outcome.error

    async def _adopt(self, unknown: OutcomeUnknown) -> None:
        """Takes the forwarder that a call made whose response was lost; raises the loss when there is none."""
        try:
            row = find_created(await self._list(), self._route)
        except FlightHubError as error:
            unknown.add_note(f"looking for forwarder {self.name!r} failed, too: {error}")
            raise unknown from unknown.__cause__
        if row is None:
            self._may_exist = False
            raise unknown
        self.converter_id = row.converter_id

    async def _switch(self, on: bool) -> None:
        await self._client.stream_forwarders.update(
            self.converter_id, auto_push_stream=on, request_options=self._options
        )

    async def _end(self) -> None:
        """Switches the forwarder off and deletes it. One that is gone already is as it should be."""
        if self._may_exist and not self.converter_id:
            row = find_created(await self._list(), self._route)
            self.converter_id = "" if row is None else row.converter_id
        if not self.converter_id:
            return
        switched = await capture(self._switch_off)
        try:
            await self._client.stream_forwarders.delete(self.converter_id, request_options=self._options)
        except NotFound as error:
            # Without a code, a gateway may have said so, and the forwarder go on.
            if error.code is None and any(row.converter_id == self.converter_id for row in await self._list()):
                raise
        except FlightHubError as error:
            if switched.error is not None:
                error.add_note(f"switching it off failed, too: {switched.error}")
            raise

    async def _switch_off(self) -> None:
        await self._switch(False)

    async def _list(self, options: RequestOptions | None = None) -> list[StreamForwarder]:
        options = override_options(self._options, options)
        return await self._client.stream_forwarders.list(request_options=options)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.camera} of {self.sn}: {self.state or 'not read yet'}>"


@asynccontextmanager
async def forward(
    client: AsyncFlightHub,
    order: Order,
    schema_option: SchemaOptionGb28181 | SchemaOptionRtmp | Mapping[str, Any],
    options: RequestOptions | None,
) -> AsyncGenerator[AsyncForwarding]:
    """Forwards for as long as the block lasts. `fh.stream_forwarders.forward` goes through here.

    Args:
        client: Whose project it is.
        order: What is to be forwarded, and whether to wait for it.
        schema_option: Settings of the protocol, masked.
        options: What to set for each call.
    """
    found = (await find_device(client, order.device, "device", options)).device
    camera = find_camera(found, order.camera, "camera")
    if order.name is not None:
        refuse_taken(await client.stream_forwarders.list(request_options=options), order.name)
    route = Route(order.name or name_for(found.sn, camera), found.sn, camera)
    forwarding = create(AsyncForwarding, client, route, options)
    unended = f"forwarder {forwarding.name!r} could not be deleted and may still forward, which uses up stream time"
    async with run_at_end(forwarding._end, unended):
        await forwarding._make(order.schema, schema_option)
        await forwarding._switch(True)
        if order.wait:
            await wait_until(
                forwarding._read,
                is_pushing,
                what=f"forwarder {forwarding.name!r} to push",
                timeout=order.timeout,
                interval=order.interval,
                seen_as=state_of,
                cancel=order.cancel,
            )
        yield forwarding
