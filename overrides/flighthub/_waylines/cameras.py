"""What cameras see: sensors, focal lengths and picture sizes, which are data with their sources (`cameras.json`)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ..errors import InvalidArgument


class SurveyCamera(NamedTuple):
    """A lens of a camera, with what a survey has to know of it.

    Attributes:
        lens: The lens, in WPML's word: `wide`, `ir` or `visible`.
        sensor: Width and height of the sensor in mm.
        focal_length: Its real focal length in mm.
        image: Width and height of a picture in pixels.
        interval: Seconds between two pictures, at least.
        source: Where these figures come from.
        confidence: `observed` for what several public planning programs agree in, `inferred` for the rest.
    """

    lens: str
    sensor: tuple[float, float]
    focal_length: float
    image: tuple[int, int]
    interval: float
    source: str
    confidence: str

    def ground_sample_distance(self, distance: float) -> float:
        """Centimetres that a pixel shows of what is so many metres away, straight ahead."""
        return distance * 100 * self.sensor[0] / self.focal_length / self.image[0]

    def distance_for(self, ground_sample_distance: float) -> float:
        """Metres from which a pixel shows so many centimetres."""
        return ground_sample_distance * self.image[0] * self.focal_length / self.sensor[0] / 100

    def footprint(self, distance: float) -> tuple[float, float]:
        """Metres that a picture shows, across and along the flight, of what is so many metres away, straight ahead.

        The camera is mounted with the long side of its sensor across the flight.
        """
        scale = distance / self.focal_length
        return self.sensor[0] * scale, self.sensor[1] * scale


@cache
def _cameras() -> Mapping[str, Mapping[str, SurveyCamera]]:
    found = json.loads(files("flighthub._waylines").joinpath("cameras.json").read_text(encoding="utf-8"))
    return {
        key: {
            lens: SurveyCamera(
                lens=lens,
                sensor=(each["sensor"][0], each["sensor"][1]),
                focal_length=each["focal_length"],
                image=(each["image"][0], each["image"][1]),
                interval=each["interval"],
                source=found["sources"][each["source"]],
                confidence=each["confidence"],
            )
            for lens, each in lenses.items()
        }
        for key, lenses in found["cameras"].items()
    }


def find_camera(payload_key: str, lens: str | None, name: str) -> SurveyCamera:
    """The camera of a payload.

    Args:
        payload_key: Type and sub-type of the payload, such as `81-0`.
        lens: Which lens; the first that is known when None.
        name: Name of the payload, for errors.

    Raises:
        InvalidArgument: Nothing is known of it.
    """
    lenses = _cameras().get(payload_key, {})
    if not lenses:
        raise InvalidArgument("camera", f"the sensor of {name} is not known here; give a SurveyCamera with its figures")
    if lens is None:
        return next(iter(lenses.values()))
    if lens not in lenses:
        raise InvalidArgument("camera", f"{name} has no lens {lens!r} whose sensor is known, but {', '.join(lenses)}")
    return lenses[lens]


def known_interval(payload_key: str) -> float | None:
    """Seconds between two pictures of a payload, at least; None where nothing is known of it."""
    return next((each.interval for each in _cameras().get(payload_key, {}).values()), None)
