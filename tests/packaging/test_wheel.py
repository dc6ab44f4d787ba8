"""The wheel holds what a user needs and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pythons import PROMISED
from wheels import TREE, Wheel

PACKAGES = (
    "flighthub",
    "flighthub_api",
    "flighthub_cli",
    "flighthub_console",
    "flighthub_mcp",
    "flighthub_runtime",
    "flighthub_simulator",
)
PAGE = sorted(each.name for each in (TREE / "overrides" / "flighthub_console" / "page").iterdir())


def test_it_is_one_wheel_for_all_platforms(wheel: Wheel) -> None:
    assert wheel.file.name == f"flighthub-{wheel.version}-py3-none-any.whl"


def test_it_holds_its_packages_and_its_metadata_only(wheel: Wheel) -> None:
    tops = {name.split("/")[0] for name in wheel.names}
    assert tops == {*PACKAGES, f"flighthub-{wheel.version}.dist-info"}


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_is_marked_as_typed(wheel: Wheel, package: str) -> None:
    assert f"{package}/py.typed" in wheel.names


def test_it_holds_the_bundle_as_it_stands_in_the_tree(wheel: Wheel) -> None:
    tree = wheel.source / "generated" / "flighthub_api" / "openapi.yaml"
    assert wheel.read("flighthub_api/openapi.yaml") == tree.read_bytes()


@pytest.mark.parametrize(
    ("package", "folder"),
    [
        ("flighthub", "overrides"),
        ("flighthub_api", "generated"),
        ("flighthub_cli", "overrides"),
        ("flighthub_mcp", "overrides"),
        ("flighthub_console", "overrides"),
        ("flighthub_runtime", "overrides"),
        ("flighthub_simulator", "simulator"),
    ],
)
def test_no_module_of_a_package_is_left_out(wheel: Wheel, package: str, folder: str) -> None:
    root = wheel.source / folder
    modules = {file.relative_to(root).as_posix() for file in (root / package).rglob("*.py")}
    assert modules
    assert modules - set(wheel.names) == set()


@pytest.mark.parametrize("part", ["tests", "generator", "spec", "overlays", "examples", "docs", "__pycache__"])
def test_it_holds_nothing_that_only_developers_need(wheel: Wheel, part: str) -> None:
    assert [name for name in wheel.names if part in name.split("/")] == []


@pytest.mark.parametrize("prefix", ["test_", "conftest"])
def test_it_holds_no_test(wheel: Wheel, prefix: str) -> None:
    assert [name for name in wheel.names if name.split("/")[-1].startswith(prefix)] == []


def test_it_holds_nothing_but_python_the_bundle_the_usual_world_a_text_the_cameras_and_the_console(
    wheel: Wheel,
) -> None:
    inside = [name for name in wheel.names if ".dist-info/" not in name]
    others = [name for name in inside if not name.endswith((".py", "/py.typed"))]
    page = [f"flighthub_console/page/{name}" for name in PAGE]
    texts = ["flighthub_mcp/safety.md", "flighthub_simulator/_world/scenario.yaml"]
    assert sorted(others) == ["flighthub/_waylines/cameras.json", "flighthub_api/openapi.yaml", *page, *texts]


def test_no_path_of_this_machine_is_in_it(wheel: Wheel) -> None:
    paths = [f"{path}/".encode() for path in (TREE, wheel.source, sys.prefix, sys.base_prefix, Path.home())]
    contents = wheel.contents().items()
    assert [(name, path) for name, content in contents for path in paths if path in content] == []


def test_its_licence_is_in_it(wheel: Wheel) -> None:
    text = wheel.read(f"flighthub-{wheel.version}.dist-info/licenses/LICENSE")
    assert text == (wheel.source / "LICENSE").read_bytes()
    assert wheel.metadata["License-Expression"] == "Apache-2.0"


def test_it_shows_the_readme(wheel: Wheel) -> None:
    assert wheel.metadata["Description-Content-Type"] == "text/markdown"
    readme = (wheel.source / "README.md").read_text(encoding="utf-8")
    metadata = wheel.read(f"flighthub-{wheel.version}.dist-info/METADATA").decode()
    assert metadata.partition("\n\n")[2].strip() == readme.strip()


def test_it_says_for_which_pythons_it_is(wheel: Wheel) -> None:
    assert wheel.metadata["Requires-Python"] == ">=3.11"
    assert PROMISED == ["3.11", "3.12", "3.13", "3.14"]


def test_it_needs_three_libraries(wheel: Wheel) -> None:
    required = wheel.metadata.get_all("Requires-Dist", [])
    base = {entry.split(";")[0].split("<")[0].split(">")[0].strip() for entry in required if "extra ==" not in entry}
    assert base == {"httpx", "attrs", "msgspec"}


def test_each_of_its_extras_is_explained_in_the_readme(wheel: Wheel) -> None:
    readme = (TREE / "README.md").read_text(encoding="utf-8")
    assert [extra for extra in sorted(wheel.extras) if f"`{extra}`" not in readme] == []


def test_it_tells_pytest_of_the_fixture(wheel: Wheel) -> None:
    told = wheel.read(f"flighthub-{wheel.version}.dist-info/entry_points.txt").decode()
    assert "[pytest11]" in told
    assert "flighthub_simulator = flighthub_simulator.plugin" in told
