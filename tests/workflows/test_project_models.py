"""Models of a flight: ordered once, found again, and waited for."""

from __future__ import annotations

import asyncio
import os
import runpy
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from client.both_clients import CLIENTS, opened
from client.test_docstrings import example_in, run_awaited
from client.test_docstrings import run as run_example

from flighthub import (
    AsyncFlightHub,
    FlightHub,
    InvalidArgument,
    NotFound,
    OutcomeUnknown,
    TransferError,
    WaitCancelled,
    WaitTimeout,
)
from flighthub._async.reconstruction.models import ModelsGroup as AsyncModelsGroup
from flighthub._async.reconstruction.project_model_job import AsyncModelJob
from flighthub._sync.reconstruction.models import ModelsGroup
from flighthub._sync.reconstruction.project_model_job import ModelJob
from flighthub_simulator import Simulator, run

from .playing import played

both = pytest.mark.parametrize("client", CLIENTS)
PERIMETER = "f2d4c6b8-90ab-4cde-8f01-23456789abcd"
PLAN: dict[str, Any] = {
    "name": "Round",
    "sn": "7CTDEXAMPLE0001",
    "wayline_uuid": PERIMETER,
    "time_zone": "Europe/Ljubljana",
    "rth_altitude": 80,
    "rth_mode": "optimal",
    "wayline_precision_type": "rtk",
    "out_of_control_action_in_flight": "return_home",
    "resumable_status": "manual",
    "task_type": "immediate",
}

Step = Callable[[Callable[[Any], Any]], Any]


@pytest.fixture(scope="module")
def _standing() -> Iterator[Simulator]:
    # Its clock begins where that of this machine stands: orders are told from older models by their time.
    with run(speed=0) as simulator:
        yield simulator


@pytest.fixture
def world(_standing: Simulator) -> Simulator:
    """A simulator with a fresh world, whose clock stands until a test moves it."""
    _standing.reset()
    return _standing


@pytest.fixture
def hub(world: Simulator) -> Iterator[FlightHub]:
    with FlightHub(token=world.token, project=world.project, base_url=world.base_url) as client:
        yield client


@pytest.fixture
def task(world: Simulator, hub: FlightHub) -> str:
    """A flight that has ended, with all its media uploaded."""
    uuid = hub.flight_tasks.create(**PLAN).task_uuid
    for _ in range(60):
        world.clock.advance(60)
        found = hub.flight_tasks.get(uuid)
        folder = found.folder_info
        if found.status and found.status.is_terminal and folder and _is_complete(folder):
            return uuid
    raise AssertionError(f"the flight does not end: {found}")


def _is_complete(folder: Any) -> bool:
    return bool(folder.expected_file_count) and folder.uploaded_file_count == folder.expected_file_count


def to(world: Simulator) -> dict[str, Any]:
    return {"token": world.token, "project": world.project, "base_url": world.base_url}


def orders(world: Simulator) -> int:
    """How often a model was ordered, accepted or not."""
    return sum(each["what"] == "models.create" for each in world.world.requests)


@both
def test_models_are_ordered_and_waited_for(client: str, world: Simulator, task: str) -> None:
    with opened(client, **to(world)) as step:
        job = step(lambda fh: fh.models.reconstruct_task(task, types=("2d", "3d"), name="Quarry March"))
        assert type(job) is (ModelJob if client == "sync" else AsyncModelJob)
        assert (job.name, job.detail, job.is_ready) == ("Quarry March", None, False)
        step(lambda _: job.refresh())
        assert (job.detail.name, job.is_ready) == ("Quarry March", False)
        kinds = [each.file_type.value for each in step(lambda _: job.siblings())]
        assert kinds == ["model_2d", "model_3d"]
        seen: list[Any] = []

        def watch(detail: Any) -> None:
            seen.append(bool(detail.url))
            world.clock.advance(3600)

        ready = step(lambda _: job.wait(interval=0.01, on_change=watch))
        assert seen == [False, True]
        assert ready.url
        assert job.is_ready
        assert step(lambda _: job.get()).id == job.id == ready.id
    assert orders(world) == 1


@both
def test_a_model_that_the_server_does_not_show_yet_is_waited_for(client: str, world: Simulator, task: str) -> None:
    with opened(client, **to(world)) as step:
        job = step(lambda fh: fh.models.reconstruct_task(task))
        world.faults.add("getModel", code=200404, message="the model does not exist", count=3)
        step(lambda _: job.refresh())
        assert job.detail is None
        with pytest.raises(NotFound):
            step(lambda _: job.get())
        world.clock.advance(3600)
        seen: list[Any] = []
        step(lambda _: job.wait(interval=0.01, on_change=seen.append))
    assert [each is None for each in seen] == [True, False]


@both
def test_a_wait_ends_with_the_model_as_last_read(client: str, world: Simulator, task: str) -> None:
    with opened(client, **to(world)) as step:
        job = step(lambda fh: fh.models.reconstruct_task(task, name="Slow"))
        with pytest.raises(WaitTimeout, match=r"'Slow'.*being made") as raised:
            step(lambda _: job.wait(timeout=0.03, interval=0.01))
        assert raised.value.last.id == job.id  # type: ignore[attr-defined]
        cancel = threading.Event()
        cancel.set()
        with pytest.raises(WaitCancelled):
            step(lambda _: job.wait(cancel=cancel))


FORMS: dict[str, Callable[[str], Any]] = {
    "text": str,
    "UUID": UUID,
    "object": lambda uuid: SimpleNamespace(uuid=uuid),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_task_is_named_by_its_id_or_an_object_that_has_it(form: str, hub: FlightHub, task: str) -> None:
    job = hub.models.reconstruct_task(FORMS[form](task))
    assert job.name.startswith("Round ")
    assert hub.models.reconstruct_task(hub.flight_tasks.get(task)).name != job.name


def test_the_usual_settings_are_sent(world: Simulator, hub: FlightHub, task: str) -> None:
    sent: dict[str, Any] = {}
    real = world.world.project_models.create

    def listening(project: Any, told: Any, author: Any) -> Any:
        sent.update(told)
        return real(project, told, author)

    world.world.project_models.create = listening  # type: ignore[method-assign]
    hub.models.reconstruct_task(task, name="N")
    assert sent.pop("task_folder_id") > 0
    assert sent == {
        "name": "N",
        "reconstruction_type": ["model_2d"],
        "simplified_factor": 0.2,
        "wkt": "EPSG:4326",
        "quality_level": "medium",
        "reconstruction_mode": "normal",
        "generate_model_formats": ["b3dm", "pnts"],
    }


@both
def test_a_flight_that_has_not_ended_gives_no_model(client: str, world: Simulator, hub: FlightHub) -> None:
    uuid = hub.flight_tasks.create(**PLAN).task_uuid
    world.clock.advance(60)
    with opened(client, **to(world)) as step, pytest.raises(InvalidArgument, match="task: the flight has not ended"):
        step(lambda fh: fh.models.reconstruct_task(uuid))
    assert orders(world) == 0


def test_a_flight_whose_media_are_not_all_uploaded_gives_no_model(world: Simulator, hub: FlightHub) -> None:
    uuid = hub.flight_tasks.create(**PLAN).task_uuid
    for _ in range(600):
        world.clock.advance(5)
        if (status := hub.flight_tasks.get(uuid).status) and status.is_terminal:
            break
    with pytest.raises(InvalidArgument, match=r"task: only \d+ of \d+ media files are uploaded"):
        hub.models.reconstruct_task(uuid)
    assert orders(world) == 0


def test_a_flight_without_media_gives_no_model(world: Simulator, hub: FlightHub, task: str) -> None:
    world.faults.add("getFlightTask", nulls=1.0)
    with pytest.raises(InvalidArgument, match="no media"):
        hub.models.reconstruct_task(task)


BAD: list[tuple[dict[str, Any], str]] = [
    ({"types": "2d"}, "types: must be a list of '2d', '3d'"),
    ({"types": ()}, "types"),
    ({"types": ("4d",)}, "types"),
    ({"task": 7}, "task: must be an id or have a uuid, not int"),
    ({"task": " "}, "task"),
    ({"quality": "superb"}, "quality_level"),
    ({"formats": ()}, "generate_model_formats"),
    ({"simplified_factor": 0}, "simplified_factor"),
    ({"area": {"polygon_points": []}}, "predefine_area"),
]


@pytest.mark.parametrize(("given", "problem"), BAD)
def test_an_argument_that_cannot_be_right_orders_nothing(
    given: dict[str, Any], problem: str, world: Simulator, hub: FlightHub, task: str
) -> None:
    with pytest.raises(InvalidArgument, match=problem):
        hub.models.reconstruct_task(**{"task": task, **given})
    assert orders(world) == 0


@both
@pytest.mark.parametrize(("reset", "acted"), [("after", True), ("before", False)])
def test_an_order_whose_answer_was_lost_is_found_again_or_known_not_to_be_there(
    client: str, reset: str, acted: bool, world: Simulator, hub: FlightHub, task: str
) -> None:
    with opened(client, **to(world)) as step:
        world.faults.add("createModel", reset=reset)
        with pytest.raises(OutcomeUnknown) as lost:
            step(lambda fh: fh.models.reconstruct_task(task, name="Lost"))
        job = step(lambda fh: fh.models.reconcile(lost.value, timeout=0))
        assert (job is not None) is acted
        if job is not None:
            assert (job.name, job.id) == ("Lost", hub.models.list()[0].id)
    assert orders(world) == 1


def test_an_order_that_shows_late_is_looked_for_again(world: Simulator, hub: FlightHub, task: str) -> None:
    world.faults.add("createModel", reset="after")
    with pytest.raises(OutcomeUnknown) as lost:
        hub.models.reconstruct_task(task)
    world.faults.add("listModels", nulls=1.0, count=2)
    assert hub.models.reconcile(lost.value, timeout=10, interval=0.01) is not None


def test_an_older_model_of_the_same_name_is_not_the_one_that_was_ordered(
    world: Simulator, hub: FlightHub, task: str
) -> None:
    hub.models.reconstruct_task(task, name="Same")
    world.faults.add("createModel", reset="before")
    with pytest.raises(OutcomeUnknown) as lost:
        hub.models.reconstruct_task(task, name="Same")
    (older,) = world.world.project_models.all
    older.created = lost.value.sent_at.replace(year=2020)
    assert hub.models.reconcile(lost.value, timeout=0) is None


def test_what_cannot_be_read_is_not_taken_for_a_model_that_is_not_there(
    world: Simulator, hub: FlightHub, task: str
) -> None:
    world.faults.add("createModel", reset="after")
    with pytest.raises(OutcomeUnknown) as lost:
        hub.models.reconstruct_task(task)
    world.faults.add("listModels", code=210429, count=None)
    with pytest.raises(Exception, match="210429"):
        hub.models.reconcile(lost.value, timeout=0, request_options={"retry": False})


def test_only_the_error_of_an_order_can_be_reconciled(hub: FlightHub) -> None:
    with pytest.raises(InvalidArgument, match=r"of models\.create, not OutcomeUnknown of devices\.control"):
        hub.models.reconcile(OutcomeUnknown("lost", operation="devices.control"))


def test_the_models_of_another_project_are_looked_after_there(world: Simulator, hub: FlightHub, task: str) -> None:
    with FlightHub(token=world.token, base_url=world.base_url) as elsewhere:
        job = elsewhere.models.reconstruct_task(task, request_options={"project": world.project})
        assert job.refresh().detail is not None
        assert len(job.siblings()) == 1


@both
@pytest.mark.parametrize("model", ["abc", "", " ", "1.5", "\u0663", None, 2.5, object()])
def test_what_is_not_the_id_of_a_model_is_refused_and_named(
    client: str, world: Simulator, tmp_path: Path, model: Any
) -> None:
    with pytest.raises(InvalidArgument) as caught:
        played(client, world, lambda fh: fh.models.download(model, to=tmp_path))
    assert caught.value.member == "model"
    assert not world.world.requests


@both
def test_a_job_is_downloaded_from_its_own_project(client: str, world: Simulator, task: str, tmp_path: Path) -> None:
    with opened(client, **{**to(world), "project": None}) as step:
        job = step(lambda fh: fh.models.reconstruct_task(task, request_options={"project": world.project}))
        world.clock.advance(3600)
        usual = step(lambda fh: fh.models.download(job, to=tmp_path))
        other = step(lambda fh: fh.models.download(job, to=tmp_path, name="x.zip", request_options={"deadline": 30}))
        assert usual.read_bytes() == other.read_bytes() != b""


@both
def test_the_models_of_one_order_are_all_fetched_although_they_have_one_name(
    client: str, world: Simulator, task: str, tmp_path: Path
) -> None:
    with opened(client, **to(world)) as step:
        job = step(lambda fh: fh.models.reconstruct_task(task, types=("2d", "3d"), name="Quarry"))
        world.clock.advance(3600)
        models = step(lambda _: job.siblings())
        found = [step(lambda fh, one=one: fh.models.download(one, to=tmp_path)) for one in models]
        assert [path.name for path in found] == [f"{one.id}-Quarry.zip" for one in models]
        assert found[0].read_bytes() != found[1].read_bytes()
        before = found[0].stat()
        assert step(lambda fh: fh.models.download(models[0], to=tmp_path)) == found[0]
        assert os.path.samestat(found[0].stat(), before)


@both
def test_a_file_that_bears_the_name_a_model_is_given_is_not_taken_for_the_model(
    client: str, world: Simulator, task: str, tmp_path: Path
) -> None:
    (tmp_path / "x.zip").write_bytes(b"mine")
    with opened(client, **to(world)) as step:
        job = step(lambda fh: fh.models.reconstruct_task(task))
        world.clock.advance(3600)
        with pytest.raises(TransferError, match="it is not known whether it is the same"):
            step(lambda fh: fh.models.download(job, to=tmp_path, name="x.zip"))
        assert (tmp_path / "x.zip").read_bytes() == b"mine"
        step(lambda fh: fh.models.download(job, to=tmp_path, name="x.zip", overwrite=True))
        assert (tmp_path / "x.zip").read_bytes() != b"mine"


DOCUMENTED = [
    (owner, twin, name)
    for owner, twin, names in (
        (ModelsGroup, AsyncModelsGroup, ("reconstruct_task", "reconcile")),
        (ModelJob, AsyncModelJob, ("get", "refresh", "siblings", "wait")),
    )
    for name in names
]


@pytest.mark.parametrize(("owner", "twin", "name"), DOCUMENTED)
def test_the_examples_run(owner: type, twin: type, name: str, world: Simulator, task: str) -> None:
    quick = {"wait", "reconstruct_task"}
    world.clock.speed = 10_000 if name in quick else 0  # the models get ready by themselves
    with FlightHub(**to(world)) as fh:
        run_example(example_in(getattr(owner, name)).replace("interval=5", "interval=0.01"), {"fh": fh, "task": task})

    async def awaited() -> None:
        async with AsyncFlightHub(**to(world)) as fh:
            source = example_in(getattr(twin, name)).replace("interval=5", "interval=0.01")
            await run_awaited(source, {"fh": fh, "task": task})

    asyncio.run(awaited())


EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def in_the_environment(patch: pytest.MonkeyPatch, simulator: Simulator, *arguments: str) -> None:
    """Sets what an example reads."""
    for name in ("TOKEN", "PROJECT", "BASE_URL"):
        patch.setenv(f"FLIGHTHUB_{name}", getattr(simulator, name.lower()))
    patch.setattr(sys, "argv", ["example", *arguments])


def test_the_example_has_a_model_made_of_the_last_flight(
    world: Simulator, task: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_environment(monkeypatch, world)
    world.clock.speed = 100_000
    runpy.run_path(str(EXAMPLES / "model_of_a_flight.py"), run_name="__main__")
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Ordered Round ")
    assert said[-1].endswith("the link to it is signed: ***")


def test_the_example_orders_nothing_where_nothing_flew(world: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    in_the_environment(monkeypatch, world)
    with pytest.raises(SystemExit, match="There was no flight"):
        runpy.run_path(str(EXAMPLES / "model_of_a_flight.py"), run_name="__main__")
    assert orders(world) == 0
