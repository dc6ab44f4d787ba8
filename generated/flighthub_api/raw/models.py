"""As `groups.models`, but each method gives the whole answer: HTTP status, headers, body and envelope.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ..groups.models import CREATE, GET, LIST
from ..runtime.annotations import lazy_type
from ..runtime.groups import AsyncRawGroup, RawGroup, RequestOptions
from ..runtime.operations import RawAnswer
from ..runtime.secrets import mask_argument

if TYPE_CHECKING:
    from ..enums import ModelFileType, ModelOutputFormat, ReconstructionMode, ReconstructionQuality
    from ..models import PredefineArea, ProjectModel, ProjectModelCreated, ProjectModelDetail
else:
    ModelFileType = lazy_type("..enums", "ModelFileType", __package__)
    ModelOutputFormat = lazy_type("..enums", "ModelOutputFormat", __package__)
    ReconstructionMode = lazy_type("..enums", "ReconstructionMode", __package__)
    ReconstructionQuality = lazy_type("..enums", "ReconstructionQuality", __package__)
    PredefineArea = lazy_type("..models", "PredefineArea", __package__)
    ProjectModel = lazy_type("..models", "ProjectModel", __package__)
    ProjectModelCreated = lazy_type("..models", "ProjectModelCreated", __package__)
    ProjectModelDetail = lazy_type("..models", "ProjectModelDetail", __package__)


class RawModels(RawGroup):
    """Models on the map of a project and their reconstruction."""

    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[ProjectModel]]:
        """List the models of the project, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            LIST,
            {},
            request_options,
        )

    def create(
        self,
        *,
        name: str,
        reconstruction_type: Sequence[ModelFileType | Literal["model_2d", "model_3d"]],
        simplified_factor: float,
        task_folder_id: int,
        wkt: str,
        quality_level: ReconstructionQuality | Literal["high", "medium", "low"],
        reconstruction_mode: ReconstructionMode | Literal["normal", "surround"],
        generate_model_formats: Sequence[
            ModelOutputFormat | Literal["b3dm", "osgb", "ply", "obj", "pnts", "las", "point_ply", "normal_point_ply"]
        ],
        predefine_area: PredefineArea | Mapping[str, Any] | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[ProjectModelCreated]:
        """Build models from the pictures of a flight task, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            CREATE,
            {
                "name": name,
                "reconstruction_type": reconstruction_type,
                "simplified_factor": simplified_factor,
                "task_folder_id": task_folder_id,
                "wkt": wkt,
                "quality_level": quality_level,
                "reconstruction_mode": reconstruction_mode,
                "generate_model_formats": generate_model_formats,
                "predefine_area": predefine_area,
            },
            request_options,
        )

    def get(
        self,
        model_id: int,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[ProjectModelDetail]:
        """Get a model of the project and its links, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            GET,
            {
                "model_id": model_id,
            },
            request_options,
        )


class AsyncRawModels(AsyncRawGroup):
    """Models on the map of a project and their reconstruction."""

    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[ProjectModel]]:
        """List the models of the project, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            LIST,
            {},
            request_options,
        )

    async def create(
        self,
        *,
        name: str,
        reconstruction_type: Sequence[ModelFileType | Literal["model_2d", "model_3d"]],
        simplified_factor: float,
        task_folder_id: int,
        wkt: str,
        quality_level: ReconstructionQuality | Literal["high", "medium", "low"],
        reconstruction_mode: ReconstructionMode | Literal["normal", "surround"],
        generate_model_formats: Sequence[
            ModelOutputFormat | Literal["b3dm", "osgb", "ply", "obj", "pnts", "las", "point_ply", "normal_point_ply"]
        ],
        predefine_area: PredefineArea | Mapping[str, Any] | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[ProjectModelCreated]:
        """Build models from the pictures of a flight task, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            CREATE,
            {
                "name": name,
                "reconstruction_type": reconstruction_type,
                "simplified_factor": simplified_factor,
                "task_folder_id": task_folder_id,
                "wkt": wkt,
                "quality_level": quality_level,
                "reconstruction_mode": reconstruction_mode,
                "generate_model_formats": generate_model_formats,
                "predefine_area": predefine_area,
            },
            request_options,
        )

    async def get(
        self,
        model_id: int,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[ProjectModelDetail]:
        """Get a model of the project and its links, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            GET,
            {
                "model_id": model_id,
            },
            request_options,
        )
