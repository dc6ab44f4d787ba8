"""The nightly job as a function that engines can send to other machines.

    from functools import partial
    from flighthub.nightly import sync_project

    fetch = partial(sync_project, configuration=fh.configuration, to="s3://archive/flights")
    summaries = engine.map(fetch, [project.uuid for project in fh.projects.list()])

`fh.sync` does the same on one machine, for several projects at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.secrets import Secret, mask_argument

from ._core.configuration import Configuration

if TYPE_CHECKING:
    from ._nightly.results import SyncSummary
else:
    SyncSummary = lazy_type("._nightly.results", "SyncSummary", __package__)

__all__ = ["sync_project"]


def sync_project(
    project: str | UUID,
    *,
    configuration: Configuration,
    to: Path | str,
    include: Collection[str] | None = None,
    since: datetime | None = None,
    storage_options: Mapping[str, str | Secret] | None = None,
    max_concurrency: int | None = None,
    timeout: float | None = None,
) -> SyncSummary:
    """Fetch what is new of one project, with a client of its own.

    Function, arguments and result can be pickled. Calls for different projects may write to the same target at once,
    also from different machines where it is an object store.

    Args:
        project: Id or name of the project.
        configuration: The settings of a client: `fh.configuration`. A configuration whose token is a function of a
            module, or in a profile, has no key in its pickle.
        to: As for `fh.sync`.
        include: As for `fh.sync`.
        since: As for `fh.sync`.
        storage_options: As for `fh.sync`.
        max_concurrency: Calls, or files, at a time, 1 or more.
        timeout: Seconds that it may take.

    Returns:
        SyncSummary: What was fetched, and what was not to be had.

    Raises:
        FlightHubError: As `fh.sync`.

    Documentation: the pages of `fh.sync`.

    Example:
        >>> from flighthub.nightly import sync_project
        >>> found = sync_project(project, configuration=fh.configuration, to=folder, include={"waylines"})
        >>> found.ok
        True
    """
    from ._sync.client import FlightHub

    storage_options = mask_argument(storage_options)
    with FlightHub.from_configuration(configuration) as fh:
        return fh.sync(
            to=to,
            projects=[project],
            include=include,
            since=since,
            storage_options=storage_options,
            max_concurrency=max_concurrency,
            timeout=timeout,
        )
