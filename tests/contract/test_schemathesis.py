"""Whatever Schemathesis sends to whichever operation, the simulator answers as the bundle describes, and never crashes.

Two ways to send: each operation by itself, with requests that are as documented and requests that are not; and
operations one after another, where later ones take up what earlier ones answered. `SCHEMATHESIS=all` makes up more
requests of the first kind.
"""

from __future__ import annotations

import copy
import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import count
from typing import Any, Final, NamedTuple

import pytest
import requests
import schemathesis
from client.transcription import bundle
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.internal.conjecture import providers
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
from flighthub_simulator._operations import handlers

BUNDLE: Any = bundle()


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


PLACES: Final = (0, 5)
"""Which items of a list a link may take instead of the first: a dock's pair, and one that a person has switched on."""


class Link(NamedTuple):
    """What a later request takes from an earlier one and its answer, as the transcription links them.

    Attributes:
        source: Id of the earlier operation.
        target: Id of the later operation.
        parameters: Parameters of the later request, as OpenAPI's runtime expressions.
        body: The whole body, likewise: a documented example, with the members that are linked.
    """

    source: str
    target: str
    parameters: Mapping[str, str]
    body: Any


def described_of(operation_id: str) -> Any:
    """What the bundle says of an operation."""
    operation = OPERATIONS[operation_id]
    return BUNDLE["paths"][operation.path][operation.http_method.lower()]


def bodies_of(operation_id: str) -> list[Any]:
    """The documented bodies of an operation's requests; one that is None where it has no body."""
    content = described_of(operation_id).get("requestBody", {}).get("content", {}).get("application/json")
    return [None] if content is None else [each["value"] for each in content["examples"].values()]


LITERALS: Final[dict[str, str]] = {}
"""Texts whose braces would make expressions of them, by what stands for them."""


def literal(value: Any) -> Any:
    """A value of an example in which no text is taken for an expression."""
    if isinstance(value, dict):
        return {name: literal(each) for name, each in value.items()}
    if isinstance(value, list):
        return [literal(each) for each in value]
    if isinstance(value, str) and set(value) & {"{", "$"}:
        return next(key for key in [f"literal {len(LITERALS)}"] if LITERALS.setdefault(key, value))
    return value


def restored(value: Any) -> Any:
    """As `literal` found it."""
    if isinstance(value, dict):
        return {name: restored(each) for name, each in value.items()}
    if isinstance(value, list):
        return [restored(each) for each in value]
    return LITERALS.get(value, value) if isinstance(value, str) else value


def taken_from(value: Any, place: int) -> Any:
    """What a link takes, from another place of the list."""
    if isinstance(value, dict):
        return {name: taken_from(each, place) for name, each in value.items()}
    if isinstance(value, list):
        return [taken_from(each, place) for each in value]
    return value.replace("/data/list/0/", f"/data/list/{place}/")


ACTING: Final = [each for each in OPERATIONS if each in handlers()]
"""The operations that do something in the simulator's world; the others answer their example whatever came before."""


def links() -> Iterator[Link]:
    """Every link from one that acts to another, for each example of its target and each place of a list."""
    for source in ACTING:
        for link in described_of(source)["responses"]["200"].get("links", {}).values():
            if link["operationId"] not in ACTING:
                continue
            for body in bodies_of(link["operationId"]):
                told = link.get("parameters", {}), link.get("requestBody", {})
                for place in PLACES if "/data/list/0/" in str(told) else PLACES[:1]:
                    parameters, members = taken_from(told[0], place), taken_from(told[1], place)
                    yield Link(
                        source, link["operationId"], parameters, None if body is None else {**literal(body), **members}
                    )


LINKS: Final = tuple(links())

UNLUCKY: Final = len(ACTING) // 9
"""How many operations may succeed in no story. What comes late in one takes luck."""

STEPS: Final = max(75, 2 * len(ACTING))
"""How long a story is."""

TELLINGS: Final = 6
"""How often stories are told until that is so."""

DOCUMENTED, OTHER = (25, 15) if os.environ.get("SCHEMATHESIS") == "all" else (10, 6)
"""How many requests are made up for each operation: as documented, and not."""


def filled_in(operation_id: str) -> list[Any]:
    """The parameters of an operation that are the id of the project or the organization."""
    parameters = described_of(operation_id)["parameters"]
    return [each for each in parameters if "filled_from" in each.get("x-flighthub", {})]


def needs_nothing(operation_id: str) -> bool:
    """Whether a request of an operation needs nothing of an earlier answer."""
    described = described_of(operation_id)
    return "requestBody" not in described and not any(each.get("required") for each in described["parameters"])


SOURCES: Final = {link.source for link in LINKS}
TARGETS: Final = {link.target for link in LINKS}
BEGINNINGS: Final = [each for each in ACTING if each not in TARGETS or (needs_nothing(each) and each in SOURCES)]
"""What a story begins with: what others take something from and needs nothing itself, and what no link leads to."""


def a_route(simulator: Simulator) -> bytes:
    """A route file that can be read: that of the first route there is."""
    with simulator.lock:
        found = simulator.world.waylines.all[0]
        return found.content if found.content is not None else simulator.store.read(found.key)


TURNS: Final = count()


def route_files(simulator: Simulator, data: Any) -> dict[str, bytes]:
    """A route, or, by turns, something else."""
    return {f"{data['object_key_prefix']}/route.kmz": b"no route" if next(TURNS) % 3 == 2 else a_route(simulator)}


def picture_files(simulator: Simulator, data: Any) -> dict[str, bytes]:
    return {data["store_path"].replace("{fileName}", name): PICTURE for name in PICTURES}


STORED: Final = {"getProjectStorageCredentials": route_files, "obtainOpenModelUploadToken": picture_files}
"""The files that a client stores after an answer, by their keys."""


def described() -> Any:
    """The bundle as requests are generated from it.

    Its links say which whole bodies to send. The conditions of flight tasks are left out, as nothing can be generated
    from so many; the simulator holds requests to them.
    """
    made = copy.deepcopy(BUNDLE)
    del made["components"]["schemas"]["CreateFlightTaskRequest"]["allOf"]
    for operation_id in OPERATIONS:
        operation = OPERATIONS[operation_id]
        answer = made["paths"][operation.path][operation.http_method.lower()]["responses"]["200"]
        answer["links"] = {}
        for number, link in enumerate(LINKS):
            if link.source == operation_id:
                told: dict[str, Any] = {"operationId": link.target, "parameters": dict(link.parameters)}
                if link.body is not None:
                    told |= {"requestBody": link.body, "x-schemathesis": {"merge_body": False}}
                answer["links"][f"{link.target} {number}"] = told
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

    def own_id(self, of: str) -> str:
        """The id of the project or organization that a client acts on."""
        return self.simulator.project if of == "project" else self.simulator.world.organization["uuid"]

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


@pytest.fixture(scope="module", autouse=True)
def _no_local_constants() -> Iterator[None]:
    """Keeps Hypothesis from drawing on the constants of all modules that are loaded.

    Which requests it makes would depend on which other tests are run, and how long it takes to succeed with each.
    """
    none = providers.Constants(
        integers=providers.SortedSet(),
        floats=providers.SortedSet(key=providers.float_to_int),
        bytes=providers.SortedSet(),
        strings=providers.SortedSet(),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(providers.HypothesisProvider, "_local_constants", none)
        providers.CONSTANTS_CACHE.cache.clear()
        yield
    providers.CONSTANTS_CACHE.cache.clear()


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


def examples_for(operation_id: str, acting: int) -> int:
    """How many requests are made up: fewer where the answer is an example whatever is asked."""
    return acting if operation_id in ACTING else acting // 2


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_documented_requests_are_answered_as_described(harness: Harness, operation_id: str) -> None:
    examples = examples_for(operation_id, DOCUMENTED)
    met = outcomes_of(harness, operation_id, GenerationMode.POSITIVE, examples)
    assert sum(met.values()) >= examples * 0.8
    assert any(outcome.is_documented for outcome in met)


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_other_requests_are_answered_as_described(harness: Harness, operation_id: str) -> None:
    examples = examples_for(operation_id, OTHER)
    met = outcomes_of(harness, operation_id, GenerationMode.NEGATIVE, examples)
    assert sum(met.values()) >= examples * 0.6


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
            name = operation_id(case)
            if name not in TARGETS and case.body:
                # Nothing tells it what there is in the world, and others take up what it sends.
                case.body = copy.deepcopy(bodies_of(name)[0])
            if isinstance(case.body, dict):
                case.body = restored(case.body)
                if "files" in case.body:
                    case.body["files"] = [{"name": name, "etag": ETAG} for name in PICTURES]
            for parameter in filled_in(name):
                # As clients fill them in: no answer is followed for them.
                told = case.path_parameters if parameter["in"] == "path" else case.query
                told[parameter["name"]] = harness.own_id(parameter["x-flighthub"]["filled_from"])
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
    # What takes nothing from others need not be lucky in a story as well.
    told = {outcome.operation_id for outcome in harness.outcomes if outcome.code == 0}
    alone = {each for each in {*ACTING} - TARGETS if each in told or succeeds(harness, each)}
    before = harness.outcomes.copy()
    missing = {*ACTING} - alone
    met: Counter[Outcome] = Counter()
    for number in range(1, 1 + TELLINGS):
        seed(number)(story(harness)).run(settings=repeatable(10, stateful_step_count=STEPS))
        met = harness.outcomes - before
        missing = {*ACTING} - alone - {outcome.operation_id for outcome in met if outcome.code == 0}
        if len(missing) <= UNLUCKY and CRASHES.keys() <= {*met}:
            break
    assert len(missing) <= UNLUCKY, f"none succeeded of {sorted(missing)}"
    # Each of the crashes that are allowed for is one that happens.
    assert CRASHES.keys() <= {*met}


def succeeds(harness: Harness, operation_id: str) -> bool:
    """Whether documented requests of one operation succeed without any other before them."""
    return any(outcome.code == 0 for outcome in outcomes_of(harness, operation_id, GenerationMode.POSITIVE, 25))


def test_every_operation_that_acts_can_be_part_of_a_story() -> None:
    reached = {*BEGINNINGS}
    while more := {link.target for link in LINKS if link.source in reached} - reached:
        reached |= more
    assert reached == {*ACTING}


def test_every_operation_is_exercised(harness: Harness) -> None:
    for operation_id in {*OPERATIONS} - exercised(harness):  # none of them, when the tests above have run
        outcomes_of(harness, operation_id, GenerationMode.POSITIVE, 25)
    assert exercised(harness) == {*OPERATIONS}


def exercised(harness: Harness) -> set[str]:
    """The operations that were sent a documented request."""
    return {outcome.operation_id for outcome in harness.outcomes if outcome.is_documented}


def test_forwarders_of_every_kind_of_option_are_listed(harness: Harness) -> None:
    harness.begin()
    body = {
        **next(each for each in bodies_of("createStreamConverter") if each["schema"] == "gb28181"),
        "schema": "rtsp",
    }
    making, listing = (
        harness.schema.find_operation_by_id(each) for each in ("createStreamConverter", "listStreamConverters")
    )
    for option in (True, 5, "text", None):
        harness.ask(making.Case(body={**body, "schema_option": option}, media_type="application/json"))
        harness.ask(listing.Case())
