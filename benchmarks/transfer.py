"""One program that moves files, or watches devices, and prints what it took as JSON: seconds, and megabytes of memory.

Memory is read from /proc: the peak that the kernel gives with `getrusage` is that of the process that started this one,
when that was larger.

    python transfer.py PROGRAM ADDRESS FOLDER [CERTIFICATES]      see PROGRAMS
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import socket
import ssl
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

WIDTH = 8
OBSTORE_PART = 16 * 2**20
OBSTORE_PIECE = 2**17
"""The sizes with which the store client alone is quickest."""
SETTINGS: dict[str, Any] = {"token": "t", "project": "14513788-a0c6-47e0-96d8-29736a44546a"}
ROUNDS = 12


def ours_up(address: str, folder: Path) -> None:
    """The facade."""
    from flighthub import FlightHub

    with FlightHub(base_url=address, **SETTINGS) as fh:
        fh.open_models.upload(folder, state=folder.parent / "state", max_concurrency=WIDTH)


def ours_async_up(address: str, folder: Path) -> None:
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


def ours_async_down(address: str, folder: Path) -> None:
    """The facade, awaited."""
    from flighthub import AsyncFlightHub

    async def main() -> None:
        async with AsyncFlightHub(base_url=address, **SETTINGS) as fh:
            (await fh.flight_tasks.download_media("task", to=folder, max_concurrency=WIDTH)).raise_for_errors()

    asyncio.run(main())


def _obstore_options() -> dict[str, Any]:
    bundle = SETTINGS.get("ca_bundle")
    return {"allow_http": True, **({} if bundle is None else {"root_certificate": Path(bundle).read_bytes()})}


def obstore_up(address: str, folder: Path) -> None:
    """The store client alone."""
    import obstore
    from obstore.store import S3Store

    store = S3Store(
        "bucket", endpoint=address, region="eu-central-1", access_key_id="id", secret_access_key="secret",
        session_token="token", virtual_hosted_style_request=False, client_options=_obstore_options(),
    )  # fmt: skip

    def put(file: Path) -> None:
        obstore.put(store, f"sets/{file.name}", file, chunk_size=OBSTORE_PART, max_concurrency=4)

    _all(put, sorted(folder.iterdir()))


def obstore_down(address: str, folder: Path) -> None:
    """The store client alone."""
    import obstore
    from obstore.store import HTTPStore

    def get(row: tuple[str, str]) -> None:
        name, link = row
        found = obstore.get(HTTPStore.from_url(link, client_options=_obstore_options()), "")
        with (folder / name).open("wb") as file:
            for piece in found.stream(OBSTORE_PIECE):
                file.write(piece)

    _all(get, _links(address))


def boto3_up(address: str, folder: Path) -> None:
    """The usual S3 client."""
    client = _boto3(address)
    _all(lambda file: client.upload_file(str(file), "bucket", f"sets/{file.name}"), sorted(folder.iterdir()))


def boto3_down(address: str, folder: Path) -> None:
    """The usual S3 client."""
    client = _boto3(address)

    def get(row: tuple[str, str]) -> None:
        name, link = row
        _, bucket, key = urlsplit(link).path.split("/", 2)
        body = client.get_object(Bucket=bucket, Key=key)["Body"]
        with (folder / name).open("wb") as file:
            for piece in body.iter_chunks(2**20):
                file.write(piece)

    _all(get, _links(address))


def raw_up(address: str, folder: Path) -> None:
    """Bare sockets that are kept, to see what the store could take."""
    parts = urlsplit(address)
    mine = threading.local()

    def put(file: Path) -> None:
        if not hasattr(mine, "connection"):
            mine.connection = socket.create_connection((parts.hostname, parts.port))
            mine.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with file.open("rb") as content:
            size = os.fstat(content.fileno()).st_size
            mine.connection.sendall(f"PUT /bucket/{file.name} HTTP/1.1\r\nContent-Length: {size}\r\n\r\n".encode())
            mine.connection.sendfile(content)
            mine.connection.recv(65536)

    _all(put, sorted(folder.iterdir()))


def raw_down(address: str, folder: Path) -> None:
    """Bare sockets, whose content is thrown away, to see what the store could give."""
    parts = urlsplit(address)

    def get(row: tuple[str, str]) -> None:
        trash = bytearray(2**20)
        with socket.create_connection((parts.hostname, parts.port)) as connection:
            connection.sendall(f"GET {urlsplit(row[1]).path} HTTP/1.1\r\n\r\n".encode())
            connection.shutdown(socket.SHUT_WR)
            while connection.recv_into(trash):
                pass

    _all(get, _links(address))


def watch(address: str, folder: Path) -> None:
    """Rounds over all devices; memory is taken after the second and after the last."""
    from flighthub import FlightHub

    with FlightHub(base_url=address, **SETTINGS) as fh:
        devices = len(fh.devices.list())
        for seen, change in enumerate(fh.devices.watch(interval=0.001, rounds=ROUNDS), 1):
            _note(seen, devices, change)


def watch_async(address: str, folder: Path) -> None:
    """The same, awaited."""
    from flighthub import AsyncFlightHub

    async def main() -> None:
        async with AsyncFlightHub(base_url=address, **SETTINGS) as fh:
            devices = len(await fh.devices.list())
            seen = 0
            async for change in fh.devices.watch(interval=0.001, rounds=ROUNDS):
                seen += 1
                _note(seen, devices, change)

    asyncio.run(main())


noted: dict[str, float] = {"rounds": ROUNDS, "changes": 0}


def _note(seen: int, devices: int, change: Any) -> None:
    """Takes down how many states were read, and the memory at the end of the second round and of the last."""
    noted["changes"] += change.error is None
    if seen == 2 * devices:
        noted["early"] = _memory("VmRSS")
    elif seen == ROUNDS * devices:
        noted["last"] = _memory("VmRSS")


def _boto3(address: str) -> Any:
    import boto3
    from botocore.client import Config

    # Over TLS it would send chunks with a checksum behind them, which the light store does not know.
    checksums = {"request_checksum_calculation": "when_required"} if "ca_bundle" in SETTINGS else {}
    config = Config(s3={"addressing_style": "path"}, max_pool_connections=2 * WIDTH, **checksums)
    return boto3.client(
        "s3", endpoint_url=address, region_name="eu-central-1", aws_access_key_id="id",
        aws_secret_access_key="secret", aws_session_token="token", config=config, verify=SETTINGS.get("ca_bundle"),
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


def _memory(what: str = "VmHWM") -> float:
    """Megabytes: the most that this process had so far, or what it has (`VmRSS`)."""
    text = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(rf"{what}:\s+(\d+)", text)[1]) / 1024  # type: ignore[index]


PROGRAMS: dict[str, Callable[[str, Path], None]] = {
    each.__name__: each
    for each in (
        ours_up,
        ours_async_up,
        ours_down,
        ours_async_down,
        obstore_up,
        obstore_down,
        boto3_up,
        boto3_down,
        raw_up,
        raw_down,
        watch,
        watch_async,
    )
}

IMPORTS = {
    "boto3": ("boto3", "boto3.s3.transfer"),
    "obstore": ("obstore.store",),
    "ours": tuple(
        f"flighthub.{tree}.{module}"
        for tree in ("_sync", "_async")
        for module in (
            "core.transport",
            "transfer.downloads",
            "flights.flight_tasks",
            "flights.media",
            "reconstruction.open_models",
            "reconstruction.reconstruct",
            "reconstruction.uploads",
            "core.shared_reads",
        )
    )
    + tuple(
        f"flighthub_api.models.{module}"
        for module in ("flight_task", "media_file_list", "open_model_resource", "upload_receipt")
    ),
    "ours_async": ("anyio.to_thread", "anyio._backends._asyncio"),
    "ours_up": ("obstore.store",),
}
"""What whoever moves files imports before the clock starts: that is measured elsewhere."""


def main(name: str, address: str, folder: str, certificates: str = "") -> None:
    """Runs a program."""
    who, _, way = name.partition("_")
    if certificates:
        SETTINGS["ca_bundle"] = certificates
    context = ssl.create_default_context(cafile=certificates) if certificates else None
    if who == "ours" and way.endswith("down"):
        # No extra is needed for it.
        sys.modules["obstore"] = None  # type: ignore[assignment]
    kinds = (who, f"{who}_{way.rpartition('_')[2]}", f"{who}_{way.partition('_')[0]}")
    # Links come from the API for everybody.
    needed = ("flighthub._sync.core.transport", "flighthub_api.groups.flight_tasks", "flighthub_api.groups.open_models")
    for module in (*needed, *(module for kind in kinds for module in IMPORTS.get(kind, ()))):
        import_module(module)
    urlopen(f"{address}/moved", context=context).read()
    before = _memory()
    began, used = time.perf_counter(), time.process_time()
    PROGRAMS[name](address, Path(folder))
    seconds, processor = time.perf_counter() - began, time.process_time() - used
    moved = json.loads(urlopen(f"{address}/moved", context=context).read())
    found = {"seconds": seconds, "processor": processor, "before": before, "memory": _memory(), "moved": moved}
    print(json.dumps({**found, **noted}))


if __name__ == "__main__":
    main(*sys.argv[1:])
