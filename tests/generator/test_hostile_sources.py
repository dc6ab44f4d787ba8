"""Sources that mean harm: what they say is printed as text, stays inside the tree and takes no more than it may."""

from __future__ import annotations

import ast
import json
import time
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from checkouts import appended, python_with_package, replaced
from planting import plant

from generator.bundle import bundle
from generator.documents import LARGEST, Document, SpecError, dump, parse
from generator.generate import Modules, Package, write
from generator.layout import CHECKOUT, Layout

HOSTILE = (
    'x"""\nimport planted\n"""); import planted; (\'\'\'{{ 7*7 }}{% raw %}#}`</code>\n\n<script>1</script>\\',
    '`planted` | [a](javascript:b) ```{include} x "',
)
"""Texts that end what they stand in: a docstring, a literal, a template, code, a cell, a line; a quote at the end."""


def hostile(document: Document, text: str) -> Document:
    """A copy of a document with a hostile text around every text that somebody wrote."""
    made = deepcopy(document)
    assert plant(made, lambda written: f"{text} {written} {text}") > len(made["paths"])
    return made


def outline(module: str) -> str:
    """A module without its texts: what would run."""
    tree = ast.parse(module)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(tree)


@pytest.fixture(scope="module")
def outlines(faithful: Document) -> dict[str, str]:
    """What would run of each module of the untouched package."""
    return {name: outline(text) for name, text in Package(faithful, Layout()).files().items()}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_the_spec_becomes_code(text: str, faithful: Document, outlines: dict[str, str]) -> None:
    made = Package(hostile(faithful, text), Layout()).files()
    assert "planted" in made["groups/flight_tasks.py"]
    assert [module for module, source in made.items() if outline(source) != outlines[module]] == []


READ_PAGES = """\
import json
from collections import Counter
from pathlib import Path

from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from docs.pages.bundle import Bundle
from docs.pages.devices import Devices
from docs.pages.groups import Places, group_page
from docs.pages.lists import errors_page

settings = MdParserConfig(enable_extensions={"colon_fence", "deflist", "attrs_block", "attrs_inline"})
reader = create_md_parser(settings, RendererHTML)

def blocks(text):
    tokens = [each for token in reader.parse(text) for each in [token, *(token.children or ())]]
    return Counter(each.type for each in tokens if each.type not in ("text", "code_inline", "text_special"))

def pages(file):
    bundle = Bundle(file)
    places = Places(bundle)
    yield Devices(bundle, places).page("Dock3State")
    yield group_page(bundle, places, "flight_tasks")
    yield errors_page(bundle)

print(json.dumps([[blocks(page) for page in pages(Path(file))] for file in FILES]))
"""


def test_no_text_of_the_spec_becomes_markup_of_the_documentation(faithful: Document, tmp_path: Path) -> None:
    files = [tmp_path / "faithful.yaml", tmp_path / "hostile.yaml"]
    for file, each in zip(files, [faithful, hostile(faithful, " ".join(HOSTILE))], strict=True):
        file.write_text(dump(each), encoding="utf-8")
    read = python_with_package(CHECKOUT, f"FILES = {list(map(str, files))!r}\n{READ_PAGES}")
    assert read.returncode == 0, read.stderr
    harmless, planted = json.loads(read.stdout)
    assert planted == harmless


# Files


@pytest.mark.parametrize(
    "name", ["../x.py", "groups/../../x.py", "/tmp/x.py", "groups/x/.py", "C:/x.py", "a\\b.py", ""]
)
def test_no_name_of_the_spec_leads_out_of_the_package(name: str) -> None:
    with pytest.raises(SpecError, match="cannot be a file of the package"):
        Modules()[name] = ""


def test_no_file_of_the_package_is_written_twice() -> None:
    made = Modules()
    made["models/track.py"] = ""
    with pytest.raises(SpecError, match=r"models/track.py would be written twice"):
        made["models/track.py"] = ""


def test_a_link_in_the_package_leads_nothing_out_of_it(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "checkout")
    layout.package.mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (layout.package / "models").symlink_to(tmp_path / "outside")
    with pytest.raises(SpecError, match="there is a link on the way"):
        write(layout, {"models/track.py": b""})
    assert list((tmp_path / "outside").iterdir()) == []


# References


SECRET = "TheSecret: {type: object, description: Of somebody else.}\n"


def secret_beside(root: Path) -> Path:
    file = root.parent / "secret.yaml"
    file.write_text(SECRET, encoding="utf-8")
    return file


def refers(reference: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        secret = secret_beside(root)
        replaced(
            root / "spec/paths/system.yaml", r"'\.\./schemas/envelope.yaml#/Envelope'", f"'{reference.format(secret)}'"
        )

    return spoil


def links(place: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        (root / place).unlink(missing_ok=True)
        (root / place).symlink_to(secret_beside(root))

    return spoil


def links_a_folder(root: Path) -> None:
    secret = secret_beside(root)
    (root / "spec" / "more").symlink_to(secret.parent)
    refers("../more/secret.yaml#/TheSecret")(root)


def leads_back(root: Path) -> None:
    replaced(root / "spec/paths/system.yaml", "system_status:\n", "system_status: {$ref: '#/system_status'}\nother:\n")


def multiplies(root: Path) -> None:
    tenfold = [", ".join([f"{{$ref: '#/level{n + 1}'}}"] * 10) for n in range(9)]
    levels = [f"level{n}: [{each}]\n" for n, each in enumerate(tenfold)]
    appended(root / "spec/paths/system.yaml", "".join(levels) + "level9: {description: The last.}\n")
    replaced(root / "spec/paths/system.yaml", "    summary:", "    x-more: {$ref: '#/level0'}\n    summary:")


OUTSIDE = [
    ("a path upwards", refers("../../../secret.yaml#/TheSecret"), "leads out of spec/"),
    ("an absolute path", refers("{}#/TheSecret"), "leads out of spec/"),
    ("a URL", refers("https://example.com/secret.yaml#/TheSecret"), "leads out of spec/"),
    ("a file URL", refers("file://{}#/TheSecret"), "leads out of spec/"),
    ("a linked folder", links_a_folder, "leads out of spec/"),
    ("a linked file of schemas", links("spec/schemas/secret.yaml"), "leads out of spec/"),
    ("a linked example", links("spec/examples/getSystemStatus.answer.json"), "leads out of examples/"),
    ("a linked overlay", links("overrides/overlays/secret.yaml"), "leads out of overlays/"),
    ("linked codes", links("spec/errors.yaml"), "leads out of spec/"),
    ("linked former names", links("overrides/names/aliases.yaml"), "leads out of names/"),
    ("part of a schema", refers("../schemas/envelope.yaml#/Envelope/properties"), "has to name a whole schema"),
    ("itself", leads_back, "leads back to itself"),
    ("a bomb of references", multiplies, "its references come to more than"),
]


@pytest.mark.parametrize(("spoil", "says"), [pytest.param(*rest, id=name) for name, *rest in OUTSIDE])
def test_a_reference_to_what_is_not_in_the_tree_is_an_error(
    spoil: Callable[[Path], None], says: str, sources: Path
) -> None:
    spoil(sources)
    with pytest.raises(SpecError, match=says):
        bundle(Layout(sources))


# YAML


def bomb(levels: int, leaf: str) -> str:
    """Aliases of aliases, ten of each."""
    lines = [f"a0: &a0 {leaf}"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(lines)


REFUSED = {
    "a bomb of aliases": (bomb(9, "[1]"), "comes to more than"),
    "a bomb of long texts": (bomb(4, "x" * 10_000), "comes to more than"),
    "a chain of aliases": ("\n".join(f"a{n}: &a{n} [{f'*a{n - 1}' if n else ''}]" for n in range(200)), "nested more"),
    "an alias of itself": ("a: &a [*a]", "holds itself"),
    "deep lists": ("[" * 200_000, "is nested more than"),
    "a large file": ("# " + "x" * LARGEST, "has more than"),
    "a tag of Python": ("a: !!python/object/apply:os.system [id]", "YAML reads a"),
    "a tag of its own": ("a: !planted 1", "YAML reads a !planted"),
    "a date": ("a: 2026-05-08", "YAML reads a timestamp"),
    "bytes": ("a: !!binary aGk=", "YAML reads a binary"),
    "a merge": ("a: {<<: {b: 1}}", "YAML reads a merge"),
    "no number": ("a: .nan", "is not a JSON number"),
    "an endless number": ("a: 1.0e+999", "is not a JSON number"),
    "a long number": ("a: " + "9" * 5_000, "integer string conversion"),
    "a key twice": ("a: 1\na: 2", "the key 'a' stands twice"),
    "a key that is none": ("yes: 1", "YAML reads a key as True"),
    "a list as a key": ("? [a]\n: 1", "YAML reads a key as"),
    "a control character": (r'a: "\0"', "U\\+0000"),
    "another direction of writing": ('a: "\u202e"', "U\\+202E"),
    "two documents": ("--- 1\n--- 2", "single document"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_yaml_that_json_could_not_say_or_that_is_out_of_bounds_is_an_error(name: str) -> None:
    text, says = REFUSED[name]
    started = time.process_time()
    with pytest.raises(SpecError, match=says):
        parse(text, "hostile.yaml")
    assert time.process_time() - started < 5


def test_an_alias_within_bounds_is_what_it_stands_for() -> None:
    assert parse("a: &a [1, two]\nb: [*a, *a]", "harmless.yaml") == {"a": [1, "two"], "b": [[1, "two"], [1, "two"]]}
