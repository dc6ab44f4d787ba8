"""Signals that wake nobody: those that come just before a thread is asleep, or that the system gives to another one."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType

import pytest

from flighthub._sync.core.concurrency import map_concurrent, pause, sleep

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a thread cannot be sent a signal")

LONG = 30.0

WAITS: dict[str, Callable[[threading.Event], object]] = {
    "between two attempts": lambda _: sleep(LONG),
    "between two looks": lambda _: pause(LONG),
    "between two looks, until an event is set": lambda _: pause(LONG, threading.Event()),
    "for what is done in threads": lambda interrupted: map_concurrent(interrupted.wait, [LONG, LONG], 2),
}


@pytest.mark.parametrize("wait", WAITS)
def test_a_wait_hears_a_signal_that_did_not_wake_it(wait: str) -> None:
    interrupted = threading.Event()

    def interrupt(number: int, frame: FrameType | None) -> None:
        interrupted.set()
        raise KeyboardInterrupt

    def signal_itself() -> None:
        time.sleep(0.2)
        signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)

    before = signal.signal(signal.SIGUSR1, interrupt)
    other = threading.Thread(target=signal_itself)
    try:
        other.start()
        started = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            WAITS[wait](interrupted)
        assert time.monotonic() - started < LONG / 3
    finally:
        other.join()
        signal.signal(signal.SIGUSR1, before)
