"""What is known of an operation, how its request is built and its response read. Nothing here sends anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar, cast
from urllib.parse import quote
from uuid import UUID

from .annotations import lazy_type
from .problems import InvalidArgument
from .public_names import exported
from .secrets import Masked, MaskedMapping, Secret, find_secrets
from .wire import as_code, is_list, parse_json

if TYPE_CHECKING:
    from .codecs import Codec, ListResidue, WireResidue
    from .models import Members
    from .operation_details import Argument, OperationDetails
else:
    Argument = lazy_type(".operation_details", "Argument", __package__)
    OperationDetails = lazy_type(".operation_details", "OperationDetails", __package__)
    ListResidue = lazy_type(".codecs", "ListResidue", __package__)
    WireResidue = lazy_type(".codecs", "WireResidue", __package__)
    Codec = lazy_type(".codecs", "Codec", __package__)
    Members = lazy_type(".models", "Members", __package__)

T = TypeVar("T")


class Operation(NamedTuple):
    """An operation of the API, as the transcription describes it.

    Attributes:
        operation_id: Its id, such as `createFlightTask`.
        http_method: `GET`, `POST`, `PUT` or `DELETE`.
        path: The path below the base URL, with `{names}` for its parameters.
        scope: `organization`, or `project` where the call acts on one.
        effect: `read`, `write`, or `dangerous`: moves an aircraft, takes control, spends quota or destroys data.
        retry: `safe` to repeat, `rejected-only` where the server certainly did not act, or `never`.
        group: The client's group, such as `flight_tasks`.
        method: The method of the group, such as `create`.
        confidence: `documented`, `observed` in a real answer, or `inferred`.
        result: The member of `data` that is the response, `data` for the whole of it, or `none`; `data.data` is a
            member of that name.
        sends_project: Whether the header that names the project belongs to it: always, or where one is known.
        page: The title of the documentation page.
        next_step: How to find out what happened after a lost answer; empty where a repeat is safe.
        edition: The edition of the API that has it, a key of `flighthub.API.editions`; empty for a request that the
            transcription does not have.
        package: The generated package that has it; None for a request that the transcription does not have.
    """

    operation_id: str
    http_method: str
    path: str
    scope: str
    effect: str
    retry: str
    group: str
    method: str
    confidence: str
    result: str
    sends_project: bool
    page: str
    next_step: str
    edition: str = ""
    package: str | None = None

    @property
    def summary(self) -> str:
        """What it does, in a line; empty for a request that the transcription does not have."""
        return self._details.summary

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """Its arguments: text, kind, unit, limits, values, whether secret. Imported when first asked for."""
        return self._details.arguments

    @property
    def _details(self) -> OperationDetails:
        if self.package is None:
            from .operation_details import OperationDetails

            return OperationDetails("", ())
        details: Mapping[str, OperationDetails] = import_module(".operation_details", self.package).DETAILS
        return details[self.operation_id]

    @property
    def result_member(self) -> str | None:
        """The member of `data` that is the answer; None for the whole of it, or for nothing."""
        return None if self.result in ("data", "none") else self.result.removeprefix("data.")

    @property
    def name(self) -> str:
        """How the client calls it, such as `flight_tasks.create`."""
        return f"{self.group}.{self.method}"


class OperationCatalogue(Mapping[str, Operation]):
    """All operations by their ids. Those of a group are imported with its module, when one of them is asked for.

    Args:
        groups: The group of each operation.
        package: The package whose modules have them, under the names of the groups.
    """

    def __init__(self, groups: Mapping[str, str], package: str) -> None:
        self._groups = groups
        self._package = package

    def __getitem__(self, operation_id: str) -> Operation:
        module = import_module(f".{self._groups[operation_id]}", self._package)
        return cast("Operation", module.OPERATIONS[operation_id])

    def __iter__(self) -> Iterator[str]:
        return iter(self._groups)

    def __len__(self) -> int:
        return len(self._groups)

    def __repr__(self) -> str:
        return f"<{len(self)} operations of {self._package.rpartition('.')[0]}>"


class ErrorCode(NamedTuple):
    """A business code, as the transcription describes it.

    Attributes:
        code: The number in the member `code` of the envelope.
        meaning: What it says.
        error_class: The name of the exception it becomes.
        retryable: `never`, `reads`, `always`, or the ids of the operations that may be repeated for it.
        hint: What to do about it.
        confidence: How sure it is that this edition uses the number so.
        nothing: The operations that response it where there is nothing, or nothing yet.
    """

    code: int
    meaning: str
    error_class: str
    retryable: str | tuple[str, ...]
    hint: str
    confidence: str
    nothing: tuple[str, ...] = ()

    @property
    def hint_id(self) -> str:
        """The id of the hint, by which a catalogue of translations knows it."""
        return f"code.{self.code}"

    def allows_repeating(self, operation: Operation) -> bool:
        """Whether repeating the operation can help after this code."""
        if isinstance(self.retryable, tuple):
            return operation.operation_id in self.retryable
        return self.retryable == "always" or (self.retryable == "reads" and operation.effect == "read")


class Request:
    """A request, complete but for what every request carries: base URL, key, project and request id.

    Attributes:
        operation: What is called.
        path: The path below the base URL, its parameters filled in.
        query: Members of the query.
        body: Members of the body; None where there is none.
        unfilled: What the client has to fill in first, `project` or `organization` by the name of the parameter; such
            a parameter of the path still stands there in braces.
        project: Id of the project that an argument names, None where none does.
        parse: Parses the body of the response, or raises ValueError.
    """

    __slots__ = ("body", "operation", "parse", "path", "project", "query", "unfilled")

    def __init__(
        self,
        operation: Operation,
        path: str,
        query: Mapping[str, str | list[str]] | MaskedMapping,
        body: Mapping[str, Any] | MaskedMapping | None,
        unfilled: Mapping[str, str] | None = None,
        project: str | None = None,
        parse: Callable[[bytes], Any] = parse_json,
    ) -> None:
        self.operation = operation
        self.path = path
        self.query = query
        self.body = body
        self.unfilled = unfilled or {}
        self.project = project
        self.parse = parse

    def fill(self, values: Mapping[str, str]) -> Request:
        """The complete request.

        Args:
            values: The project and the organization, as far as `unfilled` names them.
        """
        path, query = self.path, {**self.query}
        for name, source in self.unfilled.items():
            place = f"{{{name}}}"
            if place in path:
                path = path.replace(place, _path_segment(name, values[source]))
            else:
                query[name] = values[source]
        return Request(self.operation, path, query, self.body, project=self.project, parse=self.parse)

    def find_secrets(self) -> Iterator[Secret]:
        """The secrets that travel in it."""
        return find_secrets(self.query, self.body)

    def __repr__(self) -> str:
        return f"<Request of {self.operation.name}>"


class Paging(NamedTuple):
    """How a list is walked page by page.

    Attributes:
        page: The query member for the number of a page.
        size: The query member for the rows per page.
        default_size: Rows per page, where the call does not say.
        unpaged: The query members that turn paging off, with their values.
        total: Where below `data` the number of all rows stands, as `pagination.total`; None where nothing tells it.
    """

    page: str
    size: str
    default_size: int
    unpaged: Mapping[str, str]
    total: str | None = None


class Answer(Generic[T]):
    """A response, unwrapped: what stands in the envelope, and its result.

    Attributes:
        code: 0 for success; the failure's number otherwise. None where the response has no such number.
        message: The server's text, unchanged.
        data: The whole `data`, read as far as it is described.
        result: The part of it that the operation is called for.
    """

    __slots__ = ("_bare", "_codec", "_has_data", "_member", "_residue", "_rest", "code", "data", "message")

    def __init__(self, envelope: Mapping[str, Any] | MaskedMapping, codec: Codec | None, member: str | None) -> None:
        self.code = as_code(envelope.get("code"))
        self.message = envelope.get("message")
        self._codec = codec
        self._member = member
        data = envelope.get("data")
        # Some editions answer the bare list where the documentation wraps it in an object.
        self._bare = isinstance(data, list) and member is not None and _is_list_in(codec, member)
        self.data: Any = None
        residue: WireResidue | ListResidue | None = None
        if codec is not None:
            self.data, residue = codec.read({member: data} if self._bare else data)
        self._residue = Masked(residue)
        self._has_data = "data" in envelope
        self._rest = MaskedMapping({name: envelope[name] for name in envelope if name != "data" or self.data is None})

    @property
    def result(self) -> T:
        """The response proper. Where the response has none it is empty: no items, or an object without values."""
        if self._codec is None:
            return cast(T, None)
        data: Any = self._codec.empty_value() if self.data is None else self.data
        if self._member is None:
            return cast(T, data)
        found = getattr(data, self._member)
        return cast(T, data.__wire__.codec_of(self._member).empty_value() if found is None else found)

    def count_at(self, path: str) -> int | None:
        """The whole number at a dotted path below `data`; None where there is none."""
        found = self.data
        for step in path.split("."):
            found = getattr(found, step, None)
        return found if type(found) is int else None

    def to_dict(self) -> dict[str, Any]:
        """The whole response as it arrived, with the changes made to `data` since."""
        made = dict(self._rest)
        if self.data is not None and self._codec is not None:
            written = self._codec.restore(self.data, self._residue.reveal())
            if self._has_data or written is not None:
                made["data"] = written.get(self._member) if self._bare else written
        return made

    def deviations(self) -> Iterator[str]:
        """Each point in which the response departs from the documentation, as a sentence."""
        if type(self._rest.get("code")) is not int:
            yield "code is not a number"
        for name in set(self._rest) - {"code", "message", "data"}:
            yield f"{name} is not documented"
        if self._bare:
            yield "data is a bare list"
        elif self._has_unexpected_form():
            yield "data has an unexpected form"
        if self.data is not None and self._codec is not None:
            yield from self._codec.deviations(self.data, "data")

    def _has_unexpected_form(self) -> bool:
        from .codecs import ManyOf, WireResidue

        codec, residue = self._codec, self._residue.reveal()
        if codec is None or residue is None:
            return False
        if isinstance(residue, WireResidue):
            return residue.raw_value is not None and not codec.is_documented_form(residue)
        return not (isinstance(codec, ManyOf) and codec.are_documented_forms(residue))


_QUERY_WORDS: Final = {True: "true", False: "false"}


@exported
class RawResponse(Generic[T]):
    """A response of the HTTP server, beside the response in it. Its `repr` shows neither headers nor body.

    Attributes:
        http_status: The HTTP status.
        headers: The headers of the response, their names in lower case.
        body: The body as it arrived, decompressed.
        request_ids: The ids of all attempts, the last one last.
        answer: The envelope, unwrapped.
    """

    __slots__ = ("answer", "body", "headers", "http_status", "request_ids")

    def __init__(
        self, http_status: int, headers: Mapping[str, str], body: bytes, request_ids: tuple[str, ...], answer: Answer[T]
    ) -> None:
        self.http_status = http_status
        self.headers = headers
        self.body = body
        self.request_ids = request_ids
        self.answer = answer

    @property
    def result(self) -> T:
        """What the method itself would have given."""
        return self.answer.result

    def __repr__(self) -> str:
        return f"<RawResponse: HTTP {self.http_status}, code {self.answer.code}, {len(self.body)} bytes>"


class Call(Generic[T]):
    """An operation with the codecs of its arguments and its response; `T` is what its method returns."""

    __slots__ = ("answer", "body", "filled", "operation", "paging", "parse", "path", "query")

    def __init__(
        self,
        operation: Operation,
        *,
        path: Members,
        query: Members,
        body: Members | None = None,
        answer: Codec | None = None,
        paging: Paging | None = None,
        filled: Mapping[str, str] | None = None,
        parse: Callable[[bytes], Any] = parse_json,
    ) -> None:
        self.operation = operation
        self.path = path
        self.query = query
        self.body = body
        self.answer = answer
        self.paging = paging
        self.filled = filled or {}
        self.parse = parse

    def parsed_by(self, parse: Callable[[bytes], Any]) -> Call[None]:
        """The same call, the `data` of whose response is left as another parser made it.

        Args:
            parse: Parses the body of the response, or raises ValueError.
        """
        return Call(self.operation, path=self.path, query=self.query, body=self.body, filled=self.filled, parse=parse)

    def request(self, arguments: Mapping[str, Any]) -> Request:
        """Builds the request, or raises `InvalidArgument` before anything is sent.

        Args:
            arguments: The arguments by their names on the wire; None means not given. What the client fills in then
                stands in the `unfilled` of the request.
        """
        given = {name: value for name, value in arguments.items() if value is not None}
        path_names, query_names = self.path.names, self.query.names
        parts = self.path.check({name: value for name, value in given.items() if name in path_names})
        query = self.query.check({name: value for name, value in given.items() if name in query_names})
        rest = {name: value for name, value in given.items() if name not in path_names and name not in query_names}
        body = None if self.body is None else self.body.check(rest)
        unfilled: dict[str, str] = {}
        project: str | None = None
        for name, source in self.filled.items():
            place = parts if name in path_names else query
            if name not in place:
                unfilled[name] = source
                continue
            place[name] = _uuid(name, place[name])
            if source == "project":
                project = place[name]
        segments = {name: _path_segment(name, value) for name, value in parts.items()}
        if unfilled:
            segments |= {name: f"{{{name}}}" for name in unfilled}
        texts = {name: _query_value(value, name in self.query.repeated) for name, value in query.items()}
        return Request(
            self.operation, self.operation.path.format_map(segments), texts, body, unfilled, project, self.parse
        )

    def read(self, envelope: Mapping[str, Any] | MaskedMapping) -> Answer[T]:
        """Reads an envelope. Never raises; what does not fit is kept beside what does."""
        return Answer(envelope, self.answer, self.operation.result_member)


def free_request(
    method: str,
    path: str,
    body: Mapping[str, Any] | MaskedMapping | None,
    query: Mapping[str, str | list[str]] | MaskedMapping,
    *,
    safe: bool,
) -> Request:
    """A request that the transcription does not have.

    Args:
        method: HTTP method.
        path: Path below the base URL, already percent-encoded.
        body: Members of the body.
        query: Members of the query; one that is a list is repeated, once for each of its items.
        safe: Whether it may be repeated. A GET may be; whether it is, is the caller's to say.
    """
    method = method.upper()
    if not method.isalpha() or not method.isascii():
        raise InvalidArgument("method", "must be an HTTP method")
    if not path.startswith("/") or not path.isascii() or not path.isprintable() or " " in path or "#" in path:
        raise InvalidArgument("path", "must begin with a slash and be percent-encoded")
    if "?" in path:
        raise InvalidArgument("path", "must not hold a query; give query=")
    reads = method == "GET"
    operation = Operation(
        operation_id=f"{method} {path}",
        http_method=method,
        path=path,
        scope="organization",
        effect="read" if reads else "dangerous",
        retry="safe" if reads or safe else "never",
        group="request",
        method=f"{method} {path}",
        confidence="inferred",
        result="data",
        sends_project=True,
        page="",
        next_step="Read back what it should have changed.",
    )
    return Request(operation, path, query, body)


def _uuid(name: str, value: Any) -> str:
    try:
        return str(UUID(str(value)))
    except ValueError:
        pass
    raise InvalidArgument(name, "must be a UUID; leave it out, and the client fills it in")


def _is_list_in(codec: Codec | None, member: str) -> bool:
    """Whether a member of the object that a codec reads is a list."""
    from .codecs import ListOf, ObjectOf

    return isinstance(codec, ObjectOf) and isinstance(codec.model.__wire__.codec_of(member), ListOf)


def _path_segment(name: str, value: Any) -> str:
    text = str(value)
    if not text.strip():
        raise InvalidArgument(name, "must not be empty")
    if text in (".", "..") or not text.isprintable():
        raise InvalidArgument(name, "must be an id: it holds control characters or is a relative path")
    return quote(text, safe="")


def _query_value(value: Any, repeated: bool) -> str | list[str]:
    return [_query_text(each) for each in value] if repeated else _query_text(value)


def _query_text(value: Any) -> str:
    if is_list(value):
        return ",".join(map(_query_text, value))
    return _QUERY_WORDS[value] if isinstance(value, bool) else str(value)
