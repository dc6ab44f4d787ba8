"""`fh.sync` to object stores: the same objects as files in a folder, and nothing stored or fetched twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import obstore
import pytest
from moto.server import ThreadedMotoServer
from obstore.store import S3Store

from flighthub import FlightHubError, InvalidArgument, Secret, TransferError
from flighthub._transfer.object_store import _in_memory
from flighthub_simulator import Simulator

from .test_kills import jobs
from .test_sync import counted, sync
from .week import HARBOUR, files_of

KEYS = {"access_key_id": "planted-key", "secret_access_key": Secret("planted-secret"), "region": "eu-central-1"}
INCLUDE = {"media", "tracks", "waylines"}


@pytest.fixture(scope="module")
def moto_address() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(moto_address: str) -> tuple[str, dict[str, Any]]:
    """An empty bucket, and the settings by which it is found."""
    from moto.s3.models import s3_backends

    name = f"archive-{uuid4().hex[:8]}"
    s3_backends["123456789012"]["aws"].create_bucket(name, "eu-central-1")
    return f"s3://{name}/flights", {**KEYS, "endpoint": moto_address}


def objects(store: Any) -> dict[str, bytes]:
    """What lies in a store, but for what only says how far the job is."""
    found = [each["path"] for batch in obstore.list(store) for each in batch]
    return {path: bytes(obstore.get(store, path).bytes()) for path in found if not path.startswith("_flighthub/")}


def opened(url: str, options: dict[str, Any]) -> Any:
    """The store of a URL, as anybody opens it."""
    told = {name: value.reveal() if isinstance(value, Secret) else value for name, value in options.items()}
    return S3Store.from_url(url, client_options={"allow_http": True}, **told)


def test_an_object_store_holds_what_a_folder_would(
    flown: Simulator, tmp_path: Path, bucket: tuple[str, dict[str, Any]]
) -> None:
    url, options = bucket
    sync("sync", flown, tmp_path, include=INCLUDE)
    found = sync("async", flown, url, include=INCLUDE, storage_options=options)
    assert (found.ok, found.files > 0) == (True, True)
    assert objects(opened(url, options)) == files_of(tmp_path)
    with counted(flown) as count:
        assert sync("sync", flown, url, include=INCLUDE, storage_options=options).files == 0
    assert "file" not in count()


def test_the_variables_of_the_environment_open_it(
    flown: Simulator, bucket: tuple[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, options = bucket
    for name, value in options.items():
        text = value.reveal() if isinstance(value, Secret) else value
        monkeypatch.setenv(f"AWS_{name.upper()}", text)
    assert sync("sync", flown, url, include={"waylines"}).ok
    assert objects(opened(url, options))


def test_what_was_stored_before_a_kill_is_not_fetched_again(
    flown: Simulator, tmp_path: Path, bucket: tuple[str, dict[str, Any]]
) -> None:
    url, options = bucket
    sync("sync", flown, url, include={"media"}, projects=[HARBOUR], storage_options=options)
    store = opened(url, options)
    whole = objects(store)
    # A run that is killed has stored files of which no manifest says anything.
    lost = [path for path in whole if path.startswith("manifest/")]
    obstore.delete(store, [*lost, *(each["path"] for batch in obstore.list(store, "_flighthub") for each in batch)])
    obstore.delete(store, next(path for path in whole if path.startswith("media/")))
    with counted(flown) as count:
        found = sync("sync", flown, url, include={"media"}, projects=[HARBOUR], storage_options=options)
    assert (found.files, count().count("file")) == (1, 1)
    assert objects(store) == whole


def test_kills_end_in_the_same_objects(flown: Simulator, bucket: tuple[str, dict[str, Any]]) -> None:
    url, options = bucket
    told = {name: value.reveal() if isinstance(value, Secret) else value for name, value in options.items()}
    arguments = {"include": ["media", "tracks"], "projects": [HARBOUR], "storage_options": told}
    with jobs(flown) as run:
        assert run.run(f"{url}/whole", **arguments) == 0
        for after in (0.1, 0.2, 0.3):
            run.run(f"{url}/killed", kill_after=after, **arguments)
        assert run.run(f"{url}/killed", **arguments) == 0
    assert objects(opened(f"{url}/killed", options)) == objects(opened(f"{url}/whole", options))


def test_a_store_in_memory_lasts_as_long_as_the_process(flown: Simulator, tmp_path: Path) -> None:
    url = f"memory://{uuid4().hex}"
    include = {"tracks", "waylines"}
    sync("sync", flown, tmp_path, include=include)
    assert sync("sync", flown, url, include=include).tracks
    assert objects(_in_memory[url]) == files_of(tmp_path)
    assert sync("sync", flown, url, include=include).tracks == 0


def test_the_url_of_a_folder_is_the_folder(flown: Simulator, tmp_path: Path) -> None:
    folder = tmp_path / "an archive"
    assert sync("sync", flown, folder.as_uri(), include={"waylines"}).ok
    assert files_of(folder)


@pytest.mark.parametrize(
    ("url", "options", "error"),
    [
        ("s3://missing/flights", {}, TransferError),
        ("s3://missing/flights", {"endpoint": "http://127.0.0.1:9"}, TransferError),
        ("s3://missing/flights", {"endpoint": "not a host"}, TransferError),
        ("s3://missing/flights", {"planted": "option"}, InvalidArgument),
        ("gs://missing/flights", {"service_account_key": "planted"}, InvalidArgument),
    ],
    ids=["no bucket", "no host", "no address", "no option", "no key"],
)
def test_a_store_that_takes_nothing_is_an_error_without_keys(
    flown: Simulator, moto_address: str, url: str, options: dict[str, str], error: type[FlightHubError]
) -> None:
    told = {**(KEYS if url.startswith("s3") else {}), "endpoint": moto_address, **options}
    if url.startswith("gs"):
        told.pop("endpoint")
    with pytest.raises(error) as caught:
        sync("sync", flown, url, include={"waylines"}, storage_options=told, projects=[HARBOUR])
    assert "planted-secret" not in json.dumps([str(caught.value), repr(caught.value.__cause__)])
