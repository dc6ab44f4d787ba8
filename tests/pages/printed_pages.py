"""Prints the operations of the spec as the pages that the documentation would have for them, in each form.

It reads the bundle by itself, and shares no code with what it tests.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import yaml

from generator.bundle import bundle
from generator.layout import Layout
from generator.schema_access import operations

Document = dict[str, Any]

FORMS = ("markdown", "components", "export", "export 3.1", "text", "chinese", "html", "html table")

KEEP = ("format", "minimum", "maximum", "exclusiveMinimum", "minLength", "maxLength", "minItems", "maxItems", "default")
OURS = {"password", "time-zone"}


class Spec:
    """The bundle, and the pages of its operations as OpenAPI 3.0 with everything in place."""

    def __init__(self, layout: Layout | None = None) -> None:
        self.document = bundle(layout or Layout())
        self.inside: list[str] = []
        self.pages = {
            operation["operationId"]: self._page(path, method, operation)
            for path, method, operation in operations(self.document)
        }

    def _page(self, path: str, method: str, operation: Document) -> Document:
        notes = operation["x-flighthub"]
        made: Document = {
            "path": path,
            "method": method,
            "summary": notes["page"],
            "dated": notes["source"]["dated"],
            "folder": operation["tags"][-1],
            "description": "Words of DJI's.",
            "parameters": [self._parameter(each) for each in operation.get("parameters", [])],
            "body": None,
            "request": None,
        }
        if "requestBody" in operation:
            content = operation["requestBody"]["content"]["application/json"]
            made["body"] = self.inline(content["schema"])
            made["request"] = deepcopy(content["examples"]["default"]["value"])
        content = operation["responses"]["200"]["content"]["application/json"]
        made["answer"] = self.inline(content["schema"])
        made["example"] = deepcopy(content["examples"]["default"]["value"])
        return made

    def _parameter(self, parameter: Document) -> Document:
        if "$ref" in parameter:
            parameter = self.document["components"]["parameters"][parameter["$ref"].rpartition("/")[2]]
        made = {
            "name": parameter["name"],
            "in": parameter["in"],
            "required": bool(parameter.get("required")),
            "description": "",
            "schema": self.inline(parameter["schema"]),
        }
        if "example" in parameter:
            made["example"] = parameter["example"]
        return made

    def inline(self, schema: Document) -> Document:
        """A schema as Apifox shows it: nothing referred to, `nullable`, and a choice by a sibling left as an object."""
        name = str(schema.get("$ref", "")).rpartition("/")[2]
        if name and name in self.inside:
            return {"type": "object"}
        if name:
            rest = {name: value for name, value in schema.items() if name != "$ref"}
            self.inside.append(name)
            made = self.inline({**self.document["components"]["schemas"][name], **rest})
            self.inside.pop()
            return made
        made = {}
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else list(types)
        if "null" in types:
            made["nullable"] = True
            types.remove("null")
        notes = schema.get("x-flighthub", {})
        if len(types) == 1:
            made["type"] = types[0]
        elif types:
            made["type"] = "integer"
        made |= {name: schema[name] for name in KEEP if name in schema and schema[name] not in OURS}
        if notes.get("confidence") in ("observed", "inferred"):
            made["x-doubtful"] = True
        if schema.get("additionalProperties") is True:
            made["x-open"] = True
        if "selected_by" in notes:
            made["type"] = "object"
        values = schema.get("enum", notes.get("codes"))
        if values:
            made["enum"] = list(values)
            names = schema.get("x-enum-varnames")
            if names:
                made["x-apifox-enum"] = [
                    {"value": value, "name": name, "description": ""} for value, name in zip(values, names, strict=True)
                ]
        if "const" in schema:
            made["enum"] = [schema["const"]]
        if "items" in schema:
            made["items"] = self.inline(schema["items"])
        elif made.get("type") == "array":
            made["items"] = {}
        for part in [each for each in schema.get("anyOf", []) if "required" not in each]:
            if part == {"type": "null"}:
                made["nullable"] = True
            else:
                made |= self.inline(part)
        parts = [each for each in schema.get("allOf", []) if "if" not in each]
        for part in [schema, *(self.inline(each) for each in parts)]:
            if part is not schema:
                made |= {name: value for name, value in part.items() if name not in ("properties", "required")}
            if "properties" in part:
                inside = (
                    part["properties"]
                    if part is not schema
                    else {name: self.inline(member) for name, member in part["properties"].items()}
                )
                made.setdefault("properties", {}).update(inside)
                made["type"] = "object"
            for name in part.get("required", []):
                made.setdefault("required", [])
                if name not in made["required"]:
                    made["required"].append(name)
        return made

    def copy(self, operation_id: str) -> Document:
        """A copy of a page, to be changed."""
        return deepcopy(self.pages[operation_id])


def printed(page: Document, form: str) -> str:
    """A page in a form."""
    if form == "markdown":
        return markdown(page)
    if form == "components":
        return markdown(page, components=True)
    if form == "export":
        return json.dumps(_openapi([page]), ensure_ascii=False)
    if form == "export 3.1":
        return yaml.safe_dump(_modern(_openapi([page])), allow_unicode=True, sort_keys=False)
    if form == "html":
        return _html(text_lines(page))
    if form == "html table":
        return _html_table(page)
    return "\n".join(text_lines(page, chinese=form == "chinese"))


def export(pages: list[Document]) -> str:
    """All pages in one document."""
    return json.dumps(_openapi(pages), ensure_ascii=False)


def markdown(page: Document, *, components: bool = False) -> str:
    """A page as its Markdown."""
    document = _openapi([page])
    if components:
        operation = document["paths"][page["path"]][page["method"]]
        content = operation["responses"]["200"]["content"]["application/json"]
        document["components"]["schemas"]["Answer"] = content["schema"]
        content["schema"] = {"$ref": "#/components/schemas/Answer"}
    block = yaml.safe_dump(document, allow_unicode=True, sort_keys=False)
    return f"# {page['summary']}\n\n## OpenAPI Specification\n\n```yaml\n{block}\n```\n"


def _openapi(pages: list[Document]) -> Document:
    paths: Document = {}
    for page in pages:
        operation: Document = {
            "summary": page["summary"],
            "deprecated": False,
            "description": page["description"],
            "tags": [page["folder"]],
            "parameters": deepcopy(page["parameters"]),
            "responses": {
                "200": {
                    "description": "",
                    "content": {"application/json": {"schema": _ordered(page["answer"]), "example": page["example"]}},
                    "headers": {},
                    "x-apifox-name": "Success",
                }
            },
            "security": [{"apikey-header-X-User-Token": []}],
            "x-apifox-folder": f"Root Directory/{page['folder']}",
            "x-apifox-status": page.get("status", "developing"),
        }
        if page["body"] is not None:
            operation["requestBody"] = {
                "content": {"application/json": {"schema": _ordered(page["body"]), "example": page["request"]}}
            }
        paths.setdefault(page["path"], {})[page["method"]] = operation
    key = {"type": "apiKey", "in": "header", "name": "X-User-Token"}
    return {
        "openapi": "3.0.1",
        "info": {"title": "", "description": "", "version": "1.0.0"},
        "paths": paths,
        "components": {"schemas": {}, "securitySchemes": {"apikey-header-X-User-Token": key}},
        "servers": [],
        "security": [],
    }


def _ordered(schema: Document) -> Document:
    made = dict(schema)
    if "properties" in made:
        made["properties"] = {name: _ordered(member) for name, member in made["properties"].items()}
        made["x-apifox-orders"] = list(made["properties"])
    if isinstance(made.get("items"), dict):
        made["items"] = _ordered(made["items"])
    return made


def _modern(node: Any) -> Any:
    """OpenAPI 3.0 as 3.1: null among the types."""
    if isinstance(node, list):
        return [_modern(each) for each in node]
    if not isinstance(node, dict):
        return "3.1.0" if node == "3.0.1" else node
    made = {name: _modern(value) for name, value in node.items()}
    if made.get("nullable") is True and isinstance(made.get("type"), str):
        made["type"] = [made["type"], "null"]
        del made["nullable"]
    return made


ENGLISH = {"request": "Request", "samples": "Request Code Samples", "responses": "Responses", "success": "🟢200Success",
           "path": "Path Params", "query": "Query Params", "header": "Header Params",
           "body": "Body Params application/json", "example": "Example", "required": "required",
           "optional": "optional", "allowed": "Allowed values:", "default": "Default:", "sample": "Example:",
           "modified": "Modified at", "previous": "Previous", "next": "Next",
           "status": "Developing"}  # fmt: skip
CHINESE = {"request": "请求参数", "samples": "请求示例代码", "responses": "返回响应", "success": "🟢200成功",
           "path": "Path 参数", "query": "Query 参数", "header": "Header 参数", "body": "Body 参数application/json",
           "example": "示例", "required": "必需", "optional": "可选", "allowed": "枚举值:", "default": "默认值:",
           "sample": "示例值:", "modified": "修改于", "previous": "上一页", "next": "下一页",
           "status": "开发中"}  # fmt: skip


def text_lines(page: Document, *, chinese: bool = False) -> list[str]:
    """A page as it is copied."""
    words = CHINESE if chinese else ENGLISH
    title, folder = ("接口的标题", "文件夹") if chinese else (page["summary"], page["folder"])
    lines = [f"1. {folder}", "", title, "", words["status"], page["method"].upper(), page["path"],
             page["description"], "", words["request"], ""]  # fmt: skip
    for where in ("path", "query", "header"):
        parameters = [each for each in page["parameters"] if each["in"] == where]
        if parameters:
            lines.append(words[where])
        for each in parameters:
            lines += _member(each["name"], each["schema"], each["required"], words, each.get("example"))
    if page["body"] is not None:
        lines += [words["body"], *_members(page["body"], words)]
        lines += [words["example"], *json.dumps(page["request"], indent=4, ensure_ascii=False).split("\n")]
    lines += ["", words["samples"], "", "Shell", "JavaScript", "", words["responses"], "", words["success"],
              "application/json", "Bodyapplication/json", ""]  # fmt: skip
    lines += _members(page["answer"], words)
    lines += [words["example"], *json.dumps(page["example"], indent=4, ensure_ascii=False).split("\n")]
    lines += [f"{words['modified']} {page['dated']} 03:41:42", words["previous"], words["next"], "Built with"]
    return lines


def _members(schema: Document, words: dict[str, str]) -> list[str]:
    lines = []
    while "items" in schema:
        schema = schema["items"]
    for name, member in schema.get("properties", {}).items():
        lines += _member(name, member, name in schema.get("required", ()), words)
        lines += _members(member, words)
    return lines


def _type(schema: Document) -> str:
    kind = schema.get("type", "any")
    if kind == "array":
        return f"array[{_type(schema['items'])}]" if schema.get("items", {}).get("type") else "array"
    form = f" <{schema['format']}>" if kind == "string" and "format" in schema else ""
    return f"enum<{kind}>" if len(schema.get("enum", ())) > 1 else f"{kind}{form}"


def _member(name: str, schema: Document, required: bool, words: dict[str, str], example: Any = None) -> list[str]:
    lines = [name, f"{_type(schema)} ", words["required" if required else "optional"], "Words of DJI's."]
    limits = (("minimum", ">="), ("minLength", ">="), ("minItems", ">="), ("exclusiveMinimum", ">"),
              ("maximum", "<="), ("maxLength", "<="), ("maxItems", "<="))  # fmt: skip
    inner = schema
    while "items" in inner:
        inner = inner["items"]
    lines += [f"{sign} {schema[limit]}" for limit, sign in limits if limit in schema]
    if "default" in schema:
        lines += [words["default"], str(schema["default"])]
    if isinstance(example, str | int) and not isinstance(example, bool):
        lines += [words["sample"], str(example)]
    if len(inner.get("enum", ())) > 1:
        lines += [words["allowed"], "".join(map(str, inner["enum"]))]
    return lines


def _html(lines: list[str]) -> str:
    """Copied text in markup: the example preformatted, everything else in an element of its own."""
    parts, example = [], []
    for line in lines:
        if example or (line[:1] in "{[" and line):
            example.append(html.escape(line))
            if line in ("}", "{}", "]"):
                coloured = "\n".join(example).replace("&quot;", '<span class="k">&quot;</span>')
                parts.append(f"<pre><code>{coloured}</code></pre>")
                example = []
        elif line.strip():
            parts.append(f'<div class="a > b"><span>{html.escape(line)}</span></div>')
    script = "<script>var a = '<div>GET</div>'; if (1 < 2) {}</script><style>p > a {}</style>"
    return f"<!DOCTYPE html><html><head><title>x</title>{script}</head><body>{script}{''.join(parts)}</body></html>"


def _html_table(page: Document) -> str:
    """Markup that keeps the values of an enum apart, and puts name, type and requirement into a row."""
    lines = text_lines(page)
    made = []
    for line in _apart(page, lines):
        made.append(line)
    return _html(made)


def _apart(page: Document, lines: list[str]) -> Iterator[str]:
    known = {"".join(map(str, each)): each for each in _enums(page)}
    allowed = False
    for line in lines:
        if allowed and line in known:
            yield from map(str, known[line])
        elif line.endswith("> ") and "<" in line and "enum" not in line:
            kind, _, form = line.strip().partition(" ")
            yield kind
            yield form
        else:
            yield line
        allowed = line == ENGLISH["allowed"]


def _enums(node: Any) -> Iterator[list[Any]]:
    if isinstance(node, dict):
        if isinstance(node.get("enum"), list):
            yield node["enum"]
        for value in node.values():
            yield from _enums(value)
    elif isinstance(node, list):
        for value in node:
            yield from _enums(value)


def index_text(folders: dict[str, list[str]]) -> str:
    """The index as it is copied."""
    lines = ["1. Open modeling", "NEW FlightHub 2 OpenAPI V1.0", "  • Root Directory"]
    for folder, titles in folders.items():
        lines.append(f"    • {folder}")
        lines += [f"      • {title}" for title in titles]
    return "\n".join([*lines, "  • Schemas", "    • 硬件设备", ""])


def link_list(folders: dict[str, list[str]]) -> str:
    """The index as `llms.txt`."""
    lines = ["# FlightHub 2 OpenAPI V1.0", "", "## Docs", ""]
    number = 1000
    for folder, titles in folders.items():
        for title in titles:
            number += 1
            lines.append(f"- Root Directory > {folder} [{title}](https://example.com/{number}e0.md): words")
    return "\n".join([*lines, ""])
