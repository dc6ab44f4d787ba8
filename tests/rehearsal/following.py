"""What a person does who follows CONTRIBUTING's "DJI changed their documentation", with `pages.md` as what changed.

Every command is one that CONTRIBUTING names, run by `make` in a copy of the whole checkout. What is written by hand is
written here: the transcription, its second transcription in `tests/spec/`, a former name, version and changelog.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from checkouts import appended, environment, replaced
from made_up import reading

from generator.documents import dump, load
from generator.layout import CHECKOUT

PAGES = Path(__file__).with_name("pages.md")
SECTION = "DJI changed their documentation"
BASE = "v0.7.3"
NOT_SOURCES = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "build", "dist", ".hypothesis")

SUMMARIZE = reading("summarize", "summary", "FlightTaskSums")

SUMS = """\
FlightTaskSums:
  type: object
  description: What a flight came to.
  required: [photos]
  properties:
    photos: {type: integer, description: Number of photos.}
    distance: {type: number, description: Distance flown., x-flighthub: {unit: m}}
"""

REPORTS = """\
reports:
  get:
    operationId: listReports
    tags: [Reports]
    summary: List reports
    description: The reports of a project; made up.
    x-flighthub:
      page: Get Reports
      source: {reference: documentation page, dated: '2026-06-01'}
      confidence: documented
      scope: project
      effect: read
      retry: safe
      group: reports
      method: list
      result: list
      paging: none
    parameters:
      - name: kind[]
        in: query
        description: Kinds of reports.
        style: form
        explode: true
        schema: {type: array, items: {$ref: '../schemas/reports.yaml#/ReportKind'}}
    responses:
      '200':
        description: The reports.
        content:
          application/json:
            schema:
              allOf:
                - $ref: '../schemas/envelope.yaml#/Envelope'
                - type: object
                  properties:
                    data: {$ref: '../schemas/reports.yaml#/ReportList'}
      default: {$ref: '../openapi.yaml#/components/responses/Error'}
"""

REPORT_SCHEMAS = """\
ReportKind:
  type: string
  description: What a report is about.
  enum: [flight, device]
  x-enum-descriptions: [About a flight, About a device]
ReportList:
  type: object
  description: Reports of a project.
  required: [list]
  properties:
    list: {type: array, items: {$ref: '#/Report'}, description: The reports.}
Report:
  type: object
  description: A report.
  required: [name]
  properties:
    name: {type: string, description: Name of the report.}
    kind: {$ref: '#/ReportKind', description: What it is about.}
"""

DOCK_90 = """\
Dock90State:
  type: object
  description: State of a Dock 90.
  x-flighthub: {device: dock, keys: [3-90-0], source: made up for the rehearsal, confidence: documented}
  properties:
    roof_height: {type: number, description: How high the roof stands., x-flighthub: {unit: m}}
"""

DOCK_90_IN_THE_TABLE = """\
  dock_90:
    keys: [3-90-0]
    source: made up for the rehearsal
    confidence: documented
    complete: true
    counts: {top_level: 1, with_nested: 1}
    documented: [roof_height]
    observed: []
"""

AIRSPACE_CLOSED = """\
- {code: 219999, meaning: The airspace is closed.,
   class: AirspaceClosed, retryable: never,
   hint: Wait until the airspace is open again., confidence: documented}
"""

AIRSPACE_CLOSED_CLASS = '''class AirspaceClosed(APIError):
    """The airspace is closed."""


'''

IN_THE_INDEX = """\
- {page: Get Reports, operation: listReports,
   method: GET, path: /openapi/v0.1/report,
   scope: project, effect: read, retry: safe, call: reports.list}
- {page: Summarize Flight task, operation: summarizeFlightTask,
   method: GET, path: '/openapi/v0.1/flight-task/{task_uuid}/summary',
   scope: project, effect: read, retry: safe, call: flight_tasks.summarize}
"""

ITS_MEMBERS = """\
listReports:
  query: ['kind[]']
  data: [list, 'list[].name', 'list[].kind']
summarizeFlightTask:
  path: [task_uuid]
  data: [photos, distance]
"""

FORMER = """\
- {old: ModelStatus.REQUESTING_RESOURCE_FAILED, new: ModelStatus.RESOURCE_FAILED, removed_in: 0.9.0,
   reason: "The page calls 13 ResourceFailed since 2026-06-01."}
"""

VERSION = "0.7.4"

CHANGES = f"""\
## {VERSION}

* `ModelStatus`: 13 is `RESOURCE_FAILED`; `REQUESTING_RESOURCE_FAILED` warns, and goes with 0.9.0.
* `flight_tasks.summarize()`, the group `reports`, `Dock90State` and the error `AirspaceClosed` are new.
* `FlightTaskStatus.CANCELLED` is new.

"""


def steps() -> list[str]:
    """The numbered steps of CONTRIBUTING, each in one line."""
    text = (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.partition(f"## {SECTION}\n")[2].partition("\n## ")[0]
    return [" ".join(found.split()) for found in re.findall(r"^\d+\. (.+(?:\n   .+)*)", section, re.MULTILINE)]


def commands(step: str) -> list[str]:
    """The commands that a step names."""
    return re.findall(r"`(make [^`]+)`", step)


class Way:
    """A copy of the checkout, released as 0.7.3, and what was seen on the way.

    Attributes:
        root: The copy.
        ran: The commands that each step ran.
        seen: What commands gave, by what they were run for.
        commits: The files of each commit, by its message.
    """

    def __init__(self, root: Path) -> None:
        shutil.copytree(CHECKOUT, root, ignore=NOT_SOURCES)
        if (CHECKOUT / ".mypy_cache").exists():  # what is unchanged need not be looked at again
            shutil.copytree(CHECKOUT / ".mypy_cache", root / ".mypy_cache")
        self.root = root
        self.ran: list[list[str]] = []
        self.seen: dict[str, subprocess.CompletedProcess[str]] = {}
        self.commits: dict[str, set[str]] = {}
        replaced(root / "overrides" / "flighthub" / "_version.py", '"0[^"]*"', '"0.7.3"')
        replaced(root / "CHANGELOG.md", r"(?<=\n)## .*", "## 0.7.3")
        self.git("init", "--quiet")
        self.commit("Release 0.7.3")
        self.git("tag", BASE)

    def git(self, *arguments: str) -> str:
        """Runs git as somebody."""
        who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false"]
        command = ["git", "-C", str(self.root), *who, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def commit(self, message: str, *paths: str) -> None:
        """Commits what changed below some paths, or everything."""
        self.git("add", "--all", *paths)
        self.git("commit", "--quiet", "--no-verify", "--message", message)
        self.commits[message] = set(self.git("show", "--name-only", "--format=", "HEAD").split())

    def make(self, what: str, command: str, *more: str) -> subprocess.CompletedProcess[str]:
        """Runs a command that CONTRIBUTING names, with the tools that are here already."""
        self.ran[-1].append(command)
        places = (str(self.root / part) for part in ("generated", "overrides", "simulator"))
        given = environment(PYTHONPATH=os.pathsep.join(places))
        ours = {
            name: text for name, text in given.items() if not name.startswith(("PYTEST_", "MAKE", "MFLAGS", "REHEARSE"))
        }
        words = command.replace("…", BASE).split()
        tools = ["--old-file=.venv/.ready", f"BIN={Path(sys.executable).parent}"]
        ran = subprocess.run(
            [*words, *more, *tools], cwd=self.root, env=ours, capture_output=True, text=True, timeout=3000
        )
        self.seen[what] = ran
        return ran

    def follow(self) -> None:
        """Takes one step after the other."""
        for step in STEPS:
            self.ran.append([])
            step(self)


SUMMARIZE_PAGE = """\
# Summarize Flight task

```yaml
openapi: 3.0.1
paths:
  /openapi/v0.1/flight-task/{task_uuid}/summary:
    get:
      summary: Summarize Flight task
      parameters:
      - {name: task_uuid, in: path, required: true, schema: {type: string, format: uuid}}
      - {name: X-Project-Uuid, in: header, required: true, schema: {type: string, format: uuid}}
      responses:
        '200':
          content:
            application/json:
              schema:
                type: object
                properties:
                  data:
                    type: object
                    required: [photos]
                    properties: {photos: {type: integer}, distance: {type: number}}
              example: {code: 0, message: '', data: {photos: 12, distance: 81.5}}
      x-apifox-folder: Root Directory/Task Management
      x-apifox-status: developing
```
"""

STATES_PAGE = """\
1. Open modeling

Get Details of Models Currently Being Reconstructed

Developing
GET
/openapi/v0.1/open_model/models/running
model status
ReconstructionFailed = 8
ModelingSuccess = 9
RequestingResource = 12
ResourceFailed = 13
ReconstructionExecuting = 14
ReconstructionSuccess = 15
ReconstructionCanceled = 16

Request

Responses

Modified at 2026-06-01 08:00:00
"""

REPORTS_PAGE = """\
<html><body><h1>Get Reports</h1><div>Developing</div><div>GET</div><div>/openapi/v0.1/report</div>
<h2>Request</h2><div>Query Params</div><span>kind[]</span><span>array[string]</span><span>optional</span>
<h2>Responses</h2></body></html>
"""

NEW_INDEX = """\
# FlightHub 2 OpenAPI V1.0

- Root Directory > Reports [Get Reports](https://example.com/1e0.md)
- Root Directory > Task Management [Summarize Flight task](https://example.com/2e0.md)
"""


def compare_pages(way: Way) -> None:
    """What the pages and the index say, before anything is written: one page in each form."""
    folder = way.root / "build" / "pages"
    folder.mkdir(parents=True)
    pages = {"sums.md": SUMMARIZE_PAGE, "states.txt": STATES_PAGE, "reports.html": REPORTS_PAGE}
    for name, text in {**pages, "llms.txt": NEW_INDEX}.items():
        (folder / name).write_text(text, encoding="utf-8")
    way.make("index compared", "make compare INDEX=…", f"INDEX={folder / 'llms.txt'}")
    way.make("pages compared", "make compare PAGES=…", f"PAGES={' '.join(str(folder / name) for name in pages)}")
    way.make("observations compared", "make compare OBSERVED=…", f"OBSERVED={_observed(folder)}")


def _observed(folder: Path) -> Path:
    shape = {"seen": {"integer": 2}, "units": {"ms": 2}}
    seen = {"listWaylines": {"answers": 1, "members": {"data.list[].update_time": shape}}}
    file = folder / "conformance.json"
    content = {"format": "flighthub-conformance/1", "day": "2026-06-01", "operations": seen}
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def transcribe(way: Way) -> None:
    """The pages, and once more for the tests."""
    appended(way.root / "spec" / "paths" / "flight_tasks.yaml", SUMMARIZE)
    appended(way.root / "spec" / "schemas" / "flight_tasks.yaml", SUMS)
    listed = "  '/openapi/v0.1/flight-task/{task_uuid}/summary': {$ref: 'paths/flight_tasks.yaml#/summary'}\n"
    replaced(way.root / "spec" / "openapi.yaml", "(?<=\npaths:\n)", listed)
    replaced(way.root / "spec" / "schemas" / "open_models.yaml", "- ReconstructionSuccess", "- ModelingSuccess")
    replaced(way.root / "spec" / "schemas" / "open_models.yaml", "- RequestingResourceFailed", "- ResourceFailed")
    a_group(way.root / "spec")
    a_device_and_an_enum_value(way.root / "spec")
    an_error_class(way.root)
    tables = way.root / "tests" / "spec"
    appended(tables / "index.yaml", IN_THE_INDEX)
    appended(tables / "members.yaml", ITS_MEMBERS)
    appended(tables / "enums.yaml", "ReportKind: [flight, device]\n")
    replaced(tables / "enums.yaml", r"(?<=\nFlightTaskStatus: \[)", "cancelled, ")
    appended(tables / "codes.yaml", "made_up: [219999]\n")
    appended(tables / "devices.yaml", DOCK_90_IN_THE_TABLE)
    replaced(tables / "devices.yaml", r"(?<=\nparts:\n)", "  roof_height:\n    roof_height: {unit: m}\n")
    product = "  3-90-0: {product: Dock 90, domain: 3, schema: dock_90, confidence: documented}\n"
    replaced(tables / "products.yaml", r"(?<=\nmodels:\n)", product)
    replaced(tables / "test_coverage.py", r'\("ReconstructionSuccess", 9\)', '("ModelingSuccess", 9)')
    replaced(tables / "test_coverage.py", r'\("RequestingResourceFailed", 13\)', '("ResourceFailed", 13)')


def a_group(spec: Path) -> None:
    """A page of a chapter that is new."""
    (spec / "paths" / "reports.yaml").write_text(REPORTS, encoding="utf-8")
    (spec / "schemas" / "reports.yaml").write_text(REPORT_SCHEMAS, encoding="utf-8")
    replaced(spec / "openapi.yaml", r"(?<=\ntags:\n)", "  - {name: Reports, description: Reports of a project.}\n")
    listed = "  /openapi/v0.1/report: {$ref: 'paths/reports.yaml#/reports'}\n"
    replaced(spec / "openapi.yaml", r"(?<=\npaths:\n)", listed)


def a_device_and_an_enum_value(spec: Path) -> None:
    """A dock that is new, and a state of flight tasks."""
    (spec / "devices" / "dock_90.yaml").write_text(DOCK_90, encoding="utf-8")
    product = "  3-90-0: {name: Dock 90, kind: dock, confidence: documented}\n"
    replaced(spec / "products.yaml", r"(?<=\nmodels:\n)", product)
    schemas = spec / "schemas" / "flight_tasks.yaml"
    replaced(schemas, r"(?<=\nFlightTaskStatus:\n)(?s:.*?)(?=\n\S)", _with_a_value(schemas))


def _with_a_value(schemas: Path) -> str:
    status = load(schemas)["FlightTaskStatus"]
    status["enum"].insert(0, "cancelled")
    status["x-enum-descriptions"].insert(0, "Called off before its start")
    if "x-enum-varnames" in status:
        status["x-enum-varnames"].insert(0, "Cancelled")
    return "\n".join(f"  {line}" for line in dump(status).splitlines())


def an_error_class(root: Path) -> None:
    """A code that no error of the client fits."""
    appended(root / "spec" / "errors.yaml", AIRSPACE_CLOSED)
    client = root / "overrides" / "flighthub"
    replaced(client / "errors.py", "(?=class QuotaExceeded)", AIRSPACE_CLOSED_CLASS)
    replaced(client / "errors.py", r'(?<=__all__ = \[\n    "APIError",\n)', '    "AirspaceClosed",\n')
    replaced(client / "__init__.py", r"(?<=\n)(?=        APIError,\n)", "        AirspaceClosed,\n")
    replaced(client / "__init__.py", r'(?<=\n)(?=    "Alert",\n)', '    "AirspaceClosed",\n')


def give_examples(way: Way) -> None:
    """One for each new request and answer."""
    example = {"code": 0, "message": "", "data": {"photos": 12, "distance": 81.5}}
    reports = {"code": 0, "message": "", "data": {"list": [{"name": "Morning", "kind": "flight"}]}}
    for name, each in (("summarizeFlightTask", example), ("listReports", reports)):
        file = way.root / "spec" / "examples" / f"{name}.answer.json"
        file.write_text(json.dumps(each, indent=4) + "\n", encoding="utf-8")


def generate(way: Way) -> None:
    """It stops, as the mistake that an overlay corrects is there no longer."""
    way.make("stopped", "make generate")


def correct(way: Way) -> None:
    """The overlay goes."""
    (way.root / "overrides" / "overlays" / "model-status.yaml").unlink()
    way.make("generated", "make generate")


def commit(way: Way) -> None:
    """The transcription, and what came of it, apart."""
    way.commit("Transcribe the pages of 2026-06-01", "spec", "tests", "overrides")
    way.commit("Generate from them")


def keep_names(way: Way) -> None:
    """A former name goes on working; the project itself uses the new one."""
    way.make("lost", "make freeze")
    (way.root / "overrides" / "names" / "aliases.yaml").write_text(FORMER, encoding="utf-8")
    for folder in ("simulator", "tests/simulator", "tests/client"):
        for file in (way.root / folder).rglob("*.py"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("REQUESTING_RESOURCE_FAILED", "RESOURCE_FAILED"), encoding="utf-8")
    way.make("with the former name", "make generate")
    way.make("frozen", "make freeze")


def tell(way: Way) -> None:
    """What it means, which version follows, and the changelog."""
    way.make("report", "make report BASE=…")
    replaced(way.root / "overrides" / "flighthub" / "_version.py", '"0.7.3"', f'"{VERSION}"')
    replaced(way.root / "CHANGELOG.md", r"(?<=\n)(?=## 0\.7\.3)", CHANGES)
    way.make("told", "make report BASE=… CHECK=1")


def check(way: Way) -> None:
    """All that a change has to pass: the whole of it, but for this rehearsal, which would take itself in.

    `REHEARSE` has the areas of tests where not all of them are asked for.
    """
    way.make("checked", "make check")
    areas = os.environ.get("REHEARSE", "all")
    way.make("tested", "make test", *(() if areas == "all" else (f"AREA={areas}",)))
    way.make("documented", "make docs")
    way.make("built", "make wheel")


STEPS: tuple[Callable[[Way], None], ...] = (
    compare_pages,
    transcribe,
    give_examples,
    generate,
    correct,
    commit,
    keep_names,
    tell,
    check,
)
"""The steps of CONTRIBUTING, in its order."""
