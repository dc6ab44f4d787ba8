"""What an aircraft does along a route, step by step: ways, turns, waits, and what its cameras do meanwhile.

D: the meaning of elements is that of DJI's Cloud API documentation, "WPML" (see `_wpml.py`). How long things take
stands on no page. I: all seconds here, and what a comment marks.

* Speed is that of the waypoint from where the way leads, without acceleration; a stop costs seconds instead.
* An aircraft that turns early (`waypointTurnDampingDist`) leaves the line so many metres before the waypoint, and is on
  the next one as many metres behind it. It takes the time of the way over the waypoint, so that it is slower in the
  curve. The waypoint is reached in the middle of the curve. Other curves go through the waypoint, and cost nothing.
* An action makes the aircraft wait where it stops; where it passes, pictures are taken in flight.
* The distance of `multipleDistance` counts along the line between waypoints, without the ups and downs of the ground
  and without curves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, count
from math import ceil, cos, floor, radians, sin
from typing import NamedTuple

from ._ground import Ground
from ._routes import ELLIPSOID, FOLLOWS_COURSE, RELATIVE, SURFACE, Action, ActionGroup, Pose, Route, Waypoint, lenses_of
from ._things import Place

CLIMB, DESCENT = 5.0, 3.0
"""m/s."""

STOP = 1.0
"""Seconds that it costs to stop at a waypoint."""

SHUTTER, AIMED, PANORAMA, CAMERA = 1.0, 3.0, 20.0, 1.0
"""Seconds for a picture, for one that is aimed, for a panorama, and for whatever else a camera does."""

TURN = 30.0
"""Degrees per second, of aircraft and gimbal."""

SHORTEST = 0.5
"""Seconds between two pictures in flight, at the least; a camera that is asked for more leaves some out."""

INTERVAL = 2.0
"""Seconds between pictures of a time lapse where the file does not say."""

POSE = 0.6
"""Seconds for one pose of a smart oblique, at the least. O: what a flight of others took on the average."""

ROSETTE = tuple(Pose(POSE, pitch, yaw) for pitch, yaw in ((-90, 0), (-45, 0), (-45, 90), (-45, 180), (-45, -90)))
"""Where a smart oblique looks when the file does not say: down, and to all sides."""

SHUTTERS = ("takePhoto", "orientedShoot", "accurateShoot", "panoShot", "startTimeLapse", "startContinuousShooting")
"""Actions of which a repeated trigger takes one picture each time."""

WINDOW = 0.05
"""The part of a way over which a speed is measured."""

_TIE = 1e-6


class Shot(NamedTuple):
    """What one release of a shutter, or one recording, leaves behind.

    Attributes:
        lenses: One file for each of them (`payloadLensIndex`).
        suffix: What the names of the files end with (`fileSuffix`).
        pitch: Degrees of the camera from the horizon, where the shot decides it.
        yaw: Degrees of the camera from the nose, likewise.
        focal: Millimetres to which the camera was zoomed; None where nobody said.
    """

    lenses: tuple[str, ...]
    suffix: str = ""
    pitch: float | None = None
    yaw: float | None = None
    focal: float | None = None


class Burst(NamedTuple):
    """Shots that are taken over and over.

    Attributes:
        shots: What is taken each time; with poses, one for each of them.
        every: Seconds or metres from one time to the next; with poses, it does not matter.
        by_distance: Whether they are metres.
        poses: Seconds of each pose, at the end of which it is taken.
        begun: Seconds and metres of the plan at which it begins.
        end: The waypoint at which it ends; None for that of the wayline.
    """

    shots: tuple[Shot, ...]
    every: float
    by_distance: bool
    poses: tuple[float, ...]
    begun: tuple[float, float]
    end: int | None


class Step(NamedTuple):
    """A part of a flight: a straight way, half a curve, or a wait.

    Attributes:
        origin: Where it begins; the height counts from the ground where it `follows` that.
        target: Where it ends.
        seconds: How long it takes.
        heading: Degrees of the nose at its beginning and its end; it turns evenly.
        pitch: Degrees of the camera from the horizon, likewise.
        yaw: Degrees of the camera from the nose.
        follows: Whether the height is held above the ground.
        interest: What the nose points to instead.
        arrives: Whether a waypoint is reached at its end.
        begun: Seconds and metres of the plan before it.
        metres: How far it leads.
        bursts: Shots along it.
        closing: Those of them that end with it, its end included.
        shot: What is taken at its end.
        record: What is recorded from its end on; without lenses, nothing more. None changes nothing.
        control: The point towards which half a curve leads at first; None where the way is straight.
    """

    origin: Place
    target: Place
    seconds: float
    heading: tuple[float, float]
    pitch: tuple[float, float] = (0.0, 0.0)
    yaw: float = 0.0
    follows: bool = False
    interest: Place | None = None
    arrives: bool = False
    begun: tuple[float, float] = (0.0, 0.0)
    metres: float = 0.0
    bursts: tuple[Burst, ...] = ()
    closing: tuple[Burst, ...] = ()
    shot: Shot | None = None
    record: Shot | None = None
    control: Place | None = None

    def place(self, part: float, ground: Ground) -> Place:
        """Where the aircraft is when a part of it is done, 0 to 1."""
        if self.control is None:
            place = self.origin.towards(self.target, part)
        else:
            # A curve of the second degree, by de Casteljau.
            place = self.origin.towards(self.control, part).towards(self.control.towards(self.target, part), part)
        return place._replace(height=place.height + ground.height(place)) if self.follows else place

    def velocity(self, part: float, ground: Ground) -> tuple[float, float, float]:
        """m/s to the north, to the east and up, when a part of it is done."""
        if self.seconds <= 0 or self.origin == self.target:
            return 0.0, 0.0, 0.0
        first = min(part, 1 - WINDOW)
        here, there = self.place(first, ground), self.place(first + WINDOW, ground)
        seconds = self.seconds * WINDOW
        course, speed = radians(here.bearing(there)), here.distance(there) / seconds
        return speed * cos(course), speed * sin(course), (there.height - here.height) / seconds

    def nose(self, part: float, place: Place) -> float:
        """Degrees of the nose from true north, -180 to 180."""
        if self.interest is not None and place.distance(self.interest) > 1:
            return place.bearing(self.interest)
        return turned(between(self.heading, part))

    def releases(self, first: float, last: float) -> Iterator[tuple[float, Shot]]:
        """What is shot from one part of it to another, the end excluded but for the end of all; in order."""
        found = [each for burst in self.bursts for each in self._repeated(burst, first, last)]
        yield from sorted(found, key=lambda each: each[0])
        if self.shot is not None and last == 1:
            yield 1.0, self.shot

    def _repeated(self, burst: Burst, first: float, last: float) -> Iterator[tuple[float, Shot]]:
        span = self.metres if burst.by_distance else self.seconds
        if span <= 0:
            return
        offset = self.begun[burst.by_distance] - burst.begun[burst.by_distance]
        begin, end = offset + first * span - _TIE, offset + last * span
        end += _TIE if last == 1 and burst in self.closing else -_TIE
        speed = span / self.seconds if self.seconds else 0.0
        for at, shots in _poses(burst, begin, end) if burst.poses else _times(burst, begin, end, SHORTEST * speed):
            part = min(1.0, max(0.0, (at - offset) / span))
            for each in shots:
                yield part, each


def _times(burst: Burst, begin: float, end: float, shortest: float) -> Iterator[tuple[float, tuple[Shot, ...]]]:
    every = burst.every * max(1, ceil(shortest / burst.every - _TIE))
    for number in range(ceil(begin / every), floor(end / every) + 1):
        yield number * every, burst.shots


def _poses(burst: Burst, begin: float, end: float) -> Iterator[tuple[float, tuple[Shot, ...]]]:
    ends = [*accumulate(burst.poses)]
    for cycle in count(max(0, floor(begin / ends[-1]))):
        for moment, shot in zip(ends, burst.shots, strict=True):
            at = cycle * ends[-1] + moment
            if at > end:
                return
            if at >= begin:
                yield at, (shot,)


def between(ends: tuple[float, float], part: float) -> float:
    """What changes evenly from one end to another, when a part of it is done."""
    return ends[0] + (ends[1] - ends[0]) * part


def turned(degrees: float) -> float:
    """An angle from -180 to 180, 180 excluded."""
    return (degrees + 180) % 360 - 180


class Curve(NamedTuple):
    """How an aircraft turns early at a waypoint.

    Attributes:
        begin: Where it leaves the line.
        corner: The waypoint.
        end: Where it is on the next line.
        metres: How far begin and end are from the waypoint.
        course: Degrees of the line that it leaves.
        turn: Degrees from there to the next line.
    """

    begin: Place
    corner: Place
    end: Place
    metres: float
    course: float
    turn: float

    @property
    def middle(self) -> Place:
        """Where it is next to the waypoint."""
        return self.begin.towards(self.corner, 0.5).towards(self.corner.towards(self.end, 0.5), 0.5)


class Planner:
    """Plans the steps of a route, from where the aircraft hovers after the take-off.

    Args:
        route: What to fly.
        home: Where the aircraft stands.
        hover: Where it hovers.
        ground: The ground below.
    """

    def __init__(self, route: Route, home: Place, hover: Place, ground: Ground) -> None:
        self._route = route
        self._home = home
        self._ground = ground
        self._place = hover
        self._follows = False
        self._heading = self._pitch = self._yaw = 0.0
        self._seconds = self._metres = 0.0
        self._bursts: list[Burst] = []
        self._lapses: dict[str, Burst] = {}
        self._records = False
        self._focal: float | None = None
        self._curve: Curve | None = None

    def steps(self) -> Iterator[Step]:
        """All steps, in order."""
        for number, points in enumerate(self._route.lines):
            yield from self._approach(self._absolute(points[0]), hovers=number == 0)
            yield from self._line(points)
        if self._route.goes_to_first:
            self._stand()
            first = self._absolute(self._route.points[0])
            yield self._move(first, self._place.span(first) / self._route.transitional_speed)

    def _line(self, points: Sequence[Waypoint]) -> Iterator[Step]:
        begins: defaultdict[int, list[ActionGroup]] = defaultdict(list)
        for group in (group for point in points for group in point.groups):
            begins[group.start].append(group)
        groups: list[ActionGroup] = []
        for action in self._route.start_actions.get(points[0].line, ()):
            yield from self._act(action, stops=True)
        last = len(points) - 1
        for number, point in enumerate(points):
            stops = point.stops or number in (0, last)
            if number:
                after = None if stops else points[number + 1]
                yield from self._way(points[number - 1], point, after, number, groups)
                if stops and number < last:
                    yield self._wait(STOP)
            else:
                yield from self._face(point)
            groups = [each for each in groups if each.end >= number] + begins[number]
            yield from self._reach(groups, number, stops)
        self._bursts.clear()
        self._lapses.clear()
        if self._records:
            yield from self._record(Shot(()), 0.0)

    def _approach(self, target: Place, *, hovers: bool) -> Iterator[Step]:
        """To the first waypoint of a wayline.

        D (`flyToWaylineMode`): after the take-off, up and then across, or aslant for `pointToPoint`; to what lies lower
        across and then down, in both modes.
        """
        self._stand()
        here, speed = self._place, self._route.transitional_speed
        up = target.height >= here.height
        corner = here._replace(height=target.height) if up else target._replace(height=here.height)
        if hovers and (self._route.safely or not up) and corner not in (here, target):
            yield self._move(corner, here.span(corner) / (CLIMB if up else speed))
            speed = speed if up else DESCENT
        yield self._move(target, self._place.span(target) / speed, arrives=True)

    def _face(self, point: Waypoint) -> Iterator[Step]:
        """Turns the nose at the first waypoint to where it has to point there (`waypointHeadingMode`)."""
        heading = self._heading
        if point.nose.mode == "smoothTransition":
            heading = point.nose.angle
        elif point.nose.mode == "towardPOI" and self._place.distance(Place(*point.nose.interest)) > 1:
            heading = self._place.bearing(Place(*point.nose.interest))
        angle = turned(heading - self._heading)
        if abs(angle) > _TIE:
            yield self._wait(abs(angle) / TURN, turn=angle)

    def _way(
        self,
        point: Waypoint,
        following: Waypoint,
        after: Waypoint | None,
        number: int,
        groups: Sequence[ActionGroup],
    ) -> Iterator[Step]:
        """From a waypoint to the next one, which has this number; `after` is where it goes on from there, in flight."""
        self._follows = point.mode == SURFACE == following.mode
        left, self._curve = self._curve, None
        origin, target = self._target(point), self._target(following)
        if left is None:
            self._place = origin
        metres = origin.span(target)
        entered = self._turn(origin, following, after) if after is not None else None
        # The parts of the way at which the first curve ends and the second one begins.
        first = left.metres / metres if left is not None and metres else 0.0
        last = 1 - entered.metres / metres if entered is not None and metres else 1.0
        heading, interest = self._noses(point, following, origin, target)
        even = [
            self._pitch + ((action.number("gimbalPitchRotateAngle") or 0.0) - self._pitch) / (group.end - number + 1)
            for group in groups
            if group.trigger == "betweenAdjacentPoints" and group.end >= number
            for action in group.actions
            if action.function == "gimbalEvenlyRotate"
        ]
        pitch = (self._pitch, even[-1] if even else self._pitch)
        seconds = metres / (point.speed or self._route.speed)
        pieces: list[tuple[float, float, Place, Place | None]] = []
        if left is not None:
            pieces.append((0.0, first, left.end, left.corner.towards(left.end, 0.5)))
        pieces.append((first, last, target if entered is None else entered.begin, None))
        if entered is not None:
            pieces.append((last, 1.0, entered.middle, entered.begin.towards(entered.corner, 0.5)))
        for begin, end, place, control in pieces:
            if begin >= end and len(pieces) > 1 and control is None:
                continue
            noses = (between(heading, begin), between(heading, end))
            if point.nose.mode == FOLLOWS_COURSE and control is not None:
                curve = left if begin == 0.0 and left is not None else entered
                if curve is not None:
                    half = curve.turn / 2
                    noses = (heading[0] - half, heading[0]) if curve is left else (heading[0], heading[0] + half)
            yield self._emit(
                place,
                seconds * (end - begin),
                metres=metres * (end - begin),
                heading=noses,
                pitch=(between(pitch, begin), between(pitch, end)),
                interest=interest,
                arrives=end == 1.0,
                closing=tuple(each for each in self._active if each.end == number) if end == 1.0 else (),
                control=control,
            )
        self._curve = entered
        self._bursts = [each for each in self._bursts if each.end != number]
        self._lapses = {kind: each for kind, each in self._lapses.items() if each.end != number}

    def _noses(
        self, point: Waypoint, following: Waypoint, origin: Place, target: Place
    ) -> tuple[tuple[float, float], Place | None]:
        """Where the nose points at the beginning and the end of a way, and what it points to instead."""
        match point.nose.mode:
            case "followWayline":
                course = origin.bearing(target) if origin.distance(target) > 0.5 else self._heading
                return (course, course), None
            case "smoothTransition":
                angle = following.nose.angle if following.nose.mode == point.nose.mode else point.nose.angle
                change = turned(angle - point.nose.angle)
                if point.nose.path == "clockwise":
                    change %= 360
                elif point.nose.path == "counterClockwise":
                    change = -(-change % 360)
                return (point.nose.angle, point.nose.angle + change), None
            case "towardPOI":
                return (self._heading, self._heading), Place(*point.nose.interest)
            case _:
                return (self._heading, self._heading), None

    def _turn(self, origin: Place, point: Waypoint, after: Waypoint) -> Curve | None:
        """How the aircraft turns early at a waypoint; None where it flies over it."""
        corner, next_corner = self._target(point), self._target(after)
        before, behind = origin.span(corner), corner.span(next_corner)
        metres = min(point.turn, before, behind)
        if metres <= 0 or origin.distance(corner) < 0.5 or corner.distance(next_corner) < 0.5:
            return None
        course = origin.bearing(corner)
        return Curve(
            corner.towards(origin, metres / before),
            corner,
            corner.towards(next_corner, metres / behind),
            metres,
            course,
            turned(corner.bearing(next_corner) - course),
        )

    def _reach(self, groups: Sequence[ActionGroup], number: int, stops: bool) -> Iterator[Step]:
        for group in groups:
            if group.trigger == "reachPoint":
                for action in group.actions:
                    yield from self._act(action, stops=stops)
            elif group.trigger == "betweenAdjacentPoints":
                for action in group.actions if number < group.end else ():
                    if not action.function.startswith("start") or number == group.start:
                        yield from self._act(action, stops=False, end=group.end)
            elif number == group.start:
                shutters = [each for each in group.actions if each.function in SHUTTERS]
                for action in group.actions:
                    if action not in shutters:
                        yield from self._act(action, stops=False)
                if group.end == number:
                    for action in shutters:
                        yield from self._act(action, stops=stops)
                elif shutters:
                    shots = tuple(self._shot(each) for each in shutters)
                    by_distance = group.trigger == "multipleDistance"
                    self._bursts.append(Burst(shots, group.every, by_distance, (), self._begun, group.end))

    def _act(self, action: Action, *, stops: bool, end: int | None = None) -> Iterator[Step]:
        """One action; `stops` tells whether the aircraft waits for what can be done in flight as well."""
        match action.function:
            case "takePhoto":
                yield self._wait(SHUTTER if stops else 0.0, shot=self._shot(action))
            case "orientedShoot" | "accurateShoot":
                yield from self._aim(action)
            case "panoShot":
                yield self._wait(PANORAMA, shot=self._shot(action))
            case "startRecord":
                yield from self._record(self._shot(action), CAMERA if stops else 0.0)
            case "stopRecord":
                yield from self._record(Shot(()), CAMERA if stops else 0.0)
            case "hover":
                yield self._wait(max(0.0, action.number("hoverTime") or 0.0))
            case "rotateYaw":
                yield self._rotate(action)
            case "gimbalRotate":
                yield self._tilt(action, stops)
            case "zoom":
                self._focal = action.number("focalLength")
                yield self._wait(CAMERA if stops else 0.0)
            case "focus" | "setFocusType":
                yield self._wait(CAMERA if stops else 0.0)
            case "startTimeLapse" | "startContinuousShooting":
                every = action.number("minShootInterval") or 0.0
                burst = Burst((self._shot(action),), every if every > 0 else INTERVAL, False, (), self._begun, end)
                self._lapses[action.function.removeprefix("start")] = burst
            case "startSmartOblique":
                self._lapses["SmartOblique"] = self._oblique(action, end)
            case "stopTimeLapse" | "stopContinuousShooting" | "stopSmartOblique":
                self._lapses.pop(action.function.removeprefix("stop"), None)
            case _:
                # customDirName, gimbalAngleLock, recordPointCloud and what is new: nothing that is seen from outside.
                pass

    def _oblique(self, action: Action, end: int | None) -> Burst:
        poses = action.poses or ROSETTE
        shot = self._shot(action)
        shots = tuple(shot._replace(pitch=each.pitch, yaw=each.yaw) for each in poses)
        return Burst(shots, 0.0, False, tuple(max(POSE, each.seconds) for each in poses), self._begun, end)

    def _aim(self, action: Action) -> Iterator[Step]:
        nose, pitch = action.number("aircraftHeading"), action.number("gimbalPitchRotateAngle")
        heading = self._heading if nose is None else self._heading + turned(nose - self._heading)
        pitched = (self._pitch, self._pitch if pitch is None else pitch)
        yield self._emit(self._place, AIMED, heading=(self._heading, heading), pitch=pitched, shot=self._shot(action))

    def _rotate(self, action: Action) -> Step:
        angle = turned((action.number("aircraftHeading") or 0.0) - self._heading)
        match action.parameters.get("aircraftPathMode"):
            case "clockwise":
                angle %= 360
            case "counterClockwise":
                angle = -(-angle % 360)
            case _:
                pass
        return self._wait(abs(angle) / TURN, turn=angle)

    def _tilt(self, action: Action, stops: bool) -> Step:
        told = action.parameters
        relative = told.get("gimbalRotateMode") == "relativeAngle"
        pitch, yaw = (
            None if told.get(f"gimbal{axis}RotateEnable") == "0" else action.number(f"gimbal{axis}RotateAngle")
            for axis in ("Pitch", "Yaw")
        )
        target = self._pitch if pitch is None else self._pitch + pitch if relative else pitch
        if yaw is not None:
            # D: from north, or from the nose (`gimbalHeadingYawBase`, `gimbalRotateMode`).
            from_nose = relative or told.get("gimbalHeadingYawBase") == "aircraft"
            self._yaw = yaw if from_nose else turned(yaw - self._heading)
        timed = told.get("gimbalRotateTimeEnable") == "1"
        seconds = (action.number("gimbalRotateTime") or 0.0) if timed else abs(target - self._pitch) / TURN
        return self._emit(self._place, max(0.0, seconds) if stops else 0.0, pitch=(self._pitch, target))

    def _record(self, shot: Shot, seconds: float) -> Iterator[Step]:
        if bool(shot.lenses) != self._records:
            self._records = bool(shot.lenses)
            yield self._emit(self._place, seconds, record=shot)

    def _shot(self, action: Action) -> Shot:
        """D: the lenses of an action, unless it goes by those of the route (`useGlobalPayloadLensIndex`)."""
        own = lenses_of(action.parameters.get("payloadLensIndex", ""))
        if action.parameters.get("useGlobalPayloadLensIndex") == "1" and self._route.stored:
            own = self._route.stored
        suffix = action.parameters.get("fileSuffix") or action.parameters.get("orientedFileSuffix") or ""
        return Shot(own or self._route.stored or ("",), suffix, focal=self._focal)

    @property
    def _begun(self) -> tuple[float, float]:
        return self._seconds, self._metres

    @property
    def _active(self) -> tuple[Burst, ...]:
        return (*self._bursts, *self._lapses.values())

    def _target(self, point: Waypoint) -> Place:
        place = Place(point.latitude, point.longitude, point.height)
        return place if self._follows else self._absolute(point)

    def _absolute(self, point: Waypoint) -> Place:
        """Where a waypoint is, its height above the ellipsoid."""
        mode = point.mode or (RELATIVE if self._route.relative else ELLIPSOID)
        place = Place(point.latitude, point.longitude, point.height)
        base = {RELATIVE: self._home.height, SURFACE: self._ground.height(place)}.get(mode, 0.0)
        return place._replace(height=point.height + base)

    def _stand(self) -> None:
        """From here on, heights are above the ellipsoid."""
        if self._follows:
            self._place = self._place._replace(height=self._place.height + self._ground.height(self._place))
            self._follows = False

    def _move(self, target: Place, seconds: float, *, arrives: bool = False) -> Step:
        far = self._place.distance(target) > 0.5
        course = self._place.bearing(target) if far else self._heading
        return self._emit(target, seconds, metres=self._place.span(target), heading=(course, course), arrives=arrives)

    def _wait(self, seconds: float, *, turn: float = 0.0, shot: Shot | None = None) -> Step:
        return self._emit(self._place, seconds, heading=(self._heading, self._heading + turn), shot=shot)

    def _emit(
        self,
        target: Place,
        seconds: float,
        *,
        metres: float = 0.0,
        heading: tuple[float, float] | None = None,
        pitch: tuple[float, float] | None = None,
        interest: Place | None = None,
        arrives: bool = False,
        closing: tuple[Burst, ...] = (),
        shot: Shot | None = None,
        record: Shot | None = None,
        control: Place | None = None,
    ) -> Step:
        made = Step(
            self._place,
            target,
            seconds,
            heading or (self._heading, self._heading),
            pitch or (self._pitch, self._pitch),
            self._yaw,
            self._follows,
            interest,
            arrives,
            self._begun,
            metres,
            self._active,
            closing,
            shot,
            record,
            control,
        )
        self._place = target
        self._heading = turned(made.heading[1]) if interest is None else made.nose(1.0, target)
        self._pitch = made.pitch[1]
        self._seconds += seconds
        self._metres += metres
        return made
