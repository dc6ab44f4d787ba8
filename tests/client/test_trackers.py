"""What error trackers collect of a call that fails holds no secret: Sentry, structlog, rich, and one that walks all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]


def test_no_tracker_is_told_a_secret_of_any_operation_at_any_stage() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "client.trackers"], cwd=TESTS, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout)
    assert {tracker: leaks for tracker, leaks in found["leaks"].items() if leaks} == {}
    assert [tracker for tracker, told in found["told"].items() if not told] == []
    assert found["blind"] == [], "these would not have seen a secret in a local variable"
