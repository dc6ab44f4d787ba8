"""Projects, their members, and where they store."""

from __future__ import annotations

from typing import Any

from .._world import Member, Project
from . import NO_DATA, Call, NoData, answers

CREDENTIALS_LAST = 3600
"""Seconds, as in the samples of this call."""


@answers("listProjects")
def listed(call: Call) -> dict[str, Any]:
    """The projects of which the owner of the key is a member."""
    query = call.query
    found = [each for each in call.world.projects.values() if call.world.owner.user_id in each.members]
    if query.get("q"):
        found = [each for each in found if query["q"].lower() in each.name.lower()]
    if query.get("sort_column"):
        found.sort(
            key=(lambda each: each.name.lower()) if query["sort_column"] == "name" else lambda each: each.created,
            reverse=query.get("sort_type") == "DESC",
        )
    if query.get("usage") != "simple":
        number, size = query.get("page", 1), query.get("page_size", 10)
        found = found[(number - 1) * size : number * size]
    return {"list": [_row(call, each) for each in found] or None}


def _row(call: Call, project: Project) -> dict[str, Any]:
    return {
        "name": project.name,
        "introduction": project.introduction,
        "uuid": project.uuid,
        "org_uuid": call.world.organization.get("uuid", ""),
        "project_work_center_point": {"latitude": project.center.latitude, "longitude": project.center.longitude},
        # Observed: seconds, while the times of models and waylines are milliseconds.
        "created_at": int(project.created.timestamp()),
        "updated_at": int(project.updated.timestamp()),
    }


@answers("addProjectMembers")
def add_members(call: Call) -> NoData:
    """Adds people, or changes the role and nickname of those who are members."""
    for each in call.body["add_users"]:
        call.here.members[each["user_id"]] = Member(each["user_id"], each.get("nickname", ""), each["role"])
    call.here.updated = call.world.now
    return NO_DATA


@answers("getProjectStorageCredentials")
def storage_credentials(call: Call) -> dict[str, Any]:
    """Credentials that can write below a prefix of the project, and nothing else."""
    store = call.world.store
    prefix = call.world.folder(call.here, "wayline")
    given = store.credentials(prefix, CREDENTIALS_LAST)
    return {
        "provider": call.world.provider,
        "bucket": store.bucket,
        "endpoint": store.endpoint,
        "region": store.region,
        "object_key_prefix": prefix,
        "credentials": {
            "access_key_id": given.access_key_id,
            "access_key_secret": given.access_key_secret,
            "security_token": given.security_token,
            # Documented: how many seconds they last, while open modeling tells the moment at which they end.
            "expire": CREDENTIALS_LAST,
        },
    }
