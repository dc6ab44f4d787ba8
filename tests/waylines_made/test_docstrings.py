"""Every example in the documentation of routes gives what it says."""

from __future__ import annotations

import doctest
from typing import Any

import pytest

from flighthub import waylines

ELSEWHERE = {"inspect", "WaylineFile", "DurationSource"}
"""Examples that need a file, which tests/workflows/test_wayline_files.py runs; and an alias."""

DOCUMENTED = {name: getattr(waylines, name) for name in waylines.__all__ if name not in ELSEWHERE}


@pytest.mark.parametrize("name", DOCUMENTED)
def test_the_examples_give_what_they_say(name: str) -> None:
    documented: Any = DOCUMENTED[name]
    found = doctest.DocTestFinder().find(documented, name, module=None, globs={"waylines": waylines})
    for each in found:
        result = doctest.DocTestRunner().run(each)
        assert result.failed == 0, each.name


@pytest.mark.parametrize("name", [each for each in DOCUMENTED if each[0].islower()])
def test_every_function_has_an_example(name: str) -> None:
    assert ">>> " in (DOCUMENTED[name].__doc__ or "")
