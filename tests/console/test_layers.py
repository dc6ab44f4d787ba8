"""Who imports whom: the page's side knows neither client nor simulator, as the simulator mounts it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "overrides" / "flighthub_console"


def imported_by(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = {str(each.module) for each in ast.walk(tree) if isinstance(each, ast.ImportFrom) and not each.level}
    found |= {name.name for each in ast.walk(tree) if isinstance(each, ast.Import) for name in each.names}
    return {each.partition(".")[0] for each in found}


def test_only_the_feed_of_an_account_imports_the_client() -> None:
    files = [*FOLDER.glob("*.py")]
    assert len(files) > 4
    assert [file.name for file in files if "flighthub" in imported_by(file)] == ["_account.py"]
    assert [file.name for file in files if "flighthub_simulator" in imported_by(file)] == []


def test_a_simulator_that_serves_the_page_has_not_imported_the_client() -> None:
    program = (
        "import sys, flighthub_simulator, urllib.request\n"
        "with flighthub_simulator.run() as simulator:\n"
        "    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))\n"
        "    assert opener.open(simulator.base_url + '/_simulator/snapshot').status == 200\n"
        "assert 'flighthub' not in sys.modules and 'flighthub_console._account' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
