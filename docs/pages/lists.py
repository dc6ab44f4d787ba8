"""The pages that are one list each: enums, codes of errors, coverage."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

import flighthub.errors
from flighthub_api.about import API
from flighthub_api.operations import OPERATIONS
from flighthub_runtime.about import EditionDescription
from generator.layout import Layout
from generator.pages.questions import questions
from generator.schema_access import enum_values, members, undescribed

from .bundle import Bundle, Operation
from .docstrings import parsed
from .markdown import badge, code, labelled, link, prose, table

REPEATED: Final = {"never": "", "reads": "reads", "always": "as the operation allows"}


def enums_page(bundle: Bundle) -> str:
    """All enums with their values."""
    lines = ["# Enums", ""]
    lines += ["They are in `flighthub.enums`, and open: an unknown value becomes a member with `is_known` false.", ""]
    for name in sorted(bundle.enums):
        lines += _enum(name, bundle.enums[name])
    return "\n".join(lines) + "\n"


def _enum(name: str, schema: dict[str, Any]) -> list[str]:
    notes = schema.get("x-flighthub", {})
    words = notes.get("words")
    rows: list[tuple[str, ...]] = []
    for place, value in enumerate(enum_values(schema)):
        marks = [badge("inferred")] if value in notes.get("inferred", []) else []
        marks += [word for key, word in _MARKS.items() if value in notes.get(key, [])]
        shown = f"{code(value)}, {code(words[place])}" if words else code(value)
        constant = _constant(name, value)
        rows.append((shown, code(constant), f"{prose(schema['x-enum-descriptions'][place])} {', '.join(marks)}"))
    lines = [*labelled(f"enum-{name}", 2, name), prose(schema["description"]), ""]
    return lines + table(("Value", "Name", "Meaning"), rows, "members")


_MARKS: Final = {
    "answer_only": "(in answers only)",
    "terminal": "(the end)",
    "flying": "(flying)",
}


def _constant(name: str, value: Any) -> str:
    from flighthub_api import enums

    return str(getattr(enums, name)(value).name)


def errors_page(bundle: Bundle) -> str:
    """The errors of the client, and the codes of the server that become them."""
    codes = bundle.document["x-flighthub"]["errors"]
    lines = ["# Errors and codes", ""]
    lines += ["[What to do about them](../guides/errors.md) is told in a guide.", "", "## Errors", ""]
    lines += ["All are in `flighthub.errors` and in `flighthub`, and derive from `FlightHubError`.", ""]
    for name in ("FlightHubError", *(each for each in flighthub.errors.__all__ if each != "FlightHubError")):
        cls: type = getattr(flighthub.errors, name)
        docstring = parsed(cls)
        bases = [each for each in cls.__mro__[1:] if issubclass(each, flighthub.errors.FlightHubError)]
        public = next((each for each in bases if each.__name__ in flighthub.errors.__all__), None)
        lines += labelled(f"error-{name}", 3, name)
        of = f" It is a kind of {link(f'error-{public.__name__}', public.__name__)}." if public else ""
        lines += [prose(docstring.summary) + of, ""]
        lines += [prose(each) + "\n" for each in docstring.text]
        attributes = dict(docstring.attributes)
        for base in bases[: bases.index(public)] if public else []:
            attributes |= parsed(base).attributes
        known = [(code(attribute), prose(text)) for attribute, text in attributes.items()]
        lines += table(("It knows", ""), known, "members")
    lines += ["## Codes", ""]
    lines += [
        "The member `code` of an answer. Any other number becomes the error that goes with the HTTP status, or an "
        "`APIError`. *Repeating* says for which calls trying again can help.",
        "",
    ]
    rows = [
        (
            f"{{index}}`!{each['code']}`",  # the search leaves numbers out, unless they are in the index
            f"{prose(each['meaning'])} {prose(each['hint'])}",
            link(f"error-{each['class']}", each["class"]),
            _repeated(each["retryable"]),
            badge(each["confidence"]),
        )
        for each in codes
    ]
    lines += table(("Code", "Meaning, and what to do", "Error", "Repeating", "Confidence"), rows, "members")
    return "\n".join(lines) + "\n"


def _repeated(told: str | list[str]) -> str:
    if isinstance(told, list):
        return ", ".join(link(f"fh.{OPERATIONS[each].name}", OPERATIONS[each].name) for each in told)
    return REPEATED[told]


def repeating_page(bundle: Bundle) -> str:
    """The operations that are not safe to repeat, and how to find out what became of them."""
    lines = ["# What may not be repeated", ""]
    lines += [
        "All other operations are `safe`. [Retries and safety](../guides/retries.md) tells what that means.",
        "",
    ]
    listed = [each for group in bundle.groups.values() for each in group if each.notes["retry"] != "safe"]
    rows = [
        (
            link(f"fh.{each.name}", each.name),
            badge(each.notes["retry"]),
            badge(each.notes["effect"]),
            prose(each.notes["next_step"]),
        )
        for each in sorted(listed, key=lambda each: str(each.notes["retry"]))
    ]
    lines += table(("Operation", "Repeating", "Effect", "When the answer is lost"), rows, "members")
    return "\n".join(lines) + "\n"


def coverage_page(bundle: Bundle) -> str:
    """Each operation, by edition, and how sure it is; and what is known and not described."""
    listed = [each for group in bundle.groups.values() for each in group]
    lines = ["# Coverage", ""]
    lines += [
        "Operations of several [editions](../guides/editions.md) of the API are covered. "
        "All of them have a typed method in both clients and a route in the simulator.",
        "",
        "documented\n: DJI's documentation says so.\n",
        "observed\n: A real answer was seen.\n",
        "inferred\n: Deduced, or taken over from a sibling of this API. Verify it before you rely on it.\n",
        "",
    ]
    rows = [
        (
            each.name,
            prose(each.title),
            ", ".join(each.available),
            str(each.operations),
            str(each.documented),
            badge(each.confidence),
        )
        for each in API.editions.values()
    ]
    head = ("Edition", "Documentation", "Available", "Operations", "Dated", "Confidence")
    lines += ["## Editions", "", *table(head, rows, "editions")]
    for edition in API.editions.values():
        lines += _covered(edition, [each for each in listed if each.edition is edition])
    lines += _undescribed(bundle)
    lines += ["## Open questions", ""]
    lines += ["What the documentation leaves open and no real response has settled, and what the client assumes. "
              "`fh.conformance()` makes a file that can settle some of them, and holds nobody's data.", ""]  # fmt: skip
    lines += table(("Question", "Assumed", "Settled by"), _open_questions(), "questions")
    lines += ["## Members that are less sure", ""]
    lines += ["Where a member is less sure than the object it is in, its page says so. They are:", ""]
    lines += table(("Object", "Observed", "Inferred"), _less_sure(bundle), "less-sure")
    return "\n".join(lines) + "\n"


def _covered(edition: EditionDescription, listed: list[Operation]) -> list[str]:
    """The operations of an edition."""
    if not listed:
        return []
    sure = Counter(each.notes["confidence"] for each in listed)
    counts = ", ".join(f"{count} {confidence}" for confidence, count in sure.most_common())
    rows = [
        (
            link(f"fh.{each.name}", each.name),
            f"`{each.http_method} {each.path}`",
            prose(each.notes["page"]),
            prose(each.notes["source"]["reference"]),
            badge(each.notes["confidence"]),
        )
        for each in listed
    ]
    head = ("Operation", "Request", "DJI's page", "Read in", "Confidence")
    told = f"{edition.label}: {len(listed)} operations as documented on {edition.documented}, {counts}."
    return [
        f"## Operations of {edition.name}",
        "",
        told,
        "",
        prose(edition.description),
        "",
        *table(head, rows, "coverage"),
    ]


def _undescribed(bundle: Bundle) -> list[str]:
    """The operations that are known, and not well enough to be described."""
    rows = [
        (f"`{each['method']} {each['path']}`", prose(each["page"]), each["edition"])
        for each in undescribed(bundle.document)
    ]
    if not rows:
        return []
    told = "These are known to exist, and not well enough to be described. `fh.request` reaches them."
    return [
        "## Known and not described",
        "",
        told,
        "",
        *table(("Request", "DJI's page", "Edition"), rows, "undescribed"),
    ]


def _open_questions() -> list[tuple[str, ...]]:
    return [
        (
            prose(each.question),
            prose(each.assumed),
            ", ".join(code(f"{operation} {path}") for operation, path in each.members)
            or ", ".join(f"the code {each}" for each in each.codes)
            or "nothing that only reads",
        )
        for each in questions(Layout().spec)
    ]


def _less_sure(bundle: Bundle) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for name, schema in bundle.schemas.items():
        found: dict[str, list[str]] = {"observed": [], "inferred": []}
        for member, each in members(bundle.document, schema).items():
            confidence = each.get("x-flighthub", {}).get("confidence")
            if confidence in found:
                found[confidence].append(member)
        if any(found.values()):
            rows.append((code(name), *(", ".join(map(code, each)) for each in found.values())))
    return rows
