"""Projects, their members, and where they store."""

from __future__ import annotations

from typing import Any

from .._world import Member, Project
from . import NO_DATA, Call, NoData, answers, paged
from .organizations import account_of, role_of

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
        "org_uuid": call.world.organization["uuid"],
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


@answers("listProjectUsers")
def users(call: Call) -> dict[str, Any]:
    """The people of the project. I: their roles are the words of V1.0, as they were added by."""
    query = call.query
    return paged(
        call,
        [
            {
                "user_id": each.user_id,
                "account": account_of(each),
                "nickname": each.nickname,
                "organization_user_callsign": call.world.callsign(each.user_id),
                "is_user_project_callsign_updated": each.nickname != call.world.callsign(each.user_id),
                "role": each.role,
                "org_role": role_of(call, each),
                "roles_permissions": [],
                "is_phone_filled": False,
                "is_email_filled": True,
            }
            for each in call.here.members.values()
            if query.get("q", "").lower() in each.nickname.lower()
            and query.get("prj_user_role", each.role) == each.role
        ],
    )


@answers("listProjectMembers")
def members(call: Call) -> dict[str, Any]:
    """The people of the project, and what they do. I: only the owner of the key is in the application."""
    held = {
        holder.user_id: pair.drone.sn
        for pair in call.world.fleet.of_project(call.here)
        if pair.drone is not None
        for holder in pair.holders.values()
    }
    return {
        "list": [
            {
                "user_id": each.user_id,
                "user_account": account_of(each),
                "user_project_callsign": each.nickname,
                "user_project_role": each.role,
                "user_organization_callsign": call.world.callsign(each.user_id),
                "user_organization_role": role_of(call, each),
                "user_online_status": each.user_id == call.world.owner.user_id,
                "is_user_pending_offline": False,
                "user_platform": "web",
                "user_offline_position": None,
                "user_control_device_sn": held.get(each.user_id),
            }
            for each in call.here.members.values()
        ]
        or None
    }


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
