"""Files of flighthub.conformance against the spec: what they raise, contradict, do not know and settle."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.documents import SpecError
from generator.pages.observed import _Members, compare, compare_observed, read
from generator.pages.questions import questions
from generator.pages.transcription import Transcription


def written(folder: Path, name: str, members: dict[str, Any], **others: Any) -> Path:
    """A file in which listWaylines answered."""
    seen = {"answers": 3, "members": members, **others}
    document = {"format": "flighthub-conformance/1", "day": "2026-11-29", "operations": {"listWaylines": seen}}
    file = folder / name
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


MEMBERS: dict[str, Any] = {
    "data.list[].update_time": {"seen": {"integer": 4}, "units": {"ms": 4}},
    "data.list[].size": {"seen": {"string": 2}},
    "data.list[].name": {"seen": {"null": 1, "string": 2}},
    "data.list[].id": {"seen": {"string": 2}, "absent": 1},
    "data.list[].of_late": {"seen": {"boolean": 2}},
    "data.list[].template_types[]": {"seen": {"string": 2}, "unlisted_values": {"corridor": 1}},
}


def test_each_member_is_confirmed_contradicted_or_unknown(tmp_path: Path, sample_spec: Transcription) -> None:
    file = written(tmp_path, "one.json", MEMBERS, unlisted_codes={"299999": 1}, codes={"200404": 2})
    found = [(each.kind, each.where, each.text) for each in compare(read([file]), sample_spec) if each.kind != "open"]
    assert found == [
        (
            "observed",
            "listWaylines data.list[].update_time",
            "was inferred, and is observed now: integer, counts milliseconds",
        ),
        ("contradicted", "listWaylines data.list[].size", "is string, the spec has integer; seen 2 times"),
        ("contradicted", "listWaylines data.list[].name", "is null, which the spec does not say; seen once"),
        ("contradicted", "listWaylines data.list[].id", "is missing, though it is promised; once"),
        (
            "unknown",
            "listWaylines data.list[].of_late",
            "a member that the spec does not have (boolean 2 times)",
        ),
        ("unknown", "listWaylines data.list[].template_types[]", "the value corridor is not listed; seen once"),
        ("observed", "listWaylines", "the code 200404 was inferred, and is observed now"),
        ("unknown", "listWaylines", "the code 299999 is not in errors.yaml; seen once"),
        (
            "settled",
            "unit-of-route-times",
            "Does the time of a route's last change count seconds or milliseconds? "
            "listWaylines data.list[].update_time counts milliseconds",
        ),
        (
            "settled",
            "template-types",
            "Are the kinds of a route the seven that are listed? "
            "listWaylines data.list[].template_types[] has further values: corridor",
        ),
    ]


def test_several_files_count_together(tmp_path: Path, sample_spec: Transcription) -> None:
    files = [written(tmp_path, f"{number}.json", MEMBERS) for number in range(3)]
    texts = [each.text for each in compare(read(files), sample_spec)]
    assert "is string, the spec has integer; seen 6 times" in texts


def test_writing_raises_what_was_inferred_and_cites_hash_and_day(
    tmp_path: Path, copy: Transcription, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, "one.json", {"data.list[].update_time": MEMBERS["data.list[].update_time"]})
    assert compare_observed([file], copy, write=True) == 0
    after = Transcription(copy.layout)
    assert after.schemas["Wayline"]["properties"]["update_time"]["x-flighthub"]["confidence"] == "observed"
    cited = after.files.at(after.operations["listWaylines"].place)["x-flighthub"]["source"]["also"]
    digest = read([file]).sources[0][0]
    assert f"conformance file sha256 {digest}, 2026-11-29" in cited
    assert digest in capsys.readouterr().out
    assert compare_observed([file], after, write=True) == 0
    assert cited == after.files.at(after.operations["listWaylines"].place)["x-flighthub"]["source"]["also"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "other"}', "[" * 100_000])
def test_another_file_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(SpecError, match=r"is no file of flighthub\.conformance"):
        read([tmp_path / "a.json"])


def test_what_a_file_says_beside_counts_is_not_believed(tmp_path: Path, sample_spec: Transcription) -> None:
    members = {
        "data.list[].name\n* injected": {"seen": {"string": 1}},
        "data.list[].size": {"seen": {"string": "many", "integer": -1, "a\nb": 3}, "units": [], "absent": True},
    }
    file = written(tmp_path, "one.json", members, codes={"x": 1, "9" * 30: 1}, answers="three")
    assert [each for each in compare(read([file]), sample_spec) if each.kind != "open"] == []


def test_every_question_is_tied_to_members_that_the_spec_has(spec: Transcription) -> None:
    found = questions(spec.layout.spec)
    assert len({each.id for each in found}) == len(found)
    for each in found:
        assert each.question.endswith("?")
        for operation, path in each.members:
            assert _Members(spec.operations[operation], spec).find(path), f"{each.id}: {operation} {path}"
        assert set(each.codes) <= spec.codes
