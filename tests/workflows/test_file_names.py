"""Names that a server chose: none leaves the folder, none meets another, and each stays recognisable."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from flighthub._transfer.file_names import DEEPEST, LONGEST, distinct, safe_name, safe_path

from .hostile_names import HOSTILE

CASES = {
    "DJI_0001.JPG": "DJI_0001.JPG",
    "../../etc/passwd": "passwd",
    "..\\..\\windows\\system.ini": "system.ini",
    "/etc/shadow": "shadow",
    "..": "file",
    "": "file",
    ".hidden": "hidden",
    "a\x00b.jpg": "a_b.jpg",
    "line\nbreak.jpg": "line_break.jpg",
    "gpj.\u202eexe": "gpj._exe",
    "CON.jpg": "_CON.jpg",
    "com1": "_com1",
    "question?.jpg": "question_.jpg",
    "trailing. ": "trailing",
    "e\u0301.jpg": "\u00e9.jpg",
    "nice name (1).jpg": "nice name (1).jpg",
}


@pytest.mark.parametrize(("wished", "name"), CASES.items())
def test_a_name_is_made_safe_and_stays_recognisable(wished: str, name: str) -> None:
    assert safe_name(wished) == name


@pytest.mark.parametrize("wished", HOSTILE)
def test_no_hostile_name_leaves_its_folder(wished: str, tmp_path: Path) -> None:
    for relative in (PurePosixPath(safe_name(wished)), safe_path(wished)):
        assert (tmp_path / relative).resolve().is_relative_to(tmp_path.resolve())
        assert all(0 < len(part.encode()) <= LONGEST for part in relative.parts)
        (tmp_path / relative).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / relative).write_bytes(b"can be written")


def test_a_long_name_keeps_its_suffix() -> None:
    name = safe_name("ä" * 300 + ".JPG")
    assert len(name.encode()) <= LONGEST
    assert name.endswith("ä.JPG")


def test_a_path_keeps_its_folders_but_no_way_up() -> None:
    assert safe_path("2026/../03//./x.jpg") == PurePosixPath("2026/03/x.jpg")
    assert safe_path("///") == PurePosixPath("file")


def test_a_path_leads_no_deeper_than_anybody_means() -> None:
    assert safe_path("a/" * 5000 + "x.jpg") == PurePosixPath(*["a"] * (DEEPEST - 1), "x.jpg")


def test_names_that_would_meet_are_told_apart_by_their_keys_whatever_their_order() -> None:
    wishes = [("k1", PurePosixPath("a.JPG")), ("k2", PurePosixPath("A.jpg")), ("k3", PurePosixPath("b.jpg"))]
    found = distinct(wishes)
    assert found == distinct(reversed(wishes))
    assert found["k3"] == PurePosixPath("b.jpg")
    assert len({str(each).casefold() for each in found.values()}) == 3
    assert all(each.suffix.lower() == ".jpg" for each in found.values())


def test_a_file_and_a_folder_do_not_meet() -> None:
    found = distinct([("k1", PurePosixPath("a")), ("k2", PurePosixPath("a/b.jpg"))])
    assert found["k1"] != PurePosixPath("a")


def test_a_key_that_comes_twice_counts_once() -> None:
    assert distinct([("k", PurePosixPath("a.jpg")), ("k", PurePosixPath("a.jpg"))]) == {"k": PurePosixPath("a.jpg")}
