"""OpenAPI Overlay 1.0: corrections to the transcription, each with its reason and evidence.

An action is strict where the standard is lenient: a target that matches nothing is an error, because the page it
corrects has changed and somebody must look.
"""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonpath_rfc9535

from generator.documents import Document, SpecError, load


def apply(document: Document, folder: Path) -> None:
    """Applies every overlay of a folder to the document, in the order of the file names."""
    for file in sorted(folder.glob("*.yaml")):
        overlay = load(file, folder)
        if not isinstance(overlay, dict) or not str(overlay.get("overlay", "")).startswith("1.0"):
            raise SpecError(f"{file.name}: not an OpenAPI Overlay 1.0 document")
        if not overlay.get("actions"):
            raise SpecError(f"{file.name}: an overlay needs actions")
        for number, action in enumerate(overlay["actions"], start=1):
            place = f"{file.name}, action {number}"
            for needed in ("target", "description", "x-evidence"):
                if not action.get(needed):
                    raise SpecError(f"{place}: an action needs a {needed}")
            _act(document, action, place)


def _act(document: Document, action: Document, place: str) -> None:
    try:
        found = jsonpath_rfc9535.find(action["target"], document)
    except jsonpath_rfc9535.JSONPathError as error:
        raise SpecError(f"{place}: {action['target']} is no JSONPath: {error}") from error
    locations = list(dict.fromkeys(node.location for node in found))
    if not locations:
        raise SpecError(f"{place}: {action['target']} matches nothing; has the page been corrected?")
    if action.get("remove"):
        # What lies deeper goes first, and of a list's items the last, so that no location moves before its turn.
        for location in sorted(locations, key=_depth, reverse=True):
            parent = _at(document, location[:-1])
            del parent[location[-1]]
        return
    if "update" not in action:
        raise SpecError(f"{place}: an action updates or removes")
    for location in locations:
        place_found = _at(document, location)
        if isinstance(place_found, list):
            place_found.append(deepcopy(action["update"]))
        elif isinstance(place_found, dict) and isinstance(action["update"], dict):
            _merge(place_found, action["update"])
        else:
            raise SpecError(f"{place}: {action['target']} is neither an object nor a list")


def _depth(location: tuple[int | str, ...]) -> tuple[int, tuple[int, ...]]:
    return len(location), tuple(step if isinstance(step, int) else 0 for step in location)


def _at(document: Document, location: tuple[int | str, ...]) -> Any:
    node: Any = document
    for step in location:
        node = node[step]
    return node


def _merge(target: Document, update: Document) -> None:
    for key, value in update.items():
        if isinstance(value, dict) and isinstance(target.get(key), dict):
            _merge(target[key], value)
        else:
            target[key] = deepcopy(value)
