"""One program that moves files, or watches devices, and prints its seconds and its peak of memory (MB) as JSON.

python transfer.py WHO WHAT ADDRESS FOLDER      see PROGRAMS
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

WIDTH = 8
PART = 16 * 2**20
SETTINGS: dict[str, Any] = {"token": "t", "project": "14513788-a0c6-47e0-96d8-29736a44546a"}
ROUNDS = 12


def ours_up(address: str, folder: Path) -> None:
    """The facade."""
    from flighthub import FlightHub

    with FlightHub(base_url=address, **SETTINGS) as fh:
        fh.open_models.upload(folder, state=folder.parent / "state", max_concurrency=WIDTH)


def ours_up_async(address: str, folder: Path) -> None:
    """The facade, awaited."""
    from flighthub import AsyncFlightHub

    async def main() -> None:
        async with AsyncFlightHub(base_url=address, **SETTINGS) as fh:
            await fh.open_models.upload(folder, state=folder.parent / "state", max_concurrency=WIDTH)

    asyncio.run(main())


def ours_down(address: str, folder: Path) -> None:
    """The facade."""
    from flighthub import FlightHub

    with FlightHub(base_url=address, **SETTINGS) as fh:
        fh.flight_tasks.download_media("task", to=folder, max_concurrency=WIDTH).raise_for_errors()


def ours_down_async(address: str, folder: Path) -> None:
    """The facade, awaited."""
    from flighthub import AsyncFlightHub

    async def main() -> None:
        async with AsyncFlightHub(base_url=address, **SETTINGS) as fh:
            (await fh.flight_tasks.download_media("task", to=folder, max_concurrency=WIDTH)).raise_for_errors()

    asyncio.run(main())


def ours_down_without(address: str, folder: Path) -> None:
    """The facade, as it is without the extra."""
    from flighthub import _storage

    _storage.is_installed = lambda: False
    ours_down(address, folder)


def obstore_up(address: str, folder: Path) -> None:
    """The store client alone."""
    import obstore
    from obstore.store import S3Store

    store = S3Store(
        "bucket", endpoint=address, region="eu-central-1", access_key_id="id", secret_access_key="secret",
        session_token="token", virtual_hosted_style_request=False, client_options={"allow_http": True},
    )  # fmt: skip

    def put(file: Path) -> None:
        obstore.put(store, f"sets/{file.name}", file, chunk_size=PART, max_concurrency=4)

    _all(put, sorted(folder.iterdir()))


def obstore_down(address: str, folder: Path) -> None:
    """The store client alone."""
    import obstore
    from obstore.store import HTTPStore

    def get(row: tuple[str, str]) -> None:
        name, link = row
        found = obstore.get(HTTPStore.from_url(link, client_options={"allow_http": True}), "")
        with (folder / name).open("wb") as file:
            for piece in found.stream(2**20):
                file.write(piece)

    _all(get, _links(address))


def boto3_up(address: str, folder: Path) -> None:
    """The usual S3 client."""
    client = _boto3(address)
    _all(lambda file: client.upload_file(str(file), "bucket", f"sets/{file.name}"), sorted(folder.iterdir()))


def boto3_down(address: str, folder: Path) -> None:
    """The usual S3 client."""
    from urllib.parse import urlsplit

    client = _boto3(address)

    def get(row: tuple[str, str]) -> None:
        name, link = row
        _, bucket, key = urlsplit(link).path.split("/", 2)
        body = client.get_object(Bucket=bucket, Key=key)["Body"]
        with (folder / name).open("wb") as file:
            for piece in body.iter_chunks(2**20):
                file.write(piece)

    _all(get, _links(address))


def watch(address: str, folder: Path) -> None:
    """Rounds over all devices; memory is taken after the second and after the last."""
    from flighthub import FlightHub

    with FlightHub(base_url=address, **SETTINGS) as fh:
        devices = len(fh.devices.list())
        for seen, _ in enumerate(fh.devices.watch(interval=0.001, rounds=ROUNDS), 1):
            if seen == 2 * devices:
                (folder / "early").write_text(str(_memory()))


def _boto3(address: str) -> Any:
    import boto3
    from botocore.client import Config

    config = Config(s3={"addressing_style": "path"}, max_pool_connections=2 * WIDTH)
    return boto3.client(
        "s3", endpoint_url=address, region_name="eu-central-1", aws_access_key_id="id",
        aws_secret_access_key="secret", aws_session_token="token", config=config,
    )  # fmt: skip


def _links(address: str) -> list[tuple[str, str]]:
    from flighthub import FlightHub

    with FlightHub(base_url=address, **SETTINGS) as fh:
        rows = fh.flight_tasks.list_media("task")
    return [(f"{row.name}{row.suffix}", row.original_url.reveal()) for row in rows if row.original_url]


def _all(work: Callable[[Any], Any], items: list[Any]) -> None:
    with ThreadPoolExecutor(WIDTH) as pool:
        for _ in pool.map(work, items):
            pass


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


PROGRAMS: dict[str, Callable[[str, Path], None]] = {
    each.__name__: each
    for each in (
        ours_up,
        ours_up_async,
        ours_down,
        ours_down_async,
        ours_down_without,
        obstore_up,
        obstore_down,
        boto3_up,
        boto3_down,
        watch,
    )
}

if __name__ == "__main__":
    name, where, place = sys.argv[1:]
    # What importing costs is measured elsewhere.
    for module in {"boto3": ("boto3",), "obstore": ("obstore", "flighthub._sync._client")}.get(
        name.partition("_")[0],
        ("obstore", "flighthub._sync._open_models", "flighthub._async._open_models", "flighthub._sync._client"),
    ):
        import_module(module)
    began = time.perf_counter()
    PROGRAMS[name](where, Path(place))
    print(json.dumps({"seconds": time.perf_counter() - began, "memory": _memory()}))
