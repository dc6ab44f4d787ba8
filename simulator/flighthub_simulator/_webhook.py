"""The webhook: what the world tells is signed and posted to the one address that was given, in order, by a thread.

The thread also lets the world happen when nobody looks at it: when the clock is moved, and while it runs. It holds the
lock of the simulator while it looks, and never while it posts; so a slow receiver delays events, and no request.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import json
import socket
import ssl
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, get_args
from urllib.parse import urlsplit

from flighthub_api.events import SIGNATURE_HEADER

from ._event_faults import EventFault

if TYPE_CHECKING:
    from ._server import Simulator

SignatureForm = Literal["hex", "sha256", "base64", "none"]
"""How a signature is written: 64 digits, `sha256=` and 64 digits, base64; or not at all."""

MOST_WAITING: Final = 10_000
"""Events that wait to be posted. What happens beyond is dropped, and counted."""

MOST_KEPT: Final = 10_000
"""Deliveries that are remembered, the latest."""

TIMEOUT: Final = 5.0
"""Real seconds for which nothing may come from the receiver."""

LARGEST_ANSWER: Final = 65_536
"""Bytes of the answer of a receiver that are read."""

HELD: Final = 600.0
"""Simulated seconds after which an event is sent that waited for others to overtake it."""

LONGEST_PAUSE: Final = 3600.0

NO_STATUS: Final = 0


class Delivery(NamedTuple):
    """An event that was posted, or was to be.

    Attributes:
        at: Simulated time of the event.
        kind: Its kind; that which it said to be, where a fault changed it.
        body: What was posted.
        signature: The value of `x-dji-signature`; empty where there was none.
        status: HTTP status of the answer; 0 where there was none.
        problem: Why there was no answer; empty where there was one.
    """

    at: datetime
    kind: str
    body: bytes
    signature: str
    status: int
    problem: str

    @property
    def ok(self) -> bool:
        """Whether the receiver answered with success."""
        return 200 <= self.status < 300


class _Address(NamedTuple):
    is_secure: bool
    host: str
    port: int | None
    path: str


class _Held:
    """An event that others have yet to overtake."""

    def __init__(self, behind: int, send: Callable[[], None]) -> None:
        self.behind = behind
        self.send = send


class Webhook:
    """Where events are sent, and what became of them.

    Args:
        simulator: Whose events.
        url: The address that events are posted to; None for nowhere.
        signature: How the signature is written: `hex`, `sha256` (`sha256=` before it), `base64`, or `none`.

    Raises:
        ValueError: That is no address, or no such form.

    Attributes:
        dropped: How many events were dropped, as too many were waiting.
    """

    def __init__(self, simulator: Simulator, url: str | None = None, signature: SignatureForm = "hex") -> None:
        self._simulator = simulator
        self._turn = threading.Condition()
        self._thread: threading.Thread | None = None
        self._is_started = self._is_closed = False
        self._is_posting = False
        self._connection: http.client.HTTPConnection | None = None
        self._queue: deque[Delivery] = deque()
        self._held: list[_Held] = []
        self._deliveries: deque[Delivery] = deque(maxlen=MOST_KEPT)
        self._generation = 0
        self.dropped = 0
        self._address: _Address | None = None
        self._signature: SignatureForm = "hex"
        self._usual = (None if url is None else _address(url), _form(signature))

    def send_to(self, url: str | None, *, signature: SignatureForm = "hex") -> None:
        """Sends events to an address from now on, signed with the organization key; to None for nowhere.

        Nothing is posted anywhere else: redirects are not followed, and proxies are not used.

        Args:
            url: The address, http or https.
            signature: How the signature is written: `hex`, `sha256` (`sha256=` before it), `base64`, or `none`.

        Raises:
            ValueError: That is no address, or no such form.
        """
        self._set(None if url is None else _address(url), _form(signature))

    @property
    def deliveries(self) -> tuple[Delivery, ...]:
        """The latest events that were posted, in that order, and those that a fault has lost."""
        with self._turn:
            return tuple(self._deliveries)

    def flush(self, timeout: float = 10.0) -> tuple[Delivery, ...]:
        """Waits until all events that are due were posted, those included that wait for others to overtake them.

        Args:
            timeout: Real seconds.

        Returns:
            What `deliveries` has then.

        Raises:
            TimeoutError: The receiver is too slow.
        """
        with self._simulator.lock:
            self._simulator.world.look()
            for each in self._take_held(lambda held: True):
                each.send()
        with self._turn:
            if not self._turn.wait_for(lambda: self._is_closed or not (self._queue or self._is_posting), timeout):
                raise TimeoutError(f"{len(self._queue)} events are still to be posted after {timeout} s")
            return tuple(self._deliveries)

    def reset(self) -> None:
        """Begins anew with a fresh world: nothing waits, nothing was posted, and the address is the first one."""
        with self._turn:
            self._queue.clear()
            self._held.clear()
            self._deliveries.clear()
            self._generation += 1
            self.dropped = 0
        self._set(*self._usual)

    def start(self) -> None:
        """Posts from now on; what happened before was kept."""
        with self._simulator.lock:
            self._is_started = True
            self._start_thread()

    def close(self) -> None:
        """Stops posting, and cuts off what is being posted."""
        with self._turn:
            self._is_closed = True
            self._queue.clear()
            connection, thread = self._connection, self._thread
            self._turn.notify_all()
        held = None if connection is None else connection.sock
        if held is not None:
            with suppress(OSError):
                held.shutdown(socket.SHUT_RDWR)
        if thread is not None:
            thread.join(timeout=2 * TIMEOUT)

    def _set(self, address: _Address | None, signature: SignatureForm) -> None:
        simulator = self._simulator
        with simulator.lock:
            self._address, self._signature = address, signature
            listens = address is not None and not self._is_closed
            simulator.world.listener = self._take if listens else None
            simulator.world.timeline.on_plan = self._wake if listens else None
            simulator.clock.on_change = self._wake if listens else None
            self._start_thread()
        self._wake()

    def _start_thread(self) -> None:
        if self._is_started and self._address is not None and self._thread is None and not self._is_closed:
            self._thread = threading.Thread(target=self._run, name="flighthub-simulator-webhook", daemon=True)
            self._thread.start()

    def _wake(self) -> None:
        with self._turn:
            self._turn.notify_all()

    def _take(self, kind: str, data: Mapping[str, Any]) -> None:
        """Takes an event of the world, and decides what becomes of it. The simulator's lock is held."""
        simulator = self._simulator
        fault = simulator.faults.take_event(kind, simulator.world.chance) or EventFault()
        delivery = self._signed(fault.kind or kind, data, fault)
        if fault.lose:
            self._done(delivery._replace(problem="lost, as told"))
            return

        def send() -> None:
            for _ in range(1 + fault.repeat):
                self._enqueue(delivery)

        if fault.delay:
            simulator.world.after(fault.delay, send)
            return
        for each in self._held:
            each.behind -= 1
        overtaken = self._take_held(lambda held: held.behind <= 0)
        if fault.behind:
            self._hold(fault.behind, send)
        else:
            send()
        for each in overtaken:
            each.send()

    def _hold(self, behind: int, send: Callable[[], None]) -> None:
        held = _Held(behind, send)
        self._held.append(held)

        def release() -> None:
            for each in self._take_held(lambda each: each is held):
                each.send()

        self._simulator.world.after(HELD, release)

    def _take_held(self, is_due: Callable[[_Held], bool]) -> list[_Held]:
        """Takes those out that are not held any longer."""
        found = [each for each in self._held if is_due(each)]
        self._held = [each for each in self._held if each not in found]
        return found

    def _signed(self, kind: str, data: Mapping[str, Any], fault: EventFault) -> Delivery:
        body = json.dumps({"type": kind, "data": data}, separators=(",", ":"), ensure_ascii=False).encode()
        form: SignatureForm = "none" if fault.signature == "missing" else self._signature
        key = self._simulator.token + ("wrong" if fault.signature == "wrong" else "")
        return Delivery(self._simulator.world.now, kind, body, _sign(body, key, form), NO_STATUS, "")

    def _enqueue(self, delivery: Delivery) -> None:
        with self._turn:
            if len(self._queue) < MOST_WAITING and not self._is_closed:
                self._queue.append(delivery)
            else:
                self.dropped += 1
            self._turn.notify_all()

    def _done(self, delivery: Delivery) -> None:
        with self._turn:
            self._deliveries.append(delivery)
            self._turn.notify_all()

    def _run(self) -> None:
        while True:
            with self._turn:
                if not self._queue and not self._is_closed:
                    self._turn.wait(self._pause())
                if self._is_closed:
                    return
            with self._simulator.lock:
                if self._address is not None:
                    self._simulator.world.look()
                address = self._address
            self._post_next(address)

    def _pause(self) -> float | None:
        """Real seconds until something happens in the world; None where somebody has to move the clock first."""
        clock, due = self._simulator.clock, self._simulator.world.timeline.due
        if due is None or self._address is None or not clock.speed:
            return None
        return min(LONGEST_PAUSE, max(0.0, (due - clock.now()).total_seconds() / clock.speed))

    def _post_next(self, address: _Address | None) -> None:
        with self._turn:
            if not self._queue:
                return
            delivery, generation = self._queue.popleft(), self._generation
            self._is_posting = True
        started = time.perf_counter()
        status, problem = NO_STATUS, "there is no address"
        try:
            if address is not None:
                status, problem = self._post(address, delivery)
        finally:
            took = (time.perf_counter() - started) * 1000
            with self._simulator.lock:
                self._simulator.note("POST", f"event {delivery.kind}", status, problem or "delivered", took)
            with self._turn:
                if generation == self._generation:
                    self._deliveries.append(delivery._replace(status=status, problem=problem))
                self._is_posting = False
                self._turn.notify_all()

    def _post(self, address: _Address, delivery: Delivery) -> tuple[int, str]:
        """Posts an event, and gives the status of the answer, and why there is none."""
        headers = {"Content-Type": "application/json", "Connection": "close"}
        if delivery.signature:
            headers[SIGNATURE_HEADER] = delivery.signature
        connection = (
            http.client.HTTPSConnection(
                address.host, address.port, timeout=TIMEOUT, context=ssl.create_default_context()
            )
            if address.is_secure
            else http.client.HTTPConnection(address.host, address.port, timeout=TIMEOUT)
        )
        with self._turn:
            self._connection = connection
        try:
            connection.request("POST", address.path, delivery.body, headers)
            answer = connection.getresponse()
            answer.read(LARGEST_ANSWER)
        except (OSError, http.client.HTTPException, ValueError) as error:
            return NO_STATUS, f"no answer: {type(error).__name__}"
        finally:
            with self._turn:
                self._connection = None
            connection.close()
        return answer.status, ""


def _sign(body: bytes, key: str, form: SignatureForm) -> str:
    mac = hmac.new(key.encode(), body, hashlib.sha256).digest()
    match form:
        case "hex":
            return mac.hex()
        case "sha256":
            return f"sha256={mac.hex()}"
        case "base64":
            return base64.b64encode(mac).decode()
        case "none":
            return ""


def _form(form: Any) -> SignatureForm:
    if form not in get_args(SignatureForm):
        raise ValueError(f"a signature is written as {', '.join(get_args(SignatureForm))}, not {form!r}")
    found: SignatureForm = form
    return found


def _address(url: str) -> _Address:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ValueError(f"the webhook is not an address: {error}") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or not url.isprintable() or " " in url:
        raise ValueError("the webhook is an address that begins with http:// or https:// and has a host")
    if parts.username is not None or parts.fragment:
        raise ValueError("the webhook is an address without a user name and without a fragment")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not path.isascii():
        raise ValueError("the webhook is an address whose path and query are ASCII: encode what is not")
    return _Address(parts.scheme == "https", parts.hostname, port, path)
