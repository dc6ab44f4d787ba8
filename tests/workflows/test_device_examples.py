"""The examples of devices, livestreams and forwarders, in docstrings and as scripts: they give what they say."""

from __future__ import annotations

import asyncio
import doctest
import inspect
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from client.test_docstrings import example_in, run_awaited

from flighthub import AsyncFlightHub, FlightHub
from flighthub._async.devices import control as async_control
from flighthub._async.devices import devices as async_devices
from flighthub._async.streams import forwarding as async_forwarding
from flighthub._async.streams import live_view as async_live_view
from flighthub._async.streams import livestreams as async_livestreams
from flighthub._async.streams import stream_forwarders as async_stream_forwarders
from flighthub._sync.devices import control as _control
from flighthub._sync.devices import devices as _devices
from flighthub._sync.streams import forwarding as _forwarding
from flighthub._sync.streams import live_view as _live_view
from flighthub._sync.streams import livestreams as _livestreams
from flighthub._sync.streams import stream_forwarders as _stream_forwarders
from flighthub_simulator import Simulator, run

from .playing import settings

EXAMPLES = Path(__file__).parents[2] / "examples"

SYNC: dict[str, Any] = {
    each.__qualname__: each
    for each in (
        _devices.DevicesGroup.fleet,
        _devices.DevicesGroup.nearest,
        _devices.DevicesGroup.watch,
        _devices.DevicesGroup.control,
        _devices.DevicesGroup.alerts,
        _control.Control.change_lens,
        _control.Control.set_quality,
        _livestreams.LivestreamsGroup.open,
        _live_view.LiveView.renew,
        _live_view.LiveView.renew_if_needed,
        _stream_forwarders.StreamForwardersGroup.forward,
        _forwarding.Forwarding.refresh,
    )
}
ASYNC: dict[str, Any] = {
    each.__qualname__: each
    for each in (
        async_devices.DevicesGroup.fleet,
        async_devices.DevicesGroup.nearest,
        async_devices.DevicesGroup.watch,
        async_devices.DevicesGroup.control,
        async_devices.DevicesGroup.alerts,
        async_control.AsyncControl.change_lens,
        async_control.AsyncControl.set_quality,
        async_livestreams.LivestreamsGroup.open,
        async_live_view.AsyncLiveView.renew,
        async_live_view.AsyncLiveView.renew_if_needed,
        async_stream_forwarders.StreamForwardersGroup.forward,
        async_forwarding.AsyncForwarding.refresh,
    )
}


@pytest.fixture(scope="module")
def hurried() -> Iterator[Simulator]:
    """A simulator whose clock runs, as some examples wait."""
    with run(speed=20) as simulator:
        yield simulator


@pytest.mark.parametrize("name", SYNC)
def test_the_example_gives_what_it_says(name: str, hurried: Simulator) -> None:
    with FlightHub(**settings(hurried), strict=True) as fh:
        parser, found = doctest.DocTestParser(), inspect.getdoc(SYNC[name]) or ""
        result = doctest.DocTestRunner().run(parser.get_doctest(found, {"fh": fh}, name, None, None))
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize("name", ASYNC)
def test_the_async_example_runs(name: str, hurried: Simulator) -> None:
    async def in_a_client() -> None:
        async with AsyncFlightHub(**settings(hurried), strict=True) as fh:
            await run_awaited(example_in(ASYNC[name]), {"fh": fh})

    asyncio.run(in_a_client())


@pytest.mark.parametrize("name", SYNC)
def test_a_docstring_names_every_parameter_and_where_it_is_documented(name: str) -> None:
    text = inspect.getdoc(SYNC[name]) or ""
    parameters = [each for each in inspect.signature(SYNC[name]).parameters if each != "self"]
    arguments = re.search(r"^Args:\n((?:    .*\n|\n)+)", text, re.MULTILINE)
    assert re.findall(r"^    (\w+): \S", arguments[1] if arguments else "", re.MULTILINE) == parameters
    assert "Raises:" in text
    assert 'Documentation: "' in text
    assert not re.search(r"\basync\b|\bawait|Async", text)


SCRIPTS = {
    "watch_fleet.py": (
        ["2"],
        ["North dock (DJI Dock 2, online)", "165-0-7  Dock camera", "North dock seen for the first"],
    ),
    "watch_fleet_async.py": (["2"], ["North dock seen for the first time", "Heavy lifter seen for the first time"]),
    "inspect_camera.py": (
        ["Heavy lifter"],
        ["Zenmuse H30T", "Live by volc", "Shows the lens ir", "Control is given up"],
    ),
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_scripts_do_what_they_say(
    script: str, hurried: Simulator, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, said = SCRIPTS[script]
    for name, value in (("TOKEN", hurried.token), ("PROJECT", hurried.project), ("BASE_URL", hurried.base_url)):
        monkeypatch.setenv(f"FLIGHTHUB_{name}", value)
    monkeypatch.setattr("sys.argv", [script, *arguments])
    source = (EXAMPLES / script).read_text(encoding="utf-8").replace("INTERVAL = 5.0", "INTERVAL = 0.1")
    exec(compile(source, script, "exec"), {"__name__": "__main__"})
    printed = capsys.readouterr().out
    assert all(each in printed for each in said), printed
    assert "token=" not in printed


def test_the_script_about_a_camera_takes_the_first_aircraft_that_is_on(
    hurried: Simulator, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in (("TOKEN", hurried.token), ("PROJECT", hurried.project), ("BASE_URL", hurried.base_url)):
        monkeypatch.setenv(f"FLIGHTHUB_{name}", value)
    main = runpy.run_path(str(EXAMPLES / "inspect_camera.py"))["main"]
    main(None)
    assert capsys.readouterr().out.startswith("Heavy lifter: Zenmuse H30T")
    with pytest.raises(SystemExit, match="switched on"):
        main("Nobody")
