"""Events as the catalogue of the package has them, and what each class of an event knows of itself."""

from __future__ import annotations

from typing import Any

from generator.documents import Document
from generator.schema_access import event_schema, webhooks


def class_variables(document: Document) -> dict[str, dict[str, str]]:
    """What the class of an event knows of itself, by the name of the class.

    A class that stands for several kinds has no kind of its own: each of its objects has the one that it arrived with.
    """
    kinds: dict[str, list[Document]] = {}
    for _, event in webhooks(document):
        kinds.setdefault(event_schema(event), []).append(event["x-flighthub"])
    return {
        name: {
            "__kind__": repr(notes[0]["kind"] if len(notes) == 1 else ""),
            "__form__": repr(notes[0]["form"]),
        }
        for name, notes in kinds.items()
    }


def catalogue(document: Document) -> dict[str, Any]:
    """What the template of the catalogue prints."""
    header = document["components"].get("parameters", {}).get("EventSignature", {}).get("name", "")
    return {"events": [_record(name, event) for name, event in webhooks(document)], "signature_header": repr(header)}


def _record(name: str, event: Document) -> dict[str, Any]:
    notes = event["x-flighthub"]
    return {
        "name": name,
        "kind": notes["kind"],
        "form": notes["form"],
        "class_name": event_schema(event),
        "confidence": notes["confidence"],
        "summary": event["summary"],
        "deduplicate_by": tuple(notes["deduplicate_by"]),
        **({"by_minute": True} if notes.get("by_minute") else {}),
        **{key: tuple(notes[key]) for key in ("aliases", "recognized_by") if key in notes},
    }
