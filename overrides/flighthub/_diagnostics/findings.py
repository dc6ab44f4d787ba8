"""What an examination of the client's surroundings found, and how it is printed. No I/O."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal, NamedTuple, overload

from flighthub_runtime.public_names import exported

Level = Literal["ok", "warning", "problem"]

_WIDTH: Final = 110


@exported
class Finding(NamedTuple):
    """What one check found.

    Attributes:
        check: What was looked at, in a word or two.
        level: `ok`; `warning` for what may be meant, or could not be looked at; `problem` for what has to be mended.
        text: What is so. It never shows a key, a password or a signed link.
        what_to_do: What to do about it; empty where there is nothing to do, or nothing is known.
    """

    check: str
    level: Level
    text: str
    what_to_do: str = ""


@exported
class Report(Sequence[Finding]):
    """The findings of an examination, in the order in which things were looked at. Prints as a table.

    Example:
        >>> from flighthub._diagnostics.findings import Finding, Report
        >>> report = Report([Finding("clock", "warning", "90 s ahead of the server's.", "Set it by NTP.")])
        >>> report.ok
        True
        >>> print(report)
        warning  clock  90 s ahead of the server's.
                        -> Set it by NTP.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._findings = tuple(findings)

    @property
    def ok(self) -> bool:
        """Whether there is no problem; warnings are none."""
        return not self.of("problem")

    def of(self, level: Level) -> tuple[Finding, ...]:
        """The findings of a level: `ok`, `warning` or `problem`."""
        return tuple(each for each in self._findings if each.level == level)

    @overload
    def __getitem__(self, place: int) -> Finding: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Finding]: ...
    def __getitem__(self, place: int | slice) -> Finding | Sequence[Finding]:
        return self._findings[place]

    def __len__(self) -> int:
        return len(self._findings)

    def __str__(self) -> str:
        import textwrap

        levels = max((len(each.level) for each in self._findings), default=0)
        checks = max((len(each.check) for each in self._findings), default=0)
        lines: list[str] = []
        for each in self._findings:
            head = f"{each.level:<{levels}}  {each.check:<{checks}}  "
            below = " " * len(head)
            lines += textwrap.wrap(each.text, _WIDTH, initial_indent=head, subsequent_indent=below) or [head.rstrip()]
            if each.what_to_do:
                advice = f"{below}-> "
                lines += textwrap.wrap(
                    each.what_to_do, _WIDTH, initial_indent=advice, subsequent_indent=" " * len(advice)
                )
        return "\n".join(lines)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(self.of(level))} {level}" for level in ("ok", "warning", "problem"))
        return f"<{type(self).__name__}: {counts}>"
