"""That the business codes are whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.documents import Document
from generator.rules.names import CLASS
from generator.rules.registry import name_of, rule
from generator.schema_access import operations


@rule
def codes_are_whole(document: Document) -> Iterator[tuple[str, str]]:
    """Every business code is unique and has meaning, class, retryable, hint and confidence."""
    entries = document["x-flighthub"]["errors"]
    if not entries:
        yield "errors.yaml", "holds no business codes"
    ids = {name_of(operation) for _, _, operation in operations(document)}
    for code, count in Counter(entry.get("code") for entry in entries).items():
        if count > 1:
            yield f"errors.yaml {code}", f"stands {count} times"
    for entry in entries:
        place = f"errors.yaml {entry.get('code')}"
        missing = {"code", "meaning", "class", "retryable", "hint", "confidence"} ^ (set(entry) - {"nothing"})
        if missing:
            yield place, f"members missing or too many: {sorted(missing)}"
            continue
        if type(entry["code"]) is not int:
            yield place, "the code is not a whole number"
        if not CLASS.fullmatch(str(entry["class"])):
            yield place, f"{entry['class']!r} is no error class"
        for name in sorted(set(entry.get("nothing", [])) - ids):
            yield place, f"nothing names {name}, which is no operation"
        where = entry["retryable"]
        if not (set(where) <= ids if isinstance(where, list) else where in {"never", "reads", "always"}):
            yield place, f"retryable is {where!r}: never, reads, always or a list of operation ids"
