"""The HTTP side: who may, what is wrong, what goes wrong on purpose, and the answer.

The ways of failing are the real server's, as far as they are known. L marks what a third party reports from the live
service, D what the documentation says.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from flighthub_api.operations import PROJECT_HEADER, TOKEN_HEADER

from ._api import Served, served
from ._clock import Clock
from ._faults import Fault, Faults

NO_TOKEN = 200401
FORBIDDEN = 200403
INVALID = 200101

Log = Callable[[str], None]


def application(*, token: str, project: str, clock: Clock, faults: Faults, log: Log | None = None) -> Starlette:
    """The simulator as an ASGI application."""

    def endpoint(each: Served) -> Callable[[Request], Awaitable[Response]]:
        async def serve(request: Request) -> Response:
            started = time.perf_counter()
            response, code = await _serve(each, request, token, project, clock, faults)
            if log is not None:
                took = (time.perf_counter() - started) * 1000
                line = f"{clock.now():%H:%M:%S} {request.method:6} {each.operation.name:32} {response.status_code}"
                log(f"{line} {code} {took:.1f} ms")
            return response

        return serve

    async def unknown(request: Request, error: Exception) -> Response:
        # L: unknown paths get plain text and no envelope.
        if log is not None:
            log(f"{clock.now():%H:%M:%S} {request.method:6} {quote(request.url.path)} 404: no such operation")
        return PlainTextResponse("404 page not found", status_code=404)

    app = Starlette(
        routes=[Route(each.operation.path, endpoint(each), methods=[each.operation.http_method]) for each in served()],
        exception_handlers={404: unknown, 405: unknown},
    )
    app.router.redirect_slashes = False
    return app


async def _serve(
    each: Served, request: Request, token: str, project: str, clock: Clock, faults: Faults
) -> tuple[Response, str]:
    body = await request.body()
    refused = _refusal(each, request, token, project)
    if refused is not None:
        return refused
    fault = faults.take(each.operation.operation_id)
    if fault is not None:
        await asyncio.sleep(clock.real_seconds(fault.delay))
        if fault.answers:
            return _faulty(fault), "a fault, as told"
    problem = each.problem(request.path_params, request.query_params, body)
    if problem is not None:
        # L, of an older API: HTTP 400, and a text that names the member.
        return _envelope(INVALID, problem, status=400)
    answer = each.answer(request.query_params)
    return JSONResponse(answer), f"code {answer['code']}"


def _refusal(each: Served, request: Request, token: str, project: str) -> tuple[Response, str] | None:
    given = request.headers.get(TOKEN_HEADER, "")
    if not given:
        # L: even system_status answers so, at HTTP 200.
        return _envelope(NO_TOKEN, f"{TOKEN_HEADER} not found or empty")
    if given != token:
        # L: a wrong key, or one of another region.
        return _envelope(NO_TOKEN, "Unauthorized", status=401)
    if each.operation.scope == "project" and request.headers.get(PROJECT_HEADER, "") != project:
        # L: no project, or a project of which the key's owner is no member.
        return _envelope(FORBIDDEN, "Forbidden", status=403)
    return None


def _envelope(code: int, message: str, status: int = 200) -> tuple[Response, str]:
    content: dict[str, Any] = {"code": code, "message": message}
    return JSONResponse(content, status_code=status), f"code {code}: {message}"


def _faulty(fault: Fault) -> Response:
    headers = {name: str(value) for name, value in fault.headers.items()}
    if fault.status in (204, 304):
        return Response(status_code=fault.status, headers=headers)
    if fault.body is not None:
        return Response(fault.body, status_code=fault.status, headers={"content-type": "text/html", **headers})
    if fault.code is not None:
        content = {"code": fault.code, "message": fault.message}
        return JSONResponse(content, status_code=fault.status, headers=headers)
    return Response(status_code=fault.status, headers=headers)
