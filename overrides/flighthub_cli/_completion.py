"""What a shell offers behind the cursor, for operations and names of commands. For the options of jobs click is asked.

The scripts are those of click: they call the command with variables, and each shell reads lines of its own form.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ._front import group_summaries, kebab
from ._texts import COMMON, FORMATS, JOBS, TOPICS

if TYPE_CHECKING:
    from flighthub_runtime.operations import Operation

Offers = dict[str, str]
"""What may stand behind the cursor, each with its text."""


def completions(environment: Mapping[str, str]) -> str | None:
    """The lines for the shell that asks; None where click has to be asked.

    Args:
        environment: `_FLIGHTHUB_COMPLETE`, `COMP_WORDS` and `COMP_CWORD`, as the scripts set them.
    """
    shell, _, what = environment.get("_FLIGHTHUB_COMPLETE", "").partition("_")
    if what != "complete":
        return None
    words, current = _words(shell, environment)
    found = _offers(words, current)
    if found is None:
        return None
    return "".join(_line(shell, name, text) for name, text in found.items() if name.startswith(current))


def _words(shell: str, environment: Mapping[str, str]) -> tuple[list[str], str]:
    """The words before the cursor, without the command itself, and the one that it is in."""
    text = environment.get("COMP_WORDS", "")
    lexer = shlex.shlex(text, posix=True)
    lexer.whitespace_split, lexer.commenters = True, ""
    words: list[str] = []
    try:
        words.extend(lexer)
    except ValueError:  # a quotation that is not closed yet
        words.append(lexer.token)
    if shell == "fish":
        current = environment.get("COMP_CWORD", "")
        before = words[1:-1] if current and words and words[-1] == current else words[1:]
        return before, current
    place = int(environment.get("COMP_CWORD", "0"))
    return words[1:place], words[place] if place < len(words) else ""


def _line(shell: str, name: str, text: str) -> str:
    if shell == "zsh":
        escaped = name.replace(":", "\\:") if text else name
        return f"plain\n{escaped}\n{text or '_'}\n"
    if shell == "fish":  # which splits a line at its commas
        return f"plain,{name}\t{text.replace(',', ';')}\n" if text else f"plain,{name}\n"
    return f"plain,{name}\n"


def _common() -> Offers:
    return {f"--{name}": text for name, (_, _, text) in COMMON.items()}


def _offers(words: list[str], current: str) -> Offers | None:
    names = _commands(words)
    last = "--output" if words and words[-1] == "-o" else words[-1] if words else ""
    if last.startswith("--") and "=" not in last:
        values = _values(last[2:], names)
        if values is not None:
            return values
    if not names:
        jobs = {name: text for name, (_, _, text) in JOBS.items()}
        return _common() if current.startswith("-") else jobs | group_summaries()
    name = kebab(names[0])
    if name in JOBS:
        if name == "help" and not current.startswith("-"):
            return _helpful() if len(names) == 1 else {}
        own = JOBS[name][1].split()
        if len(names) == 1 and (current.startswith("-") or not own):
            return None
        operations = _operations(name) if name in group_summaries() else {}
        if len(names) == 1:
            return dict.fromkeys(own, "") | {each: operation.summary for each, operation in operations.items()}
        if kebab(names[1]) not in operations:
            return None
    elif name not in group_summaries():
        return {}
    methods = _operations(name)
    if len(names) == 1:
        return {each: operation.summary for each, operation in methods.items()}
    operation = methods.get(kebab(names[1]))
    if operation is None or not current.startswith("-"):
        return {}
    return {f"--{kebab(each.name)}": each.text for each in operation.arguments} | _common()


def _helpful() -> Offers:
    topics = {name: title for name, (title, _) in TOPICS.items()}
    return {"topics": "", **topics, **group_summaries(), **dict.fromkeys(JOBS, "")}


def _commands(words: list[str]) -> list[str]:
    """The words that are neither options nor their values."""
    found: list[str] = []
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word.startswith("-"):
            takes = COMMON.get(kebab(word.lstrip("-")))
            skip = "=" not in word and (word == "-o" or (takes is None or bool(takes[1])))
        else:
            found.append(word)
    return found


def _operations(group: str) -> dict[str, Operation]:
    from flighthub_api import OPERATIONS

    return {kebab(each.method): each for each in OPERATIONS.values() if kebab(each.group) == group}


def _values(option: str, names: list[str]) -> Offers | None:
    """The values of an option, where there are some; nothing to offer where it takes any; None where it takes none."""
    option = kebab(option)
    if len(names) > 1:
        operation = _operations(kebab(names[0])).get(kebab(names[1]))
        for each in operation.arguments if operation is not None else ():
            if kebab(each.name) == option:
                return None if each.kind == "boolean" else {str(value): "" for value in each.values}
    if option == "output":
        return dict.fromkeys(FORMATS, "")
    return {} if COMMON.get(option, ("", "", ""))[1] else None
