"""Trajectories as CZML and KML, and STAC items: what Cesium, Google Earth and catalogues read."""

from __future__ import annotations

import json
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pystac
import pytest

from flighthub import DownloadedFile, FlightHub, InvalidArgument, stac
from flighthub.enums import MediaFileType
from flighthub.types import MediaFile, ProjectModel, ProjectModelDetail, Track
from flighthub_simulator import Simulator

KML = "{http://www.opengis.net/kml/2.2}"
GX = "{http://www.google.com/kml/ext/2.2}"
MOMENT = 1772442621000
SECRET = "https://files.example/planted-secret"


def track(*points: tuple[int | None, float, float, float | None], **members: Any) -> Track:
    names = ("timestamp", "latitude", "longitude", "height")
    rows = [{n: v for n, v in zip(names, point, strict=True) if v is not None} for point in points]
    return Track.from_dict({"track_id": "trk-1", "drone_sn": "1581FEXAMPLE00001", "points": rows, **members})


FLOWN = track((MOMENT, 46.05, 14.5, 380.25), (MOMENT + 2500, 46.06, 14.6, 381.0))


def test_czml_moves_an_aircraft_along_its_path() -> None:
    document, aircraft = FLOWN.to_czml()
    assert (document["id"], document["version"]) == ("document", "1.0")
    assert document["clock"]["interval"] == aircraft["availability"]
    assert aircraft["availability"] == "2026-03-02T09:10:21.000Z/2026-03-02T09:10:23.500Z"
    assert aircraft["position"] == {
        "epoch": "2026-03-02T09:10:21.000Z",
        "cartographicDegrees": [0.0, 14.5, 46.05, 380.25, 2.5, 14.6, 46.06, 381.0],
    }
    assert (aircraft["id"], aircraft["name"]) == ("trk-1", "1581FEXAMPLE00001")
    assert FLOWN.to_czml("North")[1]["name"] == "North"
    json.dumps(FLOWN.to_czml(), allow_nan=False)


def test_czml_leaves_out_what_has_no_later_time() -> None:
    odd = track(
        (MOMENT, 46.0, 14.0, None), (MOMENT, 46.1, 14.1, 1.0), (None, 46.2, 14.2, 2.0), (MOMENT + 1000, 46.3, 14.3, 5.0)
    )
    (_, aircraft) = odd.to_czml()
    assert aircraft["position"]["cartographicDegrees"] == [0.0, 14.0, 46.0, 5.0, 1.0, 14.3, 46.3, 5.0]


def test_czml_draws_the_path_where_there_are_no_times() -> None:
    (document, aircraft) = track((None, 46.0, 14.0, None), (None, 46.1, 14.1, 7.0)).to_czml()
    assert "clock" not in document
    assert aircraft["polyline"]["positions"]["cartographicDegrees"] == [14.0, 46.0, 7.0, 14.1, 46.1, 7.0]
    assert len(track().to_czml()) == 2


def test_kml_has_a_track_in_time() -> None:
    root = ElementTree.fromstring(FLOWN.to_kml("Perimeter & <gate>\x00").encode())
    placemark = root.find(f"{KML}Document/{KML}Placemark")
    assert placemark is not None
    assert placemark.findtext(f"{KML}name") == "Perimeter & <gate>"
    (found,) = placemark.findall(f"{GX}Track")
    assert found.findtext(f"{KML}altitudeMode") == "absolute"
    assert [each.text for each in found.findall(f"{KML}when")] == [
        "2026-03-02T09:10:21.000Z",
        "2026-03-02T09:10:23.500Z",
    ]
    assert found.findtext(f"{GX}coord") == "14.500000000 46.050000000 380.250"


def test_kml_has_a_line_where_there_are_no_times_and_lies_on_the_ground_without_heights() -> None:
    root = ElementTree.fromstring(track((None, 46.0, 14.0, None), (None, 46.1, 14.1, None)).to_kml().encode())
    line = root.find(f".//{KML}LineString")
    assert line is not None
    assert line.findtext(f"{KML}altitudeMode") == "clampToGround"
    assert line.findtext(f"{KML}coordinates") == "14.000000000,46.000000000,0.000 14.100000000,46.100000000,0.000"
    assert ElementTree.fromstring(track().to_kml().encode()).find(f".//{KML}Placemark") is not None


def media(**members: Any) -> MediaFile:
    return MediaFile.from_dict(
        {
            "uuid": "m-1",
            "name": "DJI_0001",
            "suffix": ".JPG",
            "file_type": "image",
            "size": 12,
            "original_url": SECRET,
            "preview_url": SECRET,
            "create_at": "2026-03-02T09:10:21Z",
            **members,
        }
    )


DOWNLOADED = DownloadedFile(
    "DJI_0001.JPG",
    Path("media/DJI_0001.JPG"),
    12,
    True,
    None,
    "m-1",
    MediaFileType.IMAGE,
    datetime(2026, 3, 2, tzinfo=UTC),
)
QUARRY = {"type": "Polygon", "coordinates": [[[14.5, 46.0], [14.6, 46.0], [14.6, 46.1], [14.5, 46.0]]]}


def model(**members: Any) -> ProjectModel:
    return ProjectModel.from_dict({"id": 7, "name": "Quarry", "file_type": "model_2d", "create_at": MOMENT, **members})


@pytest.mark.parametrize(
    "item",
    [
        stac.media_item(media()),
        stac.media_item(media(), href="media/DJI_0001.JPG", position=(46.05, 14.5), properties={"platform": "M4TD"}),
        stac.media_item(media(create_at=None), time=datetime(2026, 3, 2, tzinfo=UTC)),
        stac.media_item(DOWNLOADED),
        stac.media_item(DOWNLOADED, position=(46.05, 14.5), collection="flights"),
        stac.model_item(model()),
        stac.model_item(model(), href="quarry.tif", footprint=QUARRY, collection="models"),
        stac.model_item(ProjectModelDetail.from_dict({"id": 8, "url": SECRET, "update_at": MOMENT // 1000})),
    ],
)
def test_items_are_valid_stac(item: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: Any, **keywords: Any) -> None:
        raise AssertionError("the validation asks the network")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    read = pystac.Item.from_dict(json.loads(json.dumps(item)))
    assert read.validate()
    assert SECRET not in json.dumps(item)


def test_an_item_says_what_is_known() -> None:
    item = stac.media_item(DOWNLOADED, position=(46.05, 14.5))
    assert item["assets"]["data"] == {"href": "media/DJI_0001.JPG", "type": "image/jpeg", "roles": ["data"]}
    assert (item["id"], item["bbox"], item["properties"]["datetime"]) == (
        "m-1",
        [14.5, 46.05, 14.5, 46.05],
        "2026-03-02T00:00:00.000Z",
    )
    item = stac.model_item(model(), href="quarry.tif", footprint=QUARRY)
    assert item["bbox"] == [14.5, 46.0, 14.6, 46.1]
    assert item["assets"]["data"]["type"] == "image/tiff; application=geotiff"
    assert (item["properties"]["title"], item["properties"]["flighthub:kind"]) == ("Quarry", "model_2d")
    assert stac.media_item(media())["assets"] == {}


@pytest.mark.parametrize(
    ("make", "member"),
    [
        (lambda: stac.media_item(media(create_at=None)), "time"),
        (lambda: stac.media_item(media(), time=datetime(2026, 3, 2)), "time"),
        (lambda: stac.media_item(media(), position=(146.05, 14.5)), "position"),
        (lambda: stac.model_item(model(), footprint={"type": "Circle"}), "footprint"),
        (lambda: stac.model_item(model(), footprint={"type": "Point", "coordinates": [460, 14]}), "footprint"),
        (lambda: stac.model_item(model(), footprint={"type": "Polygon", "coordinates": [[]]}), "footprint"),
        (lambda: stac.model_item(model(create_at=None)), "time"),
    ],
)
def test_an_item_that_cannot_be_is_refused(make: Any, member: str) -> None:
    with pytest.raises(InvalidArgument) as caught:
        make()
    assert caught.value.member.startswith(member)


def test_the_bounds_of_what_was_cut_at_the_antimeridian_are_not_the_whole_globe() -> None:
    west, east = [[[179, 0], [180, 0], [180, 1], [179, 0]]], [[[-180, 0], [-178, 0], [-180, 1], [-180, 0]]]
    cut = {"type": "MultiPolygon", "coordinates": [west, east]}
    assert stac.model_item(model(), footprint=cut)["bbox"] == [179, 0, -178, 1]
    globe = {"type": "MultiPolygon", "coordinates": [[[[-180, 0], [0, 0], [180, 0], [0, 1], [-180, 0]]]]}
    assert stac.model_item(model(), footprint=globe)["bbox"] == [-180, 0, 180, 1]


def test_a_catalogue_of_what_a_client_lists_is_valid(flighthub_simulator: Simulator) -> None:
    simulator = flighthub_simulator
    with FlightHub(token=simulator.token, project=simulator.project, base_url=simulator.base_url) as fh:
        items = [
            *(stac.media_item(each) for each in fh.flight_tasks.list_media("8d0f2b7c-3c55-4f0e-a6d1-0b9c7e21aa10")),
            *(stac.model_item(each) for each in fh.models.list()),
        ]
    assert len(items) > 1
    for item in items:
        assert pystac.Item.from_dict(item).validate()
