"""The weather at a place: a function of the time, slow, and the same for the same seed; unless an event decides it.

By itself it never gets so bad that nobody can fly: that is for events, so that nothing fails by chance.
"""

from __future__ import annotations

from datetime import datetime
from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple

from flighthub_api.enums import Rainfall

from ._things import Project

if TYPE_CHECKING:
    from ._world import World

DAY = 86_400.0

WIND_LIMIT = 12.0
"""m/s from which on no aircraft takes off, and those in the air return."""

RAIN_LIMIT = Rainfall.HEAVY_RAIN
"""Likewise."""


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

    @property
    def stops_flights(self) -> str | None:
        """Why nobody can fly in it; None when everybody can."""
        if self.wind >= WIND_LIMIT:
            return f"the wind has {self.wind:g} m/s"
        return "the rain is too heavy" if self.rain is RAIN_LIMIT else None


class Imposed(NamedTuple):
    """What an event says of the weather of a project, instead of what it would be; None for what it leaves.

    Attributes:
        until: When it ends; None for never.
    """

    wind: float | None = None
    rain: Rainfall | None = None
    until: datetime | None = None


def weather(world: World, project: Project, now: datetime) -> Weather:
    """The weather of a project at a moment: waves of several lengths over one another, begun anywhere by chance."""
    chance = world.chance("weather", project.uuid)
    starts = [chance.uniform(0, 2 * pi) for _ in range(6)]
    seconds = now.timestamp()

    def wave(number: int, period: float) -> float:
        return sin(2 * pi * seconds / period + starts[number])

    rain = wave(0, 7_200) + 0.6 * wave(1, 2_700)
    fallen = Rainfall.MODERATE_RAIN if rain > 1.35 else Rainfall.LIGHT_RAIN if rain > 1.15 else Rainfall.NO_RAIN
    wind = 4.0 + 2.4 * wave(2, 5_400) + 1.1 * wave(3, 310)
    for each in world.imposed_weather.get(project.uuid, ()):
        if each.until is None or now < each.until:
            wind = wind if each.wind is None else each.wind
            fallen = fallen if each.rain is None else each.rain
    return Weather(
        round(max(0.0, wind), 1),
        round((180 * (1 + wave(4, 10_800))) % 360, 0),
        fallen,
        round(12.0 - 6.0 * cos(2 * pi * (seconds % DAY) / DAY) + 0.8 * wave(5, 1_900), 1),
        round(55.0 + 25.0 * max(0.0, rain - 0.5) + 4.0 * wave(5, 3_300), 1),
    )
