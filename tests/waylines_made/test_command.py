"""`flighthub route make`: from places to files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.calling import call

from flighthub import waylines

LINE = {"type": "LineString", "coordinates": [[14.50, 46.05], [14.503, 46.052]]}
FIELD = {
    "type": "Polygon",
    "coordinates": [[[14.5, 46.05], [14.51, 46.05], [14.51, 46.058], [14.5, 46.058], [14.5, 46.05]]],
}
AIRCRAFT = ("--aircraft", "Matrice 4D")


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, told in (("line", LINE), ("field", FIELD)):
        (tmp_path / f"{name}.geojson").write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ("visit", "--at", "46.05,14.50", "--height", "60"),
        ("visit", "--at", "-33.85,151.2", "--height", "60"),
        ("orbit", "--at", "46.05,14.50", "--height", "60", "--radius", "40"),
        ("along", "line.geojson", "--height", "50", "--offset", "20", "--every", "15"),
        ("survey", "field.geojson", "--gsd", "3", "--overlap", "0.7"),
        ("facade", "line.geojson", "--heights", "10,20", "--distance", "15"),
    ],
)
def test_each_maker_writes_a_file_and_says_what_it_does(words: tuple[str, ...]) -> None:
    done = call("route", "make", *words, *AIRCRAFT, "--to", "x.kmz", "--plot", "x.svg")
    assert done.code == 0, done.err
    found = waylines.inspect("x.kmz")
    assert found.findings.ok
    assert done.data["waypoints"] == len(found.waypoints)
    assert done.data["photos"] == found.expected_photos
    assert Path("x.svg").read_text(encoding="utf-8").startswith("<svg")


def test_a_survey_is_cut_into_files_by_minutes() -> None:
    words = ("survey", "field.geojson", "--height", "60", "--to", "x.kmz", "--split", "20")
    done = call("route", "make", *words, *AIRCRAFT)
    names = [Path(each["file"]).name for each in done.data]
    assert names == [f"x-{number + 1}.kmz" for number in range(len(names))]
    assert len(names) > 1
    assert all(each["duration"] <= 20 * 60 for each in done.data)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("visit", "--at", "46.05", "--height", "60"), "LATITUDE,LONGITUDE"),
        (("along", "none.geojson", "--height", "60"), "cannot be read"),
        (("survey", "line.geojson", "--height", "60"), "must be a GeoJSON Polygon"),
        (("survey", "field.geojson", "--height", "60", "--overlap", "much"), "numbers"),
        (("orbit", "--at", "46.05,14.50", "--height", "60", "--radius", "-1"), "radius"),
    ],
)
def test_what_makes_no_route_is_an_error_of_usage(words: tuple[str, ...], says: str) -> None:
    done = call("route", "make", *words, *AIRCRAFT, "--to", "x.kmz")
    assert done.code == 2
    assert says in done.err
    assert not Path("x.kmz").exists()
