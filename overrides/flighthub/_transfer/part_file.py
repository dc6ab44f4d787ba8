"""A file on its way to the disk: a hidden part beside its place, which becomes the file when it is whole."""

from __future__ import annotations

import hashlib
import os
import stat
import threading
from contextlib import suppress
from pathlib import Path, PurePosixPath
from time import monotonic
from typing import Any, Final

from ..errors import TransferError, WaitCancelled
from .file_lock import lock
from .file_names import digest

_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)

_SOON: Final = 1.0
"""Seconds within which most files are whole, so that nothing need be remembered about them."""

_PIECE: Final = 2**18
"""Bytes that are compared at a time."""


class PartFile:
    """A file that is being fetched. It can be left at any time and taken up later, also by another process.

    Args:
        folder: Folder that it stays in.
        relative: Where in it, made of safe names.
        key: What tells its content apart from that of others.
        size: Bytes that it will have; None while that is not known.
        known_by_name: Whether a file of its name, and of its size where that is known, is the same.

    Attributes:
        size: As given.
        target: Its final place.
        offset: Bytes that are there.
        mark: What tells the content that they are of from another one of the same key; empty where nothing does.
        unproven_end: Bytes after which a response ended of which nobody knows whether it was whole; None for none.
        was_there: Whether the whole file was in its place already.
        is_in_place: Whether it is now.
    """

    def __init__(
        self, folder: Path, relative: PurePosixPath, key: str, size: int | None, *, known_by_name: bool = True
    ) -> None:
        self._folder = folder
        self._known_by_name = known_by_name
        self._overwrite = False
        self.size = size
        self.target = folder / relative
        self._part = self.target.with_name(f".{digest(f'{key}/{size}')}.part")
        self._mark = self._part.with_suffix(".mark")
        self._descriptor: int | None = None
        # Whoever is cancelled closes it while a thread may still be opening or writing.
        self._is_closed = False
        self._lock = threading.Lock()
        self.offset = 0
        self.mark = ""
        self.unproven_end: int | None = None
        self._is_marked = False
        self._hash: Any = None
        self._odd_digest = ""
        self._begun = monotonic()
        self.was_there = self.is_in_place = False

    @property
    def is_open(self) -> bool:
        """Whether pieces can be added."""
        return self._descriptor is not None

    def begin(self, *, overwrite: bool) -> None:
        """Takes up where somebody left off. What turns out to be whole is put in its place, or is there already.

        Args:
            overwrite: Whether a file that is in its place is replaced, also when it may be the same.

        Raises:
            TransferError: Something else is in its place, or it would lie outside the folder, or somebody is at it.
        """
        self._overwrite = overwrite
        if self._is_there():
            self.was_there = self.is_in_place = True
            return
        if self.target.parent != self._folder:
            self._make_parent()
        with self._lock:
            if self._is_closed:
                raise WaitCancelled(f"fetching {self.target} was cancelled")
            self._descriptor = self._opened()
            self.offset = os.lseek(self._descriptor, 0, os.SEEK_END)
        if self.offset:
            self._recall()
        if self.size is not None and self.offset > self.size:
            self.restart()
        if self.offset == self.size:
            self.finish()

    def _is_there(self) -> bool:
        """Whether the whole file is in its place already."""
        try:
            found = self.target.lstat()
        except FileNotFoundError:
            return False
        if self._overwrite and not stat.S_ISDIR(found.st_mode):
            return False
        if not stat.S_ISREG(found.st_mode):
            raise self._taken("that is no file")
        if self.size is not None and found.st_size != self.size:
            raise self._taken(f"with {found.st_size} bytes, not {self.size}")
        if self._known_by_name:
            self.offset = found.st_size
            return True
        if self.size is None:
            raise self._taken("and it is not known whether it is the same")
        # That shows once all of it has come.
        return False

    def _taken(self, how: str) -> TransferError:
        """The error of a place that something else has."""
        return TransferError(
            f"{self.target} exists already, {how}. Choose another folder, or let it be replaced: overwrite=True",
            file=self.target.name,
        )

    def _make_parent(self) -> None:
        """Makes the folders on the way."""
        parent = self.target.parent
        # One that is there may be a link to somewhere else, where nothing is to be made.
        nearest = next(each for each in (parent, *parent.parents) if os.path.lexists(each))
        if not Path(os.path.realpath(nearest)).is_relative_to(os.path.realpath(self._folder)):
            raise TransferError(f"{self.target} would lie outside {self._folder}", file=self.target.name)
        parent.mkdir(parents=True, exist_ok=True)

    def _opened(self) -> int:
        """The part, open and locked."""
        descriptor = os.open(self._part, _FLAGS, 0o666)
        if os.fstat(descriptor).st_nlink > 1:
            # Whoever gave it its other name, and was ended before this one was gone, has finished it.
            os.close(descriptor)
            self._part.unlink(missing_ok=True)
            descriptor = os.open(self._part, _FLAGS, 0o666)
        try:
            is_ours = lock(descriptor) and self._is_part(descriptor)
        except OSError:
            # Some file systems have no locks.
            os.close(descriptor)
            raise
        if not is_ours:
            # Only closed: what is there is somebody else's, and so is its removal.
            os.close(descriptor)
            raise TransferError(f"{self.target} is being fetched by another process", file=self.target.name)
        return descriptor

    def _remember(self) -> None:
        """Takes down the mark, for whoever takes it up."""
        descriptor = os.open(self._mark, _FLAGS | os.O_TRUNC, 0o666)
        try:
            os.write(descriptor, self.mark.encode())
        finally:
            os.close(descriptor)
        self._is_marked = True

    def _recall(self) -> None:
        with suppress(FileNotFoundError):
            self.mark = self._mark.read_text(encoding="utf-8", errors="replace")
            self._is_marked = True

    def _forget(self) -> None:
        if self._is_marked:
            self._mark.unlink(missing_ok=True)
            self._is_marked = False
        self.mark = ""

    def write(self, piece: bytes | memoryview) -> None:
        """Adds a piece.

        Raises:
            TransferError: That is more than it will have. What was received is discarded.
        """
        if self.size is not None and self.offset + len(piece) > self.size:
            self.restart()
            raise TransferError(
                f"{self.target.name} has more than the {self.size} bytes that were announced", file=self.target.name
            )
        view = memoryview(piece)
        while view:
            with self._lock:
                if self._descriptor is None:
                    raise WaitCancelled(f"fetching {self.target} was cancelled")
                if self.mark and not self._is_marked and monotonic() - self._begun > _SOON:
                    self._remember()
                written = os.write(self._descriptor, view)
                self.offset += written
                if self._hash is not None:
                    self._hash.update(view[:written])
            view = view[written:]

    def hash_content(self) -> None:
        """Keeps the MD5 of what is there from now on."""
        with self._lock:
            if self._hash is not None or self._descriptor is None:
                return
            self._hash = hashlib.md5(usedforsecurity=False)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            left = self.offset
            while left and (piece := os.read(self._descriptor, min(left, _PIECE))):
                self._hash.update(piece)
                left -= len(piece)
            os.lseek(self._descriptor, self.offset, os.SEEK_SET)

    def has_digest(self, md5: str) -> bool:
        """Whether what is there has this MD5, or the one that it had when it was compared before."""
        actual = "" if self._hash is None else self._hash.hexdigest()
        if actual in (md5, self._odd_digest):
            return True
        self._odd_digest = actual
        return False

    def restart(self) -> None:
        """Begins anew."""
        with self._lock:
            if self._descriptor is not None:
                os.ftruncate(self._descriptor, 0)
                os.lseek(self._descriptor, 0, os.SEEK_SET)
            self.offset = 0
            self._hash = None
            self._forget()

    def finish(self) -> None:
        """Moves the whole file to its place, in one step.

        Raises:
            TransferError: Something else is in its place, and not to be replaced. What was received is discarded.
        """
        if os.name == "nt":
            # Windows moves no open file. Elsewhere nobody can take it up before it is in its place.
            self._let_go()
        self._forget()
        if self._overwrite:
            self._part.replace(self.target)
        elif not self._is_moved():
            self.was_there = self._is_same()
            self._part.unlink(missing_ok=True)
            if not self.was_there:
                raise self._taken("with other content")
        self.is_in_place = True
        self._let_go()

    def _is_moved(self) -> bool:
        """Moves it to its place; false when something is there, which `replace` would not heed."""
        try:
            os.link(self._part, self.target)
        except FileExistsError:
            return False
        except OSError:
            # Some file systems have no links.
            if os.path.lexists(self.target):
                return False
            self._part.replace(self.target)
        else:
            self._part.unlink(missing_ok=True)
        return True

    def _is_same(self) -> bool:
        """Whether what is in its place has the same content."""
        if not stat.S_ISREG(self.target.lstat().st_mode):
            return False
        with self._part.open("rb") as part, self.target.open("rb") as other:
            while piece := part.read(_PIECE):
                if piece != other.read(len(piece)):
                    return False
            return not other.read(1)

    def close(self) -> None:
        """Lets go of it; a part stays for another time, unless it is empty."""
        self._let_go(tidy=True)

    def _let_go(self, *, tidy: bool = False) -> None:
        """Closes and unlocks it.

        Args:
            tidy: Whether nothing is to be left of it when it is empty.
        """
        with self._lock:
            self._is_closed = True
            if self._descriptor is None:
                return
            remove = tidy and self.offset == 0
            if tidy and self.offset and self.mark and not self._is_marked:
                # Where there is no room for it, the part is begun anew.
                with suppress(OSError):
                    self._remember()
            if remove and os.name != "nt":
                # Once it is unlocked it may be somebody else's.
                self._remove()
            os.close(self._descriptor)
            self._descriptor = None
            if remove and os.name == "nt":
                # Windows removes no open file, so nobody else's either.
                with suppress(PermissionError):
                    self._remove()

    def _remove(self) -> None:
        self._forget()
        self._part.unlink(missing_ok=True)

    def _is_part(self, descriptor: int) -> bool:
        """Whether an open file is still the part. Whoever had the lock may have moved it to its place meanwhile."""
        try:
            return os.path.samestat(os.fstat(descriptor), self._part.lstat())
        except FileNotFoundError:
            return False
