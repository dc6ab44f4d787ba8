"""Models on the map of a project and their reconstruction.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, Limits, ListOf, Number, ObjectOf, String
from flighthub_runtime.groups import AsyncGroup, Group, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import mask_argument

from ..operations.models import OPERATIONS

if TYPE_CHECKING:
    from ..enums import ModelFileType, ModelOutputFormat, ReconstructionMode, ReconstructionQuality
    from ..models import ModelDownload, PredefineArea, ProjectModel, ProjectModelCreated, ProjectModelDetail
else:
    ModelFileType = lazy_type("..enums", "ModelFileType", __package__)
    ModelOutputFormat = lazy_type("..enums", "ModelOutputFormat", __package__)
    ReconstructionMode = lazy_type("..enums", "ReconstructionMode", __package__)
    ReconstructionQuality = lazy_type("..enums", "ReconstructionQuality", __package__)
    ModelDownload = lazy_type("..models", "ModelDownload", __package__)
    PredefineArea = lazy_type("..models", "PredefineArea", __package__)
    ProjectModel = lazy_type("..models", "ProjectModel", __package__)
    ProjectModelCreated = lazy_type("..models", "ProjectModelCreated", __package__)
    ProjectModelDetail = lazy_type("..models", "ProjectModelDetail", __package__)

LIST: Call[Records[ProjectModel]] = Call(
    OPERATIONS["listModels"],
    path=Members(),
    query=Members(),
    answer=ObjectOf("ProjectModelList", __package__),
)
CREATE: Call[ProjectModelCreated] = Call(
    OPERATIONS["createModel"],
    path=Members(),
    query=Members(),
    body=Members(
        Member("name", String(inferred=Limits(max_length=200)), required=True),
        Member(
            "reconstruction_type",
            ListOf(EnumOf("ModelFileType", __package__), Limits(min_items=1, max_items=2, unique=True)),
            required=True,
        ),
        Member("simplified_factor", Number(Limits(maximum=1, above=0)), required=True),
        Member("task_folder_id", Integer(), required=True),
        Member("wkt", String(), required=True),
        Member("quality_level", EnumOf("ReconstructionQuality", __package__), required=True),
        Member("reconstruction_mode", EnumOf("ReconstructionMode", __package__), required=True),
        Member(
            "generate_model_formats",
            ListOf(EnumOf("ModelOutputFormat", __package__), Limits(min_items=1, max_items=8, unique=True)),
            required=True,
        ),
        Member("predefine_area", ObjectOf("PredefineArea", __package__)),
    ),
    answer=ObjectOf("ProjectModelCreated", __package__),
)
GET: Call[ProjectModelDetail] = Call(
    OPERATIONS["getModel"],
    path=Members(
        Member("model_id", Integer(), required=True),
    ),
    query=Members(),
    answer=ObjectOf("ProjectModelDetail", __package__),
)
GET_DOWNLOAD_URL: Call[ModelDownload] = Call(
    OPERATIONS["getModelDownloadUrl"],
    path=Members(
        Member("file_id", String(id=True), required=True),
    ),
    query=Members(),
    answer=ObjectOf("ModelDownload", __package__),
)


class Models(Group):
    """Models on the map of a project and their reconstruction."""

    def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Records[ProjectModel]:
        """List the models of the project.

        All models on the project's map, in one answer. It shows no progress: a model under construction appears once it
        exists, and when exactly that is remains undocumented. The ids are not those of open modeling.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[ProjectModel]: The models.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get the list of models under the project" (documentation index, 2026-05-08; documented). Effect:
        read. Repeating: safe.

        Example:
            >>> answer = fh.models.list()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(LIST, {}, request_options)

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
    ) -> ProjectModelCreated:
        """Build models from the pictures of a flight task.

        Success means accepted, and every accepted call spends modeling quota; no operation stops or deletes such a job.
        Wait until all pictures of the task are uploaded, then call, and look for the id in the list of models.

        Args:
            name: Name of the model. A name of its own makes it possible to find the model after a lost answer.
                Inferred, so only a warning: at most 200 characters.
            reconstruction_type: Kinds of model to build; a list even for a single kind. (at least 1 items; at most 2
                items)
            simplified_factor: Share of the mesh's faces that is kept, 1 for all. The page recommends 0.2 for browsing.
                (above 0; at most 1)
            task_folder_id: Media folder of the flight, the folder_id of the task.
            wkt: Coordinate system of the result. In spite of the name, every known example is an authority text such as
                EPSG:32633; whether real WKT is accepted is unproven. A UTM zone or national grid of the site suits
                best.
            quality_level: Quality of the result.
            reconstruction_mode: How the pictures were taken.
            generate_model_formats: Formats to produce. FlightHub 2 itself displays b3dm and pnts. (at least 1 items; at
                most 8 items)
            predefine_area: Area to build; without it, all that the pictures cover.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ProjectModelCreated: Accepted, with the id of the new model.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Look for the name in
                fh.models.list(), more than once, since a new model need not appear at once. Create it again only if it
                stays away, for each creation spends quota.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Model reconstruction" (documentation index, 2026-05-08; documented). Effect: dangerous.
        Repeating: never.

        Example:
            >>> answer = fh.models.create(
            ...     name="Quarry March",
            ...     reconstruction_type=["model_2d", "model_3d"],
            ...     simplified_factor=0.2,
            ...     task_folder_id=40211,
            ...     wkt="EPSG:32633",
            ...     quality_level="medium",
            ...     reconstruction_mode="normal",
            ...     generate_model_formats=["b3dm", "pnts", "las"],
            ... )
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
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
    ) -> ProjectModelDetail:
        """Get a model of the project and its links.

        Adds the creator and two signed links to the row of the list. The links are temporary: use them at once, and ask
        again when they have expired. A link may be empty while the model is not ready.

        Args:
            model_id: Id of the model, from the list or from its creation.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ProjectModelDetail: The model.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get Model Details" (documentation index, 2026-05-08; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.models.get(9021)
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            GET,
            {
                "model_id": model_id,
            },
            request_options,
        )

    def get_download_url(
        self,
        file_id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> ModelDownload:
        """Obtain a link to a file of a model.

        The url is empty until the file is ready, so ask again. No described answer tells a file_id, so its origin is
        open. zip_file_key of open modeling is something else.

        Args:
            file_id: Id of the file.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ModelDownload: The link, or an empty one.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Model File Download Link"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.models.get_download_url("901")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            GET_DOWNLOAD_URL,
            {
                "file_id": file_id,
            },
            request_options,
        )


class RawModels(RawGroup):
    """As `Models`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.call(Models.list)
    create = _raw.call(Models.create)
    get = _raw.call(Models.get)
    get_download_url = _raw.call(Models.get_download_url)


class AsyncModels(AsyncGroup):
    """Models on the map of a project and their reconstruction."""

    async def list(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Records[ProjectModel]:
        """List the models of the project.

        All models on the project's map, in one answer. It shows no progress: a model under construction appears once it
        exists, and when exactly that is remains undocumented. The ids are not those of open modeling.

        Args:
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[ProjectModel]: The models.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get the list of models under the project" (documentation index, 2026-05-08; documented). Effect:
        read. Repeating: safe.

        Example:
            >>> answer = await fh.models.list()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(LIST, {}, request_options)

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
    ) -> ProjectModelCreated:
        """Build models from the pictures of a flight task.

        Success means accepted, and every accepted call spends modeling quota; no operation stops or deletes such a job.
        Wait until all pictures of the task are uploaded, then call, and look for the id in the list of models.

        Args:
            name: Name of the model. A name of its own makes it possible to find the model after a lost answer.
                Inferred, so only a warning: at most 200 characters.
            reconstruction_type: Kinds of model to build; a list even for a single kind. (at least 1 items; at most 2
                items)
            simplified_factor: Share of the mesh's faces that is kept, 1 for all. The page recommends 0.2 for browsing.
                (above 0; at most 1)
            task_folder_id: Media folder of the flight, the folder_id of the task.
            wkt: Coordinate system of the result. In spite of the name, every known example is an authority text such as
                EPSG:32633; whether real WKT is accepted is unproven. A UTM zone or national grid of the site suits
                best.
            quality_level: Quality of the result.
            reconstruction_mode: How the pictures were taken.
            generate_model_formats: Formats to produce. FlightHub 2 itself displays b3dm and pnts. (at least 1 items; at
                most 8 items)
            predefine_area: Area to build; without it, all that the pictures cover.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ProjectModelCreated: Accepted, with the id of the new model.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            OutcomeUnknown: The response was lost, and the call may have been carried out. Look for the name in
                fh.models.list(), more than once, since a new model need not appear at once. Create it again only if it
                stays away, for each creation spends quota.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Model reconstruction" (documentation index, 2026-05-08; documented). Effect: dangerous.
        Repeating: never.

        Example:
            >>> answer = await fh.models.create(
            ...     name="Quarry March",
            ...     reconstruction_type=["model_2d", "model_3d"],
            ...     simplified_factor=0.2,
            ...     task_folder_id=40211,
            ...     wkt="EPSG:32633",
            ...     quality_level="medium",
            ...     reconstruction_mode="normal",
            ...     generate_model_formats=["b3dm", "pnts", "las"],
            ... )
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
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
    ) -> ProjectModelDetail:
        """Get a model of the project and its links.

        Adds the creator and two signed links to the row of the list. The links are temporary: use them at once, and ask
        again when they have expired. A link may be empty while the model is not ready.

        Args:
            model_id: Id of the model, from the list or from its creation.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ProjectModelDetail: The model.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        Documentation: "Get Model Details" (documentation index, 2026-05-08; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.models.get(9021)
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            GET,
            {
                "model_id": model_id,
            },
            request_options,
        )

    async def get_download_url(
        self,
        file_id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> ModelDownload:
        """Obtain a link to a file of a model.

        The url is empty until the file is ready, so ask again. No described answer tells a file_id, so its origin is
        open. zip_file_key of open modeling is something else.

        Args:
            file_id: Id of the file.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            ModelDownload: The link, or an empty one.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Model File Download Link"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.models.get_download_url("901")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            GET_DOWNLOAD_URL,
            {
                "file_id": file_id,
            },
            request_options,
        )


class AsyncRawModels(AsyncRawGroup):
    """As `AsyncModels`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.async_call(AsyncModels.list)
    create = _raw.async_call(AsyncModels.create)
    get = _raw.async_call(AsyncModels.get)
    get_download_url = _raw.async_call(AsyncModels.get_download_url)
