"""The client: what it is made of, and how a call goes through it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar
from uuid import UUID

from flighthub_api.groups import AsyncGroups

from .._answers import envelope_of, read
from .._configuration import Configuration
from ..errors import InvalidArgument

if TYPE_CHECKING:
    from flighthub_api.runtime.groups import RequestOptions
    from flighthub_api.runtime.operations import Call

T = TypeVar("T")


class AsyncFlightHub(AsyncGroups):
    """A client of FlightHub 2. Its groups (`fh.projects`, `fh.devices`, …) hold the operations.

    Everything can come from the environment instead: `FLIGHTHUB_TOKEN`, `FLIGHTHUB_PROJECT`, `FLIGHTHUB_REGION`,
    `FLIGHTHUB_BASE_URL`, `FLIGHTHUB_LANGUAGE`, `FLIGHTHUB_CA_BUNDLE`. An argument beats its variable.

    Args:
        token: The organization key. It belongs to one region and acts as the person who made it.
        project: Id of the project to act on.
        region: `cn`, `us` or `eu`: where the organization is. Or give `base_url`.
        base_url: Address of the API, such as `https://flighthub.example.com:30812`, with or without a path.
        language: Language of messages and alerts, `en` or `zh`.
        timeout: Seconds to wait for each piece of an answer, 60 by default; connecting takes 10 at most.
        ca_bundle: File with the certificates to trust, for an installation with certificates of its own.
        strict: Whether an answer that departs from the documentation is an error.

    Raises:
        ConfigurationError: Something is missing or cannot be right; the text says where it came from.

    Example:
        >>> async with AsyncFlightHub(token=token, project=project, base_url=base_url) as fh:
        ...     projects = await fh.projects.list()
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        project: str | UUID | None = None,
        region: str | None = None,
        base_url: str | None = None,
        language: str | None = None,
        timeout: float | None = None,
        ca_bundle: Path | str | None = None,
        strict: bool = False,
    ) -> None:
        from ._transport import Transport

        self._configuration = Configuration(
            token=token,
            project=project,
            region=region,
            base_url=base_url,
            language=language,
            timeout=timeout,
            ca_bundle=ca_bundle,
            strict=strict,
        )
        self._transport = Transport(self._configuration)

    async def call(self, call: Call[T], arguments: Mapping[str, Any], options: RequestOptions | None) -> T:
        """Sends a call of a group and gives its result. The methods of the groups go through here."""
        response = await self._transport.send(call.request(arguments), options)
        return read(call, response, strict=self._configuration.strict).result

    async def request(
        self,
        method: str,
        path: str,
        *,
        json: Mapping[str, Any] | None = None,
        query: Mapping[str, str] | None = None,
        request_options: RequestOptions | None = None,
    ) -> Any:
        """Sends a request that no method covers, with the same key, project and errors, once.

        Args:
            method: HTTP method.
            path: Path below the base URL, such as `/openapi/v0.1/workflow`, already percent-encoded.
            json: Members of the body.
            query: Members of the query.
            request_options: What to set for this call alone.

        Returns:
            The `data` of the answer as it came, None where there is none.

        Raises:
            InvalidArgument: The path does not begin with a slash.
            OutcomeUnknown: The answer to anything but a GET was lost.
            FlightHubError: The call failed.

        Example:
            >>> data = await fh.request("GET", "/openapi/v0.1/project", query={"usage": "simple"})
        """
        from flighthub_api.runtime.operations import Operation, Request

        if not path.startswith("/"):
            raise InvalidArgument("path", "must begin with a slash")
        method = method.upper()
        reads = method == "GET"
        operation = Operation(
            operation_id=f"{method} {path}",
            http_method=method,
            path=path,
            scope="organization",
            effect="read" if reads else "dangerous",
            retry="safe" if reads else "never",
            group="request",
            method=f"{method} {path}",
            confidence="inferred",
            result="data",
            sends_project=True,
            page="",
            next_step="Read back what it should have changed.",
        )
        body = None if json is None else dict(json)
        response = await self._transport.send(Request(operation, path, dict(query or {}), body), request_options)
        return envelope_of(operation, response).get("data")

    async def aclose(self) -> None:
        """Closes all connections. The client cannot be used afterwards."""
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._configuration.base_url}, project {self._configuration.project}>"
