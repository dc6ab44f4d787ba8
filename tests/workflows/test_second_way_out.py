"""Proxies and certificates reach the store client as they reach the HTTP library."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from client.both_clients import using
from client.certificates import Certificates, made_in
from client.counting_proxy import CountingProxy

from flighthub._downloads import Wanted
from flighthub_api.runtime.secrets import Secret
from flighthub_simulator import Simulator

from .link_server import LinkServer


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return made_in(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flighthub._retry.Retry.pause", lambda self, attempt: 0.01)
    monkeypatch.setattr("flighthub._storage.RETRIES", {"max_retries": 0})


def fetch(client: str, link: str, to: Path, **settings: Any) -> Any:
    def work(fh: Any) -> Any:
        if client == "sync":
            from flighthub._sync._downloads import download_all
        else:
            from flighthub._async._downloads import download_all  # type: ignore[assignment]
        return download_all(fh, [Wanted("a.bin", "a.bin", 5, Secret(link))], to)

    return using(client, work, **{"base_url": "http://127.0.0.1:9", **settings})


def test_files_are_fetched_through_a_proxy_that_is_given(client: str, way: str, tmp_path: Path) -> None:
    with CountingProxy() as proxy, LinkServer(b"hello") as host:
        assert fetch(client, host.link("a.bin"), tmp_path, proxy=proxy.address).ok
        assert len(proxy.asked) == 1


def test_files_are_fetched_through_the_proxy_of_the_environment(
    client: str, way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with CountingProxy() as proxy, LinkServer(b"hello") as host:
        monkeypatch.setenv("HTTP_PROXY" if way == "with storage" else "http_proxy", proxy.address)
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
    client: str, way: str, tmp_path: Path, certificates: Certificates
) -> None:
    with LinkServer(b"hello", context=certificates.server_context()) as host:
        assert fetch(client, host.link("a.bin"), tmp_path, ca_bundle=certificates.authority).ok
        refused = fetch(client, host.link("a.bin"), tmp_path / "other")
        assert not refused.ok
        assert not (tmp_path / "other" / "a.bin").exists()
