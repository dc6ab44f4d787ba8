"""A running simulator: its address, its key, its clock and its faults."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import random
import socket
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import uvicorn

from flighthub_api.operations import OPERATIONS

from ._api import example_project
from ._application import Log, application
from ._clock import Clock
from ._faults import Faults

_NEVER_EXPIRES = 4_102_444_800
"""2100-01-01: the key of a simulator outlives its users."""


class Simulator:
    """A simulator that serves on a socket of its own, in a thread.

    Attributes:
        base_url: Where it listens.
        token: The organization key it accepts.
        project: The project that key may act on.
        clock: Its clock.
        faults: What is to go wrong.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        seed: int = 0,
        speed: float = 1.0,
        faults: Path | None = None,
        log: Log | None = None,
    ) -> None:
        self.project = example_project()
        self.token = _key(random.Random(seed), self.project)  # noqa: S311 - a simulated key protects nothing
        self.clock = Clock(speed)
        self.faults = Faults(OPERATIONS)
        if faults is not None:
            self.faults.load(faults)
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, port), family=family)
        name = f"[{host}]" if ":" in host else host
        self.base_url = f"http://{name}:{self._socket.getsockname()[1]}"
        app = application(token=self.token, project=self.project, clock=self.clock, faults=self.faults, log=log)
        self._server = uvicorn.Server(
            uvicorn.Config(app, log_level="error", access_log=False, lifespan="off", timeout_graceful_shutdown=1)
        )
        self._thread = threading.Thread(target=self._run, name="flighthub-simulator", daemon=True)

    def _run(self) -> None:
        self._server.run(sockets=[self._socket])

    def start(self) -> None:
        """Starts serving, and returns once it does."""
        self._thread.start()
        deadline = time.monotonic() + 10
        while not self._server.started:
            if time.monotonic() > deadline or not self._thread.is_alive():
                raise RuntimeError("the simulator did not start")
            time.sleep(0.005)

    def stop(self) -> None:
        """Stops serving and closes the socket."""
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(timeout=10)
        self._socket.close()

    def wait(self) -> None:
        """Waits until the simulator is stopped."""
        while self._thread.is_alive():
            self._thread.join(timeout=0.5)


@contextmanager
def run(
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    seed: int = 0,
    speed: float = 1.0,
    faults: Path | None = None,
    log: Log | None = None,
) -> Generator[Simulator, None, None]:
    """Runs a simulator for as long as the block lasts.

    Args:
        host: Address to listen on; loopback unless told otherwise, as anybody who reaches it may use it.
        port: Port to listen on; 0 picks a free one.
        seed: The same seed gives the same key.
        speed: Simulated seconds per real second.
        faults: YAML file with failures to plan, see `Fault`.
        log: Called with a readable line for each request.

    Yields:
        The running simulator.

    Example:
        >>> import flighthub, flighthub_simulator
        >>> with flighthub_simulator.run() as simulator:
        ...     with flighthub.FlightHub(token=simulator.token, base_url=simulator.base_url) as fh:
        ...         [project.name for project in fh.projects.list()]
        ['Quarry survey']
    """
    simulator = Simulator(host=host, port=port, seed=seed, speed=speed, faults=faults, log=log)
    simulator.start()
    try:
        yield simulator
    finally:
        simulator.stop()


def _key(chance: random.Random, project: str) -> str:
    """An organization key as the real ones look: a signed JSON Web Token with the claims that were seen in them."""
    claims = {
        "account": "simulated@example.com",
        "exp": _NEVER_EXPIRES,
        "nbf": 0,
        "organization_uuid": str(UUID(int=chance.getrandbits(128), version=4)),
        "project_uuid": project,
        "sub": "fh2",
        "user_id": str(chance.randrange(10**18, 10**19)),
    }
    head = ".".join(
        _encoded(json.dumps(part, sort_keys=True).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, claims)
    )
    signature = hmac.new(chance.randbytes(32), head.encode(), hashlib.sha256).digest()
    return f"{head}.{_encoded(signature)}"


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
