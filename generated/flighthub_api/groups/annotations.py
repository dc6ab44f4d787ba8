"""Changing and deleting annotations.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, ObjectOf, String
from flighthub_runtime.groups import AsyncGroup, Group, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.secrets import mask_argument

from ..operations.annotations import OPERATIONS

if TYPE_CHECKING:
    from ..enums import AnnotationDisplay
    from ..models import AnnotationCreated, AnnotationDeleted, AnnotationFeature, AnnotationResource, AnnotationUpdated
else:
    AnnotationDisplay = lazy_type("..enums", "AnnotationDisplay", __package__)
    AnnotationCreated = lazy_type("..models", "AnnotationCreated", __package__)
    AnnotationDeleted = lazy_type("..models", "AnnotationDeleted", __package__)
    AnnotationFeature = lazy_type("..models", "AnnotationFeature", __package__)
    AnnotationResource = lazy_type("..models", "AnnotationResource", __package__)
    AnnotationUpdated = lazy_type("..models", "AnnotationUpdated", __package__)

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
UPDATE: Call[AnnotationUpdated] = Call(
    OPERATIONS["updateMapElement"],
    path=Members(
        Member("workspace_id", String(id=True)),
        Member("id", String(id=True), required=True),
    ),
    query=Members(),
    body=Members(
        Member("name", String()),
        Member("status", Integer()),
        Member("display", EnumOf("AnnotationDisplay", __package__)),
        Member("content", ObjectOf("AnnotationFeature", __package__)),
        Member("remark", String()),
        Member("elevation_load_status", Integer()),
        Member("target_layer_id", String(id=True)),
        at_least_one_of=("name", "status", "display", "content", "remark", "elevation_load_status", "target_layer_id"),
    ),
    answer=ObjectOf("AnnotationUpdated", __package__),
    filled={"workspace_id": "project"},
)
DELETE: Call[AnnotationDeleted] = Call(
    OPERATIONS["deleteMapElement"],
    path=Members(
        Member("workspace_id", String(id=True)),
        Member("id", String(id=True), required=True),
    ),
    query=Members(),
    answer=ObjectOf("AnnotationDeleted", __package__),
    filled={"workspace_id": "project"},
)


class Annotations(Group):
    """Changing and deleting annotations."""

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

        Every call adds an annotation, a repeated one a duplicate. V1.0 can neither read, change nor delete annotations;
        V2.0 can change and delete them. Coordinates are GeoJSON, longitude first.

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

    def update(
        self,
        id: str,
        *,
        name: str | None = None,
        status: int | None = None,
        display: AnnotationDisplay | Literal[0, 1] | None = None,
        content: AnnotationFeature | Mapping[str, Any] | None = None,
        remark: str | None = None,
        elevation_load_status: int | None = None,
        target_layer_id: str | None = None,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> AnnotationUpdated:
        """Change an annotation on the project's map.

        At least one member must be sent. Sending the same again leaves the same annotation, so it may be repeated.

        Args:
            id: Id of the annotation.
            name: Name shown on the map.
            status: State of the annotation. The values are not published.
            display: Whether the map shows it.
            content: The drawing as a GeoJSON feature.
            remark: Free text about the annotation.
            elevation_load_status: State of the elevation. The values are not published.
            target_layer_id: Layer that the annotation moves to.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            AnnotationUpdated: The annotation was changed.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Update Map Annotation"
        (documentation index, 2026-09-28; documented). Effect: write. Repeating: safe.

        Example:
            >>> answer = fh.annotations.update(
            ...     "ELEMENT-EXAMPLE-1",
            ...     name="Gate 3 (closed)",
            ...     display=1,
            ...     content={"type": "Feature", "properties": {"color": "#00FF00", "clampToGround": True}, "geometry": {"type": "Point", "coordinates": [14.50613, 46.05127, 0]}},
            ... )
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            UPDATE,
            {
                "id": id,
                "name": name,
                "status": status,
                "display": display,
                "content": content,
                "remark": remark,
                "elevation_load_status": elevation_load_status,
                "target_layer_id": target_layer_id,
                "workspace_id": workspace_id,
            },
            request_options,
        )

    def delete(
        self,
        id: str,
        *,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> AnnotationDeleted:
        """Delete an annotation from the project's map.

        The annotation is gone for good. A second call finds nothing to delete, which is what was wanted.

        Args:
            id: Id of the annotation.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            AnnotationDeleted: The annotation was deleted.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Delete Map Annotation"
        (documentation index, 2026-09-28; documented). Effect: dangerous. Repeating: safe.

        Example:
            >>> answer = fh.annotations.delete("ELEMENT-EXAMPLE-1")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            DELETE,
            {
                "id": id,
                "workspace_id": workspace_id,
            },
            request_options,
        )


class RawAnnotations(RawGroup):
    """As `Annotations`; each method returns the whole response: HTTP status, headers, body and answer."""

    create = _raw.call(Annotations.create)
    update = _raw.call(Annotations.update)
    delete = _raw.call(Annotations.delete)


class AsyncAnnotations(AsyncGroup):
    """Changing and deleting annotations."""

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

        Every call adds an annotation, a repeated one a duplicate. V1.0 can neither read, change nor delete annotations;
        V2.0 can change and delete them. Coordinates are GeoJSON, longitude first.

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

    async def update(
        self,
        id: str,
        *,
        name: str | None = None,
        status: int | None = None,
        display: AnnotationDisplay | Literal[0, 1] | None = None,
        content: AnnotationFeature | Mapping[str, Any] | None = None,
        remark: str | None = None,
        elevation_load_status: int | None = None,
        target_layer_id: str | None = None,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> AnnotationUpdated:
        """Change an annotation on the project's map.

        At least one member must be sent. Sending the same again leaves the same annotation, so it may be repeated.

        Args:
            id: Id of the annotation.
            name: Name shown on the map.
            status: State of the annotation. The values are not published.
            display: Whether the map shows it.
            content: The drawing as a GeoJSON feature.
            remark: Free text about the annotation.
            elevation_load_status: State of the elevation. The values are not published.
            target_layer_id: Layer that the annotation moves to.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            AnnotationUpdated: The annotation was changed.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Update Map Annotation"
        (documentation index, 2026-09-28; documented). Effect: write. Repeating: safe.

        Example:
            >>> answer = await fh.annotations.update(
            ...     "ELEMENT-EXAMPLE-1",
            ...     name="Gate 3 (closed)",
            ...     display=1,
            ...     content={"type": "Feature", "properties": {"color": "#00FF00", "clampToGround": True}, "geometry": {"type": "Point", "coordinates": [14.50613, 46.05127, 0]}},
            ... )
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            UPDATE,
            {
                "id": id,
                "name": name,
                "status": status,
                "display": display,
                "content": content,
                "remark": remark,
                "elevation_load_status": elevation_load_status,
                "target_layer_id": target_layer_id,
                "workspace_id": workspace_id,
            },
            request_options,
        )

    async def delete(
        self,
        id: str,
        *,
        workspace_id: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> AnnotationDeleted:
        """Delete an annotation from the project's map.

        The annotation is gone for good. A second call finds nothing to delete, which is what was wanted.

        Args:
            id: Id of the annotation.
            workspace_id: Id of the project. The project of the client, or of request_options, where it is not given.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            AnnotationDeleted: The annotation was deleted.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Delete Map Annotation"
        (documentation index, 2026-09-28; documented). Effect: dangerous. Repeating: safe.

        Example:
            >>> answer = await fh.annotations.delete("ELEMENT-EXAMPLE-1")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            DELETE,
            {
                "id": id,
                "workspace_id": workspace_id,
            },
            request_options,
        )


class AsyncRawAnnotations(AsyncRawGroup):
    """As `AsyncAnnotations`; each method returns the whole response: HTTP status, headers, body and answer."""

    create = _raw.async_call(AsyncAnnotations.create)
    update = _raw.async_call(AsyncAnnotations.update)
    delete = _raw.async_call(AsyncAnnotations.delete)
