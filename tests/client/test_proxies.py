"""Which proxy leads where: arguments, variables, and what `NO_PROXY` excludes, however it is written."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest

from flighthub import ConfigurationError, _tls
from flighthub._core.proxies import Proxies, is_excluded
from flighthub_runtime.secrets import Secret

from .answering_server import AnsweringServer
from .both_clients import CLIENTS, using
from .certificates import Certificates, made_in
from .counting_proxy import CountingProxy
from .lasting_server import LastingServer
from .planted import WORD

both = pytest.mark.parametrize("client", CLIENTS)

HOST = "https://flighthub.example.com:30812"
V4 = "http://10.20.30.40:30812"
V6 = "https://[fd07::5]:30812"

EXCLUDED: list[tuple[str, str, bool]] = [
    ("", HOST, False),
    (" , ,", HOST, False),
    ("*", HOST, True),
    ("flighthub.example.com", HOST, True),
    ("FlightHub.Example.COM", HOST, True),
    ("flighthub.example.com.", "https://flighthub.example.com.", False),
    ("flighthub.example.com", "https://flighthub.example.com.", True),
    ("example.com", HOST, True),
    (".example.com", HOST, True),
    ("*.example.com", HOST, True),
    ("ample.com", HOST, False),
    ("other.example.com", HOST, False),
    ("example.org example.com", HOST, True),
    ("example.com:30812", HOST, True),
    ("example.com:443", HOST, False),
    ("example.com:443", "https://example.com", True),
    ("example.com:port", HOST, True),
    ("10.20.30.40", V4, True),
    ("10.20.30.40:30812", V4, True),
    ("10.20.30.40:80", V4, False),
    ("10.0.0.0/8", V4, True),
    ("10.20.30.41/8", V4, True),
    ("192.168.0.0/16", V4, False),
    ("10.0.0.0/99", V4, False),
    ("0.40", V4, False),
    ("fd07::/64", V6, True),
    ("[fd07::5]", V6, True),
    ("[fd07::5]:30812", V6, True),
    ("[fd07::5]:1", V6, False),
    ("fd07::5", V6, True),
    ("fd07:0:0::5", V6, True),
    ("fd08::/64", V6, False),
    ("10.0.0.0/8", V6, False),
    ("[::1", V6, False),
    ("http://example.com", HOST, False),
    ("\u00e4\u00f6\u00fc,[,],:,::::,/,%,example.com", HOST, True),
]


@pytest.mark.parametrize(("excluded", "address", "expected"), EXCLUDED)
def test_no_proxy_excludes_names_addresses_and_networks(excluded: str, address: str, expected: bool) -> None:
    assert is_excluded(urlsplit(address), excluded) is expected
    found = Proxies(None, {"ALL_PROXY": "http://proxy.example.com:3128", "NO_PROXY": excluded})
    assert (found.proxy_for(Secret(address)) is None) is expected


NAMED: list[tuple[dict[str, str], str, str | None]] = [
    ({"HTTPS_PROXY": "http://a:1"}, HOST, "http://a:1"),
    ({"https_proxy": "http://a:1", "HTTPS_PROXY": "http://b:1"}, HOST, "http://a:1"),
    ({"HTTPS_PROXY": "a:1"}, HOST, "http://a:1"),
    ({"HTTPS_PROXY": " "}, HOST, None),
    ({"HTTP_PROXY": "http://a:1"}, HOST, None),
    ({"HTTP_PROXY": "http://a:1"}, V4, "http://a:1"),
    ({"HTTP_PROXY": "http://a:1", "REQUEST_METHOD": "GET"}, V4, None),
    ({"http_proxy": "http://a:1", "REQUEST_METHOD": "GET"}, V4, "http://a:1"),
    ({"ALL_PROXY": "socks5://a:1", "HTTPS_PROXY": "http://b:1"}, HOST, "http://b:1"),
    ({"ALL_PROXY": "socks5://a:1"}, HOST, "socks5://a:1"),
]


@pytest.mark.parametrize(("variables", "address", "expected"), NAMED)
def test_variables_name_the_proxy(variables: dict[str, str], address: str, expected: str | None) -> None:
    found = Proxies(None, variables).proxy_for(Secret(address))
    assert (None if found is None else found.address.reveal()) == expected


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return made_in(tmp_path_factory.mktemp("certificates"))


def status(fh: Any) -> Any:
    return fh.system.status()


@both
@pytest.mark.parametrize(
    ("variable", "address"), [("HTTPS_PROXY", f"ftp://{WORD}@a"), ("https_proxy", f"http://{WORD}:x")]
)
def test_a_variable_that_names_no_proxy_is_named_itself(
    client: str, variable: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, address)
    with pytest.raises(ConfigurationError, match=f"^{variable} ") as caught:
        using(client, repr, base_url=HOST)
    assert WORD not in str(caught.value)


@both
@pytest.mark.parametrize(
    "variables",
    [
        {"HTTPS_PROXY": "ftp://nothing"},
        {"NO_PROXY": ""},
        {"NO_PROXY": "[::1]"},
        {"NO_PROXY": "fd07::/64,\u00e4\u00f6[,10.0.0.0/33"},
        {"ALL_PROXY": "ftp://nothing", "no_proxy": "127.0.0.0/8"},
    ],
    ids=str,
)
def test_a_variable_that_does_not_matter_for_the_server_stops_nobody(
    client: str, variables: dict[str, str], server: AnsweringServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in variables.items():
        monkeypatch.setenv(name, text)
    using(client, status, base_url=server.base_url)
    assert len(server.arrivals) == 1


@both
def test_a_network_in_no_proxy_holds_for_the_calls_of_a_client(
    client: str, server: AnsweringServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with CountingProxy() as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.address)
        monkeypatch.setenv("NO_PROXY", "[::1],127.0.0.0/8")
        using(client, status, base_url=server.base_url)
        assert (len(proxy.asked), len(server.arrivals)) == (0, 1)


@pytest.mark.parametrize(
    ("variable", "text", "problem"),
    [
        ("SSL_CERT_FILE", "/nowhere/ca.pem", "No such file"),
        ("SSL_CERT_FILE", __file__, "no certificate"),
    ],
)
def test_a_variable_that_names_no_certificates_is_named_itself(
    variable: str, text: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, text)
    _tls._usual.cache_clear()
    try:
        with pytest.raises(ConfigurationError, match=f"(?i){variable}.*{problem.replace(' ', '.')}"):
            using("sync", repr, base_url=HOST)
    finally:
        _tls._usual.cache_clear()


@both
def test_a_file_for_the_keys_of_tls_that_cannot_be_written_stops_nobody(
    client: str, certificates: Certificates, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", "/nowhere/keys.log")
    with LastingServer(certificates.server_context()) as server:
        using(client, status, base_url=server.base_url, ca_bundle=certificates.authority)
        assert len(server.arrivals) == 1
    assert "SSLKEYLOGFILE is ignored: /nowhere/keys.log" in caplog.text
