"""What needs an extra says which, and works with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from wheels import UV, Wheel, done, ended, environment

UNLOCKED = {
    "airflow": """
from flighthub.airflow import FlightHubHook, LaunchFlightOperator, get_provider_info
task = LaunchFlightOperator(task_id="fly", dock="North dock", wayline="Perimeter")
assert task.hook.conn_type == get_provider_info()["connection-types"][0]["connection-type"]
""",
    "cli": """
import runpy, sys
sys.argv[1:] = ["api", "waylines", "--output", "table"]
runpy.run_module("flighthub", run_name="__main__")
""",
    "mcp": """
from flighthub import AsyncFlightHub
from flighthub_mcp import Runtime, Server, Settings
settings = Settings(("Quarry survey",))
Server(settings, Runtime(settings, AsyncFlightHub(token="t", region="eu")))
""",
    "console": """
from flighthub_console import AccountFeed, ConsoleServer, RequestLog
from flighthub import FlightHub
log = RequestLog()
with FlightHub(token="t", region="eu", on_request=log.refuse_changes, on_response=log.note) as fh:
    server = ConsoleServer(AccountFeed(fh, log))
    server.start()
    server.stop()
""",
    "numpy": """
from flighthub.types import Track
rows = Track.from_dict({"points": [{"timestamp": 1767225600000, "latitude": 46.0, "longitude": 14.5}]}).to_numpy()
assert rows.dtype.names == ("time", "latitude", "longitude", "height") and len(rows) == 1
""",
    "otel": """
from flighthub import FlightHub
from flighthub.otel import Tracing
tracing = Tracing()
FlightHub(token="t", region="eu", on_request=tracing.on_request, on_response=tracing.on_response).close()
""",
    "progress": """
from flighthub.progress import ProgressBar, ProgressUpdate
with ProgressBar() as bar:
    bar(ProgressUpdate("upload", items_done=3, items_total=10))
""",
    "routes": """
from flighthub import waylines
assert waylines.visit((46.05, 14.5), height=60, aircraft="Matrice 3TD").inspect().findings.ok
""",
    "simulator": """
import flighthub_simulator
from flighthub import FlightHub
with flighthub_simulator.run() as simulator:
    with FlightHub(token=simulator.token, base_url=simulator.base_url) as fh:
        assert simulator.project in [each.uuid for each in fh.projects.list()]
""",
    "storage": """
from flighthub import FlightHub, InvalidArgument
with FlightHub(token="t", project="5b1f0c52-0000-4000-8000-00000000000a", base_url="http://127.0.0.1:9") as fh:
    try:
        fh.waylines.upload("nowhere.kmz")
    except InvalidArgument:  # it has come to look at the file
        import obstore.store
""",
    "tables": """
from flighthub import Records
from flighthub.types import TrackPoint
table = Records([TrackPoint(timestamp=1767225600000, latitude=46.0, longitude=14.5)]).to_arrow()
assert table.num_rows == 1 and table.column_names[-1] == "geometry"
""",
    "terrain": """
from flighthub import InvalidArgument
from flighthub._waylines.ground import open_ground
try:
    open_ground("nowhere.tif")
except InvalidArgument:  # it has come to look at the file
    pass
""",
}
"""What each extra is for."""

A_TEST = """
def test_without_the_fixture():
    pass

def test_with_the_fixture(flighthub_simulator):
    pass
"""


def test_each_extra_is_tried_here(wheel: Wheel) -> None:
    assert wheel.extras == set(UNLOCKED)


@pytest.mark.parametrize("extra", UNLOCKED)
def test_without_an_extra_what_needs_it_says_which(clean_python: Path, extra: str) -> None:
    ran = ended([clean_python, "-I", "-W", "error", "-c", UNLOCKED[extra]])
    assert ran.returncode != 0
    assert f"pip install 'flighthub[{extra}]'" in ran.stderr.splitlines()[-1]


def test_the_command_of_the_simulator_says_so_too(clean_python: Path) -> None:
    ran = ended([clean_python, "-I", "-m", "flighthub_simulator"])
    assert ran.returncode != 0
    assert "pip install 'flighthub[simulator]'" in ran.stderr.splitlines()[-1]


def test_importing_the_simulator_needs_no_extra(clean_python: Path) -> None:
    done([clean_python, "-I", "-W", "error", "-c", "import flighthub_simulator"])


def test_pytest_runs_without_the_extra_and_only_the_fixture_asks_for_it(wheel: Wheel, tmp_path: Path) -> None:
    python = environment(tmp_path / "venv", wheel.file, "pytest")
    (tmp_path / "test_mine.py").write_text(A_TEST, encoding="utf-8")
    ran = ended([python, "-I", "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_mine.py"], tmp_path)
    assert "1 passed, 1 error" in ran.stdout
    assert "pip install 'flighthub[simulator]'" in ran.stdout


@pytest.mark.parametrize("extra", UNLOCKED)
def test_with_an_extra_it_works(wheel: Wheel, tmp_path: Path, extra: str) -> None:
    python = environment(tmp_path / "venv", f"flighthub[{extra}] @ {wheel.file.as_uri()}")
    done([python, "-I", "-c", UNLOCKED[extra]])
    done([UV, "pip", "check", "--quiet", "--python", python])
