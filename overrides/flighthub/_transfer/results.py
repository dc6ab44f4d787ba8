"""What is to be fetched, and what became of it. No I/O."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, overload

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.public_names import exported
from flighthub_runtime.records import Tabular
from flighthub_runtime.secrets import Secret

from ..errors import FlightHubError, TransferError

if TYPE_CHECKING:
    from datetime import datetime

    from flighthub_api.enums import MediaFileType
else:
    datetime = lazy_type("datetime", "datetime")
    MediaFileType = lazy_type("flighthub_api.enums", "MediaFileType")


class Wanted(NamedTuple):
    """A file that is to be fetched.

    Attributes:
        key: What tells it apart from others, also another time.
        name: The name that it wishes for.
        size: Bytes that it has; None where nobody says.
        link: Where it is.
        known_by_name: Whether a file of its name, and of its size where that is known, is the same. Otherwise what is
            in its place is compared with what comes, or is an error where nobody says the size.
        uuid: Its id, where it has one.
        kind: What sort of media it is, where that is known.
        time: When it was made, where that is known.
    """

    key: str
    name: str
    size: int | None
    link: Secret | None
    known_by_name: bool = True
    uuid: str | None = None
    kind: MediaFileType | None = None
    time: datetime | None = None

    def at(self, path: Path, size: int, *, was_downloaded: bool) -> DownloadedFile:
        """What became of it when it is in its place."""
        return DownloadedFile(self.name, path, size, was_downloaded, None, self.uuid, self.kind, self.time)

    def with_error(self, error: FlightHubError) -> DownloadedFile:
        """What became of it when it could not be fetched."""
        return DownloadedFile(self.name, None, self.size or 0, False, error, self.uuid, self.kind, self.time)


@exported
class DownloadedFile(NamedTuple):
    """What became of one file.

    Attributes:
        name: Its name, as the server has it.
        path: Where it is; None when it could not be fetched.
        size: Bytes.
        was_downloaded: Whether it was fetched now; false when it was there already.
        error: Why it could not be fetched; None when it could.
        uuid: Its id; None where it has none, as an archive.
        kind: What sort of media it is; None where that is not known.
        time: When it was made; None where that is not known.
    """

    name: str
    path: Path | None
    size: int
    was_downloaded: bool
    error: FlightHubError | None
    uuid: str | None = None
    kind: MediaFileType | None = None
    time: datetime | None = None


@exported
class DownloadSummary(Sequence[DownloadedFile], Tabular[DownloadedFile]):
    """What became of each file, in the order of the server's list."""

    def __init__(self, files: Sequence[DownloadedFile], *, lists_all: bool = True) -> None:
        self._files = tuple(files)
        self._lists_all = lists_all

    def _row_class(self) -> type[DownloadedFile]:
        return DownloadedFile

    @property
    def ok(self) -> bool:
        """Whether all files are there."""
        return not self.failed

    @property
    def is_complete(self) -> bool:
        """Whether this is all there is: no file failed and, of a flight, nothing more is flown or uploaded."""
        return self.ok and self._lists_all

    @property
    def failed(self) -> tuple[DownloadedFile, ...]:
        """Those that could not be fetched."""
        return tuple(file for file in self._files if file.error is not None)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where those are that could be fetched, or were there already."""
        return tuple(file.path for file in self._files if file.path is not None)

    @property
    def size(self) -> int:
        """Bytes of those that are there."""
        return sum(file.size for file in self._files if file.error is None)

    def raise_for_errors(self) -> None:
        """Raises one `TransferError` that names the files that could not be fetched, chained to the first error."""
        failed = self.failed
        for first in failed:
            names = ", ".join(repr(file.name) for file in failed[:3]) + (", ..." if len(failed) > 3 else "")
            text = f"{len(failed)} of {len(self)} files could not be fetched ({names}). {first.error}"
            raise TransferError(text, file=first.name) from first.error

    @overload
    def __getitem__(self, index: int) -> DownloadedFile: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[DownloadedFile]: ...
    def __getitem__(self, index: int | slice) -> DownloadedFile | Sequence[DownloadedFile]:
        return self._files[index]

    def __iter__(self) -> Iterator[DownloadedFile]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __repr__(self) -> str:
        failed = len(self.failed)
        also = f", {failed} failed" if failed else ""
        return f"<DownloadSummary: {len(self) - failed} files, {self.size} bytes{also}>"
