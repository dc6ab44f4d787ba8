"""A flight: where the aircraft is at any moment, as a function of time alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from math import ceil, hypot, inf
from typing import NamedTuple

from flighthub_api.enums import DroneModeCode

from ._ground import Ground
from ._plan import CLIMB, DESCENT, Planner, Shot, Step, between, turned
from ._things import Moment, Pair, Place
from ._waylines import Wayline

PREPARATION = ((DroneModeCode.TAKEOFF_PREPARATION, 15.0), (DroneModeCode.TAKEOFF_PREPARATION_COMPLETED, 5.0))
"""Seconds on the ground before the take-off. L: some 20 seconds pass until an aircraft that was off is in the air."""

RETURN_SPEED = 12.0
"""m/s, on the way home."""

STOWING = 20.0
"""Seconds from the landing until the cover is shut and the aircraft is off."""

DRAIN = 1 / 24
"""Percent of the battery per second in the air: forty minutes in all."""

RETURN_AT = 25.0
"""Percent of the battery at which an aircraft returns by itself."""

HOVERING = DroneModeCode.MANUAL_FLIGHT
"""I: what a paused aircraft reports; no source tells."""

GROUNDED = (DroneModeCode.STANDBY, *(mode for mode, _ in PREPARATION))

PIECES = 8
"""Straight lines into which half a curve is cut, where its length is measured."""

SAMPLE = 25.0
"""Metres between which the ground is taken for even, where the length of a way over it is measured."""


class Leg(NamedTuple):
    """A step, or a part of one, as it is flown; times are seconds from the beginning of the flight.

    Attributes:
        begin: When it begins.
        end: When it ends.
        mode: What the aircraft reports.
        step: What is flown.
        number: Which step of the route it is; -1 for what is none of it.
        reached: How many waypoints have been reached when it begins.
        first: The part of the step at which it begins, 0 to 1.
        last: The part at which it ends.
    """

    begin: float
    end: float
    mode: DroneModeCode
    step: Step
    number: int
    reached: int
    first: float = 0.0
    last: float = 1.0

    @property
    def arrives(self) -> bool:
        """Whether a waypoint is reached when it ends."""
        return self.step.arrives and self.last == 1

    def part(self, at: float) -> float:
        """The part of the step that is done, 0 to 1."""
        if not self.begin < self.end < inf:
            return self.last
        return between((self.first, self.last), min(1.0, max(0.0, (at - self.begin) / (self.end - self.begin))))

    def time(self, part: float) -> float:
        """When a part of the step is done."""
        done = (part - self.first) / (self.last - self.first) if self.last > self.first else 1.0
        return between((self.begin, self.end), done)


class Breakpoint(NamedTuple):
    """Where a route is left or taken up.

    Attributes:
        number: Which step of the route it is.
        part: The part of the step that is done, 0 to 1.
        reached: How many waypoints have been reached.
    """

    number: int = 0
    part: float = 0.0
    reached: int = 0


class Taken(NamedTuple):
    """A picture or a video.

    Attributes:
        moment: When it was taken, or the recording began.
        place: Where the aircraft was.
        elevation: Metres above the take-off point.
        heading: Degrees of the nose from true north, -180 to 180.
        pitch: Degrees of the camera from the horizon.
        yaw: Degrees of the camera from true north, -180 to 180.
        shot: What was taken.
        seconds: How long a video is; None for a picture.
        velocity: m/s of the aircraft to the north, to the east and up.
    """

    moment: datetime
    place: Place
    elevation: float
    heading: float
    pitch: float
    yaw: float
    shot: Shot
    seconds: float | None = None
    velocity: tuple[float, float, float] = (0.0, 0.0, 0.0)


class Flight:
    """One flight along a route, with what was commanded on the way.

    I: whatever the route says of its end (`finishAction`), an aircraft of a dock returns to it.

    Args:
        pair: Who flies.
        wayline: Along which route.
        begin: When the aircraft is switched on.
        battery: Percent at the beginning.
        return_height: Metres above the take-off point, at which it returns.
        ground: What it flies over.
        resume_at: The breakpoint of an earlier flight, from which this one goes on; the whole route when not given.

    Attributes:
        take_off: Seconds from the beginning to the take-off.
        drone: The aircraft.
    """

    def __init__(
        self,
        pair: Pair,
        wayline: Wayline,
        begin: datetime,
        battery: float,
        return_height: float,
        ground: Ground,
        resume_at: Breakpoint | None = None,
    ) -> None:
        self.begin = begin
        self.battery = battery
        self.drone = pair.drone
        self._home = pair.home
        self._resume_at = Breakpoint() if resume_at is None else resume_at
        self._return_height = return_height
        self._ground = ground
        self._transitional_speed = wayline.route.transitional_speed
        self._is_cut_short = False
        self._legs: list[Leg] = []
        for mode, seconds in PREPARATION:
            self._wait(mode, seconds)
        self.take_off = self._legs[-1].end
        hover = self._home.moved(0, 0, max(wayline.route.safe_height, 5.0))
        self._steps = [*self._affordable(Planner(wayline.route, self._home, hover, ground).steps())]
        self._go(DroneModeCode.AUTOMATIC_TAKEOFF, hover, CLIMB)
        self._fly_on(self._resume_at.number, self._resume_at.part)

    @property
    def breakpoint(self) -> Breakpoint:
        """Where the route was left, and could be taken up again; its end when all of it was flown."""
        flown = next((each for each in reversed(self._legs) if each.number >= 0), None)
        if flown is None:
            return self._resume_at
        if flown.last < 1:
            return Breakpoint(flown.number, flown.last, flown.reached)
        return Breakpoint(flown.number + 1, 0.0, flown.reached + flown.arrives)

    @property
    def is_interrupted(self) -> bool:
        """Whether the route was left before its end."""
        return self.breakpoint.number < len(self._steps)

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
        part = leg.part(at)
        step, place = leg.step, leg.step.place(part, self._ground)
        heading = step.nose(part, place)
        moves = 0 < part < 1 and leg.end < inf
        north, east, up = step.velocity(part, self._ground) if moves else (0.0, 0.0, 0.0)
        return Moment(
            leg.mode.value,
            place,
            elevation=round(place.height - self._home.height, 2),
            heading=round(heading, 1),
            horizontal_speed=round(hypot(north, east), 2),
            vertical_speed=round(up, 2),
            battery=self.charge(now),
            in_dock=leg.mode in GROUNDED,
            cover_open=PREPARATION[0][1] / 3 <= at < self.landing + STOWING / 2,
            waypoint=leg.reached,
            gimbal_pitch=round(between(step.pitch, part), 1),
            gimbal_yaw=round(turned(heading + step.yaw), 1),
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
        self._wait(HOVERING, inf)

    def go_on(self, now: datetime) -> None:
        """Takes up the route again, where it was left."""
        self._cut(now)
        self._fly_on(self.breakpoint.number, self.breakpoint.part)

    def go_home(self, now: datetime) -> None:
        """Leaves the route and returns."""
        self._cut(now)
        self._go_home()

    def taken(self) -> Iterator[Taken]:
        """All pictures and videos, in the order in which they were begun."""
        recording: tuple[Leg, Shot] | None = None
        videos: list[Taken] = []
        pictures: list[Taken] = []
        way = self._legs[0]
        for leg in self._legs:
            left = leg.number < 0 and leg.mode not in (HOVERING, DroneModeCode.WAYLINE_FLIGHT)
            if recording is not None and (left or (leg.step.record is not None and leg.last == 1)):
                begun, shot = recording
                seconds = (leg.begin if left else leg.end) - begun.end
                videos.append(self._picture(begun, 1.0, shot)._replace(seconds=seconds))
                recording = None
            if left:
                continue
            for part, shot in leg.step.releases(leg.first, leg.last):
                # What takes no time happens in flight, at the speed of the way that led here.
                moving, at = (leg, part) if leg.step.seconds else (way, way.last)
                velocity = moving.step.velocity(at, self._ground)
                pictures.append(self._picture(leg, part, shot)._replace(velocity=velocity))
            if leg.step.seconds:
                way = leg
            if leg.step.record is not None and leg.step.record.lenses and leg.last == 1:
                recording = leg, leg.step.record
        yield from sorted((*pictures, *videos), key=lambda each: each.moment)

    def distance(self) -> float:
        """Metres flown."""
        return sum(self._length(each) for each in self._legs)

    def track(self, step: float = 1.0) -> Iterator[tuple[datetime, Place]]:
        """Where it is in the air, every so many seconds; of a flight whose end is known."""
        for number in range(int((self.landing - self.take_off) / step) + 1):
            at = self.take_off + number * step
            yield self.begin + timedelta(seconds=at), self._place(self._leg(at), at)
        yield self.begin + timedelta(seconds=self.landing), self._home

    def trail(self, now: datetime) -> list[Place]:
        """Where it has been in the air until now, corner by corner; nothing before the take-off."""
        at = min(self._seconds(now), self.landing)
        if at <= self.take_off:
            return []
        flown = [each for each in self._legs if self.take_off <= each.begin < at]
        return [*(self._place(each, each.begin) for each in flown), self._place(self._leg(at), at)]

    def _seconds(self, now: datetime) -> float:
        return (now - self.begin).total_seconds()

    def _index(self, at: float) -> int:
        return max(0, bisect_right(self._legs, at, key=lambda each: each.begin) - 1)

    def _leg(self, at: float) -> Leg:
        return self._legs[self._index(at)]

    def _place(self, leg: Leg, at: float) -> Place:
        return leg.step.place(leg.part(at), self._ground)

    @property
    def _here(self) -> Place:
        """Where the last leg leads."""
        last = self._legs[-1]
        return last.step.place(last.last, self._ground)

    def _picture(self, leg: Leg, part: float, shot: Shot) -> Taken:
        step, place = leg.step, leg.step.place(part, self._ground)
        heading = step.nose(part, place)
        return Taken(
            self.begin + timedelta(seconds=leg.time(part)),
            place,
            place.height - self._home.height,
            heading,
            between(step.pitch, part) if shot.pitch is None else shot.pitch,
            turned(heading + (step.yaw if shot.yaw is None else shot.yaw)),
            shot,
        )

    def _length(self, leg: Leg) -> float:
        pieces = ceil((leg.last - leg.first) * leg.step.metres / SAMPLE) if leg.step.follows else 1
        if leg.step.control is not None:
            pieces = max(pieces, PIECES)
        parts = [between((leg.first, leg.last), number / max(1, pieces)) for number in range(pieces + 1)]
        places = [leg.step.place(each, self._ground) for each in parts]
        return sum(here.span(there) for here, there in pairwise(places))

    def _affordable(self, steps: Iterator[Step]) -> Iterator[Step]:
        """The steps that the battery allows, and not many more, however long the route is."""
        limit, skipped = self._seconds(self.low), 0.0
        for number, step in enumerate(steps):
            yield step
            if number < self._resume_at.number:
                skipped = step.begun[0]
            elif step.begun[0] - skipped > limit:
                self._is_cut_short = True
                break

    def _wait(self, mode: DroneModeCode, seconds: float) -> None:
        here = self._here if self._legs else self._home
        self._append(mode, self._plain(here, here, seconds))

    def _go(self, mode: DroneModeCode, target: Place, speed: float) -> None:
        here = self._here
        self._append(mode, self._plain(here, target, max(0.1, here.span(target) / speed)))

    def _plain(self, here: Place, target: Place, seconds: float) -> Step:
        """A step that is none of the route: the nose ahead, the camera as it is."""
        if not self._legs:
            return Step(here, target, seconds, (0.0, 0.0))
        last = self._legs[-1]
        nose = last.step.nose(last.last, here)
        course = here.bearing(target) if here.distance(target) > 0.5 else nose
        pitch = between(last.step.pitch, last.last)
        return Step(here, target, seconds, (course, course), (pitch, pitch), last.step.yaw, metres=here.span(target))

    def _append(self, mode: DroneModeCode, step: Step, number: int = -1, first: float = 0.0) -> None:
        begin, reached = 0.0, self._resume_at.reached
        if self._legs:
            last = self._legs[-1]
            begin, reached = last.end, last.reached + last.arrives
        seconds = step.seconds * (1 - first) if first else step.seconds
        self._legs.append(Leg(begin, begin + seconds, mode, step, number, reached, first))

    def _fly_on(self, number: int, first: float) -> None:
        """Flies the steps from one of them on, after the way to where it begins."""
        begin, low = self._legs[-1].end, self._seconds(self.low)
        if number < len(self._steps):
            start = self._steps[number].place(first, self._ground)
            if self._here.span(start) > 1:
                self._go(DroneModeCode.WAYLINE_FLIGHT, start, self._transitional_speed)
        for index in range(number, len(self._steps)):
            self._append(DroneModeCode.WAYLINE_FLIGHT, self._steps[index], index, first if index == number else 0.0)
        if self._is_cut_short and begin < low < self._legs[-1].end:
            # What would come later does not come: the battery ends the flight before.
            self._wait(HOVERING, inf)
        else:
            self._go_home()

    def _go_home(self) -> None:
        """Up where it is too low, over the dock, down, and into it."""
        here = self._here
        if here.distance(self._home) > 5:
            height = max(here.height, self._home.height + self._return_height)
            if height > here.height:
                self._go(DroneModeCode.AUTO_RETURNING_TO_HOME, here._replace(height=height), CLIMB)
            self._go(DroneModeCode.AUTO_RETURNING_TO_HOME, self._home._replace(height=height), RETURN_SPEED)
        self._go(DroneModeCode.AUTOMATIC_LANDING, self._home, DESCENT)
        self._wait(DroneModeCode.STANDBY, STOWING)

    def _cut(self, now: datetime) -> None:
        """Ends the present leg, and forgets those to come."""
        at = self._seconds(now)
        index = self._index(at)
        leg = self._legs[index]
        self._legs[index:] = [leg._replace(end=at, last=leg.part(at))]
