"""What happens in a world without anybody asking the server for it: devices fail, people step in, jobs go wrong.

Each event is a function of the world; scenarios, the control endpoint and `World.happen` give it its arguments by name.
`docs/guides/testing.md` lists them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, Final

from flighthub_api.enums import AlgorithmSource, ModelStatus, Rainfall, ReturnHomeExitReason

from . import _pushes as pushes
from ._open_models import Outcome
from ._refusal import Refused
from ._things import Member
from ._weather import Imposed

if TYPE_CHECKING:
    from ._things import Device, Pair, Project
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


def link_lost(world: World, sn: str) -> None:
    """Gateway and aircraft lose each other. Nobody reaches the aircraft; in the air it does what its task says."""
    pair = _aircraft(world, sn)
    if pair.linked:
        pair.linked = False
        world.flight_tasks.link_lost(pair)


def link_restored(world: World, sn: str) -> None:
    """Gateway and aircraft find each other again. What the aircraft has begun meanwhile, it carries on."""
    _aircraft(world, sn).linked = True


def _aircraft(world: World, sn: str) -> Pair:
    pair, _ = _device(world, sn)
    if pair.drone is None or not pair.gateway.sn:
        raise ValueError(f"{sn!r} has no link, as it has no gateway or no aircraft")
    return pair


def wind(world: World, speed: float, project: str = "", seconds: float = 0) -> None:
    """The wind has so many m/s. From 12 m/s on nobody takes off, and who is in the air returns."""
    if not 0 <= speed <= 60:
        raise ValueError("speed is from 0 to 60 m/s")
    _impose(world, Imposed(wind=speed), project, seconds)


def rain(world: World, level: str = "heavy_rain", project: str = "", seconds: float = 0) -> None:
    """It rains so much: `no_rain`, `light_rain`, `moderate_rain`, or `heavy_rain`, in which nobody flies."""
    found = next((each for each in Rainfall if each.word == level), None)
    if found is None:
        raise ValueError(f"level is one of {', '.join(each.word or '' for each in Rainfall)}, not {level!r}")
    _impose(world, Imposed(rain=found), project, seconds)


def usual_weather(world: World, project: str = "") -> None:
    """Wind and rain are again what they would be by themselves."""
    for each in _projects(world, project):
        world.imposed_weather.pop(each.uuid, None)


def _impose(world: World, imposed: Imposed, project: str, seconds: float) -> None:
    """Decides the weather of a project, or of all of them, for some seconds or until another event does."""
    if not 0 <= seconds <= _LONGEST:
        raise ValueError(f"seconds is from 0 to {_LONGEST}")
    until = world.now + timedelta(seconds=seconds) if seconds else None
    for each in _projects(world, project):
        lasting = [one for one in world.imposed_weather.get(each.uuid, ()) if not _covers(imposed, one)]
        world.imposed_weather[each.uuid] = [*lasting, imposed._replace(until=until)]
        world.flight_tasks.weather_changed(each)


def _covers(new: Imposed, old: Imposed) -> bool:
    """Whether nothing of an earlier event is left by a later one."""
    return (new.wind is None) is (old.wind is None)


_LONGEST: Final = 1_000_000_000


def _projects(world: World, project: str) -> list[Project]:
    found = [each for each in world.projects.values() if project in ("", each.uuid, each.name)]
    if not found:
        raise ValueError(f"there is no project {project!r}")
    return found


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


def fail_command(world: World, sn: str, code: int) -> None:
    """A device fails at the next command that is accepted, with a code of its own such as 319020."""
    if code == 0:
        raise ValueError("code 0 says that a command was carried out")
    world.commands.fail_next(_device(world, sn)[0], code)


def ai_alert(world: World, sn: str, label: str = "person", source: int = 1) -> None:
    """An algorithm finds something in the picture of an aircraft; the list of alerts and a webhook have the same."""
    if not AlgorithmSource(source).is_known:
        raise ValueError(f"source is one of {', '.join(str(each.value) for each in AlgorithmSource)}")
    world.detections.add(_aircraft(world, sn), label, source)


def confirm_incident(world: World, incident: str = "") -> None:
    """A person confirms an incident that waits in the message centre: by its id or name, or the oldest one."""
    world.workflows.confirm(world.workflows.waiting(incident))


def dismiss_incident(world: World, incident: str = "") -> None:
    """A person dismisses an incident that waits."""
    world.workflows.dismiss(world.workflows.waiting(incident))


def exit_return_home(world: World, sn: str, reason: int = 5) -> None:
    """An aircraft on its way home breaks off its return, and hovers until it is told what to do."""
    if not ReturnHomeExitReason(reason).is_known:
        raise ValueError(f"reason is one of {', '.join(str(each.value) for each in ReturnHomeExitReason)}")
    pair = _aircraft(world, sn)
    if not world.flight_tasks.break_off_return(pair):
        raise ValueError("the aircraft must be on its way home")
    world.push("device_exit_return_home", lambda: pushes.exit_return_home(pair, reason))


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
    for each in (
        device_offline,
        device_online,
        link_lost,
        link_restored,
        wind,
        rain,
        usual_weather,
        battery,
        battery_low,
        take_over,
        refuse_start,
        fail_command,
        ai_alert,
        exit_return_home,
        confirm_incident,
        dismiss_incident,
        end_model,
        plan_model,
    )
}

_FORMS: Final[Mapping[str, tuple[Callable[[Any], bool], str]]] = {
    "str": (lambda value: isinstance(value, str), "a text"),
    "int": (lambda value: type(value) is int, "a whole number"),
    "float": (lambda value: type(value) in (int, float) and math.isfinite(value), "a number"),
}
"""What an argument may be, by its annotation, and that in words."""


def check(event: object, arguments: Mapping[str, Any]) -> None:
    """Refuses, as `ValueError`, what is no event, and arguments that it does not take."""
    known = EVENTS.get(event) if isinstance(event, str) else None
    if known is None:
        raise ValueError(f"there is no event {event!r}, only {', '.join(sorted(EVENTS))}")
    _, *taken = signature(known).parameters.values()
    names = [each.name for each in taken]
    for name in arguments:
        if name not in names:
            raise ValueError(f"{event}: there is no argument {name!r}, only {', '.join(names)}")
    for each in taken:
        fits, words = _FORMS[each.annotation]
        if each.name in arguments and not fits(arguments[each.name]):
            raise ValueError(f"{event}: {each.name} is {words}, not {arguments[each.name]!r}")
        if each.name not in arguments and each.default is Parameter.empty:
            raise ValueError(f"{event}: {each.name} is missing")


def happen(world: World, event: str, arguments: Mapping[str, Any]) -> None:
    """Lets an event happen now, after everything that was due before."""
    check(event, arguments)
    world.look()
    _happen(world, event, arguments)


def plan(world: World, events: Sequence[Mapping[str, Any]]) -> None:
    """Lets the events of a scenario happen at their moments; one that is not possible then does not happen."""

    def action(event: str, arguments: Mapping[str, Any]) -> Callable[[], None]:
        def act() -> None:
            with suppress(ValueError):
                _happen(world, event, arguments)

        return act

    for told in events:
        arguments = {name: value for name, value in told.items() if name not in ("after", "event")}
        world.after(told["after"], action(told["event"], arguments))


def _happen(world: World, event: str, arguments: Mapping[str, Any]) -> None:
    try:
        EVENTS[event](world, **arguments)
    except Refused as error:
        raise ValueError(f"{event}: {error}") from None
