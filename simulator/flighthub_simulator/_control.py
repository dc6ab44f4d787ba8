"""The control endpoint: the clock, the world and the faults of a running simulator, over HTTP.

It is for whoever runs the simulator, so it asks for no token; it listens where the simulator does, which is loopback
unless told otherwise. All of it speaks JSON.

| Request | Body | What it does |
|---|---|---|
| `GET /_simulator/clock` | | tells `{"now", "speed"}` |
| `PUT /_simulator/clock` | `{"speed", "advance"}`, either or both | sets the speed, moves the clock on by seconds |
| `GET /_simulator/faults` | | tells `{"faults"}`: those that are still to come, in the form of a file of faults |
| `POST /_simulator/faults` | a fault, or a list of them | plans them after the others, and tells all |
| `DELETE /_simulator/faults` | | forgets them all |
| `POST /_simulator/reset` | `{"seed"}`, or nothing | begins a fresh world, and tells `{"seed", "now", "speed"}` |
| `POST /_simulator/events` | `{"event", …}` | lets something happen, such as `device_offline` to an `sn` |
| `GET /_simulator/incidents` | | tells `{"incidents"}` of workflows: the message centre |
| `POST /_simulator/launch` | `{"dock", "route"}`, a serial number and an id | launches a flight, and tells `{"task"}` |
| `POST /_simulator/archives` | `{"model_uuid"}` | tells a link to the archive of an open model |

What is wrong with a request is answered at HTTP 400 by `{"problem"}`, and then nothing has changed. What changes
something has the content type `application/json` (415 otherwise) and does not come from a web page of another origin
(403): any page that a developer looks at could send such requests to loopback.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import SplitResult, urlsplit

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from flighthub_api.enums import FlightTaskType, OutOfControlAction, ResumableStatus, RthMode, WaylinePrecisionType
from flighthub_runtime.wire import is_list, is_object

from ._api import Json
from ._world import Refused

if TYPE_CHECKING:
    from ._server import Simulator

ROOT: Final = "/_simulator"

FASTEST: Final = 1_000_000
"""Simulated seconds per real second: a year in half a minute."""

LAST: Final = datetime(2100, 1, 1, tzinfo=UTC)
"""The clock is not moved beyond: keys end here."""

RETURN_ALTITUDE: Final = 80
"""Metres above the take-off point at which a flight returns that the page launches."""

Work = Callable[["Simulator", Any], Json]
"""Takes the parsed body of a request, None where it has none, and gives the answer; a ValueError says what is wrong."""


class _Refusal(Exception):
    """A request that is not looked into.

    Args:
        status: HTTP status.
        problem: Why.
    """

    def __init__(self, status: int, problem: str) -> None:
        super().__init__(problem)
        self.status = status


def routes(simulator: Simulator) -> list[Route]:
    """The routes below `/_simulator/`."""

    def endpoint(work: Work) -> Callable[[Request], Awaitable[Response]]:
        async def serve(request: Request) -> Response:
            try:
                if request.method != "GET":
                    _admit(request)
                given = _parsed(await request.body())
                with simulator.lock:
                    simulator.store.asked_at(request.headers.get("host", ""))
                    return _json(work(simulator, given))
            except ValueError as problem:
                return _json({"problem": str(problem)}, 400)
            except _Refusal as refusal:
                return _json({"problem": str(refusal)}, refusal.status)

        return serve

    return [Route(f"{ROOT}/{name}", endpoint(work), methods=[method]) for method, name, work in _ROUTES]


def _admit(request: Request) -> None:
    """Keeps web pages of other origins out, which can send to loopback what a form can send."""
    origin = request.headers.get("origin")
    if origin is not None and not _is_own(urlsplit(origin), request.headers.get("host", "")):
        raise _Refusal(403, "requests of web pages of another origin are not heard")
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise _Refusal(415, "the content type is application/json")


def _is_own(origin: SplitResult, host: str) -> bool:
    """Whether a page came from here. A name can be made to point here by whoever owns it; an address cannot."""
    if origin.netloc.lower() != host.lower() or not origin.hostname:
        return False
    if origin.hostname == "localhost":
        return True
    try:
        ip_address(origin.hostname)
    except ValueError:
        return False
    return True


def _parsed(body: bytes) -> Any:
    if not body:
        return None
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise ValueError(f"the body is not JSON: {error}") from None


def _members(given: Any, known: Collection[str]) -> Json:
    """A body that is an object, with no other members than these."""
    if not is_object(given):
        raise ValueError("the body is a JSON object")
    for name in given:
        if name not in known:
            raise ValueError(f"there is no member {name!r}, only {', '.join(known)}")
    return given


def _number(given: Json, name: str, most: float) -> float | None:
    if name not in given:
        return None
    value = given[name]
    if type(value) not in (int, float) or not 0 <= value <= most:
        raise ValueError(f"{name} is a number from 0 to {most:.0f}")
    return float(value)


def _clock(simulator: Simulator, given: Any) -> Json:
    return {"now": simulator.clock.now().isoformat(), "speed": simulator.clock.speed}


def _set_clock(simulator: Simulator, given: Any) -> Json:
    members = _members(given, ("speed", "advance"))
    speed = _number(members, "speed", FASTEST)
    advance = _number(members, "advance", max(0.0, (LAST - simulator.clock.now()) / timedelta(seconds=1)))
    if speed is not None:
        simulator.clock.speed = speed
    if advance is not None:
        simulator.clock.advance(advance)
        simulator.world.look()
    return _clock(simulator, None)


def _faults(simulator: Simulator, given: Any) -> Json:
    return {"faults": simulator.faults.planned()}


def _add_faults(simulator: Simulator, given: Any) -> Json:
    simulator.faults.add_all(given if is_list(given) else [given])
    return _faults(simulator, None)


def _clear_faults(simulator: Simulator, given: Any) -> Json:
    simulator.faults.clear()
    return _faults(simulator, None)


def _reset(simulator: Simulator, given: Any) -> Json:
    seed = _members({} if given is None else given, ("seed",)).get("seed")
    if seed is not None and type(seed) is not int:
        raise ValueError("seed is a whole number")
    simulator.reset(seed=seed)
    return {"seed": simulator.world.seed, **_clock(simulator, None)}


def _happen(simulator: Simulator, given: Any) -> Json:
    if not is_object(given) or not isinstance(given.get("event"), str):
        raise ValueError("the body is a JSON object with an event, and what that event takes")
    simulator.world.happen(given["event"], {name: value for name, value in given.items() if name != "event"})
    return {"event": given["event"]}


def _incidents(simulator: Simulator, given: Any) -> Json:
    simulator.world.look()
    return {
        "incidents": [
            {
                "uuid": each.uuid,
                "workflow_uuid": each.workflow.uuid,
                "name": each.name,
                "latitude": each.place.latitude,
                "longitude": each.place.longitude,
                "level": each.level,
                "created": each.created.isoformat(),
                "status": each.status.value,
                "reason": each.reason,
                "task_uuid": None if each.task is None else each.task.uuid,
            }
            for each in simulator.world.workflows.incidents
        ]
    }


def _launch(simulator: Simulator, given: Any) -> Json:
    """Launches a flight with a click: the settings of the task are the simulator's own."""
    members = _members(given, ("dock", "route"))
    world = simulator.world
    world.look()
    route = next((each for each in world.waylines.all if each.id == members.get("route")), None)
    if route is None:
        raise ValueError("there is no such route")
    told = {
        "name": f"{route.name} by hand",
        "sn": str(members.get("dock")),
        "wayline_uuid": route.id,
        "time_zone": "UTC",
        "rth_altitude": RETURN_ALTITUDE,
        "rth_mode": RthMode.OPTIMAL.value,
        "wayline_precision_type": WaylinePrecisionType.GPS.value,
        "out_of_control_action_in_flight": OutOfControlAction.RETURN_HOME.value,
        "resumable_status": ResumableStatus.MANUAL.value,
        "task_type": FlightTaskType.IMMEDIATE.value,
    }
    try:
        return {"task": world.flight_tasks.create(route.project, told).uuid}
    except Refused as refused:
        raise ValueError(f"{refused.message} (code {refused.code})") from None


def _archive(simulator: Simulator, given: Any) -> Json:
    uuid = _members(given, ("model_uuid",)).get("model_uuid")
    try:
        return {"url": simulator.world.open_models.link(str(uuid))}
    except Refused as refused:
        raise ValueError(str(refused)) from None


_ROUTES: Final[tuple[tuple[str, str, Work], ...]] = (
    ("GET", "clock", _clock),
    ("PUT", "clock", _set_clock),
    ("GET", "faults", _faults),
    ("POST", "faults", _add_faults),
    ("DELETE", "faults", _clear_faults),
    ("POST", "reset", _reset),
    ("POST", "events", _happen),
    ("GET", "incidents", _incidents),
    ("POST", "launch", _launch),
    ("POST", "archives", _archive),
)


def _json(content: Json, status: int = 200) -> Response:
    return Response(msgspec.json.encode(content), status_code=status, media_type="application/json")
