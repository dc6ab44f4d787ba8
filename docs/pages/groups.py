"""A page for each group of the client: its methods, its operations, and the objects that they are made of."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from flighthub import errors
from flighthub_api import models as generated
from flighthub_api.about import API
from flighthub_runtime.models import Model

from .bundle import Bundle, MemberRow, Operation
from .docstrings import Docstring, parsed
from .facades import Facade, Given, Method, methods_of, properties_of
from .markdown import badge, block, code, indexed, labelled, link, note, prose, table

REPEATING: Final = {
    "safe": "It is repeated when that can help, as [retries and safety](../../guides/retries.md) tells.",
    "rejected-only": "It is repeated only where the server certainly did nothing.",
    "never": "It is sent once, whatever happens.",
}


def page_of(group: str) -> str:
    """Name of a group's page."""
    return f"groups/{group}.md"


class Places:
    """Which page an object or a class is told on: the first that needs it."""

    def __init__(self, bundle: Bundle) -> None:
        self.facades = {
            group: Facade(group, {each.notes["method"] for each in listed}) for group, listed in bundle.groups.items()
        }
        self.objects: dict[str, list[str]] = {}
        self.given: dict[str, list[Given]] = {}
        taken: set[str] = set()
        for group, listed in bundle.groups.items():
            left_out = {bundle.body_of(each) for each in listed} | {bundle.wrapped(each) for each in listed}
            names = dict.fromkeys(name for each in listed for name in bundle.objects_of(each))
            self.objects[group] = [name for name in names if name not in taken and name not in left_out]
            taken.update(self.objects[group])
        told: set[str] = set()
        for group, facade in self.facades.items():
            self.given[group] = [each for each in facade.given if each.name not in told]
            told.update(each.name for each in self.given[group])
        self.labels = {name: f"object-{name}" for name in (*taken, *bundle.devices)}
        self.labels |= {name: f"enum-{name}" for name in bundle.enums}
        self.labels |= {name: f"given-{name}" for name in told}

    def linked(self, annotation: str) -> str:
        """An annotation for a cell, with links to what is told somewhere when it is nothing but a name."""
        name, literal, rest = annotation.removesuffix(" | None").partition(" | Literal[")
        if literal and name in self.labels and rest.count("]") == 1 and rest.endswith("]"):
            values = ", ".join(code(each) for each in rest.removesuffix("]").split(", "))
            return f"{link(self.labels[name], name)}: {values}"
        bare = name.removeprefix("list[").removesuffix("]")
        if literal or bare not in self.labels or name not in (bare, f"list[{bare}]"):
            return code(annotation)
        words = link(self.labels[bare], bare) if name == bare else f"list of {link(self.labels[bare], bare)}"
        return f"{words}, or None" if annotation.endswith(" | None") else words


def group_page(bundle: Bundle, places: Places, group: str) -> str:
    """The page of a group."""
    listed, facade = bundle.groups[group], places.facades[group]
    lines = [*labelled(f"group-{group}", 1, f"fh.{group}"), prose(bundle.about(group)), ""]
    lines += _overview(group, facade.methods, listed)
    if facade.methods:
        lines += ["## Methods that take several calls", ""]
        for method in facade.methods:
            lines += method_section(places, f"fh.{group}.{method.name}", method, 3, f"{group}.{method.name}")
    lines += ["## Operations", "", "★ marks what has to be given.", ""]
    for operation in listed:
        lines += _operation(bundle, places, operation, facade.overridden.get(operation.notes["method"]))
    if places.given[group]:
        lines += ["## What the methods give", ""]
        for given in places.given[group]:
            lines += given_section(places, given, f"given-{given.name}", 3)
    if places.objects[group]:
        lines += ["## Objects", "", "They are in `flighthub.types`. Any member may be missing in an answer.", ""]
        for name in places.objects[group]:
            lines += object_section(bundle, name)
    return "\n".join(lines) + "\n"


def _overview(group: str, methods: list[Method], listed: list[Operation]) -> list[str]:
    lines: list[str] = []
    if methods:
        told = [(link(f"fh.{group}.{each.name}", each.name), prose(each.docstring.summary)) for each in methods]
        lines += table(("Method", "What it does"), told)
    rows = [
        (
            link(f"fh.{each.name}", each.notes["method"]),
            prose(each.content["summary"]),
            badge(each.notes["effect"]),
            badge(each.notes["retry"]),
            badge(each.notes["confidence"]),
            each.edition.name,
        )
        for each in listed
    ]
    return lines + table(("Operation", "What it does", "Effect", "Repeating", "Confidence", "Edition"), rows)


def _operation(bundle: Bundle, places: Places, operation: Operation, told: Method | None) -> list[str]:
    content, notes = operation.content, operation.notes
    lines = [*indexed(notes["method"], operation.name, content["operationId"])]
    lines += labelled(f"fh.{operation.name}", 3, operation.name)
    lines += [f"**{prose(content['summary'])}.** {prose(content['description'])}", ""]
    facts = [
        ("Request", code(f"{operation.http_method} {operation.path}")),
        ("Scope", badge(notes["scope"])),
        ("Effect", badge(notes["effect"])),
        ("Repeating", f"{badge(notes['retry'])} {REPEATING[notes['retry']]}"),
        ("Confidence", badge(notes["confidence"])),
    ]
    if operation.is_beyond:
        lines += note(
            "note", f"{operation.edition.label}: not part of {API.edition}. See [editions](../../guides/editions.md)."
        )
    lines += [f"{name}\n: {fact}\n" for name, fact in facts]
    if notes["effect"] == "dangerous":
        lines += note("warning", "It moves an aircraft, takes control, spends quota or destroys data.")
    lines += _arguments(bundle.arguments_of(operation))
    answer = bundle.answer_of(operation)
    given = told and told.docstring.returns
    if given:
        lines += ["**Gives** " + prose(given), ""]
    elif answer:
        pages = ", all pages of them as they are needed" if notes["paging"] != "none" else ""
        lines += [f"**Gives** {answer}{pages}: {prose(content['responses']['200']['description'])}", ""]
    else:
        lines += [f"**Gives** nothing. {prose(content['responses']['200']['description'])}", ""]
    lines += _errors(notes, told)
    lines += _example(told.docstring.example if told else _generated_example(operation))
    source = notes["source"]
    also = f" Further evidence: {'; '.join(map(str, source['also']))}." if source.get("also") else ""
    page = f"DJI's page “{notes['page']}” ({source['reference']}, {source['dated']}).{also}"
    return [*lines, "{.source}", prose(page), ""]


def _generated_example(operation: Operation) -> str:
    module = import_module(f"flighthub_api.groups.{operation.notes['group']}")
    name = "".join(part.capitalize() for part in operation.notes["group"].split("_"))
    return parsed(getattr(getattr(module, name), operation.notes["method"])).example


def _errors(notes: dict[str, str], told: Method | None) -> list[str]:
    raised = {
        "InvalidArgument": "An argument is missing, has the wrong type or is beyond a limit; nothing was sent.",
    }
    if notes["retry"] != "safe":
        raised["OutcomeUnknown"] = (
            f"The response was lost, and the call may have been carried out. {notes['next_step']}"
        )
    if told:
        raised |= told.docstring.raises
    raised["FlightHubError"] = "The call failed; the subclass, its code and its hint say why."
    return _raised(raised)


def _raised(raised: dict[str, str]) -> list[str]:
    if not raised:
        return []
    rows = [
        (link(f"error-{name}", name) if name in errors.__all__ else code(name), prose(text))
        for name, text in raised.items()
    ]
    return table(("Error", "When"), rows, "errors")


def _arguments(rows: list[MemberRow]) -> list[str]:
    if not rows:
        return ["It takes no arguments.", ""]
    return member_table("Argument", rows)


def member_table(first: str, rows: list[MemberRow]) -> list[str]:
    """Members with what is known of them."""
    shown = [
        (
            row.name,
            row.type,
            row.facts,
            f"{row.meaning} {badge(row.confidence)}" if row.confidence else row.meaning,
        )
        for row in rows
    ]
    return table((first, "Type", "Unit and limits", "Meaning"), shown, "members")


def _example(source: str) -> list[str]:
    return block("pycon", source) if source else []


def method_section(places: Places, label: str, method: Method, level: int, title: str | None = None) -> list[str]:
    """A method or function."""
    docstring = method.docstring
    shown = method.name if title is None else title
    lines = [*indexed(*dict.fromkeys((method.name, shown))), *labelled(label, level, shown)]
    lines += [f"**{prose(docstring.summary)}**", "", *_paragraphs(docstring), *_parameters(places, method)]
    if method.returns not in ("None", ""):
        told = prose(docstring.returns) or places.linked(method.returns) + "."
        lines += [f"**Gives** {told}", ""]
    lines += _raised(docstring.raises)
    lines += _example(docstring.example)
    if docstring.documentation:
        lines += ["{.source}", f"DJI's pages: {prose(docstring.documentation)}", ""]
    return lines


def _paragraphs(docstring: Docstring) -> list[str]:
    return [prose(each) + "\n" for each in docstring.text]


def _parameters(places: Places, method: Method) -> list[str]:
    rows = [
        (
            code(each.name) + ("" if each.default else " ★"),
            places.linked(each.type.removesuffix(" | None") if each.default == "None" else each.type),
            code(each.default) if each.default else "",
            prose(each.meaning),
        )
        for each in method.parameters
    ]
    return table(("Argument", "Type", "Default", "Meaning"), rows, "members")


def given_section(places: Places, given: Given, label: str, level: int) -> list[str]:
    """A class: how it is made, where people make it, what its objects know, and what they can do."""
    lines = labelled(label, level, given.name)
    lines += [prose(given.docstring.summary), "", *_paragraphs(given.docstring)]
    if given.docstring.arguments:
        made = Method(given.name, given.cls.__init__, given.docstring)  # type: ignore[misc]
        lines += [*_parameters(places, made), *_raised(given.docstring.raises)]
    lines += table(("It knows", ""), [(code(name), prose(text)) for name, text in given.properties.items()], "members")
    lines += _example(given.docstring.example)
    for method in given.methods:
        lines += method_section(places, f"{label}.{method.name}", method, level + 1, f"{given.name}.{method.name}")
    return lines


def object_section(bundle: Bundle, name: str, level: int = 3) -> list[str]:
    """An object with its members, and with what its class can do beyond holding them."""
    schema = bundle.schemas[name]
    lines = labelled(f"object-{name}", level, name)
    lines += [prose(schema["description"]), ""]
    if schema.get("type") == "array":
        row = bundle.row(name, schema)
        return [*lines, f"A {row.type}{row.facts and f' ({row.facts})'}.", ""]
    lines += member_table("Member", bundle.members_of(name, is_request=True))
    return lines + abilities(name)


def abilities(name: str) -> list[str]:
    """What the class of an object can do beyond holding members."""
    cls: type = getattr(generated, name)
    bases = [each for each in cls.__mro__ if issubclass(each, Model) and each not in (cls, Model)]
    rows = [(code(each), prose(text)) for base in bases for each, text in properties_of(base).items()]
    rows += [(code(f"{each.name}()"), prose(each.docstring.summary)) for base in bases for each in methods_of(base)]
    return table(("Further", "What it gives"), rows, "members")
