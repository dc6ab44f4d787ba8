"""The hook: a connection of Airflow as a client."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from airflow.sdk import BaseHook
from airflow.sdk.log import mask_secret

from .._async.client import AsyncFlightHub
from .._core.configuration import Configuration
from .._sync.client import FlightHub
from ..errors import ConfigurationError, FlightHubError
from .provider import CONNECTION_TYPE, DEFAULT_CONNECTION, FIELDS, HOOK_NAME
from .versions import read_connection


class FlightHubHook(BaseHook):
    """A connection of Airflow as a client.

    The key is the password of the connection; without one it is that of the profile in its extra, or of
    `FLIGHTHUB_TOKEN` where the task runs. Airflow masks it in logs.

    Args:
        flighthub_conn_id: Id of the connection.
        project: Id or name of the project to act on; the connection's own when not given.

    Example:
        >>> from flighthub.airflow import FlightHubHook
        >>> with FlightHubHook().get_conn() as fh:
        ...     names = [project.name for project in fh.projects.list()]
    """

    __module__ = "flighthub.airflow"

    conn_name_attr = "flighthub_conn_id"
    default_conn_name = DEFAULT_CONNECTION
    conn_type = CONNECTION_TYPE
    hook_name = HOOK_NAME

    def __init__(self, flighthub_conn_id: str = DEFAULT_CONNECTION, project: str | None = None) -> None:
        super().__init__()
        self.flighthub_conn_id = flighthub_conn_id
        self.project = project
        self._state: str | None = None

    def get_conn(self) -> FlightHub:
        """Make a client. Close it, or use it in a `with` block.

        Raises:
            ConfigurationError: The connection misses something, or something in it cannot be right.
        """
        return FlightHub.from_configuration(self._configuration(self.get_connection(self.flighthub_conn_id)))

    async def get_async_conn(self) -> AsyncFlightHub:
        """Make an async client, in a trigger, say. Close it, or use it in an `async with` block.

        Raises:
            ConfigurationError: The connection misses something, or something in it cannot be right.
        """
        return AsyncFlightHub.from_configuration(self._configuration(await read_connection(self.flighthub_conn_id)))

    @property
    def state(self) -> Path | None:
        """Folder of the journal of launches, once a client was made; None for the user's own."""
        return None if self._state is None else Path(self._state)

    def test_connection(self) -> tuple[bool, str]:
        """Try the connection, for the button in Airflow's form.

        Returns:
            Whether it works, and what was found.
        """
        try:
            with self.get_conn() as fh:
                projects = list(fh.projects.list(usage="simple"))
        except FlightHubError as error:
            return False, str(error)
        return True, f"The key sees {len(projects)} projects."

    def _configuration(self, connection: Any) -> Configuration:
        extra = _extra_of(connection)
        self._state = extra.pop("state", None)
        token = connection.password or None
        if token is not None:
            mask_secret(token)
        if self.project is not None:
            extra["project"] = self.project
        base_url = _base_url(connection)
        if base_url is not None:
            extra.pop("region", None)
        return Configuration(token=token, base_url=base_url, **extra)


def _extra_of(connection: Any) -> dict[str, Any]:
    """What the extra of a connection says, without what was left empty in the form."""
    given = {name: value for name, value in connection.extra_dejson.items() if value not in (None, "")}
    unknown = given.keys() - FIELDS.keys()
    if unknown:
        raise ConfigurationError(
            f"the extra of connection {connection.conn_id} has {', '.join(sorted(unknown))}; it takes "
            f"{', '.join(FIELDS)}"
        )
    return given


def _base_url(connection: Any) -> str | None:
    """The address of a host, which may be written with its scheme or without."""
    host = (connection.host or "").strip()
    if not host:
        return None
    address = host if "://" in host else f"{connection.schema or 'https'}://{host}"
    if connection.port:
        scheme, _, rest = address.partition("://")
        name, slash, path = rest.partition("/")
        address = f"{scheme}://{name.partition(':')[0]}:{connection.port}{slash}{path}"
    return address
