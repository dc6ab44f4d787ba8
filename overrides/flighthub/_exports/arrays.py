"""Arrays of numpy, for calculations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flighthub_runtime.problems import ConfigurationError
from flighthub_runtime.tracks import Trajectory

if TYPE_CHECKING:
    from numpy.typing import NDArray


def export_trajectory(trajectory: Trajectory) -> NDArray[Any]:
    """A trajectory as a structured array, with a row for each position."""
    try:
        import numpy
    except ImportError:
        raise ConfigurationError("arrays need the package numpy: pip install 'flighthub[numpy]'") from None
    columns = [("time", "datetime64[ms]"), ("latitude", "f8"), ("longitude", "f8"), ("height", "f8")]
    rows = [
        (
            numpy.datetime64("NaT" if each.milliseconds is None else each.milliseconds, "ms"),
            each.latitude,
            each.longitude,
            float("nan") if each.height is None else each.height,
        )
        for each in trajectory.fixes()
    ]
    return numpy.array(rows, dtype=columns)
