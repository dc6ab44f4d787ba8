"""Step 2: our rules for the transcription, on top of the OpenAPI standard's own.

    python -m generator.lint [--root CHECKOUT]          lists findings, exit 1 if there are any

Each rule is a function of the bundle with one sentence that says what it demands; `tests/generator/test_lint.py` breaks
every one of them.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import jsonschema_rs
from openapi_spec_validator import OpenAPIV31SpecValidator
from openapi_spec_validator.validation.keywords import OpenAPIV31SchemaValidator

from generator.bundle import bundle
from generator.documents import Document, SpecError
from generator.layout import Layout
from generator.schema_access import answer_schema, body_schema, data_schema, enum_values, members, operations, walk

if TYPE_CHECKING:
    from jsonschema_path import SchemaPath


class Finding(NamedTuple):
    """One place that breaks one rule."""

    rule: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message} [{self.rule}]"


Rule = Callable[[Document], Iterator[tuple[str, str]]]
RULES: dict[str, Rule] = {}


def rule(function: Rule) -> Rule:
    """Registers a rule under its function's name, with dashes."""
    RULES[function.__name__.replace("_", "-")] = function
    return function


_META = jsonschema_rs.Draft202012Validator(
    {"$ref": "https://json-schema.org/draft/2020-12/schema"}, validate_formats=True
)
_MORE_THAN_JSON_SCHEMA = {"$schema", "discriminator", "externalDocs", "xml"}


class _Schemas(OpenAPIV31SchemaValidator):
    """The standard's validator of schemas, which asks a quick one first. What that one finds wrong, it tells itself."""

    def __call__(
        self, schema: SchemaPath, require_properties: bool = True, meta_checked: bool = False
    ) -> Iterator[Any]:
        if not meta_checked:
            value = schema.read_value()
            plain = not any(isinstance(node, dict) and node.keys() & _MORE_THAN_JSON_SCHEMA for _, node in walk(value))
            meta_checked = plain and _META.is_valid(value)
        return super().__call__(schema, require_properties, meta_checked)


class OpenAPIValidator(OpenAPIV31SpecValidator):
    """The standard's validator, made quick."""

    keyword_validators = OpenAPIV31SpecValidator.keyword_validators | {"schema": _Schemas}


def lint(document: Document) -> list[Finding]:
    """Everything in a bundle that breaks a rule; empty when all is well."""
    broken = [Finding("openapi", "bundle", str(error.message)) for error in OpenAPIValidator(document).iter_errors()]
    if broken:
        return broken
    return [Finding(name, *found) for name, check in RULES.items() for found in check(document)]


VOCABULARY: dict[str, set[str] | None] = {
    "page": None,
    "source": None,
    "confidence": {"documented", "observed", "inferred"},
    "scope": {"organization", "project"},
    "effect": {"read", "write", "dangerous"},
    "retry": {"safe", "rejected-only", "never"},
    "group": None,
    "method": None,
    "result": None,
    "paging": None,
}
"""What `x-flighthub` of an operation must say, and the values a member may have where there is a fixed set."""

ERROR_CLASSES = {
    "APIError", "AuthenticationError", "PermissionDenied", "NotFound", "InvalidRequest", "RateLimited",
    "DeviceOffline", "WaylineInvalid", "QuotaExceeded", "ServerError",
}  # fmt: skip

LIMITS = {"minimum", "maximum", "exclusiveMinimum", "minItems", "maxItems", "maxLength", "uniqueItems"}
MEMBER_VOCABULARY = {
    "unit", "time", "aliases", "confidence", "selected_by", "required_when", "only_when", "inferred",
    "range", "sentinel", "sensitive", "codes", "pictures",
}  # fmt: skip
ENUM_VOCABULARY = {
    "inferred",
    "answer_only",
    "terminal",
    "success",
    "confidence",
    "codes",
    "words",
    "words_seen",
    "flying",
    "grounded",
}
DEVICE_VOCABULARY = {"device", "keys", "source", "confidence", "payloads", "incomplete"}

FORMS = {"trajectory": {"points": {"timestamp", "latitude", "longitude", "height"}}}
"""What the runtime reads of a schema of a form: lists, and the members of their items."""

_SECRET_NAMES = re.compile(
    r"(^|_)(password|secret|token|access_key_id|access_key_secret|secret_access_key|callback_param)$|^(url|.*_url)$"
)


def _name(operation: Document) -> str:
    return str(operation.get("operationId", "an operation without operationId"))


@rule
def operations_tell_everything(document: Document) -> Iterator[tuple[str, str]]:
    """Every operation has the whole `x-flighthub` vocabulary, with known values."""
    described = {tag["name"] for tag in document.get("tags", []) if tag.get("description")}
    for _, _, operation in operations(document):
        for tag in sorted(set(operation.get("tags", [])) - described):
            yield _name(operation), f"the tag {tag} is not described in openapi.yaml"
        notes = operation.get("x-flighthub", {})
        for key, values in VOCABULARY.items():
            if notes.get(key) is None:
                yield _name(operation), f"x-flighthub lacks {key}"
            elif values and notes[key] not in values:
                yield _name(operation), f"x-flighthub.{key} is {notes[key]!r}, not one of {sorted(values)}"
        for key in sorted(set(notes) - set(VOCABULARY) - {"next_step"}):
            yield _name(operation), f"x-flighthub.{key} is not in the vocabulary"
        for key in ("operationId", "summary", "description", "tags"):
            if not operation.get(key):
                yield _name(operation), f"{key} is missing"
        source = notes.get("source") or {}
        if source.get("reference") not in {"documentation page", "documentation index"} or not _is_day(source):
            yield _name(operation), "source needs a reference (documentation page or index) and a date"


def _is_day(notes: Document) -> bool:
    text = str(notes.get("dated"))
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@rule
def the_edition_is_named_and_dated(document: Document) -> Iterator[tuple[str, str]]:
    """`info` names the edition, whose name ends with the version, and dates the documentation."""
    notes = document["info"].get("x-flighthub", {})
    if not str(notes.get("edition", "")).endswith(f" {document['info']['version']}"):
        yield "info", "x-flighthub.edition must be the name of the edition, and end with its version"
    if not _is_day(notes):
        yield "info", "x-flighthub.dated must be the day of the documentation, such as 2026-05-08"


@rule
def names_are_unique(document: Document) -> Iterator[tuple[str, str]]:
    """Operation ids are camelCase and unique; group and method name one operation."""
    found = [operation for _, _, operation in operations(document)]
    ids = Counter(_name(operation) for operation in found)
    places = Counter((o.get("x-flighthub", {}).get("group"), o.get("x-flighthub", {}).get("method")) for o in found)
    for name, count in ids.items():
        if count > 1:
            yield name, f"the operationId stands {count} times"
        if not re.fullmatch(r"[a-z][A-Za-z0-9]*", name):
            yield name, "the operationId is not camelCase"
    for (group, method), count in places.items():
        if count > 1:
            yield f"{group}.{method}", f"{count} operations have this group and method"


@rule
def repeating_is_thought_through(document: Document) -> Iterator[tuple[str, str]]:
    """Reads are safe to repeat; what is never repeated is dangerous; what is not safe says what to do next."""
    for _, method, operation in operations(document):
        notes = operation.get("x-flighthub", {})
        if method == "get" and (notes.get("effect"), notes.get("retry")) != ("read", "safe"):
            yield _name(operation), "a GET is a read that is safe to repeat"
        if notes.get("retry") == "never" and notes.get("effect") != "dangerous":
            yield _name(operation), "what must never be repeated has the effect dangerous"
        if (notes.get("retry") == "safe") is ("next_step" in notes):
            yield _name(operation), "next_step is for operations that are not safe to repeat, and for all of those"


@rule
def results_exist(document: Document) -> Iterator[tuple[str, str]]:
    """`result` names `data`, `none` or a member of data; paging names query members and pages a list."""
    for _, _, operation in operations(document):
        notes = operation.get("x-flighthub", {})
        data = data_schema(document, operation)
        result = notes.get("result")
        if (result == "none") is not (data is None):
            yield _name(operation), f"result is {result!r}, but data is {'absent' if data is None else 'described'}"
        elif data is not None and result != "data" and result not in members(document, data):
            yield _name(operation), f"data has no member {result!r}"
        if notes.get("paging") not in (None, "none"):
            query = {p.get("name") for p in operation.get("parameters", []) if p.get("in") == "query"}
            paging = notes["paging"]
            if not isinstance(paging, dict) or not {"page", "size"} <= set(paging) <= {"page", "size", "unpaged"}:
                yield _name(operation), "paging is none, or names the members page and size"
            elif not {paging["page"], paging["size"], *paging.get("unpaged", {})} <= query:
                yield _name(operation), f"paging names query members that do not exist: {paging}"


@rule
def answers_are_envelopes(document: Document) -> Iterator[tuple[str, str]]:
    """Every answer is the envelope, alone or composed with `data`; every operation has the default error answer."""
    envelope = {"$ref": "#/components/schemas/Envelope"}
    for _, _, operation in operations(document):
        schema = answer_schema(operation)
        if schema != envelope and schema.get("allOf", [None])[0] != envelope:
            yield _name(operation), "the answer is not composed with the Envelope"
        if operation["responses"].get("default") != {"$ref": "#/components/responses/Error"}:
            yield _name(operation), "the default error answer is missing"


@rule
def schemas_have_names(document: Document) -> Iterator[tuple[str, str]]:
    """Objects and enums are named components; requests bodies are references."""
    for _, _, operation in operations(document):
        body = body_schema(operation)
        if body is not None and "$ref" not in body:
            yield _name(operation), "the request body is not a named schema"
        for path, node in walk(operation.get("parameters", [])):
            if isinstance(node, dict) and "enum" in node:
                yield _name(operation), f"an enum without a name at parameters/{'/'.join(map(str, path))}"
    for name, schema in document["components"]["schemas"].items():
        for path, node in walk(schema):
            in_all_of = len(path) >= 2 and path[-2] == "allOf"
            if not path or in_all_of or not isinstance(node, dict) or set(path) & {"if", "then", "x-flighthub"}:
                continue
            if path[-1] != "properties" and (node.get("properties") or isinstance(node.get("enum"), list)):
                yield name, f"an object or enum without a name at {'/'.join(map(str, path))}"
        if schema.get("additionalProperties") is False:
            yield name, "answers gain members over time: additionalProperties must not be false"


@rule
def everything_is_described(document: Document) -> Iterator[tuple[str, str]]:
    """Schemas, their members and all parameters have a description."""
    for name, schema in document["components"]["schemas"].items():
        if not schema.get("description"):
            yield name, "has no description"
        for member, described in members(document, schema).items():
            if not described.get("description"):
                yield f"{name}.{member}", "has no description"
    for _, _, operation in operations(document):
        for parameter in operation.get("parameters", []):
            if "$ref" not in parameter and not parameter.get("description"):
                yield f"{_name(operation)} {parameter.get('name')}", "has no description"


@rule
def enums_are_whole(document: Document) -> Iterator[tuple[str, str]]:
    """Enums have one meaning per value, names that are unique, and notes about values that exist."""
    for name, schema in document["components"]["schemas"].items():
        values, names = enum_values(schema), schema.get("x-enum-varnames")
        if not values:
            continue
        words = schema.get("x-flighthub", {}).get("words")
        if words is not None and (len(words) != len(values) or len(set(words)) != len(words)):
            yield name, f"words must have {len(values)} different entries, one per code"
        if len(schema.get("x-enum-descriptions", [])) != len(values):
            yield name, f"x-enum-descriptions must have {len(values)} entries, one per value"
        if names is None and (schema.get("type") == "integer" or not all(re.match("[A-Za-z]", str(v)) for v in values)):
            yield name, "x-enum-varnames are needed: the values make no names"
        if names is not None and len(names) != len(values):
            yield name, f"x-enum-varnames has {len(names)} entries for {len(values)} values"
        for repeated, count in Counter(map(_constant, names or values)).items():
            if count > 1:
                yield name, f"the name {repeated} stands {count} times"
        for key, marked in schema.get("x-flighthub", {}).items():
            if key not in ENUM_VOCABULARY:
                yield name, f"x-flighthub.{key} is not in the vocabulary of enums"
            elif key not in ("words", "words_seen") and isinstance(marked, list) and not set(marked) <= set(values):
                yield name, f"x-flighthub.{key} names values that are not in the enum"


def _constant(name: Any) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "_", str(name)).upper()


@rule
def members_keep_to_the_vocabulary(document: Document) -> Iterator[tuple[str, str]]:
    """`x-flighthub` of a member uses known keys; times, inferred limits and selections are well formed."""
    for name, schema in document["components"]["schemas"].items():
        siblings = members(document, schema)
        for member, described in siblings.items():
            notes, place = described.get("x-flighthub", {}), f"{name}.{member}"
            for key in sorted(set(notes) - MEMBER_VOCABULARY):
                yield place, f"x-flighthub.{key} is not in the vocabulary of members"
            if notes.get("time", "s") not in {"s", "ms", "auto"}:
                yield place, f"x-flighthub.time is {notes['time']!r}, not s, ms or auto"
            for key in sorted(set(notes.get("inferred", {})) - LIMITS):
                yield place, f"x-flighthub.inferred.{key} is no limit: {sorted(LIMITS)}"
            if "pictures" in notes and set(notes["pictures"]) != {"minItems", "maxItems"}:
                yield place, "x-flighthub.pictures holds minItems and maxItems"
            choices = [part for part in described.get("anyOf", []) if part.get("type") != "null"]
            if len(choices) > 1:
                yield place, "anyOf is for one schema or null; what a sibling decides is selected_by"
            for key in ("required_when", "only_when"):
                for sibling in notes.get(key, {}):
                    if sibling not in siblings:
                        yield place, f"{key} names {sibling}, which is no sibling"
            chosen = notes.get("selected_by")
            if chosen:
                sibling = siblings.get(chosen.get("member"))
                known = _enum_values(document, sibling) if sibling else []
                deeper = "." in str(chosen.get("member"))
                if not deeper and (not known or not set(chosen.get("schemas", {})) <= set(known)):
                    yield place, "selected_by names a sibling enum and schemas for its values"
        for needed in schema.get("x-flighthub", {}).get("at_least_one_of", []):
            if needed not in siblings:
                yield name, f"at_least_one_of names {needed}, which is no member"


def _enum_values(document: Document, schema: Document) -> list[Any]:
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return enum_values(schema)


@rule
def devices_say_what_they_are(document: Document) -> Iterator[tuple[str, str]]:
    """A device's schema has its kind, its model keys, its source and its confidence; no key stands twice."""
    keys: Counter[str] = Counter()
    for name, schema in document["components"]["schemas"].items():
        notes = schema.get("x-flighthub", {})
        if "device" not in notes:
            continue
        keys.update(notes.get("keys", []))
        if notes["device"] in ("any", "listed", "camera"):
            continue
        for needed in ("keys", "source", "confidence"):
            if not notes.get(needed):
                yield name, f"x-flighthub lacks {needed}"
        if notes["device"] not in {"dock", "aircraft", "remote_controller"}:
            yield name, f"x-flighthub.device is {notes['device']!r}"
        for key in sorted(set(notes) - DEVICE_VOCABULARY):
            yield name, f"x-flighthub.{key} is not in the vocabulary of devices"
    for key, count in keys.items():
        if count > 1:
            yield key, f"{count} devices have this model key"
        if key not in document["x-flighthub"]["products"]["models"]:
            yield key, "products.yaml does not name the product of this model key"


@rule
def forms_have_what_is_read_of_them(document: Document) -> Iterator[tuple[str, str]]:
    """A schema whose form the runtime knows has the lists, and their items the members, that the runtime reads."""
    for name, schema in document["components"]["schemas"].items():
        form = schema.get("x-flighthub", {}).get("form")
        if form is None:
            continue
        if form not in FORMS:
            yield name, f"x-flighthub.form is {form!r}, not one of {sorted(FORMS)}"
        for listed, needed in FORMS.get(form, {}).items():
            items = members(document, schema).get(listed, {}).get("items")
            missing = needed - set(members(document, items) if items else ())
            if missing:
                yield f"{name}.{listed}", f"a {form} has items with {', '.join(sorted(missing))}"


@rule
def secrets_are_marked(document: Document) -> Iterator[tuple[str, str]]:
    """Members whose names speak of keys, tokens, passwords or links have `format: password`."""
    for name, schema in document["components"]["schemas"].items():
        for member, described in members(document, schema).items():
            if _SECRET_NAMES.search(member) and described.get("format") != "password":
                yield f"{name}.{member}", "looks like a secret or a signed link: format: password"


@rule
def times_are_marked(document: Document) -> Iterator[tuple[str, str]]:
    """Integer members named like a point in time say which unit they count."""
    for name, schema in document["components"]["schemas"].items():
        for member, described in members(document, schema).items():
            timely = re.search(r"(_at|_ts|_time|timestamp)$", member)
            if timely and described.get("type") == "integer" and "time" not in described.get("x-flighthub", {}):
                yield f"{name}.{member}", "a Unix time says its unit: x-flighthub.time"


@rule
def components_are_used(document: Document) -> Iterator[tuple[str, str]]:
    """No schema is left that nothing refers to."""
    used = {node["$ref"] for _, node in walk(document) if isinstance(node, dict) and isinstance(node.get("$ref"), str)}
    for kind in ("schemas", "parameters", "responses"):
        for name in document["components"].get(kind, {}):
            if f"#/components/{kind}/{name}" not in used:
                yield name, "nothing refers to it"


@rule
def codes_are_whole(document: Document) -> Iterator[tuple[str, str]]:
    """Every business code is unique and has meaning, class, retryable, hint and confidence."""
    entries = document["x-flighthub"]["errors"]
    if not entries:
        yield "errors.yaml", "holds no business codes"
    ids = {_name(operation) for _, _, operation in operations(document)}
    for code, count in Counter(entry.get("code") for entry in entries).items():
        if count > 1:
            yield f"errors.yaml {code}", f"stands {count} times"
    for entry in entries:
        place = f"errors.yaml {entry.get('code')}"
        missing = {"code", "meaning", "class", "retryable", "hint", "confidence"} ^ (set(entry) - {"nothing"})
        if missing:
            yield place, f"members missing or too many: {sorted(missing)}"
            continue
        if entry["class"] not in ERROR_CLASSES:
            yield place, f"{entry['class']!r} is no error class"
        for name in sorted(set(entry.get("nothing", [])) - ids):
            yield place, f"nothing names {name}, which is no operation"
        where = entry["retryable"]
        if not (set(where) <= ids if isinstance(where, list) else where in {"never", "reads", "always"}):
            yield place, f"retryable is {where!r}: never, reads, always or a list of operation ids"


@rule
def examples_hold(document: Document) -> Iterator[tuple[str, str]]:
    """Every request and answer has an example, and every example fits its schema."""
    contents: list[tuple[str, Document]] = []
    for _, _, operation in operations(document):
        answer = operation["responses"]["200"]["content"]["application/json"]
        contents.append((f"{_name(operation)} answer", answer))
        if "requestBody" in operation:
            contents.append((f"{_name(operation)} request", operation["requestBody"]["content"]["application/json"]))
    schemas = {"components": document["components"], "contents": [content["schema"] for _, content in contents]}
    # The components are taken in once, not once for each content.
    registry = jsonschema_rs.Registry([("bundle:/", schemas)])
    for number, (name, content) in enumerate(contents):
        if "default" not in content.get("examples", {}):
            place, _, side = name.rpartition(" ")
            yield place, f"has no example {side}"
        validator = jsonschema_rs.Draft202012Validator({"$ref": f"bundle:/#/contents/{number}"}, registry=registry)
        for label, example in content.get("examples", {}).items():
            for error in validator.iter_errors(example["value"]):
                where = "/".join(map(str, error.instance_path))
                yield f"{name} {label}", f"the example breaks its schema at /{where}: {error.message}"


def main() -> None:
    """Lints the spec of a checkout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Layout().root)
    try:
        findings = lint(bundle(Layout(parser.parse_args().root)))
    except SpecError as error:
        sys.exit(f"lint: {error}")
    for finding in findings:
        print(finding)
    if findings:
        sys.exit(f"lint: {len(findings)} findings")


if __name__ == "__main__":
    main()
