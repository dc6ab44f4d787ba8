"""The memory of an upload, so that another process can go on after a crash: a file of JSON lines, each a fact.

Facts are added, never changed, so a line that was cut off by the crash is the last one, and is left out. The file is
for its owner alone (0600) and never lies among the pictures: until all is stored it holds the credentials of the
upload, for as long as they are good for anything. One process at a time has it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import time
from typing import Any, Final, cast

from flighthub_api.models import UploadToken
from flighthub_api.runtime.secrets import Hidden, Sealed, Secret, conceal, revealed, sealed

from ._locks import lock
from ._photos import Photo
from ._storage import Grant
from .errors import InvalidArgument, TransferError

VERSION: Final = 1

MARGIN: Final = 30.0
"""Seconds before the end of credentials from which they are no longer begun with."""


def state_folder() -> Path:
    """Where a user's programs keep what they must remember."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "flighthub"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "flighthub"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "flighthub"


def place_of(photos: Iterable[Photo], base_url: str, organization: str) -> Path:
    """Where the memory of the upload of some pictures is, unless somebody chooses a place."""
    told = json.dumps([base_url, organization, sorted(str(photo.path.resolve()) for photo in photos)])
    return state_folder() / "uploads" / f"{sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.jsonl"


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
        starting: Kinds of model whose start was sent, or was about to be, and whose answer is not known.
        jobs: Ids of the jobs by kind, with the settings that they were started with.

    Raises:
        TransferError: Another process has it, or it cannot be used.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._is_closed = True
        self._writing = Lock()
        self._forget()
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
            self._descriptor = os.open(file, flags, 0o600)
        except OSError as error:
            raise TransferError(f"the state of the upload cannot be kept in {file}: {error.strerror}") from error
        if not lock(self._descriptor):
            os.close(self._descriptor)
            raise TransferError(f"another process is uploading the same pictures (it holds {file})")
        self._is_closed = False
        try:
            if hasattr(os, "fchmod"):
                os.fchmod(self._descriptor, 0o600)
            self._read()
        except BaseException:
            self.close()
            raise

    def _forget(self) -> None:
        self.token: UploadToken | None = None
        self.callback: Secret | None = None
        self.begun = 0.0
        self.resource_uuid: str | None = None
        self.stored: dict[str, tuple[str, int, int]] = {}
        self.registered: set[str] = set()
        self.starting: dict[str, str] = {}
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

    def open_set(self, token: UploadToken, resource_uuid: str) -> None:
        """Takes down that an image set was opened; whatever was before is over."""
        self._forget()
        os.ftruncate(self._descriptor, 0)
        given = sealed(token.to_dict())
        callback = token.callback_param
        fact = {"set": resource_uuid, "begun": time(), "callback": callback, "token": given, "version": VERSION}
        self._add(fact, sync=True)

    def store(self, photo: Photo, etag: str) -> None:
        """Takes down that a picture is stored."""
        self._add({"stored": [photo.name, etag, photo.size, photo.modified]})

    def register(self, names: Iterable[str]) -> None:
        """Takes down that the server has counted some pictures."""
        self._add({"registered": list(names)})

    def begin(self, settings: Mapping[str, str]) -> None:
        """Takes down, safely on the disk, that jobs are about to be started."""
        self._add({"starting": dict(settings)}, sync=True)

    def refused(self, kinds: Iterable[str]) -> None:
        """Takes down that jobs were certainly not started."""
        self._add({"refused": list(kinds)}, sync=True)

    def started(self, jobs: Mapping[str, tuple[str, str]]) -> None:
        """Takes down the ids of jobs, with their settings."""
        self._add({"jobs": {kind: list(job) for kind, job in jobs.items()}}, sync=True)

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
        facts.append({"starting": self.starting})
        facts.append({"jobs": {kind: list(job) for kind, job in self.jobs.items()}})
        self._forget()
        with self._writing:
            os.ftruncate(self._descriptor, 0)
        for fact in facts:
            self._add(fact)
        os.fsync(self._descriptor)

    def remove(self) -> None:
        """Deletes the file: there is nothing to go on with."""
        self.file.unlink(missing_ok=True)

    def close(self) -> None:
        """Lets others have it."""
        if not self._is_closed:
            self._is_closed = True
            os.close(self._descriptor)

    def __del__(self) -> None:
        # Whoever is cancelled while it is being opened in a thread never gets to close it.
        self.close()

    def __repr__(self) -> str:
        return f"<Journal {self.file}: {len(self.stored)} stored, {len(self.jobs)} jobs>"

    def _add(self, fact: Mapping[str, Any], *, sync: bool = False) -> None:
        line = Hidden(json.dumps(fact, default=revealed, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
        with self._writing:
            os.write(self._descriptor, cast("bytes", line.value))
            if sync:
                os.fsync(self._descriptor)
            self._take(fact)

    def _read(self) -> None:
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        content = Hidden(b"".join(iter(lambda: os.read(self._descriptor, 2**20), b"")))
        whole = cast("bytes", content.value).rfind(b"\n") + 1
        if whole < len(cast("bytes", content.value)):
            os.ftruncate(self._descriptor, whole)
        lines = Hidden(cast("bytes", content.value)[:whole].splitlines())
        try:
            for number in range(len(cast("list[bytes]", lines.value))):
                self._take(json.loads(cast("list[bytes]", lines.value)[number], object_hook=Sealed))
        except (ValueError, KeyError, TypeError, AttributeError):
            problem = True
        else:
            problem = False
        if problem:
            raise InvalidArgument("state", f"{self.file} is no memory of an upload; choose another place, or delete it")
        if self.token is not None and not self.is_good:
            self.forget_credentials()

    def _take(self, fact: Mapping[str, Any]) -> None:
        if "set" in fact:
            if fact["version"] != VERSION:
                raise ValueError("of another version")
            self.resource_uuid = fact["set"]
            self.begun = float(fact["begun"])
            self.callback = conceal(fact["callback"])
            self.token = UploadToken.from_dict(dict(fact["token"])) if "token" in fact else None
        elif "stored" in fact:
            name, etag, size, modified = fact["stored"]
            self.stored[name] = (etag, size, modified)
            # What is stored anew has to be counted anew.
            self.registered.discard(name)
        elif "registered" in fact:
            self.registered |= {*fact["registered"]}
        elif "starting" in fact:
            self.starting |= fact["starting"]
        elif "refused" in fact:
            for kind in fact["refused"]:
                self.starting.pop(kind, None)
        elif "forgotten" in fact:
            for kind in fact["forgotten"]:
                self.jobs.pop(kind, None)
        elif "jobs" in fact:
            for kind, (uuid, settings) in fact["jobs"].items():
                self.jobs[kind] = (uuid, settings)
                self.starting.pop(kind, None)
        else:
            raise KeyError("a fact of an unknown kind")
