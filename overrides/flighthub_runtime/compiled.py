"""Functions that are compiled for the objects of a class, as attrs compiles constructors.

A loop over the members takes twice the time or more. Nothing but names of the generated class goes into the code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from .annotations import lazy_type
from .codecs import MISSING, EnumOf, ListOf, ObjectOf

if TYPE_CHECKING:
    from .models import Member, Preserved
else:
    Member = lazy_type(".models", "Member", __package__)
    Preserved = lazy_type(".models", "Preserved", __package__)

ReadMember = Callable[[Member, Any, Mapping[str, Any], Preserved | None], tuple[Any, Preserved | None]]
Build = Callable[[type[Any], Mapping[str, Any], Iterable[Any], Preserved | None], Any]


def compile_reader(
    members: Sequence[Member], read_member: ReadMember, build: Build
) -> Callable[[type[Any], Mapping[str, Any]], Any]:
    """Compiles what reads an object of a class: `read(cls, source)`.

    Values of the documented types are read in place, and an object that has all members and no others is built at once.

    Args:
        members: The members of the class.
        read_member: Reads any other value, also one that is missing, and gives it with what is kept of the object.
        build: Builds any other object of its values and what is kept.
    """
    names: dict[str, Any] = {"MISSING": MISSING, "read_member": read_member, "build": build}
    lines = ["def read(cls, source):", "    get = source.get", "    kept = None"]
    for index, member in enumerate(members):
        value, codec = f"v{index}", member.codec
        lines.append(f"    {value} = get({member.wire!r}, MISSING)")
        otherwise = f"{value}, kept = read_member(m{index}, {value}, source, kept)"
        names[f"m{index}"] = member
        if codec.as_is:
            lines.append(f"    if {_is_none_of(codec.as_is, value)}: {otherwise}")
        elif isinstance(codec, ObjectOf):
            names[f"c{index}"] = codec
            lines.append(f"    if type({value}) is dict: {value} = c{index}.model.from_dict({value})")
            lines.append(f"    else: {otherwise}")
        elif isinstance(codec, ListOf):
            names[f"c{index}"] = codec
            lines.append(f"    list = c{index}.read_whole({value})")
            lines.append(f"    if list is None: {otherwise}")
            lines.append(f"    else: {value} = list")
        elif isinstance(codec, EnumOf):
            # The type is compared as well: a table of numbers has True and 1.0, too.
            names[f"known{index}"] = known = codec.known
            lines.append(
                f"    if {_is_none_of({*map(type, known)}, value)} or {value} not in known{index}: {otherwise}"
            )
            lines.append(f"    else: {value} = known{index}[{value}]")
        else:
            lines.append(f"    {otherwise}")
    values = "".join(f"v{index}, " for index in range(len(members)))
    lines.append(f"    if kept is None and len(source) == {len(members)}: return cls({values})")
    lines.append(f"    return build(cls, source, ({values}), kept)")
    return cast("Callable[[type[Any], Mapping[str, Any]], Any]", _compile(lines, names))


def compile_flat_writer(members: Sequence[Member]) -> Callable[[Any], dict[str, Any]]:
    """Compiles what writes an object of a class whose values are all written as they are: `write(model)`."""
    values = [f"v{index}" for index in range(len(members))]
    pairs = [*zip((member.wire for member in members), values, strict=True)]
    lines = [
        "def write(model):",
        *(f"    {value} = model.{member.attribute}" for member, value in zip(members, values, strict=True)),
        f"    if {' and '.join(f'{value} is not None' for value in values)}:",
        f"        return {{{', '.join(f'{name!r}: {value}' for name, value in pairs)}}}",
        "    made = {}",
        *(f"    if {value} is not None: made[{name!r}] = {value}" for name, value in pairs),
        "    return made",
    ]
    return cast("Callable[[Any], dict[str, Any]]", _compile(lines, {}))


def _is_none_of(types: frozenset[type] | set[type], value: str) -> str:
    return " and ".join(f"type({value}) is not {each}" for each in sorted(each.__name__ for each in types))


def _compile(lines: list[str], names: dict[str, Any]) -> Callable[..., Any]:
    """The function that lines define."""
    found: dict[str, Any] = {}
    exec("\n".join(lines), names, found)  # noqa: S102 - names of the generated class alone
    (made,) = found.values()
    return cast("Callable[..., Any]", made)
