"""Members of objects whose names mean something to Python, to attrs or to our own models are read and written all the
same; names that no attribute can have are refused.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from checkouts import copy_of_sources, python_with_package
from pruning import of_groups

from generator.documents import Document, SpecError, dump, load
from generator.generate import Package, generate, write
from generator.layout import Layout
from generator.lint import lint

AWKWARD: dict[str, dict[str, str | None]] = {
    "OfTheModel": {
        "to_dict": "to_dict_",
        "from_dict": "from_dict_",
        "additional_properties": "additional_properties_",
        "deviations": "deviations_",
    },
    "OfTheStockGenerator": {"d": "d", "src_dict": "src_dict", "field_dict": "field_dict", "UNSET": "UNSET"},
    "OfTheReader": {"source": "source", "values": "values", "preserved": "preserved", "member": "member", "cls": "cls"},
    "OfPython": {"class": "class_", "from": "from_", "None": "None_", "match": "match", "type": "type"},
    "OfBuiltins": {"list": "list", "dict": "dict", "str": "str", "int": "int", "id": "id", "property": "property"},
    "OfTheTypeNames": {"datetime": "datetime", "builtins": "builtins"},
    "OfSelf": {"self": None},
    "OfAttrsField": {"field": None},
    "OfAttrsDefine": {"define": None},
    "OfOurDefaults": {"masked": None, "empty_list": None},
    "OfOurTable": {"String": None, "ListOf": None, "Member": None, "Members": None},
    "OfAnnotations": {"Any": None, "ClassVar": None, "Preserved": None},
    "OfWire": {"__wire__": None},
    "OfInit": {"__init__": None},
    "OfPreserved": {"_preserved": None},
}
"""Objects, their members' names on the wire, and the attributes these become; None where any will do."""

REFUSED = [
    pytest.param(["class", "class_"], id="a keyword and its way out"),
    pytest.param(["to_dict", "to_dict_"], id="a method and its way out"),
    pytest.param(["_id", "id"], id="what attrs takes for one argument"),
    pytest.param(["39-0-7"], id="a camera index"),
    pytest.param(["a b"], id="two words"),
    pytest.param(['a"b'], id="a quote"),
]


def schema_of(names: list[str]) -> dict[str, Any]:
    """An object with these members as text, then a secret and a list, which need helpers in the class body."""
    members: dict[str, Any] = {name: {"type": "string", "description": "A member."} for name in names}
    members["zz_secret"] = {"type": "string", "format": "password", "description": "A secret."}
    members["zz_list"] = {"type": "array", "items": {"type": "string"}, "description": "A list."}
    return {"type": "object", "description": "An object with awkward names.", "properties": members}


def value_of(names: list[str]) -> dict[str, Any]:
    """Such an object as it comes."""
    return {**{name: f"the value of {name}" for name in names}, "zz_secret": "s3cret", "zz_list": ["a", "b"]}


def add_schemas(found: Document, schemas: dict[str, list[str]], at: str) -> None:
    """Lets the answer about a flight task hold objects with these members."""
    for name, names in schemas.items():
        found[name] = schema_of(names)
        found["FlightTask"]["properties"][f"zz_{name.lower()}"] = {"$ref": f"{at}/{name}", "description": "Awkward."}


def with_schemas(folder: Path, schemas: dict[str, list[str]]) -> Path:
    """A copy of the sources in which the answer about a flight task holds objects with these members."""
    root = copy_of_sources(folder)
    file = root / "spec" / "schemas" / "flight_tasks.yaml"
    document = load(file)
    add_schemas(document, schemas, "#")
    file.write_text(dump(document), encoding="utf-8")
    return root


ROUND_TRIP = """\
import json
import flighthub_api.models

def tried(name, came, attributes):
    try:
        model = getattr(flighthub_api.models, name)
        read = model.from_dict(came)
        found = {
            "attributes": {wire: getattr(read, attribute) for wire, attribute in attributes.items() if attribute},
            "given_back": model.to_dict(read),
            "repr": repr(read),
            "deviations": list(read.deviations()),
            "additional_properties": read.additional_properties,
        }
        read.zz_list = ["c"]
        found["changed"] = read.to_dict()
        return json.loads(json.dumps(found))
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}

print(json.dumps({name: tried(name, *each) for name, each in json.loads(GIVEN).items()}))
"""


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What became of each object when it was read and written by a generated model."""
    root = with_schemas(
        tmp_path_factory.mktemp("names") / "checkout", {name: list(members) for name, members in AWKWARD.items()}
    )
    write(Layout(root), generate(Layout(root)))
    given = json.dumps({name: (value_of(list(members)), members) for name, members in AWKWARD.items()})
    ran = python_with_package(root, f"GIVEN = {given!r}\n{ROUND_TRIP}")
    assert ran.returncode == 0, ran.stderr
    found: dict[str, dict[str, Any]] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize("name", AWKWARD)
def test_an_object_with_awkward_names_gives_back_what_came(name: str, tried: dict[str, dict[str, Any]]) -> None:
    assert "error" not in tried[name], tried[name]
    assert tried[name]["given_back"] == value_of(list(AWKWARD[name]))


@pytest.mark.parametrize("name", [name for name, members in AWKWARD.items() if all(members.values())])
def test_an_awkward_name_becomes_a_foreseeable_attribute(name: str, tried: dict[str, dict[str, Any]]) -> None:
    assert tried[name]["attributes"] == {wire: f"the value of {wire}" for wire in AWKWARD[name]}


@pytest.mark.parametrize("name", [name for name, members in AWKWARD.items() if all(members.values())])
def test_what_every_model_can_do_is_not_hidden_by_awkward_names(name: str, tried: dict[str, dict[str, Any]]) -> None:
    seen = tried[name]
    assert (seen["deviations"], seen["additional_properties"]) == ([], {})
    assert seen["changed"] == {**value_of(list(AWKWARD[name])), "zz_list": ["c"]}
    assert "s3cret" not in seen["repr"]


@pytest.mark.parametrize("names", REFUSED)
def test_names_that_cannot_be_told_apart_or_written_are_refused(names: list[str], faithful: Document) -> None:
    document = of_groups(faithful, "flight_tasks")
    add_schemas(document["components"]["schemas"], {"Unnameable": names}, "#/components/schemas")
    findings = [str(each) for each in lint(document) if "Unnameable" in each.place]
    if not findings:
        with pytest.raises(SpecError, match=r"(?i)unnameable"):
            Package(document, Layout()).files()
