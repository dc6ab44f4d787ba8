"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class ZipStatus(OpenEnum):
    """State of a result's archive."""

    INIT = 0
    """Not packed."""
    RUNNING = 1
    """Being packed."""
    FINISH = 2
    """Packed."""
    FAILED = 3
    """Packing failed."""

    @property
    def is_terminal(self) -> bool:
        """Whether nothing more happens after this state."""
        return self._value_ in (2, 3)

    @property
    def is_success(self) -> bool:
        """Whether this state is the end that was wanted."""
        return self._value_ in (2,)
