"""What `fh.sync` takes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Required, TypedDict
from uuid import UUID

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.secrets import Secret

if TYPE_CHECKING:
    from ..progress import Progress
else:
    Progress = lazy_type("..progress", "Progress", __package__)


class SyncArguments(TypedDict, total=False):
    """What `sync` takes besides `dry_run`; its documentation says what each argument means."""

    to: Required[Path | str]
    projects: Sequence[str | UUID] | None
    include: Collection[str] | None
    since: datetime | None
    verify: bool
    storage_options: Mapping[str, str | Secret] | None
    max_projects: int
    max_concurrency: int | None
    timeout: float | None
    cancel: Event | None
    progress: Progress | None
    request_options: RequestOptions | None
