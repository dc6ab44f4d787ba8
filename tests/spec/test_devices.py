"""The state of each device against the dossier: every member, enum, unit, range and product, none made up, none lost.

`devices.yaml`, `device_enums.yaml` and `products.yaml` beside this file are copied from the dossier and not from
`spec/`, so that the two can disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from flighthub import enums
from flighthub_api.products import CAMERAS, PERFORMANCE, POSITIONS, PRODUCTS
from generator.bundle import bundle
from generator.documents import Document, load
from generator.layout import Layout
from generator.schema_access import enum_values, members

TABLES = Path(__file__).parent
TABLE: dict[str, Any] = load(TABLES / "devices.yaml")
DEVICES: dict[str, dict[str, Any]] = TABLE["devices"]
PARTS: dict[str, dict[str, dict[str, Any]]] = TABLE["parts"]
ENUMS: dict[str, dict[int | str, str]] = load(TABLES / "device_enums.yaml")
KNOWN: dict[str, Any] = load(TABLES / "products.yaml")

PAYLOAD = "{payload}"
"""Stands for the index of a payload, such as 99-0-0, which is the name of the member with its state."""

RANGES = {"min": "minimum", "max": "maximum", "max_length": "maxLength", "max_bytes": "maxLength"}
"""The dossier's words for the ends of a range, and those of the transcription."""

OTHERWISE = {
    "attitude_head": {"minimum": -180, "maximum": 180},
    "live_status.error_status": {"maximum": 999999},
}
"""Ranges that the transcription states in its own way, where they differ from what the dossier says of the member."""

by_device = pytest.mark.parametrize("device", DEVICES)
by_enum = pytest.mark.parametrize("enum", ENUMS)


class Place(NamedTuple):
    """A member of a device's state, its schema, and how sure it is."""

    schema: Document
    confidence: str

    @property
    def notes(self) -> Document:
        found: Document = self.schema.get("x-flighthub", {})
        return found


@cache
def the_schemas() -> dict[str, Document]:
    """The schemas of the bundle; nobody changes them here."""
    found: dict[str, Document] = bundle(Layout())["components"]["schemas"]
    return found


def schema_of(device: str) -> Document:
    """The schema of a device, found by its model keys."""
    keys = DEVICES[device]["keys"]
    (found,) = (each for each in the_schemas().values() if each.get("x-flighthub", {}).get("keys") == keys)
    return found


def name_referred_to(schema: Document) -> str | None:
    """The component to which a member refers, as a list or as one or null."""
    for part in schema.get("anyOf", [schema]):
        if "$ref" in part:
            return str(part["$ref"].rpartition("/")[2])
        if "items" in part:
            return name_referred_to(part["items"])
    return None


def places_below(schema: Document, prefix: str = "", outside: str = "documented") -> Iterator[tuple[str, Place]]:
    """All members of an object and of the objects inside it, by their dotted paths."""
    document = {"components": {"schemas": the_schemas()}}
    payloads = schema.get("x-flighthub", {}).get("payloads")
    if payloads:
        below = dict(places_below({"properties": {PAYLOAD: payloads["schema"]}}, prefix, outside))
        # The page of a device may not have the payloads at all: then nothing inside them is documented, either.
        sure = any(place.confidence == "documented" for path, place in below.items() if path != prefix + PAYLOAD)
        below[prefix + PAYLOAD] = Place({}, outside if sure else "observed")
        yield from below.items()
    for name, member in members(document, schema).items():
        confidence = outside if outside != "documented" else member.get("x-flighthub", {}).get("confidence", outside)
        yield prefix + name, Place(member, confidence)
        inside = the_schemas().get(name_referred_to(member) or "", {})
        if "properties" in inside or "allOf" in inside:
            yield from places_below(inside, f"{prefix}{name}.", confidence)


@cache
def places_of(device: str) -> dict[str, Place]:
    """All members of a device's state, by their dotted paths."""
    return dict(places_below(schema_of(device)))


@cache
def documented_of(device: str) -> dict[str, dict[str, Any]]:
    """What the dossier says of each documented member of a device, by dotted paths."""
    return {path: facts for part in DEVICES[device]["documented"] for path, facts in PARTS[part].items()}


def top_level(paths: list[str]) -> list[str]:
    return [path for path in paths if "." not in path]


def test_every_device_of_the_transcription_is_in_the_table() -> None:
    transcribed = [
        each["x-flighthub"]["keys"] for each in the_schemas().values() if "keys" in each.get("x-flighthub", {})
    ]
    assert sorted(transcribed) == sorted(each["keys"] for each in DEVICES.values())


@by_device
def test_the_table_of_a_device_has_as_many_members_as_the_dossier_counts(device: str) -> None:
    counts = DEVICES[device]["counts"]
    assert len(top_level([*documented_of(device)])) == counts["top_level"]
    assert len(documented_of(device)) == counts["with_nested"]


@by_device
def test_a_device_has_as_many_documented_members_as_the_dossier_counts(device: str) -> None:
    documented = [path for path, place in places_of(device).items() if place.confidence == "documented"]
    counts = DEVICES[device]["counts"]
    assert (len(top_level(documented)), len(documented)) == (counts["top_level"], counts["with_nested"])


@by_device
def test_a_device_documents_exactly_the_members_that_the_dossier_documents(device: str) -> None:
    documented = {path for path, place in places_of(device).items() if place.confidence == "documented"}
    assert documented == set(documented_of(device))


@by_device
def test_what_a_device_has_beside_the_documentation_is_what_the_dossier_observed(device: str) -> None:
    beside = {path for path, place in places_of(device).items() if place.confidence in ("observed", "inferred")}
    observed = set(DEVICES[device]["observed"])
    assert observed - beside == set()
    # Where the dossier knows that a member is there but not what is in it, the shape of a sibling device is taken.
    assert {path for path in beside - observed if not any(path.startswith(f"{each}.") for each in observed)} == set()


def takes_null(schema: Document) -> bool:
    """Whether a member may be null: it says so, or says nothing of its form."""
    if "anyOf" in schema:
        return {"type": "null"} in schema["anyOf"]
    return "null" in schema["type"] if "type" in schema else "$ref" not in schema


@by_device
def test_every_member_of_a_device_may_be_missing_and_may_be_null(device: str) -> None:
    assert "required" not in schema_of(device)
    assert [path for path, place in places_of(device).items() if not takes_null(place.schema)] == []


@by_device
def test_a_device_names_its_source_and_its_confidence(device: str) -> None:
    notes, expected = schema_of(device)["x-flighthub"], DEVICES[device]
    assert (notes["source"], notes["confidence"]) == (expected["source"], expected["confidence"])
    assert notes.get("incomplete", False) is not expected["complete"]


@by_device
def test_a_device_keeps_members_that_nobody_described(device: str) -> None:
    assert schema_of(device).get("additionalProperties", True) is not False


@by_device
def test_a_member_has_the_unit_of_the_dossier(device: str) -> None:
    found = {path: places_of(device)[path].notes for path in documented_of(device)}
    units = {path: notes.get("unit", notes.get("time")) for path, notes in found.items()}
    assert units == {path: facts.get("unit") for path, facts in documented_of(device).items()}


@by_device
def test_a_member_has_the_range_of_the_dossier_and_does_not_enforce_it(device: str) -> None:
    for path, facts in documented_of(device).items():
        place = places_of(device)[path]
        expected = {RANGES.get(end, end): value for end, value in facts.get("range", {}).items()}
        if "max_digits" in expected:
            expected = {"maxLength": expected["max_digits"]}
        stated = place.notes.get("range", {})
        assert stated in (expected, OTHERWISE.get(path)), path
        assert not {*RANGES.values(), "minItems", "maxItems"} & set(place.schema), path


@by_device
def test_a_member_has_the_enum_of_the_dossier_and_its_documented_codes(device: str) -> None:
    for path, facts in documented_of(device).items():
        place, enum = places_of(device)[path], facts.get("enum")
        assert place.notes.get("codes") == facts.get("codes"), path
        referred = the_schemas().get(name_referred_to(place.schema) or "", {})
        assert (codes_and_words(referred) if enum_values(referred) else None) == (ENUMS[enum] if enum else None), path


def codes_and_words(schema: Document) -> dict[int | str, str]:
    """The codes of an enum with their words; what travels as text is both."""
    values = enum_values(schema)
    return dict(zip(values, schema.get("x-flighthub", {}).get("words", values), strict=True))


def schemas_of_enums() -> dict[str, set[str]]:
    """The schemas to which the members refer that have an enum of the dossier."""
    found: dict[str, set[str]] = {}
    for device in DEVICES:
        for path, facts in documented_of(device).items():
            if "enum" in facts:
                schema = name_referred_to(places_of(device)[path].schema)
                found.setdefault(facts["enum"], set()).add(str(schema))
    return found


@by_enum
def test_an_enum_of_the_dossier_is_one_schema_with_its_codes_and_words_in_order(enum: str) -> None:
    (name,) = schemas_of_enums()[enum]
    assert list(codes_and_words(the_schemas()[name]).items()) == list(ENUMS[enum].items())


@by_enum
def test_the_generated_enum_takes_every_code_and_every_word_of_the_dossier(enum: str) -> None:
    (name,) = schemas_of_enums()[enum]
    generated = getattr(enums, name)
    for code, word in ENUMS[enum].items():
        assert generated(code) is generated(word), (code, word)
        assert generated(code).is_known
        assert generated(code).value == code
        assert generated(code) == code
        assert generated(code) == word
    assert [each.value for each in generated] == list(ENUMS[enum])


def test_two_enums_of_the_dossier_are_not_merged() -> None:
    found = [name for names in schemas_of_enums().values() for name in names]
    assert len(found) == len(set(found)) == len(ENUMS)


KINDS = {0: "aircraft", 2: "remote_controller", 3: "dock"}
CONFIDENCE = {"documented": "documented", "sdk": "inferred"}


def test_the_products_are_those_of_the_dossier() -> None:
    expected = {
        key: (key, each["product"], KINDS[each["domain"]], CONFIDENCE[each["confidence"]])
        for key, each in KNOWN["models"].items()
    }
    assert {key: tuple(product) for key, product in PRODUCTS.items()} == expected


def test_the_performance_of_products_is_that_of_their_maker() -> None:
    minutes = {PRODUCTS[key].name: each.endurance / 60 for key, each in PERFORMANCE.items() if each.endurance}
    kilometres = {PRODUCTS[key].name: each.radius / 1000 for key, each in PERFORMANCE.items() if each.radius}
    assert (minutes, kilometres) == (KNOWN["minutes"], KNOWN["kilometres"])
    assert {each.confidence for each in PERFORMANCE.values()} == {"inferred"}


def test_the_cameras_are_those_of_the_dossier() -> None:
    expected = {
        key: (each["product"].lower(), tuple(each["lenses"]), each["laser_rangefinder"], CONFIDENCE[each["confidence"]])
        for key, each in KNOWN["cameras"].items()
    }
    generated = {
        key: (camera.name.lower(), camera.lenses, camera.laser_rangefinder, camera.confidence)
        for key, camera in CAMERAS.items()
    }
    assert generated == expected
    assert {camera.key for camera in CAMERAS.values()} == set(CAMERAS)


def test_the_positions_of_gimbals_are_those_of_the_dossier() -> None:
    assert list(POSITIONS) == [str(each) for each in KNOWN["positions"]]


@pytest.mark.parametrize("key", [key for key, each in KNOWN["models"].items() if each["confidence"] == "documented"])
def test_a_documented_model_key_belongs_to_the_device_that_the_dossier_names(key: str) -> None:
    named = KNOWN["models"][key]["schema"]
    assert [device for device, each in DEVICES.items() if key in each["keys"]] == ([named] if named else [])


@by_device
def test_every_payload_index_of_the_dossier_fits_the_pattern_and_no_member_does(device: str) -> None:
    payloads = schema_of(device)["x-flighthub"].get("payloads")
    listed = [*documented_of(device), *DEVICES[device]["observed"]]
    assert (payloads is not None) is any(path.startswith(PAYLOAD) for path in listed)
    if payloads is None:
        return
    pattern = re.compile(payloads["pattern"])
    assert all(pattern.search(f"{camera}-{position}") for camera in KNOWN["cameras"] for position in KNOWN["positions"])
    assert [path for path in places_of(device) if pattern.search(path)] == []
