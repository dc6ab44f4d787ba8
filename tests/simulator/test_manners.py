"""The simulator answers, and refuses, as the documentation and reports from the live service say."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import socket
import time
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

import pytest
from documented import METHODS, Operation, ask, credentials, operation, operations, send

from flighthub_simulator import Simulator, run

OF_A_PROJECT = [each for each in operations() if each.is_of_project]
OF_THE_ORGANIZATION = [each for each in operations() if not each.is_of_project]
WITH_A_BODY = [pytest.param(each, id=each.id) for each in operations() if each.bodies]

EXAMPLES = [(each, name, body) for each in operations() for name, body in (each.bodies or {"no body": None}).items()]
REQUIRED_MEMBERS = [
    (each, member) for each in operations() if each.bodies for member in each.body_schema.get("required", [])
]
OPTIONAL_MEMBERS = [
    (each, member)
    for each in operations()
    if each.bodies
    for member in each.body_schema["properties"]
    if member not in each.body_schema.get("required", []) and member not in each.bodies["default"]
]
FILTERS = [
    pytest.param(each, parameter["name"], id=f"{each.id}-{parameter['name']}")
    for each in operations()
    for parameter in each.parameters
    if parameter["in"] == "query" and not parameter.get("required")
]
REQUIRED_QUERY = [pytest.param(each, name, id=f"{each.id}-{name}") for each in operations() for name in each.query]


def others_than(
    expected: tuple[int, int], simulator: Simulator, called: Iterable[Operation], headers: dict[str, str]
) -> dict[str, tuple[int, int]]:
    """The HTTP status and code of each operation that answers with others than are expected."""
    answers = {each.id: ask(simulator, each.id, headers=headers) for each in called}
    said = {name: (each.status, each.json["code"]) for name, each in answers.items()}
    return {name: each for name, each in said.items() if each != expected}


def undocumented_methods() -> list[tuple[str, str]]:
    """Methods that no operation has, on paths that some operation has."""

    def is_documented(method: str, path: str) -> bool:
        # `/model/create` also has the form of `/model/{model_id}`.
        return any(
            each.method == method and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", each.path), path)
            for each in operations()
        )

    paths = dict.fromkeys(each.target_path for each in operations())
    return [(method, path) for path in paths for method in METHODS if not is_documented(method, path)]


class TestCorrectRequests:
    def test_every_documented_example_is_answered_as_documented(self, flighthub_simulator: Simulator) -> None:
        headers = credentials(flighthub_simulator)
        wrong = []
        for called, name, body in EXAMPLES:
            answer = send(flighthub_simulator.base_url, called.method, called.target(), headers=headers, body=body)
            said = (answer.status, answer.headers["content-type"], answer.json["code"])
            deviations = called.deviations(answer.json)
            if said != (200, "application/json", 0) or deviations:
                wrong.append((called.id, name, said, deviations))
        assert wrong == []

    def test_the_schema_that_answers_are_held_to_refuses_wrong_ones(self) -> None:
        wrong = {"code": 0, "message": "", "data": {"list": [{"uuid": 5}]}}
        assert operation("listProjects").deviations(wrong) != []

    def test_calls_of_the_organization_need_no_project(self, flighthub_simulator: Simulator) -> None:
        headers = {"X-User-Token": flighthub_simulator.token}
        assert others_than((200, 0), flighthub_simulator, OF_THE_ORGANIZATION, headers) == {}

    @pytest.mark.parametrize("spelled", [str.lower, str.upper, str.title])
    def test_header_names_are_case_insensitive(self, flighthub_simulator: Simulator, spelled: Any) -> None:
        headers = {spelled(name): value for name, value in credentials(flighthub_simulator).items()}
        answer = ask(flighthub_simulator, "listWaylines", headers=headers)
        assert (answer.status, answer.json["code"]) == (200, 0)

    def test_query_members_that_nobody_documents_are_ignored(self, flighthub_simulator: Simulator) -> None:
        assert ask(flighthub_simulator, "getSystemStatus", {"nonsense": "1"}).json["code"] == 0

    def test_several_requests_go_through_one_connection(self, flighthub_simulator: Simulator) -> None:
        connection = http.client.HTTPConnection(urlsplit(flighthub_simulator.base_url).netloc, timeout=20)
        try:
            connection.connect()
            socket = connection.sock
            for _ in range(3):
                target = operation("getSystemStatus").target()
                connection.request("GET", target, headers=credentials(flighthub_simulator))
                assert connection.getresponse().read()
                assert connection.sock is socket
        finally:
            connection.close()


class TestWhoMay:
    def test_a_missing_key_is_told_at_http_200(self, flighthub_simulator: Simulator) -> None:
        headers = {"X-Project-Uuid": flighthub_simulator.project}
        said = {each.id: ask(flighthub_simulator, each.id, headers=headers) for each in operations()}
        told = {"code": 200401, "message": "X-User-Token not found or empty"}
        assert {name: each for name, each in said.items() if (each.status, each.json) != (200, told)} == {}

    def test_an_empty_key_is_a_missing_one(self, flighthub_simulator: Simulator) -> None:
        answer = ask(flighthub_simulator, "getSystemStatus", headers={"X-User-Token": ""})
        assert (answer.status, answer.json["code"]) == (200, 200401)

    def test_a_wrong_key_is_told_at_http_401(self, flighthub_simulator: Simulator) -> None:
        headers = {**credentials(flighthub_simulator), "X-User-Token": "wrong"}
        assert others_than((401, 200401), flighthub_simulator, operations(), headers) == {}

    def test_the_key_is_looked_at_before_the_body(self, flighthub_simulator: Simulator) -> None:
        address = urlsplit(flighthub_simulator.base_url)
        called = operation("createFlightTask")
        head = f"POST {called.target()} HTTP/1.1\r\nHost: {address.netloc}\r\nContent-Length: 1000000\r\n"
        with socket.create_connection((address.hostname, address.port), timeout=5) as connection:
            connection.sendall(f"{head}X-User-Token: wrong\r\n\r\n".encode())
            assert connection.recv(65536).startswith(b"HTTP/1.1 401")

    def test_a_missing_project_is_told_at_http_403(self, flighthub_simulator: Simulator) -> None:
        headers = {"X-User-Token": flighthub_simulator.token}
        assert others_than((403, 200403), flighthub_simulator, OF_A_PROJECT, headers) == {}

    def test_a_foreign_project_is_told_at_http_403(self, flighthub_simulator: Simulator) -> None:
        headers = {**credentials(flighthub_simulator), "X-Project-Uuid": "00000000-0000-4000-8000-000000000000"}
        assert others_than((403, 200403), flighthub_simulator, OF_A_PROJECT, headers) == {}


class TestUnknownPaths:
    @pytest.mark.parametrize(
        "path",
        [
            "/",
            "/openapi/v0.1",
            "/openapi/v0.1/nonsense",
            "/openapi/v0.2/project",
            "/openapi/v0.1/Project",
            "/openapi/v0.1/project/",
            "/openapi/v0.1/device//state",
            "/docs",
            "/openapi.json",
        ],
    )
    def test_an_unknown_path_is_404_without_an_envelope(self, flighthub_simulator: Simulator, path: str) -> None:
        answer = send(flighthub_simulator.base_url, "GET", path, headers=credentials(flighthub_simulator))
        assert answer.status == 404
        assert answer.headers["content-type"].startswith("text/plain")
        assert not answer.has_envelope

    def test_a_wrong_method_is_404_without_an_envelope(self, flighthub_simulator: Simulator) -> None:
        headers = credentials(flighthub_simulator)
        tried = undocumented_methods()
        answers = [send(flighthub_simulator.base_url, *each, headers=headers) for each in tried]
        wrong = [
            (each, answer)
            for each, answer in zip(tried, answers, strict=True)
            if answer.status != 404 or answer.has_envelope
        ]
        assert len(tried) > len(operations())
        assert wrong == []


class TestSlowHeads:
    @pytest.mark.parametrize("first", [b"", b"GET /openapi/v0.1/system_status HTTP/1.1\r\nHost: x\r\n\r\n"])
    def test_a_head_that_comes_byte_by_byte_is_not_waited_for(self, first: bytes, monkeypatch: Any) -> None:
        monkeypatch.setattr("flighthub_simulator._heads.LIMIT", 0.3)
        with run() as simulator:
            address = urlsplit(simulator.base_url)
            with socket.create_connection((address.hostname, address.port), timeout=5) as connection:
                if first:
                    connection.sendall(first)
                    answer = http.client.HTTPResponse(connection)
                    answer.begin()
                    assert b"200401" in answer.read()
                sent = 0
                with contextlib.suppress(OSError):
                    for byte in b"GET / HTTP/1.1\r\nX: " + b"x" * 100:
                        connection.sendall(bytes([byte]))
                        sent += 1
                        time.sleep(0.05)
                assert 2 < sent < 60

    def test_a_body_may_take_its_time(self, monkeypatch: Any) -> None:
        monkeypatch.setattr("flighthub_simulator._heads.LIMIT", 0.2)
        body = json.dumps(operation("createMapElement").bodies["default"]).encode()
        with run(scenario="examples") as simulator:
            address = urlsplit(simulator.base_url)
            told = "".join(f"{name}: {text}\r\n" for name, text in credentials(simulator).items())
            target = operation("createMapElement").target()
            head = f"POST {target} HTTP/1.1\r\nHost: x\r\n{told}Content-Length: {len(body)}\r\n\r\n"
            with socket.create_connection((address.hostname, address.port), timeout=5) as connection:
                connection.sendall(head.encode() + body[:10])
                time.sleep(0.4)
                connection.sendall(body[10:])
                assert connection.recv(65536).startswith(b"HTTP/1.1 200")


class TestWrongBodies:
    def refusal(self, simulator: Simulator, called: Operation, body: Any) -> str:
        """The message of the refusal that a body must meet."""
        headers = credentials(simulator)
        answer = send(simulator.base_url, called.method, called.target(), headers=headers, body=body)
        assert (answer.status, answer.json["code"]) == (400, 200101), called.id
        message: str = answer.json["message"]
        return message

    def test_a_member_that_is_missing_or_null_is_named(self, flighthub_simulator: Simulator) -> None:
        wrong = []
        for called, member in REQUIRED_MEMBERS:
            body = called.bodies["default"]
            without = {name: value for name, value in body.items() if name != member}
            for sent in ({**body, member: None}, without):
                said = self.refusal(flighthub_simulator, called, sent)
                if f'"{member}"' not in said:
                    wrong.append((called.id, member, said))
        assert wrong == []

    def test_an_optional_member_that_is_null_counts_as_absent(self, flighthub_simulator: Simulator) -> None:
        headers = credentials(flighthub_simulator)
        wrong = []
        for called, member in OPTIONAL_MEMBERS:
            body = {**called.bodies["default"], member: None}
            answer = send(flighthub_simulator.base_url, called.method, called.target(), headers=headers, body=body)
            if (answer.status, answer.json["code"]) != (200, 0):
                wrong.append((called.id, member, answer.json))
        assert wrong == []

    @pytest.mark.parametrize(
        ("name", "example", "member"),
        [
            ("createFlightTask", "weekly", "repeat_option"),
            ("createFlightTask", "weekly", "recurring_task_start_time_list"),
            ("createFlightTask", "timed", "begin_at"),
            ("createFlightTask", "continuous", "continuous_task_periods"),
            ("createFlightTask", "continuous", "end_at"),
        ],
    )
    def test_a_member_that_another_one_asks_for_is_named(
        self, flighthub_simulator: Simulator, name: str, example: str, member: str
    ) -> None:
        called = operation(name)
        body = called.bodies[example]
        del body[member]
        assert member in self.refusal(flighthub_simulator, called, body)

    def test_a_missing_member_of_a_nested_object_is_named(self, flighthub_simulator: Simulator) -> None:
        called = operation("addProjectMembers")
        body = called.bodies["default"]
        del body["add_users"][0]["user_id"]
        message = self.refusal(flighthub_simulator, called, body)
        assert "user_id" in message
        assert "add_users" in message

    def test_a_rule_of_another_recurrence_is_refused(self, flighthub_simulator: Simulator) -> None:
        called = operation("createFlightTask")
        body = {**called.bodies["weekly"], "repeat_option": called.bodies["daily"]["repeat_option"]}
        assert "days_of_week" in self.refusal(flighthub_simulator, called, body)

    @pytest.mark.parametrize(
        ("member", "value"),
        [
            ("rth_altitude", 14),
            ("rth_altitude", 1501),
            ("rth_altitude", "100"),
            ("rth_mode", "nonsense"),
            ("name", None),
            ("begin_at", 1772409600),
        ],
    )
    def test_a_wrong_value_is_told_with_its_member(
        self, flighthub_simulator: Simulator, member: str, value: Any
    ) -> None:
        called = operation("createFlightTask")
        assert member in self.refusal(flighthub_simulator, called, {**called.bodies["default"], member: value})

    @pytest.mark.parametrize("called", WITH_A_BODY)
    def test_a_body_that_is_not_json_is_refused(self, flighthub_simulator: Simulator, called: Operation) -> None:
        assert "JSON" in self.refusal(flighthub_simulator, called, b'{"name": ')

    @pytest.mark.parametrize("called", WITH_A_BODY)
    def test_a_missing_body_is_refused(self, flighthub_simulator: Simulator, called: Operation) -> None:
        assert "JSON" in self.refusal(flighthub_simulator, called, None)

    @pytest.mark.parametrize(
        "body",
        [
            pytest.param(b"\xff\xfe\xfd", id="bytes that are no text"),
            pytest.param(b"[" * 100_000, id="brackets without end"),
            pytest.param(b'{"name": "\\ud800"}', id="half a character"),
            pytest.param(b'["name"]', id="a list"),
            pytest.param(b'"name"', id="a text"),
            pytest.param(b"null", id="null"),
        ],
    )
    def test_a_body_of_any_other_form_is_refused_as_well(self, flighthub_simulator: Simulator, body: bytes) -> None:
        assert self.refusal(flighthub_simulator, operation("createFlightTask"), body)

    @pytest.mark.parametrize(
        ("name", "body"),
        [
            pytest.param("calibrateNetworkRtk", {"password": 31415926535}, id="as a number"),
            pytest.param("calibrateNetworkRtk", {"port": "31415926535"}, id="in the wrong member"),
            pytest.param("calibrateNetworkRtk", ["31415926535"], id="in a list"),
        ],
    )
    def test_a_refusal_does_not_repeat_a_secret(self, flighthub_simulator: Simulator, name: str, body: Any) -> None:
        called = operation(name)
        sent = {**called.bodies["default"], **body} if isinstance(body, dict) else body
        assert "31415926535" not in self.refusal(flighthub_simulator, called, sent)


class TestWrongParameters:
    @pytest.mark.parametrize(
        ("name", "member", "value"),
        [
            ("listProjects", "page", "0"),
            ("listProjects", "page", "-1"),
            ("listProjects", "page", "x"),
            ("listProjects", "page", "1.5"),
            ("listProjects", "page", "1_0"),
            ("listProjects", "page_size", "0"),
            ("listProjects", "usage", "nonsense"),
            ("listProjects", "sort_type", "upwards"),
            ("listFlightTasks", "status", "nonsense"),
            ("listFlightTasks", "status", "success,nonsense"),
            ("listFlightTasks", "task_type", "nonsense"),
            ("listFlightTasks", "begin_at", "yesterday"),
        ],
    )
    def test_a_wrong_query_value_is_told_with_its_member(
        self, flighthub_simulator: Simulator, name: str, member: str, value: str
    ) -> None:
        answer = ask(flighthub_simulator, name, {member: value})
        assert (answer.status, answer.json["code"]) == (400, 200101)
        assert member in answer.json["message"]

    @pytest.mark.parametrize("without", ["", "{name}="], ids=["left out", "empty"])
    @pytest.mark.parametrize(("called", "member"), REQUIRED_QUERY)
    def test_a_query_member_that_is_missing_is_told_as_it_was_seen(
        self, flighthub_simulator: Simulator, called: Operation, member: str, without: str
    ) -> None:
        rest = [f"{name}={value}" for name, value in called.query.items() if name != member]
        asked = "&".join([*rest, without.format(name=member)])
        answer = send(
            flighthub_simulator.base_url,
            called.method,
            f"{called.target_path}?{asked}",
            headers=credentials(flighthub_simulator),
        )
        if (called.id, member) == ("listDeviceHms", "device_sn_list"):
            assert (answer.status, answer.json) == (200, {"code": 210060, "message": "Bad Request"})
        elif (called.id, member) in (("listFlightTasks", "begin_at"), ("listFlightTasks", "end_at")):
            assert (answer.status, answer.json["data"]) == (200, {"list": None})
        else:
            assert (answer.status, answer.json["code"]) == (400, 200101)
            assert member in answer.json["message"]

    @pytest.mark.parametrize(("called", "member"), FILTERS)
    def test_a_filter_without_a_value_counts_as_absent(
        self, flighthub_simulator: Simulator, called: Operation, member: str
    ) -> None:
        assert ask(flighthub_simulator, called.id, {member: ""}).body == ask(flighthub_simulator, called.id).body

    def test_a_word_for_a_number_in_the_path_is_told_with_its_member(self, flighthub_simulator: Simulator) -> None:
        headers = credentials(flighthub_simulator)
        answer = send(flighthub_simulator.base_url, "GET", "/openapi/v0.1/model/nonsense", headers=headers)
        assert (answer.status, answer.json["code"]) == (400, 200101)
        assert "model_id" in answer.json["message"]

    @pytest.mark.parametrize("value", ["waiting", "waiting,success"])
    def test_several_states_are_joined_by_commas(self, flighthub_simulator: Simulator, value: str) -> None:
        assert ask(flighthub_simulator, "listFlightTasks", {"status": value}).json["code"] == 0


class TestPages:
    def documented(self) -> list[Any]:
        content = operation("listProjects").described["responses"]["200"]["content"]["application/json"]
        rows: list[Any] = content["examples"]["default"]["value"]["data"]["list"]
        return rows

    def listed(self, simulator: Simulator, **query: str) -> Any:
        return ask(simulator, "listProjects", query).json["data"]["list"]

    def test_without_a_page_the_first_one_comes(self, flighthub_simulator: Simulator) -> None:
        assert self.listed(flighthub_simulator) == self.documented()

    def test_the_projects_hold_the_one_that_the_key_may_act_on(self, flighthub_simulator: Simulator) -> None:
        uuids = [each["uuid"] for each in self.listed(flighthub_simulator)]
        assert flighthub_simulator.project in uuids

    def test_a_page_holds_as_many_rows_as_asked_for(self, flighthub_simulator: Simulator) -> None:
        assert self.listed(flighthub_simulator, page="1", page_size="1") == self.documented()[:1]

    def test_a_page_beyond_the_last_is_null(self, flighthub_simulator: Simulator) -> None:
        assert self.listed(flighthub_simulator, page="2") is None

    def test_the_simple_list_comes_at_once(self, flighthub_simulator: Simulator) -> None:
        assert self.listed(flighthub_simulator, usage="simple") == self.documented()

    def test_the_simple_list_has_no_pages(self, flighthub_simulator: Simulator) -> None:
        # The documentation of `usage`: simple turns paging off.
        assert self.listed(flighthub_simulator, usage="simple", page="2", page_size="1") == self.documented()


def test_an_answer_is_not_spoilt_by_an_earlier_one(flighthub_simulator: Simulator) -> None:
    first = ask(flighthub_simulator, "listProjects").body
    ask(flighthub_simulator, "listProjects", {"page": "2"})
    assert ask(flighthub_simulator, "listProjects").body == first
