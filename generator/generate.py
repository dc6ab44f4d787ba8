"""Step 4: the package. openapi-python-client parses and renders, our templates say what, this module says which files.

    python -m generator.generate [--root CHECKOUT]              writes generated/ and the lock
    python -m generator.generate --check [--root CHECKOUT]      writes nothing, exit 1 if anything would change

As many operations come out as went in, and every diagnostic of the engine is a failure.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.properties import EnumProperty
from ruff.__main__ import find_ruff_bin

from flighthub_runtime import codecs
from flighthub_runtime.models import RESERVED
from generator import lock
from generator.bundle import bundle
from generator.docstrings import docstring
from generator.documents import Document, SpecError, dump, load
from generator.layout import Layout
from generator.lint import lint
from generator.lower import lower
from generator.names.aliases import Aliases
from generator.python.calls import Describer
from generator.python.columns import table_schema
from generator.python.events import catalogue
from generator.python.types import json_as_python
from generator.schema_access import edition_of, editions, event_schema, operations, webhooks

HEADER = "Generated from spec/ by `make generate`; not edited by hand."

_STATES = {"dock", "aircraft", "remote_controller", "any"}
_OBJECTS = re.compile(r'ObjectOf\("(\w+)", __package__\)')
_CODECS = frozenset(name for name in codecs.__all__ if isinstance(getattr(codecs, name), type))
_CALLED = re.compile(r"\b([A-Z]\w+)\(")


def describer(document: Document, layout: Layout) -> Describer:
    """What says how the parts of a document are called in the package."""
    settings = load(layout.config)
    return Describer(document, settings["identifiers"], RESERVED | _CODECS, settings["exports"])


_PLACE = re.compile(r"([a-z][a-z0-9_]*/)*(__init__|[a-z][a-z0-9_]*)\.(py|typed)")


class Modules(dict[str, str]):
    """The texts of the modules by their paths in the package. None leaves the package, none is written twice."""

    def __setitem__(self, name: str, text: str) -> None:
        if not _PLACE.fullmatch(name):
            raise SpecError(f"{name!r} cannot be a file of the package")
        if name in self:
            raise SpecError(f"{name} would be written twice: two names of the spec make the same file")
        super().__setitem__(name, text)


class Package(Project):
    """The engine's project, with our files instead of its own."""

    def __init__(self, document: Document, layout: Layout) -> None:
        self.document = document
        self.layout = layout
        settings = load(layout.config)
        config = Config.from_sources(
            ConfigFile(**settings["engine"], package_name_override=settings["package"]),
            MetaType.NONE,
            layout.spec / "openapi.yaml",
            "utf-8",
            True,
            layout.package,
        )
        parsed = GeneratorData.from_dict(lower(document), config=config)
        if isinstance(parsed, GeneratorError):
            raise SpecError(f"{parsed.header}: {parsed.detail}")
        super().__init__(openapi=parsed, config=config, custom_template_path=layout.templates)
        problems = [f"{each.header or ''} {each.detail or ''}".strip() for each in self._get_errors()]
        if problems:
            raise SpecError("the engine reports: " + re.sub(r"<\S+ object at 0x[0-9a-f]+>", "…", "; ".join(problems)))
        self.describer = describer(document, layout)
        self.aliases = Aliases(document)
        self.env.filters["literal"] = repr
        self.env.filters["docstring"] = docstring

    @cached_property
    def bundle_file(self) -> bytes:
        """The bundle as it is shipped."""
        return f"# {HEADER}\n{dump(self.document)}".encode()

    def files(self) -> Modules:
        """The generated modules by their path in the package."""
        groups = self._calls()
        calls = [call for found in groups.values() for _, call in found]
        models = {each["name"]: each for each in map(self.describer.model, self.openapi.models)}
        models = {name: models[name] for name in sorted(_reachable(models, calls, self._events()))}
        used = {name for each in [*models.values(), *calls] for name in each["enums"]}
        parsed = (each for each in self.openapi.enums if isinstance(each, EnumProperty))
        enums = {each["name"]: each for each in map(self.describer.enum, parsed) if each["name"] in used}
        for each in enums.values():
            each["former"] = self.aliases.of("value", each["by_name"], each["name"])
        modules = {each["name"]: each["module"] for each in [*models.values(), *enums.values()]}
        made = Modules()
        for each in models.values():
            made[f"models/{each['module']}.py"] = self._render("model.py.jinja", model=each, modules=modules)
        for each in enums.values():
            made[f"enums/{each['module']}.py"] = self._render("enum.py.jinja", enum=each)
        for folder, door, found, doc in (
            ("models", "types", models, "The objects of the API."),
            ("enums", "enums", enums, "The enums of the API."),
        ):
            made[f"{folder}/__init__.py"] = self._names(door, sorted(found), modules, doc)
        self._groups(groups, made)
        made["about.py"] = self._about()
        made["servers.py"] = self._servers()
        self._operations(made)
        made["operation_details.py"] = self._render(
            "operation_details.py.jinja",
            details={operation["operationId"]: call["details"] for operation, call in self._flat(groups)},
        )
        made["errors.py"] = self._errors()
        made["events.py"] = self._render("events.py.jinja", **catalogue(self.document))
        made["products.py"] = self._products()
        states = sorted(name for name in models if self._device_of(name) in _STATES)
        made["tables.py"] = self._render(
            "tables.py.jinja",
            exports=load(self.layout.config)["exports"],
            tables={name: table_schema(self.document, name, models[name]) for name in sorted(models)},
        )
        made["device_states.py"] = self._render("device_states.py.jinja", names=states)
        made["__init__.py"] = self._render("package_init.py.jinja")
        made["py.typed"] = f"# {HEADER}\n"
        self.aliases.all_placed()
        return made

    def _names(self, door: str, names: list[str], modules: dict[str, str], doc: str) -> str:
        """The module through which all models, or all enums, are imported."""
        former = self.aliases.of(door, names)
        exported = sorted([*names, *(each.old for each in former)])
        return self._render(
            "lazy_init.py.jinja", names=names, exported=exported, former=former, modules=modules, doc=doc
        )

    def _render(self, template: str, **context: Any) -> str:
        text = self.env.get_template(template).render(header=HEADER, **context)
        used = sorted(set(_CALLED.findall(text)) & _CODECS)
        line = "from flighthub_runtime.codecs import "
        return text.replace(f"{line}*", f"{line}{', '.join(used)}" if used else "")

    def _calls(self) -> dict[str, list[tuple[Document, dict[str, Any]]]]:
        """The operations of each group, as the transcription and as the template have them."""
        found: dict[str, list[tuple[Document, dict[str, Any]]]] = {}
        parsed = {
            (endpoint.method, endpoint.path.get_untrusted_value()): endpoint
            for collection in self.openapi.endpoint_collections_by_tag.values()
            for endpoint in collection.endpoints
        }
        wanted = list(operations(self.document))
        if len(parsed) != len(wanted):
            raise SpecError(f"{len(wanted)} operations went into the engine, {len(parsed)} came out")
        for path, method, operation in wanted:
            call = self.describer.call(operation, parsed[method, path])
            found.setdefault(operation["x-flighthub"]["group"], []).append((operation, call))
        return found

    def _events(self) -> set[str]:
        """The models of the events, which no operation answers."""
        return {event_schema(event) for _, event in webhooks(self.document)}

    def _groups(self, found: dict[str, list[tuple[Document, dict[str, Any]]]], made: Modules) -> None:
        groups = []
        tags = {tag["name"]: tag["description"] for tag in self.document["tags"]}
        for name, members in found.items():
            calls = [call for _, call in members]
            former = self._former_methods(name, calls)
            group = {
                "former": former,
                "renames": bool(former) or any(each.former for call in calls for each in call["keywords"]),
                "name": name,
                "class_name": "".join(word.capitalize() for word in name.split("_")),
                "doc": tags[Counter(operation["tags"][0] for operation, _ in members).most_common(1)[0][0]],
                "calls": calls,
                "models": sorted(set().union(*(call["models"] for call in calls))),
                "enums": sorted(set().union(*(call["enums"] for call in calls))),
            }
            forms = [
                {"prefix": "", "define": "", "wait": "", "raw": ""},
                {"prefix": "Async", "define": "async ", "wait": "await ", "raw": "async_"},
            ]
            made[f"groups/{name}.py"] = self._render("group.py.jinja", group=group, forms=forms)
            groups.append(group)
        groups.sort(key=lambda each: str(each["name"]))
        by_name = {str(group["name"]): group for group in groups}
        renamed = [{"alias": each, "group": by_name[each.new]} for each in self.aliases.of("group", by_name)]
        for module, raw in (("__init__", ""), ("raw", "Raw")):
            made[f"groups/{module}.py"] = self._render("groups.py.jinja", groups=groups, former=renamed, raw=raw)

    @staticmethod
    def _flat(groups: dict[str, list[tuple[Document, dict[str, Any]]]]) -> list[tuple[Document, dict[str, Any]]]:
        return sorted((each for found in groups.values() for each in found), key=lambda each: each[0]["operationId"])

    def _former_methods(self, group: str, calls: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The former methods of a group with the calls they make; gives arguments their former names, too."""
        by_name = {call["method"]: call for call in calls}
        for method, call in by_name.items():
            arguments = {each.attribute: each for each in call["arguments"]}
            for alias in self.aliases.of("argument", arguments, f"{group}.{method}"):
                argument = arguments[alias.new]
                if argument not in call["keywords"] or argument.mask or argument.former:
                    raise SpecError(
                        f"aliases.yaml: {alias.said[0]}: only a keyword that holds no secret has a former name, and one"
                    )
                argument.former = alias
        return [{"alias": each, "call": by_name[each.new]} for each in self.aliases.of("method", by_name, group)]

    def _about(self) -> str:
        found = [operation for _, _, operation in operations(self.document)]
        described = []
        for name, notes in editions(self.document).items():
            own = [each["x-flighthub"] for each in found if edition_of(self.document, each) == name]
            newest = max(map(date.fromisoformat, [notes["dated"], *(each["source"]["dated"] for each in own)]))
            described.append(
                {
                    "name": name,
                    "title": notes["title"],
                    "available": tuple(notes["available"]),
                    "documented": f"date({newest.year}, {newest.month}, {newest.day})",
                    "confidence": notes["confidence"],
                    "operations": len(own),
                    "probe": notes.get("probe"),
                    "description": " ".join(notes["description"].split()),
                }
            )
        return self._render(
            "about.py.jinja",
            editions=described,
            operations=len(found),
            spec_sha256=lock.sha256(self.bundle_file),
        )

    def _operations(self, made: Modules) -> None:
        records: list[dict[str, Any]] = []
        for path, method, operation in operations(self.document):
            notes = operation["x-flighthub"]
            names = [each.get("$ref", "").rpartition("/")[2] for each in operation["parameters"]]
            records.append(
                {
                    "operation_id": operation["operationId"],
                    "http_method": method.upper(),
                    "path": path,
                    **{
                        key: notes[key]
                        for key in ("scope", "effect", "retry", "group", "method", "confidence", "result")
                    },
                    "edition": edition_of(self.document, operation),
                    "sends_project": "ProjectUuid" in names or "OptionalProjectUuid" in names,
                    "page": notes["page"],
                    "next_step": " ".join(notes.get("next_step", "").split()),
                }
            )
        made["operations/__init__.py"] = self._render("operations_init.py.jinja", operations=records)
        for group in sorted({each["group"] for each in records}):
            own = [each for each in records if each["group"] == group]
            made[f"operations/{group}.py"] = self._render("operations_group.py.jinja", group=group, operations=own)

    def _servers(self) -> str:
        parameters = self.document["components"]["parameters"]
        return self._render(
            "servers.py.jinja",
            servers=json_as_python(
                {s["x-flighthub"]["region"]: s["url"] for s in self.document["servers"] if "region" in s["x-flighthub"]}
            ),
            headers={
                "token": repr(self.document["components"]["securitySchemes"]["OrganizationKey"]["name"]),
                "project": repr(parameters["ProjectUuid"]["name"]),
                "request_id": repr(parameters["RequestId"]["name"]),
                "language": repr(parameters["Language"]["name"]),
            },
            languages=repr(tuple(self.document["components"]["schemas"]["Language"]["enum"])),
        )

    def _device_of(self, name: str) -> str | None:
        found: str | None = self.document["components"]["schemas"][name].get("x-flighthub", {}).get("device")
        return found

    def _products(self) -> str:
        tables = self.document["x-flighthub"]["products"]
        products = [(key, each["name"], each["kind"], each["confidence"]) for key, each in tables["models"].items()]
        cameras = [
            (key, each["name"], tuple(each["lenses"]), each.get("laser_rangefinder"), each["confidence"])
            for key, each in tables["cameras"].items()
        ]
        performance = [
            (key, each.get("endurance"), each.get("radius"), each["confidence"])
            for key, each in tables.get("performance", {}).items()
        ]
        return self._render(
            "products.py.jinja",
            products=[{"key": each[0], "fields": map(repr, each)} for each in products],
            cameras=[{"key": each[0], "fields": map(repr, each)} for each in cameras],
            performance=[{"key": each[0], "fields": map(repr, each)} for each in performance],
            positions=json_as_python({str(number): text for number, text in tables["positions"].items()}),
        )

    def _errors(self) -> str:
        entries = []
        for entry in self.document["x-flighthub"]["errors"]:
            retryable = entry["retryable"]
            fields = {
                "code": entry["code"],
                "meaning": entry["meaning"],
                "error_class": entry["class"],
                "retryable": tuple(retryable) if isinstance(retryable, list) else retryable,
                "hint": entry["hint"],
                "confidence": entry["confidence"],
                **({"nothing": tuple(entry["nothing"])} if "nothing" in entry else {}),
            }
            entries.append({"code": entry["code"], "fields": [f"{name}={value!r}" for name, value in fields.items()]})
        return self._render("errors.py.jinja", errors=entries)


def _reachable(models: dict[str, dict[str, Any]], calls: list[dict[str, Any]], events: set[str]) -> set[str]:
    """The models that an argument, an answer or an event can hold; parts that only others extend are no classes."""
    found: set[str] = set()
    left = events | {name for call in calls for name in [*call["models"], *_OBJECTS.findall(call["answer"] or "")]}
    while left:
        found |= left
        left = {name for each in left for name in models[each]["models"]} - found
    return found


def generate(layout: Layout) -> dict[str, bytes]:
    """Every file of the package, formatted, by its path in the package."""
    document = bundle(layout)
    findings = lint(document)
    if findings:
        raise SpecError("\n".join(map(str, findings)))
    package = Package(document, layout)
    texts = package.files()
    made = _formatted(texts, load(layout.config)["line_length"])
    made["openapi.yaml"] = package.bundle_file
    return dict(sorted(made.items()))


def _formatted(texts: dict[str, str], line_length: int) -> dict[str, bytes]:
    """The modules as ruff formats them, with the imports they use and no others."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        common = ["--isolated", "--no-cache", "--quiet", "--line-length", str(line_length), "--target-version", "py311"]
        keep_exports = 'lint.per-file-ignores = {"__init__.py" = ["F401"]}'
        ours = 'lint.isort.known-first-party = ["flighthub_runtime"]'
        commands = [
            ["check", *common, "--select", "F401,I,UP037", "--fix", "--config", keep_exports, "--config", ours],
            ["format", *common],
        ]
        for command in commands:
            ran = subprocess.run([find_ruff_bin(), *command, folder], capture_output=True, text=True)
            if ran.returncode:
                said = (ran.stdout + ran.stderr).replace(folder, ".")
                raise SpecError(f"ruff {command[0]} fails on the generated code:\n{said}")
        return {name: Path(folder, name).read_bytes() for name in texts}


def differences(layout: Layout, outputs: dict[str, bytes]) -> list[str]:
    """In what the checkout differs from what would be generated now; empty when it is up to date."""
    found = []
    present = {
        file.relative_to(layout.package).as_posix(): file
        for file in layout.package.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    for name, data in outputs.items():
        if name not in present:
            found.append(f"{name} is missing")
        elif present[name].read_bytes() != data:
            found.append(f"{name} differs from what its sources give")
    found += [
        f"{file.relative_to(layout.package.parent).as_posix()} is an orphan: nothing generates it"
        for file in sorted(layout.package.parent.rglob("*"))
        if file.is_file() and layout.package not in file.parents and "__pycache__" not in file.parts
    ]
    found += [f"{name} is an orphan: nothing generates it" for name in sorted(set(present) - set(outputs))]
    if not layout.lock.exists() or layout.lock.read_text(encoding="utf-8") != lock.made(layout, outputs):
        found.append(f"{layout.lock.name} does not fit sources, tools and outputs")
    return found


def write(layout: Layout, outputs: dict[str, bytes]) -> None:
    """Brings the checkout up to date, touching only what differs."""
    for name, data in outputs.items():
        file = layout.package / name
        if file.resolve() != file:
            raise SpecError(f"generated/{layout.package.name}/{name}: there is a link on the way; remove it")
        if not file.exists() or file.read_bytes() != data:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    for file in sorted(layout.package.rglob("*"), reverse=True):
        if file.is_file() and file.relative_to(layout.package).as_posix() not in outputs:
            file.unlink()
        elif file.is_dir() and not any(file.iterdir()):
            file.rmdir()
    layout.lock.parent.mkdir(parents=True, exist_ok=True)
    layout.lock.write_text(lock.made(layout, outputs), encoding="utf-8")


def main() -> None:
    """Generates or checks the package of a checkout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Layout().root)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    layout = Layout(arguments.root)
    try:
        outputs = generate(layout)
        if not arguments.check:
            write(layout, outputs)
    except SpecError as error:
        sys.exit(f"generate: {error}")
    if arguments.check:
        found = differences(layout, outputs)
        if found:
            sys.exit("generate --check: run `make generate`:\n" + "\n".join(f"  {each}" for each in found))
        print(f"generated/ is up to date: {len(outputs)} files")
        return
    print(f"{len(list(operations(bundle(layout))))} operations, {len(outputs)} files in {layout.package.name}")


if __name__ == "__main__":
    main()
