"""Stores that answer oddly, or not at all, while pictures are stored; and whose configuration counts."""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from client.certificates import Certificates, made_in
from client.counting_proxy import CountingProxy

from flighthub import FlightHub, Secret, Timeout, TransferError, WaitCancelled, WaitTimeout
from flighthub._reconstruction.journal import Journal
from flighthub._transfer import object_store as _storage
from flighthub._transfer.failures import StoreError
from flighthub._transfer.object_store import Grant, Store, address
from flighthub._transfer.supervisor import Supervisor
from flighthub.progress import ProgressUpdate as Progress
from flighthub_simulator import Simulator

from .raw_server import CLOSE, RawServer, Request, Step, ok, until
from .test_uploads import contents, stored, upload

PICTURE = bytes(range(253)) * 8000
"""Two megabytes."""


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return made_in(tmp_path_factory.mktemp("certificates"))


def etag_of(content: bytes) -> str:
    return f'ETag: "{hashlib.md5(content).hexdigest()}"'


def takes(request: Request) -> Iterable[Step]:
    """A store that takes what comes."""
    return [ok(b"", etag_of(request.body))]


def put(
    server: RawServer,
    content: bytes | Path = PICTURE,
    *,
    expires: float = float("inf"),
    supervisor: Supervisor | None = None,
    endpoint: str | None = None,
    counted: Callable[[int], object] = lambda size: None,
    **settings: Any,
) -> str:
    """Stores something once."""
    grant = Grant("minio", endpoint or server.address, "", "bucket", *[Secret("planted-secret")] * 3, expires)
    with FlightHub(token="t", **{"base_url": "http://127.0.0.1:9", **settings}) as fh:
        store = Store(grant, fh.configuration, supervisor)
        try:
            return store.put("folder/a b.jpg", content, counted)
        finally:
            store.close()


def clock(hours: float) -> str:
    return f"Date: {format_datetime(datetime.now(UTC) + timedelta(hours=hours), usegmt=True)}"


def error(code: str, message: str = "no", *lines: str, status: str = "403 Forbidden") -> list[Step]:
    body = f"<Error><Code>{code}</Code><Message>{message}</Message></Error>"
    return [ok(body.encode(), "Content-Type: application/xml", *lines, status=status)]


# What the store answers; what the error says; whether credentials have ended, and whether it is for good.
ANSWERS: dict[str, tuple[list[Step] | Callable[[], list[Step]], str, bool, bool]] = {
    "a redirect": ([ok(b"", "Location: http://127.0.0.2/x", 'ETag: "one"', status="303 S")], "HTTP 303", False, True),
    "another redirect": ([ok(b"", "Location: /x", status="307 T")], "is not followed", False, True),
    "no ETag": ([ok(b"")], "gave no ETag", False, False),
    "a page": ([ok(b"<html>log in</html>", "Content-Type: text/html")], "gave no ETag", False, False),
    "another MD5": ([ok(b"", etag_of(b"other"))], "its ETag is another one", False, False),
    "a skewed clock": (
        lambda: error("RequestTimeTooSkewed", "too large", clock(5)),
        "5 h 0 min behind the host's",
        False,
        True,
    ),
    "a skewed clock of a link": (
        lambda: error("AccessDenied", "Request has expired", clock(5)),
        "5 h 0 min behind",
        False,
        True,
    ),
    "a clock ahead": (
        lambda: error("AccessDenied", "Request has expired", clock(-2)),
        "2 h 0 min ahead of",
        False,
        True,
    ),
    "ended credentials": (error("ExpiredToken", status="400 Bad Request"), "ExpiredToken", True, True),
    "a key that is gone": (error("InvalidAccessKeyId"), "InvalidAccessKeyId", True, True),
    "no permission": (
        error("AccessDenied", "at https://store/x?signature=planted"),
        "AccessDenied: at the store",
        False,
        True,
    ),
    "a busy store": (error("SlowDown", status="503 Slow Down"), "SlowDown", False, False),
    "nothing": ([CLOSE], "broke off", False, False),
    "no HTTP": ([b"hello\r\n\r\n", CLOSE], "is not HTTP", False, False),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_a_picture_is_not_taken_for_stored_when_there_comes(case: str) -> None:
    steps, problem, expired, refused = ANSWERS[case]
    with (
        RawServer(lambda _: steps() if callable(steps) else steps) as server,
        pytest.raises(StoreError, match=r".") as raised,
    ):
        put(server)
    assert problem in str(raised.value)
    assert "planted" not in str(raised.value)
    assert (raised.value.expired, raised.value.refused) == (expired, refused)
    assert len(server.seen) == 1


def test_an_etag_of_what_is_encrypted_is_taken_as_it_is() -> None:
    encrypted = [ok(b"", etag_of(b"other"), "x-amz-server-side-encryption: aws:kms")]
    with RawServer(lambda _: encrypted) as server:
        assert put(server) == hashlib.md5(b"other").hexdigest()


def test_a_store_is_asked_whether_it_wants_a_picture_until_it_has_taken_one() -> None:
    answers = [error("SlowDown", status="503 Slow Down"), None, None, error("AccessDenied"), None]

    def answer(request: Request) -> Iterable[Step]:
        return answers[len(server.seen) - 1] or takes(request)

    with RawServer(answer) as server, FlightHub(token="t", base_url="http://127.0.0.1:9") as fh:
        grant = Grant("minio", server.address, "", "bucket", *[Secret("planted-secret")] * 3, float("inf"))
        store = Store(grant, fh.configuration)
        for each in answers:
            with nullcontext() if each is None else pytest.raises(StoreError):
                store.put("a.jpg", PICTURE, lambda size: None)
        store.close()
        assert ["expect" in request.headers for request in server.seen] == [True, True, False, False, True]


def test_a_refusal_costs_no_upload(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(PICTURE * 10)
    sent: list[int] = []
    with RawServer(lambda _: [*error("AccessDenied"), CLOSE], reads_bodies=False) as server:
        with pytest.raises(StoreError, match="AccessDenied"):
            put(server, file, counted=sent.append)
        assert sent == []


def test_a_store_that_knows_no_questions_gets_the_body_all_the_same(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("flighthub._transfer.exchanges.EXPECT_WAIT", 0.1)

    def late(request: Request) -> Iterable[Step]:
        return [0.3, b"HTTP/1.1 100 Continue\r\n\r\n", ok(b"", 'ETag: "one"')]

    file = tmp_path / "a.jpg"
    file.write_bytes(PICTURE)
    with RawServer(late, reads_bodies=False) as server:
        assert put(server, file) == "one"


@pytest.mark.parametrize("secure", [False, True], ids=["http", "https"])
@pytest.mark.parametrize("through", ["nothing", "a proxy", "the environment", "an excluded proxy"])
@pytest.mark.parametrize("large", [False, True], ids=["whole", "in parts"])
def test_pictures_go_by_every_way(
    tmp_path: Path,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
    secure: bool,
    through: str,
    large: bool,
) -> None:
    if large:
        monkeypatch.setattr(_storage, "LARGE", 10**6)
    for name in ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_SERVER_SIDE_ENCRYPTION", "aws:kms")
    monkeypatch.setenv("AWS_CHECKSUM_ALGORITHM", "SHA256")

    def answer(request: Request) -> Iterable[Step]:
        if "uploads" in request.target.partition("?")[2]:
            return [ok(b"<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>")]
        if request.method == "POST":
            return [ok(b'<CompleteMultipartUploadResult><ETag>"one-2"</ETag></CompleteMultipartUploadResult>')]
        return takes(request)

    file = tmp_path / "a.jpg"
    file.write_bytes(PICTURE)
    settings: dict[str, Any] = {"ca_bundle": certificates.authority} if secure else {}
    with RawServer(answer, certificates.server_context() if secure else None) as server, CountingProxy() as proxy:
        where = proxy.address.replace("//", "//user:p%40ss@")
        if through == "a proxy":
            settings["proxy"] = where
        elif through != "nothing":
            monkeypatch.setenv("https_proxy" if secure else "http_proxy", where)
            monkeypatch.setenv("no_proxy", "127.0.0.0/8" if through == "an excluded proxy" else "10.0.0.0/8")
        assert put(server, file, **settings)
        seen = server.seen
    assert b"".join(request.body for request in seen if request.method == "PUT") == PICTURE
    assert not [name for request in seen for name in request.headers if "encryption" in name or "checksum" in name]
    if through in ("nothing", "an excluded proxy"):
        assert proxy.asked == []
    else:
        assert {*proxy.credentials} == {"Basic dXNlcjpwQHNz"}


@pytest.mark.parametrize("secure", [False, True], ids=["http", "https"])
@pytest.mark.parametrize("takes_all", [False, True], ids=["takes nothing", "takes all"])
@pytest.mark.parametrize("large", [False, True], ids=["whole", "in parts"])
@pytest.mark.parametrize("how", ["cancel", "timeout"])
def test_storing_ends_at_once_when_the_store_says_nothing(
    tmp_path: Path,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
    takes_all: bool,
    secure: bool,
    large: bool,
    how: str,
) -> None:
    monkeypatch.setattr("flighthub._transfer.exchanges.EXPECT_WAIT", 0.05)
    if large:
        monkeypatch.setattr(_storage, "LARGE", 10**6)
    file = tmp_path / "a.jpg"
    file.write_bytes(PICTURE * 10)
    stop = threading.Event()
    supervisor = Supervisor("upload", cancel=stop, timeout=0.5 if how == "timeout" else None)
    context = certificates.server_context() if secure else None
    with RawServer(lambda _: [60.0], context, reads_bodies=takes_all) as server:
        if how == "cancel":
            threading.Thread(
                target=lambda: (until(lambda: server.connections > 0), time.sleep(0.3), stop.set())
            ).start()
        began = time.monotonic()
        with pytest.raises(WaitCancelled if how == "cancel" else WaitTimeout):
            put(server, file, supervisor=supervisor, ca_bundle=certificates.authority)
        assert time.monotonic() - began < 4


def test_a_store_that_says_nothing_is_noticed_within_the_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flighthub._transfer.exchanges.STILL_LEAVING", 0.2)
    began = time.monotonic()
    with RawServer(lambda _: [60.0]) as server, pytest.raises(StoreError, match=r"said nothing|took longer"):
        put(server, timeout=Timeout(read=0.3))
    assert time.monotonic() - began < 4


ADDRESSES = [
    # endpoint, whether the API is asked by TLS, address
    ("store.example.com", "HTTPS://api.example.com", "https://store.example.com"),
    ("HTTPS://store.example.com", "https://api.example.com", "https://store.example.com"),
    ("store.example.com:9000/", "http://10.0.0.1", "http://store.example.com:9000"),
]


@pytest.mark.parametrize(("endpoint", "api", "where"), ADDRESSES)
def test_what_is_stored_beside_an_api_with_tls_never_leaves_in_the_clear(endpoint: str, api: str, where: str) -> None:
    grant = Grant("minio", endpoint, "", "bucket", *[Secret("x")] * 3, float("inf"))
    assert address(grant, secure=_storage._is_secure(api)) == (where, False)


@pytest.mark.parametrize("endpoint", ["ftp://x", "https://", "http://a:b@c", "http://x?y", "http://[", "http://x:0"])
def test_an_address_that_cannot_be_used_is_a_clear_error(endpoint: str) -> None:
    with RawServer(takes) as server, pytest.raises(TransferError, match="address"):
        put(server, endpoint=endpoint)


def test_a_child_of_a_process_that_has_stored_can_store_and_says_what_it_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_storage, "_used_in", os.getpid())
    file = tmp_path / "a.jpg"
    file.write_bytes(PICTURE)
    with RawServer(takes) as server:
        assert put(server)
        child = os.fork()
        if not child:
            code = 1
            try:
                assert put(server, file)
                _storage.LARGE = 10**6  # type: ignore[misc]
                put(server, file)
            except TransferError as error:
                code = 0 if "forked" in str(error) else 2
            finally:
                os._exit(code)
        assert os.waitpid(child, 0)[1] == 0


def test_pictures_that_the_server_has_not_got_are_stored_again_by_the_next_run(
    client: str, present: Simulator, photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"flighthub._{client}.reconstruction.uploads.VERIFYING", 0.5)
    state = tmp_path / "state.jsonl"
    gone = "DJI_0004.JPG"

    def lose(step: Progress) -> None:
        if step.job == "register" and step.items_done:
            for resource in present.world.open_models.resources.values():
                resource.files.pop(gone, None)

    with pytest.raises(WaitTimeout):
        upload(client, present, photos, state=state, progress=lose)
    journal = Journal(state)
    assert gone not in journal.stored
    assert len(journal.stored) == 11
    journal.close()
    upload(client, present, photos, state=state)
    (resource,) = present.world.open_models.resources.values()
    assert {*resource.files} == {*contents(photos)}
    assert stored(present) == contents(photos)
