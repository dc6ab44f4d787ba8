"""Enums: every documented value has its member, and every other value one of its own."""

from __future__ import annotations

import copy
import gc
import pickle
import weakref
from enum import Enum
from typing import Any

import pytest

import flighthub_api.enums
from flighthub.enums import (
    DayOfWeek,
    DeviceDomain,
    FlightTaskStatus,
    ModelStatus,
    OpenModelResourceStatus,
    RepeatType,
    ZipStatus,
)
from flighthub_runtime import enums as runtime
from flighthub_runtime.enums import OpenEnum
from generator.schema_access import enum_values

from .transcription import bundle

NAMES = tuple(flighthub_api.enums.__all__)


def enum_called(name: str) -> type[OpenEnum]:
    found: type[OpenEnum] = getattr(flighthub_api.enums, name)
    return found


def documented() -> dict[str, list[Any]]:
    """The values of each enum that the bundle names, by the name of its schema."""
    schemas: dict[str, Any] = bundle()["components"]["schemas"]
    return {name: values for name, schema in schemas.items() if (values := enum_values(schema))}


def test_there_is_an_enum_for_each_that_the_documentation_names() -> None:
    # The language is chosen for a client, not for a call, so it is no enum of its users.
    assert set(documented()) - {"Language"} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_documented_value_has_a_known_member(name: str) -> None:
    enum = enum_called(name)
    for value in documented()[name]:
        member = enum(value)
        assert member.is_known, value
        assert member.value == value
        assert type(member.value) is type(value)
    assert [each.value for each in enum] == documented()[name]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", ["unheard-of", " ", 98765])
def test_every_other_value_has_a_member_that_is_unknown(name: str, value: int | str) -> None:
    member = enum_called(name)(value)
    assert isinstance(member, enum_called(name))
    assert (member.value, member.is_known) == (value, False)
    assert member not in list(enum_called(name))


def test_the_two_successes_of_a_reconstruction_are_two_members() -> None:
    S = ModelStatus
    assert S(9) is not S(15)
    assert S(9) != S(15)
    assert S(9).is_success
    assert S(15).is_success


TERMINAL: list[tuple[OpenEnum, bool, bool]] = [
    (ModelStatus.RECONSTRUCTION_FAILED, True, False),
    (ModelStatus.MODELING_SUCCESS, True, True),
    (ModelStatus.REQUESTING_RESOURCE, False, False),
    (ModelStatus.REQUESTING_RESOURCE_FAILED, True, False),
    (ModelStatus.RECONSTRUCTION_EXECUTING, False, False),
    (ModelStatus.RECONSTRUCTION_SUCCESS, True, True),
    (ModelStatus.RECONSTRUCTION_CANCELED, True, False),
    (ModelStatus(99), False, False),
    (FlightTaskStatus.WAITING, False, False),
    (FlightTaskStatus.STARTING_FAILURE, True, False),
    (FlightTaskStatus.EXECUTING, False, False),
    (FlightTaskStatus.PAUSED, False, False),
    (FlightTaskStatus.TERMINATED, True, False),
    (FlightTaskStatus.SUCCESS, True, True),
    (FlightTaskStatus.SUSPENDED, False, False),
    (FlightTaskStatus.TIMEOUT, True, False),
    (FlightTaskStatus("hovering"), False, False),
    (ZipStatus.INIT, False, False),
    (ZipStatus.RUNNING, False, False),
    (ZipStatus.FINISH, True, True),
    (ZipStatus.FAILED, True, False),
    (ZipStatus(4), False, False),
]


@pytest.mark.parametrize(("state", "terminal", "success"), TERMINAL, ids=str)
def test_a_state_says_whether_it_is_an_end_and_the_one_that_was_wanted(
    state: Any, terminal: bool, success: bool
) -> None:
    assert (state.is_terminal, state.is_success) == (terminal, success)


@pytest.mark.parametrize("name", NAMES)
def test_a_success_is_always_an_end(name: str) -> None:
    for state in enum_called(name):
        assert getattr(state, "is_terminal", True) or not getattr(state, "is_success", False), state


def test_a_state_that_nobody_documented_is_not_taken_for_an_end() -> None:
    with_ends = [enum_called(name) for name in NAMES if hasattr(enum_called(name), "is_terminal")]
    assert {ModelStatus, FlightTaskStatus, ZipStatus} <= set(with_ends)
    for enum in with_ends:
        unknown: Any = enum("unheard-of")
        assert (unknown.is_terminal, unknown.is_success) == (False, False), enum


@pytest.mark.parametrize(
    ("member", "wire", "other"),
    [
        (FlightTaskStatus.SUCCESS, "success", "SUCCESS"),
        (FlightTaskStatus("hovering"), "hovering", "success"),
        (ModelStatus.RECONSTRUCTION_SUCCESS, 15, 9),
        (ModelStatus(99), 99, "99"),
        (DeviceDomain.AIRCRAFT, "0", 0),
    ],
    ids=str,
)
def test_a_member_equals_its_wire_value_and_hashes_and_prints_as_it(
    member: OpenEnum, wire: int | str, other: int | str
) -> None:
    assert member == wire
    assert wire == member
    assert member != other
    assert hash(member) == hash(wire)
    assert {wire: "found"}[member] == "found"  # type: ignore[index]
    assert member in {wire}
    assert str(member) == f"{member}" == str(wire)


def test_members_of_two_enums_with_one_value_are_not_equal() -> None:
    assert ZipStatus(1) != DayOfWeek(1)
    assert ZipStatus(77) != DayOfWeek(77)
    assert FlightTaskStatus("daily") != RepeatType.DAILY


@pytest.mark.parametrize("other", [None, [], {}, 1.5, object()])
def test_a_member_does_not_equal_what_is_no_value(other: object) -> None:
    known, unknown = ModelStatus(15), ModelStatus(99)
    assert known != other
    assert unknown != other


def test_an_unknown_value_has_one_member() -> None:
    member = FlightTaskStatus("hovering")
    assert FlightTaskStatus("hovering") is member
    assert FlightTaskStatus(member) is member


def test_an_unknown_number_and_the_same_number_as_text_are_two_members() -> None:
    number, text = (ModelStatus(value) for value in (99, "99"))
    assert number is not text
    assert [number.value, text.value] == [99, "99"]


def test_an_unknown_member_shows_what_it_is() -> None:
    assert "99" in repr(ModelStatus(99))
    assert ModelStatus(99).name == "UNKNOWN_99"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("member", [ModelStatus(15), ModelStatus(99), FlightTaskStatus("hovering")], ids=str)
def test_a_member_survives_pickling_as_itself(member: OpenEnum, protocol: int) -> None:
    assert pickle.loads(pickle.dumps(member, protocol)) is member


@pytest.mark.parametrize("member", [ModelStatus(15), ModelStatus(99)], ids=str)
def test_a_member_survives_copying_as_itself(member: OpenEnum) -> None:
    assert copy.copy(member) is member
    assert copy.deepcopy({"status": [member]})["status"][0] is member


def test_a_pickled_unknown_member_that_nobody_holds_any_more_comes_back() -> None:
    data = pickle.dumps(ModelStatus(98))
    gc.collect()
    again = pickle.loads(data)
    assert (type(again), again.value, again.is_known) == (ModelStatus, 98, False)


def test_unknown_members_that_nobody_holds_are_forgotten() -> None:
    gc.collect()
    before = len(runtime._UNKNOWN)
    held = [OpenModelResourceStatus(10_000 + index) for index in range(1000)]
    watched = weakref.ref(held[0])
    assert len(runtime._UNKNOWN) == before + 1000
    del held
    gc.collect()
    assert watched() is None
    assert len(runtime._UNKNOWN) == before
    assert len(list(OpenModelResourceStatus)) == len(documented()["OpenModelResourceStatus"])


@pytest.mark.parametrize("value", [None, 1.5, [], {}, b"success"])
def test_what_no_answer_can_hold_as_a_value_is_no_member(value: object) -> None:
    with pytest.raises(ValueError, match="not a valid"):
        FlightTaskStatus(value)


def test_every_enum_is_an_enum_of_the_standard_library_with_a_docstring() -> None:
    for name in NAMES:
        assert issubclass(enum_called(name), Enum)
        assert enum_called(name).__doc__, name
