"""Reconstruction: sets of pictures become models, in their own time, with archives that can be opened."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import httpx
import pytest
from flying import HARBOUR, ended, start

from flighthub import APIError, FlightHub, InvalidRequest, NotFound
from flighthub.enums import ModelFileType, ModelStatus, OpenModelResourceStatus, ZipStatus
from flighthub_simulator import Simulator

S = ModelStatus


class Set:
    """A set of pictures, as somebody uploads it."""

    def __init__(self, world: Simulator, hub: FlightHub, count: int = 12) -> None:
        token = hub.open_models.obtain_token()
        assert token.store_path is not None
        assert token.callback_param is not None
        self.token, self.path, self.secret = token, token.store_path, token.callback_param
        self.uuid = self.path.split("/")[-2]
        self.names = [f"DJI_{number:04}.JPG" for number in range(count)]
        self.etags: dict[str, str] = {}
        for name in self.names:
            self.etags[name] = world.store.put(self.path.replace("{fileName}", name), name.encode() * 10).etag

    def files(self, names: list[str] | None = None) -> list[Any]:
        return [{"name": name, "etag": self.etags[name]} for name in (self.names if names is None else names)]

    def report(self, hub: FlightHub, **changed: Any) -> Any:
        given = {"resource_uuid": self.uuid, "callback_param": self.secret, "files": self.files(), **changed}
        return hub.open_models.notify_upload(**given)


def reported(world: Simulator, hub: FlightHub, count: int = 12) -> Set:
    made = Set(world, hub, count)
    for at in range(0, count, 100):
        made.report(hub, files=made.files(made.names[at : at + 100]), resource_name="Quarry March")
    return made


def begun(world: Simulator, hub: FlightHub, *kinds: str, count: int = 12, **members: Any) -> Any:
    """The answer of a start, for some kinds of model."""
    settings = {f"parameter_{kind}": "{}" for kind in kinds or ("3d",)}
    uuid = reported(world, hub, count).uuid
    return hub.open_models.start_reconstruction(resource_uuid=uuid, **settings, **members)


def test_a_token_has_the_other_spelling_of_credentials_and_a_moment_at_which_they_end(
    world: Simulator, hub: FlightHub
) -> None:
    first, second = Set(world, hub, 0), Set(world, hub, 0)
    assert first.uuid != second.uuid
    token = first.token
    assert (token.end_point, token.cloud_bucket_name) == (world.store.endpoint, world.store.bucket)
    assert token.cloud_name == "AWS_S3"
    assert token.expire_time == int(world.clock.now().timestamp()) + 3600
    assert hub.open_models.get_resource(first.uuid).status is OpenModelResourceStatus.EMPTY
    raw = hub.raw.open_models.get_resource(first.uuid).answer.to_dict()["data"]
    assert (raw["file_names"], raw["resource_size"]) == (None, 0)


def test_reports_add_up_and_count_a_file_once(world: Simulator, hub: FlightHub) -> None:
    made = Set(world, hub)
    first = made.report(hub, files=made.files(made.names[:7]))
    assert (first.upload_count, first.file_name_list) == (7, made.names[:7])
    made.report(hub, files=made.files(made.names[5:]))
    found = hub.open_models.get_resource(made.uuid)
    assert found.status is OpenModelResourceStatus.IMPORT_SUCCESS
    assert sorted(found.file_names) == made.names
    assert found.resource_size == 12 * 120


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"callback_param": "another"}, "callback_param"),
        ({"files": [{"name": "absent.JPG", "etag": "x"}]}, "absent.JPG was not stored"),
        ({"files": [{"name": "DJI_0000.JPG", "etag": "0" * 32}]}, "etag of DJI_0000.JPG"),
    ],
)
def test_a_report_that_is_not_true_is_refused_and_counts_nothing(
    changed: dict[str, Any], words: str, world: Simulator, hub: FlightHub
) -> None:
    made = Set(world, hub)
    with pytest.raises(InvalidRequest, match=words):
        made.report(hub, **changed)
    assert hub.open_models.get_resource(made.uuid).file_names == []


def test_an_etag_in_quotes_is_not_the_etag(world: Simulator, hub: FlightHub) -> None:
    made = Set(world, hub)
    with pytest.raises(InvalidRequest, match="etag"):
        made.report(hub, files=[{"name": made.names[0], "etag": f'"{made.etags[made.names[0]]}"'}])


def test_more_than_a_hundred_files_in_a_report_are_refused(world: Simulator, hub: FlightHub) -> None:
    made = Set(world, hub, 101)
    answer = httpx.post(
        f"{world.base_url}/openapi/v0.1/open_model/stores/upload_callback",
        json={"resource_uuid": made.uuid, "callback_param": made.secret.reveal(), "files": made.files()},
        headers={"X-User-Token": world.token},
    )
    assert (answer.status_code, answer.json()["code"]) == (400, 200101)
    assert hub.open_models.get_resource(made.uuid).file_names == []


def test_a_model_waits_is_made_and_is_packed(world: Simulator, hub: FlightHub) -> None:
    job = begun(world, hub).model_3d
    assert (job.status, job.sub_error_code) == (S.REQUESTING_RESOURCE, 0)
    statuses: list[Any] = []
    zips: list[Any] = []
    progress: list[int] = []
    packing: list[int] = []
    for _ in range(40):
        model = hub.open_models.get(job.uuid)
        statuses += [model.model_status] if model.model_status not in statuses[-1:] else []
        zips += [model.zip_status] if model.zip_status not in zips[-1:] else []
        progress.append(model.reconstruction_progress or 0)
        packing.append(model.zip_progress or 0)
        running = [each.model_uuid for each in hub.open_models.list_running()]
        assert running == ([] if model.model_status and model.model_status.is_terminal else [job.uuid])
        assert bool(model.zip_file_key) is (model.zip_status is ZipStatus.FINISH)
        assert bool(model.model_size) is bool(model.model_status and model.model_status.is_success)
        world.clock.advance(5)
    assert statuses == [S.REQUESTING_RESOURCE, S.RECONSTRUCTION_EXECUTING, S.RECONSTRUCTION_SUCCESS]
    assert zips == [ZipStatus.INIT, ZipStatus.RUNNING, ZipStatus.FINISH]
    for each in (progress, packing):
        assert each == sorted(each)
        assert len(set(each)) > 5
        assert each[-1] == 100


@pytest.mark.parametrize(
    ("kind", "file", "magic"),
    [
        ("2d", "orthophoto.tif", b"II*\x00"),
        ("3d", "model.obj", b"v 0 0 "),
        ("3dgs", "points.ply", b"ply\n"),
        ("lidar", "points.ply", b"ply\n"),
    ],
)
def test_the_archive_of_a_model_can_be_downloaded_and_opened(
    kind: str, file: str, magic: bytes, world: Simulator, hub: FlightHub
) -> None:
    job = getattr(begun(world, hub, kind), f"model_{kind}")
    with pytest.raises(Exception, match="no archive"):
        world.world.open_models.link(job.uuid)
    world.clock.advance(600)
    model = hub.open_models.get(job.uuid)
    with world.lock:
        link = world.world.open_models.link(job.uuid)
    packed = httpx.get(link)
    assert packed.status_code == 200
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        assert archive.testzip() is None
        about = json.loads(archive.read("metadata.json"))
        assert archive.read(file).startswith(magic)
    assert (about["model_uuid"], about["pictures"]) == (job.uuid, 12)
    assert model.zip_file_key is not None
    assert world.store.find(model.zip_file_key) is not None


def test_several_kinds_are_started_at_once_and_each_tells_whether_it_could_be(world: Simulator, hub: FlightHub) -> None:
    made = begun(world, hub, "2d", "3dgs", "lidar", count=8)
    assert made.model_3d is None
    assert [each.sub_error_code for each in (made.model_2d, made.model_lidar)] == [0, 0]
    assert (made.model_3dgs.uuid, made.model_3dgs.status) == (None, S.REQUESTING_RESOURCE_FAILED)
    assert made.model_3dgs.sub_error_code != 0
    assert {each.model_uuid for each in hub.open_models.list_running()} == {made.model_2d.uuid, made.model_lidar.uuid}


def test_too_few_pictures_start_nothing(world: Simulator, hub: FlightHub) -> None:
    made = begun(world, hub, "2d", count=4)
    assert made.model_2d.sub_error_code != 0
    assert hub.raw.open_models.list_running().answer.to_dict()["data"] == {"list": None}


def test_settings_that_are_no_object_start_nothing(world: Simulator) -> None:
    answer = httpx.post(
        f"{world.base_url}/openapi/v0.1/open_model/models/reconstruction/start",
        json={"resource_uuid": "14513788-a0c6-47e0-96d8-29736a44546a", "parameter_2d": "[]"},
        headers={"X-User-Token": world.token},
    )
    assert answer.json()["code"] == 200404  # the set comes first
    assert world.world.open_models.models == []


@pytest.mark.parametrize(
    ("status", "kept"),
    [
        (S.RECONSTRUCTION_FAILED, False),
        (S.REQUESTING_RESOURCE_FAILED, False),
        (S.MODELING_SUCCESS, True),
        (S.RECONSTRUCTION_CANCELED, False),
    ],
)
def test_a_job_ends_as_it_was_planned(status: Any, kept: bool, world: Simulator, hub: FlightHub) -> None:
    world.world.happen("plan_model", {"status": status.value, "error_code": 4711})
    job, other = begun(world, hub).model_3d, begun(world, hub, "2d").model_2d
    world.clock.advance(900)
    model = hub.open_models.get(job.uuid)
    assert (model.model_status, model.error_code) == (status, 0 if kept else 4711)
    assert (model.zip_status is ZipStatus.FINISH) is kept
    assert hub.open_models.get(other.uuid).model_status is S.RECONSTRUCTION_SUCCESS


def test_a_job_fails_when_told_to(world: Simulator, hub: FlightHub) -> None:
    job = begun(world, hub).model_3d
    world.clock.advance(50)
    world.world.happen("end_model", {"model_uuid": job.uuid})
    before = hub.open_models.get(job.uuid)
    world.clock.advance(900)
    after = hub.open_models.get(job.uuid)
    assert (after.model_status, after.error_code) == (S.RECONSTRUCTION_FAILED, 1)
    assert after.reconstruction_progress == before.reconstruction_progress
    assert 0 < (after.reconstruction_progress or 0) < 100


def test_a_job_that_is_stopped_is_cancelled_and_stopping_again_changes_nothing(
    world: Simulator, hub: FlightHub
) -> None:
    job = begun(world, hub).model_3d
    for _ in range(2):
        hub.open_models.stop_reconstruction(job.uuid)
        world.clock.advance(300)
        assert hub.open_models.get(job.uuid).model_status is S.RECONSTRUCTION_CANCELED
    done = begun(world, hub).model_3d
    world.clock.advance(900)
    with pytest.raises(APIError, match="228406"):
        hub.open_models.stop_reconstruction(done.uuid)


def test_a_model_that_is_deleted_is_gone_with_its_archive_also_while_it_is_made(
    world: Simulator, hub: FlightHub
) -> None:
    done, running = begun(world, hub).model_3d, begun(world, hub).model_3d
    world.clock.advance(900)
    key = hub.open_models.get(done.uuid).zip_file_key
    assert key is not None
    running = begun(world, hub).model_3d
    for each in (done, running):
        hub.open_models.delete(each.uuid)
        with pytest.raises(NotFound):
            hub.open_models.get(each.uuid)
    world.clock.advance(900)
    assert world.store.find(key) is None
    assert hub.open_models.list_running() == []


def test_a_set_that_is_deleted_goes_in_two_steps_and_cannot_be_used(world: Simulator, hub: FlightHub) -> None:
    made = reported(world, hub)
    hub.open_models.delete_resource(made.uuid)
    assert hub.open_models.get_resource(made.uuid).status is OpenModelResourceStatus.WAITING_DELETE
    with pytest.raises(NotFound):
        hub.open_models.start_reconstruction(resource_uuid=made.uuid, parameter_3d="{}")
    with pytest.raises(NotFound):
        made.report(hub)
    world.clock.advance(60)
    found = hub.open_models.get_resource(made.uuid)
    assert (found.status, found.file_names) == (OpenModelResourceStatus.DELETED, [])
    assert world.store.list(made.path.removesuffix("{fileName}")) == []


def test_a_set_is_deleted_at_the_end_if_that_was_asked_for(world: Simulator, hub: FlightHub) -> None:
    jobs = begun(world, hub, "2d", "3d", delete_resource_if_finish=True)
    uuid = hub.open_models.get(jobs.model_2d.uuid).resource_uuid
    hub.open_models.stop_reconstruction(jobs.model_2d.uuid)
    assert hub.open_models.get_resource(uuid).status is OpenModelResourceStatus.IMPORT_SUCCESS
    world.clock.advance(900)
    assert hub.open_models.get_resource(uuid).status is OpenModelResourceStatus.DELETED
    assert hub.open_models.get(jobs.model_3d.uuid).zip_status is ZipStatus.FINISH


@pytest.mark.parametrize("uuid", ["00000000-0000-4000-8000-000000000000"])
def test_what_nobody_made_is_not_found(uuid: str, hub: FlightHub) -> None:
    for call in (
        hub.open_models.get,
        hub.open_models.get_resource,
        hub.open_models.delete,
        hub.open_models.delete_resource,
        hub.open_models.stop_reconstruction,
    ):
        with pytest.raises(NotFound):
            call(uuid)  # type: ignore[operator]


ORDER: dict[str, Any] = {
    "name": "Quarry March",
    "reconstruction_type": ["model_2d", "model_3d"],
    "simplified_factor": 0.2,
    "wkt": "EPSG:32633",
    "quality_level": "medium",
    "reconstruction_mode": "normal",
    "generate_model_formats": ["b3dm"],
}


def test_the_media_of_a_flight_become_models_of_the_project(world: Simulator, hub: FlightHub) -> None:
    task = start(hub)
    ended(world, hub, task)
    folder = hub.flight_tasks.get(task).folder_info
    assert folder is not None
    with pytest.raises(APIError, match="217028"):
        hub.models.create(task_folder_id=folder.folder_id, **ORDER)
    world.clock.advance(120)
    first = hub.models.create(task_folder_id=folder.folder_id, **ORDER).id
    listed = hub.models.list()
    assert [(each.id, each.file_type) for each in listed] == [
        (first, ModelFileType.MODEL_2D),
        (first + 1, ModelFileType.MODEL_3D),
    ]
    model = hub.models.get(first)
    assert model.url is not None
    assert (model.url.reveal(), model.size, model.user_name) == ("", 0, "Ana")
    assert model.create_at == int(world.clock.now().timestamp() * 1000)
    world.clock.advance(300)
    model = hub.models.get(first)
    assert model.url is not None
    assert model.size
    assert httpx.get(model.url.reveal()).content[:2] == b"PK"
    assert (model.update_at or 0) > (model.create_at or 0)
    other = hub.with_project(HARBOUR)
    assert other.models.list() == []
    with pytest.raises(NotFound):
        other.models.get(first)
    with pytest.raises(APIError, match="217028"):
        other.models.create(task_folder_id=folder.folder_id, **ORDER)
