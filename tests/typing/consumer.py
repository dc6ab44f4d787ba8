"""What a user of the library writes. Nobody runs it; the type checkers read it, and every type in it must be right."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_type
from uuid import UUID

from flighthub import (
    APIError,
    AsyncFlightHub,
    AsyncPager,
    AuthenticationError,
    ConfigurationError,
    FlightHub,
    FlightHubError,
    InvalidArgument,
    OutcomeUnknown,
    Pager,
    RateLimited,
    Records,
    RequestOptions,
    UnexpectedResponse,
    __version__,
)
from flighthub.enums import (
    ConverterSchema,
    DayOfWeek,
    DeviceCommand,
    DroneModeCode,
    FlightTaskStatus,
    FlightTaskType,
    ModelStatus,
    OutOfControlAction,
    RepeatType,
    ResumableStatus,
    RthMode,
    SubDeviceOnline,
    WaylinePrecisionType,
    ZipStatus,
)
from flighthub.types import (
    Aircraft,
    DevicePair,
    Dock2State,
    Dock3State,
    FlightTask,
    FlightTaskCreated,
    FlightTaskSummary,
    GeoPoint,
    Matrice4DState,
    MediaFile,
    OpenModel,
    PayloadState,
    Project,
    ProjectMember,
    ProjectModel,
    ProjectModelDetail,
    SchemaOptionGb28181,
    SchemaOptionRtmp,
    StreamForwarder,
    SubDevice,
    TaskRepeatOptionWeekly,
)

if TYPE_CHECKING:
    from flighthub_api.device_states import AnyDeviceState


def connect(token: str, project: UUID) -> FlightHub:
    version: str = __version__
    try:
        return FlightHub(
            token=token, project=project, region="eu", language="en", timeout=30, ca_bundle=Path("ca.pem"), strict=True
        )
    except ConfigurationError as error:
        raise SystemExit(f"flighthub {version}: {error}") from error


def from_the_environment() -> None:
    with FlightHub() as fh:
        assert_type(fh, FlightHub)
    fh.close()


def names_of_projects(fh: FlightHub) -> list[str]:
    pager = fh.projects.list(page_size=50, q="quarry", sort_column="name", sort_type="ASC")
    assert_type(pager, Pager[Project])
    assert_type(pager[0], Project)
    assert_type(pager[:2], Records[Project])
    assert_type(len(pager), int)
    for page in pager.pages():
        assert_type(page, Records[Project])
    names: list[str] = []
    for project in pager:
        assert_type(project, Project)
        assert_type(project.uuid, str)
        assert_type(project.name, str | None)
        assert_type(project.created_at, int | None)
        assert_type(project.project_work_center_point, GeoPoint | None)
        names.append(project.name or project.uuid)
    return names


def aircraft_in_the_air(fh: FlightHub) -> list[Aircraft]:
    pairs = fh.devices.list()
    assert_type(pairs, Records[DevicePair])
    assert_type(fh.devices.list_all(), Records[DevicePair])
    flying: list[Aircraft] = []
    for pair in pairs:
        aircraft = pair.drone
        assert_type(aircraft, Aircraft | None)
        if aircraft is None or not aircraft.device_online_status:
            continue
        assert_type(aircraft.sn, str)
        assert_type(aircraft.mode_code, DroneModeCode | None)
        if aircraft.mode_code is not None and aircraft.mode_code.is_known:
            flying.append(aircraft)
    return flying


def height(fh: FlightHub, sn: str) -> float | None:
    state = fh.devices.get_state(sn)
    position = state.position
    return None if position is None else position.height


def is_ready(fh: FlightHub, dock_sn: str) -> bool:
    state = fh.devices.get_state(dock_sn)
    if not isinstance(state, Dock2State | Dock3State):
        return False
    assert_type(state.sub_device, SubDevice | None)
    if state.sub_device is None:
        return False
    assert_type(state.sub_device.device_online_status, SubDeviceOnline | None)
    return state.sub_device.device_online_status == 1 and state.is_idle is True


def charge(fh: FlightHub, aircraft_sn: str) -> float | None:
    state = fh.devices.get_state(aircraft_sn, as_=Matrice4DState)
    assert_type(state, Matrice4DState)
    assert_type(state.is_flying, bool | None)
    assert_type(state.payload_states, dict[str, PayloadState])
    return state.battery_percent


async def heading(fh: AsyncFlightHub, aircraft_sn: str) -> float | None:
    state = await fh.devices.get_state(aircraft_sn, as_=Matrice4DState)
    assert_type(state, Matrice4DState)
    return state.heading


def target_of(forwarder: StreamForwarder) -> str:
    option = forwarder.schema_option
    assert_type(option, SchemaOptionGb28181 | SchemaOptionRtmp | None)
    if option is None:
        return "nowhere"
    if isinstance(option, SchemaOptionRtmp):
        assert_type(option, SchemaOptionRtmp)
        return option.url.reveal()
    assert_type(option, SchemaOptionGb28181)
    assert_type(option.server_ip, str | None)
    return f"{option.server_ip}:{option.server_port}"


def forward(fh: FlightHub, sn: str) -> list[str]:
    made = fh.stream_forwarders.create(
        converter_name="control-room-1",
        sn=sn,
        camera_index="81-0-0",
        schema=ConverterSchema.RTMP,
        schema_option=SchemaOptionRtmp(url="rtmp://media.example.com/live/key1"),
    )
    assert_type(made.converter_id, str)
    assert_type(fh.stream_forwarders.update(made.converter_id, auto_push_stream=True), None)
    forwarders = fh.stream_forwarders.list()
    assert_type(forwarders, Records[StreamForwarder])
    return [target_of(each) for each in forwarders]


def fly_every_weekday(fh: FlightHub, dock: str, wayline: UUID, first: datetime) -> str:
    rule = TaskRepeatOptionWeekly(interval=1, days_of_week=[DayOfWeek(day) for day in range(1, 6)])
    assert_type(rule.days_of_week, list[DayOfWeek])
    created = fh.flight_tasks.create(
        name="Perimeter round",
        sn=dock,
        wayline_uuid=wayline,
        time_zone="Europe/Ljubljana",
        rth_altitude=100,
        rth_mode=RthMode.OPTIMAL,
        wayline_precision_type=WaylinePrecisionType.RTK,
        out_of_control_action_in_flight=OutOfControlAction.RETURN_HOME,
        resumable_status=ResumableStatus.MANUAL,
        task_type=FlightTaskType.RECURRING,
        repeat_type=RepeatType.WEEKLY,
        repeat_option=rule,
        begin_at=first,
        end_at=first + timedelta(days=90),
        recurring_task_start_time_list=[first, first + timedelta(hours=6)],
    )
    assert_type(created, FlightTaskCreated)
    assert_type(created.task_uuid, str)
    return created.task_uuid


def fly_every_weekday_in_words(fh: FlightHub, dock: str, wayline: str, first: int) -> str:
    return fh.flight_tasks.create(
        name="Perimeter round",
        sn=dock,
        wayline_uuid=wayline,
        time_zone="Europe/Ljubljana",
        rth_altitude=100,
        rth_mode="optimal",
        wayline_precision_type="rtk",
        out_of_control_action_in_flight="return_home",
        resumable_status="manual",
        task_type="recurring",
        repeat_type="weekly",
        repeat_option={"interval": 1, "days_of_week": [1, 2, 3, 4, 5]},
        begin_at=first,
        end_at=first + 90 * 86400,
        recurring_task_start_time_list=[first],
        request_options={"project": "5b1f0c52-6a3f-4c6b-9d0e-2f4f6f0a7c11", "timeout": 5.0},
    ).task_uuid


def watch(fh: FlightHub, task_uuid: str) -> bool:
    while True:
        task = fh.flight_tasks.get(task_uuid)
        assert_type(task, FlightTask)
        assert_type(task.status, FlightTaskStatus | None)
        assert_type(task.begin_at, datetime | None)
        assert_type(task.rth_altitude, int | None)
        assert_type(task.days_of_week, list[DayOfWeek])
        status = task.status
        if status is not None:
            assert_type(status.is_terminal, bool)
            assert_type(status.is_known, bool)
            if status.is_terminal:
                return status.is_success
        time.sleep(5)


def flown_today(fh: FlightHub, dock: str) -> list[MediaFile]:
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    tasks = fh.flight_tasks.list(
        sn=dock, begin_at=today, end_at=today + timedelta(days=1), status=["success", FlightTaskStatus.PARTIALLY_DONE]
    )
    assert_type(tasks, Records[FlightTaskSummary])
    media: list[MediaFile] = []
    for task in tasks:
        assert_type(task.completed_at, datetime | None)
        files = fh.flight_tasks.list_media(task.uuid)
        assert_type(files, Records[MediaFile])
        media.extend(files)
    return media


def addresses_of_models(fh: FlightHub) -> list[str]:
    models = fh.models.list()
    assert_type(models, Records[ProjectModel])
    details = [fh.models.get(model.id) for model in models]
    assert_type(details, list[ProjectModelDetail])
    return [detail.url.reveal() for detail in details if detail.url is not None]


def is_reconstructed(fh: FlightHub, model_uuid: str) -> bool:
    model = fh.open_models.get(model_uuid)
    assert_type(model, OpenModel)
    assert_type(model.model_status, ModelStatus)
    assert_type(model.zip_status, ZipStatus | None)
    assert_type(ModelStatus(15).is_success, bool)
    return model.model_status.is_success


def invite(fh: FlightHub, user: str) -> None:
    fh.projects.add_members(add_users=[ProjectMember.from_dict({"user_id": user, "role": "project-member"})])
    fh.projects.add_members(add_users=[{"user_id": user, "role": "project-member", "nickname": "Ana"}])


def keep(project: Project) -> dict[str, Any]:
    again = Project.from_dict(project.to_dict())
    assert_type(again, Project)
    assert_type(again.to_dict(), dict[str, Any])
    return again.to_dict()


def bring_home(fh: FlightHub, sn: str) -> str:
    options: RequestOptions = {"timeout": 10.0, "extra_headers": {"X-Trace": "1"}}
    try:
        fh.devices.send_command(sn, device_command=DeviceCommand.RETURN_HOME, request_options=options)
    except OutcomeUnknown as error:
        assert_type(error.next_step, str)
        assert_type(error.request_id, str)
        return error.next_step
    except InvalidArgument as error:
        as_value_error: ValueError = error
        return str(as_value_error)
    except RateLimited as error:
        assert_type(error.retry_after, float | None)
        return f"again in {error.retry_after or 1} s"
    except AuthenticationError as error:
        return error.hint
    except APIError as error:
        assert_type(error.code, int | None)
        assert_type(error.message, str)
        assert_type(error.http_status, int)
        assert_type(error.operation, str)
        assert_type(error.retryable, bool)
        return f"{error.code}: {error.message}"
    except UnexpectedResponse as error:
        assert_type(error.http_status, int)
        return "something else answered"
    except FlightHubError as error:
        return str(error)
    return "on its way"


def beyond_the_documentation(fh: FlightHub) -> Any:
    return fh.request("GET", "/openapi/v0.1/workflow", query={"page": "1"}, request_options={"timeout": 5})


async def survey(token: str, report: Callable[[str], None]) -> None:
    async with AsyncFlightHub(token=token, base_url="https://flighthub.example.com:30812") as fh:
        assert_type(fh, AsyncFlightHub)
        pager = fh.projects.list()
        assert_type(pager, AsyncPager[Project])
        async for project in pager:
            assert_type(project, Project)
            report(project.uuid)
        projects = await fh.projects.list(usage="simple")
        assert_type(projects, Records[Project])
        async for page in fh.projects.list(page_size=100).pages():
            assert_type(page, Records[Project])
        pairs, models = await asyncio.gather(fh.devices.list(), fh.models.list())
        assert_type(pairs, Records[DevicePair])
        assert_type(models, Records[ProjectModel])
        states = await asyncio.gather(*(fh.devices.get_state(pair.drone.sn) for pair in pairs if pair.drone))
        assert_type(states, list[AnyDeviceState])
        task = await fh.flight_tasks.get("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")
        assert_type(task, FlightTask)
        if task.status is FlightTaskStatus.EXECUTING:
            report("in the air")
        await fh.flight_tasks.update_status(task.uuid, status="suspended", request_options={"timeout": 3})
    await fh.aclose()
