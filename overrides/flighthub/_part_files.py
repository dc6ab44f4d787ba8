"""A file on its way to the disk: a hidden part beside its place, which becomes the file when it is whole."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path, PurePosixPath
from typing import Final

from ._file_names import digest
from ._locks import lock
from .errors import TransferError, WaitCancelled

_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class PartFile:
    """A file that is being fetched. It can be left at any time and taken up later, also by another process.

    Args:
        folder: Folder that it stays in.
        relative: Where in it, made of safe names.
        key: What tells its content apart from that of others.
        size: Bytes that it will have; None while that is not known.

    Attributes:
        size: As given.
        target: Its final place.
        offset: Bytes that are there.
        was_there: Whether the whole file was in its place already.
        is_in_place: Whether it is now.
    """

    def __init__(self, folder: Path, relative: PurePosixPath, key: str, size: int | None) -> None:
        self._folder = folder
        self.size = size
        self.target = folder / relative
        self._part = self.target.with_name(f".{digest(f'{key}/{size}')}.part")
        self._descriptor: int | None = None
        # Whoever is cancelled closes it while a thread may still be opening or writing.
        self._is_closed = False
        self._lock = threading.Lock()
        self.offset = 0
        self.was_there = self.is_in_place = False

    @property
    def is_open(self) -> bool:
        """Whether pieces can be added."""
        return self._descriptor is not None

    def begin(self, *, overwrite: bool) -> None:
        """Takes up where somebody left off. What turns out to be whole is put in its place, or is there already.

        Args:
            overwrite: Whether something else that is in its place will be replaced.

        Raises:
            TransferError: Something else is in its place, or it would lie outside the folder, or somebody is at it.
        """
        if self._is_there(overwrite=overwrite):
            self.was_there = self.is_in_place = True
            return
        parent = self.target.parent
        if parent != self._folder:
            parent.mkdir(parents=True, exist_ok=True)
            # A folder on the way may be a link to somewhere else.
            if not parent.resolve().is_relative_to(self._folder.resolve()):
                raise TransferError(f"{self.target} would lie outside {self._folder}", file=self.target.name)
        with self._lock:
            if self._is_closed:
                raise WaitCancelled(f"fetching {self.target} was cancelled")
            descriptor = os.open(self._part, _FLAGS, 0o666)
            if not lock(descriptor) or not self._is_part(descriptor):
                # Only closed: what is there is somebody else's, and so is its removal.
                os.close(descriptor)
                raise TransferError(f"{self.target} is being fetched by another process", file=self.target.name)
            self._descriptor = descriptor
            self.offset = os.lseek(descriptor, 0, os.SEEK_END)
        if self.size is not None and self.offset > self.size:
            self.restart()
        if self.offset == self.size:
            self.finish()

    def _is_there(self, *, overwrite: bool) -> bool:
        """Whether the whole file is in its place already."""
        try:
            found = self.target.lstat()
        except FileNotFoundError:
            return False
        if stat.S_ISREG(found.st_mode) and (self.size is None or found.st_size == self.size):
            if overwrite and self.size is None:
                return False
            self.offset = found.st_size
            return True
        if overwrite and not stat.S_ISDIR(found.st_mode):
            return False
        what = f"with {found.st_size} bytes, not {self.size}" if stat.S_ISREG(found.st_mode) else "that is no file"
        raise TransferError(
            f"{self.target} exists already, {what}. Choose another folder, or let it be replaced: overwrite=True",
            file=self.target.name,
        )

    def write(self, piece: bytes) -> None:
        """Adds a piece.

        Raises:
            TransferError: That is more than it will have. What came is forgotten.
        """
        if self.size is not None and self.offset + len(piece) > self.size:
            self.restart()
            raise TransferError(
                f"{self.target.name} has more than the {self.size} bytes that were told", file=self.target.name
            )
        view = memoryview(piece)
        while view:
            with self._lock:
                if self._descriptor is None:
                    raise WaitCancelled(f"fetching {self.target} was cancelled")
                written = os.write(self._descriptor, view)
                self.offset += written
            view = view[written:]

    def restart(self) -> None:
        """Begins anew."""
        with self._lock:
            if self._descriptor is not None:
                os.ftruncate(self._descriptor, 0)
                os.lseek(self._descriptor, 0, os.SEEK_SET)
            self.offset = 0

    def finish(self) -> None:
        """Moves the whole file to its place, in one step."""
        if os.name == "nt":
            # Windows moves no open file. Elsewhere nobody can take it up before it is in its place.
            self._let_go()
        self._part.replace(self.target)
        self.is_in_place = True
        self._let_go()

    def close(self) -> None:
        """Lets go of it; a part stays for another time, unless it is empty."""
        if self._let_go() and self.offset == 0:
            self._part.unlink(missing_ok=True)

    def _let_go(self) -> bool:
        """Closes and unlocks it; false when it was not open."""
        with self._lock:
            self._is_closed = True
            if self._descriptor is None:
                return False
            os.close(self._descriptor)
            self._descriptor = None
            return True

    def _is_part(self, descriptor: int) -> bool:
        """Whether an open file is still the part. Whoever had the lock may have moved it to its place meanwhile."""
        try:
            return os.path.samestat(os.fstat(descriptor), self._part.lstat())
        except FileNotFoundError:
            return False
