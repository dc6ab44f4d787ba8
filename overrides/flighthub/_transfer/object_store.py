"""The object store behind FlightHub 2, where temporary credentials may write, and those of users. All of it waits.

obstore, of the extra `storage`, is imported here alone. It signs a `PUT` for each file, which `_transfer/` sends. What
is larger than `LARGE` it sends itself, in parts, for which it cannot make such a signature. What it raises is told anew
and not chained, as its texts hold signed links.
"""

from __future__ import annotations

import os
import re
import stat
import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from time import time
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple, TypeVar, cast
from urllib.parse import urlsplit

from flighthub_api.enums import StorageProvider
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.secrets import Masked, Secret

from .._core.configuration import Configuration
from .._core.proxies import find_proxy
from .._version import __version__
from ..errors import ConfigurationError, InvalidArgument, TransferError
from .addresses import Address, parse_link
from .connections import ConnectionPool
from .failures import StoreError
from .puts import put
from .supervisor import Supervisor

if TYPE_CHECKING:
    from obstore.store import ClientConfig, RetryConfig, S3Store

    from flighthub_api.models import StorageCredentials, StorageKeys, UploadToken
else:
    ClientConfig = lazy_type("obstore.store", "ClientConfig")
    RetryConfig = lazy_type("obstore.store", "RetryConfig")
    StorageCredentials = lazy_type("flighthub_api.models", "StorageCredentials")
    StorageKeys = lazy_type("flighthub_api.models", "StorageKeys")
    UploadToken = lazy_type("flighthub_api.models", "UploadToken")

T = TypeVar("T")

LARGE: Final = 64 * 2**20
"""Bytes up to which a file is stored by one request, whose ETag is the MD5 of its content. All pictures of today's
cameras are smaller. A line that breaks costs the whole of such a request, and of a larger file one part."""

PART: Final = 8 * 2**20
"""Bytes of a part. Up to 80 GB can be stored so."""

PARTS_AT_ONCE: Final = 3
"""Parts of one large file that are under way at a time, each of them in memory."""

PART_TIME: Final = timedelta(minutes=3)
"""How long one part may take: 45 kB/s. A store that says nothing is given up after it."""

RETRIES: Final[RetryConfig] = {"max_retries": 3, "retry_timeout": timedelta(minutes=5)}
"""How often the store client repeats a part."""

SIGNED_FOR: Final = timedelta(hours=1)
"""How long a signed request is good for. It is sent at once; what is left covers a clock that is behind."""

_EXPIRED: Final = re.compile(r"Expired|InvalidAccessKeyId|InvalidSecurityToken|InvalidToken")
"""How stores call credentials that have ended. OSS no longer knows the key, MinIO and S3 say that the token expired."""

_TEXT_LENGTH: Final = 8192
"""Characters of an error of the store client that are looked at."""

_ADDRESS_LENGTH: Final = 300
"""Characters of an endpoint in which its region is looked for. A host name has 253 at most."""


class Grant(NamedTuple):
    """Where something may be written, with what, and until when."""

    provider: str
    endpoint: str
    region: str
    bucket: str
    key_id: Secret
    secret: Secret
    token: Secret
    expires: float
    """Unix seconds; infinite where nobody says."""

    @classmethod
    def of_project(cls, given: StorageCredentials, asked: float) -> Grant:
        """The storage of a project. The lifetime counts from when it was asked for."""
        refuse_incomplete(given)
        keys = given.credentials
        refuse_incomplete(keys)
        return cls(
            "" if given.provider is None else str(given.provider.value),
            given.endpoint or "",
            given.region or "",
            given.bucket,
            keys.access_key_id,
            keys.access_key_secret,
            keys.security_token,
            float("inf") if keys.expire is None else asked + keys.expire,
        )

    @classmethod
    def of_image_set(cls, given: UploadToken) -> Grant:
        """The storage of open modeling, which tells the same with other names."""
        return cls(
            "" if given.cloud_name is None else str(given.cloud_name.value),
            given.end_point or "",
            given.region or "",
            given.cloud_bucket_name,
            given.access_key_id,
            given.secret_access_key,
            given.session_token,
            float("inf") if given.expire_time is None else float(given.expire_time),
        )

    @property
    def remaining(self) -> float:
        """Seconds until the credentials end, by this machine's clock."""
        return self.expires - time()


class Store:
    """A bucket that may be written to for a while. Safe to use from many threads.

    Args:
        grant: Where, and with what.
        configuration: Certificates, proxy and timeouts.
        supervisor: Ends what must end; None for uploads that nothing ends.

    Raises:
        ConfigurationError: The extra `storage` is not installed, or the proxy cannot be used.
        TransferError: The storage cannot be addressed.
    """

    def __init__(self, grant: Grant, configuration: Configuration, supervisor: Supervisor | None = None) -> None:
        self._obstore = require_obstore()
        self._grant = grant
        self._configuration = configuration
        self._supervisor = Supervisor("upload") if supervisor is None else supervisor
        self._pool = ConnectionPool(configuration, self._supervisor)
        self._endpoint, self._is_hosted = address(grant, secure=_is_secure(configuration.base_url))
        self._origin = parse_link(Secret(f"{self._endpoint}/")).origin
        self._signer = self._build({"allow_http": True})
        self._writer: S3Store | None = None
        self._lock = threading.Lock()

    def close(self) -> None:
        """Closes the connections."""
        self._pool.close()

    def put(self, key: str, source: Path | bytes, counted: Callable[[int], None]) -> str:
        """Stores a file, and gives its ETag without quotes.

        Args:
            key: Where to.
            source: A file, or the content itself.
            counted: Called with numbers of bytes as they leave. What it raises ends this, and is raised as it is.

        Raises:
            StoreError: It is not stored.
            OSError: The file cannot be read.
            WaitCancelled: The job was cancelled.
            WaitTimeout: The time of the job is over.
        """
        try:
            if isinstance(source, bytes):
                return put(self._pool, self._sign(key), source, len(source), counted)
            with source.open("rb", buffering=0) as stream:
                size = os.fstat(stream.fileno()).st_size
                if size > LARGE:
                    return self._put_in_parts(key, stream, counted)
                return put(self._pool, self._sign(key), stream, size, counted)
        except StoreError as error:
            # This machine's clock may be wrong, so it counts only where the store will not, and does not say why.
            if error.refused and not error.is_clock and self._grant.remaining <= 0:
                error.expired = True
            raise

    def _sign(self, key: str) -> Address:
        """The address of a link to which a file may be stored."""
        link, problem = self._try_signing(key)
        if not problem:
            target = parse_link(link)
            # Nothing in the environment may send what is signed here to somebody else.
            if target.origin == self._origin:
                return target
        raise StoreError(f"it cannot be signed {problem}".strip(), refused=True)

    def _try_signing(self, key: str) -> tuple[Secret, str]:
        try:
            return Secret(self._obstore.sign(self._signer, "PUT", key, SIGNED_FOR)), ""
        except Exception as error:
            return Secret(""), _describe_error(error)

    def _put_in_parts(self, key: str, stream: IO[bytes], counted: Callable[[int], None]) -> str:
        """Stores a large file with the store client, in a thread that is left behind when the job ends.

        It cannot be interrupted while it waits for the store, but asks for no more of the file.
        """
        refuse_after_fork()
        with self._lock:
            if self._writer is None:
                self._writer = self._build(self._client_options())
        source = _Source(stream, counted, self._supervisor)
        made: list[str | BaseException] = []
        done = threading.Event()

        def work() -> None:
            try:
                made.append(self._put(key, source))
            except BaseException as error:
                made.append(error)
            finally:
                done.set()

        threading.Thread(target=work, name="flighthub-parts", daemon=True).start()
        while not done.wait(0.1):
            self._supervisor.check()
        (found,) = made
        if isinstance(found, str):
            return found
        # The store client tells what a file raises as an error of its own.
        if source.failure is not None:
            raise source.failure
        self._supervisor.check()
        raise found

    def _put(self, key: str, source: _Source) -> str:
        try:
            found = self._obstore.put(self._writer, key, source, chunk_size=PART, max_concurrency=PARTS_AT_ONCE)
        except OSError:
            raise
        except BaseException as error:
            problem, hidden = _describe_error(error), Masked(error)
        else:
            etag = (found["e_tag"] or "").strip('"')
            if etag:
                return etag
            problem, hidden = (
                "the store gave no ETag for it, so it is not certain that it is stored",
                Masked(Exception()),
            )
        raise StoreError(problem, expired=_EXPIRED.search(problem) is not None, refused=_is_refusal(hidden.reveal()))

    def _build(self, options: ClientConfig) -> S3Store:
        """The store client, which obeys nothing but its arguments."""
        from obstore.store import S3Store

        try:
            with _without_variables():
                return S3Store(
                    self._grant.bucket,
                    endpoint=self._endpoint,
                    aws_endpoint_url_s3=self._endpoint,
                    region=region_of(self._grant, self._endpoint),
                    virtual_hosted_style_request=self._is_hosted,
                    access_key_id=self._grant.key_id.reveal(),
                    secret_access_key=self._grant.secret.reveal(),
                    session_token=self._grant.token.reveal(),
                    skip_signature=False,
                    unsigned_payload=False,
                    request_payer=False,
                    s3_express=False,
                    client_options=options,
                    retry_config=RETRIES,
                )
        except Exception as error:
            problem = _describe_error(error)
        raise TransferError(f"the storage at {self._endpoint} cannot be used: {problem}")

    def _client_options(self) -> ClientConfig:
        """Certificates, proxy and timeouts, as the store client takes them."""
        configuration = self._configuration
        made: ClientConfig = {
            "allow_http": True,
            "connect_timeout": timedelta(seconds=configuration.timeout.connect),
            "timeout": PART_TIME,
            "user_agent": f"flighthub/{__version__}",
        }
        if configuration.ca_bundle is not None:
            made["root_certificate"] = _certificates(configuration)
        proxy = find_proxy(*self._origin, configuration.proxy)
        if proxy is not None:
            made["proxy_url"] = proxy.url.reveal()
        else:
            # Otherwise it would look for one in the environment, and read `NO_PROXY` in its own way.
            made["proxy_url"], made["proxy_excludes"] = "http://127.0.0.1:9", self._origin[1]
        return made


class _Source:
    """A file that tells how much of it was read.

    Attributes:
        failure: What the callback raised.
    """

    def __init__(self, stream: IO[bytes], counted: Callable[[int], None], supervisor: Supervisor) -> None:
        self._stream = stream
        self._counted = counted
        self._supervisor = supervisor
        self.failure: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        try:
            self._supervisor.check()
            found = self._stream.read(size)
            self._counted(len(found))
        except BaseException as error:
            self.failure = error
            raise
        return found

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Goes to a place."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """The place."""
        return self._stream.tell()


_used_in: int | None = None
"""The process in which the threads of the store client are."""


def refuse_after_fork() -> None:
    """Raises `TransferError` in a child of a process that has used the store client, which would wait for ever."""
    global _used_in
    if _used_in is None:
        _used_in = os.getpid()
    if _used_in != os.getpid():
        raise TransferError(
            f"files of more than {LARGE // 2**20} MiB cannot be stored in a process that was forked after its parent "
            "had stored such files; start it with the method spawn, or store them in the parent alone"
        )


_building: Final = threading.Lock()


@contextmanager
def _without_variables() -> Generator[None]:
    """Takes away the variables that the store client would obey: they are meant for other stores.

    Most of them can be overruled by arguments, but not those that add something, such as an encryption.
    """
    with _building:
        kept = {name: os.environ.pop(name) for name in list(os.environ) if name.upper().startswith(("AWS_", "OSS_"))}
        try:
            yield
        finally:
            os.environ.update(kept)


def _certificates(configuration: Configuration) -> bytes:
    """The certificates of the client's bundle, as plain as they can be: all readers of such files differ."""
    import ssl

    from .._core.tls import tls_context

    found = tls_context(configuration.ca_bundle, None).get_ca_certs(binary_form=True)
    return "".join(map(ssl.DER_cert_to_PEM_cert, found)).encode("ascii")


def require_obstore() -> Any:
    """The package that the extra brings; `ConfigurationError` without it."""
    try:
        import obstore
    except ImportError:
        problem = "storing files needs the package obstore: pip install 'flighthub[storage]'"
    else:
        return obstore
    raise ConfigurationError(problem)


def is_installed() -> bool:
    """Whether the extra is there."""
    from importlib.util import find_spec

    return find_spec("obstore") is not None


def _is_secure(base_url: str) -> bool:
    return urlsplit(base_url).scheme == "https"


_UNUSABLE: Final = "the API named no address of its storage that can be used"


def address(grant: Grant, *, secure: bool) -> tuple[str, bool]:
    """The address of a store with its scheme, and whether the bucket is part of the host's name.

    Args:
        grant: The credentials.
        secure: Whether a host without a scheme is asked by TLS.
    """
    text = grant.endpoint.strip()
    if "://" not in text:
        text = f"{'https' if secure else 'http'}://{text}"
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        is_usable = bool(host) and parts.port != 0 and parts.scheme in ("http", "https")
    except ValueError:
        raise TransferError(_UNUSABLE) from None
    if not is_usable or parts.query or parts.fragment or "@" in parts.netloc or "\\" in text:
        raise TransferError(_UNUSABLE)
    text = f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"
    if host.startswith(f"{grant.bucket}."):
        return text, True
    # OSS refuses the bucket in the path; an address without a name has no room for it elsewhere.
    if is_oss(grant) and not _is_bare(host):
        return text.replace(f"//{parts.netloc}", f"//{grant.bucket}.{parts.netloc}", 1), True
    return text, False


def region_of(grant: Grant, endpoint: str) -> str:
    """The region to sign for. OSS names some without a dash, where the host has it behind `oss-`."""
    if is_oss(grant) and "-" not in grant.region:
        found = re.search(r"oss-([a-z0-9-]+?)(-internal)?\.", endpoint[:_ADDRESS_LENGTH])
        if found is not None:
            return found[1]
    return grant.region or "us-east-1"


def refuse_incomplete(given: UploadToken | StorageCredentials | StorageKeys) -> None:
    """Raises `TransferError` where the server has left out what storing needs."""
    missing = [each.wire for each in given.__wire__.members if each.required and getattr(given, each.attribute) is None]
    if missing:
        raise TransferError(f"the server gave nothing to store with: {', '.join(missing)} is missing")


def is_oss(grant: Grant) -> bool:
    """Whether the store is Alibaba's; spellings vary."""
    return grant.provider.lower().startswith(StorageProvider.ALI.value)


def _is_bare(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return "." not in host
    return True


def _is_refusal(error: object) -> bool:
    """Whether the store understood, and will not: HTTP 4xx but those that pass."""
    found = re.search(r"status code: (\d{3})", _text_of(error))
    if found is not None:
        return found[1].startswith("4") and found[1] not in ("408", "425", "429")
    return isinstance(error, (FileNotFoundError, PermissionError)) or type(error).__name__ in (
        "PermissionDeniedError",
        "UnauthenticatedError",
        "NotFoundError",
    )


def _text_of(error: object) -> str:
    """The beginning of what the store client says, which may repeat a page of any length."""
    return str(error)[:_TEXT_LENGTH]


def _element(text: str, name: str) -> str:
    """What stands in the first element of a name, which is on one line; empty where there is none."""
    _, _, rest = text.partition(f"<{name}>")
    found, end, _ = rest.partition(f"</{name}>")
    return found if end and "\n" not in found else ""


def _describe_error(error: BaseException) -> str:
    """What the store said, without addresses, which may be signed links."""
    text = _text_of(error).partition("\n\nDebug source")[0]
    text = re.sub(r"https?://\S*", "the store", text)
    code, message = _element(text, "Code"), _element(text, "Message")
    if code:
        return f"{code}: {message}" if message else code
    return " ".join(text.split())[:300] or type(error).__name__


def fingerprint(file: Path) -> tuple[int, int]:
    """Size and time of a file: what changes when it is written to. OSError when it cannot be looked at."""
    found = file.stat()
    if not stat.S_ISREG(found.st_mode):
        raise IsADirectoryError(f"{file} is no file")
    return found.st_size, found.st_mtime_ns


def moment(seconds: float) -> str:
    """A time as people read it."""
    return "never" if seconds == float("inf") else f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M:%S} UTC"


class Bucket:
    """An object store of the user's own, by its URL. It obeys the variables of the environment, as it is theirs.

    Args:
        url: Where, such as `s3://bucket/folder`.
        options: Settings of the store, such as `endpoint`, over those of the environment.

    Raises:
        ConfigurationError: The extra `storage` is not installed.
        InvalidArgument: There is no such store.
    """

    def __init__(self, url: str, options: Mapping[str, Secret]) -> None:
        self._obstore = require_obstore()
        self._name = url
        self._store: Any = self._open(url, options)

    def _open(self, url: str, options: Mapping[str, Secret]) -> Any:
        from obstore.store import MemoryStore, from_url

        if urlsplit(url).scheme == "memory":
            # Each that obstore makes is another one, in which the next run would find nothing.
            return _in_memory.setdefault(url, MemoryStore())
        client: ClientConfig = {
            "allow_http": True,
            "timeout": PART_TIME,
            "user_agent": f"flighthub/{__version__}",
        }
        try:
            # Other stores are built without the variables that this one obeys.
            with _building:
                return from_url(
                    url,
                    config=cast("Any", {name: value.reveal() for name, value in options.items()}) or None,
                    client_options=client,
                    retry_config=RETRIES,
                )
        except Exception as error:
            problem = _describe_error(error)
        raise InvalidArgument("to", f"{url} cannot be used as an object store: {problem}")

    def read(self, path: str) -> bytes | None:
        """The content of an object; None where there is none."""
        found = self._call("read", path, lambda: self._obstore.get(self._store, path).bytes())
        return None if found is None else bytes(found)

    def write(self, path: str, source: bytes | Path, attributes: Mapping[str, str] | None = None) -> None:
        """Stores an object. Until all of it is there, nothing of it is."""
        refuse_after_fork()
        stored = self._call(
            "written",
            path,
            lambda: self._obstore.put(
                self._store,
                path,
                source,
                attributes=dict(attributes or {}) or None,
                chunk_size=PART,
                max_concurrency=PARTS_AT_ONCE,
            ),
        )
        if stored is None:
            raise TransferError(f"{path} cannot be written in {self._name}: there is no such store", file=path)

    def remove(self, path: str) -> None:
        """Removes an object, if it is there."""
        self._call("removed", path, lambda: self._obstore.delete(self._store, path))

    def sizes(self, folder: str) -> dict[str, int]:
        """The names and bytes of the objects in a folder."""
        prefix = f"{folder}/"

        def list_all() -> dict[str, int]:
            found: dict[str, int] = {}
            for batch in self._obstore.list(self._store, prefix):
                for each in batch:
                    found[str(each["path"]).rpartition("/")[2]] = int(each["size"])
            return found

        return self._call("listed", prefix, list_all) or {}

    def attributes(self, path: str) -> dict[str, str]:
        """The metadata of an object that whoever stored it gave it."""

        def read() -> dict[str, str]:
            found: Mapping[Any, Any] = self._obstore.get(self._store, path, options={"head": True}).attributes
            return {str(name).lower(): str(value) for name, value in found.items()}

        return self._call("read", path, read) or {}

    def _call(self, what: str, path: str, work: Callable[[], T]) -> T | None:
        """What the store gives; None where there is no such object.

        Raises:
            TransferError: It gives nothing.
        """
        try:
            return work()
        except FileNotFoundError:
            return None
        except BaseException as error:
            # An address that is none makes the library panic, which is no Exception.
            if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
                raise
            problem = _describe_error(error)
        raise TransferError(f"{path} cannot be {what} in {self._name}: {problem}", file=path)


_in_memory: Final[dict[str, Any]] = {}
"""The stores in the memory of this process, by their URLs."""
