"""A week of flights of a simulator whose clock stands, and what is to be found of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from flighthub import FlightHub
from flighthub_simulator import Simulator, run

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
QUARRY, HARBOUR = "Quarry survey", "Harbour patrol"
ROUTES = (
    (QUARRY, "7CTDEXAMPLE0001", "f2d4c6b8-90ab-4cde-8f01-23456789abcd"),
    (QUARRY, "8UUXEXAMPLE0002", "0d9c6f52-53ab-4f1c-a6d7-3b9f3a6d0c02"),
    (HARBOUR, "8UUXEXAMPLE0011", "7be1a1f4-4c1d-4b39-8f4e-5f0c9c1d7a03"),
)
DAY = 86_400


class Week(NamedTuple):
    """What the flights of a week left behind.

    Attributes:
        tasks: Ids of the flight tasks.
        points: Points of all tracks.
        media: Sizes of the files, by their ids.
    """

    tasks: set[str]
    points: int
    media: dict[str, int]


def launch(fh: FlightHub, dock: str, wayline: str, name: str = "Round") -> str:
    """A task that takes off."""
    return fh.flight_tasks.create(
        name=name,
        sn=dock,
        wayline_uuid=wayline,
        time_zone="Europe/Ljubljana",
        rth_altitude=80,
        rth_mode="optimal",
        wayline_precision_type="rtk",
        out_of_control_action_in_flight="return_home",
        resumable_status="manual",
        task_type="immediate",
    ).task_uuid


def pass_time(simulator: Simulator, seconds: int) -> None:
    """Moves the clock, a minute at a time as far as something may happen."""
    for _ in range(min(30, seconds // 60)):
        simulator.clock.advance(60)
        with simulator.lock:
            simulator.world.look()
    simulator.clock.advance(max(0, seconds - 1800))
    with simulator.lock:
        simulator.world.look()


def connect(simulator: Simulator, **settings: object) -> FlightHub:
    """A client of a simulator."""
    return FlightHub(token=simulator.token, base_url=simulator.base_url, **settings)  # type: ignore[arg-type]


def fly(simulator: Simulator, days: int = 7, routes: tuple[tuple[str, str, str], ...] = ROUTES) -> Week:
    """Has docks fly their routes on some days."""
    tasks: dict[str, str] = {}
    with connect(simulator) as fh:
        for _ in range(days):
            for project, dock, wayline in routes:
                tasks[launch(fh.with_project(project), dock, wayline)] = project
            pass_time(simulator, DAY)
        points, media = 0, dict[str, int]()
        for task, project in tasks.items():
            there = fh.with_project(project)
            track = there.flight_tasks.get_track(task).track
            points += 0 if track is None else len(track.points)
            media |= {row.uuid: row.size or 0 for row in there.flight_tasks.list_media(task) if row.suffix}
    return Week(set(tasks), points, media)


@contextmanager
def standing() -> Iterator[Simulator]:
    """A simulator whose clock stands on a Monday morning."""
    with run(speed=0, start=MONDAY) as simulator:
        yield simulator


def files_of(folder: Path) -> dict[str, bytes]:
    """What lies in a folder, but for what only says how far the job is."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.relative_to(folder).as_posix().startswith("_flighthub/")
    }
