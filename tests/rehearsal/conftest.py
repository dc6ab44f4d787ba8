"""The rehearsal works on copies of the checkout: `checkouts` of tests/generator makes them.

Its steps run all tests on the changed copy, which takes as long as the tests themselves. So they run where they are
asked for, by `make rehearse`, and never inside themselves.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path += [str(Path(__file__).parents[1] / "generator"), str(Path(__file__).parent)]

collect_ignore = [] if os.environ.get("REHEARSE") else ["test_steps.py"]


@pytest.fixture(scope="session", autouse=True)
def _names_read_once() -> Iterator[None]:
    from checkouts import names_read_once

    with names_read_once():
        yield
