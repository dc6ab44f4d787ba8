"""Text arrives as it was typed, byte for byte; everything else in the form that the API wants."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from client.answering_server import AnsweringServer

from .calling import call

PLAIN = (
    *(
        "1E5",
        "007",
        "null",
        "2024",
        "true",
        "false",
        "None",
        "NaN",
        "-1",
        "1.0",
        "0x10",
        "1_000",
        "+5",
        "1e-9",
        "Infinity",
    ),
    *(
        "-",
        "--",
        "--name",
        "-x",
        "--yes",
        "@",
        "@file",
        "@-",
        "@@",
        "=",
        "a=b",
        "--a=b",
        "#",
        "# comment",
        "!",
        "!x",
        "~",
        "~root",
    ),
    *(
        "'",
        '"',
        "`",
        "''",
        '""',
        "\\",
        "\\n",
        "\\0",
        "%",
        "%s",
        "%(name)s",
        "{}",
        "{0}",
        "{name}",
        "$",
        "$HOME",
        "${x}",
        "$(x)",
    ),
    *(
        "*",
        "?",
        "[a]",
        "[",
        "]",
        "{",
        "}",
        "[]",
        '{"a": 1}',
        "[1, 2]",
        "(",
        ")",
        "<",
        ">",
        "|",
        ";",
        "&",
        "&&",
        ",",
        ".",
        ":",
    ),
    *(
        " ",
        "  a  ",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "a\nb",
        "a\tb",
        "\x01",
        "\x1b[31mred",
        "\x7f",
        "\x85",
        "\xa0",
        "\u200b",
        "\u2028",
    ),
    *(
        "é",
        "e\u0301",
        "ß",
        "İ",
        "ı",
        "ﬁ",
        "Ω",
        "Ω",
        "中文",
        "日本語",
        "한국어",
        "العربية",
        "עברית",
        "🛸",
        "👩‍✈️",
        "𝔘",
        "\u202eabc",
        "\ufeff",
        "\ufffd",
    ),
    *(
        "2026-03-01",
        "2026-03-01T10:30",
        "10:30",
        "P1D",
        "00000",
        "1e400",
        "9" * 40,
        "0.1" + "0" * 30,
        "yes",
        "no",
        "on",
        "off",
    ),
    *(
        "../../etc/passwd",
        "/",
        "C:\\x",
        "http://a/b?c=d&e=f#g",
        "a/b",
        "a b",
        "<b>",
        "&amp;",
        "]]>",
        "--help",
        "-h",
        "--version",
    ),
)


def nasty() -> list[str]:
    chance = random.Random(21)
    alphabet = [
        chr(each) for each in (*range(1, 127), *range(0xA1, 0x250), *range(0x4E00, 0x4E40), *range(0x1F600, 0x1F620))
    ]
    found = list(dict.fromkeys(PLAIN))
    while len(found) < 300:
        text = "".join(chance.choice(alphabet) for _ in range(chance.randint(1, 40)))
        if text not in found:
            found.append(text)
    return found


def body(server: AnsweringServer) -> Any:
    return json.loads(server.arrivals[-1].body)


def test_three_hundred_nasty_texts_arrive_as_they_were_typed(server: AnsweringServer) -> None:
    texts = nasty()
    assert len(texts) == 300
    arrived = []
    for text in texts:
        called = call("waylines", "finish-upload", "--name", text, "--object-key", f"k{text}")
        assert called.code in (0, 7), (text, called.err)  # the answer has no id, which is nobody's concern here
        arrived.append(body(server)["name"])
        assert body(server)["object_key"] == f"k{text}"
    assert arrived == texts


def test_they_arrive_the_same_through_a_process_and_its_command_line(server: AnsweringServer) -> None:
    # A list takes many in one call; a process for each would take minutes. What is empty is no index.
    texts = [f"x{text}" for text in nasty()]
    options = [word for text in texts for word in ("--payload-index", text)]
    command = [sys.executable, "-m", "flighthub", "devices", "acquire-control", "--drone-sn", "1", *options, "--yes"]
    done = subprocess.run(command, env=dict(os.environ), capture_output=True, check=False)
    assert server.arrivals, done.stderr
    assert body(server)["payload_index"] == texts


@pytest.mark.parametrize(
    ("typed", "sent"),
    [('{"interval": 1}', {"interval": 1}), ('{"days_of_week": [1, 2]}', {"days_of_week": [1, 2]})],
)
def test_an_object_is_json_a_file_or_standard_input(typed: str, sent: Any, write: Callable[[str], Path]) -> None:
    words = ["flight-tasks", "create", *("--name", "n", "--sn", "s", "--wayline-uuid", "w", "--time-zone", "UTC")]
    words += ["--rth-altitude", "80", "--rth-mode", "optimal", "--wayline-precision-type", "rtk"]
    words += ["--out-of-control-action-in-flight", "return_home", "--resumable-status", "manual"]
    words += ["--task-type", "recurring", "--begin-at", "2030-03-01T00:00Z", "--end-at", "1901000000"]
    words += ["--recurring-task-start-time-list", "1900000000", "--region", "eu", "--dry-run"]
    words += ["--repeat-type", "daily" if "interval" in sent else "weekly"]
    if "interval" not in sent:
        typed, sent = json.dumps({**sent, "interval": 1}), {**sent, "interval": 1}
    os.environ["FLIGHTHUB_TOKEN"] = "key"
    try:
        found = [call(*words, "--repeat-option", typed)]
        found.append(call(*words, "--repeat-option", f"@{write(typed)}"))
        found.append(call(*words, "--repeat-option", "@-", stdin=typed.encode()))
    finally:
        del os.environ["FLIGHTHUB_TOKEN"]
    for called in found:
        assert called.code == 0, called.err
        assert called.data["body"]["repeat_option"] == sent
        assert called.data["body"]["begin_at"] == 1898553600
        assert called.data["body"]["recurring_task_start_time_list"] == [1900000000]


@pytest.mark.parametrize("typed", ["{", "[1,]", "nope", "NaN", "@/nowhere/at/all", ""])
def test_what_is_no_json_is_refused_before_anything_is_sent(typed: str, server: AnsweringServer) -> None:
    called = call("annotations", "create", "--name", "n", "--desc", "", "--resource", typed)
    assert (called.code, server.arrivals) == (2, [])


@pytest.mark.parametrize(("typed", "code"), [("80", 0), ("80.5", 2), ("eighty", 2), ("14", 2), ("1501", 2), ("", 2)])
def test_a_number_is_a_number_within_its_limits(typed: str, code: int, server: AnsweringServer) -> None:
    words = ["--name", "n", "--sn", "s", "--wayline-uuid", "w", "--time-zone", "UTC", "--rth-mode", "optimal"]
    words += ["--wayline-precision-type", "rtk", "--out-of-control-action-in-flight", "return_home"]
    words += ["--resumable-status", "manual", "--task-type", "immediate", "--repeat-type", "nonrepeating"]
    called = call("flight-tasks", "create", *words, "--rth-altitude", typed, "--dry-run")
    assert called.code == code, called.err
    assert server.arrivals == []


def test_lists_of_objects_may_be_given_one_by_one_or_as_a_whole(server: AnsweringServer) -> None:
    one, two = (
        {"user_id": "1", "nickname": "a", "role": "project-admin"},
        {"user_id": "2", "nickname": "b", "role": "project-member"},
    )
    called = call("projects", "add-members", "--add-users", json.dumps([one, two]), "--dry-run")
    apart = call("projects", "add-members", "--add-users", json.dumps(one), "--add-users", json.dumps(two), "--dry-run")
    assert called.code == apart.code == 0, called.err
    assert called.data["body"] == apart.data["body"]
    assert len(called.data["body"]["add_users"]) == 2


def test_bytes_that_are_no_text_are_refused(server: AnsweringServer) -> None:
    called = call("waylines", "finish-upload", "--name", "a\udcffb", "--object-key", "k")
    assert (called.code, server.arrivals) == (2, [])
