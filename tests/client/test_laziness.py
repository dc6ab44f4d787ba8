"""What is imported when: nothing before it is used, and the HTTP library in one module and its twin only."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import flighthub
import flighthub_api

if TYPE_CHECKING:
    from flighthub_simulator import Simulator

MODEL, ENUM = "flighthub_api.models.", "flighthub_api.enums."


def imported_after(code: str, *arguments: str) -> set[str]:
    """The modules that an interpreter has imported once it has run some code."""
    program = f"import sys\n{code}\nimport json\nprint(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    return set(json.loads(ran.stdout.splitlines()[-1]))


def below(prefix: str, modules: set[str]) -> set[str]:
    return {name.removeprefix(prefix) for name in modules if name.startswith(prefix)}


@pytest.fixture(scope="module")
def after_import() -> set[str]:
    return imported_after("import flighthub")


@pytest.mark.parametrize("heavy", ["httpx", "httpcore", "attr", "attrs", "msgspec", "ssl", "asyncio", "yaml", "pytest"])
def test_importing_the_package_imports_nothing_heavy(heavy: str, after_import: set[str]) -> None:
    assert heavy not in after_import


def test_importing_the_package_imports_none_of_the_generated_classes(after_import: set[str]) -> None:
    assert not {
        name for name in after_import if name.startswith(("flighthub_api", "flighthub_runtime", "flighthub_simulator"))
    }


def test_making_a_client_imports_no_model_and_no_group() -> None:
    code = "from flighthub import FlightHub\nfh = FlightHub(token='t', region='eu')"
    modules = imported_after(f"{code}\nfh.close()")
    assert "httpx" in modules
    assert below(MODEL, modules) == set()
    assert below(ENUM, modules) == set()
    assert below("flighthub_api.groups.", modules) == set()


def test_making_a_client_does_not_import_the_other_one() -> None:
    code = "from flighthub import FlightHub\nFlightHub(token='t', region='eu').close()"
    assert not {name for name in imported_after(code) if name.startswith("flighthub._async")}


def test_a_call_imports_only_the_models_of_its_answer(flighthub_simulator: Simulator) -> None:
    code = (
        "from flighthub import FlightHub\n"
        "with FlightHub(token=sys.argv[1], base_url=sys.argv[2]) as fh:\n"
        "    assert [project.name for project in fh.projects.list()] == ['Quarry survey']"
    )
    modules = imported_after(code, flighthub_simulator.token, flighthub_simulator.base_url)
    assert below(MODEL, modules) == {"project_list", "project", "geo_point"}
    assert below(ENUM, modules) == set()
    assert below("flighthub_api.groups.", modules) == {"projects"}
    assert "flighthub_simulator" not in modules


def test_an_operation_imports_nothing_of_what_only_the_jobs_of_its_group_need(flighthub_simulator: Simulator) -> None:
    code = (
        "from flighthub import FlightHub\n"
        "with FlightHub(token=sys.argv[1], base_url=sys.argv[2]) as fh:\n"
        "    fh.open_models.list_running()"
    )
    modules = imported_after(code, flighthub_simulator.token, flighthub_simulator.base_url)
    assert below("flighthub._sync.", modules) == {
        "client",
        "core",
        "core.concurrency",
        "core.connections",
        "core.network",
        "core.polling",
        "core.shared_reads",
        "core.transport",
        "reconstruction",
        "reconstruction.jobs",
        "reconstruction.open_models",
    }
    heavy = ("_reconstruction.journal", "_reconstruction.photos", "_transfer.object_store")
    assert not modules & {f"flighthub.{name}" for name in heavy}


def test_reading_an_enum_imports_that_enum_only() -> None:
    modules = imported_after("from flighthub.enums import ModelStatus\nassert ModelStatus(15).is_success")
    assert below(ENUM, modules) == {"model_status"}
    assert not modules & {"httpx", "attrs", "msgspec"}


@pytest.mark.parametrize("module", ["flighthub.types", "flighthub.enums", "flighthub_api", "flighthub_api.models"])
def test_importing_a_module_of_names_imports_no_class(module: str) -> None:
    modules = imported_after(f"import {module}")
    assert below(MODEL, modules) == set()
    assert below(ENUM, modules) == set()
    assert "httpx" not in modules


def test_a_model_imports_only_itself_until_it_reads_others() -> None:
    modules = imported_after("from flighthub.types import FlightTask")
    assert below(MODEL, modules) == {"flight_task"}
    modules = imported_after("from flighthub.types import FlightTask\nFlightTask.from_dict({'folder_info': {}})")
    assert below(MODEL, modules) == {"flight_task", "folder_info"}


@pytest.mark.parametrize("module", ["flighthub", "flighthub.types", "flighthub.enums", "flighthub_api.models"])
def test_a_module_of_names_lists_them_and_refuses_others(module: str) -> None:
    found = __import__(module, fromlist=["*"])
    assert len(dir(found)) > 10
    for name in dir(found):
        assert getattr(found, name) is not None, name
    with pytest.raises(AttributeError, match=f"^module '{module}' has no attribute 'Unheard'$"):
        found.Unheard  # noqa: B018 - reading it is the test


@pytest.mark.parametrize("module", ["flighthub.types", "flighthub.enums"])
def test_all_names_of_a_module_of_names_can_be_imported_at_once(module: str) -> None:
    names: dict[str, object] = {}
    exec(f"from {module} import *", names)
    assert set(names) - {"__builtins__"} == set(dir(__import__(module, fromlist=["*"])))


def sources(package: str) -> list[Path]:
    module = {"flighthub": flighthub, "flighthub_api": flighthub_api}[package]
    assert module.__file__ is not None
    return sorted(Path(module.__file__).parent.rglob("*.py"))


def imports_in(source: Path) -> set[str]:
    """The top names of all modules that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name.split(".")[0] for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module is not None:
            found.add(node.module.split(".")[0])
    return found


def test_only_the_transport_and_what_it_sends_through_import_the_http_library() -> None:
    root = Path(str(flighthub.__file__)).parent
    importing = {
        each.relative_to(root).as_posix() for each in sources("flighthub") if imports_in(each) & {"httpx", "httpcore"}
    }
    modules = ("connections", "network", "transport")
    assert importing == {f"{side}/core/{module}.py" for side in ("_async", "_sync") for module in modules}


def test_the_generated_package_does_no_io_and_knows_nothing_above_it() -> None:
    above = {"httpx", "httpcore", "socket", "ssl", "http", "urllib3", "requests", "flighthub", "flighthub_simulator"}
    for source in sources("flighthub_api"):
        assert not imports_in(source) & above, source
