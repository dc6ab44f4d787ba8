"""Points, lines and areas on the map of a project: the generated operation, and drawing geometries of any origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from flighthub_api.groups.annotations import AsyncAnnotations
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.groups import RequestOptions
from flighthub_runtime.secrets import mask_argument

from ..._annotations.geometry import Drawing, drawing, features, validate_color
from ..._core.outcome import Outcome
from ...errors import InvalidArgument
from ..client import AsyncFlightHub

if TYPE_CHECKING:
    from flighthub_api.models import AnnotationCreated
else:
    AnnotationCreated = lazy_type("flighthub_api.models", "AnnotationCreated")

_BLUE: Final = "#2D8CF0"


class AnnotationsGroup(AsyncAnnotations):
    """Points, lines and areas on the map of a project."""

    def __init__(self, client: AsyncFlightHub) -> None:
        super().__init__(client)
        self._client = client

    async def add(
        self,
        geometry: Mapping[str, Any] | object,
        *,
        name: str,
        desc: str = "",
        color: str = _BLUE,
        clamp_to_ground: bool | None = None,
        request_options: RequestOptions | None = None,
    ) -> AnnotationCreated:
        """Draw a geometry on the project's map: a point, a line or an area.

        Every call adds an annotation, and no call lists them, so a call whose response was lost raises `OutcomeUnknown`
        and is not sent again. In the public cloud `update` changes one and `delete` removes it, by its id; elsewhere
        that is done in the web application.

        Args:
            geometry: A Point, LineString or Polygon, holes included: GeoJSON as a mapping, a Feature of it, or anything
                with `__geo_interface__`, such as shapes of shapely. Degrees of WGS-84, longitude first, and perhaps an
                altitude in metres; what the altitude counts from is not documented.
            name: Name shown on the map.
            desc: Text about the annotation.
            color: Colour as `#rrggbb`.
            clamp_to_ground: Whether it lies on the terrain; when not given, that is so where it has no altitude.
            request_options: What to set for this call alone.

        Returns:
            AnnotationCreated: Its `id` where the server has one, which was not observed in this edition.

        Raises:
            InvalidArgument: The geometry cannot be drawn, or another argument cannot be right; nothing was sent.
            OutcomeUnknown: It may have been drawn: look at the map.
            FlightHubError: The call failed.

        Documentation: "Create map annotation".

        Example:
            >>> drawn = await fh.annotations.add(
            ...     {"type": "LineString", "coordinates": [[14.50, 46.05], [14.51, 46.06]]},
            ...     name="Fence",
            ...     color="#FF8800",
            ... )
        """
        request_options = mask_argument(request_options)
        shape, color = drawing(geometry, "geometry"), validate_color(color, "color")
        return await self._draw(shape, name, desc, color, clamp_to_ground, request_options)

    async def add_all(
        self,
        collection: Mapping[str, Any] | Iterable[Any] | object,
        *,
        name: str = "name",
        desc: str = "desc",
        color: str = _BLUE,
        clamp_to_ground: bool | None = None,
        request_options: RequestOptions | None = None,
    ) -> list[Outcome[Mapping[str, Any], AnnotationCreated]]:
        """Draw all features of a collection, one after another.

        All of them are checked before the first is sent. One that fails does not keep the others from being drawn.

        Args:
            collection: A FeatureCollection, anything whose `__geo_interface__` is one, such as a GeoDataFrame, or the
                features themselves.
            name: The property that has each feature's name.
            desc: The property that has its text; features need not have it.
            color: Colour of all of them, as `#rrggbb`.
            clamp_to_ground: Whether they lie on the terrain; when not given, that is so where one has no altitude.
            request_options: What to set for these calls alone.

        Returns:
            An `Outcome` per feature, in their order: its result, or the exception that it ended in. An
            `OutcomeUnknown` among them may have been drawn.

        Raises:
            InvalidArgument: A feature cannot be drawn, has no name, or has a text that is none; nothing was sent.

        Documentation: "Create map annotation".

        Example:
            >>> gate = {
            ...     "type": "Feature",
            ...     "properties": {"name": "Gate 3"},
            ...     "geometry": {"type": "Point", "coordinates": [14.50, 46.05]},
            ... }
            >>> outcomes = await fh.annotations.add_all([gate])
            >>> [outcome.ok for outcome in outcomes]
            [True]
        """
        request_options = mask_argument(request_options)
        color = validate_color(color, "color")
        rows = features(collection, "collection")
        shapes = [drawing(each, f"collection[{place}]") for place, each in enumerate(rows)]
        names = [_name(each, name, f"collection[{place}]") for place, each in enumerate(rows)]
        texts = [_text(each, desc, f"collection[{place}]") for place, each in enumerate(rows)]
        outcomes: list[Outcome[Mapping[str, Any], AnnotationCreated]] = []
        for row, shape, called, text in zip(rows, shapes, names, texts, strict=True):
            try:
                drawn = await self._draw(shape, called, text, color, clamp_to_ground, request_options)
                outcomes.append(Outcome(row, value=drawn))
            except Exception as error:
                outcomes.append(Outcome(row, error=error))
        return outcomes

    async def _draw(
        self,
        shape: Drawing,
        name: str,
        desc: str,
        color: str,
        clamp_to_ground: bool | None,
        options: RequestOptions | None,
    ) -> AnnotationCreated:
        return await self.create(
            name=name, desc=desc, resource=shape.resource(color, clamp_to_ground), request_options=options
        )


def _properties(feature: Mapping[str, Any]) -> Mapping[str, Any]:
    found = feature.get("properties")
    return cast("Mapping[str, Any]", found) if isinstance(found, Mapping) else {}


def _name(feature: Mapping[str, Any], name: str, where: str) -> str:
    """The name of a feature: text, or a whole number, as ids are."""
    found = _properties(feature).get(name)
    if found is None or not str(found).strip():
        raise InvalidArgument(f"{where}.properties", f"has no {name!r}, which is to be the annotation's name")
    if not isinstance(found, (str, int)) or isinstance(found, bool):
        problem = f"must be text, as it is to be the annotation's name, not {type(found).__name__}"
        raise InvalidArgument(f"{where}.properties.{name}", problem)
    return str(found)


def _text(feature: Mapping[str, Any], name: str, where: str) -> str:
    found = _properties(feature).get(name)
    if found is not None and not isinstance(found, str):
        raise InvalidArgument(f"{where}.properties.{name}", f"must be text, not {type(found).__name__}")
    return found or ""
