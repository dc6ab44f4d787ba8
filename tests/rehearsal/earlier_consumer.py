"""What a user wrote for the version before. Nobody runs it; a line that the new edition breaks says what breaks it."""

from __future__ import annotations

from flighthub import AsyncFlightHub, FlightHub, enums, types
from flighthub.enums import FlightTaskStatus, RthMode
from flighthub.types import Dock3State, FlightTask, FlightTaskTrack


def plan(fh: FlightHub, begin: int) -> None:
    fh.flight_tasks.create(  # breaks: flight_tasks.create
        name="Perimeter",
        sn="7CTDEXAMPLE0001",
        wayline_uuid="f2d4c6b8-90ab-4cde-8f01-23456789abcd",
        time_zone="Europe/Ljubljana",
        rth_altitude=100,
        rth_mode=RthMode.OPTIMAL,
        wayline_precision_type="rtk",
        out_of_control_action_in_flight="return_home",
        resumable_status="manual",
        task_type="timed",
        begin_at=begin,
    )


def plan_with_care(fh: FlightHub) -> str:
    created = fh.flight_tasks.create(
        name="Perimeter",
        sn="7CTDEXAMPLE0001",
        wayline_uuid="f2d4c6b8-90ab-4cde-8f01-23456789abcd",
        time_zone="Europe/Ljubljana",
        rth_altitude=100,
        rth_mode="preset",
        wayline_precision_type="rtk",
        out_of_control_action_in_flight="return_home",
        resumable_status="manual",
        task_type="immediate",
        min_battery_capacity=60,
    )
    return created.task_uuid


def is_over(task: FlightTask) -> bool:
    if task.status is FlightTaskStatus.SUCCESS or task.status == FlightTaskStatus.TERMINATED:
        return True
    return task.status is not None and task.status.is_terminal


def length(track: FlightTaskTrack) -> int:
    return len(track.track.points) if track.track else 0


def draw(point: types.TrackPoint) -> None:  # breaks: TrackPoint
    """Draws a point of a track."""


def show(calibration: types.RtkCalibration) -> None:  # breaks: RtkCalibration
    """Shows a calibration."""


def explain(status: enums.RtkStatus) -> None:  # breaks: RtkStatus
    """Explains what a calibration came to."""


def calibrate(fh: FlightHub) -> None:
    fh.devices.calibrate_rtk(  # breaks: devices.calibrate_rtk
        "7CTDEXAMPLE0001", host="rtk.example.com", port=8002, account="a", password="p", mount_point="m"
    )


async def calibrate_while_others_work(fh: AsyncFlightHub) -> None:
    await fh.devices.calibrate_rtk(  # breaks: devices.calibrate_rtk
        "7CTDEXAMPLE0001", host="rtk.example.com", port=8002, account="a", password="p", mount_point="m"
    )


def latitude(fh: FlightHub) -> float | None:
    state = fh.devices.get_state("7CTDEXAMPLE0001", as_=Dock3State)
    return state.latitude


async def running(fh: AsyncFlightHub) -> list[str]:
    tasks = await fh.flight_tasks.list(sn="7CTDEXAMPLE0001", begin_at=0, end_at=1, status=["executing"])
    return [task.uuid for task in tasks]
