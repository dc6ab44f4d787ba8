"""`flighthub mcp`: what it refuses, whom it lets in over HTTP, and what it stands on."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from assistants import Person, data_of, over_http, run
from cli.calling import call

import flighthub_mcp
from flighthub_api import OPERATIONS
from flighthub_mcp import TOOLSETS

FOLDER = Path(flighthub_mcp.__file__).parent
PUBLIC = {"flighthub", "flighthub.types", "flighthub.waylines", "flighthub_api", "flighthub_api.groups"}
SHARED = {"flighthub_cli.plain", "flighthub_cli.narrow", "flighthub_cli.dry_run"}

REFUSED = [
    (["--read-only", "--allow-writes"], "goes with neither"),
    (["--read-only", "--allow-dangerous"], "goes with neither"),
    (["--toolsets", "walk", "--project", "p"], "there are no tools walk"),
    (["--toolsets", "files", "--project", "p"], "need a folder"),
    ([], "name the project"),
    (["--dry-run"], "no dry run"),
    (["--yes"], "nothing turns the questions off"),
    (["--reveal"], "no secret is ever shown"),
]


@pytest.mark.parametrize(("words", "problem"), REFUSED)
def test_it_refuses_what_cannot_be_meant(monkeypatch: pytest.MonkeyPatch, words: list[str], problem: str) -> None:
    monkeypatch.setenv("FLIGHTHUB_TOKEN", "key-of-the-tests")
    monkeypatch.setenv("FLIGHTHUB_BASE_URL", "http://127.0.0.1:1")
    called = call("mcp", *words)
    assert called.code == 2
    assert problem in called.err
    assert called.out == ""


def test_it_says_which_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp_types", None)
    for name in [name for name in sys.modules if name.startswith("flighthub_mcp")]:
        monkeypatch.delitem(sys.modules, name)
    called = call("mcp", "--project", "p")
    assert called.code == 2
    assert "pip install 'flighthub[mcp]'" in called.err


HEADERS: list[tuple[dict[str, str], int]] = [
    ({"Authorization": ""}, 401),
    ({"Authorization": "Bearer wrong"}, 401),
    ({"Authorization": "Basic {token}"}, 401),
    ({"Host": "evil.example"}, 421),
    ({"Host": "evil.example:{port}"}, 421),
    ({"Host": "127.0.0.1:1"}, 421),
    ({"Origin": "https://evil.example"}, 403),
    ({"Origin": "null"}, 403),
    ({"Origin": "http://127.0.0.1:1"}, 403),
    ({"Origin": "http://localhost:{port}"}, 200),
    ({}, 200),
]


def test_its_help_names_every_set_of_tools() -> None:
    shown = call("mcp", "--help").out
    assert all(name in shown for name in TOOLSETS)


@pytest.mark.parametrize(("headers", "status"), HEADERS)
def test_http_lets_in_who_brings_the_token_and_is_no_other_page(
    served: tuple[str, str], headers: dict[str, str], status: int
) -> None:
    url, token = served
    port = str(urlsplit(url).port)
    told = {name: text.format(token=token, port=port) for name, text in headers.items()}
    initialize = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "0"}},
    }
    with httpx.Client(trust_env=False) as client:
        response = client.post(
            url,
            json=initialize,
            headers={
                "Authorization": f"Bearer {token}",
                "Accept": "application/json, text/event-stream",
                **told,
            },
        )
    assert response.status_code == status
    assert token not in response.text


def test_http_listens_on_the_loopback_alone(served: tuple[str, str]) -> None:
    url, token = served
    assert urlsplit(url).hostname == "127.0.0.1"
    assert len(token) >= 32

    async def look(era: str) -> str:
        async with over_http(url, token, era, Person()) as client:
            name: str = data_of(await client.call_tool("list_devices", {}))[0]["name"]
            return name

    assert {run(look(era)) for era in ("2026-07-28", "legacy")} == {"North dock"}


def test_the_command_imports_the_sdk_only_when_it_serves() -> None:
    program = "import sys; from flighthub_cli._process import run; run(['mcp', '--help']); print('mcp' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


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
                module = str(node.module)
                if module.startswith("flighthub"):
                    assert module in PUBLIC | SHARED, f"{file.name} imports {module}"
                    assert all(not each.name.startswith("_") or each.name == "__version__" for each in node.names), file


def test_no_module_names_an_operation_by_its_id() -> None:
    ids = set(OPERATIONS)
    for file in FOLDER.rglob("*.py"):
        strings = {
            node.value
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        assert not strings & ids, file
