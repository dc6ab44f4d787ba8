"""A flight: where the aircraft is at any moment, as a function of time alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime, timedelta
from math import inf
from typing import NamedTuple

from flighthub_api.enums import DroneModeCode

from ._things import Moment, Pair, Place
from ._waylines import Wayline

PREPARATION = ((DroneModeCode.TAKEOFF_PREPARATION, 15.0), (DroneModeCode.TAKEOFF_PREPARATION_COMPLETED, 5.0))
"""Seconds on the ground before the take-off. L: some 20 seconds pass until an aircraft that was off is in the air."""

CLIMB, DESCENT = 5.0, 3.0
"""m/s."""

RETURN_SPEED = 12.0
"""m/s, on the way home."""

DWELL = 2.0
"""Seconds at a waypoint where something is done; a tenth of one elsewhere."""

STOWING = 20.0
"""Seconds from the landing until the cover is shut and the aircraft is off."""

DRAIN = 1 / 24
"""Percent of the battery per second in the air: forty minutes in all."""

RETURN_AT = 25.0
"""Percent of the battery at which an aircraft returns by itself."""

HOVERING = DroneModeCode.MANUAL_FLIGHT
"""I: what a paused aircraft reports; no source tells."""

GROUNDED = (DroneModeCode.STANDBY, *(mode for mode, _ in PREPARATION))


class Leg(NamedTuple):
    """A part of a flight in a straight line; times are seconds from the beginning of the flight.

    Attributes:
        reached: How many waypoints have been reached when it begins.
        arrives: Whether a waypoint is reached when it ends.
    """

    begin: float
    end: float
    origin: Place
    target: Place
    mode: DroneModeCode
    heading: float
    reached: int
    arrives: bool = False

    def part(self, at: float) -> float:
        """How much of it is done, 0 to 1."""
        return min(1.0, max(0.0, (at - self.begin) / (self.end - self.begin))) if self.begin < self.end < inf else 0.0

    def place(self, at: float) -> Place:
        """Where the aircraft is."""
        return self.origin.towards(self.target, self.part(at))


class Flight:
    """One flight along a route, with what was commanded on the way.

    Args:
        pair: Who flies.
        wayline: Along which route.
        begin: When the aircraft is switched on.
        battery: Percent at the beginning.
        return_height: Metres above the take-off point, at which it returns.
        reached: How many waypoints an earlier flight has reached: where this one takes up the route.

    Attributes:
        take_off: Seconds from the beginning to the take-off.
    """

    def __init__(
        self, pair: Pair, wayline: Wayline, begin: datetime, battery: float, return_height: float, reached: int = 0
    ) -> None:
        self.begin = begin
        self.battery = battery
        self._home = pair.home
        self._reached = reached
        self._return_height = return_height
        self._speed = min(max(1.0, wayline.route.speed), 25.0)
        base = pair.home.height if wayline.route.relative else 0.0
        self._stops = [
            (Place(each.latitude, each.longitude, base + each.height), DWELL if each.does_something else 0.1)
            for each in wayline.route.points
        ]
        self._legs: list[Leg] = []
        for mode, seconds in PREPARATION:
            self._add(mode, self._home, seconds)
        self.take_off = self._legs[-1].end
        self._go(DroneModeCode.AUTOMATIC_TAKEOFF, self._home.moved(0, 0, max(wayline.route.safe_height, 5.0)), CLIMB)
        self._fly_on()

    @property
    def end(self) -> datetime | None:
        """When the aircraft is back and off; None while it hovers and nobody knows."""
        last = self._legs[-1].end
        return None if last == inf else self.begin + timedelta(seconds=last)

    @property
    def landing(self) -> float:
        """Seconds from the beginning to the touch-down; infinite while nobody knows."""
        last = self._legs[-1]
        return last.begin if last.mode is DroneModeCode.STANDBY else inf

    @property
    def low(self) -> datetime:
        """When the battery will be so low that the aircraft returns by itself."""
        return self.begin + timedelta(seconds=self.take_off + max(0.0, self.battery - RETURN_AT) / DRAIN)

    def moment(self, now: datetime) -> Moment:
        """What the aircraft does."""
        at = self._seconds(now)
        leg = self._leg(at)
        place = leg.place(at)
        seconds = leg.end - leg.begin if 0 < leg.part(at) < 1 else inf
        return Moment(
            leg.mode.value,
            place,
            elevation=round(place.height - self._home.height, 2),
            heading=leg.heading,
            horizontal_speed=round(leg.origin.distance(leg.target) / seconds, 2),
            vertical_speed=round((leg.target.height - leg.origin.height) / seconds, 2),
            battery=self.charge(now),
            in_dock=leg.mode in GROUNDED,
            cover_open=PREPARATION[0][1] / 3 <= at < self.landing + STOWING / 2,
            waypoint=leg.reached,
        )

    def charge(self, now: datetime) -> float:
        """Percent of the battery."""
        flown = min(self._seconds(now), self.landing) - self.take_off
        return max(0.0, self.battery - max(0.0, flown) * DRAIN)

    def is_airborne(self, now: datetime) -> bool:
        """Whether it has taken off, and not landed yet."""
        return self.take_off <= self._seconds(now) < self.landing

    def is_returning(self, now: datetime) -> bool:
        """Whether it is on its way home."""
        return self._leg(self._seconds(now)).mode is DroneModeCode.AUTO_RETURNING_TO_HOME

    def pause(self, now: datetime) -> None:
        """Stops where it is."""
        self._cut(now)
        self._add(HOVERING, self._legs[-1].target, inf)

    def go_on(self, now: datetime) -> None:
        """Takes up the route again."""
        self._cut(now)
        self._fly_on()

    def go_home(self, now: datetime) -> None:
        """Leaves the route and returns."""
        self._cut(now)
        self._go_home()

    def visits(self) -> Iterator[tuple[int, datetime, Place]]:
        """Each waypoint that is reached, when, and where; in order."""
        for leg in self._legs:
            if leg.arrives:
                yield leg.reached, self.begin + timedelta(seconds=leg.end), leg.target

    def distance(self) -> float:
        """Metres flown."""
        return sum(each.origin.span(each.target) for each in self._legs)

    def track(self, step: float = 1.0) -> Iterator[tuple[datetime, Place]]:
        """Where it is in the air, every so many seconds; of a flight whose end is known."""
        for number in range(int((self.landing - self.take_off) / step) + 1):
            at = self.take_off + number * step
            yield self.begin + timedelta(seconds=at), self._leg(at).place(at)
        yield self.begin + timedelta(seconds=self.landing), self._home

    def _seconds(self, now: datetime) -> float:
        return (now - self.begin).total_seconds()

    def _leg(self, at: float) -> Leg:
        return self._legs[max(0, bisect_right(self._legs, at, key=lambda each: each.begin) - 1)]

    def _add(self, mode: DroneModeCode, target: Place, seconds: float, *, arrives: bool = False) -> None:
        if not self._legs:
            self._legs.append(Leg(0.0, seconds, target, target, mode, 0.0, self._reached))
            return
        last = self._legs[-1]
        heading = round(last.target.bearing(target), 1) if last.target.distance(target) > 0.5 else last.heading
        reached = last.reached + last.arrives
        self._legs.append(Leg(last.end, last.end + seconds, last.target, target, mode, heading, reached, arrives))

    def _go(self, mode: DroneModeCode, target: Place, speed: float, *, arrives: bool = False) -> None:
        self._add(mode, target, max(0.1, self._legs[-1].target.span(target) / speed), arrives=arrives)

    def _fly_on(self) -> None:
        last = self._legs[-1]
        for stop, seconds in self._stops[last.reached + last.arrives :]:
            self._go(DroneModeCode.WAYLINE_FLIGHT, stop, self._speed, arrives=True)
            self._add(DroneModeCode.WAYLINE_FLIGHT, stop, seconds)
        self._go_home()

    def _go_home(self) -> None:
        """Up where it is too low, over the dock, down, and into it."""
        here = self._legs[-1].target
        if here.distance(self._home) > 5:
            height = max(here.height, self._home.height + self._return_height)
            if height > here.height:
                self._go(DroneModeCode.AUTO_RETURNING_TO_HOME, here._replace(height=height), CLIMB)
            self._go(DroneModeCode.AUTO_RETURNING_TO_HOME, self._home._replace(height=height), RETURN_SPEED)
        self._go(DroneModeCode.AUTOMATIC_LANDING, self._home, DESCENT)
        self._add(DroneModeCode.STANDBY, self._home, STOWING)

    def _cut(self, now: datetime) -> None:
        """Ends the present leg, and forgets those to come."""
        at = self._seconds(now)
        index = self._legs.index(self._leg(at))
        leg = self._legs[index]
        self._legs[index:] = [leg._replace(end=at, target=leg.place(at), arrives=False)]
