"""The transcription of the events against the dossier: nothing is left out, nothing is made up.

The table beside this file is copied from the dossier and not from `spec/`, so that the two can disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from flighthub_api import EVENTS
from flighthub_api.events import SIGNATURE_HEADER
from generator.bundle import bundle
from generator.documents import Document, load
from generator.layout import Layout
from generator.schema_access import event_schema, webhooks

TABLE: Document = load(Path(__file__).parent / "events.yaml")
CURRENT: dict[str, Document] = TABLE["event_api"]
OLDER: Document = TABLE["flighthub_sync"]


@cache
def the_bundle() -> Document:
    """The bundle of the checkout; nobody changes it here."""
    return bundle(Layout())


@cache
def the_events() -> dict[tuple[str, str], Document]:
    """The webhooks of the bundle by form and kind."""
    return {(each["x-flighthub"]["form"], each["x-flighthub"]["kind"]): each for _, each in webhooks(the_bundle())}


def schema(name: str) -> Document:
    """A schema of the bundle."""
    found: Document = the_bundle()["components"]["schemas"][name]
    return found


def data(kind: str) -> Document:
    """The schema of the data of an event of the current form."""
    described = schema(event_schema(the_events()["event_api", kind]))["properties"]["data"]["anyOf"]
    assert described[1] == {"type": "string", "contentMediaType": "application/json"}
    return schema(described[0]["$ref"].rpartition("/")[2])


def type_of(member: Document) -> str:
    """The type of a member in the words of the table."""
    if "$ref" in member:
        return str(member["$ref"]).rpartition("/")[2]
    given = member.get("type", "anything")
    return " or ".join(given) if isinstance(given, list) else str(given)


def below(described: Document, prefix: str = "") -> Iterator[tuple[str, Document]]:
    """All members of a schema by their dotted paths, those of the objects in it included."""
    for name, member in described.get("properties", {}).items():
        yield f"{prefix}{name}", member
        inner, step = (member.get("items", {}), "[].") if member.get("type") == "array" else (member, ".")
        if "$ref" in inner:
            yield from below(schema(type_of(inner)), f"{prefix}{name}{step}")


def test_the_bundle_has_exactly_the_kinds_of_the_dossier() -> None:
    known = {*(("event_api", kind) for kind in CURRENT), *(("flighthub_sync", kind) for kind in OLDER["kinds"])}
    assert set(the_events()) == known
    assert {(each.form, each.kind) for each in EVENTS.values()} == known
    assert len(EVENTS) == len(known)


@pytest.mark.parametrize("kind", CURRENT)
def test_an_event_has_the_members_of_the_dossier_and_no_others(kind: str) -> None:
    assert {path: type_of(member) for path, member in below(data(kind))} == CURRENT[kind]["members"]


@pytest.mark.parametrize("kind", CURRENT)
def test_links_and_passwords_of_an_event_are_secrets(kind: str) -> None:
    secret = {path for path, member in below(data(kind)) if member.get("format") == "password"}
    assert secret == {*CURRENT[kind].get("secret", [])}


@pytest.mark.parametrize("kind", CURRENT)
def test_an_event_has_the_other_spellings_of_the_dossier(kind: str) -> None:
    aliases = {
        path: member["x-flighthub"]["aliases"]
        for path, member in below(data(kind))
        if "aliases" in member.get("x-flighthub", {})
    }
    assert aliases == CURRENT[kind].get("aliases", {})


@pytest.mark.parametrize("kind", CURRENT)
def test_the_catalogue_says_of_an_event_what_the_dossier_says(kind: str) -> None:
    record, told = EVENTS[kind], CURRENT[kind]
    assert {
        "confidence": record.confidence,
        "aliases": record.aliases,
        "recognized_by": record.recognized_by,
        "deduplicate_by": record.deduplicate_by,
        "by_minute": record.by_minute,
    } == {
        "confidence": told["confidence"],
        "aliases": tuple(told.get("spelled", ())),
        "recognized_by": tuple(told.get("recognized_by", ())),
        "deduplicate_by": tuple(told["key"]),
        "by_minute": told.get("by_minute", False),
    }


@pytest.mark.parametrize("kind", OLDER["kinds"])
def test_an_event_of_the_older_form_has_the_members_of_the_dossier_and_no_others(kind: str) -> None:
    record = EVENTS[f"flighthub_sync_{kind}"]
    found = dict(below(schema(record.class_name)))
    assert (record.kind, record.confidence, record.deduplicate_by) == (kind, OLDER["confidence"], ())
    assert {path: type_of(member) for path, member in found.items()} == OLDER["members"]
    documented = {p for p, member in found.items() if member.get("x-flighthub", {}).get("confidence") == "documented"}
    assert documented == {*OLDER["documented"]}


@pytest.mark.parametrize("name", EVENTS)
def test_no_member_of_an_event_is_promised(name: str) -> None:
    event = EVENTS[name]
    described = [schema(event.class_name), *([data(event.kind)] if event.form == "event_api" else [])]
    described += [schema(type_of(m)) for each in described for _, m in below(each) if "$ref" in m]
    assert [each for each in described if "required" in each] == []


def test_the_signature_is_a_header_of_the_current_form_alone() -> None:
    parameter = the_bundle()["components"]["parameters"]["EventSignature"]
    told = TABLE["signature"]
    assert (parameter["name"], parameter["x-flighthub"]["confidence"]) == (told["header"], told["confidence"])
    assert told["header"] == SIGNATURE_HEADER
    for (form, _), event in the_events().items():
        assert [each["$ref"] for each in event.get("parameters", [])] == (
            ["#/components/parameters/EventSignature"] if form == "event_api" else []
        )


def test_the_answer_is_the_one_that_is_safe_for_both_forms() -> None:
    answer: Any = the_bundle()["components"]["responses"]["Received"]["content"]["application/json"]
    assert answer["examples"]["default"]["value"] == TABLE["answer"]
    assert all(
        each["responses"]["200"] == {"$ref": "#/components/responses/Received"} for each in the_events().values()
    )
