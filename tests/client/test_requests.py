"""Requests: what cannot be right is refused before anything is sent, and what is right is sent as documented."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest

from flighthub import AsyncFlightHub, FlightHub, FlightHubError, InferredLimitWarning, InvalidArgument
from flighthub.enums import (
    AnnotationType,
    DayOfWeek,
    DeviceCommand,
    FlightTaskStatus,
    FlightTaskType,
    GeometryType,
    MemberRole,
    ModelFileType,
    ProjectListUsage,
    RepeatType,
)
from flighthub.types import (
    AnnotationFeature,
    AnnotationGeometry,
    AnnotationResource,
    AnnotationStyle,
    PolygonPoint,
    PredefineArea,
    ProjectMember,
    TaskRepeatOptionWeekly,
    UploadedFile,
)
from flighthub_api import OPERATIONS
from flighthub_runtime.operations import Request

from .answering_server import AnsweringServer
from .both_clients import CLIENTS, PROJECT, TOKEN, send, using
from .transcription import call_of, dumped, example, example_arguments

WITHOUT = object()
"""Stands for a member that is left out."""


def request(operation_id: str, arguments: Mapping[str, Any] | None = None, **changes: Any) -> Request:
    """The request of an operation's example arguments, with changes."""
    given = {**(example_arguments(operation_id) if arguments is None else arguments), **changes}
    return call_of(operation_id).request({name: each for name, each in given.items() if each is not WITHOUT})


def task(kind: str, **changes: Any) -> Request:
    """The request of one of the example tasks, with changes."""
    return request("createFlightTask", example(f"createFlightTask.{kind}.request.json"), **changes)


TIMED, WEEKLY, MONTHLY = "timed", "weekly", "absolute_monthly"
MILLISECONDS = 1_772_442_600_000
FILE = {"name": "DJI_0001.JPG", "etag": "9b2c"}
MEMBER = {"user_id": "1770000000000000001", "role": "project-member", "nickname": "Ana"}


def drawn(type_: str, coordinates: Any, **resource: Any) -> dict[str, Any]:
    """The argument of an annotation of a geometry."""
    feature = {"type": "Feature", "properties": {"color": "#2D8CF0", "clampToGround": True}}
    geometry = {"type": type_, "coordinates": coordinates}
    return {"resource": {"type": 0, "content": {**feature, "geometry": geometry}, **resource}}


REFUSED_TASKS: list[tuple[str, dict[str, Any], str]] = [
    (TIMED, {"begin_at": MILLISECONDS}, "begin_at"),
    (TIMED, {"latest_begin_at": MILLISECONDS}, "latest_begin_at"),
    (TIMED, {"end_at": MILLISECONDS}, "end_at"),
    (TIMED, {"begin_at": 1772442600.0}, "begin_at"),
    (TIMED, {"begin_at": "1772442600"}, "begin_at"),
    (TIMED, {"begin_at": "2026-03-02T09:10:00Z"}, "begin_at"),
    (TIMED, {"begin_at": True}, "begin_at"),
    (TIMED, {"begin_at": datetime(2026, 3, 2, 9, 10)}, "begin_at"),
    (TIMED, {"begin_at": timedelta(seconds=1)}, "begin_at"),
    (TIMED, {"begin_at": WITHOUT}, "begin_at"),
    (TIMED, {"task_type": "immediate"}, "begin_at"),
    (TIMED, {"task_type": "manual"}, "task_type"),
    (TIMED, {"task_type": "someday"}, "task_type"),
    (TIMED, {"task_type": FlightTaskType("someday")}, "task_type"),
    (TIMED, {"task_type": WITHOUT}, "task_type"),
    (TIMED, {"recurring_task_start_time_list": [1772442000]}, "recurring_task_start_time_list"),
    (TIMED, {"continuous_task_periods": [[1772434800, 1772445600]]}, "continuous_task_periods"),
    (TIMED, {"sn": 7}, "sn"),
    (TIMED, {"sn": ""}, "sn"),
    (TIMED, {"sn": "  "}, "sn"),
    (TIMED, {"sn": WITHOUT}, "sn"),
    (TIMED, {"sn": None}, "sn"),
    (TIMED, {"wayline_uuid": 7}, "wayline_uuid"),
    (TIMED, {"wayline_uuid": ""}, "wayline_uuid"),
    (TIMED, {"name": 7}, "name"),
    (TIMED, {"name": b"Perimeter"}, "name"),
    (TIMED, {"name": "lone \ud800"}, "name"),
    (TIMED, {"rth_altitude": 14}, "rth_altitude"),
    (TIMED, {"rth_altitude": 1501}, "rth_altitude"),
    (TIMED, {"rth_altitude": 100.5}, "rth_altitude"),
    (TIMED, {"rth_altitude": "100"}, "rth_altitude"),
    (TIMED, {"rth_altitude": True}, "rth_altitude"),
    (TIMED, {"rth_mode": "Optimal"}, "rth_mode"),
    (TIMED, {"rth_mode": 1}, "rth_mode"),
    (TIMED, {"rth_mode": []}, "rth_mode"),
    (TIMED, {"unheard_of": 1}, "unheard_of"),
    (WEEKLY, {"repeat_type": WITHOUT}, "repeat_type"),
    (WEEKLY, {"repeat_type": "yearly"}, "repeat_type"),
    (WEEKLY, {"repeat_option": WITHOUT}, "repeat_option"),
    (WEEKLY, {"begin_at": WITHOUT}, "begin_at"),
    (WEEKLY, {"end_at": WITHOUT}, "end_at"),
    (WEEKLY, {"recurring_task_start_time_list": WITHOUT}, "recurring_task_start_time_list"),
    (WEEKLY, {"recurring_task_start_time_list": 1772442000}, "recurring_task_start_time_list"),
    (WEEKLY, {"recurring_task_start_time_list": [1, MILLISECONDS]}, "recurring_task_start_time_list[1]"),
    (WEEKLY, {"recurring_task_start_time_list": [None]}, "recurring_task_start_time_list[0]"),
    (WEEKLY, {"repeat_option": {"days_of_week": [1]}}, "repeat_option.interval"),
    (WEEKLY, {"repeat_option": {"interval": 0, "days_of_week": [1]}}, "repeat_option.interval"),
    (WEEKLY, {"repeat_option": {"interval": 1, "days_of_week": [7]}}, "repeat_option.days_of_week[0]"),
    (WEEKLY, {"repeat_option": {"interval": 1, "days_of_week": "1"}}, "repeat_option.days_of_week"),
    (WEEKLY, {"repeat_option": {"interval": 1, "days_of_week": [1], "until": 5}}, "repeat_option.until"),
    (MONTHLY, {"repeat_option": {"interval": 1, "days_of_month": [32]}}, "repeat_option.days_of_month[0]"),
    (MONTHLY, {"repeat_option": {"interval": 1, "days_of_month": [1, 0]}}, "repeat_option.days_of_month[1]"),
    ("continuous", {"continuous_task_periods": WITHOUT}, "continuous_task_periods"),
    ("continuous", {"continuous_task_periods": [[1772434800]]}, "continuous_task_periods[0]"),
    ("continuous", {"continuous_task_periods": [1772434800]}, "continuous_task_periods[0]"),
    ("continuous", {"continuous_task_periods": [[1, 2], [1, MILLISECONDS]]}, "continuous_task_periods[1][1]"),
]

REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("calibrateNetworkRtk", {"port": 0}, "port"),
    ("calibrateNetworkRtk", {"port": 70000}, "port"),
    ("calibrateNetworkRtk", {"port": "2101"}, "port"),
    ("calibrateNetworkRtk", {"password": 7}, "password"),
    ("calibrateNetworkRtk", {"password": WITHOUT}, "password"),
    ("notifyOpenModelUpload", {"files": [FILE] * 101}, "files"),
    ("notifyOpenModelUpload", {"files": []}, "files"),
    ("notifyOpenModelUpload", {"files": FILE}, "files"),
    ("notifyOpenModelUpload", {"files": [FILE, {"name": "DJI_0002.JPG"}]}, "files[1].etag"),
    ("notifyOpenModelUpload", {"files": [FILE, "DJI_0002.JPG"]}, "files[1]"),
    ("notifyOpenModelUpload", {"resource_name": "x" * 256}, "resource_name"),
    ("addProjectMembers", {"add_users": []}, "add_users"),
    ("addProjectMembers", {"add_users": MEMBER}, "add_users"),
    ("addProjectMembers", {"add_users": [{**MEMBER, "nick": "Ana"}]}, "add_users[0].nick"),
    ("addProjectMembers", {"add_users": [{**MEMBER, "role": "owner"}]}, "add_users[0].role"),
    ("addProjectMembers", {"add_users": [{**MEMBER, "user_id": 1770000000000000001}]}, "add_users[0].user_id"),
    ("sendDeviceCommand", {"device_command": "land_now"}, "device_command"),
    ("sendDeviceCommand", {"device_command": DeviceCommand("land_now")}, "device_command"),
    ("changeAircraftLens", {"lens_type": "normal"}, "lens_type"),
    ("changeAircraftLens", {"lens_type": "infrared"}, "lens_type"),
    ("changeDockCamera", {"camera_position": "roof"}, "camera_position"),
    ("acquireDeviceControl", {"payload_index": []}, "payload_index"),
    ("acquireDeviceControl", {"payload_index": "81-0-0"}, "payload_index"),
    ("acquireDeviceControl", {"payload_index": ["81-0-0", ""]}, "payload_index[1]"),
    ("listDeviceHms", {"device_sn_list": []}, "device_sn_list"),
    ("listDeviceHms", {"device_sn_list": "7CTDEXAMPLE0001"}, "device_sn_list"),
    ("listDeviceHms", {"device_sn_list": WITHOUT}, "device_sn_list"),
    ("listFlightTasks", {"begin_at": 1772409600000}, "begin_at"),
    ("listFlightTasks", {"end_at": datetime(2026, 3, 2)}, "end_at"),
    ("listFlightTasks", {"status": ["waiting", "hovering"]}, "status[1]"),
    ("listFlightTasks", {"sn": ""}, "sn"),
    ("listProjects", {"page": 0}, "page"),
    ("listProjects", {"page_size": -1}, "page_size"),
    ("listProjects", {"usage": "full"}, "usage"),
    ("startLivestream", {"video_expire": 0}, "video_expire"),
    ("updateStreamConverter", {"auto_push_stream": 1}, "auto_push_stream"),
    ("updateStreamConverter", {"auto_push_stream": "true"}, "auto_push_stream"),
    ("createModel", {"simplified_factor": 0}, "simplified_factor"),
    ("createModel", {"simplified_factor": 1.5}, "simplified_factor"),
    ("createModel", {"simplified_factor": float("nan")}, "simplified_factor"),
    ("createModel", {"simplified_factor": "0.2"}, "simplified_factor"),
    ("createModel", {"reconstruction_type": []}, "reconstruction_type"),
    ("createModel", {"reconstruction_type": ["model_2d", "model_2d"]}, "reconstruction_type"),
    ("createModel", {"reconstruction_type": "model_2d"}, "reconstruction_type"),
    ("createModel", {"task_folder_id": "40211"}, "task_folder_id"),
    ("createModel", {"predefine_area": {"polygon_points": []}}, "predefine_area.polygon_points"),
    (
        "createModel",
        {"predefine_area": {"polygon_points": [{"longitude": 181, "latitude": 46}] * 3}},
        "predefine_area.polygon_points[0].longitude",
    ),
    ("createModel", {"predefine_area": PredefineArea(polygon_points=[])}, "predefine_area.polygon_points"),
    ("startOpenModelReconstruction", {"parameter_2d": "[1]"}, "parameter_2d"),
    ("startOpenModelReconstruction", {"parameter_2d": "{"}, "parameter_2d"),
    ("startOpenModelReconstruction", {"parameter_2d": ""}, "parameter_2d"),
    ("startOpenModelReconstruction", {"parameter_2d": 7}, "parameter_2d"),
    ("startOpenModelReconstruction", {"parameter_2d": [1]}, "parameter_2d"),
    ("startOpenModelReconstruction", {"parameter_2d": {"map_mode": {1}}}, "parameter_2d"),
    ("startOpenModelReconstruction", {"parameter_2d": {"map_mode": float("nan")}}, "parameter_2d"),
    ("startOpenModelReconstruction", {"parameter_2d": None, "parameter_3d": None}, "parameter_2d"),
    ("startOpenModelReconstruction", {"delete_resource_if_finish": 0}, "delete_resource_if_finish"),
    ("createMapElement", drawn("Point", None), "resource.content.geometry.coordinates"),
    ("createMapElement", drawn("Point", [1]), "resource.content.geometry.coordinates"),
    ("createMapElement", drawn("Polygon", [1, 2]), "resource.content.geometry.coordinates[0]"),
    ("createMapElement", drawn("Circle", [1, 2]), "resource.content.geometry.type"),
    ("createMapElement", drawn("Point", [1, 2], type=9), "resource.type"),
    ("createMapElement", {"desc": WITHOUT}, "desc"),
    ("getModel", {"model_id": "9021"}, "model_id"),
    ("getModel", {"model_id": WITHOUT}, "model_id"),
]

REFUSED_PATHS = ["", " ", ".", "..", "a\nb", "a\x00", "a\tb", "a\x7f", "\r\nX-Added: 1"]


@pytest.mark.parametrize(("kind", "changes", "member"), REFUSED_TASKS)
def test_a_task_that_cannot_be_right_is_refused_and_the_error_names_the_member(
    kind: str, changes: dict[str, Any], member: str
) -> None:
    with pytest.raises(InvalidArgument) as refused:
        task(kind, **changes)
    assert refused.value.member == member
    assert str(refused.value).startswith(refused.value.member)


@pytest.mark.parametrize(("operation_id", "changes", "member"), REFUSED)
def test_an_argument_that_cannot_be_right_is_refused_and_the_error_names_the_member(
    operation_id: str, changes: dict[str, Any], member: str
) -> None:
    with pytest.raises(InvalidArgument) as refused:
        request(operation_id, **changes)
    assert refused.value.member == member
    assert str(refused.value).startswith(refused.value.member)


@pytest.mark.parametrize("text", REFUSED_PATHS, ids=repr)
@pytest.mark.parametrize(
    ("operation_id", "parameter"),
    [("getDeviceState", "device_sn"), ("getFlightTask", "task_uuid"), ("deleteOpenModel", "model_uuid")],
)
def test_what_is_no_id_does_not_get_into_a_path(operation_id: str, parameter: str, text: str) -> None:
    with pytest.raises(InvalidArgument) as refused:
        request(operation_id, {parameter: text})
    assert refused.value.member == parameter


def test_a_refused_argument_is_a_value_error_and_an_error_of_this_package() -> None:
    with pytest.raises(InvalidArgument) as refused:
        request("calibrateNetworkRtk", port=0)
    assert isinstance(refused.value, ValueError)
    assert isinstance(refused.value, FlightHubError)


@pytest.mark.parametrize("secret", [b"planted-password", ["planted-password"], {"planted-password": 1}])
def test_a_refused_secret_is_not_in_the_error(secret: object) -> None:
    with pytest.raises(InvalidArgument) as refused:
        request("calibrateNetworkRtk", password=secret)
    assert "planted-password" not in str(refused.value) + repr(refused.value)


@pytest.mark.parametrize("client", CLIENTS)
def test_nothing_arrives_at_the_server_when_an_argument_is_refused(client: str, server: AnsweringServer) -> None:
    for operation_id, changes, _ in REFUSED:
        given = {**example_arguments(operation_id), **changes}
        arguments = {name: each for name, each in given.items() if each is not WITHOUT}
        with pytest.raises(InvalidArgument):
            send(client, server.base_url, operation_id, arguments)
    assert server.arrivals == []


@pytest.mark.parametrize("arguments", [{"page": 0}, {"page_size": 0}, {"page": "2"}, {"page_size": 1.5}], ids=str)
def test_a_wrong_page_is_refused_by_the_method_too(arguments: dict[str, Any], server: AnsweringServer) -> None:
    with FlightHub(token=TOKEN, base_url=server.base_url) as fh, pytest.raises(InvalidArgument):
        list(fh.projects.list(**arguments))
    assert server.arrivals == []


def periods(count: int) -> list[int]:
    return [1772442000 + 60 * index for index in range(count)]


INFERRED: list[tuple[str, dict[str, Any], str]] = [
    ("createFlightTask.continuous", {"min_battery_capacity": 49}, "min_battery_capacity"),
    ("createFlightTask.continuous", {"min_battery_capacity": 101}, "min_battery_capacity"),
    ("createFlightTask.continuous", {"continuous_task_periods": [[1, 2]] * 49}, "continuous_task_periods"),
    ("createFlightTask.weekly", {"recurring_task_start_time_list": periods(49)}, "recurring_task_start_time_list"),
    ("createFlightTask", {"latest_begin_at": 1772444400}, "latest_begin_at"),
    ("createFlightTask", {"wayline_precision_type": "gnss"}, "wayline_precision_type"),
    ("createModel", {"name": "x" * 201}, "name"),
    ("createModel", {"generate_model_formats": ["normal_point_ply"]}, "generate_model_formats[0]"),
    (
        "createModel",
        {"predefine_area": {"polygon_points": [{"longitude": 14.5, "latitude": 46.0}] * 201}},
        "predefine_area.polygon_points",
    ),
    ("startLivestream", {"video_expire": 86401}, "video_expire"),
]


@pytest.mark.parametrize(("example_name", "changes", "member"), INFERRED)
def test_a_value_beyond_an_inferred_limit_is_sent_with_a_warning_that_names_it(
    example_name: str, changes: dict[str, Any], member: str
) -> None:
    arguments = {**example(f"{example_name}.request.json"), **changes}
    with pytest.warns(InferredLimitWarning) as warned:
        sent = request(example_name.split(".")[0], arguments)
    assert sent.body == arguments
    assert [str(each.message).startswith(member) for each in warned] == [True]


@pytest.mark.parametrize("client", CLIENTS)
def test_a_warning_points_at_whoever_called(client: str, server: AnsweringServer) -> None:
    told: dict[str, Any] = {"sn": "SN", "camera_index": "165-0-7", "video_expire": 86401, "quality_type": "smooth"}

    async def call(fh: AsyncFlightHub) -> None:
        await fh.livestreams.start(**told)

    work: Any = (lambda fh: fh.livestreams.start(**told)) if client == "sync" else call
    with pytest.warns(InferredLimitWarning) as warned:
        using(client, work, base_url=server.base_url, project=PROJECT)
    assert [each.filename for each in warned] == [__file__]


def test_more_devices_than_are_taken_to_be_allowed_are_sent_with_a_warning() -> None:
    numbers = [f"SN{index}" for index in range(101)]
    with pytest.warns(InferredLimitWarning, match="device_sn_list"):
        sent = request("listDeviceHms", device_sn_list=numbers)
    assert sent.query == {"device_sn_list": ",".join(numbers)}


@pytest.mark.parametrize(
    ("example_name", "changes"),
    [
        ("createFlightTask", {"rth_altitude": 15}),
        ("createFlightTask", {"rth_altitude": 1500}),
        ("createFlightTask.continuous", {"min_battery_capacity": 50}),
        ("createFlightTask.weekly", {"recurring_task_start_time_list": periods(48)}),
        ("createFlightTask.absolute_monthly", {"repeat_option": {"interval": 1, "days_of_month": [1, 31]}}),
        ("createModel", {"simplified_factor": 1}),
        ("createModel", {"name": "x" * 200}),
        ("notifyOpenModelUpload", {"files": [FILE] * 100}),
        ("notifyOpenModelUpload", {"resource_name": "x" * 255}),
        ("startLivestream", {"video_expire": 86400}),
        ("createMapElement", {"desc": ""}),
    ],
)
def test_a_value_at_a_limit_is_sent_without_a_warning(example_name: str, changes: dict[str, Any]) -> None:
    arguments = {**example(f"{example_name}.request.json"), **changes}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert dumped(request(example_name.split(".")[0], arguments).body) == dumped(arguments)


@pytest.mark.parametrize("port", [1, 65535])
def test_a_port_at_a_limit_is_sent(port: int) -> None:
    sent = request("calibrateNetworkRtk", port=port)
    assert sent.body is not None
    assert sent.body["port"] == port


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 3, 2, 9, 10, tzinfo=UTC),
        datetime(2026, 3, 2, 11, 10, tzinfo=timezone(timedelta(hours=2))),
        datetime(2026, 3, 2, 9, 10, 0, 400_000, tzinfo=UTC),
        1772442600,
    ],
    ids=str,
)
def test_a_moment_is_sent_as_unix_seconds(moment: datetime | int) -> None:
    sent = task(TIMED, begin_at=moment)
    assert sent.body is not None
    assert dumped(sent.body["begin_at"]) == "1772442600"


def test_moments_inside_lists_are_sent_as_unix_seconds() -> None:
    start, end = datetime(2026, 3, 2, 7, 0, tzinfo=UTC), datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
    weekly = task(WEEKLY, recurring_task_start_time_list=[start, end])
    continuous = task("continuous", continuous_task_periods=[(start, end)])
    assert weekly.body is not None
    assert continuous.body is not None
    assert weekly.body["recurring_task_start_time_list"] == [1772434800, 1772445600]
    assert continuous.body["continuous_task_periods"] == [[1772434800, 1772445600]]


def test_moments_in_a_query_are_sent_as_unix_seconds() -> None:
    sent = request("listFlightTasks", begin_at=datetime(2026, 3, 2, tzinfo=UTC))
    assert sent.query["begin_at"] == "1772409600"


@pytest.mark.parametrize(
    "states",
    [["waiting", "executing"], (FlightTaskStatus.WAITING, FlightTaskStatus.EXECUTING), iter(["waiting", "executing"])],
    ids=["words", "members", "iterator"],
)
def test_a_list_in_a_query_is_joined_by_commas(states: Any) -> None:
    assert request("listFlightTasks", status=states).query["status"] == "waiting,executing"


@pytest.mark.parametrize("client", CLIENTS)
def test_a_list_in_a_query_arrives_as_one_member(client: str, server: AnsweringServer) -> None:
    send(client, server.base_url, "listDeviceHms")
    (arrival,) = server.arrivals
    assert arrival.query == {"device_sn_list": ["7CTDEXAMPLE0001,1581FEXAMPLE00001"]}


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize(
    ("sn", "segment"),
    [
        ("7CTD/EXAMPLE", "7CTD%2FEXAMPLE"),
        ("a b", "a%20b"),
        ("a?b#c", "a%3Fb%23c"),
        ("100%", "100%25"),
        ("%2e%2e", "%252e%252e"),
        ("../project", "..%2Fproject"),
        ("\u00e9\u4e2d", "%C3%A9%E4%B8%AD"),
        ("a;b,c+d", "a%3Bb%2Cc%2Bd"),
    ],
)
def test_a_path_parameter_arrives_percent_encoded(client: str, sn: str, segment: str, server: AnsweringServer) -> None:
    send(client, server.base_url, "getDeviceState", {"device_sn": sn})
    (arrival,) = server.arrivals
    assert arrival.target == f"/openapi/v0.1/device/{segment}/state"


@pytest.mark.parametrize("client", CLIENTS)
def test_the_text_of_a_query_arrives_as_it_was_given(client: str, server: AnsweringServer) -> None:
    text = "North & South = 100% \u4e2d+#?"
    send(client, server.base_url, "listProjects", {"q": text})
    (arrival,) = server.arrivals
    assert arrival.query == {"q": [text]}


@pytest.mark.parametrize("client", CLIENTS)
def test_a_body_arrives_as_json_and_in_unicode(client: str, server: AnsweringServer) -> None:
    arguments = {**example_arguments("finishWaylineUpload"), "name": "\u5468\u754c \U0001f681"}
    send(client, server.base_url, "finishWaylineUpload", arguments)
    (arrival,) = server.arrivals
    assert (arrival.method, arrival.header("Content-Type")) == ("POST", "application/json")
    assert json.loads(arrival.body) == arguments


@pytest.mark.parametrize("client", CLIENTS)
def test_a_call_without_a_body_sends_none(client: str, server: AnsweringServer) -> None:
    for operation_id in ("getFlightTask", "deleteStreamConverter", "stopOpenModelReconstruction"):
        send(client, server.base_url, operation_id)
    assert [(each.body, each.header("Content-Type")) for each in server.arrivals] == [(b"", None)] * 3


@pytest.mark.parametrize("client", CLIENTS)
def test_a_delete_with_a_body_sends_it(client: str, server: AnsweringServer) -> None:
    send(client, server.base_url, "releaseDeviceControl")
    (arrival,) = server.arrivals
    assert arrival.method == "DELETE"
    assert json.loads(arrival.body) == example_arguments("releaseDeviceControl")


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_an_example_request_is_sent_as_it_is_documented(operation_id: str) -> None:
    arguments = example_arguments(operation_id)
    sent = call_of(operation_id).request(arguments)
    in_path = {name for name in arguments if f"{{{name}}}" in OPERATIONS[operation_id].path}
    in_body = {} if sent.body is None else sent.body
    assert "{" not in sent.path
    assert set(sent.query) | set(in_body) | in_path == set(arguments)
    assert dumped(in_body) == dumped({name: arguments[name] for name in in_body})


SAME: list[tuple[str, dict[str, Any]]] = [
    ("addProjectMembers", {"add_users": [ProjectMember("1770000000000000001", MemberRole.MEMBER, "Ana")]}),
    ("addProjectMembers", {"add_users": [ProjectMember.from_dict(MEMBER)]}),
    ("createFlightTask.weekly", {"repeat_option": TaskRepeatOptionWeekly(1, [DayOfWeek.MONDAY, DayOfWeek.THURSDAY])}),
    ("createFlightTask.weekly", {"repeat_type": RepeatType.WEEKLY, "task_type": FlightTaskType.RECURRING}),
    ("createFlightTask.weekly", {"wayline_uuid": UUID("f2d4c6b8-90ab-4cde-8f01-23456789abcd")}),
    ("createFlightTask.weekly", {"recurring_task_start_time_list": (1772442000,)}),
    ("notifyOpenModelUpload", {"files": [UploadedFile(name="DJI_0001.JPG", etag="9b2cf535f27731c974343645a3985328")]}),
    ("createModel", {"reconstruction_type": [ModelFileType.MODEL_2D, "model_3d"]}),
    (
        "createModel.area",
        {
            "predefine_area": PredefineArea(
                polygon_points=[
                    PolygonPoint(longitude=14.5052, latitude=46.0503),
                    PolygonPoint(longitude=14.5071, latitude=46.0503),
                    PolygonPoint(longitude=14.5071, latitude=46.0521),
                    PolygonPoint(longitude=14.5052, latitude=46.0521),
                ]
            )
        },
    ),
    (
        "createMapElement",
        {
            "resource": AnnotationResource(
                type=AnnotationType.POINT,
                content=AnnotationFeature(
                    properties=AnnotationStyle(color="#2D8CF0", clampToGround=True),
                    geometry=AnnotationGeometry(type=GeometryType.POINT, coordinates=[14.50613, 46.05127, 0]),
                    type="Feature",
                ),
            )
        },
    ),
]


@pytest.mark.parametrize(("example_name", "changes"), SAME)
def test_models_enum_members_uuids_and_tuples_give_the_same_body_as_plain_json(
    example_name: str, changes: dict[str, Any]
) -> None:
    plain = example(f"{example_name}.request.json")
    operation_id = example_name.split(".")[0]
    sent = request(operation_id, plain, **changes).body
    assert dumped(sent) == dumped(request(operation_id, plain).body) == dumped(plain)


def test_an_enum_member_in_a_query_is_sent_as_its_word() -> None:
    assert request("listProjects", usage=ProjectListUsage.SIMPLE).query == {"usage": "simple"}


def test_settings_that_travel_as_text_are_taken_as_a_dict() -> None:
    settings = {"map_mode": 1, "area": {"name": "\u5317"}, "quality_level": 2}
    sent = request("startOpenModelReconstruction", parameter_2d=settings, parameter_3d=WITHOUT)
    assert sent.body is not None
    assert isinstance(sent.body["parameter_2d"], str)
    assert json.loads(sent.body["parameter_2d"]) == settings
    assert "parameter_3d" not in sent.body


def test_settings_that_travel_as_text_are_sent_letter_by_letter_when_given_as_text() -> None:
    text = '{ "map_mode" : 1 }'
    sent = request("startOpenModelReconstruction", parameter_2d=text)
    assert sent.body is not None
    assert sent.body["parameter_2d"] == text


def test_arguments_are_not_changed_by_sending_them() -> None:
    arguments = example("createFlightTask.weekly.request.json")
    sent = request("createFlightTask", arguments).body
    assert sent is not None
    sent["repeat_option"]["days_of_week"].append(6)
    assert arguments == example("createFlightTask.weekly.request.json")


def test_a_project_given_in_another_spelling_arrives_in_the_usual_one(server: AnsweringServer) -> None:
    send("sync", server.base_url, "listWaylines", project=PROJECT.upper())
    (arrival,) = server.arrivals
    assert arrival.header("X-Project-Uuid") == PROJECT
