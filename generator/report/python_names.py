"""The differences of two Python surfaces. What the sync client, the async one and `raw` share is said once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from generator.names.surface import Name, Parameter
from generator.report import type_relations as types
from generator.report.api import ANSWER, REQUEST, Api
from generator.report.changes import ADDITION, BREAKING, FIX, PYTHON, Change

Surface = Mapping[str, Name]


def compare_names(
    before: Surface, after: Surface, apis: tuple[Api, Api] | None = None, renames: Mapping[str, str] | None = None
) -> list[Change]:
    """The lines about Python names; `apis` tell which models are sent, and the pages."""
    return _folded(list(_Names(before, after, apis, renames or {}).found()))


class _Names:
    def __init__(
        self, before: Surface, after: Surface, apis: tuple[Api, Api] | None, renames: Mapping[str, str]
    ) -> None:
        self._before = before
        self._after = after
        self._apis = apis
        self._renames = renames
        self._models = {path.rpartition(".")[2] for path, each in after.items() if each.kind == "model"}

    def found(self) -> Iterator[Change]:
        """Every line, each for its own path."""
        for path, old in self._before.items():
            if path not in self._after:
                if not self._below_another(path, self._before, self._after):
                    yield self._gone(old)
            else:
                for kind, text, warning, member in self._compared(old, self._after[path]):
                    yield self._line(kind, path, text, warning, member)
        for path, new in self._after.items():
            if path not in self._before and not self._below_another(path, self._after, self._before):
                yield self._come(new)

    def _below_another(self, path: str, here: Surface, there: Surface) -> bool:
        """Whether a name above it is missing, too, or is no more than another name of something there."""
        above = path.rpartition(".")[0]
        return above in here and (
            above not in there or there[above].kind == "alias" or self._below_another(above, here, there)
        )

    def _gone(self, old: Name) -> Change:
        above, _, name = old.path.rpartition(".")
        new = self._renames.get(name)
        renamed = new is not None and f"{above}.{new}" in self._after
        return self._line(BREAKING, old.path, f"renamed to {new}" if renamed else "removed")

    def _come(self, new: Name) -> Change:
        above = self._after.get(new.path.rpartition(".")[0])
        warning = "programs that list all values do not list it" if new.kind == "value" else ""
        if above is not None and above.kind == "model" and new.required and REQUEST in self._ways(above.path):
            return self._line(BREAKING, new.path, "added (required)")
        return self._line(ADDITION, new.path, "added", warning)

    def _line(self, kind: str, path: str, text: str, warning: str = "", member: str = "") -> Change:
        return Change(kind, PYTHON, path, text, self._pages(path), warning, member)

    def _ways(self, path: str) -> set[str]:
        found = self._apis[1].ways(path.rpartition(".")[2]) if self._apis else set()
        return found or {REQUEST, ANSWER}

    def _pages(self, path: str) -> tuple[str, ...]:
        parts = [each for each in path.split(".") if each != "raw"]
        for api in reversed(self._apis or ()):
            for operation in api.operations.values():
                if parts[2:4] == operation.method.split("."):
                    return (str(operation.notes["page"]),)
            if parts[1:2] in (["types"], ["enums"]) and len(parts) > 2 and api.pages(parts[2]):
                return api.pages(parts[2])
        return ()

    def _compared(self, old: Name, new: Name) -> Iterator[tuple[str, str, str, str]]:
        if new.kind == "alias" and old.kind != "alias":
            name = new.bases[0].rpartition(".")[2]
            yield ADDITION, f"is another name of {name}, and warns", "", ""
            return
        if old.kind != new.kind:
            yield BREAKING, f"is a {new.kind}, was a {old.kind}", "", ""
            return
        if old.awaited is not new.awaited:
            yield BREAKING, "is awaited" if new.awaited else "is not awaited", "", ""
        for base in old.bases if old.kind != "alias" else ():
            renamed = types.renamed(base, self._renames)
            if renamed not in new.bases:
                yield BREAKING, f"is no longer a {base.rpartition('.')[2]}", "", ""
        for kind, text, member in self._parameters(old, new):
            yield kind, text, "", member
        yield from self._given(old, new)

    def _parameters(self, old: Name, new: Name) -> Iterator[tuple[str, str, str]]:
        second = {each.name: each for each in new.parameters}
        for each in old.parameters:
            if each.name not in second:
                yield BREAKING, f"{each.name} removed", each.name
            else:
                for kind, text in self._parameter(each, second[each.name]):
                    yield kind, f"{each.name} {text}", each.name
        first = {each.name: each for each in old.parameters}
        for each in new.parameters:
            if each.name not in first:
                needed = "required" if each.required else "optional"
                yield BREAKING if each.required else ADDITION, f"{each.name} added ({needed})", each.name
        places = [
            [each.name for each in name.parameters if each.positional and each.name in {*first} & {*second}]
            for name in (old, new)
        ]
        if places[1][: len(places[0])] != places[0] and sorted(places[0]) == sorted(places[1]):
            yield BREAKING, f"takes {', '.join(places[1])} in this order", ""

    def _parameter(self, old: Parameter, new: Parameter) -> Iterator[tuple[str, str]]:
        if old.required is not new.required:
            yield (BREAKING, "is now required") if new.required else (ADDITION, "is now optional")
        if old.positional is not new.positional:
            yield (ADDITION, "may be positional") if new.positional else (BREAKING, "is a keyword only")
        first, second = self._types(old.annotation, new.annotation)
        if old.required is not new.required:
            first, second = first.removesuffix(" | None"), second.removesuffix(" | None")
        how = _relation(first, second)
        if how != types.SAME:
            yield ADDITION if how == types.WIDER else BREAKING, f"takes {types.change(first, second)}"

    def _given(self, old: Name, new: Name) -> Iterator[tuple[str, str, str, str]]:
        """What an attribute holds, or a function gives."""
        first, second = self._types(old.annotation, new.annotation)
        how = _relation(first, second)
        ways = self._ways(new.path.rpartition(".")[0]) if new.kind == "attribute" else {ANSWER}
        model = self._after.get(new.path.rpartition(".")[0], new).kind == "model"
        if model and new.required and not old.required and REQUEST in ways:
            yield BREAKING, "is now required", "", ""
        elif how != types.SAME and model and ways == {REQUEST}:
            yield ADDITION if how == types.WIDER else BREAKING, f"takes {types.change(first, second)}", "", ""
        elif how == types.WIDER and types.grows_by_models(first, second, self._models):
            warning = "programs that tell all types apart do not know the new ones"
            yield ADDITION, f"is {types.change(first, second)}", warning, ""
        elif how != types.SAME:
            kind = ADDITION if first == "None" else FIX if how == types.NARROWER else BREAKING
            verb = "gives" if new.kind == "function" else "is"
            yield kind, f"{verb} {types.change(first, second)}", "", ""

    def _types(self, first: str, second: str) -> tuple[str, str]:
        return types.renamed(first, self._renames), second


def _relation(first: str, second: str) -> str:
    if first == second:
        return types.SAME
    if not first or not second:
        return types.OTHER
    return types.relation(first, second)


def _folded(found: list[Change]) -> list[Change]:
    """One line for what both clients, and raw, have in common."""
    kept: dict[tuple[str, str, str], list[Change]] = {}
    for each in sorted(found, key=lambda each: ("Async" in each.subject, ".raw" in each.subject)):
        plain: Callable[[str], str] = lambda text: text.replace("Async", "").replace(".raw", "")  # noqa: E731
        kept.setdefault((each.kind, plain(each.subject), plain(each.text)), []).append(each)
    return [_with_others(lines) for lines in kept.values()]


def _with_others(lines: list[Change]) -> Change:
    first, *others = lines
    also = []
    if any("Async" in each.subject for each in others):
        also.append("async")
    if any(".raw" in each.subject for each in others):
        also.append("raw")
    return replace(first, text=f"{first.text}; also {' and '.join(also)}") if also else first
