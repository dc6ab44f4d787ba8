"""Limits that are enforced from outside: a thread per job that shuts down the sockets of what must end.

A thread that waits for the network cannot be interrupted, and a timeout of each read does not bound a peer that sends
a byte now and then. So each connection has a `Watch`, and the supervisor shuts its socket down when the job is
cancelled, its time is over, a phase lasts too long, or a body moves more slowly than `SLOWEST_PACE`.
"""

from __future__ import annotations

import os
import socket as sockets
import threading
from contextlib import suppress
from math import inf
from threading import Event
from time import monotonic
from typing import Final

from ..errors import InvalidArgument, WaitCancelled, WaitTimeout

TICK: Final = 0.1
"""Seconds between two looks."""

SLOWEST_PACE: Final = 1000
"""Bytes per second below which a file is given up and tried anew."""

PACE_WINDOW: Final = 60.0
"""Seconds over which the pace is measured."""


class Watch:
    """The limits of one connection, and why it was shut down.

    Attributes:
        moved: Bytes of bodies so far, counted by whoever uses the connection.
        problem: Why the supervisor shut it down; empty while it has not.
        socket: What is shut down; None while there is nothing.
    """

    def __init__(self, supervisor: Supervisor) -> None:
        self._supervisor = supervisor
        self.socket: sockets.socket | None = None
        self._limit = inf
        self._what = ""
        self._window_ends = inf
        self._window_began_with = 0
        self.moved = 0
        self.problem = ""

    def attach(self, connection: sockets.socket) -> None:
        """Names the socket to shut down, in place of an earlier one."""
        self._supervisor._attach(self, connection)  # pyright: ignore[reportPrivateUsage]

    def detach(self) -> None:
        """Forgets the socket, which is about to be closed."""
        self._supervisor._detach(self)  # pyright: ignore[reportPrivateUsage]

    def begin_phase(self, what: str, seconds: float) -> None:
        """Bounds what happens next, however many bytes come meanwhile."""
        self._window_ends = inf
        self._what = f"{what} took longer than {seconds:g} s"
        self._limit = monotonic() + seconds

    def begin_body(self) -> None:
        """Bounds the pace of what happens next."""
        self._limit = inf
        self._window_began_with = self.moved
        self._window_ends = monotonic() + PACE_WINDOW

    def rest(self) -> None:
        """Bounds nothing: the connection is idle."""
        self._limit = self._window_ends = inf

    def look(self, now: float) -> str:
        """What is wrong at this moment; empty for nothing."""
        if now >= self._limit:
            return self._what
        if now >= self._window_ends:
            if self.moved - self._window_began_with < SLOWEST_PACE * PACE_WINDOW:
                return f"it moved fewer than {SLOWEST_PACE} bytes per second for {PACE_WINDOW:g} s"
            self._window_began_with = self.moved
            self._window_ends = now + PACE_WINDOW
        return ""


class Supervisor:
    """Ends the transfers of a job within a fraction of a second, wherever they are.

    Args:
        what: What the job does, such as `download`.
        cancel: Set by the user to end the job.
        timeout: Seconds that the job may take; None for no limit.

    Attributes:
        stop: Set when nobody waits for the job any longer.
    """

    def __init__(self, what: str, *, cancel: Event | None = None, timeout: float | None = None) -> None:
        self._what = what
        self._cancel = cancel
        self._timeout = inf if timeout is None else timeout
        self._began = monotonic()
        self.stop = Event()
        self._lock = threading.Lock()
        self._watches: set[Watch] = set()
        self._thread: threading.Thread | None = None
        self._process = os.getpid()

    def derive(self) -> Supervisor:
        """Another one for the next part of the same job: with its limits, and a `stop` of its own."""
        made = Supervisor(self._what, cancel=self._cancel)
        made._timeout, made._began = self._timeout, self._began
        return made

    @property
    def is_over(self) -> bool:
        """Whether the job must end."""
        return self.stop.is_set() or (self._cancel is not None and self._cancel.is_set()) or self.remaining <= 0

    @property
    def remaining(self) -> float:
        """Seconds that the job still has."""
        return self._began + self._timeout - monotonic()

    def check(self) -> None:
        """Ends the work of a thread when the job must end.

        Raises:
            WaitTimeout: The time of the job is over.
            WaitCancelled: It was cancelled.
        """
        if not self.is_over:
            return
        if not self.stop.is_set() and self.remaining <= 0:
            raise WaitTimeout(
                f"the {self._what} was not complete after {self._timeout:g} s; another run goes on from here",
                waited=monotonic() - self._began,
            )
        raise WaitCancelled(f"the {self._what} was cancelled; another run goes on from here")

    def watch(self) -> Watch:
        """The limits of a connection that is about to be made."""
        self.check()
        return Watch(self)

    def _attach(self, watch: Watch, connection: sockets.socket) -> None:
        with self._lock:
            if self._process != os.getpid():
                # The thread, and the sockets, are those of the parent.
                self._process, self._thread, self._watches = os.getpid(), None, set()
            watch.socket = connection
            self._watches.add(watch)
            if self._thread is None:
                self._thread = threading.Thread(target=self._supervise, name="flighthub-supervisor", daemon=True)
                self._thread.start()

    def _detach(self, watch: Watch) -> None:
        with self._lock:
            watch.socket = None
            self._watches.discard(watch)

    def _supervise(self) -> None:
        while True:
            is_over = self.is_over
            now = monotonic()
            with self._lock:
                if not self._watches:
                    # The next connection starts another thread.
                    self._thread = None
                    return
                for watch in self._watches:
                    problem = "the job is over" if is_over else watch.look(now)
                    if problem and watch.socket is not None:
                        watch.problem = watch.problem or problem
                        # Not `SSLSocket.shutdown`, which takes TLS away from a thread that is reading.
                        with suppress(OSError):
                            sockets.socket.shutdown(watch.socket, sockets.SHUT_RDWR)
            self.stop.wait(TICK)
            if is_over:
                # It stays until all have noticed, without spinning.
                threading.Event().wait(TICK)


def check_job_timeout(timeout: object) -> float | None:
    """Seconds that a job may take; `InvalidArgument` for what is no positive number."""
    if timeout is None:
        return None
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)) or not 0 < timeout < inf:
        raise InvalidArgument("timeout", f"must be a number of seconds above 0, not {timeout!r}")
    return float(timeout)
