"""A program that moves files while Sentry looks on, run by `test_tracked_transfers` in a process of its own.

Sentry patches `http.client` and sockets for as long as the process lives, and keeps the queries of requests, which is
where a signed link has its signature. All that it would send is searched; what is found is printed, as JSON.
"""

from __future__ import annotations

import http.client
import json
import logging
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sentry_sdk
from client.both_clients import CLIENTS, using
from client.trackers import Recorder

from flighthub import Retry
from flighthub._transfer.object_store import Grant, Store
from flighthub._transfer.results import Wanted
from flighthub_runtime.secrets import Secret

from .link_server import LinkServer

SIGNATURE = "planted-signature"
KEYS = {"planted-access-key", "planted-secret-key", "planted-session-token"}
CONTROL = "planted-control"
RECORDER = Recorder()


def download(client: str, link: str, to: Path) -> None:
    """Fetches a file, and logs what keeps it from being there."""

    def work(fh: Any) -> Any:
        if client == "sync":
            from flighthub._sync.transfer.downloads import download_all
        else:
            from flighthub._async.transfer.downloads import download_all  # type: ignore[assignment]
        return download_all(fh, [Wanted("a.bin", "a.bin", 5, Secret(link))], to)

    for file in using(client, work, base_url="http://127.0.0.1:9").failed:
        logging.getLogger("program").error("a download failed", exc_info=file.error)


@contextmanager
def simulator() -> Iterator[dict[str, str]]:
    """A simulator in another process, as Sentry is told of the requests that a server here gets."""
    command = [sys.executable, "-m", "flighthub_simulator", "--port", "0", "--speed", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        try:
            yield dict(word.split("=", 1) for word in line.partition(": ")[2].split())
        finally:
            process.terminate()


def upload(client: str, photos: Path, told: dict[str, str]) -> None:
    """Stores pictures."""
    try:
        using(client, lambda fh: fh.open_models.upload(photos), **told)
    except Exception as error:
        logging.getLogger("program").error("an upload failed", exc_info=error)


def refused_upload(address: str) -> None:
    """Stores a file with keys that are known here, at a host that knows no PUT."""
    keys = [Secret(each) for each in sorted(KEYS)]
    grant = Grant("minio", address, "", "bucket", keys[0], keys[1], keys[2], float("inf"))

    def work(fh: Any) -> Any:
        return Store(grant, fh.configuration).put("key", b"picture", lambda size: None)

    try:
        using("sync", work, base_url="http://127.0.0.1:9")
    except Exception as error:
        logging.getLogger("program").error("an upload failed", exc_info=error)


def main() -> None:
    """Moves files, well and badly, and prints what Sentry was told of it."""
    logging.getLogger("program").addHandler(logging.NullHandler())
    setattr(Retry, "pause", lambda self, attempt: 0.01)  # noqa: B010 - it is not to be assigned
    sentry_sdk.init(
        dsn="https://key@sentry.example.com/1",
        transport=RECORDER,
        traces_sample_rate=1.0,
        send_default_pii=True,
        max_breadcrumbs=10_000,
    )
    folder = Path(tempfile.mkdtemp())
    photos = folder / "photos"
    photos.mkdir()
    (photos / "one.jpg").write_bytes(b"picture" * 1000)
    with sentry_sdk.start_transaction(name="job"), LinkServer(b"hello") as host, simulator() as told:
        for client in CLIENTS:
            for number, setback in enumerate(({}, {"refusals": [403] * 9}, {"redirects": [host.link("b")]})):
                vars(host).update({"refusals": [], "redirects": [], **setback})
                download(client, host.link("a.bin"), folder / f"{client}-{number}")
            vars(host).update({"refusals": [], "redirects": []})
            download(client, f"http://127.0.0.1:9/a.bin?signature={SIGNATURE}", folder / f"{client}-away")
            upload(client, photos, told)
        refused_upload(host.link("").partition("/?")[0])
        plain = http.client.HTTPConnection("127.0.0.1", int(host.link("").split(":")[2].partition("/")[0]))
        plain.request("GET", f"/a.bin?signature={CONTROL}")
        plain.getresponse().read()
        logging.getLogger("program").error("the end")
    sent = json.dumps(RECORDER.events)
    leaks = [each for each in (SIGNATURE, *KEYS, "X-Amz-Signature=") if each in sent]
    places = [sent[max(0, sent.find(each) - 200) : sent.find(each) + 100] for each in leaks]
    failures = [each["logentry"]["message"] for each in RECORDER.events if "exception" in each]
    json.dump({"leaks": places, "failures": failures, "sees": CONTROL in sent}, sys.stdout)


if __name__ == "__main__":
    main()
