"""`make compare`: what it prints, and its exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pages import __main__ as command
from generator.pages.transcription import Transcription

SAMPLES = Path(__file__).with_name("samples")


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], sample_spec: Transcription) -> Run:
    """Runs the command: its status, its output and its errors."""

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["compare", "--root", str(sample_spec.layout.root), *arguments])
        with pytest.raises(SystemExit) as ended:
            command.main()
        out, err = capsys.readouterr()
        return ended.value.code, out, err  # type: ignore[return-value]

    return run


def test_a_page_without_differences_ends_with_0(ran: Run) -> None:
    status, out, _ = ran("--pages", str(SAMPLES / "task-track.md"))
    assert status == 0
    assert "no difference" in out


def test_differences_end_with_1_and_name_file_line_and_yaml(ran: Run) -> None:
    files = [str(SAMPLES / name) for name in ("route-list.md", "create-annotation.txt")]
    status, out, _ = ran("--pages", *files)
    assert status == 1
    assert "spec/schemas/waylines.yaml:22: answer `data.list[].size`: is string on the page" in out
    assert "      created_time:\n        type: integer\n" in out
    assert "To transcribe, oldest first:\n  2026-10-12  Create map annotation" in out


def test_a_new_operation_is_printed_as_it_would_stand_in_the_spec(ran: Run) -> None:
    status, out, _ = ran("--pages", str(SAMPLES / "delete-route.md"))
    assert status == 1
    assert (
        "      /openapi/v0.1/wayline/{wayline_id}:\n        delete:\n          operationId: deleteFlightRoute\n" in out
    )
    assert "            confidence: documented\n            scope: project\n" in out


def test_an_index_is_compared_by_itself(ran: Run) -> None:
    status, out, _ = ran("--index", str(SAMPLES / "index.txt"))
    assert status == 1
    assert "'Release control' is called 'Control release' now" in out


def test_what_cannot_be_read_is_told_and_ends_with_1(ran: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# a\n```yaml\nopenapi: 3.0.1\npaths: !!set {}\n```\n", encoding="utf-8")
    status, _, err = ran("--pages", str(tmp_path / "a.md"))
    assert status == 1
    assert "not read:" in err
