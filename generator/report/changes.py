"""A difference, its kind and how it is said."""

from __future__ import annotations

from dataclasses import dataclass, field

BREAKING, ADDITION, FIX, DOCUMENTATION = KINDS = ("breaking", "addition", "fix", "documentation")
CLIENT, WIRE, PYTHON = LAYERS = ("client", "wire", "python")

Said = tuple[str, str]
"""A subject and what is said of it."""


@dataclass(frozen=True)
class Change:
    """One line of the report."""

    kind: str
    layer: str
    subject: str
    text: str
    pages: tuple[str, ...] = ()
    warning: str = ""
    member: str = ""
    """The member, argument or name below the subject that it is about."""

    def __str__(self) -> str:
        warning = f" (warning: {self.warning})" if self.warning else ""
        return f"{self.kind}: {self.subject}: {self.text}{warning}"

    @property
    def names(self) -> tuple[str, ...]:
        """What an entry of the changelog must hold to name this line."""
        return tuple(each for each in (self.subject.removesuffix("()"), self.member) if each)


@dataclass
class Changes:
    """The lines that a comparison collects."""

    found: list[Change] = field(default_factory=list)

    def say(
        self,
        kind: str,
        client: Said | None,
        wire: Said | None,
        pages: tuple[str, ...] = (),
        *,
        warning: str = "",
        member: str = "",
    ) -> None:
        """Adds what a difference is called in the client's language and on the wire."""
        for layer, said in ((CLIENT, client), (WIRE, wire)):
            if said is not None:
                self.found.append(Change(kind, layer, *said, pages, warning, member))


def worst(kinds: list[str]) -> str | None:
    """The kind that matters most; None where there is none."""
    return min(kinds, key=KINDS.index, default=None)
