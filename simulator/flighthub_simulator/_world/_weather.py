"""The weather at a place: a function of the time, slow, and the same for the same seed."""

from __future__ import annotations

from datetime import datetime
from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple

from flighthub_api.enums import Rainfall

from ._things import Project

if TYPE_CHECKING:
    from ._world import World

DAY = 86_400.0


class Weather(NamedTuple):
    """The weather of one moment.

    Attributes:
        wind: m/s.
        direction: Where the wind comes from, in degrees from true north, 0 to 360.
        rain: How much rain there is.
        temperature: Degrees Celsius.
        humidity: Percent.
    """

    wind: float
    direction: float
    rain: Rainfall
    temperature: float
    humidity: float


def weather(world: World, project: Project, now: datetime) -> Weather:
    """The weather of a project at a moment: waves of several lengths over one another, begun anywhere by chance."""
    chance = world.chance("weather", project.uuid)
    starts = [chance.uniform(0, 2 * pi) for _ in range(6)]
    seconds = now.timestamp()

    def wave(number: int, period: float) -> float:
        return sin(2 * pi * seconds / period + starts[number])

    rain = wave(0, 7_200) + 0.6 * wave(1, 2_700)
    fallen = Rainfall.HEAVY_RAIN if rain > 1.5 else Rainfall.MODERATE_RAIN if rain > 1.35 else Rainfall.LIGHT_RAIN
    wind = 4.0 + 2.4 * wave(2, 5_400) + 1.1 * wave(3, 310)
    return Weather(
        round(max(0.0, wind), 1),
        round((180 * (1 + wave(4, 10_800))) % 360, 0),
        fallen if rain > 1.15 else Rainfall.NO_RAIN,
        round(12.0 - 6.0 * cos(2 * pi * (seconds % DAY) / DAY) + 0.8 * wave(5, 1_900), 1),
        round(55.0 + 25.0 * max(0.0, rain - 0.5) + 4.0 * wave(5, 3_300), 1),
    )
