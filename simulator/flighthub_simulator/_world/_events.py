"""What happens in a world without anybody asking the server for it: devices fail, people step in, jobs go wrong.

Each event is a function of the world; the control endpoint and `World.happen` give it its arguments by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import signature
from typing import TYPE_CHECKING, Any

from flighthub_api.enums import ModelStatus

from ._open_models import Outcome
from ._refusal import Refused
from ._things import Member

if TYPE_CHECKING:
    from ._things import Device, Pair
    from ._world import World


def _device(world: World, sn: str) -> tuple[Pair, Device]:
    for pair in world.fleet.pairs:
        for device in (pair.gateway, pair.drone):
            if device is not None and device.sn == sn:
                return pair, device
    raise ValueError(f"there is no device {sn!r}")


def device_offline(world: World, sn: str) -> None:
    """A device loses its connection; an aircraft in the air flies on."""
    _device(world, sn)[1].online = False


def device_online(world: World, sn: str) -> None:
    """A device is connected again."""
    _device(world, sn)[1].online = True


def battery(world: World, sn: str, percent: float) -> None:
    """The battery of a resting aircraft has so many percent, and charges from there."""
    pair, _ = _device(world, sn)
    if pair.moment is not None or not 0 <= percent <= 100:
        raise ValueError("the aircraft must rest, and the battery has 0 to 100 percent")
    pair.battery, pair.battery_since = float(percent), world.now


def battery_low(world: World, sn: str) -> None:
    """The battery of an aircraft on its route is low: it leaves the route at a breakpoint and returns by itself."""
    pair, _ = _device(world, sn)
    task = world.flight_tasks.flown_by(pair)
    if task is None or not world.flight_tasks.return_for_battery(task):
        raise ValueError("the aircraft must be on its route")


def take_over(world: World, sn: str, payload_index: str, nickname: str = "Pilot") -> None:
    """A person takes control of a payload, such as a pilot who stands next to the aircraft."""
    pair, _ = _device(world, sn)
    world.payloads.acquire(pair, [payload_index], Member(f"person/{nickname}", nickname, "project-member"))


def refuse_start(world: World, sn: str, code: int) -> None:
    """The next flight of a dock fails before the take-off, with a code of the device such as 316026."""
    pair, _ = _device(world, sn)
    world.flight_tasks.refuse_start(pair.gateway.sn, int(code))


def end_model(world: World, model_uuid: str, status: int = 8, error_code: int = 1) -> None:
    """A reconstruction of open modeling ends now: 8 and 13 failed, 9 and 15 succeeded, 16 cancelled."""
    world.open_models.end(model_uuid, _outcome(status, error_code))


def plan_model(world: World, status: int = 8, error_code: int = 1) -> None:
    """The next reconstruction of open modeling that is started ends so, in its own time."""
    world.open_models.plan(_outcome(status, error_code))


def _outcome(status: int, error_code: int) -> Outcome:
    found = ModelStatus(status)
    if not found.is_known or not found.is_terminal:
        raise ValueError(f"a reconstruction does not end in {status!r}")
    return Outcome(found, 0 if found.is_success else int(error_code))


EVENTS: Mapping[str, Callable[..., None]] = {
    each.__name__: each
    for each in (device_offline, device_online, battery, battery_low, take_over, refuse_start, end_model, plan_model)
}


def happen(world: World, event: str, arguments: Mapping[str, Any]) -> None:
    """Lets an event happen."""
    known = EVENTS.get(event)
    if known is None:
        raise ValueError(f"there is no event {event!r}, only {', '.join(sorted(EVENTS))}")
    try:
        signature(known).bind(world, **arguments)
    except TypeError as error:
        raise ValueError(f"{event}: {error}") from None
    world.look()
    try:
        known(world, **arguments)
    except (TypeError, Refused) as error:
        raise ValueError(f"{event}: {error}") from None
