"""A line of the table."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """A figure beside the one it is compared with, and how large their ratio may be."""

    what: str
    ours: float
    against: str
    theirs: float
    limit: float | None
    unit: str = "ms"

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
        figures = f"{self.ours:8.1f} {self.unit} : {self.theirs:8.1f} {self.unit}  {self.ratio:6.2f} x"
        return f"{self.what:44} {figures}  of {self.against:34} {limit}"
