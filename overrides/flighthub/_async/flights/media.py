"""The files that a flight leaves behind, fetched into a folder."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions

from ..._flights.launch import same_project
from ..._flights.outcome import counts
from ..._transfer.results import DownloadSummary, Wanted
from ...errors import APIError, InvalidArgument
from ..client import AsyncFlightHub
from ..transfer.downloads import download_all

if TYPE_CHECKING:
    from flighthub_api.enums import MediaFileType
    from flighthub_api.models import MediaFile
    from flighthub_runtime.secrets import Secret

    from ...progress import Progress
else:
    MediaFileType = lazy_type("flighthub_api.enums", "MediaFileType")
    MediaFile = lazy_type("flighthub_api.models", "MediaFile")
    Secret = lazy_type("flighthub_runtime.secrets", "Secret")
    Progress = lazy_type("...progress", "Progress", __package__)


async def fetched(
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
) -> DownloadSummary:
    """What `flight_tasks.download_media` does, whose arguments these are."""
    wished = None if types is None else _media_types(types)

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
    return await download_all(
        client,
        wanted,
        to,
        relist=links,
        job="media",
        overwrite=overwrite,
        progress=progress,
        max_concurrency=max_concurrency,
        timeout=timeout,
        cancel=cancel,
    )


async def files_of(client: AsyncFlightHub, uuid: str, options: RequestOptions | None) -> list[MediaFile]:
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
        task = await client.flight_tasks.get(uuid, request_options=same_project(options))
        if counts(task)[0]:
            raise
        return []
    # Folders have neither content nor suffix.
    return [row for row in rows if row.suffix or row.size]


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
