"""Step 5: the lock says from what, and with what, the package was made, and lists every file of it.

python -m generator.lock [--root CHECKOUT]          prints the inputs' part of the lock
"""

from __future__ import annotations

import argparse
import hashlib
import json
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from flighthub_runtime import codecs
from flighthub_runtime.models import RESERVED
from generator.documents import load
from generator.layout import Layout

TOOLS = (
    "openapi-python-client",
    "ruff",
    "pyyaml",
    "jinja2",
    "jsonpath-rfc9535",
    "jsonschema-rs",
    "openapi-spec-validator",
)
"""What can change the output or what is accepted; pinned in pyproject.toml."""


def sha256(data: bytes) -> str:
    """The hash by which a file is known."""
    return hashlib.sha256(data).hexdigest()


def _hashes(folder: Path, pattern: str) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): sha256(file.read_bytes())
        for file in sorted(folder.rglob(pattern))
        if file.is_file() and "__pycache__" not in file.parts
    }


def inputs(layout: Layout) -> dict[str, Any]:
    """Everything that the output follows from."""
    upstream = files("openapi_python_client") / "templates"
    replaced = sorted({name for names in load(layout.config)["templates"].values() for name in names})
    return {
        "spec": {n: h for n, h in _hashes(layout.spec, "*").items() if not n.endswith(".md")},
        "overlays": _hashes(layout.overlays, "*.yaml"),
        "aliases": _hashes(layout.aliases.parent, layout.aliases.name),
        "templates": _hashes(layout.templates, "*.jinja"),
        "runtime": sorted(RESERVED | set(codecs.__all__)),
        "config": sha256(layout.config.read_bytes()),
        "upstream_templates": {name: sha256((upstream / name).read_bytes()) for name in replaced},
        "tools": {name: version(name) for name in TOOLS},
    }


def made(layout: Layout, outputs: dict[str, bytes]) -> str:
    """The text of the lock for these outputs."""
    ledger = {name: sha256(data) for name, data in sorted(outputs.items())}
    return json.dumps({**inputs(layout), "outputs": ledger}, indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Prints what the output follows from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Layout().root)
    print(json.dumps(inputs(Layout(parser.parse_args().root)), indent=1))


if __name__ == "__main__":
    main()
