"""Settings of a client: its arguments, then `FLIGHTHUB_*` variables, then a profile; checked before it is used."""

from __future__ import annotations

import os
import stat
import warnings
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, cast
from urllib.parse import urlsplit
from uuid import UUID

from flighthub_api.servers import LANGUAGES, SERVERS, TOKEN_HEADER
from flighthub_runtime.groups import RetryPolicy
from flighthub_runtime.public_names import exported
from flighthub_runtime.secrets import MASK, Masked, MaskedMapping, Secret, as_secret, kind_of

from ..errors import ConfigurationError
from .addresses import address_problem
from .proxies import SCHEMES
from .retry import NO_RETRY, Retry
from .token_origin import TokenOrigin, function_origin, import_function, state_of_proxy
from .user_paths import home_folder, path_setting

TokenSource = Callable[[], str] | Callable[[], Awaitable[str]]
"""A function that gives the organization key, asked before each attempt, so that the key can be rotated."""


@exported
class Timeout(NamedTuple):
    """How long each step of a request may take, in seconds.

    Attributes:
        connect: Until the connection, TLS included, is there.
        read: Until the next piece of the response comes.
        write: Until the next piece of the request is taken.
        pool: Until a connection of the pool is free.
    """

    connect: float = 10.0
    read: float = 60.0
    write: float = 60.0
    pool: float = 30.0


DEFAULT_DEADLINE: Final = 120.0
DEFAULT_CONCURRENCY: Final = 10

_QUOTES: Final = frozenset("\"'`\u201c\u201d\u2018\u2019\u00ab\u00bb")
_WEB_APPLICATION: Final = "fh.dji.com"
_PROFILE_FILE: Final = Path("flighthub") / "config.toml"
_TOKEN_VARIABLE: Final = "FLIGHTHUB_TOKEN"  # noqa: S105 - the name of a variable
_FROM_OUTSIDE: Final = ("token", "project", "region", "base_url", "language", "ca_bundle")
"""The settings that variables and profiles can give."""


class Setting:
    """A value as text, which may be the organization key, and where it comes from."""

    __slots__ = ("_text", "source")

    def __init__(self, text: str, source: str) -> None:
        self._text = Secret(text)
        self.source = source

    @property
    def text(self) -> str:
        """The value."""
        return self._text.reveal()

    def __repr__(self) -> str:
        return f"Setting({self.source})"


@exported
class Configuration:
    """The checked settings of a client. `repr` never shows the token, and pickles never hold it.

    Settings are pickled for other processes and machines with where the token comes from: the environment, a profile or
    a function, which are looked up again where they are unpickled. With a token that was given as text they are not.
    """

    __slots__ = (
        "_token_origin",
        "base_url",
        "ca_bundle",
        "client_certificate",
        "deadline",
        "language",
        "max_concurrency",
        "project",
        "proxy",
        "rate_limit",
        "retry",
        "strict",
        "timeout",
        "token",
    )

    def __init__(
        self,
        *,
        token: str | Secret | TokenSource | None = None,
        project: str | UUID | None = None,
        region: str | None = None,
        base_url: str | Secret | None = None,
        language: str | None = None,
        timeout: float | Timeout | None = None,
        deadline: float | None = None,
        retry: RetryPolicy | bool = True,
        ca_bundle: Path | str | None = None,
        client_certificate: Path | str | tuple[Path | str, Path | str] | None = None,
        proxy: str | Secret | None = None,
        max_concurrency: int = DEFAULT_CONCURRENCY,
        rate_limit: float | None = None,
        strict: bool = False,
        profile: str | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        token = Secret(token) if isinstance(token, str) else token
        base_url, proxy = as_secret(base_url), as_secret(proxy)
        variables = MaskedMapping(os.environ if environment is None else environment)
        environment = None
        given = {
            "project": project,
            "region": region,
            "base_url": base_url,
            "language": language,
            "ca_bundle": ca_bundle,
        }
        outside = _outside(variables, profile)

        def setting(name: str) -> Setting | None:
            if given.get(name) is not None:
                return Setting(_text(given[name]).strip(), f"the argument {name}")
            return outside.get(name)

        self.token: Secret | TokenSource
        self._token_origin = TokenOrigin("argument")
        if callable(token):
            self.token, self._token_origin = token, TokenOrigin("function")
        elif token is not None:
            self.token = validate_token(token, "the argument token")
        elif "token" in outside:
            self.token = validate_token(Secret(outside["token"].text), outside["token"].source)
            self._token_origin = (
                TokenOrigin("environment", _TOKEN_VARIABLE)
                if outside["token"].source == _TOKEN_VARIABLE
                else TokenOrigin("profile", _profile_name(variables, profile) or "")
            )
        else:
            raise ConfigurationError(
                "no organization key: give token=... or set FLIGHTHUB_TOKEN. "
                "FlightHub 2 shows it under My Organization, Organization Settings, FlightHub Sync."
            )
        found = setting("project")
        self.project = validate_project(found.text, found.source) if found else None
        if region is not None and base_url is not None:
            raise ConfigurationError("give either region or base_url, not both")
        # An address given as an argument beats a region that only the environment knows, and the other way round.
        self.base_url = _base_url(
            setting("region") if base_url is None else None, setting("base_url") if region is None else None
        )
        self.language = _language(setting("language"))
        self.ca_bundle = _file(setting("ca_bundle"))
        self.client_certificate = _certificate(client_certificate)
        self.proxy = None if proxy is None else validate_proxy(proxy)
        self.timeout = validate_timeout(timeout)
        self.deadline = validate_seconds(DEFAULT_DEADLINE if deadline is None else deadline, "deadline")
        self.retry = validate_retry(retry)
        if type(max_concurrency) is not int or not 1 <= max_concurrency <= 1000:
            raise ConfigurationError(f"max_concurrency must be between 1 and 1000, not {max_concurrency!r}")
        self.max_concurrency = max_concurrency
        self.rate_limit = None if rate_limit is None else validate_seconds(rate_limit, "rate_limit")
        self.strict = strict

    def __copy__(self) -> Configuration:
        made = type(self).__new__(type(self))
        for name in self.__slots__:
            setattr(made, name, getattr(self, name))
        return made

    def __deepcopy__(self, memo: object) -> Configuration:
        return self.__copy__()

    def __getstate__(self) -> dict[str, Any]:
        origin = function_origin(self.token) if callable(self.token) else self._token_origin
        origin.refuse_text()
        state = {name: getattr(self, name) for name in self.__slots__ if name not in ("token", "_token_origin")}
        return state | {
            "token": tuple(origin),
            "proxy": None if self.proxy is None else state_of_proxy(self.proxy),
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            if name not in ("token", "proxy"):
                setattr(self, name, value)
        origin = TokenOrigin(*state["token"])
        self.token = _look_up(origin)
        self._token_origin = TokenOrigin("function") if callable(self.token) else origin
        self.proxy = None if state["proxy"] is None else Secret(state["proxy"])

    def __repr__(self) -> str:
        made = {name: getattr(self, name, None) for name in ("base_url", "project")}
        return f"Configuration(base_url={made['base_url']!r}, project={made['project']!r}, token={MASK})"


def _outside(variables: MaskedMapping, profile: str | None) -> dict[str, Setting]:
    """The settings of the profile, and over them those of the environment."""
    found: dict[str, Setting] = {}
    name = _profile_name(variables, profile)
    if name is not None:
        found.update(_profile(variables, name))
    for setting in _FROM_OUTSIDE:
        variable = f"FLIGHTHUB_{setting.upper()}"
        text = variables.get(variable, "").strip()
        if text:
            # Variables for the other way to name a server replace what the profile says about it.
            for rival in {"region": ("base_url",), "base_url": ("region",)}.get(setting, ()):
                if rival in found and not found[rival].source.startswith("FLIGHTHUB_"):
                    del found[rival]
            found[setting] = Setting(text, variable)
    return found


def _profile_name(variables: MaskedMapping, profile: str | None) -> str | None:
    """Name of the profile to use."""
    return profile if profile is not None else variables.get("FLIGHTHUB_PROFILE", "").strip() or None


def _profile(variables: MaskedMapping, name: str) -> dict[str, Setting]:
    """A named table of the profile file, `flighthub/config.toml` in the user's configuration folder."""
    import tomllib

    folder = variables.get("XDG_CONFIG_HOME", "").strip() or variables.get("APPDATA", "").strip()
    file = (Path(folder) if folder else home_folder("the file of profiles") / ".config") / _PROFILE_FILE
    problem = f"there is no profile {name!r}: {file} does not exist"
    tables: MaskedMapping | None = None
    try:
        with file.open("rb") as stream:
            if os.name == "posix" and stat.S_IMODE(os.fstat(stream.fileno()).st_mode) & 0o077:
                warnings.warn(f"others may read {file}, which holds keys: chmod 600 it", stacklevel=4)
            tables = MaskedMapping(tomllib.load(stream))
    except FileNotFoundError:
        pass
    except ValueError:
        problem = f"{file} is not TOML"
    except OSError as error:
        problem = f"{file} cannot be read: {error.strerror}"
    if tables is None:
        raise ConfigurationError(problem)
    if not isinstance(tables.get(name), dict):
        raise ConfigurationError(f"{file} has no profile {name!r}; it has {', '.join(sorted(tables)) or 'none'}")
    settings = MaskedMapping(tables[name])
    found: dict[str, Setting] = {}
    for key in settings:
        if key not in _FROM_OUTSIDE:
            raise ConfigurationError(f"profile {name!r} in {file}: {key} is none of {', '.join(_FROM_OUTSIDE)}")
        if not isinstance(settings[key], str):
            raise ConfigurationError(f"profile {name!r} in {file}: {key} must be text")
        found[key] = Setting(settings[key].strip(), f"the {key} of profile {name!r} in {file}")
    return found


def _look_up(origin: TokenOrigin) -> Secret | TokenSource:
    """The key of a client that was unpickled, from where it comes from.

    Raises:
        ConfigurationError: This process does not have it.
    """
    if origin.kind == "function":
        return cast(TokenSource, import_function(origin.name))
    variables = MaskedMapping(os.environ)
    found = (
        _profile(variables, origin.name).get("token")
        if origin.kind == "profile"
        else Setting(variables.get(origin.name, "").strip(), origin.name)
    )
    if found is None or not found.text:
        where = f"profile {origin.name!r}" if origin.kind == "profile" else origin.name
        raise ConfigurationError(
            f"the pickled client takes its organization key from {where}, which has none on this machine: set it here, "
            "too"
        )
    return validate_token(Secret(found.text), found.source)


def validate_token(token: object, source: str) -> Secret:
    """The organization key, or `ConfigurationError` that does not show it."""
    token = as_secret(token)
    if not isinstance(token, Secret):
        raise ConfigurationError(f"the organization key from {source} must be text, not {kind_of(token)}")
    stripped = Secret(token.reveal().strip())
    if not stripped:
        raise ConfigurationError(f"the organization key from {source} is empty")
    extra = _decoration(stripped)
    if extra:
        raise ConfigurationError(f"the organization key from {source} {extra}; give the key alone")
    if not stripped.reveal().isascii() or not all(33 <= ord(each) <= 126 for each in stripped.reveal()):
        raise ConfigurationError(
            f"the organization key from {source} holds blanks, line breaks or non-ASCII characters"
        )
    return stripped


def _decoration(token: Secret) -> str:
    """What was copied together with a key; empty when nothing was."""
    if token.reveal()[0] in _QUOTES or token.reveal()[-1] in _QUOTES:
        return "has quotation marks around it"
    name, blank, _ = token.reveal().partition(" ")
    if blank and name.lower() in ("bearer", "token"):
        return f"begins with {name!r}, which belongs to other APIs"
    if token.reveal().lower().startswith(f"{TOKEN_HEADER.lower()}:"):
        return f"begins with the name of its header, {TOKEN_HEADER}"
    return ""


def validate_project(text: str, source: str) -> str:
    """The id of a project in the usual form, or the name of one."""
    if not text or any(ord(each) < 32 for each in text):
        raise ConfigurationError(f"{source} must be the UUID or the name of a project")
    return as_uuid(text) or text


def as_uuid(text: str) -> str | None:
    """A UUID in the usual form; None for anything else."""
    try:
        return str(UUID(text))
    except ValueError:
        return None


def _base_url(region: Setting | None, base_url: Setting | None) -> str:
    if base_url is not None and (region is None or not region.source.startswith("the argument")):
        return _check_url(base_url)
    if region is None:
        raise ConfigurationError(
            f"no server: give region=... ({', '.join(SERVERS)}) or base_url=..., or set FLIGHTHUB_REGION or "
            "FLIGHTHUB_BASE_URL. The region is the one in which the organization key was made."
        )
    if region.text not in SERVERS:
        raise ConfigurationError(f"{region.source} must be one of {', '.join(SERVERS)}, not {region.text!r}")
    return SERVERS[region.text]


def _text(value: object) -> str:
    """The text of an argument, also when it is masked."""
    value = cast("Masked[object]", value).reveal() if isinstance(value, Masked) else value
    return value.reveal() if isinstance(value, Secret) else str(value)


def _check_url(found: Setting) -> str:
    problem = address_problem(Secret(found.text), ("http", "https"))
    if problem:
        raise ConfigurationError(f"{found.source} {problem}")
    if urlsplit(found.text).hostname == _WEB_APPLICATION:
        hosts = ", ".join(SERVERS.values())
        raise ConfigurationError(
            f"{found.source} names the web application {_WEB_APPLICATION}, not the API; see {hosts}"
        )
    # The scheme is compared as text from here on, so it is written in one way.
    scheme, _, rest = found.text.partition("://")
    return f"{scheme.lower()}://{rest}".rstrip("/")


def validate_proxy(address: object) -> Secret:
    """The address of a proxy, or `ConfigurationError` that does not show it."""
    if not isinstance(address, Secret):
        raise ConfigurationError(f"the argument proxy must be text, not {kind_of(address)}")
    problem = address_problem(address, SCHEMES, credentials=True)
    if problem:
        raise ConfigurationError(f"the argument proxy {problem}")
    return address


def _language(found: Setting | None) -> str:
    if found is None:
        return "en"
    if found.text not in LANGUAGES:
        raise ConfigurationError(f"{found.source} must be one of {', '.join(LANGUAGES)}, not {found.text!r}")
    return found.text


def _file(found: Setting | None) -> Path | None:
    if found is None:
        return None
    path = path_setting(found.text, found.source)
    if not path.is_file():
        raise ConfigurationError(f"{found.source} is not a file: {path}")
    return path


def _certificate(given: Path | str | Sequence[Path | str] | None) -> tuple[Path, ...] | None:
    if given is None:
        return None
    names = given if isinstance(given, (tuple, list)) else (given,)
    if not 1 <= len(names) <= 2:
        raise ConfigurationError(
            f"the argument client_certificate must be a file, or a pair of files, certificate and key, not {len(names)}"
        )
    return tuple(path for name in names if (path := _file(Setting(str(name), "the argument client_certificate"))))


def validate_timeout(value: float | Timeout | None) -> Timeout:
    """The four timeouts; a single number is the one for reading and writing, and the most for the other two."""
    if value is None:
        return Timeout()
    if isinstance(value, Timeout):
        return Timeout(*(validate_seconds(each, "timeout") for each in value))
    seconds = validate_seconds(value, "timeout")
    usual = Timeout()
    return Timeout(min(usual.connect, seconds), seconds, seconds, min(usual.pool, seconds))


def validate_seconds(value: object, name: str) -> float:
    """A number above 0, or `ConfigurationError`."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < float("inf"):
        raise ConfigurationError(f"{name} must be a number above 0, not {value!r}")
    return float(value)


def validate_retry(value: object) -> RetryPolicy:
    """The policy: true for the usual one, false for none, or any object with `attempts` and `pause`."""
    if isinstance(value, Retry) or (hasattr(value, "attempts") and callable(getattr(value, "pause", None))):
        return cast(RetryPolicy, value)
    if isinstance(value, bool):
        return Retry() if value else NO_RETRY
    raise ConfigurationError(f"retry must be a Retry, true or false, not {type(value).__name__}")
