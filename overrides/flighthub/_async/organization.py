"""The organization of a key, which some paths name: looked up once, and remembered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from time import monotonic
from typing import Final, cast

from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.secrets import MaskedMapping

from ..errors import ConfigurationError, NotFound, PermissionDenied, RequestTimeout
from .client import AsyncFlightHub
from .core.concurrency import FairSemaphore, PerLoop

_AT_LEAST: Final = 0.001
"""Seconds that a call is given whose deadline is over, so that it says so itself."""


class KeyOrganization:
    """The id of the organization that a key belongs to. A client and its copies for other projects share it."""

    __slots__ = ("_lines", "_uuid")

    def __init__(self) -> None:
        self._uuid: str | None = None
        self._lines = PerLoop(partial(FairSemaphore, 1))

    async def learn(self, client: AsyncFlightHub, end: float, headers: MaskedMapping) -> str:
        """Gives the id, and looks it up the first time; whoever asks meanwhile waits for that.

        Args:
            client: What to ask with.
            end: The moment, on the monotonic clock, at which the deadline of the call passes that needs it.
            headers: The headers that the call adds, which a gateway on the way may want.

        Raises:
            ConfigurationError: There are several organizations, or none is known.
            RequestTimeout: Others were looking it up until the deadline.
        """
        if self._uuid is not None:
            return self._uuid
        permit = self._lines.get().permit()
        try:
            if not await permit.acquire(end - monotonic()):
                raise RequestTimeout("the organization was being looked up until the deadline; this call was not sent")
            if self._uuid is None:
                self._uuid = await _look_up(client, end, headers)
            return self._uuid
        finally:
            permit.leave()
            permit.wake_next()


def _until(end: float, headers: MaskedMapping) -> RequestOptions:
    """What lets a call end by a moment on the monotonic clock, with the headers that are added."""
    return {"deadline": max(end - monotonic(), _AT_LEAST), "extra_headers": cast("Mapping[str, str]", headers)}


async def _look_up(client: AsyncFlightHub, end: float, headers: MaskedMapping) -> str:
    """The id, as the projects name it; where none does, as the list of organizations has it."""
    projects = await client.projects.list(usage="simple", request_options=_until(end, headers))
    found = {row.org_uuid for row in projects if row.org_uuid}
    cause: Exception | None = None
    if not found:
        try:
            rows = await client.organizations.list(request_options=_until(end, headers))
            found = {row.uuid for row in rows if row.uuid}
        except (NotFound, PermissionDenied) as error:
            cause = error
    if len(found) == 1:
        return found.pop()
    many = (
        f"the key sees {len(found)} organizations ({', '.join(sorted(found))})"
        if found
        else (
            "no project of the key names its organization, and the list of organizations "
            + ("is empty" if cause is None else f"cannot be read: {cause}")
        )
    )
    raise ConfigurationError(f"{many}; give the call the id of the organization that it is to act on") from cause
