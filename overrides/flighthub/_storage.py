"""The object store behind FlightHub 2: writing with temporary credentials, reading by links. All of it waits.

This is the second way out beside the HTTP library: obstore, of the extra `storage`. It gets the client's certificates
and proxy. What it raises is told anew and not chained, as its texts hold signed links.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from time import time
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urlsplit

from flighthub_api.enums import StorageProvider
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.secrets import Masked, Secret

from ._configuration import Configuration
from ._version import __version__
from .errors import ConfigurationError, FlightHubError, TransferError

if TYPE_CHECKING:
    from obstore.store import ClientConfig, RetryConfig

    from flighthub_api.models import StorageCredentials, StorageKeys, UploadToken
else:
    ClientConfig = lazy_type("obstore.store", "ClientConfig")
    RetryConfig = lazy_type("obstore.store", "RetryConfig")
    StorageCredentials = lazy_type("flighthub_api.models", "StorageCredentials")
    StorageKeys = lazy_type("flighthub_api.models", "StorageKeys")
    UploadToken = lazy_type("flighthub_api.models", "UploadToken")

PART: Final = 16 * 2**20
"""Bytes up to which a file is stored in one piece, whose ETag is the MD5 of its content."""

PARTS_AT_ONCE: Final = 4
"""Parts of one large file that are under way at a time."""

PIECE: Final = 2**17
"""Bytes that are read from a link, and written to the disk, at a time. Pieces of 1 MiB leave the processor's cache
between the two, which costs a fifth of the time."""

SLOWEST: Final = timedelta(minutes=15)
"""How long one request to the store may take: a part at 18 kB/s."""

RETRIES: Final[RetryConfig] = {"max_retries": 6, "retry_timeout": timedelta(minutes=3)}
"""How often the store client itself repeats what breaks while it writes. It cannot be stopped meanwhile, so whoever
reads repeats by himself."""

_EXPIRED: Final = re.compile(r"Expired|InvalidAccessKeyId|InvalidSecurityToken|InvalidToken")
"""How stores call credentials that have ended. OSS no longer knows the key, MinIO and S3 say that the token expired."""

_TEXT_LENGTH: Final = 8192
"""Characters of an error of the store client that are looked at."""

_ADDRESS_LENGTH: Final = 300
"""Characters of an endpoint in which its region is looked for. A host name has 253 at most."""

_STUCK: Final = re.compile(r"status code: 416|Range request not supported|Requested \d+\.\.\d+, got")
"""How the store client calls an answer that does not begin where it was asked to."""


class StoreError(FlightHubError):
    """The store did not do what it was asked to. Only this package sees it.

    Attributes:
        expired: Whether the credentials have ended.
        refused: Whether asking again in the same way is useless.
        stuck: Whether it cannot go on from the offset that was asked for, but perhaps from the beginning.
    """

    def __init__(self, text: str, *, expired: bool = False, refused: bool = False, stuck: bool = False) -> None:
        super().__init__(text)
        self.expired = expired
        self.refused = refused
        self.stuck = stuck


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

    Raises:
        ConfigurationError: The extra `storage` is not installed.
    """

    def __init__(self, grant: Grant, configuration: Configuration) -> None:
        obstore = needed()
        from obstore.store import S3Store

        self._obstore = obstore
        self._grant = grant
        endpoint, hosted = address(grant, secure=configuration.base_url.startswith("https:"))
        try:
            self._store = S3Store(
                grant.bucket,
                endpoint=endpoint,
                region=region_of(grant, endpoint),
                virtual_hosted_style_request=hosted,
                # The credentials of the environment are somebody else's.
                access_key_id=grant.key_id.reveal(),
                secret_access_key=grant.secret.reveal(),
                session_token=grant.token.reveal(),
                # So are its habits.
                skip_signature=False,
                unsigned_payload=False,
                request_payer=False,
                s3_express=False,
                client_options=client_options(configuration),
                retry_config=RETRIES,
            )
        except Exception as error:
            problem = _said(error)
        else:
            return
        raise TransferError(f"the storage at {endpoint} cannot be used: {problem}")

    def put(self, key: str, source: Path | bytes, counted: Callable[[int], None]) -> str:
        """Stores a file, and gives its ETag without quotes.

        Args:
            key: Where to.
            source: A file, or the content itself.
            counted: Called with numbers of bytes as they leave. What it raises ends this, and is raised as it is.

        Raises:
            StoreError: It is not stored.
            OSError: The file cannot be read.
        """
        if isinstance(source, bytes):
            etag = self._put(key, source)
            counted(len(source))
            return etag
        with source.open("rb") as stream:
            if os.fstat(stream.fileno()).st_size > PART:
                return self._put_counted(key, _Counted(stream, counted))
            content = stream.read()
        etag = self._put(key, content)
        counted(len(content))
        return etag

    def _put_counted(self, key: str, source: _Counted) -> str:
        try:
            return self._put(key, source)
        except (OSError, StoreError):
            # The store client tells what a file raises as an error of its own.
            if source.failure is not None:
                raise source.failure from None
            raise

    def _put(self, key: str, source: Any) -> str:
        try:
            found = self._obstore.put(self._store, key, source, chunk_size=PART, max_concurrency=PARTS_AT_ONCE)
        except OSError:
            raise
        except Exception as error:
            problem, hidden = _said(error), Masked(error)
        else:
            return (found["e_tag"] or "").strip('"')
        refused = _is_refusal(hidden.reveal())
        # This machine's clock may be wrong, so it counts only where the store will not, and does not say why.
        expired = _EXPIRED.search(problem) is not None or (refused and self._grant.remaining <= 0)
        raise StoreError(problem, expired=expired, refused=refused)


class _Counted:
    """A file that tells how much of it was read.

    Attributes:
        failure: What the one who was told raised.
    """

    def __init__(self, stream: IO[bytes], counted: Callable[[int], None]) -> None:
        self._stream = stream
        self._counted = counted
        self.failure: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        found = self._stream.read(size)
        try:
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


def follow(link: Secret, offset: int, configuration: Configuration) -> tuple[int | None, str, Iterator[Any]]:
    """What lies behind a link, from an offset on. Needs the extra `storage`.

    Returns:
        The size of the whole, its ETag (empty where it has none), and pieces.

    Raises:
        StoreError: The link does not work, or no longer.
    """
    obstore = needed()
    from obstore.store import HTTPStore

    try:
        # No local variable holds the store, whose repr is the link.
        found = obstore.get(
            HTTPStore.from_url(
                link.reveal(),
                client_options=client_options(configuration, reading=True),
                retry_config={"max_retries": 0},
            ),
            "",
            options={"range": {"offset": offset}} if offset else {},
        )
    except Exception as error:
        problem, hidden = _said(error), Masked(error)
    else:
        return found.meta["size"], found.meta["e_tag"] or "", _pieces(found.stream(PIECE))
    stuck = offset > 0 and _STUCK.search(_text_of(hidden.reveal())) is not None
    refused = not stuck and _is_refusal(hidden.reveal())
    raise StoreError(problem, expired=refused, refused=refused, stuck=stuck)


def _pieces(stream: Any) -> Iterator[Any]:
    while True:
        try:
            piece = next(stream, None)
        except Exception as error:
            problem = _said(error)
        else:
            if piece is None:
                return
            yield piece
            continue
        raise StoreError(problem)


def needed() -> Any:
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


def client_options(configuration: Configuration, *, reading: bool = False) -> ClientConfig:
    """Certificates, proxy and timeouts, as the second way out takes them.

    Args:
        configuration: Those of the client.
        reading: Whether nothing is sent but questions.
    """
    made: ClientConfig = {
        "allow_http": True,
        "connect_timeout": timedelta(seconds=configuration.timeout.connect),
        "timeout": SLOWEST,
        "user_agent": f"flighthub/{__version__}",
    }
    if reading:
        # It counts from the beginning of a request, which takes long when it has much to carry.
        made["read_timeout"] = timedelta(seconds=configuration.timeout.read)
    if configuration.ca_bundle is not None:
        made["root_certificate"] = configuration.ca_bundle.read_bytes()
    if configuration.proxy is not None:
        made["proxy_url"] = configuration.proxy.reveal()
    return made


def address(grant: Grant, *, secure: bool) -> tuple[str, bool]:
    """The address of a store with its scheme, and whether the bucket is part of the host's name.

    Args:
        grant: What the API told.
        secure: Whether a host without a scheme is asked by TLS.
    """
    text = grant.endpoint.strip().rstrip("/")
    if "://" not in text:
        text = f"{'https' if secure else 'http'}://{text}"
    parts = urlsplit(text)
    host = parts.hostname or ""
    if not host:
        raise TransferError("the API named no address of its storage")
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


def _said(error: Exception) -> str:
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
