"""The command; see the package."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import generator.report
from generator.documents import SpecError, load
from generator.layout import Layout
from generator.report import sides
from generator.report.api import Api
from generator.report.changes import Change
from generator.report.compare import Comparison
from generator.report.page import page
from generator.report.python_names import compare_names
from generator.report.sides import Side
from generator.report.versions import VersionCheck, check_version


def compared(before: Side, after: Side) -> tuple[list[Change], VersionCheck]:
    """All lines of two sides, and the version that follows."""
    comparison = Comparison(Api(before.document), Api(after.document))
    apis = (comparison.before, comparison.after)
    found = [*comparison.found, *compare_names(before.names, after.names, apis, comparison.renames)]
    return found, check_version(found, before.version, before.changelog, after.version, after.changelog)


def main() -> None:
    """Prints the report of a checkout, or of two bundles."""
    parser = argparse.ArgumentParser(
        prog="python -m generator.report",
        description=generator.report.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--base", help="the git ref to compare the working tree with")
    parser.add_argument("--check", action="store_true", help="exit 1 when version or changelog do not fit")
    parser.add_argument("--root", type=Path, default=Layout().root)
    parser.add_argument("--before", type=Path, help="a bundle, instead of a ref")
    parser.add_argument("--after", type=Path, help="the bundle to compare it with")
    arguments = parser.parse_args()
    files = [arguments.before, arguments.after]
    if bool(arguments.base) is any(files) or any(files) is not all(files) or (any(files) and arguments.check):
        parser.error("give --base REF, or --before FILE and --after FILE; --check goes with --base")
    layout = Layout(arguments.root)
    try:
        if any(files):
            comparison = Comparison(Api(load(arguments.before)), Api(load(arguments.after)))
            print(page(comparison.found, arguments.before.name, None), end="")
            return
        found, judged = compared(sides.at(arguments.base, layout), sides.side(layout.root))
    except SpecError as error:
        sys.exit(f"report: {error}")
    print(page(found, arguments.base, judged), end="")
    if arguments.check and judged.problems:
        sys.exit("report --check:\n" + "\n".join(f"  {each}" for each in judged.problems))


if __name__ == "__main__":
    main()
