"""The transcription as the simulator needs it: operations with validators and examples, all from the shipped bundle."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema_rs
import yaml

from flighthub_api.operations import OPERATIONS
from flighthub_api.runtime.operations import Operation

Json = dict[str, Any]


class Served:
    """An operation with what is needed to serve it."""

    def __init__(self, bundle: Json, operation: Operation, described: Json) -> None:
        self.operation = operation
        self.paging: Any = described["x-flighthub"]["paging"]
        self._parameters = [each for each in described["parameters"] if "$ref" not in each]
        self._validators = {each["name"]: _validator(bundle, each["schema"]) for each in self._parameters}
        content = described.get("requestBody", {}).get("content", {}).get("application/json")
        self._body = _validator(bundle, content["schema"]) if content else None
        answer = described["responses"]["200"]["content"]["application/json"]
        self._answer = json.dumps(answer["examples"]["default"]["value"])

    def problem(self, path: Mapping[str, str], query: Mapping[str, str], body: bytes) -> str | None:
        """What is wrong with a request, naming the member; None when it is as documented."""
        for parameter in self._parameters:
            name = parameter["name"]
            text = (path if parameter["in"] == "path" else query).get(name)
            if text is None:
                if parameter.get("required"):
                    return f"{name} is a required field"
                continue
            for found in self._validators[name].iter_errors(_from_text(text, parameter["schema"])):
                return f"{name}: {found.message}"
        if self._body is None:
            return None
        try:
            given = json.loads(body)
            json.dumps(given, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            return "the body is not JSON: it holds half a surrogate pair"
        except ValueError as error:
            return f"the body is not JSON: {error}"
        except RecursionError:
            return "the body is not JSON: it is nested too deeply"
        for found in self._body.iter_errors(given):
            where = ".".join(map(str, found.instance_path))
            return f"{where}: {found.message}" if where else found.message
        return None

    def answer(self, query: Mapping[str, str]) -> Json:
        """The documented answer; of a paged list, the page that was asked for."""
        made: Json = json.loads(self._answer)
        if self.paging != "none" and not any(query.get(k) == v for k, v in self.paging.get("unpaged", {}).items()):
            number, size = (int(query.get(self.paging[each], default)) for each, default in (("page", 1), ("size", 10)))
            rows = made["data"][self.operation.result][(number - 1) * size : number * size]
            made["data"][self.operation.result] = rows or None
        return made


@cache
def bundle() -> Json:
    """The bundle that is shipped with the client."""
    text = (files("flighthub_api") / "openapi.yaml").read_bytes()
    loaded: Json = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    return loaded


@cache
def served() -> tuple[Served, ...]:
    """Every operation, those with fewer parameters in their path first, as `list` comes before `{task_uuid}`."""
    found = [
        Served(bundle(), operation, bundle()["paths"][operation.path][operation.http_method.lower()])
        for operation in OPERATIONS.values()
    ]
    return tuple(sorted(found, key=lambda each: (each.operation.path.count("{"), each.operation.path)))


def example_project() -> str:
    """The id of the project that the list of projects shows."""
    (found,) = (each for each in served() if each.operation.name == "projects.list")
    uuid: str = found.answer({})["data"]["list"][0]["uuid"]
    return uuid


def _validator(document: Json, schema: Json) -> jsonschema_rs.Draft202012Validator:
    """A validator whose messages do not repeat what was sent, as that may be a password."""
    return jsonschema_rs.Draft202012Validator({**schema, "components": document["components"]}, mask="what was sent")


def _from_text(text: str, schema: Json) -> Any:
    """A query or path parameter as the JSON value its schema describes, or as text when it is none."""
    if schema.get("type") == "array":
        return [_from_text(part, schema["items"]) for part in text.split(",")]
    if schema.get("type") == "integer":
        return int(text) if re.fullmatch("-?[0-9]{1,18}", text) else text
    if schema.get("type") == "boolean":
        return {"true": True, "false": False}.get(text, text)
    return text
