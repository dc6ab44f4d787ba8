"""What devices report: the documented example of their product, with what is going on in this world in its place.

An example has every documented member, so a report has, too. What this world does not know stays as it is there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import msgspec

from flighthub_api.enums import CoverState, GatewayModeCode
from flighthub_api.models import DeviceState
from flighthub_api.operations import OPERATIONS
from flighthub_runtime.codecs import Codec, EnumOf, ListOf, ObjectOf
from flighthub_runtime.models import Model
from flighthub_runtime.wire import is_list, is_object

from .._api import bundle
from ._flights import DRAIN, RETURN_AT
from ._things import Device, Moment, Pair
from ._weather import weather

if TYPE_CHECKING:
    from ._world import World

Json = dict[str, Any]

STATE = OPERATIONS["getDeviceState"]

_DRONE = re.compile(r"\bM[0-9A-Z]+EXAMPLE[0-9]+")
_GATEWAY = re.compile(r"\bDOCK[0-9A-Z]*EXAMPLE[0-9]+")
_PAYLOAD = re.compile(r"^[0-9]+-[0-9]+-[0-9]+$")


@cache
def _examples() -> Mapping[str, Json]:
    """The documented states by the names of their types."""
    described = bundle()["paths"][STATE.path][STATE.http_method.lower()]
    examples = described["responses"]["200"]["content"]["application/json"]["examples"]
    found: dict[str, Json] = {}
    for name, example in examples.items():
        if name != "default":  # that of the page, which has a few members only
            data = example["value"]["data"]
            found[type_of(data["device_model"]["key"]).__name__] = data["device_state"]
    return found


@cache
def type_of(key: str) -> type[Model]:
    """The type of the state of a model."""
    state = DeviceState.from_dict({"device_model": {"key": key}, "device_state": {}}).device_state
    return cast("type[Model]", type(state))


class Report:
    """What one device reports.

    Args:
        world: In which it is.
        pair: To which it belongs.
        device: The device.
    """

    def __init__(self, world: World, pair: Pair, device: Device) -> None:
        self._world = world
        self._pair = pair
        self._device = device
        example = _examples().get(type_of(device.key).__name__, {})
        text = json.dumps(example)
        drone = pair.drone.sn if pair.drone else ""
        text = _GATEWAY.sub(lambda _: _inside(pair.gateway.sn), _DRONE.sub(lambda _: _inside(drone), text))
        cameras = [each.index for each in device.cameras]
        indexes = [name for name in example if _PAYLOAD.match(name)]
        for index, camera in zip(indexes, cameras, strict=False):
            text = text.replace(json.dumps(index), json.dumps(camera))
        self._type = type_of(device.key)
        self._text = text
        self._words = json.dumps(_in_words(self._type, json.loads(text)))

    def make(self, words: bool) -> Json:
        """The state at this moment.

        Args:
            words: Whether enums travel as words, or as codes.
        """
        state: Json = msgspec.json.decode(self._words if words else self._text)
        moment = self._world.fleet.moment(self._pair)
        for path, value in self._live(moment).items():
            parts, change = _member(self._type, path)
            _put(state, parts, value if change is None or not words else change(value))
        return state

    def _live(self, moment: Moment) -> Json:
        if self._device is not self._pair.gateway:
            return self._aircraft(moment)
        home = self._pair.home
        place = {"latitude": home.latitude, "longitude": home.longitude, "height": home.height}
        return {**place, **self._dock(moment)} if self._pair.is_dock else {**place, "capacity_percent": 83}

    def _dock(self, moment: Moment) -> Json:
        world, pair, drone = self._world, self._pair, self._pair.drone
        sky = weather(world, pair.project, world.now)
        done = [each for each in world.flight_tasks.all if each.pair is pair and each.ran is not None]
        folders = [each.folder for each in done if each.folder is not None]
        charging = moment.in_dock and pair.moment is None and moment.battery < 100
        return {
            "mode_code": (GatewayModeCode.IDLE if pair.moment is None else GatewayModeCode.IN_OPERATION).value,
            "cover_state": (CoverState.OPEN if moment.cover_open else CoverState.CLOSED).value,
            "drone_in_dock": int(moment.in_dock),
            "putter_state": int(not moment.in_dock or moment.cover_open),
            "rainfall": sky.rain.value,
            "wind_speed": sky.wind,
            "environment_temperature": sky.temperature,
            "temperature": round(sky.temperature + 4.6, 1),
            "humidity": sky.humidity,
            "drone_charge_state.capacity_percent": int(moment.battery),
            "drone_charge_state.state": int(charging),
            "media_file_detail.remain_upload": sum(max(0, each.expected - len(each.uploaded)) for each in folders),
            "job_number": 214 + len(done),
            "sub_device.device_sn": drone.sn if drone else "",
            "sub_device.device_model_key": drone.key if drone else "",
            "sub_device.device_online_status": int(world.fleet.is_on(pair)),
        }

    def _aircraft(self, moment: Moment) -> Json:
        home, charge = self._pair.home, int(moment.battery)
        sky = weather(self._world, self._pair.project, self._world.now)
        task = self._world.flight_tasks.flown_by(self._pair)
        left = max(0.0, moment.battery - RETURN_AT) / DRAIN
        gimbal = {"gimbal_yaw": moment.gimbal_yaw, "gimbal_pitch": moment.gimbal_pitch}
        payloads = {f"{each.index}.{name}": value for each in self._device.cameras for name, value in gimbal.items()}
        return {
            "mode_code": moment.mode,
            "latitude": moment.place.latitude,
            "longitude": moment.place.longitude,
            "height": round(moment.place.height, 2),
            "elevation": moment.elevation,
            "attitude_head": moment.heading,
            "attitude_pitch": round(-1.2 * moment.horizontal_speed, 1),
            "attitude_roll": 0.0,
            "horizontal_speed": moment.horizontal_speed,
            "vertical_speed": moment.vertical_speed,
            "home_latitude": home.latitude,
            "home_longitude": home.longitude,
            "home_distance": round(home.distance(moment.place), 1),
            # D, of the Cloud API: tenths of m/s, and eight directions from 1.
            "wind_speed": round(sky.wind * 10, 0),
            "wind_direction": 1 + round(sky.direction / 45) % 8,
            "track_id": task.uuid if task else "",
            "battery.capacity_percent": charge,
            "battery.remain_flight_time": int(left),
            "battery.batteries.capacity_percent": charge,
            **payloads,
        }


def _inside(text: str) -> str:
    """A text as it stands inside a string of JSON."""
    return json.dumps(text)[1:-1]


def _put(state: Any, path: Sequence[str], value: Any) -> None:
    """Changes a member that is there; of objects in a list, that of each."""
    if is_list(state):
        for each in state:
            _put(each, path, value)
    elif is_object(state) and path[0] in state:
        if len(path) > 1:
            _put(state[path[0]], path[1:], value)
        else:
            state[path[0]] = value


def _in_words(type_: type[Model], state: Json) -> Json:
    """A state with its enums as words, where there are words."""
    for name, change in _changes(type_).items():
        if name in state:
            state[name] = change(state[name])
    payloads = type_.__wire__.payloads
    if payloads is not None and isinstance(payloads.codec, ObjectOf):
        for name in state:
            if _PAYLOAD.match(name):
                _in_words(payloads.codec.model, state[name])
    return state


Change = Callable[[Any], Any]


_MEMBERS: dict[tuple[str, str], tuple[Sequence[str], Change | None]] = {}


def _member(type_: type[Model], path: str) -> tuple[Sequence[str], Change | None]:
    """The parts of a path into a state, and what makes a word of what is there; None where there are none."""
    key = (type_.__name__, path)
    if key not in _MEMBERS:
        _MEMBERS[key] = _found(type_, path.split("."))
    return _MEMBERS[key]


def _found(type_: type[Model], parts: Sequence[str]) -> tuple[Sequence[str], Change | None]:
    codec: Codec | None = None
    inside: type[Model] | None = type_
    for name in parts:
        members = () if inside is None else inside.__wire__.members
        codec = next((each.codec for each in members if each.wire == name), None)
        while isinstance(codec, ListOf):
            codec = codec.item
        inside = codec.model if isinstance(codec, ObjectOf) else None
    return parts, None if codec is None else _change(codec)


_CHANGES: dict[str, Mapping[str, Change]] = {}


def _changes(type_: type[Model]) -> Mapping[str, Change]:
    """What changes the members of an object that hold enums, at any depth."""
    found = _CHANGES.get(type_.__name__)
    if found is None:
        changes = {member.wire: _change(member.codec) for member in type_.__wire__.members}
        found = {name: change for name, change in changes.items() if change is not None}
        _CHANGES[type_.__name__] = found
    return found


def _change(codec: Codec) -> Change | None:
    if isinstance(codec, EnumOf):
        words = {each.value: each.word for each in codec.enum if each.word}
        return (lambda code: words.get(code, code) if isinstance(code, int) else code) if words else None
    if isinstance(codec, ListOf):
        inner = _change(codec.item)
        return (lambda items: [inner(each) for each in items] if is_list(items) else items) if inner else None
    if isinstance(codec, ObjectOf):
        model = codec.model
        return lambda value: _in_words(model, value) if is_object(value) else value
    return None
