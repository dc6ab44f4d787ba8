"""Names that other people's programs use, frozen in a file: none of them goes without a former name that still works.

    python -m generator.names.freeze --check [--root CHECKOUT]   exit 1 where a name is gone, or the file is not whole
    python -m generator.names.freeze --write [--root CHECKOUT]   adds what is new; refuses to lose a name
    python -m generator.names.freeze --write --drop PATTERN …    loses names on purpose: '*.flight_tasks.get_track'

Frozen are: all that can be imported from `flighthub` and its modules, what the clients, their groups and the other
classes have, with the names of the parameters, and the values of enums. The members of models are DJI's, and the report
speaks of them. The names are read from the source (`generator/names/surface.py`).

A name or parameter that is gone fails the check until `overrides/names/aliases.yaml` declares its former name, which is
then generated. When the version reaches `removed_in`, the check fails until the entry is removed and the file written
again; only such names are lost without `--drop`. A new name fails the check, too, so that the file is always whole and
the diff of a change shows what it adds to what must be kept; `--write` is the one step that mends it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from generator.documents import SpecError
from generator.layout import Layout
from generator.names.aliases import Alias, alias, declared
from generator.names.surface import CLIENTS, Name, surface
from generator.report.versions import parsed, version_in

HEADER = """\
# Names that other people's programs use. Written by `python -m generator.names.freeze --write`, which loses none of
# them; the module's docstring tells how a name may go.
"""
_UNFROZEN = {"module"}
_COMMAND = "python -m generator.names.freeze --write"


@dataclass(frozen=True)
class Frozen:
    """A line of the file."""

    path: str
    positional: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    callable: bool = False
    until: dict[str, str] = field(default_factory=dict, hash=False)
    """The versions in which it, or a parameter of it, may go: by parameter, `""` for all of it."""

    def __str__(self) -> str:
        names = [*self.positional, *(["*"] if self.keywords else []), *self.keywords]
        text = f"{self.path}({', '.join(names)})" if self.callable else self.path
        marks = [f"{name} until {version}".strip() for name, version in sorted(self.until.items())]
        return f"{text}  # {', '.join(marks)}" if marks else text

    @classmethod
    def read(cls, line: str) -> Frozen:
        """A line as it was written."""
        found = re.fullmatch(r"([\w.]+)(?:\((.*?)\))?(?:  # (.*))?", line)
        if not found:
            raise SpecError(f"frozen.txt: this is no name: {line}")
        before, _, after = (found[2] or "").partition("*, ")
        until = {}
        for mark in (found[3] or "").split(", "):
            name, _, version = mark.rpartition("until ")
            if version:
                until[name.strip()] = version
        return cls(found[1], _names(before), _names(after), found[2] is not None, until)

    def missing(self, now: Frozen | None) -> Iterator[str]:
        """What of it is gone, by parameter: `""` when all of it is."""
        if now is None:
            yield ""
            return
        for name in (*self.positional, *self.keywords):
            if name not in (*now.positional, *now.keywords):
                yield name
        kept = [name for name in self.positional if name in (*now.positional, *now.keywords)]
        for place, name in enumerate(kept):
            if now.positional[place : place + 1] != (name,):
                yield f"{name} as number {place + 1}"


def _names(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split(",") if each.strip())


def names_now(layout: Layout) -> dict[str, Frozen]:
    """The names that a checkout has, former ones with the version in which they go."""
    found = surface([layout.root / "generated", layout.root / "overrides"])
    former = [alias(entry) for entry in declared(layout.aliases)]
    return {name.path: _frozen(name, former) for name in found.values() if _is_frozen(name, found)}


def _is_frozen(name: Name, found: dict[str, Name]) -> bool:
    above = found.get(name.path.rpartition(".")[0])
    if not name.path.startswith("flighthub.") or name.kind in _UNFROZEN:
        return False
    return above is None or above.kind != "model"


def _frozen(name: Name, former: Iterable[Alias]) -> Frozen:
    positional = tuple(each.name for each in name.parameters if each.positional)
    keywords = tuple(each.name for each in name.parameters if not each.positional)
    until = {}
    for each in former:
        for path, parameter in _places(each):
            if name.path == path or (not parameter and name.path.startswith(f"{path}.")):
                until[parameter] = each.removed_in
    is_callable = name.kind == "function" or bool(name.parameters)
    return Frozen(name.path, positional, keywords, is_callable, until)


def _places(former: Alias) -> Iterator[tuple[str, str]]:
    """The paths that have a former name, with the parameter where it is one."""
    if former.kind in ("types", "enums"):
        yield f"flighthub.{former.kind}.{former.old}", ""
    elif former.kind == "value":
        yield f"flighthub.enums.{former.owner}.{former.old}", ""
    else:
        for client in CLIENTS:
            for raw in ("", ".raw"):
                client_path = f"flighthub.{client}{raw}"
                if former.kind == "argument":
                    yield f"{client_path}.{former.owner}", former.old
                else:
                    yield f"{client_path}.{former.said[0]}", ""


def written(layout: Layout) -> dict[str, Frozen]:
    """The names that the file holds."""
    if not layout.frozen.exists():
        return {}
    lines = layout.frozen.read_text(encoding="utf-8").splitlines()
    found = [Frozen.read(line) for line in lines if line and not line.startswith("#")]
    return {each.path: each for each in found}


def text_of(names: dict[str, Frozen]) -> str:
    """The file that holds these names."""
    return HEADER + "".join(f"{names[path]}\n" for path in sorted(names))


def gone(frozen: dict[str, Frozen], now: dict[str, Frozen], version: str) -> list[str]:
    """The frozen names and parameters that are gone and may not be."""
    found = []
    for path, each in frozen.items():
        for parameter in each.missing(now.get(path)):
            end = each.until.get(parameter, each.until.get(""))
            if end is None or parsed(version) < parsed(end):
                found.append(f"{path}({parameter})" if parameter else path)
    return found


def overdue(layout: Layout, version: str) -> list[str]:
    """The former names whose time is over."""
    return [
        f"{entry['old']} was to go with {entry['removed_in']}, and this is {version}: remove it from aliases.yaml"
        for entry in declared(layout.aliases)
        if parsed(version) >= parsed(entry["removed_in"])
    ]


def problems(layout: Layout) -> list[str]:
    """What keeps the check from passing."""
    version = _version(layout)
    frozen, now = written(layout), names_now(layout)
    found = [f"{each} is gone: declare what it is called now in {_file(layout)}" for each in gone(frozen, now, version)]
    found += overdue(layout, version)
    if not found and (not layout.frozen.exists() or layout.frozen.read_text(encoding="utf-8") != text_of(now)):
        fresh = [path for path in now if path not in frozen]
        what = f"not yet frozen: {', '.join(fresh[:5])}{' …' if len(fresh) > 5 else ''}" if fresh else "not up to date"
        found.append(f"frozen.txt is {what}; run `{_COMMAND}`")
    return found


def write(layout: Layout, drop: Iterable[str]) -> list[str]:
    """Writes the names of a checkout, unless one would be lost; gives those."""
    version = _version(layout)
    frozen, now = written(layout), names_now(layout)
    patterns = list(drop)
    lost = [
        name
        for name in gone(frozen, now, version)
        if not any(fnmatchcase(name, each) or fnmatchcase(name, f"{each}[.(]*") for each in patterns)
    ]
    if not lost:
        layout.frozen.parent.mkdir(parents=True, exist_ok=True)
        layout.frozen.write_text(text_of(now), encoding="utf-8")
    return lost


def _version(layout: Layout) -> str:
    return version_in((layout.root / "overrides" / "flighthub" / "_version.py").read_text(encoding="utf-8"))


def _file(layout: Layout) -> str:
    return layout.aliases.relative_to(layout.root).as_posix()


def main() -> None:
    """Checks or writes the frozen names of a checkout."""
    parser = argparse.ArgumentParser(
        prog="python -m generator.names.freeze",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--check", action="store_true")
    action.add_argument("--write", action="store_true")
    parser.add_argument("--drop", nargs="+", default=[], metavar="PATTERN")
    parser.add_argument("--root", type=Path, default=Layout().root)
    arguments = parser.parse_args()
    layout = Layout(arguments.root)
    try:
        if arguments.write:
            lost = write(layout, arguments.drop)
            if lost:
                hint = f"declare what they are called now in {_file(layout)}, or give --drop"
                sys.exit(f"freeze --write: names would be lost; {hint}:\n" + "\n".join(f"  {each}" for each in lost))
        else:
            found = problems(layout)
            if found:
                sys.exit("freeze --check:\n" + "\n".join(f"  {each}" for each in found))
    except SpecError as error:
        sys.exit(f"freeze: {error}")
    print(f"{len(written(layout))} names are frozen")


if __name__ == "__main__":
    main()
