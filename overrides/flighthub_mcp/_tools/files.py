"""Files: pictures and tracks of flights, and routes, in one folder and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from flighthub import ConfigurationError, InvalidArgument

from .._runtime import Job
from .._schemas import text, texts
from .._settings import FILES
from .._tool import Call, Tool
from .jobs import job_tools, started
from .look import ROUTE, TASK, find_route

_FINISH: Final = "waylines.finish_upload"

FOLDER: Final = text("Folder below the server's own; made when it is not there.")


def tools() -> list[Tool]:
    """The tools for files."""
    return [
        Tool(
            "download_media",
            "Download files of a flight",
            "Start fetching the pictures and videos of a flight into a folder. Gives a job.",
            FILES,
            _media,
            {"task": TASK, "to": FOLDER, "types": texts("Kinds, such as image or video; all when not given.")},
            ("task",),
            local=True,
        ),
        Tool(
            "save_track",
            "Save a track",
            "Write the whole trajectory of a flight to a file, as GPX or GeoJSON.",
            FILES,
            _track,
            {"task": TASK, "file": text("Name of the file, with .gpx or .geojson.")},
            ("task", "file"),
            local=True,
        ),
        Tool(
            "download_route",
            "Download a route",
            "Fetch the file of a route (KMZ) into a folder.",
            FILES,
            _download_route,
            {"route": ROUTE, "to": FOLDER},
            ("route",),
            local=True,
        ),
        Tool(
            "upload_route",
            "Upload a route",
            "Check a route file (KMZ) of the folder, and upload it. Nothing flies it by itself.",
            FILES,
            _upload_route,
            {"file": text("The file."), "name": text("Name of the route.")},
            ("file",),
            uses=(_FINISH,),
            local=True,
        ),
        *job_tools(FILES),
    ]


def inside(call: Call, name: str, member: str) -> Path:
    """A path below the folder of the server.

    Raises:
        InvalidArgument: It leads out of the folder, by dots or by links, or is no name.
    """
    root = call.runtime.settings.folder
    if root is None:
        raise ConfigurationError("the server was started without a folder: --folder")
    top = root.resolve()
    try:
        found = (top / name).resolve()
    except (ValueError, RuntimeError):  # a zero byte; links in a circle
        raise InvalidArgument(member, "must be the name of a file or folder") from None
    if not found.is_relative_to(top):
        raise InvalidArgument(member, "must be below the folder of the server")
    return found


def _shown(call: Call, path: Path) -> str:
    root = call.runtime.settings.folder
    return str(path if root is None else path.resolve().relative_to(root.resolve()))


async def _media(call: Call) -> dict[str, Any]:
    task, to = str(call.get("task")), inside(call, str(call.get("to", ".")), "to")
    types = call.get("types")

    async def work(job: Job) -> dict[str, Any]:
        found = await call.fh.flight_tasks.download_media(
            task, to=to, types=None if types is None else set(types), progress=job.update
        )
        rows = list(found)
        return {
            "folder": _shown(call, to),
            "files": len(rows),
            "failed": [str(each.error) for each in rows if each.error is not None][:5],
            "is_complete": found.is_complete,
        }

    return started(*call.runtime.start("files of a flight", call.project, work))


async def _track(call: Call) -> dict[str, Any]:
    file = inside(call, str(call.get("file")), "file")
    if file.suffix not in (".gpx", ".geojson"):
        raise InvalidArgument("file", "must end in .gpx or .geojson")
    if file.exists():
        raise InvalidArgument("file", "is there already: choose another name")
    track = await call.fh.flight_tasks.handle(str(call.get("task"))).track()
    content = track.to_gpx() if file.suffix == ".gpx" else json.dumps(track.to_geojson())
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8") as stream:
        stream.write(content)
    return {"file": _shown(call, file), "points": sum(1 for _ in track.fixes())}


async def _download_route(call: Call) -> dict[str, Any]:
    to = inside(call, str(call.get("to", ".")), "to")
    route = await find_route(call, str(call.get("route")))
    return {"file": _shown(call, await call.fh.waylines.download(route, to=to, timeout=40))}


async def _upload_route(call: Call) -> Any:
    file = inside(call, str(call.get("file")), "file")
    return await call.fh.waylines.upload(file, name=call.get("name"), timeout=40)
