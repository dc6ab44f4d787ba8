"""Roles of an organization and what they allow.

Generated from spec/ by `make generate`; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from flighthub_runtime import raw as _raw
from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import Integer, Limits, ListOf, ObjectOf, String
from flighthub_runtime.groups import AsyncGroup, AsyncPager, Group, Pager, RequestOptions
from flighthub_runtime.models import Member, Members
from flighthub_runtime.operations import Call, Paging
from flighthub_runtime.raw import AsyncRawGroup, RawGroup
from flighthub_runtime.records import Records
from flighthub_runtime.secrets import mask_argument

from ..operations.organizations import OPERATIONS

if TYPE_CHECKING:
    from ..models import CurrentUser, Organization, OrganizationMembership, OrganizationUser, Permission, Role
else:
    CurrentUser = lazy_type("..models", "CurrentUser", __package__)
    Organization = lazy_type("..models", "Organization", __package__)
    OrganizationMembership = lazy_type("..models", "OrganizationMembership", __package__)
    OrganizationUser = lazy_type("..models", "OrganizationUser", __package__)
    Permission = lazy_type("..models", "Permission", __package__)
    Role = lazy_type("..models", "Role", __package__)

LIST: Call[Records[OrganizationMembership]] = Call(
    OPERATIONS["listOrganizations"],
    path=Members(),
    query=Members(
        Member("page", Integer(Limits(minimum=1))),
        Member("page_size", Integer(Limits(minimum=1), inferred=Limits(maximum=100))),
        Member("q", String()),
        Member("org_status", String()),
        Member("org_user_role", String()),
        Member("sort_column", String()),
        Member("sort_type", String()),
    ),
    answer=ObjectOf("OrganizationList", __package__),
    paging=Paging("page", "page_size", 20, {}, "pagination.total"),
)
GET: Call[Organization] = Call(
    OPERATIONS["getOrganization"],
    path=Members(
        Member("uuid", String(id=True)),
    ),
    query=Members(),
    answer=ObjectOf("Organization", __package__),
    filled={"uuid": "organization"},
)
LIST_PERMISSIONS: Call[Records[Permission]] = Call(
    OPERATIONS["listOrganizationPermissions"],
    path=Members(
        Member("uuid", String(id=True)),
    ),
    query=Members(
        Member("type", String(), required=True),
    ),
    answer=ObjectOf("PermissionTree", __package__),
    filled={"uuid": "organization"},
)
LIST_ROLES: Call[Records[Role]] = Call(
    OPERATIONS["listOrganizationRoles"],
    path=Members(
        Member("uuid", String(id=True)),
    ),
    query=Members(
        Member("type", String(), required=True),
        Member("page", Integer(Limits(minimum=1))),
        Member("page_size", Integer(Limits(minimum=1), inferred=Limits(maximum=100))),
    ),
    answer=ObjectOf("RoleList", __package__),
    paging=Paging("page", "page_size", 20, {}, "pagination.total"),
    filled={"uuid": "organization"},
)
LIST_ROLE_PERMISSIONS: Call[Records[Permission]] = Call(
    OPERATIONS["listRolePermissions"],
    path=Members(
        Member("uuid", String(id=True)),
    ),
    query=Members(
        Member("type", String(), required=True),
        Member("role_id", ListOf(String(id=True)), repeated=True),
    ),
    answer=ObjectOf("PermissionTree", __package__),
    filled={"uuid": "organization"},
)
LIST_USERS: Call[Records[OrganizationUser]] = Call(
    OPERATIONS["listOrganizationUsers"],
    path=Members(
        Member("uuid", String(id=True)),
    ),
    query=Members(
        Member("page", Integer(Limits(minimum=1))),
        Member("page_size", Integer(Limits(minimum=1), inferred=Limits(maximum=100))),
        Member("q", String()),
        Member("user_role", String()),
        Member("source_type", String()),
        Member("user_projects", String()),
        Member("project_uuid", String(id=True)),
        Member("sort_column", String()),
        Member("sort_type", String()),
    ),
    answer=ObjectOf("OrganizationUserList", __package__),
    paging=Paging("page", "page_size", 20, {}, "pagination.total"),
    filled={"uuid": "organization"},
)
ME: Call[CurrentUser] = Call(
    OPERATIONS["getCurrentOrganizationUser"],
    path=Members(
        Member("uuid", String(id=True)),
    ),
    query=Members(),
    answer=ObjectOf("CurrentUser", __package__),
    filled={"uuid": "organization"},
)


class Organizations(Group):
    """Roles of an organization and what they allow."""

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        q: str | None = None,
        org_status: str | None = None,
        org_user_role: str | None = None,
        sort_column: str | None = None,
        sort_type: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> Pager[OrganizationMembership]:
        """List the organizations of the key's owner.

        In practice a single one, whose id the other calls on the organization take. An ordinary key may lack the right
        and get 200403. The answer has codes that bind devices.

        Args:
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            q: Part of an organization's name to look for.
            org_status: Only organizations in this state. The values are not published.
            org_user_role: Only organizations in which the key's owner has this role.
            sort_column: What to sort by; create_time is the one value seen.
            sort_type: Direction of sorting, seen in small letters (desc), while V1.0 has capitals.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[OrganizationMembership]: A page of organizations.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Organization List"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.organizations.list()
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST,
            {
                "page": page,
                "page_size": page_size,
                "q": q,
                "org_status": org_status,
                "org_user_role": org_user_role,
                "sort_column": sort_column,
                "sort_type": sort_type,
            },
            request_options,
        )

    def get(
        self,
        *,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Organization:
        """Fetch an organization.

        Settings of the organization. The answer has the code that binds devices to it, so treat it as a secret.

        Args:
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Organization: The organization.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Organization Details"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.organizations.get()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            GET,
            {
                "uuid": uuid,
            },
            request_options,
        )

    def list_permissions(
        self,
        *,
        type: str,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Records[Permission]:
        """List all permissions that roles can have.

        The permissions form a tree, in which each names those it is divided into.

        Args:
            type: Which kind, organization or presumably project.
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[Permission]: The tree of permissions.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Permission List"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.organizations.list_permissions(type="organization")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            LIST_PERMISSIONS,
            {
                "type": type,
                "uuid": uuid,
            },
            request_options,
        )

    def list_roles(
        self,
        *,
        type: str,
        page: int | None = None,
        page_size: int | None = None,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Pager[Role]:
        """List the roles of an organization.

        Each role comes with the tree of its permissions.

        Args:
            type: Which kind, organization or presumably project.
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[Role]: A page of roles.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Role List" (documentation
        index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.organizations.list_roles(type="organization")
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST_ROLES,
            {
                "type": type,
                "page": page,
                "page_size": page_size,
                "uuid": uuid,
            },
            request_options,
        )

    def list_role_permissions(
        self,
        *,
        type: str,
        role_id: Sequence[str] | None = None,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Records[Permission]:
        """List the permissions of some roles.

        Several roles presumably give what any of them may do.

        Args:
            type: Which kind, organization or presumably project.
            role_id: Ids of the roles.
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[Permission]: The tree of permissions.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Role Permissions"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.organizations.list_role_permissions(type="organization")
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            LIST_ROLE_PERMISSIONS,
            {
                "type": type,
                "role_id": role_id,
                "uuid": uuid,
            },
            request_options,
        )

    def list_users(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        q: str | None = None,
        user_role: str | None = None,
        source_type: str | None = None,
        user_projects: str | None = None,
        project_uuid: str | None = None,
        sort_column: str | None = None,
        sort_type: str | None = None,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Pager[OrganizationUser]:
        """List the people of an organization.

        Tells the user ids that fh.projects.add_members needs, which V1.0 shows nowhere but in each person's own key.
        The answer is personal data.

        Args:
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            q: Text to look for.
            user_role: Only people with this role.
            source_type: Only people who came to the organization in this way.
            user_projects: Only people of a project; what sets it apart from project_uuid is not said.
            project_uuid: Only people of this project.
            sort_column: What to sort by; create_time is the one value seen.
            sort_type: Direction of sorting, seen in small letters (desc), while V1.0 has capitals.
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[OrganizationUser]: A page of people.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Organization User List"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.organizations.list_users()
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST_USERS,
            {
                "page": page,
                "page_size": page_size,
                "q": q,
                "user_role": user_role,
                "source_type": source_type,
                "user_projects": user_projects,
                "project_uuid": project_uuid,
                "sort_column": sort_column,
                "sort_type": sort_type,
                "uuid": uuid,
            },
            request_options,
        )

    def me(
        self,
        *,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> CurrentUser:
        """Ask whose key this is.

        The person who made the key, and that person's role in the organization. V1.0 has no such call; there, only the
        token itself says whose it is.

        Args:
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            CurrentUser: The person.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Current User's Organization
        Role" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = fh.organizations.me()
        """
        request_options = mask_argument(request_options)
        return self._caller.call(
            ME,
            {
                "uuid": uuid,
            },
            request_options,
        )


class RawOrganizations(RawGroup):
    """As `Organizations`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.page(Organizations.list)
    get = _raw.call(Organizations.get)
    list_permissions = _raw.call(Organizations.list_permissions)
    list_roles = _raw.page(Organizations.list_roles)
    list_role_permissions = _raw.call(Organizations.list_role_permissions)
    list_users = _raw.page(Organizations.list_users)
    me = _raw.call(Organizations.me)


class AsyncOrganizations(AsyncGroup):
    """Roles of an organization and what they allow."""

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        q: str | None = None,
        org_status: str | None = None,
        org_user_role: str | None = None,
        sort_column: str | None = None,
        sort_type: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncPager[OrganizationMembership]:
        """List the organizations of the key's owner.

        In practice a single one, whose id the other calls on the organization take. An ordinary key may lack the right
        and get 200403. The answer has codes that bind devices.

        Args:
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            q: Part of an organization's name to look for.
            org_status: Only organizations in this state. The values are not published.
            org_user_role: Only organizations in which the key's owner has this role.
            sort_column: What to sort by; create_time is the one value seen.
            sort_type: Direction of sorting, seen in small letters (desc), while V1.0 has capitals.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[OrganizationMembership]: A page of organizations.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Organization List"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.organizations.list()
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST,
            {
                "page": page,
                "page_size": page_size,
                "q": q,
                "org_status": org_status,
                "org_user_role": org_user_role,
                "sort_column": sort_column,
                "sort_type": sort_type,
            },
            request_options,
        )

    async def get(
        self,
        *,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Organization:
        """Fetch an organization.

        Settings of the organization. The answer has the code that binds devices to it, so treat it as a secret.

        Args:
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Organization: The organization.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Organization Details"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.organizations.get()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            GET,
            {
                "uuid": uuid,
            },
            request_options,
        )

    async def list_permissions(
        self,
        *,
        type: str,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Records[Permission]:
        """List all permissions that roles can have.

        The permissions form a tree, in which each names those it is divided into.

        Args:
            type: Which kind, organization or presumably project.
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[Permission]: The tree of permissions.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Permission List"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.organizations.list_permissions(type="organization")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            LIST_PERMISSIONS,
            {
                "type": type,
                "uuid": uuid,
            },
            request_options,
        )

    def list_roles(
        self,
        *,
        type: str,
        page: int | None = None,
        page_size: int | None = None,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncPager[Role]:
        """List the roles of an organization.

        Each role comes with the tree of its permissions.

        Args:
            type: Which kind, organization or presumably project.
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[Role]: A page of roles.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Role List" (documentation
        index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.organizations.list_roles(type="organization")
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST_ROLES,
            {
                "type": type,
                "page": page,
                "page_size": page_size,
                "uuid": uuid,
            },
            request_options,
        )

    async def list_role_permissions(
        self,
        *,
        type: str,
        role_id: Sequence[str] | None = None,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> Records[Permission]:
        """List the permissions of some roles.

        Several roles presumably give what any of them may do.

        Args:
            type: Which kind, organization or presumably project.
            role_id: Ids of the roles.
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Records[Permission]: The tree of permissions.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Role Permissions"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.organizations.list_role_permissions(type="organization")
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            LIST_ROLE_PERMISSIONS,
            {
                "type": type,
                "role_id": role_id,
                "uuid": uuid,
            },
            request_options,
        )

    def list_users(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        q: str | None = None,
        user_role: str | None = None,
        source_type: str | None = None,
        user_projects: str | None = None,
        project_uuid: str | None = None,
        sort_column: str | None = None,
        sort_type: str | None = None,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncPager[OrganizationUser]:
        """List the people of an organization.

        Tells the user ids that fh.projects.add_members needs, which V1.0 shows nowhere but in each person's own key.
        The answer is personal data.

        Args:
            page: Number of the page, from 1. (at least 1)
            page_size: Rows per page. What the server allows is not known; one client asks for 100 at most. (at least 1)
                Inferred, so only a warning: at most 100.
            q: Text to look for.
            user_role: Only people with this role.
            source_type: Only people who came to the organization in this way.
            user_projects: Only people of a project; what sets it apart from project_uuid is not said.
            project_uuid: Only people of this project.
            sort_column: What to sort by; create_time is the one value seen.
            sort_type: Direction of sorting, seen in small letters (desc), while V1.0 has capitals.
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            Pager[OrganizationUser]: A page of people.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Organization User List"
        (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.organizations.list_users()
        """
        request_options = mask_argument(request_options)
        return self._walk(
            LIST_USERS,
            {
                "page": page,
                "page_size": page_size,
                "q": q,
                "user_role": user_role,
                "source_type": source_type,
                "user_projects": user_projects,
                "project_uuid": project_uuid,
                "sort_column": sort_column,
                "sort_type": sort_type,
                "uuid": uuid,
            },
            request_options,
        )

    async def me(
        self,
        *,
        uuid: str | UUID | None = None,
        request_options: RequestOptions | None = None,
    ) -> CurrentUser:
        """Ask whose key this is.

        The person who made the key, and that person's role in the organization. V1.0 has no such call; there, only the
        token itself says whose it is.

        Args:
            uuid: Id of the organization, the org_uuid of a project. The organization of the key where it is not given,
                which is looked up once.
            request_options: What to set for this call alone: project, timeout, extra members.

        Returns:
            CurrentUser: The person.

        Raises:
            InvalidArgument: An argument is missing, has the wrong type or is beyond a limit; nothing was sent.
            ConfigurationError: Which organization is meant cannot be learned; the call was not sent.
            FlightHubError: The call failed; the subclass, its code and its hint say why.

        FlightHub 2 OpenAPI V2.0, public cloud only, not part of V1.0. Documentation: "Get Current User's Organization
        Role" (documentation index, 2026-09-28; documented). Effect: read. Repeating: safe.

        Example:
            >>> answer = await fh.organizations.me()
        """
        request_options = mask_argument(request_options)
        return await self._caller.call(
            ME,
            {
                "uuid": uuid,
            },
            request_options,
        )


class AsyncRawOrganizations(AsyncRawGroup):
    """As `AsyncOrganizations`; each method returns the whole response: HTTP status, headers, body and answer."""

    list = _raw.async_page(AsyncOrganizations.list)
    get = _raw.async_call(AsyncOrganizations.get)
    list_permissions = _raw.async_call(AsyncOrganizations.list_permissions)
    list_roles = _raw.async_page(AsyncOrganizations.list_roles)
    list_role_permissions = _raw.async_call(AsyncOrganizations.list_role_permissions)
    list_users = _raw.async_page(AsyncOrganizations.list_users)
    me = _raw.async_call(AsyncOrganizations.me)
