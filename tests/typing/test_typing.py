"""Strict type checkers are content with what a user writes, and object to each mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from checkers import CHECKERS, CONSUMER, EARLIER, MISTAKES, Finding, findings

MARK = "# wrong"
WRONG = {
    number: line.split(MARK)[0].strip()
    for number, line in enumerate(MISTAKES.read_text(encoding="utf-8").splitlines(), start=1)
    if MARK in line
}


@pytest.fixture(scope="module", params=CHECKERS)
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    """What a type checker says about the three files."""
    checker: str = request.param
    folder: Path = tmp_path_factory.mktemp(checker)
    return findings(checker, [CONSUMER, EARLIER, MISTAKES], folder)


def test_what_a_user_writes_is_clean(found: list[Finding]) -> None:
    assert [str(each) for each in found if each.file in (CONSUMER.name, EARLIER.name)] == []


@pytest.mark.parametrize("line", [pytest.param(number, id=text) for number, text in WRONG.items()])
def test_a_mistake_is_objected_to(found: list[Finding], line: int) -> None:
    assert [each for each in found if (each.file, each.line) == (MISTAKES.name, line)]


def test_nothing_but_the_mistakes_is_objected_to(found: list[Finding]) -> None:
    assert [str(each) for each in found if each.file == MISTAKES.name and each.line not in WRONG] == []


def test_every_assertion_about_a_type_is_read_by_the_checkers() -> None:
    text = CONSUMER.read_text(encoding="utf-8")
    assert text.count("assert_type(") > 50
    assert "type: ignore" not in text
    assert "pyright:" not in text
