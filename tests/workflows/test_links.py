"""Links are strangers: what is followed, what is believed and what ends, in the clear and over TLS, by all ways."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from client.both_clients import TOKEN, using
from client.certificates import Certificates, made_in
from client.counting_proxy import CountingProxy

from flighthub import FlightHub, InvalidArgument, Timeout, TransferError, WaitCancelled, WaitTimeout
from flighthub._core.proxies import is_excluded
from flighthub._transfer import addresses, supervisor
from flighthub._transfer.connections import BUFFER, ConnectionPool
from flighthub._transfer.file_names import expand_folder
from flighthub._transfer.part_file import PartFile
from flighthub._transfer.results import Wanted
from flighthub_runtime.secrets import Secret

from .raw_server import CLOSE, RESET, RawServer, Request, Step, ok, until

CONTENT = bytes(range(251)) * 4000
"""A megabyte, whose pieces differ."""

PUBLIC = {"base_url": "https://api.example.com"}
"""An installation that is not private."""


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return made_in(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flighthub._core.retry.Retry.pause", lambda self, attempt: 0.01)


def fetch(client: str, link: str | list[str], to: Path, *, size: int | None = None, **more: Any) -> Any:
    """What becomes of files behind links."""
    links = [link] if isinstance(link, str) else link
    client_timeout = {"timeout": more.pop("client_timeout")} if "client_timeout" in more else {}
    job = {name: more.pop(name) for name in ("cancel", "timeout", "progress", "name") if name in more}
    name = job.pop("name", "a.bin")
    names = [name] if len(links) == 1 else [f"{number}.bin" for number in range(len(links))]
    wanted = [Wanted(each, each, size, Secret(where)) for each, where in zip(names, links, strict=True)]

    def work(fh: Any) -> Any:
        if client == "sync":
            from flighthub._sync.transfer.downloads import download_all
        else:
            from flighthub._async.transfer.downloads import download_all  # type: ignore[assignment]
        return download_all(fh, wanted, to, **job)

    return using(client, work, **{"base_url": "http://127.0.0.1:9", **more, **client_timeout})


def ranged(content: bytes = CONTENT, *lines: str) -> Callable[[Request], Iterable[Step]]:
    """Serves some content, and ranges of it."""

    def answer(request: Request) -> Iterable[Step]:
        start = int(request.headers.get("range", "bytes=0-")[6:].partition("-")[0])
        if "range" not in request.headers:
            return [ok(content, *lines)]
        if start >= len(content):
            return [ok(b"", f"Content-Range: bytes */{len(content)}", status="416 Range Not Satisfiable")]
        told = f"Content-Range: bytes {start}-{len(content) - 1}/{len(content)}"
        return [ok(content[start:], told, *lines, status="206 Partial Content")]

    return answer


class InTurn:
    """Gives answers one after another, and then what a function gives, or the last again."""

    def __init__(self, *answers: list[Step], then: Callable[[Request], Iterable[Step]] | None = None) -> None:
        self._answers = answers
        self._left = list(answers)
        self._then = then

    def __call__(self, request: Request) -> Iterable[Step]:
        if len(self._left) > 1 or (self._left and self._then is not None):
            return self._left.pop(0)
        return self._left[0] if self._then is None else self._then(request)

    def fresh(self) -> InTurn:
        """The same, from the first answer on."""
        return InTurn(*self._answers, then=self._then)


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "data:,hello", "javascript:alert(1)", "ftp://host/x", "nothing"]
)
def test_a_link_that_is_not_http_is_the_error_of_its_file_alone(client: str, tmp_path: Path, link: str) -> None:
    with RawServer(ranged()) as server:
        found = fetch(client, [f"{link}?signature=planted-signature", f"{server.address}/b"], tmp_path)
    assert [file.error is None for file in found] == [False, True]
    assert "its link" in str(found[0].error)
    lines = "".join(traceback.TracebackException.from_exception(found[0].error, capture_locals=True).format())
    assert "planted-signature" not in lines


class Panic(BaseException):
    """What a library raises that nobody expects."""


def test_a_panic_in_a_worker_is_the_error_of_its_file(
    client: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flighthub._transfer.links import LinkReader

    real = LinkReader.read

    def read(self: LinkReader, link: Secret, part: Any, moved: Any) -> None:
        if "panic" in link.reveal():
            raise Panic("planted-signature")
        real(self, link, part, moved)

    monkeypatch.setattr(LinkReader, "read", read)
    with RawServer(ranged()) as server:
        found = fetch(client, [f"{server.address}/panic", f"{server.address}/b"], tmp_path)
    assert [file.error is None for file in found] == [False, True]
    assert "Panic" in str(found[0].error)


HOSTS = ["http://127.0.0.1:1/", "http://localhost:1/", "http://169.254.169.254/", "http://10.0.0.1/", "http://[::1]:1/"]
HOSTS += ["http://2130706433/", "http://0x7f.1/", "http://[::ffff:127.0.0.1]/", "http://[fe80::1]/", "http://0/"]


@pytest.mark.parametrize("private", HOSTS)
def test_no_redirect_leads_from_a_public_host_to_a_private_address(tmp_path: Path, private: str) -> None:
    asked: list[Request] = []

    def answer(request: Request) -> Iterable[Step]:
        asked.append(request)
        return [ok(b"", f"Location: {private}", status="302 Found")]

    # The proxy stands for the public host, whose name it alone resolves.
    with RawServer(answer) as proxy:
        found = fetch("sync", "http://files.example.com/a", tmp_path, proxy=proxy.address, **PUBLIC)
    assert "from a public host to a private address" in str(found[0].error)
    assert [request.target for request in asked] == ["http://files.example.com/a"]


def test_an_installation_in_a_private_network_may_redirect_inside_of_it(client: str, tmp_path: Path) -> None:
    with (
        RawServer(ranged()) as files,
        RawServer(lambda _: [ok(b"", f"Location: {files.address}/b", status="307 T")]) as api,
    ):
        assert fetch(client, f"{api.address}/a?signature=x", tmp_path, base_url=api.address).ok
    ((_, target, headers, _),) = files.seen
    assert target == "/b"
    assert not {"referer", "authorization", "cookie", "x-user-token"} & {*headers}
    assert TOKEN not in str(headers)


def test_no_redirect_leads_from_https_to_http(client: str, tmp_path: Path, certificates: Certificates) -> None:
    with RawServer(ranged()) as plain:
        answer = lambda _: [ok(b"", f"Location: {plain.address}/b", status="302 Found")]  # noqa: E731
        with RawServer(answer, certificates.server_context()) as server:
            found = fetch(client, f"{server.address}/a", tmp_path, ca_bundle=certificates.authority)
    assert "from https to http" in str(found[0].error)
    assert plain.seen == []


def test_plain_links_are_read_as_all_others_are() -> None:
    hosts = [
        "http://a", "https://a.example:8443", "HTTP://A.Example", "http://a:0", "http://a:99999", "http://a..b",
        "http://127.1", f"http://{'a' * 64}.b", "https://[::1]:9", "http://u:p@a", "http://\u00e4.example", "ftp://a",
    ]  # fmt: skip
    targets = ["", "/", "/a/b.JPG", "/a b", "/a?x=%2F&y=1", "/a?", "?x", "/a#b", "/a?x=?#", "//b/c", "/\u00e4", "/a\\b"]
    for link in (Secret(host + target) for host in hosts for target in targets):
        assert addresses._parse(link) == addresses._parse_any(link), link.reveal()


@pytest.mark.parametrize(("count", "is_followed"), [(4, True), (5, False)])
def test_at_most_four_redirects_are_followed(tmp_path: Path, count: int, is_followed: bool) -> None:
    def answer(request: Request) -> Iterable[Step]:
        number = int(request.target[1:])
        return ranged()(request) if number == count else [ok(b"", f"Location: /{number + 1}", status="303 See Other")]

    with RawServer(answer) as server:
        assert fetch("sync", f"{server.address}/0", tmp_path).ok is is_followed
        assert server.connections == 1
        assert len(server.seen) == 5


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
HALF = CONTENT[: len(CONTENT) // 2]
GREETING = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
WHOLE = [ok(CONTENT, length=False), CLOSE]

# What a server does, and whether the size was told beforehand: the file is whole in the end.
TAKEN: dict[str, tuple[Any, bool]] = {
    "no length, and the size is known": (lambda _: WHOLE, True),
    "no length, and nothing is known": (lambda _: WHOLE, False),
    "no length, cut off at first": (InTurn([ok(HALF, length=False), CLOSE], then=lambda _: WHOLE), False),
    "no length, cut off at first, ranges": (InTurn([ok(HALF, length=False), CLOSE], then=ranged()), False),
    "chunks": (lambda _: [CHUNKED, b"%x\r\n%b\r\n0\r\n\r\n" % (len(CONTENT), CONTENT)], False),
    "chunks that were cut off": (InTurn([CHUNKED, b"%x\r\n%b" % (len(CONTENT), HALF), CLOSE], then=ranged()), False),
    "cut off": (InTurn([ok(CONTENT)[:5000], CLOSE], then=ranged()), False),
    "reset": (InTurn([ok(CONTENT)[:5000], 0.1, RESET], then=ranged()), True),
    "a range that is shorter than asked for": (
        InTurn(
            [ok(CONTENT)[:5000], CLOSE],
            [ok(CONTENT[4000:6000], "Content-Range: bytes 4000-5999/*", status="206 P")],
            then=ranged(),
        ),
        True,
    ),
    "a range from elsewhere": (
        InTurn(
            [ok(CONTENT)[:5000], CLOSE],
            [ok(CONTENT, f"Content-Range: bytes 0-{len(CONTENT) - 1}/{len(CONTENT)}", status="206 P")],
            then=ranged(),
        ),
        False,
    ),
    "a range that does not say which": (
        InTurn([ok(CONTENT)[:5000], CLOSE], [ok(CONTENT[4000:], status="206 P")], then=ranged()),
        False,
    ),
    "a busy host": (InTurn([ok(b"", status="503 Busy")], [ok(b"", status="429 Later")], then=ranged()), False),
    "odd headers": (
        lambda _: [
            ok(
                CONTENT,
                "Last-Modified: yesterday",
                "Content-Disposition: attachment; filename=\xff\xfe",
                "X: " + "x" * 9000,
            )
        ],
        False,
    ),
    "a line that is no header": (lambda _: [ok(CONTENT).replace(b"\r\n", b"\r\nno header\r\n", 1)], False),
    "headers on two lines": (
        lambda _: [ok(CONTENT, f"Content-Length:\r\n {len(CONTENT)}", "X: a\r\n\tb", length=False)],
        False,
    ),
    "lines that end as on Unix, and blanks": (
        lambda _: [b"HTTP/1.1 200 OK\nCONTENT-length :\t %d \n\n" % len(CONTENT) + CONTENT],
        False,
    ),
    "a head that breaks off": (
        InTurn([ok(CONTENT)[:30], CLOSE], [b"HTTP/1.1 200 OK\r\n", CLOSE], then=ranged()),
        False,
    ),
    "informational answers": (lambda _: [GREETING + ok(CONTENT)], False),
    "its MD5 as its ETag": (lambda _: [ok(CONTENT, f'ETag: "{hashlib.md5(CONTENT).hexdigest()}"')], False),
    "an ETag that looks like an MD5 and is none": (lambda _: [ok(CONTENT, f'ETag: "{"0" * 32}"')], True),
    "other content than its ETag says, once": (
        InTurn(
            [ok(CONTENT[::-1], f'ETag: "{hashlib.md5(CONTENT).hexdigest()}"')],
            then=ranged(CONTENT, f'ETag: "{hashlib.md5(CONTENT).hexdigest()}"'),
        ),
        True,
    ),
    "a word for how it was stored": (lambda _: [ok(CONTENT, "Content-Encoding: aws-chunked")], False),
}


@pytest.mark.parametrize("case", TAKEN)
def test_a_file_is_whole_in_the_end_when_there_is(client: str, tmp_path: Path, case: str) -> None:
    answer, is_told = TAKEN[case]
    with RawServer(answer.fresh() if isinstance(answer, InTurn) else answer) as server:
        found = fetch(client, f"{server.address}/a", tmp_path, size=len(CONTENT) if is_told else None)
    found.raise_for_errors()
    assert [(each.name, each.read_bytes() == CONTENT) for each in tmp_path.iterdir()] == [("a.bin", True)]


GZIP = "Content-Encoding: GZip"
# What a server does, what the error says, and how often it was asked.
REFUSED: dict[str, tuple[Any, str, int]] = {
    "204": (lambda _: [ok(b"", status="204 No Content")], "HTTP 204", 1),
    "202": (lambda _: [ok(b"later", status="202 Accepted")], "HTTP 202", 1),
    "304": (lambda _: [ok(b"", status="304 Not Modified")], "HTTP 304", 1),
    "an unasked 206": (
        lambda _: [ok(CONTENT[:10], f"Content-Range: bytes 0-9/{len(CONTENT)}", status="206 P")],
        "was not requested",
        1,
    ),
    "a page of HTML": (
        lambda _: [ok(b"Please log in", "Content-Type: text/HTML; charset=x")],
        "the response is a web page",
        1,
    ),
    "XML of a store": (lambda _: [ok(b"<Error/>", "Content-Type: application/xml")], "the response is a web page", 1),
    "a page that does not say so": (lambda _: [ok(b"<!DOCTYPE html><html>")], "the response is a web page", 1),
    "a coding": (lambda _: [ok(CONTENT, GZIP)], "coding that was not asked for ('gzip')", 1),
    "two lengths": (lambda _: [ok(CONTENT, "Content-Length: 3")], "does not say how long", 1),
    "a coding of the transfer": (
        lambda _: [ok(CONTENT, "Transfer-Encoding: gzip, chunked")],
        "does not say how long",
        1,
    ),
    "codings of the transfer on two lines": (
        lambda _: [CHUNKED[:-2] + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
        "does not say how long",
        1,
    ),
    "a length that is no number": (lambda _: [ok(CONTENT, "Content-Length: +5", length=False)], "how long", 1),
    "HTTP of another kind": (lambda _: [ok(CONTENT).replace(b"1.1", b"2.0", 1), CLOSE], "is not HTTP", 8),
    "a head without an end": (lambda _: [ok(CONTENT, *["X: y"] * 200), CLOSE], "is not HTTP", 8),
    "a header without an end": (lambda _: [ok(CONTENT, "X: " + "y" * 2**16), CLOSE], "is not HTTP", 8),
    "what is no HTTP": (lambda _: [b"SSH-2.0-x\r\n\r\n", CLOSE], "is not HTTP", 8),
    "a redirect to nowhere": (lambda _: [ok(b"", status="302 Found")], "HTTP 302", 1),
    "an expired link": (
        lambda _: [
            ok(b"<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>", status="403 F")
        ],
        "HTTP 403 (AccessDenied: Request has expired)",
        1,
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_nothing_takes_its_name_when_there_is(client: str, tmp_path: Path, case: str) -> None:
    answer, problem, times = REFUSED[case]
    with RawServer(answer) as server:
        (file,) = fetch(client, f"{server.address}/a", tmp_path)
        assert len(server.seen) == times
    assert problem in str(file.error)
    assert [*tmp_path.iterdir()] == []


def test_a_page_is_a_file_where_one_was_wanted(tmp_path: Path) -> None:
    with RawServer(lambda _: [ok(b"<?xml version='1.0'?><a/>", "Content-Type: text/xml")]) as server:
        assert fetch("sync", f"{server.address}/a", tmp_path, name="route.kml").ok


@pytest.mark.parametrize("secure", [False, True], ids=["http", "https"])
@pytest.mark.parametrize(
    "answer",
    [[ok(b"first") + ok(b"wrong")], [ok(b"first") + ok(b"wrong"), CLOSE]],
    ids=["and no more", "and the end"],
)
def test_what_comes_after_an_answer_is_not_taken_for_the_next_one(
    tmp_path: Path, certificates: Certificates, secure: bool, answer: list[Step]
) -> None:
    context = certificates.server_context() if secure else None
    with RawServer(lambda _: answer, context) as server:
        links = [f"{server.address}/{number}" for number in range(3)]
        bundle = certificates.authority if secure else None
        found = fetch("sync", links, tmp_path, max_concurrency=1, ca_bundle=bundle)
        assert server.connections == 3
    assert [path.read_bytes() for path in found.paths] == [b"first"] * 3


@pytest.mark.parametrize("secure", [False, True], ids=["http", "https"])
def test_a_connection_is_kept_for_the_next_file(tmp_path: Path, certificates: Certificates, secure: bool) -> None:
    context = certificates.server_context() if secure else None
    with RawServer(ranged(), context) as server:
        links = [f"{server.address}/{number}" for number in range(6)]
        bundle = certificates.authority if secure else None
        fetch("sync", links, tmp_path, max_concurrency=2, ca_bundle=bundle).raise_for_errors()
        assert server.connections <= 2


def test_a_disk_that_makes_writers_wait_keeps_nobody_from_reading(
    tmp_path: Path, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing: set[PartFile] = set()
    are_all_writing = threading.Event()
    waited: list[bool] = []
    write = PartFile.write

    def wait_and_write(part: PartFile, piece: Any) -> None:
        if part.offset:
            writing.add(part)
            if len(writing) == 6:
                are_all_writing.set()
            waited.append(are_all_writing.wait(5))
        else:
            time.sleep(0.05)
        write(part, piece)

    monkeypatch.setattr(PartFile, "write", wait_and_write)
    content = b"x" * (4 * BUFFER)
    with RawServer(lambda _: [ok(content)], certificates.server_context()) as server:
        sources = [f"{server.address}/{number}" for number in range(6)]
        found = fetch("sync", sources, tmp_path, max_concurrency=6, ca_bundle=certificates.authority)
    assert [path.read_bytes() == content for path in found.paths] == [True] * 6
    assert all(waited)


@pytest.mark.parametrize("secure", [False, True], ids=["http", "https"])
@pytest.mark.parametrize("through", ["nothing", "a proxy", "the environment", "an excluded proxy"])
def test_files_come_by_every_way(
    client: str,
    tmp_path: Path,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
    secure: bool,
    through: str,
) -> None:
    context = certificates.server_context() if secure else None
    settings: dict[str, Any] = {"ca_bundle": certificates.authority} if secure else {}
    with RawServer(InTurn([ok(CONTENT)[:5000], CLOSE], then=ranged()), context) as server, CountingProxy() as proxy:
        where = proxy.address.replace("//", "//user:p%40ss@")
        if through == "a proxy":
            settings["proxy"] = where
        elif through != "nothing":
            monkeypatch.setenv("https_proxy" if secure else "http_proxy", where)
            monkeypatch.setenv("no_proxy", "127.0.0.0/8,localhost" if through == "an excluded proxy" else "10.0.0.0/8,")
        found = fetch(client, f"{server.address}/a?signature=x", tmp_path, **settings)
        assert found.paths[0].read_bytes() == CONTENT
        asked = [method for method, _ in proxy.asked]
    if through in ("nothing", "an excluded proxy"):
        assert asked == []
    else:
        assert {*asked} == {"CONNECT" if secure else "GET"}
        assert {*proxy.credentials} == {"Basic dXNlcjpwQHNz"}


@pytest.mark.parametrize(
    "form",
    [
        lambda pem: b"\xef\xbb\xbf" + pem,
        lambda pem: pem.replace(b"\n", b"\r\n"),
        lambda pem: b"# our authority\nsome text\n" + pem,
        lambda pem: pem.replace(b"CERTIFICATE", b"TRUSTED CERTIFICATE"),
    ],
    ids=["byte order mark", "CRLF", "comments", "trusted"],
)
def test_a_bundle_is_read_in_all_its_forms(tmp_path: Path, certificates: Certificates, form: Any) -> None:
    bundle = tmp_path / "bundle.pem"
    bundle.write_bytes(form(certificates.authority.read_bytes()))
    with RawServer(ranged(), certificates.server_context()) as server:
        assert fetch("sync", f"{server.address}/a", tmp_path / "files", ca_bundle=bundle).ok


NO_PROXY = [
    ("*", "example.com", 80, True),
    ("example.com", "example.com", 80, True),
    ("example.com", "files.example.com", 80, True),
    (".example.com", "files.example.com", 80, True),
    ("*.example.com", "files.example.com", 80, True),
    ("example.com", "notexample.com", 80, False),
    ("example.com:8080", "example.com", 80, False),
    ("example.com:8080", "example.com", 8080, True),
    ("10.0.0.0/8", "10.1.2.3", 80, True),
    ("10.0.0.0/8", "11.1.2.3", 80, False),
    ("fd07::/64", "fd07::1", 80, True),
    ("[::1]", "::1", 80, True),
    ("[::1]:80", "::1", 443, False),
    ("::1", "::1", 80, True),
    (" , ,odd/entry,https://example.com ", "example.com", 443, True),
    ("", "example.com", 80, False),
    ("EXAMPLE.com", "Example.COM", 80, True),
]


@pytest.mark.parametrize(("value", "host", "port", "excluded"), NO_PROXY)
def test_no_proxy_means_the_same_everywhere(value: str, host: str, port: int, excluded: bool) -> None:
    assert is_excluded(host, port, value) is excluded


def drip(begin: int, seconds: float, count: int) -> list[Step]:
    """What follows in an answer of all the content, a byte at a time."""
    whole = ok(CONTENT)
    return [step for number in range(begin, begin + count) for step in (whole[number : number + 1], seconds)]


SILENT: dict[str, Callable[[Request], Iterable[Step]]] = {
    "before the head": lambda _: [60.0],
    "in the head": lambda _: [b"HTTP/1.1 200 OK\r\n", 60.0],
    "in the body": lambda _: [ok(CONTENT)[:500_000], 60.0],
    "a byte at a time": lambda _: [ok(CONTENT)[:300_000], *drip(300_000, 0.1, 600)],
    "informational answers without end": lambda _: [b"HTTP/1.1 102 Processing\r\n\r\n", 0.2] * 15 + [60.0],
}


@pytest.mark.parametrize("secure", [False, True], ids=["http", "https"])
@pytest.mark.parametrize("where", SILENT)
@pytest.mark.parametrize("how", ["cancel", "timeout"])
def test_a_job_ends_at_once_wherever_a_host_falls_silent(
    client: str, tmp_path: Path, certificates: Certificates, where: str, secure: bool, how: str
) -> None:
    context = certificates.server_context() if secure else None
    settings: dict[str, Any] = {"ca_bundle": certificates.authority} if secure else {}
    with RawServer(SILENT[where], context) as server:
        stop = threading.Event()
        if how == "cancel":
            settings["cancel"] = stop
            threading.Thread(target=lambda: (until(lambda: bool(server.seen)), time.sleep(0.2), stop.set())).start()
        else:
            settings["timeout"] = 0.6
        began = time.monotonic()
        with pytest.raises(WaitCancelled if how == "cancel" else WaitTimeout):
            fetch(client, f"{server.address}/a", tmp_path, **settings)
        assert time.monotonic() - began < 4
    with RawServer(ranged(), context) as server:
        again = {name: text for name, text in settings.items() if name == "ca_bundle"}
        assert fetch(client, f"{server.address}/a", tmp_path, **again).paths[0].read_bytes() == CONTENT
        if where == "in the body":
            assert "range" in server.seen[0].headers


def test_a_host_that_says_nothing_in_the_handshake_is_noticed(tmp_path: Path) -> None:
    # What it reads of the handshake is no request, so it only listens.
    with RawServer(lambda _: [60.0]) as server:
        link = server.address.replace("http:", "https:")
        began = time.monotonic()
        found = fetch("sync", f"{link}/a", tmp_path, client_timeout=Timeout(connect=0.2))
        assert isinstance(found[0].error, TransferError)
        assert time.monotonic() - began < 10


@pytest.mark.parametrize("secure", [False, True], ids=["http", "https"])
@pytest.mark.parametrize("where", ["head", "body"])
def test_what_trickles_is_given_up_and_tried_anew(
    client: str, tmp_path: Path, certificates: Certificates, monkeypatch: pytest.MonkeyPatch, where: str, secure: bool
) -> None:
    monkeypatch.setattr(supervisor, "PACE_WINDOW", 0.5)
    head: list[Step] = [b"HTTP/1.1 200 OK\r\n", *([b"X: y\r\n", 0.05] * 300)]
    slow = head if where == "head" else [ok(CONTENT)[:100], *drip(100, 0.05, 300)]
    with RawServer(InTurn(slow, then=ranged()), certificates.server_context() if secure else None) as server:
        began = time.monotonic()
        timeout = Timeout(read=0.6)
        found = fetch(client, f"{server.address}/a", tmp_path, client_timeout=timeout, ca_bundle=certificates.authority)
        assert found.paths[0].read_bytes() == CONTENT
        assert time.monotonic() - began < 8


SCRIPT = """
import asyncio, os, signal, sys, threading, time
from flighthub import AsyncFlightHub, FlightHub
from flighthub._transfer.part_file import PartFile
from flighthub._transfer.results import Wanted
from flighthub_runtime.secrets import Secret

link, folder, how = sys.argv[1:]
wanted = [Wanted(str(number), str(number), None, Secret(link)) for number in range(4)]
told = {"token": "t", "project": "14513788-a0c6-47e0-96d8-29736a44546a", "base_url": "http://127.0.0.1:9"}

def leave(*_):
    raise SystemExit(7)

signal.signal(signal.SIGTERM, leave)
print("ready", flush=True)
try:
    if how == "sync":
        from flighthub._sync.transfer.downloads import download_all
        download_all(FlightHub(**told), wanted, folder)
    else:
        from flighthub._async.transfer.downloads import download_all

        async def main():
            work = download_all(AsyncFlightHub(**told), wanted, folder)
            if how == "timeout":
                async with asyncio.timeout(0.5):
                    await work
            elif how == "ends":
                task = asyncio.create_task(work)
                await asyncio.sleep(0.5)
            else:
                await work

        asyncio.run(main())
except TimeoutError:
    print("timeout", flush=True)
"""


@pytest.mark.parametrize(
    ("how", "sent"),
    [
        ("sync", signal.SIGINT),
        ("sync", signal.SIGTERM),
        ("async", signal.SIGINT),
        ("async", signal.SIGTERM),
        ("timeout", None),
        ("ends", None),
    ],
)
def test_a_process_ends_soon_after_whoever_uses_it_wants_an_end(
    tmp_path: Path, how: str, sent: signal.Signals | None
) -> None:
    with RawServer(lambda _: [ok(CONTENT)[:500_000], 120.0]) as server:
        command = [sys.executable, "-c", SCRIPT, f"{server.address}/a", str(tmp_path), how]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            try:
                until(lambda: len(server.seen) == 4, 30)
                began = time.monotonic()
                if sent is not None:
                    time.sleep(0.2)
                    process.send_signal(sent)
                process.wait(30)
            finally:
                process.kill()  # to wait for one that does not end would take for ever
        assert time.monotonic() - began < 6
    if sent is not None:
        assert process.returncode == (7 if sent == signal.SIGTERM else -signal.SIGINT)
    # What came stays for the next run.
    assert len([each for each in tmp_path.iterdir() if each.suffix == ".part" and each.stat().st_size]) == 4


def test_a_child_has_connections_of_its_own(tmp_path: Path) -> None:
    with RawServer(ranged()) as server:
        assert fetch("sync", f"{server.address}/a", tmp_path / "parent").ok
        child = os.fork()
        if not child:
            found = False
            try:
                found = fetch("sync", f"{server.address}/a", tmp_path / "child").ok
            finally:
                os._exit(0 if found else 1)
        assert os.waitpid(child, 0)[1] == 0
        assert fetch("sync", f"{server.address}/a", tmp_path / "again").ok


def test_a_child_waits_for_no_turn_that_its_parent_has(certificates: Certificates) -> None:
    with (
        RawServer(ranged(), certificates.server_context()) as server,
        FlightHub(base_url="http://127.0.0.1:9", token=TOKEN, ca_bundle=certificates.authority) as fh,
        ExitStack() as held,
    ):
        pool = ConnectionPool(fh.configuration, supervisor.Supervisor("download"))
        address = addresses.parse_link(Secret(f"{server.address}/a"))
        for _ in range(os.cpu_count() or 1):
            held.enter_context(pool.take(address).turn())
        child = os.fork()
        if not child:
            signal.alarm(20)
            try:
                with pool.take(address).turn():
                    os._exit(0)
            finally:
                os._exit(1)
        assert os.waitpid(child, 0)[1] == 0


def test_a_name_that_begins_like_a_home_directory_is_a_name(
    client: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    with RawServer(ranged()) as server:
        assert fetch(client, f"{server.address}/a", Path("~1"), name="~1.jpg").ok
        assert (tmp_path / "~1" / "~1.jpg").read_bytes() == CONTENT
        assert fetch(client, f"{server.address}/a", Path("~/files")).ok
    assert (tmp_path / "home" / "files" / "a.bin").exists()
    assert expand_folder("~nosuch/x", "to") == Path("~nosuch/x")


@pytest.mark.parametrize(
    ("to", "error"), [("a\0b", InvalidArgument), ("x" * 5000, TransferError), (7, InvalidArgument)]
)
def test_a_folder_that_cannot_be_is_a_clear_error(client: str, tmp_path: Path, to: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        fetch(client, "http://127.0.0.1:9/a", to)


@pytest.mark.parametrize("timeout", [0, -1, "soon", float("nan"), True])
def test_a_time_that_is_none_is_refused(client: str, tmp_path: Path, timeout: Any) -> None:
    with pytest.raises(InvalidArgument, match="timeout"):
        fetch(client, "http://127.0.0.1:9/a", tmp_path, timeout=timeout)
