"""Proxies and certificates reach the store client as they reach the HTTP library."""

from __future__ import annotations

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from client.both_clients import using
from client.certificates import Certificates, made_in
from client.counting_proxy import CountingProxy

from flighthub import FlightHub, Timeout
from flighthub._transfer.object_store import Grant, Store
from flighthub._transfer.results import Wanted
from flighthub_runtime.secrets import Secret
from flighthub_simulator import Simulator

from .link_server import LinkServer


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return made_in(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flighthub._core.retry.Retry.pause", lambda self, attempt: 0.01)
    monkeypatch.setattr("flighthub._transfer.object_store.RETRIES", {"max_retries": 0})


def fetch(client: str, link: str, to: Path, **settings: Any) -> Any:
    def work(fh: Any) -> Any:
        if client == "sync":
            from flighthub._sync.transfer.downloads import download_all
        else:
            from flighthub._async.transfer.downloads import download_all  # type: ignore[assignment]
        return download_all(fh, [Wanted("a.bin", "a.bin", 5, Secret(link))], to)

    return using(client, work, **{"base_url": "http://127.0.0.1:9", **settings})


def test_files_are_fetched_through_a_proxy_that_is_given(client: str, tmp_path: Path) -> None:
    with CountingProxy() as proxy, LinkServer(b"hello") as host:
        assert fetch(client, host.link("a.bin"), tmp_path, proxy=proxy.address).ok
        assert len(proxy.asked) == 1


def test_files_are_fetched_through_the_proxy_of_the_environment(
    client: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with CountingProxy() as proxy, LinkServer(b"hello") as host:
        monkeypatch.setenv("http_proxy", proxy.address)
        assert fetch(client, host.link("a.bin"), tmp_path).ok
        assert len(proxy.asked) == 1


def test_pictures_are_stored_through_a_proxy_that_is_given(client: str, present: Simulator, photos: Path) -> None:
    with CountingProxy() as proxy:
        using(
            client,
            lambda fh: fh.open_models.upload(photos),
            token=present.token,
            project=present.project,
            base_url=present.base_url,
            proxy=proxy.address,
        )
        assert len([target for method, target in proxy.asked if method == "PUT"]) == 12


def test_a_bundle_of_certificates_is_trusted_for_links_and_nothing_else_is(
    client: str, tmp_path: Path, certificates: Certificates
) -> None:
    with LinkServer(b"hello", context=certificates.server_context()) as host:
        assert fetch(client, host.link("a.bin"), tmp_path, ca_bundle=certificates.authority).ok
        refused = fetch(client, host.link("a.bin"), tmp_path / "other")
        assert not refused.ok
        assert not (tmp_path / "other" / "a.bin").exists()


@pytest.mark.parametrize("name", ["AWS_SKIP_SIGNATURE", "AWS_S3_EXPRESS"])
def test_habits_that_the_environment_has_for_another_store_do_not_reach_this_one(
    client: str, present: Simulator, photos: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "true")
    told = {"token": present.token, "project": present.project, "base_url": present.base_url}
    using(client, lambda fh: fh.open_models.upload(photos), **told)


def test_what_is_stored_may_take_longer_to_leave_than_an_answer_to_come() -> None:
    class Slow(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            left = int(self.headers["content-length"])
            while left:
                left -= len(self.rfile.read(min(left, 2**20)))
                time.sleep(0.1)
            self.send_response(200)
            self.send_header("ETag", '"one"')
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    key = Secret("key")
    grant = Grant("minio", f"http://127.0.0.1:{server.server_port}", "", "bucket", key, key, key, float("inf"))
    with FlightHub(token="a", base_url="http://127.0.0.1:9", timeout=Timeout(read=0.3)) as fh:
        assert Store(grant, fh.configuration).put("key", bytes(8 * 2**20), lambda size: None) == "one"
    server.shutdown()
    server.server_close()
