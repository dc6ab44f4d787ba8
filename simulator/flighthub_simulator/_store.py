"""The object store behind the simulator: moto's S3 on a socket of its own, with a gate before it.

The gate does what moto does not, or does only for a whole process: it checks the signature of every request and of
every link, lets credentials write below their prefix and do nothing else, and ends both by the simulated clock. So no
setting of moto is touched, nobody's own use of moto is disturbed, and each store sees its own objects alone. The other
way round is not so: `mock_aws` of moto, in the same process, begins by emptying everything that moto holds.

Nothing of this is loaded or listens before somebody stores, signs or reads something.
"""

from __future__ import annotations

import hashlib
import io
import os
import random
import re
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, NamedTuple, NoReturn
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit
from xml.sax.saxutils import escape

from ._heads import LimitedReader
from ._store_files import Answer, App, Keep, is_large, join, open_file, send
from ._store_signatures import (
    ALGORITHM,
    UNSIGNED,
    Signed,
    declares_payload,
    is_digest,
    same,
    scope_problem,
)

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

REGION, BUCKET = "eu-central-1", "flighthub"
READER = "AKIASIMULATORREADER"
"""The key that links are signed with."""

STAMP = "%Y%m%dT%H%M%SZ"
SKEW = timedelta(minutes=15)
"""How far the time of a request may be from ours: that of S3. By how much the clock of whoever signs may be ahead."""

MISMATCH = (
    "400 Bad Request",
    "XAmzContentSHA256Mismatch",
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
)

INCOMPLETE = ("400 Bad Request", "IncompleteBody", "The body is shorter than its Content-Length header says.")

IN_MEMORY = 1 << 20
"""Bytes of a body that are kept in memory while they are hashed."""

_AUTHORIZATION = re.compile(
    rf"{ALGORITHM} +Credential=(?P<credential>[^, ]+), *SignedHeaders=(?P<names>[^, ]+), *Signature=(?P<signature>\w+)"
)
_EVERYWHERE = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - it is looked for, not bound
"""What stands for all addresses, and the one of them at which this machine finds itself."""

KEPT = 64
"""Objects made on demand that are there at a time."""

_ACCOUNTS = count(100_000_000_001)
_LOADING = threading.Lock()


def address(host: str, port: int) -> str:
    """The URL at which a host is found that listens there."""
    name = _EVERYWHERE.get(host, host)
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


class StoreCredentials(NamedTuple):
    """What may write below a prefix for a while. Not to be shown."""

    access_key_id: str
    access_key_secret: str
    security_token: str
    expires: datetime


class StoredObject(NamedTuple):
    """What is known of an object without reading it. The ETag is without quotes."""

    key: str
    size: int
    etag: str
    content_type: str


class _Denied(Exception):
    """A request that the gate does not let through."""

    def __init__(self, status: str, code: str, message: str, **details: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message
        self.details = details


class _Grant(NamedTuple):
    secret: str
    token: str
    prefix: str
    expires: datetime


class _Offer(NamedTuple):
    content_type: str
    make: Callable[[], bytes]


class Store:
    """A bucket that belongs to one simulator.

    Args:
        host: Address to listen on.
        now: The simulated time, by which credentials and links end.
        seed: Decides keys and secrets; the same seed gives the same ones.

    Attributes:
        region: What requests are signed for.
        bucket: The only bucket there is.
        reset_every: Every how many requests one loses its connection in the middle, as on a bad line: when something is
            stored on the way there, when something is read on the way back. None for none.
        answered: How many requests came so far.
    """

    region = REGION
    bucket = BUCKET

    def __init__(self, host: str, *, now: Callable[[], datetime], seed: int = 0) -> None:
        self._host = host
        self._lock = threading.RLock()
        self._socket: socket.socket | None = None
        self._server: Any = None
        self._backend: Any = None
        self._account = str(next(_ACCOUNTS))
        self._name = f"{BUCKET}-{self._account}"
        self.fresh(now, seed)

    def fresh(self, now: Callable[[], datetime], seed: int) -> None:
        """Forgets all objects, credentials and links."""
        self._now = now
        self._chance = random.Random(f"{seed}/store")  # noqa: S311 - it guards nothing that is real
        self._reader = self._chance.randbytes(30).hex()
        self._grants: dict[str, _Grant] = {}
        self._offered: dict[str, _Offer] = {}
        self._made: deque[str] = deque()
        self.reset_every: int | None = None
        self.answered = 0
        self._asked_at = ""
        if self._backend is not None:
            self._drop()

    def asked_at(self, host: str) -> None:
        """Takes down the host that the request now answered was sent to: on all addresses, the store is found there."""
        if self._host in _EVERYWHERE:
            self._asked_at = ""
            with suppress(ValueError):
                self._asked_at = urlsplit(f"//{host}").hostname or ""

    @property
    def endpoint(self) -> str:
        """Where it listens. Asking for it makes it listen."""
        with self._lock:
            if self._socket is None:
                self._listen()
            assert self._socket is not None  # noqa: S101 - it listens now
            return address(self._asked_at or self._host, self._socket.getsockname()[1])

    def put(self, key: str, content: bytes, content_type: str = "application/octet-stream") -> StoredObject:
        """Stores an object, without HTTP."""
        made = self._s3().put_object(self._name, key, content)
        made.set_metadata({"content-type": content_type}, replace=True)
        return _described(made)

    def offer(self, key: str, content_type: str, make: Callable[[], bytes]) -> None:
        """Has an object that is made when somebody asks for it, the same each time; only a few are there at a time."""
        self._offered[key] = _Offer(content_type, make)

    def read(self, key: str) -> bytes:
        """The content of an object; KeyError when there is none."""
        self._make_offered(key)
        found = self._s3().get_object(self._name, key)
        if found is None:
            raise KeyError(key)
        content: bytes = found.value
        return content

    def find(self, key: str) -> StoredObject | None:
        """What is known of an object; None when there is none."""
        self._make_offered(key)
        found = None if self._backend is None else self._s3().get_object(self._name, key)
        return None if found is None else _described(found)

    def list(self, prefix: str = "") -> list[StoredObject]:
        """The objects below a prefix, by key; of those that are made on demand, those that are there."""
        keys: dict[str, Any] = {} if self._backend is None else self._s3().get_bucket(self._name).keys
        return [_described(each) for key, each in sorted(keys.items()) if key.startswith(prefix)]

    def delete(self, prefix: str) -> int:
        """Deletes the objects below a prefix, and tells how many they were."""
        gone = [each.key for each in self.list(prefix)]
        for key in gone:
            self._backend.delete_object(self._name, key)
        return len(gone)

    def _make_offered(self, key: str) -> None:
        """Stores an object that is made on demand, and lets the oldest of its kind go."""
        offer = self._offered.get(key)
        if offer is None:
            return
        with self._lock:
            if key in self._made:
                return
            self.put(key, offer.make(), offer.content_type)
            self._made.append(key)
            if len(self._made) > KEPT:
                self._dispose(self._made.popleft())

    def _dispose(self, key: str) -> None:
        from moto.s3.models import FakeKey

        found: Any = self._backend.get_object(self._name, key)
        if found is not None:
            self._backend.delete_object(self._name, key)
            found.dispose()
            kind: Any = FakeKey
            kind.instances_tracked[:] = [each for each in kind.instances_tracked if each is not found]

    def credentials(self, prefix: str, seconds: float) -> StoreCredentials:
        """Credentials that can write below a prefix, and nothing else, for so many simulated seconds."""
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
        id_ = "ASIA" + "".join(self._chance.choices(letters, k=16))
        secret, token = self._chance.randbytes(30).hex(), self._chance.randbytes(96).hex()
        expires = self._now() + timedelta(seconds=seconds)
        self._grants[id_] = _Grant(secret, token, f"{prefix.rstrip('/')}/", expires)
        return StoreCredentials(id_, secret, token, expires)

    def link(self, key: str, seconds: int, *, filename: str | None = None) -> str:
        """A link to an object that anybody can follow for so many simulated seconds, also in ranges."""
        moment = self._now().astimezone(UTC)
        host = self.endpoint.removeprefix("http://")
        path = f"/{BUCKET}/{quote(key)}"
        query = {
            "X-Amz-Algorithm": ALGORITHM,
            "X-Amz-Credential": f"{READER}/{moment:%Y%m%d}/{REGION}/s3/aws4_request",
            "X-Amz-Date": moment.strftime(STAMP),
            "X-Amz-Expires": str(seconds),
            "X-Amz-SignedHeaders": "host",
        }
        if filename is not None:
            disposition = f"attachment; filename*=UTF-8''{quote(filename)}"
            query["response-content-disposition"] = disposition
        signed = Signed("GET", path, tuple(query.items()), {"host": host}, ("host",), UNSIGNED)
        signature = signed.signature(self._reader, query["X-Amz-Date"], REGION)
        return f"http://{host}{path}?{urlencode({**query, 'X-Amz-Signature': signature})}"

    def stop(self) -> None:
        """Stops listening, and lets all objects go."""
        with self._lock:
            if self._server is not None:
                self._server.shutdown()
                self._server.server_close()
                self._server = None
            if self._socket is not None:
                self._socket.close()
            if self._backend is not None:
                self._drop()
                self._backend = None

    def _s3(self) -> Any:
        """Moto's S3, with the one bucket in it."""
        with self._lock:
            if self._backend is None:
                with _LOADING:
                    # Larger objects go to disk: 1 GB instead of 7 GB of memory for a set of pictures.
                    os.environ.setdefault("MOTO_S3_DEFAULT_KEY_BUFFER_SIZE", "65536")
                    from moto.s3.models import s3_backends

                self._backend = s3_backends[self._account]["aws"]
            if self._name not in self._backend.buckets:
                self._backend.create_bucket(self._name, REGION)
        return self._backend

    def _drop(self) -> None:
        """Lets the bucket go, with everything that moto remembers of it."""
        from moto.s3.models import FakeKey, FakeMultipart, s3_backends

        self._backend.buckets.pop(self._name, None)
        s3_backends.bucket_accounts.pop(self._name, None)
        tracked: Any
        for tracked in (FakeMultipart, FakeKey):
            # Those as well that are in the bucket no more, such as the parts of what was given up.
            mine = {id(each): each for each in tracked.instances_tracked if self._is_mine(each)}
            for each in mine.values():
                each.dispose()
            tracked.instances_tracked[:] = [each for each in tracked.instances_tracked if id(each) not in mine]

    def _is_mine(self, tracked: Any) -> bool:
        return getattr(tracked, "account_id", None) == self._account

    def _listen(self) -> None:
        from moto.moto_server.werkzeug_app import create_backend_app  # pyright: ignore[reportMissingTypeStubs]
        from werkzeug.serving import WSGIRequestHandler, make_server

        class Handler(WSGIRequestHandler):
            """Keeps connections open but for heads that take too long, and the console clean of keys and links."""

            protocol_version = "HTTP/1.1"

            def setup(self) -> None:
                """Reads from the connection with a limit for heads."""
                super().setup()
                self._reader = LimitedReader(self.connection)
                self.rfile = io.BufferedReader(self._reader)

            def handle_one_request(self) -> None:
                """Serves the next request of the connection."""
                self._reader.begin_head()
                super().handle_one_request()

            def parse_request(self) -> bool:
                """Takes the head apart."""
                done = super().parse_request()
                self._reader.end_head()
                return done

            def log(self, type: str, message: str, *args: Any) -> None:
                """Says nothing."""

        self._s3()
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        self._socket = socket.create_server((self._host, 0), family=family)
        port = self._socket.getsockname()[1]
        app = create_backend_app("s3")
        gate = _gate(self, app)
        self._server = make_server(
            self._host, port, gate, threaded=True, request_handler=Handler, fd=self._socket.fileno()
        )
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), name="flighthub-store", daemon=True).start()

    def _is_to_break(self) -> bool:
        """Counts a request, and says whether its connection is to be lost."""
        with self._lock:
            self.answered += 1
            return self.reset_every is not None and self.answered % self.reset_every == 0

    def _admit(self, environ: WSGIEnvironment) -> None:
        """Lets a request through, or raises `_Denied`."""
        method = str(environ["REQUEST_METHOD"])
        path, _, asked = str(environ.get("REQUEST_URI", "")).partition("?")
        query = tuple(parse_qsl(asked, keep_blank_values=True))
        headers = {
            name.removeprefix("HTTP_").replace("_", "-").lower(): str(value)
            for name, value in environ.items()
            if name.startswith("HTTP_") or name in ("CONTENT_TYPE", "CONTENT_LENGTH")
        }
        members = dict(query)
        if "X-Amz-Signature" in members and method != "PUT":
            self._admit_link(method, path, query, members, headers)
            return
        if "X-Amz-Signature" in members:
            self._admit_signed_put(path, query, members, headers)
            return
        found = _AUTHORIZATION.fullmatch(headers.get("authorization", ""))
        if found is None:
            raise _Denied("403 Forbidden", "AccessDenied", "Access Denied")
        names = tuple(found["names"].split(";"))
        stamp, payload = headers.get("x-amz-date", ""), headers.get("x-amz-content-sha256", "")
        self._check_date(stamp)
        problem = scope_problem(found["credential"], stamp, REGION)
        if problem is not None:
            text = f"The authorization header is malformed; {problem}"
            raise _Denied("400 Bad Request", "AuthorizationHeaderMalformed", text, Region=REGION)
        grant = self._grants.get(found["credential"].partition("/")[0])
        if grant is None:
            raise _Denied("403 Forbidden", "InvalidAccessKeyId", "The access key is not known here.")
        if not payload:
            text = "Missing required header for this request: x-amz-content-sha256"
            raise _Denied("400 Bad Request", "InvalidRequest", text)
        if not declares_payload(payload):
            text = "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-… or a valid sha256 value."
            raise _Denied("400 Bad Request", "InvalidArgument", text)
        signed = Signed(method, path, query, headers, names, payload)
        if not same(signed.signature(grant.secret, stamp, REGION), found["signature"]):
            raise _Denied("403 Forbidden", "SignatureDoesNotMatch", "The signature does not match.")
        if not same(headers.get("x-amz-security-token", ""), grant.token):
            raise _Denied("403 Forbidden", "InvalidToken", "The security token is not valid.")
        if "host" not in names or any(each.startswith("x-amz-") and each not in names for each in headers):
            raise _Denied("403 Forbidden", "AccessDenied", "There were headers which were not signed.")
        if self._now() >= grant.expires:
            raise _Denied("400 Bad Request", "ExpiredToken", "The security token has expired.")
        # L: the credentials can only write; listing and reading are refused.
        if (
            not _writes(method, members)
            or not unquote(path).startswith(f"/{BUCKET}/{grant.prefix}")
            or "x-amz-copy-source" in headers
        ):
            raise _Denied("403 Forbidden", "AccessDenied", "Access Denied")
        if "uploadId" in members:
            # Moto answers 500 to parts of an upload that it does not know, and does not compare the key.
            upload = self._s3().get_bucket(self._name).multiparts.get(members["uploadId"])
            if upload is None or unquote(path) != f"/{BUCKET}/{upload.key_name}":
                raise _Denied("404 Not Found", "NoSuchUpload", "The upload does not exist.")

    def _check_date(self, stamp: str) -> None:
        """Refuses a request that was signed too long ago, or has yet to be signed.

        Who signs has the time of this machine, or that of the simulated world.
        """
        try:
            signed = datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
        except ValueError:
            text = "AWS authentication requires a valid Date or x-amz-date header"
            raise _Denied("403 Forbidden", "AccessDenied", text) from None
        if all(abs(now - signed) > SKEW for now in (datetime.now(UTC), self._now())):
            text = "The difference between the request time and the current time is too large."
            raise _Denied("403 Forbidden", "RequestTimeTooSkewed", text)

    def _admit_signed_put(
        self,
        path: str,
        query: tuple[tuple[str, str], ...],
        members: Mapping[str, str],
        headers: Mapping[str, str],
    ) -> None:
        """Lets a `PUT` through whose signature is in its address, made with temporary credentials."""
        credential, stamp = members.get("X-Amz-Credential", ""), members.get("X-Amz-Date", "")
        grant = self._grants.get(credential.partition("/")[0])
        if grant is None:
            raise _Denied("403 Forbidden", "InvalidAccessKeyId", "The access key is not known here.")
        names = tuple(members.get("X-Amz-SignedHeaders", "").split(";"))
        others = tuple(each for each in query if each[0] != "X-Amz-Signature")
        signed = Signed("PUT", path, others, headers, names, "UNSIGNED-PAYLOAD")
        problem = scope_problem(credential, stamp, REGION)
        if problem is not None:
            raise _Denied("400 Bad Request", "AuthorizationQueryParametersError", problem)
        signature = signed.signature(grant.secret, stamp, REGION)
        if "host" not in names or not same(signature, members["X-Amz-Signature"]):
            raise _Denied("403 Forbidden", "SignatureDoesNotMatch", "The signature does not match.")
        if not same(members.get("X-Amz-Security-Token", ""), grant.token):
            raise _Denied("403 Forbidden", "InvalidToken", "The security token is not valid.")
        if self._now() >= grant.expires:
            raise _Denied("400 Bad Request", "ExpiredToken", "The security token has expired.")
        # By the clock of the machine and not of the world, as whoever signs knows no other.
        begin = datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
        seconds = int(members.get("X-Amz-Expires", "0"))
        if not begin - SKEW <= datetime.now(UTC) < begin + timedelta(seconds=seconds):
            raise _Denied("403 Forbidden", "AccessDenied", "Request has expired")
        is_plain = all(each.startswith("X-Amz-") for each in members) and "x-amz-copy-source" not in headers
        if not is_plain or not unquote(path).startswith(f"/{BUCKET}/{grant.prefix}"):
            raise _Denied("403 Forbidden", "AccessDenied", "Access Denied")

    def _admit_link(
        self,
        method: str,
        path: str,
        query: tuple[tuple[str, str], ...],
        members: Mapping[str, str],
        headers: Mapping[str, str],
    ) -> None:
        signed = Signed(
            "GET" if method == "HEAD" else method,
            path,
            tuple(each for each in query if each[0] != "X-Amz-Signature"),
            headers,
            ("host",),
            UNSIGNED,
        )
        made = members.get("X-Amz-Date", "")
        if not same(signed.signature(self._reader, made, REGION), members["X-Amz-Signature"]) or not members.get(
            "X-Amz-Credential", ""
        ).startswith(f"{READER}/"):
            raise _Denied("403 Forbidden", "SignatureDoesNotMatch", "The signature does not match.")
        begin = datetime.strptime(made, STAMP).replace(tzinfo=UTC)
        if self._now() >= begin + timedelta(seconds=int(members["X-Amz-Expires"])):
            raise _Denied("403 Forbidden", "AccessDenied", "Request has expired")


def _gate(store: Store, app: Callable[[WSGIEnvironment, StartResponse], Iterable[bytes]]) -> Any:
    """The WSGI application that admits requests to the bucket, under the name that it has outside."""

    def gate(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        breaks = store._is_to_break()  # pyright: ignore[reportPrivateUsage]
        if breaks and environ["REQUEST_METHOD"] != "GET":
            _reset(environ)
        try:
            store._admit(environ)  # pyright: ignore[reportPrivateUsage]
        except _Denied as denied:
            return _refuse(denied, environ, start_response)
        store._s3()  # pyright: ignore[reportPrivateUsage]
        path = str(environ.get("REQUEST_URI", "")).partition("?")[0]
        store._make_offered(unquote(path).removeprefix(f"/{BUCKET}/"))  # pyright: ignore[reportPrivateUsage]
        for name in ("PATH_INFO", "REQUEST_URI", "RAW_URI"):
            if name in environ:
                environ[name] = environ[name].replace(f"/{BUCKET}/", f"/{store._name}/", 1)  # pyright: ignore[reportPrivateUsage]
        environ["HTTP_X_MOTO_ACCOUNT_ID"] = store._account  # pyright: ignore[reportPrivateUsage]
        environ["HTTP_HOST"] = "localhost"  # so that moto looks for the bucket in the path
        large = _serve_large(store, app, environ, start_response)
        if large is not None:
            return _broken(large, environ) if breaks else large
        with SpooledTemporaryFile(IN_MEMORY) as body:
            try:
                _check_body(environ, body)
            except _Denied as denied:
                return _refuse(denied, environ, start_response)
            answer = app(environ, start_response)
        return _broken(answer, environ) if breaks else answer

    return gate


def _serve_large(
    store: Store, app: App, environ: WSGIEnvironment, start_response: StartResponse
) -> Iterable[bytes] | None:
    """Answers a request with a large object without having it in memory; None where that is not needed."""
    raw, _, asked = str(environ.get("REQUEST_URI", "")).partition("?")
    query = dict(parse_qsl(asked, keep_blank_values=True))
    name = store._name  # pyright: ignore[reportPrivateUsage]
    s3, key = store._s3(), unquote(raw).removeprefix(f"/{name}/")  # pyright: ignore[reportPrivateUsage]
    method = environ["REQUEST_METHOD"]
    if method == "GET":
        found = s3.get_object(name, key)
        return send(found, app, environ, query, start_response) if open_file(found) else None
    upload = s3.get_bucket(name).multiparts.get(query.get("uploadId", ""))
    if method == "POST" and upload is not None:
        attach = join(upload)
        answer = Answer(app, environ)
        if answer.is_success:
            attach(s3.get_object(name, key))
        return answer.give(start_response)
    if not is_large(environ) or ("uploadId" in query and upload is None):
        return None
    declared = str(environ.get("HTTP_X_AMZ_CONTENT_SHA256", ""))
    kept = Keep(_chunks(environ), declared if is_digest(declared) else "")
    if kept.size != int(environ["CONTENT_LENGTH"]):
        kept.file.close()
        return _refuse(_Denied(*INCOMPLETE), {**environ, "CONTENT_LENGTH": "0"}, start_response)
    if not kept.is_whole:
        kept.file.close()
        return _refuse(_Denied(*MISMATCH), {**environ, "CONTENT_LENGTH": "0"}, start_response)
    number = int(query.get("partNumber", "0"))
    with store._lock:  # pyright: ignore[reportPrivateUsage]
        find = (lambda: s3.get_object(name, key)) if upload is None else (lambda: upload.parts[number])
        return kept.store(app, environ, find).give(start_response)


def _check_body(environ: WSGIEnvironment, body: IO[bytes]) -> None:
    """Refuses a body that is not the one that was signed; the application reads it from a file afterwards."""
    declared = str(environ.get("HTTP_X_AMZ_CONTENT_SHA256", ""))
    if not is_digest(declared):
        return
    computed = hashlib.sha256()
    for chunk in _chunks(environ):
        computed.update(chunk)
        body.write(chunk)
    body.seek(0)
    environ["wsgi.input"] = body
    if computed.hexdigest() != declared:
        raise _Denied(*MISMATCH)


def _broken(answer: Iterable[bytes], environ: WSGIEnvironment) -> Iterator[bytes]:
    """Half of a body, and then nothing."""
    body = b"".join(answer)
    yield body[: len(body) // 2]
    _reset(environ)


def _reset(environ: WSGIEnvironment) -> NoReturn:
    """Resets the connection of a request, so that its sender sees it break."""
    connection: socket.socket = environ["werkzeug.socket"]
    # What is closed with something unread, or without lingering, is reset. The server closes it when it reads no more.
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.shutdown(socket.SHUT_RDWR)
    raise ConnectionResetError("as told by reset_every")


def _refuse(denied: _Denied, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    # What was sent is read, as closing before is a reset for the sender.
    for _ in _chunks(environ):
        pass
    parts = {"Code": denied.code, "Message": denied.message, **denied.details}
    error = f"<Error>{''.join(f'<{name}>{escape(text)}</{name}>' for name, text in parts.items())}</Error>"
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n{error}'.encode()
    start_response(denied.status, [("Content-Type", "application/xml"), ("Content-Length", str(len(body)))])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def _chunks(environ: WSGIEnvironment) -> Iterator[bytes]:
    left = int(environ.get("CONTENT_LENGTH") or 0)
    while left > 0:
        chunk = environ["wsgi.input"].read(min(left, 1 << 16))
        if not chunk:
            return
        left -= len(chunk)
        yield chunk


def _writes(method: str, query: Mapping[str, str]) -> bool:
    """Whether a request stores an object, whole or in parts."""
    parts = {"uploads", "uploadId", "partNumber"} & query.keys()
    others = query.keys() - {"uploads", "uploadId", "partNumber", "x-id"}
    if others:
        return False
    return method == "PUT" or (method == "POST" and bool(parts)) or (method == "DELETE" and "uploadId" in parts)


def _described(found: Any) -> StoredObject:
    kind = str(found.metadata.get("content-type", "application/octet-stream"))
    return StoredObject(found.name, found.size, found.etag.strip('"'), kind)
