"""Events are verified with the key that the other commands use."""

from __future__ import annotations

import hashlib
import hmac

from client.answering_server import AnsweringServer

from .calling import call

BODY = b'{"type":"device_exit_return_home","data":{"sn":"7CTDEXAMPLE0001","reason":5}}'


def test_an_event_that_is_signed_is_printed(server: AnsweringServer) -> None:
    signature = hmac.new(b"key-of-the-tests", BODY, hashlib.sha256).hexdigest()
    called = call("webhook", "verify", "-", "--signature", signature, stdin=BODY)
    assert called.code == 0, called.err
    assert called.data["data"]["sn"] == "7CTDEXAMPLE0001"
    assert server.arrivals == []


def test_one_that_is_not_ends_with_3(server: AnsweringServer) -> None:
    called = call("webhook", "verify", "-", "--signature", "0" * 64, stdin=BODY)
    assert (called.code, called.out) == (3, "")
    assert "key-of-the-tests" not in called.err
    assert call("webhook", "verify", "/nowhere", "--signature", "x").code == 2
