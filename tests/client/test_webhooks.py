"""Events are read whatever they hold, verified by what is known of their signature, and told apart."""

from __future__ import annotations

import base64
import copy
import hashlib
import hmac
import json
import pickle
import random
import traceback
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, ClassVar

import pytest

from flighthub import Event, FlightHubError, InvalidArgument, InvalidSignature, Secret, types, webhooks
from flighthub_api import EVENTS
from flighthub_runtime.events import UnknownEvent

from .transcription import EXAMPLES

KEY = "org-key-made-up-0123456789"
BODY = (
    b'{"type":"media_file_uploaded","data":{"organization_id":"00000000-0000-4000-8000-000000000001",'
    b'"project_id":"00000000-0000-4000-8000-000000000002","file_id":"00000000-0000-4000-8000-000000000003",'
    b'"file_name":"DJI_20260101120000_0001_V.JPG","file_type":"jpeg","file_size":1048576,'
    b'"device_sn":"1581F0000000000TEST1","flight_id":"00000000-0000-4000-8000-000000000004"}}'
)
HEX = "cd6da4418b4c1777024f7ecbe662287f771af3dfcc759f1fea0ef521296f219a"
BASE64 = "zW2kQYtMF3cCT37L5mIof3ca89/MdZ8f6g71ISlvIZo="
REWRITTEN = "c62281d8f7209f09cfc0376c649f84bf0389503b70a79c6b4ef5536653985369"
EMPTY = "34506f54c61e58b685567e63799b10624526b1ea927132bb45226d6505ff21b2"
"""The vectors of the dossier: made with two tools, not by DJI."""

MINUTE = datetime(2026, 3, 2, 9, 15, 30, tzinfo=UTC)


def example(name: str) -> dict[str, Any]:
    """The example of an event."""
    found: dict[str, Any] = json.loads((EXAMPLES / f"{name}.event.json").read_text(encoding="utf-8"))
    return found


def text(event: Any) -> str:
    return json.dumps(event)


class TestSignature:
    @pytest.mark.parametrize("signature", [HEX, HEX.upper(), f"sha256={HEX}", f"SHA256={HEX}", BASE64, f"  {HEX} "])
    def test_each_way_of_writing_the_mac_is_accepted(self, signature: str) -> None:
        webhooks.verify(BODY, signature, KEY)

    @pytest.mark.parametrize(
        "signature",
        [
            REWRITTEN,
            EMPTY,
            None,
            "",
            "   ",
            HEX[:-1],
            HEX + "0",
            "ü" * 64,
            "sha256=",
            f"sha512={HEX}",
            f"v1={HEX}",
            BASE64[:-1],
            BASE64 + "=",
            base64.b64encode(b"short").decode(),
            base64.b64encode(bytes.fromhex(HEX) * 2).decode(),
            "0" * 64,
            "a" * 1_000_000,
            "\ud800",
        ],
    )
    def test_everything_else_is_refused_by_the_one_error(self, signature: str | None) -> None:
        with pytest.raises(InvalidSignature):
            webhooks.verify(BODY, signature, KEY)

    def test_the_vectors_are_as_long_as_the_dossier_says(self) -> None:
        assert len(BODY) == 366
        assert len(json.dumps(json.loads(BODY))) == 384

    def test_the_vectors_of_other_texts_are_right_for_those(self) -> None:
        webhooks.verify(json.dumps(json.loads(BODY)).encode(), REWRITTEN, KEY)
        webhooks.verify(b"", EMPTY, KEY)

    @pytest.mark.parametrize("changed", [BODY + b" ", BODY[:-1], BODY.replace(b"jpeg", b"JPEG"), b""])
    def test_another_body_is_refused(self, changed: bytes) -> None:
        with pytest.raises(InvalidSignature, match="not that of this body and this key"):
            webhooks.verify(changed, HEX, KEY)

    def test_another_key_is_refused(self) -> None:
        with pytest.raises(InvalidSignature):
            webhooks.verify(BODY, HEX, KEY + "0")

    @pytest.mark.parametrize("body", [BODY, bytearray(BODY), memoryview(BODY)])
    def test_bytes_of_each_sort_are_taken(self, body: Any) -> None:
        webhooks.verify(body, HEX, Secret(KEY))

    @pytest.mark.parametrize("body", [BODY.decode(), json.loads(BODY), None])
    def test_what_was_decoded_already_is_no_body(self, body: Any) -> None:
        with pytest.raises(InvalidArgument, match="body: must be the bytes as they arrived"):
            webhooks.verify(body, HEX, KEY)

    @pytest.mark.parametrize("key", ["", None, b"key", 5, Secret("")])
    def test_an_empty_key_signs_nothing(self, key: Any) -> None:
        signature = hmac.new(b"", BODY, hashlib.sha256).hexdigest()
        with pytest.raises(InvalidArgument, match="key: must be the organization key"):
            webhooks.verify(BODY, signature, key)


class Items:
    """Headers as some frameworks have them: no Mapping, but with items."""

    def __init__(self, *pairs: tuple[str, str]) -> None:
        self.pairs = pairs

    def items(self) -> list[tuple[str, str]]:
        return [*self.pairs]


class TestHeaders:
    @pytest.mark.parametrize(
        "headers",
        [
            {"x-dji-signature": HEX},
            {"X-DJI-Signature": HEX, "Content-Type": "application/json"},
            [("Host", "example.com"), ("X-Dji-Signature", HEX)],
            [(b"host", b"example.com"), (b"x-dji-signature", HEX.encode())],
            {"HTTP_X_DJI_SIGNATURE": HEX, "wsgi.version": (1, 0), "wsgi.input": object()},
            Items(("X-DJI-SIGNATURE", HEX)),
            [("x-dji-signature", HEX), ("X-DJI-Signature", HEX)],
        ],
    )
    def test_the_signature_is_found_however_headers_come(self, headers: Any) -> None:
        webhooks.verify(BODY, headers, KEY)

    @pytest.mark.parametrize(
        "headers",
        [{}, [], {"X-Signature": HEX}, {"x-dji-signature": ""}, {"x-dji-signature": None}, {5: HEX}, [HEX], 5],
    )
    def test_without_the_header_there_is_no_signature(self, headers: Any) -> None:
        with pytest.raises(InvalidSignature, match="has no signature"):
            webhooks.verify(BODY, headers, KEY)

    def test_two_signatures_are_none(self) -> None:
        with pytest.raises(InvalidSignature, match="more than one"):
            webhooks.verify(BODY, [("x-dji-signature", HEX), ("x-dji-signature", EMPTY)], KEY)

    @pytest.mark.parametrize("signature", [HEX[::-1], "no signature", None])
    def test_an_event_of_the_other_product_is_named(self, signature: str | None) -> None:
        headers = {"X-DJI-Timestamp": "1700000000", "X-DJI-Nonce": "n", "X-DJI-Signature": signature}
        with pytest.raises(InvalidSignature, match="DJI Delivery, another product"):
            webhooks.verify(BODY, headers, KEY)

    def test_nothing_is_said_of_the_other_product_without_its_header(self) -> None:
        with pytest.raises(InvalidSignature) as caught:
            webhooks.verify(BODY, {"X-DJI-Signature": EMPTY}, KEY)
        assert "Delivery" not in str(caught.value)


class TestParsing:
    @pytest.mark.parametrize("name", EVENTS)
    def test_the_example_of_an_event_has_its_class_and_comes_back(self, name: str) -> None:
        record, told = EVENTS[name], example(name)
        event = webhooks.parse(text(told))
        assert type(event) is record.event_class is getattr(types, record.class_name)
        assert (event.kind, event.form, event.is_known) == (record.kind, record.form, True)
        assert event.to_dict() == told
        assert [*event.deviations()] == []

    @pytest.mark.parametrize("name", [name for name, each in EVENTS.items() if each.form == "event_api"])
    def test_data_as_json_text_is_read_alike_and_comes_back_as_text(self, name: str) -> None:
        told = example(name)
        as_text = {**told, "data": json.dumps(told["data"])}
        event = webhooks.parse(text(as_text).encode())
        assert type(event) is EVENTS[name].event_class
        assert event.data == webhooks.parse(text(told)).data
        assert event.to_dict() == as_text
        assert [*event.deviations()] == []

    def test_a_change_of_what_came_as_text_is_written(self) -> None:
        event = webhooks.parse(text({"type": "media_file_uploaded", "data": '{"file_id": "a", "odd": [null]}'}))
        event.data.file_id = "b"
        assert json.loads(event.to_dict()["data"]) == {"file_id": "b", "odd": [None]}

    @pytest.mark.parametrize("body", [BODY, BODY.decode(), bytearray(BODY), memoryview(BODY), b"\xef\xbb\xbf" + BODY])
    def test_bytes_and_text_are_taken(self, body: Any) -> None:
        assert webhooks.parse(body).data.file_size == 1048576

    @pytest.mark.parametrize("name", EVENTS)
    def test_every_member_may_be_missing(self, name: str) -> None:
        record = EVENTS[name]
        bare = {"type": record.kind} if record.form == "event_api" else {"notify_type": record.kind}
        if not record.recognized_by:
            assert type(webhooks.parse(text(bare))) is record.event_class
            assert webhooks.parse(text(bare)).to_dict() == bare

    def test_the_other_spelling_is_the_same_kind(self) -> None:
        told = {"type": "file_sync_success", "data": {"TaskID": "t", "file_id": "f"}}
        event = webhooks.parse(text(told))
        assert (event.kind, event.data.task_id) == ("sync_file_success", "t")
        assert event.to_dict() == told

    @pytest.mark.parametrize("kind", ["stream_url", "converter_update", ""])
    def test_a_stream_address_is_told_by_its_members(self, kind: str) -> None:
        told = {**example("rtsp_url_update"), "type": kind}
        event = webhooks.parse(text(told))
        assert (event.kind, event.form, event.data.converter_name) == ("rtsp_url_update", "event_api", "Gate")
        assert event.to_dict() == told

    @pytest.mark.parametrize(
        ("told", "kind", "form", "data"),
        [
            ({"type": "tide", "data": {"a": 1}, "more": 2}, "tide", "event_api", {"a": 1}),
            ({"type": "tide", "data": '{"a": 1}'}, "tide", "event_api", {"a": 1}),
            ({"type": "tide", "data": "[1]"}, "tide", "event_api", "[1]"),
            ({"type": "tide"}, "tide", "event_api", None),
            ({"notify_type": "home_info", "sn": "S"}, "home_info", "flighthub_sync", None),
            ({"type": 5, "data": {}}, "5", "event_api", {}),
            ({}, "", "", None),
            ({"ping": True}, "", "", None),
        ],
    )
    def test_an_unknown_kind_is_an_open_event(self, told: Any, kind: str, form: str, data: Any) -> None:
        event = webhooks.parse(text(told))
        assert isinstance(event, UnknownEvent)
        assert (event.kind, event.form, event.is_known, event.data) == (kind, form, False, data)
        assert event.to_dict() == told

    def test_what_belongs_to_both_forms_goes_by_its_data(self) -> None:
        both = {"type": "device_exit_return_home", "notify_type": "device_exit_return_home"}
        assert webhooks.parse(text(both)).form == "flighthub_sync"
        assert webhooks.parse(text({**both, "data": {}})).form == "event_api"

    def test_the_data_of_the_older_form_are_its_members(self) -> None:
        event = webhooks.parse(text(example("flighthub_sync_file_uploaded")))
        assert isinstance(event, types.FlightHubSyncEvent)
        assert event.data["prj_name"] == event.prj_name == "Quarry survey"
        assert "notify_type" not in event.data

    @pytest.mark.parametrize(
        "told",
        [
            {"type": "tide", "data": None},
            {"notify_type": "file_uploaded", "task_info": {"task_type": None}},
            {"type": "map_geo_elements_update", "data": {"sync_type": None}},
        ],
    )
    def test_a_null_where_any_value_may_be_comes_back_and_is_as_documented(self, told: Any) -> None:
        event = webhooks.parse(text(told))
        assert event.to_dict() == told
        assert [*event.deviations()] == []

    @pytest.mark.parametrize("data", [5, [1], None, True, "no JSON", "[", {"file_size": "much", "labels": None}])
    def test_data_of_another_form_reads_as_nothing_and_comes_back(self, data: Any) -> None:
        told = {"type": "media_file_uploaded", "data": data}
        event = webhooks.parse(text(told))
        assert event.data is None or event.data.file_size is None
        assert event.to_dict() == told

    @pytest.mark.parametrize(
        ("body", "says"),
        [
            (b"", "is not JSON"),
            ("", "is not JSON"),
            (b"{", "is not JSON"),
            (b"\xff\xfe\xfd", "is not"),
            (b'{"type": "\xff"}', "is not text in UTF-8"),
            (b"[]", "is not the JSON of an object"),
            ("null", "is not the JSON of an object"),
            ('"text"', "is not the JSON of an object"),
            (b"[" * 100_000, "is not JSON"),
            (b'{"a":' * 60_000 + b"1" + b"}" * 60_000, "is"),
            ('{"type": "tide", "data": ' + "[" * 80 + "]" * 80 + "}", "nested more than 64 deep"),
            (json.dumps({"type": "tide", "data": '{"a":' * 80 + "1" + "}" * 80}), "nested more than 64 deep"),
            (b" " * (webhooks.LARGEST + 1), "more than 1000000 bytes"),
            ("é" * (webhooks.LARGEST // 2 + 1), "more than 1000000 bytes"),
            (json.dumps({"a": "9" * 10}).replace('"9999999999"', "9" * 5000), "is not JSON"),
            (None, "must be bytes or text"),
            ({"type": "tide"}, "must be bytes or text"),
        ],
    )
    def test_what_is_no_event_is_refused_by_the_one_error(self, body: Any, says: str) -> None:
        with pytest.raises(InvalidArgument, match=f"^body: .*{says}"):
            webhooks.parse(body)

    @pytest.mark.parametrize("name", EVENTS)
    def test_an_event_is_copied_and_pickled(self, name: str) -> None:
        event = webhooks.parse(text(example(name)))
        assert copy.deepcopy(event).to_dict() == pickle.loads(pickle.dumps(event)).to_dict() == event.to_dict()

    def test_the_base_is_the_public_class(self) -> None:
        assert Event.__module__ == "flighthub"
        assert isinstance(webhooks.parse(BODY), Event)


class TestSecrets:
    TOLD: ClassVar[dict[str, dict[str, Any]]] = {
        "rtsp_url_update": {"converter_id": "c", "url": "rtsp://planted-url", "password": "planted-password"},
        "ai_alert_record": {"file_url": "https://x/planted-file", "thumbnail_url": "https://x/planted-small"},
        "map_geo_elements_update": {"download_url": "https://x/planted-export"},
        "model_zip_change": {"zip_file_key": "https://x/planted-zip"},
        "tide": {"address": "planted-unknown"},
    }

    @pytest.mark.parametrize("kind", TOLD)
    @pytest.mark.parametrize("form", [dict, json.dumps])
    def test_links_and_passwords_are_not_shown_and_are_there(self, kind: str, form: Callable[..., Any]) -> None:
        event = webhooks.parse(text({"type": kind, "data": form(self.TOLD[kind])}))
        # What is not known is a dict, which shows itself to who asks for it.
        assert "planted" not in f"{event!r} {event} {event.data if event.is_known else ''!r}"
        assert json.dumps(event.to_dict()).count("planted") == sum(
            "planted" in each for each in self.TOLD[kind].values()
        )

    @pytest.mark.parametrize(
        "work",
        [
            lambda: webhooks.parse(b'{"type": "tide", "data": "planted'),
            lambda: webhooks.parse('["planted"]'),
            lambda: webhooks.verify(
                b"planted", {"x-dji-signature": "planted" * 3, "authorization": "planted"}, "planted"
            ),
            lambda: webhooks.verify(b"planted", EMPTY, "planted-key"),
            lambda: webhooks.verify("planted", EMPTY, "planted-key"),  # type: ignore[arg-type]
        ],
    )
    def test_no_error_shows_the_body_or_the_key(self, work: Callable[[], Any]) -> None:
        with pytest.raises(FlightHubError) as caught:
            work()
        shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
        ours = [each for each in shown.stack if "overrides" in each.filename]
        assert ours
        assert "planted" not in str([each.locals for each in ours])
        assert "planted" not in str(caught.value)
        assert caught.value.__cause__ is None
        assert caught.value.__context__ is None


class TestDeduplication:
    @pytest.mark.parametrize(
        ("told", "key"),
        [
            ({"type": "media_file_uploaded", "data": {"file_id": "f-1"}}, "media_file_uploaded/f-1"),
            ({"type": "sync_file_success", "data": {"file_id": "f-1"}}, "sync_file_success/f-1"),
            ({"type": "file_sync_success", "data": '{"file_id": "f-1"}'}, "sync_file_success/f-1"),
            ({"type": "ai_alert_record", "data": {"alert_uuid": "a-1"}}, "ai_alert_record/a-1"),
            ({"type": "wayline_file_uploaded", "data": {"id": "w-1"}}, "wayline_file_uploaded/w-1"),
            ({"type": "model_post_reconstruction", "data": {"id": 9021}}, "model_post_reconstruction/9021"),
            (
                {
                    "type": "model_reconstruction_percent_change",
                    "data": {"model_uuid": "m", "model_status": 14, "reconstruction_progress": 40},
                },
                "model_reconstruction_percent_change/m/14/40",
            ),
            (
                {"type": "model_zip_change", "data": {"model_uuid": "m", "zip_status": 1, "zip_progress": 0}},
                "model_zip_change/m/1/0",
            ),
            ({"type": "map_geo_elements_update", "data": {"sync_id": "s"}}, "map_geo_elements_update/s"),
            (
                {"type": "device_exit_return_home", "data": {"sn": "S", "reason": 5}},
                "device_exit_return_home/S/5/2026-03-02T09:15Z",
            ),
            ({"type": "media_file_uploaded", "data": {"file_id": "a/b c%"}}, "media_file_uploaded/a%2Fb%20c%25"),
        ],
    )
    def test_the_key_is_kind_and_id(self, told: Any, key: str) -> None:
        assert webhooks.deduplication_key(webhooks.parse(text(told)), received=MINUTE) == key

    @pytest.mark.parametrize("name", EVENTS)
    def test_a_repeat_has_the_same_key_and_other_events_have_others(self, name: str) -> None:
        bodies = {each: text(example(each)) for each in EVENTS}
        keys = {each: webhooks.deduplication_key(webhooks.parse(body), body, MINUTE) for each, body in bodies.items()}
        assert webhooks.deduplication_key(webhooks.parse(bodies[name]), bodies[name].encode(), MINUTE) == keys[name]
        assert len({*keys.values()}) == len(EVENTS)

    @pytest.mark.parametrize(
        "told",
        [
            {"type": "tide", "data": {}},
            {"type": "media_file_uploaded", "data": {}},
            {"type": "media_file_uploaded", "data": {"file_id": ""}},
            {"type": "media_file_uploaded", "data": {"file_id": None}},
            {"type": "media_file_uploaded"},
            {"type": "rtsp_url_update", "data": {"converter_id": "c", "url": "u"}},
            {"notify_type": "file_uploaded", "files": []},
        ],
    )
    def test_what_has_no_id_goes_by_its_body(self, told: Any) -> None:
        body = text(told).encode()
        key = webhooks.deduplication_key(webhooks.parse(body), body)
        assert key == f"sha256:{hashlib.sha256(body).hexdigest()}"
        assert webhooks.deduplication_key(webhooks.parse(body), body + b" ") != key
        assert webhooks.deduplication_key(webhooks.parse(body)).startswith("sha256:")

    def test_a_broken_off_return_counts_once_a_minute_whatever_the_time_zone(self) -> None:
        event = webhooks.parse(text(example("device_exit_return_home")))
        keys = [
            webhooks.deduplication_key(event, received=moment)
            for moment in (
                MINUTE,
                MINUTE + timedelta(seconds=29),
                MINUTE.astimezone(timezone(timedelta(hours=5.5))),
                MINUTE + timedelta(seconds=30),
            )
        ]
        assert keys[0] == keys[1] == keys[2] != keys[3]
        now = webhooks.deduplication_key(event)
        assert now.startswith("device_exit_return_home/1581FEXAMPLE00001/5/20")


ODD = [
    None, True, False, 0, -1, 2**63, 1e308, float("nan"), float("inf"), "", " ", "\ud800", "ü", "5", "{}", "[]", "null",
    '{"file_id": 1}', [], {}, [[]], [None], {"": None}, {"data": {}}, 10**400, "x" * 1000,
]  # fmt: skip


def mutated(value: Any, chance: random.Random) -> Any:
    """A JSON value with something changed somewhere in it."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        name = chance.choice([*value])
        match chance.randrange(5):
            case 0:
                return {key: each for key, each in value.items() if key != name}
            case 1:
                return {**value, chance.choice(["type", "notify_type", "data", "TaskID", "x", "kind", ""]): value[name]}
            case 2:
                return {(chance.choice(["Type", "DATA", key]) if key == name else key): e for key, e in value.items()}
            case _:
                return {**value, name: mutated(value[name], chance)}
    if isinstance(value, list) and value and chance.random() < 0.8:
        return [mutated(each, chance) for each in value] * chance.choice([1, 1, 2])
    if chance.random() < 0.15:
        return json.dumps(value)
    return copy.deepcopy(chance.choice(ODD))


def test_ten_thousand_mutations_of_events_raise_nothing() -> None:
    chance = random.Random(19)
    examples = [example(name) for name in EVENTS]
    known = unknown = refused = 0
    for _ in range(10_000):
        told: Any = chance.choice(examples)
        for _ in range(chance.randrange(1, 5)):
            told = mutated(told, chance)
        body = json.dumps(told).encode()
        if chance.random() < 0.2:
            place = chance.randrange(len(body) + 1)
            body = body[:place] + chance.randbytes(chance.randrange(3)) + body[place + chance.randrange(3) :]
        try:
            event = webhooks.parse(body)
        except InvalidArgument:
            refused += 1
            continue
        known, unknown = known + event.is_known, unknown + (not event.is_known)
        parsed = json.loads(body)
        assert json.dumps(event.to_dict(), sort_keys=True) == json.dumps(parsed, sort_keys=True), body
        assert webhooks.deduplication_key(event, body, MINUTE) == webhooks.deduplication_key(event, body, MINUTE)
        repr(event), event.kind, event.form, event.data, [*event.deviations()]
    assert min(known, unknown, refused) > 500, (known, unknown, refused)
