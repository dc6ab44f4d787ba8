"""The wheel holds what a user needs and nothing else, and works where nothing else of ours is installed."""

from __future__ import annotations

import email
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest
from checkers import CHECKERS, CONSUMER, findings

TREE = Path(__file__).parents[2]
UV = Path(sys.executable).with_name("uv")
PACKAGES = ("flighthub", "flighthub_api", "flighthub_simulator")
NEEDED = {"anyio", "attrs", "certifi", "h11", "httpcore", "httpx", "idna", "msgspec", "sniffio", "typing-extensions"}
NOT_SOURCES = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "build", "dist", "*.egg-info")


@dataclass(frozen=True)
class Wheel:
    """A wheel, the tree it was built from and what it holds."""

    file: Path
    source: Path

    @property
    def names(self) -> list[str]:
        with zipfile.ZipFile(self.file) as opened:
            return opened.namelist()

    def read(self, name: str) -> bytes:
        with zipfile.ZipFile(self.file) as opened:
            return opened.read(name)

    @property
    def version(self) -> str:
        return self.file.name.split("-")[1]

    @property
    def metadata(self) -> Message:
        return email.message_from_bytes(self.read(f"flighthub-{self.version}.dist-info/METADATA"))


def done(command: Sequence[str | Path], **environment: str) -> str:
    """Runs a command that must succeed; gives what it prints."""
    # A path of ours must not stand in for an installed library.
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "MYPYPATH")}
    ended = subprocess.run(
        list(map(str, command)), env={**kept, **environment}, capture_output=True, text=True, timeout=300, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def built(source: Path, into: Path, seed: str) -> Wheel:
    command: list[str | Path] = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", into, source]
    done(command, PYTHONHASHSEED=seed)
    (file,) = into.glob("*.whl")
    return Wheel(file, source)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Wheel:
    """The wheel of a copy of the tree, so that what others change meanwhile does not matter."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(TREE, folder / "source", ignore=NOT_SOURCES)
    return built(folder / "source", folder / "dist", seed="1")


@pytest.fixture(scope="session")
def clean_python(wheel: Wheel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment that holds the wheel, without extras, and nothing else."""
    environment = tmp_path_factory.mktemp("clean") / "venv"
    done([UV, "venv", "--quiet", "--python", sys.executable, environment])
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    constraints = TREE / ".ci" / "constraints.txt"
    done([UV, "pip", "install", "--quiet", "--python", python, "--constraint", constraints, wheel.file])
    return python


class TestContents:
    def test_it_is_one_wheel_for_all_platforms(self, wheel: Wheel) -> None:
        assert wheel.file.name == f"flighthub-{wheel.version}-py3-none-any.whl"

    def test_it_holds_three_packages_and_its_metadata_only(self, wheel: Wheel) -> None:
        tops = {name.split("/")[0] for name in wheel.names}
        assert tops == {*PACKAGES, f"flighthub-{wheel.version}.dist-info"}

    @pytest.mark.parametrize("package", PACKAGES)
    def test_each_package_is_marked_as_typed(self, wheel: Wheel, package: str) -> None:
        assert f"{package}/py.typed" in wheel.names

    def test_it_holds_the_bundle_as_it_stands_in_the_tree(self, wheel: Wheel) -> None:
        tree = wheel.source / "generated" / "flighthub_api" / "openapi.yaml"
        assert wheel.read("flighthub_api/openapi.yaml") == tree.read_bytes()

    @pytest.mark.parametrize(
        ("package", "folder"),
        [("flighthub", "overrides"), ("flighthub_api", "generated"), ("flighthub_simulator", "simulator")],
    )
    def test_no_module_of_a_package_is_left_out(self, wheel: Wheel, package: str, folder: str) -> None:
        root = wheel.source / folder
        modules = {file.relative_to(root).as_posix() for file in (root / package).rglob("*.py")}
        assert modules
        assert modules - set(wheel.names) == set()

    @pytest.mark.parametrize("part", ["tests", "generator", "spec", "overlays", "examples", "docs", "__pycache__"])
    def test_it_holds_nothing_that_only_developers_need(self, wheel: Wheel, part: str) -> None:
        assert [name for name in wheel.names if part in name.split("/")] == []

    @pytest.mark.parametrize("prefix", ["test_", "conftest"])
    def test_it_holds_no_test(self, wheel: Wheel, prefix: str) -> None:
        assert [name for name in wheel.names if name.split("/")[-1].startswith(prefix)] == []

    def test_it_holds_nothing_but_python_the_bundle_the_usual_world_and_the_window(self, wheel: Wheel) -> None:
        inside = [name for name in wheel.names if ".dist-info/" not in name]
        others = [name for name in inside if not name.endswith((".py", "/py.typed"))]
        window = [f"flighthub_simulator/window/{name}" for name in ("index.html", "window.css", "window.js")]
        assert sorted(others) == ["flighthub_api/openapi.yaml", "flighthub_simulator/_world/scenario.yaml", *window]

    def test_no_path_of_this_machine_is_in_it(self, wheel: Wheel) -> None:
        paths = [f"{path}/".encode() for path in (TREE, wheel.source, sys.prefix, sys.base_prefix, Path.home())]
        assert [(name, path) for name in wheel.names for path in paths if path in wheel.read(name)] == []

    def test_its_licence_is_in_it(self, wheel: Wheel) -> None:
        text = wheel.read(f"flighthub-{wheel.version}.dist-info/licenses/LICENSE")
        assert text == (wheel.source / "LICENSE").read_bytes()

    def test_it_needs_three_libraries(self, wheel: Wheel) -> None:
        required = wheel.metadata.get_all("Requires-Dist", [])
        base = {
            entry.split(";")[0].split("<")[0].split(">")[0].strip() for entry in required if "extra ==" not in entry
        }
        assert base == {"httpx", "attrs", "msgspec"}

    def test_it_tells_pytest_of_the_fixture(self, wheel: Wheel) -> None:
        told = wheel.read(f"flighthub-{wheel.version}.dist-info/entry_points.txt").decode()
        assert "[pytest11]" in told
        assert "flighthub_simulator = flighthub_simulator.plugin" in told

    def test_the_same_tree_gives_the_same_bytes(self, wheel: Wheel, tmp_path: Path) -> None:
        # Another folder, other times of the files, another hash seed.
        shutil.copytree(wheel.source, tmp_path / "elsewhere", copy_function=shutil.copyfile, ignore=NOT_SOURCES)
        again = built(tmp_path / "elsewhere", tmp_path / "dist", seed="2")
        assert again.file.name == wheel.file.name
        assert again.file.read_bytes() == wheel.file.read_bytes()


class TestInstalled:
    def test_it_brings_no_more_than_it_needs(self, clean_python: Path) -> None:
        listed = json.loads(done([UV, "pip", "list", "--format", "json", "--python", clean_python]))
        installed = {each["name"].lower().replace("_", "-") for each in listed}
        assert installed >= {"flighthub", "httpx", "attrs", "msgspec"}
        assert installed - NEEDED == {"flighthub"}

    def test_the_installed_library_is_the_one_that_is_imported(self, clean_python: Path) -> None:
        code = "import flighthub, flighthub_api; print(flighthub.__file__); print(flighthub_api.__file__)"
        for file in done([clean_python, "-I", "-c", code]).splitlines():
            assert Path(file).is_relative_to(clean_python.parents[1])

    @pytest.mark.parametrize(
        ("module", "at_least"), [("flighthub", 25), ("flighthub.enums", 40), ("flighthub.types", 60)]
    )
    def test_every_public_name_can_be_imported(self, clean_python: Path, module: str, at_least: int) -> None:
        code = f"import {module} as m\nfor name in dir(m):\n    getattr(m, name)\n    print(name)"
        names = done([clean_python, "-I", "-W", "error", "-c", code]).split()
        assert len(names) >= at_least

    def test_its_version_is_the_one_of_the_wheel(self, wheel: Wheel, clean_python: Path) -> None:
        code = "import flighthub, importlib.metadata as m; print(flighthub.__version__, m.version('flighthub'))"
        assert done([clean_python, "-I", "-c", code]).split() == [wheel.version, wheel.version]

    def test_a_client_can_be_made(self, clean_python: Path) -> None:
        code = "import flighthub; print(flighthub.FlightHub(token='t', region='eu'))"
        assert "FlightHub" in done([clean_python, "-I", "-c", code])

    def test_the_simulator_can_be_imported_without_its_extra(self, clean_python: Path) -> None:
        done([clean_python, "-I", "-W", "error", "-c", "import flighthub_simulator"])

    @pytest.mark.parametrize("start", [["-m", "flighthub_simulator"], ["-c", "import flighthub_simulator as s; s.run"]])
    def test_the_simulator_says_which_extra_it_lacks(self, clean_python: Path, start: list[str]) -> None:
        command = [str(clean_python), "-I", *start]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert ended.returncode != 0
        assert "flighthub[simulator]" in ended.stderr.splitlines()[-1]

    @pytest.mark.parametrize("checker", CHECKERS)
    def test_what_a_user_writes_is_clean(self, clean_python: Path, tmp_path: Path, checker: str) -> None:
        assert list(map(str, findings(checker, [CONSUMER], tmp_path, clean_python))) == []
