"""The transcription as the simulator needs it: operations with validators and examples, all from the shipped bundle."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Final

import jsonschema_rs

from flighthub_api.operations import OPERATIONS
from flighthub_runtime.operations import Operation
from flighthub_runtime.wire import is_list, is_object

from ._yaml import load

Json = dict[str, Any]

_ADDRESS: Final = "bundle:/"
"""Where validators find the bundle's components."""


class MissingParameter(ValueError):
    """A parameter that a request must have and does not.

    Args:
        name: The parameter.
    """

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is a required field")
        self.name = name


class Served:
    """An operation with what is needed to serve it."""

    def __init__(self, bundle: Json, operation: Operation, described: Json) -> None:
        self.operation = operation
        self.paging: Any = described["x-flighthub"]["paging"]
        self._parameters = [each for each in described["parameters"] if "$ref" not in each]
        self._defaults: Json = {
            each["name"]: each["schema"]["default"] for each in self._parameters if "default" in each["schema"]
        }
        content = described.get("requestBody", {}).get("content", {}).get("application/json")
        self._asked: Json | None = content["schema"] if content else None
        self._aliases = _aliases(bundle, content["schema"]) if content else {}
        self._answered: Json = described["responses"]["200"]["content"]["application/json"]

    # Made when they are used: few who start a simulator call all operations, and validators are large.

    @cached_property
    def _validators(self) -> dict[str, jsonschema_rs.Draft202012Validator]:
        return {each["name"]: validator(each["schema"], mask=True) for each in self._parameters}

    @cached_property
    def _body(self) -> jsonschema_rs.Draft202012Validator | None:
        return None if self._asked is None else validator(self._asked, mask=True)

    @cached_property
    def _answers(self) -> jsonschema_rs.Draft202012Validator:
        return validator(self._answered["schema"])

    @cached_property
    def _answer(self) -> str:
        return json.dumps(self._answered["examples"]["default"]["value"])

    def read(self, path: Mapping[str, str], query: Mapping[str, Sequence[str]], body: bytes) -> tuple[Json, Json]:
        """The query and the body of a request, in their types.

        A filter without a value, as in `status=`, and a member that is null count as absent (I: clients of the real
        server send both, and its language reads null as nothing).

        Args:
            path: The parameters of the path.
            query: All values of each member of the query.
            body: The body as it came.

        Raises:
            MissingParameter: A parameter that must be there is absent.
            ValueError: What is wrong with it, naming the member.
        """
        typed: Json = {}
        for parameter in self._parameters:
            name = parameter["name"]
            texts = [path[name]] if parameter["in"] == "path" else query.get(name)
            if not texts or not any(texts):
                if parameter.get("required"):
                    raise MissingParameter(name)
                continue
            repeated = parameter["schema"].get("type") == "array" and parameter.get("explode", True)
            schema = parameter["schema"]
            value = [_from_text(each, schema["items"]) for each in texts] if repeated else _from_text(texts[-1], schema)
            for found in self._validators[name].iter_errors(value):
                raise ValueError(f"{name}: {found.message}")
            if parameter["in"] == "query":
                typed[name] = value
        if self._body is None:
            return typed, {}
        try:
            given = json.loads(body)
            json.dumps(given, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise ValueError("the body is not JSON: it holds half a surrogate pair") from None
        except ValueError as error:
            raise ValueError(f"the body is not JSON: {error}") from None
        except RecursionError:
            raise ValueError("the body is not JSON: it is nested too deeply") from None
        checked = self._documented(_without_nulls(given))
        for found in self._body.iter_errors(checked):
            where = ".".join(map(str, found.instance_path))
            raise ValueError(f"{where}: {found.message}" if where else found.message)
        return typed, checked

    def _documented(self, given: Any) -> Any:
        """A body under the documented names of its members, where it came under one that is known from elsewhere."""
        if not is_object(given):
            return given
        return {name: value for name, value in given.items() if name not in self._aliases} | {
            self._aliases[name]: value
            for name, value in given.items()
            if name in self._aliases and self._aliases[name] not in given
        }

    def departure(self, answer: Json) -> str | None:
        """In what an answer departs from the transcription; None when it does not."""
        # Whether there are errors is known twice as quickly as which ones.
        for found in () if self._answers.is_valid(answer) else self._answers.iter_errors(answer):
            return f"{'.'.join(map(str, found.instance_path))}: {found.message}"
        return None

    def answer(self, query: Mapping[str, str]) -> Json:
        """The documented answer; of a paged list, the page that was asked for."""
        made: Json = json.loads(self._answer)
        if self.paging != "none" and not any(query.get(k) == v for k, v in self.paging.get("unpaged", {}).items()):
            number, size = (
                int(query.get(self.paging[each]) or self._defaults.get(self.paging[each], default))
                for each, default in (("page", 1), ("size", 10))
            )
            listed = self.operation.result_member
            rows = made["data"][listed][(number - 1) * size : number * size]
            made["data"][listed] = rows or None
            if self.departure(made) is not None:
                made["data"][listed] = rows
        return made


@cache
def bundle() -> Json:
    """The bundle that is shipped with the client."""
    loaded: Json = load((files("flighthub_api") / "openapi.yaml").read_bytes())
    return loaded


def example(operation_id: str) -> Any:
    """The `data` of the documented answer of an operation."""
    operation = OPERATIONS[operation_id]
    described = bundle()["paths"][operation.path][operation.http_method.lower()]
    told = described["responses"]["200"]["content"]["application/json"]["examples"]["default"]["value"]
    return json.loads(json.dumps(told["data"]))


@cache
def served() -> tuple[Served, ...]:
    """Every operation, those with fewer parameters in their path first, as `list` comes before `{task_uuid}`."""
    found = [
        Served(bundle(), operation, bundle()["paths"][operation.path][operation.http_method.lower()])
        for operation in OPERATIONS.values()
    ]
    return tuple(sorted(found, key=lambda each: (each.operation.path.count("{"), each.operation.path)))


def validator(schema: Json, *, mask: bool = False) -> jsonschema_rs.Draft202012Validator:
    """A validator of a schema of the bundle.

    Args:
        schema: The schema.
        mask: Whether its messages are not to repeat what was sent, as that may be a password.
    """
    hidden = "what was sent" if mask else None
    return jsonschema_rs.Draft202012Validator(_placed(schema), registry=_components(), mask=hidden)


@cache
def _components() -> jsonschema_rs.Registry:
    """What schemas refer to. A validator takes in only what it reaches; a copy of everything for each costs 3 MB."""
    return jsonschema_rs.Registry([(_ADDRESS, {"components": {"schemas": bundle()["components"]["schemas"]}})])


def _placed(schema: Any) -> Any:
    """A part of the bundle that can stand by itself: what it refers to has an address."""
    if is_object(schema):
        return {key: f"{_ADDRESS}{each}" if key == "$ref" else _placed(each) for key, each in schema.items()}
    return [_placed(each) for each in schema] if is_list(schema) else schema


def _without_nulls(value: Any) -> Any:
    """A value of JSON whose objects have no members that are null."""
    if is_object(value):
        return {name: _without_nulls(member) for name, member in value.items() if member is not None}
    return [_without_nulls(each) for each in value] if is_list(value) else value


def _aliases(document: Json, schema: Json) -> dict[str, str]:
    """The other spellings of a body's members, each with the documented one."""
    named = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return {
        alias: name
        for name, member in named.get("properties", {}).items()
        for alias in member.get("x-flighthub", {}).get("aliases", ())
    }


def _from_text(text: str, schema: Json) -> Any:
    """A query or path parameter as the JSON value its schema describes, or as text when it is none."""
    if "$ref" in schema:
        schema = bundle()["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if schema.get("type") == "array":
        return [_from_text(part, schema["items"]) for part in text.split(",")]
    if schema.get("type") == "integer":
        return int(text) if re.fullmatch("-?[0-9]{1,18}", text) else text
    if schema.get("type") == "boolean":
        return {"true": True, "false": False}.get(text, text)
    return text
