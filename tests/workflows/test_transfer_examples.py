"""The examples in the docstrings of what moves files: they run, with either client, and give what they say."""

from __future__ import annotations

import asyncio
import doctest
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from client.test_docstrings import example_in, run_awaited

from flighthub import (
    AsyncFlightHub,
    AsyncFlightTaskHandle,
    AsyncOpenModelJobs,
    FlightHub,
    FlightTaskHandle,
    OpenModelJobs,
)
from flighthub._async.flights.flight_tasks import FlightTasksGroup as AsyncFlightTasksGroup
from flighthub._async.reconstruction.models import ModelsGroup as AsyncModelsGroup
from flighthub._async.reconstruction.open_models import OpenModelsGroup as AsyncOpenModelsGroup
from flighthub._async.waylines.waylines import WaylinesGroup as AsyncWaylinesGroup
from flighthub._sync.flights.flight_tasks import FlightTasksGroup
from flighthub._sync.reconstruction.models import ModelsGroup
from flighthub._sync.reconstruction.open_models import OpenModelsGroup
from flighthub._sync.waylines.waylines import WaylinesGroup
from flighthub.types import OpenModel
from flighthub_simulator import Simulator, run

from .flown import WAYLINE, landed

METHODS: list[tuple[Any, Any, str]] = [
    (FlightTasksGroup, AsyncFlightTasksGroup, "download_media"),
    (FlightTaskHandle, AsyncFlightTaskHandle, "download_media"),
    (WaylinesGroup, AsyncWaylinesGroup, "upload"),
    (WaylinesGroup, AsyncWaylinesGroup, "download"),
    (ModelsGroup, AsyncModelsGroup, "download"),
    (OpenModelsGroup, AsyncOpenModelsGroup, "reconstruct"),
    (OpenModelsGroup, AsyncOpenModelsGroup, "upload"),
    (OpenModelsGroup, AsyncOpenModelsGroup, "start"),
    (OpenModelsGroup, AsyncOpenModelsGroup, "jobs"),
    (OpenModelJobs, AsyncOpenModelJobs, "refresh"),
    (OpenModelJobs, AsyncOpenModelJobs, "wait"),
    (OpenModelJobs, AsyncOpenModelJobs, "stop"),
    (OpenModelJobs, AsyncOpenModelJobs, "download"),
]


@pytest.fixture(scope="module")
def _hurried() -> Iterator[Simulator]:
    with run(speed=2000) as simulator:
        yield simulator


@pytest.fixture
def hurried(_hurried: Simulator) -> Simulator:
    _hurried.reset()
    return _hurried


def settings(simulator: Simulator) -> dict[str, Any]:
    return {"token": simulator.token, "project": simulator.project, "base_url": simulator.base_url}


def names(simulator: Simulator, photos: Path, folder: Path, fh: FlightHub) -> dict[str, Any]:
    """What the examples speak of."""

    def archive_link(model: OpenModel) -> str:
        return simulator.world.open_models.link(model.model_uuid)

    return {
        "task": fh.flight_tasks.handle(landed(simulator)),
        "folder": folder,
        "photos": photos,
        "route_file": fh.waylines.download(WAYLINE, to=folder / "routes"),
        "jobs": fh.open_models.reconstruct(photos, wait=False),
        "archive_link": archive_link,
    }


@pytest.mark.parametrize(("owner", "twin", "name"), METHODS, ids=lambda each: getattr(each, "__name__", each))
def test_an_example_runs(owner: Any, twin: Any, name: str, hurried: Simulator, photos: Path, tmp_path: Path) -> None:
    with FlightHub(**settings(hurried)) as fh:
        given = names(hurried, photos, tmp_path / "files", fh)
        documented = getattr(owner, name)
        (test,) = doctest.DocTestFinder(recurse=False).find(
            documented, "example", globs={**given, "fh": fh}, module=inspect.getmodule(owner)
        )
        result = doctest.DocTestRunner().run(test)
        assert result.attempted > 0
        assert result.failed == 0
        jobs = given["jobs"]
        told = {**given, "folder": tmp_path / "others"}

        async def awaited() -> None:
            async with AsyncFlightHub(**settings(hurried)) as client:
                told["fh"] = client
                told["task"] = client.flight_tasks.handle(given["task"].uuid)
                told["jobs"] = client.open_models.jobs(jobs.resource_uuid, jobs.uuids)
                await run_awaited(example_in(getattr(twin, name)), told)

        asyncio.run(awaited())


@pytest.mark.parametrize(("owner", "twin", "name"), METHODS, ids=lambda each: getattr(each, "__name__", each))
def test_a_docstring_names_every_parameter(owner: Any, twin: Any, name: str) -> None:
    for each in (owner, twin):
        method = getattr(each, name)
        text = inspect.getdoc(method) or ""
        for parameter in inspect.signature(method).parameters:
            assert parameter in ("self", "request_options") or f"\n    {parameter}: " in text, parameter
        assert "Documentation:" in text
