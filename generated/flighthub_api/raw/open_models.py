"""As `groups.open_models`, but each method gives the whole answer: HTTP status, headers, body and envelope.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..groups.open_models import (
    DELETE,
    DELETE_RESOURCE,
    GET,
    GET_RESOURCE,
    LIST_RUNNING,
    NOTIFY_UPLOAD,
    OBTAIN_TOKEN,
    START_RECONSTRUCTION,
    STOP_RECONSTRUCTION,
)
from ..runtime.annotations import lazy_type
from ..runtime.groups import AsyncRawGroup, RawGroup, RequestOptions
from ..runtime.operations import RawAnswer
from ..runtime.secrets import Secret, as_secret, mask_argument

if TYPE_CHECKING:
    from ..models import (
        OpenModel,
        OpenModelResource,
        ReconstructionJobs,
        RunningOpenModel,
        UploadedFile,
        UploadReceipt,
        UploadToken,
    )
else:
    OpenModel = lazy_type("..models", "OpenModel", __package__)
    OpenModelResource = lazy_type("..models", "OpenModelResource", __package__)
    ReconstructionJobs = lazy_type("..models", "ReconstructionJobs", __package__)
    RunningOpenModel = lazy_type("..models", "RunningOpenModel", __package__)
    UploadReceipt = lazy_type("..models", "UploadReceipt", __package__)
    UploadToken = lazy_type("..models", "UploadToken", __package__)
    UploadedFile = lazy_type("..models", "UploadedFile", __package__)


class RawOpenModels(RawGroup):
    """Reconstruction from pictures of any origin."""

    def start_reconstruction(
        self,
        *,
        resource_uuid: str | UUID,
        parameter_2d: str | Mapping[str, Any] | None = None,
        parameter_3d: str | Mapping[str, Any] | None = None,
        parameter_3dgs: str | Mapping[str, Any] | None = None,
        parameter_lidar: str | Mapping[str, Any] | None = None,
        delete_resource_if_finish: bool | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[ReconstructionJobs]:
        """Start reconstructions of an image set, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            START_RECONSTRUCTION,
            {
                "resource_uuid": resource_uuid,
                "parameter_2d": parameter_2d,
                "parameter_3d": parameter_3d,
                "parameter_3dgs": parameter_3dgs,
                "parameter_lidar": parameter_lidar,
                "delete_resource_if_finish": delete_resource_if_finish,
            },
            request_options,
        )

    def list_running(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[RunningOpenModel]]:
        """List the reconstructions in progress, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            LIST_RUNNING,
            {},
            request_options,
        )

    def get(
        self,
        model_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[OpenModel]:
        """Get a reconstruction and its end state, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            GET,
            {
                "model_uuid": model_uuid,
            },
            request_options,
        )

    def delete(
        self,
        model_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Delete a reconstruction and its result, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            DELETE,
            {
                "model_uuid": model_uuid,
            },
            request_options,
        )

    def stop_reconstruction(
        self,
        model_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Stop a reconstruction, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            STOP_RECONSTRUCTION,
            {
                "model_uuid": model_uuid,
            },
            request_options,
        )

    def get_resource(
        self,
        resource_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[OpenModelResource]:
        """Get an image set and the files registered in it, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            GET_RESOURCE,
            {
                "resource_uuid": resource_uuid,
            },
            request_options,
        )

    def delete_resource(
        self,
        resource_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Delete an image set, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            DELETE_RESOURCE,
            {
                "resource_uuid": resource_uuid,
            },
            request_options,
        )

    def obtain_token(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[UploadToken]:
        """Open an image set and obtain credentials for its upload, and give all that came back."""
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            OBTAIN_TOKEN,
            {},
            request_options,
        )

    def notify_upload(
        self,
        *,
        resource_uuid: str | UUID,
        callback_param: str | Secret,
        files: Sequence[UploadedFile | Mapping[str, Any]],
        resource_name: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[UploadReceipt]:
        """Report uploaded pictures, and give all that came back."""
        callback_param = as_secret(callback_param)
        request_options = mask_argument(request_options)
        return self._caller.call_raw(
            NOTIFY_UPLOAD,
            {
                "resource_uuid": resource_uuid,
                "callback_param": callback_param,
                "files": files,
                "resource_name": resource_name,
            },
            request_options,
        )


class AsyncRawOpenModels(AsyncRawGroup):
    """Reconstruction from pictures of any origin."""

    async def start_reconstruction(
        self,
        *,
        resource_uuid: str | UUID,
        parameter_2d: str | Mapping[str, Any] | None = None,
        parameter_3d: str | Mapping[str, Any] | None = None,
        parameter_3dgs: str | Mapping[str, Any] | None = None,
        parameter_lidar: str | Mapping[str, Any] | None = None,
        delete_resource_if_finish: bool | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[ReconstructionJobs]:
        """Start reconstructions of an image set, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            START_RECONSTRUCTION,
            {
                "resource_uuid": resource_uuid,
                "parameter_2d": parameter_2d,
                "parameter_3d": parameter_3d,
                "parameter_3dgs": parameter_3dgs,
                "parameter_lidar": parameter_lidar,
                "delete_resource_if_finish": delete_resource_if_finish,
            },
            request_options,
        )

    async def list_running(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[builtins.list[RunningOpenModel]]:
        """List the reconstructions in progress, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            LIST_RUNNING,
            {},
            request_options,
        )

    async def get(
        self,
        model_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[OpenModel]:
        """Get a reconstruction and its end state, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            GET,
            {
                "model_uuid": model_uuid,
            },
            request_options,
        )

    async def delete(
        self,
        model_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Delete a reconstruction and its result, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            DELETE,
            {
                "model_uuid": model_uuid,
            },
            request_options,
        )

    async def stop_reconstruction(
        self,
        model_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Stop a reconstruction, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            STOP_RECONSTRUCTION,
            {
                "model_uuid": model_uuid,
            },
            request_options,
        )

    async def get_resource(
        self,
        resource_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[OpenModelResource]:
        """Get an image set and the files registered in it, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            GET_RESOURCE,
            {
                "resource_uuid": resource_uuid,
            },
            request_options,
        )

    async def delete_resource(
        self,
        resource_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[None]:
        """Delete an image set, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            DELETE_RESOURCE,
            {
                "resource_uuid": resource_uuid,
            },
            request_options,
        )

    async def obtain_token(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[UploadToken]:
        """Open an image set and obtain credentials for its upload, and give all that came back."""
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            OBTAIN_TOKEN,
            {},
            request_options,
        )

    async def notify_upload(
        self,
        *,
        resource_uuid: str | UUID,
        callback_param: str | Secret,
        files: Sequence[UploadedFile | Mapping[str, Any]],
        resource_name: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> RawAnswer[UploadReceipt]:
        """Report uploaded pictures, and give all that came back."""
        callback_param = as_secret(callback_param)
        request_options = mask_argument(request_options)
        return await self._caller.call_raw(
            NOTIFY_UPLOAD,
            {
                "resource_uuid": resource_uuid,
                "callback_param": callback_param,
                "files": files,
                "resource_name": resource_name,
            },
            request_options,
        )
