"""A line of the table."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """A figure beside the one it is compared with.

    Attributes:
        what: What is measured.
        ours: What it takes.
        against: What it is compared with.
        theirs: What that takes.
        limit: How large their ratio may be; None where it is only shown.
        unit: Of both figures.
        wanted: How large their ratio was to be, where that is not reached; `docs/guides/figures.md` says why.
    """

    what: str
    ours: float
    against: str
    theirs: float
    limit: float | None
    unit: str = "ms"
    wanted: float | None = None

    @property
    def ratio(self) -> float:
        """Ours by theirs."""
        return self.ours / self.theirs

    @property
    def holds(self) -> bool:
        """Whether the limit holds."""
        return self.limit is None or self.ratio <= self.limit

    def __str__(self) -> str:
        limit = "" if self.limit is None else f"limit {self.limit:.2f}  {'holds' if self.holds else 'EXCEEDED'}"
        if self.wanted is not None:
            limit += f"  wanted {self.wanted:.2f}"
        figures = f"{self.ours:8.1f} {self.unit} : {self.theirs:8.1f} {self.unit}  {self.ratio:6.2f} x"
        return f"{self.what:44} {figures}  of {self.against:34} {limit}"
