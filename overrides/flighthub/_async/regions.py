"""Finding the region in which an organization key was made, by asking each public server."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from flighthub_api.servers import SERVERS
from flighthub_runtime.secrets import Secret

from .._core.configuration import Configuration
from ..errors import AuthenticationError, ConfigurationError, FlightHubError
from .client import AsyncFlightHub
from .core.concurrency import map_concurrent

PATIENCE: Final = 10.0
"""Seconds that a server may take."""


async def find_region(
    client: type[AsyncFlightHub],
    token: Secret,
    names: Iterable[str],
    proxy: Secret | None = None,
    ca_bundle: Path | str | None = None,
) -> str:
    """The region whose server accepts a key.

    Args:
        client: What to ask with.
        token: The organization key.
        names: Regions to ask.
        proxy: The client's proxy.
        ca_bundle: The client's CA bundle.

    Raises:
        ConfigurationError: No server accepts it; the text has the response of each.
    """

    async def find_problem(region: str) -> str:
        """Why a server does not accept the key; empty when it does."""
        try:
            # Not the status: a proxy was seen that answers it without a key.
            async with client.from_configuration(
                Configuration(
                    token=token,
                    base_url=SERVERS[region],
                    deadline=PATIENCE,
                    timeout=PATIENCE,
                    retry=False,
                    proxy=proxy,
                    ca_bundle=ca_bundle,
                    environment={},
                )
            ) as fh:
                len(await fh.projects.list(usage="simple"))
        except AuthenticationError:
            return "refuses the key"
        except FlightHubError as error:
            return f"could not be asked ({type(error).__name__})"
        return ""

    asked = list(names)
    outcomes = await map_concurrent(find_problem, asked, len(asked))
    answers = {outcome.item: outcome.result() for outcome in outcomes}
    for region, problem in answers.items():
        if not problem:
            return region
    listed = "; ".join(f"{region} {problem}" for region, problem in answers.items())
    raise ConfigurationError(f"no public server accepts this organization key: {listed}")
