"""Answers, well formed or not: reading one never raises, and `to_dict()` gives back what came and what was changed."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from flighthub.enums import FlightTaskStatus
from flighthub.types import DeviceState, FlightTask, HmsAlert, Project, TrackPoint
from flighthub_runtime import codecs
from flighthub_runtime.models import Member, Model

from .transcription import ANSWERS, call_of, dumped, example

SEED = 20261123
MUTATIONS = 2000

ODD_VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    7,
    10**25,
    1.5,
    2.0,
    "",
    " ",
    "a word",
    "12",
    "1.5",
    "1e400",
    "2026-03-02T09:10:00+02:00",
    "2026-03-02",
    "2026-13-41T25:61:00Z",
    "\u4e2d\u6587",
    [],
    [None],
    [1, "two", None],
    [[1]],
    [{}],
    {},
    {"odd": None},
    {"list": {"list": None}},
)
"""What may stand in an answer where something else is documented."""


def operation_of(file: str) -> str:
    return file.split(".")[0]


def places_in(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container and key below a JSON value."""
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from places_in(value[key])


def mutate(answer: dict[str, Any], chance: random.Random) -> str:
    """Changes one thing anywhere in an answer, in place, and says what."""
    places = list(places_in(answer))
    if not places:
        answer["added"] = 1
        return "added"
    container, key = chance.choice(places)
    what = chance.choice(("remove", "replace", "replace", "unknown word", "add"))
    if what == "remove":
        del container[key]
    elif what == "replace":
        container[key] = copy.deepcopy(chance.choice(ODD_VALUES))
    elif what == "unknown word":
        container[key] = chance.choice((f"unheard-of-{chance.randrange(9)}", chance.randrange(900, 999)))
    elif isinstance(container, dict):
        container[f"added_{chance.randrange(9)}"] = copy.deepcopy(chance.choice(ODD_VALUES))
    else:
        container.insert(key, copy.deepcopy(chance.choice(ODD_VALUES)))
    return f"{what} at {key!r}"


def mutations() -> Iterator[tuple[str, str, dict[str, Any], random.Random]]:
    """Each mutated answer with a sentence that identifies it."""
    originals = [(operation_of(file), example(file)) for file in ANSWERS]
    for index in range(MUTATIONS):
        chance = random.Random(f"{SEED}-{index}")
        operation_id, original = originals[index % len(originals)]
        answer = copy.deepcopy(original)
        done = [mutate(answer, chance) for _ in range(chance.choice((1, 1, 2, 3, 5)))]
        yield f"seed {SEED}, mutation {index} of {operation_id}: {'; '.join(done)}", operation_id, answer, chance


def models_in(value: Any) -> Iterator[Model]:
    """All models of an answer, each before those inside it."""
    if isinstance(value, Model):
        yield value
        for member in value.__wire__.members:
            yield from models_in(getattr(value, member.attribute))
    elif isinstance(value, list):
        for each in value:
            yield from models_in(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from models_in(each)


def another_value(kind: codecs.Codec, chance: random.Random) -> Any:
    """A value that could stand in a member of a kind."""
    number = chance.randrange(1000, 10**6)
    match kind:
        case codecs.Integer():
            return number
        case codecs.Number():
            return number + 0.5
        case codecs.Boolean():
            return chance.random() < 0.5
        case codecs.DateTime():
            return datetime(2027, 1, 1, tzinfo=UTC) + timedelta(seconds=number)
        case codecs.EnumOf():
            return chance.choice([*kind.enum, kind.enum(f"new-{number}")])
        case codecs.ListOf():
            return [another_value(kind.item, chance), another_value(kind.item, chance)]
        case codecs.MapOf():
            return {"added": another_value(kind.item, chance)}
        case codecs.ObjectOf():
            return kind.model.from_dict({"added": number})
        case codecs.FreeObject() | codecs.Selected():
            return {"added": number}
        case _:
            return f"new-{number}"


def plain(value: Any) -> Any:
    """What a value is on the wire, as far as two of them are compared."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    return value.isoformat() if isinstance(value, datetime) else getattr(value, "value", value)


@pytest.mark.parametrize("file", ANSWERS)
def test_an_example_answer_is_given_back_as_it_came(file: str) -> None:
    came = example(file)
    assert dumped(call_of(operation_of(file)).read(came).to_dict()) == dumped(came)


@pytest.mark.parametrize("file", ANSWERS)
def test_reading_an_answer_does_not_change_what_was_read(file: str) -> None:
    came = example(file)
    answer = call_of(operation_of(file)).read(came)
    for model in models_in(answer.data):
        for member in model.__wire__.members:
            setattr(model, member.attribute, None)
    assert dumped(came) == dumped(example(file))


def test_a_mutated_answer_is_read_without_an_error_and_given_back_as_it_came() -> None:
    for which, operation_id, came, _ in mutations():
        before = dumped(came)
        try:
            answer = call_of(operation_id).read(came)
            _ = answer.result, answer.code, answer.message, list(answer.deviations()), repr(answer.data)
            given_back = dumped(answer.to_dict())
        except Exception as error:
            raise AssertionError(f"{which} raised {error!r}: {before}") from error
        assert given_back == before, which


def test_a_changed_member_of_a_mutated_answer_shows_and_the_old_value_set_again_gives_back_what_came() -> None:
    for which, operation_id, came, chance in mutations():
        call = call_of(operation_id)
        answer = call.read(came)
        models = [model for model in models_in(answer.data) if model.__wire__.members]
        if not models:
            continue
        chosen = chance.randrange(len(models))
        model = models[chosen]
        member: Member = chance.choice(model.__wire__.members)
        old, new = getattr(model, member.attribute), another_value(member.codec, chance)
        setattr(model, member.attribute, new)
        read_again = call.read(json.loads(json.dumps(answer.to_dict())))
        same_model = [each for each in models_in(read_again.data) if each.__wire__.members][chosen]
        place = f"{which}; then {type(model).__name__}.{member.attribute} set to {new!r}"
        # What a sibling decides is read only if that sibling still says how; it is kept all the same.
        undecided = isinstance(member.codec, codecs.Selected)
        shown = same_model.raw_value(member.wire) if undecided else getattr(same_model, member.attribute)
        assert dumped(plain(shown)) == dumped(plain(new)), place
        setattr(model, member.attribute, old)
        assert dumped(answer.to_dict()) == dumped(came), f"{place}, and back"


@pytest.mark.parametrize("text", ["nan", "NaN", "inf", "-Infinity", "1e400", " 5 ", "1_000", "007"])
def test_a_text_that_python_takes_for_a_number_is_given_back_as_that_text(text: str) -> None:
    point = {"timestamp": text, "latitude": text, "longitude": 14.5, "height": 1}
    assert dumped(TrackPoint.from_dict(point).to_dict()) == dumped(point)


@pytest.mark.parametrize(("came", "value"), [("71", 71), (71, 71), ("7.5", None), (True, None), ([], None)])
def test_a_whole_number_is_read_from_text_and_from_nothing_else(came: object, value: int | None) -> None:
    point = TrackPoint.from_dict({"timestamp": came})
    assert (point.timestamp, type(point.timestamp)) == (value, type(value))
    assert dumped(point.to_dict()) == dumped({"timestamp": came})


@pytest.mark.parametrize("came", [None, "", "soon", "2026-03-02T09:10:00", 1772442600, True])
def test_a_time_that_is_none_reads_as_none_and_is_given_back(came: object) -> None:
    task = FlightTask.from_dict({"uuid": "t1", "begin_at": came})
    assert task.begin_at is None
    assert task.to_dict() == {"uuid": "t1", "begin_at": came}


@pytest.mark.parametrize(
    "came",
    ["2026-03-02T09:10:00Z", "2026-03-02T09:10:00+00:00", "2026-03-02T11:10:00+02:00", "2026-03-02T09:10:00.000Z"],
)
def test_a_time_reads_as_its_point_in_time_and_keeps_its_spelling(came: str) -> None:
    task = FlightTask.from_dict({"uuid": "t1", "begin_at": came})
    assert task.begin_at == datetime(2026, 3, 2, 9, 10, tzinfo=UTC)
    assert task.to_dict() == {"uuid": "t1", "begin_at": came}


@pytest.mark.parametrize("came", [{"days_of_week": None}, {"days_of_week": []}, {}])
def test_a_list_that_is_missing_null_or_empty_reads_as_empty_and_is_given_back_as_it_came(came: dict[str, Any]) -> None:
    task = FlightTask.from_dict({"uuid": "t1", **came})
    assert task.days_of_week == []
    assert dumped(task.to_dict()) == dumped({"uuid": "t1", **came})


def test_two_answers_do_not_share_their_empty_lists() -> None:
    first, second = FlightTask.from_dict({"uuid": "t1"}), FlightTask.from_dict({"uuid": "t2"})
    first.days_of_month.append(31)
    assert second.days_of_month == []
    assert first.to_dict() == {"uuid": "t1", "days_of_month": [31]}
    assert FlightTask.from_dict({"uuid": "t3"}).days_of_month == []


def test_an_item_added_to_a_list_that_came_with_odd_items_shows_beside_them() -> None:
    task = FlightTask.from_dict({"uuid": "t1", "days_of_month": [1, None, "15", {"odd": 1}]})
    assert task.days_of_month == [1, 15]
    task.days_of_month.append(31)
    assert task.to_dict()["days_of_month"] == [1, None, "15", {"odd": 1}, 31]


def test_members_that_nobody_described_can_be_read_and_changed() -> None:
    project = Project.from_dict({"uuid": "p1", "colour": "red"})
    assert project.additional_properties == {"colour": "red"}
    project.additional_properties["colour"] = "blue"
    assert project.to_dict() == {"uuid": "p1", "colour": "blue"}


def test_a_member_under_its_other_spelling_is_read_and_given_back_under_that_spelling() -> None:
    alert = HmsAlert.from_dict({"in_the_sky": "in_the_sky"})
    assert alert.in_the_key == "in_the_sky"
    assert alert.to_dict() == {"in_the_sky": "in_the_sky"}


def test_a_member_that_comes_under_both_spellings_keeps_both() -> None:
    came = {"in_the_key": "on_the_ground", "in_the_sky": "in_the_sky"}
    alert = HmsAlert.from_dict(came)
    assert alert.in_the_key == "on_the_ground"
    assert alert.to_dict() == came


def test_a_member_whose_name_is_a_keyword_has_an_underscore_and_keeps_its_name_on_the_wire() -> None:
    state = DeviceState.from_dict(example("getDeviceState.answer.json")["data"])
    assert state.device_model is not None
    assert state.device_model.class_ == "drone"
    assert state.device_model.to_dict()["class"] == "drone"


def test_an_answer_that_is_a_bare_list_reads_like_the_wrapped_one_and_is_given_back_bare() -> None:
    wrapped = example("listProjects.answer.json")
    bare = {**wrapped, "data": wrapped["data"]["list"]}
    call = call_of("listProjects")
    assert call.read(bare).result == call.read(wrapped).result
    assert dumped(call.read(bare).to_dict()) == dumped(bare)


@pytest.mark.parametrize("data", [{}, {"data": None}, {"data": {}}, {"data": "gone"}, {"data": {"list": None}}])
def test_where_no_list_came_the_result_is_an_empty_list(data: dict[str, Any]) -> None:
    assert call_of("listWaylines").read({"code": 0, "message": "", **data}).result == []


@pytest.mark.parametrize("data", [{}, {"data": None}, {"data": []}, {"data": "gone"}])
def test_where_no_object_came_the_result_is_an_object_without_values(data: dict[str, Any]) -> None:
    task = call_of("getFlightTask").read({"code": 0, "message": "", **data}).result
    assert isinstance(task, FlightTask)
    assert [task.uuid, task.status, task.days_of_week] == [None, None, []]


def track_answer(points: object) -> dict[str, Any]:
    answer: dict[str, Any] = example("getFlightTaskTrack.answer.json")
    answer["data"]["track"]["points"] = points
    return answer


def track_points(count: int) -> list[Any]:
    return [
        {"timestamp": 1772442621000 + i * 500, "latitude": 46 + i / 1000, "longitude": 14 + i / 900, "height": 380 + i}
        for i in range(count)
    ]


def test_a_track_read_at_once_equals_its_points_read_one_by_one() -> None:
    came = track_points(50)
    read = call_of("getFlightTaskTrack").read(track_answer(came)).result.track.points
    assert read == [TrackPoint.from_dict(each) for each in came]
    assert [repr(each) for each in read] == [repr(TrackPoint.from_dict(each)) for each in came]
    assert dumped([each.to_dict() for each in read]) == dumped(came)


@pytest.mark.parametrize(
    "odd",
    [
        None,
        {},
        "a word",
        7,
        [],
        {"timestamp": None, "latitude": 46.0, "longitude": 14.5, "height": 1.0},
        {"timestamp": 1772442621000.0, "latitude": 46.0, "longitude": 14.5, "height": 1.0},
        {"timestamp": "1772442621000", "latitude": "46.0", "longitude": 14.5, "height": 1.0},
        {"timestamp": True, "latitude": 46, "longitude": 14, "height": False},
        {"timestamp": 1772442621000, "latitude": 46.0, "longitude": 14.5, "height": {"value": 1}},
        {"timestamp": 1772442621000, "latitude": 46.0, "longitude": 14.5, "height": 1.0, "speed": 8.1},
        {"timestamp": 1772442621000, "longitude": 14.5},
    ],
    ids=dumped,
)
def test_an_odd_point_survives_and_the_points_around_it_are_read(odd: object) -> None:
    points = track_points(10)
    points.insert(5, odd)
    answer = call_of("getFlightTaskTrack").read(track_answer(points))
    read = answer.result.track.points
    assert dumped(answer.to_dict()["data"]["track"]["points"]) == dumped(points)
    assert read[:5] == [TrackPoint.from_dict(each) for each in points[:5]]
    assert read[-5:] == [TrackPoint.from_dict(each) for each in points[-5:]]
    assert len(read) == (11 if isinstance(odd, dict) else 10)


def test_a_point_of_a_track_can_be_changed_beside_an_odd_one() -> None:
    points = [*track_points(3), None]
    answer = call_of("getFlightTaskTrack").read(track_answer(points))
    answer.result.track.points[1].height = 1.25
    expected = copy.deepcopy(points)
    expected[1]["height"] = 1.25
    assert dumped(answer.to_dict()["data"]["track"]["points"]) == dumped(expected)


def test_the_status_of_a_task_is_an_enum_member() -> None:
    tasks = call_of("listFlightTasks").read(example("listFlightTasks.answer.json")).result
    assert [task.status for task in tasks] == [FlightTaskStatus.SUCCESS]
