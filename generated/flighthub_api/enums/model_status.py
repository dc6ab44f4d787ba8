"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class ModelStatus(OpenEnum):
    """State of a reconstruction.

    The page gives 9 and 15 the same name and does not say which jobs end in 9; both are success. Treat a number that is
    not listed as unfinished, and wait for a limited time only.
    """

    RECONSTRUCTION_FAILED = 8
    """Building the map model failed."""
    MODELING_SUCCESS = 9
    """Building the map model succeeded."""
    REQUESTING_RESOURCE = 12
    """Waiting for resources."""
    REQUESTING_RESOURCE_FAILED = 13
    """No resources could be had."""
    RECONSTRUCTION_EXECUTING = 14
    """Being reconstructed."""
    RECONSTRUCTION_SUCCESS = 15
    """Reconstruction succeeded."""
    RECONSTRUCTION_CANCELED = 16
    """Reconstruction was cancelled."""

    @property
    def is_terminal(self) -> bool:
        """Whether nothing more happens after this state."""
        return self._value_ in (8, 9, 13, 15, 16)

    @property
    def is_success(self) -> bool:
        """Whether this state is the end that was wanted."""
        return self._value_ in (9, 15)
