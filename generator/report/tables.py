"""The differences of what stands beside the operations: business codes, regions, headers, languages, products."""

from __future__ import annotations

from typing import Any

from generator.documents import Document
from generator.report.changes import ADDITION, BREAKING, DOCUMENTATION, FIX, Changes
from generator.schema_access import editions, webhooks

_GENERAL = "APIError"
"""What a code without an entry of its own becomes."""


def compare(changes: Changes, before: Document, after: Document) -> None:
    """Says how the tables of two bundles differ."""
    _codes(changes, *(_by_code(each) for each in (before, after)))
    _regions(changes, *(_by_region(each) for each in (before, after)))
    _headers(changes, before, after)
    schemas = (each["components"]["schemas"] for each in (before, after))
    _languages(changes, *(each.get("Language", {}).get("enum", []) for each in schemas))
    for table, door in (("models", "PRODUCTS"), ("cameras", "CAMERAS")):
        _products(changes, door, *(_table(each, table) for each in (before, after)))
    _editions(changes, *(editions(each) for each in (before, after)))
    _events(changes, *(dict(webhooks(each)) for each in (before, after)))


def _by_code(document: Document) -> dict[int, Document]:
    return {each["code"]: each for each in document.get("x-flighthub", {}).get("errors", [])}


def _codes(changes: Changes, before: dict[int, Document], after: dict[int, Document]) -> None:
    for code in sorted({*before, *after}):
        old, new = before.get(code), after.get(code)
        pages = ("spec/errors.yaml",)
        first, second = ((each or {"class": _GENERAL})["class"] for each in (old, new))
        subject, wire = f"error {code}", f"business code {code}"
        kind = FIX if first == _GENERAL else BREAKING
        if new is None:
            text = f"no longer known, so it raises {_GENERAL}" + (f", was {first}" if first != _GENERAL else "")
            changes.say(kind, (subject, text), (wire, "removed"), pages)
        elif old is None:
            changes.say(ADDITION, (subject, f"known now, raises {second}"), (wire, "added"), pages)
        elif first != second:
            text = f"raises {second}, was {first}"
            changes.say(BREAKING if first != _GENERAL else FIX, (subject, text), None, pages)
        if old and new:
            if old["retryable"] != new["retryable"]:
                text = f"repeated: {_listed(new['retryable'])}, was {_listed(old['retryable'])}"
                changes.say(FIX, (subject, text), None, pages)
            if any(old[key] != new[key] for key in ("meaning", "hint", "confidence")):
                changes.say(DOCUMENTATION, (subject, "described anew"), None, pages)


def _events(changes: Changes, before: dict[str, Document], after: dict[str, Document]) -> None:
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        subject, wire = f"event {name}", f"webhook {name}"
        if new is None:
            changes.say(BREAKING, (subject, "removed from EVENTS"), (wire, "removed"), ("spec/webhooks.yaml",))
        elif old is None:
            changes.say(ADDITION, (subject, "known now"), (wire, "added"), ("spec/webhooks.yaml",))
        elif old["x-flighthub"] != new["x-flighthub"]:
            changes.say(FIX, (subject, "told apart otherwise"), (wire, "its notes changed"), ("spec/webhooks.yaml",))
        elif (old["summary"], old["description"]) != (new["summary"], new["description"]):
            changes.say(DOCUMENTATION, (subject, "described anew"), None, ("spec/webhooks.yaml",))


def _listed(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)


def _by_region(document: Document) -> dict[str, str]:
    servers = document.get("servers", [])
    return {each["x-flighthub"]["region"]: each["url"] for each in servers if "region" in each.get("x-flighthub", {})}


def _regions(changes: Changes, before: dict[str, str], after: dict[str, str]) -> None:
    for region in sorted({*before, *after}):
        old, new = before.get(region), after.get(region)
        subject, wire = f"region {region}", f"server of {region}"
        if new is None:
            changes.say(BREAKING, (subject, "removed"), (wire, "removed"))
        elif old is None:
            changes.say(ADDITION, (subject, "added"), (wire, f"added: {new}"))
        elif old != new:
            changes.say(FIX, (subject, "is at another address"), (wire, f"is {new}, was {old}"))


def _headers(changes: Changes, before: Document, after: Document) -> None:
    def names(document: Document) -> dict[str, str]:
        components = document["components"]
        shared = {key: each["name"] for key, each in components.get("parameters", {}).items()}
        return {**shared, **{key: each["name"] for key, each in components.get("securitySchemes", {}).items()}}

    first, second = names(before), names(after)
    for key in first:
        if key in second and first[key] != second[key]:
            text = f"{key} travels as {second[key]}, was {first[key]}"
            changes.say(FIX, ("headers", text), ("headers", text))


def _languages(changes: Changes, before: list[str], after: list[str]) -> None:
    for each in before:
        if each not in after:
            changes.say(BREAKING, (f"language {each}", "removed"), ("X-Language", f"value {each!r} removed"))
    for each in after:
        if each not in before:
            changes.say(ADDITION, (f"language {each}", "added"), ("X-Language", f"value {each!r} added"))


def _table(document: Document, name: str) -> dict[str, Document]:
    found: dict[str, Document] = document.get("x-flighthub", {}).get("products", {}).get(name, {})
    return found


def _products(changes: Changes, door: str, before: dict[str, Document], after: dict[str, Document]) -> None:
    for key in sorted({*before, *after}):
        old, new = before.get(key), after.get(key)
        subject, wire = f"{door} {key}", f"product {key}"
        pages = ("spec/products.yaml",)
        if new is None and old is not None:
            changes.say(FIX, (subject, f"{old['name']} is no longer known"), (wire, "removed"), pages)
        elif old is None and new is not None:
            changes.say(ADDITION, (subject, f"{new['name']} is known"), (wire, "added"), pages)
        elif old is not None and new is not None and old != new:
            text = f"is called {new['name']}, was {old['name']}" if old["name"] != new["name"] else "is known better"
            changes.say(FIX, (subject, text), (wire, text), pages)


def _editions(changes: Changes, before: dict[str, Document], after: dict[str, Document]) -> None:
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        subject = f"edition {name}"
        if new is None:
            changes.say(DOCUMENTATION, (subject, "is no longer described"), (subject, "removed"))
        elif old is None:
            changes.say(ADDITION, (subject, f"{new['title']} is described"), (subject, "added"))
        else:
            for key, word in (("title", "title"), ("dated", "date"), ("available", "list of where it is available")):
                if old.get(key) != new.get(key):
                    text = f"the {word} is {_words(new.get(key))}, was {_words(old.get(key))}"
                    changes.say(DOCUMENTATION, (subject, text), (subject, text))


def _words(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
