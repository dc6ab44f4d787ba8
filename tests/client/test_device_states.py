"""States of devices: typed by their model key, lossless in either wire form, however odd, and silent about secrets.

`device_states/` is copied from the dossier: the bare `device_state` of each of the fourteen devices in codes, with
every documented member, and of two of them in words.
"""

from __future__ import annotations

import copy
import json
import os
import pickle
import random
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from flighthub import UnexpectedResponse, types
from flighthub.enums import DroneModeCode, GatewayModeCode
from flighthub.types import (
    AircraftCamera,
    Dock2State,
    Dock3State,
    DockCamera,
    Gateway,
    GenericDeviceState,
    Matrice3DState,
    Matrice4DState,
    Matrice30State,
    PayloadState,
)
from flighthub_api.products import CAMERAS, PRODUCTS
from flighthub_runtime import codecs
from flighthub_runtime.devices import BaseAircraftState, BaseControllerState, BaseDeviceState, BaseDockState, Position
from flighthub_runtime.models import Model
from flighthub_runtime.operations import Answer
from generator.documents import load

from .answering_server import AnsweringServer, http
from .both_clients import CLIENTS, PROJECT, opened, using
from .planted import WORD, attempted, watching
from .test_answers import another_value, mutate, places_in, plain
from .test_laziness import MODEL, below, imported_after
from .transcription import bundle, call_of, dumped

SEED = 20260712
ALL_MUTATIONS = 10_000
MUTATIONS = int(os.environ.get("MUTATIONS", 1_600))
"""How many states are read. They are the first of all of them for each example, which `MUTATIONS=10000` asks for."""

SN = "SNEXAMPLE0000001"

DEVICES: dict[str, dict[str, Any]] = load(Path(__file__).parents[1] / "spec" / "devices.yaml")["devices"]
"""What the dossier lists of each device; the table of tests/spec."""

TYPES = {
    key: re.sub(r"(?:^|_|(?<=\d))(\w)", lambda found: found[1].upper(), name) + "State"
    for name, device in DEVICES.items()
    for key in device["keys"]
}
"""The type of a state by the model key of its device."""

KEYS = {
    "dock_1": "3-1-0",
    "dock_2": "3-2-0",
    "dock_2_tokens": "3-2-0",
    "dock_3": "3-3-0",
    "matrice_30": "0-67-1",
    "matrice_300_rtk": "0-60-0",
    "matrice_350_rtk": "0-89-0",
    "matrice_3d": "0-91-1",
    "matrice_3d_tokens": "0-91-1",
    "matrice_4": "0-99-1",
    "matrice_4d": "0-100-1",
    "mavic_3_enterprise": "0-77-1",
    "rc_plus": "2-119-0",
    "rc_plus_2": "2-174-0",
    "rc_pro_enterprise": "2-144-0",
    "smart_controller_enterprise": "2-56-0",
}
"""The model key of the device in each example."""

TEXTS = {
    path.stem.removeprefix("device_state_"): path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "device_states").glob("*.json"))
}
SORTED = {name: dumped(json.loads(text)) for name, text in TEXTS.items()}
"""The examples as JSON that can be compared."""

IN_WORDS = frozenset(name for name in TEXTS if name.endswith("_tokens"))

by_example = pytest.mark.parametrize("name", KEYS)
both = pytest.mark.parametrize("client", CLIENTS)
by_form = pytest.mark.parametrize("form", ["codes", "words"])

Place = tuple[Any, Any, Mapping[str, Any]]
"""A container, the key of something inside it, and the schema of that."""


def came_of(name: str) -> dict[str, Any]:
    """The example of a device, as it comes."""
    found: dict[str, Any] = json.loads(TEXTS[name])
    return found


def answer_of(key: object, state: object) -> dict[str, Any]:
    """An answer with a state of a device that has a model key."""
    return {"code": 0, "message": "", "data": {"device_sn": SN, "device_model": {"key": key}, "device_state": state}}


def read(key: object, state: object) -> Answer[Any]:
    return call_of("getDeviceState").read(answer_of(key, state))


def state_of(name: str) -> Any:
    """The example of a device, read."""
    return read(KEYS[name], came_of(name)).result


def type_of(key: str) -> Any:
    return getattr(types, TYPES[key])


def schema_of(key: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = bundle()["components"]["schemas"][TYPES[key]]
    return found


def resolved(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema itself instead of a reference to it, and without null."""
    for each in schema.get("anyOf", ()):
        if each != {"type": "null"}:
            return resolved(each)
    if "$ref" in schema:
        return resolved(bundle()["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    return schema


def members(schema: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The members of an object with those of its parts."""
    found = dict(schema.get("properties", {}))
    for part in schema.get("allOf", ()):
        found |= members(resolved(part))
    return found


def described_in(value: Any, schema: Mapping[str, Any]) -> Iterator[Place]:
    """Everything inside a state that the transcription describes."""
    schema = resolved(schema)
    inside: list[tuple[Any, Mapping[str, Any]]] = []
    if isinstance(value, list):
        inside = [(index, schema.get("items", {})) for index in range(len(value))]
    elif isinstance(value, dict):
        inside = [(name, each) for name, each in members(schema).items() if name in value]
        payloads = schema.get("x-flighthub", {}).get("payloads")
        if payloads:
            inside += [(name, payloads["schema"]) for name in value if re.search(payloads["pattern"], name)]
    for key, each in inside:
        yield value, key, each
        yield from described_in(value[key], each)


def reports(key: str, *names: str) -> bool:
    """Whether the device of a model key reports members of these names."""
    return members(schema_of(key)).keys() >= {*names}


def notes_of(schema: Mapping[str, Any]) -> dict[str, Any]:
    """What is noted of a member: of its own and of the schema it refers to."""
    return {**resolved(schema).get("x-flighthub", {}), **schema.get("x-flighthub", {})}


def in_form(form: str, name: str) -> dict[str, Any]:
    """An example with its enums in words, or in codes; those of the documentation, not those of the generated enums."""
    made = came_of(name)
    for container, key, schema in [*described_in(made, schema_of(KEYS[name]))]:
        # A member may document fewer codes than its enum has; the words are those of the enum.
        notes = resolved(schema).get("x-flighthub", {})
        if "words" not in notes:
            continue
        words = dict(zip(notes["codes"], notes["words"], strict=True))
        table: dict[Any, Any] = words if form == "words" else {word: code for code, word in words.items()}
        if type(container[key]) in (int, str):
            container[key] = table.get(container[key], container[key])
    return made


def models_below(model: Model, came: Mapping[str, Any], path: tuple[Any, ...] = ()) -> Iterator[tuple[Model, Any]]:
    """A model and all models in it, each with the path by which it stands in what came."""
    yield model, path
    for member in model.__wire__.members:
        value = getattr(model, member.attribute)
        if isinstance(value, Model):
            yield from models_below(value, came[member.wire], (*path, member.wire))
        elif isinstance(value, list) and value and isinstance(value[0], Model):
            # What is no object is not among the models, and stays in its place in what came.
            places = [index for index, each in enumerate(came[member.wire]) if isinstance(each, dict)]
            for index, each in zip(places, value, strict=True):
                yield from models_below(each, came[member.wire][index], (*path, member.wire, index))
    for index, payload in getattr(model, "payload_states", {}).items():
        yield from models_below(payload, came[index], (*path, index))


def enums_below(state: Model, came: Mapping[str, Any]) -> dict[tuple[Any, ...], Any]:
    """The enum members of a state by their paths."""
    found: dict[tuple[Any, ...], Any] = {}
    for model, path in models_below(state, came):
        for member in model.__wire__.members:
            value = getattr(model, member.attribute)
            if isinstance(member.codec, codecs.EnumOf) and value is not None:
                found[(*path, member.wire)] = value
            elif isinstance(member.codec, codecs.ListOf) and isinstance(member.codec.item, codecs.EnumOf):
                found |= {(*path, member.wire, index): each for index, each in enumerate(value)}
    return found


def at(came: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        came = came[key]
    return came


def test_every_example_has_the_model_key_of_a_device() -> None:
    assert set(TEXTS) == set(KEYS)
    assert {*KEYS.values()} <= {*TYPES}
    assert len(IN_WORDS) == 2


@by_example
def test_an_example_reads_as_the_type_of_its_model_key_and_is_given_back_as_it_came(name: str) -> None:
    state = state_of(name)
    assert type(state) is type_of(KEYS[name])
    assert dumped(state.to_dict()) == SORTED[name]


@by_example
def test_an_example_departs_in_nothing_from_the_documentation(name: str) -> None:
    assert [*read(KEYS[name], came_of(name)).deviations()] == []


@by_example
def test_every_member_of_an_example_has_a_typed_value(name: str) -> None:
    came = came_of(name)
    for model, path in models_below(state_of(name), came):
        assert model.additional_properties == {}
        for member in model.__wire__.members:
            value = at(came, path).get(member.wire)
            # 0 says of some members, and null of all, that there is nothing to tell.
            if value is not None and value not in getattr(member.codec, "sentinel", ()):
                assert getattr(model, member.attribute) is not None, (*path, member.wire)


@by_form
@by_example
def test_an_example_in_either_form_is_given_back_in_that_form_without_deviations(name: str, form: str) -> None:
    came = in_form(form, name)
    answer = read(KEYS[name], came)
    assert dumped(answer.result.to_dict()) == dumped(came)
    assert [*answer.deviations()] == []


@by_example
def test_an_example_in_words_has_the_same_enum_members_as_in_codes(name: str) -> None:
    codes, words = in_form("codes", name), in_form("words", name)
    from_codes = enums_below(read(KEYS[name], codes).result, codes)
    from_words = enums_below(read(KEYS[name], words).result, words)
    assert from_codes
    assert from_codes.keys() == from_words.keys()
    for path, member in from_codes.items():
        assert member is from_words[path], path
        assert member == from_words[path], path
        assert member.is_known, path
        assert member == at(codes, path), path
        assert member == at(words, path), path
        # Some enums are words in any case; all others did change their form.
        assert (at(codes, path), at(words, path)) == (member.value, member.word or member.value), path
    assert any(type(at(words, path)) is not type(at(codes, path)) for path in from_codes)


@by_form
def test_a_converted_example_in_its_own_form_is_the_example(form: str) -> None:
    for name in TEXTS:
        if (name in IN_WORDS) is (form == "words"):
            assert dumped(in_form(form, name)) == SORTED[name]


@by_form
def test_an_enum_that_is_changed_in_a_state_is_written_as_its_code_and_the_others_keep_their_form(form: str) -> None:
    came = in_form(form, "dock_3")
    state = read("3-3-0", came).result
    state.mode_code = GatewayModeCode.REMOTE_DEBUGGING
    assert state.to_dict() == {**came, "mode_code": 2}


@by_form
def test_an_enum_set_to_what_it_was_keeps_its_form(form: str) -> None:
    came = in_form(form, "dock_3")
    state = read("3-3-0", came).result
    state.mode_code = GatewayModeCode.IDLE
    assert dumped(state.to_dict()) == dumped(came)


@pytest.mark.parametrize("value", ["Idle", "IDLE", "unheard_of", "", 77, -1, 0.0, True, None, [], {}])
def test_a_mode_in_any_form_is_kept_as_it_came(value: object) -> None:
    state = read("3-3-0", {"mode_code": value}).result
    assert dumped(state.to_dict()) == dumped({"mode_code": value})


PAYLOAD_NAMES = (
    "99-0-0",
    "0-0-0",
    "81-0-",
    "99-0-0-0",
    "-1-0-0",
    "99-0-0\n",
    "٣-٠-٠",
    "99-0-0 ",
    "",
    "__wire__",
    "_preserved",
)
"""Names that are the index of a payload, nearly one, or that of something in a model."""


def odd_value(chance: random.Random) -> Any:
    """What a state may hold although nobody would expect it."""
    deep: Any = chance.choice((None, 0, "deep", float("nan")))
    for _ in range(chance.randrange(1, 40)):
        deep = {"deep": deep} if chance.random() < 0.5 else [deep]
    return chance.choice((float("nan"), float("inf"), float("-inf"), 1e308, -0.0, 10**40, "NaN", 32767, 65535, deep))


def mutate_further(state: dict[str, Any], chance: random.Random) -> str:
    """Changes one thing that is odd only in a state, in place, and says what."""
    what = chance.choice(("payload", "known payload", "odd value", "word"))
    if what == "payload":
        value: Any = chance.choice((None, [], 7, "text", {}, {"gimbal_pitch": chance.choice((1, "2", None, []))}))
        name = chance.choice(PAYLOAD_NAMES)
        state[name] = value
        return f"payload {name!r}: {value!r}"
    if what == "known payload":
        for name in [name for name in state if re.fullmatch("[0-9]+-[0-9]+-[0-9]+", name)]:
            state[name] = odd_value(chance)
            return f"payload {name!r} odd"
    container: Any = {"state": state}
    key: Any = "state"
    while container[key] and isinstance(container[key], (dict, list)) and (key == "state" or chance.random() < 0.7):
        container = container[key]
        key = chance.choice([*container] if isinstance(container, dict) else range(len(container)))
    if key == "state":
        return "nothing left"
    container[key] = chance.choice(("Idle", "standby", "gear_5", "on")) if what == "word" else odd_value(chance)
    return f"{what} at {key!r}"


def mutations_of(name: str, mutations: int) -> Iterator[tuple[str, dict[str, Any], random.Random]]:
    """Mutated answers of an example, each with a sentence that identifies it. Some mutate what names the model, too."""
    for index in range(mutations // len(KEYS)):
        chance = random.Random(f"{SEED}-{name}-{index}")
        answer = answer_of(KEYS[name], came_of(name))
        done: list[str] = []
        for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
            state = answer["data"].get("device_state")
            if isinstance(state, dict) and chance.random() < 0.6:
                done.append(mutate_further(state, chance))
            elif isinstance(state, dict) and state and chance.random() < 0.9:
                done.append(mutate(state, chance))
            else:
                done.append(mutate(answer["data"], chance))
        yield f"seed {SEED}, mutation {index} of {name}: {'; '.join(done)}", answer, chance


@by_example
def test_a_mutated_state_is_read_given_back_as_it_came_and_shows_a_change_and_nothing_else(name: str) -> None:
    changed = 0
    for which, came, chance in mutations_of(name, MUTATIONS):
        before = dumped(came)
        try:
            answer = call_of("getDeviceState").read(came)
            state = answer.result
            _ = [*answer.deviations()], repr(state), state.position
            for view in ("is_idle", "is_flying", "heading", "battery_percent"):
                getattr(state, view, None)
            given_back = dumped(answer.to_dict())
        except Exception as error:
            raise AssertionError(f"{which} raised {error!r}: {before}") from error
        assert given_back == before, which

        if answer.data is None or answer.data.device_state is None:
            continue
        model, path = chance.choice([*models_below(state, came["data"]["device_state"])])
        member = chance.choice(model.__wire__.members)
        old, new = getattr(model, member.attribute), another_value(member.codec, chance)
        setattr(model, member.attribute, new)
        # A value that is what it was keeps the form in which it came.
        if dumped(plain(old)) != dumped(plain(new)):
            at(came["data"]["device_state"], path)[member.wire] = plain(new)
            changed += 1
        where = f"{which}; then {type(model).__name__}.{member.attribute} at {path} set to {new!r}"
        assert dumped(answer.to_dict()) == dumped(came), where
        setattr(model, member.attribute, old)
        assert dumped(answer.to_dict()) == before, f"{where}, and back"
    assert changed > MUTATIONS / len(KEYS) / 2


def test_mutations_reach_every_type_of_value_and_every_way_to_be_odd() -> None:
    """Otherwise the test above could hold because nothing happened."""
    seen: set[str] = set()
    for _, answer, _ in mutations_of("matrice_3d_tokens", ALL_MUTATIONS):
        seen |= {type(each[key]).__name__ for each, key in places_in(answer)}
        seen |= {word for word in ("NaN", "Infinity") if word in dumped(answer)}
        seen.add(type(call_of("getDeviceState").read(answer).result).__name__)
        state = answer["data"].get("device_state")
        seen |= {each for each in PAYLOAD_NAMES if isinstance(state, dict) and each in state}
    assert seen >= {"NoneType", "bool", "int", "float", "str", "list", "dict", "NaN", "Infinity", *PAYLOAD_NAMES}
    assert seen >= {"Matrice3DState", "GenericDeviceState"}


@pytest.mark.parametrize("depth", [10, 100, 900])
def test_a_state_that_is_nested_deeply_is_given_back_as_it_came(depth: int) -> None:
    text = '{"added": ' + '[{"deep": ' * (depth // 2) + "1" + "}]" * (depth // 2) + "}"
    state = read("3-3-0", json.loads(text)).result
    assert dumped(state.to_dict()) == dumped(json.loads(text))


def test_an_attribute_set_to_none_takes_the_member_away_and_keeps_the_others() -> None:
    state, came = state_of("dock_3"), came_of("dock_3")
    state.latitude = None
    state.position_state.quality = None
    del came["latitude"], came["position_state"]["quality"]
    assert dumped(state.to_dict()) == dumped(came)


@pytest.mark.parametrize("key", TYPES)
def test_the_model_key_decides_the_type_of_the_state(key: str) -> None:
    assert type(read(key, {"latitude": 47.4}).result) is type_of(key)


def test_the_keys_of_the_transcription_are_those_of_this_table() -> None:
    schemas: dict[str, Any] = bundle()["components"]["schemas"]
    found = {key: name for name, each in schemas.items() for key in each.get("x-flighthub", {}).get("keys", ())}
    assert found == TYPES


@pytest.mark.parametrize(
    "model",
    [
        {},
        {"device_model": None},
        {"device_model": {}},
        {"device_model": "3-3-0"},
        {"device_model": ["3-3-0"]},
        {"device_model": {"key": None}},
        {"device_model": {"key": ""}},
        {"device_model": {"key": "0-103-0"}},
        {"device_model": {"key": "9-999-9"}},
        {"device_model": {"key": " 3-3-0"}},
        {"device_model": {"key": 330}},
        {"device_model": {"key": True}},
        {"device_model": {"key": ["3-3-0"]}},
        {"device_model": {"key": {"3-3-0": 1}}},
        {"device_model": {"domain": "3", "type": "3", "sub_type": "0"}},
    ],
    ids=dumped,
)
def test_a_device_of_a_model_without_a_schema_gives_a_generic_state_that_keeps_everything(
    model: dict[str, Any],
) -> None:
    came = {"code": 0, "message": "", "data": {"device_sn": SN, **model, "device_state": came_of("matrice_4d")}}
    answer = call_of("getDeviceState").read(came)
    state = answer.result
    assert type(state) is GenericDeviceState
    assert dumped(answer.to_dict()) == dumped(came)
    assert state.position == Position(47.397742, 8.545594, 512.37)
    assert state.payload_states["99-0-0"].gimbal_pitch == -45.3
    assert state.additional_properties["battery"]["capacity_percent"] == 76


@pytest.mark.parametrize("data", [{}, {"data": None}, {"data": []}, {"data": "gone"}, {"data": {"device_sn": SN}}])
def test_where_no_state_came_the_result_is_a_state_without_values(data: dict[str, Any]) -> None:
    state = call_of("getDeviceState").read({"code": 0, "message": "", **data}).result
    assert isinstance(state, BaseDeviceState)
    assert state.position is None
    assert state.to_dict() == {}


@pytest.mark.parametrize("state", [None, [], "offline", 7, False])
@pytest.mark.parametrize("key", ["3-3-0", "9-999-9"])
def test_a_state_that_is_no_object_gives_no_values_and_is_kept(key: str, state: object) -> None:
    answer = read(key, state)
    assert answer.result.to_dict() == {}
    assert dumped(answer.to_dict()) == dumped(answer_of(key, state))


def test_a_matrice_30_with_members_of_a_matrice_350_keeps_them_all_and_reads_its_own() -> None:
    came = came_of("matrice_350_rtk") | {"wpmz_version": "1.0.4", "rth_altitude": 60}
    state = read("0-67-0", came).result
    assert type(state) is Matrice30State
    assert dumped(state.to_dict()) == dumped(came)
    assert state.additional_properties.keys() == {"dongle_infos", "camera_watermark_settings"}
    assert (state.wpmz_version, state.rth_altitude) == ("1.0.4", 60)
    assert (state.mode_code, state.is_flying) == (DroneModeCode.MANUAL_FLIGHT, True)
    assert state.position == Position(47.397742, 8.545594, 512.37)
    assert [each.payload_index for each in state.cameras] == ["83-0-0", "82-0-1"]
    assert state.payload_states.keys() == {"83-0-0", "82-0-1"}
    assert state.country == "CH"


@by_example
def test_a_state_under_the_key_of_another_device_keeps_everything_and_reads_what_fits(name: str) -> None:
    came = came_of(name)
    for key in TYPES:
        state = read(key, came).result
        assert type(state) is type_of(key)
        assert dumped(state.to_dict()) == SORTED[name]
        if reports(key, "latitude", "longitude"):
            assert (state.position.latitude, state.position.longitude) == (came["latitude"], came["longitude"])
        known = {member.wire for member in state.__wire__.members}
        for member in state.__wire__.members:
            if type(member.codec) in (codecs.Number, codecs.String) and member.wire in came:
                assert getattr(state, member.attribute) == came[member.wire], (key, member.wire)
        assert not known & state.additional_properties.keys()


@pytest.mark.parametrize("type_", [Dock3State, Matrice4DState, GenericDeviceState], ids=lambda each: each.__name__)
@pytest.mark.parametrize(
    ("came", "position"),
    [
        ({"latitude": 47.4, "longitude": 8.5, "height": 437.6}, Position(47.4, 8.5, 437.6)),
        ({"latitude": -33.9, "longitude": -70.6, "height": -3.5}, Position(-33.9, -70.6, -3.5)),
        ({"latitude": 47.4, "longitude": 8.5}, Position(47.4, 8.5, None)),
        ({"latitude": 47.4, "longitude": 8.5, "height": None}, Position(47.4, 8.5, None)),
        ({"latitude": 0, "longitude": 8.5, "height": 0}, Position(0, 8.5, 0)),
        ({"latitude": 51.5, "longitude": 0.0, "height": 0.0}, Position(51.5, 0.0, 0.0)),
        ({"latitude": "47.4", "longitude": "8.5", "height": "1"}, Position(47.4, 8.5, 1.0)),
        ({"latitude": 90, "longitude": 180}, Position(90, 180, None)),
        ({"latitude": 0, "longitude": 0, "height": 0}, None),
        ({"latitude": 0.0, "longitude": -0.0, "height": 412.7}, None),
        ({"latitude": "0", "longitude": "0"}, None),
        ({"latitude": None, "longitude": None}, None),
        ({"latitude": 47.4}, None),
        ({"longitude": 8.5}, None),
        ({}, None),
        ({"latitude": 90.1, "longitude": 8.5}, None),
        ({"latitude": 47.4, "longitude": -180.1}, None),
        ({"latitude": 3.4e38, "longitude": 3.4e38}, None),
        ({"latitude": float("nan"), "longitude": 8.5}, None),
        ({"latitude": 47.4, "longitude": float("inf")}, None),
        ({"latitude": True, "longitude": True}, None),
        ({"latitude": "north", "longitude": [8.5]}, None),
    ],
    ids=dumped,
)
def test_the_position_is_none_without_a_fix(type_: Any, came: dict[str, Any], position: Position | None) -> None:
    state = type_.from_dict(came)
    assert state.position == position
    assert dumped(state.to_dict()) == dumped(came)


def flying_of(code: int) -> bool | None:
    """What the transcription says of a mode."""
    notes = bundle()["components"]["schemas"]["DroneModeCode"]["x-flighthub"]
    return True if code in notes["flying"] else False if code in notes["grounded"] else None


MODES = bundle()["components"]["schemas"]["DroneModeCode"]["x-flighthub"]
DOCK_MODES = bundle()["components"]["schemas"]["GatewayModeCode"]["x-flighthub"]
AIRCRAFT = tuple(key for key in TYPES if key.startswith("0-"))
DOCKS = tuple(key for key in TYPES if key.startswith("3-"))
CONTROLLERS = tuple(key for key in TYPES if key.startswith("2-"))


@pytest.mark.parametrize(("code", "word"), [*zip(MODES["codes"], MODES["words"], strict=True)])
def test_whether_an_aircraft_flies_is_what_the_documentation_says_of_its_mode(code: int, word: str) -> None:
    for key in (each for each in AIRCRAFT if reports(each, "mode_code")):
        assert read(key, {"mode_code": code}).result.is_flying is flying_of(code), key
        assert read(key, {"mode_code": word}).result.is_flying is flying_of(code), key


def test_the_modes_are_flying_grounded_or_neither() -> None:
    assert [code for code in MODES["codes"] if flying_of(code)] == [*range(3, 13), *range(15, 22)]
    assert [code for code in MODES["codes"] if flying_of(code) is False] == [0, 1, 2, 13]
    assert [word for code, word in enumerate(MODES["words"]) if flying_of(code) is None] == ["not_connected"]


@pytest.mark.parametrize("mode", [22, -1, 255, "orbiting", "", "5", None, True, 5.0, [5], {"code": 5}], ids=repr)
def test_whether_an_aircraft_flies_is_not_known_in_a_mode_that_nobody_documented(mode: object) -> None:
    assert read("0-100-0", {"mode_code": mode}).result.is_flying is None
    assert Matrice4DState.from_dict({}).is_flying is None


@pytest.mark.parametrize(("code", "word"), [*zip(DOCK_MODES["codes"], DOCK_MODES["words"], strict=True)])
def test_a_dock_is_idle_in_the_mode_idle_only(code: int, word: str) -> None:
    for key in (each for each in DOCKS if reports(each, "mode_code")):
        assert read(key, {"mode_code": code}).result.is_idle is (code == 0), key
        assert read(key, {"mode_code": word}).result.is_idle is (code == 0), key


@pytest.mark.parametrize("came", [{}, {"mode_code": None}, {"mode_code": ""}, {"mode_code": [0]}], ids=dumped)
def test_whether_a_dock_is_idle_is_not_known_where_it_does_not_say(came: dict[str, Any]) -> None:
    assert Dock3State.from_dict(came).is_idle is None


@pytest.mark.parametrize(
    ("came", "heading"),
    [(118.5, 118.5), (-180, -180), (0, 0), ("12.5", 12.5), (None, None), ("north", None), ([], None), (True, None)],
)
def test_the_heading_of_an_aircraft_is_where_its_nose_points(came: object, heading: float | None) -> None:
    for key in (each for each in AIRCRAFT if reports(each, "attitude_head")):
        assert read(key, {"attitude_head": came}).result.heading == heading, key
    assert Matrice4DState.from_dict({}).heading is None


@pytest.mark.parametrize(
    ("came", "percent"), [(76, 76), (0, 0), (100, 100), ("76", 76), (None, None), ("full", None), ({}, None)]
)
def test_the_charge_is_that_of_all_batteries_of_an_aircraft_or_of_the_controller(
    came: object, percent: float | None
) -> None:
    for key in (each for each in AIRCRAFT if reports(each, "battery")):
        assert read(key, {"battery": {"capacity_percent": came}}).result.battery_percent == percent, key
    for key in (each for each in CONTROLLERS if reports(each, "capacity_percent")):
        assert read(key, {"capacity_percent": came}).result.battery_percent == percent, key


@pytest.mark.parametrize("battery", [None, [], {}, "full", {"batteries": None}, {"batteries": [{}]}], ids=dumped)
def test_the_charge_of_an_aircraft_is_not_known_without_a_battery(battery: object) -> None:
    assert Matrice4DState.from_dict({"battery": battery}).battery_percent is None
    assert Matrice4DState.from_dict({}).battery_percent is None


def test_a_state_has_the_views_of_its_family_only() -> None:
    families = {"0": BaseAircraftState, "2": BaseControllerState, "3": BaseDockState}
    for key in TYPES:
        state = read(key, {}).result
        assert [each for each in families.values() if isinstance(state, each)] == [families[key[0]]]
        assert hasattr(state, "is_flying") is (key in AIRCRAFT)
        assert hasattr(state, "is_idle") is (key in DOCKS)
        assert hasattr(state, "battery_percent") is (key not in DOCKS)


def sentinels() -> list[tuple[str, str, float]]:
    """Every model with a member that has a value which means unknown."""
    schemas: dict[str, Any] = bundle()["components"]["schemas"]
    return [
        (name, member, value)
        for name, schema in schemas.items()
        for member, described in members(schema).items()
        for value in notes_of(described).get("sentinel", ())
    ]


def test_the_sentinels_are_those_of_the_dossier() -> None:
    assert {(member, value) for _, member, value in sentinels()} == {
        ("capacity_percent", 32767),
        ("voltage", 32767),
        ("temperature", 32767),
        ("temperature", 3276.7),
        ("remain_job_time", 65535),
        ("fts_status", 65535),
        ("activation_time", 0),
    }


@pytest.mark.parametrize(("model", "member", "sentinel"), sentinels())
def test_a_sentinel_reads_as_none_and_is_given_back(model: str, member: str, sentinel: float) -> None:
    type_: Any = getattr(types, model)
    read_ = type_.from_dict({member: sentinel})
    assert getattr(read_, member) is None
    assert read_.to_dict() == {member: sentinel}
    assert read_.raw_value(member) == sentinel
    assert [*read_.deviations()] == []
    assert getattr(type_.from_dict({member: 41}), member) == 41
    setattr(read_, member, 41)
    assert read_.to_dict() == {member: 41}


@pytest.mark.parametrize("form", [float, str], ids=["with decimals", "as text"])
@pytest.mark.parametrize(("model", "member", "sentinel"), sentinels())
def test_a_sentinel_in_another_form_reads_as_none_too(
    model: str, member: str, sentinel: float, form: Callable[[float], object]
) -> None:
    type_: Any = getattr(types, model)
    read_ = type_.from_dict({member: form(sentinel)})
    assert getattr(read_, member) is None
    assert dumped(read_.to_dict()) == dumped({member: form(sentinel)})


def test_a_number_that_is_a_sentinel_elsewhere_is_a_number() -> None:
    state = Matrice4DState.from_dict({"height": 32767, "total_flight_sorties": 65535, "rth_altitude": 0})
    assert (state.height, state.total_flight_sorties, state.rth_altitude) == (32767, 65535, 0)


def test_a_sentinel_in_a_list_of_batteries_leaves_the_other_members_and_batteries_readable() -> None:
    batteries = [{"index": 0, "voltage": 32767, "temperature": 21.5}, {"index": 1, "voltage": 24410}]
    came = {"drone_battery_maintenance_info": {"batteries": batteries}}
    state = Dock3State.from_dict(came)
    assert state.drone_battery_maintenance_info is not None
    read_ = state.drone_battery_maintenance_info.batteries
    assert [(each.voltage, each.temperature) for each in read_] == [(None, 21.5), (24410, None)]
    assert dumped(state.to_dict()) == dumped(came)


@pytest.mark.parametrize(("key", "product"), [*PRODUCTS.items()])
def test_a_device_in_a_list_knows_its_product(key: str, product: object) -> None:
    assert Gateway.from_dict({"sn": SN, "device_model": {"key": key, "name": "a short one"}}).model == product


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ({"key": "9-999-9", "name": "Matrice 5"}, ("9-999-9", "Matrice 5")),
        ({"key": "9-999-9"}, ("9-999-9", "9-999-9")),
        ({"key": "9-999-9", "name": None}, ("9-999-9", "9-999-9")),
        ({"key": None, "name": "Matrice 5"}, None),
        ({}, None),
        (None, None),
        ("3-3-0", None),
    ],
)
def test_a_device_whose_product_is_not_known_tells_what_it_says_of_itself(
    model: object, expected: tuple[str, str] | None
) -> None:
    product = Gateway.from_dict({"sn": SN, "device_model": model}).model
    assert (None if product is None else (product.key, product.name)) == expected


@pytest.mark.parametrize(
    ("index", "where"),
    [("99-0-0", "Main gimbal"), ("165-0-7", "First-person view camera"), ("99-0-9", None), ("", None), (None, None)],
)
def test_a_camera_in_a_list_knows_where_it_is_mounted(index: object, where: str | None) -> None:
    mount_position = AircraftCamera.from_dict({"camera_index": index}).mount_position
    assert mount_position is None if where is None else str(mount_position).startswith(where)


@pytest.mark.parametrize(("key", "camera"), [*CAMERAS.items()])
def test_a_camera_in_a_list_knows_its_product(key: str, camera: Any) -> None:
    for type_ in (AircraftCamera, DockCamera):
        assert type_.from_dict({"camera_index": f"{key}-0"}).name == camera.name


@pytest.mark.parametrize(
    ("index", "name"), [("999-0-0", "999-0-0"), ("nonsense", "nonsense"), ("", ""), (None, None), ([], None)]
)
def test_a_camera_whose_product_is_not_known_has_its_index_as_its_name(index: object, name: str | None) -> None:
    assert AircraftCamera.from_dict({"camera_index": index}).name == name


def test_the_payloads_of_a_state_are_a_mapping_by_their_indexes() -> None:
    state = state_of("matrice_350_rtk")
    assert list(state.payload_states) == ["83-0-0", "82-0-1"]
    assert state.payload_states["83-0-0"].gimbal_pitch == -45.3
    assert state.payload_states["82-0-1"].thermal_gain_mode is None


@pytest.mark.parametrize("key", [*AIRCRAFT, "9-999-9"])
def test_every_aircraft_and_every_unknown_device_has_its_payloads_by_their_indexes(key: str) -> None:
    payload = {"payload_index": "99-0-0", "gimbal_pitch": -90.0, "added": 1}
    state = read(key, {"99-0-0": payload, "1-2-3": {}}).result
    assert state.payload_states.keys() == {"99-0-0", "1-2-3"}
    assert state.payload_states["99-0-0"].gimbal_pitch == -90.0
    assert state.to_dict() == {"99-0-0": payload, "1-2-3": {}}


def test_a_payload_that_is_changed_added_or_removed_shows() -> None:
    state, came = state_of("matrice_350_rtk"), came_of("matrice_350_rtk")
    state.payload_states["83-0-0"].gimbal_pitch = -90
    state.payload_states["61-0-2"] = PayloadState.from_dict({"payload_index": "61-0-2", "zoom_factor": 2.5})
    del state.payload_states["82-0-1"]
    came["83-0-0"]["gimbal_pitch"] = -90
    came["61-0-2"] = {"payload_index": "61-0-2", "zoom_factor": 2.5}
    del came["82-0-1"]
    assert dumped(state.to_dict()) == dumped(came)


@pytest.mark.parametrize("odd", [None, [], "gone", 7, False])
def test_a_payload_that_is_no_object_is_kept_until_one_takes_its_place(odd: object) -> None:
    state = Matrice4DState.from_dict({"99-0-0": odd})
    assert state.payload_states == {}
    assert dumped(state.to_dict()) == dumped({"99-0-0": odd})
    state.payload_states["99-0-0"] = PayloadState.from_dict({"zoom_factor": 2})
    assert state.to_dict() == {"99-0-0": {"zoom_factor": 2}}


@pytest.mark.parametrize("name", ["99-0", "99-0-0-0", "99-0-x", "a99-0-0", " 99-0-0", "-99-0-0", "٩٩-٠-٠", "99_0_0"])
def test_a_name_that_only_looks_like_the_index_of_a_payload_is_kept_and_is_none(name: str) -> None:
    state = Matrice4DState.from_dict({name: {"gimbal_pitch": 1}})
    assert state.payload_states == {}
    assert state.to_dict() == {name: {"gimbal_pitch": 1}}


def test_two_states_do_not_share_their_payloads() -> None:
    first, second = Matrice4DState.from_dict({}), Matrice4DState.from_dict({})
    first.payload_states["99-0-0"] = PayloadState()
    assert second.payload_states == {}
    assert Matrice4DState().payload_states == {}


def test_a_state_made_by_hand_is_written_with_its_payloads() -> None:
    state = Matrice4DState(latitude=47.4, payload_states={"99-0-0": PayloadState(gimbal_yaw=1.5)})
    written = state.to_dict()
    assert (written["latitude"], written["99-0-0"]["gimbal_yaw"]) == (47.4, 1.5)
    assert dumped(Matrice4DState.from_dict(written).to_dict()) == dumped(written)


NUMBER = 19041904
"""A number that stands in these tests only where one is not to be shown."""


def planted(name: str) -> tuple[dict[str, Any], set[str]]:
    """An example with a secret in each place that the transcription keeps from being shown, and the names of these."""
    made = came_of(name)
    found: set[str] = set()
    for container, key, schema in [*described_in(made, schema_of(KEYS[name]))]:
        if resolved(schema).get("format") == "password":
            container[key] = f"{WORD}-{key}"
            found.add(key)
        elif notes_of(schema).get("sensitive"):
            container[key] = [NUMBER + index for index in range(28)]
            found.add(key)
    return made, found


def leaks(texts: list[tuple[str, str]]) -> list[str]:
    """Where a secret is shown."""
    return [where for where, text in texts if WORD in text or str(NUMBER)[:-2] in text]


def test_the_secrets_of_the_examples_are_the_identities_of_sims_and_the_pairing_key() -> None:
    found = {name: planted(name)[1] for name in KEYS}
    assert set().union(*found.values()) == {"imei", "eid", "iccid", "secret_code"}
    assert found["dock_3"] == found["matrice_4d"] == {"imei", "eid", "iccid", "secret_code"}


@by_example
def test_a_state_and_all_in_it_show_no_secret_and_give_it_back(name: str) -> None:
    came, _ = planted(name)
    for key in (KEYS[name], "9-999-9"):
        state = read(key, came).result
        for model, path in models_below(state, came):
            assert leaks([(f"{path}", f"{model!r} {model}")]) == []
        assert leaks([("the deviations", f"{[*read(key, came).deviations()]}")]) == []
        assert dumped(state.to_dict()) == dumped(came)


ODD_SECRETS = (
    NUMBER,
    float(NUMBER),
    [f"{WORD}-list"],
    {"inside": f"{WORD}-object"},
    [[NUMBER]],
    [str(NUMBER), None, NUMBER],
    f"{WORD}-text",
)


@pytest.mark.parametrize("odd", ODD_SECRETS, ids=lambda each: type(each).__name__)
@pytest.mark.parametrize("key", ["3-3-0", "0-100-1", "9-999-9"])
def test_a_secret_of_an_unexpected_form_is_not_shown_and_given_back(key: str, odd: object) -> None:
    sim = {"iccid": odd, "telecom_operator": 1, "added": odd}
    dongle = {"imei": odd, "eid": odd, "esim_infos": [sim, odd], "sim_info": sim}
    came = {"wireless_link_topo": {"secret_code": odd}, "dongle_infos": [dongle], "added": odd}
    answer = read(key, came)
    for model, path in models_below(answer.result, came):
        assert leaks([(f"{path}", f"{model!r} {model}")]) == []
    assert leaks([("the deviations", f"{[*answer.deviations()]}")]) == []
    assert dumped(answer.result.to_dict()) == dumped(came)


def test_a_secret_set_by_hand_is_not_shown() -> None:
    state = state_of("dock_3")
    state.dongle_infos[0].imei = f"{WORD}-imei"
    state.dongle_infos[0].sim_info.iccid = f"{WORD}-iccid"
    state.wireless_link_topo.secret_code = [NUMBER]
    assert leaks([("the state", f"{state!r} {state}")]) == []
    written = state.to_dict()
    assert written["dongle_infos"][0]["imei"] == f"{WORD}-imei"
    assert written["dongle_infos"][0]["sim_info"]["iccid"] == f"{WORD}-iccid"
    assert written["wireless_link_topo"]["secret_code"] == [NUMBER]


@both
@pytest.mark.parametrize("raw", [False, True], ids=["", "raw"])
@pytest.mark.parametrize("name", ["dock_3", "matrice_4d", "rc_plus_2"])
def test_a_call_for_a_state_shows_no_secret(client: str, raw: bool, name: str, server: AnsweringServer) -> None:
    came, _ = planted(name)
    server.answer = http(answer_of(KEYS[name], came))
    with watching() as shown:
        made = using(
            client, lambda fh: (fh.raw if raw else fh).devices.get_state(SN), base_url=server.base_url, token="t"
        )
        shown.show("what came", made)
        state = made.result if raw else made
        shown.show("the state", state)
    assert dumped(state.to_dict()) == dumped(came)
    assert any("record" in where for where, _ in shown.texts)
    assert leaks(shown.texts) == []


@both
def test_a_state_of_another_type_than_expected_shows_no_secret_in_its_error(
    client: str, server: AnsweringServer
) -> None:
    server.answer = http(answer_of("3-3-0", planted("dock_3")[0]))
    with watching() as shown:
        error = attempted(
            shown,
            lambda: using(
                client, lambda fh: fh.devices.get_state(SN, as_=Matrice4DState), base_url=server.base_url, token="t"
            ),
        )
    assert isinstance(error, UnexpectedResponse)
    assert leaks(shown.texts) == []
    assert error.http_status == 200
    assert len(error.request_ids) == 1


@both
@by_example
def test_a_client_gives_the_state_in_the_type_of_its_device(client: str, name: str, server: AnsweringServer) -> None:
    server.answer = http(answer_of(KEYS[name], came_of(name)))
    expected = type_of(KEYS[name])
    with opened(client, base_url=server.base_url) as step:
        for state in (
            step(lambda fh: fh.devices.get_state(SN)),
            step(lambda fh: fh.devices.get_state(SN, as_=expected)),
            step(lambda fh: fh.devices.get_state(device_sn=SN, as_=None)),
        ):
            assert type(state) is expected
            assert dumped(state.to_dict()) == SORTED[name]
    assert len(server.arrivals) == 3
    assert {(each.method, each.path.rpartition(SN)[1]) for each in server.arrivals} == {("GET", SN)}


@both
@pytest.mark.parametrize(
    ("name", "as_"), [("dock_3", Dock2State), ("matrice_3d", Matrice4DState), ("rc_plus", Dock3State)]
)
def test_a_state_of_another_type_than_expected_is_an_error_that_names_both(
    client: str, name: str, as_: type[BaseDeviceState], server: AnsweringServer
) -> None:
    server.answer = http(answer_of(KEYS[name], came_of(name)))
    with pytest.raises(UnexpectedResponse) as caught:
        using(client, lambda fh: fh.devices.get_state(SN, as_=as_), base_url=server.base_url)
    assert re.search(rf"\b{TYPES[KEYS[name]]}\b.*\b{as_.__name__}\b", str(caught.value))
    assert caught.value.operation == "devices.get_state"
    assert len(server.arrivals) == 1


@both
@pytest.mark.parametrize("as_", [BaseDeviceState, BaseDockState, Dock3State], ids=lambda each: each.__name__)
def test_a_state_may_be_expected_as_any_type_that_it_has(
    client: str, as_: type[BaseDeviceState], server: AnsweringServer
) -> None:
    server.answer = http(answer_of("3-3-0", came_of("dock_3")))
    state = using(client, lambda fh: fh.devices.get_state(SN, as_=as_), base_url=server.base_url)
    assert type(state) is Dock3State


@both
def test_a_device_that_nobody_knows_gives_a_generic_state_and_is_no_dock(client: str, server: AnsweringServer) -> None:
    came = {"latitude": 47.4, "longitude": 8.5, "invented": {"member": [1]}, "4242-0-0": {"gimbal_pitch": -90.0}}
    server.answer = http(answer_of("9-999-9", came))
    with opened(client, base_url=server.base_url) as step:
        for state in (
            step(lambda fh: fh.devices.get_state(SN)),
            step(lambda fh: fh.devices.get_state(SN, as_=GenericDeviceState)),
        ):
            assert type(state) is GenericDeviceState
            assert state.position == Position(47.4, 8.5, None)
            assert state.payload_states["4242-0-0"].gimbal_pitch == -90.0
            assert dumped(state.to_dict()) == dumped(came)
        with pytest.raises(UnexpectedResponse, match="GenericDeviceState, not Dock3State"):
            step(lambda fh: fh.devices.get_state(SN, as_=Dock3State))


@both
def test_the_raw_form_gives_status_headers_and_envelope_beside_the_state(client: str, server: AnsweringServer) -> None:
    told = answer_of("0-91-1", came_of("matrice_3d_tokens"))
    server.answer = http(told, headers={"X-Returned": "yes"})
    raw = using(client, lambda fh: fh.raw.devices.get_state(SN), base_url=server.base_url)
    assert (raw.http_status, raw.headers["x-returned"], json.loads(raw.body)) == (200, "yes", told)
    assert type(raw.result) is Matrice3DState
    assert raw.result.is_flying is True
    assert raw.answer.data.device_model.key == "0-91-1"
    assert dumped(raw.answer.to_dict()) == dumped(told)


@both
def test_a_state_with_numbers_that_json_does_not_have_arrives_and_is_kept(client: str, server: AnsweringServer) -> None:
    text = '{"latitude": NaN, "longitude": Infinity, "height": -Infinity, "wind_speed": 1e400, "acc_time": NaN}'
    body = json.dumps(answer_of("3-3-0", "STATE")).replace('"STATE"', text)
    server.answer = http(body)
    state = using(client, lambda fh: fh.devices.get_state(SN), base_url=server.base_url)
    assert type(state) is Dock3State
    assert state.position is None
    assert dumped(state.to_dict()) == dumped(json.loads(text))


COPIES: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{f"pickle {p}": lambda each, p=p: pickle.loads(pickle.dumps(each, p)) for p in (2, pickle.HIGHEST_PROTOCOL)},
}

by_copy = pytest.mark.parametrize("how", COPIES)

ODD_STATE: dict[str, Any] = {
    "latitude": "47.4",
    "longitude": None,
    "height": [],
    "mode_code": "Unheard_Of",
    "cameras": [None, {"payload_index": 7, "added": {}}, "text", {"zoom_factor": "2"}],
    "dongle_infos": [{"imei": f"{WORD}-imei", "eid": 7}],
    "battery": {"batteries": None, "capacity_percent": "76"},
    "offline_map_enable": 1,
    "activation_time": 0,
    "99-0-0": {"thermal_supported_palette_styles": ["white_hot", 1, 4, None], "added": [1]},
    "98-0-0": None,
    "added": {"deep": [{"deeper": None}]},
}


@by_copy
@by_example
def test_a_copy_of_a_state_is_equal_and_gives_back_everything(name: str, how: str) -> None:
    for form in ("codes", "words"):
        state = read(KEYS[name], in_form(form, name)).result
        copied = COPIES[how](state)
        assert type(copied) is type(state)
        assert copied == state
        assert dumped(copied.to_dict()) == dumped(in_form(form, name))
        assert repr(copied) == repr(state)


@by_copy
@pytest.mark.parametrize("key", ["0-100-1", "9-999-9", "3-3-0"])
def test_a_copy_of_an_odd_state_is_equal_and_gives_back_everything(key: str, how: str) -> None:
    state = read(key, ODD_STATE).result
    copied = COPIES[how](state)
    assert copied == state
    assert dumped(copied.to_dict()) == dumped(ODD_STATE)
    assert WORD not in repr(copied)
    assert [*copied.deviations()] == [*state.deviations()]
    copied.latitude = 1.5
    assert dumped(copied.to_dict()) == dumped({**ODD_STATE, "latitude": 1.5})
    assert dumped(state.to_dict()) == dumped(ODD_STATE)


@by_copy
@pytest.mark.parametrize("came", ["nan", "NaN", "inf", "-Infinity", float("nan"), float("inf")], ids=repr)
def test_a_copy_keeps_what_python_takes_for_no_number(came: object, how: str) -> None:
    copied = COPIES[how](Dock3State.from_dict({"wind_speed": came, "heading": 1}))
    assert dumped(copied.to_dict()) == dumped({"wind_speed": came, "heading": 1})


@pytest.mark.parametrize("how", [how for how in COPIES if how != "copy"])
def test_a_change_of_a_deep_copy_does_not_show_in_the_original(how: str) -> None:
    state = read("0-100-1", ODD_STATE).result
    copied = COPIES[how](state)
    copied.payload_states["99-0-0"].gimbal_pitch = 1.5
    copied.payload_states["1-2-3"] = PayloadState()
    copied.cameras[1].zoom_factor = 5.0
    copied.cameras.append(copied.cameras[0])
    copied.additional_properties["added"]["deep"].append(1)
    copied.dongle_infos[0].imei = "another"
    assert dumped(state.to_dict()) == dumped(ODD_STATE)
    assert len(copied.to_dict()["cameras"]) == 5


@by_example
def test_two_states_are_equal_if_all_that_came_is_equal(name: str) -> None:
    assert state_of(name) == state_of(name)
    assert state_of(name) != read("9-999-9", came_of(name)).result
    for member in came_of(name):
        came = came_of(name)
        del came[member]
        assert read(KEYS[name], came).result != state_of(name), member
    assert read(KEYS[name], {**came_of(name), "added": None}).result != state_of(name)


def test_reading_a_state_does_not_change_what_was_read_and_does_not_keep_it() -> None:
    came = came_of("matrice_4d")
    state = read("0-100-1", came).result
    for model, _ in [*models_below(state, came_of("matrice_4d"))]:
        for member in model.__wire__.members:
            setattr(model, member.attribute, None)
    state.payload_states.clear()
    assert dumped(came) == SORTED["matrice_4d"]


STATES = {getattr(types, name).__module__.rpartition(".")[2] for name in (*TYPES.values(), "GenericDeviceState")}
"""The modules of the states."""

GET = (
    "from flighthub import FlightHub\n"
    "with FlightHub(token='t', project=sys.argv[3], base_url=sys.argv[1]) as fh:\n"
    "    assert type(fh.devices.get_state('SN')).__name__ == sys.argv[2]"
)


@pytest.mark.parametrize(
    "code",
    [
        "import flighthub",
        "import flighthub.types",
        "import flighthub_api",
        "from flighthub import FlightHub\nFlightHub(token='t', region='eu').close()",
        "from flighthub import FlightHub\nfh = FlightHub(token='t', region='eu')\nfh.devices.get_state\nfh.close()",
    ],
)
def test_no_state_is_imported_before_one_is_read(code: str) -> None:
    assert below(MODEL, imported_after(code)) == set()


@pytest.mark.parametrize(
    ("name", "key", "module"),
    [
        ("dock_3", "3-3-0", "dock_3_state"),
        ("matrice_4d", "0-100-1", "matrice_4d_state"),
        ("dock_3", "9-999-9", "generic_device_state"),
    ],
)
def test_reading_a_state_imports_the_state_of_no_other_product(
    name: str, key: str, module: str, server: AnsweringServer
) -> None:
    server.answer = http(answer_of(key, came_of(name)))
    modules = imported_after(GET, server.base_url, TYPES.get(key, "GenericDeviceState"), PROJECT)
    assert below(MODEL, modules) & STATES == {module}
    assert "device_state" in below(MODEL, modules)
    if key == "3-3-0":
        assert not [each for each in below(MODEL, modules) if each.startswith(("matrice", "mavic", "rc_", "dock_1"))]
