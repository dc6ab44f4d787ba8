"""Reconstruction from pictures of any origin.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Boolean, JsonText, Limits, ListOf, ObjectOf, SecretString, String
from flighthub_runtime.groups import AsyncGroup, Group, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import Secret, as_secret, mask_argument

from ..operations.open_models import OPERATIONS

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

START_RECONSTRUCTION: Call[ReconstructionJobs] = Call(
    OPERATIONS["startOpenModelReconstruction"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("resource_uuid", String(id=True), required=True),
        Member("parameter_2d", JsonText(Limits(min_items=5, max_items=20000))),
        Member("parameter_3d", JsonText(Limits(min_items=5, max_items=20000))),
        Member("parameter_3dgs", JsonText(Limits(min_items=10, max_items=4000))),
        Member("parameter_lidar", JsonText(Limits(min_items=5, max_items=20000))),
        Member("delete_resource_if_finish", Boolean()),
        at_least_one_of=("parameter_2d", "parameter_3d", "parameter_3dgs", "parameter_lidar"),
    ),
    answer=ObjectOf("ReconstructionJobs", __package__),
)
LIST_RUNNING: Call[Records[RunningOpenModel]] = Call(
    OPERATIONS["listRunningOpenModels"],
    path=Members(),
    query=Members(),
    answer=ObjectOf("RunningOpenModelList", __package__),
)
GET: Call[OpenModel] = Call(
    OPERATIONS["getOpenModel"],
    path=Members(
        Member("model_uuid", String(id=True), required=True),
    ),
    query=Members(),
    answer=ObjectOf("OpenModel", __package__),
)
DELETE: Call[None] = Call(
    OPERATIONS["deleteOpenModel"],
    path=Members(
        Member("model_uuid", String(id=True), required=True),
    ),
    query=Members(),
)
STOP_RECONSTRUCTION: Call[None] = Call(
    OPERATIONS["stopOpenModelReconstruction"],
    path=Members(
        Member("model_uuid", String(id=True), required=True),
    ),
    query=Members(),
)
GET_RESOURCE: Call[OpenModelResource] = Call(
    OPERATIONS["getOpenModelResource"],
    path=Members(
        Member("resource_uuid", String(id=True), required=True),
    ),
    query=Members(),
    answer=ObjectOf("OpenModelResource", __package__),
)
DELETE_RESOURCE: Call[None] = Call(
    OPERATIONS["deleteOpenModelResource"],
    path=Members(
        Member("resource_uuid", String(id=True), required=True),
    ),
    query=Members(),
)
OBTAIN_TOKEN: Call[UploadToken] = Call(
    OPERATIONS["obtainOpenModelUploadToken"],
    path=Members(),
    query=Members(),
    answer=ObjectOf("UploadToken", __package__),
)
NOTIFY_UPLOAD: Call[UploadReceipt] = Call(
    OPERATIONS["notifyOpenModelUpload"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("resource_uuid", String(id=True), required=True),
        Member("callback_param", SecretString(), required=True),
        Member(
            "files", ListOf(ObjectOf("UploadedFile", __package__), Limits(min_items=1, max_items=100)), required=True
        ),
        Member("resource_name", String(Limits(max_length=255))),
    ),
    answer=ObjectOf("UploadReceipt", __package__),
)


class OpenModels(Group):
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
    ) -> ReconstructionJobs:
        """Start reconstructions of an image set.

        Starts a job for each settings member sent and spends image quota. A set needs 5 to 20000 pictures, or 10 to
        4000 for 3DGS. Success of the call is not success of every job: check sub_error_code of each.

        Args:
            resource_uuid: Id of the image set to build from.
            parameter_2d: Settings of a 2D model, as the text of a JSON object. (for 5 to 20000 pictures)
            parameter_3d: Settings of a 3D model, as the text of a JSON object. (for 5 to 20000 pictures)
            parameter_3dgs: Settings of a 3D Gaussian splatting model, as the text of a JSON object. None of its keys is
                known. (for 10 to 4000 pictures)
            parameter_lidar: Settings of a LiDAR model, as the text of a JSON object. (for 5 to 20000 pictures)
            delete_resource_if_finish: Whether the image set is deleted when all jobs have ended.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ReconstructionJobs: The jobs, one for each settings member sent.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Look for the resource_uuid in
                fh.open_models.list_running(), more than once; a job that has ended is no longer listed. Start again
                only if no job appears, for each start spends image quota.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Start reconstruction task" (documentation index, 2026-05-08; documented). Effect: dangerous.
        Repeating: never.

        Example:
            >>> answer = fh.open_models.start_reconstruction(
            ...     resource_uuid="14513788-a0c6-47e0-96d8-29736a44546a",
            ...     parameter_2d="{\\"map_mode\\":1,\\"quality_level\\":2}",
            ...     parameter_3d="{\\"generate_b3dm\\":true,\\"quality_level\\":2}",
            ...     delete_resource_if_finish=False,
            ... )
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> Records[RunningOpenModel]:
        """List the reconstructions in progress.

        All jobs at once, without paging. A job that has ended leaves the list; its end state is read from the single
        model. Error code and archive key are found there too.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[RunningOpenModel]: The jobs in progress.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get Details of Models Currently Being Reconstructed" (documentation page, 2026-05-08;
        documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.open_models.list_running()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(LIST_RUNNING, {}, request_options)

    def get(
        self,
        model_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> OpenModel:
        """Get a reconstruction and its end state.

        Works during the job and afterwards. The result is packed after the reconstruction: wait for zip_status 2. No
        known operation downloads the archive. Models on a project's map are another thing, see getModel.

        Args:
            model_uuid: Id of the model, from the start of the reconstruction.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            OpenModel: The model.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get the Model Details" (documentation index, 2026-05-08; documented). Effect: read. Repeating:
        safe.

        Example:
            >>> answer = fh.open_models.get("49f7c6d3-6096-49d8-a856-8e932b0561fe")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> None:
        """Delete a reconstruction and its result.

        A job that is still running is stopped. In spite of the page's title, one call deletes one model.

        Args:
            model_uuid: Id of the model, from the start of the reconstruction.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Delete Models" (documentation index, 2026-05-08; documented). Effect: dangerous. Repeating:
        safe.

        Example:
            >>> fh.open_models.delete("49f7c6d3-6096-49d8-a856-8e932b0561fe")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> None:
        """Stop a reconstruction.

        Discards the work done and credits the pictures back to the quota; the job ends in state 16. There is no body.
        Stopping a job again changes nothing, but may answer with a failure.

        Args:
            model_uuid: Id of the model whose job is to stop.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Stop reconstruction task" (documentation index, 2026-05-08; documented). Effect: dangerous.
        Repeating: safe.

        Example:
            >>> fh.open_models.stop_reconstruction("49f7c6d3-6096-49d8-a856-8e932b0561fe")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> OpenModelResource:
        """Get an image set and the files registered in it.

        Shows whether every reported picture was counted. Check it before a reconstruction is started, and after an
        upload report whose answer got lost.

        Args:
            resource_uuid: Id of the image set, cut out of store_path.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            OpenModelResource: The image set.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get resource details" (documentation index, 2026-05-08; observed). Effect: read. Repeating:
        safe.

        Example:
            >>> answer = fh.open_models.get_resource("14513788-a0c6-47e0-96d8-29736a44546a")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> None:
        """Delete an image set.

        The pictures are gone for good; the state of the set becomes 2, later 3. A reconstruction can also be told to
        delete its image set at the end, with delete_resource_if_finish.

        Args:
            resource_uuid: Id of the image set, cut out of store_path.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Delete resource" (documentation index, 2026-05-08; observed). Effect: dangerous. Repeating:
        safe.

        Example:
            >>> fh.open_models.delete_resource("14513788-a0c6-47e0-96d8-29736a44546a")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> UploadToken:
        """Open an image set and obtain credentials for its upload.

        The first step of open modeling; there is no body. Every call opens another image set, so call once per set and
        choose sets that upload before the keys expire; one that stays unused does no harm. The keys allow writing below
        the prefix only.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            UploadToken: Where to upload, and with which keys.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get upload credential" (documentation index, 2026-05-08; documented). Effect: write. Repeating:
        safe.

        Example:
            >>> answer = fh.open_models.obtain_token()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(OBTAIN_TOKEN, {}, request_options)

    def notify_upload(
        self,
        *,
        resource_uuid: str | UUID,
        callback_param: str | Secret,
        files: Sequence[UploadedFile | Mapping[str, Any]],
        resource_name: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> UploadReceipt:
        """Report uploaded pictures.

        Takes up to 100 files. For more, call one after another, never in parallel, with the same image set. Whether a
        file that is reported twice is ignored is unknown.

        Args:
            resource_uuid: Id of the image set, cut out of store_path.
            callback_param: The text that came with the upload credentials, unchanged.
            files: The files, at most 100 in a call. Keep names unique within a set, as equal ones seem to overwrite.
                (at least 1 items; at most 100 items)
            resource_name: Name of the image set for people. (at most 255 characters)
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            UploadReceipt: The files that were accepted.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Read
                fh.open_models.get_resource(resource_uuid) and compare its file_names with the report. Report only the
                files that are missing there.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Upload callback" (documentation index, 2026-05-08; observed). Effect: write. Repeating:
        rejected-only.

        Example:
            >>> answer = fh.open_models.notify_upload(
            ...     resource_uuid="14513788-a0c6-47e0-96d8-29736a44546a",
            ...     callback_param="opaque-callback-text",
            ...     files=[{"name": "DJI_0001.JPG", "etag": "9b2cf535f27731c974343645a3985328"}],
            ...     resource_name="Quarry March",
            ... )
        """
        callback_param = as_secret(callback_param)
        request_options = mask_argument(request_options)
        return self._caller.call(
            NOTIFY_UPLOAD,
            {
                "resource_uuid": resource_uuid,
                "callback_param": callback_param,
                "files": files,
                "resource_name": resource_name,
            },
            request_options,
        )


class RawOpenModels(RawGroup):
    """As `OpenModels`; each method returns the whole response: HTTP status, headers, body and answer."""

    start_reconstruction = _raw.call(OpenModels.start_reconstruction)
    list_running = _raw.call(OpenModels.list_running)
    get = _raw.call(OpenModels.get)
    delete = _raw.call(OpenModels.delete)
    stop_reconstruction = _raw.call(OpenModels.stop_reconstruction)
    get_resource = _raw.call(OpenModels.get_resource)
    delete_resource = _raw.call(OpenModels.delete_resource)
    obtain_token = _raw.call(OpenModels.obtain_token)
    notify_upload = _raw.call(OpenModels.notify_upload)


class AsyncOpenModels(AsyncGroup):
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
    ) -> ReconstructionJobs:
        """Start reconstructions of an image set.

        Starts a job for each settings member sent and spends image quota. A set needs 5 to 20000 pictures, or 10 to
        4000 for 3DGS. Success of the call is not success of every job: check sub_error_code of each.

        Args:
            resource_uuid: Id of the image set to build from.
            parameter_2d: Settings of a 2D model, as the text of a JSON object. (for 5 to 20000 pictures)
            parameter_3d: Settings of a 3D model, as the text of a JSON object. (for 5 to 20000 pictures)
            parameter_3dgs: Settings of a 3D Gaussian splatting model, as the text of a JSON object. None of its keys is
                known. (for 10 to 4000 pictures)
            parameter_lidar: Settings of a LiDAR model, as the text of a JSON object. (for 5 to 20000 pictures)
            delete_resource_if_finish: Whether the image set is deleted when all jobs have ended.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ReconstructionJobs: The jobs, one for each settings member sent.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Look for the resource_uuid in
                fh.open_models.list_running(), more than once; a job that has ended is no longer listed. Start again
                only if no job appears, for each start spends image quota.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Start reconstruction task" (documentation index, 2026-05-08; documented). Effect: dangerous.
        Repeating: never.

        Example:
            >>> answer = await fh.open_models.start_reconstruction(
            ...     resource_uuid="14513788-a0c6-47e0-96d8-29736a44546a",
            ...     parameter_2d="{\\"map_mode\\":1,\\"quality_level\\":2}",
            ...     parameter_3d="{\\"generate_b3dm\\":true,\\"quality_level\\":2}",
            ...     delete_resource_if_finish=False,
            ... )
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> Records[RunningOpenModel]:
        """List the reconstructions in progress.

        All jobs at once, without paging. A job that has ended leaves the list; its end state is read from the single
        model. Error code and archive key are found there too.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[RunningOpenModel]: The jobs in progress.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get Details of Models Currently Being Reconstructed" (documentation page, 2026-05-08;
        documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.open_models.list_running()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(LIST_RUNNING, {}, request_options)

    async def get(
        self,
        model_uuid: str | UUID,
        *,
        request_options: RequestOptions | None = None,
    ) -> OpenModel:
        """Get a reconstruction and its end state.

        Works during the job and afterwards. The result is packed after the reconstruction: wait for zip_status 2. No
        known operation downloads the archive. Models on a project's map are another thing, see getModel.

        Args:
            model_uuid: Id of the model, from the start of the reconstruction.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            OpenModel: The model.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get the Model Details" (documentation index, 2026-05-08; documented). Effect: read. Repeating:
        safe.

        Example:
            >>> answer = await fh.open_models.get("49f7c6d3-6096-49d8-a856-8e932b0561fe")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> None:
        """Delete a reconstruction and its result.

        A job that is still running is stopped. In spite of the page's title, one call deletes one model.

        Args:
            model_uuid: Id of the model, from the start of the reconstruction.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Delete Models" (documentation index, 2026-05-08; documented). Effect: dangerous. Repeating:
        safe.

        Example:
            >>> await fh.open_models.delete("49f7c6d3-6096-49d8-a856-8e932b0561fe")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> None:
        """Stop a reconstruction.

        Discards the work done and credits the pictures back to the quota; the job ends in state 16. There is no body.
        Stopping a job again changes nothing, but may answer with a failure.

        Args:
            model_uuid: Id of the model whose job is to stop.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Stop reconstruction task" (documentation index, 2026-05-08; documented). Effect: dangerous.
        Repeating: safe.

        Example:
            >>> await fh.open_models.stop_reconstruction("49f7c6d3-6096-49d8-a856-8e932b0561fe")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> OpenModelResource:
        """Get an image set and the files registered in it.

        Shows whether every reported picture was counted. Check it before a reconstruction is started, and after an
        upload report whose answer got lost.

        Args:
            resource_uuid: Id of the image set, cut out of store_path.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            OpenModelResource: The image set.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get resource details" (documentation index, 2026-05-08; observed). Effect: read. Repeating:
        safe.

        Example:
            >>> answer = await fh.open_models.get_resource("14513788-a0c6-47e0-96d8-29736a44546a")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> None:
        """Delete an image set.

        The pictures are gone for good; the state of the set becomes 2, later 3. A reconstruction can also be told to
        delete its image set at the end, with delete_resource_if_finish.

        Args:
            resource_uuid: Id of the image set, cut out of store_path.
            request_options: What to set for this call alone: project, timeout, extra members.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Delete resource" (documentation index, 2026-05-08; observed). Effect: dangerous. Repeating:
        safe.

        Example:
            >>> await fh.open_models.delete_resource("14513788-a0c6-47e0-96d8-29736a44546a")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> UploadToken:
        """Open an image set and obtain credentials for its upload.

        The first step of open modeling; there is no body. Every call opens another image set, so call once per set and
        choose sets that upload before the keys expire; one that stays unused does no harm. The keys allow writing below
        the prefix only.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            UploadToken: Where to upload, and with which keys.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get upload credential" (documentation index, 2026-05-08; documented). Effect: write. Repeating:
        safe.

        Example:
            >>> answer = await fh.open_models.obtain_token()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(OBTAIN_TOKEN, {}, request_options)

    async def notify_upload(
        self,
        *,
        resource_uuid: str | UUID,
        callback_param: str | Secret,
        files: Sequence[UploadedFile | Mapping[str, Any]],
        resource_name: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> UploadReceipt:
        """Report uploaded pictures.

        Takes up to 100 files. For more, call one after another, never in parallel, with the same image set. Whether a
        file that is reported twice is ignored is unknown.

        Args:
            resource_uuid: Id of the image set, cut out of store_path.
            callback_param: The text that came with the upload credentials, unchanged.
            files: The files, at most 100 in a call. Keep names unique within a set, as equal ones seem to overwrite.
                (at least 1 items; at most 100 items)
            resource_name: Name of the image set for people. (at most 255 characters)
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            UploadReceipt: The files that were accepted.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Read
                fh.open_models.get_resource(resource_uuid) and compare its file_names with the report. Report only the
                files that are missing there.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Upload callback" (documentation index, 2026-05-08; observed). Effect: write. Repeating:
        rejected-only.

        Example:
            >>> answer = await fh.open_models.notify_upload(
            ...     resource_uuid="14513788-a0c6-47e0-96d8-29736a44546a",
            ...     callback_param="opaque-callback-text",
            ...     files=[{"name": "DJI_0001.JPG", "etag": "9b2cf535f27731c974343645a3985328"}],
            ...     resource_name="Quarry March",
            ... )
        """
        callback_param = as_secret(callback_param)
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    """As `AsyncOpenModels`; each method returns the whole response: HTTP status, headers, body and answer."""

    start_reconstruction = _raw.async_call(AsyncOpenModels.start_reconstruction)
    list_running = _raw.async_call(AsyncOpenModels.list_running)
    get = _raw.async_call(AsyncOpenModels.get)
    delete = _raw.async_call(AsyncOpenModels.delete)
    stop_reconstruction = _raw.async_call(AsyncOpenModels.stop_reconstruction)
    get_resource = _raw.async_call(AsyncOpenModels.get_resource)
    delete_resource = _raw.async_call(AsyncOpenModels.delete_resource)
    obtain_token = _raw.async_call(AsyncOpenModels.obtain_token)
    notify_upload = _raw.async_call(AsyncOpenModels.notify_upload)
