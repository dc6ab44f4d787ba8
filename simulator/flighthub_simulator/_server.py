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
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias
from uuid import UUID

import uvicorn

from flighthub_api.about import API
from flighthub_api.operations import OPERATIONS

from ._application import application
from ._clock import Clock
from ._faults import Faults
from ._heads import LimitedHeads
from ._proxy_variables import direct_connections
from ._store import Store, address
from ._webhook import SignatureForm, Webhook
from ._world import World
from ._world._scenario import checked
from ._world._scenario import scenario as loaded

Log = Callable[[str], None]

Scenario: TypeAlias = str | Path | Mapping[str, Any]
"""What a world starts with: a YAML file, its content, or `"examples"`."""

_NEVER_EXPIRES = 4_102_444_800
"""2100-01-01: the key of a simulator outlives its users."""


class Simulator:
    """A simulator that serves on a socket of its own, in a thread.

    Attributes:
        base_url: Where it listens; where this machine finds it, when it listens on all addresses.
        token: The organization key it accepts.
        project: The first project that key may act on; empty when there is none.
        editions: The editions of the API whose operations it serves.
        examples: Whether it answers every operation with its documented example.
        clock: Its clock.
        faults: What is to go wrong.
        world: What it knows; hold `lock` while you look at it or change it.
        lock: Held while a request is answered.
        store: Where files are uploaded to and downloaded from.
        webhook: Where events are sent, and what became of them.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        seed: int = 0,
        speed: float = 1.0,
        start: datetime | None = None,
        scenario: Scenario | None = None,
        faults: Path | str | None = None,
        editions: Iterable[str] | None = None,
        webhook: str | None = None,
        webhook_signature: SignatureForm = "hex",
        log: Log | None = None,
    ) -> None:
        self.editions = _editions(editions)
        self._usual = (seed, speed, start, scenario)
        self._log = log
        self.lock = threading.RLock()
        self.clock = Clock(speed, start)
        self.faults = Faults(OPERATIONS)
        self.store = Store(host, now=self.clock.now, seed=seed)
        self.webhook = Webhook(self, webhook, webhook_signature)
        self.reset()
        if faults is not None:
            self.faults.load(faults)
        self.token = _key(random.Random(seed), self.project, self.world.owner.user_id)  # noqa: S311 - protects nothing
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, port), family=family)
        # asyncio sets this only on sockets that were made with the protocol TCP by name; what is accepted inherits it.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.base_url = address(host, self._socket.getsockname()[1])
        self._server = uvicorn.Server(
            uvicorn.Config(
                application(self),
                http=LimitedHeads,
                ws="none",
                proxy_headers=False,
                log_level="error",
                access_log=False,
                lifespan="off",
                # Responses tell the time of the world.
                date_header=False,
                timeout_graceful_shutdown=1,
            )
        )
        self._thread = threading.Thread(target=self._run, name="flighthub-simulator", daemon=True)

    def reset(self, scenario: Scenario | None = None, *, seed: int | None = None) -> None:
        """Begins a fresh world, with its clock set back and without faults.

        Args:
            scenario: What it starts with; what this simulator was made with when not given.
            seed: Decides everything that chance decides; what this simulator was made with when not given.

        Raises:
            ValueError: That is no scenario.
        """
        usual_seed, speed, start, usual = self._usual
        chosen = usual if scenario is None else scenario
        examples = chosen == "examples"
        if isinstance(chosen, Mapping):
            told = checked(chosen, "the scenario given")
        else:
            told = loaded(None if chosen is None or examples else Path(chosen))
        with self.lock:
            seed = usual_seed if seed is None else seed
            self.faults.clear()
            self.clock.speed = speed
            self.clock.reset(start)
            self.store.fresh(self.clock.now, seed)
            self.world = World(told, seed=seed, clock=self.clock, store=self.store, lock=self.lock)
            self.examples = examples
            mine = (uuid for uuid, each in self.world.projects.items() if self.world.owner.user_id in each.members)
            self.project = next(mine, "")
            self.webhook.reset()

    def note(self, method: str, what: str, status: int, said: str, took: float) -> None:
        """Takes down that a request was answered.

        Args:
            method: HTTP method.
            what: The operation, or the path that is none.
            status: HTTP status of the answer.
            said: What the answer said, without anything secret.
            took: Milliseconds.
        """
        now = self.clock.now()
        self.world.requests.append({"at": now, "method": method, "what": what, "status": status, "said": said})
        if self._log is not None:
            self._log(f"{now:%H:%M:%S} {method:6} {what:32} {status} {said} {took:.1f} ms")

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
        self.webhook.start()

    def stop(self) -> None:
        """Stops serving and closes the socket."""
        self.webhook.close()
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(timeout=10)
        self._socket.close()
        self.store.stop()

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
    start: datetime | None = None,
    scenario: Scenario | None = None,
    faults: Path | str | None = None,
    editions: Iterable[str] | None = None,
    webhook: str | None = None,
    webhook_signature: SignatureForm = "hex",
    log: Log | None = None,
) -> Generator[Simulator, None, None]:
    """Runs a simulator for as long as the block lasts.

    Where a variable names a proxy for this process, `NO_PROXY` names the simulator meanwhile.

    Args:
        host: Address to listen on; loopback unless told otherwise, as anybody who reaches it may use it. On all
            addresses, `0.0.0.0`, the store and its links have the host that each request was sent to; its port is a
            free one.
        port: Port to listen on; 0 picks a free one.
        seed: The same seed gives the same key, the same world and the same story.
        speed: Simulated seconds per real second; 0 for a clock that only `clock.advance()` moves.
        start: Simulated time to start at, with a time zone; the present when not given.
        scenario: What the world starts with: a YAML file, or its content. `"examples"` answers every operation with its
            documented example, and keeps nothing.
        faults: YAML file with failures to plan, see `Fault` and `EventFault`.
        editions: The editions of the API that it has, such as `["V1.0"]` for an installation on premises; all when not
            given. An operation of another one is a path that it does not know: HTTP 404, without an envelope.
        webhook: Address that events are posted to, signed with the key; nothing is posted anywhere else.
        webhook_signature: How the signature is written: `hex`, `sha256` (`sha256=` before it), `base64`, or `none`.
        log: Called with a readable line for each request.

    Yields:
        The running simulator.

    Example:
        >>> import flighthub, flighthub_simulator
        >>> with flighthub_simulator.run() as simulator:
        ...     with flighthub.FlightHub(token=simulator.token, base_url=simulator.base_url) as fh:
        ...         [project.name for project in fh.projects.list()]
        ['Quarry survey', 'Harbour patrol', 'Archive']
    """
    simulator = Simulator(
        host=host,
        port=port,
        seed=seed,
        speed=speed,
        start=start,
        scenario=scenario,
        faults=faults,
        editions=editions,
        webhook=webhook,
        webhook_signature=webhook_signature,
        log=log,
    )
    try:
        with direct_connections(host):
            simulator.start()
            yield simulator
    finally:
        simulator.stop()


def _editions(names: Iterable[str] | None) -> tuple[str, ...]:
    known = tuple(API.editions)
    if names is None:
        return known
    chosen = (names,) if isinstance(names, str) else tuple(names)
    for name in chosen:
        if name not in known:
            raise ValueError(f"there is no edition {name!r}; there are {', '.join(known)}")
    return tuple(each for each in known if each in chosen)


def _key(chance: random.Random, project: str, user_id: str) -> str:
    """An organization key as the real ones look: a signed JSON Web Token with the claims that were seen in them."""
    claims = {
        "account": "simulated@example.com",
        "exp": _NEVER_EXPIRES,
        "nbf": 0,
        "organization_uuid": str(UUID(int=chance.getrandbits(128), version=4)),
        "project_uuid": project,
        "sub": "fh2",
        "user_id": user_id,
    }
    head = ".".join(
        _encoded(json.dumps(part, sort_keys=True).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, claims)
    )
    signature = hmac.new(chance.randbytes(32), head.encode(), hashlib.sha256).digest()
    return f"{head}.{_encoded(signature)}"


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
