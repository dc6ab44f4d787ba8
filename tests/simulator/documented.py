"""An HTTP client that knows only the documentation: the bundle's operations, examples and schemas, and no line of ours.

Here belongs what a test needs to talk to the simulator; what the simulator must answer belongs in the tests.
"""

from __future__ import annotations

import copy
import http.client
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import jsonschema_rs
from client.transcription import bundle

from flighthub_simulator import Simulator

Json = dict[str, Any]

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def has_envelope(self) -> bool:
        try:
            return isinstance(self.json, dict)
        except ValueError:
            return False


@dataclass(frozen=True)
class Operation:
    """One operation as the bundle describes it."""

    method: str
    path: str
    described: Json = field(repr=False)

    @property
    def id(self) -> str:
        name: str = self.described["operationId"]
        return name

    @property
    def is_of_project(self) -> bool:
        return bool(self.described["x-flighthub"]["scope"] == "project")

    @property
    def parameters(self) -> list[Json]:
        return [resolved(each) for each in self.described["parameters"]]

    @property
    def bodies(self) -> dict[str, Any]:
        """The example bodies by their names; none where the operation takes no body."""
        content = self.described.get("requestBody", {}).get("content", {}).get("application/json", {})
        return {name: copy.deepcopy(each["value"]) for name, each in content.get("examples", {}).items()}

    @property
    def body_schema(self) -> Json:
        return resolved(self.described["requestBody"]["content"]["application/json"]["schema"])

    @property
    def query(self) -> dict[str, str]:
        """The example of the query members that must be there."""
        return {
            each["name"]: _as_text(each["example"])
            for each in self.parameters
            if each["in"] == "query" and each.get("required")
        }

    @property
    def target_path(self) -> str:
        """The path, filled with the examples."""
        given = {each["name"]: quote(str(each["example"])) for each in self.parameters if each["in"] == "path"}
        return self.path.format_map(given)

    def target(self, **query: str) -> str:
        """Path and query as the examples have them, with members changed or added."""
        asked = {**self.query, **query}
        return f"{self.target_path}?{urlencode(asked)}" if asked else self.target_path

    def deviations(self, answer: Any) -> list[str]:
        """In which points an answer departs from the schema."""
        schema = self.described["responses"]["200"]["content"]["application/json"]["schema"]
        validator = jsonschema_rs.Draft202012Validator(placed(schema), registry=components())
        return [f"{'/'.join(map(str, each.instance_path))}: {each.message}" for each in validator.iter_errors(answer)]


@cache
def components() -> jsonschema_rs.Registry:
    """The components of the bundle, which are taken in once and not once for each answer."""
    return jsonschema_rs.Registry([("bundle:/", {"components": bundle()["components"]})])


def placed(value: Any) -> Any:
    """A schema with references into the registry."""
    if isinstance(value, dict):
        return {key: f"bundle:/{each}" if key == "$ref" else placed(each) for key, each in value.items()}
    return [placed(each) for each in value] if isinstance(value, list) else value


def resolved(described: Json) -> Json:
    """What a `$ref` points to, or the thing itself."""
    while "$ref" in described:
        found: Json = bundle()
        for step in described["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        described = found
    return described


@cache
def operations() -> tuple[Operation, ...]:
    return tuple(
        Operation(method.upper(), path, described)
        for path, item in bundle()["paths"].items()
        for method, described in item.items()
        if method.upper() in METHODS
    )


def operation(operation_id: str) -> Operation:
    (found,) = (each for each in operations() if each.id == operation_id)
    return found


def secret_members() -> set[str]:
    """The names of the members that the bundle marks as secret."""
    return {name for name, schema in _properties(bundle()) if schema.get("format") == "password"}


def values_of(names: set[str], value: Any) -> Iterator[str]:
    """The texts that stand under these names, however deep."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in names and isinstance(inner, str) and inner:
                yield inner
            yield from values_of(names, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from values_of(names, inner)


def credentials(simulator: Simulator) -> dict[str, str]:
    """The headers of somebody who may do everything."""
    return {"X-User-Token": simulator.token, "X-Project-Uuid": simulator.project}


def send(
    base_url: str,
    method: str,
    target: str,
    *,
    headers: Mapping[str, str],
    body: Any = None,
    timeout: float = 20,
) -> Answer:
    """Sends one request on a connection of its own. A body that is not bytes is sent as JSON."""
    connection = http.client.HTTPConnection(urlsplit(base_url).netloc, timeout=timeout)
    try:
        sent = dict(headers)
        if body is not None:
            sent["Content-Type"] = "application/json"
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        connection.request(method, target, body=data, headers=sent)
        response = connection.getresponse()
        named = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, named, response.read())
    finally:
        connection.close()


def ask(
    simulator: Simulator,
    name: str,
    query: Mapping[str, str] | None = None,
    *,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Sends the documented example of an operation, by default with the right credentials."""
    called = operation(name)
    return send(
        simulator.base_url,
        called.method,
        called.target(**(query or {})),
        headers=credentials(simulator) if headers is None else headers,
        body=called.bodies.get("default"),
    )


def _as_text(value: Any) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _properties(value: Any) -> Iterator[tuple[str, Json]]:
    if isinstance(value, dict):
        for name, schema in value.get("properties", {}).items():
            if isinstance(schema, dict):
                yield name, schema
        for inner in value.values():
            yield from _properties(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _properties(inner)
