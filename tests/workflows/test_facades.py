"""Facades agree: what calls takes `request_options`, what waits can be ended, what is refreshed gives itself back."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any, Required, get_origin, get_type_hints

import pytest

import flighthub
from flighthub import AsyncFlightHub, FlightHub, OutcomeUnknown, WaitCancelled
from flighthub._async.flights.flight_tasks import FlightTasksGroup as AsyncFlightTasksGroup
from flighthub._async.reconstruction.open_models import OpenModelsGroup as AsyncOpenModelsGroup
from flighthub._async.reconstruction.open_models import ReconstructionSettings as AsyncSettings
from flighthub._core.request_options import override_options
from flighthub._flights.launch import LaunchArguments
from flighthub._nightly.arguments import SyncArguments
from flighthub._sync.flights.flight_tasks import FlightTasksGroup
from flighthub._sync.reconstruction.open_models import OpenModelsGroup
from flighthub._sync.reconstruction.open_models import ReconstructionSettings as Settings
from flighthub.schedules import Timed
from flighthub_runtime.public_names import NoPublicConstructor
from flighthub_simulator import Simulator

from .flown import DOCK, WAYLINE, landed
from .playing import Each, Inside, Script, played, settings

AIRCRAFT, CAMERA = "1581FEXAMPLE00001", "165-0-7"
CLIENTS = {"sync": FlightHub, "async": AsyncFlightHub}

WITHOUT_OPTIONS = {
    "close": "sends nothing",
    "aclose": "sends nothing",
    "from_configuration": "makes a client and sends nothing",
    "with_project": "makes a client and sends nothing",
    "add_recorder": "sends nothing",
    "remove_recorder": "sends nothing",
    "find_region": "there is no client yet whose settings could be overridden, and its calls have their own",
    "call": "takes `options`: the groups send through it",
    "call_raw": "takes `options`: the groups send through it",
    "map": "calls a function of the caller's, which takes its own options",
    "to_arrow": "a pager has the options of the call that made it",
    "to_parquet": "a pager has the options of the call that made it",
    "pages": "a pager has the options of the call that made it",
}
"""Public methods that take no `request_options`, with the reason."""


def facades(client: type[Any]) -> Iterator[tuple[str, type[Any]]]:
    """The client, its groups, and the objects that they make: what people call methods of."""
    yield "fh", client
    for name, member in inspect.getmembers_static(client, lambda each: isinstance(each, cached_property)):
        if name != "raw":  # the methods of the groups again
            yield f"fh.{name}", get_type_hints(member.func)["return"]
    for name in flighthub.__all__:
        found = getattr(flighthub, name)
        if isinstance(found, NoPublicConstructor) and name.startswith("Async") == (client is AsyncFlightHub):
            yield name.removeprefix("Async"), found


def methods(client: type[Any], *, generated: bool = True) -> Iterator[tuple[str, inspect.Signature]]:
    """The public methods of the facades, with their signatures."""
    for owner, cls in facades(client):
        for name, member in inspect.getmembers_static(cls):
            function = getattr(member, "__func__", member)
            if name.startswith("_") or not inspect.isfunction(function):
                continue
            if generated or not function.__module__.startswith(("flighthub_api", "flighthub_runtime")):
                yield f"{owner}.{name}", inspect.signature(function)


def written() -> set[str]:
    """The methods that are written by hand and call the server."""
    names = {name for name, _ in methods(FlightHub, generated=False)}
    return {name for name in names if name.rpartition(".")[2] not in WITHOUT_OPTIONS}


@pytest.mark.parametrize("client", CLIENTS.values())
def test_every_method_that_calls_the_server_takes_request_options(client: type[Any]) -> None:
    found = dict(methods(client))
    without = {
        name.rpartition(".")[2] for name, signature in found.items() if "request_options" not in signature.parameters
    }
    assert without <= set(WITHOUT_OPTIONS)
    assert len(found) > len(written()) > 40
    kinds = {
        (each.kind, each.default)
        for signature in found.values()
        if (each := signature.parameters.get("request_options")) is not None
    }
    assert kinds == {(inspect.Parameter.KEYWORD_ONLY, None)}


def test_each_exception_is_a_method_that_is_there() -> None:
    there = {name.rpartition(".")[2] for client in CLIENTS.values() for name, _ in methods(client)}
    assert set(WITHOUT_OPTIONS) <= there


@pytest.mark.parametrize("client", CLIENTS.values())
def test_everything_that_waits_can_be_ended(client: type[Any]) -> None:
    lacking: dict[str, set[str]] = {}
    for name, signature in methods(client):
        own = set(signature.parameters)
        polls = name.rpartition(".")[2] in ("wait", "watch", "reconcile") or own & {"interval", "wait", "on_change"}
        moves_files = own & {"progress", "to", "download_to"}
        wanted = {"timeout", "interval", "cancel"} if polls else {"timeout", "cancel"} if moves_files else set[str]()
        if own & {"timeout", "cancel"}:
            wanted |= {"timeout", "cancel"}
        if wanted - own:
            lacking[name] = wanted - own
    assert lacking == {}


@pytest.mark.parametrize("client", CLIENTS.values())
def test_refresh_gives_back_what_it_refreshes(client: type[Any]) -> None:
    found = {name: signature for name, signature in methods(client) if name.endswith(".refresh")}
    assert len(found) == 4
    assert {name: signature.return_annotation for name, signature in found.items()} == dict.fromkeys(found, "Self")


def test_what_clients_make_is_not_made_by_its_name() -> None:
    for client in CLIENTS.values():
        for name, cls in facades(client):
            if isinstance(cls, NoPublicConstructor):
                with pytest.raises(TypeError, match=f"{cls.__name__} objects are made by methods of a client"):
                    cls("something")
                assert name in cls.__name__


# Whether the options reach the calls

GROUPS = "|".join(name.removeprefix("fh.") for name, _ in facades(FlightHub) if name.startswith("fh."))


def calls_without_options(file: Path) -> Iterator[str]:
    """Calls of operations in a module of a facade to which no options are handed on."""
    text = file.read_text(encoding="utf-8")
    generated = {name for _, cls in facades(AsyncFlightHub) for name in vars(cls.__mro__[1])}
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or any(each.arg == "request_options" for each in node.keywords):
            continue
        called = ast.unparse(node.func)
        own = re.fullmatch(r"self\.([a-z]\w*)", called)
        through = re.search(rf"(?:client|fh|self)\.(?:raw\.)?(?:{GROUPS}|projects|system)\.[a-z]\w*$", called)
        if through or (own and "Group(" in text and own[1] in generated):
            yield f"{file.name}:{node.lineno} {called}"


def test_every_call_of_a_facade_hands_the_options_on() -> None:
    root = Path(flighthub.__file__).parent / "_async"
    found = [each for file in sorted(root.rglob("*.py")) for each in calls_without_options(file)]
    # It makes a client of its own for each region: see WITHOUT_OPTIONS.
    assert [re.sub(r":\d+", "", each) for each in found] == ["regions.py fh.projects.list"]


MARK = "X-Sweep"
OPTIONS: Any = {"extra_headers": {MARK: "planted"}}
"""What each method is called with: a header that can be looked for on what it sends."""


class Sent(list[tuple[str, bool]]):
    """What was sent inside a block: operations, each with whether it bore the mark."""


@contextmanager
def sending(fh: Any) -> Iterator[Sent]:
    """Takes down what a client sends while a block lasts."""
    sent, transport = Sent(), fh._transport
    exchange = transport.exchange

    def noted(request: Any, options: Any, *others: Any) -> Any:
        sent.append((request.operation.name, MARK.lower() in options.headers))
        return exchange(request, options, *others)

    transport.exchange = noted
    try:
        yield sent
    finally:
        del transport.exchange


class Scene:
    """Where a method is called: a client, the simulator that it talks to, and folders.

    Attributes:
        sent: What the method under test sent.
    """

    def __init__(self, fh: Any, world: Simulator, photos: Path, folder: Path) -> None:
        self.fh, self.world, self.photos, self.folder = fh, world, photos, folder
        self.sent = Sent()

    def call(self, work: Callable[[], Any]) -> Script:
        """Calls what is under test, and takes down what it sends."""
        with sending(self.fh) as sent:
            made = yield work()
        self.sent += sent
        return made

    def launched(self, **told: Any) -> Script:
        return (yield self.fh.flight_tasks.launch(dock=DOCK, wayline=WAYLINE, **told))

    def held(self) -> Script:
        """A task of tomorrow."""
        return (yield from self.launched(schedule=Timed(datetime.now(UTC) + timedelta(days=1))))

    def flying(self) -> Script:
        """The handle of a task that is being flown, which does not know its aircraft yet."""
        task = yield from self.launched()
        self.world.clock.advance(60)
        return self.fh.flight_tasks.handle(task.uuid)

    def flown(self) -> Any:
        return self.fh.flight_tasks.handle(landed(self.world))

    def ordered(self) -> Script:
        return (yield self.fh.models.reconstruct_task(landed(self.world)))

    def started(self) -> Script:
        return (yield self.fh.open_models.reconstruct(self.photos, wait=False))


WAIT: dict[str, Any] = {"interval": 0.01, "timeout": 30}


def on_handle(name: str, state: str = "flown", /, *given: Any, **told: Any) -> Callable[[Scene], Script]:
    """A method of a handle of a flight task."""

    def scene(at: Scene) -> Script:
        task = at.flown() if state == "flown" else (yield from getattr(at, state)())
        yield from at.call(lambda: getattr(task, name)(*given, **told, request_options=OPTIONS))

    return scene


def on_group(group: str, name: str, /, *given: Any, **told: Any) -> Callable[[Scene], Script]:
    """A method of a group, or of the client itself."""

    def scene(at: Scene) -> Script:
        owner = getattr(at.fh, group) if group else at.fh
        yield from at.call(lambda: getattr(owner, name)(*given, **told, request_options=OPTIONS))

    return scene


def resume(at: Scene) -> Script:
    task = yield from at.held()
    yield task.pause()
    yield from at.call(lambda: task.resume(request_options=OPTIONS))


def download_of_handle(at: Scene) -> Script:
    task = at.flown()
    yield from at.call(lambda: task.download_media(at.folder, request_options=OPTIONS))


def sync(at: Scene) -> Script:
    landed(at.world)
    yield from at.call(lambda: at.fh.sync(to=at.folder, projects=["Quarry survey"], request_options=OPTIONS))


def download_media(at: Scene) -> Script:
    task = landed(at.world)
    yield from at.call(lambda: at.fh.flight_tasks.download_media(task, to=at.folder, request_options=OPTIONS))


def track_table(at: Scene) -> Script:
    task = landed(at.world)
    yield from at.call(lambda: at.fh.flight_tasks.get_track_table(task, request_options=OPTIONS))


def watch(at: Scene) -> Script:
    def body(change: Any) -> bool:
        return True

    with sending(at.fh) as sent:
        yield Each(at.fh.devices.watch(devices=DOCK, interval=0.1, request_options=OPTIONS), body)
    at.sent += sent


INCIDENT = {"workflow": "00000000-0000-4000-8000-00000000a001", "level": 4, "name": "Fence alarm"}


def on_incident(name: str, **told: Any) -> Callable[[Scene], Script]:
    def scene(at: Scene) -> Script:
        incident = yield at.fh.workflows.dispatch((46.0552, 14.4990), **INCIDENT)
        yield from at.call(lambda: getattr(incident, name)(**told, request_options=OPTIONS))

    return scene


def resume_at_breakpoint(at: Scene) -> Script:
    task = yield from at.launched()
    at.world.clock.advance(60)
    at.world.world.happen("battery_low", {"sn": AIRCRAFT})
    at.world.clock.advance(600)
    yield task.refresh()
    at.world.world.happen("battery", {"sn": AIRCRAFT, "percent": 95})
    yield from at.call(lambda: task.resume_at_breakpoint(request_options=OPTIONS))


def watch_alarms(at: Scene) -> Script:
    with sending(at.fh) as sent:
        yield Each(at.fh.alerts.watch(interval=0.01, rounds=1, request_options=OPTIONS), lambda alarm: True)
    at.sent += sent


def watch_task(at: Scene) -> Script:
    task = at.flown()
    with sending(at.fh) as sent:
        yield Each(task.watch(**WAIT, request_options=OPTIONS), lambda state: False)
    at.sent += sent


def lost(operation: str, order: Callable[[Scene], Any]) -> Callable[[Scene], Script]:
    """`reconcile` of the group whose creation was not answered."""

    def scene(at: Scene) -> Script:
        at.world.faults.add(operation, reset="after")
        try:
            yield order(at)
        except OutcomeUnknown as error:
            unknown, group = error, getattr(at.fh, error.operation.partition(".")[0])
            yield from at.call(lambda: group.reconcile(unknown, timeout=1, interval=0.05, request_options=OPTIONS))

    return scene


def on_job(name: str, **told: Any) -> Callable[[Scene], Script]:
    def scene(at: Scene) -> Script:
        job = yield from at.ordered()
        yield from at.call(lambda: getattr(job, name)(**told, request_options=OPTIONS))

    return scene


def on_jobs(name: str, **told: Any) -> Callable[[Scene], Script]:
    def scene(at: Scene) -> Script:
        jobs = yield from at.started()
        yield from at.call(lambda: getattr(jobs, name)(**told, request_options=OPTIONS))

    return scene


def download_of_jobs(at: Scene) -> Script:
    jobs = yield from at.started()
    yield jobs.wait(**WAIT)
    yield from at.call(
        lambda: jobs.download(
            at.folder,
            archive_link=lambda model: at.world.world.open_models.link(model.model_uuid),
            request_options=OPTIONS,
        )
    )


def reconstruct(at: Scene) -> Script:
    def link(model: Any) -> str:
        return str(at.world.world.open_models.link(model.model_uuid))

    yield from at.call(
        lambda: at.fh.open_models.reconstruct(
            at.photos, download_to=at.folder, archive_link=link, interval=0.01, request_options=OPTIONS
        )
    )


def upload(at: Scene) -> Script:
    yield from at.call(lambda: at.fh.open_models.upload(at.photos, interval=0.01, request_options=OPTIONS))


def start(at: Scene) -> Script:
    resource = yield at.fh.open_models.upload(at.photos)
    yield from at.call(lambda: at.fh.open_models.start(resource, request_options=OPTIONS))


def download_model(at: Scene) -> Script:
    job = yield from at.ordered()
    yield job.wait(**WAIT)
    yield from at.call(lambda: at.fh.models.download(job, to=at.folder, request_options=OPTIONS))


def reconstruct_task(at: Scene) -> Script:
    task = landed(at.world)
    yield from at.call(lambda: at.fh.models.reconstruct_task(task, request_options=OPTIONS))


def upload_route(at: Scene) -> Script:
    file = yield at.fh.waylines.download(WAYLINE, to=at.folder)
    yield from at.call(lambda: at.fh.waylines.upload(file, name="Another", request_options=OPTIONS))


def download_route(at: Scene) -> Script:
    yield from at.call(lambda: at.fh.waylines.download(WAYLINE, to=at.folder, request_options=OPTIONS))


def control(name: str, *given: Any) -> Callable[[Scene], Script]:
    """A method of a control that was taken without options; none for taking and giving it up."""

    def scene(at: Scene) -> Script:
        def body(held: Any) -> Script:
            if name:
                yield from at.call(lambda: getattr(held, name)(*given, request_options=OPTIONS))

        if name:
            yield Inside(at.fh.devices.control("1ZNBEXAMPLE00004", "83-0-0"), body)
        else:
            yield from at.call(
                lambda: Inside(at.fh.devices.control("1ZNBEXAMPLE00004", "83-0-0", request_options=OPTIONS), body)
            )

    return scene


TARGET: dict[str, Any] = {"schema": "rtmp", "schema_option": {"url": "rtmp://media.example.com/live/sweep"}, **WAIT}


def forward(at: Scene) -> Script:
    manager = at.fh.stream_forwarders.forward(DOCK, **TARGET, request_options=OPTIONS)
    yield from at.call(lambda: Inside(manager, lambda handle: None))


def forwarding(at: Scene) -> Script:
    def body(handle: Any) -> Script:
        again = yield from at.call(lambda: handle.refresh(request_options=OPTIONS))
        assert again is handle

    yield Inside(at.fh.stream_forwarders.forward(DOCK, **TARGET), body)


def on_view(name: str, **told: Any) -> Callable[[Scene], Script]:
    def scene(at: Scene) -> Script:
        view = yield at.fh.livestreams.open(DOCK, CAMERA, expires_in=60)
        view.expires_at = datetime.now(UTC)
        yield from at.call(lambda: getattr(view, name)(**told, request_options=OPTIONS))

    return scene


def state(at: Scene) -> Script:
    yield from at.call(lambda: at.fh.devices.get_state(DOCK, request_options=OPTIONS))


POINT = {"type": "Point", "coordinates": [14.50, 46.05]}
MARCH = {"since": datetime(2026, 3, 1, tzinfo=UTC), "until": datetime(2026, 3, 3, tzinfo=UTC)}
ROUTE = {"dock": DOCK, "wayline": WAYLINE}

SCENES: dict[str, Callable[[Scene], Script]] = {
    "fh.sync": sync,
    "fh.doctor": on_group("", "doctor"),
    "fh.me": on_group("", "me"),
    "fh.alerts.watch": watch_alarms,
    "fh.commands.outcome": on_group("commands", "outcome", DOCK, command="return_home", timeout=0.1, interval=0.05),
    "fh.workflows.dispatch": on_group("workflows", "dispatch", (46.0552, 14.4990), **INCIDENT),
    "Dispatch.find_task": on_incident("find_task"),
    "Dispatch.wait_for_task": on_incident("wait_for_task", **WAIT),
    "fh.conformance": on_group("", "conformance", requests_per_second=1000, max_requests=9),
    "fh.find_device": on_group("", "find_device", DOCK),
    "fh.request": on_group("", "request", "GET", "/openapi/v0.1/project"),
    "fh.annotations.add": on_group("annotations", "add", POINT, name="Gate"),
    "fh.annotations.add_all": on_group(
        "annotations", "add_all", [{"type": "Feature", "properties": {"name": "Gate"}, "geometry": POINT}]
    ),
    "fh.devices.alerts": on_group("devices", "alerts"),
    "fh.devices.control": control(""),
    "fh.devices.fleet": on_group("devices", "fleet"),
    "fh.devices.get_state": state,
    "fh.devices.nearest": on_group("devices", "nearest", (46.0552, 14.4990)),
    "fh.devices.watch": watch,
    "fh.flight_tasks.download_media": download_media,
    "fh.flight_tasks.get_track_table": track_table,
    "fh.flight_tasks.history": on_group("flight_tasks", "history", **MARCH),
    "fh.flight_tasks.launch": on_group("flight_tasks", "launch", **ROUTE, preflight=True, landing_dock="North dock"),
    "fh.flight_tasks.preflight": on_group("flight_tasks", "preflight", **ROUTE),
    "fh.flight_tasks.reconcile": lost("createFlightTask", lambda at: at.fh.flight_tasks.launch(**ROUTE)),
    "fh.livestreams.open": on_group("livestreams", "open", DOCK, CAMERA, wait=True, **WAIT),
    "fh.models.download": download_model,
    "fh.models.reconcile": lost("createModel", lambda at: at.fh.models.reconstruct_task(landed(at.world))),
    "fh.models.reconstruct_task": reconstruct_task,
    "fh.open_models.reconstruct": reconstruct,
    "fh.open_models.start": start,
    "fh.open_models.upload": upload,
    "fh.stream_forwarders.forward": forward,
    "fh.waylines.download": download_route,
    "fh.waylines.upload": upload_route,
    "Control.change_lens": control("change_lens", "zoom"),
    "Control.set_quality": control("set_quality", "smooth"),
    "FlightTaskHandle.download_media": download_of_handle,
    "FlightTaskHandle.flights": on_handle("flights"),
    "FlightTaskHandle.media": on_handle("media"),
    "FlightTaskHandle.pause": on_handle("pause", "held"),
    "FlightTaskHandle.refresh": on_handle("refresh"),
    "FlightTaskHandle.resume": resume,
    "FlightTaskHandle.resume_at_breakpoint": resume_at_breakpoint,
    "FlightTaskHandle.return_home": on_handle("return_home", "flying"),
    "FlightTaskHandle.track": on_handle("track", wait=True, **WAIT),
    "FlightTaskHandle.wait": on_handle("wait", "flown", "media_uploaded", **WAIT),
    "FlightTaskHandle.watch": watch_task,
    "Forwarding.refresh": forwarding,
    "LiveView.renew": on_view("renew"),
    "LiveView.renew_if_needed": on_view("renew_if_needed"),
    "ModelJob.get": on_job("get"),
    "ModelJob.refresh": on_job("refresh"),
    "ModelJob.siblings": on_job("siblings"),
    "ModelJob.wait": on_job("wait", **WAIT),
    "OpenModelJobs.download": download_of_jobs,
    "OpenModelJobs.refresh": on_jobs("refresh"),
    "OpenModelJobs.stop": on_jobs("stop"),
    "OpenModelJobs.wait": on_jobs("wait", **WAIT),
}
"""How each method that calls the server is called."""

SENDING_NOTHING = {
    "fh.flight_tasks.handle",
    "fh.flight_tasks.forget_launch",
    "fh.open_models.jobs",
    "fh.workflows.forget_dispatch",
}
"""Methods whose options are those of later calls."""


def test_every_method_that_calls_the_server_has_a_scene() -> None:
    assert set(SCENES) | SENDING_NOTHING == written()


@pytest.mark.parametrize("name", SCENES)
def test_the_options_of_a_method_are_on_everything_that_it_sends(
    name: str, client: str, present: Simulator, photos: Path, tmp_path: Path
) -> None:
    made: list[Scene] = []

    def script(fh: Any) -> Script:
        made.append(Scene(fh, present, photos, tmp_path / "files"))
        yield from SCENES[name](made[0])

    # Each response lets time pass, so that what is waited for comes.
    played(client, present, script, on_response=lambda attempt: present.clock.advance(5))
    sent = made[0].sent
    assert sent
    assert [operation for operation, has_mark in sent if not has_mark] == []


OWN: Any = {"project": "Quarry survey", "timeout": 5.0}


@pytest.mark.parametrize(
    ("own", "given", "expected"),
    [
        (OWN, None, OWN),
        (None, {"timeout": 1.0}, {"timeout": 1.0}),
        (OWN, {"timeout": 1.0}, {"project": "Quarry survey", "timeout": 1.0}),
        (OWN, {"project": "Harbour patrol"}, {"project": "Harbour patrol", "timeout": 5.0}),
        (OWN, "no mapping", "no mapping"),
        (None, None, None),
    ],
)
def test_the_options_of_a_call_go_over_those_of_its_handle(own: Any, given: Any, expected: Any) -> None:
    assert override_options(own, given) == expected


def test_a_call_of_a_handle_stays_in_the_project_of_the_handle(client: str, present: Simulator) -> None:
    def script(fh: Any) -> Script:
        def body(control: Any) -> Script:
            yield control.change_lens("zoom", request_options={"timeout": 5})

        control = fh.devices.control("1ZNBEXAMPLE00004", "83-0-0", request_options={"project": present.project})
        yield Inside(control, body)

    played(client, present, script, project="Harbour patrol")
    assert [each["what"] for each in present.world.requests].count("devices.change_lens") == 1


def test_a_watch_ends_when_its_time_is_over(client: str, present: Simulator) -> None:
    def script(fh: Any) -> Script:
        return (yield Each(fh.devices.watch(devices=DOCK, interval=0.05, timeout=0.5), lambda change: False))

    begun = monotonic()
    changes = played(client, present, script)
    assert 0.5 <= monotonic() - begun < 5
    assert [each.before for each in changes] == [None]


def test_a_search_for_a_lost_order_can_be_cancelled(present: Simulator) -> None:
    stop = Event()
    stop.set()
    with FlightHub(**settings(present)) as fh:
        present.faults.add("createModel", reset="after")
        with pytest.raises(OutcomeUnknown) as lost:
            fh.models.reconstruct_task(landed(present))
        with pytest.raises(WaitCancelled):
            fh.models.reconcile(lost.value, cancel=stop)


def test_the_jobs_of_an_image_set_have_the_models_that_were_read(client: str, present: Simulator, photos: Path) -> None:
    def script(fh: Any) -> Script:
        jobs = yield fh.open_models.reconstruct(photos, wait=False)
        assert jobs.models == {}
        again = yield jobs.refresh()
        assert again is jobs
        assert {kind: model.model_uuid for kind, model in jobs.models.items()} == jobs.uuids
        ended = yield jobs.wait(**WAIT)
        assert jobs.models == ended

    played(client, present, script, on_response=lambda attempt: present.clock.advance(5))


# Arguments that stand in two places

OVERLOADED = [(cls.launch, LaunchArguments) for cls in (FlightTasksGroup, AsyncFlightTasksGroup)] + [
    (OpenModelsGroup.reconstruct, Settings),
    (AsyncOpenModelsGroup.reconstruct, AsyncSettings),
    (FlightHub.sync, SyncArguments),
    (AsyncFlightHub.sync, SyncArguments),
]


@pytest.mark.parametrize(("method", "arguments"), OVERLOADED)
def test_the_overloads_of_a_dry_run_take_what_the_method_takes(method: Any, arguments: Any) -> None:
    of_method = get_type_hints(method)
    for name in ("return", "dry_run", "photos"):
        of_method.pop(name, None)
    assert get_type_hints(arguments) == of_method
    parameters = inspect.signature(method).parameters
    required = {name for name in of_method if parameters[name].default is inspect.Parameter.empty}
    with_extras = get_type_hints(arguments, include_extras=True)
    assert {name for name, hint in with_extras.items() if get_origin(hint) is Required} == required
