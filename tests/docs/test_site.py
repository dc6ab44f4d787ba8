"""The built site: whole, without a dead link, and without anything from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from flighthub_api import ERRORS, OPERATIONS
from flighthub_api.models import __all__ as MODELS
from generator.bundle import bundle
from generator.layout import Layout

from .html import Page
from .pages import ROOT


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[Path, Page]:
    return {file: Page(file) for file in site.rglob("*.html")}


def unwrapped() -> set[str]:
    """The objects in `data` of which the client returns a member alone."""
    document = bundle(Layout())
    found: set[str] = set()
    for operation in OPERATIONS.values():
        if operation.result_member is not None:
            response = document["paths"][operation.path][operation.http_method.lower()]["responses"]["200"]
            data = response["content"]["application/json"]["schema"]["allOf"][1]["properties"]["data"]
            found |= {each["$ref"].rpartition("/")[2] for each in (data, *data.get("anyOf", [])) if "$ref" in each}
    return found


def first(page: Page, member: str) -> list[str]:
    """The first row about a member, argument or the like."""
    return next(row for row in page.rows["members"] if row[0] == member)


def test_no_link_of_the_site_is_dead(site: Path, pages: dict[Path, Page]) -> None:
    dead: list[str] = []
    followed = 0
    for file, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            target = target / "index.html" if target.is_dir() else target
            followed += 1
            anchors = pages[target].ids | {""} if target in pages else {parts.fragment}
            if not target.is_file() or not target.is_relative_to(site) or unquote(parts.fragment) not in anchors:
                dead.append(f"{file.relative_to(site)}: {link}")
    assert dead == []
    assert followed > 2000


def test_a_browser_fetches_nothing_from_elsewhere(site: Path, pages: dict[Path, Page]) -> None:
    assert [load for page in pages.values() for load in page.loads if urlsplit(load).netloc] == []
    for file in (site / "_static").rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(https?:)?//", file.read_text(encoding="utf-8")), file
        assert not re.search(r"@import\s+[\"']?(url\()?[\"']?(https?:)?//", file.read_text(encoding="utf-8")), file


def test_every_operation_has_its_place_on_the_page_of_its_group(site: Path, pages: dict[Path, Page]) -> None:
    for operation in OPERATIONS.values():
        page = pages[site / "reference" / "groups" / f"{operation.group}.html"]
        assert f"fh-{operation.name}".replace(".", "-").replace("_", "-") in page.ids, operation.name
        assert f"{operation.http_method} {operation.path}" in page.text
        assert f"fh.{operation.name}(" in page.text
        assert operation.page in page.text
        assert " ".join(operation.next_step.replace("`", "").split()) in " ".join(page.text.split())


def test_the_coverage_page_has_every_operation_once(site: Path, pages: dict[Path, Page]) -> None:
    rows = pages[site / "reference" / "coverage.html"].rows["coverage"]
    assert sorted(row[0] for row in rows) == sorted(each.name for each in OPERATIONS.values())
    assert {row[0]: row[-1] for row in rows} == {each.name: each.confidence for each in OPERATIONS.values()}


def test_every_code_is_on_the_page_of_errors(site: Path, pages: dict[Path, Page]) -> None:
    page = pages[site / "reference" / "errors.html"]
    codes = {row[0]: row for row in page.rows["members"] if row[0].isdigit()}
    assert {int(code): row[2] for code, row in codes.items()} == {
        code: each.error_class for code, each in ERRORS.items()
    }


def test_every_device_has_a_page_with_units_and_confidence(site: Path, pages: dict[Path, Page]) -> None:
    folder = site / "reference" / "devices"
    schemas = bundle(Layout())["components"]["schemas"]
    devices = {name: each["x-flighthub"] for name, each in schemas.items() if "keys" in each.get("x-flighthub", {})}
    assert {file.stem for file in folder.glob("*State.html")} == {*devices}
    for name, notes in devices.items():
        page = pages[folder / f"{name}.html"]
        assert f"{notes['source']} ({notes['confidence']})" in page.text
    assert first(pages[folder / "Dock3State.html"], "longitude")[2].startswith("degrees")


def test_what_has_to_be_given_and_its_limits_are_told(site: Path, pages: dict[Path, Page]) -> None:
    page = pages[site / "reference" / "groups" / "flight_tasks.html"]
    assert first(page, "rth_altitude ★")[1:3] == ["integer", "m; 15 to 1500"]
    assert first(page, "latest_begin_at")[2:] == ["Unix seconds", first(page, "latest_begin_at")[3]]
    assert first(page, "latest_begin_at")[3].endswith("Only with task_type timed. inferred")
    assert first(page, "min_battery_capacity")[2] == "%; inferred, so only a warning: 50 to 100"


def test_every_object_and_enum_that_is_exported_is_told_somewhere(pages: dict[Path, Page]) -> None:
    from flighthub_api.enums import __all__ as enums

    ids = set().union(*(page.ids for page in pages.values()))
    assert [name for name in enums if f"enum-{name.lower()}" not in ids] == []
    told = [name for name in MODELS if f"object-{name.lower()}" in ids]
    # Bodies are told as arguments, and what is unwrapped as what it holds.
    rest = {name for name in MODELS if name not in told and not name.endswith("Request")} - unwrapped()
    assert rest <= {"HmsAlerts", "PayloadControls"}, rest


def test_nothing_of_this_machine_is_on_a_page(pages: dict[Path, Page]) -> None:
    for file, page in pages.items():
        assert str(ROOT) not in page.text, file
        assert not re.search(r"<\w[\w.]* object at 0x", page.text), file


def test_no_markup_is_left_over(pages: dict[Path, Page]) -> None:
    for file, page in pages.items():
        assert not re.search(r"\{ref\}|\{\.\w+\}|^:::", page.text, re.MULTILINE), file
