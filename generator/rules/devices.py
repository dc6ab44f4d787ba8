"""What a schema says that is more than an object: a device, or a form that the runtime knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.documents import Document
from generator.rules.registry import rule
from generator.schema_access import members

DEVICE_VOCABULARY = {"device", "keys", "source", "confidence", "payloads", "incomplete"}


FORMS = {"trajectory": {"points": {"timestamp", "latitude", "longitude", "height"}}}
"""What the runtime reads of a schema of a form: lists, and the members of their items."""


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
