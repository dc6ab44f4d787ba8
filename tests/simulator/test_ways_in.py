"""The ways into the simulator: its command line, `run()`, the pytest plugin; and its clock."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest
from client.both_clients import CLIENTS, opened
from documented import Answer, ask, credentials, operation, operations, secret_members, send, values_of

import flighthub_simulator as package
from flighthub import FlightHub
from flighthub_simulator import Clock, Simulator
from flighthub_simulator.__main__ import main

START = re.compile(r"FlightHub 2 simulator ready: base_url=(http://\S+) token=(\S+) project=(\S+)\n")
COMMAND = (sys.executable, "-m", "flighthub_simulator")
PATIENCE = 20.0
IPV6 = Path("/proc/net/if_inet6").exists()
OTHER_PLUGINS = ("anyio", "hypothesispytest", "schemathesis", "xdist")


class Console:
    """A simulator that runs in a process of its own, and what it prints."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        assert process.stdout is not None
        ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
        assert ready, "no start line"
        self.start_line = process.stdout.readline()
        found = START.fullmatch(self.start_line)
        assert found, self.start_line or process.communicate()[1]
        self.base_url, self.token, self.project = found.groups()

    @property
    def credentials(self) -> dict[str, str]:
        return {"X-User-Token": self.token, "X-Project-Uuid": self.project}

    def ask(self, name: str, body: Any = None, headers: dict[str, str] | None = None) -> Answer:
        called = operation(name)
        if body is None:
            body = called.bodies.get("default")
        given = self.credentials if headers is None else headers
        return send(self.base_url, called.method, called.target(), headers=given, body=body)

    def stop(self, how: signal.Signals = signal.SIGTERM, patience: float = PATIENCE) -> tuple[int, list[str], str]:
        """Stops it; gives its exit code, the lines after the start line, and what it complained about."""
        self.process.send_signal(how)
        printed, complained = self.process.communicate(timeout=patience)
        return self.process.returncode, printed.splitlines(), complained


@contextlib.contextmanager
def started(*arguments: str) -> Iterator[Console]:
    command = (*COMMAND, "--port", "0", *arguments)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield Console(process)
        finally:
            process.kill()


def connects(host: str, port: int) -> bool:
    with socket.socket() as tried:
        tried.settimeout(5)
        return tried.connect_ex((host, port)) == 0


def port_of(base_url: str) -> int:
    port = urlsplit(base_url).port
    assert port is not None
    return port


class Session(NamedTuple):
    """What a simulator in a process of its own did, from its start to its end."""

    base_url: str
    served: Answer
    connects: dict[str, bool]
    wrong_key: Answer
    secrets: set[str]
    lines: dict[str, list[str]]
    """What it printed, by what it was asked."""
    code: int
    complained: str

    @property
    def printed(self) -> str:
        """All of it."""
        return "\n".join(line for lines in self.lines.values() for line in lines) + self.complained


@pytest.fixture(scope="module")
def session() -> Session:
    """One that is asked for a little of everything. It prints a line for each request."""
    names = secret_members()
    secrets: set[str] = set()
    asked: dict[str, int] = {}
    with started() as console:
        served = console.ask("listWaylines")
        port = port_of(console.base_url)
        reached = {host: connects(host, port) for host in ("127.0.0.1", "127.0.0.2")}
        asked["served"] = 1
        console.ask("getSystemStatus")
        console.ask("createFlightTask")
        console.ask("listWaylines", headers={"X-User-Token": console.token})
        console.ask("createFlightTask", body={})
        send(console.base_url, "GET", "/openapi/v0.1/nonsense", headers=console.credentials)
        asked["readable"] = 5
        send(console.base_url, "GET", "/nonsense%0A00:00:00%20forged%1B[2J", headers=console.credentials)
        asked["forged"] = 1
        wrong = console.ask("getSystemStatus", headers={"X-User-Token": "somebody-elses-key"})
        asked["wrong key"] = 1
        for called in operations():
            for body in called.bodies.values() or [None]:
                answer = console.ask(called.id, body=body)
                secrets |= {*values_of(names, body), *values_of(names, answer.json)}
                asked["operations"] = asked.get("operations", 0) + 1
        secrets |= {console.token, *console.token.split(".")}
        code, lines, complained = console.stop()
    assert len(lines) == sum(asked.values())
    left = iter(lines)
    told = {what: [next(left) for _ in range(count)] for what, count in asked.items()}
    return Session(console.base_url, served, reached, wrong, secrets, told, code, complained)


class TestCommandLine:
    def test_nothing_but_the_start_line_is_printed_before_the_first_request(self) -> None:
        with started() as console:
            assert console.stop() == (0, [], "")

    def test_what_the_start_line_says_is_enough_to_be_served(self, session: Session) -> None:
        assert (session.served.status, session.served.json["code"]) == (200, 0)

    def test_it_ends_well_and_complains_of_nothing(self, session: Session) -> None:
        assert (session.code, session.complained) == (0, "")

    def test_each_request_prints_one_readable_line(self, session: Session) -> None:
        expected = [
            r"GET +system\.status +200\b.*\b0\b.*",
            r"POST +flight_tasks\.create +200\b.*\b0\b.*",
            r"GET +waylines\.list +403\b.*\b200403\b.*",
            r"POST +flight_tasks\.create +400\b.*\b200101\b.*",
            r"GET +/openapi/v0\.1/nonsense +404\b.*",
        ]
        for line, pattern in zip(session.lines["readable"], expected, strict=True):
            assert re.fullmatch(rf"\d\d:\d\d:\d\d {pattern}", line), line

    def test_a_path_cannot_forge_a_line(self, session: Session) -> None:
        (line,) = session.lines["forged"]
        assert line.isprintable()
        assert "nonsense" in line

    def test_neither_the_key_nor_a_secret_is_printed_when_all_goes_well(self, session: Session) -> None:
        assert len(session.secrets) >= 8
        assert len(session.lines["operations"]) >= len(operations())
        assert [secret for secret in session.secrets if secret in session.printed] == []

    @pytest.mark.parametrize(
        ("name", "body"),
        [
            pytest.param("calibrateNetworkRtk", {"password": 31415926535}, id="a password that is a number"),
            pytest.param("calibrateNetworkRtk", {"password": ["31415926535"]}, id="a password in a list"),
            pytest.param("calibrateNetworkRtk", {"port": "31415926535"}, id="a password in the wrong member"),
            pytest.param("calibrateNetworkRtk", ["31415926535"], id="a list for the body"),
            pytest.param("calibrateNetworkRtk", b'{"password": "31415926535"', id="a body that is cut off"),
            pytest.param("createStreamConverter", {"schema_option": {"url": 31415926535}}, id="a stream key"),
            pytest.param("createStreamConverter", {"schema_option": "rtmp://31415926535"}, id="a URL for an object"),
        ],
    )
    def test_no_secret_is_printed_when_a_body_is_refused(self, name: str, body: Any) -> None:
        called = operation(name)
        sent = {**called.bodies["default"], **body} if isinstance(body, dict) else body
        lines: list[str] = []
        with package.run(log=lines.append) as simulator:
            headers = credentials(simulator)
            answer = send(simulator.base_url, called.method, called.target(), headers=headers, body=sent)
        assert answer.status == 400
        assert len(lines) == 1
        assert "31415926535" not in lines[0]

    def test_a_wrong_key_is_not_printed_either(self, session: Session) -> None:
        assert session.wrong_key.status == 401
        assert "somebody-elses-key" not in session.printed

    @pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
    def test_a_signal_stops_it_cleanly(self, how: signal.Signals) -> None:
        with started() as console:
            console.ask("getSystemStatus")
            code, _, complained = console.stop(how, patience=5)
        assert (code, complained) == (0, "")

    @pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
    def test_a_signal_stops_it_while_a_connection_is_open(self, how: signal.Signals) -> None:
        with started() as console, socket.create_connection(("127.0.0.1", port_of(console.base_url))):
            console.ask("getSystemStatus")
            code, _, complained = console.stop(how, patience=5)
        assert (code, complained) == (0, "")

    def test_a_signal_stops_it_while_a_request_is_delayed(self, tmp_path: Path) -> None:
        file = tmp_path / "faults.yaml"
        file.write_text("- {operation: getSystemStatus, delay: 3600}", encoding="utf-8")

        def wait(console: Console) -> None:
            with contextlib.suppress(OSError):
                console.ask("getSystemStatus")

        with started("--faults", str(file)) as console:
            waiting = threading.Thread(target=wait, args=[console])
            waiting.start()
            try:
                # One that is answered says that the one before has arrived, or nearly so.
                console.ask("listProjects")
                time.sleep(0.2)
                code, _, _ = console.stop(patience=5)
            finally:
                console.process.kill()
                waiting.join()
        assert code == 0

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            pytest.param(["--port", "x"], "--port", id="--port x"),
            pytest.param(["--speed", "-1"], "speed", id="--speed -1"),
            pytest.param(["--speed", "nan"], "speed", id="--speed nan"),
            pytest.param(["--speed", "x"], "--speed", id="--speed x"),
            pytest.param(["--seed", "x"], "--seed", id="--seed x"),
            pytest.param(["--faults", "missing.yaml"], "missing.yaml", id="--faults missing.yaml"),
            pytest.param(["--faults", "broken.yaml"], "broken.yaml", id="--faults broken.yaml"),
            pytest.param(["--faults", "number.yaml"], "number.yaml", id="--faults number.yaml"),
            pytest.param(["--faults", "unknown.yaml"], "nonsense", id="--faults unknown.yaml"),
            pytest.param(["--nonsense"], "--nonsense", id="--nonsense"),
        ],
    )
    def test_a_wrong_argument_gives_one_line_that_says_so(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        arguments: list[str],
        told: str,
    ) -> None:
        (tmp_path / "broken.yaml").write_text("- {operation: [", encoding="utf-8")
        (tmp_path / "number.yaml").write_text("5", encoding="utf-8")
        (tmp_path / "unknown.yaml").write_text("- {operation: nonsense, status: 500}", encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["flighthub_simulator", "--port", "0", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        # Python prints a text that a program ends with, as the test of ports shows.
        printed, complained = capsys.readouterr()
        text = ended.value.code if isinstance(ended.value.code, str) else ""
        self.assert_refused(int(bool(ended.value.code)), printed, complained + text, told)

    @pytest.mark.parametrize(("port", "told"), [("70000", "port"), ("-1", "port"), ("taken", "in use")])
    def test_a_port_that_cannot_be_had_gives_one_line_that_says_so(self, port: str, told: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            command = (*COMMAND, "--port", port if port != "taken" else str(taken.getsockname()[1]))
            ended = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assert_refused(ended.returncode, ended.stdout, ended.stderr, told)

    @staticmethod
    def assert_refused(code: int, printed: str, complained: str, told: str) -> None:
        # argparse says how to use it before it says what is wrong.
        problems = [line for line in complained.splitlines() if not line.startswith(("usage:", " "))]
        assert code != 0
        assert printed == ""
        assert len(problems) == 1, complained
        assert told in problems[0]

    def test_a_file_of_faults_is_obeyed(self, tmp_path: Path) -> None:
        file = tmp_path / "faults.yaml"
        file.write_text("- {operation: getSystemStatus, status: 503, count: 2}", encoding="utf-8")
        with started("--faults", str(file)) as console:
            met = [console.ask("getSystemStatus").status for _ in range(3)]
        assert met == [503, 503, 200]

    def test_the_clock_runs_as_fast_as_told(self, tmp_path: Path) -> None:
        file = tmp_path / "faults.yaml"
        file.write_text("- {operation: getSystemStatus, delay: 3600}", encoding="utf-8")
        with started("--faults", str(file), "--speed", "100000") as console:
            assert console.ask("getSystemStatus").status == 200

    def test_the_seed_decides_on_the_key(self) -> None:
        with started("--seed", "7") as console, package.run(seed=7) as same, package.run(seed=8) as other:
            assert console.token == same.token != other.token

    def test_it_listens_on_one_loopback_address_only(self, session: Session) -> None:
        assert urlsplit(session.base_url).hostname == "127.0.0.1"
        assert session.connects == {"127.0.0.1": True, "127.0.0.2": False}


class TestKey:
    @staticmethod
    def decoded(part: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
        return found

    def test_the_key_has_the_form_of_a_json_web_token(self, flighthub_simulator: Simulator) -> None:
        head, claims, signature = flighthub_simulator.token.split(".")
        assert self.decoded(head)["typ"] == "JWT"
        assert len(base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4))) == 32
        assert set(self.decoded(claims)) >= {"account", "exp", "nbf", "organization_uuid", "sub", "user_id"}

    def test_the_key_is_valid_now_and_for_years(self, flighthub_simulator: Simulator) -> None:
        claims = self.decoded(flighthub_simulator.token.split(".")[1])
        in_ten_years = (datetime.now(UTC) + timedelta(days=3650)).timestamp()
        assert claims["nbf"] <= time.time()
        assert claims["exp"] > in_ten_years

    def test_other_seeds_give_other_organizations(self) -> None:
        with package.run(seed=1) as one, package.run(seed=2) as two:
            organizations = [self.decoded(each.token.split(".")[1])["organization_uuid"] for each in (one, two)]
        assert organizations[0] != organizations[1]


class TestRun:
    def test_its_port_is_closed_afterwards(self) -> None:
        with package.run() as simulator:
            assert ask(simulator, "getSystemStatus").status == 200
        assert not connects("127.0.0.1", port_of(simulator.base_url))

    def test_its_port_is_closed_after_an_error_as_well(self) -> None:
        ports: list[int] = []

        def fail() -> None:
            with package.run() as simulator:
                ports.append(port_of(simulator.base_url))
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail()
        assert not connects("127.0.0.1", ports[0])

    def test_its_thread_ends_with_it(self) -> None:
        before = set(threading.enumerate())
        with package.run():
            assert set(threading.enumerate()) - before
        assert set(threading.enumerate()) - before == set()

    def test_the_port_that_was_asked_for_can_be_used_again_at_once(self) -> None:
        with package.run() as first:
            ask(first, "getSystemStatus")
        with package.run(port=port_of(first.base_url)) as second:
            assert second.base_url == first.base_url
            assert ask(second, "getSystemStatus").status == 200

    def test_its_port_is_closed_when_it_does_not_start(self, monkeypatch: pytest.MonkeyPatch) -> None:
        made: list[Simulator] = []

        def fail(simulator: Simulator) -> None:
            made.append(simulator)

        monkeypatch.setattr(Simulator, "_run", fail)
        before = set(threading.enumerate())
        with pytest.raises(RuntimeError, match="did not start"):
            package.run().__enter__()
        assert not connects("127.0.0.1", port_of(made[0].base_url))
        assert set(threading.enumerate()) - before == set()

    @pytest.mark.parametrize(
        ("host", "name"),
        [
            ("", "127.0.0.1"),
            ("0.0.0.0", "127.0.0.1"),
            pytest.param("::", "[::1]", marks=pytest.mark.skipif(not IPV6, reason="this machine has no IPv6")),
        ],
    )
    def test_on_all_addresses_it_says_where_this_machine_finds_it(self, host: str, name: str) -> None:
        with package.run(host=host) as simulator:
            assert re.fullmatch(rf"http://{re.escape(name)}:\d+", simulator.base_url)
            assert ask(simulator, "getSystemStatus").status == 200
            assert re.fullmatch(rf"http://{re.escape(name)}:\d+", simulator.store.endpoint)

    @pytest.mark.parametrize("name", ["127.0.0.2", "localhost", "0.0.0.0"])
    @pytest.mark.parametrize("client", CLIENTS)
    def test_on_all_addresses_files_travel_by_the_one_that_was_asked(
        self, client: str, name: str, tmp_path: Path
    ) -> None:
        with package.run(host="0.0.0.0", speed=0) as simulator:
            base_url = simulator.base_url.replace("127.0.0.1", name)
            told = {"token": simulator.token, "project": simulator.project, "base_url": base_url}
            with opened(client, **told) as step:
                (first, *_) = step(lambda fh: fh.waylines.list())
                link = step(lambda fh: fh.waylines.get(first.id)).download_url.reveal()
                endpoint = step(lambda fh: fh.projects.storage_credentials()).endpoint
                done = step(lambda fh: fh.waylines.download(first.id, to=tmp_path))
                again = step(lambda fh: fh.waylines.upload(done, name="Again"))
        here = "127.0.0.1" if name == "0.0.0.0" else name
        assert {urlsplit(link).hostname, urlsplit(endpoint).hostname} == {here}
        assert urlsplit(link).port == urlsplit(endpoint).port != port_of(base_url)
        assert again.name == "Again"

    @pytest.mark.parametrize("name", ["evil.example", "[::1", ""])
    def test_on_one_address_the_store_is_there_whatever_was_asked(self, name: str) -> None:
        with package.run() as simulator:
            answer = ask(simulator, "getProjectStorageCredentials", headers={**credentials(simulator), "Host": name})
        assert urlsplit(answer.json["data"]["endpoint"]).hostname == "127.0.0.1"

    def test_on_all_addresses_what_is_no_host_is_not_repeated(self) -> None:
        with package.run(host="0.0.0.0") as simulator:
            answers = [
                ask(simulator, "getProjectStorageCredentials", headers={**credentials(simulator), "Host": name})
                for name in ("dock.example:80", "[::1")
            ]
        hosts = [urlsplit(each.json["data"]["endpoint"]).hostname for each in answers]
        assert hosts == ["dock.example", "127.0.0.1"]

    @pytest.mark.parametrize("excluded", [None, "", "example.org", "[::1],fd07::/64"])
    def test_it_is_reached_directly_whatever_proxy_is_named_and_leaves_the_variables_as_they_were(
        self, excluded: str | None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://proxy.invalid:3128")
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        if excluded is not None:
            monkeypatch.setenv("NO_PROXY", excluded)
        before = dict(os.environ)
        with package.run() as simulator, FlightHub(token=simulator.token, base_url=simulator.base_url) as fh:
            assert len(fh.projects.list()) > 0
        assert dict(os.environ) == before

    def test_two_run_side_by_side(self) -> None:
        with package.run(seed=1) as one, package.run(seed=2) as two:
            one.faults.add("getSystemStatus", status=503)
            assert one.base_url != two.base_url
            assert ask(two, "getSystemStatus").status == 200
            assert ask(one, "getSystemStatus").status == 503
            assert ask(two, "getSystemStatus", headers=credentials(one)).status == 401

    def test_a_taken_port_is_told(self) -> None:
        with package.run() as first, pytest.raises(OSError, match="in use"):
            package.run(port=port_of(first.base_url)).__enter__()

    def test_each_request_is_told_to_the_log(self) -> None:
        lines: list[str] = []
        with package.run(log=lines.append) as simulator:
            ask(simulator, "getSystemStatus")
            ask(simulator, "listProjects")
        assert len(lines) == 2
        assert "system.status" in lines[0]
        assert "projects.list" in lines[1]

    @pytest.mark.parametrize("as_text", [True, False])
    def test_a_file_of_faults_may_be_named_by_text_or_by_a_path(self, as_text: bool, tmp_path: Path) -> None:
        file = tmp_path / "faults.yaml"
        file.write_text("- {operation: getSystemStatus, status: 503}", encoding="utf-8")
        with package.run(faults=str(file) if as_text else file) as simulator:
            assert ask(simulator, "getSystemStatus").status == 503

    @pytest.mark.parametrize("form", ["a mapping", "a file"])
    def test_a_scenario_without_projects_is_refused(self, form: str, tmp_path: Path) -> None:
        file = tmp_path / "scenario.yaml"
        file.write_text("{}", encoding="utf-8")
        with pytest.raises(ValueError, match="a scenario is a mapping with projects"):
            package.run(scenario={} if form == "a mapping" else file).__enter__()

    def test_all_public_names_are_there(self) -> None:
        assert sorted(name for name in package.__all__ if hasattr(package, name)) == sorted(package.__all__)

    def test_a_name_that_is_not_there_is_told(self) -> None:
        with pytest.raises(AttributeError, match="nonsense"):
            _ = package.nonsense  # type: ignore[attr-defined, unused-ignore]


OTHER_WORLD = {"projects": [{"name": "Elsewhere", "center": [46.0, 14.5]}]}


class TestReset:
    @staticmethod
    def names(simulator: Simulator) -> list[str]:
        return [each["name"] for each in ask(simulator, "listProjects").json["data"]["list"]]

    def test_another_world_has_another_project_to_act_on(self) -> None:
        with package.run(speed=0) as simulator:
            usual = simulator.project
            simulator.reset(OTHER_WORLD)
            assert simulator.project != usual
            assert self.names(simulator) == ["Elsewhere"]
            assert ask(simulator, "listWaylines").json["code"] == 0
            simulator.reset()
            assert simulator.project == usual
            assert ask(simulator, "listWaylines").json["code"] == 0

    def test_the_examples_can_be_had_for_a_while(self) -> None:
        with package.run(speed=0) as simulator:
            usual = self.names(simulator)
            simulator.reset("examples")
            assert simulator.examples
            assert self.names(simulator) == ["Quarry survey"] != usual
            simulator.reset()
            assert not simulator.examples
            assert self.names(simulator) == usual

    def test_a_simulator_of_examples_can_have_a_world_for_a_while(self) -> None:
        with package.run(speed=0, scenario="examples") as simulator:
            simulator.reset(OTHER_WORLD)
            assert self.names(simulator) == ["Elsewhere"]
            simulator.reset()
            assert self.names(simulator) == ["Quarry survey"]

    def test_what_is_no_scenario_is_refused_and_changes_nothing(self) -> None:
        with package.run(speed=0) as simulator:
            world = simulator.world
            simulator.faults.add("getSystemStatus", status=503)
            with pytest.raises(ValueError, match="a scenario is a mapping with projects"):
                simulator.reset({})
            assert simulator.world is world
            assert ask(simulator, "getSystemStatus").status == 503

    def test_whoever_is_a_member_of_no_project_has_none(self) -> None:
        stranger = {"user_id": "1770000000000000099", "nickname": "Eva", "role": "project-member"}
        with package.run(scenario={"projects": [{**OTHER_WORLD["projects"][0], "members": [stranger]}]}) as simulator:
            assert simulator.project == ""
            assert ask(simulator, "listProjects").json["data"]["list"] is None


class TestPlugin:
    HEAVY = ("starlette", "uvicorn", "yaml", "jsonschema_rs", "httpx", "flighthub_api", "flighthub")

    @staticmethod
    def outcome(folder: Path, text: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        (folder / "test_of_a_user.py").write_text(text, encoding="utf-8")
        command = (
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            # Plugins of others, which take longer than what is tested.
            *(part for name in OTHER_PLUGINS for part in ("-p", f"no:{name}")),
            *arguments,
            "test_of_a_user.py",
        )
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
        )

    def test_it_imports_nothing_until_it_is_used(self, tmp_path: Path) -> None:
        ended = self.outcome(
            tmp_path,
            f"""
import sys

def test_nothing_heavy(request):
    assert request.config.pluginmanager.has_plugin("flighthub_simulator")
    assert [name for name in {self.HEAVY} if name in sys.modules] == []
""",
        )
        assert ended.returncode == 0, ended.stdout

    def test_it_imports_nothing_when_tests_are_only_collected(self, tmp_path: Path) -> None:
        (tmp_path / "conftest.py").write_text(
            f"""
import sys

def pytest_sessionfinish(session):
    print("HEAVY", [name for name in {self.HEAVY} if name in sys.modules])
""",
            encoding="utf-8",
        )
        ended = self.outcome(tmp_path, "def test_user(flighthub_simulator): ...", "--collect-only")
        assert ended.returncode == 0, ended.stdout
        assert "HEAVY []" in ended.stdout

    USED = """
import sys, urllib.request
import pytest

addresses = set()
both = pytest.mark.parametrize("order", [1, 2])

def test_served(flighthub_simulator):
    assert "starlette" in sys.modules
    request = urllib.request.Request(
        flighthub_simulator.base_url + "/openapi/v0.1/system_status",
        headers={"X-User-Token": flighthub_simulator.token},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert answer.status == 200

@both
def test_none_is_left_over(flighthub_simulator, order):
    assert flighthub_simulator.faults.take("getSystemStatus") is None
    flighthub_simulator.faults.add("getSystemStatus", status=500, count=None)
    assert flighthub_simulator.faults.take("getSystemStatus").status == 500

@both
def test_same(flighthub_simulator, order):
    addresses.add(flighthub_simulator.base_url)
    assert len(addresses) == 1

@both
def test_fresh(flighthub_simulator, order):
    from flighthub import FlightHub

    simulator = flighthub_simulator
    assert simulator.clock.speed == 1
    assert simulator.store.list() == []
    members = simulator.world.projects[simulator.project].members
    assert "1770000000000000077" not in members
    with FlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url) as fh:
        fh.projects.add_members(add_users=[{"user_id": "1770000000000000077", "role": "project-admin"}])
    assert "1770000000000000077" in members
    simulator.store.put("left", b"over")
    simulator.clock.speed = 60
"""

    @pytest.fixture(scope="class")
    @classmethod
    def used(cls, tmp_path_factory: pytest.TempPathFactory) -> str:
        """What a run of a user's tests says of each of them; a warning is an error."""
        return cls.outcome(tmp_path_factory.mktemp("used"), cls.USED, "-W", "error", "-rA").stdout

    def test_the_fixture_serves_whoever_asks_for_it(self, used: str) -> None:
        assert used.count("PASSED test_of_a_user.py::test_served") == 1, used

    def test_faults_are_forgotten_between_tests(self, used: str) -> None:
        assert used.count("PASSED test_of_a_user.py::test_none_is_left_over[") == 2, used

    def test_one_server_serves_all_tests_of_a_run(self, used: str) -> None:
        assert used.count("PASSED test_of_a_user.py::test_same[") == 2, used

    def test_each_test_has_a_fresh_world_and_an_empty_store(self, used: str) -> None:
        assert used.count("PASSED test_of_a_user.py::test_fresh[") == 2, used

    def test_the_fixture_is_listed_with_what_it_gives(self, tmp_path: Path) -> None:
        ended = self.outcome(tmp_path, "", "--fixtures")
        assert re.search(r"flighthub_simulator\b.*\n +A running simulator", ended.stdout)

    def test_the_fixture_has_all_that_was_promised(self, flighthub_simulator: Simulator) -> None:
        assert flighthub_simulator.base_url.startswith("http://127.0.0.1:")
        assert flighthub_simulator.token.count(".") == 2
        assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", flighthub_simulator.project)
        assert isinstance(flighthub_simulator.clock, Clock)
        assert flighthub_simulator.faults.take("getSystemStatus") is None


class TestClock:
    def test_it_starts_at_the_present(self) -> None:
        assert abs(Clock().now() - datetime.now(UTC)) < timedelta(seconds=5)

    def test_its_time_is_utc(self) -> None:
        assert Clock().now().utcoffset() == timedelta(0)

    def test_it_runs_as_fast_as_told(self) -> None:
        clock = Clock(speed=1000)
        before, real = clock.now(), time.monotonic()
        time.sleep(0.05)
        passed, took = (clock.now() - before).total_seconds(), time.monotonic() - real
        assert 50 <= passed <= took * 1000 + 1

    def test_it_can_be_advanced(self) -> None:
        clock = Clock()
        before = clock.now()
        clock.advance(3600)
        assert timedelta(hours=1) <= clock.now() - before < timedelta(hours=1, seconds=30)

    def test_simulated_seconds_are_advanced_whatever_the_speed(self) -> None:
        clock = Clock(speed=0.001)
        before = clock.now()
        clock.advance(60)
        assert timedelta(seconds=60) <= clock.now() - before < timedelta(seconds=61)

    def test_it_does_not_go_back(self) -> None:
        with pytest.raises(ValueError, match="forward"):
            Clock().advance(-1)

    @pytest.mark.parametrize("speed", [-1, float("nan"), float("inf")])
    def test_an_impossible_speed_is_refused(self, speed: float) -> None:
        with pytest.raises(ValueError, match="speed"):
            Clock(speed)

    def test_a_simulator_has_a_clock_of_the_speed_told(self) -> None:
        with package.run(speed=50) as simulator:
            assert simulator.clock.speed == 50
