"""What the templates print: each model, enum and call in Python's terms.

The engine's parse gives names and structure, the bundle gives meaning: units, limits, secrets, selections, examples.
"""

from __future__ import annotations

import json
import keyword
import re
import textwrap
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from openapi_python_client import strings
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.schemas import Class

from generator.documents import Document, SpecError
from generator.names.aliases import Alias
from generator.schema_access import body_schema, data_schema, enum_values, members

WIDTH = 120

_BASES = {
    "dock": "BaseDockState",
    "aircraft": "BaseAircraftState",
    "remote_controller": "BaseControllerState",
    "any": "BaseDeviceState",
    "listed": "Device",
    "camera": "CameraOfDevice",
    "trajectory": "Trajectory",
}
"""The class of the runtime that a model derives from, by what its schema says that it is: `device` or `form`."""

LIMITS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "above",
    "minItems": "min_items",
    "maxItems": "max_items",
    "maxLength": "max_length",
    "minLength": "min_length",
    "uniqueItems": "unique",
}
"""The JSON Schema keywords that become limits, by the names the runtime has for them."""

_MEANINGS = {
    "s": "Unix seconds",
    "ms": "Unix milliseconds",
    "auto": "Unix time, milliseconds above 10^11, else seconds",
}
_UNITS = {"deg": "degrees", "percent": "percent"}


@dataclass
class Described:
    """A member, parameter or item in Python's terms."""

    read: str
    """The annotation of an attribute."""
    write: str
    """The annotation of an argument."""
    codec: str
    """The expression that makes its codec."""
    models: set[str] = field(default_factory=set)
    enums: set[str] = field(default_factory=set)


@dataclass
class MemberView:
    """A member of a model, or an argument of a call, as the templates print it."""

    wire: str
    attribute: str
    read: str
    write: str
    default: str
    table: str
    doc: str
    text: str
    required: bool
    models: set[str]
    enums: set[str]
    mask: str = ""
    """The function that an argument goes through before anything else, where it may hold a secret."""
    schema: Document = field(default_factory=dict)
    former: Alias | None = None
    """The name that an argument had."""


class Describer:
    """Describes the parts of one document."""

    def __init__(self, document: Document, identifiers: str, reserved: frozenset[str], exports: str) -> None:
        self.document = document
        self.schemas: Document = document["components"]["schemas"]
        self._identifier = re.compile(identifiers)
        self._reserved = reserved
        self._exports = exports

    # Codecs and annotations

    def describe(self, name: str, schema: Document) -> Described:
        """A schema in Python's terms; `name` is the member's, which tells identifiers from other text."""
        chosen = schema.get("x-flighthub", {}).get("selected_by")
        if chosen:
            return self._selected(name, chosen)
        if "$ref" in schema:
            return self._reference(name, schema)
        if "anyOf" in schema:
            (only,) = [part for part in schema["anyOf"] if part.get("type") != "null"]
            return self.describe(name, {**only, **{k: v for k, v in schema.items() if k != "anyOf"}})
        types = schema["type"] if isinstance(schema.get("type"), list) else [schema.get("type")]
        types = [each for each in types if each != "null"]
        if sorted(map(str, types)) == ["integer", "string"]:
            return Described("str | int", "str | int", "StringOrInteger()")
        if "const" in schema:
            value = schema["const"]
            return Described(type(value).__name__, f"Literal[{value!r}]", f"Constant({value!r})")
        return getattr(self, f"_{types[0] or 'any'}")(name, schema)  # type: ignore[no-any-return]

    def _reference(self, name: str, schema: Document) -> Described:
        target = schema["$ref"].rpartition("/")[2]
        found = self.schemas[target]
        values = enum_values(found)
        if values:
            notes = found.get("x-flighthub", {})
            allowed = ", ".join(repr(value) for value in values if value not in notes.get("answer_only", []))
            write = f"{target} | Literal[{allowed}]" if allowed else target
            return Described(target, write, f"EnumOf({json_as_python(target)}, __package__)", enums={target})
        if members(self.document, found):
            return Described(
                target,
                f"{target} | Mapping[str, Any]",
                f"ObjectOf({json_as_python(target)}, __package__)",
                models={target},
            )
        return self.describe(name, found)

    def _selected(self, name: str, chosen: Document) -> Described:
        variants = {value: self.describe(name, variant) for value, variant in chosen["schemas"].items()}
        codecs = ", ".join(f"{value!r}: {variant.codec}" for value, variant in variants.items())
        objects = any(variant.models for variant in variants.values())
        read = _union(variant.read for variant in variants.values())
        write = _union(
            [*(v.read if v.models else v.write for v in variants.values()), *(["Mapping[str, Any]"] if objects else [])]
        )
        otherwise = [self.describe(name, chosen["otherwise"])] if "otherwise" in chosen else []
        every = [*variants.values(), *otherwise]
        rest = "".join(f", {each.codec}" for each in otherwise)
        return Described(
            _union([read, *(each.read for each in otherwise)]),
            write,
            f"Selected({json_as_python(chosen['member'])}, {{{codecs}}}{rest})",
            models=set().union(*(variant.models for variant in every)),
            enums=set().union(*(variant.enums for variant in every)),
        )

    def _array(self, name: str, schema: Document) -> Described:
        if "prefixItems" in schema:
            return self._tuple(name, schema)
        item = self.describe(name, schema["items"])
        limits = _limits(schema)
        return Described(
            f"builtins.list[{item.read}]",
            f"Sequence[{item.write}]",
            f"ListOf({_arguments(item.codec, limits)})",
            item.models,
            item.enums,
        )

    def _tuple(self, name: str, schema: Document) -> Described:
        places = [self.describe(name, place) for place in schema["prefixItems"]]
        limits = _limits({key: schema[key] for key in ("minItems", "maxItems") if key in schema})
        codec = f"TupleOf({_arguments(*(place.codec for place in places), f'limits={limits}' if limits else '')})"
        read, write = (_union(getattr(place, side) for place in places) for side in ("read", "write"))
        return Described(f"builtins.list[{read}]", f"Sequence[{write}]", codec)

    def _object(self, name: str, schema: Document) -> Described:
        values = schema.get("additionalProperties")
        if not isinstance(values, dict):
            return Described("dict[str, Any]", "Mapping[str, Any]", "FreeObject()")
        value = self.describe(name, values)
        return Described(
            f"dict[str, {value.read}]",
            f"Mapping[str, {value.write}]",
            f"MapOf({value.codec})",
            value.models,
            value.enums,
        )

    def _any(self, name: str, schema: Document) -> Described:
        return Described("Any", "Any", "Json()")

    def _boolean(self, name: str, schema: Document) -> Described:
        return Described("bool", "bool", "Boolean()")

    def _integer(self, name: str, schema: Document) -> Described:
        time = schema.get("x-flighthub", {}).get("time")
        arguments = _arguments(_limits(schema), f"time={json_as_python(time)}" if time else "", _sentinel(schema))
        return Described("int", "int | datetime" if time else "int", f"Integer({arguments})")

    def _number(self, name: str, schema: Document) -> Described:
        return Described("float", "float", f"Number({_arguments(_limits(schema), _sentinel(schema))})")

    def _string(self, name: str, schema: Document) -> Described:
        if schema.get("format") == "date-time":
            return Described("datetime", "datetime", "DateTime()")
        if schema.get("contentMediaType") == "application/json":
            pictures = _limits(schema.get("x-flighthub", {}).get("pictures", {}))
            return Described("str", "str | Mapping[str, Any]", f"JsonText({pictures})")
        if schema.get("format") == "password":
            return Described("Secret", "str | Secret", f"SecretString({_limits(schema)})")
        if schema.get("format") == "time-zone":
            return Described("str", "str", "TimeZone()")
        identifier = schema.get("format") == "uuid" or self._identifier.search(name)
        arguments = _arguments(_limits(schema), "id=True" if identifier else "")
        return Described("str", "str | UUID" if schema.get("format") == "uuid" else "str", f"String({arguments})")

    # Members and arguments

    def member(
        self, name: str, schema: Document, *, required: bool, answer: bool, repeated: bool = False
    ) -> MemberView:
        """A member of an object, or an argument.

        Args:
            name: Its name on the wire.
            schema: Its schema.
            required: Whether it has to be there.
            answer: Whether it is read as well, for which more is needed.
            repeated: Whether each item of the list travels under the name.
        """
        described = self.describe(name, schema)
        notes = schema.get("x-flighthub", {})
        taken = name in self._reserved or name.startswith("__")
        plain = name.removesuffix("[]")
        attribute = f"{plain}_" if keyword.iskeyword(plain) or (answer and taken) else plain
        attribute = f"field_{plain}" if plain[:1].isdigit() else attribute
        is_list = described.codec.startswith("ListOf(")
        secret = schema.get("format") == "password"
        open_object = described.codec == "FreeObject()"
        nullable = "null" in (schema.get("type") or []) or any(p.get("type") == "null" for p in schema.get("anyOf", []))
        options = {
            "attribute": json_as_python(attribute) if attribute != name else "",
            "required": "True" if required else "",
            "repeated": "True" if repeated else "",
            "nullable": "True" if nullable and answer else "",
            "inferred": "True" if notes.get("confidence") == "inferred" and notes.get("only_when") else "",
            "aliases": repr(tuple(notes["aliases"])) if notes.get("aliases") and answer else "",
            "required_when": repr({k: tuple(v) for k, v in notes["required_when"].items()})
            if "required_when" in notes
            else "",
            "only_when": repr({k: tuple(v) for k, v in notes["only_when"].items()}) if "only_when" in notes else "",
        }
        arguments = "".join(f", {key}={value}" for key, value in options.items() if value)
        text = self.meaning(schema)
        return MemberView(
            wire=name,
            attribute=attribute,
            read=described.read if required or is_list else f"{described.read} | None",
            write=described.write,
            default=_default(schema, required=required, is_list=is_list, secret=secret, open_object=open_object),
            table=f"Member({json_as_python(name)}, {described.codec}{arguments})",
            doc=docstring(text, 4),
            text=text,
            required=required and (answer or "const" not in schema),
            models=described.models,
            enums=described.enums,
            schema=schema,
            mask="as_secret" if secret else "mask_argument" if any(map(self._holds_secrets, described.models)) else "",
        )

    def _holds_secrets(self, model: str, seen: frozenset[str] = frozenset()) -> bool:
        """Whether a model, or one below it, has a secret member."""
        if model in seen:
            return False
        described = members(self.document, self.schemas[model])
        below = set().union(*(self.describe(name, each).models for name, each in described.items()), ())
        return any(each.get("format") == "password" for each in described.values()) or any(
            self._holds_secrets(each, seen | {model}) for each in below
        )

    def meaning(self, schema: Document) -> str:
        """A member's description with its unit, limits and confidence."""
        notes = schema.get("x-flighthub", {})
        parts = [str(schema.get("description", "")).strip()]
        if notes.get("sensitive"):
            parts.append("Sensitive: not shown by repr.")
        facts = []
        if "unit" in notes:
            facts.append(f"in {_UNITS.get(notes['unit'], notes['unit'])}")
        if "time" in notes:
            facts.append(_MEANINGS[notes["time"]])
        facts += _ranges(schema)
        if "range" in notes:
            facts.append("normally " + ", ".join(_ranges(notes["range"])))
        if "pictures" in notes:
            least, most = notes["pictures"]["minItems"], notes["pictures"]["maxItems"]
            facts.append(f"for {least} to {most} pictures")
        if "sentinel" in notes:
            facts.append(f"{_or(notes['sentinel'])} reads as None")
        if facts:
            parts.append(f"({'; '.join(facts)})")
        for sibling, values in notes.get("required_when", {}).items():
            parts.append(f"Required when {sibling} is {_or(values)}.")
        for sibling, values in notes.get("only_when", {}).items():
            parts.append(f"Goes with {sibling} {_or(values)} only.")
        if "inferred" in notes:
            parts.append(f"Inferred, so only a warning: {'; '.join(_ranges(notes['inferred']))}.")
        if notes.get("confidence"):
            parts.append(f"[{notes['confidence']}]")
        return " ".join(part for part in parts if part)

    # Models and enums

    def model(self, parsed: ModelProperty) -> dict[str, Any]:
        """A model as the template prints it."""
        name = str(parsed.class_info.name)
        schema = self.schemas.get(name)
        if schema is None:
            raise SpecError(f"the engine renamed a schema to {name}; choose a name that it keeps")
        described = members(self.document, schema)
        order = [
            p.name.get_untrusted_value()
            for p in [*(parsed.required_properties or []), *(parsed.optional_properties or [])]
        ]
        if sorted(order) != sorted(described):
            raise SpecError(f"{name}: the engine lost members: {sorted(set(described) - set(order))}")
        needed = {p.name.get_untrusted_value() for p in parsed.required_properties or []}
        notes = schema.get("x-flighthub", {})
        form, payloads = notes.get("device") or notes.get("form"), notes.get("payloads")
        below = {payloads["schema"]["$ref"].rpartition("/")[2]} if payloads else set[str]()
        first = [n for n in described if n in needed and "const" not in described[n]]
        ordered = first + [n for n in described if n not in first]
        views = [self.member(member, described[member], required=member in needed, answer=True) for member in ordered]
        # attrs strips leading underscores from the names of arguments.
        arguments = Counter(view.attribute.lstrip("_") for view in views)
        for view in views:
            if not view.attribute.isidentifier() or arguments[view.attribute.lstrip("_")] > 1:
                raise SpecError(f"{name}.{view.wire}: no attribute of its own can be made of this name")
        needed_one = notes.get("at_least_one_of")
        return {
            "name": name,
            "module": str(parsed.class_info.module_name),
            "doc": docstring(schema["description"], 4),
            "members": views,
            "base": _BASES[form] if form else "Model",
            "class_variables": self._class_variables(form),
            "payloads": {"pattern": payloads["pattern"], "model": next(iter(below))} if payloads else None,
            "models": sorted(set().union(below, *(view.models for view in views)) - {name}),
            "enums": sorted(set().union(*(view.enums for view in views))),
            "at_least_one_of": tuple(needed_one) if needed_one else None,
        }

    def _class_variables(self, form: str | None) -> dict[str, str]:
        """What the base of a form has to know of the package."""
        if form in ("listed", "camera"):
            return {"__home__": "__package__"}
        return {"__exports__": repr(self._exports)} if form == "trajectory" else {}

    def enum(self, parsed: EnumProperty) -> dict[str, Any]:
        """An enum as the template prints it."""
        name = str(parsed.class_info.name)
        schema = self.schemas.get(name)
        if schema is None:
            raise SpecError(f"the engine renamed an enum to {name}; choose a name that it keeps")
        names = [_constant(each) for each in parsed.values]
        given = enum_values(schema)
        if len(names) != len(given):
            raise SpecError(f"{name}: the engine kept {len(names)} of {len(given)} values; are two names the same?")
        notes = schema.get("x-flighthub", {})
        values = []
        for constant, value, meaning in zip(names, given, schema["x-enum-descriptions"], strict=True):
            marks = [
                mark
                for key, mark in (("inferred", "inferred"), ("answer_only", "in answers only"))
                if value in notes.get(key, [])
            ]
            text = f"{meaning}. [{', '.join(marks)}]" if marks else f"{meaning}."
            values.append({"name": constant, "value": repr(value), "doc": docstring(text.replace("..", "."), 4)})
        properties = [
            (f"is_{mark}", doc, tuple(notes[mark]))
            for mark, doc in (
                ("terminal", "Whether nothing more happens after this state."),
                ("success", "Whether this state is the end that was wanted."),
            )
            if mark in notes
        ]
        return {
            "name": name,
            "module": str(parsed.class_info.module_name),
            "doc": docstring(schema["description"], 4),
            "constants": values,
            "by_name": {each["name"]: each["value"] for each in values},
            "facts": {key: tuple(notes[key]) for key in ("inferred", "answer_only") if notes.get(key)},
            "words": dict(zip(notes["words"], given, strict=True)) if "words" in notes else None,
            "flying": tuple(notes.get("flying", ())),
            "grounded": tuple(notes.get("grounded", ())),
            "properties": properties,
        }

    # Calls

    def call(self, operation: Document, parsed: Endpoint) -> dict[str, Any]:
        """An operation as the group's template prints it."""
        notes = operation["x-flighthub"]
        own = {(p["name"], p["in"]): p for p in operation["parameters"] if "$ref" not in p}
        sides: dict[str, list[MemberView]] = {"path": [], "query": []}
        for side, properties in (("path", parsed.path_parameters), ("query", parsed.query_parameters)):
            for each in properties:
                parameter = own.pop((each.name.get_untrusted_value(), side))
                schema = {**parameter["schema"], "description": parameter["description"]}
                if "x-flighthub" in parameter:
                    schema["x-flighthub"] = {**schema.get("x-flighthub", {}), **parameter["x-flighthub"]}
                sides[side].append(
                    self.member(
                        parameter["name"],
                        schema,
                        required=parameter.get("required", False),
                        answer=False,
                        repeated=schema.get("type") == "array" and parameter.get("explode") is True,
                    )
                )
        if own:
            raise SpecError(f"{operation['operationId']}: the engine lost the parameters {sorted(own)}")
        body, needed_one = self._body(operation, parsed.bodies[0].prop if parsed.bodies else None)
        keywords = sorted([*sides["query"], *body], key=lambda view: not view.required)
        data = data_schema(self.document, operation)
        answer = None if data is None else self.describe("data", data)
        result, row = "None", ""
        if data is not None and answer is not None:
            if notes["result"] == "data":
                result = answer.read
            else:
                shown = self.describe(notes["result"], members(self.document, data)[notes["result"]])
                result, row = shown.read, shown.read.removeprefix("builtins.list[").removesuffix("]")
                answer = Described(answer.read, answer.write, answer.codec, shown.models, shown.enums)
        everything = [*sides["path"], *keywords]
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
        """An argument as programs read of it; what is as usual is left out."""
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
            "items": _kind(item) if item else "",
        }
        return {
            "name": view.attribute,
            "wire": view.wire,
            "place": place,
            "kind": _kind(schema),
            "text": view.text,
            **{name: value for name, value in usual.items() if value},
        }

    def _resolved(self, schema: Document) -> Document:
        """A schema with what it refers to, its own words first."""
        if "anyOf" in schema:
            (only,) = [part for part in schema["anyOf"] if part.get("type") != "null"]
            return {**self._resolved(only), **{name: each for name, each in schema.items() if name != "anyOf"}}
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
        return f"Paging({paging['page']!r}, {paging['size']!r}, {size}, {paging.get('unpaged', {})!r})"

    def _call_doc(self, operation: Document, view: dict[str, Any], prefix: str) -> str:
        notes = operation["x-flighthub"]
        lines = [operation["summary"].rstrip(".") + ".", "", *_wrap(operation["description"], 8), "", "Args:"]
        for each in view["arguments"]:
            lines += _wrap(f"{each.attribute}: {each.text}", 12, hanging=4)
        lines += ["    request_options: What to set for this call alone: project, timeout, extra members."]
        answer = operation["responses"]["200"]["description"]
        if view["result"] != "None":
            shape = f"Pager[{view['row']}]" if view["paging"] else view["result"].replace("builtins.", "")
            lines += ["", "Returns:", *_wrap(f"{shape}: {answer}", 12, hanging=4)]
        lines += ["", "Raises:"]
        lines += _wrap(
            "InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.",
            12,
            hanging=4,
        )
        if notes["retry"] != "safe":
            lines += _wrap(
                f"OutcomeUnknown: The answer was lost, and the call may have been carried out. {notes['next_step']}",
                12,
                hanging=4,
            )
        lines += _wrap("FlightHubError: The call failed; the subclass, its code and its hint say why.", 12, hanging=4)
        source = notes["source"]
        fact = f'Documentation: "{notes["page"]}" ({source["reference"]}, {source["dated"]}; {notes["confidence"]}). '
        fact += f"Effect: {notes['effect']}. Repeating: {notes['retry']}."
        lines += [
            "",
            *_wrap(fact, 8),
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
        given = [json_as_python(values[each.wire]) for each in view["path"]]
        given += [
            f"{each.attribute}={json_as_python(values[each.wire])}" for each in view["keywords"] if each.wire in values
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


def _kind(schema: Document) -> str:
    """What sort of value a schema describes, in the words of `flighthub_runtime.operation_details`."""
    if "selected_by" in schema.get("x-flighthub", {}):
        return "union"
    if enum_values(schema):
        return "enum"
    types = schema["type"] if isinstance(schema.get("type"), list) else [schema.get("type")]
    types = [each for each in types if each != "null"]
    words = {"string": "text", "array": "list", "integer": "integer", "number": "number", "boolean": "boolean"}
    if len(types) > 1:
        return "text"
    if types[0] == "object" or "properties" in schema or "allOf" in schema:
        return "object"
    return words.get(str(types[0]), "any")


def _union(types: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(types))


def _arguments(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _limits(schema: Document) -> str:
    """The documented and inferred limits of a schema as arguments of a codec."""

    def made(source: Document) -> str:
        found = [f"{name}={source[keyword]!r}" for keyword, name in LIMITS.items() if keyword in source]
        return f"Limits({', '.join(found)})" if found else ""

    inferred = made(schema.get("x-flighthub", {}).get("inferred", {}))
    return _arguments(made(schema), f"inferred={inferred}" if inferred else "")


def _sentinel(schema: Document) -> str:
    marks = schema.get("x-flighthub", {}).get("sentinel")
    return f"sentinel={tuple(marks)!r}" if marks else ""


def _ranges(schema: Document) -> list[str]:
    words = {
        "minimum": "at least {}",
        "exclusiveMinimum": "above {}",
        "maximum": "at most {}",
        "minItems": "at least {} items",
        "maxItems": "at most {} items",
        "minLength": "at least {} characters",
        "maxLength": "at most {} characters",
        "step": "in steps of {}",
        "size": "{} items",
    }
    return [text.format(schema[key]) for key, text in words.items() if key in schema]


def _or(values: Iterable[Any]) -> str:
    return " or ".join(str(value) for value in values)


def _default(schema: Document, *, required: bool, is_list: bool, secret: bool, open_object: bool) -> str:
    options = []
    if not required:
        options.append("factory=empty_list" if is_list else "default=None")
    elif "const" in schema:
        options.append(f"default={schema['const']!r}")
    if secret:
        options.append("converter=as_secret")
    if open_object:
        options.append("repr=repr_keys")
    if schema.get("x-flighthub", {}).get("sensitive"):
        options.append("repr=repr_masked")
    if options == ["default=None"]:
        return " = None"
    return f" = field({', '.join(options)})" if options else ""


def constants(name: str, schema: Document) -> list[str]:
    """The names of an enum's members, as the engine makes them, in the order of its values."""
    values, names = enum_values(schema), schema.get("x-enum-varnames", [])
    called = Class(name=strings.ClassName(name, ""), module_name=strings.PythonIdentifier(name, ""))
    made = EnumProperty.values_from_list(values, called, names)
    return [_constant(each) for each in made]


def _constant(name: str) -> str:
    return name if name.isidentifier() else f"VALUE_{re.sub(r'[^A-Za-z0-9_]', '_', name)}"


def json_as_python(value: Any) -> str:
    """A JSON value as a Python literal with double quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json_as_python(k)}: {json_as_python(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(json_as_python, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return repr(value)


def _wrap(text: str, indent: int, hanging: int | None = None) -> list[str]:
    """A paragraph in lines; with `hanging`, as an entry below a heading."""
    text = " ".join(text.split())
    if hanging is None:
        return textwrap.wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return textwrap.wrap(
        text,
        WIDTH - indent + 4,
        initial_indent="    ",
        subsequent_indent=" " * (4 + hanging),
        break_long_words=False,
        break_on_hyphens=False,
    )


def docstring(text: str, indent: int) -> str:
    """A description as the inside of a docstring: a first sentence, then the rest."""
    first, space, rest = " ".join(text.split()).partition(". ")
    if not space or len(first) + indent + 8 > WIDTH:
        return docstring_lines(_wrap(text, indent + 3), indent)
    return docstring_lines([*_wrap(first + ".", indent + 3), "", *_wrap(rest, indent)], indent)


def docstring_lines(lines: list[str], indent: int) -> str:
    """Lines as the inside of a docstring, closing quotes on a line of their own where there are several."""
    space = " " * indent
    last_quote = len(lines) == 1 and lines[0].endswith('"')
    text = "\n".join(line if not number or not line else space + line for number, line in enumerate(lines))
    inside = text[:-1] if last_quote else text
    escaped = inside.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return f"{escaped}\n{space}" if len(lines) > 1 else escaped + ('\\"' if last_quote else "")
