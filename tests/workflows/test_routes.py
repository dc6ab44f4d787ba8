"""Routes: checked before they leave, registered once, read back, and fetched as they are."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from client.both_clients import using
from routes import made
from routes.cases import INVALID, UNREADABLE

from flighthub import FlightHub, InvalidArgument, NotFound, OutcomeUnknown, TransferError, waylines
from flighthub_simulator import Simulator

from .flown import WAYLINE

QUAY = "7be1a1f4-4c1d-4b39-8f4e-5f0c9c1d7a03"
"""A route of another project, for an aircraft that the first one has not."""


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    for tree in ("_sync", "_async"):
        monkeypatch.setattr(f"flighthub.{tree}.waylines.waylines.BETWEEN_LOOKS", 0.01)
    monkeypatch.setattr("flighthub._core.retry.Retry.pause", lambda self, attempt: 0.01)


def go(client: str, simulator: Simulator, work: Any) -> Any:
    told = {"token": simulator.token, "project": simulator.project, "base_url": simulator.base_url, "retry": True}
    return using(client, work, **told)


@pytest.fixture
def route(present: Simulator, tmp_path: Path) -> Path:
    """A route file that an aircraft of the project can fly."""
    with FlightHub(token=present.token, project=present.project, base_url=present.base_url) as fh:
        return fh.waylines.download(WAYLINE, to=tmp_path / "routes")


def finished(simulator: Simulator) -> int:
    return sum(each["what"] == "waylines.finish_upload" for each in simulator.world.requests)


def test_a_route_comes_back_as_it_went(client: str, present: Simulator, route: Path, tmp_path: Path) -> None:
    made = go(client, present, lambda fh: fh.waylines.upload(route, name="Round"))
    assert (made.name, made.size) == ("Round", route.stat().st_size)
    back = go(client, present, lambda fh: fh.waylines.download(made, to=tmp_path / "back"))
    assert back.name == "Round.kmz"
    assert back.read_bytes() == route.read_bytes()
    assert waylines.inspect(back).length == waylines.inspect(route).length


def test_a_route_is_named_after_its_file(client: str, present: Simulator, route: Path) -> None:
    assert go(client, present, lambda fh: fh.waylines.upload(str(route))).name == "Perimeter"


def test_what_is_no_route_is_refused_before_anything_is_sent(client: str, present: Simulator, tmp_path: Path) -> None:
    broken = tmp_path / "x.kmz"
    broken.write_bytes(b"no archive")
    for file in (broken, tmp_path / "missing.kmz", tmp_path):
        with pytest.raises(InvalidArgument):
            go(client, present, lambda fh, file=file: fh.waylines.upload(file))
    assert not present.world.requests


def test_a_route_that_wpml_forbids_is_refused_by_element_and_place_before_anything_is_sent(
    client: str, present: Simulator, tmp_path: Path
) -> None:
    file = tmp_path / "quarry.kmz"
    for case in INVALID:
        file.write_bytes(case.content())
        with pytest.raises(InvalidArgument, match=case.says) as raised:
            go(client, present, lambda fh: fh.waylines.upload(file))
        assert raised.value.member == "file", case
        for told in ("quarry.kmz", "waylines.wpml", case.element, "check_wpml=False"):
            assert told in str(raised.value), case
    assert not present.world.requests


def test_a_route_that_wpml_forbids_is_uploaded_when_told_so(client: str, present: Simulator, tmp_path: Path) -> None:
    file = tmp_path / "quick.kmz"
    file.write_bytes(made.route(made.waylines(made.folder(autoFlightSpeed="16"))))
    assert go(client, present, lambda fh: fh.waylines.upload(file, check_wpml=False)).name == "quick"


def test_an_unreadable_route_is_told_with_its_name_as_the_fault_of_the_file(
    client: str, present: Simulator, tmp_path: Path
) -> None:
    file = tmp_path / "quarry.kmz"
    for case in UNREADABLE:
        file.write_bytes(case.content())
        with pytest.raises(InvalidArgument, match=f"quarry.kmz.*{case.says}") as raised:
            go(client, present, lambda fh: fh.waylines.upload(file))
        assert raised.value.member == "file", case
    assert not present.world.requests


def test_a_payload_of_the_payload_sdk_is_compared_with_no_camera(
    client: str, present: Simulator, tmp_path: Path
) -> None:
    file = tmp_path / "gas.kmz"
    payloads = [
        {"payloadEnumValue": "81", "payloadPositionIndex": "0"},
        {"payloadEnumValue": "65534", "payloadPositionIndex": "1"},
    ]
    file.write_bytes(made.route(made.waylines(payloadInfo=payloads)))
    assert go(client, present, lambda fh: fh.waylines.upload(file)).name == "gas"


def test_a_route_for_another_aircraft_is_refused_unless_told_otherwise(
    client: str, present: Simulator, tmp_path: Path
) -> None:
    with FlightHub(token=present.token, project="Harbour patrol", base_url=present.base_url) as fh:
        quay = fh.waylines.download(QUAY, to=tmp_path)
    with pytest.raises(InvalidArgument, match="is made for Matrice 4D, and the project has"):
        go(client, present, lambda fh: fh.waylines.upload(quay))
    assert finished(present) == 0
    assert go(client, present, lambda fh: fh.waylines.upload(quay, check_devices=False)).name == "Quay"


def test_a_route_whose_camera_no_aircraft_carries_is_refused(
    client: str, present: Simulator, route: Path, tmp_path: Path
) -> None:
    import zipfile

    changed = tmp_path / "changed.kmz"
    with zipfile.ZipFile(route) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name).replace(b"<wpml:payloadEnumValue>81", b"<wpml:payloadEnumValue>53")
            new.writestr(name, text)
    with pytest.raises(InvalidArgument, match="needs Matrice 30T camera, which no Matrice 3TD of the project carries"):
        go(client, present, lambda fh: fh.waylines.upload(changed))


@pytest.mark.parametrize(
    ("missing", "inside"), [("object_key_prefix", False), ("credentials", False), ("access_key_id", True)]
)
def test_a_server_that_leaves_out_what_storing_needs_is_one_clear_error(
    client: str, present: Simulator, route: Path, missing: str, inside: bool
) -> None:
    example = Path(__file__).resolve().parents[2] / "spec" / "examples" / "getProjectStorageCredentials.answer.json"
    answer = json.loads(example.read_text(encoding="utf-8"))
    del (answer["data"]["credentials"] if inside else answer["data"])[missing]
    present.faults.add("getProjectStorageCredentials", body=json.dumps(answer))
    with pytest.raises(TransferError, match=f"{missing} is missing"):
        go(client, present, lambda fh: fh.waylines.upload(route))
    assert finished(present) == 0


def test_a_registration_whose_answer_is_lost_is_found_in_the_list(client: str, present: Simulator, route: Path) -> None:
    present.faults.add("finishWaylineUpload", reset="after")
    made = go(client, present, lambda fh: fh.waylines.upload(route))
    assert finished(present) == 1
    # There was a route of that name before; the new one is meant.
    assert made.id != WAYLINE
    assert made.name == "Perimeter"


def test_a_registration_that_never_came_through_is_told_and_not_repeated(
    client: str, present: Simulator, route: Path
) -> None:
    present.faults.add("finishWaylineUpload", reset="before")
    with pytest.raises(OutcomeUnknown):
        go(client, present, lambda fh: fh.waylines.upload(route))
    assert finished(present) == 1


def test_an_expired_link_is_asked_for_anew(client: str, present: Simulator, tmp_path: Path) -> None:
    late = False

    def later(step: Any) -> None:
        nonlocal late
        if not late:
            late = True
            present.clock.advance(4000)

    file = go(client, present, lambda fh: fh.waylines.download(WAYLINE, to=tmp_path, progress=later))
    assert late
    assert waylines.inspect(file).aircraft == "Matrice 3TD"


def test_a_route_that_does_not_exist_is_not_found(client: str, present: Simulator, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        go(client, present, lambda fh: fh.waylines.download("00000000-0000-4000-8000-000000000000", to=tmp_path))
    with pytest.raises(InvalidArgument, match="must be an id or have one"):
        go(client, present, lambda fh: fh.waylines.download(object(), to=tmp_path))


def test_routes_of_one_name_and_size_are_not_taken_for_each_other(
    client: str, present: Simulator, route: Path, tmp_path: Path
) -> None:
    import zipfile

    made = []
    for latitude in ("46.1", "46.9"):
        file = tmp_path / "Round.kmz"
        with zipfile.ZipFile(route) as old, zipfile.ZipFile(file, "w") as new:
            for name in old.namelist():
                text = re.sub(rb"(<coordinates>[^,]+,)[^,<]+", rb"\g<1>" + latitude.encode(), old.read(name))
                new.writestr(name, text)
        made.append(go(client, present, lambda fh, file=file: fh.waylines.upload(file)))
    first, second = made
    assert (first.name, first.size) == (second.name, second.size)
    folder = tmp_path / "back"

    def fetched(one: Any, **more: Any) -> float:
        file = go(client, present, lambda fh: fh.waylines.download(one, to=folder, **more))
        return waylines.inspect(file).waypoints[0].latitude

    assert [fetched(first), fetched(first)] == [46.1, 46.1]
    with pytest.raises(TransferError, match="exists already, with other content"):
        fetched(second)
    assert fetched(first) == 46.1
    assert fetched(second, overwrite=True) == 46.9
    assert [each.name for each in folder.iterdir()] == ["Round.kmz"]


def test_the_name_of_a_route_cannot_leave_the_folder(client: str, present: Simulator, tmp_path: Path) -> None:
    folder = tmp_path / "inside"
    file = go(client, present, lambda fh: fh.waylines.download(WAYLINE, to=folder, name="../../x.kmz"))
    assert file == folder / "x.kmz"
    assert [each.name for each in tmp_path.iterdir()] == ["inside"]


def test_another_file_in_its_place_is_an_error(client: str, present: Simulator, tmp_path: Path) -> None:
    (tmp_path / "Perimeter.kmz").write_bytes(b"mine")
    with pytest.raises(TransferError, match="exists already"):
        go(client, present, lambda fh: fh.waylines.download(WAYLINE, to=tmp_path))
