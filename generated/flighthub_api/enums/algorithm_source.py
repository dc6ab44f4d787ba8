"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from flighthub_runtime.enums import OpenEnum


class AlgorithmSource(OpenEnum):
    """Which algorithm raised an alert.

    The meanings are those that notes on events give; further values are possible.
    """

    DJI = 0
    """DJI's own."""
    VISIBLE_LIGHT = 1
    """People, cars and boats in visible light."""
    INFRARED = 2
    """People, cars and boats in infrared."""
    INFRARED_TEMPERATURE = 3
    """Temperature in infrared."""
    ON_BOARD_THIRD_PARTY = 255
    """Of somebody else, on board."""
    CLOUD_THIRD_PARTY = 100001
    """Of somebody else, in the cloud."""
    DJI_MULTIMODAL = 100002
    """DJI's multimodal model."""
