"""Points, lines and areas on the map of a project.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, ObjectOf, String
from flighthub_runtime.groups import AsyncGroup, Group, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.secrets import mask_argument

from ..operations import OPERATIONS

if TYPE_CHECKING:
    from ..models import AnnotationCreated, AnnotationResource
else:
    AnnotationCreated = lazy_type("..models", "AnnotationCreated", __package__)
    AnnotationResource = lazy_type("..models", "AnnotationResource", __package__)

CREATE: Call[AnnotationCreated] = Call(
    OPERATIONS["createMapElement"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("name", String(), required=True),
        Member("desc", String(), required=True),
        Member("element_source", Integer()),
        Member("resource", ObjectOf("AnnotationResource", __package__), required=True),
    ),
    answer=ObjectOf("AnnotationCreated", __package__),
)


class Annotations(Group):
    """Points, lines and areas on the map of a project."""

    def create(
        self,
        *,
        name: str,
        desc: str,
        resource: AnnotationResource | Mapping[str, Any],
        element_source: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AnnotationCreated:
        """Draw a point, a line or an area on the project's map.

        Every call adds an annotation, a repeated one a duplicate. No operation reads, changes or deletes annotations;
        that is done in the web application. Coordinates are GeoJSON, longitude first.

        Args:
            name: Name shown on the map.
            desc: Free text about the annotation; must be sent, an empty text will do.
            resource: Shape and style.
            element_source: Reserved. Leave it out, or send 0.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            AnnotationCreated: Drawn; the payload is an empty object.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Look at the project's map in
                the FlightHub 2 web application, as no call lists annotations. Call fh.annotations.create(...) again
                only if the annotation is missing there.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Create map annotation" (documentation index, 2026-05-08; observed). Effect: write. Repeating:
        rejected-only.

        Example:
            >>> answer = fh.annotations.create(
            ...     name="Gate 3",
            ...     desc="",
            ...     resource={"type": 0, "content": {"type": "Feature", "properties": {"color": "#2D8CF0", "clampToGround": True}, "geometry": {"type": "Point", "coordinates": [14.50613, 46.05127, 0]}}},
            ...     element_source=0,
            ... )
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            CREATE,
            {
                "name": name,
                "desc": desc,
                "resource": resource,
                "element_source": element_source,
            },
            request_options,
        )


class RawAnnotations(RawGroup):
    """As `Annotations`; each method returns the whole response: HTTP status, headers, body and answer."""

    create = _raw.call(Annotations.create)


class AsyncAnnotations(AsyncGroup):
    """Points, lines and areas on the map of a project."""

    async def create(
        self,
        *,
        name: str,
        desc: str,
        resource: AnnotationResource | Mapping[str, Any],
        element_source: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AnnotationCreated:
        """Draw a point, a line or an area on the project's map.

        Every call adds an annotation, a repeated one a duplicate. No operation reads, changes or deletes annotations;
        that is done in the web application. Coordinates are GeoJSON, longitude first.

        Args:
            name: Name shown on the map.
            desc: Free text about the annotation; must be sent, an empty text will do.
            resource: Shape and style.
            element_source: Reserved. Leave it out, or send 0.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            AnnotationCreated: Drawn; the payload is an empty object.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Look at the project's map in
                the FlightHub 2 web application, as no call lists annotations. Call fh.annotations.create(...) again
                only if the annotation is missing there.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Create map annotation" (documentation index, 2026-05-08; observed). Effect: write. Repeating:
        rejected-only.

        Example:
            >>> answer = await fh.annotations.create(
            ...     name="Gate 3",
            ...     desc="",
            ...     resource={"type": 0, "content": {"type": "Feature", "properties": {"color": "#2D8CF0", "clampToGround": True}, "geometry": {"type": "Point", "coordinates": [14.50613, 46.05127, 0]}}},
            ...     element_source=0,
            ... )
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            CREATE,
            {
                "name": name,
                "desc": desc,
                "resource": resource,
                "element_source": element_source,
            },
            request_options,
        )


class AsyncRawAnnotations(AsyncRawGroup):
    """As `AsyncAnnotations`; each method returns the whole response: HTTP status, headers, body and answer."""

    create = _raw.async_call(AsyncAnnotations.create)
