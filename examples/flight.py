"""A whole job: upload a route, fly it, fetch what it left behind, and have a model made of the pictures.

Meant for a simulator on a hurried clock; on a real dock it makes an aircraft take off. Set FLIGHTHUB_TOKEN,
FLIGHTHUB_PROJECT and FLIGHTHUB_BASE_URL, install boto3 (or any other S3 client) for the uploads, and run it.
"""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import boto3
from botocore.client import Config

from flighthub import APIError, FlightHub
from flighthub.enums import MediaFileType, ZipStatus
from flighthub.types import DevicePair, MediaFile

PATIENCE = 300.0
"""Seconds to wait for anything."""


def main() -> None:
    """Flies along the first route that fits a dock of the project."""
    with FlightHub() as fh:
        wayline = upload_route(fh)
        dock = free_dock(fh, wayline.device_model_key)
        task = fly(fh, dock.gateway.sn, wayline.id)
        pictures = fetch_pictures(fh, task)
        reconstruct(fh, pictures)


def upload_route(fh: FlightHub) -> Any:
    """Takes a route that exists as a file, and uploads it as a new one."""
    first = fh.waylines.get(fh.waylines.list()[0].id)
    route = download(first.download_url.reveal())
    given = fh.projects.storage_credentials()
    keys = given.credentials
    key = f"{given.object_key_prefix}/{datetime.now(UTC):%Y%m%d%H%M%S}/round.kmz"
    store = store_of(given.endpoint, given.region, keys.access_key_id, keys.access_key_secret, keys.security_token)
    store.put_object(Bucket=given.bucket, Key=key, Body=route)
    made = fh.waylines.finish_upload(name="Round", object_key=key)
    found = fh.waylines.get(made.uuid)
    print(f"Uploaded the route {found.name}: {found.wayline_point_nums} waypoints, {found.distance:.0f} m")
    return found


def free_dock(fh: FlightHub, model_key: str) -> DevicePair:
    """A dock that is online, with an aircraft that the route is made for."""
    for pair in fh.devices.list():
        if pair.gateway.device_online_status and pair.drone and pair.drone.device_model.key == model_key:
            return pair
    raise SystemExit("no dock of the project can fly this route")


def fly(fh: FlightHub, dock: str, wayline: str) -> str:
    """Takes off at once, and watches the flight to its end."""
    task = fh.flight_tasks.create(
        name=f"Round of {datetime.now(UTC):%H:%M}",
        sn=dock,
        wayline_uuid=wayline,
        time_zone="Europe/Ljubljana",
        rth_altitude=80,
        rth_mode="optimal",
        wayline_precision_type="rtk",
        out_of_control_action_in_flight="return_home",
        resumable_status="manual",
        task_type="immediate",
    ).task_uuid
    said = ""

    def landed() -> bool:
        nonlocal said
        status = fh.flight_tasks.get(task).status
        state = fh.devices.get_state(dock)
        line = f"  {status.name}: dock {state.mode_code.name}, cover {state.cover_state.name}"
        if line != said:
            print(line)
        said = line
        return status.is_terminal

    wait(landed)
    wait(lambda: is_uploaded(fh, task))
    track = fh.flight_tasks.get_track(task).track
    print(f"Flew {track.flight_distance:.0f} m in {track.flight_duration} s, {len(track.points)} positions")
    return task


def is_uploaded(fh: FlightHub, task: str) -> bool:
    """Whether the dock has uploaded everything, and the trajectory is there."""
    folder = fh.flight_tasks.get(task).folder_info
    try:
        fh.flight_tasks.get_track(task)
    except APIError as error:
        if error.code != 219017:
            raise
        return False
    return folder is not None and folder.uploaded_file_count == folder.expected_file_count


def fetch_pictures(fh: FlightHub, task: str) -> dict[str, bytes]:
    """Downloads the pictures of a flight by their links."""
    files: list[MediaFile] = [
        each for each in fh.flight_tasks.list_media(task) if each.file_type == MediaFileType.IMAGE
    ]
    found = {f"{each.name}{each.suffix}": download(each.original_url.reveal()) for each in files}
    print(f"Downloaded {len(found)} pictures, {sum(map(len, found.values())):,} bytes")
    return found


def reconstruct(fh: FlightHub, pictures: dict[str, bytes]) -> None:
    """Has a model made of pictures."""
    token = fh.open_models.obtain_token()
    store = store_of(token.end_point, token.region, token.access_key_id, token.secret_access_key, token.session_token)
    files: list[Any] = []
    for name, content in pictures.items():
        key = token.store_path.replace("{fileName}", name)
        answer = store.put_object(Bucket=token.cloud_bucket_name, Key=key, Body=content)
        files.append({"name": name, "etag": answer["ETag"].strip('"')})
    resource = token.store_path.split("/")[-2]
    for start in range(0, len(files), 100):
        fh.open_models.notify_upload(
            resource_uuid=resource, callback_param=token.callback_param, files=files[start : start + 100]
        )
    job = fh.open_models.start_reconstruction(resource_uuid=resource, parameter_3d="{}").model_3d.uuid
    said = ""

    def packed() -> bool:
        nonlocal said
        model = fh.open_models.get(job)
        line = f"  {model.model_status.name} {model.reconstruction_progress} %, archive {model.zip_status.name}"
        if line != said:
            print(line)
        said = line
        return model.zip_status == ZipStatus.FINISH or (
            model.model_status.is_terminal and not model.model_status.is_success
        )

    wait(packed)
    print(f"The archive is {fh.open_models.get(job).zip_file_key}")


def store_of(endpoint: str, region: str, key: Any, secret: Any, token: Any) -> Any:
    """A client of the object store, with the temporary credentials that the API gave."""
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name=region,
        aws_access_key_id=key.reveal(),
        aws_secret_access_key=secret.reveal(),
        aws_session_token=token.reveal(),
        config=Config(s3={"addressing_style": "path"}),
    )


def download(link: str) -> bytes:
    """What lies behind a signed link; it needs no key."""
    with urllib.request.urlopen(link, timeout=60) as answer:  # noqa: S310 - the link came from the API
        content: bytes = answer.read()
    return content


def wait(until: Callable[[], bool]) -> None:
    """Polls until something is so."""
    end = time.monotonic() + PATIENCE
    while not until():
        if time.monotonic() > end:
            raise SystemExit(f"it took longer than {PATIENCE:.0f} s")
        time.sleep(0.5)


if __name__ == "__main__":
    main()
