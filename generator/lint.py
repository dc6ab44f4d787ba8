"""Step 2: holds a bundle against the OpenAPI standard and our rules.

    python -m generator.lint [--root CHECKOUT]          lists findings, exit 1 if there are any

The rules are in `generator/rules/`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.bundle import bundle
from generator.documents import Document, SpecError
from generator.layout import Layout
from generator.rules import RULES, Finding
from generator.rules.openapi import OpenAPIValidator
from generator.schema_access import composed_of_themselves


def lint(document: Document) -> list[Finding]:
    """Everything in a bundle that breaks a rule; empty when all is well."""
    # The validator follows references without end.
    broken = [Finding("openapi", name, "is composed of itself") for name in composed_of_themselves(document)]
    broken = broken or [
        Finding("openapi", "bundle", str(error.message)) for error in OpenAPIValidator(document).iter_errors()
    ]
    if broken:
        return broken
    return [Finding(name, *found) for name, check in RULES.items() for found in check(document)]


def main() -> None:
    """Lints the spec of a checkout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Layout().root)
    try:
        findings = lint(bundle(Layout(parser.parse_args().root)))
    except SpecError as error:
        sys.exit(f"lint: {error}")
    for finding in findings:
        print(finding)
    if findings:
        sys.exit(f"lint: {len(findings)} findings")


if __name__ == "__main__":
    main()
