"""The client: what it is made of, and how a call goes through it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from threading import Event
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar, Unpack, cast, overload
from uuid import UUID

from flighthub_api.groups import AsyncGroups
from flighthub_api.servers import SERVERS
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions, RetryPolicy
from flighthub_runtime.operations import Call, RawResponse
from flighthub_runtime.public_names import exported
from flighthub_runtime.secrets import as_secret, mask_argument, mask_values
from flighthub_runtime.wire import parse_json

from .._core.configuration import Configuration, Timeout, TokenSource, as_uuid, validate_project
from .._core.outcome import Outcome
from .._core.request_options import Options, mapping_of, query_members
from .._core.responses import deviation
from .._core.retry import Retry
from .._core.server_clock import ServerClock
from .._core.token_origin import function_origin, import_function
from ..errors import CallError, ConfigurationError, InvalidArgument

if TYPE_CHECKING:
    from flighthub_api.models import CurrentUser
    from flighthub_runtime.operations import Operation, Request
    from flighthub_runtime.secrets import Secret

    from .._core.hooks import Hook
    from .._devices.location import DeviceLocation
    from .._diagnostics.conformance_report import ConformanceReport
    from .._diagnostics.findings import Report
    from .._diagnostics.recorder import Recorder
    from .._nightly.arguments import SyncArguments
    from .._nightly.results import SyncPlan, SyncSummary
    from ..progress import Progress
    from .alerts.alerts import AlertsGroup
    from .annotations.annotations import AnnotationsGroup
    from .commands.commands import CommandsGroup
    from .core.transport import Exchange, Transport
    from .devices.devices import DevicesGroup
    from .flights.flight_tasks import FlightTasksGroup
    from .organization import KeyOrganization
    from .raw import RawClient
    from .reconstruction.models import ModelsGroup
    from .reconstruction.open_models import OpenModelsGroup
    from .streams.livestreams import LivestreamsGroup
    from .streams.stream_forwarders import StreamForwardersGroup
    from .waylines.waylines import WaylinesGroup
    from .workflows.workflows import WorkflowsGroup
else:
    Operation = lazy_type("flighthub_runtime.operations", "Operation")
    Request = lazy_type("flighthub_runtime.operations", "Request")
    Secret = lazy_type("flighthub_runtime.secrets", "Secret")
    Progress = lazy_type("..progress", "Progress", __package__)
    SyncArguments = lazy_type(".._nightly.arguments", "SyncArguments", __package__)
    SyncPlan = lazy_type(".._nightly.results", "SyncPlan", __package__)
    SyncSummary = lazy_type(".._nightly.results", "SyncSummary", __package__)
    Report = lazy_type(".._diagnostics.findings", "Report", __package__)
    ConformanceReport = lazy_type(".._diagnostics.conformance_report", "ConformanceReport", __package__)
    Recorder = lazy_type(".._diagnostics.recorder", "Recorder", __package__)
    RawClient = lazy_type(".raw", "RawClient", __package__)
    Hook = lazy_type(".._core.hooks", "Hook", __package__)
    AlertsGroup = lazy_type(".alerts.alerts", "AlertsGroup", __package__)
    CommandsGroup = lazy_type(".commands.commands", "CommandsGroup", __package__)
    CurrentUser = lazy_type("flighthub_api.models", "CurrentUser")
    WorkflowsGroup = lazy_type(".workflows.workflows", "WorkflowsGroup", __package__)
    AnnotationsGroup = lazy_type(".annotations.annotations", "AnnotationsGroup", __package__)
    DevicesGroup = lazy_type(".devices.devices", "DevicesGroup", __package__)
    FlightTasksGroup = lazy_type(".flights.flight_tasks", "FlightTasksGroup", __package__)
    KeyOrganization = lazy_type(".organization", "KeyOrganization", __package__)
    LivestreamsGroup = lazy_type(".streams.livestreams", "LivestreamsGroup", __package__)
    ModelsGroup = lazy_type(".reconstruction.models", "ModelsGroup", __package__)
    OpenModelsGroup = lazy_type(".reconstruction.open_models", "OpenModelsGroup", __package__)
    StreamForwardersGroup = lazy_type(".streams.stream_forwarders", "StreamForwardersGroup", __package__)
    Exchange = lazy_type(".core.transport", "Exchange", __package__)
    Transport = lazy_type(".core.transport", "Transport", __package__)
    WaylinesGroup = lazy_type(".waylines.waylines", "WaylinesGroup", __package__)
    DeviceLocation = lazy_type(".._devices.location", "DeviceLocation", __package__)

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741
T = TypeVar("T")

_NOT_COPIED = (
    "a client cannot be copied, as its connections would have two owners: share it, which threads may as well, or use "
    "with_project(...) for another project"
)


@exported
class AsyncFlightHub(AsyncGroups):
    """A client of FlightHub 2. Its groups (`fh.projects`, `fh.devices`, …) hold the operations.

    Settings come from the arguments, then from `FLIGHTHUB_TOKEN`, `_PROJECT`, `_REGION`, `_BASE_URL`, `_LANGUAGE`,
    `_CA_BUNDLE`, then from a profile (`profile`, or `FLIGHTHUB_PROFILE`): a table of that name with these settings in
    `flighthub/config.toml` in the user's configuration folder.

    Args:
        token: The organization key, or a function that gives it before each attempt. It belongs to one region and acts
            as the person who made it.
        project: Id or name of the project to act on. A name is looked up when it is first needed.
        region: `cn`, `us` or `eu`: where the organization is. Or give `base_url`.
        base_url: Address of the API, such as `https://flighthub.example.com:30812`, with or without a path.
        language: Language of messages and alerts, `en` or `zh`.
        timeout: Seconds to wait for each piece of a response, 60 by default; or a `Timeout` with all four steps.
        deadline: Seconds that a call may take in all, repetitions and pauses included; 120 by default.
        retry: How often, and after how long, a call is repeated where that is safe; false for never.
        ca_bundle: File with the certificates to trust, for an installation with certificates of its own.
        client_certificate: File with a certificate to show to the server, or a pair of files, certificate and key.
        proxy: Address of the proxy to use; otherwise `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` hold.
        max_concurrency: How many connections there are at most, and how many items `map` works on at a time.
        rate_limit: Requests per second at most; no limit when it is not given.
        strict: Whether a response that departs from the documentation is an error.
        profile: Name of the profile to use.
        on_request: Called before each attempt. What it raises stops the call.
        on_response: Called after each attempt. What it raises is logged and ignored.

    Raises:
        ConfigurationError: Something is missing or cannot be right; the text says which setting.

    Example:
        >>> async with AsyncFlightHub(token=token, project=project, base_url=base_url) as fh:
        ...     pairs = await fh.devices.list()
    """

    def __init__(
        self,
        *,
        token: str | Secret | TokenSource | None = None,
        project: str | UUID | None = None,
        region: str | None = None,
        base_url: str | None = None,
        language: str | None = None,
        timeout: float | Timeout | None = None,
        deadline: float | None = None,
        retry: RetryPolicy | bool = True,
        ca_bundle: Path | str | None = None,
        client_certificate: Path | str | tuple[Path | str, Path | str] | None = None,
        proxy: str | None = None,
        max_concurrency: int = 10,
        rate_limit: float | None = None,
        strict: bool = False,
        profile: str | None = None,
        on_request: Hook | None = None,
        on_response: Hook | None = None,
    ) -> None:
        token = token if callable(token) else as_secret(token)
        base_url, proxy = as_secret(base_url), as_secret(proxy)
        configuration = Configuration(
            token=token,
            project=project,
            region=region,
            base_url=base_url,
            language=language,
            timeout=timeout,
            deadline=deadline,
            retry=retry,
            ca_bundle=ca_bundle,
            client_certificate=client_certificate,
            proxy=proxy,
            max_concurrency=max_concurrency,
            rate_limit=rate_limit,
            strict=strict,
            profile=profile,
        )
        self._begin(configuration, on_request, on_response)

    def _begin(self, configuration: Configuration, on_request: Hook | None, on_response: Hook | None) -> None:
        from .core.shared_reads import SharedReads
        from .core.transport import Transport

        self._configuration = configuration
        self._hooks = (on_request, on_response)
        self._transport: Transport = Transport(configuration, on_request, on_response)
        self._project = configuration.project
        self._project_ids: dict[str, str] = {}
        self._organizations: dict[str, KeyOrganization] = {}
        self._server_clock = ServerClock()
        self._shared_reads = SharedReads()
        self._recorders: tuple[Recorder, ...] = ()
        self._owns_transport = True

    @property
    def configuration(self) -> Configuration:
        """The checked settings. They can be pickled, as the client itself: see `from_configuration`."""
        return self._configuration

    @classmethod
    def from_configuration(cls, configuration: Configuration) -> Self:
        """Makes a client with the settings of another one, in a worker process, say.

        Clients and settings can be pickled where the key was not given as text. The key is not in the pickle: it is
        looked up where that is loaded, in the environment, the profile or by the function that gave it here.

        Example:
            >>> twin = FlightHub.from_configuration(fh.configuration)
            >>> twin.close()
        """
        made = cls.__new__(cls)
        made._begin(configuration, None, None)
        return made

    @classmethod
    async def find_region(cls, token: str, *, proxy: str | None = None, ca_bundle: Path | str | None = None) -> str:
        """Find out in which region an organization key was made.

        Each public server is asked for the projects that the key sees, all at once, within some ten seconds; the one
        that accepts the key has its region. The key goes to DJI's public servers alone. An installation on premises is
        none of them.

        Args:
            token: The organization key.
            proxy: Address of the proxy to use; otherwise the variables of the environment hold.
            ca_bundle: File with the certificates to trust, where a proxy has certificates of its own.

        Returns:
            What the argument `region` takes, such as `"eu"`.

        Raises:
            ConfigurationError: No public server accepts the key; the text has the response of each.

        Documentation: "Access point", "Get the list of projects under the organization".

        Example:
            >>> region = await AsyncFlightHub.find_region(token)  # doctest: +SKIP
            >>> fh = AsyncFlightHub(token=token, region=region)  # doctest: +SKIP
        """
        from .._core.configuration import validate_proxy, validate_token
        from .regions import find_region

        key = validate_token(token, "the argument token")
        address = None if proxy is None else validate_proxy(as_secret(proxy))
        return await find_region(cls, key, SERVERS, address, ca_bundle)

    def with_project(self, project: str | UUID) -> Self:
        """A client that acts on another project over the same connections. Closing it closes nothing.

        Args:
            project: Id or name of the project.

        Example:
            >>> quarry = fh.with_project("Quarry survey")
            >>> pairs = await quarry.devices.list()
        """
        return self._clone(validate_project(str(project).strip(), "the argument project"))

    def _clone(self, project: str | None) -> Self:
        """A client with the same connections, for a project or for none."""
        made = type(self).__new__(type(self))
        made._configuration = self._configuration
        made._hooks = self._hooks
        made._transport = self._transport
        made._project = project
        made._project_ids = self._project_ids
        made._organizations = self._organizations
        made._server_clock = self._server_clock
        made._shared_reads = self._shared_reads
        made._recorders = self._recorders
        made._owns_transport = False
        return made

    def _recorded_by(self, recorder: Recorder, project: str | None) -> Self:
        """A client whose answers go to a recorder as well, for a project or, without one, for this client's."""
        made = self._clone(self._project if project is None else validate_project(project, "the argument projects"))
        made._recorders = (*self._recorders, recorder)
        return made

    @property
    def has_project(self) -> bool:
        """Whether calls that act on a project have one, unless `request_options` names another."""
        return self._project is not None

    def add_recorder(self, recorder: Recorder) -> None:
        """Have a recorder keep the shapes of the answers to this client's calls.

        Clients that are made of it later, by `with_project`, have it as well.

        Args:
            recorder: A `flighthub.conformance.Recorder`.

        Example:
            >>> from flighthub.conformance import Recorder
            >>> recorder = Recorder()
            >>> fh.add_recorder(recorder)
        """
        if recorder not in self._recorders:
            self._recorders = (*self._recorders, recorder)

    def remove_recorder(self, recorder: Recorder) -> None:
        """Have a recorder no longer keep anything of this client's calls.

        Args:
            recorder: One that was given to `add_recorder`.

        Example:
            >>> from flighthub.conformance import Recorder
            >>> recorder = Recorder()
            >>> fh.add_recorder(recorder)
            >>> fh.remove_recorder(recorder)
        """
        self._recorders = tuple(each for each in self._recorders if each is not recorder)

    @cached_property
    def devices(self) -> DevicesGroup:
        """State, alerts, commands, cameras, control and RTK of docks and aircraft."""
        from .devices.devices import DevicesGroup

        return DevicesGroup(self)

    @cached_property
    def alerts(self) -> AlertsGroup:
        """What algorithms found during flights."""
        from .alerts.alerts import AlertsGroup

        return AlertsGroup(self)

    @cached_property
    def commands(self) -> CommandsGroup:
        """What became of commands."""
        from .commands.commands import CommandsGroup

        return CommandsGroup(self)

    @cached_property
    def workflows(self) -> WorkflowsGroup:
        """Workflows of a project, which turn an incident into a flight."""
        from .workflows.workflows import WorkflowsGroup

        return WorkflowsGroup(self)

    @cached_property
    def annotations(self) -> AnnotationsGroup:
        """Points, lines and areas on the map of a project."""
        from .annotations.annotations import AnnotationsGroup

        return AnnotationsGroup(self)

    @cached_property
    def flight_tasks(self) -> FlightTasksGroup:
        """Flight tasks: planning, state, media and trajectory."""
        from .flights.flight_tasks import FlightTasksGroup

        return FlightTasksGroup(self)

    @cached_property
    def livestreams(self) -> LivestreamsGroup:
        """Live video of a camera for a viewer."""
        from .streams.livestreams import LivestreamsGroup

        return LivestreamsGroup(self)

    @cached_property
    def models(self) -> ModelsGroup:
        """Models on the map of a project and their reconstruction."""
        from .reconstruction.models import ModelsGroup

        return ModelsGroup(self)

    @cached_property
    def open_models(self) -> OpenModelsGroup:
        """Reconstruction from pictures of any origin."""
        from .reconstruction.open_models import OpenModelsGroup

        return OpenModelsGroup(self)

    @cached_property
    def stream_forwarders(self) -> StreamForwardersGroup:
        """Forwarding of live video to a server of one's own."""
        from .streams.stream_forwarders import StreamForwardersGroup

        return StreamForwardersGroup(self)

    @cached_property
    def waylines(self) -> WaylinesGroup:
        """Waylines of a project."""
        from .waylines.waylines import WaylinesGroup

        return WaylinesGroup(self)

    @cached_property
    def raw(self) -> RawClient:
        """The same groups and methods, giving HTTP status, headers and body beside the result.

        Example:
            >>> response = await fh.raw.projects.list()
            >>> response.http_status, response.answer.code, len(response.result)
            (200, 0, 1)
        """
        from .raw import RawClient

        return RawClient(self)

    async def call(self, call: Call[T], arguments: Mapping[str, Any], options: RequestOptions | None) -> T:
        """Sends a call of a group and gives its result. The methods of the groups go through here."""
        return (await self.call_raw(call, arguments, options)).result

    async def call_raw(
        self, call: Call[T], arguments: Mapping[str, Any], options: RequestOptions | None
    ) -> RawResponse[T]:
        """Sends a call of a group and returns the whole response. The methods of `raw` go through here."""
        request = call.request(arguments)
        begun = datetime.now(UTC)
        try:
            exchange = await self._exchange(request, options)
            answer = call.read(exchange.envelope)
            for recorder in self._recorders if call.parse is parse_json else ():
                recorder.observe(call, exchange.envelope)
            response = exchange.response
            if self._configuration.strict:
                error = deviation(call.operation, answer, response.http_status)
                if error is not None:
                    error.request_ids = exchange.request_ids
                    raise error
        except CallError as failed:
            for recorder in self._recorders:
                recorder.observe_code(call.operation, getattr(failed, "code", None))
            failed.arguments, failed.sent_at, failed.server_time = (
                mask_values(arguments),
                begun,
                self._server_clock.at(begun),
            )
            raise
        return RawResponse(response.http_status, response.headers.reveal(), response.body, exchange.request_ids, answer)

    async def _exchange(self, request: Request, options: RequestOptions | None) -> Exchange:
        settings = Options(options, self._configuration, self._project)
        settings.check_operation(request.operation)
        end = monotonic() + settings.deadline
        if request.project is not None and not settings.names_project:
            # Unless the call says otherwise, the header names the same project as the path.
            settings.project = request.project
        project = await self._project_of(request.operation, settings) if request.operation.sends_project else None
        if request.unfilled:
            request = request.fill(await self._identities(set(request.unfilled.values()), project, end, settings))
        return await self._send(request, settings, project, end)

    async def _identities(
        self, sources: set[str], project: str | None, end: float, settings: Options
    ) -> dict[str, str]:
        """The ids that the client fills in: of the project, or of the organization."""
        found = {} if project is None else {"project": project}
        if "organization" in sources:
            from .organization import KeyOrganization

            # One step of the interpreter, so that all threads get the same.
            known = self._organizations.setdefault("of the key", KeyOrganization())
            found["organization"] = await known.learn(self, end, settings.headers)
        return found

    async def _send(self, request: Request, settings: Options, project: str | None, end: float) -> Exchange:
        """The response to a request, which may be that to an equal one before."""

        if settings.cache is None or request.parse is not parse_json:
            # What another parser has made is not for other calls.
            return await self._send_now(request, settings, project, end)
        from .core.shared_reads import digest_read

        key = digest_read(request, settings, project, self._configuration.language)
        send = partial(self._send_now, request, settings, project, end)
        return await self._shared_reads.fetch(key, settings.cache, request.operation.name, end, send)

    async def _send_now(self, request: Request, settings: Options, project: str | None, end: float) -> Exchange:
        exchange = await self._transport.exchange(request, settings, project, end)
        self._server_clock.observe(exchange.response.headers.get("date"))
        return exchange

    async def _project_of(self, operation: Operation, settings: Options) -> str | None:
        """The id of the project that a call acts on."""
        named = settings.project
        if named is None:
            if operation.scope != "project":
                return None
            raise InvalidArgument(
                "project",
                f"{operation.name} acts on a project: give project=... to the client or in request_options; "
                "fh.projects.list() names them",
            )
        found = as_uuid(named) or self._project_ids.get(named)
        if found is None:
            rows = await self.projects.list(
                usage="simple",
                request_options={
                    "deadline": settings.deadline,
                    "extra_headers": cast("Mapping[str, str]", settings.headers),
                },
            )
            fitting = [row.uuid for row in rows if row.name == named and row.uuid]
            if len(fitting) != 1:
                names = ", ".join(sorted(repr(row.name) for row in rows if row.name)) or "none"
                many = f"{len(fitting)} projects have" if fitting else "no project has"
                raise ConfigurationError(f"{many} the name {named!r}; the key sees {names}. A UUID is never ambiguous.")
            found = self._project_ids[named] = fitting[0]
        return found

    async def me(self, *, request_options: RequestOptions | None = None) -> CurrentUser:
        """Ask whose key this is.

        The organization that the question names is looked up once, and remembered. V1.0 has no such call; there,
        `doctor()` reads from the key itself whose it is.

        Args:
            request_options: What to set for this call alone.

        Returns:
            CurrentUser: The person who made the key: `user_id`, `account`, `nickname`, `role` and the organization.

        Raises:
            NotFound: The deployment does not have V2.0; the hint says so.
            ConfigurationError: Which organization the key is of cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get Current User's Organization Role".

        Example:
            >>> me = await fh.me()
            >>> me.nickname, me.role
            ('Ana', 'organization-admin')
        """
        return await self.organizations.me(request_options=mask_argument(request_options))

    async def find_device(self, sn: str, *, request_options: RequestOptions | None = None) -> DeviceLocation:
        """Find the project that a device is in.

        Asks each project that the key sees for its devices, as many at a time as the client's `max_concurrency`.

        Args:
            sn: Serial number of a dock, a remote controller or an aircraft.
            request_options: What to set for each call.

        Returns:
            The `device`, the `unit` of dock and aircraft that it belongs to, and its `project`.

        Raises:
            InvalidArgument: No project lists it; the text says whether the organization has it at all.
            FlightHubError: The projects, or the devices of one of them, could not be listed.

        Documentation: "Get the list of projects under the organization", "Obtain the list of devices under the
        project".

        Example:
            >>> found = await fh.find_device("1581FEXAMPLE00001")
            >>> print(found)
            North aircraft in Quarry survey
            >>> quarry = fh.with_project(found.project.uuid)
        """
        from .devices.search import locate_device

        return await locate_device(self, sn, mask_argument(request_options))

    async def map(
        self, function: Callable[[I], Awaitable[O]], items: Iterable[I], *, max_concurrency: int | None = None
    ) -> list[Outcome[I, O]]:
        """Applies a method to many items, so many at a time.

        Args:
            function: What to do with each item.
            items: The items.
            max_concurrency: How many at a time; the client's own number when not given.

        Returns:
            An `Outcome` per item, in their order: its result, or the exception that it ended in.

        Example:
            >>> outcomes = await fh.map(fh.devices.get_state, ["7CTDEXAMPLE0001", "1581FEXAMPLE00001"])
            >>> [outcome.ok for outcome in outcomes]
            [True, True]
        """
        from .core.concurrency import map_concurrent

        width = self._configuration.max_concurrency if max_concurrency is None else max_concurrency
        if width < 1:
            raise InvalidArgument("max_concurrency", f"must be at least 1, not {width}")
        return await map_concurrent(function, items, width)

    async def request(
        self,
        method: str,
        path: str,
        *,
        json: Mapping[str, Any] | None = None,
        query: Mapping[str, str | Sequence[str]] | None = None,
        request_options: RequestOptions | None = None,
    ) -> Any:
        """Sends a request that no method covers, with the same key, project and errors, and without repeating it.

        Args:
            method: HTTP method.
            path: Path below the base URL, such as `/openapi/v0.1/workflow`, already percent-encoded.
            json: Members of the body.
            query: Members of the query. One that is a list is repeated, once for each of its items.
            request_options: What to set for this call alone. `retry` lets it be repeated as if it were safe.

        Returns:
            The `data` of the response as the server sent it, None where there is none.

        Raises:
            InvalidArgument: The method or the path cannot be right.
            OutcomeUnknown: The response to anything but a GET was lost.
            FlightHubError: The call failed.

        Example:
            >>> data = await fh.request("GET", "/openapi/v0.1/project", query={"usage": "simple"})
        """
        from flighthub_runtime.operations import free_request

        json, query = mask_argument(json), mask_argument(query)
        request_options = mask_argument(request_options)
        settings = Options(request_options, self._configuration, self._project)
        if not (request_options and request_options.get("retry")):
            settings.retry = Retry(attempts=1)
        request = free_request(
            method,
            path,
            None if json is None else mapping_of(json, "json"),
            query_members(query, "query"),
            safe=settings.retry.attempts > 1,
        )
        settings.check_operation(request.operation)
        end = monotonic() + settings.deadline
        project = await self._project_of(request.operation, settings)
        return (await self._send(request, settings, project, end)).envelope.get("data")

    async def doctor(self, *, request_options: RequestOptions | None = None) -> Report:
        """Examine what this client depends on, and say what is wrong and what to do about it.

        Looks at the organization key, the host with its name and certificate, the clock, the project, permissions and
        the object store. A few calls that read are sent, each once; nothing is written or started. Each check takes
        some ten seconds at most, and one that fails is a finding, not an exception.

        Args:
            request_options: What to set for each call, over ten seconds and a single attempt; its project is looked at
                instead of the client's.

        Returns:
            Report: A sequence of findings, each with a level, a text and what to do. `ok` tells whether there is no
            problem; print it for a table.

        Example:
            >>> report = await fh.doctor()
            >>> print(report)
        """
        from .doctor import examine

        request_options = mask_argument(request_options)
        return await examine(
            self, Options(request_options, self._configuration, self._project).project, request_options
        )

    async def conformance(
        self,
        *,
        projects: Sequence[str | UUID] | None = None,
        requests_per_second: float = 2.0,
        max_requests: int = 200,
        request_options: RequestOptions | None = None,
    ) -> ConformanceReport:
        """Find out whether the server does what is documented, without showing anybody's data.

        Calls what only reads, one request after another, each once: what belongs to the organization, then what belongs
        to the projects. Nothing is written, started or spent. What comes back is kept as shapes: members and their
        types, null or missing, magnitudes, and values of enums and codes that are not listed; never a value itself.

        Args:
            projects: Ids or names of the projects to look at. Without it, the client's own, if it has one.
            requests_per_second: How many requests are sent in a second at most, above 0.
            max_requests: How many requests are sent in all at most, 1 or more.
            request_options: What to set for each of its calls. They are never repeated.

        Returns:
            ConformanceReport: What is confirmed, contradicted, never seen, and unknown to the documentation. It can be
            printed, and saved as a JSON file.

        Raises:
            InvalidArgument: A number is out of its range.
            AuthenticationError: The server does not accept the key.
            ConnectionFailed: The server could not be reached.

        Documentation: all pages whose operation only reads.

        Example:
            >>> report = await fh.conformance(requests_per_second=100)
            >>> report.contradicted
            ()
        """
        from .conformance import run

        if not requests_per_second > 0:
            raise InvalidArgument("requests_per_second", f"must be above 0, not {requests_per_second}")
        if max_requests < 1:
            raise InvalidArgument("max_requests", f"must be at least 1, not {max_requests}")
        named = None if projects is None else [str(each).strip() for each in projects]
        return await run(self, named, requests_per_second, max_requests, request_options)

    @overload
    async def sync(self, *, dry_run: Literal[False] = False, **arguments: Unpack[SyncArguments]) -> SyncSummary: ...
    @overload
    async def sync(self, *, dry_run: Literal[True], **arguments: Unpack[SyncArguments]) -> SyncPlan: ...
    @overload
    async def sync(self, *, dry_run: bool, **arguments: Unpack[SyncArguments]) -> SyncSummary | SyncPlan: ...
    async def sync(
        self,
        *,
        to: Path | str,
        projects: Sequence[str | UUID] | None = None,
        include: Collection[str] | None = None,
        since: datetime | None = None,
        verify: bool = False,
        storage_options: Mapping[str, str | Secret] | None = None,
        dry_run: bool = False,
        max_projects: int = 4,
        max_concurrency: int | None = None,
        timeout: float | None = None,
        cancel: Event | None = None,
        progress: Progress | None = None,
        request_options: RequestOptions | None = None,
    ) -> SyncSummary | SyncPlan:
        """Fetch what is new of projects to a folder or an object store: media, tracks and tables.

        Each dataset is a folder, in parts by `project=…/date=…/dock=…`: media as they are, everything else as Parquet,
        with places as GeoParquet. Dates are days in UTC: of the planned start of a flight, or of the run. A file gets
        its name once it is complete. `manifest` has a row for each file, with its hash and where it was taken.

        The next run goes on where this one ended, however it ended: the day of the last run is listed once more, and so
        is what was not to be had or was still being uploaded, for 30 days. A file that is there is not fetched again,
        unless its size or its time of change on the server is another one. Two runs may write different projects to
        the same target at once; to a folder, a second one of the same project is refused. Needs the extra `tables`,
        and for object stores the extra `storage`.

        Args:
            to: Folder, or URL of an object store that obstore knows, such as `s3://bucket/folder`.
            projects: Ids or names of the projects; all that the key sees when not given.
            include: Some of `media`, `tracks`, `flight_tasks`, `detections`, `devices`, `states`, `alerts`,
                `waylines`, `models` and `stream_forwarders`; all of them when not given.
            since: From when on the first run fetches flights, with a time zone; since the project was made when not
                given. An earlier moment than that of former runs has the time between fetched as well.
            verify: Whether all flights since the first run's are looked at again, and the size and ETag of each file on
                the server are compared with what is there. It costs a request for each file.
            storage_options: Settings of the object store, such as `endpoint`, over the variables of the environment.
            dry_run: Whether to only count what would be fetched. Nothing is fetched or written then.
            max_projects: Projects at a time, 1 or more.
            max_concurrency: Calls, or files, at a time in each project, 1 or more; the client's own number when not
                given.
            timeout: Seconds that it may take; no limit when not given. What is there stays, for another run.
            cancel: Set it, from any thread, to end the job.
            progress: Called with files and bytes, for the job `sync`.
            request_options: What to set for each call. It may name no project.

        Returns:
            SyncSummary: What was fetched of each project, and what was not to be had, with the reasons; or a
            `SyncPlan` with counts and sizes, when `dry_run` is set.

        Raises:
            InvalidArgument: An argument cannot be right, or there is no such project; nothing was fetched.
            ConfigurationError: An extra is not installed.
            TransferError: The target cannot be written to, or another run writes the same project to the folder.
            WaitCancelled: `cancel` was set.
            WaitTimeout: It was not complete in time.
            FlightHubError: The projects could not be listed, or the server cannot be reached any more.

        Documentation: "Get the list of projects under the organization", "Obtain flight task list", "Obtain media
        resources generated by the Flight task", "Obtain Flight task trajectory information".

        Example:
            >>> found = await fh.sync(to=folder, include={"waylines", "flight_tasks"})
            >>> found.raise_for_errors()
        """
        from .nightly.sync import sync

        return await sync(
            self,
            to,
            projects=projects,
            include=include,
            since=since,
            verify=verify,
            storage_options=mask_argument(storage_options),
            dry_run=dry_run,
            max_projects=max_projects,
            max_concurrency=max_concurrency,
            timeout=timeout,
            cancel=cancel,
            progress=progress,
            request_options=mask_argument(request_options),
        )

    async def aclose(self) -> None:
        """Closes all connections, unless they are another client's. The client cannot be used afterwards."""
        if self._owns_transport:
            await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def __copy__(self) -> Self:
        raise TypeError(_NOT_COPIED)

    def __deepcopy__(self, memo: object) -> Self:
        raise TypeError(_NOT_COPIED)

    @classmethod
    def _from_pickle(
        cls, configuration: Configuration, project: str | None, hooks: tuple[str | None, str | None]
    ) -> Self:
        made = cls.__new__(cls)
        made._begin(configuration, *(None if name is None else import_function(name) for name in hooks))
        made._project = project
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        if self._recorders:
            raise TypeError("a client with a recorder is not pickled: remove_recorder(...) first, or record elsewhere")
        hooks = tuple(
            None if hook is None else function_origin(hook, name).name
            for name, hook in zip(("on_request", "on_response"), self._hooks, strict=True)
        )
        return type(self)._from_pickle, (self._configuration, self._project, hooks)

    def __repr__(self) -> str:
        configuration = getattr(self, "_configuration", None)
        where = "nothing yet" if configuration is None else f"{configuration.base_url}"
        where += f", project {self._project}" if hasattr(self, "_project") else ""
        return f"<{type(self).__name__} of {where}>"
