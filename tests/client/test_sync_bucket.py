"""Keys of the bucket of FlightHub Sync are read and built as the dossier has them."""

from __future__ import annotations

import base64
from typing import Any
from uuid import UUID

import pytest

from flighthub import InvalidArgument
from flighthub.sync_bucket import SyncKey, SyncTags, is_check_file, parse_key, read_tags, route_key

KEYS = [
    ("fh_sync/o1/p1/media/u1/DJI_0001_V.JPG", SyncKey("", "o1", "p1", "media", "u1", "DJI_0001_V.JPG", False)),
    ("a/b/fh_sync/o1/p1/wayline/Roof.kmz", SyncKey("a/b", "o1", "p1", "wayline", None, "Roof.kmz", False)),
    ("wayline/fh_sync/o1/p1/wayline/u2.kmz", SyncKey("", "o1", "p1", "wayline", None, "u2.kmz", True)),
    ("a/wayline/fh_sync/o1/p1/wayline/u2.kmz", SyncKey("a", "o1", "p1", "wayline", None, "u2.kmz", True)),
    ("wayline/fh_sync/o1/p1/media/u1/f.jpg", SyncKey("wayline", "o1", "p1", "media", "u1", "f.jpg", False)),
    ("fh_sync/o1/p1/media/u1/sub/f.jpg", SyncKey("", "o1", "p1", "media", "u1/sub", "f.jpg", False)),
    ("fh_sync/o1/p1/flight_record/f.txt", SyncKey("", "o1", "p1", "flight_record", None, "f.txt", False)),
]


@pytest.mark.parametrize(("key", "found"), KEYS)
def test_a_key_is_read(key: str, found: SyncKey) -> None:
    assert parse_key(key) == found


@pytest.mark.parametrize(
    "key",
    [
        "a/fh_sync/check_file.txt",
        "x/y.jpg",
        "myfh_sync/o1/p1/media/u/f.jpg",
        "fh_sync",
        "fh_sync/",
        "fh_sync/o1/p1/media",
        "fh_sync/o1/p1/media/",
        "fh_sync/o1//media/u/f.jpg",
        "fh_sync/o1/p1/media//f.jpg",
        "",
        "/",
    ],
)
def test_what_is_not_of_flighthub_sync_is_none(key: str) -> None:
    assert parse_key(key) is None


@pytest.mark.parametrize(
    ("key", "is_it"),
    [
        ("fh_sync/check_file.txt", True),
        ("a/fh_sync/check_file.txt", True),
        ("check_file.txt", False),
        ("myfh_sync/check_file.txt", False),
        ("fh_sync/o1/check_file.txt", False),
    ],
)
def test_the_check_file_is_told(key: str, is_it: bool) -> None:
    assert is_check_file(key) is is_it


@pytest.mark.parametrize("preset", ["", "dji", "a/b", "/a/b/"])
def test_the_key_of_a_route_is_read_as_it_was_built(preset: str) -> None:
    organization = UUID(int=1)
    key = route_key(organization, "p1", "Roof.kmz", preset=preset)
    expected = SyncKey(preset.strip("/"), str(organization), "p1", "wayline", None, "Roof.kmz", False)
    assert parse_key(key) == expected


def test_the_key_of_a_route_is_that_of_the_dossier() -> None:
    assert route_key("ORG", "PRJ", "Roof.kmz", preset="dji") == "dji/fh_sync/ORG/PRJ/wayline/Roof.kmz"


@pytest.mark.parametrize(
    ("arguments", "member"),
    [
        ({"organization": ""}, "organization"),
        ({"project": "a/b"}, "project"),
        ({"name": "Roof.kml"}, "name"),
        ({"name": "a/Roof.kmz"}, "name"),
        ({"name": ""}, "name"),
        ({"name": "Roof\n.kmz"}, "name"),
        ({"organization": ".."}, "organization"),
        ({"preset": "a/fh_sync"}, "preset"),
        ({"preset": "../a"}, "preset"),
    ],
)
def test_a_key_that_would_be_ignored_is_not_built(arguments: dict[str, Any], member: str) -> None:
    given = {"organization": "o1", "project": "p1", "name": "Roof.kmz", **arguments}
    with pytest.raises(InvalidArgument, match=f"^{member}: "):
        route_key(**given)


NAME = "屋顶 ?>.kmz"


@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
@pytest.mark.parametrize("padding", [True, False])
def test_tags_are_read_in_both_alphabets(encode: Any, padding: bool) -> None:
    encoded = encode(NAME.encode()).decode()
    tags = {"id": "u1", "name_base64": encoded if padding else encoded.rstrip("="), "path_base64": "L1N1cnZleQ=="}
    assert read_tags(tags) == SyncTags("u1", NAME, "/Survey")


@pytest.mark.parametrize("encoded", ["!", "A", "/w==", None, 5, "ü"])
def test_a_tag_that_cannot_be_read_is_none(encoded: Any) -> None:
    assert read_tags({"name_base64": encoded}) == SyncTags(None, None, None)
