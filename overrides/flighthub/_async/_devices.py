"""Devices: the generated operations, and a state whose type is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, overload

from flighthub_api.groups.devices import AsyncDevices
from flighthub_api.runtime.devices import Reported
from flighthub_api.runtime.secrets import veiled

from ..errors import UnexpectedResponse

if TYPE_CHECKING:
    from flighthub_api.device_states import AnyDeviceState
    from flighthub_api.runtime.groups import RequestOptions

    from ._client import AsyncFlightHub

S = TypeVar("S", bound=Reported)


class DevicesGroup(AsyncDevices):
    """State, alerts, commands, cameras, control and RTK of docks and aircraft."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client

    @overload
    async def get_state(
        self, device_sn: str, *, as_: None = None, request_options: RequestOptions | None = None
    ) -> AnyDeviceState: ...
    @overload
    async def get_state(self, device_sn: str, *, as_: type[S], request_options: RequestOptions | None = None) -> S: ...
    async def get_state(
        self, device_sn: str, *, as_: type[S] | None = None, request_options: RequestOptions | None = None
    ) -> AnyDeviceState | S:
        """Read what a device last reported, in the type of its model.

        The state is pieced together from several pushes, so any member may be None. A model without a schema of its own
        gives a `GenericDeviceState`. Nothing is lost: `to_dict()` gives back what came.

        Args:
            device_sn: Serial number of a dock, an aircraft or a remote controller.
            as_: The type that is expected, such as `Dock3State`; without it, narrow with `isinstance`.
            request_options: What to set for this call alone.

        Returns:
            The state: `Dock3State`, `Matrice4DState`, …, one of fourteen, or `GenericDeviceState`.

        Raises:
            UnexpectedResponse: The device is not what `as_` expects.
            DeviceOffline: The device cannot be reached.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Device Model Retrieval".

        Example:
            >>> from flighthub.types import Matrice3DState
            >>> state = await fh.devices.get_state("1581FEXAMPLE00001", as_=Matrice3DState)
            >>> state.is_flying, state.position.latitude, state.battery_percent
            (True, 46.051277, 71)
        """
        request_options = veiled(request_options)
        state = await super().get_state(device_sn, request_options=request_options)
        if as_ is not None and not isinstance(state, as_):
            raise UnexpectedResponse(
                f"devices.get_state: {device_sn} reports as {type(state).__name__}, not {as_.__name__}.",
                operation="devices.get_state",
            )
        return state
