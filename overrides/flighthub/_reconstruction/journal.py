"""The memory of an upload, so that another process can go on after a crash: a file of JSON lines, each a fact.

Facts are added, never changed, so a line that was cut off by the crash is the last one, and is left out. The file is
for its owner alone (0600) and never lies among the pictures: until all is stored it holds the credentials of the
upload, for as long as they are good for anything. To forget those, another file without them takes its place in one
step. One process at a time has it.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import time
from typing import Any, Final

from flighthub_api.models import UploadToken
from flighthub_runtime.secrets import Masked, MaskedMapping, Secret, as_secret, mask_values, reveal_for_json

from .._core.user_paths import state_folder
from .._transfer.file_lock import lock
from .._transfer.file_names import digest
from .._transfer.object_store import Grant
from ..errors import InvalidArgument, TransferError, WaitCancelled
from .photos import Photo

VERSION: Final = 1

MARGIN: Final = 30.0
"""Seconds before the end of credentials from which they are no longer begun with."""

_BEGINNING: Final = b'{"set":'
"""What the first line begins with."""

_LARGEST: Final = 2**26
"""Bytes of a journal. One of 20 000 pictures has 4 million."""

_FLAGS: Final = (
    os.O_RDWR
    | os.O_CREAT
    | os.O_APPEND
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


def place_of(photos: Iterable[Photo], base_url: str, organization: str) -> Path:
    """Where the memory of the upload of some pictures is, unless somebody chooses a place."""
    identity = json.dumps([base_url, organization, sorted(str(photo.path.resolve()) for photo in photos)])
    return state_folder() / "uploads" / f"{sha256(identity.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.jsonl"


class Journal:
    """What is known of one upload.

    Args:
        file: Where it is; made when it does not exist.

    Attributes:
        token: Where to store, and with what; None before there is an image set, and when the credentials have ended.
        callback: What has to come back with every report.
        resource_uuid: The image set.
        stored: ETags of what is stored, by name, with size and time of the file at that moment.
        registered: Names that the server has counted.
        starting: Kinds of model whose start was sent, or was about to be, and whose response is not known.
        known: Ids of jobs that were there before, and so are none that was started then.
        jobs: Ids of the jobs by kind, with the settings that they were started with.

    Raises:
        TransferError: Another process has it, or it cannot be used.
        InvalidArgument: The file is something else. It is left alone.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._is_closed = True
        self._writing = Lock()
        self._forget()
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._descriptor = self._opened()
            self._is_closed = False
            self._read()
        except BaseException as error:
            self.close()
            if isinstance(error, OSError):
                raise self._unkept(error) from error
            raise

    def _forget(self) -> None:
        self.token: UploadToken | None = None
        self.callback: Secret | None = None
        self.begun = 0.0
        self.resource_uuid: str | None = None
        self.stored: dict[str, tuple[str, int, int]] = {}
        self.registered: set[str] = set()
        self.starting: dict[str, str] = {}
        self.known: set[str] = set()
        self.jobs: dict[str, tuple[str, str]] = {}

    @property
    def grant(self) -> Grant | None:
        """Where may be written, and with what; None when there are no credentials, or no longer."""
        return None if self.token is None else Grant.of_image_set(self.token)

    @property
    def is_good(self) -> bool:
        """Whether files can still be added to the image set."""
        grant = self.grant
        return grant is not None and grant.remaining > MARGIN

    def has(self, photo: Photo) -> bool:
        """Whether a picture is stored as it is now."""
        found = self.stored.get(photo.name)
        return found is not None and found[1:] == (photo.size, photo.modified)

    def has_counted(self, photo: Photo) -> bool:
        """Whether a picture is stored as it is now, and the server has counted it."""
        return self.has(photo) and photo.name in self.registered

    def open_set(self, token: UploadToken, resource_uuid: str, *, keep_jobs: bool = False) -> None:
        """Takes down that an image set was opened; whatever was before is over.

        Args:
            token: Where to store, and with what.
            resource_uuid: The image set.
            keep_jobs: Whether the jobs that are known have made models of the same pictures.
        """
        given = mask_values(token.to_dict())
        callback = token.callback_param
        fact = {"set": resource_uuid, "begun": time(), "callback": callback, "token": given, "version": VERSION}
        self._add({**fact, "jobs": self.jobs} if keep_jobs else fact, sync=True)

    def store(self, photo: Photo, etag: str) -> None:
        """Takes down that a picture is stored."""
        self._add({"stored": [photo.name, etag, photo.size, photo.modified]})

    def register(self, names: Iterable[str]) -> None:
        """Takes down that the server has counted some pictures."""
        self._add({"registered": list(names)})

    def forget_files(self, names: Iterable[str]) -> None:
        """Takes down that the server has not got some pictures, which are stored anew by the next run."""
        self._add({"lost": sorted(names)}, sync=True)

    def begin(self, settings: Mapping[str, str], known: Iterable[str] = ()) -> None:
        """Takes down, safely on the disk, that jobs are about to be started, and which are there already."""
        self._add({"starting": dict(settings), "known": sorted(known)}, sync=True)

    def refused(self, kinds: Iterable[str]) -> None:
        """Takes down that jobs were certainly not started."""
        self._add({"refused": list(kinds)}, sync=True)

    def started(self, jobs: Mapping[str, tuple[str, str]]) -> None:
        """Takes down the ids of jobs, with their settings."""
        self._add({"jobs": dict(jobs)}, sync=True)

    def forget_jobs(self, kinds: Iterable[str]) -> None:
        """Forgets jobs that have failed or are gone."""
        self._add({"forgotten": list(kinds)}, sync=True)

    def forget_credentials(self, *, callback: bool = False) -> None:
        """Forgets the credentials, which have ended or are not needed any more.

        Args:
            callback: Whether to forget as well what goes with reports, as everything is counted.
        """
        if self.token is None and (self.callback is None or not callback):
            return
        kept = None if callback else self.callback
        facts: list[dict[str, Any]] = [
            {"set": self.resource_uuid, "begun": self.begun, "callback": kept, "version": VERSION}
        ]
        facts += [{"stored": [name, *what]} for name, what in self.stored.items()]
        facts.append({"registered": sorted(self.registered)})
        facts.append({"starting": self.starting, "known": sorted(self.known)})
        facts.append({"jobs": self.jobs})
        with self._writing:
            self._look_up()
            self._replace(Masked(b"".join(map(_line, facts))))
            self.token, self.callback = None, kept

    def remove(self) -> None:
        """Deletes the file: there is nothing to go on with."""
        with self._writing:
            self._look_up()
            self.file.unlink(missing_ok=True)

    def close(self) -> None:
        """Lets others have it. Threads that are left over from what was cancelled can add nothing any more."""
        with self._writing:
            self._let_go()

    def __del__(self) -> None:
        # Whoever is cancelled while it is being opened in a thread never gets to close it.
        self.close()

    def __repr__(self) -> str:
        return f"<Journal {self.file}: {len(self.stored)} stored, {len(self.jobs)} jobs>"

    def _add(self, fact: Mapping[str, Any], *, sync: bool = False) -> None:
        line = Masked(_line(fact))
        with self._writing:
            self._look_up()
            length = os.fstat(self._descriptor).st_size
            try:
                _write(self._descriptor, line)
                if sync:
                    os.fsync(self._descriptor)
            except BaseException as error:
                # What would follow half a line could not be read again.
                with suppress(OSError):
                    os.ftruncate(self._descriptor, length)
                if isinstance(error, OSError):
                    raise self._unkept(error) from error
                raise
            self._take(fact)

    def _look_up(self) -> None:
        """Ends the work of whoever comes when it is closed: the descriptor may be another file's by now."""
        if self._is_closed:
            raise WaitCancelled("the upload was cancelled; another run goes on from here")

    def _unkept(self, error: OSError) -> TransferError:
        return TransferError(f"the state of the upload cannot be kept in {self.file}: {error.strerror or error}")

    def _opened(self) -> int:
        """The file, open and locked."""
        while True:
            descriptor = os.open(self.file, _FLAGS, 0o600)
            try:
                status = os.fstat(descriptor)
                if not stat.S_ISREG(status.st_mode):
                    raise InvalidArgument("state", f"{self.file} is a device or a pipe; choose another place")
                if status.st_size > _LARGEST:
                    raise InvalidArgument(
                        "state", f"{self.file} has {status.st_size} bytes, and no journal has more than {_LARGEST}"
                    )
                if not lock(descriptor):
                    raise TransferError(f"another process is uploading the same pictures (it holds {self.file})")
                if self._is_in_place(descriptor):
                    return descriptor
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)

    def _is_in_place(self, descriptor: int) -> bool:
        """Whether an open file is still the memory. Whoever had the lock may have deleted or replaced it meanwhile."""
        try:
            return os.path.samestat(os.fstat(descriptor), self.file.lstat())
        except FileNotFoundError:
            return False

    def _let_go(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            os.close(self._descriptor)

    def _replace(self, content: Masked[bytes]) -> None:
        """Puts another file in its place, in one step: whoever is killed leaves the one or the other."""
        beside = self.file.with_name(f".{digest(self.file.name)}.new")
        try:
            descriptor = os.open(beside, _FLAGS | os.O_TRUNC, 0o600)
            try:
                if not lock(descriptor):
                    raise TransferError(f"another process is uploading the same pictures (it holds {beside})")
                _write(descriptor, content)
                os.fsync(descriptor)
                if os.name != "nt":
                    beside.replace(self.file)
            except BaseException:
                os.close(descriptor)
                beside.unlink(missing_ok=True)
                raise
            if os.name == "nt":
                # Windows moves no open file, and puts none in the place of one.
                os.close(descriptor)
                self._let_go()
                beside.replace(self.file)
                descriptor = self._opened()
        except OSError as error:
            raise self._unkept(error) from error
        self._let_go()
        self._descriptor, self._is_closed = descriptor, False

    def _read(self) -> None:
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        content = Masked(b"".join(iter(lambda: os.read(self._descriptor, 2**20), b"")))
        size = len(content.reveal())
        whole = content.reveal().rfind(b"\n") + 1
        lines = Masked(content.reveal()[:whole].splitlines())
        try:
            for number in range(len(lines.reveal())):
                self._take(json.loads(lines.reveal()[number], object_hook=MaskedMapping))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            problem = True
        else:
            problem = size > 0 and not content.reveal().startswith(_BEGINNING)
        if problem:
            raise InvalidArgument(
                "state", f"{self.file} is not a journal of an upload; choose another place, or delete it"
            )
        if hasattr(os, "fchmod"):
            os.fchmod(self._descriptor, 0o600)
        if whole < size:
            os.ftruncate(self._descriptor, whole)
        if self.token is not None and not self.is_good:
            self.forget_credentials()

    def _take(self, fact: Mapping[str, Any]) -> None:
        if "set" in fact:
            if fact["version"] != VERSION:
                raise ValueError("of another version")
            self._forget()
            self.resource_uuid = fact["set"]
            self.begun = float(fact["begun"])
            self.callback = as_secret(fact["callback"])
            self.token = UploadToken.from_dict(dict(fact["token"])) if "token" in fact else None
            self.jobs = {kind: (uuid, settings) for kind, (uuid, settings) in dict(fact.get("jobs", {})).items()}
        elif "stored" in fact:
            name, etag, size, modified = fact["stored"]
            self.stored[name] = (etag, size, modified)
            # What is stored anew has to be counted anew.
            self.registered.discard(name)
        elif "lost" in fact:
            for name in fact["lost"]:
                self.stored.pop(name, None)
                self.registered.discard(name)
        elif "registered" in fact:
            self.registered |= {*fact["registered"]}
        elif "starting" in fact:
            self.starting |= fact["starting"]
            self.known |= {*fact.get("known", ())}
        elif "refused" in fact:
            for kind in fact["refused"]:
                self.starting.pop(kind, None)
        elif "forgotten" in fact:
            for kind in fact["forgotten"]:
                self.jobs.pop(kind, None)
        elif "jobs" in fact:
            for kind, (uuid, settings) in dict(fact["jobs"]).items():
                self.jobs[kind] = (uuid, settings)
                self.starting.pop(kind, None)
        else:
            raise KeyError("a fact of an unknown kind")


def _line(fact: Mapping[str, Any]) -> bytes:
    return json.dumps(fact, default=reveal_for_json, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _write(descriptor: int, content: Masked[bytes]) -> None:
    """Adds all of it: a disk that is nearly full takes a part, and says so only the next time."""
    written = 0
    while written < len(content.reveal()):
        written += os.write(descriptor, content.reveal()[written:])
