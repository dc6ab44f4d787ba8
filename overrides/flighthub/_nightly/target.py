"""Where everything goes: a folder, or an object store. All of it waits."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol, cast
from urllib.parse import unquote, urlsplit

from flighthub_runtime.secrets import Secret

from .._core.user_paths import path_argument
from .._transfer.failures import describe_full_disk
from .._transfer.file_lock import lock
from .._transfer.object_store import Bucket
from ..errors import InvalidArgument, TransferError
from .layout import lock_path

_WRITING: Final = ".writing"
"""Ending of a small file that is being written."""


class Target(Protocol):
    """Where files go, by their paths with slashes."""

    @property
    def folder(self) -> Path | None:
        """The folder; None for an object store."""
        ...

    def read(self, path: str) -> bytes | None:
        """The content of a file; None where there is none."""
        ...

    def write(self, path: str, content: bytes) -> None:
        """Writes a file, whole or not at all."""
        ...

    def remove(self, path: str) -> None:
        """Removes a file that another has taken the place of."""
        ...

    def sizes(self, folder: str) -> dict[str, int]:
        """The names and bytes of the files in a folder."""
        ...

    def has(self, path: str, size: int | None) -> bool:
        """Whether a file that was written is still there."""
        ...

    def lock(self, projects: Iterable[str]) -> None:
        """Keeps other runs away from projects, where that can be done."""
        ...

    def close(self) -> None:
        """Lets them in."""
        ...


class FolderTarget:
    """A folder.

    Args:
        folder: The folder; made when it does not exist.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._locks: list[int] = []

    @property
    def folder(self) -> Path:
        """The folder."""
        return self._folder

    def read(self, path: str) -> bytes | None:
        """The content of a file; None where there is none."""
        try:
            return (self._folder / path).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise TransferError(f"{self._folder / path} cannot be read: {error.strerror or error}") from error

    def write(self, path: str, content: bytes) -> None:
        """Writes a file, whole or not at all."""
        target = self._folder / path
        part = target.with_name(f".{target.name}{_WRITING}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                file.write(content)
                # Without this, a machine that goes away may leave an empty file of that name.
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        except OSError as error:
            with suppress(OSError):
                part.unlink()
            full = describe_full_disk(error, self._folder)
            raise TransferError(full or f"{target} cannot be written: {error.strerror or error}") from error

    def remove(self, path: str) -> None:
        """Removes a file that another has taken the place of."""
        try:
            (self._folder / path).unlink(missing_ok=True)
        except OSError as error:
            raise TransferError(f"{self._folder / path} cannot be removed: {error.strerror or error}") from error

    def sizes(self, folder: str) -> dict[str, int]:
        """The names and bytes of the files in a folder."""
        found: dict[str, int] = {}
        with suppress(FileNotFoundError), os.scandir(self._folder / folder) as entries:
            for entry in entries:
                if entry.is_file(follow_symlinks=False):
                    found[entry.name] = entry.stat(follow_symlinks=False).st_size
        return found

    def has(self, path: str, size: int | None) -> bool:
        """Whether a file that was written is still there."""
        try:
            return (self._folder / path).lstat().st_size == size
        except OSError:
            return False

    def remove_parts(self, folder: str) -> None:
        """Removes what was begun in a folder and is needed no more, as another file came in its place."""
        for name in self.sizes(folder):
            if name.startswith(".") and name.endswith((".part", ".mark", _WRITING)):
                (self._folder / folder / name).unlink(missing_ok=True)

    def lock(self, projects: Iterable[str]) -> None:
        """Keeps other runs away from projects.

        Raises:
            TransferError: Another run is at one of them, or the folder cannot be written to.
        """
        for project in sorted(projects):
            path = self._folder / lock_path(project)
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
            except OSError as error:
                raise TransferError(f"{path} cannot be written: {error.strerror or error}") from error
            self._locks.append(descriptor)
            if not lock(descriptor):
                raise TransferError(
                    f"another run is writing project {project} to {self._folder}. Wait for its end, or give another "
                    "folder; nothing was fetched"
                )

    def close(self) -> None:
        """Lets other runs in. The files that were locked stay, as somebody may be waiting at them."""
        locks, self._locks = self._locks, []
        for descriptor in locks:
            os.close(descriptor)


class BucketTarget:
    """An object store.

    Args:
        bucket: The store.
    """

    folder: None = None

    def __init__(self, bucket: Bucket) -> None:
        self.bucket = bucket

    def read(self, path: str) -> bytes | None:
        """The content of an object; None where there is none."""
        return self.bucket.read(path)

    def write(self, path: str, content: bytes) -> None:
        """Stores an object."""
        self.bucket.write(path, content)

    def remove(self, path: str) -> None:
        """Removes an object that another has taken the place of."""
        self.bucket.remove(path)

    def sizes(self, folder: str) -> dict[str, int]:
        """The names and bytes of the objects in a folder."""
        return self.bucket.sizes(folder)

    def has(self, path: str, size: int | None) -> bool:
        """Whether an object that was stored is still there: it is taken for granted, as asking costs a request."""
        return True

    def lock(self, projects: Iterable[str]) -> None:
        """Keeps nobody away: object stores have no locks."""

    def close(self) -> None:
        """Does nothing."""


def open_target(to: object, options: Mapping[str, Secret]) -> FolderTarget | BucketTarget:
    """The target that was given.

    Args:
        to: A path, or the URL of an object store or folder.
        options: Settings of the object store.

    Raises:
        InvalidArgument: It is neither.
        ConfigurationError: The extra `storage` is not installed.
    """
    if not isinstance(to, (str, os.PathLike)):
        raise InvalidArgument("to", f"must be a path or the URL of an object store, not {type(to).__name__}")
    text = os.fspath(cast("str | os.PathLike[str]", to))
    if "://" in text:
        parts = urlsplit(text)
        if parts.username or parts.password or parts.query:
            raise InvalidArgument("to", "must be a URL without keys; give them as storage_options")
        if parts.scheme != "file":
            return BucketTarget(Bucket(text.rstrip("/") if parts.path else text, options))
        if parts.netloc not in ("", "localhost"):
            raise InvalidArgument("to", f"names a folder of the host {parts.netloc}; mount it, and give its path")
        text = unquote(parts.path)
    if options:
        raise InvalidArgument("storage_options", "are for object stores, and the target is a folder")
    return FolderTarget(path_argument(text, "to"))
