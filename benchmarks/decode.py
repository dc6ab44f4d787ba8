"""Decodes a track of 100 000 points, bytes to objects and to columns, in five ways, and prints the best times as JSON.

python decode.py FOLDER         FOLDER holds `stock_client`, the tool's own output for the same operations
"""

from __future__ import annotations

import gc
import json
import random
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

POINTS = 100_000


def body(*, odd: bool = False) -> bytes:
    """An answer of `flight_tasks.get_track`."""
    chance = random.Random(1)
    points: list[dict[str, Any]] = [
        {
            "timestamp": 1772442621000 + 2000 * number,
            "latitude": 46.05127 + chance.random() / 1000,
            "longitude": 14.50613 + chance.random() / 1000,
            "height": 380 + chance.random() * 20,
        }
        for number in range(POINTS)
    ]
    if odd:
        points[-1]["height"] = None
    track = {"track_id": "t", "drone_sn": "1581FEXAMPLE00001", "flight_distance": 2840.5, "flight_duration": 1251}
    data = {"name": "n", "status": "success", "wayline_uuid": "u", "track": {**track, "points": points}}
    return json.dumps({"code": 0, "message": "", "data": data}).encode()


def best(jobs: dict[str, Callable[[], Any]], runs: int = 9) -> dict[str, float]:
    """The best time of each job in milliseconds, the jobs taking turns."""
    found = dict.fromkeys(jobs, float("inf"))
    for _ in range(runs):
        for name, job in jobs.items():
            gc.collect()
            started = time.perf_counter()
            kept = job()
            found[name] = min(found[name], (time.perf_counter() - started) * 1000)
            del kept
    return found


def memory(job: Callable[[], Any]) -> float:
    """What the result of a job keeps, in MB."""
    gc.collect()
    tracemalloc.start()
    kept = job()
    gc.collect()
    size = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    del kept
    return size


def main(folder: str) -> None:
    """Measures and prints."""
    from pydantic import BaseModel

    from flighthub._exports.track_columns import Points, parse_track, table_of_data
    from flighthub_api.groups import flight_tasks
    from flighthub_runtime.wire import parse_json

    sys.path.insert(0, folder)
    from stock_client.models import FlightTaskTrack as StockTrack  # type: ignore[import-not-found]

    class Point(BaseModel):
        timestamp: int
        latitude: float
        longitude: float
        height: float

    class Track(BaseModel):
        track_id: str
        drone_sn: str
        flight_distance: float
        flight_duration: int
        points: list[Point]

    class TaskTrack(BaseModel):
        name: str
        status: str
        wayline_uuid: str
        track: Track

    class Envelope(BaseModel):
        code: int
        message: str
        data: TaskTrack

    call = flight_tasks.GET_TRACK
    text, odd = body(), body(odd=True)

    def ours() -> Any:
        return call.read(parse_json(text)).result

    def stock() -> Any:
        return StockTrack.from_dict(json.loads(text)["data"])

    def arrow() -> Any:
        return table_of_data(parse_track(text)["data"])

    assert isinstance(parse_track(text)["data"], Points)
    mine, theirs = ours(), stock()
    assert mine.to_dict() == theirs.to_dict() == json.loads(text)["data"]
    found = best(
        {
            "ours": ours,
            "ours_arrow": arrow,
            "ours_odd": lambda: call.read(parse_json(odd)).result,
            "stock": stock,
            "pydantic": lambda: Envelope.model_validate_json(text),
            "json": lambda: json.loads(text),
            "ours_to_dict": mine.to_dict,
            "stock_to_dict": theirs.to_dict,
        }
    )
    del mine, theirs
    found["ours_memory"], found["stock_memory"] = memory(ours), memory(stock)
    found["arrow_memory"] = memory(arrow) + arrow().nbytes / 1e6
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1])
