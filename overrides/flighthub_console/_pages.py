"""The page over HTTP: its files, its settings, the snapshot, and the state of one device. Everything is read only."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from functools import cache
from importlib.resources import files
from typing import Any, Final, Protocol
from urllib.parse import quote, urlsplit

import msgspec
from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ._snapshot import DeviceDetails, Snapshot

FILES: Final = {
    "": ("index.html", "text/html; charset=utf-8"),
    "console.css": ("console.css", "text/css; charset=utf-8"),
    **{
        f"{name}.js": (f"{name}.js", "text/javascript; charset=utf-8")
        for name in ("main", "feed", "labels", "motion", "paint", "panels", "projection", "words")
    },
}
"""The files of the page by their paths, with their types."""

HEADERS: Final = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:{images}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Feed(Protocol):
    """What makes snapshots. Both are called in threads, several at a time."""

    def snapshot(self) -> Snapshot:
        """Everything there is to see now."""
        ...

    def device(self, sn: str) -> DeviceDetails | None:
        """The whole state of a device; None where there is none of that number."""
        ...


class Settings(Struct, kw_only=True):
    """What the page is to do beside showing snapshots.

    Attributes:
        tiles: Address of map tiles with `{z}`, `{x}` and `{y}`; None for the plain ground.
        attribution: Whom the tiles are to be attributed to.
    """

    tiles: str | None = None
    attribution: str = ""

    def __post_init__(self) -> None:
        if self.tiles is not None:
            tile_origin(self.tiles)


def tile_origin(address: str) -> str:
    """Where tiles come from, as a policy names it.

    Raises:
        ValueError: That is no address of tiles.
    """
    parts = urlsplit(address)
    for name in ("{z}", "{x}", "{y}"):
        if name not in parts.path + parts.query:
            raise ValueError(
                f"the address of tiles needs {name}, as in https://tiles.example.com/{{z}}/{{x}}/{{y}}.png"
            )
    is_local = parts.hostname in ("127.0.0.1", "localhost", "::1")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_local):
        raise ValueError("the address of tiles begins with https://")
    if not parts.hostname or "@" in parts.netloc or not re.fullmatch(r"[A-Za-z0-9.\-:\[\]]+", parts.netloc):
        raise ValueError("the address of tiles needs a plain host name")
    return f"{parts.scheme}://{parts.netloc}"


def camera_link(template: str | None, sn: str, index: str) -> str | None:
    """Where a person can watch a camera, by a template with `{sn}` and `{camera}`."""
    if template is None:
        return None
    return template.replace("{sn}", quote(sn, safe="")).replace("{camera}", quote(index, safe=""))


def page_routes(root: str, feed: Feed, settings: Settings | None = None) -> list[Route]:
    """The routes of the page.

    Args:
        root: The path below which they are, with a slash at its end.
        feed: What makes the snapshots.
        settings: What else the page is to do.
    """
    chosen = settings or Settings()
    images = "" if chosen.tiles is None else f" {tile_origin(chosen.tiles)}"
    headers = {**HEADERS, "content-security-policy": _POLICY.format(images=images)}

    def reply(content: Any, status: int = 200) -> Response:
        encoded = msgspec.json.encode(content)
        return Response(encoded, status_code=status, media_type="application/json", headers=headers)

    def file(name: str, kind: str) -> Callable[[Request], Awaitable[Response]]:
        async def serve(request: Request) -> Response:
            return Response(_read(name), media_type=kind, headers=headers)

        return serve

    async def show(request: Request) -> Response:
        return reply(await run_in_threadpool(feed.snapshot))

    async def show_settings(request: Request) -> Response:
        return reply(chosen)

    async def show_device(request: Request) -> Response:
        found = await run_in_threadpool(feed.device, request.path_params["sn"])
        return reply({"problem": "there is no such device"}, 404) if found is None else reply(found)

    return [
        *(Route(f"{root}{path}", file(*what), methods=["GET"]) for path, what in FILES.items()),
        Route(f"{root}snapshot", show, methods=["GET"]),
        Route(f"{root}settings", show_settings, methods=["GET"]),
        Route(f"{root}devices/{{sn}}", show_device, methods=["GET"]),
    ]


@cache
def _read(name: str) -> bytes:
    return (files("flighthub_console") / "page" / name).read_bytes()
