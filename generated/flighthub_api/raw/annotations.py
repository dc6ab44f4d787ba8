"""As `groups.annotations`, but each method gives the whole answer: HTTP status, headers, body and envelope.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..groups.annotations import CREATE
from ..runtime.annotations import lazy_type
from ..runtime.groups import AsyncRawGroup, RawGroup, RequestOptions
from ..runtime.operations import RawAnswer
from ..runtime.secrets import mask_argument

if TYPE_CHECKING:
    from ..models import AnnotationCreated, AnnotationResource
else:
    AnnotationCreated = lazy_type("..models", "AnnotationCreated", __package__)
    AnnotationResource = lazy_type("..models", "AnnotationResource", __package__)


class RawAnnotations(RawGroup):
    """Points, lines and areas on the map of a project."""

    def create(
        self,
        *,
        name: str,
        desc: str,
        resource: AnnotationResource | Mapping[str, Any],
        element_source: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[AnnotationCreated]:
        """Draw a point, a line or an area on the project's map, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
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
    """Points, lines and areas on the map of a project."""

    async def create(
        self,
        *,
        name: str,
        desc: str,
        resource: AnnotationResource | Mapping[str, Any],
        element_source: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[AnnotationCreated]:
        """Draw a point, a line or an area on the project's map, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            CREATE,
            {
                "name": name,
                "desc": desc,
                "resource": resource,
                "element_source": element_source,
            },
            request_options,
        )
