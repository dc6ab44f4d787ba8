"""Builds the documentation: `python -m docs.build`. It needs no network, and a warning is an error.

The hand-written pages of this folder and those that are made of the bundle are put together below `build/docs/source`,
as Sphinx wants one folder; the site is `build/docs/html`.
"""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path
from typing import Final

import flighthub_api
from docs.pages import api
from docs.pages.assistants import SAFETY, safety_text, tools_page
from docs.pages.bundle import Bundle
from docs.pages.commands import commands_page
from docs.pages.devices import Devices
from docs.pages.events import events_page
from docs.pages.groups import Places, group_page, page_of
from docs.pages.lists import coverage_page, enums_page, errors_page, repeating_page
from docs.pages.markdown import prose

HERE: Final = Path(__file__).resolve().parent

PROJECT_PAGES: Final = ("CONTRIBUTING", "SECURITY", "CHANGELOG")
"""Documents of the root folder that are pages of the site, too."""


def written(target: Path) -> Path:
    """Puts all pages together below a folder, and gives the folder of the sources."""
    source = target / "source"
    for each in (source, target / "doctrees", target / "html"):
        shutil.rmtree(each, ignore_errors=True)
    shutil.copytree(HERE, source, ignore=shutil.ignore_patterns("pages", "build.py", "__pycache__"))
    (source / "project").mkdir()
    for name in PROJECT_PAGES:
        text = (HERE.parent / f"{name}.md").read_text(encoding="utf-8")
        (source / "project" / f"{name.lower()}.md").write_text(relocate_links(text), encoding="utf-8")
    for name, text in generated().items():
        file = source / "reference" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return source


def relocate_links(text: str) -> str:
    """The text of a document of the root folder, with links that are right below `project/`."""
    for name in PROJECT_PAGES:
        text = text.replace(f"]({name}.md", f"]({name.lower()}.md")
    return text.replace("](docs/", "](../")


def generated() -> dict[str, str]:
    """The pages that are made of the bundle, by their paths below `reference/`."""
    bundle = Bundle(Path(flighthub_api.__file__).with_name("openapi.yaml"))
    places = Places(bundle)
    devices = Devices(bundle, places)
    made = {page_of(group): group_page(bundle, places, group) for group in bundle.groups}
    made |= {f"devices/{name}.md": devices.page(name) for name in bundle.devices}
    made |= {"devices/index.md": devices.index(), "devices/parts.md": devices.parts_page()}
    made |= {"enums.md": enums_page(bundle), "errors.md": errors_page(bundle), "coverage.md": coverage_page(bundle)}
    made |= {f"api/{name}": text for name, text in api.pages(places).items()}
    made["events.md"] = events_page(bundle)
    made["repeating.md"] = repeating_page(bundle)
    made["commands.md"] = commands_page()
    made["tools.md"] = tools_page()
    made[SAFETY] = safety_text()
    made["groups/index.md"] = _groups_index(bundle)
    return made


def _groups_index(bundle: Bundle) -> str:
    lines = ["# Groups", "", "The methods of the client, by the group they belong to.", ""]
    lines += [f"{{ref}}`fh.{group} <group-{group}>`\n: {prose(bundle.about(group))}\n" for group in bundle.groups]
    return "\n".join([*lines, "```{toctree}", ":hidden:", "", *bundle.groups, "```", ""])


def build(target: Path, *, jobs: int = 1) -> int:
    """Builds the site below a folder, and gives the exit code: 0 where there was no warning."""
    from sphinx.cmd.build import build_main

    source = written(target)
    arguments = ["-b", "html", "-W", "--keep-going", "-q", "-j", str(jobs), "-d", str(target / "doctrees")]
    return build_main([*arguments, str(source), str(target / "html")])


def main() -> None:
    """Builds the site of this checkout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", type=Path, default=HERE.parent / "build" / "docs", help="folder to build in")
    arguments = parser.parse_args()
    # The reference imports all that is public, and Airflow makes a folder for itself when it is imported.
    os.environ.setdefault("AIRFLOW_HOME", str(arguments.target / "airflow"))
    code = build(arguments.target)
    if code == 0:
        print(f"The documentation is {arguments.target / 'html' / 'index.html'}")
    raise SystemExit(code)


if __name__ == "__main__":
    main()
