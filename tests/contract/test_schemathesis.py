"""Whatever Schemathesis sends to whichever operation, the simulator answers as the bundle describes, and never crashes.

Two ways to send: each operation by itself, with requests that are as documented and requests that are not; and
operations one after another, where later ones take up what earlier ones answered.
"""

from __future__ import annotations

import copy
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any, Final, NamedTuple

import pytest
import requests
import schemathesis
import yaml
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import BaseSchema, Case, GenerationMode, Response
from schemathesis.checks import not_a_server_error
from schemathesis.generation.stateful.state_machine import APIStateMachine, normalize_name
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from flighthub_api import OPERATIONS
from flighthub_simulator import Simulator, run

BUNDLE: Any = yaml.load(
    (files("flighthub_api") / "openapi.yaml").read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader)
)


def content_of(operation_id: str) -> Any:
    """What the bundle says of the body of an operation's requests."""
    operation = OPERATIONS[operation_id]
    described = BUNDLE["paths"][operation.path][operation.http_method.lower()]
    return described["requestBody"]["content"]["application/json"]


CHECKS: Final = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]

CRASHES: Final[Mapping[tuple[str, int, int], str]] = {
    ("finishWaylineUpload", 500, 200500): "L: what an unreadable route file is answered by",
}
"""The manners of the real server that look like crashes: operation, HTTP status and code."""

BEGINNING: Final = datetime(2026, 3, 2, 9, tzinfo=UTC)

BETWEEN: Final = 45.0
"""Simulated seconds from one request of a story to the next, in which flights end and models are made."""

PICTURES: Final = tuple(f"DJI_{number:04}.JPG" for number in range(1, 8))
PICTURE: Final = b"a picture, as far as a store is concerned"
ETAG: Final = hashlib.md5(PICTURE, usedforsecurity=False).hexdigest()


SETTINGS: Final = "settings"
"""Stands for the text of a JSON object, whose braces would make an expression of it."""


class Link(NamedTuple):
    """What a later request takes from an earlier one and its answer.

    Attributes:
        source: Id of the earlier operation.
        target: Id of the later operation.
        parameters: Parameters of the later request, as OpenAPI's runtime expressions.
        body: Members of its body, likewise.
        whole: Whether these are all members of the body; otherwise the others are made up.
    """

    source: str
    target: str
    parameters: Mapping[str, str] = {}
    body: Mapping[str, Any] | None = None
    whole: bool = False


def _pair(number: int, part: str) -> str:
    return f"$response.body#/data/list/{number}/{part}"


DOCK_CAMERA: Final = {"sn": _pair(0, "gateway/sn"), "camera_index": _pair(0, "gateway/camera_list/0/camera_index")}
DRONE: Final = _pair(5, "drone/sn")
"""An aircraft that a person has switched on."""

DRONE_CAMERA: Final = {"sn": DRONE, "camera_index": _pair(5, "drone/camera_list/0/camera_index")}

PLANS: Final = [
    {**each["value"], "wayline_uuid": "$response.body#/data/list/0/id"}
    for each in content_of("createFlightTask")["examples"].values()
]
"""The documented plans of flights, which begin on the day of the tests or later."""

TASK: Final = {"task_uuid": "$response.body#/data/task_uuid"}
CONVERTER: Final = {"converter_id": "$response.body#/data/converter_id"}
FOLDER: Final = "$response.body#/data/object_key_prefix"
RESOURCE: Final = "$response.body#/data/store_path#regex:tmp/([0-9a-f-]+)"
MODEL: Final = {"model_uuid": "$response.body#/data/model_2d/uuid"}

LINKS: Final = (
    Link("getSystemStatus", "listProjects"),
    Link("listProjects", "addProjectMembers"),
    Link("addProjectMembers", "listProjectDevices"),
    Link("listOrganizationDevices", "getDeviceState", {"device_sn": DRONE}),
    Link("listProjectDevices", "getDeviceState", {"device_sn": _pair(0, "gateway/sn")}),
    Link("listProjectDevices", "listDeviceHms", {"device_sn_list": DRONE}),
    Link("listProjectDevices", "calibrateNetworkRtk", {"device_sn": _pair(0, "gateway/sn")}),
    Link("listProjectDevices", "changeDockCamera", body=DOCK_CAMERA),
    Link("listProjectDevices", "setStreamQuality", body=DRONE_CAMERA),
    Link("listProjectDevices", "startLivestream", body=DRONE_CAMERA),
    Link("listProjectDevices", "createStreamConverter", body=DOCK_CAMERA),
    Link("listProjectDevices", "createMapElement"),
    Link(
        "listProjectDevices",
        "acquireDeviceControl",
        body={"drone_sn": DRONE, "payload_index": [DRONE_CAMERA["camera_index"]]},
        whole=True,
    ),
    Link(
        "acquireDeviceControl",
        "changeAircraftLens",
        body={"sn": "$request.body#/drone_sn", "camera_index": "$request.body#/payload_index/0"},
    ),
    Link(
        "acquireDeviceControl",
        "releaseDeviceControl",
        body={"drone_sn": "$request.body#/drone_sn", "payload_index": "$request.body#/payload_index"},
        whole=True,
    ),
    Link("createStreamConverter", "listStreamConverters"),
    Link("createStreamConverter", "updateStreamConverter", CONVERTER),
    Link("createStreamConverter", "deleteStreamConverter", CONVERTER),
    Link("getProjectStorageCredentials", "finishWaylineUpload", body={"object_key": f"{{{FOLDER}}}/route.kmz"}),
    Link("getProjectStorageCredentials", "finishWaylineUpload", body={"object_key": f"{{{FOLDER}}}/broken.kmz"}),
    Link("listWaylines", "getWayline", {"wayline_id": "$response.body#/data/list/0/id"}),
    *(Link("listWaylines", "createFlightTask", body=each, whole=True) for each in PLANS),
    Link("createFlightTask", "sendDeviceCommand", {"device_sn": "1581FEXAMPLE00001"}),
    Link("createFlightTask", "listFlightTasks", {"sn": "$request.body#/sn"}),
    Link("createFlightTask", "getFlightTask", TASK),
    Link("createFlightTask", "updateFlightTaskStatus", TASK),
    Link("createFlightTask", "listFlightTaskMedia", TASK),
    Link("createFlightTask", "getFlightTaskTrack", TASK),
    Link("getFlightTask", "createModel", body={"task_folder_id": "$response.body#/data/folder_info/folder_id"}),
    Link("createModel", "listModels"),
    Link("listModels", "getModel", {"model_id": "$response.body#/data/list/0/id"}),
    Link(
        "obtainOpenModelUploadToken",
        "notifyOpenModelUpload",
        body={
            "resource_uuid": RESOURCE,
            "callback_param": "$response.body#/data/callback_param",
            "files": [{"name": name, "etag": ETAG} for name in PICTURES],
        },
        whole=True,
    ),
    Link("notifyOpenModelUpload", "getOpenModelResource", {"resource_uuid": "$request.body#/resource_uuid"}),
    Link("notifyOpenModelUpload", "deleteOpenModelResource", {"resource_uuid": "$request.body#/resource_uuid"}),
    Link(
        "notifyOpenModelUpload",
        "startOpenModelReconstruction",
        body={"resource_uuid": "$request.body#/resource_uuid", "parameter_2d": SETTINGS},
        whole=True,
    ),
    Link("startOpenModelReconstruction", "listRunningOpenModels"),
    Link("startOpenModelReconstruction", "getOpenModel", MODEL),
    Link("startOpenModelReconstruction", "stopOpenModelReconstruction", MODEL),
    Link("startOpenModelReconstruction", "deleteOpenModel", MODEL),
)


UNLUCKY: Final = 4
"""How many operations may succeed in no story. What comes late in one takes luck."""

TELLINGS: Final = 16
"""How often stories are told until that is so. Hypothesis draws on the constants of all modules that are loaded, so
which stories these are depends on which other tests are run."""

BEGINNINGS: Final = (
    "getSystemStatus",
    "listProjects",
    "listOrganizationDevices",
    "listProjectDevices",
    "listWaylines",
    "getProjectStorageCredentials",
    "obtainOpenModelUploadToken",
)
"""What a story begins with: requests that need nothing of an earlier answer."""


def a_route(simulator: Simulator) -> bytes:
    """A route file that can be read: that of the first route there is."""
    with simulator.lock:
        found = simulator.world.waylines.all[0]
        return found.content if found.content is not None else simulator.store.read(found.key)


def route_files(simulator: Simulator, data: Any) -> dict[str, bytes]:
    folder = data["object_key_prefix"]
    return {f"{folder}/route.kmz": a_route(simulator), f"{folder}/broken.kmz": b"no route"}


def picture_files(simulator: Simulator, data: Any) -> dict[str, bytes]:
    return {data["store_path"].replace("{fileName}", name): PICTURE for name in PICTURES}


STORED: Final = {"getProjectStorageCredentials": route_files, "obtainOpenModelUploadToken": picture_files}
"""The files that a client stores after an answer, by their keys."""


def described() -> Any:
    """The bundle as requests are generated from it.

    It has links. The conditions of flight tasks are left out, as nothing can be generated from so many; the simulator
    holds requests to them.
    """
    made = copy.deepcopy(BUNDLE)
    del made["components"]["schemas"]["CreateFlightTaskRequest"]["allOf"]
    for number, link in enumerate(LINKS):
        operation = OPERATIONS[link.source]
        answer = made["paths"][operation.path][operation.http_method.lower()]["responses"]["200"]
        told: dict[str, Any] = {"operationId": link.target, "parameters": dict(link.parameters)}
        if link.body is not None:
            told |= {"requestBody": dict(link.body), "x-schemathesis": {"merge_body": not link.whole}}
        answer.setdefault("links", {})[f"{link.target} {number}"] = told
    return made


def schema() -> BaseSchema:
    """What Schemathesis makes requests from. It learns from answers, so what must not depend on others has its own."""
    told = {
        "generation": {"with-security-parameters": False},
        "phases": {"stateful": {"generation": {"mode": "positive"}}},
    }
    return schemathesis.openapi.from_dict(described(), config=schemathesis.Config.from_dict(told))


def operation_id(case: Case) -> str:
    name: str = case.operation.definition.raw["operationId"]
    return name


class Outcome(NamedTuple):
    """What a request came to."""

    operation_id: str
    status: int
    code: int | None

    @property
    def is_documented(self) -> bool:
        """Whether the request was as the transcription describes it, and so was acted upon or refused by the world."""
        return self.status in (200, 500) or self.code not in (None, 200101)


class Harness:
    """Sends requests to a simulator as somebody who may do everything, and checks what comes back."""

    def __init__(self, simulator: Simulator) -> None:
        self.simulator = simulator
        self.schema = schema()
        self.outcomes: Counter[Outcome] = Counter()
        self.session = requests.Session()
        self.session.trust_env = False

    @property
    def arguments(self) -> dict[str, Any]:
        """Arguments of `Case.call`; the headers take the place of those that are made up."""
        return {
            "base_url": self.simulator.base_url,
            "headers": {"X-User-Token": self.simulator.token, "X-Project-Uuid": self.simulator.project},
            "session": self.session,
            "timeout": 20,
        }

    def check(self, case: Case, response: Response) -> None:
        """Fails unless an answer is as described."""
        outcome = Outcome(operation_id(case), response.status_code, code_of(response))
        self.outcomes[outcome] += 1
        checks = [each for each in CHECKS if each is not not_a_server_error or outcome not in CRASHES]
        case.validate_response(response, checks=checks, transport_kwargs=self.arguments)

    def begin(self) -> None:
        """Begins a fresh world, so that what is sent does not depend on what was sent before."""
        self.simulator.reset()

    def ask(self, case: Case) -> None:
        """Sends a request and checks its answer."""
        self.check(case, case.call(**self.arguments))


def code_of(response: Response) -> int | None:
    """The code of an envelope; None where there is none."""
    try:
        told = response.json()
    except ValueError:
        return None
    return told.get("code") if isinstance(told, dict) else None


@pytest.fixture(scope="module")
def harness() -> Iterator[Harness]:
    with run(speed=0, start=BEGINNING) as simulator:
        made = Harness(simulator)
        with made.session:
            yield made


def repeatable(examples: int, **more: Any) -> settings:
    """Nothing is left to chance, and nothing kept from one run to the next."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        **more,
    )


def outcomes_of(harness: Harness, operation_id: str, mode: GenerationMode, examples: int) -> Counter[Outcome]:
    """Sends requests of one kind to one operation, and gives what they came to."""
    harness.begin()
    before = harness.outcomes.copy()

    @repeatable(examples)
    @given(case=harness.schema.find_operation_by_id(operation_id).as_strategy(mode))
    def send(case: Case) -> None:
        harness.ask(case)

    send()
    return harness.outcomes - before


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_documented_requests_are_answered_as_described(harness: Harness, operation_id: str) -> None:
    met = outcomes_of(harness, operation_id, GenerationMode.POSITIVE, 25)
    assert sum(met.values()) >= 20
    assert any(outcome.is_documented for outcome in met)


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_other_requests_are_answered_as_described(harness: Harness, operation_id: str) -> None:
    met = outcomes_of(harness, operation_id, GenerationMode.NEGATIVE, 15)
    assert sum(met.values()) >= 10


def story(harness: Harness) -> type[APIStateMachine]:
    """Operations one after another, in a fresh world each time."""
    described = schema()
    machine = described.as_state_machine()
    labels = {described.find_operation_by_id(each).label for each in BEGINNINGS}
    begins = {normalize_name(f"RANDOM -> {label}") for label in labels}

    class Story(machine):  # type: ignore[misc, valid-type]
        def setup(self) -> None:
            harness.begin()

        def get_call_kwargs(self, case: Case) -> dict[str, Any]:
            return harness.arguments

        def before_call(self, case: Case) -> None:
            if isinstance(case.body, dict) and case.body.get("parameter_2d") == SETTINGS:
                case.body["parameter_2d"] = "{}"
            harness.simulator.clock.advance(BETWEEN)

        def after_call(self, response: Response, case: Case) -> None:
            super().after_call(response, case)
            stored = STORED.get(operation_id(case))
            if stored is not None and code_of(response) == 0:
                for key, content in stored(harness.simulator, response.json()["data"]).items():
                    harness.simulator.store.put(key, content)

        def validate_response(self, response: Response, case: Case, *more: Any, **options: Any) -> None:
            harness.check(case, response)

    for rule in machine.root_rules - begins:
        setattr(Story, rule, None)
    return Story


def test_one_request_after_another_is_answered_as_described(harness: Harness) -> None:
    before = harness.outcomes.copy()
    missing = {*OPERATIONS}
    met: Counter[Outcome] = Counter()
    for number in range(TELLINGS):
        seed(number)(story(harness)).run(settings=repeatable(10, stateful_step_count=75))
        met = harness.outcomes - before
        missing = {*OPERATIONS} - {outcome.operation_id for outcome in met if outcome.code == 0}
        if len(missing) <= UNLUCKY and CRASHES.keys() <= {*met}:
            break
    assert len(missing) <= UNLUCKY, f"none succeeded of {sorted(missing)}"
    # Each of the crashes that are allowed for is one that happens.
    assert CRASHES.keys() <= {*met}


def test_every_operation_can_be_part_of_a_story() -> None:
    assert {link.source for link in LINKS} | {link.target for link in LINKS} == {*OPERATIONS}


def test_every_operation_is_exercised(harness: Harness) -> None:
    assert len(OPERATIONS) >= 42
    for operation_id in {*OPERATIONS} - exercised(harness):  # none of them, when the tests above have run
        outcomes_of(harness, operation_id, GenerationMode.POSITIVE, 25)
    assert exercised(harness) == {*OPERATIONS}


def exercised(harness: Harness) -> set[str]:
    """The operations that were sent a documented request."""
    return {outcome.operation_id for outcome in harness.outcomes if outcome.is_documented}


def test_forwarders_of_every_kind_of_option_are_listed(harness: Harness) -> None:
    harness.begin()
    body = {**content_of("createStreamConverter")["examples"]["gb28181"]["value"], "schema": "rtsp"}
    making, listing = (
        harness.schema.find_operation_by_id(each) for each in ("createStreamConverter", "listStreamConverters")
    )
    for option in (True, 5, "text", None):
        harness.ask(making.Case(body={**body, "schema_option": option}, media_type="application/json"))
        harness.ask(listing.Case())
