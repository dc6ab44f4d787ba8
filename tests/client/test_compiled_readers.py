"""What is compiled for a class that is read often reads as the loop over its members does."""

from __future__ import annotations

from typing import Any

import pytest

from flighthub.types import Dock3State, GeoPoint, TrackPoint
from flighthub_runtime import models
from flighthub_runtime.compiled import compile_reader
from flighthub_runtime.models import Model

from .test_answers import models_in, mutations
from .transcription import call_of, dumped

POINT = {"timestamp": 1772442621000, "latitude": 46.05, "longitude": 14.5}


def read_slowly(cls: type[Model], source: Any) -> Any:
    """Reads an object as one of the first of its class."""
    members = cls.__wire__
    members._reads = 0
    return members._read_one_of_few(cls, source)


def read_compiled(cls: type[Model], source: Any) -> Any:
    """Reads an object as one of many."""
    return compile_reader(cls.__wire__.members, models._read_member, models._build)(cls, source)


def test_what_is_compiled_reads_every_object_of_a_mutated_answer_as_the_loop_over_its_members_does() -> None:
    compared = 0
    for index, (which, operation_id, came, _) in enumerate(mutations()):
        if index % 8:
            continue
        for model in models_in(call_of(operation_id).read(came).data):
            source = model.to_dict()
            slowly, compiled = read_slowly(type(model), source), read_compiled(type(model), source)
            assert slowly == compiled == model, which
            assert list(slowly.deviations()) == list(compiled.deviations()) == list(model.deviations()), which
            assert dumped(slowly.to_dict()) == dumped(compiled.to_dict()) == dumped(source), which
            compared += 1
    assert compared > 1000


@pytest.mark.parametrize(
    "source",
    [
        {"latitude": 46.05, "unheard_of": 1},
        {"latitude": "46.05", "longitude": 14.5},
        {"latitude": None, "longitude": True},
        {"latitude": 46.05, "longitude": 14.5},
        {},
    ],
    ids=["as many as documented, one of them unknown", "text", "null", "documented", "empty"],
)
def test_an_object_comes_back_as_it_came_from_what_is_compiled(source: dict[str, Any]) -> None:
    assert read_compiled(GeoPoint, source).to_dict() == source


@pytest.mark.parametrize("raw", [True, 1.0, "1", [1], None])
def test_what_only_equals_a_value_of_an_enum_is_no_value_of_it(raw: Any) -> None:
    compiled = read_compiled(Dock3State, {"cover_state": raw})
    slowly = read_slowly(Dock3State, {"cover_state": raw})
    assert compiled.cover_state is slowly.cover_state
    assert dumped(compiled.raw_value("cover_state")) == dumped(raw)


def test_a_reader_is_compiled_once_its_class_is_read_often() -> None:
    members = TrackPoint.__wire__
    members._reads, members.read = 0, members._read_one_of_few
    for _ in range(models.OFTEN):
        assert members.read == members._read_one_of_few
        assert TrackPoint.from_dict(POINT).latitude == 46.05
    assert members.read != members._read_one_of_few
    assert TrackPoint.from_dict(POINT).to_dict() == POINT
