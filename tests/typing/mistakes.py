"""What a user gets wrong. Nobody runs it: a type checker must object to each line that is marked, and to no other."""

from __future__ import annotations

from datetime import datetime

import flighthub
from flighthub import APIError, AsyncFlightHub, FlightHub, Pager, enums, types
from flighthub.enums import FlightTaskStatus, ModelStatus
from flighthub.types import Dock3State, FlightTask, Project, StreamForwarder, TaskRepeatOptionWeekly


def words(fh: FlightHub) -> None:
    fh.flight_tasks.update_status("id", status="stopped")  # wrong
    fh.devices.send_command("1581F", device_command="return home")  # wrong
    fh.flight_tasks.list(sn="7CTD", begin_at=0, end_at=1, task_type="manual")  # wrong
    fh.flight_tasks.list(sn="7CTD", begin_at=0, end_at=1, status=["flown"])  # wrong
    fh.flight_tasks.list(sn="7CTD", begin_at=0, end_at=1, status="success")  # wrong
    fh.projects.list(usage="complex")  # wrong
    fh.flight_tasks.update_status("id", status=ModelStatus(15))  # wrong


def arguments(fh: FlightHub, begin: datetime) -> None:
    fh.flight_tasks.update_status("id")  # wrong
    fh.flight_tasks.list(sn="7CTD", begin_at=begin)  # wrong
    fh.devices.get_state()  # wrong
    fh.devices.get_state("1581F", language="en")  # wrong
    fh.devices.get_state(1581)  # wrong
    fh.projects.list(1)  # wrong
    fh.projects.list(page="1")  # wrong
    fh.flight_tasks.list(sn="7CTD", begin_at="2026-03-02", end_at=1)  # wrong
    fh.stream_forwarders.update("id", auto_push_stream="yes")  # wrong
    fh.devices.acquire_control(drone_sn="1581F", payload_index=[81])  # wrong
    fh.projects.add_members(add_users=["Ana"])  # wrong
    fh.models.get("nine")  # wrong
    TaskRepeatOptionWeekly(interval=1)  # wrong
    TaskRepeatOptionWeekly(interval=1, days=[1])  # wrong


def options(fh: FlightHub) -> None:
    fh.devices.list(request_options={"timeout": "60"})  # wrong
    fh.devices.list(request_options={"patience": 60})  # wrong
    fh.devices.list(request_options={"extra_headers": ["X-Trace"]})  # wrong


def construction() -> None:
    FlightHub("token")  # wrong
    FlightHub(token=5)  # wrong
    FlightHub(token="token", regoin="eu")  # wrong
    FlightHub(token="token", timeout="60")  # wrong


def members(fh: FlightHub, project: Project, task: FlightTask, forwarder: StreamForwarder) -> None:
    project.name.upper()  # wrong
    project.nmae  # wrong # noqa: B018
    project.uuid = None  # wrong
    task.rth_altitude = "100"  # wrong
    task.begin_at.timestamp()  # wrong
    task.status.is_terminal  # wrong # noqa: B018
    task.status = "success"  # wrong
    forwarder.schema_option.url  # wrong # noqa: B018
    fh.projekts  # wrong # noqa: B018
    fh.projects.get("id")  # wrong
    fh.projects.list().name  # wrong # noqa: B018


def names(error: APIError) -> None:
    error.next_step  # wrong # noqa: B018
    error.code + 1  # wrong
    FlightTaskStatus.FLOWN  # wrong # noqa: B018
    flighthub.FlightHubb()  # wrong
    enums.FlightTaskState("success")  # wrong
    types.Projekt()  # wrong


async def waiting(fh: FlightHub, afh: AsyncFlightHub) -> None:
    await fh.projects.list()  # wrong
    await fh.devices.list()  # wrong
    afh.devices.list()  # wrong
    afh.projects.list()[0]  # wrong
    afh.projects.list().name  # wrong # noqa: B018
    state: Dock3State = afh.devices.get_state("1581F")  # wrong
    state.mode_code  # noqa: B018
    fh.devices.get_state("7CTD", as_=FlightTask)  # wrong
    fh.devices.get_state("7CTD").sub_device  # wrong # noqa: B018
    pager: Pager[Project] = afh.projects.list()  # wrong
    pager.pages()
    for _ in afh.projects.list():  # wrong
        break
    async for _ in fh.projects.list():  # wrong
        break
    with AsyncFlightHub():  # wrong
        pass
    async with FlightHub():  # wrong
        pass
