"""Pages are data that anybody may have written: whatever they hold, they are read within bounds."""

from __future__ import annotations

import os
import random
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from comparing import compared
from printed_pages import FORMS, Spec, index_text, link_list, printed

from generator.pages import index
from generator.pages.compare import compare
from generator.pages.reading import LARGEST, Material, read, recognise
from generator.pages.transcription import Transcription

COUNT = int(os.environ.get("PAGE_FUZZ", "240"))
"""How many pages are spoiled; PAGE_FUZZ=10000 for all."""

SAMPLES = sorted(each for each in Path(__file__).with_name("samples").iterdir() if each.suffix in (".md", ".txt"))

SECONDS = 1.0
MEGABYTES = 200

PIECES = (
    "GET", "/openapi/v0.1/project", "Developing", "Request", "Responses", "🟢200Success", "required", "string ",
    "array[object]", "enum<string>", "Allowed values:", "Default:", ">= 1", "{", "}", "[", "]", "\"", "{{x}}",
    "```yaml",
    "```", "openapi: 3.0.1", "paths:", "  ", "- ", ": ", "&a", "*a", "!!python/object:x", "<div>", "</div>", "<script>",
    "<!--", "&#x10FFFF;", "&lt;", "\x00", "\u202e", "𐍈", "枚举值:", "Example", "1. ", "  • Root Directory", "# ",
    "](http://x.y/z)", "null", "1e999", "-0", "9" * 400, "a = 1", "Modified at 2026-99-99", "<<", "? ", "| ", "%",
)  # fmt: skip


def spoiled(text: str, draw: random.Random) -> str:
    """A text with some of it gone, doubled, changed or put elsewhere."""
    for _ in range(draw.randint(1, 12)):
        at, end = sorted((draw.randint(0, len(text)), draw.randint(0, len(text))))
        end = min(end, at + draw.choice((1, 5, 60, 600)))
        match draw.randrange(6):
            case 0:
                text = text[:at] + text[end:]
            case 1:
                text = text[:end] + text[at:end] * draw.choice((1, 2, 20)) + text[end:]
            case 2:
                text = text[:at] + draw.choice(PIECES) + text[end:]
            case 3:
                lines = text.split("\n")
                draw.shuffle(lines) if draw.random() < 0.1 else lines.sort(key=lambda _: draw.random() < 0.02)
                text = "\n".join(lines)
            case 4:
                text = text[:at] + "".join(chr(draw.choice((9, 10, 34, 60, 123, 0x4E00, draw.randint(32, 0x2FFF))))
                                           for _ in range(draw.randint(1, 40))) + text[at:]  # fmt: skip
            case _:
                text = text[:at] + draw.choice(PIECES) * draw.choice((1, 3, 50)) + text[at:]
    return text


def examined(text: str, spec: Transcription) -> Material:
    """Everything that the command does with a text."""
    material = Material()
    recognise(text, "page", material)
    comparisons = [compare(page, spec) for page in material.pages]
    for listed in material.indexes:
        index.compare(listed, spec)
    index.due(comparisons, material.indexes, spec)
    return material


@pytest.mark.parametrize("part", range(4))
def test_no_spoiled_page_raises_or_takes_long_or_much(part: int, spec: Transcription, printed_spec: Spec) -> None:
    draw = random.Random(f"fuzz {part}")
    ids = list(printed_spec.pages)
    samples = [each.read_text(encoding="utf-8") for each in SAMPLES]
    samples += [index_text({"A": ["B", "C"]}), link_list({"A": ["B", "C"]})]
    compared(printed(printed_spec.pages[ids[0]], "text"), spec)
    for number in range(COUNT // 4):
        text = draw.choice(samples)
        if draw.random() < 0.8:
            text = printed(printed_spec.pages[draw.choice(ids)], draw.choice(FORMS))
        text = spoiled(text, draw)
        begun = time.process_time()
        measured = number % 20 == 0
        if measured:
            tracemalloc.start()
        try:
            examined(text, spec)
        finally:
            if measured:
                most = tracemalloc.get_traced_memory()[1]
                tracemalloc.stop()
        assert measured or time.process_time() - begun < SECONDS
        assert not measured or most < MEGABYTES * 10**6


HOSTILE: dict[str, Callable[[], str]] = {
    "tags that never end": lambda: "<html>" + "<div " * 100_000,
    "angle brackets": lambda: "<html>" + "<" * 500_000,
    "comments that never end": lambda: "<html>" + "<!--" * 200_000,
    "quotes that never end": lambda: "<html>" + "<a b='" * 100_000,
    "scripts that never end": lambda: "<html>" + "<script>" * 100_000,
    "deep elements": lambda: "<html>" + "<div>" * 100_000,
    "blank lines": lambda: "GET\n/openapi/v0.1/project\n" + "\n" * 500_000,
    "methods": lambda: "GET\n" * 60_000 + "/a\n",
    "members": lambda: "POST\n/openapi/v0.1/flight-task\nRequest\nBody Params\n" + "x\nstring \nrequired\n" * 40_000,
    "nested objects": lambda: "POST\n/x/y\nRequest\nBody Params\n" + "x\nobject \nrequired\n" * 40_000,
    "values run together": lambda: "POST\n/openapi/v0.1/flight-task\nRequest\nBody Params\ntask_type\nenum<string> \n"
    "required\nAllowed values:\n" + "immediate" * 60_000,
    "values on lines": lambda: "POST\n/x/y\nRequest\nBody Params\na\nstring \nrequired\nAllowed values:\n"
    + "v\n" * 60_000,
    "an example that never ends": lambda: "GET\n/openapi/v0.1/project\nResponses\n🟢200Success\nExample\n"
    + "{" * 400_000,
    "examples": lambda: "GET\n/openapi/v0.1/project\nResponses\n🟢200Success\n" + "Example\n[\n" * 20_000,
    "deep json": lambda: '{"openapi": "3.0.1", "paths": ' + "[" * 200_000 + "]" * 200_000 + "}",
    "strings that never end": lambda: '{"openapi": "' + "\\" * 500_000,
    "wide json": lambda: '{"openapi": "3.0.1", "paths": {"/a": {"get": {"parameters": [' + "{}," * 100_000 + "{}]}}}}",
    "references in circles": lambda: '{"openapi": "3.0.1", "paths": {"/a": {"get": {"responses": {"200": {"content": '
    '{"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}}}}}, "components": {"schemas": {"A": '
    '{"allOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/A"}], "properties": '
    '{"a": {"$ref": "#/components/schemas/A"}, "b": {"$ref": "#/components/schemas/A"}}}}}}',
    "yaml aliases": lambda: "# a\n```yaml\nopenapi: 3.0.1\na: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
    ) + "paths: {}\n```\n",
    "yaml tags": lambda: "# a\n```yaml\nopenapi: 3.0.1\npaths: !!python/object/apply:os.system [echo]\n```\n",
    "deep yaml": lambda: "# a\n```yaml\nopenapi: 3.0.1\npaths: " + "[" * 100_000 + "\n```\n",
    "fences": lambda: "```yaml\n" * 100_000,
    "bullets": lambda: "  • Root Directory\n" + "".join(f"{' ' * (n % 50)}• {n}\n" for n in range(50_000)),
    "links": lambda: "".join(f"- [{n}](http://x/{n})\n" for n in range(50_000)),
    "brackets of links": lambda: "- " + "[" * 200_000,
    "named values": lambda: "GET\n/openapi/v0.1/project\n" + "x = 1\n" * 60_000 + "Request\n",
    "equal signs": lambda: "GET\n/openapi/v0.1/project\n" + ("a" * 150 + "=" * 150 + "\n") * 2_000 + "Request\n",
    "a path that never ends": lambda: "GET\n" + "/a" * 200_000 + "!\n",
    "a title that never ends": lambda: "x" * 1_000_000 + "\nGET\n/openapi/v0.1/project\n",
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_made_to_take_long_is_bounded(what: str, spec: Transcription) -> None:
    text = HOSTILE[what]()
    begun = time.process_time()
    examined(text, spec)
    assert time.process_time() - begun < SECONDS


def test_a_file_that_is_too_large_or_missing_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    (tmp_path / "large.md").write_bytes(b"x" * (LARGEST + 1))
    material = read([tmp_path / "large.md", tmp_path / "none.md"])
    assert len(material.problems) == 2
    assert not material.pages


def test_half_a_character_is_refused_and_told(spec: Transcription) -> None:
    text = '{"openapi": "3.0.1", "paths": {"/a": {"get": {"summary": "\\ud800"}}}}'
    assert len(examined(text, spec).problems) == 1
    page = 'GET\n/openapi/v0.1/wayline\nResponses\n🟢200Success\nExample\n{"\\ud800": 1}\n'
    assert examined(page, spec).pages[0].bad_examples == ["answer"]


def test_a_tag_of_yaml_is_refused_and_told(spec: Transcription) -> None:
    material = examined(HOSTILE["yaml tags"](), spec)
    assert len(material.problems) == 1
    assert "YAML reads a os.system; quote it" in material.problems[0]
