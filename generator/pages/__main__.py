"""The command; see the package."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import generator.pages
from generator.documents import SpecError
from generator.layout import Layout
from generator.pages import index, report
from generator.pages.compare import Comparison, compare
from generator.pages.differences import DIFFERENT, Difference
from generator.pages.draft import operation_yaml, write
from generator.pages.model import Place
from generator.pages.reading import Material, read
from generator.pages.transcription import Transcription


def compare_files(files: list[Path], spec: Transcription) -> tuple[Material, list[Comparison], list[Difference]]:
    """What files hold, what came of each page, and of the lists of pages."""
    material = read(files)
    comparisons = [compare(page, spec) for page in material.pages]
    found = [each for listed in material.indexes for each in index.compare(listed, spec)]
    for source, count in material.whole.items():
        found += _gone_from_export(source, count, comparisons, spec)
    return material, comparisons, found


def _gone_from_export(source: str, count: int, comparisons: list[Comparison], spec: Transcription) -> list[Difference]:
    """Operations that an export does not have, where it is one of everything and not of a few pages."""
    here = {each.operation.operation_id: each.operation for each in comparisons if each.operation}
    found = []
    for edition in {each.edition for each in here.values()}:
        all_of_it = [each for each in spec.operations.values() if each.edition == edition]
        if 2 * sum(each.edition == edition for each in here.values()) <= len(all_of_it) or count < 3:
            continue
        for each in all_of_it:
            if each.operation_id not in here:
                text = f"{each.page!r} ({each.method} {each.path}) is not in {source}"
                found.append(Difference(DIFFERENT, "operation", "", text, Place(each.place.file, each.place.path)))
    return found


def main() -> None:
    """Compares, prints, and tells by the exit status whether anything differs."""
    parser = argparse.ArgumentParser(
        prog="python -m generator.pages",
        description=generator.pages.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--pages", nargs="+", type=Path, default=[], help="pages, exports, lists of pages")
    parser.add_argument("--index", nargs="+", type=Path, default=[], help="lists of pages")
    parser.add_argument("--observed", nargs="+", type=Path, default=[], help="files of flighthub.conformance")
    parser.add_argument("--write", action="store_true", help="draft into spec/ what is new")
    parser.add_argument("--all", action="store_true", help="also list what the pages leave open")
    parser.add_argument("--root", type=Path, default=Layout().root)
    arguments = parser.parse_args()
    if not (arguments.pages or arguments.index or arguments.observed):
        parser.error("give --pages, --index or --observed")
    try:
        sys.exit(_run(arguments, Layout(arguments.root)))
    except SpecError as error:
        sys.exit(f"compare: {error}")


def _run(arguments: argparse.Namespace, layout: Layout) -> int:
    spec = Transcription(layout)
    differs = 0
    if arguments.pages or arguments.index:
        differs += _compare_pages(arguments, spec)
    if arguments.observed:
        from generator.pages.observed import compare_observed

        differs += compare_observed(arguments.observed, spec, write=arguments.write)
    return 1 if differs else 0


def _compare_pages(arguments: argparse.Namespace, spec: Transcription) -> int:
    material, comparisons, others = compare_files([*arguments.pages, *arguments.index], spec)
    for each in comparisons:
        each.found = [
            replace(found, yaml=operation_yaml(each.page, spec)) if found.what == "new operation" else found
            for found in each.found
        ]
        print("\n".join(report.page_lines(each, spec, everything=arguments.all)))
    for listed in material.indexes:
        print(f"{listed.source}: {len(listed.entries)} pages of {index.edition_of(listed, spec)}")
        print("\n".join(report.difference_lines(index.compare(listed, spec), spec, everything=arguments.all)))
    exports = [each for each in others if each.what == "operation"]
    if exports:
        print("In the spec and not in the export:")
        print("\n".join(report.difference_lines(exports, spec, everything=arguments.all)))
    print("\n".join(report.due_lines(index.due(comparisons, material.indexes, spec), spec)))
    for problem in material.problems:
        print(f"not read: {problem}", file=sys.stderr)
    found = [each for comparison in comparisons for each in comparison.found] + others
    count = sum(each.kind == DIFFERENT for each in found)
    print(f"{count} differences in {len(comparisons)} pages and {len(material.indexes)} lists of pages")
    if arguments.write:
        for line in write(comparisons, spec):
            print(line)
    return count + len(material.problems)


if __name__ == "__main__":
    main()
