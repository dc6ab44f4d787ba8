"""The files that a flight leaves behind, fetched into a folder."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Final

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.records import Records

from ..._core.request_options import options_for_reading
from ..._flights.outcome import RESUME_TIMEOUT, SETTLE, Ending, Upload, counts, has_ended, is_complete
from ..._transfer.results import DownloadSummary, Wanted
from ...errors import APIError, InvalidArgument
from ..client import AsyncFlightHub
from ..core.polling import wait_until
from ..transfer.downloads import download_all

if TYPE_CHECKING:
    from flighthub_api.enums import MediaFileType
    from flighthub_api.models import FlightTask, MediaFile
    from flighthub_runtime.secrets import Secret

    from ...progress import Progress
else:
    MediaFileType = lazy_type("flighthub_api.enums", "MediaFileType")
    FlightTask = lazy_type("flighthub_api.models", "FlightTask")
    MediaFile = lazy_type("flighthub_api.models", "MediaFile")
    Secret = lazy_type("flighthub_runtime.secrets", "Secret")
    Progress = lazy_type("...progress", "Progress", __package__)

_LEAST: Final = 0.001
"""Seconds that are left for the files where a wait has taken all of the time: not none, which is no time at all."""


async def fetch_media(
    client: AsyncFlightHub,
    uuid: str,
    to: Path | str,
    *,
    types: Collection[MediaFileType | str] | None,
    name: Callable[[MediaFile], str] | None,
    overwrite: bool,
    progress: Progress | None,
    max_concurrency: int | None,
    cancel: Event | None,
    request_options: RequestOptions | None,
    timeout: float | None = None,
    interval: float = 5,
    resume_timeout: float = RESUME_TIMEOUT,
) -> DownloadSummary:
    """What `flight_tasks.download_media` does, whose arguments these are."""
    wished = None if types is None else _media_types(types)
    begun = monotonic()
    ending = Ending(resume_timeout, client._server_clock.now)  # pyright: ignore[reportPrivateUsage]
    task = await _await_resumption(client, uuid, ending, timeout, interval, cancel, request_options)

    async def links() -> Mapping[str, Secret | None]:
        rows = await client.flight_tasks.list_media(uuid, request_options=request_options)
        return {row.uuid: row.original_url or None for row in rows}

    wanted = [
        Wanted(
            row.uuid,
            _name_of(row) if name is None else name(row),
            row.size,
            row.original_url or None,
            known_by_name=row.size is not None,
            uuid=row.uuid,
            kind=row.file_type,
            time=row.create_at,
        )
        for row in await files_of(client, uuid, request_options)
        if (wished is None or row.file_type in wished)
    ]
    found = await download_all(
        client,
        wanted,
        to,
        relist=links,
        job="media",
        overwrite=overwrite,
        progress=progress,
        max_concurrency=max_concurrency,
        timeout=None if timeout is None else max(_LEAST, timeout - (monotonic() - begun)),
        cancel=cancel,
    )
    return DownloadSummary(found, lists_all=is_complete(task, ending))


async def _await_resumption(
    client: AsyncFlightHub,
    uuid: str,
    ending: Ending,
    timeout: float | None,
    interval: float,
    cancel: Event | None,
    options: RequestOptions | None,
) -> FlightTask:
    """The task as read. One that was interrupted and may go on is waited for, with the files of all its parts."""
    upload = Upload(SETTLE)

    async def read() -> FlightTask:
        return await client.flight_tasks.get(uuid, request_options=options_for_reading(options))

    task = await read()
    if not has_ended(task) or ending.is_final(task):
        return task
    return await wait_until(
        read,
        lambda task: ending.is_final(task) and upload.is_complete(task),
        what=f"the end of flight task {task.name or uuid!r}, which was interrupted and may go on",
        timeout=timeout,
        interval=interval,
        seen_as=lambda task: f"{task.status}, {counts(task)[0]} of {counts(task)[1]} files",
        cancel=cancel,
    )


async def files_of(client: AsyncFlightHub, uuid: str, options: RequestOptions | None) -> Records[MediaFile]:
    """The files of a flight that are in the cloud; none while there are none.

    Raises:
        NotFound: There is no such task.
        FlightHubError: They could not be listed.
    """
    try:
        rows = await client.flight_tasks.list_media(uuid, request_options=options)
    except APIError as error:
        if not error.not_ready:
            raise
        # So it is answered for a task that is not there, too, and while the service is in trouble.
        task = await client.flight_tasks.get(uuid, request_options=options_for_reading(options))
        if counts(task)[0]:
            raise
        rows = Records()
    from flighthub_api.models import MediaFile

    # Folders have neither content nor suffix.
    return Records((row for row in rows if row.suffix or row.size), of=MediaFile)


def _name_of(row: MediaFile) -> str:
    return f"{row.name or row.uuid}{row.suffix or ''}"


def _media_types(types: Collection[MediaFileType | str]) -> set[MediaFileType]:
    from flighthub_api.enums import MediaFileType

    if isinstance(types, str):
        raise InvalidArgument("types", f"must be several types, such as {{{types!r}}}")
    found = {MediaFileType(each) for each in types}
    for each in found:
        if not each.is_known:
            known = ", ".join(repr(member.value) for member in MediaFileType)
            raise InvalidArgument("types", f"{each.value!r} is none of {known}")
    return found
