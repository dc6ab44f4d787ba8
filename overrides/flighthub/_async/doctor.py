"""An examination of all that a client depends on: what is wrong, and what to do about it. Nothing is changed by it."""

from __future__ import annotations

import platform
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from flighthub_api.about import API
from flighthub_api.operations import OPERATIONS
from flighthub_api.servers import SERVERS
from flighthub_runtime.about import EditionDescription
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.secrets import Secret, redact

from .._core.configuration import as_uuid, validate_token
from .._core.hints import join_hints
from .._core.proxies import proxy_for
from .._core.request_options import override_options
from .._core.tls import tls_context
from .._core.token_claims import claims, expiry, key_hints
from .._diagnostics.connectivity import Reached, reach
from .._diagnostics.findings import Finding, Level, Report
from .._version import __version__
from ..errors import (
    APIError,
    AuthenticationError,
    ConfigurationError,
    ConnectionFailed,
    DeviceOffline,
    FlightHubError,
    NotFound,
    PermissionDenied,
    RateLimited,
    UnexpectedResponse,
)
from .client import AsyncFlightHub
from .core.concurrency import in_thread, maybe_await, timeout_after
from .regions import find_region

if TYPE_CHECKING:
    from flighthub_api.models import DevicePair, Project
else:
    DevicePair = lazy_type("flighthub_api.models", "DevicePair")
    Project = lazy_type("flighthub_api.models", "Project")

PATIENCE: Final = 10.0
"""Seconds that a check may take."""

_SOON: Final = timedelta(days=30)
"""How long before its end a key or a certificate is worth a word."""

_ODD, _WRONG = timedelta(seconds=60), timedelta(minutes=5)
"""By how much a clock may differ. Stores refuse signatures of a quarter of an hour ago."""

_SHOWN: Final = 5
_LONGEST_NAME: Final = 60


async def examine(client: AsyncFlightHub, project: str | None, options: RequestOptions | None = None) -> Report:
    """Looks at everything, in the order in which one thing depends on another.

    Args:
        client: The client.
        project: Id or name of the project that it acts on.
        options: What to set for each call.
    """
    examination = Examination(client, project, options)
    await examination.run()
    return Report(examination.findings)


class Examination:
    """One examination, and what it has found so far.

    Attributes:
        findings: What was found.
    """

    def __init__(self, client: AsyncFlightHub, project: str | None, options: RequestOptions | None) -> None:
        self._client = client
        self._settings = client.configuration
        self._named = project
        self._given = options
        self._project = ""
        self._key: Secret | None = None
        self.findings: list[Finding] = []

    async def run(self) -> None:
        """Goes on for as long as the next step has anything to stand on."""
        text = f"flighthub {__version__} on Python {platform.python_version()}"
        self._say("versions", "ok", f"{text}, for {API.edition} as documented on {API.documented}.")
        await self._run_step("key", self._look_at_the_key)
        for check, step in (
            ("host", self._look_at_the_host),
            ("API", self._ask_the_api),
            ("editions", self._ask_for_the_editions),
            ("project", self._look_at_the_project),
        ):
            if not await self._run_step(check, step):
                self._say("the rest", "warning", "What depends on that could not be looked at.")
                return
        await self._run_step("permissions", self._try_permissions)
        await self._run_step("storage", self._look_at_the_store)

    async def _run_step(self, check: str, step: Callable[[], Awaitable[bool]]) -> bool:
        """Whether to go on after a step; what it raises becomes a finding."""
        try:
            return await step()
        except FlightHubError as error:
            said, advice = _describe_error(error), await self._advise(error)
            # The hint is a part of the error's text.
            self._say(check, "problem", said.replace(f" {advice}", "") if advice else said, advice)
        except Exception as error:
            # Its text may show anything, so only its type is reported.
            self._say(check, "problem", f"This check ended in {type(error).__name__}.")
        return False

    def _say(self, check: str, level: Level, text: str, what_to_do: str = "") -> None:
        texts = (_plain(redact(each, (self._key,))) for each in (text, what_to_do))
        self.findings.append(Finding(check, level, *texts))

    @property
    def _options(self) -> RequestOptions | None:
        """For calls that are sent once, and not waited for long."""
        options: RequestOptions = {"deadline": PATIENCE, "timeout": PATIENCE, "retry": False}
        options = override_options(options, self._given) or options
        return override_options(options, {"project": self._project}) if self._project else options

    async def _look_at_the_key(self) -> bool:
        source = self._settings.token
        if isinstance(source, Secret):
            self._key = source
        else:
            async with timeout_after(PATIENCE):
                self._key = validate_token(await maybe_await(source), "the function given as token")
        stated = claims(self._key)
        if not stated:
            self._say("key", "warning", "It is no JSON Web Token, as organization keys are.", "Copy it whole.")
            return True
        now, end = datetime.now(UTC), expiry(self._key)
        owner = _short(stated.get("account") or stated.get("user_id") or "somebody unnamed")
        text = f"It acts as {owner}, organization {_short(stated.get('organization_uuid') or 'unnamed')}"
        begin = stated.get("nbf")
        if end is not None and end < now:
            self._say("key", "problem", f"{text}. It expired on {end:%Y-%m-%d}.", _NEW_KEY)
        elif isinstance(begin, (int, float)) and begin > now.timestamp() + _WRONG.total_seconds():
            self._say("key", "problem", f"{text}. It is not valid yet.", "Check the clock of this machine.")
        elif end is not None and end < now + _SOON:
            self._say("key", "warning", f"{text}. It expires soon, on {end:%Y-%m-%d}.", _NEW_KEY)
        else:
            self._say("key", "ok", f"{text}, {'without an end' if end is None else f'until {end:%Y-%m-%d}'}.")
        return True

    async def _look_at_the_host(self) -> bool:
        address = self._settings.base_url
        if proxy_for(Secret(address), self._settings.proxy):
            self._say("host", "ok", f"{address} is reached through a proxy, so only the calls below tell about it.")
            return True
        found = await self._try_connecting(address, "base_url")
        if found.problem:
            self._say("host", "problem", found.problem, found.what_to_do)
            return False
        self._say("host", *_describe_certificate(address, found))
        return True

    async def _try_connecting(self, address: str, named: str) -> Reached:
        context = partial(tls_context, self._settings.ca_bundle, self._settings.client_certificate)
        return await in_thread(reach, address, named, context, PATIENCE)

    async def _ask_the_api(self) -> bool:
        before = datetime.now(UTC)
        response = await self._client.raw.system.status(request_options=self._options)
        after = datetime.now(UTC)
        accepted = f"the key belongs to the region {self._region}" if self._region else "it takes the key"
        self._say("API", "ok", f"It answers, and {accepted}.")
        self._compare_clocks(response.headers.get("date", ""), before, after)
        return True

    async def _ask_for_the_editions(self) -> bool:
        """Which editions the deployment answers: an operation that reads is called of each."""
        first, *others = API.editions.values()
        answered, missing, unknown = [first.name], list[EditionDescription](), list[str]()
        for edition in others:
            if edition.probe is None:
                unknown.append(f"{edition.name} (nothing of it can be called without a consequence)")
                continue
            probe = OPERATIONS[edition.probe]
            try:
                await getattr(getattr(self._client.raw, probe.group), probe.method)(request_options=self._options)
                answered.append(edition.name)
            except NotFound as error:
                if error.code is None:
                    missing.append(edition)
                else:
                    answered.append(edition.name)
            except APIError as error:
                # A code comes from the operation, whatever it says; what has none may come from anything in between.
                (unknown if error.code is None else answered).append(edition.name)
            except FlightHubError as error:
                unknown.append(f"{edition.name} ({type(error).__name__})")
        text = f"It answers {' and '.join(answered)}"
        text += f", and not {' and '.join(each.name for each in missing)}" if missing else ""
        text += f". Not known: {', '.join(unknown)}." if unknown else "."
        expected = [each.label for each in missing if self._region and "public cloud" in each.available]
        if expected:
            self._say("editions", "warning", text, f"The public cloud should have {' and '.join(expected)}.")
        else:
            only = "".join(f" {each.label}: what is part of it cannot be called here." for each in missing)
            self._say("editions", "ok", text + only)
        return True

    def _compare_clocks(self, date: str, before: datetime, after: datetime) -> None:
        from email.utils import parsedate_to_datetime

        try:
            server = parsedate_to_datetime(date)
        except ValueError:
            self._say("clock", "warning", "The server does not tell the time, so clocks could not be compared.")
            return
        if server.tzinfo is None:
            server = server.replace(tzinfo=UTC)
        ahead = before + (after - before) / 2 - server
        level: Level = "ok" if abs(ahead) < _ODD else "warning" if abs(ahead) < _WRONG else "problem"
        seconds = ahead.total_seconds()
        text = f"This machine's is {abs(seconds):.0f} s {'ahead of' if seconds >= 0 else 'behind'} the server's."
        self._say("clock", level, text, "" if level == "ok" else "Set the clock: uploads are signed by it.")

    @property
    def _region(self) -> str:
        """The region whose public host is asked; empty for any other host."""
        return next((region for region, address in SERVERS.items() if address == self._settings.base_url), "")

    async def _look_at_the_project(self) -> bool:
        rows = await self._client.projects.list(usage="simple", request_options=self._options)
        names = _join_names([f"{each.name!r}" for each in rows])
        if not rows:
            self._say("project", "problem", "The key's owner is a member of no project.", _JOIN)
            return False
        if self._named is None:
            text = f"None is set; the key sees {names}."
            self._say("project", "warning", text, "Give project=... or set FLIGHTHUB_PROJECT.")
            return False
        fitting = _fitting(rows, self._named)
        if len(fitting) == 1 and fitting[0].uuid:
            self._project = fitting[0].uuid
            self._say("project", "ok", f"{fitting[0].name!r} ({self._project}) is among the key's projects.")
            return True
        if fitting:
            text = f"{len(fitting)} projects have the name {self._named!r}."
            self._say("project", "problem", text, "Give the UUID of the one that is meant.")
        else:
            text = f"{self._named!r} is none of the projects that the key sees: {names}."
            self._say("project", "problem", text, f"Check the spelling. {_JOIN}")
        return False

    async def _try_permissions(self) -> bool:
        pairs = await self._client.devices.list(request_options=self._options)
        sn = _somebody(pairs)
        if not sn:
            text = "The devices of the project can be listed, but there are none, so no state could be read."
            self._say("permissions", "warning", text)
            return True
        try:
            await self._client.devices.get_state(sn, request_options=self._options)
        except PermissionDenied as refused:
            text = f"Devices can be listed, but their state may not be read (request id {refused.request_id})."
            self._say("permissions", "problem", text, "Make a key with the scope Device Management.")
            return True
        except DeviceOffline:
            pass
        text = f"Devices can be listed and their state be read ({sn})."
        self._say("permissions", "ok", f"{text} The scope for livestreams shows only when one is started.")
        return True

    async def _look_at_the_store(self) -> bool:
        given = await self._client.projects.storage_credentials(request_options=self._options)
        provider = "unnamed" if given.provider is None else given.provider.value
        endpoint = given.endpoint or ""
        # I: an address without a scheme is meant to be spoken to with TLS.
        address = endpoint if "://" in endpoint else f"https://{endpoint}"
        host = _host(address)
        if not host:
            text = f"Credentials are given ({provider}), but no address that can be read."
            self._say("storage", "warning", text)
        elif proxy_for(Secret(address), self._settings.proxy):
            self._say("storage", "ok", f"Credentials are given ({provider}); {host} is reached through a proxy.")
        else:
            found = await self._try_connecting(address, "the store's address")
            text = f"Credentials are given ({provider})"
            if found.problem:
                advice = f"Uploads go to {host} directly: it must be reachable from here. {found.what_to_do}"
                self._say("storage", "problem", f"{text}. {found.problem}", advice)
            else:
                self._say("storage", "ok", f"{text}, and {host} can be reached. Nothing was written.")
        self._look_for_the_package()
        return True

    async def _ask_other_regions(self) -> str:
        """Which other region accepts the key; empty on premises, which has none."""
        if not self._region or self._key is None:
            return ""
        others = [name for name in SERVERS if name != self._region]
        try:
            region = await find_region(
                type(self._client), self._key, others, self._settings.proxy, self._settings.ca_bundle
            )
        except ConfigurationError as error:
            return f"The other regions were asked: {error}."
        return f"The region {region} accepts it: set region={region!r}."

    def _look_for_the_package(self) -> None:
        from importlib.util import find_spec

        if find_spec("obstore") is None:
            text = "Uploads need the extra storage, which is not installed."
            self._say("storage package", "warning", text, "pip install 'flighthub[storage]'")

    async def _advise(self, error: FlightHubError) -> str:
        """What to do about a failure."""
        if isinstance(error, AuthenticationError):
            return f"{join_hints(key_hints(self._key))} {await self._ask_other_regions()}".strip()
        if isinstance(error, PermissionDenied):
            return _JOIN
        if isinstance(error, RateLimited):
            return "Wait a while, and use rate_limit=... where many calls are made."
        if isinstance(error, ConnectionFailed):
            return "Check the network, proxies and firewalls in between."
        if _is_of_another(error):
            hosts = ", ".join(f"{name}: {address}" for name, address in SERVERS.items())
            return f"Check base_url; the public hosts are {hosts}."
        return error.hint if isinstance(error, APIError) else ""


_NEW_KEY: Final = "Make a new key under My Organization, Organization Settings, FlightHub Sync."
_JOIN: Final = "The person who made the key must be a member of the project."


def _describe_error(error: FlightHubError) -> str:
    if isinstance(error, AuthenticationError):
        said = f"HTTP {error.http_status}, code {error.code}: {error.message}, request id {error.request_id}"
        return f"It refuses the key ({said})."
    return str(error)


def _is_of_another(error: FlightHubError) -> bool:
    """Whether a response may be that of another server: it has no code, and a status that others have."""
    if isinstance(error, APIError) and error.code is not None:
        return False
    return isinstance(error, (UnexpectedResponse, APIError)) and error.http_status in (200, 301, 302, 307, 308, 404)


def _describe_certificate(address: str, found: Reached) -> tuple[Level, str, str]:
    if found.certificate_ends is None:
        return "ok", f"{address} takes connections, without TLS.", ""
    text = f"{address} takes connections, its certificate holds until {found.certificate_ends:%Y-%m-%d}."
    if found.certificate_ends < datetime.now(UTC) + _SOON:
        return "warning", text, "It ends soon: have it renewed."
    return "ok", text, ""


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _fitting(rows: Iterable[Project], named: str) -> list[Project]:
    uuid = as_uuid(named)
    if uuid is not None:
        return [each for each in rows if each.uuid and as_uuid(each.uuid) == uuid]
    return [each for each in rows if each.name == named]


def _somebody(pairs: Sequence[DevicePair]) -> str:
    """The serial number of a device, one that is online before any other; empty when there is none."""
    devices = [each for pair in pairs for each in (pair.gateway, pair.drone) if each is not None and each.sn]
    online = [each for each in devices if each.device_online_status]
    return next((each.sn for each in (*online, *devices) if each.sn), "")


def _join_names(names: list[str]) -> str:
    shown = ", ".join(names[:_SHOWN])
    return f"{shown} and {len(names) - _SHOWN} more" if len(names) > _SHOWN else shown


def _short(claim: Any) -> str:
    text = str(claim)
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]}..."


def _plain(text: str) -> str:
    """A text without what a terminal would obey."""
    return "".join(each if each.isprintable() else " " for each in text)
