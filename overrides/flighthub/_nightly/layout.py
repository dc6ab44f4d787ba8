"""Where things go: the datasets, their partitions, and the names of files in them. No I/O."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Final, NamedTuple, cast

from .._transfer.file_names import safe_name
from ..errors import InvalidArgument

DATASETS: Final = (
    "media",
    "tracks",
    "flight_tasks",
    "detections",
    "devices",
    "states",
    "alerts",
    "waylines",
    "models",
    "stream_forwarders",
)
"""What there is to be had. Each is a folder of its own."""

OF_FLIGHTS: Final = frozenset({"media", "tracks", "flight_tasks", "detections"})
"""What belongs to flights, and is fetched since the last run; of everything else the present state is kept."""

MANIFEST: Final = "manifest"
STATE: Final = "_flighthub"
"""Where is kept how far a job is. Readers of partitioned data pass over what begins with an underscore."""

NO_DOCK: Final = "none"
"""Stands for a dock where there is none: geopandas reads no partition that is null."""


class Partition(NamedTuple):
    """A day of a dock in a project.

    Attributes:
        project: Id of the project.
        day: The day, in UTC: of the planned start of flights, or of the run.
        dock: Serial number of the dock or remote controller; empty for what belongs to none.
    """

    project: str
    day: date
    dock: str

    def path(self, dataset: str) -> str:
        """The folder of a dataset, with slashes."""
        dock = safe_name(self.dock) if self.dock else NO_DOCK
        return f"{dataset}/project={safe_name(self.project)}/date={self.day.isoformat()}/dock={dock}"

    @property
    def manifest(self) -> str:
        """The file of the manifest."""
        return f"{self.path(MANIFEST)}/manifest.parquet"


def checkpoint_path(project: str) -> str:
    """The file that says how far a project is."""
    return f"{STATE}/project={safe_name(project)}.json"


def lock_path(project: str) -> str:
    """The file that is locked while a project is synchronized."""
    return f"{STATE}/project={safe_name(project)}.lock"


def day_of(moment: datetime) -> date:
    """The day of a moment, in UTC."""
    return moment.astimezone(UTC).date()


def validate_datasets(include: object) -> tuple[str, ...]:
    """The datasets that are asked for, in their order; all where none are named.

    Raises:
        InvalidArgument: One of them is none.
    """
    if include is None:
        return DATASETS
    if isinstance(include, str) or not isinstance(include, Iterable):
        raise InvalidArgument("include", f"must be several datasets, such as {{{'media'!r}}}")
    names = [str(each) for each in cast("Iterable[object]", include)]
    odd = sorted(each for each in names if each not in DATASETS)
    if odd or not names:
        raise InvalidArgument("include", f"must be some of {', '.join(DATASETS)}, not {', '.join(odd) or 'none'}")
    return tuple(each for each in DATASETS if each in names)
