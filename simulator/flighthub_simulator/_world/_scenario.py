"""What a world starts with, read from YAML."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import yaml

from ._scenario_schema import problems
from ._things import Member, Place, Project

if TYPE_CHECKING:
    from ._world import World


@cache
def scenario(file: Path | None = None) -> dict[str, Any]:
    """A scenario: that of a file, or the usual one. It is shared, so nobody changes it."""
    source = files("flighthub_simulator._world") / "scenario.yaml" if file is None else file
    try:
        text = source.read_text(encoding="utf-8")
        found = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    except yaml.YAMLError as error:
        raise ValueError(f"{source}: {' '.join(str(error).split())}") from None
    except UnicodeDecodeError:
        raise ValueError(f"{source}: is not text in UTF-8") from None
    return checked(found, source)


def checked(found: object, source: object) -> dict[str, Any]:
    """A scenario, or `ValueError` that names where it is from and the place in it that is wrong."""
    if not isinstance(found, Mapping) or "projects" not in found:
        raise ValueError(f"{source}: a scenario is a mapping with projects")
    told = dict(cast("Mapping[str, Any]", found))
    for place, problem in problems(told):
        raise ValueError(f"{source}: {place}: {problem}" if place else f"{source}: {problem}")
    return told


def people(given: Mapping[str, Any]) -> tuple[Member, dict[str, Member]]:
    """The person whose key is used, and everybody of the organization by their ids."""
    owner = Member(**given.get("owner", {"user_id": "1770000000000000001", "nickname": "Ana", "role": "project-admin"}))
    others = [Member(**each) for project in given["projects"] for each in project.get("members", ())]
    return owner, {each.user_id: each for each in (owner, *others)}


def projects_of(given: Mapping[str, Any], world: World) -> dict[str, Project]:
    """The projects, made some weeks before the world begins."""
    made: dict[str, Project] = {}
    for number, each in enumerate(given["projects"]):
        members = [Member(**member) for member in each.get("members", ())] or [world.owner]
        created = world.now.replace(microsecond=0) - timedelta(days=90 - number)
        project = Project(
            each.get("uuid") or world.uuid("project"),
            each["name"],
            each.get("introduction", ""),
            Place(*map(float, each["center"])),
            created,
            created + timedelta(days=30, minutes=68),
            {member.user_id: member for member in members},
        )
        made[project.uuid] = project
    return made
