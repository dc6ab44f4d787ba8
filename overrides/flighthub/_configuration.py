"""What a client is told, from its arguments or from `FLIGHTHUB_*` variables, checked before anything is made of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

from flighthub_api.operations import LANGUAGES, SERVERS

from .errors import ConfigurationError

CONNECT_TIMEOUT: Final = 10.0
"""Seconds for a connection to come about, unless the whole timeout is shorter."""

DEFAULT_TIMEOUT: Final = 60.0
"""Seconds to wait for each piece of an answer."""

_WEB_APPLICATION: Final = "fh.dji.com"


class Configuration:
    """The checked settings of a client. Its `repr` never shows the token."""

    __slots__ = ("base_url", "ca_bundle", "language", "project", "strict", "timeout", "token")

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
        environment: Mapping[str, str] | None = None,
    ) -> None:
        variables = os.environ if environment is None else environment

        def setting(name: str, argument: object) -> tuple[str, str] | None:
            """The value and where it comes from; an argument beats the variable."""
            if argument is not None:
                return str(argument).strip(), f"the argument {name}"
            variable = f"FLIGHTHUB_{name.upper()}"
            value = variables.get(variable, "").strip()
            return (value, variable) if value else None

        self.token = _token(setting("token", token))
        self.project = checked_project(*found) if (found := setting("project", project)) else None
        # An address given as an argument beats a region that only the environment knows, and the other way round.
        given_region = setting("region", region) if base_url is None else None
        given_url = setting("base_url", base_url) if region is None else None
        if region is not None and base_url is not None:
            raise ConfigurationError("give either region or base_url, not both")
        self.base_url = _base_url(given_region, given_url)
        self.language = _language(setting("language", language))
        self.ca_bundle = _ca_bundle(setting("ca_bundle", ca_bundle))
        self.timeout = checked_timeout(DEFAULT_TIMEOUT if timeout is None else timeout)
        self.strict = strict

    def __repr__(self) -> str:
        return f"Configuration(base_url={self.base_url!r}, project={self.project!r}, token='…')"


def _token(found: tuple[str, str] | None) -> str:
    if found is None or not found[0]:
        raise ConfigurationError(
            "no organization key: give token=… or set FLIGHTHUB_TOKEN. "
            "FlightHub 2 shows it under My Organization, Organization Settings, FlightHub Sync."
        )
    value, source = found
    if not value.isascii() or any(character.isspace() or not character.isprintable() for character in value):
        raise ConfigurationError(f"the organization key in {source} holds blanks, line breaks or non-ASCII characters")
    return value


def checked_project(value: str, source: str) -> str:
    """The id of a project, or `ConfigurationError`."""
    try:
        return str(UUID(value))
    except ValueError:
        raise ConfigurationError(
            f"{source} must be the UUID of a project, not {value!r}; fh.projects.list() names them"
        ) from None


def _base_url(region: tuple[str, str] | None, base_url: tuple[str, str] | None) -> str:
    if base_url is not None:
        return _checked_url(*base_url)
    if region is None:
        raise ConfigurationError(
            f"no server: give region=… ({', '.join(SERVERS)}) or base_url=…, or set FLIGHTHUB_REGION or "
            "FLIGHTHUB_BASE_URL. "
            "The region is the one in which the organization key was made."
        )
    value, source = region
    if value not in SERVERS:
        raise ConfigurationError(f"{source} must be one of {', '.join(SERVERS)}, not {value!r}")
    return SERVERS[value]


def _checked_url(value: str, source: str) -> str:
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise ConfigurationError(f"{source} is no URL: {error}") from None
    if parts.scheme not in ("http", "https") or not host:
        raise ConfigurationError(f"{source} must begin with http:// or https:// and name a host, not {value!r}")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ConfigurationError(f"{source} must not hold a user, a query or a fragment")
    if host == _WEB_APPLICATION:
        raise ConfigurationError(
            f"{source} names the web application {host}, not the API; the API's hosts: {', '.join(SERVERS.values())}"
        )
    return value.rstrip("/")


def _language(found: tuple[str, str] | None) -> str:
    if found is None:
        return "en"
    value, source = found
    if value not in LANGUAGES:
        raise ConfigurationError(f"{source} must be one of {', '.join(LANGUAGES)}, not {value!r}")
    return value


def _ca_bundle(found: tuple[str, str] | None) -> Path | None:
    if found is None:
        return None
    path = Path(found[0]).expanduser()
    if not path.is_file():
        raise ConfigurationError(f"{found[1]} names no file: {path}")
    return path


def checked_timeout(value: object) -> float:
    """Seconds above 0, or `ConfigurationError`."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < float("inf"):
        raise ConfigurationError(f"timeout must be a number of seconds above 0, not {value!r}")
    return float(value)
