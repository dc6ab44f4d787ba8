"""Every rule of the transcription is broken on purpose, and says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from checkouts import replaced, step

from generator.documents import Document
from generator.lint import lint
from generator.rules import RULES, Finding
from generator.rules.operations import EDITION_VOCABULARY, VOCABULARY
from generator.schema_access import operations

Change = Callable[[Document], Any]


class Break(NamedTuple):
    """A change to the bundle, the rule it breaks, and what the finding says."""

    rule: str
    says: str
    change: Change


def operation(document: Document, operation_id: str) -> Document:
    """An operation of the bundle."""
    return next(each for _, _, each in operations(document) if each["operationId"] == operation_id)


def notes(document: Document, operation_id: str) -> Document:
    """The `x-flighthub` of an operation."""
    found: Document = operation(document, operation_id)["x-flighthub"]
    return found


def edition(document: Document, number: int) -> Document:
    """The declaration of an edition."""
    found: Document = document["info"]["x-flighthub"]["editions"][number]
    return found


def answer(document: Document, operation_id: str) -> Document:
    """The JSON content of an operation's answer."""
    found: Document = operation(document, operation_id)["responses"]["200"]["content"]["application/json"]
    return found


def request(document: Document, operation_id: str) -> Document:
    """The JSON content of an operation's request."""
    found: Document = operation(document, operation_id)["requestBody"]["content"]["application/json"]
    return found


def schema(document: Document, name: str) -> Document:
    """A schema of the bundle."""
    found: Document = document["components"]["schemas"][name]
    return found


def member(document: Document, name: str) -> Document:
    """A member of a schema, as `Schema.member`."""
    owner, _, wanted = name.partition(".")
    found: Document = schema(document, owner)["properties"][wanted]
    return found


def parameter(document: Document, operation_id: str, name: str) -> Document:
    """A parameter that an operation has for itself."""
    found: Document = next(each for each in operation(document, operation_id)["parameters"] if each.get("name") == name)
    return found


def hold_themselves(document: Document, held: Document) -> None:
    """Adds schemas that hold each other."""
    inner = {"type": "array", "items": {"$ref": "#/components/schemas/Outer"}, "description": "Readings."}
    document["components"]["schemas"] |= {"Outer": {**held, "description": "Readings."}, "Inner": inner}


def code(document: Document, number: int) -> Document:
    """The entry of a business code."""
    found: Document = next(each for each in document["x-flighthub"]["errors"] if each["code"] == number)
    return found


def event(document: Document, name: str) -> Document:
    """An event of the bundle."""
    found: Document = document["webhooks"][name]["post"]
    return found


def pushed(name: str, **changes: Any) -> Change:
    """An event with notes of `x-flighthub` changed, or removed where a change is None."""

    def change(document: Document) -> None:
        told = {**event(document, name)["x-flighthub"], **changes}
        event(document, name)["x-flighthub"] = {key: value for key, value in told.items() if value is not None}

    return change


def mark(document: Document, name: str, **keys: Any) -> None:
    """Adds to the `x-flighthub` of a schema or of a `Schema.member`."""
    owner = member(document, name) if "." in name else schema(document, name)
    owner.setdefault("x-flighthub", {}).update(keys)


SECRET = {"type": "string", "format": "password"}


def noted(key: str, value: Any) -> Change:
    """`getWayline` with a note of `x-flighthub`."""
    return lambda document: notes(document, "getWayline").update({key: value})


def having(described: Document) -> Change:
    """`TrackPoint` with a member `height` that is described so."""
    return lambda document: schema(document, "TrackPoint")["properties"].update(height=described)


def sent(**changes: Any) -> Change:
    """The parameter `status` of `listFlightTasks`, changed."""
    return lambda document: parameter(document, "listFlightTasks", "status").update(changes)


def linked(**changes: Any) -> Change:
    """The link from `listWaylines` to `createFlightTask`, changed."""
    return lambda document: (
        operation(document, "listWaylines")["responses"]["200"]["links"]["createFlightTask"].update(changes)
    )


def moved(path: str) -> Change:
    """The operations of the map under another path."""
    return lambda document: document["paths"].update({path: document["paths"].pop("/openapi/v0.1/map/element")})


def called(name: str) -> Change:
    """A schema of this name."""
    return lambda document: document["components"]["schemas"].update({name: {"type": "object"}})


BREAKS = [
    Break(
        "drafts-are-written-out",
        "components/schemas/Wayline/description: is a draft: describe it in your own words",
        lambda d: schema(d, "Wayline").update(description="describe in your own words"),
    ),
    *(
        Break(
            "operations-tell-everything",
            f"listWaylines: x-flighthub lacks {key}",
            lambda d, key=key: notes(d, "listWaylines").pop(key),  # type: ignore[misc]
        )
        for key in VOCABULARY
    ),
    *(
        Break(
            "operations-tell-everything",
            f"x-flighthub.{key} is 'sometimes', not one of",
            lambda d, key=key: notes(d, "listWaylines").update({key: "sometimes"}),  # type: ignore[misc]
        )
        for key, values in VOCABULARY.items()
        if values
    ),
    *(
        Break(
            "operations-tell-everything",
            f"{key} is missing",
            lambda d, key=key: operation(d, "listWaylines").pop(key),  # type: ignore[misc]
        )
        for key in ("operationId", "summary", "description", "tags")
    ),
    Break(
        "operations-tell-everything",
        "x-flighthub.colour is not in the vocabulary",
        lambda d: notes(d, "listWaylines").update(colour="red"),
    ),
    Break(
        "operations-tell-everything",
        "source needs a reference",
        lambda d: notes(d, "listWaylines")["source"].update(reference="hearsay"),
    ),
    Break(
        "operations-tell-everything",
        "source needs a reference",
        lambda d: notes(d, "listWaylines")["source"].pop("dated"),
    ),
    Break(
        "operations-tell-everything",
        "source needs a reference",
        lambda d: notes(d, "listWaylines")["source"].update(dated="May 2026"),
    ),
    *(
        Break("editions-are-declared", says, change)
        for says, change in (
            ("info: x-flighthub.editions must begin", lambda d: d["info"].update(version="V1.1")),
            ("info: x-flighthub.editions must begin", lambda d: edition(d, 0).update(title="OpenAPI")),
            ("info: x-flighthub.editions must begin", lambda d: d["info"]["x-flighthub"].pop("editions")),
            ("info edition V2.0: colour is not in the vocabulary", lambda d: edition(d, 1).update(colour="red")),
            ("info edition V2.0: confidence is ['sure']", lambda d: edition(d, 1).update(confidence="sure")),
            ("info edition V2.0: available is ['the moon']", lambda d: edition(d, 1).update(available=["the moon"])),
            ("getWayline: x-flighthub.edition is 'V3.0'", noted("edition", "V3.0")),
            ("getWayline: the path /openapi/v0.1/wayline/{wayline_id} does not", noted("edition", "V2.0")),
            *(
                (f"info edition V2.0: lacks {key}", lambda d, key=key: edition(d, 1).pop(key))  # type: ignore[misc]
                for key in EDITION_VOCABULARY
                if key != "name"
            ),
            *(
                (
                    "info edition V1.0: dated must be the day",
                    lambda d, dated=dated: edition(d, 0).update(dated=dated),  # type: ignore[misc]
                )
                for dated in ("2026-02-30", "8 May 2026", "20260508")
            ),
            *(
                (
                    f"info edition V1.0: the probe {probe} is no read",
                    lambda d, probe=probe: edition(d, 0).update(probe=probe),  # type: ignore[misc]
                )
                for probe in ("getWayline", "createFlightTask", "noSuchOperation")
            ),
        )
    ),
    *(
        Break(
            "what-is-not-described-is-listed",
            says,
            lambda d, change=change: d["info"]["x-flighthub"]["known_but_undescribed"][0].update(change),  # type: ignore[misc]
        )
        for says, change in (
            ("has edition, method, path and page, and nothing else", {"colour": "red"}),
            ("info does not declare the edition V3.0", {"edition": "V3.0"}),
            ("is described, so it must leave this list", {"path": "/openapi/v0.1/project"}),
        )
    ),
    *(
        Break("what-the-client-fills-in-can-be-filled", f"{place}: {says}", change)
        for place, says, change in (
            (
                "getWayline wayline_id",
                "x-flighthub.filled_from is 'the sky'",
                lambda d: parameter(d, "getWayline", "wayline_id").update({"x-flighthub": {"filled_from": "the sky"}}),
            ),
            (
                "listFlightTasks name",
                "what the client fills in is required",
                lambda d: parameter(d, "listFlightTasks", "name").update({"x-flighthub": {"filled_from": "project"}}),
            ),
            (
                "getOpenModel model_uuid",
                "what is filled in from the project belongs to",
                lambda d: parameter(d, "getOpenModel", "model_uuid").update(
                    {"x-flighthub": {"filled_from": "project"}}
                ),
            ),
        )
    ),
    Break(
        "names-are-unique",
        "list_waylines: the operationId is not camelCase",
        lambda d: operation(d, "listWaylines").update(operationId="list_waylines"),
    ),
    Break(
        "names-are-unique",
        "listWaylines: the operationId stands 2 times",
        lambda d: operation(d, "getWayline").update(operationId="listWaylines"),
    ),
    Break(
        "names-are-unique",
        "waylines.list: 2 operations have this group and method",
        lambda d: notes(d, "getWayline").update(method="list"),
    ),
    Break(
        "repeating-is-thought-through",
        "a GET is a read that is safe to repeat",
        lambda d: notes(d, "listWaylines").update(effect="write"),
    ),
    Break(
        "repeating-is-thought-through",
        "a GET is a read that is safe to repeat",
        lambda d: notes(d, "listWaylines").update(retry="rejected-only", next_step="Look."),
    ),
    Break(
        "repeating-is-thought-through",
        "what must never be repeated has the effect dangerous",
        lambda d: notes(d, "createFlightTask").update(effect="write"),
    ),
    Break(
        "repeating-is-thought-through",
        "next_step is for operations that are not safe to repeat",
        lambda d: notes(d, "createFlightTask").pop("next_step"),
    ),
    Break(
        "repeating-is-thought-through",
        "next_step is for operations that are not safe to repeat",
        lambda d: notes(d, "listWaylines").update(next_step="Look."),
    ),
    Break(
        "results-exist",
        "result is 'none', but data is described",
        lambda d: notes(d, "listWaylines").update(result="none"),
    ),
    Break(
        "results-exist",
        "result is 'data', but data is absent",
        lambda d: notes(d, "getSystemStatus").update(result="data"),
    ),
    Break(
        "results-exist",
        "data has no member 'rows'",
        lambda d: notes(d, "listWaylines").update(result="rows"),
    ),
    Break(
        "results-exist",
        "paging is none, or names the members page and size",
        lambda d: notes(d, "listProjects").update(paging={"page": "page"}),
    ),
    Break(
        "results-exist",
        "paging is none, or names the members page and size",
        lambda d: notes(d, "listProjects").update(paging="page"),
    ),
    Break(
        "results-exist",
        "paging names query members that do not exist",
        lambda d: notes(d, "listProjects").update(paging={"page": "page", "size": "rows"}),
    ),
    Break(
        "results-exist",
        "paging is for lists, and 'data' is none",
        lambda d: notes(d, "listProjects").update(result="data"),
    ),
    Break(
        "results-exist",
        "paging.total is 'pagination.total', where data has no integer",
        lambda d: notes(d, "listProjects")["paging"].update(total="pagination.total"),
    ),
    Break(
        "answers-are-envelopes",
        "getWayline: the answer is not composed with the Envelope",
        lambda d: answer(d, "getWayline").update(schema={"$ref": "#/components/schemas/WaylineDetail"}),
    ),
    Break(
        "answers-are-envelopes",
        "getWayline: the default error answer is missing",
        lambda d: operation(d, "getWayline")["responses"].pop("default"),
    ),
    Break(
        "schemas-have-names",
        "createModel: the request body is not a named schema",
        lambda d: request(d, "createModel").update(schema=schema(d, "CreateModelRequest")),
    ),
    Break(
        "schemas-have-names",
        "listFlightTasks: an enum without a name at parameters/",
        lambda d: parameter(d, "listFlightTasks", "name")["schema"].update(enum=["a"]),
    ),
    Break(
        "schemas-have-names",
        "TrackPoint: an object or enum without a name at properties/height",
        lambda d: member(d, "TrackPoint.height").update(type="object", properties={"ellipsoid": {"type": "number"}}),
    ),
    Break(
        "schemas-have-names",
        "WaylineList: an object or enum without a name at properties/list/items",
        lambda d: member(d, "WaylineList.list").update(items=schema(d, "Wayline")),
    ),
    Break(
        "schemas-have-names",
        "TrackPoint: an object or enum without a name at properties/height",
        lambda d: member(d, "TrackPoint.height").update(enum=[1, 2]),
    ),
    Break(
        "schemas-have-names",
        "TrackPoint: answers gain members over time",
        lambda d: schema(d, "TrackPoint").update(additionalProperties=False),
    ),
    *(
        Break(
            "lists-and-maps-end", f"{name}: is a list or a map of itself", lambda d, held=held: hold_themselves(d, held)
        )
        for name, held in [
            ("Outer", {"type": "array", "items": {"$ref": "#/components/schemas/Outer"}}),
            ("Outer", {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Outer"}}),
            ("Outer", {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Inner"}}),
            ("Inner", {"anyOf": [{"$ref": "#/components/schemas/Inner"}, {"type": "null"}]}),
        ]
    ),
    Break(
        "everything-is-described",
        "TrackPoint: has no description",
        lambda d: schema(d, "TrackPoint").pop("description"),
    ),
    Break(
        "everything-is-described",
        "TrackPoint.height: has no description",
        lambda d: member(d, "TrackPoint.height").pop("description"),
    ),
    Break(
        "everything-is-described",
        "WaylineDetail.name: has no description",
        lambda d: member(d, "Wayline.name").pop("description"),
    ),
    Break(
        "everything-is-described",
        "getWayline wayline_id: has no description",
        lambda d: parameter(d, "getWayline", "wayline_id").pop("description"),
    ),
    Break(
        "enums-are-whole",
        "ZipStatus: x-enum-descriptions must have 4 entries",
        lambda d: schema(d, "ZipStatus")["x-enum-descriptions"].pop(),
    ),
    Break(
        "enums-are-whole",
        "ZipStatus: x-enum-varnames are needed",
        lambda d: schema(d, "ZipStatus").pop("x-enum-varnames"),
    ),
    Break(
        "enums-are-whole",
        "DeviceDomain: x-enum-varnames are needed",
        lambda d: schema(d, "DeviceDomain").pop("x-enum-varnames"),
    ),
    Break(
        "enums-are-whole",
        "ZipStatus: x-enum-varnames has 3 entries for 4 values",
        lambda d: schema(d, "ZipStatus")["x-enum-varnames"].pop(),
    ),
    Break(
        "enums-are-whole",
        "ZipStatus: the name FINISH stands 2 times",
        lambda d: schema(d, "ZipStatus").update({"x-enum-varnames": ["Init", "Finish", "FINISH", "Failed"]}),
    ),
    Break(
        "enums-are-whole",
        "SortType: the name ASC stands 2 times",
        lambda d: schema(d, "SortType").update(enum=["ASC", "asc"]),
    ),
    Break(
        "enums-are-whole",
        "ZipStatus: x-flighthub.colour is not in the vocabulary of enums",
        lambda d: mark(d, "ZipStatus", colour=[1]),
    ),
    Break(
        "enums-are-whole",
        "ZipStatus: x-flighthub.terminal names values that are not in the enum",
        lambda d: mark(d, "ZipStatus", terminal=[2, 4]),
    ),
    Break(
        "members-keep-to-the-vocabulary",
        "TrackPoint.timestamp: x-flighthub.time is rfc3339 for text",
        lambda d: mark(d, "TrackPoint.timestamp", time="rfc3339"),
    ),
    Break(
        "members-keep-to-the-vocabulary",
        "TrackPoint.height: x-flighthub.colour is not in the vocabulary of members",
        lambda d: mark(d, "TrackPoint.height", colour="red"),
    ),
    Break(
        "members-keep-to-the-vocabulary",
        "Project.created_at: x-flighthub.time is 'minutes'",
        lambda d: mark(d, "Project.created_at", time="minutes"),
    ),
    *(
        Break(
            "members-keep-to-the-vocabulary",
            f"CreateModelRequest.wkt: {key} names colour, which is no sibling",
            lambda d, key=key: mark(d, "CreateModelRequest.wkt", **{key: {"colour": ["red"]}}),  # type: ignore[misc]
        )
        for key in ("required_when", "only_when")
    ),
    Break(
        "members-keep-to-the-vocabulary",
        "StreamForwarder.schema_option: selected_by names a sibling enum",
        lambda d: member(d, "StreamForwarder.schema_option")["x-flighthub"]["selected_by"].update(member="sn"),
    ),
    Break(
        "members-keep-to-the-vocabulary",
        "StreamForwarder.schema_option: selected_by names a sibling enum",
        lambda d: member(d, "StreamForwarder.schema_option")["x-flighthub"]["selected_by"]["schemas"].update(
            srt={"$ref": "#/components/schemas/SchemaOptionRtmp"}
        ),
    ),
    Break(
        "members-keep-to-the-vocabulary",
        "CreateModelRequest: at_least_one_of names colour, which is no member",
        lambda d: mark(d, "CreateModelRequest", at_least_one_of=["colour"]),
    ),
    Break(
        "members-keep-to-the-vocabulary",
        "TrackPoint.height: ",
        lambda d: mark(d, "TrackPoint.height", inferred={"maximun": 500}),
    ),
    *(
        Break(
            "secrets-are-marked",
            f"{name}: looks like a secret or a signed link",
            lambda d, name=name: member(d, name).pop("format"),  # type: ignore[misc]
        )
        for name in (
            "CalibrateNetworkRtkRequest.password",
            "SchemaOptionGb28181.device_password",
            "StorageKeys.access_key_secret",
            "StorageKeys.security_token",
            "UploadToken.secret_access_key",
            "UploadToken.callback_param",
            "MediaFile.original_url",
            "Livestream.url",
        )
    ),
    *(
        Break(
            "times-are-marked",
            f"{name}: a Unix time says its unit",
            lambda d, name=name: member(d, name)["x-flighthub"].pop("time"),  # type: ignore[misc]
        )
        for name in ("Project.created_at", "Livestream.expire_ts", "Wayline.update_time", "TrackPoint.timestamp")
    ),
    Break(
        "times-are-marked",
        "AutoRecordConfig.auto_cleaning_time: a Unix time says its unit",
        lambda d: member(d, "AutoRecordConfig.auto_cleaning_time")["x-flighthub"].pop("unit"),
    ),
    *(
        Break(
            "components-are-used",
            "Leftover: nothing refers to it",
            lambda d, kind=kind, made=made: d["components"][kind].update(Leftover=made),  # type: ignore[misc]
        )
        for kind, made in (
            ("schemas", {"type": "object", "description": "Left over."}),
            ("parameters", {"name": "left", "in": "query", "schema": {"type": "string"}}),
            ("responses", {"description": "Left over."}),
        )
    ),
    Break(
        "codes-are-whole",
        "errors.yaml 219019: stands 2 times",
        lambda d: code(d, 219020).update(code=219019),
    ),
    *(
        Break(
            "codes-are-whole",
            f"errors.yaml 219019: members missing or too many: ['{key}']",
            lambda d, key=key: code(d, 219019).pop(key),  # type: ignore[misc]
        )
        for key in ("meaning", "class", "retryable", "hint", "confidence")
    ),
    Break(
        "codes-are-whole",
        "errors.yaml 219019: members missing or too many: ['colour']",
        lambda d: code(d, 219019).update(colour="red"),
    ),
    Break(
        "codes-are-whole",
        "errors.yaml 219019: 'no such thing' is no error class",
        lambda d: code(d, 219019).update({"class": "no such thing"}),
    ),
    Break(
        "codes-are-whole",
        "errors.yaml 219019: retryable is 'perhaps'",
        lambda d: code(d, 219019).update(retryable="perhaps"),
    ),
    Break(
        "codes-are-whole",
        "errors.yaml 219019: retryable is ['noSuchOperation']",
        lambda d: code(d, 219019).update(retryable=["noSuchOperation"]),
    ),
    Break(
        "devices-say-what-they-are",
        "Dock3State: x-flighthub lacks source",
        lambda d: schema(d, "Dock3State")["x-flighthub"].pop("source"),
    ),
    Break(
        "devices-say-what-they-are",
        "Dock3State: x-flighthub.device is 'boat'",
        lambda d: mark(d, "Dock3State", device="boat"),
    ),
    Break(
        "devices-say-what-they-are",
        "Dock3State: x-flighthub.colour is not in the vocabulary of devices",
        lambda d: mark(d, "Dock3State", colour="grey"),
    ),
    Break(
        "devices-say-what-they-are",
        "3-3-0: 2 devices have this model key",
        lambda d: mark(d, "Dock2State", keys=["3-3-0"]),
    ),
    Break(
        "devices-say-what-they-are",
        "3-99-0: products.yaml does not name the product of this model key",
        lambda d: mark(d, "Dock3State", keys=["3-99-0"]),
    ),
    Break(
        "forms-have-what-is-read-of-them",
        "Track: x-flighthub.form is 'spiral', not one of ['trajectory']",
        lambda d: mark(d, "Track", form="spiral"),
    ),
    Break(
        "forms-have-what-is-read-of-them",
        "Track.points: a trajectory has items with timestamp",
        lambda d: schema(d, "TrackPoint")["properties"].pop("timestamp"),
    ),
    Break(
        "forms-have-what-is-read-of-them",
        "Track.points: a trajectory has items with height, latitude, longitude, timestamp",
        lambda d: schema(d, "Track")["properties"].pop("points"),
    ),
    Break(
        "examples-hold",
        "listWaylines: has no example answer",
        lambda d: answer(d, "listWaylines").pop("examples"),
    ),
    Break(
        "examples-hold",
        "createModel: has no example request",
        lambda d: request(d, "createModel")["examples"].pop("default"),
    ),
    Break(
        "examples-hold",
        "createFlightTask request weekly: the example breaks its schema at /rth_altitude",
        lambda d: request(d, "createFlightTask")["examples"]["weekly"]["value"].update(rth_altitude="high"),
    ),
    Break("codes-are-whole", "the code is not a whole number", lambda d: code(d, 219019).update(code="219019: evil()")),
    *(
        Break("names-can-be-names", f"x-flighthub.{key} is {name!r}", noted(key, name))
        for key in ("group", "method")
        for name in ("../../x", "a/b", "Waylines", "import", "_x", "x__y", "a b", "x\n", 7)
    ),
    *(
        Break("names-can-be-names", says, change)
        for says, change in (
            ("the parameter 'id: x' can be no argument", sent(name="id: x")),
            ("the path '/a/../b' is not made of", moved("/a/../b")),
            ("the path '/a/{b.c}' is not made of", moved("/a/{b.c}")),
            ("'X: b' is no name of a header", lambda d: d["components"]["parameters"]["Language"].update(name="X: b")),
            ("track: a schema is called in CamelCase", called("track")),
            ("True: a schema is called in CamelCase", called("True")),
            ('Track.a"b: can be no attribute', lambda d: schema(d, "Track")["properties"].update({'a"b': {}})),
            ("'A; b' can be no constant", lambda d: schema(d, "ModelStatus")["x-enum-varnames"].append("A; b")),
            ("1.5 is neither a text nor a whole number", lambda d: schema(d, "FlightTaskType")["enum"].append(1.5)),
        )
    ),
    *(
        Break("schemas-can-be-kept", f"TrackPoint.height: {says}", having(member_schema))
        for says, member_schema in (
            ("pattern of string is not kept", {"type": "string", "pattern": "a+"}),
            ("exclusiveMaximum of number is not kept", {"type": "number", "exclusiveMaximum": 3}),
            ("multipleOf of integer is not kept", {"type": "integer", "multipleOf": 3}),
            ("minLength of integer is not kept", {"type": "integer", "minLength": 3}),
            ("maxLength of string is not kept", {"type": "string", "format": "date-time", "maxLength": 3}),
            ("minProperties of object is not kept", {"type": "object", "minProperties": 3}),
            ("oneOf of such a schema is not kept", {"oneOf": [{"type": "string"}, {"type": "integer"}]}),
            ("minItems of such a schema is not kept", {"$ref": "#/components/schemas/Track", "minItems": 1}),
            ("readOnly of boolean is not kept", {"type": "boolean", "readOnly": True}),
            ("uniqueItems of array is not kept", {"type": "array", "prefixItems": [{}], "uniqueItems": True}),
            ("the format email is not kept", {"type": "string", "format": "email"}),
            ("the types ['integer', 'boolean'] at once", {"type": ["integer", "boolean"]}),
            ("the constant '2' is not a string", {"type": "integer", "const": "2"}),
            ("the constant 2.5 is not a string", {"type": "number", "const": 2.5}),
            ("a list says what its items are", {"type": "array"}),
            ("x-flighthub.inferred.maximum is not", {"type": "string", "x-flighthub": {"inferred": {"maximum": 3}}}),
        )
    ),
    *(
        Break("schemas-can-be-kept", f"TrackPoint.height.{says}", having(member_schema))
        for says, member_schema in (
            ("[]: pattern of string", {"type": "array", "items": {"type": "string", "pattern": "a"}}),
            ("[1]: multipleOf of number", {"type": "array", "prefixItems": [{}, {"type": "number", "multipleOf": 2}]}),
            ("*: pattern of string", {"type": "object", "additionalProperties": {"type": "string", "pattern": "a"}}),
            ("[]: a secret is a member of its own", {"type": "array", "items": SECRET}),
        )
    ),
    *(
        Break("parameters-can-be-sent", f"listFlightTasks status: {says}", sent(**changes))
        for says, changes in (
            ("a list says how it travels", {"explode": None}),
            ("a list says how it travels", {"style": "pipeDelimited"}),
            (
                "the items of a list in an address",
                {"schema": {"type": "array", "items": {"type": "array", "items": {}}}},
            ),
            ("an object cannot travel in an address", {"schema": {"type": "object"}}),
            ("the style deepObject is not kept", {"style": "deepObject", "schema": {"type": "string"}}),
            ("a list cannot travel in a path", {"in": "path"}),
            ("a parameter in cookie belongs to all operations", {"in": "cookie"}),
            ("allowReserved of a parameter is not kept", {"allowReserved": True}),
            ("a parameter has a schema", {"schema": None}),
            ("pattern of string is not kept", {"schema": {"type": "string", "pattern": "a"}}),
        )
    ),
    Break(
        "parameters-can-be-sent",
        "a name with [] is that of a list that is repeated",
        lambda d: parameter(d, "listFlightTasks", "status").update(name="status[]"),
    ),
    *(
        Break("links-lead-somewhere", f"listWaylines: the link createFlightTask {says}", linked(**changes))
        for says, changes in (
            ("leads to no operation", {"operationId": "flyAway"}),
            ("sets colour, which is no parameter of createFlightTask", {"parameters": {"colour": "red"}}),
            ("sets colour, which is no member of the body of createFlightTask", {"requestBody": {"colour": "red"}}),
        )
    ),
    *(
        Break("events-tell-everything", f"webhooks.model_zip_change: {says}", change)
        for says, change in (
            *(
                (f"x-flighthub lacks {key}", pushed("model_zip_change", **{key: None}))
                for key in ("kind", "form", "confidence", "deduplicate_by")
            ),
            ("x-flighthub.colour is not in the vocabulary", pushed("model_zip_change", colour="red")),
            ("x-flighthub.form is 'old', not one of", pushed("model_zip_change", form="old")),
            ("x-flighthub.confidence is 'sure'", pushed("model_zip_change", confidence="sure")),
            ("'Zip' is no kind", pushed("model_zip_change", kind="Zip")),
            ("'a b' is no kind", pushed("model_zip_change", aliases=["a b"])),
            ("summary is missing", lambda d: event(d, "model_zip_change").pop("summary")),
            ("description is missing", lambda d: event(d, "model_zip_change").pop("description")),
            ("an event is sent by POST alone", lambda d: d["webhooks"]["model_zip_change"].update(get={})),
        )
    ),
    *(
        Break("events-can-be-told-apart", says, change)
        for says, change in (
            (
                "file_sync_success: stands 2 times in the form event_api",
                pushed("ai_alert_record", kind="file_sync_success"),
            ),
            ("deduplicate_by names colour, which is no member", pushed("ai_alert_record", deduplicate_by=["colour"])),
            ("recognized_by names colour, which is no member", pushed("ai_alert_record", recognized_by=["colour"])),
            ("the body has no member notify_type", pushed("ai_alert_record", form="flighthub_sync")),
            ("no member of an event is promised", lambda d: schema(d, "AiAlertRecordEvent").update(required=["data"])),
            (
                "a member kind would hide",
                lambda d: schema(d, "AiAlertRecordEvent")["properties"].update(kind={"type": "string"}),
            ),
        )
    ),
    *(
        Break("events-have-examples", says, change)
        for says, change in (
            (
                "webhooks.ai_alert_record: has no example: spec/examples/ai_alert_record.event.json",
                lambda d: event(d, "ai_alert_record")["requestBody"]["content"]["application/json"].pop("examples"),
            ),
            (
                "device_exit_return_home default: the example breaks its schema at /data",
                lambda d: schema(d, "DeviceExitReturnHomeData")["properties"]["sn"].update(type="integer"),
            ),
            ("the example has the kind 'ai_alert_record'", pushed("ai_alert_record", kind="ai_alert")),
        )
    ),
    Break(
        "members-keep-to-the-vocabulary",
        "AiAlertRecordEvent.data: anyOf is for one schema, null or its JSON text",
        lambda d: member(d, "AiAlertRecordEvent.data")["anyOf"].append({"type": "integer"}),
    ),
    Break(
        "examples-hold",
        "getWayline answer default: the example breaks its schema at /data/size",
        lambda d: answer(d, "getWayline")["examples"]["default"]["value"]["data"].update(size="large"),
    ),
]

FIRST_OF_EACH_RULE = {each.rule: each for each in reversed(BREAKS)}


def test_the_untouched_bundle_has_no_findings(faithful: Document) -> None:
    assert lint(faithful) == []


def test_every_rule_is_broken_here() -> None:
    assert {each.rule for each in BREAKS} == set(RULES)


@pytest.mark.parametrize("broken", BREAKS, ids=[f"{each.rule}: {each.says}" for each in BREAKS])
def test_a_broken_rule_says_where_and_how(broken: Break, document: Document) -> None:
    broken.change(document)
    said = [f"{place}: {message}" for place, message in RULES[broken.rule](document)]
    assert any(broken.says in each for each in said), said


class NothingAgainstIt:
    """Whether it is OpenAPI is another test's question."""

    def __init__(self, document: Document) -> None:
        """Takes any document."""

    def iter_errors(self) -> Iterator[Any]:
        return iter(())


@pytest.mark.parametrize("rule", RULES)
def test_lint_reports_a_broken_rule_by_its_name(rule: str, document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.lint.OpenAPIValidator", NothingAgainstIt)
    FIRST_OF_EACH_RULE[rule].change(document)
    assert rule in {finding.rule for finding in lint(document)}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda d: d["info"].pop("title"), id="info without a title"),
        pytest.param(lambda d: operation(d, "getWayline")["parameters"].pop(0), id="path member without a parameter"),
        pytest.param(lambda d: member(d, "TrackPoint.height").update(type="float"), id="unknown type"),
        pytest.param(lambda d: schema(d, "TrackPoint").update(required="height"), id="required is not a list"),
        pytest.param(lambda d: member(d, "TrackPoint.height").update(pattern="("), id="pattern that is none"),
        pytest.param(lambda d: member(d, "TrackPoint.height").update(xml="x"), id="OpenAPI's own word, misused"),
        pytest.param(lambda d: schema(d, "TrackPoint").update({"$schema": "urn:odd"}), id="unknown dialect"),
    ],
)
def test_what_is_not_openapi_is_reported_before_any_rule_is_asked(change: Change, document: Document) -> None:
    change(document)
    assert {finding.rule for finding in lint(document)} == {"openapi"}


def test_a_finding_reads_as_place_message_and_rule() -> None:
    assert str(Finding("some-rule", "Track.points", "has no description")) == (
        "Track.points: has no description [some-rule]"
    )


def test_the_command_lists_findings_and_fails(sources: Path) -> None:
    replaced(sources / "spec" / "schemas" / "open_models.yaml", r"    - Reconstruction was cancelled\n", "")
    ran = step("lint", "--root", sources)
    assert ran.returncode == 1
    assert "ModelStatus: x-enum-descriptions must have 7 entries, one per value [enums-are-whole]" in ran.stdout
    assert ran.stderr.strip() == "lint: 1 findings"


@pytest.mark.parametrize(
    "composed", [{"$ref": "#/components/schemas/Loop"}, {"allOf": [{"$ref": "#/components/schemas/Turn"}]}]
)
def test_a_schema_that_is_composed_of_itself_is_named(composed: Document, document: Document) -> None:
    document["components"]["schemas"] |= {"Loop": composed, "Turn": {"$ref": "#/components/schemas/Loop"}}
    assert "Loop: is composed of itself [openapi]" in [str(each) for each in lint(document)]
