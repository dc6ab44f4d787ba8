"""Changes of a printed page, each with the one difference that has to be found."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, NamedTuple

Document = dict[str, Any]

TYPES = ("string", "integer", "number", "boolean", "object", "array")
STRUCTURED = ("markdown", "components", "export", "export 3.1")


class Expected(NamedTuple):
    """What must be found: what differs, where, and words of the sentence."""

    what: str
    where: str
    words: tuple[str, ...]


class Site(NamedTuple):
    """A member: its path as the report has it, its name, its schema, and the schema that holds it."""

    where: str
    path: str
    name: str
    schema: Document
    holder: Document


def sites(page: Document) -> list[Site]:
    """All members of the bodies of a page."""
    found = []
    for part, key in (("request body", "body"), ("answer", "answer")):
        if page[key] is not None:
            found += list(_inside(part, "", page[key]))
    return found


def _inside(part: str, path: str, schema: Document) -> Iterator[Site]:
    while "items" in schema:
        schema, path = schema["items"], f"{path}[]"
    for name, member in schema.get("properties", {}).items():
        here = f"{path}.{name}" if path else name
        yield Site(f"{part} `{here}`", here, name, member, schema)
        yield from _inside(part, here, member)


def renamed(page: Document, draw: random.Random, form: str) -> Expected | None:
    site = draw.choice(sites(page))
    new = f"{site.name}_now"
    site.holder["properties"] = {
        new if name == site.name else name: member for name, member in site.holder["properties"].items()
    }
    site.holder["required"] = [new if name == site.name else name for name in site.holder.get("required", [])]
    return Expected("renamed", site.where, (new,))


def retyped(page: Document, draw: random.Random, form: str) -> Expected | None:
    site = draw.choice([each for each in sites(page) if each.schema.get("type") in TYPES])
    old = site.schema["type"]
    choices = [each for each in TYPES if each != old and not (old == "integer" and each == "number")]
    # A choice by a sibling stands as an object, whatever its variants are.
    if old == "object" and "properties" not in site.schema:
        return None
    new = draw.choice(choices)
    site.schema["type"] = new
    for name in ("format", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "default"):
        site.schema.pop(name, None)
    return Expected("type", site.where, (new,))


def required(page: Document, draw: random.Random, form: str) -> Expected | None:
    site = draw.choice(sites(page))
    needed = site.holder.setdefault("required", [])
    if site.name in needed:
        needed.remove(site.name)
        return Expected("required", site.where, ("optional on the page",))
    needed.append(site.name)
    return Expected("required", site.where, ("required on the page",))


def removed(page: Document, draw: random.Random, form: str) -> Expected | None:
    # A member that is no more than inferred may be missing, which is another test.
    known = [
        each
        for each in sites(page)
        if each.path not in ("code", "message", "data") and not each.schema.get("x-doubtful")
    ]
    site = draw.choice(known or [None])
    # What stands alone might as well be folded away.
    if site is None or len(site.holder["properties"]) < 2:
        return None
    del site.holder["properties"][site.name]
    site.holder["required"] = [name for name in site.holder.get("required", []) if name != site.name]
    return Expected("member", site.where, ("not on the page",))


def added(page: Document, draw: random.Random, form: str) -> Expected | None:
    bodies = [(part, page[key]) for part, key in (("request body", "body"), ("answer", "answer")) if page[key]]
    part, body = draw.choice(bodies)
    if form not in STRUCTURED:
        body.setdefault("properties", {})["of_late"] = {"type": "string"}
        return Expected("new member", f"{part} `of_late`", ("string",))
    holders = [("", body), *((each.path, each.schema) for each in _inside(part, "", body))]
    path, holder = draw.choice(holders)
    while "items" in holder:
        holder, path = holder["items"], f"{path}[]"
    if "properties" not in holder:
        return None
    holder["properties"]["of_late"] = {"type": "integer"}
    return Expected("new member", f"{part} `{f'{path}.of_late' if path else 'of_late'}`", ("integer",))


def _enums(page: Document) -> list[tuple[str, Document]]:
    found = []
    for site in sites(page):
        schema, where = site.schema, site.where
        while "items" in schema:
            schema, where = schema["items"], f"{where[:-1]}[]`"
        if len(schema.get("enum", ())) > 1:
            found.append((where, schema))
    kinds = {"path": "path parameter", "query": "query parameter", "header": "header"}
    for each in page["parameters"]:
        if len(each["schema"].get("enum", ())) > 1:
            found.append((f"{kinds[each['in']]} `{each['name']}`", each["schema"]))
    return found


def value_added(page: Document, draw: random.Random, form: str) -> Expected | None:
    where, schema = draw.choice(_enums(page))
    new: Any = "zzq" if isinstance(schema["enum"][0], str) else 4711
    if form not in STRUCTURED and not isinstance(new, str) and form != "html table":
        return None
    schema["enum"] = [*schema["enum"], new]
    return Expected("enum", where, (f"new value `{new}`",))


def value_changed(page: Document, draw: random.Random, form: str) -> Expected | None:
    where, schema = draw.choice(_enums(page))
    old = draw.choice(schema["enum"])
    if form not in STRUCTURED and not isinstance(old, str):
        return None
    new: Any = "zzq" if isinstance(old, str) else 4711
    schema["enum"] = [new if each == old else each for each in schema["enum"]]
    for each in schema.get("x-apifox-enum", ()):
        if each["value"] == old:
            each["value"] = new
    return Expected("enum", where, (f"`{new}`",))


def value_renamed(page: Document, draw: random.Random, form: str) -> Expected | None:
    named = [(where, schema) for where, schema in _enums(page) if "x-apifox-enum" in schema]
    if form not in STRUCTURED or not named:
        return None
    where, schema = draw.choice(named)
    draw.choice(schema["x-apifox-enum"])["name"] = "CalledOtherwise"
    return Expected("enum name", where, ("CalledOtherwise",))


def limited(page: Document, draw: random.Random, form: str) -> Expected | None:
    site = draw.choice([each for each in sites(page) if each.schema.get("type") in ("string", "integer", "array")])
    limit = {"string": "maxLength", "integer": "maximum", "array": "maxItems"}[site.schema["type"]]
    site.schema[limit] = site.schema.get(limit, 900) + 1
    return Expected("limit", site.where, (limit,))


def header_added(page: Document, draw: random.Random, form: str) -> Expected | None:
    page["parameters"].append({"name": "X-Of-Late", "in": "header", "required": False, "description": "",
                               "schema": {"type": "string"}})  # fmt: skip
    return Expected("new parameter", "header `X-Of-Late`", ())


def _header(page: Document, name: str) -> Document:
    return next(each for each in page["parameters"] if each["name"] == name)


def header_gone(page: Document, draw: random.Random, form: str) -> Expected | None:
    name = draw.choice(["X-Request-Id", "X-Language"])
    page["parameters"].remove(_header(page, name))
    return Expected("parameter", f"header `{name}`", ("not on the page",))


def header_renamed(page: Document, draw: random.Random, form: str) -> Expected | None:
    _header(page, "X-Request-Id")["name"] = "X-Request-Uid"
    return Expected("renamed", "header `X-Request-Id`", ("X-Request-Uid",))


def header_required(page: Document, draw: random.Random, form: str) -> Expected | None:
    name = draw.choice(["X-Request-Id", "X-Language"])
    _header(page, name)["required"] = True
    return Expected("required", f"header `{name}`", ("required on the page",))


def example_mistyped(page: Document, draw: random.Random, form: str) -> Expected | None:
    part, schema, example = _example(page, draw)
    leaves = [each for each in _leaves(schema, example, "") if each[0] != "data"]
    if not leaves:
        return None
    path, holder, key = draw.choice(leaves)
    holder[key] = 987654321 if isinstance(holder[key], str) else "wrong"
    return Expected("example", f"{part} `{path}`", ())


def example_member(page: Document, draw: random.Random, form: str) -> Expected | None:
    part, schema, example = _example(page, draw)
    holders = list(_holders(schema, example, ""))
    path, holder = draw.choice(holders)
    holder["of_late"] = 1
    return Expected("example", f"{part} `{f'{path}.of_late' if path else 'of_late'}`", ("in the example",))


def _example(page: Document, draw: random.Random) -> tuple[str, Document, Any]:
    found = [("answer", page["answer"], page["example"])]
    if page["body"] is not None:
        found.append(("request body", page["body"], page["request"]))
    return draw.choice(found)


def _leaves(schema: Document, example: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(example, dict):
        for name, value in example.items():
            member = schema.get("properties", {}).get(name)
            if member is None:
                continue
            here = f"{path}.{name}" if path else name
            opaque = member.get("type") == "object" and "properties" not in member
            if "type" in member and not opaque and value is not None:
                yield here, example, name
            yield from _leaves(member, value, here)
    elif isinstance(example, list) and "type" in schema.get("items", {}):
        for value in example:
            yield from _leaves(schema["items"], value, f"{path}[]")


def _holders(schema: Document, example: Any, path: str) -> Iterator[tuple[str, Document]]:
    if isinstance(example, dict) and "properties" in schema:
        if "x-open" not in schema:
            yield path, example
        for name, value in example.items():
            yield from _holders(schema["properties"].get(name, {}), value, f"{path}.{name}" if path else name)
    elif isinstance(example, list):
        for value in example:
            yield from _holders(schema.get("items", {}), value, f"{path}[]")


def path_changed(page: Document, draw: random.Random, form: str) -> Expected | None:
    steps = page["path"].split("/")
    at = draw.choice([number for number, step in enumerate(steps) if number > 2 and "{" not in step])
    steps[at] = f"{steps[at]}-of-late"
    page["path"] = "/".join(steps)
    # A Chinese title tells no operation, so this is another one.
    return None if form == "chinese" else Expected("path", "path", (page["path"],))


def method_changed(page: Document, draw: random.Random, form: str) -> Expected | None:
    page["method"] = "patch"
    return None if form == "chinese" else Expected("method", "method", ("PATCH",))


def title_changed(page: Document, draw: random.Random, form: str) -> Expected | None:
    page["summary"] = f"{page['summary']} of late"
    return None if form == "chinese" else Expected("title", "title", (page["summary"],))


def moved(page: Document, draw: random.Random, form: str) -> Expected | None:
    page["folder"] = "Elsewhere"
    return (
        None if form in ("chinese", "html", "html table") else Expected("folder", "place in the index", ("Elsewhere",))
    )


def released(page: Document, draw: random.Random, form: str) -> Expected | None:
    page["status"] = "released"
    return Expected("status", "status", ("released",)) if form in STRUCTURED else None


def modified(page: Document, draw: random.Random, form: str) -> Expected | None:
    page["dated"] = "2027-01-02"
    return None if form in STRUCTURED else Expected("date", "date", ("2027-01-02",))


MUTATIONS = (
    renamed, retyped, required, removed, added, value_added, value_changed, value_renamed, limited,
    header_added, header_gone, header_renamed, header_required, example_mistyped, example_member,
    path_changed, method_changed, title_changed, moved, released, modified,
)  # fmt: skip
