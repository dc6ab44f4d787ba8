"""The differences of two bundles: operations, models and enums. What a caller sees decides what kind each is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.documents import Document
from generator.report import tables
from generator.report import type_relations as types
from generator.report.api import ANSWER, REQUEST, Api, Enum, Model, Operation
from generator.report.changes import ADDITION, BREAKING, DOCUMENTATION, FIX, Change, Changes
from generator.report.members import Bearer, compare_members
from generator.report.renames import renamed_schemas

_RETRY = ("safe", "rejected-only", "never")


class Comparison:
    """What changed from one bundle to another."""

    def __init__(self, before: Api, after: Api) -> None:
        self.before = before
        self.after = after
        self.renames = renamed_schemas(before, after)
        self.changes = Changes()
        self._operations()
        self._schemas()
        tables.compare(self.changes, before.document, after.document)

    @property
    def found(self) -> list[Change]:
        """The lines, in the order of the documents."""
        return list(dict.fromkeys(self.changes.found))

    # Operations

    def _operations(self) -> None:
        same = self._pairs_of_operations()
        for old in self.before.operations.values():
            if old.operation_id not in same:
                self._say(BREAKING, old.call, "removed", old.wire, "operation removed", _pages(old))
        for new in self.after.operations.values():
            if new.operation_id not in same.values():
                text = f"added, of {new.edition_label}" if new.edition_label else "added"
                wire = f"operation added, of {new.edition}" if new.edition_label else "operation added"
                self._say(ADDITION, new.call, text, new.wire, wire, _pages(new))
        for first, second in same.items():
            self._operation(self.before.operations[first], self.after.operations[second])

    def _pairs_of_operations(self) -> dict[str, str]:
        """The operations that stay: by their id, or by HTTP method and path where the id is another."""
        found = {name: name for name in self.before.operations if name in self.after.operations}
        places = {each.wire: name for name, each in self.after.operations.items() if name not in found}
        for name, each in self.before.operations.items():
            if name not in found and each.wire in places:
                found[name] = places[each.wire]
        return found

    def _operation(self, old: Operation, new: Operation) -> None:
        pages = _pages(new)
        if old.method != new.method:
            self._method(old, new, pages)
        if old.operation_id != new.operation_id:
            self._say(FIX, new.call, f"its operation id is {new.operation_id}, was {old.operation_id}", "", "", pages)
        if old.wire != new.wire:
            self._say(FIX, new.call, f"calls {new.wire}, was {old.wire}", new.wire, f"was {old.wire}", pages)
        self._order_of_arguments(old, new, pages)
        bearer = Bearer(new.call, new.wire, frozenset({REQUEST}), pages, self.renames)
        compare_members(self.changes, bearer, old.arguments, new.arguments)
        self._at_least_one_of(new.call, new.wire, set(old.at_least_one_of), set(new.at_least_one_of), pages)
        self._result(old, new, pages)
        self._classes(old, new, pages)
        self._words(old, new, pages)

    def _method(self, old: Operation, new: Operation, pages: tuple[str, ...]) -> None:
        alias = next((each for each in self._aliases if (each["old"], each["new"]) == (old.method, new.method)), None)
        if alias:
            text = f"renamed to {new.call}; the old name warns, and goes with {alias['removed_in']}"
            self._say(ADDITION, old.call, text, "", "", pages)
        else:
            self._say(BREAKING, old.call, f"renamed to {new.call}", "", "", pages)

    @property
    def _aliases(self) -> list[Document]:
        found: list[Document] = self.after.document.get("x-flighthub", {}).get("aliases", [])
        return found

    def _order_of_arguments(self, old: Operation, new: Operation, pages: tuple[str, ...]) -> None:
        first, second = ([name for name, each in o.arguments.items() if each.place == "path"] for o in (old, new))
        if first != second and sorted(first) == sorted(second):
            self._say(BREAKING, new.call, f"takes {', '.join(second)} in this order", "", "", pages)

    def _at_least_one_of(
        self, client: str, wire: str, first: set[str], second: set[str], pages: tuple[str, ...]
    ) -> None:
        if first == second:
            return
        if not second:
            kind, text = ADDITION, f"none of {', '.join(sorted(first))} must be there any more"
        else:
            kind = ADDITION if first and second > first else BREAKING
            text = f"{'one of ' if len(second) > 1 else ''}{', '.join(sorted(second))} must be there"
        self._say(kind, client, text, wire, text, pages)

    def _result(self, old: Operation, new: Operation, pages: tuple[str, ...]) -> None:
        first, second = types.renamed(old.returns, self.renames), new.returns
        how = types.relation(first, second)
        wire = f"the answer is in data.{new.notes['result']}, was in data.{old.notes['result']}"
        moved = old.notes["result"] != new.notes["result"]
        if how == types.SAME:
            if moved:
                self._say(FIX, new.call, "gives the same from another place", new.wire, wire, pages)
        else:
            grows = first == "None" or types.grows_by_models(first, second, self.after.models)
            kind = ADDITION if grows else FIX if how == types.NARROWER else BREAKING
            text = f"gives {types.change(first, second)}"
            self._say(kind, new.call, text, new.wire, wire if moved else "its answer changed", pages)
        if how == types.SAME and old.notes["paging"] != new.notes["paging"]:
            self._say(FIX, new.call, "asks for pages otherwise", new.wire, "its paging changed", pages)

    def _classes(self, old: Operation, new: Operation, pages: tuple[str, ...]) -> None:
        first, second = old.notes, new.notes
        if first["retry"] != second["retry"]:
            text = f"retry class {second['retry']}, was {first['retry']}"
            if _RETRY.index(second["retry"]) > _RETRY.index(first["retry"]):
                # A failure that was repeated, and raised as what it was in the end, may now be OutcomeUnknown.
                said = f"{text}: a lost answer raises OutcomeUnknown"
                self._say(BREAKING, new.call, said, new.wire, text, pages)
            else:
                self._say(FIX, new.call, f"{text}: failures are repeated", new.wire, text, pages)
        if first["effect"] != second["effect"]:
            text = f"effect {second['effect']}, was {first['effect']}"
            warning = "moves, spends or destroys" if second["effect"] == "dangerous" else ""
            self._say(FIX, new.call, text, new.wire, text, pages, warning=warning)
        if first["scope"] != second["scope"]:
            text = f"scope {second['scope']}, was {first['scope']}"
            needs = second["scope"] == "project"
            said = f"{text}: a project must be given" if needs else f"{text}: no project is needed"
            self._say(BREAKING if needs else FIX, new.call, said, new.wire, text, pages)
        elif old.sends_project is not new.sends_project:
            text = f"{'sends' if new.sends_project else 'no longer sends'} the project where one is known"
            self._say(FIX, new.call, text, new.wire, text, pages)

    def _words(self, old: Operation, new: Operation, pages: tuple[str, ...]) -> None:
        if old.notes["page"] != new.notes["page"]:
            text = f"the page is called {new.notes['page']}, was {old.notes['page']}"
            self._say(DOCUMENTATION, new.call, text, "", "", pages)
        if old.edition != new.edition:
            text = f"of the edition {new.edition}, was of {old.edition}"
            self._say(DOCUMENTATION, new.call, text, new.wire, text, pages)
        if old.notes["confidence"] != new.notes["confidence"]:
            text = f"{new.notes['confidence']}, was {old.notes['confidence']}"
            self._say(DOCUMENTATION, new.call, text, "", "", pages)
        described: list[Callable[[Operation], Any]] = [
            lambda each: each.document.get("summary"),
            lambda each: each.document.get("description"),
            lambda each: each.document["responses"]["200"].get("description"),
            lambda each: each.notes.get("next_step"),
        ]
        if any(part(old) != part(new) for part in described):
            self._say(DOCUMENTATION, new.call, "described anew", "", "", pages)

    # Models and enums

    def _schemas(self) -> None:
        self._wire_schemas()
        for name, model in self.before.models.items():
            new = self.renames.get(name, name)
            if new in self.after.models:
                self._model(model, self.after.models[new])
            else:
                self._gone("types", name, "model")
        for name, enum in self.before.enums.items():
            new = self.renames.get(name, name)
            if new in self.after.enums:
                self._enum(enum, self.after.enums[new])
            else:
                self._gone("enums", name, "enum")
        for kind, first, second in (
            ("model", self.before.models, self.after.models),
            ("enum", self.before.enums, self.after.enums),
        ):
            kept = {self.renames.get(name, name) for name in first}
            for name in second:
                if name not in kept:
                    self._say(ADDITION, name, f"new {kind}", f"schema {name}", "added", self.after.pages(name))

    def _wire_schemas(self) -> None:
        """Schemas that are no classes, such as those of whole request bodies: their names are nobody's concern."""
        for old, new in self.renames.items():
            if old in self.before.bodies and new in self.after.bodies:
                call = self.after.bodies[new]
                said = f"renamed to {new}"
                self.changes.say(DOCUMENTATION, None, (f"schema {old}", said), _pages(call))

    def _gone(self, module: str, name: str, kind: str) -> None:
        warning = ""
        if name in self.after.schemas:
            warning = f"{name} is still described, but no call holds it"
        self._say(
            BREAKING, name, f"{kind} removed", f"schema {name}", "removed", self.before.pages(name), warning=warning
        )

    def _renamed(self, old: str, new: str, module: str) -> None:
        if old == new:
            return
        pages = self.after.pages(new)
        wanted = (f"{module}.{old}", f"{module}.{new}")
        alias = next((each for each in self._aliases if (each["old"], each["new"]) == wanted), None)
        if alias:
            text = f"renamed to {new}; the old name warns, and goes with {alias['removed_in']}"
            self._say(ADDITION, old, text, f"schema {old}", f"renamed to {new}", pages)
        else:
            self._say(BREAKING, old, f"renamed to {new}", f"schema {old}", f"renamed to {new}", pages)

    def _model(self, old: Model, new: Model) -> None:
        self._renamed(old.name, new.name, "types")
        name, pages = new.name, self.after.pages(new.name)
        ways = self.before.ways(old.name) & self.after.ways(name) or self.after.ways(name)
        bearer = Bearer(name, f"schema {name}", frozenset(ways), pages, self.renames)
        compare_members(self.changes, bearer, old.members, new.members)
        first, second = (set(each.notes.get("at_least_one_of", [])) for each in (old, new))
        if REQUEST in ways:
            self._at_least_one_of(name, f"schema {name}", first, second, pages)
        if old.notes.get("device") != new.notes.get("device"):
            kind = BREAKING if "device" in old.notes else ADDITION
            text = f"is a device of the kind {new.notes.get('device', 'none')}, was {old.notes.get('device', 'none')}"
            self._say(kind, name, text, f"schema {name}", text, pages)
        if old.notes.get("payloads") != new.notes.get("payloads"):
            text = "members named after payloads are read otherwise"
            self._say(FIX, name, text, f"schema {name}", text, pages)
        if old.schema.get("description") != new.schema.get("description"):
            self._say(DOCUMENTATION, name, "described anew", "", "", pages)

    def _enum(self, old: Enum, new: Enum) -> None:
        self._renamed(old.name, new.name, "enums")
        pages = self.after.pages(new.name)
        self._constants(old, new, pages)
        for mark, asked in (("terminal", "is_terminal"), ("success", "is_success"), ("flying", "is_flying")):
            if set(old.marked(mark)) != set(new.marked(mark)):
                text = f"{asked} is true for {_names(new, new.marked(mark))}, was for {_names(old, old.marked(mark))}"
                gone = mark in old.notes and mark not in new.notes
                self._say(BREAKING if gone else FIX, new.name, text, f"schema {new.name}", text, pages)
        if old.marked("words") != new.marked("words") and set(old.values) == set(new.values):
            self._say(FIX, new.name, "other words are read", f"schema {new.name}", "its words changed", pages)
        if old.schema.get("description") != new.schema.get("description"):
            self._say(DOCUMENTATION, new.name, "described anew", "", "", pages)

    def _constants(self, old: Enum, new: Enum, pages: tuple[str, ...]) -> None:
        names = {value: name for name, value in new.values.items()}
        ways = self.after.ways(new.name)
        wire = f"schema {new.name}"
        for name, value in old.values.items():
            subject = f"{new.name}.{name}"
            if value not in names:
                self._say(BREAKING, subject, "value removed", wire, f"value {value!r} removed", pages)
                continue
            if names[value] != name:
                self._renamed_constant(new, name, names[value], pages)
            if REQUEST in ways and (value in old.accepted) is not (value in new.accepted):
                kind, text = (ADDITION, "may be sent") if value in new.accepted else (BREAKING, "may no longer be sent")
                self._say(kind, f"{new.name}.{names[value]}", text, wire, f"value {value!r} {text}", pages)
            if REQUEST in ways and (value in old.marked("inferred")) is not (value in new.marked("inferred")):
                inferred = value in new.marked("inferred")
                text = "is only inferred, and warns when sent" if inferred else "is documented"
                kind = FIX if inferred else DOCUMENTATION
                self._say(kind, f"{new.name}.{names[value]}", text, wire, f"value {value!r} {text}", pages)
            if old.meanings.get(name) != new.meanings.get(names[value]):
                self._say(DOCUMENTATION, f"{new.name}.{names[value]}", "described anew", "", "", pages)
        for name, value in new.values.items():
            if value not in old.values.values():
                where = _where({way for way in ways if way == ANSWER or value in new.accepted})
                warning = "programs that list all values do not list it" if ANSWER in ways else ""
                text = f"new value in {where}"
                self._say(ADDITION, f"{new.name}.{name}", text, wire, f"value {value!r} added", pages, warning=warning)

    def _renamed_constant(self, enum: Enum, old: str, new: str, pages: tuple[str, ...]) -> None:
        wanted = (f"{enum.name}.{old}", f"{enum.name}.{new}")
        alias = next((each for each in self._aliases if (each["old"], each["new"]) == wanted), None)
        text = f"renamed to {new}"
        if alias:
            text += f"; the old name warns, and goes with {alias['removed_in']}"
        self._say(ADDITION if alias else BREAKING, f"{enum.name}.{old}", text, "", "", pages)

    def _say(
        self, kind: str, client: str, text: str, wire: str, said: str, pages: tuple[str, ...], warning: str = ""
    ) -> None:
        self.changes.say(kind, (client, text), (wire, said) if wire else None, pages, warning=warning)


def _pages(operation: Operation) -> tuple[str, ...]:
    return (str(operation.notes["page"]),)


def _names(enum: Enum, values: list[Any]) -> str:
    return ", ".join(name for name, value in enum.values.items() if value in values) or "none"


def _where(ways: set[str]) -> str:
    return " and ".join(f"{way}s" for way in (REQUEST, ANSWER) if way in ways) or "answers"
