"""Operations as the methods that call them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol

from generator.docstrings import WIDTH, docstring_lines, wrap
from generator.documents import Document, SpecError
from generator.python.classes import ClassDescriber
from generator.python.members import MemberView
from generator.python.types import LIMITS, Described, json_as_python, kind_of
from generator.schema_access import (
    body_schema,
    data_schema,
    edition_label,
    edition_of,
    editions,
    enum_values,
    members,
    only_choice,
    result_member,
)

_FILLED = {
    "project": "The project of the client, or of request_options, where it is not given.",
    "organization": "The organization of the key where it is not given, which is looked up once.",
}
"""What is said of a parameter that the client fills in."""


class Describer(ClassDescriber):
    """Describes all parts of one document."""

    def call(self, operation: Document, parsed: Endpoint) -> dict[str, Any]:
        """An operation as the group's template prints it."""
        notes = operation["x-flighthub"]
        own = {(p["name"], p["in"]): p for p in operation["parameters"] if "$ref" not in p}
        sides: dict[str, list[MemberView]] = {"path": [], "query": []}
        filled: dict[str, str] = {}
        for side, properties in (("path", parsed.path_parameters), ("query", parsed.query_parameters)):
            for each in properties:
                parameter = own.pop((each.name.get_untrusted_value(), side))
                schema = {**parameter["schema"], "description": parameter["description"]}
                if "x-flighthub" in parameter:
                    schema["x-flighthub"] = {**schema.get("x-flighthub", {}), **parameter["x-flighthub"]}
                source = schema.get("x-flighthub", {}).get("filled_from")
                if source is not None:
                    filled[parameter["name"]] = source
                    schema["description"] = f"{schema['description'].strip()} {_FILLED[source]}"
                sides[side].append(
                    self.member(
                        parameter["name"],
                        schema,
                        required=parameter.get("required", False) and source is None,
                        answer=False,
                        repeated=schema.get("type") == "array" and parameter.get("explode") is True,
                    )
                )
        if own:
            raise SpecError(f"{operation['operationId']}: the engine lost the parameters {sorted(own)}")
        body, needed_one = self._body(operation, parsed.bodies[0].prop if parsed.bodies else None)
        positional = [view for view in sides["path"] if view.wire not in filled]
        # What the client fills in comes last: it is there for those who need it.
        keywords = sorted(
            [*sides["query"], *body, *(view for view in sides["path"] if view.wire in filled)],
            key=lambda view: (view.wire in filled, not view.required),
        )
        data = data_schema(self.document, operation)
        answer = None if data is None else self.describe("data", data)
        result, row = "None", ""
        if data is not None and answer is not None:
            member = result_member(operation)
            if member is None:
                result = _records(answer)
            else:
                shown = self.describe(member, members(self.document, data)[member])
                result, row = _records(shown), shown.read.removeprefix("builtins.list[").removesuffix("]")
                answer = Described(answer.read, answer.write, answer.codec, shown.models, shown.enums)
        everything = [*positional, *keywords]
        for name, count in Counter([*(each.attribute for each in everything), "self", "request_options"]).items():
            if count > 1 or not name.isidentifier():
                raise SpecError(f"{operation['operationId']}: no argument of its own can be made of {name}")
        view = {
            "constant": notes["method"].upper(),
            "operation_id": operation["operationId"],
            "method": notes["method"],
            "path": sides["path"],
            "query": sides["query"],
            "body": body,
            "positional": positional,
            "filled": filled,
            "has_body": "requestBody" in operation,
            "at_least_one_of": needed_one,
            "keywords": keywords,
            "arguments": everything,
            "answer": answer.codec if answer else None,
            "result": result,
            "row": row,
            "paging": self._paging(operation),
            "models": set().union(*(each.models for each in everything), answer.models if answer else set()),
            "enums": set().union(*(each.enums for each in everything), answer.enums if answer else set()),
        }
        view["details"] = {
            "summary": operation["summary"].rstrip("."),
            "arguments": [
                self._argument(each, place)
                for each in everything
                for place, views in (("path", sides["path"]), ("query", sides["query"]), ("body", body))
                if any(each is view for view in views)
            ],
        }
        view["doc"] = {prefix: self._call_doc(operation, view, prefix) for prefix in ("", "Async")}
        return view

    def _argument(self, view: MemberView, place: str) -> dict[str, Any]:
        """An argument as programs read of it; what is as usual is left out.

        Args:
            view: The argument, or a member of one that is an object.
            place: Where the argument goes; empty for a member.
        """
        schema = self._resolved(view.schema)
        item = self._resolved(schema["items"]) if isinstance(schema.get("items"), dict) else {}
        named = item if item else schema
        values = enum_values(named)
        notes = schema.get("x-flighthub", {})
        usual = {
            "required": view.required,
            "secret": bool(view.mask),
            "unit": notes.get("unit") or notes.get("time") or "",
            "enum": next(iter(view.enums)) if values and len(view.enums) == 1 else "",
            "values": tuple(
                each for each in values or () if each not in named.get("x-flighthub", {}).get("answer_only", [])
            ),
            "limits": tuple((name, schema[name]) for name in LIMITS if name in schema and name != "uniqueItems"),
            "items": kind_of(item) if item else "",
            "filled_from": notes.get("filled_from", ""),
            "members": self._members_of_argument(schema) if place and kind_of(schema) == "object" else (),
        }
        return {
            "name": view.attribute,
            "wire": view.wire,
            "place": place or "body",
            "kind": kind_of(schema),
            "text": view.text,
            **{name: value for name, value in usual.items() if value},
        }

    def _members_of_argument(self, schema: Document) -> tuple[dict[str, Any], ...]:
        """The members of an object, without those of objects in it."""
        needed = set(schema.get("required", []))
        return tuple(
            self._argument(self.member(name, each, required=name in needed, answer=False), "")
            for name, each in members(self.document, schema).items()
        )

    def _resolved(self, schema: Document) -> Document:
        """A schema with what it refers to, its own words first."""
        if "anyOf" in schema:
            return {
                **self._resolved(only_choice(schema)),
                **{name: each for name, each in schema.items() if name != "anyOf"},
            }
        if "$ref" not in schema:
            return schema
        target = self._resolved(self.schemas[schema["$ref"].rpartition("/")[2]])
        notes = {**target.get("x-flighthub", {}), **schema.get("x-flighthub", {})}
        own = {name: each for name, each in schema.items() if name != "$ref"}
        return {**target, **own, **({"x-flighthub": notes} if notes else {})}

    def _body(
        self, operation: Document, parsed: PropertyProtocol | None
    ) -> tuple[list[MemberView], tuple[str, ...] | None]:
        schema = body_schema(operation)
        if schema is None:
            return [], None
        if not isinstance(parsed, ModelProperty):
            raise SpecError(f"{operation['operationId']}: the engine lost the request body")
        target = self.schemas[schema["$ref"].rpartition("/")[2]]
        described = members(self.document, target)
        needed = set(target.get("required", []))
        views = [self.member(name, each, required=name in needed, answer=False) for name, each in described.items()]
        one = target.get("x-flighthub", {}).get("at_least_one_of")
        return views, tuple(one) if one else None

    def _paging(self, operation: Document) -> str | None:
        paging = operation["x-flighthub"]["paging"]
        if paging == "none":
            return None
        size = next(p for p in operation["parameters"] if p.get("name") == paging["size"])["schema"]["default"]
        total = f", {paging['total']!r}" if "total" in paging else ""
        return f"Paging({paging['page']!r}, {paging['size']!r}, {size}, {paging.get('unpaged', {})!r}{total})"

    def _call_doc(self, operation: Document, view: dict[str, Any], prefix: str) -> str:
        notes = operation["x-flighthub"]
        lines = [operation["summary"].rstrip(".") + ".", "", *wrap(operation["description"], 8), "", "Args:"]
        for each in view["arguments"]:
            lines += wrap(f"{each.attribute}: {each.text}", 12, hanging=4)
        lines += ["    request_options: What to set for this call alone: project, timeout, extra members."]
        answer = operation["responses"]["200"]["description"]
        if view["result"] != "None":
            shape = f"Pager[{view['row']}]" if view["paging"] else view["result"].replace("builtins.", "")
            lines += ["", "Returns:", *wrap(f"{shape}: {answer}", 12, hanging=4)]
        lines += ["", "Raises:"]
        lines += wrap(
            "InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.",
            12,
            hanging=4,
        )
        if "organization" in view["filled"].values():
            lines += wrap(
                "ConfigurationError: Which organization is meant cannot be learned; the call was not sent.",
                12,
                hanging=4,
            )
        if notes["retry"] != "safe":
            lines += wrap(
                f"OutcomeUnknown: The response was lost, and the call may have been carried out. {notes['next_step']}",
                12,
                hanging=4,
            )
        lines += wrap("FlightHubError: The call failed; the subclass, its code and its hint say why.", 12, hanging=4)
        source, edition = notes["source"], edition_of(self.document, operation)
        fact = f'Documentation: "{notes["page"]}" ({source["reference"]}, {source["dated"]}; {notes["confidence"]}). '
        fact += f"Effect: {notes['effect']}. Repeating: {notes['retry']}."
        if edition != self.document["info"]["version"]:
            label = edition_label(editions(self.document)[edition])
            fact = f"{label}, not part of {self.document['info']['version']}. {fact}"
        lines += [
            "",
            *wrap(fact, 8),
            "",
            "Example:",
            *("    " + line for line in self._example(operation, view, prefix)),
        ]
        return docstring_lines(lines, 8)

    def _example(self, operation: Document, view: dict[str, Any], prefix: str) -> list[str]:
        request = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
        values = dict(request.get("examples", {}).get("default", {}).get("value", {}))
        for parameter in operation["parameters"]:
            if "example" in parameter:
                values[parameter["name"]] = parameter["example"]
        missing = [each.wire for each in view["arguments"] if each.required and each.wire not in values]
        if missing:
            raise SpecError(
                f"{operation['operationId']}: no example for {missing}; a required parameter has an `example`"
            )
        given = [json_as_python(values[each.wire]) for each in view["positional"]]
        given += [
            f"{each.attribute}={json_as_python(values[each.wire])}"
            for each in view["keywords"]
            if each.wire in values and each.wire not in view["filled"]
        ]
        notes = operation["x-flighthub"]
        call = f"{'await ' if prefix else ''}fh.{notes['group']}.{notes['method']}"
        target = "" if view["result"] == "None" else "answer = "
        line = f">>> {target}{call}({', '.join(given)})"
        lines = (
            [line]
            if len(line) + 12 <= WIDTH
            else [f">>> {target}{call}(", *(f"...     {each}," for each in given), "... )"]
        )
        return lines


def _records(described: Described) -> str:
    """The annotation of a result: a list of models is one of records."""
    if not described.codec.startswith("ListOf(ObjectOf("):
        return described.read
    return f"Records[{described.read.removeprefix('builtins.list[').removesuffix(']')}]"
