"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class ReturnHomeExitReason(OpenEnum):
    """Why a return to home was broken off."""

    BEHAVIOUR_TREE_NOT_STARTED = 2
    """The behaviour tree did not start."""
    SURROUNDED_BY_OBSTACLES = 3
    """The aircraft is surrounded by obstacles."""
    FLIGHT_LIMIT = 4
    """A flight limit is in the way."""
    OBSTACLE_TOO_NEAR = 5
    """An obstacle is too near."""
    NO_SATELLITE_FIX = 6
    """There is no satellite fix."""
    POSITIONING_FLAGS_FALSE = 7
    """The flags of satellite and visual positioning are both false."""
    POSITIONING_ERROR_TOO_LARGE = 8
    """The errors of satellite and visual positioning are too large."""
