"""What the command says about itself, how little it imports for that, and that all of it comes out of one text."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import flighthub_cli
from flighthub_api import OPERATIONS
from flighthub_cli import _texts
from flighthub_cli._completion import completions
from flighthub_cli._front import front_page, group_summaries
from flighthub_cli._manual import every_command, manual_pages

from .calling import call

FOLDER = Path(flighthub_cli.__file__).parent
PUBLIC = {"flighthub", "flighthub.errors", "flighthub.schedules", "flighthub.types", "flighthub.waylines"}
PUBLIC |= {"flighthub.webhooks", "flighthub.conformance", "flighthub.enums"}
CATALOGUE = {"flighthub_api", "flighthub_api.groups", "flighthub_console", "flighthub_mcp", "flighthub_simulator"}


REPORTING = """
import os, sys
from flighthub_cli import main

sys.argv[1:] = {words!r}
end = os._exit

def report(code=0):
    print(*sys.modules, file=sys.stderr, flush=True)
    end(code)

os._exit = report
try:
    main()
finally:
    report()
"""


def imported(*words: str) -> set[str]:
    """The modules that a process has imported when the command ends."""
    command = [sys.executable, "-c", REPORTING.format(words=list(words))]
    return set(subprocess.run(command, capture_output=True, text=True, check=False).stderr.split())


@pytest.mark.parametrize("words", [(), ("--help",), ("--version",)])
def test_the_first_page_and_the_version_import_neither_click_nor_the_client(words: tuple[str, ...]) -> None:
    found = imported(*words)
    assert "flighthub_cli" in found
    assert not found & {"click", "rich", "httpx", "attrs", "msgspec", "jmespath", "yaml"}
    assert not found & {"flighthub_api.operations", "flighthub_api.operation_details", "flighthub._sync.client"}


def test_the_help_of_an_operation_imports_neither_rich_nor_the_client() -> None:
    found = imported("devices", "list", "--help")
    assert "click" in found
    assert not found & {"rich", "httpx", "flighthub._sync.client", "jmespath", "yaml"}


def test_an_answer_that_is_no_table_does_not_import_rich() -> None:
    assert "rich" not in imported("waylines", "list", "--region", "eu", "--dry-run")


def test_it_stands_on_public_names_alone() -> None:
    for file in FOLDER.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for_types = {
            id(inner)
            for node in ast.walk(tree)
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
            for inner in ast.walk(node)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and not node.level and id(node) not in for_types:
                top = str(node.module).partition(".")[0]
                if top.startswith("flighthub") and top != "flighthub_cli":
                    public = node.module in PUBLIC | CATALOGUE or (
                        file.name == "__init__.py" and node.module == "flighthub._version"
                    )
                    assert public, f"{file.name} imports {node.module}"
                    assert all(not each.name.startswith("_") or each.name == "__version__" for each in node.names), file


def test_no_module_names_an_operation() -> None:
    ids = set(OPERATIONS)
    for file in FOLDER.rglob("*.py"):
        strings = {
            node.value
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        assert not strings & ids, file


def test_every_job_and_every_group_is_on_the_first_page() -> None:
    page = front_page()
    for name in (*_texts.JOBS, *group_summaries(), *_texts.TOPICS):
        assert name in page
    assert call("--help").out == call("help", "topics").out[:0] + page


def test_every_group_of_the_catalogue_is_a_command() -> None:
    assert {each.group.replace("_", "-") for each in OPERATIONS.values()} == set(group_summaries())


@pytest.mark.parametrize("topic", _texts.TOPICS)
def test_every_topic_is_explained(topic: str) -> None:
    called = call("help", topic)
    assert called.code == 0
    assert _texts.TOPICS[topic][0] in called.out


def test_the_exit_codes_of_the_topic_are_those_that_there_are() -> None:
    told = [int(each) for each in re.findall(r"^ +(\d+)  ", _texts.TOPICS["exit-codes"][1], re.MULTILINE)]
    assert told == [code for code, _ in _texts.EXIT_CODES] == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 130]


def test_help_names_commands_like_the_commands_do() -> None:
    assert call("help", "tasks", "follow").out.strip() == call("tasks", "follow", "--help").out.strip()
    assert call("help", "devices", "list").code == 0
    assert call("help", "nonsense").code == 2


def test_a_group_without_a_method_shows_which_there_are() -> None:
    called = call("waylines")
    assert (called.code, called.out) == (2, "")
    assert re.search(r"^  finish-upload +Make a flight route", called.err, re.MULTILINE)


def test_every_command_has_a_manual_page_with_its_options(tmp_path: Path) -> None:
    pages = manual_pages()
    for context, command in every_command():
        page = pages[f"{context.command_path.replace(' ', '-')}.1"]
        assert page.startswith('.TH "FLIGHTHUB')
        for each in command.params:
            if not hasattr(each, "section") and each.param_type_name == "option":
                assert each.opts[0].replace("-", "\\-") in page, context.command_path
    assert call("help", "--man", "--to", str(tmp_path / "man")).code == 0
    assert {each.name for each in (tmp_path / "man").iterdir()} == set(pages)
    assert call("help", "--man", "fleet").out == pages["flighthub-fleet.1"]


def test_every_command_has_a_text_and_every_job_an_example() -> None:
    for context, command in every_command():
        assert context.parent is None or command.get_short_help_str(), context.command_path
        words = context.command_path.split()[1:]
        is_job = words and words[0] in _texts.JOBS and not hasattr(command, "commands")
        if is_job and len(words) == 1 + bool(_texts.JOBS[words[0]][1]):
            assert f"Example: {context.command_path}" in " ".join((command.help or "").split()), context.command_path


COMPLETED = {
    "flighthub fle": {"fleet"},
    "flighthub tasks ": {"follow", "media", "track", "history"},
    "flighthub devices get-st": {"get-state"},
    "flighthub devices get-state --dev": {"--device-sn"},
    "flighthub flight-tasks create --rth-mode ": {"optimal", "preset"},
    "flighthub --output ": set(_texts.FORMATS),
    "flighthub -o js": {"json", "jsonl"},
    "flighthub --project x waylines li": {"list"},
    "flighthub help ex": {"exit-codes"},
    "flighthub nonsense ": set(),
}


@pytest.mark.parametrize("typed", COMPLETED)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_offered_what_may_stand_there(typed: str, shell: str) -> None:
    words = typed.split()
    current = "" if typed.endswith(" ") else words[-1]
    place = current if shell == "fish" else str(len(words) - bool(current))
    found = completions({"_FLIGHTHUB_COMPLETE": f"{shell}_complete", "COMP_WORDS": typed, "COMP_CWORD": place})
    assert found is not None
    lines = found.splitlines()
    names = set(lines[1::3]) if shell == "zsh" else {re.split("[,\t]", each)[1] for each in lines}
    assert names == COMPLETED[typed]


def test_the_options_of_jobs_are_offered_too() -> None:
    environment = {"_FLIGHTHUB_COMPLETE": "bash_complete", "COMP_WORDS": "flighthub launch --pre", "COMP_CWORD": "2"}
    done = subprocess.run(
        [sys.executable, "-m", "flighthub"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["plain,--precision", "plain,--preflight"], done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_calls_the_command(shell: str) -> None:
    called = call("completion", shell)
    assert called.code == 0
    assert f"_FLIGHTHUB_COMPLETE={shell}_complete" in called.out


def test_the_version_is_that_of_the_package() -> None:
    from flighthub import __version__

    assert call("--version").out == f"flighthub {__version__}\n"
