"""Open modeling: sets of uploaded pictures, and the models that are made of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from flighthub_api.enums import ModelStatus, ModelType, OpenModelResourceStatus, ZipStatus
from flighthub_api.groups.open_models import START_RECONSTRUCTION
from flighthub_runtime.codecs import JsonText, Limits

from .._store import StoreCredentials
from . import _pushes as pushes
from ._refusal import Refused
from ._results import archive

if TYPE_CHECKING:
    from ._world import World

TOKENS_LAST = 3600
"""Seconds."""

LINKS_LAST = 3600
"""Seconds."""

WAITING = 20.0
"""Seconds until there are resources for a job."""

SETTING_UP, PER_PICTURE = 60.0, 2.0
"""Seconds that a reconstruction takes, in all and for each picture."""

PACKING = 30.0
"""Seconds until the result is packed."""

REPORTS = 4
"""How often the progress of a reconstruction is told, its beginning included and its end not."""

DELETING = 60.0
"""Seconds until a set that is about to be deleted is gone."""

BYTES_PER_PICTURE = 6_000_000
"""Of the size that a model is said to have."""

NOT_FOUND = 200404
INVALID = 200101
NOT_SUPPORTED = 228406

WRONG_COUNT = 1
"""`sub_error_code` of a job with too few or too many pictures. Made up: no table of these numbers is known."""

TYPES = {
    "2d": ModelType.MODEL_2D,
    "3d": ModelType.MODEL_3D,
    "3dgs": ModelType.MODEL_3DGS,
    "lidar": ModelType.MODEL_LIDAR,
}
"""Kinds of model by the ends of the members' names."""


@dataclass
class Resource:
    """A set of pictures.

    Attributes:
        prefix: Where they lie in the store.
        secret: What has to come back with every report.
        files: Size of each, by name.
    """

    uuid: str
    prefix: str
    secret: str
    name: str = ""
    files: dict[str, int] = field(default_factory=dict[str, int])
    status: OpenModelResourceStatus = OpenModelResourceStatus.EMPTY
    discard_at_end: bool = False


class Outcome(NamedTuple):
    """How a job ends."""

    status: ModelStatus = ModelStatus.RECONSTRUCTION_SUCCESS
    error_code: int = 0


@dataclass
class OpenModel:
    """A model, and the job that makes it."""

    uuid: str
    name: str
    resource: Resource
    type: ModelType
    pictures: int
    parameters: Mapping[str, Any]
    outcome: Outcome
    world: World
    begun: datetime
    ended: datetime | None = None
    status: ModelStatus = ModelStatus.REQUESTING_RESOURCE
    error_code: int = 0
    zip_status: ZipStatus = ZipStatus.INIT
    zip_key: str = ""

    @property
    def lasts(self) -> float:
        """Seconds that the reconstruction takes."""
        return SETTING_UP + PER_PICTURE * self.pictures

    @property
    def progress(self) -> int:
        """Percent of the reconstruction."""
        if self.status in (ModelStatus.RECONSTRUCTION_SUCCESS, ModelStatus.MODELING_SUCCESS):
            return 100
        passed = ((self.ended or self.world.now) - self.begun).total_seconds() - WAITING
        return max(0, min(99, int(100 * passed / self.lasts)))

    @property
    def zip_progress(self) -> int:
        """Percent of the packing."""
        if self.zip_status is not ZipStatus.RUNNING or self.ended is None:
            return 100 if self.zip_status is ZipStatus.FINISH else 0
        return min(99, int(100 * (self.world.now - self.ended).total_seconds() / PACKING))

    @property
    def size(self) -> int:
        """Bytes; 0 until it is there (D)."""
        return self.pictures * BYTES_PER_PICTURE if self.status.is_success else 0


class OpenModels:
    """All sets and models of the organization."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.resources: dict[str, Resource] = {}
        self.models: list[OpenModel] = []
        self._planned: list[Outcome] = []

    def open(self) -> tuple[Resource, StoreCredentials]:
        """A new set, and what may write into it for a while."""
        world = self._world
        uuid = world.uuid("resource")
        organization = world.organization["uuid"]
        prefix = f"fh/organizations/{organization}/open_reconstruction/tmp/{uuid}"
        secret = world.chance("callback", uuid).randbytes(24).hex()
        self.resources[uuid] = made = Resource(uuid, prefix, secret)
        return made, world.store.credentials(prefix, TOKENS_LAST)

    def resource(self, uuid: str) -> Resource:
        """A set; also one that was deleted, whose status says so."""
        found = self.resources.get(uuid)
        if found is None:
            raise Refused(NOT_FOUND, "the resource does not exist")
        return found

    def report(self, uuid: str, secret: str, files: Sequence[Mapping[str, str]], name: str | None) -> list[str]:
        """Takes down which files were stored. I: one that is reported twice counts once.

        Returns:
            The names of the files.
        """
        found = self._usable(uuid)
        if secret != found.secret:
            raise Refused(INVALID, "callback_param: is not that of the resource")
        sizes: dict[str, int] = {}
        for each in files:
            stored = self._world.store.find(f"{found.prefix}/{each['name']}")
            if stored is None:
                raise Refused(INVALID, f"files: {each['name']} was not stored")
            if stored.etag != each["etag"]:
                raise Refused(INVALID, f"files: the etag of {each['name']} is not that of what was stored")
            sizes[each["name"]] = stored.size
        found.files |= sizes
        found.name = name or found.name
        found.status = OpenModelResourceStatus.IMPORT_SUCCESS
        return [*sizes]

    def discard(self, uuid: str) -> None:
        """Deletes a set."""
        found = self.resource(uuid)
        if found.status in (OpenModelResourceStatus.EMPTY, OpenModelResourceStatus.IMPORT_SUCCESS):
            found.status = OpenModelResourceStatus.WAITING_DELETE
            self._world.after(DELETING, lambda: self._discarded(found))

    def start(self, uuid: str, settings: Mapping[str, str], *, discard: bool) -> dict[str, OpenModel | None]:
        """Starts a job for each kind of model that settings are given for.

        Args:
            uuid: The set.
            settings: Texts of JSON objects, by the ends of the members' names, such as `2d`.
            discard: Whether the set is deleted when all jobs have ended.

        Returns:
            The models by the same ends; None where the number of pictures does not do.
        """
        found = self._usable(uuid)
        parameters = {kind: _settings(kind, text) for kind, text in settings.items()}
        made: dict[str, OpenModel | None] = {}
        for kind, given in parameters.items():
            fits = not _pictures(kind).problem(list(found.files))
            made[kind] = self._begin(found, TYPES[kind], given) if fits else None
        if discard and any(made.values()):
            found.discard_at_end = True
        return made

    def model(self, uuid: str) -> OpenModel:
        """A model, while it is made and afterwards."""
        for each in self.models:
            if each.uuid == uuid:
                return each
        raise Refused(NOT_FOUND, "the model does not exist")

    def stop(self, uuid: str) -> None:
        """Stops a job. D: the pictures are credited again, and the model is cancelled."""
        found = self.model(uuid)
        if found.status is ModelStatus.RECONSTRUCTION_CANCELED:
            return
        if found.status.is_terminal:
            # I: stopping what has ended may answer with a failure.
            raise Refused(NOT_SUPPORTED, "the reconstruction has ended already")
        self._end(found, Outcome(ModelStatus.RECONSTRUCTION_CANCELED))

    def remove(self, uuid: str) -> None:
        """Deletes a model; one that is being made is stopped (D)."""
        found = self.model(uuid)
        self.models.remove(found)
        if found.zip_key:
            self._world.store.delete(found.zip_key)
        self._tidy(found.resource)

    def plan(self, outcome: Outcome) -> None:
        """Decides how the next job ends, instead of in success."""
        self._planned.append(outcome)

    def end(self, uuid: str, outcome: Outcome) -> None:
        """Ends a job that runs, in whatever way."""
        found = self.model(uuid)
        if found.status.is_terminal:
            raise Refused(NOT_SUPPORTED, "the reconstruction has ended already")
        self._end(found, outcome)

    def link(self, uuid: str) -> str:
        """A link to the archive of a model. No operation is known that gives one; a simulator's users get it here."""
        found = self.model(uuid)
        if not found.zip_key:
            raise Refused(NOT_FOUND, "the model has no archive")
        return self._world.store.link(found.zip_key, LINKS_LAST, filename=f"{found.uuid}.zip")

    def _usable(self, uuid: str) -> Resource:
        found = self.resource(uuid)
        if found.status in (OpenModelResourceStatus.WAITING_DELETE, OpenModelResourceStatus.DELETED):
            raise Refused(NOT_FOUND, "the resource was deleted")
        return found

    def _discarded(self, resource: Resource) -> None:
        resource.status = OpenModelResourceStatus.DELETED
        resource.files.clear()
        self._world.store.delete(f"{resource.prefix}/")

    def _begin(self, resource: Resource, type_: ModelType, parameters: Mapping[str, Any]) -> OpenModel:
        world = self._world
        outcome = self._planned.pop(0) if self._planned else Outcome()
        name = resource.name or resource.uuid
        made = OpenModel(
            world.uuid("model"), name, resource, type_, len(resource.files), parameters, outcome, world, world.now
        )
        self.models.append(made)
        world.after(WAITING, lambda: self._execute(made))
        return made

    def _execute(self, model: OpenModel) -> None:
        if model.status.is_terminal or model not in self.models:
            return
        if model.outcome.status is ModelStatus.REQUESTING_RESOURCE_FAILED:
            self._end(model, model.outcome)
        else:
            model.status = ModelStatus.RECONSTRUCTION_EXECUTING
            part = 1.0 if model.outcome.status.is_success else 0.6
            self._tell_progress(model)
            for number in range(1, REPORTS):
                self._world.after(model.lasts * part * number / REPORTS, lambda: self._tell_progress(model))
            self._world.after(model.lasts * part, lambda: self._finish(model))

    def _tell_progress(self, model: OpenModel) -> None:
        if model in self.models and model.status is ModelStatus.RECONSTRUCTION_EXECUTING:
            self._push_progress(model)

    def _push_progress(self, model: OpenModel) -> None:
        self._world.push("model_reconstruction_percent_change", lambda: pushes.progress(model))

    def _push_packing(self, model: OpenModel) -> None:
        self._world.push("model_zip_change", lambda: pushes.packing(self._world, model))

    def _finish(self, model: OpenModel) -> None:
        if not model.status.is_terminal and model in self.models:
            self._end(model, model.outcome)

    def _end(self, model: OpenModel, outcome: Outcome) -> None:
        model.ended, model.status, model.error_code = self._world.now, outcome.status, outcome.error_code
        self._push_progress(model)
        if outcome.status.is_success:
            model.zip_status = ZipStatus.RUNNING
            self._push_packing(model)
            self._world.after(PACKING, lambda: self._pack(model))
        self._tidy(model.resource)

    def _tidy(self, resource: Resource) -> None:
        """Deletes a set whose jobs have all ended, if that was asked for."""
        if resource.discard_at_end and all(
            each.status.is_terminal for each in self.models if each.resource is resource
        ):
            self.discard(resource.uuid)

    def _pack(self, model: OpenModel) -> None:
        if model not in self.models or model.ended is None:
            return
        about = {
            "model_uuid": model.uuid,
            "model_type": model.type.name,
            "pictures": model.pictures,
            "parameters": dict(model.parameters),
            "finished": model.ended.isoformat(),
        }
        content = archive(model.type, about, model.ended, self._world.chance("result", model.uuid))
        organization = self._world.organization["uuid"]
        model.zip_key = f"fh/organizations/{organization}/open_reconstruction/{model.uuid}/result.zip"
        self._world.store.put(model.zip_key, content, "application/zip")
        model.zip_status = ZipStatus.FINISH
        self._push_packing(model)


def _pictures(kind: str) -> Limits:
    """How many pictures a model of a kind can be made of."""
    body = START_RECONSTRUCTION.body
    settings = None if body is None else body.codec_of(f"parameter_{kind}")
    return (settings.pictures if isinstance(settings, JsonText) else None) or Limits()


def _settings(kind: str, text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Refused(INVALID, f"parameter_{kind}: must be the text of a JSON object", status=400)
    return dict[str, Any](found)  # pyright: ignore[reportUnknownArgumentType]
