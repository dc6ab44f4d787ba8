"""Every example that people read works: those of the pages, and those of the help."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import shlex
from pathlib import Path

import pytest

from docs.pages import blocks
from flighthub import FlightHub
from flighthub_cli._manual import every_command, paragraphs
from flighthub_simulator import Simulator

from .calling import Called, call


def lines_of(page: str) -> list[str]:
    found = [block.source for block in blocks("sh") if block.page == page]
    lines = [line.strip() for source in found for line in source.replace("\\\n", " ").splitlines()]
    return [line for line in lines if line.startswith("flighthub ")]


def examples() -> list[str]:
    texts = [text for _, command in every_command() for text in paragraphs(command)]
    return [text.removeprefix("Example: ") for text in texts if text.startswith("Example: ")]


@pytest.fixture
def folder(world: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that examples speak of."""
    folder = tmp_path / "work"
    (folder / "photos").mkdir(parents=True)
    for number in range(6):
        (folder / "photos" / f"DJI_{number:04}.JPG").write_bytes(f"picture {number} ".encode() * 100)
    (folder / "target.json").write_text('{"url": "rtmp://media.example.com/live/key"}', encoding="utf-8")
    (folder / "key.txt").write_text("key\n", encoding="utf-8")
    point = {"type": "Point", "coordinates": [14.5, 46.05]}
    feature = {"type": "Feature", "properties": {"name": "Gate"}, "geometry": point}
    (folder / "fence.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8"
    )
    line = {"type": "LineString", "coordinates": [[14.5, 46.05], [14.503, 46.052]]}
    corners = [[14.5, 46.05], [14.503, 46.05], [14.503, 46.052], [14.5, 46.052], [14.5, 46.05]]
    shapes = {"pylons": line, "wall": line, "field": {"type": "Polygon", "coordinates": [corners]}}
    for name, shape in shapes.items():
        (folder / f"{name}.geojson").write_text(json.dumps(shape), encoding="utf-8")
    body = b'{"type":"device_exit_return_home","data":{"sn":"7CTDEXAMPLE0001","reason":5}}'
    (folder / "event.json").write_bytes(body)
    monkeypatch.setenv("SIGNATURE", hmac.new(world.token.encode(), body, hashlib.sha256).hexdigest())
    monkeypatch.chdir(folder)
    return folder


def played(line: str) -> Called:
    """Runs a line as a shell would, which may redirect."""
    words, stdin = [os.path.expandvars(word) for word in shlex.split(line, comments=True)[1:]], b"key\n"
    if "<" in words:
        stdin = Path(words[words.index("<") + 1]).read_bytes()
        words = words[: words.index("<")]
    if ">" in words:
        words = words[: words.index(">")]
    hurried = (
        {"follow", "media", "track", "launch"} & set(words) and "history" not in words and "--dry-run" not in words
    )
    return call(*words, *(["--interval", "0.1"] if hurried and "--interval" not in words else []), stdin=stdin)


def works(line: str) -> bool:
    """Whether a line does what it should. The clock of a simulator in a hurry is far off, which the doctor notices."""
    called = played(line)
    assert called.code == 0 or (line == "flighthub doctor" and "clock: " in called.err), (line, called.err)
    return True


@pytest.mark.parametrize("page", ["README.md", "docs/cli.md"])
def test_the_commands_of_a_page_work_one_after_another(page: str, folder: Path) -> None:
    lines = lines_of(page)
    assert lines
    for line in lines:
        if not {"simulate", "console"} & {*line.split()}:  # it runs until Ctrl-C, and has a test of its own
            assert works(line)
    assert len(list((folder / "pictures").glob("*.jpeg"))) > 10


def test_the_examples_of_the_help_work(folder: Path, world: Simulator) -> None:
    call("launch", "--dock", "North dock", "--wayline", "Perimeter", "--name", "first", "--yes")
    call("route", "download", "Perimeter", "--name", "route.kmz")
    (folder / "route.kmz").rename(folder / "kept.kmz")
    found = [each for each in examples() if not {"simulate", "console"} & {*each.split()}]
    for line in sorted(found, key=lambda each: "download" not in each):
        assert works(line)


def test_the_readme_leads_from_nothing_to_pictures_in_six_commands() -> None:
    (block,) = [each.source for each in blocks("sh") if each.page == "README.md" and "flighthub launch" in each.source]
    commands = [line for line in block.splitlines() if line.strip() and not line.startswith("#")]
    assert len(commands) == 6
    assert commands[0].startswith("pip install")
    assert commands[1].startswith("flighthub simulate")


def test_a_flight_by_the_readme_is_in_the_list(folder: Path) -> None:
    for line in lines_of("README.md"):
        if "launch" in line:
            played(line)
    with FlightHub() as fh:
        from datetime import UTC, datetime, timedelta

        week = timedelta(days=7)
        assert fh.flight_tasks.history(since=datetime.now(UTC) - week, until=datetime.now(UTC) + week)
