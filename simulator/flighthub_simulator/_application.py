"""The HTTP side: who may, what is wrong, what goes wrong on purpose, and the answer.

The ways of failing are the real server's, as far as they are known. L marks what a third party reports from the live
service, D what the documentation says, F what stands only in somebody's fixture.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders, QueryParams
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from flighthub_api.servers import LANGUAGE_HEADER, PROJECT_HEADER, TOKEN_HEADER
from flighthub_console import page_routes

from . import _control
from ._api import Json, MissingParameter, Served, served
from ._connections import Cut, Reset, knowing_transports
from ._console import WorldFeed
from ._deviations import deviating
from ._faults import Fault
from ._operations import NO_DATA, Call, Handler, handlers, handlers_of_missing
from ._paths import Paths
from ._world import Refused

if TYPE_CHECKING:
    from ._server import Simulator

NO_TOKEN = 200401
INVALID = 200101
SUCCESSES = ("", "OK", "success")
"""L: messages that were seen beside code 0."""

NO_STATUS = 0
"""Stands in the log for an answer that never came."""

Endpoint = Callable[[Request], Awaitable[Response]]

Answer = tuple[Response, str]
"""What is sent, and what that says in a line of the log."""

_NOTHING = Fault()
"""What befalls a request that no fault was planned for."""


def application(simulator: Simulator) -> ASGIApp:
    """The simulator as an ASGI application."""
    registered: Mapping[str, Handler] = handlers()

    def endpoint(each: Served) -> Endpoint:
        handler = registered.get(each.operation.operation_id)

        async def serve(request: Request) -> Response:
            started = time.perf_counter()
            response, said = await _serve(each, handler, request, simulator)
            took = (time.perf_counter() - started) * 1000
            simulator.note(request.method, each.operation.name, response.status_code, said, took)
            return response

        return serve

    async def unknown(request: Request, error: Exception) -> Response:
        # L: unknown paths get plain text and no envelope.
        simulator.note(request.method, quote(request.url.path), 404, "no such operation", 0.0)
        return PlainTextResponse("404 page not found", status_code=404)

    operations = [each for each in served() if each.operation.edition in simulator.editions]
    endpoints = [(each.operation, endpoint(each)) for each in operations]
    app = Starlette(
        routes=[
            *(Route(each.path, serve, methods=[each.http_method]) for each, serve in endpoints),
            *_control.routes(simulator),
            *page_routes(f"{_control.ROOT}/", WorldFeed(simulator)),
        ],
        exception_handlers={404: unknown, 405: unknown},
    )
    app.router.redirect_slashes = False
    paths = Paths((each.http_method, each.path, serve) for each, serve in endpoints)
    return knowing_transports(_dated(_direct(paths, app), simulator))


def _direct(paths: Paths[Endpoint], app: ASGIApp) -> ASGIApp:
    """The application, whose operations are found without trying all routes; it answers whatever else comes."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        found = paths.find(scope["method"], scope["path"]) if scope["type"] == "http" else None
        if found is None:
            await app(scope, receive, send)
            return
        endpoint, scope["path_params"] = found
        response = await endpoint(Request(scope, receive, send))
        await response(scope, receive, send)

    return serve


def _dated(app: ASGIApp, simulator: Simulator) -> ASGIApp:
    """The application, whose responses tell the time of its world."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("date", _date(int(simulator.clock.now().timestamp())))
            await send(message)

        await app(scope, receive, send_dated)

    return serve


@lru_cache(maxsize=8)
def _date(seconds: int) -> str:
    """A second of the Unix epoch as a header has it."""
    return format_datetime(datetime.fromtimestamp(seconds, UTC), usegmt=True)


async def _serve(each: Served, handler: Handler | None, request: Request, simulator: Simulator) -> Answer:
    try:
        # Whoever may not call cannot make the server keep a body either.
        _admit(request, simulator.token)
    except Refused as refused:
        return _refusal(refused)
    body = await request.body() if _has_body(request) else b""
    fault = simulator.faults.take(each.operation.operation_id, simulator.world.chance)
    if fault is None:
        return _true(each, handler, request, body, simulator)
    await asyncio.sleep(simulator.clock.real_seconds(fault.delay))
    if fault.reset == "before":
        return Reset(status_code=NO_STATUS), "reset before acting, as told"
    if fault.answers:
        response, said = _faulty(fault), "a fault, as told"
    else:
        response, said = _true(each, handler, request, body, simulator, fault)
    if fault.reset == "after":
        return Reset(status_code=NO_STATUS), f"reset after acting, as told: {said}"
    for name, value in fault.headers.items():
        response.headers[name] = str(value)
    if fault.cut is not None and response.body:
        return Cut(response, fault.cut), f"cut off, as told: {said}"
    return response, said


def _has_body(request: Request) -> bool:
    headers = request.headers
    return request.method != "GET" or "content-length" in headers or "transfer-encoding" in headers


def _admit(request: Request, token: str) -> None:
    given = request.headers.get(TOKEN_HEADER, "")
    if not given:
        # L: even system_status answers so, at HTTP 200.
        raise Refused(NO_TOKEN, f"{TOKEN_HEADER} not found or empty")
    if given != token:
        # L: a wrong key, or one of another region.
        raise Refused(NO_TOKEN, "Unauthorized", status=401)


def _true(
    each: Served,
    handler: Handler | None,
    request: Request,
    body: bytes,
    simulator: Simulator,
    fault: Fault = _NOTHING,
) -> Answer:
    """Acts, and answers; a fault may change the answer, once it is known to be as documented."""
    try:
        with simulator.lock:
            simulator.store.asked_at(request.headers.get("host", ""))
            data = _data(each, handler, request, body, simulator)
    except Refused as refused:
        return _refusal(refused)
    answer: Json = {"code": 0, "message": SUCCESSES[len(each.operation.path) % 3]}
    if data is not NO_DATA:
        answer["data"] = data
    departure = each.departure(answer)
    if departure is not None:
        # Not one of the server's manners: it says that the simulator itself is wrong.
        text = f"the simulator's answer to {each.operation.operation_id} departs from the transcription: {departure}"
        return PlainTextResponse(text, status_code=500), text
    if fault.deviates:
        with simulator.lock:
            chance = simulator.world.chance("deviations", simulator.world.number("deviations"))
        return _json(deviating(answer, each.operation, fault, chance)), "code 0, deviating as told"
    return _json(answer), "code 0"


def _data(each: Served, handler: Handler | None, request: Request, body: bytes, simulator: Simulator) -> Any:
    """The `data` of the answer to a request that may be made."""
    world = simulator.world
    world.look()
    uuid = request.headers.get(PROJECT_HEADER, "")
    # Open modeling is not demanded to name a project, and may.
    project = world.project(uuid) if uuid or each.operation.scope == "project" else None
    try:
        asked = request.query_params if request.scope["query_string"] else QueryParams()
        query, members = each.read(request.path_params, {name: asked.getlist(name) for name in asked}, body)
    except MissingParameter as problem:
        known = handlers_of_missing().get(each.operation.operation_id, {}).get(problem.name)
        if known is None:
            raise Refused(INVALID, str(problem), status=400) from None
        return known()
    except ValueError as problem:
        # L, of an older API: HTTP 400, and a text that names the member.
        raise Refused(INVALID, str(problem), status=400) from None
    if handler is None or simulator.examples:
        return each.answer(request.query_params).get("data", NO_DATA)
    language = request.headers.get(LANGUAGE_HEADER, "zh")
    try:
        return handler(Call(world, each.operation, request.path_params, query, members, project, language))
    except OverflowError:
        # I: where nothing limits a number, one can lead to a moment that no calendar has.
        raise Refused(INVALID, "a number leads beyond all time", status=400) from None


def _refusal(refused: Refused) -> Answer:
    response = _json({"code": refused.code, "message": refused.message}, refused.status)
    return response, f"code {refused.code}: {refused.message}"


def _faulty(fault: Fault) -> Response:
    if fault.body is not None:
        return Response(fault.body, status_code=fault.status, media_type="text/html")
    if fault.code is not None:
        return _json({"code": fault.code, "message": fault.message}, fault.status)
    return Response(status_code=fault.status)


def _json(content: Json, status: int = 200) -> Response:
    return Response(msgspec.json.encode(content), status_code=status, media_type="application/json")
