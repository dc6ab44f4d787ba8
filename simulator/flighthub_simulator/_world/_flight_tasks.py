"""Flight tasks: when they fly, what becomes of them, and who flies.

A task that is flown once is one `FlightTask`. A recurring or continuous one is a plan with an id of its own, and each
of its flights is a task with another; the list shows the flights (I: no source tells how the server numbers them).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from flighthub_api.enums import (
    DeviceCommand,
    FlightTaskStatus,
    FlightTaskStatusUpdate,
    FlightTaskType,
    OutOfControlAction,
    Rainfall,
    ResumableStatus,
)

from ._commands import Execution
from ._flights import RETURN_AT, Flight
from ._media import Folder, Media
from ._recurrence import occurrences
from ._refusal import Refused
from ._things import Device, Pair, Project
from ._waylines import Wayline
from ._weather import weather
from ._wpml_rules import DOCK_TAKE_OFF_HEIGHT

if TYPE_CHECKING:
    from ._world import World

DISPATCH = 2.0
"""Seconds from the creation of an immediate task until the dock acts."""

TRACK_AFTER = 10.0
"""Seconds from the landing until the trajectory is there."""

LEAST_BATTERY = 30
"""Percent below which no aircraft starts; the meaning of 316009 and 514103."""

CONTINUOUS_BATTERY = 60
"""Percent at which a continuous task flies again, where the task does not say."""

RESUME_BATTERY = 90
"""Percent at which a flight that the battery broke off is resumed by itself. I: no source tells when, or how the task
shows it; here it goes on under its own id, and the list says `is_break_point_resume`."""

CEILING = 500
"""Metres above the take-off point that a project allows, where a scenario does not say."""

MOST_STARTS = 48
"""I: starts, or periods, on one day of a plan."""

MOST_FLIGHTS = 2_000
"""Flights of one plan; what the real server does with more is not known."""

KEPT = timedelta(days=180)
"""For how long a task that has ended is remembered, with its media. Years of flights would take all memory."""

NOT_DISPATCHED = 219035
NO_RECORD = 219021
NOT_OF_PROJECT = 219014
INVALID_WAYLINE = 219019
NO_TRACK = 219017
NO_FOLDER = 217028
NOT_SUPPORTED = 228406
BAD_REQUEST = 200101
OFFLINE = 212015
RUNNING_ALREADY = 321257
BATTERY_LOW = 316009
BATTERY_BELOW_WISH = 319026
LOST_CONTACT = 316006
NOT_NOW = 314000
"""The device cannot do that in its present state."""

COMMANDED_HOME = 322283
ENDED_ABNORMALLY = 322281
NO_CONTACT = 319005
CANNOT_PAUSE = 319020
CANNOT_RESUME = 319042
CANNOT_STAY = 319043

NO_BREAKPOINT = 321005

S = FlightTaskStatus


class Warned(NamedTuple):
    """Something that the dispatch check says. I: all words but `model_mismatch`; no list is published."""

    word: str
    english: str
    chinese: str
    is_info: bool = False


@dataclass
class FlightTask:
    """A task, or one flight of a plan.

    Attributes:
        told: The request that made it.
        begin: Planned start.
        created: When it was made.
        until: Latest start; None where it starts at `begin` or not at all.
        plan: The recurring or continuous task that it belongs to; the first of its kind is its own plan.
        broken_off: The flights before this one that the battery broke off.
        overcome: How many of the exceptions ended those flights, and so not the task.
        parent: The task that this one takes up at its breakpoint, as somebody asked for that.
        resumption: The task that takes up this one.
        commands: What was commanded in the air, in order.
    """

    uuid: str
    project: Project
    pair: Pair
    wayline: Wayline
    told: Mapping[str, Any]
    begin: datetime
    created: datetime
    until: datetime | None = None
    plan: FlightTask | None = None
    status: FlightTaskStatus = S.WAITING
    flight: Flight | None = None
    folder: Folder | None = None
    ran: datetime | None = None
    completed: datetime | None = None
    operations: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    exceptions: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    flights: list[FlightTask] = field(default_factory=list["FlightTask"])
    broken_off: list[Flight] = field(default_factory=list[Flight])
    overcome: int = 0
    parent: FlightTask | None = None
    resumption: FlightTask | None = None
    commands: list[Execution] = field(default_factory=list[Execution])
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    @property
    def name(self) -> str:
        """Its name."""
        return str(self.told["name"])

    @property
    def type(self) -> FlightTaskType:
        """Its kind of schedule."""
        return FlightTaskType(self.told["task_type"])

    @property
    def is_plan(self) -> bool:
        """Whether it is flown through tasks of its own."""
        return self.type in (FlightTaskType.RECURRING, FlightTaskType.CONTINUOUS) and self.plan is None

    @property
    def parents(self) -> Iterator[FlightTask]:
        """The tasks that this one takes up, the last one first."""
        if self.parent is not None:
            yield self.parent
            yield from self.parent.parents

    @property
    def is_resumable(self) -> bool:
        """Whether it was interrupted at a breakpoint at which another can take it up, and none has."""
        taken_up = self.resumption is not None and self.resumption.status is not S.STARTING_FAILURE
        interrupted = self.status is S.TERMINATED and self.flight is not None and self.flight.is_interrupted
        return interrupted and not taken_up

    @property
    def waypoint(self) -> int:
        """How many waypoints were reached."""
        return 0 if self.flight is None else self.flight.moment(self.completed or self.now()).waypoint

    def progress(self) -> float:
        """How much of the route is done, 0 to 1."""
        return self.waypoint / max(1, len(self.wayline.route.points))


class FlightTasks:
    """All tasks of the organization, in the order in which they were made."""

    def __init__(self, world: World, scenario: Mapping[str, Any]) -> None:
        self._world = world
        self.media = Media(world)
        self.all: list[FlightTask] = []
        self._plans: dict[str, FlightTask] = {}
        self._refused_starts: dict[str, int] = {}
        self._ceilings = {
            project.uuid: float(given.get("ceiling", CEILING))
            for project, given in zip(world.projects.values(), scenario["projects"], strict=True)
        }

    def create(self, project: Project, told: Mapping[str, Any]) -> FlightTask:
        """Plans a task; an immediate one starts in seconds."""
        world = self._world
        pair = self.dock(told["sn"], project)
        wayline = world.waylines.find(told["wayline_uuid"], project)
        if wayline.route.problem or wayline.length < 1:
            # L: HTTP 200, and no task.
            raise Refused(INVALID_WAYLINE, wayline.route.problem or "the flight route has no length")
        if pair.is_dock and wayline.route.safe_height < DOCK_TAKE_OFF_HEIGHT:
            # D (`takeOffSecurityHeight`): from 8 m on for docks, from 1.2 m on for remote controllers.
            raise Refused(
                INVALID_WAYLINE,
                f"missionConfig: takeOffSecurityHeight must be from {DOCK_TAKE_OFF_HEIGHT:g} for a dock",
            )
        if pair.drone is None or wayline.route.device_model_key not in ("", pair.drone.key):
            raise Refused(INVALID_WAYLINE, "the flight route is for another aircraft")
        if told["rth_altitude"] > self._ceilings[project.uuid]:
            # L: no flight, and an error that does not mention the altitude.
            raise Refused(NOT_DISPATCHED, "the task could not be dispatched")
        kind = FlightTaskType(told["task_type"])
        if kind is FlightTaskType.IMMEDIATE:
            if not pair.gateway.online:
                raise Refused(OFFLINE, "the device is offline")
            if pair.moment is not None:
                # I: the number that a dock reports then.
                raise Refused(RUNNING_ALREADY, "a task is running already")
            begin, until = world.now, None
            made = self._task(project, pair, wayline, told, begin, until)
            world.after(DISPATCH, lambda: self._start(made))
            return self._listed(made)
        begin = datetime.fromtimestamp(told["begin_at"], UTC)
        if begin < world.now.replace(microsecond=0):
            # L: whatever the kind of schedule. The members are whole seconds.
            raise Refused(BAD_REQUEST, "begin_at: must not lie in the past", status=400)
        if kind is FlightTaskType.TIMED:
            latest = told.get("latest_begin_at")
            made = self._task(project, pair, wayline, told, begin, latest and datetime.fromtimestamp(latest, UTC))
            world.timeline.at(begin, lambda: self._start(made))
            return self._listed(made)
        if told["end_at"] <= told["begin_at"]:
            raise Refused(BAD_REQUEST, "end_at: must lie after begin_at", status=400)
        for name in ("recurring_task_start_time_list", "continuous_task_periods"):
            if len(told.get(name) or ()) > MOST_STARTS:
                raise Refused(BAD_REQUEST, f"{name}: has more than {MOST_STARTS} items", status=400)
        planned = [*islice(_flights(kind, told), MOST_FLIGHTS)]
        plan = self._task(project, pair, wayline, told, begin, None)
        self._plans[plan.uuid] = plan
        for moment, until in planned:
            self._planned(plan, moment, until)
        return plan

    def dispatch(self, pair: Pair, wayline: Wayline, told: Mapping[str, Any]) -> FlightTask:
        """Makes an immediate task along a route of its own, which nobody has uploaded."""
        made = self._task(pair.project, pair, wayline, told, self._world.now, None)
        self._world.after(DISPATCH, lambda: self._start(made))
        return self._listed(made)

    def resume(self, task: FlightTask) -> FlightTask:
        """Makes a task that takes up an interrupted one at its breakpoint, in seconds."""
        if not task.is_resumable:
            # I: the code that a device has for it.
            raise Refused(NO_BREAKPOINT, "the task has no breakpoint at which it could be taken up")
        if not task.pair.gateway.online:
            raise Refused(OFFLINE, "the device is offline")
        if task.pair.moment is not None:
            raise Refused(RUNNING_ALREADY, "a task is running already")
        told = {**task.told, "task_type": FlightTaskType.IMMEDIATE.value}
        made = self._task(task.project, task.pair, task.wayline, told, self._world.now, None)
        made.parent, task.resumption = task, made
        self._world.after(DISPATCH, lambda: self._start(made))
        return self._listed(made)

    def check(self, pair: Pair, wayline: Wayline) -> Iterator[Warned]:
        """What speaks against a flight of a dock along a route now. Nothing is no promise.

        L: a route without a length passes, and no task is made of it then. I: so does one that WPML forbids.
        """
        world, drone = self._world, pair.drone
        sky = weather(world, pair.project, world.now)
        if drone is not None and wayline.route.device_model_key not in ("", drone.key):
            yield Warned("model_mismatch", "The route is for another aircraft.", "航线适用于其他机型。")
        if drone is None or not (pair.gateway.online and drone.online and pair.linked):
            yield Warned("device_offline", "Dock or aircraft is offline.", "机场或飞行器离线。")
        if self.is_busy(pair):
            yield Warned("device_busy", "The dock is flying a task.", "机场正在执行任务。")
        elif world.fleet.moment(pair).battery < LEAST_BATTERY:
            yield Warned("battery_low", "The battery of the aircraft is low.", "飞行器电量低。")
        if sky.stops_flights is not None:
            yield Warned("weather_limit", "The weather does not allow flights.", "天气不适合飞行。")
        elif sky.rain is not Rainfall.NO_RAIN:
            yield Warned("rainfall", "It is raining.", "正在降雨。", is_info=True)
        if any(each.forbids(wayline.points) for each in world.flight_areas.of_project(pair.project)):
            yield Warned("flight_area", "The route leads where a flight area forbids it.", "航线违反飞行区域限制。")

    def find(self, uuid: str, project: Project) -> FlightTask:
        """A task or a plan of a project."""
        plan = self._plans.get(uuid)
        for each in [plan] if plan else self.all:
            if each.uuid == uuid and each.project is project:
                return each
        raise Refused(NO_RECORD, "record not found")

    def folder(self, id: int, project: Project) -> Folder | None:
        """A folder of media of a project, by its id."""
        found = self.media.folders.get(id)
        return found if found is not None and found.project is project else None

    def hold(self, task: FlightTask, update: FlightTaskStatusUpdate) -> None:
        """Holds a task that waits, or releases it."""
        if task.type is FlightTaskType.IMMEDIATE or task.status not in (S.WAITING, S.SUSPENDED):
            # D: only scheduled tasks, and only before they are flown.
            raise Refused(NOT_SUPPORTED, "only a scheduled task that is not being flown can be held or released")
        held = update is FlightTaskStatusUpdate.SUSPENDED
        for each in (task, *task.flights):
            if each.status in (S.WAITING, S.SUSPENDED):
                each.status = S.SUSPENDED if held else S.WAITING
                # D: a released task whose time has come flies.
                if not held and not each.is_plan and each.begin <= self._world.now:
                    self._start(each)

    def command(self, pair: Pair, device: Device, command: DeviceCommand) -> None:
        """What somebody commands while an aircraft flies. Accepted is not done."""
        task = self.flown_by(pair)
        now = self._world.now
        if not all(self._world.fleet.is_reachable(pair, each) for each in (pair.drone or device, device)):
            raise Refused(OFFLINE, "the device is offline")
        if task is None or task.flight is None:
            raise Refused(NOT_NOW, "the aircraft is not flying a task")
        flight = task.flight
        self._admit(task, flight, command)
        execution = self._world.commands.accept(pair, command.value)
        task.commands.append(execution)
        if execution.code:
            return  # accepted, and not done
        match command:
            case DeviceCommand.FLIGHTTASK_PAUSE:
                flight.pause(now)
                task.status = S.PAUSED
            case DeviceCommand.FLIGHTTASK_RECOVERY:
                flight.go_on(now)
                task.status = S.EXECUTING
            case DeviceCommand.RETURN_HOME | DeviceCommand.RETURN_SPECIFIC_HOME:
                flight.go_home(now)
                task.status = S.EXECUTING
                self._except(task, COMMANDED_HOME, "the return to home was commanded")
            case _:
                flight.pause(now)
                task.status = S.PAUSED
                task.exceptions = [each for each in task.exceptions if each["code"] != COMMANDED_HOME]
        self._watch(task)

    def _admit(self, task: FlightTask, flight: Flight, command: DeviceCommand) -> None:
        """Refuses what cannot be done at this moment of a flight."""
        now = self._world.now
        match command:
            case DeviceCommand.FLIGHTTASK_PAUSE:
                if task.status is not S.EXECUTING or not flight.is_airborne(now) or flight.is_returning(now):
                    raise Refused(CANNOT_PAUSE, "the flight cannot be paused now")
            case DeviceCommand.FLIGHTTASK_RECOVERY:
                if task.status is not S.PAUSED:
                    raise Refused(CANNOT_RESUME, "the flight is not paused")
            case DeviceCommand.RETURN_HOME | DeviceCommand.RETURN_SPECIFIC_HOME:
                if not flight.is_airborne(now):
                    raise Refused(NOT_NOW, "the aircraft is not in the air")
            case _:
                if not flight.is_returning(now):
                    raise Refused(CANNOT_STAY, "the aircraft is not returning")

    def send_home(self, task: FlightTask, code: int, reason: str) -> None:
        """Lets an aircraft return to home by itself, with the code of the device that says why."""
        flight, now = task.flight, self._world.now
        if task.completed is None and flight is not None and flight.is_airborne(now) and not flight.is_returning(now):
            flight.go_home(now)
            task.status = S.EXECUTING
            self._except(task, code, reason)
            self._watch(task)

    def weather_changed(self, project: Project) -> None:
        """Sends home who is in the air of a project when its weather stops flights."""
        reason = weather(self._world, project, self._world.now).stops_flights
        for each in [each for each in self.all if each.project is project] if reason else []:
            self.send_home(each, ENDED_ABNORMALLY, reason or "")

    def link_lost(self, pair: Pair) -> None:
        """Lets an aircraft do what its task says about the loss of the link to it."""
        task = self.flown_by(pair)
        if task is not None and task.told["out_of_control_action_in_flight"] == OutOfControlAction.RETURN_HOME:
            self.send_home(task, LOST_CONTACT, "contact with the aircraft was lost")

    def break_off_return(self, pair: Pair) -> bool:
        """Has an aircraft on its way home hover where it is; false where it is not on its way home."""
        task, now = self.flown_by(pair), self._world.now
        if task is None or task.flight is None or not task.flight.is_returning(now):
            return False
        task.flight.pause(now)
        task.status = S.PAUSED
        return True

    def flown_by(self, pair: Pair) -> FlightTask | None:
        """The task that the aircraft of a pair flies now."""
        running = (S.EXECUTING, S.PAUSED)
        return next((each for each in self.all if each.pair is pair and each.status in running), None)

    def is_busy(self, pair: Pair) -> bool:
        """Whether an aircraft flies, or is about to as a task of it begins in seconds."""
        soon = (each.pair for each in self.all if each.status is S.WAITING and each.type is FlightTaskType.IMMEDIATE)
        return pair.moment is not None or any(each is pair for each in soon)

    def refuse_start(self, sn: str, code: int) -> None:
        """Lets the next flight of a dock fail before it starts, with a code of the device."""
        self._refused_starts[sn] = code

    def track_is_there(self, task: FlightTask) -> bool:
        """Whether the trajectory of a task can be read."""
        return (
            task.completed is not None
            and task.flight is not None
            and (self._world.now - task.completed).total_seconds() >= TRACK_AFTER
        )

    def _task(
        self,
        project: Project,
        pair: Pair,
        wayline: Wayline,
        told: Mapping[str, Any],
        begin: datetime,
        until: datetime | None,
        plan: FlightTask | None = None,
    ) -> FlightTask:
        uuid, now = self._world.uuid("flight task"), self._world.now
        return FlightTask(uuid, project, pair, wayline, told, begin, now, until, plan, now=lambda: self._world.now)

    def _listed(self, task: FlightTask) -> FlightTask:
        self.all.append(task)
        return task

    def _planned(self, plan: FlightTask, begin: datetime, until: datetime | None = None) -> None:
        """One flight of a plan. What lies in the past when it is made is not flown."""
        if begin < self._world.now:
            return
        made = self._task(plan.project, plan.pair, plan.wayline, plan.told, begin, until, plan)
        plan.flights.append(self._listed(made))
        self._world.timeline.at(begin, lambda: self._start(made))

    def dock(self, sn: str, project: Project) -> Pair:
        """A dock of a project, with its aircraft."""
        for pair in self._world.fleet.of_project(project):
            if pair.gateway.sn == sn and pair.is_dock:
                return pair
        raise Refused(NOT_OF_PROJECT, "the dock does not belong to the project")

    def _start(self, task: FlightTask) -> None:
        if task.status is not S.WAITING:
            return
        world, pair, drone = self._world, task.pair, task.pair.drone
        if pair.moment is not None:
            # The dock is busy: a task that may begin later waits for it.
            if task.until is None:
                self._end(task, S.TIMEOUT)
            return
        battery = world.fleet.moment(pair).battery
        code = self._refused_starts.pop(pair.gateway.sn, None)
        wished = task.told.get("min_battery_capacity") or 0
        if code is not None:
            self._fail(task, code, "the flight could not be started")
        elif not pair.gateway.online or drone is None or not drone.online:
            self._fail(task, NO_CONTACT, "cloud and dock cannot reach each other")
        elif not pair.linked:
            self._fail(task, LOST_CONTACT, "contact with the aircraft was lost")
        elif (reason := weather(world, pair.project, world.now).stops_flights) is not None:
            self._fail(task, NOT_NOW, reason)
        elif battery < LEAST_BATTERY:
            self._fail(task, BATTERY_LOW, "the battery of the aircraft is below 30 %")
        elif battery < wished and task.type is not FlightTaskType.CONTINUOUS:
            self._fail(task, BATTERY_BELOW_WISH, "the battery is below the level the task asks for")
        else:
            self._fly(task, battery)

    def _fly(self, task: FlightTask, battery: float) -> None:
        world, pair = self._world, task.pair
        height, ground = float(task.told["rth_altitude"]), world.fleet.ground
        left = task.parent.flight if task.parent is not None else None
        flight = Flight(
            pair, task.wayline, world.now, battery, height, ground, None if left is None else left.breakpoint
        )
        task.ran, task.status = world.now, S.EXECUTING
        task.folder = self.media.open(task.project)
        self._take_off(task, flight)

    def _take_off(self, task: FlightTask, flight: Flight) -> None:
        world, pair = self._world, task.pair
        task.flight = flight
        pair.moment = flight.moment
        pair.switched_on = True
        if task.plan is not None:
            task.plan.status = S.EXECUTING
        world.timeline.at(flight.low, lambda: self._battery_is_low(task))
        self._watch(task)

    def _watch(self, task: FlightTask) -> None:
        """Plans the end of a flight as it looks now."""
        flight = task.flight
        end = flight.end if flight else None
        if end is not None:
            self._world.timeline.at(end, lambda: self._landed(task, end))

    def _battery_is_low(self, task: FlightTask) -> None:
        self.return_for_battery(task)

    def return_for_battery(self, task: FlightTask) -> bool:
        """Has an aircraft leave its route and return, as its battery is low; false where it is on no route."""
        flight, now = task.flight, self._world.now
        is_airborne = task.completed is None and flight is not None and flight.is_airborne(now)
        if flight is not None and is_airborne and not flight.is_returning(now):
            left = (len(task.wayline.route.points) - task.waypoint) > 0
            flight.battery -= max(0.0, flight.charge(now) - RETURN_AT)
            flight.go_home(now)
            task.status = S.EXECUTING
            if left:
                self._except(task, ENDED_ABNORMALLY, f"the battery is at {RETURN_AT:.0f} %")
            self._watch(task)
            return True
        return False

    def _landed(self, task: FlightTask, expected: datetime) -> None:
        world, flight, pair = self._world, task.flight, task.pair
        if flight is None or task.completed is not None or flight.end != expected:
            return  # the flight has changed since
        now = world.now
        pair.battery, pair.battery_since, pair.moment = flight.charge(now), now, None
        if world.clock.now() - now < KEPT:
            self.media.landed(task.folder or self.media.open(task.project), flight)
        self._end(task, S.TERMINATED if len(task.exceptions) > task.overcome else S.SUCCESS)
        if task.status is S.TERMINATED and task.told["resumable_status"] == ResumableStatus.AUTO.value:
            self._resume_when_charged(task)
        self._again(task)
        for each in [each for each in self.all if each.pair is pair and each.status is S.WAITING and each.begin <= now]:
            if each.until is not None and each.until >= now:
                self._start(each)

    def _resume_when_charged(self, task: FlightTask) -> None:
        """Has a flight go on at its breakpoint where nothing but the battery has ended it."""
        if {each["code"] for each in task.exceptions[task.overcome :]} != {ENDED_ABNORMALLY} or task.flight is None:
            return
        world, pair, flight = self._world, task.pair, task.flight

        def resume() -> None:
            is_ready = pair.moment is None and pair.gateway.online and pair.drone is not None and pair.drone.online
            if task.status is not S.TERMINATED or task.resumption is not None or not is_ready:
                return
            task.broken_off.append(flight)
            task.overcome, task.completed, task.status = len(task.exceptions), None, S.EXECUTING
            battery, height = world.fleet.moment(pair).battery, float(task.told["rth_altitude"])
            again = Flight(pair, task.wayline, world.now, battery, height, world.fleet.ground, flight.breakpoint)
            self._take_off(task, again)

        world.after(world.fleet.seconds_until(pair, RESUME_BATTERY), resume)

    def _again(self, task: FlightTask) -> None:
        """Lets a continuous task fly again as soon as the battery allows, while its period lasts."""
        if task.type is not FlightTaskType.CONTINUOUS or task.plan is None or task.until is None:
            return
        wished = task.told.get("min_battery_capacity") or CONTINUOUS_BATTERY
        ready = self._world.now + timedelta(seconds=self._world.fleet.seconds_until(task.pair, wished))
        is_wanted = task.plan.status is not S.SUSPENDED and len(task.plan.flights) < MOST_FLIGHTS
        if ready < task.until and is_wanted:
            self._planned(task.plan, ready, task.until)
            # Its last flight has ended, and the next one is still to come.
            task.plan.status = S.WAITING

    def _fail(self, task: FlightTask, code: int, message: str) -> None:
        self._except(task, code, message)
        self._end(task, S.STARTING_FAILURE)

    def _except(self, task: FlightTask, code: int, message: str) -> None:
        happened = {"code": code, "message": message, "happen_at": text_of(self._world.now), "sn": task.pair.gateway.sn}
        task.exceptions.append(happened)

    def _end(self, task: FlightTask, status: FlightTaskStatus) -> None:
        task.status, task.completed = status, self._world.now
        self._world.timeline.at(task.completed + KEPT, lambda: self._forget(task))
        plan = task.plan
        if plan is not None:
            open_ = [each for each in plan.flights if not each.status.is_terminal]
            plan.status = S.WAITING if open_ else status

    def _forget(self, task: FlightTask) -> None:
        self.all.remove(task)
        if task.folder is not None:
            self.media.folders.pop(task.folder.id, None)
            self._world.store.delete(f"{task.folder.key}/")


def _flights(kind: FlightTaskType, told: Mapping[str, Any]) -> Iterator[tuple[datetime, datetime | None]]:
    """When the flights of a plan begin, and until when those of a continuous one go on."""
    if kind is FlightTaskType.RECURRING:
        for moment in occurrences(told, told["recurring_task_start_time_list"]):
            yield moment, None
        return
    for start, end in told["continuous_task_periods"]:
        for moment in occurrences(told, [start]):
            yield moment, moment + timedelta(seconds=end - start)


def text_of(moment: datetime | None) -> str:
    """A time as tasks and media have it; empty when there is none."""
    return "" if moment is None else moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
