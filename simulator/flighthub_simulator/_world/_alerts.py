"""Alerts of the health management system (HMS): what is wrong with a device right now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from flighthub_api.enums import HmsInTheKey, HmsLevel, HmsModule, Rainfall

from ._things import Device, Pair
from ._weather import RAIN_LIMIT, WIND_LIMIT, weather

if TYPE_CHECKING:
    from ._world import World

STRONG_WIND = 6.5
"""m/s from which a dock warns."""

LOW_BATTERY = 30
"""Percent from which an aircraft warns."""


class Alert(NamedTuple):
    """An alert. The codes look like DJI's; what they say here is this world's own."""

    code: str
    level: HmsLevel
    module: HmsModule
    english: str
    chinese: str
    imminent: bool


WIND = Alert(
    "0x20000002", HmsLevel.REMINDER, HmsModule.DEVICE_MANAGEMENT, "Strong wind at the dock", "机场风速过大", True
)
RAIN = Alert("0x20000003", HmsLevel.REMINDER, HmsModule.DEVICE_MANAGEMENT, "Rain at the dock", "机场正在降雨", True)
LINK = Alert(
    "0x20000004", HmsLevel.WARNING, HmsModule.DEVICE_MANAGEMENT, "No link to the aircraft", "与飞行器的连接已断开", True
)
BATTERY = Alert("0x1611000a", HmsLevel.WARNING, HmsModule.HMS, "Battery low", "电池电量低", True)
GIMBAL = Alert("0x16100083", HmsLevel.NOTIFICATION, HmsModule.HMS, "Gimbal needs calibration", "云台需要校准", False)


def _of_dock(world: World, pair: Pair) -> list[tuple[Alert, bool]]:
    """The alerts that a dock can have, and whether it has them. What keeps it from flying is a warning."""
    sky = weather(world, pair.project, world.now)
    return [
        (WIND._replace(level=HmsLevel.WARNING) if sky.wind >= WIND_LIMIT else WIND, sky.wind >= STRONG_WIND),
        (
            RAIN._replace(level=HmsLevel.WARNING) if sky.rain is RAIN_LIMIT else RAIN,
            sky.rain is not Rainfall.NO_RAIN,
        ),
        (LINK, pair.drone is not None and not pair.linked),
    ]


def alerts(world: World, pair: Pair, device: Device, language: str) -> list[dict[str, Any]]:
    """All alerts of a device, as the API has them; what is missing from it is over."""
    moment = world.fleet.moment(pair)
    if device is pair.gateway:
        found = _of_dock(world, pair) if pair.is_dock else []
    else:
        # One aircraft in four has lived with its gimbal for a while.
        old = world.chance("gimbal", device.sn).random() < 0.25
        found = [(BATTERY, not moment.in_dock and moment.battery < LOW_BATTERY), (GIMBAL, old)]
    where = HmsInTheKey.ON_THE_GROUND if moment.in_dock else HmsInTheKey.IN_THE_SKY
    return [
        {
            "level": alert.level.value,
            "module": alert.module.value,
            "in_the_key": where.value,
            "code": alert.code,
            # D: in the language that was asked for.
            "message": alert.english if language == "en" else alert.chinese,
            "args": {"component_index": 0, "sensor_index": 0},
            "imminent": alert.imminent,
        }
        for alert, is_so in found
        if is_so
    ]
