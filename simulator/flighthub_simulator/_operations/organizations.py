"""The organization, its people, and what they may do.

I: whatever the documented examples do not show, such as which roles there are and what they may.
"""

from __future__ import annotations

from typing import Any

from .._api import example
from .._world import Member
from . import Call, answers, paged

Json = dict[str, Any]

PERMISSIONS: Json = {
    "organization": (
        ("manage-project", "Manage projects", "管理项目"),
        ("manage-device", "Manage devices", "管理设备"),
        ("manage-member", "Manage members", "管理成员"),
    ),
    "project": (
        ("manage-flight-task", "Manage flight tasks", "管理飞行任务"),
        ("view-media", "View media", "查看媒体"),
    ),
}
"""By the kinds that can be asked for: ids, and names in English and Chinese."""

ROLES: Json = {
    "organization": (
        ("organization-admin", "Administrator", "组织管理员", 3),
        ("organization-member", "Member", "组织成员", 0),
    ),
    "project": (("project-admin", "Administrator", "项目管理员", 2), ("project-member", "Member", "项目成员", 1)),
}
"""Likewise; a number tells how many of the permissions a role has, the last ones."""

ADMIN, ORDINARY = (each[0] for each in ROLES["organization"])


def role_of(call: Call, person: Member) -> str:
    """The role of a person in the organization: whose key is used administers it."""
    return str(ADMIN if person.user_id == call.world.owner.user_id else ORDINARY)


def account_of(person: Member) -> str:
    """The masked account of a person."""
    return f"{person.nickname[:1].lower() or 'u'}***@example.com"


@answers("listOrganizations")
def listed(call: Call) -> Json:
    """The one organization of the key."""
    query, who = call.query, call.world.owner
    row: Json = {
        **_organization(call),
        "organization_user_role": role_of(call, who),
        "organization_user_callsign": who.nickname,
        "join_organization_at": _founded(call),
    }
    is_wanted = (
        query.get("q", "").lower() in row["name"].lower()
        and query.get("org_status", row["status"]) == row["status"]
        and query.get("org_user_role", row["organization_user_role"]) == row["organization_user_role"]
    )
    return paged(call, [row] if is_wanted else [])


@answers("getOrganization")
def get(call: Call) -> Json:
    """The organization."""
    _ = call.organization
    return _organization(call)


def _organization(call: Call) -> Json:
    told, founded = call.world.organization, _founded(call)
    known = {"uuid": told["uuid"], "name": told["name"], "created_at": founded, "updated_at": founded}
    return {**example("getOrganization"), **known}


def _founded(call: Call) -> int:
    return int(call.world.founded.timestamp())


@answers("listOrganizationUsers")
def users(call: Call) -> Json:
    """The people of the organization, those included that were added to a project."""
    query, _ = call.query, call.organization
    rows = [_user(call, each) for each in call.world.people]
    wanted = query.get("project_uuid") or query.get("user_projects")
    return paged(
        call,
        [
            each
            for each in rows
            if query.get("q", "").lower() in each["nickname"].lower()
            and query.get("user_role", each["role"]) == each["role"]
            and query.get("source_type", each["source_type"]) == each["source_type"]
            and (not wanted or wanted in [one["project_uuid"] for one in each["user_projects_infos"]])
        ],
    )


def _user(call: Call, person: Member) -> Json:
    return {
        "user_id": person.user_id,
        "account": account_of(person),
        "account_second": "",
        "nickname": person.nickname,
        "role": role_of(call, person),
        "created_at": _founded(call),
        "source_type": "organization",
        "user_projects_infos": [
            {"project_uuid": each.uuid, "project_callsign": each.members[person.user_id].nickname}
            for each in call.world.projects.values()
            if person.user_id in each.members
        ],
    }


@answers("getCurrentOrganizationUser")
def me(call: Call) -> Json:
    """The person whose key is used."""
    who, told = call.world.owner, call.organization
    return {
        **example("getCurrentOrganizationUser"),
        "account": account_of(who),
        "user_id": who.user_id,
        "org_uuid": told["uuid"],
        "role": role_of(call, who),
        "nickname": who.nickname,
        "organization_name": told["name"],
    }


@answers("listOrganizationRoles")
def roles(call: Call) -> Json:
    """The roles of a kind, with what they may."""
    kind, _ = call.query["type"], call.organization
    made = call.world.founded.isoformat().replace("+00:00", "Z")
    return paged(
        call,
        [
            {
                "role_id": id,
                "role_name": english if call.language == "en" else chinese,
                "role_description": "",
                "workspace_id": "",
                "is_preset": True,
                "is_add_to_org": True,
                "role_type": kind,
                "created_at": made,
                "updated_at": made,
                "deleted_at": None,
                "permissions": _permissions(call, kind, most),
            }
            for id, english, chinese, most in ROLES.get(kind, ())
        ],
    )


@answers("listOrganizationPermissions")
def permissions(call: Call) -> Json:
    """All permissions of a kind."""
    kind, _ = call.query["type"], call.organization
    return {"init_permissions": _permissions(call, kind, len(PERMISSIONS.get(kind, ()))) or None}


@answers("listRolePermissions")
def role_permissions(call: Call) -> Json:
    """The permissions that some roles of a kind have together; those of all roles where none is named (I)."""
    kind, _ = call.query["type"], call.organization
    wanted = call.query.get("role_id")
    most = [most for id, _, _, most in ROLES.get(kind, ()) if not wanted or id in wanted]
    return {"init_permissions": _permissions(call, kind, max(most, default=0)) or None}


def _permissions(call: Call, kind: str, most: int) -> list[Json]:
    found = PERMISSIONS.get(kind, ())
    return [
        {
            "permission_id": id,
            "permission_name": english if call.language == "en" else chinese,
            "permission_type": kind,
            "children": [],
        }
        for id, english, chinese in found[len(found) - most :]
    ]
