"""A journal that lets a call be sent at most once per key, ever: by any process, after any crash.

One small file per key. Its states:

| State | Means | Next |
|---|---|---|
| no file | nothing was sent under this key, or what was sent was certainly refused | may be claimed |
| a claim | the call was about to be sent, so it may have been sent | is never sent again |
| a claim with a result | the call was carried out, and this is the id of what it made | the id is the response |
| anything else | the file is damaged | is treated as a claim |

The file of a claim is complete before it gets its name, and gets it only if no other file has it (`link`, which is one
step on network file systems, too). So of all who claim a key one alone may send, whether or not locks work between
their machines. The lock that a process holds besides spares the others an error: they wait for its result.
"""

from __future__ import annotations

import json
import os
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from .._transfer.file_lock import lock, unlock
from ..errors import InvalidArgument

VERSION: Final = 1

LONGEST_KEY: Final = 200
"""Characters that a key may have."""

_LARGEST: Final = 2**16
"""Bytes of a file beyond which it is none of ours, and is not read."""

_SAFE: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(frozen=True)
class OnceKey:
    """A key, with everything that it is looked up by.

    Attributes:
        operation: What is sent at most once, such as `flight_tasks.create`.
        origin: Scheme, host and port of the server.
        project: Id of the project.
        key: The text that somebody chose.

    Raises:
        InvalidArgument: The key is empty, too long, or not a text.
    """

    operation: str
    origin: str
    project: str
    key: str

    def __post_init__(self) -> None:
        if not isinstance(self.key, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidArgument("key", f"must be a text, not {type(self.key).__name__}")
        if not self.key.strip() or len(self.key) > LONGEST_KEY:
            raise InvalidArgument("key", f"must have 1 to {LONGEST_KEY} characters, and not only spaces")

    @property
    def file_name(self) -> str:
        """Name of the key's file, without its ending."""
        return _digest(self.operation, self.origin, self.project, self.key)[:40]

    @property
    def mark(self) -> str:
        """Sixteen hexadecimal digits that stand for the key in names, whatever address the server is reached by."""
        return _digest(self.operation, self.project, self.key)[:16]

    @property
    def label(self) -> str:
        """The key as people can read it in a name: its beginning, letters, digits and dashes alone, and the mark."""
        kept = "".join(each if each.isascii() and each.isalnum() else "-" for each in self.key[:40])
        readable = "-".join(filter(None, kept.split("-")))
        return f"{readable} {self.mark}".strip()


class Claim(NamedTuple):
    """What the journal has about a key.

    Attributes:
        attempt: Which of all attempts made the claim.
        arguments: What the call was to be given.
        claimed_at: When, by the clock of the machine that claimed it.
        server_time: When, by the server's clock; None where that was not known.
        result: Id of what the call made; None where its response was never seen.
    """

    attempt: str
    arguments: Mapping[str, Any]
    claimed_at: datetime
    server_time: datetime | None
    result: str | None


class Damaged(NamedTuple):
    """A file that is there and cannot be read. What it stood for cannot be known.

    Attributes:
        reason: Why, in words that follow the name of the file.
    """

    reason: str


class JournalEntry:
    """The place of one key in a journal. Everything that it does may wait for a disk.

    Args:
        folder: Folder of the journal; made, for its owner alone, when it does not exist.
        key: The key.

    Attributes:
        file: The file that holds the claim.
    """

    def __init__(self, folder: Path, key: OnceKey) -> None:
        self.key = key
        self.file = folder / f"{key.file_name}.json"
        self._folder = folder
        self._attempt = secrets.token_hex(8)
        self._lock: int | None = None

    def open(self) -> None:
        """Makes the folder, and opens the file that is locked.

        Raises:
            InvalidArgument: The folder cannot be used.
        """
        try:
            _make_folder(self._folder)
            self._lock = os.open(self.file.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | _SAFE, 0o600)
        except (OSError, ValueError) as error:
            raise self._unusable(error) from error

    def try_lock(self) -> bool:
        """Locks the key for this attempt alone; false when another one has it, in whatever thread or process.

        Raises:
            InvalidArgument: The file system knows no locks.
        """
        if self._lock is None:
            return False
        try:
            return lock(self._lock)
        except OSError as error:
            raise self._unusable(error) from error

    def close(self) -> None:
        """Lets others have the key. A child process that was forked meanwhile keeps nothing of it."""
        if self._lock is not None:
            descriptor, self._lock = self._lock, None
            with suppress(OSError):
                unlock(descriptor)
            os.close(descriptor)

    def read(self) -> Claim | Damaged | None:
        """What is known of the key; None when it is free."""
        try:
            content = _read_bounded(self.file)
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            return Damaged(f"cannot be read: {_reason(error)}")
        return self._parse(content)

    def claim(self, arguments: Mapping[str, Any], server_time: datetime | None) -> bool:
        """Writes down, safely on the disk, that the call is about to be sent; false when another attempt was first.

        Args:
            arguments: What the call will be given, as JSON.
            server_time: The time on the server.

        Raises:
            InvalidArgument: The folder cannot be used; the key is as free as it was.
        """
        made = Claim(self._attempt, arguments, datetime.now(UTC), server_time, None)
        try:
            return self._place(self._content(made))
        except OSError as error:
            self.withdraw()
            raise self._unusable(error) from error

    def complete(self, result: str, arguments: Mapping[str, Any], server_time: datetime | None) -> None:
        """Writes down what the call made.

        Raises:
            OSError: It could not be written; the claim is as it was.
        """
        found = self.read()
        known = found if isinstance(found, Claim) else Claim("", arguments, datetime.now(UTC), server_time, None)
        beside = self._write_beside(self._content(known._replace(attempt=self._attempt, result=result)))
        try:
            beside.replace(self.file)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        _sync_folder(self._folder)

    def withdraw(self) -> None:
        """Frees the key where this attempt claimed it. Where that cannot be written, the claim stays."""
        found = self.read()
        if isinstance(found, Claim) and found.attempt == self._attempt and found.result is None:
            with suppress(OSError):
                self.free()

    def free(self) -> None:
        """Frees the key, whatever is known of it.

        Raises:
            OSError: The file could not be deleted.
        """
        self.file.unlink(missing_ok=True)
        _sync_folder(self._folder)

    def __del__(self) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<JournalEntry {self.file}>"

    def _content(self, claim: Claim) -> bytes:
        entry = {
            "version": VERSION,
            "operation": self.key.operation,
            "origin": self.key.origin,
            "project": self.key.project,
            "key": self.key.key,
            "attempt": claim.attempt,
            "arguments": dict(claim.arguments),
            "claimed_at": claim.claimed_at.isoformat(),
            "server_time": None if claim.server_time is None else claim.server_time.isoformat(),
            "result": claim.result,
        }
        return json.dumps(entry, indent=1).encode() + b"\n"

    def _parse(self, content: bytes) -> Claim | Damaged:
        try:
            entry: Any = json.loads(content)
            if entry["version"] != VERSION:
                return Damaged("is of another version, or not a file of this journal")
            if [entry[each] for each in ("operation", "origin", "project", "key")] != [*vars(self.key).values()]:
                return Damaged("belongs to another key")
            result, arguments, attempt = entry["result"], entry["arguments"], entry["attempt"]
            if not (result is None or (isinstance(result, str) and result)) or not isinstance(attempt, str):
                return Damaged("is damaged")
            claimed_at = _moment(entry["claimed_at"])
            server_time = None if entry["server_time"] is None else _moment(entry["server_time"])
            return Claim(attempt, dict(arguments), claimed_at, server_time, result)
        except (ValueError, KeyError, TypeError, RecursionError):
            return Damaged("is damaged")

    def _place(self, content: bytes) -> bool:
        """Gives a complete file the name of the key, unless another has it."""
        beside = self._write_beside(content)
        try:
            try:
                os.link(beside, self.file)
            except FileExistsError:
                # A network file system may have made the link, lost its own response, and tried again.
                found = self.read()
                return isinstance(found, Claim) and found.attempt == self._attempt
            except OSError:
                # No links here. A file that is cut off by a crash is a damaged one: nothing is sent because of it.
                try:
                    _write_new(self.file, content)
                except FileExistsError:
                    return False
                except OSError:
                    with suppress(OSError):
                        self.file.unlink(missing_ok=True)
                    raise
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        _sync_folder(self._folder)
        return True

    def _write_beside(self, content: bytes) -> Path:
        beside = self._folder / f".{self.key.file_name}.{self._attempt}.new"
        beside.unlink(missing_ok=True)
        try:
            _write_new(beside, content)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
        return beside

    def _unusable(self, error: Exception) -> InvalidArgument:
        return InvalidArgument(
            "state", f"the folder {self._folder} cannot be used: {_reason(error)}. Give another one; nothing was sent"
        )


def forget(entry: JournalEntry) -> None:
    """Frees a key of which nobody knows what became of it.

    Raises:
        InvalidArgument: It is known, or another attempt is under way; the key is as it was.
    """
    try:
        entry.open()
        if not entry.try_lock():
            raise InvalidArgument("key", f"{entry.key.key!r} is being used by another thread or process")
        known = entry.read()
        if isinstance(known, Claim) and known.result is not None:
            raise InvalidArgument("key", f"{entry.key.key!r} has led to {known.result}, which is not forgotten")
        try:
            entry.free()
        except OSError as error:
            raise InvalidArgument("state", f"{entry.file} cannot be deleted: {_reason(error)}") from error
    finally:
        entry.close()


def _digest(*parts: str) -> str:
    return sha256(json.dumps(parts).encode()).hexdigest()


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return found.astimezone(UTC)


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)


def _read_bounded(file: Path) -> bytes:
    """The content of a regular file that is not larger than ours can be."""
    descriptor = os.open(file, os.O_RDONLY | _SAFE | getattr(os, "O_NONBLOCK", 0))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise ValueError("not a regular file")
        content = b""
        while len(content) <= _LARGEST:
            more = os.read(descriptor, _LARGEST + 1 - len(content))
            if not more:
                return content
            content += more
        raise ValueError("larger than any file of this journal")
    finally:
        os.close(descriptor)


def _write_new(file: Path, content: bytes) -> None:
    """Makes a file with some content, safely on the disk."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _SAFE, 0o600)
    try:
        written = 0
        while written < len(content):
            written += os.write(descriptor, content[written:])
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _make_folder(folder: Path) -> None:
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for each in missing:
        _sync_folder(each.parent)


def _sync_folder(folder: Path) -> None:
    """Has the names in a folder on the disk, where the system can do that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:
        # Some network file systems refuse it for folders; they write names at once.
        pass
    finally:
        os.close(descriptor)
