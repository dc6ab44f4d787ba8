"""Without extras, in an environment with nothing else, on every Python that is here: all of it is there."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from checkers import CHECKERS, CONSUMER, findings
from pythons import HERE, RUNNING
from wheels import TREE, UV, Wheel, done, environment, installed

CLOSURE = {"anyio", "attrs", "certifi", "h11", "httpcore", "httpx", "idna", "msgspec", "typing-extensions"}
"""The three libraries, and what they need."""

NAMES = """
import importlib, json, pkgutil, flighthub
found = {}
public = [each.name for each in pkgutil.iter_modules(flighthub.__path__) if not each.name.startswith("_")]
for module in ["flighthub", *(f"flighthub.{name}" for name in public)]:
    imported = importlib.import_module(module)
    found[module] = [name for name in dir(imported) if name == "__version__" or not name.startswith("_")]
    for name in [*found[module], *getattr(imported, "__all__", [])]:
        if module != "flighthub.airflow":  # whose classes need Airflow
            getattr(imported, name)
    if module in ("flighthub", "flighthub.errors", "flighthub.waylines", "flighthub.progress"):
        exec(f"from {module} import *", {})
print(json.dumps(found))
"""
"""Imports every public module of an installed `flighthub`, and every name of each."""

FROM_WHERE = """
import sys, flighthub
given = set(sys.stdlib_module_names) | {"flighthub"}
print(sorted({name.split(".")[0] for name in sys.modules} - given - {"__main__"} - before))
"""
"""What else has been imported by then. An environment may import things of its own as Python starts."""


def said(python: Path, code: str, *options: str) -> str:
    """What some code prints, on an interpreter that looks at its own environment only and lets no warning pass."""
    return done([python, "-I", "-W", "error", *options, "-c", code]).strip()


def frozen() -> dict[str, set[str]]:
    """The public names by module, as the ledger of them has it."""
    lines = (TREE / "overrides" / "names" / "frozen.txt").read_text(encoding="utf-8").splitlines()
    paths = [line.split("(")[0].split()[0].split(".") for line in lines if line and not line.startswith("#")]
    modules = {each.stem for each in (TREE / "overrides" / "flighthub").glob("[a-z]*.py")}
    found: dict[str, set[str]] = {}
    for path in paths:
        if len(path) == 2:
            found.setdefault("flighthub", set()).add(path[1])
        elif path[1] in modules:
            found.setdefault(f"flighthub.{path[1]}", set()).add(path[2])
    return found


def test_the_running_python_is_among_those_that_are_tested() -> None:
    assert RUNNING in HERE


@pytest.mark.parametrize("version", HERE)
class TestOnEach:
    def test_it_brings_exactly_what_it_needs(self, clean: Callable[[str], Path], version: str) -> None:
        assert set(installed(clean(version))) == {"flighthub", *CLOSURE}
        done([UV, "pip", "check", "--quiet", "--python", clean(version)])

    def test_it_is_the_python_that_was_meant(self, clean: Callable[[str], Path], version: str) -> None:
        assert said(clean(version), "import sys; print('%d.%d' % sys.version_info[:2])") == version

    def test_every_public_name_can_be_imported(self, clean: Callable[[str], Path], version: str) -> None:
        found = {module: set(names) for module, names in json.loads(said(clean(version), NAMES)).items()}
        known = frozen()
        assert set(found) >= set(known) >= {"flighthub", "flighthub.errors", "flighthub.types", "flighthub.enums"}
        assert {module: names - found[module] for module, names in known.items() if names - found[module]} == {}
        assert len(found["flighthub"]) > 50
        assert len(found["flighthub.enums"]) > 40
        assert len(found["flighthub.types"]) > 60

    def test_importing_it_imports_the_standard_library_alone(self, clean: Callable[[str], Path], version: str) -> None:
        code = "import sys; before = {name.split('.')[0] for name in sys.modules}" + FROM_WHERE
        assert said(clean(version), code) == "[]"

    def test_it_says_what_it_is(self, wheel: Wheel, clean: Callable[[str], Path], version: str) -> None:
        code = (
            "import importlib.metadata, flighthub; api = flighthub.API\n"
            "print(flighthub.__version__, importlib.metadata.version('flighthub'))\n"
            "print(api.edition, api.documented, api.operations, api.spec_sha256, sep='|')\n"
            "print(api)"
        )
        versions, facts, shown = said(clean(version), code).splitlines()
        assert versions.split() == [wheel.version, wheel.version]
        edition, documented, operations, spec_sha256 = facts.split("|")
        assert re.fullmatch(r"FlightHub 2 OpenAPI V\d+\.\d+", edition)
        assert date.fromisoformat(documented) >= date(2026, 5, 8)
        assert int(operations) == wheel.read("flighthub_api/openapi.yaml").count(b"\n      operationId:")
        assert spec_sha256 == hashlib.sha256(wheel.read("flighthub_api/openapi.yaml")).hexdigest()
        assert all(each in shown for each in (edition, documented, f"{operations} operations", spec_sha256))

    def test_a_client_can_be_made(self, clean: Callable[[str], Path], version: str) -> None:
        code = "import flighthub; fh = flighthub.FlightHub(token='t', region='eu'); print(fh); fh.close()"
        assert "FlightHub" in said(clean(version), code)


def test_what_it_is_cannot_be_changed(clean_python: Path) -> None:
    code = "import flighthub\ntry:\n    flighthub.API.edition = 'V2.0'\nexcept AttributeError:\n    print('frozen')"
    assert said(clean_python, code) == "frozen"


def test_the_installed_library_is_the_one_that_is_imported(clean_python: Path) -> None:
    code = "import flighthub, flighthub_api; print(flighthub.__file__); print(flighthub_api.__file__)"
    for file in said(clean_python, code).splitlines():
        assert Path(file).is_relative_to(clean_python.parents[1])


def test_the_oldest_libraries_that_it_allows_will_do(wheel: Wheel, tmp_path: Path) -> None:
    base = [each for each in wheel.metadata.get_all("Requires-Dist", []) if "extra ==" not in each]
    oldest = ["--resolution", "lowest-direct", "--only-binary", ":all:"]
    python = environment(tmp_path / "venv", wheel.file, *base, options=oldest)
    found = installed(python)
    assert found["httpx"].startswith("0.28.")
    assert (found["attrs"], found["msgspec"]) == ("24.2.0", "0.20.0")
    said(python, NAMES)
    said(python, "import flighthub; flighthub.FlightHub(token='t', region='eu').close()")


@pytest.mark.parametrize("checker", CHECKERS)
def test_what_a_user_writes_is_clean(clean_python: Path, tmp_path: Path, checker: str) -> None:
    assert list(map(str, findings(checker, [CONSUMER], tmp_path, clean_python))) == []
