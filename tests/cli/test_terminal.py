"""The command on a pseudo-terminal: tables, questions, bars, and Ctrl-C, once and twice."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from client.answering_server import Answer, AnsweringServer, Arrival, Breaks, http

import flighthub_simulator
from flighthub import FlightHub
from flighthub_simulator import Simulator

from .conftest import point_at

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")

SECOND = 1.0


class Terminal:
    """A command on a terminal of its own; standard output may be the terminal, too."""

    def __init__(self, *words: str) -> None:
        self._master, slave = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
        command = [sys.executable, "-m", "flighthub", *words]
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)
        self.text = ""
        self.ended = 0.0

    def read_until(self, part: str, timeout: float = 20) -> str:
        """Reads until some text is there."""
        end = time.monotonic() + timeout
        while part not in self.plain:
            assert time.monotonic() < end, self.plain
            if not self._read(0.1) and self.process.poll() is not None:
                assert part in self.plain, self.plain
        return self.plain

    @property
    def plain(self) -> str:
        """The text without what only a terminal understands."""
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.text).replace("\r\n", "\n")

    def _read(self, timeout: float) -> bool:
        if not select.select([self._master], [], [], timeout)[0]:
            return False
        try:
            found = os.read(self._master, 65536)
        except OSError:  # the other end is closed
            return False
        self.text += found.decode(errors="replace")
        return bool(found)

    def type(self, text: str) -> None:
        """Types."""
        os.write(self._master, text.encode())

    def interrupt(self) -> None:
        """Presses Ctrl-C."""
        os.kill(self.process.pid, signal.SIGINT)

    def end(self, timeout: float = 20) -> int:
        """Waits for the end, and gives the exit code."""
        end = time.monotonic() + timeout
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.02)
        self.ended = time.monotonic()
        assert self.process.poll() is not None, self.plain
        code = self.process.returncode
        while self._read(0.05):
            pass
        os.close(self._master)
        return code


@contextmanager
def on_terminal(*words: str) -> Iterator[Terminal]:
    terminal = Terminal(*words)
    try:
        yield terminal
    finally:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()


def delay_of_the_machine() -> float:
    """Seconds that others may make a process wait just now: a few times what starting one takes."""
    begun = time.monotonic()
    subprocess.run([sys.executable, "-I", "-c", "pass"], check=True)
    return 5 * (time.monotonic() - begun)


def ends_within_a_second(terminal: Terminal) -> str:
    pressed = time.monotonic()
    terminal.interrupt()
    assert terminal.end(10) == 130, terminal.plain
    assert terminal.ended - pressed < SECOND + delay_of_the_machine()
    return " ".join(terminal.plain.split())


def test_a_table_and_a_question_that_is_answered(world: Simulator) -> None:
    with on_terminal("devices", "send-command", "1ZNBEXAMPLE00004", "--device-command", "return_home") as terminal:
        terminal.read_until("Go on? [y/N]:")
        assert "Heavy lifter" in terminal.plain
        assert "Quarry survey" in terminal.plain
        terminal.type("n\n")
        assert terminal.end() == 1
    with on_terminal("fleet", "--fields", "name,model") as terminal:
        assert terminal.end() == 0
    assert re.search(r"North dock +DJI Dock 2", terminal.plain)
    assert "\x1b[1m" in terminal.text


def test_ctrl_c_at_a_question_sends_nothing(server: AnsweringServer) -> None:
    with on_terminal("devices", "send-command", "X", "--device-command", "return_home") as terminal:
        terminal.read_until("Go on?")
        said = ends_within_a_second(terminal)
    assert "interrupted" in said
    assert {each.method for each in server.arrivals} <= {"GET"}


def test_ctrl_c_ends_watching(world: Simulator) -> None:
    with on_terminal("watch", "--interval", "30") as terminal:
        terminal.read_until("seen for the first time")
        assert "nothing was changed" in ends_within_a_second(terminal)


def test_ctrl_c_ends_waiting_and_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    with flighthub_simulator.run(speed=1) as simulator:
        point_at(monkeypatch, simulator)
        with FlightHub() as fh:
            task = fh.flight_tasks.launch(dock="North dock", wayline="Perimeter", name="waited for")
        with on_terminal("tasks", "follow", task.uuid, "--interval", "30") as terminal:
            terminal.read_until("waited for")
            said = ends_within_a_second(terminal)
        assert f"the flight goes on: flighthub tasks follow {task.uuid}" in said


def test_ctrl_c_ends_a_download_that_stands_still_and_the_same_command_goes_on(
    server: AnsweringServer, tmp_path: Path
) -> None:
    content = b"picture" * 40_000
    stuck = threading.Event()
    free = threading.Event()
    uuid = "8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10"

    def answer(arrival: Arrival) -> Answer:
        if arrival.path.startswith("/files/"):
            if not free.is_set():
                stuck.set()
                return Breaks.SILENCE
            return http(content, headers={"Content-Type": "image/jpeg"})
        if arrival.path.endswith("/media"):
            link = f"{server.base_url}/files/a.jpeg?X-Amz-Signature=planted"
            row = {
                "uuid": "m1",
                "name": "a.jpeg",
                "size": len(content),
                "original_url": link,
                "preview_url": link,
                "file_type": "image",
            }
            return http({"code": 0, "message": "", "data": {"list": [row]}})
        task = {
            "uuid": uuid,
            "name": "n",
            "status": "success",
            "sn": "s",
            "folder_info": {"folder_id": 1, "expected_file_count": 1, "uploaded_file_count": 1},
        }
        return http({"code": 0, "message": "", "data": task})

    server.answer = answer
    with on_terminal("tasks", "media", uuid, "--to", str(tmp_path / "pictures")) as terminal:
        assert stuck.wait(20), terminal.read_until("x", 0.2)
        terminal.read_until("media")  # the bar
        said = ends_within_a_second(terminal)
    assert "the same command goes on where it stopped" in said
    assert "planted" not in said
    free.set()
    with on_terminal("tasks", "media", uuid, "--to", str(tmp_path / "pictures")) as terminal:
        assert terminal.end() == 0, terminal.plain
    assert (tmp_path / "pictures" / "a.jpeg").read_bytes() == content


def test_ctrl_c_ends_an_upload_and_the_same_command_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    for number in range(6):
        (photos / f"DJI_{number:04}.JPG").write_bytes(f"picture {number} ".encode() * 100)
    with flighthub_simulator.run(speed=2000) as simulator:
        point_at(monkeypatch, simulator)
        simulator.faults.add("notifyOpenModelUpload", delay=60_000)
        words = ("reconstruct", str(photos), "--yes", "--interval", "0.1")
        with on_terminal(*words) as terminal:
            terminal.read_until("upload")
            time.sleep(0.3)
            said = ends_within_a_second(terminal)
        assert "the same command goes on where it stopped" in said
        simulator.faults.clear()
        with on_terminal(*words) as terminal:
            assert terminal.end(30) == 0, terminal.plain
        with FlightHub() as fh:
            assert fh.open_models.list_running() == []


def test_ctrl_c_in_a_call_that_is_never_repeated_says_that_it_may_have_been_carried_out(
    server: AnsweringServer,
) -> None:
    server.answer = Breaks.SILENCE
    with on_terminal("devices", "send-command", "X", "--device-command", "return_home", "--yes") as terminal:
        while not server.arrivals:
            time.sleep(0.02)
        said = ends_within_a_second(terminal)
    assert "may have been carried out" in said
    assert len(server.arrivals) == 1


def test_a_second_ctrl_c_ends_at_once(world: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    with on_terminal("control", "1ZNBEXAMPLE00004", "--yes") as terminal:
        terminal.read_until("Ctrl-C gives it up")
        world.faults.add("releaseDeviceControl", delay=1_000_000)
        terminal.interrupt()
        time.sleep(0.2)
        pressed = time.monotonic()
        terminal.interrupt()
        assert terminal.end(10) == 130
        assert terminal.ended - pressed < 0.3 + delay_of_the_machine()


def test_ctrl_c_gives_control_up(world: Simulator) -> None:
    with on_terminal("control", "1ZNBEXAMPLE00004", "--yes") as terminal:
        terminal.read_until("Ctrl-C gives it up")
        assert "was given up" in ends_within_a_second(terminal)
    with FlightHub() as fh, fh.devices.control("1ZNBEXAMPLE00004"):
        pass
