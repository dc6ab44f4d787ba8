"""Signed links and keys of the store stay out of what Sentry collects of transfers, successful ones and others."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]


def test_sentry_is_told_no_signature_and_no_key_of_a_transfer() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "workflows.tracking_process"], cwd=TESTS, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout)
    assert found["leaks"] == []
    assert sorted(found["failures"]) == ["a download failed"] * 4 + ["an upload failed"]
    assert found["sees"], "Sentry would not have seen the query of a request by http.client"
