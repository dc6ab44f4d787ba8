"""Pythons and platforms that are not here: all that the wheel needs has wheels for them.

The resolver of uv is asked, and may take nothing that would have to be built. It is asked for the wheel with all its
extras at once: what is left of an answer without an extra is an answer, too. Nothing is downloaded but metadata; a
registry that cannot be reached fails the tests.
"""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from pythons import PROMISED
from wheels import UV, Wheel, ended

PLATFORMS = ("x86_64-unknown-linux-gnu", "windows", "macos")
"""`macos` is that of Apple's own processors."""

PLACES = [(version, platform) for version in PROMISED for platform in PLATFORMS]
AT_ONCE = 4
NOT_REACHED = re.compile(r"Failed to fetch|error sending request|dns error|timed? ?out", re.IGNORECASE)

NOT_YET = {("3.14", "macos"): {"terrain"}}
"""Extras of which a library has no wheel for a place: rasterio."""

Place = tuple[str, str]


def resolve(wanted: str, place: Place, folder: Path) -> subprocess.CompletedProcess[str]:
    """Finds versions of all that is wanted for a Python on a platform, wheels only."""
    version, platform = place
    file = folder / f"{version}-{platform}.in"
    file.write_text(wanted + "\n", encoding="utf-8")
    # The Python that runs here lends its hand; without it uv would look for the other one, and download it.
    hand = ["--python", sys.executable, "--no-python-downloads"]
    form = ["--quiet", "--no-header", "--no-annotate"]
    asked = ["--only-binary", ":all:", "--python-version", version, "--python-platform", platform]
    return ended([UV, "pip", "compile", *hand, *form, *asked, file])


@pytest.fixture(scope="module")
def answers(wheel: Wheel, tmp_path_factory: pytest.TempPathFactory) -> dict[Place, subprocess.CompletedProcess[str]]:
    """What the resolver says for each place."""
    folder = tmp_path_factory.mktemp("resolution")
    wanted = {
        place: f"flighthub[{','.join(sorted(wheel.extras - NOT_YET.get(place, set())))}] @ {wheel.file.as_uri()}"
        for place in PLACES
    }
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = pool.map(lambda place: resolve(wanted[place], place, folder), PLACES)
        return dict(zip(PLACES, found, strict=True))


@pytest.mark.parametrize("place", PLACES, ids=" on ".join)
def test_everything_has_a_wheel(
    place: Place, wheel: Wheel, answers: dict[Place, subprocess.CompletedProcess[str]]
) -> None:
    answer = answers[place]
    if NOT_REACHED.search(answer.stderr):
        pytest.fail(f"the package registry could not be asked, so nobody knows:\n{answer.stderr}")
    assert answer.returncode == 0, answer.stderr
    found = {Requirement(line).name for line in answer.stdout.splitlines()}
    without = NOT_YET.get(place, set())
    asked = {
        each.name
        for each in map(Requirement, wheel.metadata.get_all("Requires-Dist", []))
        if each.marker is None or not any(each.marker.evaluate({"extra": extra}) for extra in without)
    }
    assert found > {"flighthub", *asked}


def test_a_library_without_a_wheel_for_a_place_is_noticed(tmp_path: Path) -> None:
    answer = resolve("numpy==1.26.4", ("3.14", "windows"), tmp_path)
    assert answer.returncode != 0
    assert "numpy" in answer.stderr
