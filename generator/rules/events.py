"""That the events say what they are, hold together, and have examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import jsonschema_rs

from generator.documents import Document
from generator.rules.names import WORD
from generator.rules.registry import rule
from generator.schema_access import event_schema, members, webhooks

FORMS = {"event_api": "type", "flighthub_sync": "notify_type"}
"""The forms of a body, and the member of each that holds the kind."""

RESERVED = {"kind", "form", "is_known"}
"""What every event has by itself."""

NEEDED = ("kind", "form", "confidence", "deduplicate_by")
VOCABULARY = {*NEEDED, "aliases", "recognized_by", "by_minute"}


@rule
def events_tell_everything(document: Document) -> Iterator[tuple[str, str]]:
    """Every event has the whole `x-flighthub` vocabulary, a summary, a description and a named schema as its body."""
    for name, event in document.get("webhooks", {}).items():
        place = f"webhooks.{name}"
        if set(event) != {"post"}:
            yield place, "an event is sent by POST alone"
            continue
        event = event["post"]
        notes = event.get("x-flighthub", {})
        for key in NEEDED:
            if key not in notes:
                yield place, f"x-flighthub lacks {key}"
        for key in sorted(set(notes) - VOCABULARY):
            yield place, f"x-flighthub.{key} is not in the vocabulary of events"
        if notes.get("form") not in FORMS:
            yield place, f"x-flighthub.form is {notes.get('form')!r}, not one of {sorted(FORMS)}"
        if notes.get("confidence") not in {"documented", "observed", "inferred"}:
            yield place, f"x-flighthub.confidence is {notes.get('confidence')!r}"
        for key in ("summary", "description"):
            if not event.get(key):
                yield place, f"{key} is missing"
        for text in (name, notes.get("kind"), *notes.get("aliases", [])):
            if not WORD.fullmatch(str(text)):
                yield place, f"{text!r} is no kind: words in lower case, joined by _"


@rule
def events_can_be_told_apart(document: Document) -> Iterator[tuple[str, str]]:
    """No two events of a form have the same kind or alias, and the members that tell an event, or a repeat, exist."""
    kinds: Counter[tuple[str, str]] = Counter()
    for name, event in webhooks(document):
        place, notes = f"webhooks.{name}", event.get("x-flighthub", {})
        form = notes.get("form")
        kinds.update((form, kind) for kind in (notes.get("kind"), *notes.get("aliases", [])))
        schema = document["components"]["schemas"][event_schema(event)]
        described = members(document, schema)
        if form in FORMS and FORMS[form] not in described:
            yield place, f"the body has no member {FORMS[form]}, which holds the kind"
        for member in sorted(RESERVED & set(described)):
            yield place, f"a member {member} would hide what every event has"
        if "required" in schema:
            yield place, "no member of an event is promised by anybody"
        data = members(document, described["data"]["anyOf"][0]) if "anyOf" in described.get("data", {}) else described
        for key in ("deduplicate_by", "recognized_by"):
            for member in notes.get(key, []):
                if member not in data:
                    yield place, f"x-flighthub.{key} names {member}, which is no member"
    for (form, kind), count in kinds.items():
        if count > 1:
            yield f"webhooks {kind}", f"stands {count} times in the form {form}"


@rule
def events_have_examples(document: Document) -> Iterator[tuple[str, str]]:
    """Every event has an example, which fits its schema and has its kind."""
    contents = [event["requestBody"]["content"]["application/json"] for _, event in webhooks(document)]
    schemas = {"components": document["components"], "contents": [content["schema"] for content in contents]}
    # The components are taken in once, not once for each event.
    registry = jsonschema_rs.Registry([("bundle:/", schemas)])
    for number, (name, event) in enumerate(webhooks(document)):
        content, notes = contents[number], event.get("x-flighthub", {})
        examples = content.get("examples", {})
        if "default" not in examples:
            yield f"webhooks.{name}", f"has no example: spec/examples/{name}.event.json"
        validator = jsonschema_rs.Draft202012Validator({"$ref": f"bundle:/#/contents/{number}"}, registry=registry)
        for label, example in examples.items():
            for error in validator.iter_errors(example["value"]):
                where = "/".join(map(str, error.instance_path))
                yield f"webhooks.{name} {label}", f"the example breaks its schema at /{where}: {error.message}"
            found = example["value"].get(FORMS.get(notes.get("form", ""), ""))
            if found != notes.get("kind") and "recognized_by" not in notes:
                yield f"webhooks.{name} {label}", f"the example has the kind {found!r}"
